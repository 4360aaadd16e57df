"""The gift card till: a desktop point of sale for digital gift cards."""

__version__ = "0.1.0"
