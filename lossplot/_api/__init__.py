"""lossplot for Python programs and notebooks: `get` a loss as a function, `plot` losses as a figure."""
