"""The gallery's losses, figures and captions as plain data."""
