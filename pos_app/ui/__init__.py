"""The window: views show states, presenters call use-cases."""
