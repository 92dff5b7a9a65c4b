"""Small networks trained under losses: data, gradients from formulas, optimizers, and how the runs ended."""
