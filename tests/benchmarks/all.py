"""Print every ratio that is promised, beside its bound: `python tests/benchmarks/all.py`, a quarter of an hour."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPTS = ("speed", "peers", "batches", "scores", "training", "page")


def main() -> int:
    codes = []
    for name in SCRIPTS:
        print(f"\n{name}", flush=True)
        codes.append(
            subprocess.run([sys.executable, str(Path(__file__).with_name(f"{name}.py"))], check=False).returncode
        )
    return int(any(codes))


if __name__ == "__main__":
    raise SystemExit(main())
