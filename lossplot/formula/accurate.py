"""Textbook formulas rewritten into those that are accurate in doubles."""

from __future__ import annotations

from dataclasses import dataclass

from lossplot.formula.tree import Tree


@dataclass(frozen=True, slots=True)
class Rewritten:
    tree: Tree
    rewrites: tuple[tuple[str, str], ...] = ()


def accurate(tree: Tree, variable: str, domain: tuple[float, float]) -> Rewritten:
    return Rewritten(tree)
