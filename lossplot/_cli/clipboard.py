"""Copying a picture to the system's clipboard, by the program that each system has for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Literal

from lossplot._errors import LossplotError, quote

# In seconds; PowerShell may take some to start.
PATIENCE = 20.0
# The folder of PowerShell, for a Linux on Windows that does not inherit its PATH.
_WINDOWS = "/mnt/c/Windows/System32/WindowsPowerShell/v1.0"
# PowerPoint takes transparency from the stream called PNG, and older programs take the bitmap.
_POWERSHELL = (
    "$ErrorActionPreference = 'Stop'; "
    "Add-Type -AssemblyName System.Windows.Forms, System.Drawing; "
    "$stream = New-Object IO.MemoryStream(, [IO.File]::ReadAllBytes('{path}')); "
    "$data = New-Object Windows.Forms.DataObject; "
    "$data.SetData('PNG', $false, $stream); "
    "$data.SetImage([Drawing.Image]::FromStream($stream)); "
    "[Windows.Forms.Clipboard]::SetDataObject($data, $true)"
)
_APPLESCRIPT = (
    "on run argv",
    "set the clipboard to (read (POSIX file (item 1 of argv)) as «class PNGf»)",
    "end run",
)

Name = Literal["wl-copy", "xclip", "osascript", "powershell.exe"]
# The variables that name a display, Wayland's first, with the program for each; why none is found, and the remedy.
_BY_DISPLAY: dict[str, Name] = {"WAYLAND_DISPLAY": "wl-copy", "DISPLAY": "xclip"}
_NO_TOOL: dict[tuple[Name, ...], tuple[str, str]] = {
    (): ("neither WAYLAND_DISPLAY nor DISPLAY names a display", "write the picture with -o - --format png"),
    ("wl-copy",): ("wl-copy is not installed", "install wl-clipboard"),
    ("xclip",): ("xclip is not installed", "install xclip"),
    ("wl-copy", "xclip"): (
        "neither wl-copy nor xclip is installed",
        "install wl-clipboard (for Wayland) or xclip (for X11)",
    ),
}


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that fills the clipboard, and its path; `of_windows` if it runs outside this Linux."""

    name: Name
    path: str
    of_windows: bool = False


def find_tool(environ: Mapping[str, str], platform: str) -> Tool:
    """Return the program to use on `platform` (a `sys.platform`), by the displays and the PATH of `environ`.

    Raises LossplotError with what to install, or with an alternative where there is no clipboard.
    """
    of_windows = bool(environ.get("WSL_DISTRO_NAME") or environ.get("WSL_INTEROP"))
    has_desktop = platform in ("darwin", "win32") or of_windows
    has_display = bool(environ.get("WAYLAND_DISPLAY") or environ.get("DISPLAY"))
    if (environ.get("SSH_CONNECTION") or environ.get("SSH_TTY")) and (has_desktop or not has_display):
        raise _refusal("this session is over ssh", "take the picture home with -o - --format png")
    if not has_desktop:
        return _tool_for_display(environ)
    name: Name = "osascript" if platform == "darwin" else "powershell.exe"
    path = _which(name, environ) or (shutil.which(name, path=_WINDOWS) if of_windows else None)
    if not path:
        raise _refusal(f"{name} is not found", "add its folder to PATH")
    return Tool(name, path, of_windows)


def _tool_for_display(environ: Mapping[str, str]) -> Tool:
    names: list[Name] = [name for variable, name in _BY_DISPLAY.items() if environ.get(variable)]
    for name in names:
        if path := _which(name, environ):
            return Tool(name, path)
    raise _refusal(*_NO_TOOL[tuple(names)])


def _which(name: str, environ: Mapping[str, str]) -> str | None:
    return shutil.which(name, path=environ.get("PATH", os.defpath))


def _refusal(reason: str, advice: str) -> LossplotError:
    return LossplotError(f"no way to the clipboard: {reason}; {advice}")


def copy(png: bytes, tool: Tool) -> None:
    """Copy the picture to the clipboard, where it outlives this process.  Raises LossplotError with the reason."""
    try:
        with tempfile.TemporaryDirectory(prefix="lossplot-") as folder:
            picture = Path(folder, "figure.png")
            picture.write_bytes(png)
            # X11 and Wayland have no clipboard but a process that answers: the tool stays alive.  It gets
            # no pipe of ours, which would keep our reader waiting, and no terminal, which would end it.
            with picture.open("rb") as stdin, tempfile.TemporaryFile() as errors:
                process = subprocess.run(
                    _command(tool, str(picture)),
                    stdin=stdin,
                    stdout=subprocess.DEVNULL,
                    stderr=errors,
                    timeout=PATIENCE,
                    start_new_session=True,
                    check=False,
                )
                if process.returncode:
                    raise _failure(tool, _last_line(errors) or f"exit status {process.returncode}")
    except subprocess.TimeoutExpired as error:
        raise _failure(tool, f"no answer in {PATIENCE:g} seconds") from error
    except (OSError, subprocess.CalledProcessError) as error:
        raise _failure(tool, getattr(error, "strerror", None) or str(error)) from error


def _command(tool: Tool, path: str) -> list[str]:
    match tool.name:
        case "wl-copy":
            return [tool.path, "--type", "image/png"]
        case "xclip":
            return [tool.path, "-selection", "clipboard", "-t", "image/png", "-i"]
        case "osascript":
            return [tool.path, *(word for line in _APPLESCRIPT for word in ("-e", line)), path]
        case "powershell.exe":
            if tool.of_windows:
                wslpath = ["wslpath", "-w", path]
                path = os.fsdecode(subprocess.run(wslpath, capture_output=True, timeout=PATIENCE, check=True).stdout)
            script = _POWERSHELL.replace("{path}", path.strip().replace("'", "''"))
            return [tool.path, "-NoProfile", "-NonInteractive", "-STA", "-Command", script]


def _last_line(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "replace").strip().rpartition("\n")[2].strip()


def _failure(tool: Tool, reason: str) -> LossplotError:
    return LossplotError(f"cannot copy to the clipboard: {tool.name} failed: {quote(reason)}; write a file with -o")
