"""Print the words that a language lacks: `python tests/missing_words.py CODE`.

Each table that is printed belongs into the file of its name in `lossplot/_text/languages/CODE/`, translated.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path

import lossplot
from lossplot._losses import LOSSES
from lossplot._text.language import load_topic

FOLDER = Path(lossplot.__file__).parent / "_text" / "languages"


def topics() -> dict[str, list[str]]:
    """Return the keys of every topic: all losses, and what any language has."""
    keys = {topic: dict.fromkeys(LOSSES) for topic in ("losses", "summaries")}
    for path in sorted(FOLDER.glob("*/*.toml")):
        keys.setdefault(path.stem, {}).update(dict.fromkeys(load_topic(path.parent.name, path.stem)))
    return {topic: [*words] for topic, words in keys.items()}


def missing(code: str) -> dict[str, list[str]]:
    """Return the keys that the language of `code` lacks, by topic."""
    lacks = {topic: [key for key in keys if key not in load_topic(code, topic)] for topic, keys in topics().items()}
    return {topic: keys for topic, keys in lacks.items() if keys}


def as_toml(tables: Mapping[str, list[str]]) -> str:
    return "\n".join(f"[{topic}]\n" + "".join(f'{_key(key)} = ""\n' for key in keys) for topic, keys in tables.items())


def _key(text: str) -> str:
    return text if re.fullmatch("[A-Za-z0-9_-]+", text) else json.dumps(text, ensure_ascii=False)


if __name__ == "__main__":
    print(as_toml(missing(sys.argv[1])), end="")
