"""What was changed by hand stays: a file is replaced only if every byte of it is as lossplot left it."""

from __future__ import annotations

import hashlib
import io
import json
import zlib
from functools import cache
from pathlib import Path
from unittest import mock

import pytest
from PIL import Image
from support.cases import some
from support.draws import Draw, integers, law, lists, mapped, one_of
from support.run import assert_done, assert_fails, call

from lossplot._errors import LossplotError
from lossplot._figure.options import read_spec
from lossplot._figure.resolve import resolve
from lossplot._formats import files, of_kind, produce, provenance
from lossplot._formats.provenance import sealed_text
from lossplot._gallery import make as making
from lossplot._gallery.page.markup import MARK
from lossplot._losses import LOSSES

FORMATS = of_kind("picture", "numbers", "source")
MOVIES = of_kind("movie")

EVERY = (*FORMATS, *MOVIES)
every_format = pytest.mark.parametrize(
    "file_format", [*FORMATS, *(pytest.param(each, marks=pytest.mark.slow) for each in MOVIES)]
)
EDITED = "was edited since lossplot made it"
BYTES: Draw[bytes] = mapped(bytes, lists(integers(0, 255), 1, 8))
WORDS = {**dict.fromkeys(FORMATS, "logistic"), **dict.fromkeys(MOVIES, "huber:delta=0.5..2")}
SMALL = {"size": "2x2", "dpi": "40", "title": "\u03b4 ; seal 0123456789abcdef"}


@cache
def made(file_format: str) -> bytes:
    return produce.produce(resolve(read_spec([WORDS[file_format]], SMALL)), [file_format])[file_format]


def is_table(data: bytes) -> bool:
    return produce.is_table(data, resolve(read_spec(["hinge"], {})))


def objection(data: bytes) -> str:
    return files.objection(data, is_table)


# --- a byte of it ---


@every_format
def test_a_file_as_it_was_made_may_be_replaced(file_format: str) -> None:
    assert not objection(made(file_format))


@every_format
@law(40, among=4, at=one_of(integers(0, 10**6), integers(0, 1499)), byte=integers(1, 255))
def test_one_byte_changed_anywhere_is_an_edit(file_format: str, at: int, byte: int) -> None:
    whole = made(file_format)
    at %= len(whole)
    assert objection(whole[:at] + bytes([whole[at] ^ byte]) + whole[at + 1 :])


@pytest.mark.parametrize("first", some(range(8), among=8))
@pytest.mark.parametrize("file_format", [each for each in EVERY if each != "csv"])
def test_every_byte_of_the_record_counts(file_format: str, first: int) -> None:
    whole = made(file_format)
    start = whole.find(b"lossplot ") - 40
    for at in [*range(max(0, start) + first, start + 250, 8), 0, 1, len(whole) - 2, len(whole) - 1]:
        if at < len(whole):
            assert objection(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]), at


@every_format
@law(40, among=4, also=[(1,)], end=one_of(integers(1, 400), integers(1, 10**6)))
def test_a_file_cut_off_is_an_edit(file_format: str, end: int) -> None:
    whole = made(file_format)
    assert objection(whole[: -min(end, len(whole))])


@every_format
@law(40, among=4, also=[(b"\n",), (b"\0",)], more=BYTES)
def test_a_byte_more_is_an_edit(file_format: str, more: bytes) -> None:
    assert objection(made(file_format) + more)
    assert objection(more + made(file_format))


@pytest.mark.parametrize("file_format", ["svg", "py", "tex", "json", "csv"])
def test_other_ends_of_lines_and_a_mark_at_the_beginning_are_edits(file_format: str) -> None:
    whole = made(file_format)
    for other in (whole.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + whole, whole.rstrip(b"\n"), whole + b"\n"):
        assert objection(other)


@pytest.mark.parametrize("file_format", some([each for each in EVERY if each != "csv"], among=3))
def test_a_file_of_an_older_lossplot_is_left_alone_and_said_to_be_one(file_format: str, tmp_path: Path) -> None:
    def software(figure: str, matplotlib: str = "", edited: bool = False) -> str:
        return f"lossplot 0.1.0 (figure {figure}; source {figure})"

    with (
        mock.patch("lossplot._formats.digest.software", software),
        mock.patch("lossplot._formats.produce.sealed", bytes),
    ):
        old = produce.produce(resolve(read_spec([WORDS[file_format]], SMALL)), [file_format])[file_format]
    path = tmp_path / f"a.{file_format}"
    path.write_bytes(old)
    with pytest.raises(
        LossplotError, match="older lossplot, whose files do not tell whether they were edited; use --f"
    ):
        files.check_target(str(path), force=False)
    files.check_target(str(path), force=True)


# --- tables, which have no place for a seal ---


@pytest.mark.parametrize("loss", some(LOSSES, among=36))
def test_a_table_of_any_loss_is_known_and_its_edits_are(loss: str) -> None:
    table = produce.produce(resolve(read_spec([loss], {})), ["csv"])["csv"]
    assert is_table(table)
    lines = table.split(b"\n")
    middle = len(lines) // 2
    assert not is_table(b"\n".join([*lines[:middle], *lines[middle + 1 :]]))


OPTIONS: tuple[tuple[str, dict[str, str | bool | None]], ...] = (
    ("hinge", {"risk": "0.7"}),
    ("logistic", {"risk": "0.123456", "only": "risk"}),
    ("squared", {"axis": "margin"}),
    ("log-loss", {"axis": "margin", "derivative": True}),
    ("logistic", {"normalize": True, "range": "-0.1:7.25"}),
    ("huber:delta=0.5,1,2", {"weight": True}),
    ("cauchy", {"only": "weight"}),
    ("torch:smooth_l1:beta=0.5", {"second-derivative": True}),
    ("hinge", {"mark": "0.5", "title": "a", "theme": "dark", "lang": "en"}),
)


@pytest.mark.parametrize(("loss", "options"), OPTIONS)
def test_a_table_of_any_options_is_known(loss: str, options: dict[str, str | bool | None]) -> None:
    assert is_table(produce.produce(resolve(read_spec([loss], options)), ["csv"])["csv"])


def test_a_table_that_cannot_be_composed_again_is_replaced_by_itself_alone(tmp_path: Path) -> None:
    words = ["logistic", "--ylim=0:40", "-o", "w.csv"]
    assert_done(call(*words, cwd=tmp_path), "w.csv")
    assert_done(call(*words, cwd=tmp_path))
    assert_fails(call("logistic", "-o", "w.csv", cwd=tmp_path), 1, f"'w.csv' {EDITED}, or made by another version")


@pytest.mark.parametrize(
    "rows",
    [
        "",
        "hinge,loss,1,0.0,1.0",
        "hinge,loss,1,-3.0,4.0\nhinge,loss,1,3.0,0.0",
        "hnige,loss,1,-3.0,4.0\n",
        "hinge,none,1,-3.0,4.0\n",
        "hinge,loss,1,nan,4.0\n",
        "hinge,loss,1,-1e400,4.0\nhinge,loss,1,1e400,4.0\n",
        "hinge,risk,1,-3.0,4.0\nhinge,risk,1,3.0,4.0\n",
        "hinge,loss,1\n",
        '"hinge,loss,1,-3.0,4.0\n',
        "hinge,loss,1,x,y\n",
        "huber:delta=1..2,loss,1,-3.0,4.0\nhinge,loss,1,3.0,0.0\n",
        "".join(f"huber:delta={n + 1},loss,1,-3.0,4.0\n" for n in range(60)),
        "hinge\r,loss,1,-3.0,4.0\n",
    ],
)
def test_any_other_table_with_our_header_is_not_ours(rows: str) -> None:
    assert objection(f"loss,panel,piece,x,y\n{rows}".encode())
    assert objection(f"loss,panel,piece,x,y\n{rows}\xff".encode("latin-1"))


# --- the commands ---


def spoil(path: Path) -> bytes:
    """Change a letter in the midst of the file at `path`; return what it holds now."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    return bytes(data)


@pytest.mark.slow
@every_format
def test_the_command_leaves_an_edited_file_alone_unless_forced(file_format: str, tmp_path: Path) -> None:
    name = f"a.{file_format}"
    words = [WORDS[file_format], "--size=2x2", "--dpi=40", "-o", name]
    assert_done(call(*words, cwd=tmp_path), name)
    whole = (tmp_path / name).read_bytes()
    assert_done(call(*words, cwd=tmp_path))
    # Another figure in its place: it is ours, whole, and replaced in silence.
    assert_done(call(*words, "--range=-2:2", cwd=tmp_path), name)
    spoil(tmp_path / name)
    assert_fails(call(*words, cwd=tmp_path), 1, f"'{name}' {EDITED}", "; use --force to replace it")
    assert_done(call(*words, "--force", cwd=tmp_path), name)
    assert (tmp_path / name).read_bytes() == whole


def test_a_name_of_lossplot_s_choice_is_freed_by_naming_it(tmp_path: Path) -> None:
    (tmp_path / "hinge.svg").write_text("mine")
    told = "'hinge.svg' exists and was not made by lossplot; use -o 'hinge.svg' --force to replace it"
    for force in ([], ["--force"]):
        assert_fails(call("hinge", "-f", "svg", *force, cwd=tmp_path), 1, told)
    assert_done(call("hinge", "-f", "svg", "-o", "hinge.svg", "--force", cwd=tmp_path), "hinge.svg")


def test_what_appears_while_a_figure_is_drawn_stays(tmp_path: Path) -> None:
    real = produce.produce

    def slow(*words: object) -> dict[str, bytes]:
        (tmp_path / "a.svg").write_text("mine")
        return real(*words)  # type: ignore[arg-type]

    with mock.patch("lossplot._formats.produce.produce", slow):
        outcome = call("hinge", "-o", "a.svg", cwd=tmp_path)
    assert (outcome.code, outcome.out) == (1, b"")
    assert "'a.svg' exists and was not made by lossplot" in outcome.err
    assert (tmp_path / "a.svg").read_text() == "mine"


@pytest.mark.parametrize("there", [None, "other"])
def test_what_appears_while_a_batch_draws_stays_unless_forced(there: str | None, tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text("[[figures]]\nlosses = 'hinge'\noutput = 'a.json'\n")
    if there:
        assert_done(call("logistic", "-o", "a.json", cwd=tmp_path), "a.json")
    real = produce.produce

    def slow(*words: object) -> dict[str, bytes]:
        (tmp_path / "a.json").write_text("mine")
        return real(*words)  # type: ignore[arg-type]

    with mock.patch("lossplot._formats.produce.produce", slow):
        outcome = call("build", "x.toml", cwd=tmp_path)
        assert (outcome.code, outcome.out) == (1, b"")
        assert "'a.json' exists and was not made by lossplot" in outcome.err
        assert (tmp_path / "a.json").read_text() == "mine"
        assert call("build", "x.toml", "--force", cwd=tmp_path).lines == ["a.json"]
    assert (tmp_path / "a.json").read_bytes() != b"mine"


def test_two_names_of_one_file_are_told_before_anything_is_drawn(tmp_path: Path) -> None:
    (tmp_path / "b.svg").symlink_to("a.png")
    assert_fails(call("hinge", "-o", "a.png", "-o", "b.svg", cwd=tmp_path), 2, "'a.png' and 'b.svg' are one file")
    assert_fails(call("hinge", "-o", "a.svg", "-o", "./a.svg", cwd=tmp_path), 2, "'a.svg' and './a.svg' are one file")


BATCH = (
    "[[figures]]\nlosses = ['{}']\nsize = '2x2'\noutput = [{}]\n[[figures]]\nlosses = ['hinge']\noutput = 'z.json'\n"
)


def test_a_batch_leaves_edited_files_alone_and_makes_the_others(tmp_path: Path) -> None:
    names = [f"a.{file_format}" for file_format in FORMATS]
    outputs = ", ".join(f"'{name}'" for name in names)
    (tmp_path / "x.toml").write_text(BATCH.format("logistic", outputs))
    assert call("build", "x.toml", "--jobs=1", cwd=tmp_path).code == 0
    edited = {name: spoil(tmp_path / name) for name in names}
    (tmp_path / "z.json").unlink()
    for loss, words in (
        ("logistic", []),
        ("logistic", ["--check"]),
        ("exponential", ["--dry-run"]),
        ("exponential", []),
    ):
        (tmp_path / "x.toml").write_text(BATCH.format(loss, outputs))
        outcome = call("build", "x.toml", "--jobs=1", *words, cwd=tmp_path)
        assert outcome.code == 1, outcome
        # A PDF with a wrong letter in its midst is ours still; one that is not may say so otherwise.
        told = [line for line in outcome.err.splitlines() if EDITED in line or "was not made by" in line]
        assert len(told) == len(names), outcome
        assert all(line.startswith("lossplot: x.toml:1: figures[0]: 'a.") for line in told)
        assert {name: (tmp_path / name).read_bytes() for name in names} == edited
        assert (tmp_path / "z.json").exists()
    assert call("build", "x.toml", "--jobs=1", "--force", cwd=tmp_path).code == 0
    assert call("build", "x.toml", "--jobs=1", "--check", cwd=tmp_path).code == 0


def test_a_batch_replaces_what_it_made_when_the_figure_changes(tmp_path: Path) -> None:
    outputs = ", ".join(f"'a.{file_format}'" for file_format in FORMATS)
    for loss in ("logistic", "exponential"):
        (tmp_path / "x.toml").write_text(BATCH.format(loss, outputs))
        outcome = call("build", "x.toml", "--jobs=1", cwd=tmp_path)
        assert outcome.code == 0, outcome
        assert {*outcome.lines} >= {f"a.{file_format}" for file_format in FORMATS}


# --- the other files of a gallery ---

COMMENTS = {"a.html": b"<!doctype html>\n<p>a</p>\n", "a.md": b"# a\n", "a.css": b"p {}\n", "a.js": b"let a;\n"}


@pytest.mark.parametrize("name", COMMENTS)
def test_an_edited_page_of_a_gallery_stays(name: str, tmp_path: Path) -> None:
    def settled(words: bytes, force: bool = False) -> str:
        data = sealed_text(making._with_comment(name, COMMENTS[name] + words), MARK)
        outcome = making.settle(name, str(tmp_path), data, True, force)
        assert outcome.status != "failed" or EDITED in outcome.message
        return outcome.status

    assert [settled(b""), settled(b""), settled(b"\n")] == ["made", "unchanged", "made"]
    whole = (tmp_path / name).read_bytes()
    for at in range(len(whole)):
        (tmp_path / name).write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert making._objection((tmp_path / name).read_bytes()), at
    for edited in (whole + b"mine\n", whole[:-1]):
        (tmp_path / name).write_bytes(edited)
        assert settled(b"\n\n") == "failed"
        assert (tmp_path / name).read_bytes() == edited
    assert settled(b"", force=True) == "made"


@pytest.mark.parametrize("words", ["# Mine\n", "# Mine\nMade by lossplot gallery; seal 0123456789abcdef\n"])
def test_a_readme_of_the_user_s_is_no_part_of_a_gallery(words: str, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(words)
    for writes in (True, False):
        assert making.settle("README.md", str(tmp_path), b"", writes, False).status == "failed"
    assert (tmp_path / "README.md").read_text() == words


@pytest.mark.nightly
def test_every_text_of_a_gallery_has_its_seal() -> None:
    from lossplot._gallery.data.figures import gallery_figures
    from lossplot._gallery.page.training_pictures import training_pictures

    made_texts = making.texts(gallery_figures(), ["svg"], trainings=training_pictures())
    assert [path for path in made_texts if path.endswith(".woff2")]
    for path, data in made_texts.items():
        if path.endswith(".woff2"):
            # A seal would break it: its name has the digest of its bytes.
            assert hashlib.sha256(data).hexdigest().startswith(path.rpartition("-")[2].removesuffix(".woff2")), path
            continue
        assert not making._objection(data), path
        if path.endswith(".json"):
            assert "Made by lossplot gallery; seal " in json.loads(data)["$comment"]
            assert making._objection(data.replace(b"}", b"} ", 1))


# --- digests of bodies ---


@every_format
def test_the_digest_of_a_body_is_that_of_all_but_the_software(file_format: str) -> None:
    whole = made(file_format)
    found = provenance.read(whole)
    assert found
    digest = provenance.body_digest(whole)
    assert digest == provenance.body_digest(whole)
    if file_format != "csv":
        source = found.mark("source").encode()
        other = provenance.sealed(whole.replace(source, source[::-1]))
        assert provenance.is_sealed(other)
        assert other != whole
        assert provenance.body_digest(other) == digest
    assert provenance.body_digest(whole[:-1]) != digest
    assert provenance.body_digest(whole + b"\n") != digest
    for at in (len(whole) // 2, len(whole) - 1):
        assert provenance.body_digest(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]) != digest


def test_a_sealed_png_is_one_to_every_reader() -> None:
    with Image.open(io.BytesIO(made("png"))) as image:
        image.verify()
        assert "; seal " in image.info["Software"]
    data, at = made("png"), 8
    while at < len(data):
        end = at + 8 + int.from_bytes(data[at : at + 4])
        assert zlib.crc32(data[at + 4 : end]) == int.from_bytes(data[end : end + 4])
        at = end + 4
