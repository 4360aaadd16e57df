"""A manager's approval over the cashier's shoulder."""
