"""The gallery as data: figures that are what their sources print, and cards that agree with the commands."""

from __future__ import annotations

import copy
import json
import math
import re
import shlex
from collections.abc import Callable, Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import numpy as np
import pytest
from make_gallery_schema import gallery_schema
from support.browser import card_of
from support.cases import every, some
from support.run import call

from lossplot._curves.curve import Curve
from lossplot._curves.efficiency import efficiency
from lossplot._curves.properties import card
from lossplot._figure.resolve import resolve
from lossplot._figure.styles import find_family
from lossplot._formula.evaluate import Array
from lossplot._formula.notation.text import unicode
from lossplot._gallery.data.catalogue import SCHEMA, FigureRecord, figure_records, gallery_json
from lossplot._gallery.data.families import family, usual_values
from lossplot._gallery.data.figures import GalleryFigure, gallery_figures
from lossplot._gallery.data.overlays import OVERLAYS
from lossplot._gallery.page.readme import readme
from lossplot._gallery.page.scripts import asset
from lossplot._losses import LOSSES, Loss
from lossplot._losses.entry import NONNEGATIVE, OPEN_UNIT, POSITIVE, UNIT
from lossplot._text.language import languages

EVERY_LOSS = every("loss", LOSSES.values(), ids=LOSSES)


@cache
def figures() -> dict[str, GalleryFigure]:
    return {figure.name: figure for figure in gallery_figures()}


# The losses and the figures of the gallery that is made in the usual run, and of the whole.
PARTS = {
    "some": (
        (*[*LOSSES][::36], "hinge", "tweedie-deviance", "crps-gaussian"),
        ("overlays/esl-10-5", "overlays/barron-1"),
    ),
    "all": ((*LOSSES,), tuple(figure.name for figure in gallery_figures())),
}


@pytest.fixture(params=["some", pytest.param("all", marks=pytest.mark.slow)])
def part(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@cache
def losses_of(part: str) -> tuple[str, ...]:
    """The names of the losses of a part, in the order of the catalogue."""
    return tuple(name for name in LOSSES if name in PARTS[part][0])


@cache
def figures_of(part: str) -> dict[str, GalleryFigure]:
    """The figures of each loss of a part, and those of its others and of the families of its losses."""
    losses, others = PARTS[part]
    names = {f"{kind}/{loss}" for kind in ("losses", "families") for loss in losses} | {*others}
    return {name: figure for name, figure in figures().items() if name in names}


@cache
def records(part: str) -> tuple[FigureRecord, ...]:
    return tuple(figure_records(figures_of(part).values(), map(card_of, losses_of(part))))


@cache
def page(part: str) -> str:
    return readme([*map(card_of, losses_of(part))], records(part)).decode()


@cache
def gallery(part: str) -> Any:
    return json.loads(gallery_json([*map(card_of, losses_of(part))], records(part)))


@cache
def schema() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads(asset(SCHEMA)))


def curves_of(name: str) -> tuple[Curve, ...]:
    return resolve(figures()[name].spec).curves


# --- which figures there are ---


def test_no_two_figures_have_one_name_and_all_names_are_files_anywhere() -> None:
    names = [figure.name for figure in gallery_figures()]
    assert len(set(names)) == len(names) == len(figures())
    folders = {"loss": "losses", "family": "families", "overlay": "overlays"}
    for figure in figures().values():
        assert re.fullmatch(rf"{folders[figure.kind]}/[a-z0-9]+(-[a-z0-9]+)*", figure.name)


def test_figures_follow_their_reader_and_fit_a_page() -> None:
    for figure in figures().values():
        assert (figure.spec.theme, figure.spec.preset, figure.spec.language) == ("auto", "web", "en")
        assert set(figure.title) == set(languages())
        assert all(figure.title.values())
        assert bool(figure.source) == (figure.kind == "overlay")


def test_what_is_drawn_is_what_a_figure_says_is_drawn() -> None:
    for figure in figures().values():
        losses = [curve.loss for curve in resolve(figure.spec).curves]
        assert figure.losses == tuple(dict.fromkeys(loss.name for loss in losses if not loss.is_typed))


@pytest.mark.slow
def test_a_note_says_in_all_languages_what_is_otherwise_than_in_the_source(part: str) -> None:
    notes = {name: figure.note for name, figure in figures().items() if figure.note}
    assert {*notes} == {f"overlays/{overlay.name}" for overlay in OVERLAYS if overlay.note}
    for record in records(part):
        assert record["note"] == notes.get(record["name"], {})
    for name, note in notes.items():
        assert set(note) == set(languages())
        assert note["en"].endswith(".")
        assert note["zh"].endswith("\u3002")
        assert (f". {note['en']}\n" in page(part)) == (name in figures_of(part))
    assert "could not be confirmed" in notes["overlays/esl-10-5"]["en"]


@EVERY_LOSS
def test_every_loss_has_a_figure_with_its_derivatives(loss: Loss) -> None:
    spec = figures()[f"losses/{loss.name}"].spec
    assert (spec.losses, spec.panels) == ((loss.name,), ("loss", "derivative", "second-derivative"))
    assert figures()[f"losses/{loss.name}"].title["en"] == loss.title


@EVERY_LOSS
def test_every_loss_with_parameters_has_a_family_but_one(loss: Loss) -> None:
    figure = figures().get(f"families/{loss.name}")
    assert (figure is not None) == (bool(loss.parameters) and loss.name != "epsilon-zero-one")
    if figure:
        curves = curves_of(figure.name)
        members = find_family(curves)
        assert members
        values = [curve.parameters[members.parameter] for curve in curves]
        assert len(values) == len(set(values)) in (3, 4, 5)
        assert values in (sorted(values), sorted(values, reverse=True))
        assert figure.title["en"].startswith(f"{loss.title} by ")
        assert all(curve.loss is loss for curve in curves)


def test_the_usual_values_are_those_of_the_interval() -> None:
    assert usual_values(POSITIVE, 3.0) == (1.5, 3.0, 6.0, 12.0)
    assert usual_values(NONNEGATIVE, 1.0) == (0.0, 1.0, 2.0, 4.0)
    assert usual_values(UNIT, 0.7) == (0.0, 0.25, 0.5, 0.75, 1.0)
    assert usual_values(OPEN_UNIT, 0.7) == (0.1, 0.25, 0.5, 0.75, 0.9)


def test_a_loss_without_parameters_has_no_family() -> None:
    assert family(LOSSES["exponential"]) is None


def test_the_title_of_a_family_names_its_parameter() -> None:
    title = figures()["families/huber"].title
    assert (title["en"], title["zh"]) == ("Huber by δ", "Huber 损失，随 δ 变化")


def test_each_overlay_has_its_place_and_compares_several_curves() -> None:
    assert len({overlay.title for overlay in OVERLAYS}) == len(OVERLAYS) == len({each.name for each in OVERLAYS})
    for overlay in OVERLAYS:
        assert re.search(r"\b(1[89]|20)\d\d\b|SciPy|scikit-learn|statsmodels|robustbase", overlay.source), (
            overlay.source
        )
        assert len(curves_of(f"overlays/{overlay.name}")) >= 2


# The years of sources, and their figures or sections.
PRINTED_AT = {
    "esl-10-4": "2009 2 10.4",
    "esl-10-5": "2009 2 10.5",
    "esl-12-3": "2009 2 12.3.2",
    "prml-hinge": "2006 7.5",
    "prml-boosting": "2006 14.3.2",
    "prml-1-29": "2006 1.29",
    "murphy-surrogates": "2022 4.3.2",
    "murphy-huber": "2012 7.4",
    "murphy-svr": "2012 14.5.1",
    "wikipedia-surrogates": "2019",
    "wikipedia-consistent": "2019 2",
    "smooth-hinges": "2005 2005",
    "bounded-margin": "2006 2008 2010",
    "m-estimators": "1997",
    "mass-psi": "2002 4 5.5",
    "astroml-8-7": "2014 8.7",
    "barron-1": "2019 1",
    "support-vector-regression": "2004",
    "quantile-expectile": "1978 1987",
    "focal-1": "2017 1",
    "proper-scores": "2007 2005",
    "label-noise": "2018 2020 2017",
    "gan-critics": "2014 2017 2017 2017",
    "contrastive": "2006",
}


def test_a_source_has_the_year_and_the_number_that_it_is_found_by() -> None:
    numbers = {each.name: " ".join(re.findall(r"\d+(?:\.\d+)*", each.source)) for each in OVERLAYS}
    assert {name: found for name, found in numbers.items() if found} == PRINTED_AT


# --- overlays are what their sources print; each formula below is the source's, retyped ---


def hinge(m: Array) -> Array:
    return np.maximum(0.0, 1.0 - m)


def step(m: Array) -> Array:
    return np.where(m <= 0.0, 1.0, 0.0)


def log2(m: Array) -> Array:
    return np.log2(1.0 + np.exp(-m))


def huberised(m: Array) -> Array:
    """Squared hinge down to -1 and linear from there; a quarter of it has the slope -1."""
    return np.where(m >= -1.0, np.maximum(0.0, 1.0 - m) ** 2, -4.0 * m)


def huber(c: float) -> Callable[[Array], Array]:
    return lambda t: np.where(np.abs(t) > c, -c * (0.5 * c - np.abs(t)), 0.5 * t**2)


def bisquare(k: float) -> Callable[[Array], Array]:
    return lambda x: np.where(np.abs(x) <= k, x * (1.0 - (x / k) ** 2) ** 2, 0.0)


def hampel(a: float, b: float, c: float) -> Callable[[Array], Array]:
    """Psi as MASS's `psi.hampel` has it, which is a weight there."""
    return lambda x: np.sign(x) * np.clip(np.minimum(np.abs(x), a * (c - np.abs(x)) / (c - b)), 0.0, a)


def focal(gamma: float) -> Callable[[Array], Array]:
    return lambda p: -((1.0 - p) ** gamma) * np.log(p)


PRINTED: dict[str, list[Callable[[Array], Array]]] = {
    # scikit-learn, examples/linear_model/plot_sgd_loss_functions.py
    "sklearn-sgd": [step, hinge, lambda m: -np.minimum(m, 0.0), log2, lambda m: hinge(m) ** 2, huberised],
    # The caption of figure 10.4, divided by each value at 0
    "esl-10-4": [
        step,
        lambda m: np.exp(-m),
        lambda m: np.log(1.0 + np.exp(-2.0 * m)) / np.log(2.0),
        lambda m: (1.0 - m) ** 2,
        hinge,
    ],
    # Equation 10.23 with delta = 1, and its neighbours
    "esl-10-5": [
        np.square,
        np.abs,
        lambda r: np.where(np.abs(r) <= 1.0, r**2, 2.0 * np.abs(r) - 1.0),
    ],
    "esl-12-3": [hinge, lambda m: np.log(1.0 + np.exp(-m)), lambda m: (1.0 - m) ** 2, lambda m: huberised(m) / 4.0],
    "prml-hinge": [hinge, log2, step, lambda m: (1.0 - m) ** 2],
    "prml-boosting": [lambda m: np.exp(-m), log2, hinge, step],
    "prml-1-29": [lambda r, q=q: np.abs(r) ** q for q in (0.3, 1.0, 2.0, 10.0)],  # type: ignore[misc]
    # pyprobml, scripts/hinge_loss_plot.py
    "murphy-surrogates": [step, hinge, log2, lambda m: np.exp(-m)],
    # pmtk3, demos/huberLossPlot.m: delta = 1.5
    "murphy-huber": [np.square, np.abs, huber(1.5)],
    "murphy-svr": [np.square, lambda r: np.maximum(0.0, np.abs(r) - 1.5), huber(1.5)],
    # The article's formulas, and the legends of its pictures
    "wikipedia-surrogates": [step, lambda v: (1.0 - v) ** 2, hinge, log2],
    "wikipedia-consistent": [
        step,
        lambda v: 1.0 / (1.0 + np.exp(v)) ** 2,
        log2,
        lambda v: np.exp(-v),
        lambda v: (2.0 * np.arctan(v) - 1.0) ** 2,
        lambda v: (1.0 - v) ** 2,
    ],
    # astroML, book_figures/chapter8/fig_huber_func.py
    "astroml-8-7": [huber(c) for c in (1.0, 2.0, 3.0, 5.0, 1000.0)],
    # Barron 2019, the special cases, with c = 1
    "barron-1": [
        lambda x: 1.0 - np.exp(-(x**2) / 2.0),
        lambda x: 2.0 * x**2 / (x**2 + 4.0),
        lambda x: np.log(x**2 / 2.0 + 1.0),
        lambda x: np.sqrt(x**2 + 1.0) - 1.0,
        lambda x: x**2 / 2.0,
    ],
    # scipy.optimize.least_squares, the table of `loss`: rho(z) of z = r^2, half of which is the cost
    "scipy-least-squares": [
        lambda r: r**2 / 2.0,
        lambda r: np.sqrt(1.0 + r**2) - 1.0,
        lambda r: np.where(r**2 <= 1.0, r**2, 2.0 * np.abs(r) - 1.0) / 2.0,
        lambda r: np.log(1.0 + r**2) / 2.0,
        lambda r: np.arctan(r**2) / 2.0,
    ],
    # Smola & Schölkopf 2004, the common loss functions, with epsilon = sigma = 1
    "support-vector-regression": [
        lambda r: np.maximum(0.0, np.abs(r) - 1.0),
        np.abs,
        lambda r: r**2 / 2.0,
        lambda r: np.where(np.abs(r) <= 1.0, r**2 / 2.0, np.abs(r) - 0.5),
    ],
    "focal-1": [focal(gamma) for gamma in (0.0, 0.5, 1.0, 2.0, 5.0)],
    # Hadsell, Chopra & LeCun 2006, with m = 1: dissimilar pairs and similar ones
    "contrastive": [lambda d: np.maximum(0.0, 1.0 - d) ** 2 / 2.0, lambda d: d**2 / 2.0],
}


@pytest.mark.parametrize("name", PRINTED)
def test_an_overlay_is_what_its_source_prints(name: str) -> None:
    curves = curves_of(f"overlays/{name}")
    low, high = figures()[f"overlays/{name}"].spec.x_range or curves[0].axis.view
    x = np.linspace(low, high, 41)[1:-1]
    for curve, printed in zip(curves, PRINTED[name], strict=True):
        assert np.allclose(curve.jet(x).value, printed(x), rtol=1e-12, atol=1e-12), curve.spec


# psi, of losses whose rho no source writes out: the vignette of robustbase, and rlm.R of MASS
PSI: dict[str, list[Callable[[Array], Array]]] = {
    "robustbase-psi": [
        lambda x: np.clip(x, -1.345, 1.345),
        bisquare(4.685),
        hampel(1.4, 3.2, 7.2),
        lambda x: x * np.exp(-((x / (2.984 / math.sqrt(2.0))) ** 2) / 2.0),
    ],
    "mass-psi": [
        lambda x: np.where(np.abs(x) < 2.0, x, 0.0),
        lambda x: np.clip(x, -1.345, 1.345),
        bisquare(4.685),
        hampel(2.0, 4.0, 8.0),
    ],
}


@pytest.mark.parametrize("name", PSI)
def test_the_slopes_of_an_overlay_are_what_its_source_prints(name: str) -> None:
    x = np.linspace(-5.95, 9.95, 54)
    for curve, printed in zip(curves_of(f"overlays/{name}"), PSI[name], strict=True):
        assert np.allclose(curve.jet(x).slope, printed(x), rtol=1e-12, atol=1e-12), curve.spec


def test_the_constants_of_robustbase_are_those_of_its_vignette() -> None:
    *_, hampel, welsch = curves_of("overlays/robustbase-psi")
    assert [*hampel.parameters.values()] == [round(0.9016085 * each, 1) for each in (1.5, 3.5, 8.0)]
    assert welsch.parameters["c"] == pytest.approx(2.11 * math.sqrt(2.0), abs=5e-4)


VIEWS = {
    # scikit-learn, plot_sgd_loss_functions.py; pyprobml, hinge_loss_plot.py; pmtk3, huberLossPlot.m, lossFunctionFig.m
    "sklearn-sgd": ((-4.0, 4.0), (0.0, 8.0)),
    "murphy-surrogates": ((-2.1, 2.1), (-0.1, 3.1)),
    "murphy-huber": ((-3.0, 3.0), (-0.5, 5.0)),
    "murphy-svr": ((-3.0, 3.0), (-0.5, 5.0)),
    "prml-1-29": ((-2.0, 2.0), (0.0, 2.0)),
    "esl-10-4": ((-2.0, 2.0), (0.0, 3.0)),
    "esl-10-5": ((-3.0, 3.0), (0.0, 8.0)),
}


@pytest.mark.parametrize("name", VIEWS)
def test_an_overlay_has_the_view_of_its_source(name: str) -> None:
    figure = resolve(figures()[f"overlays/{name}"].spec)
    view = figure.scene.panels[0].view
    assert (figures()[f"overlays/{name}"].spec.x_range, (view.bottom, view.top)) == VIEWS[name]


def test_the_m_estimators_are_as_efficient_as_the_title_says() -> None:
    least_squares, *others = curves_of("overlays/m-estimators")
    assert least_squares.name == "half-squared"
    # Zhang 1997 prints so many digits of each constant.
    assert [efficiency(curve) for curve in others] == pytest.approx([0.95] * 5, abs=2e-4)


def test_surrogates_bound_the_zero_one_loss() -> None:
    x = np.linspace(-3.0, 3.0, 601)
    zero_one, *surrogates = curves_of("overlays/murphy-surrogates")
    assert all(np.all(curve.jet(x).value >= zero_one.jet(x).value) for curve in surrogates)


def test_titles_say_what_the_properties_say() -> None:
    proper = [card(curve).proper for curve in curves_of("overlays/proper-scores")]
    assert proper == [True] * (len(proper) - 1) + [False]
    bounded = [math.isfinite(card(curve).upper) for curve in curves_of("overlays/bounded-margin")]
    assert bounded == [True] * (len(bounded) - 1) + [False]


@pytest.mark.parametrize("name", ["overlays/esl-10-4", "overlays/sklearn-sgd", "families/hinge", "losses/huber"])
def test_the_command_of_a_figure_asks_for_that_figure(name: str, tmp_path: Path) -> None:
    [record] = figure_records([figures()[name]], ())
    program, *words = shlex.split(record["command"])
    assert program == "lossplot"
    assert words[words.index("--format") + 1] == "svg"
    words[words.index("--format") + 1] = "json"
    outcome = call(*words, "-o", "-", cwd=tmp_path)
    assert outcome.code == 0, outcome.err
    drawn = json.loads(outcome.text)
    assert drawn["description"] == record["description"]["en"]


# --- cards ---


def test_there_is_a_card_for_every_loss_in_the_order_of_the_catalogue(part: str, tmp_path: Path) -> None:
    listed = json.loads(call("list", "--format", "json", cwd=tmp_path).text)
    assert [*LOSSES] == [record["name"] for record in listed]
    for record in listed:
        if record["name"] not in losses_of(part):
            continue
        found = card_of(record["name"])
        assert {name: found[name] for name in ("axis", "aliases", "summary")} == {
            name: record[name] for name in ("axis", "aliases", "summary")
        }
        assert found["formula"]["source"] == record["formula"]
        assert {
            each["name"]: (each["default"], each["interval"]["low"], each["interval"]["high"])
            for each in found["parameters"]
        } == {name: (each["default"], each["low"], each["high"]) for name, each in record["parameters"].items()}


@pytest.mark.parametrize("name", some([*LOSSES][::4], among=9))
def test_a_card_agrees_with_the_command_that_explains_it(name: str, tmp_path: Path) -> None:
    [shown] = json.loads(call("show", name, "--format", "json", cwd=tmp_path).text)
    found = card_of(name)
    for key in ("name", "axis", "knots", "aliases", "summary", "source"):
        assert found[key] == shown[key], key
    assert (found["formula"]["source"], found["derivative"]["source"]) == (shown["formula"], shown["derivative"])
    assert {each["name"]: each["default"] for each in found["parameters"]} == shown["parameters"]
    assert found["properties"] == shown["properties"]
    assert found["conditions"] == shown["conditions"]
    assert [(each["name"], each["call"]) for each in found["equivalents"]] == [
        (each["name"], each["call"]) for each in shown["equivalents"]
    ]
    for each, written in zip(found["equivalents"], shown["equivalents"], strict=True):
        assert each["factor"] == unicode(LOSSES[name].parse(written["factor"]))
        assert each["name"].startswith(f"{each['library']}:")
    latex = call("show", name, "--format", "latex", cwd=tmp_path).text
    assert latex == f"L({found['variable']}) = {found['formula']['latex']}\n"
    for language, text in found["code"].items():
        assert call("show", name, "--format", language, cwd=tmp_path).text.rstrip() == text.rstrip()


READ = ("tweedie-deviance", "half-squared", "quantile", "smoothed-hinge", "linex", "brier")


@pytest.mark.parametrize("name", some(READ, among=3))
def test_a_card_agrees_with_what_people_read(name: str, tmp_path: Path) -> None:
    text, found = call("show", name, cwd=tmp_path).text, card_of(name)
    pieces = [*found["formula"]["unicode"].split("; "), *found["derivative"]["unicode"].split("; ")]
    assert all(piece in text for piece in [*pieces, *found["relatives"], found["label"]["en"], found["source"]])
    also = re.search(r"\n  also +(.+(?:\n {5,}.+)*)", text)
    assert len(also[1].splitlines() if also else []) == len(found["relatives"])
    for each in found["parameters"]:
        assert f"{each['name']} = {each['default']:g}, {each['domain']}" in text
        ends = each["domain"].removeprefix("whole, ").removeprefix("in ").partition(" without")[0]
        assert (each["interval"]["low_closed"], each["interval"]["high_closed"]) == (ends[0] == "[", ends[-1] == "]")
        assert len(each["holes"]) == each["domain"].count("without") + each["domain"].count(" and ")
    assert [text.count("′") for text in (found["formula"]["mathml"], found["derivative"]["mathml"])] == [0, 1]


@pytest.mark.parametrize("name", some(("hinge", "huber", "zero-one", "hampel", "log-loss"), among=3))
def test_the_knots_in_view_are_those_of_the_table(name: str, tmp_path: Path) -> None:
    left, right = card_of(name)["view"]
    [table] = json.loads(call("table", name, f"--at={left},{right}", "--format", "json", cwd=tmp_path).text)
    assert [knot for knot in card_of(name)["knots"] if left <= knot["x"] <= right] == table["knots"]


@pytest.mark.slow
@every("loss", LOSSES.values(), ids=LOSSES, among=16)
def test_a_card_speaks_every_language(loss: Loss) -> None:
    found = card_of(loss.name)
    for texts in (found["names"], found["label"], found["description"], *(p["symbol"] for p in found["parameters"])):
        assert set(texts) == set(languages())
    assert found["names"]["en"] == loss.title
    assert re.search("[\u4e00-\u9fff]", found["names"]["zh"])
    assert re.search("[\u4e00-\u9fff]", found["description"]["zh"])
    assert loss.title in found["description"]["en"]


# --- gallery.json and its schema ---


def test_the_schema_is_that_of_the_types() -> None:
    assert asset(SCHEMA) == gallery_schema()


def test_the_gallery_is_what_its_schema_says(part: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema().schema)
    made = gallery(part)
    schema().validate(made)
    assert [each["name"] for each in made["losses"]] == [*losses_of(part)]
    assert [each["name"] for each in made["figures"]] == [*figures_of(part)]
    assert made["$schema"] == schema().schema["$id"] == "gallery.schema.json"


def test_nothing_in_the_gallery_is_without_its_figure_or_its_words(part: str) -> None:
    known = {each["name"]: each["axes"] for each in gallery(part)["properties"]}
    for each in gallery(part)["losses"]:
        assert [*each["properties"]] == [name for name, axes in known.items() if each["axis"] in axes]
    for figure in gallery(part)["figures"]:
        assert set(figure["losses"]) <= set(LOSSES)


def objects(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], dict[str, Any]]]:
    """Every object within `data`, with its path; of a list only what its first element holds."""
    if isinstance(data, dict):
        yield path, data
        for key, value in data.items():
            yield from objects(value, (*path, key))
    elif isinstance(data, list) and data:
        yield from objects(data[0], (*path, 0))


def within(data: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        data = data[key]
    return data


@cache
def small() -> Any:
    """A gallery of one loss that has all there is to have."""
    whole = gallery("some")
    [linex] = [each for each in whole["losses"] if each["name"] == "tweedie-deviance"]
    [hinge_card] = [each for each in whole["losses"] if each["name"] == "hinge"]
    linex = linex | {"knots": hinge_card["knots"]}
    figure = next(each for each in whole["figures"] if not each["note"])
    assert all(linex[key] for key in ("knots", "parameters", "equivalents", "requires"))
    return whole | {"losses": [linex], "figures": [figure], "properties": whole["properties"][:1]}


OPEN = ("properties", "conditions", "names", "label", "title", "description", "symbol")


def test_the_schema_refuses_whatever_lacks_a_key_or_has_one_too_many() -> None:
    schema().validate(small())
    tried = 0
    for path, found in objects(small()):
        if path and path[-1] in OPEN:
            continue
        for change in [*found, None]:
            broken = copy.deepcopy(small())
            record = within(broken, path)
            if change is None:
                record["surplus"] = 1
            else:
                del record[change]
            assert not schema().is_valid(broken), (path, change)
            tried += 1
    assert tried > 50


BROKEN: list[tuple[tuple[Any, ...], Any]] = [
    (("losses", 0, "view", 0), "left"),
    (("losses", 0, "view", 0), None),
    (("losses", 0, "name"), 1),
    (("losses", 0, "domain", "low"), "minus infinity"),
    (("losses", 0, "domain", "low_closed"), 0),
    (("losses", 0, "knots", 0, "kind"), "kink"),
    (("losses", 0, "properties", "convex"), "yes"),
    (("losses", 0, "properties", "zeros"), [0.0]),
    (("losses", 0, "conditions", "convex"), None),
    (("losses", 0, "names", "zh"), None),
    (("losses", 0, "requires"), False),
    (("losses", 0, "aliases"), "mse"),
    (("figures", 0, "kind"), "picture"),
    (("figures", 0, "losses"), {}),
    (("$schema",), "other.json"),
    (("version",), 1.0),
]


@pytest.mark.parametrize(("path", "value"), BROKEN, ids=[f"{path[-1]}-{value}" for path, value in BROKEN])
def test_the_schema_refuses_a_value_of_another_kind(path: tuple[Any, ...], value: Any) -> None:
    broken = copy.deepcopy(small())
    within(broken, path[:-1])[path[-1]] = value
    assert not schema().is_valid(broken)


# --- README.md ---


class Pictures(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        assert tag == "img"
        assert found["src"] not in self.found
        self.found[found["src"]] = found["alt"]


def test_the_readme_shows_every_overlay_and_every_loss_with_its_words(part: str) -> None:
    parser = Pictures()
    parser.feed("\n".join(line for line in page(part).splitlines() if line.startswith("<")))
    shown = {f"{each['name']}.svg": each["description"]["en"] for each in records(part) if each["kind"] != "family"}
    assert parser.found == shown
    assert len(page(part)) < 500_000  # GitHub cuts a README at 512 kB


def test_words_for_a_picture_may_hold_any_character() -> None:
    words = 'a < b & "c" > d'
    figure = records("some")[0] | {"description": dict.fromkeys(languages(), words)}
    parser = Pictures()
    parser.feed("\n".join(line for line in readme([], [figure]).decode().splitlines() if line.startswith("<")))
    assert [*parser.found.values()] == [words]


def test_every_link_of_the_readme_leads_somewhere(part: str) -> None:
    headings = re.findall(r"^#+ (.+)$", page(part), re.MULTILINE)
    anchors = [re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings]
    assert len(set(anchors)) == len(anchors)
    links = re.findall(r"\]\(([^)\s]+)\)", page(part))
    files = {f"{name}.svg" for name in figures_of(part)} | {"gallery.json", "gallery.schema.json"}
    assert {link for link in links if not link.startswith("#")} <= files
    assert {link[1:] for link in links if link.startswith("#")} <= set(anchors)
    assert {f"#{name}" for name in losses_of(part)} <= set(links)
    assert {f"{name}.svg" for name, each in figures_of(part).items() if each.kind == "family"} <= set(links)


# What MathJax knows without a package, and GitHub allows.
MACROS = {
    *("left", "right", "frac", "sqrt", "text", "mathrm", "begin", "end", "sum", "le", "ge", "cdot", "Phi"),
    *("log", "max", "min", "exp", "sin", "cos", "tan", "sinh", "cosh", "tanh", "arctan"),
    *(
        "alpha",
        "beta",
        "gamma",
        "delta",
        "epsilon",
        "sigma",
        "tau",
        "phi",
        "pi",
        "eta",
        "mu",
        "lambda",
        "omega",
        "theta",
    ),
}


def test_the_mathematics_of_the_readme_needs_no_macro_that_github_lacks(part: str) -> None:
    formulas = re.findall(r"^```math\n(.+)\n```$", page(part), re.MULTILINE)
    assert len(formulas) == len(losses_of(part))
    for formula in formulas:
        assert set(re.findall(r"\\([A-Za-z]+)", formula)) <= MACROS, formula
        assert formula.count("{") == formula.count("}")
