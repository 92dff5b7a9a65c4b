"""A figure as LaTeX source for pgfplots."""
