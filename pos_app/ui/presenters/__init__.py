"""Between views and use-cases: each presenter calls use-cases and makes view states."""
