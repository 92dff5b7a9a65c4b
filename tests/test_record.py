"""The record of output and files: it is reproducible, uses every option, and finds differences."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
import record
from recording import commands, figures, normal
from recording.entry import Entry
from support.run import call

# Some entries of every kind: files of each format, texts, messages, batches, a terminal.
SAMPLE = (
    *(
        "list/json",
        "losses/huber/show-json",
        "losses/huber/drawn",
        "losses/tukey-biweight/alt-zh",
        "losses/focal/show-torch",
        "losses/ramp/table-json",
    ),
    *("losses/logistic/invert-text", "losses/quantile/python", "losses/hinge/names", "list/convex-csv", "help/plot"),
    *("figures/000-margin", "figures/024-moving", "info/png", "info/webp", "info/pdf", "info/in-the-way"),
    *("terminal/00", "terminal/kitty-0", "properties/proper", "python/errors", "wrong/build-key", "batch/made-by-two"),
)


@pytest.fixture
def _entries_once(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """What decides the entries is asked in this process, which computes the card of each loss once."""
    folder = tmp_path_factory.mktemp("entries")

    def ask(entry: Entry) -> str:
        [words] = entry.commands
        assert isinstance(words, list)
        return call(*words, cwd=folder).text

    once = commands.entries(ask)

    def entries(answer: Callable[[Entry], str]) -> list[Entry]:
        assert answer(commands.CATALOGUE) == ask(commands.CATALOGUE)
        return once

    monkeypatch.setattr(commands, "entries", entries)


@pytest.mark.nightly
@pytest.mark.long
@pytest.mark.usefixtures("_entries_once")
def test_the_record_is_the_same_in_any_order_and_process(tmp_path: Path) -> None:
    def sample(entries: list[Entry]) -> list[Entry]:
        result = [entry for entry in entries if entry.name in SAMPLE]
        assert {entry.name for entry in result} == {*SAMPLE}
        return result

    def backwards(entries: list[Entry]) -> list[Entry]:
        return [replace(entry, slow=not entry.slow) for entry in reversed(sample(entries))]

    first, second = tmp_path / "first", tmp_path / "second"
    assert record.make(sys.executable, first, 2, sample) == len(SAMPLE)
    assert record.make(sys.executable, second, 1, backwards) == len(SAMPLE)
    assert [*record.differences(record.read(first), record.read(second))] == []
    text = (first / "losses/huber/drawn.txt").read_text("utf-8")
    assert text.splitlines()[1:] == [
        *("exit 0", "| huber.svg", "| huber.json", "| huber.csv", "| huber.py", "| huber.tex"),
        *("left: huber.csv", "left: huber.json", "left: huber.py", "left: huber.svg", "left: huber.tex"),
    ]


def test_random_figures_use_every_option_alone_and_with_others() -> None:
    entries = figures.figures()
    assert len({entry.name for entry in entries}) == 260
    assert entries == figures.figures()
    with pytest.raises(ValueError, match="--grid is used by 0 figures alone and 0 with other options"):
        figures.check(entries, (*figures.OPTIONS, "grid"))
    first = next(iter(figures.OPTIONS))
    without = [entry for entry in entries if f"--{first}" not in entry.commands[0]]
    with pytest.raises(ValueError, match=f"--{first} is used by 0 figures"):
        figures.check(without, figures.OPTIONS)


def test_an_option_of_the_command_that_no_figure_has_is_told() -> None:
    usage = "Options:\n  -d, --derivative     Also.\n      --not-this\n  --grid GROUP  Several.\n  -h, --help  Show.\n"
    assert figures.drawing_options(usage) == {"derivative", "grid"}


def save(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    (folder / "versions.json").write_text(json.dumps(dict.fromkeys(record.DECISIVE, "1")), "utf-8")
    return folder


FILES = {
    "losses/hinge/a.svg": "one\ntwo\nthree\n",
    "wrong/x.txt": "! no\n",
    "pictures/a.png": "1",
    "chinese/a.txt": "1",
}


def test_what_differs_is_named_with_its_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = record.read(save(tmp_path / "old", FILES))
    assert record.compare(old, old) == 0
    files = {**FILES, "losses/hinge/a.svg": "one\ntwp\nthree\n", "wrong/y.txt": "", "pictures/a.png": "2"}
    del files["wrong/x.txt"]
    new = record.read(save(tmp_path / "new", files))
    capsys.readouterr()
    assert record.compare(old, new) == 1
    assert capsys.readouterr().out.splitlines() == [
        *("differs  losses/hinge/a.svg", "    @@ -1,3 +1,3 @@", "     one", "    -two", "    +twp", "     three"),
        *("missing  wrong/x.txt", "extra    wrong/y.txt", "3 of 4 differ"),
    ]


def test_digests_stand_for_a_folder(tmp_path: Path) -> None:
    old = record.read(save(tmp_path / "old", FILES))
    (tmp_path / "record.txt").write_text(record.digest_text(old), "utf-8")
    copy = record.read(tmp_path / "record.txt")
    assert (copy.digests, copy.header) == (old.digests, old.header)
    assert [*record.differences(copy, old)] == []
    new = record.read(save(tmp_path / "new", {**FILES, "wrong/x.txt": "! nO\n"}))
    assert [*record.differences(copy, new)] == ["differs  wrong/x.txt"]


def test_without_a_chinese_font_what_needs_one_is_not_compared(tmp_path: Path) -> None:
    old = record.read(save(tmp_path / "old", FILES))
    new = record.read(save(tmp_path / "new", {name: text for name, text in FILES.items() if "chinese" not in name}))
    assert [*record.differences(old, new)] == []
    other = record.read(save(tmp_path / "changed", {**FILES, "chinese/a.txt": "2"}))
    assert len([*record.differences(old, other)]) == 1


@pytest.mark.parametrize(
    "line",
    [
        "# Made by lossplot 0.1.0 (matplotlib 3.11.2; figure 786a8287474e676b; source 26a9297a9a8dfb95): lossplot a",
        "# Made by lossplot 2.0.0rc1+local (figure 0; source 1; body 2): lossplot a",
        "# Made by lossplot 1.0: lossplot a",
    ],
)
def test_versions_and_their_digests_do_not_count(line: str) -> None:
    assert normal.text(line.encode(), "/none") == b"# Made by lossplot VERSION: lossplot a"


def test_nothing_else_of_a_text_is_taken_away() -> None:
    data = b'lossplot: 3 made in 0.52 m\n{"version": "1"} /tmp/b 786a8287474e676b lossplot hinge 0.5 (matplotlib)\n'
    assert normal.text(data, "/tmp/a") == data
    assert (
        normal.text(b"lossplot: 1 made in 12.5 s\n in /tmp/a/x\n", "/tmp/a")
        == b"lossplot: 1 made in T s\n in FOLDER/x\n"
    )


def test_of_a_picture_the_pixels_count(tmp_path: Path) -> None:
    from PIL import Image, PngImagePlugin

    random = Random(1)
    image = Image.frombytes("RGB", (9, 7), bytes(int(256 * random.random()) for _ in range(189)))
    info = PngImagePlugin.PngInfo()
    info.add_text("Software", "lossplot 9.9")
    image.save(tmp_path / "a.png", pnginfo=info, compress_level=1)
    image.save(tmp_path / "b.png", compress_level=9)
    image.putpixel((3, 3), (0, 0, 10))
    image.save(tmp_path / "c.png")
    pictures = [normal.picture((tmp_path / f"{name}.png").read_bytes()) for name in "abc"]
    assert pictures[0] == pictures[1] != pictures[2]
    assert pictures[0].startswith("PNG 9 x 7 ")
    assert normal.picture(b"<svg/>") == ""
