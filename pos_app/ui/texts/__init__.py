"""Sentences and words for codes and states, in the till's language."""
