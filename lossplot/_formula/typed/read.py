"""Text -> what it means: a formula as people type it, read into the tree that the language has."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from lossplot._formula.parser import FormulaError
from lossplot._formula.tree import Number, Tree, substitute
from lossplot._formula.typed.frame import body
from lossplot._formula.typed.grammar import GRAMMAR
from lossplot._formula.typed.linear import index_of, with_scores
from lossplot._formula.typed.meaning import meaning, names_in_order
from lossplot._formula.typed.stream import LossTree, Stream, check_height
from lossplot._formula.typed.tokens import MAX_LENGTH, looks_like_latex, tokens
from lossplot._formula.typed.words import canonical


@dataclass(frozen=True, slots=True)
class Typed:
    """A formula that was typed: its tree, its names in the order they stand, and what is to be said about the reading.

    `label` is the name of the label in it, if a forecast or score stands beside one, with a value or without;
    `is_margin_product` is True if a label times a prediction was read as the margin m.
    """

    tree: Tree
    names: tuple[str, ...]
    notes: tuple[str, ...] = ()
    is_margin_product: bool = False
    label: str = ""


def _no_loss(_name: str, _values: Mapping[str, float]) -> None:
    return None


def read_typed(text: str, parameters: Collection[str] = (), loss_tree: LossTree = _no_loss) -> Typed:
    """Read `text`, in which `parameters` have values, and `loss_tree` knows the losses.

    Raises FormulaError, with the column of what is not understood and what was expected there.  Time and memory are
    bounded for every text, however hostile; nothing in it is ever executed.
    """
    if len(text) > MAX_LENGTH:
        raise FormulaError(f"the formula has {len(text)} characters; the most is {MAX_LENGTH}")
    start, end, notes, defaults = body(text)
    own = frozenset(parameters) | {canonical(name) for name in parameters}
    words = tokens(text, start, end, own)
    index = index_of(words)
    words = with_scores(words, own, index)
    stream = Stream(words, GRAMMAR, own, loss_tree, looks_like_latex(text), index, notes=notes)
    tree = stream.grammar.formula(stream)
    if stream.token.kind != "end":
        stream.fail("expected an operator")
    check_height(tree)
    values = {canonical(name): Number(value) for name, value in defaults.items()}
    tree = substitute(tree, {name: value for name, value in values.items() if name not in own})
    found = meaning(tree, own, stream.counts)
    return Typed(
        found.tree,
        tuple(names_in_order(found.tree)),
        (*stream.notes, *found.notes),
        found.is_margin_product,
        found.label,
    )
