"""A figure as an address of the page, and what the page's scripts make of it: the same figure again."""

from __future__ import annotations

import random
import shlex
from dataclasses import replace
from typing import Any

import pytest
from support.cases import some
from support.node import Ask, node_script

from lossplot._curves.curve import Curve
from lossplot._curves.parse import read_curves
from lossplot._errors import RequestError
from lossplot._figure.options import read_spec
from lossplot._figure.resolve import resolve
from lossplot._figure.spec import FIELDS, FigureSpec
from lossplot._gallery.data.figures import gallery_figures
from lossplot._gallery.page.view_address import view_address, view_words
from lossplot._gallery.page.view_options import view_options
from lossplot._losses import LOSSES

CODE = """
const { addressOf, commandOf, readAddress } = await import("./address.js");
const { withoutLooks } = await import("./looks.js");
const { scaleProblem } = await import("./scaled.js");
function answer(words) {
  const { state, wrong } = readAddress(withoutLooks(words), lossplot.losses);
  const look = (name) => words.split("&").find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1);
  const command = commandOf(state, look("theme") ?? "light", look("lang") ?? "en");
  return { wrong, command, address: addressOf(state), problem: state.normalize ? scaleProblem(state.curves) : "" };
}
"""
STATES, PARTS = 50, 6
# What is typed, of each axis.
FORMULAS = {
    "margin": [
        "max(0, 1 - m)**2",
        "a & b = log(1 + exp(-m))",
        "0.7*hinge + 0.3*logistic",
        "max(0, c - m)**k:c=1.5:k=3",
    ],
    "error": ["r**4/4", "Huber doubled = 2*huber", "abs(r) + r^2/2", "mine = r + 1"],
    "probability": ["-log(p)", "(1 - p)**g:g=2.5"],
}


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    return node_script(tmp_path_factory.mktemp("address"), ["address", "looks", "scaled"], CODE)


def figure_of(command: str) -> FigureSpec:
    """The figure of a command line whose options are flags, or have `=`."""
    words = shlex.split(command)[1:]
    options = [word.removeprefix("--").partition("=") for word in words if word.startswith("--")]
    values = {name: value if sign else True for name, sign, value in options}
    return read_spec([word for word in words if not word.startswith("--")], values)


def assert_same(one: FigureSpec, other: FigureSpec) -> None:
    assert replace(one, losses=()) == replace(other, losses=())
    assert curves_of(one) == curves_of(other)


def curves_of(spec: FigureSpec) -> list[tuple[Curve, tuple[str, ...]]]:
    """The curves by our own names, with the parameters that are given."""
    return [(replace(curve, library=None), curve.given) for curve in read_curves(spec.losses)]


def some_curve(draw: random.Random, name: str) -> Curve:
    """A curve of a loss, of whose parameters some have other values."""
    [curve] = read_curves([name])
    for parameter in curve.loss.parameters:
        value = draw.choice([parameter.default, round(draw.uniform(0.1, 3.0), draw.randint(0, 16)), draw.randint(1, 4)])
        changed = replace(curve.having(parameter.name, float(value)), given=(*curve.given, parameter.name))
        if float(value) in parameter and changed.allowed and draw.random() < 0.6:
            curve = changed
    return curve


def some_figure(draw: random.Random) -> FigureSpec:
    """A figure of losses of one axis, with some of the options that it may have."""
    axis = draw.choice(["margin", "margin", "error", "error", "probability", "prediction", "score"])
    names = [loss.name for loss in LOSSES.values() if loss.axis.name == axis]
    curves = [some_curve(draw, draw.choice(names)) for _ in range(draw.randint(1, 5))]
    curves += read_curves(draw.sample(FORMULAS.get(axis, []), draw.randint(0, min(2, len(FORMULAS.get(axis, []))))))
    low, height = draw.uniform(-4.0, 0.4), draw.uniform(-1.0, 1.0)
    values: dict[str, Any] = {
        **{option.name: True for option in view_options() if option.kind in ("panel", "flag")},
        "range": f"{low!r}:{low + draw.uniform(0.5, 9.0):.6g}",
        "ylim": f"{height!r}:{height + 10.0 ** draw.randint(-9, 9)!r}",
        "mark": repr(draw.uniform(-1.0, 1.0) * 10.0 ** draw.randint(-12, 3)),
        "theme": "dark",
        "lang": "zh",
    }
    axes = {option.name: option.axes for option in view_options()}
    chosen = [name for name in values if draw.random() < 0.4 and (not axes[name] or axis in axes[name])]
    return read_spec([curve.spec for curve in dict.fromkeys(curves)], {name: values[name] for name in chosen})


@pytest.mark.slow
@pytest.mark.parametrize("part", some(range(PARTS), among=PARTS))
def test_three_hundred_figures_are_the_same_by_way_of_the_page(ask: Ask, part: int) -> None:
    draw = random.Random(f"18/{part}")
    specs = [some_figure(draw) for _ in range(STATES)]
    words = [view_words(spec, read_curves(spec.losses)) for spec in specs]
    for spec, asked, answer in zip(specs, words, ask([*words]), strict=True):
        assert answer["wrong"] == [], asked
        assert_same(figure_of(answer["command"]), spec)
    # Each option of the table was drawn.
    for option in view_options():
        assert (
            sum(getattr(spec, FIELDS[option.name]) != getattr(FigureSpec(()), FIELDS[option.name]) for spec in specs)
            > 2
        )


@pytest.mark.parametrize("part", some(range(PARTS), among=PARTS))
def test_every_figure_of_the_gallery_is_the_same_by_way_of_the_page(ask: Ask, part: int) -> None:
    shown = {FIELDS[option.name] for option in view_options() if option.kind != "choice"}
    specs = []
    for figure in gallery_figures()[part::PARTS]:
        options = {name: getattr(figure.spec, name) for name in shown}
        spec = FigureSpec(figure.spec.losses, **options)
        curves = read_curves(spec.losses)
        has_all = spec.panels[0] == "loss" and figure.spec.axis is None and "risk" not in spec.panels
        if has_all and not any(curve.factor != 1.0 for curve in curves):
            specs.append(spec)
    words = [view_words(spec, read_curves(spec.losses)) for spec in specs]
    for spec, answer in zip(specs, ask([*words]), strict=True):
        assert answer["wrong"] == [], spec
        assert_same(figure_of(answer["command"]), spec)
    assert len(specs) > 25


def test_each_option_is_the_same_by_way_of_the_page_alone_and_with_all_others(ask: Ask) -> None:
    values: dict[str, list[Any]] = {
        **{option.name: [True] for option in view_options() if option.kind in ("panel", "flag")},
        "range": ["0:1", "-1:0", "-1e-3:1e3"],
        "ylim": ["0:1", "-1:0", "-0.25:5"],
        "mark": ["0", "1", "-1", "1e-12"],
        "theme": ["dark"],
        "lang": ["zh"],
    }
    assert [*values] == [option.name for option in view_options()]
    asked: list[dict[str, Any]] = [{}, *({name: each} for name, some in values.items() for each in some)]
    for place in range(4):
        whole = {name: some[min(place, len(some) - 1)] for name, some in values.items() if name != "weight"}
        asked += [whole, {name: value for name, value in whole.items() if name != "mark"}]
    specs = [read_spec(["huber" if "weight" in each else "hinge"], each) for each in asked]
    words = [view_words(spec, read_curves(spec.losses)) for spec in specs]
    for spec, answer, address in zip(specs, ask([*words]), words, strict=True):
        assert answer["wrong"] == [], address
        assert_same(figure_of(answer["command"]), spec)
        # The page's looks are no part of the figure.
        assert answer["address"] == address.removesuffix("&lang=zh").removesuffix("&theme=dark")


@pytest.mark.parametrize("part", some(range(PARTS), among=PARTS))
def test_the_page_refuses_the_options_that_figures_refuse(ask: Ask, part: int) -> None:
    options = [option.name for option in view_options() if option.axes]
    asked = [(curve, option) for curve in [*LOSSES][part::PARTS] for option in options]
    asked += [(f"hinge:threshold={value}", "normalize") for value in ("0", "-1", "0.5")]
    answers = ask([f"{curve}&{option}" for curve, option in asked])
    refused = 0
    for (curve, option), answer in zip(asked, answers, strict=True):
        try:
            is_drawn = bool(resolve(read_spec([curve], {option: True})).scene)
        except RequestError:
            is_drawn = False
        refused += not is_drawn
        assert is_drawn == (not answer["wrong"] and not answer["problem"]), (curve, option)
    assert refused > 15


ADDRESSES: dict[tuple[str, ...], tuple[dict[str, str | bool], str]] = {
    ("huber:delta=0.5,1,2",): (
        {"derivative": True},
        "losses/huber.html?huber:delta=0.5+huber:delta=1+huber:delta=2&derivative",
    ),
    ("hinge", "logistic"): (
        {"range": "-3:3", "ylim": "0:1e-5", "normalize": True, "mark": "0.5", "theme": "dark", "lang": "zh"},
        "overlay.html?hinge+logistic&normalize&range=-3:3&ylim=0:1e-05&x=0.5&theme=dark&lang=zh",
    ),
    ("logistic",): (
        {"range": "0:1", "ylim": "-1:0", "mark": "0"},
        "losses/logistic.html?logistic&range=0:1&ylim=-1:0&x=0",
    ),
    ("mse", "scipy:huber"): ({"weight": True}, "overlay.html?squared+huber&weight"),
    ("合页损失",): ({}, "losses/hinge.html?hinge"),
    ("hinge", "HINGE"): ({"axis": "margin"}, "losses/hinge.html?hinge"),
    ("a & b = log(1 + exp(-m))",): ({}, "overlay.html?a%20%26%20b%20=%20log(1%20%2B%20exp(-m))"),
    ("mine = r + 1",): ({}, "overlay.html?mine%20=%20(r%20%2B%201)"),
    ("max(0, 1 - m)**k:k=2",): ({}, "overlay.html?max(0,%201%20-%20m)**k:k=2"),
    ("hinge + logistic",): ({}, "overlay.html?(hinge%20%2B%20logistic)"),
    ("mine = 1 - m", "hinge"): ({}, "overlay.html?mine%20=%20(1%20-%20m)+hinge"),
}
REFUSED: dict[tuple[str, ...], list[tuple[dict[str, str | bool], str]]] = {
    ("hinge",): [
        ({"size": "4x3"}, "--size is no option of the page"),
        ({"title": "a"}, "--title is no option of the page"),
        ({"xscale": "symlog"}, "--xscale is no option of the page"),
        ({"risk": "0.3"}, "--risk is no option of the page"),
        ({"only": "derivative"}, "--only is no option of the page, which shows the loss first"),
        ({"mark": "1,2"}, "the page marks one x, and these are 2"),
        ({"theme": "print"}, "the page has no theme 'print', only light and dark"),
    ],
    ("log-loss",): [({"axis": "margin"}, "--axis is no option of the page")],
    ("mine = hinge",): [({}, "the page calls hinge by its own name, not 'mine'")],
    ("huber:delta=1..2",): [({}, "a sweep moves by itself, and the page has sliders")],
    ("torch:multi_margin",): [({}, "torch:multi_margin has a scale of its own, which the page has not; open 'hinge")],
    (f"huber:delta={','.join(map(str, range(1, 26)))}",): [({}, "24 curves is the most for the page; this is 25")],
}


@pytest.mark.parametrize("losses", ADDRESSES, ids=" ".join)
def test_an_address_leads_to_the_page_of_the_loss_or_to_the_overlay(losses: tuple[str, ...]) -> None:
    options, address = ADDRESSES[losses]
    assert view_address(resolve(read_spec(losses, options))) == address


@pytest.mark.parametrize("losses", REFUSED, ids=" ".join)
def test_what_the_page_cannot_show_is_refused_by_name(losses: tuple[str, ...]) -> None:
    for options, message in REFUSED[losses]:
        with pytest.raises(RequestError) as error:
            view_address(resolve(read_spec(losses, options)))
        assert message in str(error.value)
