"""Programs and fonts that a test needs: it is skipped without them, and fails where none may be missing.

Only for what can be installed.  Where the system or the user is another one than a test is about, it skips by itself.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from typing import NoReturn

import pytest

# Set where a test that lacks something is no better than one that fails, as in continuous integration.
ALL = "LOSSPLOT_TESTS_NEED_ALL"
# The Debian package that has a program or a file.
_PACKAGES = {
    "Xvfb": "xvfb",
    "chromium": "chromium",
    "fc-list": "fontconfig",
    "kpsewhich": "texlive-binaries",
    "lualatex": "texlive-luatex",
    "node": "nodejs",
    "pdfinfo": "poppler-utils",
    "pdflatex": "texlive-latex-base",
    "pdftocairo": "poppler-utils",
    "pdftotext": "poppler-utils",
    "xclip": "xclip",
    "amssymb.sty": "texlive-base",
    "fontspec.sty": "texlive-latex-recommended",
    "iftex.sty": "texlive-base",
    "lmodern.sty": "lmodern",
    "luaotfload.sty": "texlive-luatex",
    "luatex85.sty": "texlive-luatex",
    "pgfplots.sty": "texlive-pictures",
    "standalone.cls": "texlive-latex-extra",
    "Noto Sans CJK SC": "fonts-noto-cjk",
    "Liberation Sans": "fonts-liberation",
    "Inter": "fonts-inter",
}


def need(*programs: str, tex: tuple[str, ...] = (), fonts: tuple[str, ...] = ()) -> None:
    """Go on if there are these programs, files of TeX and font families."""
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
    """The browser."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next((path for path in map(shutil.which, names) if path), None)
    if not found:
        need("chromium")
    return str(found)


@cache
def _tex_files(files: tuple[str, ...]) -> set[str]:
    if not shutil.which("kpsewhich"):
        return set()
    found = subprocess.run(["kpsewhich", *files], capture_output=True, text=True, check=False).stdout
    return {os.path.basename(path) for path in found.splitlines()}


@cache
def _families() -> set[str]:
    """The families of the machine's fonts."""
    if not shutil.which("fc-list"):
        return set()
    told = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=False).stdout
    return {name for line in told.splitlines() for name in line.split(",")}
