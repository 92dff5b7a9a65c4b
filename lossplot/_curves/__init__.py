"""A loss with numbers, and all that is true of it."""
