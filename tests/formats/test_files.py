"""A path holds all of the new bytes or exactly the old ones, and nothing else appears beside it."""

from __future__ import annotations

import errno
import io
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from matplotlib.figure import Figure
from support.faults import Faults, When
from support.run import TIMEOUT, clean_environment

from lossplot._errors import LossplotError
from lossplot._figure.resolve import resolve
from lossplot._figure.spec import FigureSpec
from lossplot._formats import files, inputs, provenance
from lossplot._formats.produce import produce

OLD, NEW = b"old" * 1000, b"new" * 2000
CALLS = ("open", "write", "fsync", "chmod", "close", "replace")
ROOT = os.geteuid() == 0
needs_permissions = pytest.mark.skipif(ROOT, reason="root may write everywhere")


def write_in_pieces(patch: pytest.MonkeyPatch, size: int) -> None:
    """Let each `os.write` take at most `size` bytes, as the kernel may."""
    real = os.write

    def short(descriptor: int, data: Any) -> int:
        return real(descriptor, bytes(data[:size]))

    patch.setattr(os, "write", short)


@pytest.fixture(params=["present", "absent"])
def target(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("figure.png")
    if request.param == "present":
        path.write_bytes(OLD)
    return path


def state(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def assert_whole(path: Path, before: bytes | None) -> None:
    """`path` holds what it held before or all that is new, and is alone in its folder."""
    assert state(path) in (before, NEW)
    assert os.listdir(path.parent) == [path.name] * path.exists()


# --- faults ---


@pytest.mark.parametrize(
    "code", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EXDEV, errno.EPERM], ids=errno.errorcode.get
)
@pytest.mark.parametrize("call", CALLS)
def test_a_failing_call_leaves_what_was_there_and_is_told_in_the_system_s_words(
    target: Path, call: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(target)
    with monkeypatch.context() as patch:
        faults = Faults(patch, call, OSError(code, os.strerror(code)))
        with pytest.raises(LossplotError) as error:
            files.write(str(target), NEW)
    assert faults.hits
    assert state(target) == before
    assert_whole(target, before)
    assert os.strerror(code) in str(error.value)
    assert "cannot write 'figure.png'" in str(error.value)
    assert ".tmp" not in str(error.value)
    assert error.value.exit_code == 1


@pytest.mark.parametrize("call", ["write", "fsync", "chmod", "replace"])
def test_a_call_that_fails_after_it_took_place_leaves_one_whole_file(
    target: Path, call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(target)
    with monkeypatch.context() as patch:
        Faults(patch, call, OSError(errno.EIO, "Input/output error"), when="after")
        with pytest.raises(LossplotError, match="Input/output error"):
            files.write(str(target), NEW)
    assert_whole(target, before)


@pytest.mark.parametrize("at", [1, 2, 3, 6], ids="write-{}".format)
def test_a_disk_that_fills_up_after_some_writes_leaves_what_was_there(
    target: Path, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(target)
    with monkeypatch.context() as patch:
        write_in_pieces(patch, 1000)
        faults = Faults(patch, "write", OSError(errno.ENOSPC, "No space left on device"), at)
        with pytest.raises(LossplotError, match="No space left on device"):
            files.write(str(target), NEW)
    assert faults.hits == at
    assert state(target) == before
    assert_whole(target, before)


@pytest.mark.parametrize("size", [1, 999, 4096])
def test_short_writes_are_continued(target: Path, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        write_in_pieces(patch, size)
        files.write(str(target), NEW)
    assert state(target) == NEW


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, SystemExit, MemoryError])
@pytest.mark.parametrize(
    ("call", "when"),
    [(call, "before") for call in CALLS] + [(call, "after") for call in ("write", "fsync", "chmod", "replace")],
)
def test_an_interruption_passes_and_leaves_one_whole_file(
    target: Path,
    call: str,
    when: When,
    interruption: type[BaseException],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = state(target)
    with monkeypatch.context() as patch:
        faults = Faults(patch, call, interruption(), when=when)
        with pytest.raises(interruption):
            files.write(str(target), NEW)
    assert faults.hits
    assert_whole(target, before)


KILLED = """
import os, signal, sys
from lossplot._formats import files, inputs, provenance
call, path = sys.argv[1:]
setattr(os, call, lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL))
files.write(path, b"new" * 2000)
"""


@pytest.mark.parametrize("call", ["write", "fsync", "chmod", "close", "replace"])
def test_a_killed_process_leaves_the_old_file_and_at_most_one_temporary(tmp_path: Path, call: str) -> None:
    path = tmp_path / "figure.png"
    path.write_bytes(OLD)
    done = subprocess.run([sys.executable, "-c", KILLED, call, path], env=clean_environment(), check=False)
    assert done.returncode == -9
    assert path.read_bytes() == OLD
    beside = [name for name in os.listdir(tmp_path) if name != path.name]
    assert len(beside) <= 1
    assert all(name.startswith(".lossplot-") and name.endswith(".tmp") for name in beside)


WRITER = """
import sys
from lossplot._formats import files, inputs, provenance
for _ in range(150):
    files.write(sys.argv[1], sys.argv[2].encode() * 200_000)
"""


@pytest.mark.slow
def test_who_reads_while_two_write_sees_one_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "figure.png"
    whole = {letter * 200_000 for letter in (b"a", b"b")}
    path.write_bytes(b"a" * 200_000)
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, path, letter], env=clean_environment()) for letter in "ab"
    ]
    contents = set()
    while any(writer.poll() is None for writer in writers):
        contents.add(path.read_bytes())
    assert [writer.wait(TIMEOUT) for writer in writers] == [0, 0]
    assert contents <= whole
    assert os.listdir(tmp_path) == [path.name]


# --- links, modes, names ---


def test_a_file_appears_with_the_mode_that_the_umask_gives(tmp_path: Path) -> None:
    path = tmp_path / "figure.png"
    mask = os.umask(0o027)
    try:
        files.write(str(path), NEW)
        assert os.umask(0o027) == 0o027
    finally:
        os.umask(mask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755], ids=oct)
def test_a_file_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "figure.png"
    path.write_bytes(OLD)
    path.chmod(mode)
    files.write(str(path), NEW)
    assert (stat.S_IMODE(path.stat().st_mode), path.read_bytes()) == (mode, NEW)


def relative_link(folder: Path) -> Path:
    return Path("..") / "elsewhere" / "real.png"


def absolute_link(folder: Path) -> Path:
    return folder / "elsewhere" / "real.png"


@pytest.mark.parametrize("where", [relative_link, absolute_link])
@pytest.mark.parametrize("dangling", [False, True], ids=["to-a-file", "dangling"])
def test_a_link_is_written_through_and_stays_one(tmp_path: Path, where: Callable[[Path], Path], dangling: bool) -> None:
    here, elsewhere = tmp_path / "here", tmp_path / "elsewhere"
    here.mkdir()
    elsewhere.mkdir()
    if not dangling:
        (elsewhere / "real.png").write_bytes(OLD)
    link = here / "figure.png"
    link.symlink_to(where(tmp_path))
    files.check_target(str(link), force=True)
    files.write(str(link), NEW)
    assert link.readlink() == where(tmp_path)
    assert (elsewhere / "real.png").read_bytes() == NEW
    assert os.listdir(here) == ["figure.png"]
    assert os.listdir(elsewhere) == ["real.png"]


def test_a_hard_link_s_other_name_keeps_the_old_bytes(tmp_path: Path) -> None:
    path, other = tmp_path / "figure.png", tmp_path / "other.png"
    path.write_bytes(OLD)
    other.hardlink_to(path)
    files.write(str(path), NEW)
    assert (path.read_bytes(), other.read_bytes()) == (NEW, OLD)


def refusal(path: Path | str, *, force: bool = True) -> str:
    """Why `path` cannot be written: it is refused without being touched."""
    with pytest.raises(LossplotError) as error:
        files.check_target(str(path), force)
    assert error.value.exit_code == 1
    return str(error.value)


def test_a_loop_of_links_is_refused(tmp_path: Path) -> None:
    one, two = tmp_path / "one.png", tmp_path / "two.png"
    one.symlink_to(two)
    two.symlink_to(one)
    assert "Too many levels of symbolic links" in refusal(one)
    with pytest.raises(LossplotError, match="Too many levels of symbolic links"):
        files.write(str(one), NEW)
    assert one.readlink() == two
    assert two.readlink() == one


def test_a_directory_is_refused(tmp_path: Path) -> None:
    assert "it is a directory" in refusal(tmp_path)
    assert "it is a directory" in refusal(f"{tmp_path}/")


def test_a_missing_directory_is_told(tmp_path: Path) -> None:
    assert "there is no directory" in refusal(tmp_path / "no" / "figure.png")


def test_a_file_is_no_directory(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "cannot write" in refusal(tmp_path / "file" / "figure.png")


def test_a_read_only_file_is_refused_although_it_could_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / "figure.png"
    path.write_bytes(OLD)
    path.chmod(0o444)
    assert "it is read-only" in refusal(path)
    assert path.read_bytes() == OLD


@needs_permissions
def test_a_read_only_directory_is_refused_although_the_file_could_be_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "figure.png"
    path.write_bytes(OLD)
    tmp_path.chmod(0o555)
    try:
        assert "cannot write in directory" in refusal(path)
    finally:
        tmp_path.chmod(0o755)


@needs_permissions
def test_a_file_that_cannot_be_read_is_not_known_to_be_ours(tmp_path: Path) -> None:
    path = tmp_path / "figure.png"
    path.write_bytes(OLD)
    path.chmod(0o222)
    assert "Permission denied" in refusal(path, force=False)


@pytest.mark.parametrize("file_exists", [True, False], ids=["present", "absent"])
def test_a_directory_that_may_not_be_written_is_refused(
    tmp_path: Path, file_exists: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "figure.png"
    if file_exists:
        path.write_bytes(OLD)
    monkeypatch.setattr(os, "access", lambda asked, _mode, **_: str(asked) != str(tmp_path))
    assert "cannot write in directory" in refusal(path)


def test_a_name_of_255_bytes_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("\u00e9" * 125 + "a.png")
    assert len(os.fsencode(path.name)) == 255
    files.check_target(str(path), force=False)
    files.write(str(path), NEW)
    assert path.read_bytes() == NEW
    assert os.listdir(tmp_path) == [path.name]


def test_a_longer_name_is_refused_before_any_work(tmp_path: Path) -> None:
    assert "File name too long" in refusal(tmp_path / ("a" * 296 + ".png"))


@pytest.mark.parametrize("name", [b"a\nb.png", b"\xff.png", b" .png", b"-.png"], ids=repr)
def test_any_legal_name_is_written(tmp_path: Path, name: bytes) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/" + name)
    files.check_target(path, force=False)
    files.write(path, NEW)
    assert os.listdir(os.fsencode(tmp_path)) == [name]


def test_a_pipe_is_written_directly_and_stays_one(tmp_path: Path) -> None:
    path = tmp_path / "pipe.png"
    os.mkfifo(path)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(path.read_bytes()))
    reader.start()
    files.check_target(str(path), force=False)
    files.write(str(path), NEW)
    reader.join(TIMEOUT)
    assert read == [NEW]
    assert stat.S_ISFIFO(path.stat().st_mode)
    assert os.listdir(tmp_path) == ["pipe.png"]


@pytest.mark.parametrize("device", ["/dev/null", "/dev/full"])
def test_a_device_is_written_directly_and_stays_one(device: str) -> None:
    files.check_target(device, force=False)
    if device == "/dev/full":
        with pytest.raises(LossplotError, match="No space left on device"):
            files.write(device, NEW)
    else:
        files.write(device, NEW)
    assert stat.S_ISCHR(os.stat(device).st_mode)


# --- whose file it is ---

PICTURES = ("png", "svg", "pdf")


@pytest.fixture(scope="module")
def ours() -> dict[str, bytes]:
    return produce(resolve(FigureSpec(("huber:delta=2",), title="\u03b4 (b) \\ c")), PICTURES)


def by_matplotlib(file_format: str, title: str | None) -> bytes:
    """A file by plain matplotlib, which may pretend in its title."""
    buffer = io.BytesIO()
    Figure(figsize=(1, 1)).savefig(buffer, format=file_format, metadata={"Title": title} if title else {})
    return buffer.getvalue()


PRETENCES = [None, "lossplot 1", "Software\tlossplot 1", "/Creator (lossplot 1", "<dc:creator>lossplot 1"]


@pytest.mark.parametrize("file_format", PICTURES)
def test_a_file_of_ours_is_known_and_may_be_replaced(ours: dict[str, bytes], file_format: str, tmp_path: Path) -> None:
    path = tmp_path / "figure"
    path.write_bytes(ours[file_format])
    assert provenance.read(ours[file_format]) is not None
    files.check_target(str(path), force=False)
    assert os.listdir(tmp_path) == ["figure"]


def assert_foreign(data: bytes, path: Path) -> None:
    path.write_bytes(data)
    assert provenance.read(data) is None
    assert "was not made by lossplot; use --force" in refusal(path, force=False)
    files.check_target(str(path), force=True)
    assert path.read_bytes() == data


@pytest.mark.parametrize("title", PRETENCES)
@pytest.mark.parametrize("file_format", PICTURES)
def test_a_figure_by_plain_matplotlib_is_not_ours(file_format: str, title: str | None, tmp_path: Path) -> None:
    assert_foreign(by_matplotlib(file_format, title), tmp_path / "figure")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"lossplot 1\n",
        b"<?xml version='1.0'?><svg><!-- lossplot 1 --></svg>",
        b"\x89PNG\r\n\x1a\n",
        b"x\x89PNG\r\n\x1a\ntEXtSoftware\0lossplot 1",
    ],
    ids=["empty", "text", "svg", "png", "not-at-the-start"],
)
def test_a_file_of_somebody_else_is_refused_unless_forced(data: bytes, tmp_path: Path) -> None:
    assert_foreign(data, tmp_path / "figure")


def inside_a_paper(pdf: bytes) -> bytes:
    return b"%PDF-1.4\n" + pdf + b"startxref\n9\n%%EOF\n"


def inside_a_drawing(svg: bytes) -> bytes:
    return b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'>" + svg[svg.index(b"<svg") :] + b"</svg>"


def texts_at_the_end(png: bytes) -> bytes:
    """Another picture, by a program that has kept the texts of ours."""
    texts, end = png[png.index(b"tEXt") - 4 : png.index(b"IDAT") - 4], png[-12:]
    return by_matplotlib("png", None)[:-12] + texts + end


@pytest.mark.parametrize(
    ("file_format", "put"), [("pdf", inside_a_paper), ("svg", inside_a_drawing), ("png", texts_at_the_end)]
)
def test_what_somebody_put_a_figure_of_ours_into_is_not_ours(
    ours: dict[str, bytes], file_format: str, put: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    assert_foreign(put(ours[file_format]), tmp_path / "figure")


def test_a_file_larger_than_any_figure_is_not_even_read(
    ours: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "figure.png"
    path.write_bytes(ours["png"])
    monkeypatch.setattr(inputs, "LARGEST_FIGURE", len(ours["png"]))
    files.check_target(str(path), force=False)
    assert inputs.read_figure(str(path)) == ours["png"]
    monkeypatch.setattr(inputs, "LARGEST_FIGURE", len(ours["png"]) - 1)
    assert "was not made by lossplot; use --force" in refusal(path, force=False)
    with pytest.raises(LossplotError, match="too large"):
        inputs.read_figure(str(path))


def test_what_a_killed_write_left_is_removed_after_ten_minutes_and_nothing_else(tmp_path: Path) -> None:
    now = 1_000_000_000.0
    ages = {".lossplot-a.tmp": 601.0, ".lossplot-b.tmp": 599.0, "lossplot-c.tmp": 9e5, ".lossplot-d": 9e5, "e.svg": 9e5}
    for name, age in ages.items():
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (now - age, now - age))
    with mock.patch("lossplot._formats.files.time.time", return_value=now):
        files.remove_leftovers(str(tmp_path))
    assert {path.name for path in tmp_path.iterdir()} == {*ages} - {".lossplot-a.tmp"}
    files.remove_leftovers(str(tmp_path / "absent"))
