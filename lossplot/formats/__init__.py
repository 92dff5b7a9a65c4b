"""A figure -> bytes -> file."""
