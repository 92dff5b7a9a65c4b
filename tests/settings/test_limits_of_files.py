"""Limits of files of losses and figures: as much as there may be is read, and one more is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import lossplot
from lossplot._errors import LossplotError
from lossplot._settings import entry_of, settings_of
from lossplot._settings.toml import parse_tables, read_text


def chain(length: int) -> dict[str, str]:
    """A loss made of one that is made of one, and so on: so many below the first."""
    return {f"own{n}": f"2*own{n + 1}" for n in range(length)} | {f"own{length}": "m**2"}


LIMITS: dict[str, tuple[int, Callable[[int], object], str]] = {
    "losses": (1000, lambda count: settings_of({f"own{n}": "m" for n in range(count)}), "1000 is the most"),
    "parameters": (
        20,
        lambda count: settings_of({"own": {"formula": "m", "parameters": {f"c{n}": 1 for n in range(count)}}}),
        "20 is the most",
    ),
    "name": (60, lambda count: settings_of({"n" * count: "m"}), "at most 60"),
    "alias": (60, lambda count: settings_of({"own": {"formula": "m", "aliases": ["n" * count]}}), "at most 60"),
    "depth": (5, lambda count: lossplot.Loss("own0", losses=chain(count)), "more than 5 deep"),
    "parts of a key": (20, lambda count: parse_tables(".".join("a" * count) + " = 1", "x", ""), "nested too deeply"),
}


@pytest.mark.parametrize("what", LIMITS)
def test_as_much_as_there_may_be_is_read_and_one_more_is_told(what: str) -> None:
    most, read, told = LIMITS[what]
    read(most)
    with pytest.raises(LossplotError) as caught:
        read(most + 1)
    assert told in str(caught.value)


@pytest.mark.parametrize("more", [0, 1])
def test_a_file_of_two_mebibytes_is_read_and_a_larger_one_told(more: int, tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(b"#" * (2**21 + more))
    if not more:
        assert len(read_text(str(path), "figures")) == 2**21
        return
    with pytest.raises(LossplotError, match="it is too large for a file of figures"):
        read_text(str(path), "figures")


def test_a_mark_of_utf_8_at_the_beginning_is_no_part_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text("a = 1", encoding="utf-8-sig")
    assert parse_tables(read_text(str(path), "losses"), "x.toml", "") == {"a": 1}
    path.write_bytes(b"a = '\xe9'")
    with pytest.raises(LossplotError, match=r"is not UTF-8 text \(byte 5\); save it as UTF-8"):
        read_text(str(path), "losses")


@pytest.mark.parametrize("integer", [True, False])
def test_intervals_of_parameters_are_closed_where_they_end(integer: bool) -> None:
    table = {"formula": "c*m", "parameters": {"c": {"default": 2, "low": 1, "high": 3, "integer": integer}}}
    own = lossplot.Loss("own", losses={"own": table})
    assert own.intervals == {"c": "whole, in [1, 3]" if integer else "in [1, 3]"}
    for value in (1.0, 3.0):
        assert lossplot.Loss("own", losses={"own": table}, c=value)(1.0) == value
    for value in (0.999, 3.001, *([1.5] if integer else [])):
        with pytest.raises(LossplotError, match="out of range"):
            lossplot.Loss("own", losses={"own": table}, c=value)


def test_fields_of_a_loss_are_what_its_file_says() -> None:
    table = {
        "formula": "r**2",
        "title": "Title of mine",
        "axis": "error",
        "summary": "A summary.",
        "source": "A source 2026.",
        "aliases": ["other-name"],
    }
    loss = lossplot.Loss("other-name", losses={"own": table})
    settings = settings_of({"own": table})
    assert entry_of(settings.own[0], settings).title == "Title of mine"
    assert (loss.axis, loss.description, loss.source, loss.aliases) == (
        "error",
        "A summary.",
        "A source 2026.",
        ("other-name",),
    )
