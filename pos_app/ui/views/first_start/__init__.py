"""The window of a till that has never been set up, and of one that can't start."""
