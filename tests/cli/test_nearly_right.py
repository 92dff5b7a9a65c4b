"""Refusals of files and words that are nearly right: one line each, with what is wrong and what to write."""

from __future__ import annotations

import shlex
import sqlite3
from pathlib import Path

import numpy as np
import pytest
from support.cases import every
from support.run import assert_fails, call

ROWS = "".join(f"{x},{x * x},{2 * x}\n" for x in range(30))
TEXTS = {
    "both.toml": '[[figures]]\nlosses = ["hinge"]\ngrid = ["hinge,logistic"]\noutput = "a.svg"\n',
    "group.toml": '[[figures]]\ngrid = [1]\noutput = "a.svg"\n',
    "name.toml": '[losses.a]\nformula = "c*m"\nparameters = { "1x" = 1 }\n',
    "default.toml": '[losses.a]\nformula = "c*m"\n[losses.a.parameters.c]\nlow = 0\n',
    "integer.toml": '[losses.a]\nformula = "c*m"\n[losses.a.parameters.c]\ndefault = 1\ninteger = 2\n',
    "large.toml": f'[losses.a]\nformula = "c*m"\n[losses.a.parameters.c]\ndefault = 1{"0" * 400}\n',
    "x.csv": f"x,value,gradient\n{ROWS},1,1\n",
    "value.csv": f"x,value,gradient\n{ROWS}30,,60\n",
    "few.csv": "x,value\n1,1\n2,4\n",
    "none.csv": "z,prediction\n1,0.3\n0,0.2\n",
    "quote.csv": f'y,prediction\n1,"{"a" * 2_000_000}\n',
    "header.csv": '"y,"prediction\n1,2\n',
    "wide.csv": ",".join(f"c{number}" for number in range(20_000)) + "\n",
}
REFUSED = [
    ("table a --at=0 --losses name.toml", "name.toml: losses.a: parameter '1x' is no name; write letters and digits"),
    (
        "table a --at=0 --losses default.toml",
        "default.toml: losses.a: parameter 'c' has no default; write one, as in { default = 1 }",
    ),
    (
        "table a --at=0 --losses integer.toml",
        "integer.toml: losses.a: integer of parameter 'c' must be true or false; write one of them",
    ),
    (
        "table a --at=0 --losses large.toml",
        "large.toml: losses.a: default of parameter 'c' is no double; write a smaller number",
    ),
    ("check --file x.csv", "the column x must be numbers in every row; remove the others"),
    ("check --file value.csv", "the column value must be numbers in every row; remove the others"),
    ("check --file few.csv -o a.png", "numbers of a file are not drawn; leave out --output"),
    ("identify huber:delta=1,2", "huber is 2 curves; give one of them"),
    ("score none.csv hinge", "'none.csv' has no column 'y', the label; name it with --columns y=COLUMN"),
    (
        "score quote.csv hinge",
        "'quote.csv': line 2 cannot be read (field larger than field limit (131072)); mend it",
    ),
    ("score header.csv hinge", "'header.csv': the header '\"y,\"prediction' cannot be read; mend its quotes"),
    ("score wide.csv hinge", "'wide.csv' has 20000 columns of classes; the most is 10000"),
    (
        "score one.npy hinge",
        "'one.npy' has one column; an array has a column of labels and one of predictions",
    ),
    ("score short.npy hinge", "'short.npy' has 200 bytes of 208; write it again"),
    ("score v9.npy hinge", "'v9.npy' is no .npy file (version 9.0 is unknown); write it with numpy.save"),
    ("score two.sqlite hinge", "'two.sqlite' has the tables a and b; name one, as in 'two.sqlite:a'"),
    ("score two.sqlite:c hinge", "'two.sqlite' has the tables a and b, not 'c'; name one, as in 'two.sqlite:a'"),
    ("score no.sqlite hinge", "'no.sqlite' has no table; name another database"),
    ("score . hinge", "cannot read '.': it is a directory; name a file in it, or 'DIRECTORY/*.parquet'"),
    ("train squared --data line --flip 0.2", "--flip is for labels, which a regression has none of; leave it out"),
    ("train squared --data line --outliers 1000", "--outliers can be at most 75 here; give fewer"),
    ("train q**2", "q**2 is a function of q; call its variable m, r or p to train with it"),
    ("hinge hinge" + 58 * " hinge", "50 curves is the most for one figure; this is 60"),
    (f"'{'m+' * 3000}m'", f"loss '{'m+' * 28}... has 6001 characters; the most is 5000"),
    (
        "'max(0, 1 - m) + r**2'",
        "two names are left, m and r; give one of them a value, as in '...:m=1'",
    ),
    ("'piecewise(m < 1, m)'", "'piecewise' takes conditions and values at column 1; write where(x < 1, a, b)"),
    ("'select(m < 1)'", "'select' takes conditions and values at column 1; write where(x < 1, a, b)"),
    (r"'\frac{m'", "expected '}' at column 8 of the formula, found the end"),
    ("hinge --format yml", "format 'yml' is unknown; choose png, svg, pdf, csv, json, py, tex, gif or webp"),
    ("show hinge --format sql2", "format 'sql2' is unknown; did you mean 'sql'?"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("refused")
    for name, text in TEXTS.items():
        (path / name).write_text(text, "utf-8")
    np.save(path / "one.npy", np.zeros((5, 1)))
    np.save(path / "whole.npy", np.zeros((5, 2)))
    whole = (path / "whole.npy").read_bytes()
    (path / "short.npy").write_bytes(whole[:-8])
    (path / "v9.npy").write_bytes(whole[:6] + b"\x09\x00" + whole[8:])
    for name, commands in (("two", ("create table a (y int, prediction real)", "create table b (y int)")), ("no", ())):
        base = sqlite3.connect(path / f"{name}.sqlite")
        for command in (*commands, "vacuum"):
            base.execute(command)
        base.close()
    return path


@every(("line", "message"), REFUSED, ids=[line[:60] for line, _ in REFUSED])
def test_what_is_nearly_right_is_refused_in_one_line(line: str, message: str, folder: Path) -> None:
    outcome = call(*shlex.split(line), cwd=folder)
    assert_fails(outcome, 2)
    assert outcome.err == f"lossplot: {message}\n"


@every(
    ("name", "message"),
    [
        ("both", "losses and grid are two figures; write one of them"),
        ("group", 'grid must be a list of groups, as in grid = ["hinge,logistic", "mse,huber"]'),
    ],
)
def test_a_figure_of_a_batch_is_refused_at_its_place(name: str, message: str, folder: Path) -> None:
    outcome = call("build", f"{name}.toml", "-o", "out", cwd=folder)
    assert outcome.code == 1
    assert outcome.err.splitlines()[0] == f"lossplot: {name}.toml:1: figures[0]: {message}"
