"""The textbook form of a formula: where the machine computes `softplus(-m)`, people read log(1 + exp(-m))."""

from __future__ import annotations

from lossplot._formula.functions import row_of
from lossplot._formula.parser import fill
from lossplot._formula.tree import Call, Name, Number, Tree, transform

# What has another way to be written, with some arguments.
_TIDIED = frozenset({"neg", "^", "+", "-"})


def textbook(tree: Tree) -> Tree:
    """Spell out every stable function of `tree` as a textbook has it, and resolve double signs."""

    def spell_out(node: Tree) -> Tree:
        if not isinstance(node, Call):
            return node
        formula = row_of(node.function).textbook
        return _tidy(transform(fill(formula, node.arguments), _tidy) if formula else node)

    return transform(tree, spell_out)


def cases(tree: Tree) -> list[tuple[Tree, Tree | None]]:
    """Return the (value, condition) of each branch of a chain of conditionals; the last has no condition."""
    match tree:
        case Call("if", (condition, then, otherwise)):
            return [(then, condition), *cases(otherwise)]
    return [(tree, None)]


def _tidy(tree: Tree) -> Tree:
    if not isinstance(tree, Call) or tree.function not in _TIDIED:
        return tree
    match tree:
        case Call("neg", (Call("neg", (inner,)),)):
            return inner
        case Call("neg", (Call("-", (left, right)),)):
            return _tidy(Call("-", (right, left)))
        case Call("neg", (Call("*" | "/" as operator, (Call("neg", (left,)), right)),)):
            return Call(operator, (left, right))
        case Call("^", (Call("/", (Number(1.0) as one, below)), exponent)):
            return Call("/", (one, Call("^", (below, exponent))))
        case Call("^", (Name("e"), exponent)):
            return Call("exp", (exponent,))
        case Call("+", (left, Call("neg", (right,)))):
            return Call("-", (left, right))
        case Call("-", (left, Call("neg", (right,)))):
            return Call("+", (left, right))
        case Call("+", (left, Call("*" | "/" as operator, (Call("neg", (first,)), second)))):
            return Call("-", (left, Call(operator, (first, second))))
    return tree
