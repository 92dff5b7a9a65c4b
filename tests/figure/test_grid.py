"""Grids: groups read as meant, each cell the figure that stands alone, no cell over another."""

from __future__ import annotations

import itertools
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest
from support.cases import some
from support.run import call

import lossplot
from lossplot._curves.parse import read_curves
from lossplot._errors import RequestError
from lossplot._figure.grid import cell_specs, grid_for, losses_of
from lossplot._figure.resolve import resolve
from lossplot._figure.spec import FigureSpec
from lossplot._formats.mpl.figure import prepare

SIX = ("hinge,logistic", "squared,huber:delta=1,2", "log-loss,brier", "hinge", "absolute", "zero-one,hinge")


@pytest.mark.parametrize(
    ("group", "losses"),
    [
        ("hinge", ("hinge",)),
        ("hinge,logistic", ("hinge", "logistic")),
        ("hinge, logistic", ("hinge", "logistic")),
        ("huber:delta=0.5,1,squared", ("huber:delta=0.5,1", "squared")),
        ("huber:delta=1,inf,mse", ("huber:delta=1,inf", "mse")),
        ("cauchy:c=1,2,torch:smooth_l1:beta=0.5,1e3", ("cauchy:c=1,2", "torch:smooth_l1:beta=0.5,1e3")),
    ],
)
def test_a_comma_before_a_letter_begins_a_loss(group: str, losses: tuple[str, ...]) -> None:
    assert losses_of(group) == losses


# Whatever a parameter may be: a decimal, an infinity, a share of the efficiency, a way from one number to another.
VALUES = ("1", "-0.5", "+2", ".5", "1e-3", "1E3", "inf", "-inf", "95%", "99.5%", "0.1..3", "-1..-0.5")
# Whatever a loss may be: a name, a formula that begins with a number or has commas, one with a label, a library's.
LOSSES_IN_WORDS = (
    "hinge",
    "2*abs(r)",
    "1e3*r",
    ".5 - m",
    "max(0, 1, 2)",
    "mine = exp(-m)",
    "torch:smooth_l1",
    "inf-norm",
)


@pytest.mark.parametrize("value", VALUES)
def test_a_group_has_the_losses_that_were_put_into_it(value: str) -> None:
    families = (f"huber:delta=2,{value}", f"c*m:c={value},{value}:d=3,{value}", f"k = m^2*a:b=1:a={value},1")
    for one, other, last in itertools.product((*families, *LOSSES_IN_WORDS), LOSSES_IN_WORDS, (*families, "mse")):
        assert losses_of(f"{one},{other},{last}") == (one, other, last)
        assert losses_of(f" {one} , {other},  {last}") == (one, other, last)
    # A loss that was given no parameter has no values.
    assert losses_of(f"hinge,{value}") == ("hinge", value)


def test_shares_of_a_group_are_the_curves_that_they_are_alone() -> None:
    figure = resolve(FigureSpec(("huber:delta=2,95%,mse",), grid=True))
    alone = (("huber:delta=2,95%", "mse"),)
    assert [cell.scene.curves for cell in figure.cells] == [read_curves(losses) for losses in alone]


@pytest.mark.parametrize("group", ["", ",hinge", "hinge,", "hinge,,logistic"])
def test_a_comma_without_a_loss_is_refused(group: str) -> None:
    with pytest.raises(RequestError, match="comma without a loss"):
        losses_of(group)


@pytest.mark.parametrize("columns", [None, 2, "y=label,prediction=guess"])
def test_a_cell_has_the_options_of_the_page_but_for_what_is_the_page_alone(columns: int | str | None) -> None:
    # A value of its own for each option.
    others = {"panels": ("loss", "derivative"), "title": "Losses", "columns": columns, "size": (9.0, 5.0)}
    values = {each.name: others.get(each.name, f"its {each.name}") for each in fields(FigureSpec)}
    spec = FigureSpec(**values | {"losses": ("hinge,logistic", "huber:delta=1,2"), "grid": True})  # type: ignore[arg-type]
    own = {"grid": False, "title": None, "columns": columns if isinstance(columns, str) else None}
    assert cell_specs(spec) == tuple(
        replace(spec, losses=losses, **own)  # type: ignore[arg-type]
        for losses in (("hinge", "logistic"), ("huber:delta=1,2",))
    )


@pytest.mark.parametrize(
    ("count", "shape"), [(1, (1, 1)), (2, (2, 1)), (3, (3, 1)), (4, (2, 2)), (5, (3, 2)), (6, (3, 2)), (9, (3, 3))]
)
def test_columns_are_those_of_a_wide_page(count: int, shape: tuple[int, int]) -> None:
    grid = grid_for(FigureSpec(("hinge",) * count, grid=True), None, "light")
    assert (grid.columns, -(-count // grid.columns)) == shape


@pytest.mark.parametrize("columns", [None, 1, 2, 4, 50])
@pytest.mark.parametrize("preset", [None, "slide", "neurips"])
def test_cells_fill_the_page_and_keep_apart(columns: int | None, preset: str | None) -> None:
    grid = grid_for(FigureSpec(SIX, columns=columns, preset=preset, title="Six", grid=True), None, "light")
    width, height = grid.cell
    corners = [grid.corner(number) for number in range(6)]
    for (x, y), (other_x, other_y) in itertools.combinations(corners, 2):
        assert max(abs(x - other_x) - width, abs(y - other_y) - height) > 0.05
    assert min(y for _, y in corners) == pytest.approx(0.0, abs=1e-9)
    assert max(x for x, _ in corners) + width <= grid.size[0] + 1e-9
    assert max(y for _, y in corners) + height == pytest.approx(grid.size[1] - grid.title)


def test_each_cell_is_the_figure_of_its_group() -> None:
    """The curves of a cell have the vertices that they have alone, at one distance from where they would stand."""
    prepared = prepare(resolve(FigureSpec(SIX, ("loss", "derivative"), grid=True)))
    grid = grid_for(prepared.spec, None, "light")
    names = set()
    for number, (cell, figure) in enumerate(zip(prepared.drawing.cells, prepared.figure.cells, strict=True)):
        alone = prepare(replace(figure, spec=replace(figure.spec, size=grid.cell))).drawing
        x, y = grid.corner(number)
        assert len(cell.frames) == 2
        for frame, other in zip(cell.frames, alone.frames, strict=True):
            assert frame.box.left == pytest.approx(other.box.left + x)
            assert frame.box.top == pytest.approx(other.box.top + y)
            assert frame.view == other.view
            for line, same in zip(frame.lines, other.lines, strict=True):
                np.testing.assert_array_equal(line.points, same.points)
            names |= {line.name for line in frame.lines if line.name}
        assert [text.words for text in cell.texts] == [text.words for text in alone.texts]
    # Each curve of each panel has an identifier of its own, though hinge stands in three cells.
    assert len(names) >= 2 * 11


@pytest.mark.slow
@pytest.mark.parametrize("kind", some(["svg", "png", "pdf"], 3))
def test_a_grid_is_drawn_and_made_again(kind: str, tmp_path: Path) -> None:
    name = f"a.{kind}"
    assert call("grid", *SIX[:3], "-o", name, "--title", "Three", cwd=tmp_path).code == 0
    said = call("info", name, cwd=tmp_path)
    assert said.text == f"lossplot grid --title=Three --format {kind} {' '.join(SIX[:3])}\n"
    before = (tmp_path / name).read_bytes()
    assert call("info", name, "--rerun", cwd=tmp_path).code == 0
    assert (tmp_path / name).read_bytes() == before


def test_a_grid_is_described(tmp_path: Path) -> None:
    words = call("grid", *SIX[:3], "--alt", cwd=tmp_path).text
    assert words.startswith("A grid of 3 figures, row by row. Figure 1: Line plot of the loss functions")
    assert "Figure 3: " in words


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["grid", "hinge", "mse", "-o", "a.csv"], "a grid is a picture, not csv; write png, svg, pdf"),
        (["grid", "hinge,mse", "-o", "a.png"], "hinge is a function of the margin m, squared of the error r"),
        (["grid", "hinge", "huber:delta=1..2"], "a sweep moves, and a grid stands still"),
        (["grid", "hinge", "--columns", "1.5"], "columns must be a whole number from 1 to 50, not '1.5'"),
        (["grid", "hing,mse"], "did you mean"),
        (["hinge", "--standalone", "-o", "a.png"], "standalone is for tex, not for png"),
    ],
)
def test_what_makes_no_sense_is_refused(words: list[str], message: str, tmp_path: Path) -> None:
    outcome = call(*words, cwd=tmp_path)
    assert outcome.code == 2
    assert message in outcome.err
    assert not [*tmp_path.iterdir()]


def test_python_draws_the_same_grid() -> None:
    one, other = lossplot.grid("hinge,logistic", "mse"), lossplot.grid(["hinge", "logistic"], ["mse"])
    assert one.spec == other.spec
    assert lossplot.grid("hinge", "mse", columns=1).spec.columns == 1
    with pytest.raises(lossplot.RequestError, match="columns are those of a grid"):
        lossplot.plot("hinge", columns=1)  # type: ignore[arg-type]
    assert one.command == "lossplot grid --format png hinge,logistic mse"


def test_a_batch_draws_grids(tmp_path: Path) -> None:
    (tmp_path / "f.toml").write_text('[[figures]]\ngrid = ["hinge,logistic", "mse"]\ncolumns = 1\noutput = "g.svg"\n')
    assert call("build", "f.toml", cwd=tmp_path).code == 0
    assert call("info", "g.svg", cwd=tmp_path).text == "lossplot grid --columns=1 --format svg hinge,logistic mse\n"
