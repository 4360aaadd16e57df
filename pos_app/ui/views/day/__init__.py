"""The Day page: what the day adds up to, and its end."""
