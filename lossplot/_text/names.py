"""Names of the curves of a figure, one by one and together, of its panels, and of those that share a predicate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lossplot._curves.axes import label_words
from lossplot._curves.curve import Curve, short
from lossplot._curves.panels import QUANTITIES, Panel
from lossplot._text.language import ENGLISH, Language
from lossplot._text.markup import literal, plain, variable

# Of so many places of a predicate the numbers may be listed; with more nobody keeps apart which is whose.
MOST_LISTED = 3
# A letter that stands for a quantity in the name of a loss, as in `Student's t` and `α-loss`.
_LETTER = re.compile(r"(?<![\w'’-])[a-zα-ω](?![\w'’])")
_NUMBER = re.compile(r"±?−?\d+(?:\.\d+)?(?: × 10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?")


def loss_name(curve: Curve, language: Language = ENGLISH) -> str:
    """Name the loss of a curve: `Squared hinge`, and a loss of another library as that calls it, `torch:smooth_l1`.

    A label of the user is the name, and without one what the user typed names itself.
    """
    if curve.label or curve.library:
        return curve.name
    return curve.loss.title if curve.loss.is_typed else language.loss(curve.loss)


def label(curve: Curve, language: Language = ENGLISH) -> str:
    """Name a curve in plain words: `Huber (δ = 2)`."""
    return plain(marked_label(curve, language))


def marked_label(curve: Curve, language: Language = ENGLISH) -> str:
    """Name a curve as a figure does, with markup: `Huber (*δ* = 2)`."""
    name = literal(loss_name(curve, language))
    if not (curve.label or curve.library):
        name = _LETTER.sub(r"*\g<0>*", name)
    name = language.curve(name, marked_values(curve, curve.given, language))
    return language("{name}, {label}", name=name, label=words) if (words := label_words(curve.axis)) else name


def marked_values(curve: Curve, names: Iterable[str], language: Language) -> str:
    """The values of the parameters called `names`, with markup: `*a* = 1, *b* = 2`."""
    return ", ".join(_value(name, curve.parameters[name], language) for name in names)


def _value(name: str, value: float, language: Language) -> str:
    return f"{variable(language.parameter(name))} = {short(value)}"


def axis_label(curves: Sequence[Curve], panels: Sequence[Panel]) -> str:
    """Return the English label of the axis that `curves` share in a figure of `panels`, with markup.

    It is worded as the curves word it, or plainly if they word it differently.  Beside a risk a probability is that of
    the label +1: the risk knows no true class.
    """
    first = curves[0].axis
    if first.name == "probability" and any(QUANTITIES[panel].of_risk for panel in panels):
        return "forecast probability *p* of +1"
    same = all(curve.axis.label == first.label for curve in curves)
    return first.label if same else f"{first.name} *{first.variable}*"


def axis_words(curves: Sequence[Curve], panels: Sequence[Panel], language: Language) -> str:
    """Return the `axis_label` in a language, with the target of predictions: `prediction *x*, target = 100`."""
    words, target = language(axis_label(curves, panels)), curves[0].axis.target
    if target is None:
        return words
    return language("{name}, {parameter}", name=words, parameter=_value("target", target, language))


def panel_name(panel: Panel, chance: float | None, language: Language) -> str:
    """The words beside a panel, with markup: `second derivative`, and of a risk its `chance` of the label +1 too."""
    row = QUANTITIES[panel]
    return language("risk at *η* = {eta}", eta=short(chance or 0.0)) if row.of_risk else language(row.label)


def together(curves: Sequence[Curve], language: Language) -> str:
    """`Hinge and Huber (δ = 2)`, and of curves that differ in one parameter `Huber (δ = 1, 2 and 3)`."""
    by_label: dict[str, list[Curve]] = {}
    for curve in curves:
        by_label.setdefault(label_words(curve.axis), []).append(replace(curve, moved_to=None))
    if any(by_label):
        losses = [*by_label.values()]
        if any(each != losses[0] for each in losses):
            return language.listed([label(curve, language) for curve in curves])
        labels = language.listed([plain(words) for words in by_label])
        return language("{name}, {label}", name=together(losses[0], language), label=labels)
    first, *others = curves
    alike = all((other.name, other.given) == (first.name, first.given) for other in others)
    varied = [name for name in first.given if alike and len({curve.parameters[name] for curve in curves}) > 1]
    if len(varied) != 1:
        return language.listed([label(curve, language) for curve in curves])
    values = []
    for name in first.given:
        each = [short(curve.parameters[name]) for curve in (curves if name in varied else curves[:1])]
        values.append(f"{language.parameter(name)} = {language.listed(each)}")
    return language.curve(loss_name(first, language), ", ".join(values))


@dataclass(frozen=True, slots=True)
class Group:
    """Predicate of the curves `numbers`; `in_turn` if it lists a number for each of them, in their order."""

    predicate: str
    numbers: tuple[int, ...]
    in_turn: bool = False


def group_alike(predicates: Sequence[str], language: Language, most: int = MOST_LISTED) -> Iterator[Group]:
    """Group the predicates of curves 0, 1, ...: those that differ at up to `most` numbers become one."""
    by_frame: dict[tuple[str, ...], list[int]] = {}
    for number, predicate in enumerate(predicates):
        by_frame.setdefault(tuple(_NUMBER.split(predicate)), []).append(number)
    for frame, numbers in by_frame.items():
        columns = list(zip(*(_NUMBER.findall(predicates[number]) for number in numbers), strict=True))
        if sum(len(set(column)) > 1 for column in columns) <= most:
            values = [language.listed(column) if len(set(column)) > 1 else column[0] for column in columns]
            predicate = "".join(text for pair in zip(frame, [*values, ""], strict=True) for text in pair)
            yield Group(predicate, tuple(numbers), any(len(set(column)) > 1 for column in columns))
        else:
            for predicate in dict.fromkeys(predicates[number] for number in numbers):
                yield Group(predicate, tuple(number for number in numbers if predicates[number] == predicate))
