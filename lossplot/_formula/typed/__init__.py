"""Formulas as people type and paste them: from NumPy, PyTorch, LaTeX or a paper."""
