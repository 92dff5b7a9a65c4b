"""Our own reader of style sheets: it follows what matplotlib's does, repeats nothing, and nothing can tire it."""

from __future__ import annotations

import contextlib
import logging
import os
import socket
import time
import tracemalloc
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import matplotlib
import pytest
from matplotlib.colors import to_hex
from matplotlib.font_manager import font_scalings
from support.cases import every, some
from support.draws import Draw, choice, joined, just, law, lists, mapped, one_of, recursive
from support.run import assert_done, assert_fails, call

from lossplot._batch import build as building
from lossplot._errors import LossplotError
from lossplot._formats.mpl.style import Style, read_style

BUNDLED = sorted(Path(matplotlib.get_data_path()).glob("stylelib/*.mplstyle"))
RC = Path(matplotlib.get_data_path()) / "matplotlibrc"

# --- matplotlib's own reader is the oracle ---


class RefusedError(Exception):
    """Matplotlib complains of a style sheet, or what it reads cannot be drawn."""


class _Complaints(logging.Handler):
    """Keeps what matplotlib has to say of a style sheet."""

    said = False

    def emit(self, record: logging.LogRecord) -> None:
        self.said = True


def settings_by_matplotlib(path: Path) -> dict[str, Any]:
    complaints = _Complaints()
    logger = logging.getLogger("matplotlib")
    level, propagate = logger.level, logger.propagate
    logger.addHandler(complaints)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            read = matplotlib.rc_params_from_file(path, fail_on_error=True, use_default_template=False)
    except ValueError as error:
        raise RefusedError from error
    finally:
        logger.removeHandler(complaints)
        logger.setLevel(level)
        logger.propagate = propagate
    if complaints.said:
        raise RefusedError
    return dict(cast("dict[str, Any]", read))


def style_by_matplotlib(path: Path) -> Style:
    """What a figure of losses has of the style sheet at `path`."""
    settings = settings_by_matplotlib(path)
    default = cast("dict[str, Any]", matplotlib.rcParamsDefault)
    base = settings.get("font.size", default["font.size"])
    fields: dict[str, Any] = {}
    for field, key in (
        *(("ground", "figure.facecolor"), ("ground", "axes.facecolor"), ("ink", "text.color")),
        *(("ink", "axes.labelcolor"), ("axis", "axes.edgecolor"), ("grid", "grid.color")),
        *(("soft", "xtick.color"), ("soft", "ytick.color"), ("soft", "xtick.labelcolor"), ("soft", "ytick.labelcolor")),
    ):
        if settings.get(key, "none") not in ("none", "inherit"):
            fields[field] = to_hex(settings[key])
    for field, key in (
        *(
            ("text", "font.size"),
            ("text", "axes.labelsize"),
            ("ticks", "xtick.labelsize"),
            ("ticks", "ytick.labelsize"),
        ),
        *(("title", "axes.titlesize"), ("title", "figure.titlesize"), ("line", "lines.linewidth")),
        *(("thin", "axes.linewidth"), ("circle", "lines.markersize")),
    ):
        if key in settings and not (key in ("axes.linewidth", "lines.markersize") and settings[key] == 0):
            size = settings[key]
            fields[field] = font_scalings[size] * base if size in font_scalings else size
            if not 0.1 <= fields[field] <= 500:
                raise RefusedError
    if "axes.grid" in settings:
        fields["gridlines"] = settings["axes.grid"]
    if "axes.prop_cycle" in settings:
        if not len(settings["axes.prop_cycle"]):
            raise RefusedError
        if "color" in (cycle := settings["axes.prop_cycle"].by_key()):
            fields["colours"] = tuple(to_hex(colour) for colour in cycle["color"])
    fonts: list[str] = []
    for family in settings.get("font.family", ()):
        kind = f"font.{family}"
        fonts += settings.get(kind, default[kind]) if kind in default else [family]
    size = settings.get("figure.figsize")
    dpi = settings.get("savefig.dpi", "figure")
    dpi = settings.get("figure.dpi") if dpi == "figure" else dpi
    if (
        settings.get("text.usetex")
        or (dpi is not None and not 10 <= dpi <= 2400)
        or (size and not all(0.5 <= x <= 100 for x in size))
    ):
        raise RefusedError
    return Style(tuple(fields.items()), tuple(fonts), tuple(size) if size else None, dpi)


def compare(path: Path) -> None:
    try:
        expected = style_by_matplotlib(path)
    except RefusedError:
        with pytest.raises(LossplotError, match=r"has a mistake|text\.usetex"):
            read_style(str(path))
    else:
        style = read_style(str(path))
        assert dict(style.fields) == dict(expected.fields)
        assert (style.fonts, style.size, style.dpi) == (expected.fonts, expected.size, expected.dpi)


def test_the_oracle_has_sheets() -> None:
    assert len(BUNDLED) >= 25
    assert sum(bool(style_by_matplotlib(path).fields) for path in BUNDLED) >= 25


@pytest.mark.parametrize("path", [*BUNDLED, RC], ids=lambda path: path.stem)
def test_what_matplotlib_brings_is_followed_as_it_reads_it(path: Path) -> None:
    compare(path)


COLOURS = (
    *("r", "red", "'red'", '"red"', '"#ff0000"', "#ff0000", "ff0000", "FF000080", '"#fff"', "0.5", "0.1234", "1.5"),
    *("nan", "inf", "C0", "C11", "C", "xkcd:light grey blue", "tab:green", "none", "None", "auto", "inherit"),
    *("DarkRed", "blurple"),
    *("(0.1, 0.2, 0.3)", "0.1, 0.2, 0.3", "[0.1, .2, 1]", "('r', 0.5)", "(0.1, 0.2, 0.3, 0.4)", "(1, 2, 3)"),
    *("(-0.1, 0, 0)", "()", "True", "123456", "1e-3", "(1e999, 0, 0)", "((0.1, 0.2, 0.3))", "((0.1, 0.2, 0.3),)"),
    *("('C3', 0.5)", "u'red'", "['r']", "#", "", "cycler('c', 'r')", "(1" + 40 * "0" + ", 0, 0)"),
)  # fmt: skip
NUMBERS = [
    "1",
    "2.5",
    "-1",
    "0",
    "nan",
    "inf",
    "1e400",
    "1e-400",
    "large",
    "LARGE",
    "smaller",
    "None",
    "",
    "5,6",
    "1,2,3",
]
CYCLES = """
cycler('color', ['r', 'g'])
cycler('color', 'rgb')
cycler("color", "r, g, 0.5")
cycler('color', 'red')
cycler('color', 'r g')
cycler('color', ('r', 'g'))
cycler('color', ['r', 'g',])
cycler('color', [, 'r'])
cycler('color', [])
cycler('color', ['C0'])
cycler('color', ['C10', 'r'])
cycler('color', [(0.1, 0.2, 0.3), 'none', ('r', 0.5)])
cycler('color', [0.5])
cycler('color', [['r']])
cycler(color=['#348ABD'])
cycler(color=["#348ABD"])
cycler(color='rgb', lw=[1, 2, 3])
cycler(lw=[1, 2], color=['r', 'g'], ls=['-', '--'])
cycler(c='rgb', color='rgb')
cycler(lw=[1, 2])
cycler('color', 'rgb') * cycler('ls', ['-', '--'])
cycler('ls', ['-', '--']) * cycler('c', 'rgb')
cycler('c', 'rgb') + cycler('lw', [1, 2, 3])
cycler('c', 'rgb') + cycler('lw', [1, 2])
cycler('c', 'rg') + cycler('c', 'rg')
cycler('c', 'rg') + cycler('linestyle', [(0, (1, 2)), '-'])
cycler('c', 'rg') * 3
cycler('c', ['r', 'g']) # a comment
(cycler('c', 'rg'))
cycler(cycler('c', 'rg'))
cycler('c', 'rg', 'b')
cycler('c', 5)
cycler('c', 'rg') * 'rg'
cycler('c', '\\d')
cycler('colour', 'rgb')
cycler('mfc', 'rgb')
cycler()
cycler('color', 'rg') - 1
('r', 'g')
r, g
cycler('color', ['r'
""".strip().split("\n")
SHEETS = [
    *(f"{key}: {colour}" for key in ("axes.facecolor", "grid.color") for colour in COLOURS),
    *(
        f"{key}: {size}"
        for key in (
            "font.size",
            "axes.labelsize",
            "axes.linewidth",
            "lines.markersize",
            "figure.figsize",
            "savefig.dpi",
        )
        for size in NUMBERS
    ),
    *(f"axes.prop_cycle: {cycle}" for cycle in CYCLES),
    *(
        f"{key}: {word}"
        for key in ("axes.grid", "text.usetex")
        for word in ("True", "t", "1", "oN", "No", "0", "maybe", "")
    ),
    *(f"font.family: {names}" for names in ("serif", "A, serif", "monospace, cursive", " , ", '"A"', "'A'")),
    *("font.family: serif\nfont.serif: A, B", "font.size: 12\naxes.titlesize: large", "axes.titlesize: xx-small"),
    *("savefig.dpi: figure\nfigure.dpi: 90", "savefig.dpi: 50\nfigure.dpi: 9", "font.size: 1\nfont.size: 2"),
    *("no colon", ": 3", "font.size", 'font.size: "12', 'font.size: 12 # "a', '"font.size: 12"', "bogus: 1", "a.b: 1"),
    *(
        "font.size : 12\r\naxes.grid: True\raxes.linewidth: 2",
        "# all\n\n  # comments",
        "",
        "\x00",
        "font.size: 12\x1c13",
    ),
]


@every("sheet", SHEETS)
def test_a_value_is_what_matplotlib_takes_it_for(sheet: str, tmp_path: Path) -> None:
    path = tmp_path / "a.mplstyle"
    path.write_text(sheet, encoding="utf-8", newline="")
    compare(path)


def _grown_literal(inner: Draw[str]) -> Draw[str]:
    return one_of(
        mapped(lambda parts: f"[{', '.join(parts)}]", lists(inner, 0, 4)),
        mapped(lambda parts: f"({', '.join(parts)})", lists(inner, 2, 3)),
    )


def _grown_cycle(inner: Draw[str]) -> Draw[str]:
    return one_of(joined(inner, choice([" + ", " * "]), one_of(inner, just("2"))), joined("(", inner, ")"))


LITERALS = recursive(
    choice(["'r'", "'g'", '"rgb"', "0.5", "1", "-2", "None", "'0.25'", "(0, 0.5, 1)"]), _grown_literal, 2
)
EXPRESSIONS = recursive(joined("cycler('", choice(["color", "c", "fc"]), "', ", LITERALS, ")"), _grown_cycle, 2)


@law(60, expression=EXPRESSIONS)
def test_a_cycle_is_what_matplotlib_takes_it_for(expression: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "cycle.mplstyle"
    path.write_text(f"axes.prop_cycle: {expression}", encoding="utf-8")
    compare(path)


@pytest.mark.parametrize(
    ("cycle", "colours"),
    [
        ("cycler('color', 'tab10')", tuple(map(to_hex, matplotlib.color_sequences["tab10"]))),
        ("cycler('color', 'rgbk')[1:3]", ("#008000", "#0000ff")),
        ("cycler('color', 'rgbk')[::-2]", ("#000000", "#008000")),
        ("concat(cycler('c', 'r'), cycler(color=['g', 'k']))", ("#ff0000", "#008000", "#000000")),
        ("2 * cycler('c', 'rk')", ("#ff0000", "#000000") * 2),
        ("cycler('c', ['r'] * 2 + ['k'])", ("#ff0000", "#ff0000", "#000000")),
        ("cycler('color', ['r'] * 500)", ("#ff0000",) * 500),
    ],
)
def test_what_only_some_versions_of_matplotlib_take(cycle: str, colours: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "a.mplstyle").write_text(f"axes.prop_cycle: {cycle}")
    assert dict(read_style(str(tmp_path / "a.mplstyle")).fields) == {"colours": colours}


# Seven colours, of 3,500 that would have to be read.
LONG_WAY_TO_SEVEN = "concat(" * 6 + "cycler('c', ['r'] * 500)[:1]" + ", cycler('c', ['r'] * 500)[:1])" * 6


@pytest.mark.parametrize(
    "cycle",
    [
        *("__import__('os')", "cycler('color', [x for x in 'rgb'])", "cycler('color', open('a.mplstyle'))", "cycler"),
        *("cycler('color', 'rgb').by_key()", "cycler('color', 'rgb')[0]", "cycler(**{'color': 'rgb'})", "lambda: 1"),
        *(
            LONG_WAY_TO_SEVEN,
            "cycler('color', ['r'] * 501)",
            "cycler('color', 'rgb' if 1 else 'k')",
            "cycler('color', f'{1}')",
            "1 +",
            "cycler(c='rg', c='rg')",
            "cycler('c', *['rg'])",
        ),
    ],
)
def test_what_would_have_to_be_evaluated_is_no_cycle(cycle: str, tmp_path: Path) -> None:
    (tmp_path / "a.mplstyle").write_text(f"axes.prop_cycle: {cycle}")
    with pytest.raises(LossplotError, match=r"line 1 sets axes\.prop_cycle to what is no cycle of colours"):
        read_style(str(tmp_path / "a.mplstyle"))


def test_a_mark_of_utf_8_is_no_part_of_the_first_key(tmp_path: Path) -> None:
    (tmp_path / "a.mplstyle").write_bytes(b"\xef\xbb\xbffont.size: 12\n")
    assert dict(read_style(str(tmp_path / "a.mplstyle")).fields) == {"text": 12.0}


def test_a_value_that_is_not_followed_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.mplstyle").write_text(
        "lines.linestyle: nothing\nfont.size: 12\nboxplot.whiskers: ['r'] * 99999999999\n"
    )
    assert dict(read_style(str(tmp_path / "a.mplstyle")).fields) == {"text": 12.0}


# --- whatever is in it ---

SIZE = 2**20
HOSTILE: dict[str, bytes] = {
    "cycle-of-four-million": b"axes.prop_cycle: cycler('color', ['r']*4000000)",
    "cycle-of-any-number": b"axes.prop_cycle: cycler('color', ['r']*" + b"9" * 5000 + b")",
    "cycle-by-powers": b"axes.prop_cycle: cycler('color', 'r'*400" + b"*400" * 2000 + b")",
    "cycle-by-products": b"axes.prop_cycle: " + b"*".join([b"cycler('color', ['r','g'])"] * 300),
    "cycle-by-all-keys": b"axes.prop_cycle: "
    + b"*".join(b"cycler(%s=['r','g'])" % key for key in b"c lw ls fc ec mfc mec mew ms alpha marker".split()),
    "cycle-of-cycles": b"axes.prop_cycle: concat(" + b",".join([b"cycler('color',['r']*500)"] * 380) + b")",
    "cycle-of-sums": b"axes.prop_cycle: " + b"1+" * 4999 + b"1",
    "cycle-of-minus": b"axes.prop_cycle: " + b"-" * 9999 + b"1",
    "cycle-of-slices": b"axes.prop_cycle: 'r'" + b"[:]" * 3300,
    "cycle-of-colours": b"axes.prop_cycle: cycler('color',[" + b"'r'," * 2490 + b"])",
    "cycle-of-brackets": b"axes.prop_cycle: " + b"[" * 9999,
    "cycle-of-all-brackets": b"axes.prop_cycle: " + b"[" * (SIZE - 99),
    "cycle-of-spaces": b"axes.prop_cycle: " + b" " * 9900 + b"x",
    "colour-of-brackets": b"axes.facecolor: " + b"(" * 100 + b")" * 100,
    "colour-of-digits": b"axes.facecolor: 'C" + b"9" * 5000 + b"'",
    "colour-of-letters": b"axes.facecolor: " + b"a" * (SIZE - 99),
    "colours-of-numbers": b"axes.facecolor: " + b"1," * (SIZE // 2 - 99),
    "number-of-digits": b"font.size: " + b"9" * (SIZE - 99),
    "number-of-few-digits": b"font.size: " + b"9" * 190,
    "number-of-exponents": b"font.size: 1e999999999999",
    "number-nan": b"font.size: nan",
    "number-inf": b"figure.dpi: inf",
    "number-negative": b"axes.linewidth: -1",
    "numbers": b"figure.figsize: " + b"1," * (SIZE // 2 - 99),
    "fonts": b"font.family: " + b"a," * (SIZE // 2 - 99),
    "fonts-of-a-kind": b"font.family: serif\nfont.serif: " + b"a," * (SIZE // 2 - 99),
    "truth": b"axes.grid: " + b"True" * (SIZE // 4 - 99),
    "one-line": b"a" * SIZE,
    "one-key": b"a." * (SIZE // 2 - 9) + b": 1",
    "many-lines": b"\n" * SIZE,
    "many-returns": b"\r" * SIZE,
    "many-settings": b"font.size: 3\n" * (SIZE // 13),
    "quotes": b"font.size: " + b'""' * (SIZE // 2 - 99),
    "quotes-and-comments": b"font.size: " + b'"#"' * (SIZE // 3 - 99),
    "quotes-not-closed": b"font.size: " + b'""' * (SIZE // 2 - 99) + b'"',
    "colons": b":" * SIZE,
    "nuls": b"\0" * SIZE,
    "not-utf-8": b"\xff" * SIZE,
    "not-utf-8-at-the-end": b"#" * (SIZE - 1) + b"\xff",
    "utf-16": ("font.size: 12\n" * 1000).encode("utf-16"),
    "marks": b"\xef\xbb\xbf" * (SIZE // 3),
    "wide": b"font.family: " + "\U0001f600,".encode() * (SIZE // 5 - 99),
    "spaces": b"font.size:" + b" " * (SIZE - 99) + b"x",
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 100,
}  # fmt: skip
QUIET = {
    "one-comment": b"#" * SIZE,
    "spaces-alone": b" \t\x0b" * (SIZE // 3),
    "cycle-without-colours": b"axes.prop_cycle: cycler('lw', '" + b"1," * 1000 + b"')",
}


def outcome(path: Path) -> str:
    try:
        read_style(str(path))
    except LossplotError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("name", some([*HOSTILE, *QUIET], 4))
def test_no_sheet_takes_long_or_much(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.mplstyle"
    path.write_bytes((HOSTILE | QUIET)[name])
    seconds = []
    for _ in range(3):
        start = time.process_time()
        message = outcome(path)
        seconds.append(time.process_time() - start)
    assert min(seconds) < 5.0
    tracemalloc.start()
    try:
        outcome(path)
        assert tracemalloc.get_traced_memory()[1] < 32 * 2**20
    finally:
        tracemalloc.stop()
    assert bool(message) == (name in HOSTILE)
    assert len(message) < 250


# --- and whatever it is: no message repeats more of it than a key ---

SECRET = "hunter2"
TELLING = [
    *(f"{key}: {SECRET}" for key in ("font.size", "axes.facecolor", "axes.grid", "figure.figsize", "savefig.dpi")),
    *(f"{key}: {SECRET}" for key in ("axes.prop_cycle", "a.b", "xtick.labelsize")),
    *(f"axes.prop_cycle: cycler({rest})" for rest in (f"'{SECRET}', 'rgb'", f"'color', ['{SECRET}']")),
    *(SECRET, f"{SECRET}: 1", f"{SECRET} # a", f"# {SECRET}\nA", f"font.size: '{SECRET}", f'font.size: "{SECRET}'),
    *(f"PATH=/bin:{SECRET}", f"A={SECRET}\0B={SECRET}", f"{SECRET}\nfont.size: x", f"[{SECRET}]", "1" * 600),
    *(f"font.size: 12{SECRET}\nfont.size: 2", f"text.usetex: True\n{SECRET}", f"root:x:{SECRET}"),
]


@pytest.mark.parametrize("sheet", some(TELLING, 3))
def test_a_sheet_is_not_repeated(sheet: str, tmp_path: Path) -> None:
    """Neither by a message, nor by a warning or a log, which would be a second line."""
    (tmp_path / "a.mplstyle").write_text(sheet, encoding="utf-8")
    done = call("hinge", "--style", "a.mplstyle", "-o", "a.svg", cwd=tmp_path)
    assert_fails(done, 2, "style 'a.mplstyle'")
    assert SECRET not in done.err
    assert "1111" not in done.err
    (tmp_path / "x.toml").write_text("[[figures]]\nlosses = 'hinge'\nstyle = 'a.mplstyle'\noutput = 'a.svg'")
    done = call("build", "x.toml", "-q", cwd=tmp_path)
    assert_fails(done, 1, "x.toml:1: figures[0]: style 'a.mplstyle'")
    assert SECRET not in done.err


def test_a_key_is_repeated_so_that_it_can_be_found(tmp_path: Path) -> None:
    (tmp_path / "a.mplstyle").write_text("font.size: 12\nfont.sise: 13\n")
    done = call("hinge", "--style", "a.mplstyle", cwd=tmp_path)
    assert_fails(done, 2, "style 'a.mplstyle' has a mistake: line 2 has the unknown key 'font.sise'; correct it")


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def environment(path: Path) -> None:
    path.symlink_to("/proc/self/environ")


def processor(path: Path) -> None:
    path.symlink_to("/proc/cpuinfo")


def sized_by_the_kernel(path: Path) -> None:
    path.symlink_to("/sys/devices/system/cpu/online")


def socket_(path: Path) -> None:
    with contextlib.chdir(path.parent), socket.socket(socket.AF_UNIX) as server:
        server.bind(path.name)


def gigabyte(path: Path) -> None:
    path.touch()
    os.truncate(path, 2**30)


def loop(path: Path) -> None:
    path.symlink_to(path.name)


SPECIAL: dict[str, tuple[Callable[[Path], None], str]] = {
    "pipe": (os.mkfifo, "it is not a file"),
    "device": (device, "it is not a file"),
    "folder": (Path.mkdir, "Is a directory"),
    "environment": (environment, "it is not a file"),
    "processor": (processor, "it is not a file"),
    "kernel": (sized_by_the_kernel, "it is not a file"),
    "socket": (socket_, "it is not a file"),
    "gigabyte": (gigabyte, "it is too large for a style"),
    "loop": (loop, "Too many levels of symbolic links"),
    "missing": (lambda path: None, "No such file or directory"),
}


@pytest.mark.parametrize("name", SPECIAL)
@pytest.mark.parametrize("output", ["a.svg", "a.json"])
def test_what_is_no_ordinary_file_is_refused_unread(name: str, output: str, tmp_path: Path) -> None:
    make, reason = SPECIAL[name]
    path, here = tmp_path / "a.mplstyle", tmp_path / "here"
    make(path)
    here.mkdir()
    if path.is_symlink() and name != "loop" and not path.exists():
        pytest.skip("this system has no such file")
    done = call("hinge", "--style", "../a.mplstyle", "-o", output, cwd=here)
    assert_fails(done, 1, f"cannot read '../a.mplstyle': {reason}; name a .mplstyle file")


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:9/a.mplstyle", "https://a.b/c", "ftp://a.b/c", "file:///etc/passwd"]
)
def test_an_address_is_not_asked_for(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        pytest.fail("a connection was tried")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert_fails(call("hinge", "--style", address, cwd=tmp_path), 1, "No such file or directory")
    (tmp_path / "x.toml").write_text(f"[[figures]]\nlosses = 'hinge'\nstyle = '{address}'")
    assert_fails(call("build", "x.toml", "-q", cwd=tmp_path), 1, "No such file or directory")


@pytest.mark.parametrize("file_format", ["svg", "json", "csv", "py"])
def test_home_is_where_a_style_may_be(file_format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "a.mplstyle").write_text("axes.facecolor: eeeeee\n")
    monkeypatch.setenv("HOME", str(home))
    done = call("hinge", "--style", "~/a.mplstyle", "-o", f"a.{file_format}", cwd=tmp_path)
    assert_done(done, f"a.{file_format}")


# --- in a batch, before the first figure ---


@pytest.mark.parametrize(
    ("output", "sheet", "reason"),
    [
        ("b.svg", "font.size: none", "style 'a.mplstyle' has a mistake: line 1 sets font.size to what is no number"),
        ("b.json", None, "cannot read 'a.mplstyle': No such file or directory"),
    ],
)
def test_a_style_is_read_before_anything_is_drawn(
    output: str, sheet: str | None, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if sheet is not None:
        (tmp_path / "a.mplstyle").write_text(sheet)
    figure = "[[figures]]\nlosses = 'hinge'\n"
    (tmp_path / "x.toml").write_text(f"{figure}output = 'a.json'\n{figure}output = '{output}'\nstyle = 'a.mplstyle'")
    outputs: list[str] = []
    perform = building.perform

    def recording(step: building.Step) -> list[building.Outcome]:
        outputs.extend(step.states)
        return perform(step)

    monkeypatch.setattr(building, "perform", recording)
    done = call("build", "x.toml", "--quiet", cwd=tmp_path)
    assert (done.code, done.out, *done.changed) == (1, b"", "a.json")
    assert done.err.startswith(f"lossplot: x.toml:4: figures[1]: {reason}; ")
    assert outputs == ["a.json"]


@pytest.mark.parametrize(
    ("size", "is_taken"), [("0.1", True), ("0.099", False), ("500", True), ("500.1", False), ("0", False)]
)
def test_letters_have_from_a_tenth_of_a_point_to_five_hundred(size: str, is_taken: bool, tmp_path: Path) -> None:
    path = tmp_path / "a.mplstyle"
    path.write_text(f"font.size: {size}\n")
    assert ("from 0.1 to 500 points" in outcome(path)) is not is_taken
