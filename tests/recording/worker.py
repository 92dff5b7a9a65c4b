"""The process that does commands with the lossplot of its own interpreter; `record.py` starts it and reads it.

    python worker.py fonts        make a list of matplotlib's own fonts, and print where a Chinese one is
    python worker.py work         do the tasks of stdin, a line of JSON each, and print a line when one is done

Each command is done in a child of this process, which has imported everything: nothing is left for the next.
"""

from __future__ import annotations

import base64
import contextlib
import fcntl
import gc
import importlib.metadata
import importlib.util
import io
import json
import os
import pkgutil
import platform
import pty
import re
import shlex
import signal
import stat
import struct
import sys
import tempfile
import termios
import traceback
from pathlib import Path
from typing import Any

# Last on the path, so that it cannot shadow the installed lossplot.
sys.path.append(str(Path(__file__).parents[1]))
import matplotlib as mpl
from matplotlib import font_manager

from recording import normal

# Seconds until a command is killed: the gallery takes half a minute, ten times that on a busy machine.
PATIENCE = 1200
CHINESE = "NotoSansCJK-Regular.ttc"
ROWS, COLUMNS = 30, 100


def keep_fonts() -> None:
    """Write the list that matplotlib reads when it starts, and print the path of a font for Chinese."""
    manager, own = font_manager.fontManager, str(mpl.get_data_path())
    for entries in (manager.ttflist, manager.afmlist):
        entries[:] = [entry for entry in entries if entry.fname.startswith(own)]
    name = f"fontlist-v{font_manager.FontManager.__version__}.json"
    font_manager.json_dump(manager, Path(mpl.get_cachedir(), name))
    print(next((path for path in sorted(font_manager.findSystemFonts()) if os.path.basename(path) == CHINESE), ""))


def work() -> None:
    """Do what stdin asks for."""
    main = load()
    versions = {name: importlib.metadata.version(name) for name in ("lossplot", "matplotlib", "numpy", "pillow")}
    print(json.dumps(versions | {"python": platform.python_version()}), flush=True)
    for line in sys.stdin:
        print(json.dumps(do(json.loads(line), main)), flush=True)


def load() -> Any:
    """The function that the command calls, when all that it will import is imported."""
    font_manager.findSystemFonts = lambda *_, **__: []
    [command] = importlib.metadata.entry_points(group="console_scripts", name="lossplot")
    main = command.load()
    package = importlib.util.find_spec("lossplot")
    for module in pkgutil.walk_packages(package.submodule_search_locations if package else None, "lossplot."):
        if not module.name.endswith("__main__"):
            with contextlib.suppress(ImportError):
                importlib.import_module(module.name)
    for name in ("agg", "svg", "pdf"):
        importlib.import_module(f"matplotlib.backends.backend_{name}")
    gc.freeze()  # so that children share what is there
    return main


def do(task: dict[str, Any], main: Any) -> dict[str, Any]:
    """Run the commands of `task` in a folder of its own, and write their output and files below `task["into"]`."""
    into = Path(task["into"], task["name"])
    with tempfile.TemporaryDirectory(prefix="", dir=task["folder"]) as name:
        folder = Path(name)
        for path, (kind, content) in task["files"].items():
            lay(folder / path, kind, content)
        before = contents(folder)
        report: list[str] = []
        pictures: dict[str, bytes] = {}
        output = ""
        for number, command in enumerate(task["commands"]):
            code, out, err = run(command, task, folder, main)
            output = out.decode("utf-8", "backslashreplace")
            if task["terminal"]:
                output = visible_output(output, pictures)
            elif description := normal.picture(out):
                pictures[f"stdout-{number}"], output = out, description
            report += [f"$ {command_line(command, task['env'])}", f"exit {code}"]
            report += [f"{sign} {line}" for sign, text in (("|", output), ("!", err)) for line in lines_of(text)]
        pictures |= {path: data for path, data in contents(folder).items() if before.get(path) != data}
        report += [f"left: {path}" for path in sorted(pictures)]
        keep(into.with_name(f"{into.name}.txt"), normal.text("\n".join([*report, ""]).encode(), name))
        for path, data in pictures.items():
            if description := normal.picture(data):
                keep(into / f"{path}.txt", description.encode())
                keep(Path(task["into"], "pictures", task["name"], path), data)
            else:
                keep(into / path, normal.text(data, name))
    return {"name": task["name"], "output": output}


def lay(path: Path, kind: str, content: str) -> None:
    """Create a file, folder, link or pipe at `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    match kind:
        case "text":
            path.write_text(content, "utf-8")
        case "bytes":
            path.write_bytes(bytes.fromhex(content))
        case "program":
            path.write_text(content, "utf-8")
            path.chmod(0o755)
        case "kept":
            path.write_text(content, "utf-8")
            path.chmod(0o444)
        case "folder":
            path.mkdir()
        case "link":
            path.symlink_to(content)
        case "pipe":
            os.mkfifo(path)


def contents(folder: Path) -> dict[str, bytes]:
    """Map each name below `folder` to the content of its file, or to the kind of anything else."""
    result = {}
    for path in sorted(folder.rglob("*")):
        mode = path.lstat().st_mode
        name = os.fsencode(path.relative_to(folder)).decode("utf-8", "backslashreplace")
        if stat.S_ISREG(mode):
            result[name] = path.read_bytes()
        elif not stat.S_ISDIR(mode):
            result[name] = f"{stat.filemode(mode)}\n".encode()
    return result


def keep(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def lines_of(text: str) -> list[str]:
    return text.removesuffix("\n").split("\n") if text else []


def command_line(command: list[str] | str, env: dict[str, str]) -> str:
    """Return a command as one line of printable characters, or a Python program in its own lines."""
    if isinstance(command, str):
        return f"python\n{command.strip()}"
    line = shlex.join([*(f"{name}={value}" for name, value in env.items()), "lossplot", *command])
    text = "".join(c if c.isprintable() else f"\\u{{{ord(c):04X}}}" for c in line)
    return text if len(text) < 1000 else f"{text[:1000]}..."


_PICTURE = re.compile("\x1b_G([^;]*);([^\x1b]*)\x1b\\\\")


def visible_output(output: str, pictures: dict[str, bytes]) -> str:
    """Return `output` with visible escapes, and add the picture that kitty's protocol sends to `pictures`."""
    if payload := "".join(piece[2] for piece in _PICTURE.finditer(output)):
        pictures["on-terminal.png"] = base64.b64decode(payload)
        first, *_ = _PICTURE.findall(output)
        output = _PICTURE.sub("", output) + f"kitty: {first[0]}"
    return output.replace("\r\n", "\n").replace("\x1b", "\\e")


def run(command: list[str] | str, task: dict[str, Any], folder: Path, main: Any) -> tuple[str, bytes, str]:
    """Run a command in a child; return its exit code, stdout and stderr, on a terminal both in stdout."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        master, slave = pty.openpty() if task["terminal"] else (-1, -1)
        if task["terminal"]:
            fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("4H", ROWS, COLUMNS, 8 * COLUMNS, 16 * ROWS))
        child = os.fork()
        if not child:
            streams = (slave, slave) if task["terminal"] else (out.fileno(), err.fileno())
            become(command, task, folder, main, streams)
        signal.signal(signal.SIGALRM, lambda *_: os.kill(child, signal.SIGKILL))
        signal.alarm(PATIENCE)
        screen = b""
        if task["terminal"]:
            os.close(slave)
            with contextlib.suppress(OSError):  # as Linux says that the other end is closed
                while piece := os.read(master, 2**16):
                    screen += piece
            os.close(master)
        _, status = os.waitpid(child, 0)
        signal.alarm(0)
        out.seek(0)
        err.seek(0)
        code = os.waitstatus_to_exitcode(status)
        return str(code), screen or out.read(), err.read().decode("utf-8", "backslashreplace")


def become(command: list[str] | str, task: dict[str, Any], folder: Path, main: Any, streams: tuple[int, int]) -> None:
    """Run the command as if this process had been started for it, and exit."""
    code = 1
    try:
        os.chdir(folder)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        if task.get("font"):
            font_manager.fontManager.addfont(task["font"])
        os.environ.update({name: value.replace("FOLDER", str(folder)) for name, value in task["env"].items()})
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        for descriptor, stream in zip((1, 2), streams, strict=True):
            os.dup2(stream, descriptor)
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stdout = sys.__stdout__ = stream_to(1, "strict")  # type: ignore[misc]
        sys.stderr = sys.__stderr__ = stream_to(2, "backslashreplace")  # type: ignore[misc]
        if isinstance(command, str):
            exec(compile(command, "<program>", "exec"), {"__name__": "__main__"})
        else:
            sys.argv = ["lossplot", *command]
            main()
        code = 0
    except SystemExit as exit_:
        code = exit_.code if isinstance(exit_.code, int) else int(exit_.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        with contextlib.suppress(ValueError, OSError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def stream_to(descriptor: int, errors: str) -> io.TextIOWrapper:
    binary = open(descriptor, "wb", closefd=False)  # noqa: SIM115
    return io.TextIOWrapper(binary, "utf-8", errors, line_buffering=descriptor == 2 or os.isatty(descriptor))


if __name__ == "__main__":
    {"fonts": keep_fonts, "work": work}[sys.argv[1]]()
