"""The gradient or Hessian that somebody wrote, held against the one of a loss."""
