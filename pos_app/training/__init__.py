"""The training provider: a real HTTP server on loopback that speaks the provider's contract."""
