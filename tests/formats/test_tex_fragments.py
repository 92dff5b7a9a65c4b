"""Figures that documents take by input: they compile in the classes people write in, and change nothing around them."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from support.environment import STAND_IN
from support.figures import FIGURES
from support.requirements import need
from support.run import TIMEOUT

from lossplot._figure.resolve import resolve
from lossplot._figure.spec import FigureSpec
from lossplot._formats.produce import produce

pytestmark = pytest.mark.slow

_NEEDED = ("pgfplots.sty", "amssymb.sty")
# The first lines of a document, the files that it asks of TeX, and how wide its lines are in points of TeX.
# NeurIPS's own style is not in TeX's distributions: these are its lines and letters, by its instructions.
CLASSES = {
    "article": (r"\documentclass{article}", ("article.cls",), 345.0),
    "two columns": (r"\documentclass[twocolumn,11pt]{article}\usepackage[T1]{fontenc}", ("lmodern.sty",), 229.5),
    "beamer": (r"\documentclass{beamer}", ("beamer.cls",), 307.28987),
    "neurips": (
        r"\documentclass{article}\usepackage[T1]{fontenc}\usepackage{times}\usepackage[textwidth=5.5in]{geometry}",
        ("geometry.sty", "times.sty", "ptmr8t.tfm"),
        397.48499,
    ),
    "IEEEtran": (r"\documentclass[journal]{IEEEtran}", ("IEEEtran.cls", "ptmr7t.tfm"), 252.0),
}
_STATE = r"\fontname\font, \csname f@size\endcsname, \the\baselineskip, \the\parindent, \the\fboxsep"
_COLOUR = r"\csname current@color\endcsname"
# The words of a document around the figure; it notes in the log what holds before and after it, and its width.
_BODY = rf"""
\usepackage{{amsmath, amssymb}}
\usepackage{{pgfplots}}
\pgfplotsset{{compat=1.16}}
\begin{{document}}
BEGIN
Words before.
\typeout{{STATE {_STATE}, {_COLOUR}}}
\setbox1\hbox{{\input{{figure}}}}
\typeout{{WIDTH \the\wd1, LINE \the\linewidth}}
\par\noindent\input{{figure}}\par
\typeout{{STATE {_STATE}, {_COLOUR}}}
\ifcsname tikz@pp@name\endcsname\pgfkeysifdefined{{/tikz/curve 1/.@cmd}}{{\typeout{{LEFT STYLE}}}}{{}}\fi
\ifcsname\string\color@colour1\endcsname\typeout{{LEFT COLOUR}}\fi
Words after.
END
\end{{document}}
"""


def fragment_of(spec: FigureSpec) -> str:
    return produce(resolve(spec), ["tex"])["tex"].decode()


def log_of(preamble: str, fragment: str, folder: Path, engine: str = "pdflatex") -> tuple[int, str]:
    """The exit code of TeX for a document that begins with `preamble` and has `fragment` in it, and its log."""
    frame = (r"\begin{frame}", r"\end{frame}") if "beamer" in preamble else ("", "")
    body = _BODY.replace("BEGIN", frame[0]).replace("END", frame[1], 1) if frame[0] else _BODY
    body = body if frame[0] else body.replace("BEGIN\n", "").replace("\nEND\n", "\n")
    (folder / "document.tex").write_text(preamble + body, "utf-8")
    (folder / "figure.tex").write_text(fragment, "utf-8")
    command = [engine, "-interaction=nonstopmode", "document.tex"]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=TIMEOUT)
    text = (folder / "document.log").read_text("utf-8", errors="replace")
    return done.returncode, re.sub(r"(?<=.{79})\n", "", text)


# Each class with a plain figure, and each kind of figure with one class.
@pytest.mark.parametrize(
    ("document", "name"),
    [
        *((document, "plain") for document in CLASSES),
        ("beamer", "legend"),
        ("article", "direct"),
        ("neurips", "formulas"),
        ("IEEEtran", "family"),
        ("article", "marks"),
    ],
)
def test_a_fragment_compiles_in_a_class_and_changes_nothing(document: str, name: str, tmp_path: Path) -> None:
    preamble, files, line = CLASSES[document]
    need("pdflatex", tex=(*_NEEDED, *files))
    spec = FIGURES.get(name, FigureSpec(("hinge", "squared-hinge"), ("loss", "derivative")))
    if name == "legend":  # every sign there is, in the first encoding of TeX too
        preamble += r"\usepackage[T1]{fontenc}" if document in ("article", "beamer", "IEEEtran") else ""
    code, log = log_of(preamble, fragment_of(spec), tmp_path)
    assert code == 0, log[-3000:]
    for complaint in ("Missing character", "undefined", "not available", "LEFT"):
        assert complaint not in log.partition("STATE")[2], (complaint, log)
    before, after = re.findall("STATE (.*)", log)
    assert before == after
    width, room = map(float, re.findall(r"WIDTH ([\d.]+)pt, LINE ([\d.]+)pt", log)[0])
    assert room == pytest.approx(line, abs=0.01)
    # No space before or behind the figure, and its own width alone makes a line too full.
    overfull = [float(points) for points in re.findall(r"Overfull \\hbox \(([\d.]+)pt", log)]
    assert overfull == ([pytest.approx(width - room, abs=0.01)] if width > room + 0.1 else [])


@pytest.mark.parametrize(
    ("document", "preset"), [(name, None) for name in ("article", "beamer")] + [("IEEEtran", "ieee")]
)
def test_a_figure_fits_the_line(document: str, preset: str | None, tmp_path: Path) -> None:
    preamble, files, line = CLASSES[document]
    need("pdflatex", tex=(*_NEEDED, *files))
    code, log = log_of(preamble, fragment_of(FigureSpec(("hinge", "logistic"), preset=preset)), tmp_path)
    assert code == 0, log[-3000:]
    width = float(re.findall(r"WIDTH ([\d.]+)pt", log)[0])
    assert 0.75 * line < width < line + 1.5
    assert "Overfull" not in log or width > line


def test_the_letters_are_those_of_the_document(tmp_path: Path) -> None:
    need("pdflatex", "pdffonts", tex=(*_NEEDED, "times.sty", "ptmr8t.tfm"))
    preamble = CLASSES["neurips"][0]
    assert log_of(preamble, fragment_of(FigureSpec(("hinge",))), tmp_path)[0] == 0
    fonts = subprocess.run(["pdffonts", tmp_path / "document.pdf"], capture_output=True, check=True, text=True).stdout
    assert "NimbusRomNo9L" in fonts
    assert not re.search("LM(Roman|Sans)|DejaVu|SFRM|Inter", fonts)


def test_pdftex_says_which_engine_a_chinese_figure_needs(tmp_path: Path) -> None:
    need("pdflatex", tex=(*_NEEDED, "article.cls"))
    fragment = fragment_of(FIGURES["chinese"])
    assert "% and that lualatex or xelatex compiles." in fragment
    code, log = log_of(r"\documentclass{article}", fragment, tmp_path)
    assert code != 0
    errors = re.findall(r"^! (.*)$", log, re.MULTILINE)
    assert {*errors} == {"Package lossplot Error: This figure has letters or a font that pdfTeX has not."}


def test_a_chinese_figure_is_in_the_font_of_its_document(tmp_path: Path) -> None:
    need("lualatex", tex=(*_NEEDED, "fontspec.sty", "luaotfload.sty"), fonts=(STAND_IN,))
    preamble = rf"\documentclass{{article}}\usepackage{{fontspec}}\setmainfont{{{STAND_IN}}}"
    code, log = log_of(preamble, fragment_of(FIGURES["chinese"]), tmp_path, "lualatex")
    assert code == 0, log[-3000:]
    assert "Missing character" not in log
    before, after = re.findall("STATE (.*)", log)
    assert before == after
