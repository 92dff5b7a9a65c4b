"""What surrounds every command: streams that work, signals that clean up, errors that are one line."""

from __future__ import annotations

import contextlib
import errno
import gc
import os
import signal
import sys
from typing import Any, NoReturn

from lossplot.cli.messages import say
from lossplot.errors import LossplotError

INTERRUPTED = 128 + signal.SIGINT
READER_GONE = 128 + signal.SIGPIPE


def run() -> NoReturn:
    """Run the command and exit: 0 done, 1 could not, 2 wrong request, 128 + n for signal n."""
    # A command is over before collecting its garbage could pay.
    gc.disable()
    _open_streams()
    _die_tidily()
    with contextlib.suppress(ValueError):
        os.environ["COLUMNS"] = str(max(40, int(os.environ.get("COLUMNS", "none"))))
    code = _run()
    # What is left to do at exit is flushing; where that fails there is nobody left to tell.
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.close()
    # Else the interpreter's last collection looks at everything that was imported: a fifth of the whole run.
    gc.freeze()
    sys.exit(code)


def _run() -> int:
    try:
        from lossplot.cli.app import app  # noqa: PLC0415

        code = app(standalone_mode=False, prog_name="lossplot") or 0
        sys.stdout.flush()
    except BrokenPipeError:
        return READER_GONE
    except KeyboardInterrupt:
        code = INTERRUPTED
    except SystemExit as exit_:
        return exit_.code if isinstance(exit_.code, int) else 1
    except LossplotError as error:
        return fail(str(error), error.exit_code)
    except MemoryError:
        return fail("out of memory; ask for a smaller figure", 1)
    except OSError as error:
        if error.errno == errno.EPIPE:
            return READER_GONE
        return fail(f"{error.strerror or error}; see whether stdout and the disk can be written", 1)
    except Exception as error:
        if hasattr(error, "format_message"):  # one of Typer's own, which all say what is wrong with the words
            return fail(_usage(error), 2)
        raise
    if code == INTERRUPTED:
        return fail("interrupted; no file was left half-written", code)
    return int(code)


def fail(message: str, code: int) -> int:
    """Say what went wrong; return the exit code."""
    say(message)
    return code


def _usage(error: Any) -> str:
    """What Typer says of wrong words, in lossplot's own."""
    from lossplot.losses import suggest  # noqa: PLC0415
    from lossplot.words import quote  # noqa: PLC0415

    context = getattr(error, "ctx", None)
    command = context.command_path if context else "lossplot"
    if option := getattr(error, "option_name", None):
        if str(error).startswith("No such option"):
            known = [word for parameter in context.command.params for word in parameter.opts] if context else []
            hint = suggest(option, known) or f"'{command} --help' shows all"
            dashes = "" if option.startswith("--") else "; write -- before a name that begins with -"
            return f"unknown option {quote(option)}; {hint}{dashes}"
        return f"option '{option}' needs a value; '{command} --help' shows which"
    message = " ".join(error.format_message().split()).rstrip(".")
    return f"{message[:1].lower()}{message[1:]}; '{command} --help' shows what it takes"


def _open_streams() -> None:
    """Open /dev/null where a standard stream is closed, and let streams write what their encoding lacks."""
    for descriptor, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        try:
            os.fstat(descriptor)
        except OSError:
            os.dup2(os.open(os.devnull, os.O_RDWR), descriptor)
        if getattr(sys, name) is None:
            setattr(sys, name, open(descriptor, mode, closefd=False))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")


def _die_tidily() -> None:
    """Turn SIGTERM and SIGHUP into exits that run clean-up code, with the exit code of the signal."""

    def leave(number: int, _: object) -> NoReturn:
        raise SystemExit(128 + number)

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), leave)
