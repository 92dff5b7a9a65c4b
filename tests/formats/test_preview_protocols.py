"""Pictures in the terminal: which protocol it speaks, and pictures decoded from what is written to it."""

from __future__ import annotations

import base64
import fcntl
import io
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from support.cases import every, some
from support.run import TIMEOUT, clean_environment, hearing_signals

from lossplot._formats.terminal import protocols
from lossplot._formats.terminal.protocols import Protocol, choose, encode, image_size
from lossplot._formats.terminal.terminal import PATIENCE, Screen, screen

Pixels = NDArray[np.uint8]

# --- what the environment tells ---

TABLE: list[tuple[str, Protocol]] = [
    ("TERM=xterm-kitty", "kitty"),
    ("TERM=xterm-kitty KITTY_WINDOW_ID=1", "kitty"),
    ("TERM=xterm-256color KITTY_WINDOW_ID=1", "kitty"),
    ("TERM=xterm-ghostty TERM_PROGRAM=ghostty", "kitty"),
    ("TERM=xterm-256color TERM_PROGRAM=ghostty", "kitty"),
    ("TERM=xterm-256color KONSOLE_VERSION=220400", "kitty"),
    ("TERM=xterm-256color KONSOLE_VERSION=230805", "kitty"),
    ("TERM=xterm-256color TERM_PROGRAM=iTerm.app LC_TERMINAL=iTerm2", "iterm2"),
    ("TERM=xterm-256color LC_TERMINAL=iTerm2", "iterm2"),
    ("TERM=xterm-256color TERM_PROGRAM=WezTerm", "iterm2"),
    ("TERM=wezterm", "iterm2"),
    ("TERM=xterm TERM_PROGRAM=mintty", "iterm2"),
    # What is left of the terminal that another was started from.
    ("TERM=xterm-256color TERM_PROGRAM=WezTerm KITTY_WINDOW_ID=1", "iterm2"),
    ("TERM=xterm-kitty TERM_PROGRAM=iTerm.app", "kitty"),
]
ASKED = [
    "TERM=xterm-256color",
    "TERM=foot",
    "TERM=xterm-256color KONSOLE_VERSION=211203",
    "TERM=xterm-256color KONSOLE_VERSION=?",
    "TERM=xterm-256color TERM_PROGRAM=vscode KITTY_WINDOW_ID=1",
    "TERM=xterm-256color TERM_PROGRAM=Apple_Terminal LC_TERMINAL=iTerm2",
    "TERM=linux",
]
# Where what the environment says of the terminal is of another, and where there are no pictures at all.
UNICODE = [
    "TERM=tmux-256color KITTY_WINDOW_ID=1",
    "TERM=tmux-256color TERM_PROGRAM=tmux LC_TERMINAL=iTerm2",
    "TERM=screen KITTY_WINDOW_ID=1",
    "TERM=screen.xterm-256color TERM_PROGRAM=WezTerm",
    "TERM=xterm-kitty TMUX=/tmp/tmux-1000/default,1,0",
    "TERM=xterm-kitty STY=1.pts-0.host",
    "TERM=xterm-kitty ZELLIJ=0",
    "TERM=dumb TERM_PROGRAM=iTerm.app",
    "KITTY_WINDOW_ID=1",
    "",
]


def variables(text: str) -> dict[str, str]:
    return dict(word.split("=", 1) for word in text.split())


@pytest.mark.parametrize(("text", "protocol"), TABLE)
def test_a_terminal_that_the_environment_tells_of_is_not_asked(
    text: str, protocol: Protocol, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(protocols, "has_sixel", lambda _: pytest.fail("it was asked"))
    assert choose(variables(text), 1) == protocol


@pytest.mark.parametrize("text", ASKED)
@pytest.mark.parametrize(("answer", "protocol"), [(True, "sixel"), (False, "unicode")])
def test_any_other_terminal_is_asked(
    text: str, answer: bool, protocol: Protocol, monkeypatch: pytest.MonkeyPatch
) -> None:
    questions: list[int] = []

    def has_sixel(terminal: int) -> bool:
        questions.append(terminal)
        return answer

    monkeypatch.setattr(protocols, "has_sixel", has_sixel)
    assert choose(variables(text), 7) == protocol
    assert questions == [7]


@pytest.mark.parametrize("text", UNICODE)
def test_inside_a_multiplexer_or_a_dumb_terminal_it_is_characters_unasked(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(protocols, "has_sixel", lambda _: pytest.fail("it was asked"))
    assert choose(variables(text), 1) == "unicode"


@pytest.mark.parametrize("text", [*(text for text, _ in TABLE), *ASKED, *UNICODE])
def test_into_a_pipe_it_is_characters(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocols, "has_sixel", lambda _: pytest.fail("it was asked"))
    assert choose(variables(text), None) == "unicode"


# --- what the terminal tells ---

# Takes the terminal as its own, as a shell's child has it, waits for an answer as long as it is told to, and says what
# was chosen, in how long, and in which mode.
CHILD = """
import os, sys, termios, time
terminal = os.open(sys.argv[1], os.O_RDWR)
for descriptor in (0, 1):
    os.dup2(terminal, descriptor)
if sys.argv[2] != "asked":
    os.dup2({"piped": os.pipe, "elsewhere": os.openpty}[sys.argv[2]]()[1], 0)
from lossplot._formats.terminal import terminal as asked
from lossplot._formats.terminal.protocols import choose
asked.PATIENCE = float(sys.argv[3])
before, start = termios.tcgetattr(terminal), time.monotonic()
chosen = choose({"TERM": "xterm-256color"}, 1)
print(chosen, time.monotonic() - start, termios.tcgetattr(terminal) == before, "numpy" in sys.modules, file=sys.stderr)
"""
# Far longer than any answer here takes, in seconds.
LONG = "300"
# The same as a job in the background.
BEHIND = f"""
import os, subprocess, sys
terminal = os.open(sys.argv[1], os.O_RDWR)
subprocess.run([sys.executable, "-c", {CHILD!r}, *sys.argv[1:]], process_group=0, check=True)
"""


@dataclass
class Terminal:
    """A terminal of which we are the screen and the keyboard: `screen` is our end, `path` the programs'."""

    screen: int
    inner: int
    path: str

    @contextmanager
    def running(self, program: str, *words: str) -> Iterator[subprocess.Popen[str]]:
        command = [sys.executable, "-c", program, self.path, *words]
        with hearing_signals():
            process = subprocess.Popen(
                command, env=clean_environment(), start_new_session=True, stderr=subprocess.PIPE, text=True
            )
        with process:
            try:
                yield process
            finally:
                process.kill()

    def question(self) -> bytes:
        """What is written to the terminal first; b"" if nothing comes."""
        return os.read(self.screen, 100) if select.select([self.screen], [], [], TIMEOUT)[0] else b""


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    ours, theirs = os.openpty()
    yield Terminal(ours, theirs, os.ttyname(theirs))
    for descriptor in (ours, theirs):
        with suppress(OSError):
            os.close(descriptor)


def choice_of(process: subprocess.Popen[str]) -> tuple[str, float]:
    """What the child chose, and the seconds it took; it put the mode back, and did without NumPy."""
    _, words = process.communicate(timeout=TIMEOUT)
    chosen, seconds, restored, numpy = words.split()
    assert (restored, numpy) == ("True", "False")
    return chosen, float(seconds)


@pytest.mark.parametrize(
    ("answers", "protocol"),
    [
        # xterm as a VT340; foot; mlterm, in two pieces; Konsole.
        ([b"\x1b[?63;1;2;4;6;9;15;22c"], "sixel"),
        pytest.param([b"\x1b[?62;4;22c"], "sixel", marks=pytest.mark.slow),
        ([b"\x1b[?63;1;2;", b"3;4;7;29c"], "sixel"),
        pytest.param([b"\x1b[?62;1;4c"], "sixel", marks=pytest.mark.slow),
        # GNOME Terminal, Alacritty, Linux, a terminal of class 4; one that answers something else first.
        ([b"\x1b[?65;1;9c"], "unicode"),
        pytest.param([b"\x1b[?6c"], "unicode", marks=pytest.mark.slow),
        pytest.param([b"\x1b[?64;14;24;44c"], "unicode", marks=pytest.mark.slow),
        ([b"\x1b[?4;1;2c"], "unicode"),
        ([b"q\x1b[>0;4;0c\x1b[?61;6c"], "unicode"),
    ],
)
def test_a_terminal_that_answers_is_believed(terminal: Terminal, answers: list[bytes], protocol: Protocol) -> None:
    with terminal.running(CHILD, "asked", LONG) as process:
        assert terminal.question() == b"\x1b[c"
        for answer in answers:
            os.write(terminal.screen, answer)
            time.sleep(0.02)
        chosen, seconds = choice_of(process)
    assert chosen == protocol
    assert seconds < 300.0
    assert not select.select([terminal.screen], [], [], 0.0)[0], "the answer was echoed"


def test_a_terminal_that_does_not_answer_is_not_waited_for(terminal: Terminal) -> None:
    assert PATIENCE <= 0.5
    with terminal.running(CHILD, "asked", "0.2") as process:
        assert terminal.question() == b"\x1b[c"
        chosen, seconds = choice_of(process)
    assert chosen == "unicode"
    assert 0.2 <= seconds < 300.0


@pytest.mark.parametrize(
    ("program", "word"),
    [(CHILD, "piped"), (CHILD, "elsewhere"), (BEHIND, "asked")],
    ids=["piped", "elsewhere", "background"],
)
def test_without_the_keyboard_a_terminal_is_not_asked(terminal: Terminal, program: str, word: str) -> None:
    with terminal.running(program, word, LONG) as process:
        chosen, seconds = choice_of(process)
    assert chosen == "unicode"
    assert seconds < 300.0
    assert not select.select([terminal.screen], [], [], 0.0)[0]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_while_waiting_leaves_the_mode_as_it_was(terminal: Terminal, number: signal.Signals) -> None:
    before = termios.tcgetattr(terminal.inner)
    with terminal.running(CHILD, "asked", LONG) as process:
        assert terminal.question() == b"\x1b[c"
        assert termios.tcgetattr(terminal.inner) != before
        process.send_signal(number)
        os.write(terminal.screen, b"\x1b[?6c")
        process.communicate(timeout=TIMEOUT)
        assert process.returncode == -number
    assert termios.tcgetattr(terminal.inner) == before


# --- sizes ---


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((30, 100, 1000, 600), Screen(100, 30, 10.0, 20.0)),
        ((30, 100, 0, 0), Screen(100, 30, 8.0, 16.0)),
        ((0, 0, 0, 0), Screen(80, 24, 8.0, 16.0)),
    ],
)
def test_the_size_is_what_the_terminal_says(
    terminal: Terminal, size: tuple[int, int, int, int], expected: Screen
) -> None:
    rows, columns, width, height = size
    fcntl.ioctl(terminal.inner, termios.TIOCSWINSZ, struct.pack("4H", rows, columns, width, height))
    assert screen(terminal.inner) == expected


def test_what_is_no_terminal_has_the_usual_size(tmp_path: Path) -> None:
    with open(tmp_path / "file", "wb") as file:
        assert screen(file.fileno()) == Screen(80, 24, 8.0, 16.0)


@pytest.mark.parametrize("size", [(8.0, 4.5), (8.0, 8.5), (3.5, 2.6), (48.0, 36.0), (0.5, 100.0), (100.0, 0.5)])
@pytest.mark.parametrize("room", [Screen(), Screen(40, 12), Screen(250, 70, 10.0, 22.0), Screen(1, 1)])
def test_a_picture_fits_the_terminal(room: Screen, size: tuple[float, float]) -> None:
    dpi, columns = image_size(room, size)
    width, height = size[0] * dpi, size[1] * dpi
    assert width <= min(room.columns, 100) * room.cell_width * (1 + 1e-9)
    assert 1 <= columns <= min(room.columns, 100)
    assert abs(width - columns * room.cell_width) <= room.cell_width
    full = height >= 0.6 * room.rows * room.cell_height * (1 - 1e-9)
    assert full or width >= min(room.columns, 100) * room.cell_width * (1 - 1e-9)
    assert height <= 0.6 * room.rows * room.cell_height * (1 + 1e-9) or dpi <= 60.0


@every(
    ("room", "size", "dpi", "columns"),
    [
        # Six tenths of 24 rows of 16 dots would be 51.2 dots to the inch, at which numbers cannot be read.
        (Screen(), (8.0, 4.5), 60.0, 60),
        (Screen(80, 30, 8.0, 16.0), (8.0, 4.5), 64.0, 64),
        (Screen(30, 24, 8.0, 16.0), (8.0, 4.5), 30.0, 30),
        (Screen(200, 60, 8.0, 16.0), (8.0, 4.5), 100.0, 100),
        (Screen(90, 90, 10.0, 20.0), (9.0, 4.5), 100.0, 90),
        (Screen(2, 100, 8.0, 16.0), (100.0, 0.5), 0.16, 2),
    ],
)
def test_a_picture_has_as_many_dots_as_fit_and_sixty_to_the_inch_if_it_is_as_wide(
    room: Screen, size: tuple[float, float], dpi: float, columns: int
) -> None:
    found, wide = image_size(room, size)
    assert found == pytest.approx(dpi)
    assert wide == columns


# --- pictures ---


def as_png(pixels: Pixels) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "png")
    return buffer.getvalue()


def noise(height: int, width: int, colours: int = 1000) -> Pixels:
    random = Random(1)
    palette = np.frombuffer(random.randbytes(3 * colours), np.uint8).reshape(colours, 3)
    picked: Pixels = palette[np.frombuffer(random.randbytes(4 * height * width), np.uint32) % colours]
    return picked.reshape(height, width, 3)


def figure() -> Pixels:
    """A picture like a figure: smoothed lines of a few colours on white."""
    image = Image.new("RGB", (1200, 600), "white")
    pen = ImageDraw.Draw(image)
    for number, colour in enumerate(("#0072b2", "#d55e00", "#00906a", "#771155", "#111111", "#e4e4e4")):
        pen.line([(0, 90 * number), (500, 560 - 70 * number), (1200, 300)], fill=colour, width=9)
    return np.asarray(image.resize((400, 200), Image.Resampling.LANCZOS))


PNGS = {"tiny": noise(1, 1), "small": noise(7, 5), "figure": figure(), "large": noise(120, 200)}


@pytest.mark.parametrize("name", PNGS)
def test_kitty_gets_the_same_png_in_pieces(name: str) -> None:
    png = as_png(PNGS[name])
    data = encode(png, "kitty", 72)
    assert data.endswith(b"\x1b\\\n")
    pieces = re.findall(rb"\x1b_G([^;]*);([A-Za-z0-9+/=]*)\x1b\\", data)
    assert b"".join(b"\x1b_G%b;%b\x1b\\" % piece for piece in pieces) + b"\n" == data
    keys = [dict(pair.split(b"=") for pair in control.split(b",")) for control, _ in pieces]
    more = [key.pop(b"m") for key in keys]
    assert more == [b"1"] * (len(pieces) - 1) + [b"0"]
    assert keys[0] == {b"f": b"100", b"a": b"T", b"q": b"2", b"c": b"72"}
    assert not any(keys[1:])
    assert all(len(payload) == 4096 for _, payload in pieces[:-1])
    assert 0 < len(pieces[-1][1]) <= 4096
    assert base64.b64decode(b"".join(payload for _, payload in pieces)) == png


@pytest.mark.parametrize("name", PNGS)
def test_iterm2_gets_the_same_png(name: str) -> None:
    png = as_png(PNGS[name])
    match = re.fullmatch(rb"\x1b\]1337;File=([^:]*):([A-Za-z0-9+/=]*)\a\n", encode(png, "iterm2", 72))
    assert match
    keys = dict(pair.split(b"=") for pair in match[1].split(b";"))
    assert keys == {b"inline": b"1", b"size": b"%d" % len(png), b"width": b"72"}
    assert base64.b64decode(match[2], validate=True) == png


TOKEN = re.compile(
    r"#(?P<index>\d+)(?:;2;(?P<percents>\d+;\d+;\d+))?|(?:!(?P<times>\d+))?(?P<dots>[?-~])|(?P<move>[$-])"
)


def decoded(data: bytes) -> tuple[Pixels, NDArray[np.bool_], int]:
    """The pixels of a sixel picture, which of them are drawn, and how many colours it has.

    As the manual of the VT330 and VT340 has it (EK-VT3XX-TP-002, chapter 14).
    """
    start = re.match(rb'\x1bP0;1;0q"1;1;(\d+);(\d+)', data)
    assert start
    assert data.endswith(b"\x1b\\\n")
    width, height = int(start[1]), int(start[2])
    pixels, is_painted = np.zeros((height, width, 3), dtype=np.uint8), np.zeros((height, width), dtype=bool)
    colours: dict[str, list[int]] = {}
    x = top = end = 0
    colour = ""
    body = data[start.end() : -3].decode("ascii")
    for token in TOKEN.finditer(body):
        assert token.start() == end, "something that is no sixel"
        end = token.end()
        if token["percents"]:
            colours[token["index"]] = [round(int(part) * 255 / 100) for part in token["percents"].split(";")]
        elif token["index"]:
            colour = token["index"]
        elif token["move"]:
            x, top = 0, top + 6 * (token["move"] == "-")
        else:
            times, bits = int(token["times"] or 1), ord(token["dots"]) - 63
            rows = [top + bit for bit in range(6) if bits >> bit & 1]
            assert x + times <= width
            assert not rows or rows[-1] < height
            pixels[rows, x : x + times] = colours[colour]
            assert not is_painted[rows, x : x + times].any(), "a dot is drawn twice"
            is_painted[rows, x : x + times] = True
            x += times
    assert end == len(body)
    return pixels, is_painted, len(colours)


SIXELS = {**PNGS, "few": noise(13, 50, 20), "band": noise(6, 9, 3), "column": noise(19, 1, 5), "row": noise(1, 77, 2)}


@pytest.mark.parametrize("name", some(SIXELS, 4))
def test_a_sixel_picture_shows_every_pixel_in_the_nearest_of_its_colours(name: str) -> None:
    original = SIXELS[name]
    pixels, is_painted, colours = decoded(encode(as_png(original), "sixel", 1))
    assert pixels.shape == original.shape
    assert is_painted.all()
    assert colours <= 64
    # Pillow's own reduction is the measure; a sixel colour is a whole per cent, 2.55 steps of 255.
    reduced = Image.fromarray(original).quantize(64, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    assert np.abs(pixels.astype(int) - np.asarray(reduced.convert("RGB"))).max() <= 1


def test_a_figure_loses_little_in_sixel() -> None:
    pixels, _, _ = decoded(encode(as_png(figure()), "sixel", 1))
    off = np.abs(pixels.astype(int) - figure())
    assert off.max() <= 40
    assert off.mean() <= 1.0
    assert (pixels[figure().min(axis=2) == 255] == 255).all()


def test_where_a_picture_is_transparent_the_ground_is_left_as_it_is() -> None:
    opaque = np.arange(35).reshape(7, 5) % 3 == 0
    alpha = np.where(opaque, 255, 0).astype(np.uint8)
    _, is_painted, _ = decoded(encode(as_png(np.dstack([noise(7, 5), alpha])), "sixel", 1))
    assert (is_painted == opaque).all()
    # From half of it on.
    half = np.array([[0, 1, 127, 128, 255]], dtype=np.uint8)
    _, is_painted, _ = decoded(encode(as_png(np.dstack([noise(1, 5), half])), "sixel", 1))
    assert is_painted.tolist() == [[False, False, False, True, True]]
    empty = encode(as_png(np.zeros((7, 5, 4), dtype=np.uint8)), "sixel", 1)
    assert not decoded(empty)[1].any()


def test_a_long_run_is_counted() -> None:
    white = np.full((60, 800, 3), 255, dtype=np.uint8)
    assert len(encode(as_png(white), "sixel", 1)) < 200
