"""What is asked for becomes a figure at the edges of every option, and what is recorded asks for the same again."""

from __future__ import annotations

import math
import shlex
from typing import Any

import pytest
from support.cases import every

from lossplot._errors import RequestError
from lossplot._figure.options import check_size, read_spec, resolution
from lossplot._figure.readers import read_chance, read_columns, read_dpi, read_marks, read_name, read_range, read_target
from lossplot._figure.spec import FigureSpec


@every(
    ("losses", "end"),
    [
        (("hinge",), "hinge"),
        (("hinge", "logistic"), "hinge logistic"),
        (("-m",), "-- -m"),
        (("hinge", "-m"), "-- hinge -m"),
        (("-m", "hinge"), "-- -m hinge"),
        (("hinge", "logistic", "-m"), "-- hinge logistic -m"),
        (("1 - m",), "'1 - m'"),
        (("max(0, -m)", "m - 1"), "'max(0, -m)' 'm - 1'"),
    ],
)
def test_losses_stand_last_and_after_two_dashes_where_any_could_be_taken_for_an_option(
    losses: tuple[str, ...], end: str
) -> None:
    assert FigureSpec(losses).command("png") == f"lossplot --format png {end}"


@every(
    ("fields", "words"),
    [
        ({}, ""),
        ({"panels": ("loss", "derivative")}, "--derivative"),
        ({"panels": ("loss", "second-derivative", "weight")}, "--second-derivative --weight"),
        ({"panels": ("derivative",)}, "--only derivative"),
        ({"panels": ("loss", "risk"), "risk": 0.7}, "--risk=0.7"),
        ({"panels": ("risk",), "risk": 0.0}, "--only risk --risk=0"),
        ({"x_range": (-2.0, 0.5)}, "--range=-2:0.5"),
        ({"y_range": (0.0, 1e-9)}, "--ylim=0:1e-09"),
        ({"x_scale": "log", "y_scale": "symlog"}, "--xscale=log --yscale=symlog"),
        ({"axis": "error", "target": 0.0}, "--axis=error --target=0"),
        ({"both_labels": True, "normalize": True, "compare": True}, "--both-labels --normalize --compare"),
        ({"marks": (-1.0, 0.5)}, "--mark=-1,0.5"),
        ({"mark_losses": (0.0,), "step": 1}, "--mark-loss=0 --step=1"),
        ({"preset": "slide", "size": (8.0, 4.5), "dpi": 96.0}, "--for=slide --size=8x4.5 --dpi=96"),
        ({"theme": "auto", "transparent": True, "svg_text": True}, "--theme=auto --transparent --svg-text"),
        ({"style": "-a b.mplstyle", "labels": "none"}, "'--style=-a b.mplstyle' --labels=none"),
        ({"arrangement": "row", "formula": True, "title": ""}, "--panels=row --formula --title="),
        ({"x_label": "it's", "y_label": "a=b"}, "'--xlabel=it'\"'\"'s' --ylabel=a=b"),
        ({"margin": "decision", "math": True, "language": "zh"}, "--margin=decision --math --lang=zh"),
        ({"font": "A B", "standalone": True}, "'--font=A B' --standalone"),
        ({"data": "d.csv", "by": "b", "weights": "w"}, "--data=d.csv --by=b --weights=w"),
        (
            {"data": "d.csv", "scale": "logit", "positive": "yes", "skip_bad": True, "columns": "y=a"},
            "--data=d.csv --as=logit --positive=yes --skip-bad --columns=y=a",
        ),
    ],
)
def test_every_option_is_recorded_in_the_words_that_ask_for_it(fields: dict[str, Any], words: str) -> None:
    spec = FigureSpec(("hinge",), **fields)
    command = spec.command("svg")
    assert command == " ".join(filter(None, ["lossplot", words, "--format svg hinge"]))
    options: dict[str, str | bool] = {}
    for word in shlex.split(words):
        name, equals, value = word.removeprefix("--").partition("=")
        if word.startswith("--"):
            options[name] = value if equals else True
        else:  # the panel after --only
            options["only"] = word
    assert read_spec(["hinge"], options) == spec


def test_a_grid_is_recorded_with_its_groups() -> None:
    spec = FigureSpec(("hinge,logistic", "mse"), grid=True, columns=2, title="two")
    assert spec.command("pdf") == "lossplot grid --title=two --columns=2 --format pdf hinge,logistic mse"
    assert FigureSpec(("hinge", "-m,hinge"), grid=True).command("pdf") == "lossplot grid --format pdf -- hinge -m,hinge"


@every(
    ("size", "options", "inches", "dpi"),
    [
        ("8x4.5", {}, (8.0, 4.5), None),
        ("8X4.5IN", {}, (8.0, 4.5), None),
        (" 25.4x50.8cm ", {}, (10.0, 20.0), None),
        ("254x127mm", {}, (10.0, 5.0), None),
        ("720x36pt", {}, (10.0, 0.5), None),
        ("1200x600px", {}, (6.0, 3.0), None),
        ("1200x600px", {"dpi": "100"}, (12.0, 6.0), 100.0),
        ("1200x630px", {"for": "social"}, (10.0, 5.25), None),
        # A style may have another resolution, and pixels are meant.
        ("1200x600px", {"style": "a.mplstyle"}, (6.0, 3.0), 200.0),
        ("1200x630px", {"style": "a.mplstyle", "for": "social"}, (10.0, 5.25), 120.0),
        ("1200x600px", {"style": "a.mplstyle", "dpi": "100"}, (12.0, 6.0), 100.0),
        ("8x4.5", {"style": "a.mplstyle"}, (8.0, 4.5), None),
        ("254x127mm", {"style": "a.mplstyle", "for": "social"}, (10.0, 5.0), None),
    ],
)
def test_a_size_is_in_its_unit_and_one_in_pixels_has_so_many(
    size: str, options: dict[str, str], inches: tuple[float, float], dpi: float | None
) -> None:
    spec = read_spec(["hinge"], {"size": size, **options})
    assert spec.size == pytest.approx(inches, rel=1e-15)
    assert spec.dpi == dpi


def test_so_many_pixels_are_never_one_less() -> None:
    for pixels in range(101, 400):
        spec = read_spec(["hinge"], {"size": f"{pixels}x{pixels + 1}px", "dpi": "97"})
        assert spec.size
        assert [int(side * 97.0) for side in spec.size] == [pixels, pixels + 1]


def test_the_resolution_is_that_asked_for_or_the_style_s_or_the_preset_s_or_the_usual() -> None:
    plain, slide, fine = (
        FigureSpec(("hinge",)),
        FigureSpec(("hinge",), preset="slide"),
        FigureSpec(("hinge",), dpi=90.0),
    )
    assert [resolution(each) for each in (plain, slide, fine)] == [200.0, 144.0, 90.0]
    assert [resolution(each, 50.0) for each in (plain, slide, fine)] == [50.0, 50.0, 90.0]


@every(
    ("size", "dpi", "refused"),
    [
        ((0.5, 100.0), 10.0, False),
        ((100.0, 0.5), 10.0, False),
        ((0.49, 5.0), 10.0, True),
        ((5.0, 0.49), 10.0, True),
        ((100.1, 5.0), 10.0, True),
        ((5.0, 100.1), 10.0, True),
        ((100.0, 100.0), 100.0, False),  # 100 megapixels
        ((100.0, 100.0), 101.0, True),
        ((math.nan, 5.0), 10.0, True),
    ],
)
def test_a_figure_has_half_an_inch_to_a_hundred_and_a_hundred_megapixels_at_most(
    size: tuple[float, float], dpi: float, refused: bool
) -> None:
    if refused:
        with pytest.raises(RequestError, match=r"from 0\.5 to 100|the limit is 100"):
            check_size(size, dpi)
    else:
        check_size(size, dpi)


ONE_MORE = ",".join(map(str, range(51)))
A_NAME = "a" * 1000
# A reader, a text, and its value; None where it is refused.
READ: list[tuple[Any, str, object]] = [
    (read_range, "-3:3", (-3.0, 3.0)),
    (read_range, "1e-100:2e-100", (1e-100, 2e-100)),
    (read_range, "1e-101:2e-101", None),
    (read_range, "-1e100:1e100", (-1e100, 1e100)),
    (read_range, "-1.1e100:0", None),
    (read_range, "0:1.1e100", None),
    (read_range, "0:1e-100", (0.0, 1e-100)),
    (read_range, "1000:1000.0000011", (1000.0, 1000.0000011)),
    (read_range, "1000:1000.0000009", None),
    (read_range, "-1000.0000009:-1000", None),
    (read_range, "1:1", None),
    (read_range, "2:1", None),
    (read_range, "2", None),
    (read_chance, "0", 0.0),
    (read_chance, "1", 1.0),
    (read_chance, "1.01", None),
    (read_chance, "-0.01", None),
    (read_chance, "nan", None),
    (read_target, "0", 0.0),
    (read_target, "-1e100", -1e100),
    (read_target, "1e-100", 1e-100),
    (read_target, "-1.1e100", None),
    (read_target, "9e-101", None),
    (read_dpi, "10", 10.0),
    (read_dpi, "2400", 2400.0),
    (read_dpi, "9.9", None),
    (read_dpi, "2401", None),
    (read_columns, "1", 1),
    (read_columns, "50", 50),
    (read_columns, "51", None),
    (read_columns, "0", None),
    (read_columns, "1.5", None),
    (read_columns, "y=label", "y=label"),
    (read_marks, "1,-2,1,3", (1.0, -2.0, 3.0)),
    (read_marks, ONE_MORE.removesuffix(",50"), tuple(map(float, range(50)))),
    (read_marks, ONE_MORE, None),
    (read_marks, "1,,2", None),
    (read_name, A_NAME, A_NAME),
    (read_name, f"{A_NAME}a", None),
    (read_name, "  ", None),
    (read_name, " a ", " a "),
]


@every(("read", "text", "value"), READ, ids=[f"{read.__name__} {text[:20]} {value}" for read, text, value in READ])
def test_an_option_holds_up_to_its_limits_and_not_beyond(read: Any, text: str, value: object) -> None:
    if value is None:
        with pytest.raises(RequestError, match=r".+"):
            read(text, "an option")
    else:
        assert read(text, "an option") == value


def test_a_target_of_minus_zero_is_zero() -> None:
    assert math.copysign(1.0, read_target("-0", "target")) == 1.0


@every(
    ("options", "refused"),
    [
        ({"xscale": "log", "range": "0:1"}, "range 0 to 1 begins at 0"),
        ({"xscale": "log", "range": "-1:1"}, "range -1 to 1 begins at -1"),
        ({"xscale": "log", "range": "1e-100:1"}, ""),
        ({"xscale": "log", "range": "1e-101:1"}, "range 1e-101 to 1"),
        ({"xscale": "symlog", "range": "-1:1"}, ""),
        ({"xscale": "log", "ylim": "-1:1"}, ""),
        ({"yscale": "log", "ylim": "0:1"}, "ylim 0 to 1 begins at 0"),
        ({"yscale": "log", "range": "-1:1"}, ""),
        ({"yscale": "log", "ylim": "1:2"}, ""),
    ],
)
def test_a_log_scale_refuses_a_range_of_its_own_axis_that_is_not_positive(
    options: dict[str, str], refused: str
) -> None:
    if refused:
        with pytest.raises(RequestError) as caught:
            read_spec(["hinge"], options)
        assert str(caught.value).startswith(refused)
    else:
        read_spec(["hinge"], options)


def test_a_figure_has_fifty_losses_at_most() -> None:
    assert len(read_spec(["hinge"] * 50, {}).losses) == 50
    with pytest.raises(RequestError, match="50 curves is the most for one figure; this is 51"):
        read_spec(["hinge"] * 51, {})
