"""CSV by PyArrow and without it: the same numbers, and the same words on every fault."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

import lossplot
from lossplot._predictions import arrow_text

FIRST = "y,prediction\n1,0.5\n"
BODIES = [
    *(
        "0,abc\n",
        "0,\n",
        ",1\n",
        "0,nan\n",
        "0,inf\n",
        "0,-Infinity\n",
        "0,1e400\n",
        "0,1e-400\n",
        "0,NA\n",
        "0,null\n",
    ),
    *(
        "2,1\n",
        "0,1,2\n",
        "0\n",
        "\n0,1\n",
        "0,1\n\n\n",
        "0,1_0\n",
        "0,0x10\n",
        "0,0x1p3\n",
        "0,+1\n",
        "0,1.\n",
        "0,.5\n",
    ),
    *(
        " 0 , 1 \n",
        "0,\t1\n",
        '0,"1"\n',
        '"0",1\n',
        '0,"1\n',
        "0,1\r\n",
        "0,1\r0,2\n",
        "0,\u0663\n",
        "0,1\u2028\n",
        "0,\0\n",
    ),
    *(
        "0,1e\n",
        "0,1d5\n",
        "0,1 2\n",
        "true,1\n",
        "0,true\n",
        "0,-0\n",
        "0,9007199254740993\n",
        "0,1,\n",
        "0,--1\n",
        "0,(1)\n",
    ),
    *(
        "0,0.1000000000000000055511151231257827\n",
        "0,179769313486231580793728971405301e276\n",
        "0,infinity\n",
        "0,NaN\n",
    ),
]


def _outcome(path: Path) -> Any:
    try:
        return lossplot.score(path, "hinge", "absolute", skip_bad=False)
    except lossplot.LossplotError as error:
        return str(error)


@pytest.fixture(params=[0, 40])
def lines(request: pytest.FixtureRequest) -> int:
    """How many good lines come first."""
    return int(request.param)


@pytest.mark.parametrize("body", BODIES)
def test_both_ways_agree(body: str, lines: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyarrow")
    (tmp_path / "a.csv").write_bytes((FIRST + "0,2.5\n" * lines + body + "1,1.5\n").encode())
    outcomes = []
    for is_worth in (True, False):
        monkeypatch.setattr(arrow_text, "is_worth", lambda _, is_worth=is_worth: is_worth)
        outcomes.append(_outcome(tmp_path / "a.csv"))
    assert outcomes[0] == outcomes[1]


def test_every_double_is_read_to_the_bit() -> None:
    pytest.importorskip("pyarrow")
    bits = np.random.default_rng(0).integers(0, 2**64, 20_000, dtype=np.uint64).view(np.float64)
    doubles = bits[np.isfinite(bits)]
    read = arrow_text.read_numbers("\n".join(f"1,{each!r}" for each in doubles.tolist()), ",", (len(doubles), 2))
    assert read is not None
    np.testing.assert_array_equal(read[:, 1], doubles)


def test_what_is_no_table_of_numbers_is_left_to_the_other_reader() -> None:
    pytest.importorskip("pyarrow")
    for body in ("1,a", "1,", "1", "1,2,3", "1,2\n\n1,2"):
        assert arrow_text.read_numbers(body, ",", (body.count("\n") + 1, 2)) is None
