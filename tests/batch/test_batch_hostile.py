"""A file of figures from anybody: whatever it asks for is told in one line, soon, and nothing else happens."""

from __future__ import annotations

import time
import tracemalloc
from pathlib import Path

import pytest
from support.cases import some
from support.run import assert_fails, call

FIGURE = "[[figures]]\nlosses = ['hinge']\n"
MEGA = 10**6


def many(item: str, count: int = 50_000) -> str:
    return f"[{','.join([item] * count)}]"


MATRIX = ", ".join(f"{key} = {many('1', 1000)}" for key in ("dpi", "risk", "mark", "size", "title", "xlabel", "font"))
# What it asks for, and what is told: of a figure, with exit 1, or of the whole file, with exit 2.
OF_A_FIGURE = {
    "title": (f"{FIGURE}title = '{'a' * MEGA}'", "the title has 1000000 characters; the most is 500"),
    "matrix-title": (f"{FIGURE}matrix.title = ['{'a' * MEGA}']", "the title has 1000000 characters; the most is 500"),
    "loss": (f"[[figures]]\nlosses = '{'a' * MEGA}'", "has 1000000 characters; the most is 5000"),
    "loss-of-values": (f"[[figures]]\nlosses = 'huber:delta={'1,' * MEGA}1'", "has 2000013 characters; the most is"),
    "loss-of-few-values": (f"[[figures]]\nlosses = 'huber:delta={'1,' * 2000}1'", "50 curves is the most for"),
    "loss-of-parameters": (f"[[figures]]\nlosses = 'huber{':delta=1' * 600}'", "'delta' of huber is given twice"),
    "loss-of-libraries": (f"[[figures]]\nlosses = '{'torch:' * 800}'", "unknown loss 'torch:torch:"),
    "losses": (f"[[figures]]\nlosses = {many(chr(39) * 2)}", "50 curves is the most for one figure; this is 50000"),
    "sweep": ("[[figures]]\nlosses = 'huber:delta=1..1e300'", "is too large"),
    "marks": (f"{FIGURE}mark = {many('1')}", "50 marks is the most for one figure; this is 50000"),
    "marks-in-a-text": (f"{FIGURE}mark = '{'1,' * (MEGA - 1)}1'", "50 marks is the most for one figure; this is 1000"),
    "range": (f"{FIGURE}range = {many('1')}", "50 numbers is the most for one figure; this is 50000"),
    "range-of-digits": (f"{FIGURE}range = '{'1' * MEGA}:1'", "is not a number"),
    "size": (f"{FIGURE}size = '{'1x' * (MEGA // 2)}'", "is not a number"),
    "dpi": (f"{FIGURE}dpi = 0x{'f' * 5000}", "dpi must be a number or text, not a number of thousands of digits"),
    "font": (f"{FIGURE}font = '{'a' * MEGA}'", "has 1000000 characters; the most is 1000"),
    "style": (f"{FIGURE}style = '{'a/' * (MEGA // 2)}'", "is too long; write at most 1000 characters"),
    "theme": (f"{FIGURE}theme = '{'a' * MEGA}'", "is unknown; choose"),
    "lang": (f"{FIGURE}lang = '{'a' * MEGA}'", "has 1000000 characters; the most is 1000"),
    "output": (f"{FIGURE}output = '{'a' * MEGA}.svg'", "is too long; write at most 1000 characters"),
    "output-of-folders": (f"{FIGURE}output = '{'a/' * 40}a.svg'", "is too long"),
    "output-of-values": (
        f"[[figures]]\nlosses = {many(chr(39) + 'huber:delta=' + '1,' * 2000 + '1' + chr(39), 50)}\n"
        f"output = '{'{losses}' * 100}.svg'",
        "is too long; write at most 1000 characters",
    ),
    "outputs": (f"{FIGURE}output = {many(chr(39) * 2)}", "50 files is the most for one figure; this is 50000"),
    "key": (f"{FIGURE}{'a' * MEGA} = 1", "unknown key 'aaa"),
    "matrix-key": (f"{FIGURE}matrix.'{'a' * MEGA}' = 1", "must be a list of values, not '1'"),
    "matrix-value": (f"{FIGURE}matrix.theme = '{'a' * MEGA}'", "must be a list of values, not"),
    "deep-value": (f"{FIGURE}title{'.a' * 18} = 1", "title must be a number or text"),
}  # fmt: skip
OF_THE_FILE = {
    "figures": ("[[figures]]\n" * 20_000, "this makes 20000 figures; 10000 is the most for one file"),
    "figures-inline": (f"figures = {many('{}')}", "this makes 50000 figures; 10000 is the most for one file"),
    "matrix": (f"{FIGURE}matrix.theme = {many(chr(39) * 2)}", "this makes 50000 figures; 10000 is the most"),
    "matrix-of-matrices": (f"{FIGURE}matrix = {{ {MATRIX} }}", f"this makes {1000**7} figures; 10000 is the most"),
    "number": (f"a = {'9' * MEGA}", "a number is too long"),
    "number-negative": (f"a = [-{'9' * MEGA}]", "a number is too long"),
    "number-of-a-fraction": (f"a = 1.{'9' * MEGA}", "a number is too long"),
    "number-in-hexadecimal": (f"a = 0x{'f' * MEGA}", "a number is too long"),
    "brackets": ("a = " + "[" * MEGA, "nested too deeply"),
    "tables": ("a = " + "{a = " * (MEGA // 5), "nested too deeply"),
    "key-of-parts": (f"{'a.' * (MEGA // 2)}a = 1", "nested too deeply"),
    "key-of-spaced-parts": (f"{'a . ' * (MEGA // 4)}a = 1", "nested too deeply"),
    "key-of-quoted-parts": ('"\\"".' * (MEGA // 5) + "a = 1", "nested too deeply"),
    "key-of-empty-parts": (f"{chr(39) * 2}{('.' + chr(39) * 2) * (MEGA // 3)} = 1", "nested too deeply"),
    "header-of-parts": (f"[{'a.' * (MEGA // 2)}a]", "nested too deeply"),
    "key-of-parts-after-a-text": (f'x = {{ a = """a"""", {"b." * 99_999}c = 1 }}', "nested too deeply"),
    "key-of-parts-after-an-apostrophe": (f"x = {{ a = '''a'''', {'b.' * 99_999}c = 1 }}", "nested too deeply"),
    "key-twice": (f"'{'a' * MEGA}' = 1\n'{'a' * MEGA}' = 1", "Cannot overwrite a value"),
    "key-twice-inline": (f"a = {{ '{'a' * MEGA}' = 1, '{'a' * MEGA}' = 1 }}", "Duplicate inline table key 'aaa"),
    "table-twice": (f"['\u202e{'a' * MEGA}']\n['\u202e{'a' * MEGA}']", r"Cannot declare ('\u202eaaa"),
    "text-not-closed": (f"a = '''{'a' * MEGA}", "at end of document"),
    "quotes": ('"\\' * (MEGA // 2), "at end of document"),
    "table": (f"[{'a' * MEGA}]", "unknown table 'aaa"),
    "too-large": ("#" * (2**21 + 1), "it is too large for a file of figures"),
}  # fmt: skip


@pytest.mark.parametrize("name", some([*OF_A_FIGURE, *OF_THE_FILE], among=9))
def test_what_is_too_much_is_told_in_one_line_soon(name: str, tmp_path: Path) -> None:
    text, fragment = (OF_A_FIGURE | OF_THE_FILE)[name]
    (tmp_path / "x.toml").write_text(text, encoding="utf-8")
    start = time.process_time()
    outcome = call("build", "x.toml", "-q", cwd=tmp_path)
    assert time.process_time() - start < 60.0
    assert_fails(outcome, 2 if name in OF_THE_FILE else 1, "x.toml", fragment)
    assert len(outcome.err) < 250


@pytest.mark.parametrize(
    "name", some(["key-of-parts", "matrix-of-matrices", "number-in-hexadecimal", "output-of-values"], among=4)
)
def test_what_is_too_much_is_not_made_to_be_counted(name: str, tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text((OF_A_FIGURE | OF_THE_FILE)[name][0])
    tracemalloc.start()
    try:
        call("build", "x.toml", "-q", cwd=tmp_path)
        assert tracemalloc.get_traced_memory()[1] < 64 * 2**20
    finally:
        tracemalloc.stop()


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        f"title = '{'a.' * 200}'",
        f"title = '{'1' * 400}'",
        f'title = """{"a." * 100}"""',
        f"title = '''{'a.' * 100}'''",
        f"# {'a.' * 500}\n# {'f' * 50_000}",
        f"mark = [{', '.join(['0.5'] * 50)}]",
        f"matrix = {{ risk = [{', '.join(f'0.{number}' for number in range(11, 99, 8))}] }}\noutput = '{{risk}}.json'",
    ],
    ids=["dots", "digits", "dots-on-lines", "dots-as-they-are", "comments", "marks", "matrix"],
)
def test_what_only_looks_like_too_much_is_drawn(text: str, tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text(f"{FIGURE}size = '3x2'\n{text}")
    outcome = call("build", "x.toml", "--dry-run", "-q", cwd=tmp_path)
    assert (outcome.code, outcome.err) == (0, "")


@pytest.mark.parametrize(
    "path", ["/proc/self/environ", "/proc/cpuinfo", "/proc/kmsg", "/dev/zero", "/dev/stdin", "/proc"]
)
def test_what_the_system_makes_up_is_no_file_of_figures(path: str, tmp_path: Path) -> None:
    if not Path(path).exists():
        pytest.skip("this system has no such file")
    outcome = call("build", path, cwd=tmp_path)
    assert outcome.err.count("\n") == 1
    assert outcome.err.startswith(f"lossplot: cannot read '{path}': "), outcome
    assert outcome.code in (1, 2)
    assert "PATH=" not in outcome.err


def test_a_file_of_anything_else_is_not_repeated(tmp_path: Path) -> None:
    for text in (
        "PATH=/bin:hunter2\n",
        "hunter2",
        "password: hunter2",
        "a = hunter2",
        "A=1\0B=hunter2",
        "[hunter2",
        "'hunter2",
    ):
        (tmp_path / "x.toml").write_text(text)
        outcome = call("build", "x.toml", cwd=tmp_path)
        assert_fails(outcome, 2, "x.toml: ", "see https://toml.io")
        assert "hunter2" not in outcome.err
