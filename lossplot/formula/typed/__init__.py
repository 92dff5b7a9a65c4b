"""Formulas as people type them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from lossplot.formula.functions import CONSTANTS, FUNCTIONS
from lossplot.formula.notation.letters import GREEK
from lossplot.formula.parser import FormulaError, parse
from lossplot.formula.tree import Tree, names_in, substitute

LossTree = Callable[[str, Mapping[str, float]], tuple[Tree, str] | None]


@dataclass(frozen=True, slots=True)
class Typed:
    tree: Tree
    names: tuple[str, ...]
    notes: tuple[str, ...] = ()
    is_margin_product: bool = False
    label: str = ""


def canonical(name: str) -> str:
    return {letter: word for word, letter in GREEK.items()}.get(name, name)


def read_typed(text: str, parameters: Collection[str] = (), loss_tree: LossTree | None = None) -> Typed:
    if re.fullmatch(r"--[a-z][a-z-]*", text):
        raise FormulaError("this looks like an option, not like a formula; see lossplot --help")
    text = re.sub(rf"(?<![\w.])({'|'.join(FUNCTIONS)})(?![\w(])", r"_\1", text)
    words = [word for word in re.findall(r"(?<![\w.])[A-Za-z_]\w*", text) if word not in ("if", "else", "where")]
    words = [word for word in dict.fromkeys(words) if word not in CONSTANTS and word not in FUNCTIONS]
    tree = parse(text, words)
    for word in words:
        if word not in parameters and loss_tree and (found := loss_tree(word.removeprefix("_"), {})):
            tree = substitute(tree, {word: found[0]})
            words.append(found[1])
    there = names_in(tree)
    names = tuple(name for name in dict.fromkeys(words) if name in there)
    return Typed(tree, names, label="y" if {"y", "p"} <= {*names} else "")
