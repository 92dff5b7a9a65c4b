"""The words of a figure, in its language: what its curves, axes and panels are called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lossplot._curves.curve import Curve, short
from lossplot._curves.panels import Panel
from lossplot._figure.distribution import Evidence
from lossplot._figure.evidence_words import strip_name, with_mean
from lossplot._figure.looks import PRESETS
from lossplot._figure.marks import mark_words
from lossplot._figure.scene import Scene
from lossplot._figure.spec import FigureSpec
from lossplot._figure.styles import FEWEST, find_family
from lossplot._text.language import Language
from lossplot._text.markup import as_mathtext, literal, plain, variable
from lossplot._text.names import axis_words, marked_label, marked_values, panel_name

# What the margin axis is called where it is the decision value.
_DECISION = "decision value *f*(*x*), for *y* = +1"


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of a figure; `names` are those of the curves, empty where the title is the name of the only one.

    The `title` of a family is its name, unless the user gave another: `short_names` are the values of its `parameter`,
    for a legend under a `heading`, or for the curves.
    A title with a formula may be broken between its `title_parts`; a formula below a title of the user has
    `subtitle_parts`.
    All words have the markup of `lossplot._text.markup`, but for mathtext: that is the title if `title_is_math`, the
    labels of the axes if `math`, the names if `formulas`, and the subtitle.
    """

    title: str
    title_parts: tuple[str, ...]
    names: tuple[str, ...]
    short_names: tuple[str, ...]
    heading: str
    parameter: str
    x_label: str
    panels: tuple[str, ...]
    marks: tuple[tuple[str, ...], ...]
    math: bool
    formulas: bool
    subtitle_parts: tuple[str, ...] = ()
    title_is_math: bool = False
    # The groups of the data that are compared.
    groups: tuple[str, ...] = ()

    @property
    def plain(self) -> str:
        """All that is to be drawn in the figure's own font, run together."""
        marks = [words for panel in self.marks for words in panel]
        names = [*self.names, *self.short_names, self.heading, self.parameter]
        return plain(
            "".join([self.title, *self.subtitle_parts, *names, self.x_label, *self.panels, *marks, *self.groups])
        )

    @property
    def beside_math(self) -> str:
        """The texts that are read as mathtext, run together."""
        names = self.names if self.formulas else ()
        title = (self.title,) if self.title_is_math else ()
        return "".join([*names, *title, *self.subtitle_parts, *((self.x_label, *self.panels) if self.math else ())])


def make_wording(spec: FigureSpec, scene: Scene, language: Language, evidence: Evidence | None = None) -> Wording:
    """The words that `spec` gives, and those of `language` for what it leaves open; the `evidence` gives means."""
    names = tuple(name_parts(curve, spec.formula, language) for curve in scene.curves)
    if evidence:
        names = tuple((*name[:-1], with_mean(name[-1], curve, evidence, language)) for curve, name in enumerate(names))
    is_own = spec.title is None and _may_have_title(spec)
    has_subtitle = spec.title is not None and spec.formula and spec.labels != "none"
    is_above = is_own or has_subtitle
    # Two curves whose name is not above them have it themselves.
    family = (
        _family(scene.curves, spec.formula, 2 if is_above else FEWEST, language)
        if is_above or not spec.formula
        else None
    )
    if family and evidence:
        values = tuple(with_mean(value, curve, evidence, language) for curve, value in enumerate(family.values))
        family = replace(family, values=values)
    own = family.name if family else names[0] if len(names) == 1 else ()
    parts = own if is_own else tuple(_given(each, spec) for each in (spec.title,) if each)
    panels = [_own(_panel(spec, panel, language), spec) for panel in spec.panels]
    panels += [_own(strip_name(strip.panel, language), spec) for strip in scene.strips]
    if spec.y_label is not None:
        panels[0] = _given(spec.y_label, spec)
    is_named = len(names) > 1 or spec.labels == "none" or (evidence is not None and not is_own)
    return Wording(
        title=" ".join(parts),
        title_parts=parts,
        names=tuple(" ".join(name) if is_named else "" for name in names),
        short_names=family.values if family else (),
        heading="" if not family else family.heading if is_above else family.full_heading,
        parameter="" if not family else family.full_parameter if spec.title and not has_subtitle else family.parameter,
        x_label=_own(_x_label(spec, scene, language), spec) if spec.x_label is None else _given(spec.x_label, spec),
        panels=tuple(panels),
        marks=tuple(
            mark_words(panel.marks, scene.curves[0].axis.variable, language, in_steps=spec.step is not None)
            for panel in scene.panels
        ),
        math=spec.math,
        formulas=spec.formula and not family,
        subtitle_parts=own if has_subtitle else (),
        title_is_math=spec.formula if is_own else spec.math,
        groups=tuple(map(literal, evidence.groups)) if evidence else (),
    )


def _own(marked: str, spec: FigureSpec) -> str:
    """A text of ours as words of a figure, in which that of the user may be mathtext."""
    return as_mathtext(marked) if spec.math else marked


def _given(text: str, spec: FigureSpec) -> str:
    """A text of the user as words of a figure: mathtext if that was asked for, else literal."""
    return text if spec.math else literal(text)


def _may_have_title(spec: FigureSpec) -> bool:
    """Return True if the names of losses may stand above the figure; those of papers stand in the caption."""
    return spec.labels != "none" and (spec.formula or not spec.preset or PRESETS[spec.preset].titled)


@dataclass(frozen=True, slots=True)
class _Family:
    """The words of a family: its name in parts, the letter and the values of its parameter, and headings of a legend.

    The `heading` is for a figure that has the name as its title, and the `full_heading` for others; the
    `full_parameter` is the letter after the name, for curves below another title.
    """

    name: tuple[str, ...]
    parameter: str
    full_parameter: str
    values: tuple[str, ...]
    heading: str
    full_heading: str


def _family(curves: Sequence[Curve], formula: bool, fewest: int, language: Language) -> _Family | None:
    """The words of the family of `fewest` members or more that all the curves are, if they are one.

    For both labels they are none: a value of the parameter would name two curves.
    """
    family = find_family(curves, fewest)
    if not family or len(family.members) < len(curves) or any(curve.axis.y is not None for curve in curves):
        return None
    letter, values = (
        variable(language.parameter(family.parameter)),
        [short(each.parameters[family.parameter]) for each in curves],
    )
    first = replace(curves[0], given=tuple(name for name in curves[0].given if name != family.parameter))
    others = tuple(name for name in first.parameters if name != family.parameter)
    name = marked_label(first, language)
    return _Family(
        formula_parts(replace(first, given=others), language) if formula else (name,),
        letter,
        language("{name}, {parameter}", name=name, parameter=letter),
        tuple(values),
        language("{parameter} =", parameter=letter),
        language("{name}, {parameter} =", name=name, parameter=letter),
    )


def joined(spec: FigureSpec, cells: Sequence[Wording]) -> Wording:
    """The words of a grid: its title, and those of all its `cells`."""
    title = _given(spec.title or "", spec)
    return Wording(
        title=title,
        title_parts=(title,) if title else (),
        names=tuple(name for cell in cells for name in (cell.title, *cell.names)),
        short_names=tuple(name for cell in cells for name in cell.short_names),
        heading="".join(cell.heading for cell in cells),
        parameter="".join(cell.parameter for cell in cells),
        x_label="".join(cell.x_label for cell in cells),
        panels=tuple(panel for cell in cells for panel in cell.panels),
        marks=tuple(marks for cell in cells for marks in cell.marks),
        math=spec.math,
        formulas=spec.formula,
        title_is_math=spec.math,
    )


def name_parts(curve: Curve, formula: bool, language: Language) -> tuple[str, ...]:
    """The name of a curve in parts; with its formula, which has letters, that has the values of all parameters."""
    if not formula:
        return (marked_label(curve, language),)
    return formula_parts(replace(curve, given=tuple(curve.parameters)), language)


def formula_parts(curve: Curve, language: Language) -> tuple[str, ...]:
    """The name of `curve` with its formula, cut where a line may end: after the name, and after each case.

    A typed formula without a label names itself.
    """
    from lossplot._formula.notation.mathtext import mathtext

    end = "\n"
    case, otherwise, separator = (language(text) for text in ("{value} if {condition}", "{value} otherwise", "; "))
    pieces = mathtext(curve.notation, case, otherwise, separator.rstrip() + end).split(end)
    if curve.loss.is_typed and not curve.label:
        values = as_mathtext(marked_values(curve, curve.given, language))
        *before, last = pieces
        return (*before, f"{last}, {values}" if values else last)
    name = as_mathtext(marked_label(curve, language))
    first = language("{name}: {formula}", name=name, formula=end).replace(f" {end}", end)
    return (*filter(None, first.split(end)), *pieces)


def _x_label(spec: FigureSpec, scene: Scene, language: Language) -> str:
    axis = scene.curves[0].axis
    if axis.is_nameless:
        return axis.label
    if axis.name == "margin" and spec.margin == "decision":
        return language(_DECISION)
    return axis_words(scene.curves, spec.panels, language)


def _panel(spec: FigureSpec, panel: Panel, language: Language) -> str:
    """The name of a panel, which begins a line; a loss alone needs none."""
    if panel == "loss" and spec.normalize:
        at_zero = "loss, scaled to 1 at *f* = 0" if spec.both_labels else "loss, scaled to 1 at *m* = 0"
        return _capitalised(language(at_zero))
    return "" if spec.panels == ("loss",) else _capitalised(panel_name(panel, spec.risk, language))


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]
