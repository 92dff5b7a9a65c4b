"""A figure as an address of the page that shows it live, and why the page cannot show one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from urllib.parse import quote as percent_coded

from lossplot._curves.curve import Curve
from lossplot._curves.words import split
from lossplot._errors import RequestError, Words, option_words, quote
from lossplot._figure.resolve import ResolvedFigure, resolve
from lossplot._figure.spec import FIELDS, FigureSpec
from lossplot._formula.notation.letters import number
from lossplot._gallery.page.view_options import FORMULA_SIGNS, ViewOption, view_options

# The most curves that the page draws in one figure.
MOST_CURVES = 24
# What need not be coded between the signs that part an address: `+` and `&`.
_SAFE = ":=,()*/^'!"
_ELSEWHERE = Words("draw a file with 'lossplot plot'", "draw it with plot")


def view_address(figure: ResolvedFigure) -> str:
    """Return the page, with its state, that shows `figure` live, as a path below the gallery's folder.

    That is the page of the loss if all curves are of one.  Raises RequestError for what the page cannot show.
    """
    check_options(figure.spec)
    curves = _curves(figure)
    names = {curve.loss.name for curve in curves}
    is_alone = len(names) == 1 and not any(curve.loss.is_typed for curve in curves)
    path = f"losses/{names.pop()}.html" if is_alone else "overlay.html"
    return f"{path}?{view_words(figure.spec, curves)}"


def view_words(spec: FigureSpec, curves: Sequence[Curve]) -> str:
    """Return the words after ? of the address that shows `curves` with those options of `spec` that the page has."""
    losses = "+".join(percent_coded(_spec(curve), safe=_SAFE) for curve in curves)
    return "&".join([losses, *(part for option in view_options() for part in _parts(option, spec))])


def check_options(spec: FigureSpec) -> None:
    """Raise RequestError for an option of `spec` that the page does not have, or not with this value."""
    shown = {FIELDS[option.name] for option in view_options()}
    for each in fields(spec):
        options = each.metadata.get("options", ())
        if options and each.name not in shown | {"axis"} and getattr(spec, each.name) != each.default:
            raise _refusal(option_words(options[0].name), " is no option of the page")
    if spec.panels[0] != "loss":
        raise _refusal(option_words("only"), " is no option of the page, which shows the loss first")
    if len(spec.marks) > 1:
        raise _refusal(f"the page marks one x, and these are {len(spec.marks)}")
    for option in view_options():
        if option.kind == "choice" and (value := getattr(spec, FIELDS[option.name])) not in option.choices:
            raise _refusal(f"the page has no {option.name} {quote(value)}, only {' and '.join(option.choices)}")


def _curves(figure: ResolvedFigure) -> Sequence[Curve]:
    """Return the unscaled curves of `figure`.  Raises RequestError for those that the page cannot show."""
    if figure.sweep:
        raise RequestError("a sweep moves by itself, and the page has sliders; give the parameter one value")
    curves = [*dict.fromkeys(figure.entries)]
    if len(curves) > MOST_CURVES:
        raise RequestError(f"{MOST_CURVES} curves is the most for the page; this is {len(curves)}")
    for curve in curves:
        if curve.library and (curve.factor, curve.constant) != (1.0, 0.0):
            ours = replace(curve, library=None).spec
            raise RequestError(f"{curve.name} has a scale of its own, which the page has not; open {quote(ours)}")
        if curve.label and not curve.loss.is_typed:
            raise RequestError(
                f"the page calls {curve.loss.name} by its own name, not {quote(curve.label)}; leave that out"
            )
    if figure.spec.axis is not None and resolve(replace(figure.spec, axis=None)).entries != figure.entries:
        raise _refusal(option_words("axis"), " is no option of the page")
    return curves


def _refusal(*parts: str | Words) -> RequestError:
    return RequestError(*parts, "; leave it out, or ", _ELSEWHERE)


def _spec(curve: Curve) -> str:
    """Return the text that asks for the curve by our own name of its loss; a formula without signs has brackets."""
    text = replace(curve, library=None).spec
    if not curve.loss.is_typed or any(sign in text for sign in FORMULA_SIGNS):
        return text
    words = split(text)
    return str(replace(words, body=f"({words.body})"))


def _parts(option: ViewOption, spec: FigureSpec) -> Iterator[str]:
    """Yield the part of an address for `option`, if `spec` has it."""
    field = next(each for each in fields(spec) if each.name == FIELDS[option.name])
    value = getattr(spec, field.name)
    if option.kind == "panel":
        if option.name in value:
            yield option.key
    elif value != field.default:
        yield option.key if option.kind == "flag" else f"{option.key}={_text(value)}"


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return ":".join(map(number, value))
    return number(value) if isinstance(value, float) else str(value)
