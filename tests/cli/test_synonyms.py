"""The words of other programs that are understood, each spelt out with what it stands for."""

from __future__ import annotations

import pytest

from lossplot._cli.corrections import commands, options, values
from lossplot._figure.synonyms import SYNONYMS

# By option, what may be written for each of its values.
VALUES = {
    "theme": {
        "dark": "black night darkmode dark-mode",
        "light": "white bright day default",
        "print": "bw b/w gray grey grayscale greyscale mono paper",
        "auto": "system both",
    },
    "lang": {
        "zh": "cn zh-cn zh_cn zh-hans chinese zhongwen \u4e2d\u6587",
        "en": "en-us en_us en-gb en_gb english eng us uk",
    },
    "labels": {
        "direct": "on yes true inline curve curves end",
        "none": "off no false hide",
        "legend": "box key",
    },
    "panels": {"row": "horizontal side beside h rows", "column": "vertical stacked below v columns col"},
    "only": {
        "loss": "value function curve",
        "derivative": "gradient slope first-derivative grad psi",
        "second-derivative": "hessian curvature second",
        "weight": "weights",
    },
    "axis": {
        "margin": "m x margins logit logits",
        "error": "r residual residuals errors",
        "probability": "p prob probabilities",
    },
    "for": {
        "slide": "slides presentation powerpoint ppt pptx keynote talk lecture",
        "web": "html blog website page",
        "beamer": "latex-beamer tex-slide",
        "neurips": "nips",
    },
    "as": {"probability": "prob probs p probabilities", "logit": "logits", "score": "scores margin margins"},
    "xscale": {"linear": "lin", "log": "logarithmic log10 ln"},
    "yscale": {"linear": "lin", "log": "logarithmic log10 ln"},
}
FORMATS = {
    "png": "jpg jpeg bmp tif tiff image ico",
    "pdf": "eps ps ai doc docx pptx",
    "gif": "mp4 avi mov apng webm",
    "csv": "xlsx xls tsv txt dat",
    "svg": "html htm emf wmf svgz",
    "py": "ipynb python",
    "tex": "latex tikz pgf",
}
COMMANDS = {
    "show": "explain describe about define details doc docs what properties props facts minimum convex convexity"
    " lipschitz",
    "table": "values value eval evaluate compute calc numbers tabulate",
    "invert": "inverse solve",
    "list": "search find ls catalogue catalog all available",
    "check": "verify gradcheck check-gradient test",
    "identify": "recognize recognise which guess match",
    "train": "fit learn",
    "config": "settings defaults configuration",
    "build": "batch",
    "grid": "panels subplots grids",
}
ALONE = {
    "list --presets": "presets destinations venues sizes",
    "build --example": "new init template example",
    "help": "man manual docs tutorial usage commands",
}
DERIVATIVES = {
    "--derivative": "derivative derivatives gradient slope diff",
    "--second-derivative": "hessian curvature",
}
# An option, with its value after a space where the word says that too.
OPTIONS = {
    "range": "xlim xrange x-range xlimits domain view x",
    "ylim": "yrange y-range ylimits",
    "output": "out outfile output-file save savefig filename to",
    "size": "figsize fig-size dimensions geometry resolution",
    "lang": "language locale",
    "for": "preset target-format venue context",
    "format": "type fmt ext",
    "title": "label caption heading",
    "xlabel": "x-label xaxis-label",
    "ylabel": "y-label yaxis-label",
    "derivative": "grad gradient slope diff deriv first-derivative d d1",
    "second-derivative": "hessian curvature second deriv2 d2",
    "theme dark": "dark dark-mode darkmode black",
    "theme light": "light white",
    "theme print": "print bw grayscale greyscale monochrome",
    "labels legend": "legend show-legend",
    "labels none": "no-legend no-labels",
    "xscale log": "logx log-x xlog semilogx",
    "yscale log": "logy log-y ylog log semilogy",
    **{f"format {name}": name for name in ("png", "svg", "pdf", "json", "csv", "tex", "gif", "webp")},
    "normalize": "normalise normalized norm",
    "formula": "formulas equation show-formula",
    "force": "overwrite replace yes y",
    "quiet": "silent no-output",
    "copy": "clipboard",
    "preview": "show display terminal",
    "risk": "eta probability",
    "for slide": "slides presentation ppt",
    "points": "points n-points",
    "at": "x-values xs values margins",
    "lang zh": "chinese cn",
    "mark": "at",
    "output -": "stdout",
    "by": "groupby group-by group groups",
    "weights": "sample-weight sample-weights",
    "positive": "pos-label positive-label positive-class",
    "jobs": "n-jobs threads workers cores",
    "lr": "learning-rate step-size rate",
    "epochs": "steps iterations iters n-epochs",
    "batch": "batch-size",
    "data": "dataset",
    "hidden": "layers hidden-layers units",
    "seed": "random-state random-seed",
}


def by_word(meanings: dict[str, str]) -> dict[str, str]:
    return {word: meant for meant, words in meanings.items() for word in words.split()}


@pytest.mark.parametrize("option", values.SYNONYMS)
def test_words_for_values_are_understood(option: str) -> None:
    assert values.SYNONYMS[option] == by_word(VALUES[option])


def test_formats_that_there_are_not_are_understood() -> None:
    assert by_word(FORMATS) == values.OTHER_FORMATS


def test_verbs_of_other_programs_are_understood() -> None:
    assert {word: command for word, command in commands.SYNONYMS.items() if command} == by_word(COMMANDS)
    assert {word: " ".join(line) for word, line in commands.ALONE.items()} == by_word(ALONE)
    assert by_word(DERIVATIVES) == commands.DERIVATIVES
    assert {"draw", "graph", "render", "plots", "loss"} - {*commands.SYNONYMS} == {"plots"}


def test_names_of_options_are_understood() -> None:
    found = {word: f"{option} {value}" if value else option for word, (option, value) in SYNONYMS.items()}
    assert found == by_word(OPTIONS)


@pytest.mark.parametrize(
    ("word", "fragment"),
    [
        *((word, "colours are those of --theme") for word in ("color", "colour", "colors", "cmap", "palette")),
        *(
            (word, "lines and letters are those of")
            for word in ("linewidth", "lw", "ls", "marker", "font-size", "alpha")
        ),
        *((word, "curves are exact at every size") for word in ("samples", "num", "steps", "npoints")),
        *((word, "there is nothing more to tell") for word in ("verbose", "debug")),
    ],
)
def test_what_is_no_option_has_a_hint(word: str, fragment: str) -> None:
    assert options.HINTS[word].startswith(fragment)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("size", '8x4.5"', "8x4.5in"),
        ("size", "8 inches by 4 inches", "8x4in"),
        ("size", "20cm x 10cm", "20x10cm"),
        ("size", "(100, 50)", "100x50"),
        ("size", "101*50", "101x50px"),
        ("size", "640 pixels,480 pixels", "640x480px"),
        ("range", "3", "-3:3"),
        ("range", "-3", None),
        ("range", "3 to -1", "-1:3"),
        ("range", "[\u22123; 3]", "-3:3"),
        ("ylim", "0|2", "0:2"),
        ("at", "{0; 1  2}", "0,1,2"),
        ("output", "a.JPEG", "a.png"),
        ("output", "a.svg", None),
        ("format", ".PDF", "pdf"),
        ("format", "tikz", "tex"),
    ],
)
def test_values_written_as_elsewhere_are_read(name: str, text: str, expected: str | None) -> None:
    assert [*values._of(name, text)] == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("risk", "9", "9"),
        ("risk", "10", "0.1"),
        ("risk", "70", "0.7"),
        ("dpi", "70", "70"),
        ("dpi", "50%", "0.5"),
        ("dpi", "1,5", "1.5"),
        ("dpi", "1,200,000", "1200000"),
        ("dpi", "300 dpi", "300"),
        ("risk", "1/4", "0.25"),
        ("risk", "1/0", None),
    ],
)
def test_numbers_written_as_elsewhere_are_read(name: str, text: str, expected: str | None) -> None:
    assert values._number(text, name) == ([] if expected is None else [expected])
