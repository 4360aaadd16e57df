"""A customer has lost the slip."""
