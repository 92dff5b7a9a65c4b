"""Where predictions lie: every source of the same rows has the same scores, and every fault of a file is named."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import lossplot
from lossplot._predictions import files, text
from lossplot._predictions.columns import Columns
from lossplot._predictions.open import open_table

ROWS = 700
RNG = np.random.default_rng(6)
Y = RNG.integers(0, 2, ROWS)
F = RNG.normal(size=ROWS) + Y
MODEL = RNG.choice(["a", "b"], ROWS)
FIELDS = np.dtype([("y", Y.dtype), ("prediction", F.dtype), ("model", MODEL.dtype)])
TABLE = list(zip(Y.tolist(), F.tolist(), MODEL.tolist(), strict=True))
CSV = "y,prediction,model\n" + "".join(f"{y},{f!r},{model}\n" for y, f, model in TABLE)


def arrow() -> Any:
    pa = pytest.importorskip("pyarrow")
    return pa.table({"y": Y, "prediction": F, "model": MODEL.tolist()})


def write_parquet(path: Path) -> None:
    from pyarrow import parquet

    path.mkdir()
    parquet.write_table(arrow().slice(0, 300), path / "1.parquet")
    parquet.write_table(arrow().slice(300), path / "2.parquet")


def write_arrow(path: Path, new: str) -> None:
    table = arrow()
    import pyarrow as pa

    with pa.OSFile(str(path), "wb") as file, getattr(pa.ipc, new)(file, table.schema) as writer:
        writer.write_table(table)


def write_sqlite(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE runs (y INTEGER, prediction REAL, model TEXT)")
        database.executemany("INSERT INTO runs VALUES (?, ?, ?)", TABLE)
    database.close()


def write_duckdb(path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect(str(path)) as database:
        database.execute("CREATE TABLE runs (y INTEGER, prediction DOUBLE, model VARCHAR)")
        database.executemany("INSERT INTO runs VALUES (?, ?, ?)", TABLE)


SOURCES: dict[str, Callable[[Path], object]] = {
    "a.csv": lambda path: path.write_text(CSV),
    "crlf.csv": lambda path: path.write_bytes(CSV.replace("\n", "\r\n").encode()),
    "bom.csv": lambda path: path.write_text(CSV, encoding="utf-8-sig"),
    "quoted.csv": lambda path: path.write_text(CSV.replace(",a\n", ',"a"\n')),
    "blank-end.csv": lambda path: path.write_text(CSV + "\n\n"),
    "no-end.csv": lambda path: path.write_text(CSV.rstrip()),
    "a.tsv": lambda path: path.write_text(CSV.replace(",", "\t")),
    "semicolon.csv": lambda path: path.write_text(CSV.replace(",", ";")),
    "fields.npy": lambda path: np.save(path, np.rec.fromarrays([Y, F, MODEL], dtype=FIELDS)),
    "a.npz": lambda path: np.savez(path, y=Y, prediction=F, model=MODEL),
    "packed.npz": lambda path: np.savez_compressed(path, y=Y, prediction=F, model=MODEL),
    "runs/*.parquet": lambda path: write_parquet(path.parent),
    "file.arrow": lambda path: write_arrow(path, "new_file"),
    "stream.arrow": lambda path: write_arrow(path, "new_stream"),
    "a.jsonl": lambda path: path.write_text(
        "".join(json.dumps({"y": y, "prediction": f, "model": m}) + "\n" for y, f, m in TABLE)
    ),
    "a.csv.gz": lambda path: path.write_bytes(gzip.compress(CSV.encode())),
    "a.db": write_sqlite,
    # Signs of addresses.
    "100%41 #1&b.db": write_sqlite,
    "a.duckdb": write_duckdb,
}
NEED_DUCKDB = ("runs/*.parquet", "file.arrow", "stream.arrow", "a.jsonl", "a.csv.gz", "a.duckdb")


@pytest.fixture(scope="module")
def expected() -> list[dict[str, Any]]:
    return lossplot.score({"y": Y, "prediction": F, "model": MODEL}, "hinge", "logistic", by="model")


@pytest.mark.parametrize("name", SOURCES)
def test_the_same_rows_have_the_same_scores_wherever_they_lie(
    name: str, tmp_path: Path, expected: list[dict[str, Any]]
) -> None:
    if name in NEED_DUCKDB:
        pytest.importorskip("duckdb")
        pytest.importorskip("pyarrow")
    SOURCES[name](tmp_path / name)
    assert lossplot.score(str(tmp_path / name), "hinge", "logistic", by="model") == expected


@pytest.mark.parametrize("kind", [np.float64, np.float32, np.float16, ">f8", np.int64, np.uint8, np.bool_])
@pytest.mark.parametrize("order", ["C", "F"])
def test_arrays_of_every_type_and_order(kind: Any, order: Any, tmp_path: Path) -> None:
    array = np.asarray(np.column_stack([Y, np.round(np.abs(F))]).astype(kind), order=order)
    np.save(tmp_path / "a.npy", array)
    assert lossplot.score(tmp_path / "a.npy", "hinge") == lossplot.score(array.astype(np.float64), "hinge")


def test_frames_of_other_libraries() -> None:
    expected = lossplot.score({"y": Y, "prediction": F}, "hinge")
    assert lossplot.score(arrow(), "hinge", columns={"y": "y", "prediction": "prediction"}) == expected
    for library in ("pandas", "polars"):
        module = pytest.importorskip(library)
        assert lossplot.score(module.DataFrame({"y": Y, "prediction": F}), "hinge") == expected


@pytest.mark.parametrize("name", ["runs/1.parquet", "a.db", "a.duckdb"])
def test_reading_tells_how_far_it_is(name: str, tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    SOURCES["runs/*.parquet" if name.startswith("runs") else name](tmp_path / name)
    with closing(open_table(str(tmp_path / name))) as table:
        assert [part.done for part in table.parts(Columns("y", ("prediction",)))][-1] == 1.0


def test_a_folder_of_files_that_changes_while_it_is_read_is_told(tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    SOURCES["runs/*.parquet"](tmp_path / "runs" / "all")
    with closing(open_table(str(tmp_path / "runs/*.parquet"))) as table:
        os.utime(tmp_path / "runs" / "2.parquet", (1, 1))
        with pytest.raises(lossplot.LossplotError, match="changed while it was read"):
            [*table.parts(Columns("y", ("prediction",)))]


def test_a_compressed_file_of_another_name(tmp_path: Path, expected: list[dict[str, Any]]) -> None:
    pytest.importorskip("duckdb")
    (tmp_path / "a.csv").write_bytes(gzip.compress(CSV.encode()))
    assert lossplot.score(tmp_path / "a.csv", "hinge", "logistic", by="model") == expected


def test_blocks_of_any_size_give_the_same_rows(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    names = ['"two\nlines"', "a"]
    lines = [f"{y},{f!r},{names[y]}" for y, f in zip(Y.tolist(), F.tolist(), strict=True)]
    (tmp_path / "a.csv").write_text("y,prediction,model\n" + "\n".join(lines) + "\n")
    whole = lossplot.score(tmp_path / "a.csv", "hinge", by="model")
    for size in (50, 333, 4096):
        monkeypatch.setattr(text, "BLOCK", size)
        assert lossplot.score(tmp_path / "a.csv", "hinge", by="model") == whole


FAULTS = {
    "empty line": ("1,0.5\n\n0,1\n", "1 of 3 rows is bad: line 3 is empty"),
    "no number": ("1,0.5\n0,abc\n", "1 of 2 rows is bad: line 3 has 'prediction' = 'abc', which is not a number"),
    "empty entry": ("1,0.5\n0,\n", "line 3 has no 'prediction'"),
    "no label": ("1,0.5\n,1\n", "line 3 has no 'y'"),
    "nan": ("1,nan\n0,1\n", "line 2 has 'prediction' = 'nan', which is not a number"),
    "infinite": ("1,inf\n0,1\n", "line 2 has 'prediction' = 'inf', which is not possible"),
    "label": ("1,0.5\n2,1\n", "line 3 has the unknown label '2'"),
    "both negatives": ("0,1\n1,0.5\n-1,1\n", "line 4 has the unknown label '-1'"),
    "word": ("1,0.5\nyes,1\n", "line 3 has the unknown label 'yes'"),
    "too long": ("1,0.5\n0,1,2\n", "line 3 has 3 columns, not 2"),
    "too short": ("1,0.5\n0\n", "line 3 has 1 column, not 2"),
    "many": ("1,a\n" * 10, "10 of 10 rows are bad: line 2 has 'prediction' = 'a', which is not a number, line 3"),
    "underscore": ("1,1_0\n", "line 2 has 'prediction' = '1_0', which is not a number"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_bad_row_is_named_by_its_line(name: str, tmp_path: Path) -> None:
    body, words = FAULTS[name]
    (tmp_path / "a.csv").write_text(f"y,prediction\n{body}")
    with pytest.raises(lossplot.RequestError) as raised:
        lossplot.score(tmp_path / "a.csv", "hinge")
    assert words in str(raised.value)
    assert raised.value.exit_code == 2


def test_bad_rows_are_counted_to_the_end_and_named_by_line_after_many(tmp_path: Path) -> None:
    lines = ["1,0.5"] * 60_000
    lines[55_554] = "0,x"
    lines[59_999] = "0,y"
    (tmp_path / "a.csv").write_text("y,prediction\n" + "\n".join(lines))
    with pytest.raises(lossplot.RequestError, match=r"2 of 60000 rows are bad: line 55556 .* line 60001"):
        lossplot.score(tmp_path / "a.csv", "hinge")
    [record] = lossplot.score(tmp_path / "a.csv", "hinge", skip_bad=True)
    assert record["n"] == 59_998


FILES = {
    "empty.csv": (b"", "is empty"),
    "only-header.csv": (b"y,prediction\n", "no row can be scored"),
    "no-header.csv": (b"1,0.5\n0,1\n", "begins with numbers"),
    "blank.csv": (b"\n1,2\n", "begins with an empty line"),
    "twice.csv": (b"y,y\n1,2\n", "two columns 'y'"),
    "utf-16.csv": ("y,prediction\n1,2\n".encode("utf-16"), "not UTF-8 text"),
    "latin.csv": (b"y,prediction,caf\xe9\n1,2,3\n", "not UTF-8 text (byte 17)"),
    "quote.csv": (b'y,prediction\n1,"2\n', "line 2 cannot be read"),
    "picture.csv": (b"\x89PNG\r\n\x1a\n" + bytes(100), "not UTF-8 text"),
    "nul.csv": (bytes(100), "is no text"),
    "none.csv": (b"a,b\nx,1\n", "no column 'prediction'"),
    "short.npy": (b"\x93NUMPY\x01\x00", "is no .npy file"),
    "bad.npz": (b"PK\x03\x04" + bytes(50), "is no .npz file"),
    "bad.parquet": (b"PAR1" + bytes(50), ""),
    "bad.db": (b"SQLite format 3\0" + bytes(84), ""),
}


FILES |= {
    "mac.csv": (b"y,prediction\r1,0.5\r", "carriage return alone"),
    "header.npy": (np.lib.format.magic(1, 0) + b"\x08\x00(9**(9, ", "is no .npy file"),
    "digits.csv": ("y,prediction\n1,\u0663\n".encode(), "which is not a number"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_none_of_predictions_is_told_in_a_line(name: str, tmp_path: Path) -> None:
    content, words = FILES[name]
    (tmp_path / name).write_bytes(content)
    with pytest.raises(lossplot.LossplotError) as raised:
        lossplot.score(tmp_path / name, "hinge")
    assert words in str(raised.value)
    assert "\n" not in str(raised.value)
    assert "; " in str(raised.value)


def test_a_field_longer_than_python_s_reader_takes(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("y,prediction,model\n1,2," + "a" * 5000 + "\n")
    usual = csv.field_size_limit(1000)
    try:
        with pytest.raises(lossplot.RequestError, match=r"line 2 cannot be read .field larger than"):
            lossplot.score(tmp_path / "a.csv", "hinge")
    finally:
        csv.field_size_limit(usual)


def test_an_array_whose_header_has_a_negative_length(tmp_path: Path) -> None:
    np.save(tmp_path / "a.npy", np.zeros((2, 2)))
    data = (tmp_path / "a.npy").read_bytes().replace(b"(2, 2)", b"(-2,2)")
    (tmp_path / "a.npy").write_bytes(data)
    with pytest.raises(lossplot.RequestError, match="-2 rows or columns"):
        lossplot.score(tmp_path / "a.npy", "hinge")


def test_texts_in_arrays_are_numbers_as_in_files() -> None:
    assert lossplot.score((["1", "0"], ["0.5", "2"]), "hinge") == lossplot.score(([1, 0], [0.5, 2.0]), "hinge")
    for entry in ("1_0", "\u0663", "0x1"):
        with pytest.raises(lossplot.RequestError, match="which is not a number"):
            lossplot.score((["1", "0"], ["0.5", entry]), "hinge")


def test_objects_of_python_are_never_loaded(tmp_path: Path) -> None:
    np.save(tmp_path / "a.npy", np.array([[1, None]], dtype=object), allow_pickle=True)
    np.savez(tmp_path / "a.npz", y=np.array([None], dtype=object), allow_pickle=True)
    for name in ("a.npy", "a.npz"):
        with pytest.raises(lossplot.RequestError, match=r"never loaded|objects"):
            lossplot.score(tmp_path / name, "hinge")


@pytest.mark.parametrize("name", ["a.npy", "a.csv"])
@pytest.mark.parametrize("change", ["grows", "shrinks"])
def test_a_file_that_changes_while_it_is_read_is_told(name: str, change: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if name == "a.npy":
        np.save(path, np.column_stack([Y, F]))
    else:
        path.write_text("y,prediction\n" + "".join(f"{y},{f!r}\n" for y, f, _ in TABLE))
    os.utime(path, (1, 1))
    table = open_table(str(path))
    with open(path, "r+b") as file:
        if change == "shrinks":
            file.truncate(path.stat().st_size // 2)
        else:
            file.seek(0, io.SEEK_END)
            file.write(b"1,0.5\n")
    with closing(table), pytest.raises(lossplot.LossplotError, match=r"changed while it was read|became shorter"):
        [*table.parts(Columns("y", ("prediction",)))]


def test_a_disk_that_fails_is_told(tmp_path: Path) -> None:
    class Failing(io.BytesIO):
        def readinto(self, _: Any) -> int:
            raise OSError(5, "Input/output error")

        def fileno(self) -> int:
            return file.fileno()

    with open(tmp_path / "a", "wb") as file:
        data = files.Bytes(Failing(), "'a'")
        with pytest.raises(lossplot.LossplotError, match="cannot read 'a': Input/output error"):
            data.read(10)
