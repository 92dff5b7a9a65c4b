"""The table of bad inputs: for each the exit code, the message, and what is left on the disk.

The ids are the row numbers of that table.  Rows about files, streams and environments are held by
`test_files` and `test_environment`.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from unittest import mock
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from run import assert_done, assert_fails, assert_line, assert_warns, call, run

from lossplot.errors import LossplotError, RequestError
from lossplot.render import render
from lossplot.request import read_range
from lossplot.spec import PICTURES, FigureSpec
from lossplot.words import check_text

CANNOT_BE_DRAWN = "which cannot be drawn; remove it"

REFUSED = {
    "3": (["zzz"], "unknown loss 'zzz'; 'lossplot list' shows all"),
    "7": (["hinge", "huber"], "hinge is a function of the margin m, huber of the error r"),
    "8": (["hinge", "--derivatve"], "unknown option '--derivatve'; did you mean '--derivative'"),
    "9": (["-1", "hinge"], "unknown option '-1'", "write -- before"),
    "13": (["hinge", "--title", "a\udcffb"], r"title 'a\udcffb' has the character U+DCFF at position 2"),
    "14": (["hinge", "--range=3:-3"], "range 3 to -3 is reversed; write", "-3:3"),
    "16": (["hinge", "--range=0:1e-300"], "range 0 to 1e-300 is too narrow to draw; the least width is 1e-100"),
    "17-equal": (["hinge", "--range=1:1"], "range 1 to 1 is too narrow to draw"),
    "18": (["hinge", "--range=1:1.00000000000001"], "1.00000000000001", "too narrow to draw"),
    "19-wide": (["hinge", "--range=0:1e101"], "range 0 to 1e+101 is too wide to draw"),
    "20-nan": (["hinge", "--range=nan:1"], "range limit 'nan' is not a number"),
    "20-inf": (["hinge", "--range=0:inf"], "range limit 'inf' is not a number"),
    "21": (["hinge", "--range=a:b"], "range limit 'a' is not a number"),
    "21-one": (["hinge", "--range=3"], "range '3' has no ':'"),
    "21-three": (["hinge", "--range=1:2:3"], "range limit '2:3' is not a number"),
    "21-ylim": (["hinge", "--ylim=0:x"], "ylim limit 'x' is not a number"),
    "24": (["log-loss", "--range=2:3"], "log-loss is defined for p in [0, 1]; the range 2 to 3 has no such point"),
    "31": (["huber:delta=" + ",".join(map(str, range(1, 501)))], "50 curves is the most for one figure; this is 500"),
    "31-product": (["focal:gamma=1,2,3,4,5,6,7,8:alpha=1,2,3,4,5,6,7"], "50 curves is the most", "this is 56"),
    "33": (["hinge", "--size=-1x4"], "-1 x 4 inches cannot be drawn"),
    "33-nan": (["hinge", "--size=nanx4"], "size 'nan' is not a number"),
    "33-inf": (["hinge", "--size=4xinf"], "size 'inf' is not a number"),
    "33-one": (["hinge", "--size=4"], "size '4' is not a size"),
    "33-unit": (["hinge", "--size=4x4ft"], "size '4ft' is not a number"),
    "35": (["hinge", "--size=600x600", "--dpi=100"], "600 x 600 inches"),
    "36": (["hinge", "--size=100x100", "--dpi=2400"], "is 57600 megapixels; the limit is 100"),
    "37": (["hinge", "--dpi=0"], "dpi must be from 10 to 2400, not 0"),
    "37-svg": (["hinge", "--dpi=-5", "-o", "a.svg"], "dpi must be from 10 to 2400, not -5"),
    "37-pdf": (["hinge", "--dpi=nan", "-o", "a.pdf"], "dpi 'nan' is not a number"),
    "38": (["hinge", "--dpi=1e4"], "dpi must be from 10 to 2400, not 10000"),
    "39": (["hinge", "--dpi=1e6"], "dpi must be from 10 to 2400, not 1e+06"),
    "40": (["hinge", "--size=201x4", "-o", "a.pdf"], "201 x 4 inches cannot be drawn; both must be from 0.5 to 100"),
    "41": (["hinge", "--title", "a\x00b"], r"title 'a\x00b' has the character U+0000 at position 2", CANNOT_BE_DRAWN),
    "42": (["hinge", "--title", "\x1b[31m"], "has the character U+001B at position 1", CANNOT_BE_DRAWN),
    "43": (["hinge", "--title", "\ufffe"], "has the character U+FFFE at position 1", CANNOT_BE_DRAWN),
    "43-plane": (["hinge", "--title", "a\U0001ffff"], "has the character U+1FFFF at position 2", CANNOT_BE_DRAWN),
    "43-block": (["hinge", "--title", "\ufdd0"], "has the character U+FDD0", CANNOT_BE_DRAWN),
    "44-return": (["hinge", "--title", "a\rb"], "has the character U+000D", CANNOT_BE_DRAWN),
    "44-line": (["hinge", "--title", "a\nb"], "has the character U+000A", CANNOT_BE_DRAWN),
    "44-delete": (["hinge", "--title", "a\x7f"], "has the character U+007F", CANNOT_BE_DRAWN),
    "44-c1": (["hinge", "--title", "a\x85"], "has the character U+0085", CANNOT_BE_DRAWN),
    "45-mark": (["hinge", "--title", "\ufeffa"], "has the character U+FEFF", CANNOT_BE_DRAWN),
    "46": (["hinge", "--title", "a\u202eb"], "has the character U+202E at position 2", CANNOT_BE_DRAWN),
    "46-isolate": (["hinge", "--title", "a\u2066b"], "has the character U+2066 at position 2", CANNOT_BE_DRAWN),
    "48-long": (["hinge", "--title", "a" * 200_000], "the title has 200000 characters; the most is 500"),
    "63": (["hinge", "-o", "plot"], "cannot tell the format from 'plot'; end it in .png, .svg or .pdf"),
    "64": (["hinge", "-o", "a.xyz"], "cannot tell the format from 'a.xyz'"),
    "64-query": (["hinge", "-o", "a.png?x"], "cannot tell the format from 'a.png?x'"),
    "64-toml": (["hinge", "-o", "a.toml"], "cannot tell the format from 'a.toml'"),
    "65": (["hinge", "-o", ".png"], "cannot tell the format from '.png'"),
    "65-empty": (["hinge", "-o", ""], "cannot tell the format from ''"),
    "65-dot": (["hinge", "-o", "."], "cannot tell the format from '.'"),
    "format": (["hinge", "-f", "bmp"], "choose png, svg, pdf, "),
    "panel": (["hinge", "--only", "third"], "choose loss, derivative, second-derivative, weight or risk"),
    "labels": (["hinge", "--labels", "x"], "labels 'x' is unknown"),
    "value-missing": (["hinge", "-o"], "option '-o' needs a value"),
    "loss-missing": (["plot"], "missing argument 'LOSS"),
    "loss-empty": (["hinge", ""], "unknown loss ''"),
    "loss-is-option": (["--", "--derivative"], "unknown loss '--derivative'"),
    "output-twice": (["hinge", "-o", "a.png", "-o", "a.png"], "'a.png' is given twice"),
    "parameter": (["hinge:delta=1"], "hinge has no parameter 'delta'; it has threshold"),
    "parameter-none": (["squared:a=1"], "squared has no parameter 'a'; it has none"),
    "parameter-no-value": (["huber:delta"], "parameter 'delta' of huber has no value"),
    "parameter-empty": (["huber:delta="], "parameter 'delta=' of huber has no value"),
    "parameter-gap": (["huber:delta=1,,2"], "delta of huber, '' is not a number"),
    "parameter-nan": (["huber:delta=nan"], "delta of huber, 'nan' is not a number"),
    "parameter-outside": (["huber:delta=1,0"], "delta = 0 of huber is out of range; it is in (0, inf)"),
    "parameter-large": (["huber:delta=1e101"], "delta = 1e+101 of huber is too large; the most is 1e+100"),
    "parameter-twice": (["huber:delta=1:delta=2"], "parameter 'delta' of huber is given twice"),
    "table-at": (["table", "hinge", "--at=0,x"], "point 'x' is not a number"),
    "table-at-nan": (["table", "hinge", "--at=nan"], "point 'nan' is not a number"),
    "table-at-empty": (["table", "hinge", "--at="], "point '' is not a number"),
    "table-both": (["table", "hinge", "--at=0", "--points=3"], "give one or the other"),
    "table-points": (["table", "hinge", "--points=1"], "points must be a whole number from 2 to 100000, not '1'"),
    "table-points-part": (["table", "hinge", "--points=2.5"], "points must be a whole number", "'2.5'"),
    "table-points-many": (["table", "hinge", "--points=1e9"], "points must be a whole number", "'1e9'"),
    "table-axes": (["table", "hinge", "huber"], "hinge is a function of the margin m"),
    "table-format": (["table", "hinge", "-f", "xml"], "format 'xml' is unknown; choose text, csv or json"),
    "show-unknown": (["show", "zzz"], "unknown loss 'zzz'"),
    "show-two": (["show", "hinge", "huber"], "huber", "'lossplot show --help'"),
    "show-extra": (["show", "hinge", "huber"], "huber", "'lossplot show --help'"),
}  # fmt: skip


@pytest.mark.parametrize(("words", "fragments"), [(row[0], row[1:]) for row in REFUSED.values()], ids=REFUSED)
def test_a_wrong_request_is_refused_in_one_line(words: list[str], fragments: tuple[str, ...], tmp_path: Path) -> None:
    assert_fails(call(*words, cwd=tmp_path), 2, *fragments)


@pytest.mark.parametrize("words", [["zzz"], ["hinge", "--title", b"a\xffb"]], ids=["3", "13"])
def test_a_wrong_request_is_refused_by_a_real_process(words: list[str | bytes], tmp_path: Path) -> None:
    assert_fails(run(*words, cwd=tmp_path), 2)


def test_a_wrong_request_is_told_before_anything_is_drawn(tmp_path: Path) -> None:
    with mock.patch("lossplot.cli.plot._draw") as drawing:
        for words, *_ in REFUSED.values():
            if words != ["log-loss", "--range=2:3"]:
                assert call(*words, cwd=tmp_path).code == 2
    drawing.assert_not_called()


HUGE = "q\u00e9\x1b[31m\u202e" * 400
CARRIERS: dict[str, Callable[[str], list[str]]] = {
    "loss": lambda text: [text],
    "parameter": lambda text: [f"huber:{text}=1"],
    "value": lambda text: [f"huber:delta={text}"],
    "option": lambda text: [f"--{text}", "hinge"],
    "title": lambda text: ["hinge", "--title", text],
    "range": lambda text: ["hinge", f"--range={text}"],
    "range-limit": lambda text: ["hinge", f"--range=0:{text}"],
    "size": lambda text: ["hinge", "--size", text],
    "dpi": lambda text: ["hinge", "--dpi", text],
    "panel": lambda text: ["hinge", "--only", text],
    "format": lambda text: ["hinge", "-f", text],
    "output": lambda text: ["hinge", "-o", text],
    "points": lambda text: ["table", "hinge", "--points", text],
    "at": lambda text: ["table", "hinge", "--at", text],
    "extra-word": lambda text: ["show", "hinge", text],
    "list-axis": lambda text: ["list", "--axis", text],
    "axis": lambda text: ["hinge", "--axis", text],
    "inverted": lambda text: ["invert", "hinge", text],
    "property": lambda text: ["show", text],
    "library-name": lambda text: [f"torch:{text}"],
}


@pytest.mark.parametrize("carrier", CARRIERS.values(), ids=CARRIERS)
def test_whatever_the_words_an_error_is_one_short_line_of_plain_characters(
    carrier: Callable[[str], list[str]], tmp_path: Path
) -> None:
    outcome = call(*carrier(HUGE), cwd=tmp_path)
    assert_fails(outcome, 2)
    assert len(outcome.err) <= 300


@given(st.lists(st.text(st.characters(exclude_categories=()), max_size=12), max_size=4))
def test_whatever_the_words_nothing_but_a_line_comes_of_them(words: list[str]) -> None:
    with mock.patch("lossplot.cli.plot._draw"), tempfile.TemporaryDirectory() as folder:
        outcome = call(*words, cwd=Path(folder))
    assert not outcome.changed
    if outcome.code:
        assert_fails(outcome, outcome.code)
        assert outcome.code in (1, 2)
    else:
        assert not outcome.err


# --- what is drawn all the same ---


def test_6_a_loss_given_twice_is_drawn_once(tmp_path: Path) -> None:
    once = call("hinge", "-o", "-", "-f", "svg", cwd=tmp_path)
    assert_warns(call("hinge", "Hinge", "-o", "twice.svg", cwd=tmp_path), "hinge is given twice; drawn once")
    curves = re.compile(rb'<path d="[^"]*"')
    assert curves.findall((tmp_path / "twice.svg").read_bytes()) == curves.findall(once.out)


def test_25_a_curve_ends_exactly_where_its_domain_does(tmp_path: Path) -> None:
    outcome = call("brier", "--range=-1:0.5", "-o", "a.svg", cwd=tmp_path)
    assert_warns(outcome, "-1 to 0.5", "[0, 1]")
    svg = (tmp_path / "a.svg").read_text("utf-8")
    [group] = re.findall(r'<g id="loss_brier_\d+">\s*<path d="([^"]*)"', svg)
    ticks = re.findall(r'<g id="xtick_\d+">.*?<use [^>]*x="([\d.]+)".*?<!-- (\S+) -->', svg, re.DOTALL)
    [zero] = [place for place, label in ticks if float(label.replace("\u2212", "-")) == 0.0]
    assert group.split()[1] == zero


TITLES = {
    "49-wraps": "a rather long title " * 8,
    "50-empty": "",
    "50-spaces": "   ",
    "54-dollar": "it costs $5",
    "54-dollars": "it costs $5 and $6, 7% \\frac{$ #&_^{",
    "57-arabic": "\u0645\u0631\u062d\u0628\u0627",
    "44-tab": "a\tb",
    "combining": "e\u0301 \u00e9",
}


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_an_odd_title_is_drawn_without_a_word(title: str, tmp_path: Path) -> None:
    outputs = [f"a.{file_format}" for file_format in PICTURES]
    words = [word for output in outputs for word in ("-o", output)]
    assert_done(call("hinge", "--title", title, *words, cwd=tmp_path), *outputs)


def test_50_an_empty_title_takes_no_room(tmp_path: Path) -> None:
    without, empty = (call("hinge", *words, "-o", "-", cwd=tmp_path).out for words in ((), ("--title", "")))
    assert without == empty


def test_54_dollars_are_drawn_as_they_are() -> None:
    svg = render(FigureSpec(("hinge",), title="$x^2$"), ["svg"])["svg"].decode()
    [shown] = re.findall(r"<!-- (\$\S+) -->\s*<g [^>]*>(.*?)</g>", svg, re.DOTALL)
    assert shown[0] == "$x^2$"
    assert shown[1].count("<use ") == len("$x^2$")


def test_55_characters_that_the_font_lacks_are_named(tmp_path: Path) -> None:
    assert_fails(call("hinge", "--title", "a\u1230\U00012000", cwd=tmp_path), 1, "U+12000", "install", "--font")


def test_66_the_suffix_may_be_in_capitals(tmp_path: Path) -> None:
    assert_done(call("hinge", "-o", "A.PNG", cwd=tmp_path), "A.PNG")


FILE_FAULTS = {
    "68": ("nodir/a.png", "cannot write 'nodir/a.png': there is no directory '"),
    "69": ("d.png", "cannot write 'd.png': it is a directory"),
    "70": ("l1.png", "cannot write 'l1.png': Too many levels of symbolic links"),
    "73": ("a" * 296 + ".png", "File name too long"),
    "82": ("old.png", "cannot write 'old.png': it is read-only"),
}


@pytest.mark.parametrize(("output", "fragment"), FILE_FAULTS.values(), ids=FILE_FAULTS)
def test_a_place_that_cannot_be_written_is_told_before_drawing(output: str, fragment: str, tmp_path: Path) -> None:
    (tmp_path / "d.png").mkdir()
    (tmp_path / "l1.png").symlink_to("l2.png")
    (tmp_path / "l2.png").symlink_to("l1.png")
    (tmp_path / "old.png").write_bytes(b"old")
    (tmp_path / "old.png").chmod(0o444)
    with mock.patch("lossplot.cli.plot._draw") as drawing:
        assert_fails(call("hinge", "--force", "-o", output, cwd=tmp_path), 1, fragment)
    drawing.assert_not_called()


def test_75_a_name_that_is_not_text_is_written_and_echoed_escaped(tmp_path: Path) -> None:
    outcome = run("hinge", "-o", b"a\xff\nb.svg", cwd=tmp_path)
    assert_done(outcome, "a\\xff\nb.svg")
    assert outcome.lines == [r"a\udcff\nb.svg"]


def test_84_devices_are_written_directly(tmp_path: Path) -> None:
    outcome = run("hinge", "-f", "svg", "-o", "/dev/null", "-o", "/dev/stdout", cwd=tmp_path)
    assert outcome.code == 0
    assert outcome.out.startswith(b"<?xml")
    assert not outcome.changed


def test_136_running_out_of_memory_is_one_line(tmp_path: Path) -> None:
    with mock.patch("lossplot.render.render", side_effect=MemoryError("std::bad_alloc")):
        assert_fails(call("hinge", cwd=tmp_path), 1, "out of memory", "smaller figure")


WITHOUT_MATPLOTLIB = """
import sys
sys.modules["matplotlib"] = None
from lossplot.cli import main
main()
"""


def test_138_matplotlib_missing_is_one_line(tmp_path: Path) -> None:
    program = [sys.executable, "-c", WITHOUT_MATPLOTLIB]
    assert_fails(run("hinge", cwd=tmp_path, program=program), 1, "lossplot needs matplotlib 3.9 or newer")
    assert_done(run("table", "hinge", "--at=0", cwd=tmp_path, program=program))


def test_an_error_that_nobody_foresaw_is_one_line(tmp_path: Path) -> None:
    with mock.patch("lossplot.render.render", side_effect=ZeroDivisionError("division by zero")):
        assert_fails(call("hinge", cwd=tmp_path), 1, "division by zero")


# --- text in a picture ---


def elements(svg: bytes) -> set[str]:
    return {str(element.tag) for element in ET.fromstring(svg).iter()}


@pytest.fixture(scope="module")
def innocent() -> set[str]:
    return elements(render(FigureSpec(("hinge",), title="a"), ["svg"])["svg"])


HOSTILE = [
    "<script>alert(1)</script>",
    "]]>",
    "-->",
    "--",
    "<!-- x",
    "a & b &lt; &#0; &x;",
    "\"quoted\" 'twice'",
    "<image href='https://example.org/x.png'/>",
    "javascript:alert(1)",
    "<!DOCTYPE x [<!ENTITY y 'z'>]>&y;",
    "$x$ \\input{/etc/passwd}",
    "</title></svg>",
    "<?xml version='1.0'?>",
]


@pytest.mark.parametrize("title", HOSTILE)
def test_58_a_hostile_title_adds_no_element_to_a_well_formed_picture(title: str, innocent: set[str]) -> None:
    svg = render(FigureSpec(("hinge",), title=title), ["svg"])["svg"]
    assert elements(svg) == innocent
    for element in ET.fromstring(svg).iter():
        for name, value in element.attrib.items():
            if name.endswith("href"):
                assert value.startswith("#")
            assert not name.rpartition("}")[2].startswith("on")


DRAWABLE = "aW <>&'\"$\\]-\u00e9\u03b4\u2212\u05d0\u0645\u0301\U0001f600\u00ad"


@settings(max_examples=80)
@given(st.text(st.sampled_from(DRAWABLE), max_size=12) | st.text(st.characters(exclude_categories=()), max_size=8))
@example("\x00")
@example("\ufffe")
@example("\ud800")
@example("\ufeff")
@example("a\x0bb")
def test_a_title_gives_a_well_formed_picture_or_a_sentence(title: str) -> None:
    try:
        checked = check_text(title, "title")
        svg = render(FigureSpec(("hinge",), title=checked, labels="none"), ["svg"])["svg"]
    except LossplotError as error:
        assert_line(f"lossplot: {error}")
    else:
        ET.fromstring(svg)


def test_all_odd_characters_together_are_drawn_in_every_format() -> None:
    files = render(FigureSpec(("hinge",), title=check_text(DRAWABLE, "title")), PICTURES)
    ET.fromstring(files["svg"])
    assert files["png"].endswith(b"IEND\xaeB`\x82")
    assert files["pdf"].rstrip().endswith(b"%%EOF")


@given(st.floats(), st.floats())
@example(0.0, 1e-100)
@example(1.0, 1.0 + 1e-9)
@example(-1e100, 1e100)
def test_a_range_is_two_numbers_far_enough_apart_or_a_sentence(low: float, high: float) -> None:
    try:
        assert read_range(f"{low!r}:{high!r}") == (low, high)
    except RequestError as error:
        assert_line(f"lossplot: {error}")
    else:
        assert max(abs(low), abs(high)) <= 1e100
        assert high - low >= max(1e-100, 1e-9 * max(abs(low), abs(high)))
