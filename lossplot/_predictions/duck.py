"""Parquet, JSON lines, Arrow, globs, compressed files, databases and queries -> parts of a table, by DuckDB.

DuckDB and PyArrow come with `pip install "lossplot[data]"`.  Nothing is fetched from a network.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from glob import glob
from pathlib import PurePath
from typing import Any

import numpy as np

from lossplot._errors import LossplotError, RequestError, alternatives, quote
from lossplot._predictions.columns import Columns
from lossplot._predictions.files import open_bytes
from lossplot._predictions.table import ROWS, Column, Part, Table, row_place

_NUMBERS = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "FLOAT", "DOUBLE", "BOOLEAN", "DECIMAL")
_ARROW = (".arrow", ".feather", ".ipc")
_COMPRESSED = (".gz", ".zst")

# Nothing is installed or loaded that does not come with DuckDB.
_SETTINGS = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}


def read_query(text: str) -> Table:
    """Read the result of a query.  Raises RequestError for one that DuckDB does not understand, or that is not one."""
    connection = _connect()
    _check_query(connection, text)
    # A view, for brackets would not bear its semicolon.
    _run(connection, f"CREATE TEMP VIEW the_query AS {text}", "the query")
    return _duckdb_table(connection, "the_query", "the query")


def _check_query(connection: Any, text: str) -> None:
    """Raise RequestError unless `text` is a single query, which writes nothing."""
    import duckdb

    try:
        statements = connection.extract_statements(text)
    except duckdb.Error as error:
        raise _unreadable("the query", error) from error
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise RequestError("the query must be one SELECT, which changes nothing; give it alone")


def read_files(path: str, compression: str = "") -> Table:
    """Read the rows of all files that `path` names, which may have `*`, `?` and `[...]` in it.

    `compression` is how a file is compressed whose name does not tell.
    """
    if PurePath(path).suffix.lower() in _ARROW:
        return _arrow_table(path)
    if not any(sign in path for sign in "*?["):
        open_bytes(path).close()
    is_told = not compression or PurePath(path).suffix.lower() in _COMPRESSED
    relation = _quoted(path) if is_told else f"read_csv({_quoted(path)}, compression = '{compression}')"
    table = _duckdb_table(_connect(), relation, quote(path), is_counted=path.endswith(".parquet"))
    return replace(table, parts=_steady_parts(table, path))


def _steady_parts(table: Table, path: str) -> Callable[[Columns], Iterator[Part]]:
    """Return the parts of `table`, which end with an error if a file that `path` names is not what it was."""
    before = _states(path)

    def parts(columns: Columns) -> Iterator[Part]:
        yield from table.parts(columns)
        if _states(path) != before:
            raise LossplotError(f"{table.source} changed while it was read; run this again when it is whole")

    return parts


def _states(path: str) -> list[tuple[str, int, int]]:
    """The files that `path` names, their sizes, and when each was changed last."""
    names = [path] if os.path.exists(path) else sorted(glob(path, recursive=True))
    states = ((name, os.stat(name)) for name in names)
    return [(name, state.st_size, state.st_mtime_ns) for name, state in states]


def read_sqlite(path: str, name: str = "") -> Table:
    """Read a table of an SQLite database, which needs nothing but Python."""
    try:
        connection = sqlite3.connect(f"file:{_percent(path)}?mode=ro", uri=True, check_same_thread=False)
        tables = [
            row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
        ]
        chosen = _chosen(tables, name, path)
        names = [row[1] for row in connection.execute(f"PRAGMA table_info({_name(chosen)})")]
        first = connection.execute(f"SELECT * FROM {_name(chosen)} LIMIT 1000").fetchall()
        whole = connection.execute(f"SELECT COUNT(*) FROM {_name(chosen)}").fetchone()[0]
    except sqlite3.Error as error:
        raise RequestError(f"cannot read {quote(path)}: {error}; name an SQLite database") from error
    numeric = [
        each for i, each in enumerate(names) if first and all(isinstance(row[i], int | float | None) for row in first)
    ]

    def parts(columns: Columns) -> Iterator[Part]:
        wanted = _wanted(columns)
        rows = connection.execute(f"SELECT {', '.join(map(_name, wanted))} FROM {_name(chosen)}")
        done = 0
        while block := rows.fetchmany(ROWS):
            yield _part(wanted, [*zip(*block, strict=True)], done, whole)
            done += len(block)

    return Table(quote(path), names, numeric, parts, connection.close)


def read_duckdb(path: str, name: str = "") -> Table:
    """Read a table of a DuckDB database."""
    open_bytes(path).close()
    connection = _connect()
    _run(connection, f"ATTACH {_quoted(path)} AS source (READ_ONLY)", quote(path))
    rows = _run(connection, "SELECT table_name FROM duckdb_tables() WHERE database_name = 'source'", quote(path))
    chosen = _chosen([row[0] for row in rows.fetchall()], name, path)
    return _duckdb_table(connection, f"source.{_name(chosen)}", quote(path), is_counted=True)


def _chosen(tables: Sequence[str], name: str, path: str) -> str:
    if (name and name not in tables) or (len(tables) != 1 and not name):
        which = f"has the tables {alternatives(tables).replace(' or ', ' and ')}" if tables else "has no table"
        hint = f"name one, as in {quote(f'{path}:{tables[0]}')}" if tables else "name another database"
        raise RequestError(f"{quote(path)} {which}{f', not {quote(name)}' if name else ''}; {hint}")
    return name or tables[0]


def _connect() -> Any:
    try:
        import duckdb
        import pyarrow  # noqa: F401
    except ImportError as error:
        raise LossplotError(
            f'{error.name or "DuckDB"} is not installed, which reads this; run: pip install "lossplot[data]"'
        ) from error
    connection = duckdb.connect(":memory:")
    for setting, value in _SETTINGS.items():
        connection.execute(f"SET {setting} = {value}")
    return connection


def _run(connection: Any, text: str, source: str) -> Any:
    import duckdb

    try:
        return connection.execute(text)
    except duckdb.Error as error:
        raise _unreadable(source, error) from error


def _unreadable(source: str, error: Exception) -> RequestError:
    reason = " ".join(str(error).split())[:160]
    return RequestError(f"{source} cannot be read: {reason}; see what DuckDB reads at duckdb.org")


def _duckdb_table(connection: Any, relation: str, source: str, is_counted: bool = False) -> Table:
    """Return the table of a relation; `is_counted` if how many rows there are costs nothing to ask."""
    described = _run(connection, f"DESCRIBE SELECT * FROM {relation}", source).fetchall()
    names = [row[0] for row in described]
    numeric = [row[0] for row in described if _is_number(row[1])]
    whole = _run(connection, f"SELECT COUNT(*) FROM {relation}", source).fetchall()[0][0] if is_counted else 0

    def parts(columns: Columns) -> Iterator[Part]:
        import duckdb
        import pyarrow as pa

        wanted = _wanted(columns)
        choice = ", ".join(_cast(name, name in numeric and name != columns.by) for name in wanted)
        done = 0
        try:
            for batch in connection.sql(f"SELECT {choice} FROM {relation}").to_arrow_reader(ROWS):
                yield _part(wanted, [column.to_numpy(zero_copy_only=False) for column in batch.columns], done, whole)
                done += batch.num_rows
        except (duckdb.Error, pa.ArrowException, OSError) as error:
            reason = " ".join(str(error).split())[:160]
            raise RequestError(f"{source} cannot be read: {reason}; mend it") from error

    return Table(source, names, numeric, parts, connection.close)


def _arrow_table(path: str) -> Table:
    """Read a file of Arrow's own format, as it is written to disk or to a stream."""
    _connect().close()
    import pyarrow as pa

    open_bytes(path).close()
    try:
        file = pa.OSFile(path)
        try:
            opened = pa.ipc.open_file(file)
            batches: Any = (opened.get_batch(i) for i in range(opened.num_record_batches))
        except pa.ArrowInvalid:
            file.seek(0)
            opened = batches = pa.ipc.open_stream(file)
        schema = opened.schema
    except (pa.ArrowException, OSError) as error:
        raise RequestError(f"cannot read {quote(path)}: {error}; name an Arrow file") from error
    numeric = [each.name for each in schema if pa.types.is_integer(each.type) or pa.types.is_floating(each.type)]

    def parts(columns: Columns) -> Iterator[Part]:
        done, wanted = 0, _wanted(columns)
        for batch in batches:
            yield _part(wanted, [batch.column(name).to_numpy(zero_copy_only=False) for name in wanted], done, 0)
            done += batch.num_rows

    return Table(quote(path), schema.names, numeric, parts, file.close)


def _part(names: Sequence[str], columns: Sequence[Any], done: int, whole: int) -> Part:
    """Return the rows after the first `done` of `whole`, which is 0 where it is not known."""
    read = {name: _column(column) for name, column in zip(names, columns, strict=True)}

    def text(name: str, i: int) -> str:
        value = columns[names.index(name)][i]
        return "" if value is None or str(value) == "nan" else str(value)

    share = min(1.0, (done + len(columns[0])) / whole) if whole else 0.0
    return Part(read, done + 1, len(columns[0]), row_place(done + 1), text, {}, share)


def _column(column: Any) -> Column:
    """Return numbers as doubles, NaN where there is none; and texts, if one of them is no number."""
    array = np.asarray(column) if not isinstance(column, tuple) else np.array(column, dtype=object)
    if array.dtype.kind in "biuf":
        return array.astype(np.float64, copy=False)
    values = ["" if value is None else value for value in array.tolist()]
    try:
        return np.array([float("nan") if value == "" else float(value) for value in values])
    except (TypeError, ValueError):
        return np.array([str(value) for value in values], dtype=object)


def _wanted(columns: Columns) -> list[str]:
    return [name for name in dict.fromkeys((columns.label, columns.by, *columns.numbers)) if name]


def _is_number(kind: str) -> bool:
    return kind.removeprefix("U").startswith(_NUMBERS)


def _cast(name: str, is_number: bool) -> str:
    return f"CAST({_name(name)} AS {'DOUBLE' if is_number else 'VARCHAR'}) AS {_name(name)}"


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _percent(path: str) -> str:
    from urllib.parse import quote as percent

    return percent(os.path.abspath(path))
