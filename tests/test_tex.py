"""pgfplots source as TeX sets it: compiled where TeX is there, and its vertices found in the PDF."""

from __future__ import annotations

import math
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from figures import FIGURES, HOSTILE, TWO, prepared_of

from lossplot.formula.jets import Array
from lossplot.produce import produce
from lossplot.spec import FigureSpec


def document_of(spec: FigureSpec) -> str:
    prepared_of(spec)
    return produce(spec, ["tex"])["tex"].decode()


def needs(*programs: str, files: tuple[str, ...] = ()) -> None:
    """Skip where TeX or poppler lack something."""
    lacking = [program for program in programs if not shutil.which(program)]
    if not lacking and files:
        found = subprocess.run(["kpsewhich", *files], capture_output=True, text=True, check=False).stdout.splitlines()
        lacking = [file for file in files if not any(path.endswith(f"/{file}") for path in found)]
    if lacking:
        pytest.skip(f"{', '.join(lacking)} not installed")


def compiled(document: str, folder: Path, engine: str = "pdflatex") -> Path:
    (folder / "a.tex").write_text(document, encoding="utf-8")
    command = [engine, "-interaction=nonstopmode", "-halt-on-error", "a.tex"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout[-2000:]
    log = (folder / "a.log").read_text(encoding="utf-8", errors="replace")
    for complaint in ("Missing character", "Overfull", "undefined", "not available"):
        assert complaint not in log, log
    return folder / "a.pdf"


PGFPLOTS = ("pgfplots.sty", "standalone.cls", "lmodern.sty", "iftex.sty", "amssymb.sty")


def test_a_compiled_document_has_the_vertices_at_their_places(tmp_path: Path) -> None:
    needs("pdflatex", "pdftocairo", "pdftotext", files=PGFPLOTS)
    spec = FigureSpec(("hinge", "zero-one", "logistic"), TWO, title=HOSTILE, size=(6.0, 5.0))
    drawing = prepare(spec).drawing
    pdf = compiled(document_of(spec), tmp_path)
    subprocess.run(["pdftocairo", "-svg", pdf, tmp_path / "a.svg"], check=True, timeout=60)
    root = ET.parse(tmp_path / "a.svg").getroot()
    size = [float(root.get(side, "nan").removesuffix("pt")) / 72 for side in ("width", "height")]
    np.testing.assert_allclose(size, drawing.size, atol=0.02)
    paths = list(_stroked(root, size[1]))
    for frame in drawing.frames:
        box, view = frame.box, frame.view
        for line in frame.lines:
            if line.layer == 3.0:
                x = box.left + (line.points[:, 0] - view.left) / (view.right - view.left) * box.width
                y = box.bottom + (line.points[:, 1] - view.bottom) / (view.top - view.bottom) * box.height
                wanted = np.column_stack([x, y])
                off = [
                    float(np.max(np.abs(points - wanted)))
                    for colour, points in paths
                    if colour == line.colour and points.shape == wanted.shape
                ]
                # A thousandth of an inch: a fifth of a pixel of a screen.
                assert min(off, default=math.inf) < 2e-3, line.name
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    for word in (*spec.losses, "derivative", "\\end{document}", "50", "{b}%d #1 & _2", '__import__("os")'):
        if word != "50":
            assert word in text.replace("\N{RIGHT DOUBLE QUOTATION MARK}", '"'), text


def _stroked(root: ET.Element, height: float) -> Iterator[tuple[str, Array]]:
    """The colour (`#rrggbb`) of every straight stroked path in an SVG of poppler's, and its points in inches."""
    for path in root.iter("{http://www.w3.org/2000/svg}path"):
        shares = re.findall(r"([\d.]+)%", path.get("stroke", ""))
        data = path.get("d", "").split()
        if len(shares) != 3 or not data or set(re.findall("[A-Z]", path.get("d", ""))) - {"M", "L"}:
            continue
        colour = "#" + "".join(f"{round(float(share) * 2.55):02x}" for share in shares)
        points = np.array([word for word in data if word not in "ML"], dtype=np.float64).reshape(-1, 2)
        a, b, c, d, e, f = map(float, re.findall(r"[-\d.]+", path.get("transform", "matrix(1,0,0,1,0,0)")))
        page = points @ np.array([[a, b], [c, d]]) + np.array([e, f])
        yield colour, np.column_stack([page[:, 0] / 72, height - page[:, 1] / 72])


def test_formulas_marks_and_mathematics_compile(tmp_path: Path) -> None:
    needs("pdflatex", "pdftotext", files=PGFPLOTS)
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
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    assert "otherwise" in text
    assert "& 50% #1" in text


def test_chinese_compiles_where_there_is_a_font_for_it(tmp_path: Path) -> None:
    needs("lualatex", "pdftotext", files=(*PGFPLOTS, "fontspec.sty", "luaotfload.sty", "luatex85.sty"))
    spec = FigureSpec(("hinge", "zero-one"), language="zh", title="替代损失")
    try:
        document = document_of(spec)
    except LossplotError as error:
        pytest.skip(str(error))
    pdf = compiled(document, tmp_path, "lualatex")
    text = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True).stdout
    assert "替代损失" in text
    assert "合页损失" in text
