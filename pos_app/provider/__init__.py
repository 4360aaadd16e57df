"""HTTP adapter for the gift card provider; the only room that knows httpx."""
