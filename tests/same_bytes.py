"""Draw the same figures with several interpreters, and compare the files to the byte.

    python tests/same_bytes.py PYTHON [PYTHON ...]

Each PYTHON has lossplot installed.  Every interpreter draws twice: plainly, and in the other order, with another seed
of hashes, in another folder, time zone and locale.  Those of one version of matplotlib must draw the same, a training
those of one NumPy too, whose exponentials have other last digits, and a WebP those of one Pillow, which packs it; the
exit status is 1 if they do not.  A script that draws anew (.py) is left out: it holds every digit of each number, and
the last one depends on the processor.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

BATCH = """\
[[figures]]
losses = ["hinge", "logistic"]
derivative = true
output = "margins.svg"

[[figures]]
losses = ["focal:gamma=0,1,2"]
output = "focal-{theme}.{format}"
matrix = { theme = ["light", "dark"], format = ["svg", "png"] }
"""
COMMANDS = [
    "hinge zero-one logistic -d -o a.svg -o a.png -o a.pdf -o a.csv -o a.json -o a.tex",
    "huber:delta=0.5,1,2 absolute --for slide --theme dark -o slide.png -o slide.svg",
    "bce focal --title Größe --font DejaVu_Sans -o words.svg",
    "huber:delta=0.5..2 -o sweep.gif -o sweep.webp",
    "quantile expectile --yscale symlog -o scaled.svg -o scaled.pdf",
    "train hinge logistic --data moons --epochs 5 -o train.svg -o train.png",
    "build batch.toml",
]
VERSIONS = """
import PIL, matplotlib, numpy, platform
print(matplotlib.__version__, numpy.__version__, PIL.__version__, platform.python_version())
"""
SUFFIXES = (".svg", ".png", ".pdf", ".csv", ".json", ".tex", ".gif", ".webp")
PLAIN = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LANG": "C.UTF-8"}
OTHERWISE = {"PYTHONHASHSEED": "random", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONUTF8": "1", "COLUMNS": "33"}


def drawn(python: str, commands: Sequence[str], variables: Mapping[str, str]) -> dict[str, str]:
    """Run the commands in a new folder; return the digest of each file."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "batch.toml").write_text(BATCH, encoding="utf-8")
        environment = {"PATH": os.environ["PATH"], "HOME": folder, "MPL_IGNORE_SYSTEM_FONTS": "1", **variables}
        for command in commands:
            words = [word.replace("_", " ") for word in command.split()]
            line = [python, "-m", "lossplot", *words]
            done = subprocess.run(line, check=False, cwd=folder, env=environment, capture_output=True, text=True)
            if done.returncode:
                sys.exit(f"{command}: {done.stderr}")
        # What is below hidden folders are caches.
        paths = [path.relative_to(folder) for path in Path(folder).rglob("[!.]*") if path.suffix in SUFFIXES]
        return {
            path.as_posix(): hashlib.sha256((folder / path).read_bytes()).hexdigest()[:12]
            for path in sorted(paths)
            if not path.parts[0].startswith(".")
        }


def main() -> None:
    digests: dict[tuple[str, ...], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for python in map(os.path.abspath, sys.argv[1:]):
        done = subprocess.run([python, "-c", VERSIONS], check=True, capture_output=True, text=True)
        drawer, numpy, pillow, name = done.stdout.split()
        for how, commands, variables in (("plainly", COMMANDS, PLAIN), ("otherwise", COMMANDS[::-1], OTHERWISE)):
            files = drawn(python, commands, variables)
            print(f"matplotlib {drawer}, NumPy {numpy}, Pillow {pillow}, Python {name}, {how}: {len(files)} files")
            for file, digest in files.items():
                packer = pillow if file.endswith(".webp") else ""
                key = (file, drawer, numpy.partition(".")[0] if file.startswith("train") else "", packer)
                digests[key][digest].append(f"Python {name} with NumPy {numpy}, {how}")
    different = {key[:2]: each for key, each in digests.items() if len(each) > 1}
    for (file, drawer), each in different.items():
        print(f"{file} differs by matplotlib {drawer}: {'; or '.join(', '.join(names) for names in each.values())}")
    print(f"{len(digests)} files, {len(different)} of which differ")
    sys.exit(bool(different) or not digests)


if __name__ == "__main__":
    main()
