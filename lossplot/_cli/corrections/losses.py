"""Corrections of losses: lists, sums and parameters written as elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lossplot._cli.corrections.line import Line, argument
from lossplot._errors import LossplotError, is_number
from lossplot._losses import Parameter, find, is_name, normalise
from lossplot._losses.foreign import is_library

# Words beside a name, and between losses, that say nothing.
FILLERS = frozenset(("loss", "losses", "function", "functions", "the", "curve", "curves", "plot", "of"))
JOINERS = frozenset(("and", "vs", "vs.", "versus", "or", "with", "against", "&", "&&", ",", ";", "|"))
_LISTED = re.compile(r"\s*[,;|&]\s*")
_OPERATORS = tuple("+-*/^")
_DOTTED = re.compile(r"(\w+)(?:\.\w+)*?\.(\w+)(?:\(\))?")
_OBJECTIVES = ("reg:", "binary:", "multi:", "rank:", "count:", "survival:")
_MODULES = {"nn": "torch", "F": "torch"}
# How many words a name has at most.
MOST_NAME_WORDS = 4
_CALL = re.compile(r"\s*([^\W\d][\w-]*)\s*[:(\[{?@= ]\s*(.*?)[)\]}\s]*", re.DOTALL)
_PIECE = re.compile(r"\s*(?:([^\W\d]\w*)\s*(?:[=: ]\s*|$))?\s*[=\[({]*\s*([^\])}]*?)\s*[\])}]*\s*")
_ENDS = re.compile(r"(\S+:\w+)=(-?[\d.]+?)\s*(?:\.\.\.+|…|–|-|:|to|\s)\s*(\d[\d.]*)")
_LABEL = re.compile(r"(.+?)(\s+as\s+|=|:\s+)(.+)")
_VALUE = re.compile(r"[-+]?[\d.][\d.e+-]*%?|-?inf", re.IGNORECASE)


def lists(line: Line) -> Iterator[Line]:
    """Yield the line with `hinge,logistic` as two words, and without the `and` between losses."""
    for place in line.losses:
        text = line.parts[place].text
        if text.lower() in JOINERS and len(line.losses) > 1:
            yield line.with_parts(place, place + 1, ())
        elif len(parts := _listed(text)) > 1:
            yield line.with_parts(place, place + 1, map(argument, parts))


def _listed(text: str) -> list[str]:
    """Split `text` at commas and the like outside brackets; a number belongs to the parameter before it."""
    if re.search(r"[(\[{]", text):
        return [text]
    result: list[str] = []
    for part in filter(None, _LISTED.split(text.strip())):
        if result and (_VALUE.fullmatch(part) and "=" in result[-1]):
            result[-1] += f",{part}"
        else:
            result.append(part)
    return result


def sums(line: Line) -> Iterator[Line]:
    """Yield the line with `hinge + logistic` as one word."""
    places = line.losses
    groups: list[list[int]] = []
    for place in places:
        text = line.parts[place].text
        begins = text.startswith(_OPERATORS) and bool(groups)
        goes_on = bool(groups) and line.parts[groups[-1][-1]].text.endswith(_OPERATORS)
        is_next = bool(groups) and place == groups[-1][-1] + 1
        if is_next and (begins or goes_on):
            groups[-1].append(place)
        else:
            groups.append([place])
    joined = line
    for group in reversed(groups):
        if len(group) > 1:
            text = " ".join(line.parts[place].text for place in group)
            joined = joined.with_parts(group[0], group[-1] + 1, [argument(text)])
    if joined != line:
        yield joined


def parameters(line: Line) -> Iterator[Line]:
    """Yield the line with `huber delta=1`, `huber delta 1` and `huber : delta = 1` as one word."""
    places = line.losses
    for index, place in enumerate(places):
        if index == 0 or places[index - 1] != place - 1:
            continue
        before, text = line.parts[place - 1].text, line.parts[place].text
        for more in range(4):
            after = [line.parts[each].text for each in places[index + 1 : index + 1 + more]]
            if places[index : index + 1 + more] != [*range(place, place + 1 + more)] or len(after) < more:
                break
            if repaired := repair(_joined(before, (text, *after))):
                yield line.with_parts(place - 1, place + 1 + more, [argument(repaired)])
    for index, place in enumerate(places[1:], 1):
        # Of several losses that one is meant which has the parameter.
        for other in reversed(places[:index]):
            joined = f"{line.parts[other].text}:{line.parts[place].text}"
            if other != place - 1 and "=" in line.parts[place].text and (repaired := repair(joined)):
                yield line.with_parts(place, place + 1, ()).with_parts(other, other + 1, [argument(repaired)])


def _joined(loss: str, words: Sequence[str]) -> str:
    """Return `loss` with `words` behind it, those apart that are each a value."""
    pieces: list[str] = []
    for word in filter(None, (each.strip(":") for each in words)):
        if pieces and (word.startswith("=") or pieces[-1].endswith("=") or pieces[-1].isidentifier()):
            pieces[-1] = f"{pieces[-1]} {word}"
        else:
            pieces.append(word)
    return ":".join([loss.rstrip(":"), *pieces])


def spellings(line: Line) -> Iterator[Line]:
    """Yield the line with `huber:2`, `huber(delta 2)`, `huber:delta:2` and `huber:d=2` as they are written here."""
    for place in line.losses:
        text = line.parts[place].text
        for repaired in (
            repair(text),
            hyphened(text),
            in_library(text),
            text.rstrip(":") if is_name(text[:-1]) else "",
            _without_loss(text),
            _sweep(text),
            _labelled(text),
        ):
            if repaired and repaired != text:
                yield line.with_parts(place, place + 1, [argument(repaired)])


def names(line: Line) -> Iterator[Line]:
    """Yield the line with `squared hinge` as one name."""
    places = line.losses
    for index, place in enumerate(places):
        for end in range(min(index + MOST_NAME_WORDS, len(places)), index + 1, -1):
            if places[index:end] == [*range(place, place + end - index)]:
                words = " ".join(line.parts[each].text for each in places[index:end])
                if name := hyphened(words):
                    yield line.with_parts(place, place + end - index, [argument(name)])


def _without_loss(text: str) -> str:
    """Return `squared` for `squared-loss`, or scikit-learn's `neg_squared`; empty if that is no name."""
    name, colon, values = text.partition(":")
    bare = re.sub(r"^neg[-_ ]|[-_ ]?loss$", "", name, flags=re.IGNORECASE)
    return f"{bare}{colon}{values}" if bare != name and is_name(bare) and not is_name(name) else ""


def _sweep(text: str) -> str:
    """Return `huber:delta=0.1..3` for one of `0.1...3`, `0.1-3`, `0.1:3` or `0.1 to 3`; empty if it is another."""
    match = _ENDS.fullmatch(text)
    return f"{match[1]}={match[2]}..{match[3]}" if match and is_name(match[1].partition(":")[0]) else ""


def _labelled(text: str) -> str:
    """Return `H=hinge` for `hinge as H`, `hinge=H` and `H: hinge`; empty if there is no loss in it."""
    match = _LABEL.fullmatch(text)
    if not match:
        return ""
    first, second = match[1].strip(), match[3].strip()
    loss, label = (second, first) if _is_loss(second) else (first, second)
    # Of `huber:delta=2` the last part is a value.
    is_plain = "=" not in match[2] or is_name(loss) or _is_call(loss)
    return f"{label}={loss}" if _is_loss(loss) and is_plain and label and not _is_loss(label) else ""


def _is_loss(text: str) -> bool:
    return is_name(text.partition(":")[0]) or _is_call(text)


def _is_call(text: str) -> bool:
    """Return True if `text` has a call of a function, as a formula has."""
    return bool(re.search(r"[a-z]\(", text))


def fillers(line: Line) -> Iterator[Line]:
    """Yield the line without a word such as `loss` beside the names of losses."""
    for place in line.losses:
        if line.parts[place].text.lower() in FILLERS and len(line.losses) > 1:
            yield line.with_parts(place, place + 1, ())


def hyphened(text: str) -> str:
    """Return the name of a loss that `text` is with spaces in place of hyphens; empty if it is none."""
    name = "-".join(text.split())
    return name if " " in text.strip() and is_name(name) else ""


def in_library(text: str) -> str:
    """Return what `torch.nn.HuberLoss`, `F.mse_loss()` or `reg:squarederror` is called here; empty if it is no loss."""
    if text.startswith(_OBJECTIVES):
        return f"xgboost:{text}"
    match = _DOTTED.fullmatch(text)
    library = _MODULES.get(match[1], match[1]) if match else ""
    return f"{library}:{match[2]}" if match and is_library(library) else ""


def repair(text: str) -> str:
    """Return a loss with parameters, in whatever way they are given to it, as it is written; empty if it is none."""
    match = _CALL.fullmatch(text)
    if not match or not is_name(match[1]) or not match[2]:
        return ""
    known = find(match[1]).parameters
    given: dict[str, list[str]] = {}
    current, is_named = "", False
    for piece in re.split(r"[:;,&]", match[2]):
        name, value = _named(piece)
        if name:
            parameter = _meant(name, known, value)
            if not parameter:
                return ""
            current = parameter
            given.setdefault(current, [])
            is_named = True
        elif not is_named and (free := [each.name for each in known if each.name not in given]):
            current = free[0]
            given[current] = []
        if not current:
            return ""
        if value:
            if not _VALUE.fullmatch(value):
                return ""
            given[current].append(value)
    if not given or not all(given.values()):
        return ""
    return ":".join([match[1], *(f"{name}={','.join(values)}" for name, values in given.items())])


def _named(piece: str) -> tuple[str, str]:
    """Return the name, if any, and the value in `delta = 2`, `delta 2`, `delta` or `2`."""
    match = _PIECE.fullmatch(piece)
    return (match[1] or "", match[2]) if match else ("", piece.strip())


def _meant(name: str, known: Sequence[Parameter], value: str = "") -> str:
    """Return the one of the `known` parameters that `name` is or begins, or with a `value` the only one there is."""
    names = [parameter.name for parameter in known]
    normal = normalise(name)
    exact = [each for each in names if normalise(each) == normal]
    beginning = [each for each in names if normalise(each).startswith(normal)]
    if found := exact or (beginning if len(beginning) == 1 else []):
        return found[0]
    return names[0] if len(names) == 1 and value and not is_name(name) else ""


def has_parameter(text: str, name: str) -> str:
    """Return the name of the parameter of the loss `text` that is called `name`; empty if it has none."""
    try:
        known = find(text.partition(":")[0]).parameters
    except LossplotError:
        return ""
    return _meant(name, known)


def with_parameter(line: Line, name: str, value: str) -> Line | None:
    """Return the line with a parameter given to each of its losses that has one so called; None if none has."""
    result = line
    for place in line.losses:
        text = line.parts[place].text
        if (parameter := has_parameter(text, name)) and f":{parameter}=" not in text:
            result = result.with_parts(place, place + 1, [argument(f"{text}:{parameter}={value}")])
    return result if result != line else None


def is_value(text: str) -> bool:
    """Return True if `text` may be the value of a parameter, or several."""
    return all(is_number(each.removesuffix("%")) for each in text.split(","))
