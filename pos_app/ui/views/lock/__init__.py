"""The lock screen: who is at the till, and the PIN."""
