"""Write what stands in figures, and where: tests/figure/drawings.json, of which every change is to be meant.

    python tests/make_drawings.py

Each command there has the words that are said of its figure, and each line, dot and text with its place and its look.
`tests/figure/test_golden_drawings.py` compares them within a fiftieth of an inch.
"""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

from recording.figures import FILES, PRESETS
from support.drawing_rows import Row, figure_rows, letters

GOLDEN = Path(__file__).parent / "figure" / "drawings.json"
# Those with fonts of the machine get the one that comes with lossplot.
_PRESETS = [f"--for={preset}" + " --font=Inter" * preset.startswith("nature") for preset in PRESETS]
COMMANDS = (
    *(f"hinge squared-hinge zero-one --derivative {preset}" for preset in _PRESETS),
    *(f"huber:delta=0.5,1,2 {preset} --labels=legend --title=Robust" for preset in _PRESETS[::3]),
    # Names, their places, and lines that are told apart.
    "hinge",
    "hinge squared-hinge exponential logistic savage tangent --labels=legend",
    "hinge squared-hinge exponential logistic savage tangent --labels=direct",
    "squared absolute huber cauchy tukey welsch --theme=dark",
    "huber:delta=1,2,3,4,5,6,7,8,9 --theme=print --labels=legend --size=6x4",
    "huber:delta=1,2,3,4,5,6,7,8,9,10,11,12 squared --labels=legend",
    "focal:gamma=0,1,2 log-loss --both-labels",
    "log-loss brier spherical --theme=auto --derivative",
    "hinge logistic --compare",
    "absolute squared --labels=none --transparent",
    "hinge squared-hinge --step=1 --derivative",
    "gce:q=0.3,0.7 --labels=direct --size=3x2",
    # Formulas, titles and words.
    "huber tukey --formula --labels=legend",
    "log-loss --formula --math --for=ieee",
    "max(0,1-m)**3 log(1+exp(-m)) exp(-m) 1/(1+exp(m))",
    "huber --title=$\\frac{r^2}{2}$ --xlabel=residual --ylabel=cost --math",
    "barron:alpha=-2,0,1,2 --title='A title so long that it does not fit onto one line of a figure of this width'",
    # Panels.
    "huber cauchy --derivative --second-derivative --weight",
    "huber cauchy --derivative --second-derivative --weight --panels=row",
    "hinge logistic --risk=0.7",
    "hinge logistic --only=risk --risk=0.2",
    "tukey --only=weight",
    "huber squared --derivative --panels=row --range=-1000:1000 --size=4x2",
    "quantile:tau=0.3 absolute --range=-2e4:2e4 --size=3x2 --derivative",
    "grid hinge huber log-loss --derivative",
    # Views, scales and marks.
    "exponential logistic --range=-8:3 --yscale=log",
    "huber squared --range=0.01:100 --xscale=log --yscale=log",
    "squared cauchy --xscale=symlog --yscale=symlog --range=-50:50",
    "absolute squared --range=0.9999:1.0001 --ylim=0.9995:1.0005",
    "hinge logistic --mark=0,1 --mark-loss=0.5",
    "hinge zero-one --mark=-1,0.25,2 --derivative --labels=legend",
    "log-loss --axis=margin --range=-4:4",
    "mape --target=100 --derivative",
    "poisson-mean:target=1,2,4",
    "hinge logistic exponential --normalize --margin=decision",
    "ramp zero-one smoothed-hinge --ylim=-0.5:1.5 --derivative",
    # Predictions.
    "hinge logistic --data=data.csv",
    "hinge logistic --data=data.csv --by=model --derivative",
    "log-loss focal --data=data.csv --as=logit --weights=w",
    "huber tukey --data=data.csv --columns=y=y,prediction=other --labels=direct --theme=dark",
    # Figures that move, and networks.
    "huber:delta=0.1..3",
    "huber:delta=0.1..3 --formula",
    "focal:gamma=0..2 log-loss",
    "barron:alpha=2..-2:c=1..0.5 --formula --title=Barron",
    "train hinge logistic",
    "train squared huber --data=line --theme=dark",
    "train log-loss --data=moons --size=6x5",
    "train hinge squared-hinge exponential --for=slide",
    "train huber absolute --data=line --for=neurips --learn=delta",
)


def drawings() -> dict[str, list[Row]]:
    """Return the rows of all figures, by command.  The folder has to hold the files that commands name."""
    return {command: [_rounded(row) for row in figure_rows(command)] for command in COMMANDS}


def write_files(folder: Path) -> None:
    """Write the files that commands name into `folder`."""
    for name, (kind, text) in FILES.items():
        assert kind == "text"
        (folder / name).write_text(text, "utf-8")


def _rounded(row: Row) -> Row:
    return [round(value, 3) if isinstance(value, float) else value for value in row]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_files(Path(folder))
        os.chdir(folder)
        rows = drawings()
    blocks = [
        f"{json.dumps(command)}: [\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in each) + "\n]"
        for command, each in rows.items()
    ]
    head = f'"letters": {letters()!r},\n"figures": {{\n'
    GOLDEN.write_text("{\n" + head + ",\n".join(blocks) + "\n}}\n", "utf-8")


if __name__ == "__main__":
    main()
