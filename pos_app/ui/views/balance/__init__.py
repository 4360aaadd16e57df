"""The history of the balance."""
