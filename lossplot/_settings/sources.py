"""Sources of one's own losses and defaults: files that are named, the project, the user's folder, packages."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lossplot._errors import RequestError, escape, quote, suggest
from lossplot._losses import normalise
from lossplot._settings.folders import PYPROJECT, project_file, user_file

if TYPE_CHECKING:
    from lossplot._settings.own import OwnLoss

# The options that a file may set; others are for one figure.
DEFAULTS = ("theme", "for", "lang")
_TABLES = ("losses", "defaults")
_ISOLATED: ContextVar[bool] = ContextVar("isolated", default=False)


@dataclass(frozen=True, slots=True)
class Default:
    """A value for an option, and the file that sets it."""

    value: str
    path: str


@dataclass(frozen=True, slots=True)
class Settings:
    """Losses of one's own by each of their names, and defaults by option: those of the nearest file.

    `files` are the files that were read, the nearest first.  Without `plugins` other packages are not asked.
    """

    losses: Mapping[str, OwnLoss] = field(default_factory=dict)
    defaults: Mapping[str, Default] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    plugins: bool = True

    def find(self, name: str) -> OwnLoss | None:
        """Return the loss with this name or alias, in any case and with `_` or `-`."""
        return self.losses.get(normalise(name))

    @property
    def own(self) -> tuple[OwnLoss, ...]:
        """The losses, each once, in the order of their files."""
        return tuple(dict.fromkeys(self.losses.values()))

    def with_defaults(self, options: Mapping[str, Any]) -> dict[str, Any]:
        """Return `options`, by their long names, with the defaults of those that are not given."""
        return {**options, **{name: each.value for name, each in self.defaults.items() if options.get(name) is None}}


@contextlib.contextmanager
def isolated() -> Iterator[None]:
    """Let nothing but the command itself decide on a figure: what is drawn again is drawn as it was."""
    token = _ISOLATED.set(True)
    try:
        yield
    finally:
        _ISOLATED.reset(token)


def named_settings(paths: Sequence[str]) -> Settings:
    """Read the files that are named, and no others.  Raises RequestError or LossplotError as `read_settings` does."""
    return _joined((path, _tables(os.path.expanduser(path))) for path in paths)


def read_settings(named: Sequence[str] = (), start: str = ".") -> Settings:
    """Read the files that are `named`, that of the project above `start`, and that of the user.

    A loss or default of a file counts before those of the files after it.  Raises RequestError or LossplotError, in
    one line with the file's name, for a file that is broken or cannot be read.
    """
    if _ISOLATED.get():
        return Settings(plugins=False)
    return _joined(_files(named, start))


def _joined(files: Iterable[tuple[str, object]]) -> Settings:
    """Join the tables of files, the nearest first."""
    losses: dict[str, OwnLoss] = {}
    defaults: dict[str, Default] = {}
    paths: list[str] = []
    for path, tables in files:
        own, options = _read_tables(tables, path)
        for loss in own:
            for name in loss.names:
                losses.setdefault(name, loss)
        for option, value in options.items():
            defaults.setdefault(option, Default(value, path))
        paths.append(path)
    return Settings(losses, defaults, tuple(paths))


def settings_of(losses: object) -> Settings:
    """Return the losses that a Python program gives: the path of a file, or a table of losses by their names.

    Raises RequestError or LossplotError as `read_settings` does.
    """
    if losses is None:
        return Settings()
    if isinstance(losses, str | os.PathLike):
        path = os.fspath(losses)
        own, _ = _read_tables(_tables(os.path.expanduser(str(path))), str(path))
    else:
        from lossplot._settings.own import read_losses

        own = [*read_losses(losses, "losses")]
    return Settings({name: loss for loss in own for name in loss.names})


def _files(named: Sequence[str], start: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield each file with its tables, the nearest first."""
    for path in named:
        yield path, _tables(os.path.expanduser(path))
    found = [project_file(start), user_file()]
    for path in dict.fromkeys(path for path in found if path):
        tables = _tables(path)
        is_shared = os.path.basename(path) == PYPROJECT
        yield path, tables.get("tool", {}).get("lossplot", {}) if is_shared else tables


def _tables(path: str) -> Mapping[str, Any]:
    from lossplot._settings.toml import parse_tables, read_text

    return parse_tables(read_text(path, "losses"), path, "a loss needs three tables in each other")


def _read_tables(tables: object, path: str) -> tuple[list[OwnLoss], dict[str, str]]:
    """Return the losses and the defaults of a file."""
    from lossplot._settings.own import read_losses

    place = escape(path)
    if not isinstance(tables, Mapping):
        raise RequestError(f"{place}: tool.lossplot is no table; write [tool.lossplot.losses.NAME]")
    for key in tables:
        if key not in _TABLES:
            hint = suggest(key, _TABLES) or "write [losses.NAME] and [defaults]"
            raise RequestError(f"{place}: unknown table {quote(key)}; {hint}")
    defaults = tables.get("defaults", {})
    if not isinstance(defaults, Mapping):
        raise RequestError(f"{place}: defaults is no table; write [defaults] and a line for each")
    try:
        options = {option: _default(option, value) for option, value in defaults.items()}
    except RequestError as error:
        raise RequestError(f"{place}: defaults: {error}") from error
    return [*read_losses(tables.get("losses", {}), f"{place}: losses")], options


def _default(option: str, value: object) -> str:
    """Return the value of an option as a text, read once to be sure that it makes sense."""
    if option not in DEFAULTS:
        raise RequestError(
            f"{quote(option)} has no default; {suggest(option, DEFAULTS) or 'only theme, for and lang have'}"
        )
    if not isinstance(value, str):
        raise RequestError(f"{option} must be a text; put it between quotes")
    from lossplot._figure.spec import OPTIONS

    read = OPTIONS[option].read
    assert read
    read(value, option)
    if option == "lang":
        from lossplot._text.language import load_language

        load_language(value)
    return value
