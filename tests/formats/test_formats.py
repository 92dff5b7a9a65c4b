"""All formats of one command together: each as it is alone, replaced and piped like any other."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.run import assert_done, assert_fails, call

from lossplot._curves.panels import PANELS
from lossplot._errors import RequestError
from lossplot._figure.resolve import resolve
from lossplot._figure.spec import FigureSpec
from lossplot._formats import of_kind, provenance
from lossplot._formats.produce import produce

FORMATS = of_kind("picture", "numbers", "source")
NUMBERS = of_kind("numbers")

TWO = PANELS[:2]


def test_theme_auto_is_for_svg_alone(tmp_path: Path) -> None:
    for file_format in ("png", "pdf", "py", "tex"):
        words = ("hinge", "--theme", "auto", "-o", "a.svg", "-o", f"a.{file_format}")
        message = f"only SVG can; choose light, dark or print for {file_format}"
        assert_fails(call(*words, cwd=tmp_path), 2, "theme auto follows its reader", message)
    with pytest.raises(RequestError, match="for png and tex"):
        produce(resolve(FigureSpec(("hinge",), theme="auto")), ["svg", "png", "tex"])
    assert_done(call("hinge", "--theme", "auto", "-o", "a.svg", "-o", "a.csv", cwd=tmp_path), "a.svg", "a.csv")


def test_several_formats_in_one_command_are_those_of_several(tmp_path: Path) -> None:
    names = [f"a.{file_format}" for file_format in FORMATS]
    outputs = [word for name in names for word in ("-o", name)]
    assert_done(call("hinge", "-d", "--size=3x3", "--dpi=50", *outputs, cwd=tmp_path), *names)
    for file_format in FORMATS:
        alone = produce(resolve(FigureSpec(("hinge",), TWO, size=(3.0, 3.0), dpi=50.0)), [file_format])
        assert (tmp_path / f"a.{file_format}").read_bytes() == alone[file_format]


@pytest.mark.parametrize("file_format", [*NUMBERS, "py", "tex"])
def test_a_file_of_ours_is_replaced_and_stdout_works(file_format: str, tmp_path: Path) -> None:
    name = f"a.{file_format}"
    assert_done(call("hinge", "-o", name, cwd=tmp_path), name)
    assert_done(call("logistic", "-o", name, cwd=tmp_path), name)
    piped = call("logistic", "-o", "-", "-f", file_format, cwd=tmp_path)
    assert (piped.code, piped.err) == (0, "")
    assert piped.out == (tmp_path / name).read_bytes()
    made = provenance.read(piped.out)
    assert made
    assert made.file_format == file_format
    assert made.command == ("" if file_format == "csv" else f"lossplot --format {file_format} logistic")


def test_an_unknown_suffix_is_told_all_there_are(tmp_path: Path) -> None:
    outcome = call("hinge", "-o", "a.xyz", cwd=tmp_path)
    assert_fails(outcome, 2, "cannot tell the format from 'a.xyz'; end it in ", *(f".{each}" for each in FORMATS))
