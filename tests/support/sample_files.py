"""Files with the names that the documents give to those of their readers."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow
import pyarrow.parquet

ROWS = 60
FIGURES = '[[figures]]\nlosses = ["hinge"]\noutput = "hinge.svg"\n'


def write(folder: Path) -> None:
    """Write predictions, errors, gradients, digits and a file of figures into `folder`."""
    random = np.random.default_rng(0)
    y = np.where(random.random(ROWS) < 0.5, 1, -1)
    scores = y + random.normal(size=ROWS)
    chances = 1.0 / (1.0 + np.exp(-scores))
    _csv(folder / "predictions.csv", "y,prediction", y, scores)
    _csv(folder / "runs.csv", "y,prediction,model", y, chances, np.where(np.arange(ROWS) % 2, "a", "b"))
    _csv(folder / "logits.csv", "y,0,1,2", random.integers(0, 3, ROWS), *random.normal(size=(3, ROWS)))
    _csv(folder / "digits.csv", "y,left,right", np.arange(ROWS) % 3, *random.normal(size=(2, ROWS)))
    _csv(folder / "gradients.csv", "x,gradient", scores, np.tanh(scores))
    np.save(folder / "errors.npy", np.column_stack([scores, np.zeros(ROWS)]))
    (folder / "runs").mkdir()
    columns = {"y": y, "score": scores, "split": ["test"] * ROWS}
    pyarrow.parquet.write_table(pyarrow.table(columns), folder / "runs" / "one.parquet")
    (folder / "figures.toml").write_text(FIGURES, "utf-8")


def _csv(path: Path, head: str, *columns: object) -> None:
    rows = zip(*(np.asarray(column).tolist() for column in columns), strict=True)
    path.write_text("\n".join([head, *(",".join(map(str, row)) for row in rows)]) + "\n", "utf-8")
