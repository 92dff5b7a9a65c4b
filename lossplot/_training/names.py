"""Names of what a training can be asked for; this module needs no NumPy, as the help does not."""

from __future__ import annotations

DATA = ("circles", "moons", "blobs", "xor", "spirals", "line")
MODELS = ("linear", "mlp")
ACTIVATIONS = ("relu", "tanh", "sigmoid")
OPTIMIZERS = ("sgd", "momentum", "adam")
