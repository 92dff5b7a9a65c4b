"""Write what stands on live pages, and where: tests/gallery/pages.json, of which every change is to be meant.

    python tests/make_pages.py

It needs `node`.  `tests/gallery/test_golden_pages.py` compares the elements, words and numbers.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from support.page_rows import page_rows
from support.visits import Visit, open_pages

GOLDEN = Path(__file__).parent / "gallery" / "pages.json"
OPEN, ZOOMED, READ, SLID, CHANCE, STEPS = (
    *("as it opens", "zoomed", "read at 0.5", "slid"),
    *("of another chance", "after three steps"),
)
DARK, NARROW = "(prefers-color-scheme: dark)", "(max-width: 44rem)"
# An address, what is done there, and what the browser is like.
PAGES: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("overlay.html?hinge+logistic&derivative", OPEN, {}),
    ("overlay.html?hinge+logistic&derivative", ZOOMED, {}),
    ("overlay.html?hinge+squared-hinge+zero-one+logistic+exponential", OPEN, {}),
    ("overlay.html?hinge+squared-hinge+zero-one+logistic+exponential&derivative", OPEN, {"width": 320}),
    ("overlay.html?huber:delta=0.5,1,2,4&derivative&second-derivative&weight", OPEN, {}),
    ("overlay.html?huber:delta=0.5,1,2+absolute+squared", READ, {"media": [DARK]}),
    ("overlay.html?squared+absolute+huber+epsilon-insensitive+quantile:tau=0.2+barron:alpha=0", OPEN, {}),
    ("overlay.html?log-loss", OPEN, {}),
    ("overlay.html?hinge+log-loss&both-labels", OPEN, {}),
    ("overlay.html?exponential+hinge&normalize&range=-8:2", OPEN, {}),
    ("overlay.html?hinge+zero-one&range=-10:10&ylim=0:3&x=1", OPEN, {}),
    ("overlay.html?absolute+squared&range=0.9999:1.0001", OPEN, {}),
    ("overlay.html?tweedie-deviance&derivative", OPEN, {}),
    ("overlay.html?cosine-embedding", READ, {}),
    ("overlay.html?hinge+huber&colour=red", OPEN, {}),
    ("losses/huber.html", OPEN, {}),
    ("losses/huber.html", SLID, {}),
    ("losses/huber.html", ZOOMED, {"media": [NARROW], "width": 320}),
    ("losses/squared-hinge.html", CHANCE, {}),
    ("losses/squared-hinge.html?zero-one", CHANCE, {}),
    ("losses/huber.html?quantile:tau=0.2", OPEN, {}),
    ("zh/losses/squared-hinge.html", OPEN, {"media": [DARK]}),
    ("train.html?hinge+logistic&epochs=5", STEPS, {}),
    ("train.html?hinge&hidden=3&epochs=5", STEPS, {}),
    ("train.html?squared+huber&data=line&epochs=5", STEPS, {}),
    ("train.html?log-loss&data=moons&hidden=3&activation=tanh&optimizer=sgd&epochs=5", STEPS, {"width": 320}),
    ("zh/train.html?squared-hinge&data=xor&noise=0.3&outliers=0&flip=0.1&epochs=5", STEPS, {"media": [DARK]}),
)


def name_of(address: str, act: str, options: dict[str, Any]) -> str:
    """Return a name of one of `PAGES`."""
    return " ".join([address, act, *map(str, options.items())])


def pages(visit: Visit) -> dict[str, list[str]]:
    """Return the rows of all pages, by their names."""
    return {name_of(*each): page_rows(visit, each[0], each[1], **each[2]) for each in PAGES}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, open_pages(Path(folder)) as visit:
        rows = pages(visit)
    GOLDEN.write_text(json.dumps(rows, ensure_ascii=False, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main()
