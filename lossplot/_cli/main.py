"""The surroundings of every command: streams that work, signals that clean up, errors that are one line."""

from __future__ import annotations

import contextlib
import errno
import gc
import io
import os
import signal
import sys
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

from lossplot._cli.completion.shells import VARIABLE
from lossplot._cli.stderr import say
from lossplot._errors import LossplotError, alternatives, quote, suggest

WRONG = 2
READER_GONE = 141  # 128 + SIGPIPE, which Windows lacks
LONGEST_MESSAGE = 160
# So many values of an option are named in a message.
MOST_CHOICES = 12


def main() -> NoReturn:
    """Run the command and exit: 0 done, 1 could not, 2 wrong request, 128 + n for signal n."""
    _leave_ascii()
    # A command is over before collecting its garbage could pay.
    gc.disable()
    _open_streams()
    _handle_signals()
    with contextlib.suppress(ValueError):
        os.environ["COLUMNS"] = str(max(40, int(os.environ.get("COLUMNS", "none"))))
    is_completion = VARIABLE in os.environ
    code = _run(_complete if is_completion else _start)
    if _signals:
        # Wherever the signal came, in the midst of an import even, it is what ended the run.
        code = 128 + _signals[0]
        if _signals[0] == signal.SIGINT and not is_completion:
            say(_exit_messages[-1] if _exit_messages else "interrupted; no file was left half-written")
    # What is left to do at exit is flushing; where that fails there is nobody left to tell.
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.close()
    # Else the interpreter's last collection looks at everything that was imported: a fifth of the whole run.
    gc.freeze()
    sys.exit(code)


def _leave_ascii() -> None:
    """Start again in UTF-8 mode where Python takes arguments and file names for ASCII, as it does in the C locale.

    What is printed stays in the encoding of the terminal.
    """
    if sys.getfilesystemencoding() == "ascii" and sys.executable and hasattr(os, "execv"):
        os.environ.setdefault("PYTHONIOENCODING", "ascii")
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])


def _start() -> int:
    """Carry out the command line."""
    from lossplot._cli.app import app

    return int(app(standalone_mode=False, prog_name="lossplot") or 0)


def _complete() -> int:
    """Answer a shell that asks what may stand at its cursor."""
    from lossplot._cli.completion.answer import answer_shell

    answer_shell(sys.argv[1:])
    return 0


def _run(start: Callable[[], int] = _start) -> int:
    try:
        code = start()
        sys.stdout.flush()
    except BrokenPipeError:
        return READER_GONE
    except SystemExit as exit_:
        if isinstance(exit_.__context__, BrokenPipeError):
            return READER_GONE
        if isinstance(exit_.code, str):
            # What a command says of how far it came when a signal ended it.
            _exit_messages.append(exit_.code)
        return exit_.code if isinstance(exit_.code, int) else 1
    except LossplotError as error:
        return fail(_corrected(str(error)) if error.exit_code == WRONG else str(error), error.exit_code)
    except ImportError as error:
        return fail(f"lossplot needs matplotlib 3.10 or newer and NumPy ({error}); install lossplot again", 1)
    except MemoryError:
        return fail("out of memory; ask for a smaller figure", 1)
    except OSError as error:
        if error.errno == errno.EPIPE:
            return READER_GONE
        return fail(f"{error.strerror or error}; see whether stdout and the disk can be written", 1)
    except Exception as error:
        if hasattr(error, "format_message"):  # one of Typer's own, which all say what is wrong with the words
            return fail(_corrected(_usage_message(error)), WRONG)
        return fail(f"internal error ({type(error).__name__}: {error}); please report it with the command", 1)
    return code


def fail(message: str, code: int) -> int:
    """Print an error unless a signal has ended the run, and return the exit code."""
    if not _signals:
        say(message)
    return code


def _corrected(message: str) -> str:
    """Return a message on a wrong request, with the right one if that can be told."""
    if VARIABLE in os.environ:
        return message
    from lossplot._cli.corrections.search import advice

    try:
        return advice(message, sys.argv[1:])
    except Exception:
        # What is wrong is known, and is worth more than why nothing better was found.
        return message


def _usage_message(error: Any) -> str:
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "lossplot"
    if option := getattr(error, "option_name", None):
        if str(error).startswith("No such option"):
            option = next((word for word in sys.argv if _has_letter(word, option)), option)
            hint = suggest(option, _options(context)) or f"'{command} --help' shows all"
            return f"unknown option {quote(option)}; {hint}"
        if "does not take a value" in str(error):
            return f"option '{option}' takes no value; write {option}"
        values = _values_of(option) or f"'{command} --help' shows which"
        return f"option '{option}' needs a value; {values}"
    message = " ".join(error.format_message().split()).rstrip(".")
    message = message if len(message) <= LONGEST_MESSAGE else f"{message[: LONGEST_MESSAGE - 3]}..."
    if message.startswith("Missing argument") and (example := _first_example(context)):
        return f"{message[:1].lower()}{message[1:]}; give it, as in '{example}', or see '{command} --help'"
    return f"{message[:1].lower()}{message[1:]}; '{command} --help' shows what it takes"


def _values_of(name: str) -> str:
    """Return what to give an option of drawing; empty if it is none of these."""
    from lossplot._figure.spec import OPTIONS

    option = OPTIONS.get(name.removeprefix("--"))
    if option is None:
        return ""
    choices = [*option.closed_set()] if option.closed_set else []
    return f"choose {alternatives(choices)}" if 0 < len(choices) <= MOST_CHOICES else f"write {name}={option.metavar}"


def _first_example(context: Any) -> str:
    """Return the first of the examples of a command; empty if it has none."""
    lines = (context.command.epilog or "").splitlines() if context else []
    return next((line.strip() for line in lines if line.startswith("  lossplot")), "")


def _has_letter(word: str, option: str) -> bool:
    """Return True if `option`, of one letter, is one of several in `word`, as in `-abc`."""
    return len(option) == 2 and word[:1] == "-" and word[1:].isalpha() and option[1] in word


def _options(context: Any) -> Iterator[str]:
    """Yield every option of a command and of those that it belongs to."""
    while context:
        for parameter in context.command.params:
            yield from parameter.opts
        context = context.parent


def _open_streams() -> None:
    """Open /dev/null where a standard stream is closed, and let streams write what their encoding lacks in ASCII."""
    for descriptor, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        try:
            os.fstat(descriptor)
        except OSError:
            os.dup2(os.open(os.devnull, os.O_RDWR), descriptor)
        if getattr(sys, name) is None:
            setattr(sys, name, open(descriptor, mode, closefd=False))  # noqa: SIM115
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors=_error_handler(sys.stdout.encoding))
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(errors="backslashreplace")


def _error_handler(encoding: str) -> str:
    """Return the name of what writes characters that `encoding` lacks."""
    if encoding.lower().startswith("utf"):
        return "backslashreplace"  # of halves of characters
    from lossplot._cli.lookalikes import LOOKALIKES, register

    register()
    return LOOKALIKES


_signals: list[int] = []
_exit_messages: list[str] = []


def _handle_signals() -> None:
    """Turn the signals that end a program into exits that run clean-up code, with the exit code of the signal.

    What was ignored when the program started stays so: SIGHUP under nohup, SIGINT in the background of a script.
    """

    def leave(number: int, _: object) -> NoReturn:
        _signals.append(number)
        sys.unraisablehook = leave_soon
        raise SystemExit(128 + _signals[0])

    def leave_soon(_: object) -> None:
        """Try again in a moment: nothing can be raised in a destructor, where the signal came."""
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0.01)

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name) and signal.getsignal(getattr(signal, name)) != signal.SIG_IGN:
            signal.signal(getattr(signal, name), leave)
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, leave)
