"""Copying to the clipboard: choice of the tool before any work, and arrival of the bytes."""

from __future__ import annotations

import itertools
import os
import stat
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_args

import pytest
from support.requirements import lack, need
from support.run import TIMEOUT, assert_line, clean_environment

from lossplot._cli import clipboard
from lossplot._cli.clipboard import Name, Tool, copy, find_tool
from lossplot._errors import LossplotError

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 5000
NAMES: tuple[Name, ...] = get_args(Name)
PLATFORMS = ("linux", "freebsd14", "darwin", "win32")
DISPLAYS: tuple[dict[str, str], ...] = (
    {},
    {"DISPLAY": ":0"},
    {"WAYLAND_DISPLAY": "wayland-0"},
    {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"},
)
SSH: tuple[dict[str, str], ...] = ({}, {"SSH_CONNECTION": "1.2.3.4 5 6.7.8.9 22"}, {"SSH_TTY": "/dev/pts/3"})
WSL: tuple[dict[str, str], ...] = ({}, {"WSL_DISTRO_NAME": "Debian"}, {"WSL_INTEROP": "/run/WSL/8_interop"})


def install(folder: Path, name: str, script: str = "exit 0") -> Path:
    """Create a program `name` in `folder` that runs `script` in a shell."""
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return program


def choice(environ: Mapping[str, str], platform: str) -> Tool | str:
    """Return the tool, or the message of the error if there is none."""
    try:
        return find_tool(environ, platform)
    except LossplotError as error:
        message, code = str(error), error.exit_code
    assert code == 1
    assert_line(f"lossplot: {message}")
    return message


# --- the choice ---


@pytest.mark.parametrize("installed", [*itertools.combinations(NAMES, 1), NAMES, ()], ids="+".join)
@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_tool_that_is_found_is_installed_and_reaches_a_clipboard_of_the_user(
    tmp_path: Path, platform: str, installed: tuple[Name, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "_WINDOWS", str(tmp_path / "nowhere"))
    for name in installed:
        install(tmp_path, name)
    for display, ssh, wsl in itertools.product(DISPLAYS, SSH, WSL):
        if wsl and platform != "linux":
            continue
        environ = {"PATH": str(tmp_path), **display, **ssh, **wsl}
        tool = choice(environ, platform)
        usable = {
            "wl-copy": "WAYLAND_DISPLAY" in environ,
            "xclip": "DISPLAY" in environ,
            "osascript": platform == "darwin" and not ssh,
            "powershell.exe": (platform == "win32" or bool(wsl)) and not ssh,
        }
        if platform in ("darwin", "win32") or wsl:
            usable["wl-copy"] = usable["xclip"] = False
        able = [name for name in NAMES if usable[name]]
        if set(able).isdisjoint(installed):
            assert isinstance(tool, str), (environ, tool)
            assert tool.startswith("no way to the clipboard: "), tool
            remote = bool(ssh) and not able
            assert ("over ssh" in tool) == remote, (environ, tool)
            assert remote or all(name in tool for name in able), (environ, tool)
        else:
            name = next(name for name in able if name in installed)
            assert tool == Tool(name, str(tmp_path / name), bool(wsl)), (environ, tool)


@pytest.mark.parametrize(
    ("environ", "advice"),
    [
        ({"DISPLAY": ":0"}, "xclip is not installed; install xclip"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "wl-copy is not installed; install wl-clipboard"),
        (
            {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"},
            "neither wl-copy nor xclip is installed; install wl-clipboard (for Wayland) or xclip (for X11)",
        ),
        ({"SSH_TTY": "/dev/pts/3"}, "this session is over ssh; take the picture home with -o - --format png"),
        ({}, "neither WAYLAND_DISPLAY nor DISPLAY names a display; write the picture with -o - --format png"),
        ({"WSL_INTEROP": "/run"}, "powershell.exe is not found; add its folder to PATH"),
    ],
    ids=lambda value: "+".join(value) if isinstance(value, dict) else "",
)
def test_what_to_install_or_to_do_is_said(
    tmp_path: Path, environ: dict[str, str], advice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "_WINDOWS", str(tmp_path / "nowhere"))
    assert choice({"PATH": str(tmp_path), **environ}, "linux") == f"no way to the clipboard: {advice}"


def test_an_empty_variable_is_none(tmp_path: Path) -> None:
    install(tmp_path, "xclip")
    environ = {"PATH": str(tmp_path), "DISPLAY": ":0", "SSH_TTY": "", "WSL_INTEROP": "", "WAYLAND_DISPLAY": ""}
    assert choice(environ, "linux") == Tool("xclip", str(tmp_path / "xclip"))
    assert "names a display" in str(choice({"PATH": str(tmp_path), "DISPLAY": ""}, "linux"))


def test_windows_is_asked_although_its_folders_are_not_on_the_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "_WINDOWS", str(tmp_path))
    program = install(tmp_path, "powershell.exe")
    environ = {"PATH": "/nonexistent", "WSL_DISTRO_NAME": "Debian", "DISPLAY": ":0"}
    assert choice(environ, "linux") == Tool("powershell.exe", str(program), of_windows=True)


# --- the call, with a program that notes what it is given ---

NOTE = """
here=$(dirname "$0")
printf '%s\\n' "$@" > "$here/words"
cat > "$here/stdin"
"""


def words_of(folder: Path) -> list[str]:
    return (folder / "words").read_text("utf-8").splitlines()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("wl-copy", ["--type", "image/png"]),
        ("xclip", ["-selection", "clipboard", "-t", "image/png", "-i"]),
    ],
)
def test_a_tool_of_a_display_gets_the_picture_on_stdin(tmp_path: Path, name: Name, words: list[str]) -> None:
    program = install(tmp_path, name, NOTE)
    copy(PNG, Tool(name, str(program)))
    assert words_of(tmp_path) == words
    assert (tmp_path / "stdin").read_bytes() == PNG


def test_applescript_is_given_a_file_that_is_gone_afterwards(tmp_path: Path) -> None:
    program = install(tmp_path, "osascript", NOTE + 'for last; do :; done\ncp "$last" "$here/picture"')
    copy(PNG, Tool("osascript", str(program)))
    *script, path = words_of(tmp_path)
    assert "set the clipboard to (read (POSIX file (item 1 of argv)) as «class PNGf»)" in script
    assert script[::2] == ["-e"] * (len(script) // 2)
    assert (tmp_path / "picture").read_bytes() == PNG
    assert not Path(path).exists()


@pytest.mark.parametrize("of_windows", [False, True])
def test_powershell_is_given_a_file_by_the_path_that_windows_has_for_it(
    tmp_path: Path, of_windows: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    apart = tmp_path / "it's a folder"
    apart.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(apart))
    program = install(tmp_path, "powershell.exe", NOTE)
    install(tmp_path, "wslpath", 'printf "W:%s\\r\\n" "$2"')
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    copy(PNG, Tool("powershell.exe", str(program), of_windows))
    *options, script = words_of(tmp_path)
    assert options == ["-NoProfile", "-NonInteractive", "-STA", "-Command"]
    _, marker, rest = script.partition("ReadAllBytes('")
    assert marker
    literal = rest.partition("'))")[0]
    assert literal.count("'") == 2
    path = literal.replace("''", "'")
    assert path.startswith("W:" if of_windows else str(apart))
    assert path.endswith("figure.png")
    assert str(apart) in path
    for part in ("$data.SetData('PNG', $false, $stream)", "$data.SetImage(", "SetDataObject($data, $true)", "'Stop'"):
        assert part in script
    assert not os.listdir(apart)


# --- what can go wrong with it ---


def failure(tool: Tool) -> str:
    with pytest.raises(LossplotError) as caught:
        copy(PNG, tool)
    assert_line(f"lossplot: {caught.value}")
    assert caught.value.exit_code == 1
    return str(caught.value)


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("echo first >&2; echo 'no \u00e9 display' >&2; exit 1", "'no \u00e9 display'"),
        ("exit 3", "'exit status 3'"),
        ("kill -9 $$", "'exit status -9'"),
        ("exec <&-; printf '\\377\\033[2J' >&2; exit 1", "'\ufffd\\x1b[2J'"),
    ],
    ids=["last-line", "status", "killed", "garbage"],
)
def test_a_tool_that_fails_is_told_in_its_own_words(tmp_path: Path, script: str, reason: str) -> None:
    program = install(tmp_path, "xclip", script)
    assert failure(Tool("xclip", str(program))) == (
        f"cannot copy to the clipboard: xclip failed: {reason}; write a file with -o"
    )


def test_a_tool_that_does_not_answer_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "PATIENCE", 0.2)
    program = install(tmp_path, "xclip", f"echo $$ > {tmp_path}/pid; exec sleep 1000")
    began = time.monotonic()
    assert "no answer in 0.2 seconds" in failure(Tool("xclip", str(program)))
    assert time.monotonic() - began < 500
    # On a busy machine it may be killed before it writes its id.
    pid = (tmp_path / "pid").read_text() if (tmp_path / "pid").exists() else ""
    if pid:
        with pytest.raises(ProcessLookupError):
            os.kill(int(pid), 0)


def test_a_tool_that_is_gone_meanwhile_or_cannot_run_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "No such file or directory" in failure(Tool("xclip", str(tmp_path / "xclip")))
    program = install(tmp_path, "powershell.exe")
    program.chmod(stat.S_IRUSR)
    assert "Permission denied" in failure(Tool("powershell.exe", str(program)))
    install(tmp_path, "wslpath", "exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert "wslpath" in failure(Tool("powershell.exe", str(program), of_windows=True))


# --- for real ---


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """Start an X server without a screen, on a display of its own."""
    need("Xvfb", "xclip")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "640x480x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        if not number:
            lack(f"Xvfb cannot start here; it ended with status {server.wait(TIMEOUT)}")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(TIMEOUT)


COPY = """
import os, sys
from lossplot._cli.clipboard import copy, find_tool
copy(open(sys.argv[1], "rb").read(), find_tool(os.environ, "linux"))
print("done")
"""


def on_clipboard(display: str) -> bytes:
    command = ["xclip", "-selection", "clipboard", "-t", "image/png", "-o"]
    return subprocess.run(
        command, env=clean_environment({"DISPLAY": display}), capture_output=True, check=True, timeout=TIMEOUT
    ).stdout


# The second is longer than X11 can send at once.
@pytest.mark.parametrize("size", [100, 3_000_000])
def test_the_picture_arrives_whole_and_stays_when_we_are_gone(tmp_path: Path, display: str, size: int) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes((PNG * 3)[:size])
    # This would not return if the tool, which stays alive, had inherited the pipes.
    process = subprocess.run(
        [sys.executable, "-c", COPY, picture],
        env=clean_environment({"DISPLAY": display}),
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
    )
    assert (process.returncode, process.stdout, process.stderr) == (0, "done\n", "")
    assert on_clipboard(display) == picture.read_bytes()
    assert on_clipboard(display) == picture.read_bytes()


def test_a_display_that_is_not_there_is_told(display: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":31999")
    assert "Can't open display" in failure(find_tool(os.environ, "linux"))
