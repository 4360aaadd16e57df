"""The drawer that plays troubles in training."""
