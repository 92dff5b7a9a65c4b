"""The version, alone, so that every module can say it."""

__version__ = "0.1.0"
