"""Type into a shell as a person does, and see what it makes of the line."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Iterator
from pathlib import Path

from support.run import SCRIPT, clean_environment

# Seconds: far longer than any answer takes on any machine.
PATIENCE = 120
TAB, ALL, SHOW = "\t", "\x0f", "\x14"
# Each shell shows its line at SHOW, and writes all that may stand at the cursor into it at ALL.
_START = {
    "bash": (
        ("bash", "--norc", "--noprofile", "-i"),
        "bind 'set enable-bracketed-paste off'; bind 'set bell-style none'; bind '\"\\C-o\": insert-completions'; "
        'bind -x \'"\\C-t": printf "<<%s>>" "$READLINE_LINE"\'; '
        'eval "$(lossplot --show-completion bash)"; printf "%s" REA; echo DY',
    ),
    "zsh": (
        ("zsh", "-f", "-i"),
        "unsetopt zle_bracketed_paste prompt_sp 2>/dev/null; autoload -Uz compinit; compinit -D -u; "
        "dump() { print -rn -- \"<<$BUFFER>>\" }; zle -N dump; bindkey '^T' dump; "
        "zle -C all-matches complete-word _generic; bindkey '^O' all-matches; "
        "zstyle ':completion:all-matches:*' insert yes; "
        "zstyle ':completion:all-matches::::' completer _all_matches _complete; "
        'eval "$(lossplot --show-completion zsh)"; printf "%s" REA; echo DY',
    ),
}


class Shell:
    """A shell at a terminal of 5,000 columns, in which lossplot completes."""

    def __init__(self, terminal: int) -> None:
        self.terminal = terminal
        self.screen = ""

    def type(self, keys: str) -> None:
        os.write(self.terminal, keys.encode())

    def read_until(self, pattern: str) -> re.Match[str]:
        """Return what first matches `pattern` on the screen, and forget the screen up to there."""
        end = time.monotonic() + PATIENCE
        data = self.screen.encode()
        while not (found := re.search(pattern, data.decode("utf-8", "replace"), re.DOTALL)):
            assert time.monotonic() < end, data
            if select.select([self.terminal], [], [], 1.0)[0]:
                data += os.read(self.terminal, 65536)
        self.screen = data.decode("utf-8", "replace")[found.end() :]
        return found

    def line_after(self, typed: str, keys: str = TAB) -> str:
        """Return the line after `typed` and `keys`, which is given up then."""
        self.screen = ""
        self.type(typed)
        self.type(keys)
        self.type(SHOW)
        line = self.read_until("<<(.*?)>>")[1]
        self.type("\x15\x0b")
        return line

    def offered(self, typed: str) -> list[str]:
        """Return all that the shell writes in place of the last word of `typed`."""
        return self.line_after(typed, ALL)[len(typed.rpartition(" ")[0]) + 1 :].split()


@contextlib.contextmanager
def open_shell(name: str, folder: Path) -> Iterator[Shell]:
    """Open bash or zsh in `folder`."""
    program, start = _START[name]
    path = f"{Path(SCRIPT[0]).parent}{os.pathsep}{os.environ['PATH']}"
    environment = clean_environment({"PATH": path, "TERM": "dumb", "PS1": "", "ZDOTDIR": str(folder)})
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 500, 5000, 0, 0))
    process = subprocess.Popen(
        program, cwd=folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    )
    os.close(theirs)
    try:
        shell = Shell(ours)
        shell.type(f"{start}\n")
        shell.read_until("READY")
        yield shell
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def fish_offers(line: str, folder: Path) -> dict[str, str]:
    """Return what fish offers at the end of `line`, each with its description."""
    path = f"{Path(SCRIPT[0]).parent}{os.pathsep}{os.environ['PATH']}"
    script = "lossplot --show-completion fish | source; complete -C $argv[1]"
    process = subprocess.run(
        ["fish", "--no-config", "-c", script, line],
        cwd=folder,
        env=clean_environment({"PATH": path}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=True,
    )
    assert not process.stderr, process.stderr
    rows = (each.partition("\t") for each in process.stdout.splitlines())
    return {word: text for word, _, text in rows}
