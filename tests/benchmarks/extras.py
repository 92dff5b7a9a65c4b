"""Measure the joint cost of presets, themes, labels, alt text and provenance: `extras.py png`.

It prints a multiple of the plain figure, which is ours too, of the same size, resolution and size of letters (larger
ones alone would make it cheaper): curves, layout, legend and drawing in as few bytes, but no search for a font, no
description and no record.  The other figure is that of `--for slide --theme dark --labels direct`, with the
description and the record that every figure has.  Both are drawn in turns in one warm process, so that no import
hides the difference.  The median of the rounds counts.
"""

import io
import statistics
import sys
import time
from collections.abc import Callable

from lossplot._figure.draw import plan
from lossplot._figure.labels import make_wording
from lossplot._figure.layout.page import Page
from lossplot._figure.looks import PRESETS, look_for
from lossplot._figure.options import read_spec
from lossplot._figure.resolve import resolve
from lossplot._formats.compact import compact
from lossplot._formats.mpl import backend
from lossplot._formats.mpl.artists import draw
from lossplot._formats.mpl.fonts import DEFAULT, measure_in
from lossplot._formats.produce import produce
from lossplot._text.language import load_language

SLIDE = PRESETS["slide"]
LOSSES = (["hinge", "squared-hinge"], ["huber", "squared", "absolute"], ["log-loss", "brier"], ["logistic"])
ROUNDS = 15
OPTIONS: dict[str, str | bool | None] = {"derivative": True}
EXTRAS: dict[str, str | bool | None] = {"for": "slide", "theme": "dark", "labels": "direct"}


def plain(losses: list[str], file_format: str) -> bytes:
    spec = read_spec(losses, OPTIONS)
    scene = resolve(spec).scene
    wording = make_wording(spec, scene, load_language("en"))
    look, size = look_for(SLIDE.name, "light", None, len(spec.panels))
    with backend.settings((DEFAULT,)):
        drawing = plan(spec, scene, Page(size, look, wording, measure_in((DEFAULT,))))
        buffer = io.BytesIO()
        draw(drawing, SLIDE.dpi).savefig(buffer, format=file_format)
    return compact(buffer.getvalue().decode()).encode() if file_format == "svg" else buffer.getvalue()


def with_extras(losses: list[str], file_format: str) -> bytes:
    return produce(resolve(read_spec(losses, OPTIONS | EXTRAS)), [file_format])[file_format]


def seconds(work: Callable[[list[str], str], bytes], file_format: str) -> float:
    start = time.process_time()
    for losses in LOSSES:
        work(losses, file_format)
    return time.process_time() - start


def main(file_format: str) -> None:
    rounds = [(seconds(with_extras, file_format), seconds(plain, file_format)) for _ in range(ROUNDS + 1)]
    print(statistics.median(one / other for one, other in rounds[1:]))


if __name__ == "__main__":
    main(sys.argv[1])
