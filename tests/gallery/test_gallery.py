"""`lossplot gallery`, and that it and `build` notice when the same command draws another picture."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from support.cases import some
from support.run import Outcome, assert_fails, assert_line, call, run

from lossplot._batch.compare import compare
from lossplot._figure.drawing import Drawing
from lossplot._figure.resolve import resolve
from lossplot._figure.spec import FigureSpec
from lossplot._formats import digest as recipe
from lossplot._formats.mpl import artists
from lossplot._formats.mpl import figure as render_figure
from lossplot._formats.produce import produce
from lossplot._formats.provenance import sealed_text
from lossplot._gallery.data.figures import GalleryFigure, gallery_figures
from lossplot._gallery.data.letters import drawable_languages
from lossplot._gallery.data.trainings import CASES, Case
from lossplot._gallery.page.cards import LossCard, loss_card
from lossplot._gallery.page.markup import MARK
from lossplot._gallery.page.training_pictures import TrainingPicture, training_pictures
from lossplot._losses import LOSSES as CATALOGUE
from lossplot._losses import Loss
from lossplot._training.settings import Settings

FORMATS = ("svg", "csv", "py")
LOSSES = ("huber", "absolute")
NAMES = (*(f"losses/{name}" for name in LOSSES), "families/huber", "overlays/esl-10-5")
TRAINING = "trainings/quick"
PICTURES = {f"{name}.{each}" for name in (*NAMES, TRAINING) for each in FORMATS} | {
    f"zh/{name}.svg" for name in (*NAMES, TRAINING)
}


@cache
def trainings() -> tuple[TrainingPicture, ...]:
    settings = Settings(epochs=2, seed=0)
    return training_pictures([Case("quick", "Quick", ("hinge",), "moons", settings, "{n}: {shares}", CASES[0].numbers)])


@cache
def figures() -> tuple[GalleryFigure, ...]:
    found = tuple(figure for figure in gallery_figures() if figure.name in NAMES)
    assert len(found) == len(NAMES)
    return found


@cache
def cards() -> list[LossCard]:
    return [loss_card(CATALOGUE[name]) for name in LOSSES]


def reader_of(losses: Iterable[Loss]) -> bytes:
    """Name the losses in place of the reader of formulas, which takes longer to write than all else on a page."""
    return f"// {' '.join(loss.name for loss in losses)}\n".encode()


def have_few(patch: pytest.MonkeyPatch) -> None:
    """Have a catalogue of two losses, a family of one of them, an overlay, and a training."""
    patch.setattr("lossplot._gallery.page.page.formula_script", reader_of)
    patch.setattr("lossplot._gallery.data.figures.gallery_figures", figures)
    patch.setattr("lossplot._gallery.page.training_pictures.training_pictures", trainings)
    patch.setattr("lossplot._gallery.page.cards.gallery_cards", lambda *_: cards())


@pytest.fixture
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    have_few(monkeypatch)


@pytest.fixture
def _no_pages(_few: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have figures without pages, where only the figures are asked about."""
    monkeypatch.setattr("lossplot._gallery.page.page.page_files", lambda *_: {})


@pytest.fixture
def _family(_no_pages: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have no figure but that of a family."""
    family = [figure for figure in figures() if figure.kind == "family"]
    monkeypatch.setattr("lossplot._gallery.data.figures.gallery_figures", lambda: family)
    monkeypatch.setattr("lossplot._gallery.page.training_pictures.training_pictures", tuple)


@pytest.fixture
def _other_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if lossplot had been changed since the files were made."""
    monkeypatch.setattr(recipe, "source", lambda: "0123456789abcdef")


def gallery(folder: Path, *words: str) -> Outcome:
    formats = [word for each in FORMATS for word in ("-f", each)]
    return call("gallery", "-o", "g", "--jobs", "1", *formats, *words, cwd=folder)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with a small gallery in `g`."""
    folder = tmp_path_factory.mktemp("gallery")
    with pytest.MonkeyPatch.context() as patch:
        have_few(patch)
        outcome = gallery(folder)
    assert outcome.code == 0, outcome
    yield folder
    # No test may have changed it.
    assert snapshot_of(folder) == {line.removeprefix("g/") for line in outcome.lines}


def snapshot_of(folder: Path) -> set[str]:
    return {str(path.relative_to(folder / "g")) for path in (folder / "g").rglob("*") if path.is_file()}


def summary(outcome: Outcome) -> str:
    """The counts on the last line but any remedy, without the time."""
    counts = [line for line in outcome.err.splitlines() if " unchanged" in line and " in " in line]
    return re.sub(r" in [\d.]+ s$", "", counts[-1].removeprefix("lossplot: "))


@pytest.mark.usefixtures("_few")
def test_a_gallery_has_every_figure_and_a_page_and_is_made_once(made: Path) -> None:
    names = snapshot_of(made)
    assert names > PICTURES
    assert names > {"index.html", "overlay.html", "README.md", "gallery.json", "gallery.schema.json"}
    assert {each["name"] for each in json.loads((made / "g" / "gallery.json").read_bytes())["figures"]} == {
        *NAMES,
        TRAINING,
    }
    assert reader_of(each["loss"] for each in cards()) in (made / "g" / "assets" / "formula.js").read_bytes()
    for words in ([], ["--dry-run"]):
        outcome = gallery(made, *words)
        assert (outcome.code, outcome.out) == (0, b"")
        assert not outcome.changed
        assert f" {len(names)} unchanged" in summary(outcome)
    # Without --format a check takes those that are there.
    checked = call("gallery", "-o", "g", "--check", "--jobs", "1", cwd=made)
    assert (checked.code, checked.lines) == (0, [])
    assert summary(checked) == f"0 missing, 0 stale, {len(names)} unchanged"


@pytest.mark.slow
@pytest.mark.usefixtures("_few")
def test_a_gallery_has_every_format_unless_told_otherwise(made: Path) -> None:
    missing = call("gallery", "-o", "nothing", "--check", "--jobs", "1", cwd=made)
    assert {*missing.lines} >= {f"missing: nothing/{name}.{each}" for name in NAMES for each in ("svg", "png", "pdf")}
    all_formats = call("gallery", "-o", "g", "--dry-run", cwd=made)
    assert {*all_formats.lines} >= {f"g/{name}.{each}" for name in (*NAMES, TRAINING) for each in ("png", "pdf")}
    checked = gallery(made, "--check")
    assert (checked.code, checked.out) == (0, b"")
    assert not checked.changed


@pytest.mark.usefixtures("_few")
def test_pictures_of_a_language_are_drawn_by_its_own_command(made: Path) -> None:
    for name in (*NAMES, TRAINING):
        english, chinese = (call("info", f"g/{folder}{name}.svg", cwd=made).lines[0] for folder in ("", "zh/"))
        assert re.sub(" --lang=zh\\b", "", chinese) == english != chinese
        words = (made / "g" / "zh" / f"{name}.svg").read_text("utf-8")
        assert re.search("[\u4e00-\u9fff]", words.partition("<desc")[2].partition("</desc>")[0])


def test_languages_are_drawn_where_a_font_has_their_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lossplot._formats.mpl.fonts._best_listed", lambda characters: None)
    assert drawable_languages() == ("en",)
    monkeypatch.setattr("lossplot._formats.mpl.fonts.lacking", lambda text, families: [])
    assert drawable_languages() == ("en", "zh")


@pytest.mark.slow
@pytest.mark.usefixtures("_few")
def test_without_a_font_for_a_language_its_pages_have_english_pictures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lossplot._gallery.data.letters.drawable_languages", lambda: ("en",))
    outcome = call("gallery", "-o", "g", "-f", "svg", "--jobs", "1", "--dry-run", cwd=tmp_path)
    assert outcome.code == 0
    warning = "lossplot: warning: no installed font has the letters of zh; its pages have the English figures"
    assert outcome.err.splitlines()[0] == warning
    assert not any(line.startswith("g/zh/") and line.endswith(".svg") for line in outcome.lines)
    assert "g/zh/index.html" in outcome.lines


@pytest.mark.usefixtures("_few")
def test_a_gallery_makes_what_is_missing_or_stale_and_nothing_of_somebody_else(made: Path, tmp_path: Path) -> None:
    (tmp_path / "g").symlink_to(made / "g")
    page = made / "g" / "index.html"
    loss, before = made / "g" / "losses" / "huber.svg", page.read_bytes()
    picture = loss.read_bytes()
    try:
        page.write_bytes(sealed_text(before + b"<!-- as it was made once -->", MARK))
        loss.unlink()
        checked = gallery(tmp_path, "--check")
        assert (checked.code, checked.lines) == (1, ["missing: g/losses/huber.svg", "stale: g/index.html"])
        *_, last = checked.err.splitlines()
        assert_line(last)
        assert last == "lossplot: 2 files are not up to date; run: lossplot gallery -o g -f svg -f csv -f py"
        page.write_bytes(before + b"<!-- edited -->")
        edited = gallery(tmp_path, "--check")
        assert (edited.code, edited.lines) == (1, ["missing: g/losses/huber.svg"])
        assert "'g/index.html' was edited since lossplot made it; use --force" in edited.err
        page.write_bytes(b"<!DOCTYPE html>\nmine")
        refused = gallery(tmp_path)
        assert (refused.code, refused.lines) == (1, ["g/losses/huber.svg"])
        assert "'g/index.html' exists and was not made by lossplot gallery; use --force" in refused.err
        assert loss.read_bytes() == picture
    finally:
        page.write_bytes(before)
        loss.write_bytes(picture)


@pytest.mark.slow
@pytest.mark.usefixtures("_few")
def test_a_training_is_drawn_again_when_its_file_is_missing_or_edited(made: Path, tmp_path: Path) -> None:
    (tmp_path / "g").symlink_to(made / "g")
    picture, table = (made / "g" / f"{TRAINING}.{each}" for each in ("svg", "csv"))
    before, numbers = picture.read_bytes(), table.read_bytes()
    assert call("info", f"g/{TRAINING}.svg", cwd=tmp_path).lines == [trainings()[0].command]
    try:
        table.unlink()
        picture.write_bytes(before.replace(b"</svg>", b"<!-- mine --></svg>"))
        checked = gallery(tmp_path, "--check")
        assert (checked.code, checked.lines) == (1, [f"missing: g/{TRAINING}.csv"])
        assert f"'g/{TRAINING}.svg' was edited since lossplot made it; use --force" in checked.err
        table.write_bytes(numbers + b"hinge,training,9,1,,\n")
        assert f"'g/{TRAINING}.csv' was edited" in gallery(tmp_path).err
        table.unlink()
        assert gallery(tmp_path).lines == [f"g/{TRAINING}.csv"]
        assert table.read_bytes() == numbers
    finally:
        picture.write_bytes(before)
        table.write_bytes(numbers)


@pytest.mark.slow
@pytest.mark.usefixtures("_few", "_other_code")
def test_a_training_of_other_numbers_is_stale(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = Case("quick", "Quick", ("hinge",), "moons", Settings(epochs=3, seed=0), "{n}: {shares}", CASES[0].numbers)
    other = training_pictures([case])
    monkeypatch.setattr("lossplot._gallery.page.training_pictures.training_pictures", lambda: other)
    checked = call("gallery", "-o", "g", "-f", "svg", "--check", "--jobs", "1", cwd=made)
    assert f"stale: g/{TRAINING}.svg" in checked.lines
    assert "stale: g/families/huber.svg" not in checked.lines


def test_wrong_requests_are_one_line(tmp_path: Path) -> None:
    assert_fails(gallery(tmp_path, "-f", "jpg"), 2, "'jpg'")
    assert_fails(gallery(tmp_path, "--check", "--dry-run"), 2, "--check and --dry-run")
    assert_fails(call("gallery", "-o", "", cwd=tmp_path), 2, "output ''")


@pytest.mark.nightly
def test_the_whole_gallery_is_made_and_is_then_up_to_date(tmp_path: Path) -> None:
    outcome = run("gallery", "-o", "g", "-f", "svg", cwd=tmp_path)
    assert outcome.code == 0, outcome.err
    names = snapshot_of(tmp_path)
    assert {f"g/{name}" for name in names} == {*outcome.lines}
    assert names > {f"{figure.name}.svg" for figure in gallery_figures()}
    assert names > {f"trainings/{case.name}.svg" for case in CASES}
    # Two losses that are one curve have the same card.
    drawn = [name for name in names if name.endswith(".svg") and not name.startswith("cards/")]
    assert len({(tmp_path / "g" / name).read_bytes() for name in drawn}) == len(drawn)
    checked = run("gallery", "-o", "g", "-f", "svg", "--check", cwd=tmp_path)
    assert (checked.code, checked.out) == (0, b"")
    assert summary(checked) == f"0 missing, 0 stale, {len(names)} unchanged"


# --- the same command, another picture ---

Fault = Callable[[pytest.MonkeyPatch], None]


def drawing_of(change: Callable[[Line2D], object]) -> Fault:
    """A fault of how a curve is drawn."""

    def patch(monkeypatch: pytest.MonkeyPatch) -> None:
        real: Callable[..., Line2D] = artists._line

        def faulty(*arguments: Any, **options: Any) -> Line2D:
            line = real(*arguments, **options)
            if line.get_gid():
                change(line)
            return line

        monkeypatch.setattr(artists, "_line", faulty)

    return patch


def plan_of(change: Callable[[Drawing], Drawing]) -> Fault:
    """A fault of what is to be drawn where."""

    def patch(monkeypatch: pytest.MonkeyPatch) -> None:
        real: Callable[..., Drawing] = vars(render_figure)["plan"]
        monkeypatch.setattr(render_figure, "plan", lambda *arguments: change(real(*arguments)))

    return patch


def renderer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have matplotlib draw the grid over the curves."""
    real: Callable[..., Figure] = vars(render_figure)["draw"]

    def faulty(*arguments: Any) -> Figure:
        figure = real(*arguments)
        for axes in figure.axes:
            axes.set_axisbelow(False)
        return figure

    monkeypatch.setattr(render_figure, "draw", faulty)


def nudged(drawing: Drawing) -> Drawing:
    """`drawing` with its names a hundredth of an inch, less than a point, to the right."""
    return replace(drawing, texts=tuple(replace(text, x=text.x + 0.01) for text in drawing.texts))


FAULTS: dict[str, Fault] = {
    "colour": drawing_of(lambda line: line.set_color("#1d4bb7")),
    "width": drawing_of(lambda line: line.set_linewidth(line.get_linewidth() * 1.1)),
    "dash": drawing_of(lambda line: line.set_dashes((4, 1))),
    "layer": drawing_of(lambda line: line.set_zorder(0.5)),
    "shape": drawing_of(lambda line: line.set_solid_capstyle("round")),
    "place": plan_of(nudged),
    "order": plan_of(lambda drawing: replace(drawing, frames=tuple(map(backwards, drawing.frames)))),
    "renderer": renderer,
}


def backwards(frame: Any) -> Any:
    """A frame whose curves lie over one another the other way round."""
    return replace(frame, lines=tuple(reversed(frame.lines)))


@pytest.mark.slow
@pytest.mark.usefixtures("_few", "_other_code")
def test_other_code_that_draws_the_same_makes_nothing_stale(made: Path) -> None:
    checked = gallery(made, "--check")
    assert (checked.code, checked.lines) == (0, [])
    assert "warning" not in checked.err


@pytest.mark.usefixtures("_family", "_other_code")
@pytest.mark.parametrize("fault", some(("colour", "place"), among=2))
def test_a_fault_of_drawing_makes_a_gallery_stale(made: Path, fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    FAULTS[fault](monkeypatch)
    checked = call("gallery", "-o", "g", "-f", "svg", "--check", "--jobs", "1", cwd=made)
    assert checked.code == 1
    assert "stale: g/families/huber.svg" in checked.lines


@pytest.mark.usefixtures("_no_pages")
def test_of_figures_that_say_they_were_drawn_by_this_code_a_check_draws_some(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lossplot._cli.gallery._SAMPLE", 4)
    words = ("gallery", "-o", "g", "-f", "svg", "--jobs", "1")
    assert call(*words, "--check", cwd=made).code == 0
    FAULTS["colour"](monkeypatch)
    checked = call(*words, "--check", cwd=made)
    assert checked.code == 1
    file_count = len([path for path in PICTURES if path.endswith(".svg")])
    assert 1 <= len([line for line in checked.lines if line.startswith("stale: ")]) <= file_count / 4 + 1
    # Only a check draws what needs no drawing.
    assert call(*words, "--dry-run", cwd=made).lines == []


STILL = ("svg", "png", "pdf")
SPEC = FigureSpec(("huber:delta=0.5,1,2",), size=(3.0, 2.0), dpi=72.0, labels="direct")


@cache
def usual() -> dict[str, bytes]:
    return produce(resolve(SPEC), STILL)


@pytest.mark.slow
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_drawing_shows_in_every_format(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = usual()
    FAULTS[fault](monkeypatch)
    after = produce(resolve(SPEC), STILL)
    assert {each: compare(before[each], after[each]) for each in STILL} == dict.fromkeys(STILL, "other")


@pytest.mark.usefixtures("_other_code")
def test_a_fault_of_drawing_makes_a_batch_stale_and_is_drawn_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ["a.svg", "a.png", "a.pdf", "a.py", "a.json"]
    (tmp_path / "x.toml").write_text(f"[[figures]]\nlosses = 'huber'\noutput = {names}\nsize = '2x2'\ndpi = 50\n")
    words = ("build", "x.toml", "--jobs", "1")
    with monkeypatch.context() as patch:
        patch.setattr(recipe, "source", lambda: "f" * 16)
        assert sorted(call(*words, cwd=tmp_path).lines) == sorted(names)
    assert call(*words, "--check", cwd=tmp_path).code == 0
    FAULTS["colour"](monkeypatch)
    # What other programs draw is not drawn by this one.
    drawn = ["a.pdf", "a.png", "a.svg"]
    assert sorted(call(*words, "--check", cwd=tmp_path).lines) == [f"stale: {name}" for name in drawn]
    outcome = call(*words, cwd=tmp_path)
    assert sorted(outcome.lines) == drawn
    assert outcome.changed == {*drawn}
    assert "0 stale" in call(*words, "--check", cwd=tmp_path).err


# --- versions ---


def by_another_matplotlib(data: bytes) -> bytes:
    found = re.search(rb"matplotlib ([\d.]+)", data)
    assert found
    return data.replace(found[0], b"matplotlib " + b"9" * len(found[1]))


@pytest.mark.parametrize("fault", some(sorted({*FAULTS} - {"place"}), among=2))
def test_an_svg_by_another_matplotlib_is_compared_in_all_but_its_letters(
    fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    svg = usual()["svg"]
    theirs = by_another_matplotlib(svg)
    glyphs = re.sub(rb"(Inter-Regular-)([0-9a-f]+)", rb"\g<1>f\2", theirs)
    assert glyphs != theirs
    assert compare(glyphs, svg) == "same"
    FAULTS[fault](monkeypatch)
    [faulty] = produce(resolve(SPEC), ["svg"]).values()
    assert compare(glyphs, faulty) == "other"


def test_what_another_matplotlib_drew_is_compared_by_its_curves_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.toml").write_text("[[figures]]\nlosses = 'hinge'\noutput = ['a.pdf', 'a.svg']\n")
    assert call("build", "x.toml", cwd=tmp_path).code == 0
    monkeypatch.setattr(recipe, "source", lambda: "0123456789abcdef")
    monkeypatch.setattr("lossplot._formats.mpl.backend.VERSION", "9.9.9")
    outcome = call("build", "x.toml", "--check", cwd=tmp_path)
    assert (outcome.code, outcome.out) == (0, b"")
    warning, counts = outcome.err.splitlines()
    assert_line(warning)
    assert "another matplotlib drew 1 of the unchanged files, so that only their curves were compared" in warning
    assert "0 missing, 0 stale, 2 unchanged" in counts


def test_another_processor_writes_the_last_digits_otherwise() -> None:
    svg = usual()["svg"]
    assert compare(re.sub(rb"(\d\d\.\d\d)5(?=[ \"L])", rb"\g<1>6", svg), svg) == "same"
    assert compare(re.sub(rb"(\.\d)5(?=[ \"L])", rb"\g<1>6", svg), svg) == "other"


@pytest.mark.parametrize("level", [0, 9])
def test_another_compressor_writes_the_same_picture_in_other_bytes(level: int) -> None:
    png = usual()["png"]
    with Image.open(io.BytesIO(png)) as picture:
        words = PngInfo()
        for name, said in picture.info.items():
            if name != "dpi":
                words.add_itxt(str(name), str(said))
        buffer = io.BytesIO()
        picture.save(buffer, "png", pnginfo=words, compress_level=level)
    assert buffer.getvalue() != png
    assert compare(buffer.getvalue(), png) == "same"
