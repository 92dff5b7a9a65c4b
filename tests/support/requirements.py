"""Programs and fonts that a test requires: it is skipped without them, or fails if LOSSPLOT_TESTS_NEED_ALL is set.

Only for what can be installed: tests of another system or user skip by themselves.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from typing import NoReturn

import pytest

# Set in continuous integration, where a test that lacks something must fail.
ALL = "LOSSPLOT_TESTS_NEED_ALL"
# The Debian package that has a program or a file.
_PACKAGES = {
    "Xvfb": "xvfb",
    "bash": "bash",
    "chromium": "chromium",
    "fc-list": "fontconfig",
    "kpsewhich": "texlive-binaries",
    "lualatex": "texlive-luatex",
    "node": "nodejs",
    "pdfinfo": "poppler-utils",
    "pdflatex": "texlive-latex-base",
    "pdftocairo": "poppler-utils",
    "pdftotext": "poppler-utils",
    "times.sty": "texlive-latex-base",
    "xclip": "xclip",
    "zsh": "zsh",
    "amssymb.sty": "texlive-base",
    "fish": "fish",
    "fontspec.sty": "texlive-latex-recommended",
    "iftex.sty": "texlive-base",
    "lmodern.sty": "lmodern",
    "luaotfload.sty": "texlive-luatex",
    "luatex85.sty": "texlive-luatex",
    "pgfplots.sty": "texlive-pictures",
    "article.cls": "texlive-latex-base",
    "beamer.cls": "texlive-latex-recommended",
    "geometry.sty": "texlive-latex-base",
    "IEEEtran.cls": "texlive-publishers",
    "pdffonts": "poppler-utils",
    "ptmr7t.tfm": "texlive-fonts-recommended",
    "ptmr8t.tfm": "texlive-fonts-recommended",
    "standalone.cls": "texlive-latex-extra",
    "Noto Sans CJK SC": "fonts-noto-cjk",
    "Liberation Sans": "fonts-liberation",
    "Inter": "fonts-inter",
}


def need(*programs: str, tex: tuple[str, ...] = (), fonts: tuple[str, ...] = ()) -> None:
    """Skip the test, or fail, unless these programs, TeX files and font families are installed."""
    lacking = [program for program in programs if not shutil.which(program)]
    if tex and not lacking:
        lacking = [file for file in tex if file not in _tex_files(tex)]
    if fonts and not lacking:
        lacking = [family for family in fonts if family not in _families()]
    if lacking:
        packages = dict.fromkeys(_PACKAGES[each] for each in lacking)
        lack(f"needs {', '.join(lacking)}; on Debian: apt-get install {' '.join(packages)}")


def lack(why: str) -> NoReturn:
    """Skip the test that lacks something, or fail."""
    if os.environ.get(ALL):
        pytest.fail(f"{why} ({ALL} is set)")
    pytest.skip(why)


@cache
def chromium() -> str:
    """Return the path of Chromium, or skip the test."""
    names = ("chromium", "chromium-browser", "google-chrome")
    program = next((path for path in map(shutil.which, names) if path), None)
    if not program:
        need("chromium")
    return str(program)


@cache
def _tex_files(files: tuple[str, ...]) -> set[str]:
    if not shutil.which("kpsewhich"):
        return set()
    paths = subprocess.run(["kpsewhich", *files], capture_output=True, text=True, check=False).stdout
    return {os.path.basename(path) for path in paths.splitlines()}


@cache
def _families() -> set[str]:
    """Return the font families of the machine."""
    if not shutil.which("fc-list"):
        return set()
    output = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=False).stdout
    return {name for line in output.splitlines() for name in line.split(",")}
