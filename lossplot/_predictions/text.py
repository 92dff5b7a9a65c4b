"""CSV and TSV -> parts of a table, with what the base installation has."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from lossplot._errors import RequestError, quote
from lossplot._predictions import arrow_text
from lossplot._predictions.columns import Columns
from lossplot._predictions.files import Bytes
from lossplot._predictions.table import Column, Part, Table

# In bytes: what is read at once, and how far the end of a quotation is looked for.
BLOCK, LONGEST_QUOTE = 1 << 21, 1 << 26
# So many rows tell which columns hold numbers.
_SAMPLE = 1000
# Separators of columns; the one that the header has most of is taken, the first of equals.
_SEPARATORS = (",", "\t", ";", "|")


def read_text(data: Bytes, source: str) -> Table:
    """Read a table from `data`, whose first line is the header.  Raises RequestError."""
    blocks = _blocks(data, source)
    header, _, rest = next(blocks, "").partition("\n")
    if not header.strip():
        raise RequestError(f"{source} {'begins with an empty line' if rest else 'is empty'}; begin with a header")
    if "\r" in header.rstrip("\r"):
        raise RequestError(f"{source} has lines that end in a carriage return alone; save it with line feeds")
    if "\0" in header:
        raise RequestError(f"{source} is no text; name a CSV, TSV, .npy or .npz file")
    separator = max(_SEPARATORS, key=header.count)
    names = _names(header, separator, source)
    sample = _sample(rest[:BLOCK].split("\n", _SAMPLE + 1)[: _SAMPLE + 1], separator, source)
    numeric = [name for place, name in enumerate(names) if sample and all(map(_is_number, _entries(sample, place)))]
    reading = _Reading(data, source, separator, names, is_numeric=len(numeric) == len(names))

    def parts(columns: Columns) -> Iterator[Part]:
        yield from reading.parts(columns, rest)
        for block in blocks:
            yield from reading.parts(columns, block)

    return Table(source, names, numeric, parts)


def _sample(lines: Sequence[str], separator: str, source: str) -> list[list[str]]:
    reader = csv.reader(lines, delimiter=separator)
    try:
        return [*islice(reader, _SAMPLE)]
    except csv.Error as error:
        raise RequestError(f"{source}: line {reader.line_num + 1} cannot be read ({error}); mend it") from error


def _blocks(data: Bytes, source: str) -> Iterator[str]:
    """Yield the text in blocks of whole lines, none of which ends within quotes."""
    rest, is_first = b"", True
    while more := data.read(BLOCK):
        rest += more
        end = rest.rfind(b"\n") + 1
        if not end or (b'"' in rest and rest.count(b'"', 0, end) % 2):
            if len(rest) > LONGEST_QUOTE:
                raise RequestError(f"{source} has a quotation, or a line, of more than {LONGEST_QUOTE} bytes; close it")
            continue
        yield _decoded(rest[:end], data, source, is_first)
        rest, is_first = rest[end:], False
    if rest:
        yield _decoded(rest, data, source, is_first)


def _decoded(block: bytes, data: Bytes, source: str, is_first: bool) -> str:
    try:
        return block.decode("utf-8-sig" if is_first else "utf-8")
    except UnicodeDecodeError as error:
        place = error.start + 1 if is_first else data.position
        raise RequestError(
            f"{source} is not UTF-8 text ({'byte' if is_first else 'before byte'} {place}); save it so"
        ) from error


def _names(header: str, separator: str, source: str) -> list[str]:
    try:
        [names] = csv.reader([header], delimiter=separator, strict=True)
    except (csv.Error, ValueError) as error:
        raise RequestError(f"{source}: the header {quote(header.strip())} cannot be read; mend its quotes") from error
    names = [name.strip() for name in names]
    if all(map(_is_number, names)) and set(names) - {str(number) for number in range(len(names))}:
        raise RequestError(f"{source} begins with numbers, {quote(header.strip())}; name the columns in a first line")
    counts = Counter(names)
    if twice := next((name for name in names if counts[name] > 1), None):
        raise RequestError(f"{source} has two columns {quote(twice)}; name each once")
    return names


def _is_number(text: str) -> bool:
    """Return True for a number in ASCII digits, infinite or NaN too."""
    try:
        return float(text) is not None and "_" not in text and text.isascii()
    except ValueError:
        return False


def _entries(rows: Sequence[Sequence[str]], place: int) -> Iterator[str]:
    """Yield the entries of a column, those that are empty left out."""
    return (row[place] for row in rows if len(row) > place and row[place].strip())


@dataclass(slots=True)
class _Reading:
    """Rows of a text as they are read."""

    data: Bytes
    source: str
    separator: str
    names: Sequence[str]
    is_numeric: bool
    rows: int = 0
    is_by_line: bool = True
    # Empty lines at the end are no rows: they are held back until something follows.
    blank: int = 0

    def parts(self, columns: Columns, text: str) -> Iterator[Part]:
        """Yield the rows of `text`, whole lines; empty ones at its end come with the next."""
        body = text.rstrip("\r\n")
        blank = text[len(body) :].count("\n") - 1
        if not body:
            self.blank += text.count("\n")
            return
        body, self.blank = "\n" * self.blank + body, max(0, blank)
        # Three times as fast as to count them in a text.
        lines = int(np.count_nonzero(np.frombuffer(body.encode(), np.uint8) == ord("\n"))) + 1
        self.is_by_line &= '"' not in body
        numbers = self._numbers(body, lines) if self.is_numeric else None
        part = self._of_words(columns, body) if numbers is None else self._of_numbers(columns, body, numbers)
        self.rows += part.rows
        yield part

    def _numbers(self, body: str, lines: int) -> Column | None:
        """Return the numbers of the rows, of shape (lines, columns); None if one of them is not whole."""
        if arrow_text.is_worth(self.data.size):
            return arrow_text.read_numbers(body, self.separator, (lines, len(self.names)))
        try:
            numbers = np.loadtxt(body.split("\n"), delimiter=self.separator, comments=None, ndmin=2)
        except (ValueError, Warning):
            return None
        return numbers if numbers.shape == (lines, len(self.names)) else None

    def _of_numbers(self, columns: Columns, body: str, numbers: Column) -> Part:
        read = {name: numbers[:, self.names.index(name)] for name in _read(columns)}

        def text(name: str, i: int) -> str:
            return body.split("\n")[i].split(self.separator)[self.names.index(name)].strip()

        return Part(read, self.rows + 1, len(numbers), self._place(), text, {}, self.data.share)

    def _of_words(self, columns: Columns, body: str) -> Part:
        width = len(self.names)
        rows = self._split(body)
        broken = {i: _width_fault(row, width) for i, row in enumerate(rows) if len(row) != width}
        if broken:
            rows = [row if len(row) == width else [""] * width for row in rows]
        texts = dict(zip(self.names, zip(*rows, strict=True), strict=True))
        # To Python 1_0 is a number, and so are the digits of every script.
        is_plain = "_" not in body and body.isascii()
        read = {name: _column(texts[name], name in columns.numbers, is_plain) for name in _read(columns)}
        return Part(
            read, self.rows + 1, len(rows), self._place(), lambda name, i: texts[name][i], broken, self.data.share
        )

    def _split(self, body: str) -> list[list[str]]:
        reader = csv.reader(body.split("\n"), delimiter=self.separator, strict=True)
        try:
            return [*reader]
        except csv.Error as error:
            place = (
                f"{'line' if self.rows == 0 else 'a line after row'} {self.rows + reader.line_num + (not self.rows)}"
            )
            raise RequestError(f"{self.source}: {place} cannot be read ({error}); mend its quotes") from error

    def _place(self) -> Callable[[int], str]:
        before, word = (self.rows + 2, "line") if self.is_by_line else (self.rows + 1, "row")
        return lambda i: f"{word} {before + i}"


def _read(columns: Columns) -> list[str]:
    return [name for name in dict.fromkeys((columns.label, columns.by, *columns.numbers)) if name]


def _width_fault(row: Sequence[str], width: int) -> str:
    if not row:
        return "is empty"
    return f"has {len(row)} column{'s' if len(row) > 1 else ''}, not {width}"


def _column(texts: Sequence[str], is_number: bool, is_plain: bool) -> Column:
    try:
        if is_plain or all(map(_is_number, texts)):
            return np.fromiter(map(float, texts), np.float64, len(texts))
        raise ValueError("a text with an underscore is no number")
    except ValueError:
        if is_number:
            return np.array([float(text) if _is_number(text) else np.nan for text in texts])
        return np.array(texts, dtype=object)
