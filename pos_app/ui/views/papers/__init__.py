"""Papers beside the card slip: their buttons, and what they look like."""
