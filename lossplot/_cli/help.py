"""`lossplot help [WORD...]`: the help of a command, or what is known of a word."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from lossplot._cli.app import app, load
from lossplot._cli.commands import COMMANDS
from lossplot._cli.completion.spelling import matching
from lossplot._cli.completion.values import Completed
from lossplot._cli.pager import page
from lossplot._cli.topics import TOPICS, Topic
from lossplot._errors import RequestError, check_text, quote, suggest

EXAMPLES = """\b
Examples:
  lossplot help
  lossplot help plot
  lossplot help sweeps
  lossplot help 95%
  lossplot help theme
"""
_WIDEST = 78
# How many options that a word is in are printed.
_MOST_OPTIONS = 8


def _width() -> int:
    """Return the width of the text: that of the terminal, but no more than is good to read."""
    return min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns)


def complete_word(incomplete: str) -> Completed:
    """Return the commands and topics that `incomplete` begins."""
    summaries = {name: summary for name, (_, summary) in COMMANDS.items()}
    return [*matching(incomplete, summaries | {topic.name: topic.text.partition(".")[0] for topic in TOPICS})]


def help_words(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WORD",
            help="A command, a topic such as sweeps or formulas, an option, or any word of these.",
            show_default=False,
            autocompletion=complete_word,
        ),
    ] = None,
) -> None:
    """Explain a command, an option or a word; print what may be asked for."""
    query = check_text(" ".join(" ".join(words or []).split()), "word").lower()
    if query in COMMANDS:
        page(_help_of(load(query), query))
    elif query in ("", "lossplot"):
        page(_help_of(typer.main.get_command(app), "") + _topics())
    else:
        page(_explained(query))


def _help_of(command: Any, name: str) -> str:
    group = typer.main.get_command(app)
    parent = typer.Context(group, info_name="lossplot", **group.context_settings)
    context = typer.Context(command, info_name=name, parent=parent, **command.context_settings) if name else parent
    return f"{command.get_help(context)}\n"


def _topics() -> str:
    names = ", ".join(topic.name for topic in TOPICS)
    return textwrap.fill(f"'lossplot help WORD' explains: {names}.", _width(), initial_indent="\n") + "\n"


def _explained(query: str) -> str:
    """Return what is known of `query`.  Raises RequestError if that is nothing."""
    topics = _found(query)
    options = _options(query)
    parts = [_topic(topic) for topic in topics[:1]]
    if options:
        width = max(len(name) for name, _ in options) + 2
        indent = " " * (width + 2)
        lines = [
            textwrap.fill(text, _width(), initial_indent=f"  {name:<{width}}", subsequent_indent=indent)
            for name, text in options[:_MOST_OPTIONS]
        ]
        parts.append("\n".join(["Options:", *lines]))
    if more := _catalogue(query):
        parts.append(more)
    if not parts:
        known = {word for topic in TOPICS for word in (topic.name, *topic.words)} | {*COMMANDS}
        raise RequestError(f"no help on {quote(query)}; {suggest(query, known) or 'lossplot help shows what there is'}")
    others = [f"'lossplot help {topic.name}'" for topic in topics[1:4]]
    others += [f"'lossplot help {name}'" for name in COMMANDS if query in name]
    if others:
        parts.append(f"See also {', '.join(others)}.")
    return "\n\n".join(parts) + "\n"


def _topic(topic: Topic) -> str:
    text = textwrap.fill(topic.text, _width(), break_long_words=False, break_on_hyphens=False)
    return "\n".join([topic.name.capitalize(), "", text, "", *(f"  lossplot {each}" for each in topic.examples)])


def _found(query: str) -> Sequence[Topic]:
    """Return the topics that `query` is about, the best first: by their names, their words, their texts."""
    word = query.lstrip("-")

    def rank(topic: Topic) -> int:
        names = (topic.name, *topic.words)
        if word in (topic.name, f"{topic.name}s", topic.name.removesuffix("s")):
            return 0
        if word in names or (word.endswith("%") and "%" in names):
            return 1
        if any(each.startswith(word) for each in names):
            return 2
        if any(each in names for each in word.split()):
            return 3
        return 4 if f" {word}" in f" {topic.text.lower()}" and len(word) > 2 else 5

    return [topic for topic in sorted(TOPICS, key=rank) if rank(topic) < 5]


def _options(query: str) -> list[tuple[str, str]]:
    """Return the options called `query`, or else those whose names or help have it, with their help."""
    word = query.lstrip("-")
    found: dict[str, tuple[str, str]] = {}
    commands: dict[str, list[str]] = {}
    for command in COMMANDS:
        for option in load(command).params:
            name = option.opts[-1].removeprefix("--")
            if option.param_type_name != "option":
                continue
            commands.setdefault(name, []).append(command)
            metavar = "" if option.is_flag else f" {option.metavar}"
            found.setdefault(name, (f"{', '.join(option.opts)}{metavar}", option.help))
    exact = [name for name in found if word in (name, *(each.strip("- ") for each in found[name][0].split(",")))]
    if not exact and query.startswith("-"):
        exact = [name for name in found if name.startswith(word)]
    return [(label, f"{text} ({', '.join(commands[name])})") for name, (label, text) in found.items() if name in exact]


def _catalogue(query: str) -> str:
    """Return where a loss or a property called `query` is explained; empty if there is none."""
    from lossplot._curves.glossary import PROPERTIES
    from lossplot._losses import is_name, normalise

    if is_name(query):
        return f"A loss: 'lossplot show {query}' explains it, and 'lossplot {query}' draws it."
    if normalise(query) in PROPERTIES:
        return f"A property of losses: 'lossplot show {normalise(query)}' explains it."
    return ""
