"""Tables of numbers in CSV: one table in all the ways that programs write it, and as much as there may be."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from lossplot._errors import RequestError
from lossplot._formats import columns
from lossplot._formats.columns import column, read_columns

# The least and the greatest double, and one that needs all of its digits.
VALUES = (-1.0, 0.1 + 0.2, 5e-324, 1.7976931348623157e308, math.inf)
PLAIN = "x,value\n" + "".join(f"{place},{value!r}\n" for place, value in enumerate(VALUES))
# RFC 4180 has the ends of lines and the quotes; Excel writes the mark, and numbers with capitals.
WAYS = {
    "plain": PLAIN.encode(),
    "mark": PLAIN.encode("utf-8-sig"),
    "windows": PLAIN.replace("\n", "\r\n").encode(),
    "mark-windows": PLAIN.replace("\n", "\r\n").encode("utf-8-sig"),
    "old-mac": PLAIN.replace("\n", "\r").encode(),
    "no-end": PLAIN.removesuffix("\n").encode(),
    "quoted": "".join(f'"{a}","{b}"\n' for a, b in (line.split(",") for line in PLAIN.splitlines())).encode(),
    "mark-quoted": PLAIN.replace("x,value", '"x","value"').encode("utf-8-sig"),
    "spaces": PLAIN.replace(",", " ,\t").replace("\n", " \n").encode(),
    "capitals": PLAIN.replace("x,value", "X,Value").replace("e", "E").encode(),
    "blank-lines": ("\n" + PLAIN.replace("\n", "\n\n")).encode(),
    "empty-lines": ("\r\n" + PLAIN + ",\n , \n").encode(),
    "plus": PLAIN.replace(",0.3", ",+0.3").encode(),
}


def write(folder: Path, content: bytes) -> str:
    (folder / "a.csv").write_bytes(content)
    return str(folder / "a.csv")


@pytest.mark.parametrize("way", WAYS)
def test_a_table_is_the_same_however_it_is_written(way: str, tmp_path: Path) -> None:
    table = read_columns(write(tmp_path, WAYS[way]))
    assert [*table] == ["x", "value"]
    assert table["x"].tolist() == [0.0, 1.0, 2.0, 3.0, 4.0]
    assert table["value"].tolist() == [*VALUES]


def test_a_mark_of_utf_8_is_one_at_the_beginning_alone(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="row 2 has '\\\\ufeff1', which is not a number"):
        read_columns(write(tmp_path, "x,value\n\ufeff1,2\n".encode()))


def test_an_empty_cell_has_no_number_and_others_keep_theirs(tmp_path: Path) -> None:
    table = read_columns(write(tmp_path, b"x,value,z\n1, ,3\n, 5,\n"))
    assert [[math.isnan(cell) for cell in table[name]] for name in ("x", "value", "z")] == [
        [False, True],
        [True, False],
        [False, True],
    ]
    assert (table["x"][0], table["value"][1], table["z"][0]) == (1.0, 5.0, 3.0)


@pytest.mark.parametrize("cell", ["one", "n_a", "1_000", "1.000.0", "1 000", "0x10", "1e", "--1", "1j"])
def test_what_is_no_number_is_told_with_its_row(cell: str, tmp_path: Path) -> None:
    with pytest.raises(RequestError, match=f"row 3 has '{cell}', which is not a number"):
        read_columns(write(tmp_path, f"x,value\n1,2\n3,{cell}\n".encode()))


def test_of_several_names_of_a_column_the_first_counts(tmp_path: Path) -> None:
    table = read_columns(write(tmp_path, b"loss,x,y\n1,2,3\n"))
    assert column(table, "a.csv", ("value", "loss", "y")).tolist() == [1.0]
    assert column(table, "a.csv", ("y", "loss")).tolist() == [3.0]
    with pytest.raises(RequestError, match=r"'a\.csv' has no column called z, but 'loss', 'x', 'y'; name one so"):
        column(table, "a.csv", ("z",))


def test_as_many_columns_and_rows_are_read_as_there_may_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert columns.MOST_ROWS == 100_000
    monkeypatch.setattr(columns, "MOST_ROWS", 4)
    for rows, told in ((4, ""), (5, "has 5 rows; the most is 4")):
        read_or_told(write(tmp_path, b"x\n" + b"1\n" * (rows - 1)), told)
    for number, told in ((100, ""), (101, "has 101 columns; the most is 100")):
        names, row = ",".join(f"c{each}" for each in range(number)), ",".join("1" * number)
        read_or_told(write(tmp_path, f"{names}\n{row}\n".encode()), told)


def read_or_told(path: str, told: str) -> None:
    if told:
        with pytest.raises(RequestError, match=told):
            read_columns(path)
    else:
        assert read_columns(path)
