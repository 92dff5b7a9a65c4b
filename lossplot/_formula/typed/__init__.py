"""Formulas as people type and paste them: from NumPy, PyTorch, LaTeX or a paper."""

from __future__ import annotations

from lossplot._formula.typed.read import Typed, read_typed
from lossplot._formula.typed.words import canonical

__all__ = ["Typed", "canonical", "read_typed"]
