"""Draw loss functions."""

__version__ = "0.1.0"
