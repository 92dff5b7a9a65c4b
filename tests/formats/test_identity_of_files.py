"""Which paths are one file, and which lie in a folder: by what they lead to, and not by how they are spelt."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support.cases import every

from lossplot._errors import RequestError
from lossplot._formats.files import descriptor_of
from lossplot._formats.letters import math_settings, public_names
from lossplot._formats.names import format_of, numbered
from lossplot._formats.places import is_below, place_of


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder `out` with `a.svg` and a link to it, beside `out2`, a link to `out` and one out of it."""
    for name in ("out/in", "out2"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("out/a.svg", "out2/a.svg"):
        (tmp_path / name).touch()
    (tmp_path / "out/link.svg").symlink_to("a.svg")
    (tmp_path / "out/away.svg").symlink_to("../out2/a.svg")
    (tmp_path / "same").symlink_to("out")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_is_below_a_folder_is_in_it_with_all_links_followed(folder: Path) -> None:
    inside = ("out", "out/a.svg", "out/new.svg", "out/in/new/b.svg", "out/../out/a.svg", "same/a.svg", "out/link.svg")
    outside = ("out2", "out2/a.svg", "out2/new.svg", "out/../out2/b.svg", "out/away.svg", "ou", ".", "..", "/")
    for base in ("out", "same", "out/", str(folder / "out")):
        assert [path for path in (*inside, *outside) if is_below(path, base)] == [*inside]
    assert is_below("out2/a.svg", ".")
    assert is_below("/etc", "/")


def test_paths_of_one_file_are_one_place_before_it_exists_too(folder: Path) -> None:
    alike = (
        ("out/a.svg", "same/a.svg", "out/link.svg", "out/../out/a.svg", str(folder / "out/a.svg")),
        ("out/new.svg", "same/new.svg", "out/in/../new.svg"),
        ("out/x/new.svg", "same/x/new.svg"),
        ("out2/a.svg", "out/away.svg"),
        ("out2/new.svg",),
        ("out/in/new.svg",),
        ("out/x/y/new.svg",),
        ("out/y/x/new.svg",),
        # An accent that is a letter of its own, and one that is none.
        ("out/\u00e9.svg", "out/e\u0301.svg"),
        ("out/e.svg",),
    )
    places = [{place_of(path) for path in paths} for paths in alike]
    assert [len(each) for each in places] == [1] * len(alike)
    assert len(set.union(*places)) == len(alike)


def test_a_hard_link_is_the_file_and_a_device_is_any_number_of_files(folder: Path) -> None:
    os.link(folder / "out/a.svg", folder / "out2/hard.svg")
    assert place_of("out2/hard.svg") == place_of("out/a.svg")
    assert place_of("/dev/null") == place_of("/dev/null")
    (folder / "null").symlink_to("/dev/null")
    assert place_of("null") != place_of("/dev/null")


def test_a_path_leads_to_a_descriptor_through_links_and_a_number_is_a_name(folder: Path) -> None:
    (folder / "seven").symlink_to("/dev/fd/7")
    (folder / "again").symlink_to("seven")
    (folder / "loop").symlink_to("loop")
    (folder / "9").touch()
    paths = ("/dev/fd/5", f"/proc/{os.getpid()}/fd/12", "/dev/stdout", "seven", "again")
    assert [descriptor_of(path) for path in paths] == [5, 12, 1, 7, 7]
    for path in ("5", "9", "out/5", str(folder / "9"), "/dev/fd/x", "/dev/fd", "/dev/null", "loop", "out/a.svg"):
        assert descriptor_of(path) is None, path


def test_formulas_are_in_the_letters_of_the_words_beside_them() -> None:
    assert math_settings("STIXGeneral") == {"mathtext.fontset": "stix"}
    for family in ("DejaVu Sans", "Lossplot Inter"):
        assert math_settings(family, "Inter") == {
            "mathtext.fontset": "custom",
            "mathtext.fallback": "stixsans",
            "mathtext.rm": "Inter",
            "mathtext.sf": "Inter",
            "mathtext.it": "Inter:italic",
            "mathtext.cal": "Inter:italic",
            "mathtext.bf": "Inter:weight=500",
            "mathtext.bfit": "Inter:italic",
            "mathtext.tt": "DejaVu Sans Mono",
        }
    assert math_settings("DejaVu Sans")["mathtext.rm"] == "Lossplot Inter"
    assert public_names(["Lossplot Inter", "DejaVu Sans"]) == ["Inter", "DejaVu Sans"]


@every(
    ("path", "file_format"),
    [
        ("a.png", "png"),
        ("a.PNG", "png"),
        ("a.b/c.d.Svg", "svg"),
        ("x,y.pdf", "pdf"),
        ("a.svg,b", None),
        ("a.svg,b.PDF", None),
        ("a.SVG,b.pdf,c.PnG", None),
        ("png", None),
        (".png", None),
        ("a.jpg", None),
        ("a.png/", None),
    ],
)
def test_the_end_of_a_path_tells_its_format_in_any_case(path: str, file_format: str | None) -> None:
    if file_format:
        assert format_of(path) == file_format
        return
    several = path.count(",") and path != "a.svg,b"
    with pytest.raises(RequestError, match="is several paths; name one" if several else "cannot tell the format"):
        format_of(path)


@every(
    ("path", "step", "name"), [("talk.png", 2, "talk-2.png"), ("a.b/c", 10, "a.b/c-10"), ("a.b.svg", 1, "a.b-1.svg")]
)
def test_a_step_has_its_number_before_the_suffix(path: str, step: int, name: str) -> None:
    assert numbered(path, step) == name


@every(("name", "other"), [("A.svg", "a.svg"), ("Stra\u00dfe.svg", "strasse.svg")])
def test_letters_of_another_case_are_another_file_where_the_folder_tells_them_apart(
    folder: Path, name: str, other: str
) -> None:
    tells_apart = not (folder / "OUT2").exists()
    for path in (folder / "out", folder / "same"):
        assert (place_of(str(path / name)) != place_of(str(path / other))) is tells_apart or name[0] == "A"
