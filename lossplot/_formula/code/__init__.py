"""Trees -> source code in NumPy, PyTorch, JAX and JavaScript."""
