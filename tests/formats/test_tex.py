"""pgfplots source as TeX sets it: compiled where TeX is there, and its vertices found in the PDF."""

from __future__ import annotations

import math
import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from support.environment import STAND_IN
from support.figures import FIGURES, prepared_of
from support.requirements import need
from support.run import TIMEOUT

from lossplot._figure.layout.boxes import Box
from lossplot._figure.layout.ink import onto
from lossplot._figure.resolve import resolve
from lossplot._figure.spec import FigureSpec
from lossplot._formats.produce import produce
from lossplot._formula.evaluate import Array

pytestmark = pytest.mark.slow


def document_of(spec: FigureSpec) -> str:
    prepared_of(spec)
    return produce(resolve(replace(spec, standalone=True)), ["tex"])["tex"].decode()


def compiled(document: str, folder: Path, engine: str = "pdflatex") -> Path:
    (folder / "a.tex").write_text(document, encoding="utf-8")
    command = [engine, "-interaction=nonstopmode", "-halt-on-error", "a.tex"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=TIMEOUT)
    assert done.returncode == 0, done.stdout[-2000:]
    log = (folder / "a.log").read_text(encoding="utf-8", errors="replace")
    for complaint in ("Missing character", "Overfull", "undefined", "not available"):
        assert complaint not in log, log
    return folder / "a.pdf"


PGFPLOTS = ("pgfplots.sty", "standalone.cls", "lmodern.sty", "iftex.sty", "amssymb.sty")


@pytest.mark.parametrize("name", ["legend", "view"])
def test_a_compiled_document_has_the_vertices_at_their_places(name: str, tmp_path: Path) -> None:
    need("pdflatex", "pdftocairo", "pdftotext", tex=PGFPLOTS)
    spec = FIGURES[name]
    drawing = prepared_of(spec).drawing
    pdf = compiled(document_of(spec), tmp_path)
    subprocess.run(["pdftocairo", "-svg", pdf, tmp_path / "a.svg"], check=True, timeout=TIMEOUT)
    root = ET.parse(tmp_path / "a.svg").getroot()
    size = [float(root.get(side, "nan").removesuffix("pt")) / 72 for side in ("width", "height")]
    np.testing.assert_allclose(size, drawing.size, atol=0.02)
    paths = [*stroked(root, size[1])]
    for frame in drawing.frames:
        for line in frame.lines:
            wanted = onto(frame.box, frame.view, line.points)
            off = [apart(wanted, points, frame.box) for colour, points in paths if colour == line.colour]
            # Two thousandths of an inch: a fifth of a pixel of a screen.
            assert min(off, default=math.inf) < 2e-3, line.name
    assert squeezed(spec.title or "") in squeezed(text_of(pdf))


def apart(one: Array, other: Array, box: Box) -> float:
    """How far the vertices of either polyline that lie in `box` are from the other polyline, at most; all in inches.

    Poppler leaves out vertices in the middle of a straight line, and lines that cannot be seen.
    """
    return max(_distance(one, other, box), _distance(other, one, box))


def _distance(vertices: Array, line: Array, box: Box) -> float:
    (x, y), slack = vertices.T, 1e-3
    inside = (x > box.left - slack) & (x < box.right + slack) & (y > box.bottom - slack) & (y < box.top + slack)
    points, starts, steps = vertices[inside, None], line[:-1], np.diff(line, axis=0)
    length = np.maximum(np.sum(steps**2, axis=1), 1e-30)
    share = np.clip(np.sum((points - starts) * steps, axis=2) / length, 0.0, 1.0)
    distance = np.hypot(*np.moveaxis(points - starts - share[..., None] * steps, 2, 0))
    return float(np.max(np.min(distance, axis=1), initial=0.0))


def squeezed(text: str) -> str:
    """`text` without spaces, and with the plain signs for those that TeX's fonts have in their places."""
    return "".join(text.split()).translate(str.maketrans("’‘”“ˆ˜−", '\'`""^~-'))


def text_of(pdf: Path) -> str:
    done = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True, timeout=TIMEOUT)
    return done.stdout.decode()


def stroked(root: ET.Element, height: float) -> Iterator[tuple[str, Array]]:
    """The colour (`#rrggbb`) of every straight stroked path in an SVG of poppler's, and its points in inches."""
    for path in root.iter("{http://www.w3.org/2000/svg}path"):
        # Some versions of poppler write attributes, some a style.
        said = re.search(r"stroke:([^;]+)", path.get("style", ""))
        shares = re.findall(r"([\d.]+)%", said[1] if said else path.get("stroke", ""))
        data = path.get("d", "").split()
        if len(shares) != 3 or not data or set(re.findall("[A-Z]", path.get("d", ""))) - {"M", "L"}:
            continue
        colour = "#" + "".join(f"{round(float(share) * 2.55):02x}" for share in shares)
        points = np.array([word for word in data if word not in "ML"], dtype=np.float64).reshape(-1, 2)
        a, b, c, d, e, f = map(float, re.findall(r"[-\d.]+", path.get("transform", "matrix(1,0,0,1,0,0)")))
        page = points @ np.array([[a, b], [c, d]]) + np.array([e, f])
        yield colour, np.column_stack([page[:, 0] / 72, height - page[:, 1] / 72])


def test_formulas_marks_and_mathematics_compile(tmp_path: Path) -> None:
    need("pdflatex", "pdftotext", tex=PGFPLOTS)
    spec = FigureSpec(
        ("huber", "tukey", "log-cosh"),
        ("loss", "weight"),
        formula=True,
        math=True,
        title=r"The $\frac{r^2}{2}$ & 50% #1",
        marks=(1.0,),
        theme="print",
    )
    pdf = compiled(document_of(spec), tmp_path)
    text = text_of(pdf)
    assert "otherwise" in text
    assert "& 50% #1" in text


def test_chinese_compiles_where_there_is_a_font_for_it(tmp_path: Path) -> None:
    need("lualatex", "pdftotext", tex=(*PGFPLOTS, "fontspec.sty", "luaotfload.sty", "luatex85.sty"), fonts=(STAND_IN,))
    pdf = compiled(document_of(FIGURES["chinese"]), tmp_path, "lualatex")
    text = squeezed(text_of(pdf))
    assert "替代损失" in text
    assert "合页损失" in text
