"""Rectangles and lengths, in inches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

POINT = 1.0 / 72.0
# The faces of a font: variables are italic, names of curves medium.
Align = Literal["left", "center", "right"]
Face = Literal["regular", "italic", "medium"]


class Measure(Protocol):
    """The width, in inches, of a text in a face at a size in points; of mathtext if `math`."""

    def __call__(self, text: str, size: float, math: bool = False, face: Face = "regular") -> float: ...


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, by its edges."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    def shares(self, size: tuple[float, float]) -> tuple[float, float, float, float]:
        """Left, bottom, width and height as shares of a figure's width and height."""
        width, height = size
        return self.left / width, self.bottom / height, self.width / width, self.height / height
