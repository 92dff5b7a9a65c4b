"""The losses of the catalogue that a formula is."""
