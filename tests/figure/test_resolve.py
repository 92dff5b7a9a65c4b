"""A figure's losses are read once, whatever becomes of the figure."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest
from support.run import call

import lossplot
from lossplot._curves import parse
from lossplot._figure.options import read_spec
from lossplot._figure.resolve import resolve

SWEEP = "huber:delta=0.5..2"


@pytest.fixture
def texts() -> Iterator[list[str]]:
    """The texts of losses that are read during a test, in order."""
    read: list[str] = []
    original = parse._read_family

    def record(text: str, *rest: object) -> object:
        read.append(text)
        return original(text, *rest)  # type: ignore[arg-type]

    with mock.patch("lossplot._curves.parse._read_family", record):
        yield read


def test_one_figure_to_many_files_with_a_description(texts: list[str], tmp_path: Path) -> None:
    outcome = call(
        "hinge",
        "logistic:beta=2",
        *(word for each in ("png", "svg", "json", "csv", "tex") for word in ("-o", f"a.{each}")),
        "--alt",
        "--range=-2:2",
        "-d",
        "--size=3x2",
        "--dpi=50",
        cwd=tmp_path,
    )
    assert outcome.code == 0
    assert texts == ["hinge", "logistic:beta=2"]


def test_a_figure_shown_in_the_terminal(texts: list[str], tmp_path: Path) -> None:
    assert call("hinge", "logistic", "--preview", cwd=tmp_path).code == 0
    assert texts == ["hinge", "logistic"]


@pytest.mark.slow
def test_both_ends_of_a_sweep_whatever_the_number_of_frames_and_formats(texts: list[str], tmp_path: Path) -> None:
    assert call(SWEEP, "-o", "a.gif", "-o", "a.webp", "--alt", "--size=2x2", cwd=tmp_path).code == 0
    assert texts == ["huber:delta=0.5", "huber:delta=2"]


def test_each_figure_of_a_batch(texts: list[str], tmp_path: Path) -> None:
    losses = [f"huber:delta={number}" for number in (1, 2, 3)]
    tables = (f'[[figures]]\nlosses = "{loss}"\noutput = ["{n}.json", "{n}.svg"]\n' for n, loss in enumerate(losses))
    (tmp_path / "figures.toml").write_text("".join(tables))
    command = ("build", "figures.toml", "--jobs=1")
    assert len(call(*command, cwd=tmp_path).lines) == 6
    assert texts == losses
    texts.clear()
    assert call(*command, cwd=tmp_path).lines == []
    assert texts == []


def test_a_figure_of_a_python_program(texts: list[str], tmp_path: Path) -> None:
    figure = lossplot.plot("hinge", "logistic", derivative=True, size=(3, 2), dpi=50)
    assert figure.alt
    assert figure.figure
    figure.save(tmp_path / "a.svg")
    figure.save(tmp_path / "a.json")
    figure._repr_mimebundle_()
    assert texts == ["hinge", "logistic"]


def test_a_figure_keeps_what_it_has_computed() -> None:
    figure = resolve(read_spec(["hinge", "hinge", "logistic"], {"normalize": True}))
    assert [curve.spec for curve in figure.entries] == ["hinge", "hinge", "logistic"]
    assert [curve.spec for curve in figure.curves] == ["hinge", "logistic"]
    assert figure.scene is figure.scene
    assert figure.stills([0.0, 1.0]) == [figure]


def test_the_stills_of_a_sweep_are_the_figures_of_its_values() -> None:
    figure = resolve(read_spec([SWEEP, "hinge"], {"axis": "margin"}))
    for value, still in zip(("0.5", "1.25", "2"), figure.stills([0.0, 0.5, 1.0]), strict=True):
        own = resolve(read_spec([f"huber:delta={value}", "hinge"], {"axis": "margin"}))
        assert (still.spec, still.entries) == (own.spec, own.entries)
        assert still.description == own.description
