"""The name of a source of predictions -> its table."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import PurePath

from lossplot._predictions.files import Bytes, open_bytes
from lossplot._predictions.table import Table

_NUMPY, _ZIP = b"\x93NUMPY", b"PK\x03\x04"
_SQLITE, _PARQUET, _ARROW, _GZIP, _ZSTD = b"SQLite format 3\0", b"PAR1", b"ARROW1", b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
_QUERY = re.compile(r"\s*(select|with|from)\s", re.IGNORECASE)
_JSON = (".json", ".jsonl", ".ndjson")
_DATABASES = (".db", ".sqlite", ".sqlite3", ".duckdb", ".ddb")
# DuckDB writes its name here.
_DUCK = slice(8, 12)


def open_table(data: str) -> Table:
    """Open the table of a file, by its first bytes, of all files that match a pattern, or of a query; `-` is stdin.

    A table of a database is named behind a colon.  Raises RequestError for what is no such source, and LossplotError
    for what cannot be read.
    """
    from lossplot._predictions import duck

    if _QUERY.match(data):
        return duck.read_query(data)
    if any(sign in data for sign in "*?[") and not os.path.exists(data):
        return duck.read_files(data)
    path, colon, name = data.rpartition(":")
    if colon and PurePath(path).suffix.lower() in _DATABASES and not os.path.exists(data):
        return _opened(path, open_bytes(path), name)
    return _opened(data, open_bytes(data), "")


def _opened(path: str, file: Bytes, name: str) -> Table:
    try:
        return _table(path, file, name)
    except BaseException:
        file.close()
        raise


def _table(path: str, file: Bytes, name: str) -> Table:
    from lossplot._predictions import duck
    from lossplot._predictions.arrays import read_npy, read_npz
    from lossplot._predictions.text import read_text

    first = file.peek(16)
    for start, read in ((_NUMPY, read_npy), (_ZIP, read_npz)):
        if first.startswith(start):
            return replace(read(file), close=file.close)
    if not file.is_file:
        return read_text(file, file.source)
    is_sqlite, is_duckdb = first == _SQLITE, first[_DUCK] == b"DUCK"
    if not (is_sqlite or is_duckdb or _is_for_duckdb(path, first)):
        return replace(read_text(file, file.source), close=file.close)
    file.close()
    return (
        duck.read_sqlite(path, name)
        if is_sqlite
        else duck.read_duckdb(path, name)
        if is_duckdb
        else duck.read_files(path, _compression(first))
    )


def _compression(first: bytes) -> str:
    return "gzip" if first.startswith(_GZIP) else "zstd" if first.startswith(_ZSTD) else ""


def _is_for_duckdb(path: str, first: bytes) -> bool:
    return first.startswith((_PARQUET, _ARROW, _GZIP, _ZSTD)) or PurePath(path).suffix.lower() in (
        *_JSON,
        *(".arrow", ".feather", ".ipc"),
    )
