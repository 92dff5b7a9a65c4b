"""A figure shown in the terminal: as a picture where the terminal can, else drawn in characters."""
