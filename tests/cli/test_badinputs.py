"""Bad inputs: the exit code, the message and the files of each.

The ids are the row numbers of that table.  Rows about files, streams and environments are held by
`test_files` and `test_environment`.
"""

from __future__ import annotations

import errno
import io
import os
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PIL import Image
from support.cases import every, some
from support.draws import DOUBLES, Draw, choice, joined, law, lists, mapped, one_of, texts
from support.run import MODULE, assert_done, assert_fails, assert_line, assert_warns, call, run

from lossplot._cli.app import load
from lossplot._cli.commands import COMMANDS as SUMMARIES
from lossplot._errors import LossplotError, RequestError, check_text, quote
from lossplot._figure.readers import read_range
from lossplot._figure.resolve import resolve
from lossplot._figure.spec import FigureSpec
from lossplot._formats import of_kind
from lossplot._formats.mpl.figure import render

PICTURES = of_kind("picture")

CANNOT_BE_DRAWN = "which cannot be drawn; remove it"

REFUSED = {
    "3": (["zzz"], "unknown loss 'zzz'; 'lossplot list' shows all"),
    "7": (["hinge", "huber"], "hinge is a function of the margin m, huber of the error r"),
    "8": (["hinge", "--derivatve"], "unknown option '--derivatve'; did you mean '--derivative'"),
    "9": (["-1", "hinge"], "'-1' is a number and no curve", "write a variable into it"),
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
    "format": (["hinge", "-f", "xyz"], "choose png, svg, pdf, "),
    "panel": (["hinge", "--only", "third"], "choose loss, derivative, second-derivative, weight or risk"),
    "labels": (["hinge", "--labels", "x"], "labels 'x' is unknown"),
    "value-missing": (["hinge", "-o"], "option '-o' needs a value"),
    "loss-missing": (["plot"], "missing argument 'LOSS"),
    "loss-empty": (["hinge", ""], "unknown loss ''"),
    "loss-is-option": (["--", "--derivative"], "looks like an option"),
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
    "table-points-many": (["table", "hinge", "--points=1e9"], "points must be a whole number", "'1e+09'"),
    "table-axes": (["table", "hinge", "huber"], "hinge is a function of the margin m"),
    "table-format": (["table", "hinge", "-f", "xml"], "format 'xml' is unknown; choose text, csv or json"),
    "for": (["hinge", "--for", "slyde"], "preset 'slyde' is unknown; did you mean 'slide'"),
    "for-far": (["hinge", "--for", "\x1b"], r"preset '\x1b' is unknown; choose slide, slide-half, "),
    "theme": (["hinge", "--theme", "drak"], "theme 'drak' is unknown; did you mean 'dark'"),
    "theme-far": (["hinge", "--theme", "sepia"], "theme 'sepia' is unknown; choose light, dark, print or auto"),
    "style-control": (["hinge", "--style", "a\x01b"], r"style 'a\x01b' has the character U+0001 at position 2"),
    "style-bytes": (["hinge", "--style", "a\udcff"], r"style 'a\udcff' has the character U+DCFF at position 2"),
    "labels-near": (["hinge", "--labels", "dirct"], "labels 'dirct' is unknown; did you mean 'direct'"),
    "margin": (["hinge", "--margin", "decisoin"], "margin 'decisoin' is unknown; did you mean 'decision'"),
    "panel-near": (["hinge", "--only", "derivtive"], "panel 'derivtive' is unknown; did you mean 'derivative'"),
    "format-near": (["hinge", "-f", "wepb"], "format 'wepb' is unknown; did you mean 'webp'"),
    "axis": (["hinge", "--axis", "margn"], "axis 'margn' is unknown; "),
    "mark": (["hinge", "--mark", "0,x"], "mark 'x' is not a number"),
    "mark-gap": (["hinge", "--mark", "0,,1"], "mark '' is not a number"),
    "mark-nan": (["hinge", "--mark", "nan"], "mark 'nan' is not a number"),
    "mark-large": (["hinge", "--mark", "1e400"], "mark '1e400' is not a number"),
    "mark-many": (["hinge", "--mark", ",".join(map(str, range(51)))], "50 marks is the most", "this is 51"),
    "mark-loss": (["hinge", "--mark-loss", "1:2"], "mark-loss '1:2' is not a number"),
    "mark-loss-inf": (["hinge", "--mark-loss", "inf"], "mark-loss 'inf' is not a number"),
    "risk": (["hinge", "--risk", "2"], "risk 2 is not a chance; choose one from 0 to 1"),
    "risk-negative": (["hinge", "--risk=-1e-9"], "risk -1e-09 is not a chance"),
    "risk-nan": (["hinge", "--risk", "nan"], "risk 'nan' is not a number"),
    "risk-missing": (["hinge", "--only", "risk"], "give it too, as in --risk 0.7"),
    "xlabel": (["hinge", "--xlabel", "a\x00"], "xlabel 'a\\x00' has the character U+0000", CANNOT_BE_DRAWN),
    "xlabel-long": (["hinge", "--xlabel", "a" * 501], "the xlabel has 501 characters; the most is 500"),
    "ylabel": (["hinge", "--ylabel", "\u202ea"], "has the character U+202E at position 1", CANNOT_BE_DRAWN),
    "ylabel-bytes": (["hinge", "--ylabel", "\udcff"], "has the character U+DCFF", CANNOT_BE_DRAWN),
    "font-control": (["hinge", "--font", "a\x1b"], "has the character U+001B", CANNOT_BE_DRAWN),
    "lang-bytes": (["hinge", "--lang", "\udcff"], "has the character U+DCFF"),
    "loss-control": (["hinge\x0b"], "has the character U+000B at position 6", CANNOT_BE_DRAWN),
    "loss-library-control": (["torch:smooth_l1\x01"], "has the character U+0001", CANNOT_BE_DRAWN),
    "alt-stdout": (["hinge", "--alt", "-o", "-"], "-o - puts the figure on stdout, where --alt writes too"),
    "preview-stdout": (["hinge", "--preview", "-o", "-"], "where --preview writes too; leave one of them out"),
    "preview-sweep": (["huber:delta=1..2", "--preview"], "--copy and --preview show what stands still"),
    "copy-sweep": (["huber:delta=1..2", "--copy"], "--copy and --preview show what stands still"),
    "sweep-start": (["huber:delta=..2"], "sweep 'delta=..2' does not have two ends; write delta=A..B"),
    "sweep-end": (["huber:delta=1.."], "sweep 'delta=1..' does not have two ends"),
    "sweep-dots": (["huber:delta=1...2"], "sweep 'delta=1...2' does not have two ends"),
    "sweep-three": (["huber:delta=1..2..3"], "sweep 'delta=1..2..3' does not have two ends"),
    "sweep-still": (["huber:delta=1..1.0"], "sweep 'delta=1..1.0' ends where it starts"),
    "sweep-list": (["huber:delta=1..2,3"], "'delta=1..2,3' is a sweep in a list"),
    "sweep-word": (["huber:delta=1..b"], "delta of huber, 'b' is not a number"),
    "sweep-nan": (["huber:delta=nan..1"], "delta of huber, 'nan' is not a number"),
    "sweep-inf": (["huber:delta=1..inf"], "delta of huber, 'inf' is not a number"),
    "sweep-outside": (["huber:delta=0..1"], "delta = 0 of huber is out of range"),
    "sweep-large": (["huber:delta=1..1e101"], "delta = 1e+101 of huber is too large"),
    "sweep-from-infinity": (["barron:alpha=-inf..1"], "alpha of barron cannot go from -inf to 1", "start from"),
    "sweep-axes": (["huber:delta=1..2", "hinge"], "hinge is a function of the margin m, huber of the error r"),
    "presets-and-words": (["list", "--presets", "hinge"], "'hinge' chooses losses, and --presets lists none"),
    "presets-and-axis": (["list", "--presets", "--axis="], "'--axis' chooses losses, and --presets lists none"),
    "presets-near": (["list", "--preset"], "unknown option '--preset'; write lossplot list --presets"),
    "presets-format": (["list", "--presets", "-f", "xml"], "format 'xml' is unknown; choose text, csv or json"),
    "info-option": (["info", "a.png", "--reru"], "unknown option '--reru'; write lossplot info a.png --rerun"),
    "info-missing": (["info", "--rerun"], "missing argument 'FILE'"),
    "show-unknown": (["show", "zzz"], "unknown loss 'zzz'"),
    "show-two": (["show", "hinge", "huber"], "huber", "'lossplot show --help'"),
    "show-extra": (["show", "hinge", "huber"], "huber", "'lossplot show --help'"),
}  # fmt: skip


@pytest.mark.parametrize(("words", "fragments"), [(row[0], row[1:]) for row in REFUSED.values()], ids=REFUSED)
def test_a_wrong_request_is_told_in_one_line_before_any_work(
    words: list[str], fragments: tuple[str, ...], tmp_path: Path
) -> None:
    with mock.patch("lossplot._cli.plot._draw") as drawing:
        assert_fails(call(*words, cwd=tmp_path), 2, *fragments)
    drawing.assert_not_called()


@pytest.mark.parametrize("words", some([["hinge", "--title", b"a\xffb"], ["zzz"]], among=2), ids=["13", "3"])
def test_a_wrong_request_is_refused_by_a_real_process(words: list[str | bytes], tmp_path: Path) -> None:
    assert_fails(run(*words, cwd=tmp_path), 2)


# Errors that only the losses, texts or fonts of a figure reveal.
REFUSED_BY_THE_FIGURE = {
    "24": (["log-loss", "--range=2:3"], 2, "log-loss is defined for p in [0, 1]; the range 2 to 3 has no such point"),
    "theme-auto": (["hinge", "--theme", "auto", "-o", "a.png"], 2, "which only SVG can; choose light, dark or print"),
    "theme-auto-two": (["hinge", "--theme", "auto", "-o", "a.svg", "-o", "a.pdf"], 2, "dark or print for pdf"),
    "theme-auto-source": (["hinge", "--theme", "auto", "-o", "a.tex"], 2, "light, dark or print for tex"),
    "theme-auto-sweep": (["huber:delta=1..2", "--theme", "auto"], 2, "light, dark or print for gif"),
    "style-missing": (["hinge", "--style", "none.mplstyle"], 1, "'none.mplstyle': No such file", "; name a"),
    "style-folder": (["hinge", "--style", "folder"], 1, "cannot read 'folder': Is a directory; name a"),
    "style-not-utf-8": (["hinge", "--style", "latin.mplstyle"], 2, "'latin.mplstyle' has a mistake", "line 1 is not"),
    "style-binary": (["hinge", "--style", "binary.mplstyle"], 2, "style 'binary.mplstyle' has a mistake"),
    "style-unknown": (["hinge", "--style", "unknown.mplstyle"], 2, "'unknown.mplstyle' has a mistake", "axes.colr"),
    "style-value": (["hinge", "--style", "value.mplstyle"], 2, "style 'value.mplstyle' has a mistake", "is no colour"),
    "style-latex": (["hinge", "--style", "latex.mplstyle"], 2, "sets text.usetex, and lossplot draws without LaTeX"),
    "style-address": (["hinge", "--style", "https://example.org/a.mplstyle"], 1, "cannot read 'https://example.org/"),
    "style-pipe": (["hinge", "--style", "pipe"], 1, "cannot read 'pipe': it is not a file; name a .mplstyle file"),
    "style-device": (["hinge", "--style", "/dev/zero"], 1, "cannot read '/dev/zero': it is not a file; name a"),
    "style-large": (["hinge", "--style", "large.mplstyle"], 1, "cannot read 'large.mplstyle': it is too large for a"),
    "math": (["hinge", "--math", "--title", r"$\frac{$"], 2, r"title '$\\frac{$' is not valid math at column 6"),
    "math-xlabel": (["hinge", "--math", "--xlabel", "$x^$"], 2, "xlabel '$x^$' is not valid math at column"),
    "math-ylabel": (["hinge", "--math", "--ylabel", "$$"], 2, "ylabel '$$' is not valid math at column 1"),
    "lang": (["hinge", "--lang", "fr"], 2, "language 'fr' is unknown; choose en or zh"),
    "lang-path": (["hinge", "--lang", "../languages/zh"], 2, "language '../languages/zh' is unknown"),
    "font": (["hinge", "--font", "DejaVu Sanz"], 2, "no installed font is called 'DejaVu Sanz'; did you mean 'DejaVu"),
    "font-far": (["hinge", "--font", "Qqq"], 2, "no installed font is called 'Qqq'; "),
    "font-file": (["hinge", "--font", "/etc/passwd"], 2, "no installed font is called '/etc/passwd'; "),
    "xlabel-script": (["hinge", "--xlabel", "\U00012000"], 1, "no installed font has U+12000; install", "--font"),
    "normalize-error": (["huber", "--normalize"], 2, "huber is a function of the error; only losses of the margin"),
    "normalize-zero": (["perceptron", "--normalize"], 2, "perceptron is 0 at m = 0 and cannot be scaled to 1 there"),
    "labels-error": (["mse", "--both-labels"], 2, "squared is a function of the error r, which has no labels; only"),
    "labels-risk": (["hinge", "--both-labels", "--risk=0.7"], 2, "--risk shows the mean over both labels", "leave out"),
    "labels-data": (["hinge", "--both-labels", "--data=x.csv"], 2, "--data shows margins, where no label is left"),
    "labels-many": (["focal:gamma=" + ",".join(map(str, range(26))), "--both-labels"], 2, "50 curves", "this is 52"),
    "target-none": (["mse", "--axis=prediction"], 2, "squared is a function of the error r = prediction - target;"),
    "target-mixed": (["mse", "mape"], 2, "draw them in two figures, or on one axis with --target T"),
    "target-two": (["mape:target=3", "--target=4"], 2, "mape:target=3 has a target of its own, which is not 4; leave"),
    "target-margin": (["hinge", "--target=3"], 2, "hinge has no meaning on the prediction axis"),
    "target-axis": (["mse", "--axis=error", "--target=3"], 2, "a target is that of a prediction, not of the error"),
    "target-without": (["gaussian-nll-variance", "--target=2"], 2, "but has no target; leave it out"),
    "target-domain": (["bce-probability", "--target=3"], 2, "target = 3 of bce-probability is out of range; it is in"),
    "target-condition": (["tweedie-deviance:power=3", "--target=0"], 2, "needs max(target, 2 - power) > 0, not"),
    "target-nan": (["mse", "--target=nan"], 2, "target 'nan' is not a number"),
    "target-large": (["mse", "--target=1e300"], 2, "target 1e+300 cannot be drawn around; its size is at least"),
    "target-data": (["mse", "--target=1", "--data=x.csv"], 2, "data have targets of their own; leave out --target"),
    "target-weight": (["mse", "--target=1", "--weight"], 2, "the weight psi(r)/r is that of an error, not of a pred"),
    "scale-name": (["hinge", "--yscale=logit"], 2, "yscale 'logit' is unknown; did you mean 'log'?"),
    "scale-range": (["mse", "--xscale=log", "--range=0:3"], 2, "range 0 to 3 begins at 0, and a log scale shows only"),
    "scale-ylim": (["mse", "--yscale=log", "--ylim=-1:3"], 2, "ylim -1 to 3 begins at -1, and a log scale shows only"),
    "scale-none": (["0*m - 1", "--yscale=log"], 2, "nothing of the curves is positive in this range, and a log scale"),
    "scale-left": (["hinge", "--only=derivative", "--yscale=log"], 2, "is positive in this range", "--yscale symlog"),
    "risk-error": (["huber", "--risk", "0.5"], 2, "only a loss of the margin or the probability has a"),
    "weight-margin": (["hinge", "--weight"], 2, "the weight psi(r)/r is that of an error, not of a margin"),
    "weight-alone": (["hinge", "--only", "weight"], 2, "the weight psi(r)/r is that of an error"),
    "sweep-picture": (["huber:delta=1..2", "-o", "a.svg"], 2, "'delta=1..2' moves; write it to a .gif or .webp"),
    "sweep-both": (["huber:delta=1..2", "-o", "a.gif", "-o", "a.csv"], 2, "'delta=1..2' moves"),
    "sweep-transparent": (["huber:delta=1..2", "--transparent"], 2, "leave out --transparent, or write a .webp"),
    "still-movie": (["hinge", "-o", "a.webp"], 2, "nothing moves in 'hinge'; give a parameter two ends"),
    "still-both": (["hinge", "-o", "a.png", "-o", "a.gif"], 2, "nothing moves in 'hinge'"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("words", "code", "fragments"),
    [(row[0], row[1], row[2:]) for row in REFUSED_BY_THE_FIGURE.values()],
    ids=REFUSED_BY_THE_FIGURE,
)
def test_what_cannot_be_drawn_is_told_in_one_line_before_drawing(
    words: list[str], code: int, fragments: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name in {*STYLES} & {word.removesuffix(".mplstyle") for word in words}:
        (tmp_path / f"{name}.mplstyle").write_bytes(STYLES[name])
    with (
        mock.patch("lossplot._formats.mpl.figure.draw") as drawing,
        mock.patch("lossplot._formats.movie.pictures_of") as filming,
    ):
        assert_fails(call(*words, cwd=tmp_path), code, *fragments)
    drawing.assert_not_called()
    filming.assert_not_called()


STYLES = {
    "large": b"# nothing\n" * 2**20,
    "latin": b"axes.facecolor: \xff\n",
    "binary": bytes(range(256)),
    "unknown": b"axes.colr: red\n",
    "value": b"axes.facecolor: blurple\n",
    "latex": b"text.usetex: True\n",
}


def commands() -> dict[str, Any]:
    return {name: load(name) for name in SUMMARIES}


# Texts that may be empty, which replaces the default.
MAY_BE_EMPTY = {"--title", "--xlabel", "--ylabel"}
VALUED = [
    (name, max(option.opts, key=len))
    for name, command in commands().items()
    for option in command.params
    if option.param_type_name == "option" and not option.is_flag and not option.hidden
]
ARGUMENTS = {
    "list": [],
    "gallery": [],
    "config": [],
    "doctor": [],
    "invert": ["hinge", "0.5"],
    "check": ["hinge", "-g", "-1/2*(1 + sign(1 - m))"],
    "score": ["p.csv", "hinge"],
    "train": ["hinge", "--epochs=1", "-o", "hinge.png"],
}


@every(("name", "option"), VALUED, among=4)
def test_an_empty_word_is_no_value(name: str, option: str, tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text("y,prediction\n1,0.5\n-1,0.25\n")
    outcome = call(name, *ARGUMENTS.get(name, ["hinge"]), f"{option}=", cwd=tmp_path)
    if option in MAY_BE_EMPTY:
        assert (outcome.code, outcome.changed) == (0, frozenset({"hinge.png"}))
    else:
        assert_fails(outcome, 2, "''")


HUGE = "q\u00e9\x1b[31m\u202e" * 400
ADDED = (
    *("for", "theme", "style", "labels", "mark", "mark-loss", "risk", "xlabel", "ylabel", "margin", "lang", "font"),
    "ylim",
)


def _carrier(option: str) -> Callable[[str], list[str]]:
    return lambda text: ["hinge", f"--{option}={text}"]


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
    "list-word": lambda text: ["list", text],
    "list-axis": lambda text: ["list", "--axis", text],
    "axis": lambda text: ["hinge", "--axis", text],
    **{option: _carrier(option) for option in ADDED},
    "sweep": lambda text: [f"huber:delta=1..{text}"],
    "sweep-parameter": lambda text: [f"huber:{text}=1..2"],
    "presets": lambda text: ["list", "--presets", text],
    "info-word": lambda text: ["info", "a.png", text],
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


@law(100, words=lists(texts(12), 0, 4))
def test_whatever_the_words_nothing_but_a_line_comes_of_them(words: list[str]) -> None:
    with mock.patch("lossplot._cli.plot._draw"), tempfile.TemporaryDirectory() as folder:
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
    ticks = re.findall(r'<g id="xtick_\d+">.*?<path d="M([\d.]+) .*?<!-- (\S+) -->', svg, re.DOTALL)
    [zero] = [place for place, label in ticks if float(label.replace("\u2212", "-")) == 0.0]
    assert re.split(r"[ML ]", group)[1] == zero


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


@pytest.mark.parametrize("title", ["$", "it costs $5", "a$b$c$", r"\$5"])
def test_an_odd_number_of_dollars_is_no_mathematics(title: str, tmp_path: Path) -> None:
    assert_done(call("hinge", "--math", "--title", title, "-o", "a.svg", cwd=tmp_path), "a.svg")


@pytest.mark.parametrize("title", some(TITLES.values(), among=4), ids=TITLES)
def test_an_odd_title_is_drawn_without_a_word(title: str, tmp_path: Path) -> None:
    outputs = [f"a.{file_format}" for file_format in (PICTURES if "$" in title else ["svg"])]
    words = [word for output in outputs for word in ("-o", output)]
    assert_done(call("hinge", "--size=4x3", "--dpi=50", "--title", title, *words, cwd=tmp_path), *outputs)


def test_50_an_empty_title_takes_no_room(tmp_path: Path) -> None:
    without, empty = (
        call("hinge", "logistic", "--dpi=60", *words, "-o", "-", cwd=tmp_path).out for words in ((), ("--title", ""))
    )
    ours, theirs = (np.asarray(Image.open(io.BytesIO(each))) for each in (without, empty))
    np.testing.assert_array_equal(ours, theirs)


def test_54_dollars_are_drawn_as_they_are() -> None:
    svg = render(resolve(FigureSpec(("hinge",), title="$x^2$")), ["svg"])["svg"].decode()
    [fragment] = re.findall(r"<!-- (\$\S+) -->\s*<g [^>]*>(.*?)</g>", svg, re.DOTALL)
    assert fragment[0] == "$x^2$"
    assert fragment[1].count("<use ") == len("$x^2$")


def test_55_characters_that_the_font_lacks_are_named(tmp_path: Path) -> None:
    assert_fails(call("hinge", "--title", "a\u1230\U00012000", cwd=tmp_path), 1, "U+12000", "install", "--font")


def test_66_the_suffix_may_be_in_capitals(tmp_path: Path) -> None:
    assert_done(call("hinge", "--dpi=50", "-o", "A.PNG", cwd=tmp_path), "A.PNG")


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
    with mock.patch("lossplot._cli.plot._draw") as drawing:
        assert_fails(call("hinge", "--force", "-o", output, cwd=tmp_path), 1, fragment)
    drawing.assert_not_called()


def linked(folder: Path) -> None:
    (folder / "b.svg").symlink_to("a.svg")
    (folder / "near").symlink_to(".")
    (folder / "week").mkdir()


def hard_linked(folder: Path) -> None:
    assert call("hinge", "-o", "a.svg", cwd=folder).code == 0
    os.link(folder / "a.svg", folder / "b.svg")


def of_either_case(folder: Path) -> None:
    # Simulate a file system that ignores the case of names.
    (folder / "week").mkdir()
    (folder / "WEEK").symlink_to("week")


ONE_FILE = {
    "shorter": (linked, "a.svg", "./a.svg"),
    "through-a-folder": (linked, "a.svg", "week/../a.svg"),
    "through-a-link": (linked, "a.svg", "b.svg"),
    "in-a-linked-folder": (linked, "a.svg", "near/a.svg"),
    "absolute": (linked, "a.svg", "{here}/a.svg"),
    "through-a-hard-link": (hard_linked, "a.svg", "b.svg"),
    "by-case": (of_either_case, "week/a.svg", "week/A.svg"),
    "by-an-accent": (linked, "caf\u00e9.svg", "cafe\u0301.svg"),
}


@pytest.mark.parametrize("case", ONE_FILE)
@pytest.mark.parametrize("force", [(), ("--force",)])
def test_two_outputs_that_are_one_file_are_told_before_drawing(
    case: str, force: tuple[str, ...], tmp_path: Path
) -> None:
    arrange, one, other = ONE_FILE[case]
    arrange(tmp_path)
    other = other.format(here=tmp_path)
    with mock.patch("lossplot._cli.plot._draw") as drawing:
        outcome = call("hinge", *force, "-o", one, "-o", other, cwd=tmp_path)
    assert_fails(outcome, 2, f"{quote(one)} and {quote(other)} are one file; give each -o another path")
    drawing.assert_not_called()


@pytest.mark.parametrize("output", ["a.svg", "./a.svg", "b.svg"])
@pytest.mark.parametrize("force", [(), ("--force",)])
def test_a_figure_does_not_go_where_its_style_is(output: str, force: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text("font.size: 12\n")
    (tmp_path / "b.svg").symlink_to("a.svg")
    outcome = call("hinge", "--style", "a.svg", *force, "-o", output, cwd=tmp_path)
    assert_fails(outcome, 2, f"'{output}' is the style of the figure; give -o another path")


def test_a_figure_does_not_go_where_its_style_is_in_the_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "a.svg").write_text("font.size: 12\n")
    outcome = call("hinge", "--style", "~/a.svg", "--force", "-o", "a.svg", cwd=tmp_path)
    assert_fails(outcome, 2, "'a.svg' is the style of the figure; give -o another path")


def test_a_device_takes_several_outputs(tmp_path: Path) -> None:
    (tmp_path / "null.svg").symlink_to("/dev/null")
    assert_done(call("hinge", "-q", "-f", "svg", "-o", "null.svg", "-o", "/dev/null", cwd=tmp_path))


def test_75_a_name_that_is_not_text_is_written_and_echoed_escaped(tmp_path: Path) -> None:
    outcome = run("hinge", "-o", b"a\xff\nb.csv", cwd=tmp_path)
    assert_done(outcome, "a\\xff\nb.csv")
    assert outcome.lines == [r"a\udcff\nb.csv"]


@pytest.mark.slow
def test_84_devices_are_written_directly(tmp_path: Path) -> None:
    outcome = run("hinge", "-f", "svg", "-o", "/dev/null", "-o", "/dev/stdout", cwd=tmp_path)
    assert outcome.code == 0
    assert outcome.out.startswith(b"<?xml")
    assert not outcome.changed


def test_what_cannot_be_written_is_told_without_a_word_on_stdout(tmp_path: Path) -> None:
    assert_fails(call("hinge", "--alt", "-o", "none/a.svg", cwd=tmp_path), 1, "there is no directory")
    assert_fails(call("hinge", "--preview", "-o", "none/a.csv", cwd=tmp_path), 1, "there is no directory")
    assert_fails(call("hinge", "--copy", "-o", "none/a.csv", cwd=tmp_path), 1, "there is no directory")


def test_without_a_clipboard_nothing_is_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "WSL_INTEROP", "SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("PATH", str(tmp_path))
    with mock.patch("lossplot._cli.plot._draw") as drawing:
        for words in (["--copy"], ["--copy", "--alt"], ["--copy", "-o", "a.png"]):
            assert_fails(
                call("hinge", *words, cwd=tmp_path), 1, "no way to the clipboard: ", "; write the picture with"
            )
        monkeypatch.setenv("DISPLAY", ":0")
        assert_fails(call("hinge", "--copy", cwd=tmp_path), 1, "xclip is not installed; install xclip")
        monkeypatch.setenv("SSH_TTY", "/dev/pts/0")
        assert_fails(call("hinge", "--copy", cwd=tmp_path), 1, "xclip is not installed")
    drawing.assert_not_called()


PLAIN = ({"TERM": "xterm-kitty", "KITTY_WINDOW_ID": "1"}, {"TERM": "dumb"})


@pytest.mark.parametrize("in_process", some([True, False], among=2), ids=["call", "process"])
@every(("option", "env"), [(option, env) for option in ("--preview", "--alt") for env in PLAIN])
def test_into_a_pipe_go_plain_lines(option: str, env: dict[str, str], in_process: bool, tmp_path: Path) -> None:
    with mock.patch.dict(os.environ, env):
        outcome = call("hinge", option, cwd=tmp_path) if in_process else run("hinge", option, cwd=tmp_path, env=env)
    assert_done(outcome)
    assert "\x1b" not in outcome.text
    assert outcome.text.endswith("\n")
    assert all(line.isprintable() for line in outcome.lines)


@pytest.mark.slow
@pytest.mark.parametrize(
    "words", some([["info", "a.py"], ["hinge", "--preview"], ["hinge", "--alt"]], among=3), ids=" ".join
)
def test_what_is_printed_may_have_no_reader(words: list[str], tmp_path: Path) -> None:
    assert_done(call("hinge", "-o", "a.py", cwd=tmp_path), "a.py")
    without_stdout = run(cwd=tmp_path, program=["sh", "-c", '"$@" >&-', "sh", *MODULE, *words])
    assert (without_stdout.code, without_stdout.out, without_stdout.changed) == (0, b"", frozenset())
    assert "Traceback" not in without_stdout.err
    reading, writing = os.pipe()
    os.close(reading)
    without_reader = run(*words, cwd=tmp_path, stdout=writing)
    os.close(writing)
    assert (without_reader.code, without_reader.err, without_reader.changed) == (141, "", frozenset())


def test_a_rerun_in_a_folder_that_cannot_be_written_loses_nothing(tmp_path: Path) -> None:
    assert_done(call("hinge", "-o", "a.svg", cwd=tmp_path), "a.svg")

    def only_reading(path: str, mode: int) -> bool:
        return not (mode & os.W_OK and os.path.isdir(path))

    with (
        mock.patch("lossplot._formats.files.os.access", only_reading),
        mock.patch("lossplot._formats.mpl.figure.draw") as drawing,
    ):
        assert_fails(
            call("info", "a.svg", "--rerun", cwd=tmp_path), 1, "cannot write in directory ", "; choose another"
        )
    drawing.assert_not_called()


def test_a_rerun_that_fails_loses_nothing(tmp_path: Path) -> None:
    assert_done(call("hinge", "-o", "a.svg", cwd=tmp_path), "a.svg")
    with mock.patch("lossplot._formats.mpl.figure.render", side_effect=MemoryError):
        assert_fails(call("info", "a.svg", "--rerun", cwd=tmp_path), 1, "out of memory")
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    with mock.patch("lossplot._formats.files.os.fsync", side_effect=full):
        assert_fails(call("info", "a.svg", "--rerun", cwd=tmp_path), 1, "cannot write 'a.svg': No space left on device")


# --- any options together ---

GOOD = {
    "--for": ("slide", "nature", "WEB"),
    "--theme": ("light", "dark", "print", "auto"),
    "--style": ("good.mplstyle",),
    "--labels": ("auto", "legend", "direct", "none"),
    "--panels": ("auto", "column", "row"),
    "--mark": ("0", "0,1,-1e300", "1e-300"),
    "--mark-loss": ("0.5", "1e300", "-1,1"),
    "--step": ("1", "2"),
    "--risk": ("0", "0.3", "1"),
    "--only": ("loss", "derivative", "weight", "risk"),
    "--range": ("-3:3", "0:1e-99", "-1e100:1e100", "0:0.5"),
    "--ylim": ("0:1", "-1e-50:1e50"),
    "--axis": ("margin", "error", "probability", "prediction"),
    "--target": ("0", "100", "-2.5", "1e-3"),
    "--xscale": ("linear", "log", "symlog"),
    "--yscale": ("linear", "log", "symlog"),
    "--size": ("3x2", "0.5x0.5", "30x0.5"),
    "--dpi": ("10", "96.5"),
    "--title": ("", "$x$", "x" * 500, "\u5408\u9875", "<&>"),
    "--xlabel": ("", "$\\frac{a}{b}$", "\u0645"),
    "--ylabel": ("", "a b"),
    "--margin": ("product", "decision"),
    "--lang": ("en", "zh"),
    "--font": ("DejaVu Serif", "dejavu sans mono"),
    "--losses": ("own.toml",),
    "--data": ("data.csv", "data.npy", "none.csv", "-"),
    "--columns": ("y=y", "prediction=p", "y=none"),
    "--by": ("model", "none"),
    "--weights": ("w", "y", "none"),
    "--as": ("score", "probability", "logit"),
    "--positive": ("1", "yes"),
}
BAD = ("", "x", "nan", "-1", "1e999", "a\x00", "\udcff", "\u202e", "0..1", "../..", "x" * 600, "zh ", "Auto\n")
FLAGS = (
    *("--derivative", "--second-derivative", "--weight", "--normalize", "--transparent", "--svg-text", "--formula"),
    *("--math", "--standalone", "--compare", "--skip-bad", "--both-labels"),
    *("--hold", "--alt", "--preview", "--force", "--strict", "--quiet"),
)
LOSSES = (
    *("hinge", "zero-one", "huber:delta=0.5,1,2", "log-loss", "exponential", "torch:smooth_l1", "poisson-mean"),
    *("mine", "hnige", "huber:delta=0", "focal:gamma=0,1:alpha=1,2", "huber:delta=1..2", "perceptron", "squared\t"),
)
OUTPUTS = ("a.csv", "a.json", "a.svg", "a.py", "a.tex", "a.png", "-", "none/a.svg", "a.bmp", "theirs.svg")


def _option(name: str) -> Draw[str]:
    return joined(f"{name}=", choice((*GOOD[name] * 12, *BAD)))


OPTIONS = one_of(one_of(*map(_option, sorted(GOOD))), choice(FLAGS))
COMMANDS = mapped(
    lambda losses, output, options: [*losses, f"--output={output}", *options],
    lists(choice((*LOSSES[:6] * 4, *LOSSES)), 1, 2),
    choice(OUTPUTS),
    lists(OPTIONS, 0, 5),
)


def test_every_option_may_meet_every_other() -> None:
    options = {option for name, option in VALUED if name == "plot"}
    assert {*GOOD, "--output", "--format"} == options
    flags = {f"--{option.opts[-1].lstrip('-')}" for option in commands()["plot"].params[1:] if option.is_flag}
    assert {*FLAGS, "--copy"} == flags


@law(40, among=4, words=COMMANDS)
def test_whatever_the_options_it_is_done_or_told_in_one_line(words: list[str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "good.mplstyle").write_text("font.size: 12\n")
        (folder / "own.toml").write_text('[losses]\nmine = "max(0, 1 - m)**3"\n[defaults]\nlang = "zh"\n')
        (folder / "theirs.svg").write_text("<svg/>")
        rows = [f"{i % 2},{i / 9},{i / 4},{'ab'[i % 2]}" for i in range(10)]
        (folder / "data.csv").write_text("\n".join(["y,prediction,w,model", *rows, "1,,1,a"]))
        np.save(folder / "data.npy", np.array([[1.0, 0.5], [0.0, 0.25]]))
        outcome = call(*words, cwd=folder)
    assert outcome.code in (0, 1, 2)
    assert "internal error" not in outcome.err
    if outcome.code:
        assert_fails(outcome, outcome.code, "; ")
        return
    outputs = {word.removeprefix("--output=") for word in words if word.startswith("--output=")}
    names = (
        {re.sub(r"-\d+(?=\.)", "", name): name for name in outcome.changed} if "--hold" in words else outcome.changed
    )
    assert {*names} == outputs - {"-"}
    # Paths are on stderr if stdout has other content.
    for line in {*outcome.err.splitlines()} - {f"lossplot: {name}" for name in outputs | outcome.changed}:
        assert_line(line)
        assert line.startswith(("lossplot: warning: ", "lossplot: note: "))


def test_136_running_out_of_memory_is_one_line(tmp_path: Path) -> None:
    with mock.patch("lossplot._formats.mpl.figure.render", side_effect=MemoryError("std::bad_alloc")):
        assert_fails(call("hinge", cwd=tmp_path), 1, "out of memory", "smaller figure")


WITHOUT_MATPLOTLIB = """
import sys
sys.modules["matplotlib"] = None
from lossplot._cli.main import main
main()
"""


def test_138_matplotlib_missing_is_one_line(tmp_path: Path) -> None:
    with mock.patch.dict(sys.modules, {"lossplot._formats.mpl.figure": None}):
        assert_fails(call("hinge", cwd=tmp_path), 1, "lossplot needs matplotlib 3.10 or newer")


@pytest.mark.slow
def test_without_matplotlib_a_process_ends_in_one_line(tmp_path: Path) -> None:
    program = [sys.executable, "-c", WITHOUT_MATPLOTLIB]
    assert_fails(run("hinge", cwd=tmp_path, program=program), 1, "lossplot needs matplotlib 3.10 or newer")


@pytest.mark.slow
def test_numbers_need_no_matplotlib(tmp_path: Path) -> None:
    program = [sys.executable, "-c", WITHOUT_MATPLOTLIB]
    assert_done(run("table", "hinge", "--at=0", cwd=tmp_path, program=program))


def test_an_error_that_nobody_foresaw_is_one_line(tmp_path: Path) -> None:
    with mock.patch("lossplot._formats.mpl.figure.render", side_effect=ZeroDivisionError("division by zero")):
        assert_fails(call("hinge", cwd=tmp_path), 1, "division by zero")


# --- text in a picture ---


def elements(svg: bytes) -> set[str]:
    return {str(element.tag) for element in ET.fromstring(svg).iter()}


@pytest.fixture(scope="module")
def innocent() -> set[str]:
    return elements(render(resolve(FigureSpec(("hinge",), title="a", labels="none")), ["svg"])["svg"])


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


@pytest.mark.parametrize("title", some(HOSTILE, among=3))
def test_58_a_hostile_title_adds_no_element_to_a_well_formed_picture(title: str, innocent: set[str]) -> None:
    svg = render(resolve(FigureSpec(("hinge",), title=title, labels="none")), ["svg"])["svg"]
    assert elements(svg) == innocent
    for element in ET.fromstring(svg).iter():
        for name, value in element.attrib.items():
            if name.endswith("href"):
                assert value.startswith("#")
            assert not name.rpartition("}")[2].startswith("on")


DRAWABLE = "aW <>&'\"$\\]-\u00e9\u03b4\u2212\u05d0\u0645\u0301\U0001f600\u00ad"


ODD = [("\x00",), ("\ufffe",), ("\ud800",), ("\ufeff",), ("a\x0bb",)]


@law(20, also=ODD, among=4, title=one_of(texts(12, choice(DRAWABLE)), texts(8)))
def test_a_title_gives_a_well_formed_picture_or_a_sentence(title: str) -> None:
    try:
        checked = check_text(title, "title")
        svg = render(resolve(FigureSpec(("hinge",), title=checked, labels="none")), ["svg"])["svg"]
    except LossplotError as error:
        assert_line(f"lossplot: {error}")
    else:
        ET.fromstring(svg)


@pytest.mark.slow
def test_all_odd_characters_together_are_drawn_in_every_format() -> None:
    files = render(resolve(FigureSpec(("hinge",), title=check_text(DRAWABLE, "title"))), PICTURES)
    ET.fromstring(files["svg"])
    assert files["png"].endswith(b"IEND\xaeB`\x82")
    assert files["pdf"].rstrip().endswith(b"%%EOF")


ENDS = [(0.0, 1e-100), (1.0, 1.0 + 1e-9), (-1e100, 1e100)]


@law(100, also=ENDS, low=DOUBLES, high=DOUBLES)
def test_a_range_is_two_numbers_far_enough_apart_or_a_sentence(low: float, high: float) -> None:
    try:
        assert read_range(f"{low!r}:{high!r}") == (low, high)
    except RequestError as error:
        assert_line(f"lossplot: {error}")
    else:
        assert max(abs(low), abs(high)) <= 1e100
        assert high - low >= max(1e-100, 1e-9 * max(abs(low), abs(high)))
