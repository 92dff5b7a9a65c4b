"""Print what a language lacks of the words that others have: `python tests/missing_words.py CODE`.

Each table that is printed belongs into the file of its name in `lossplot/text/languages/CODE/`, translated.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

import lossplot
from lossplot.text.language import load_topic

FOLDER = Path(lossplot.__file__).parent / "text" / "languages"


def topics() -> dict[str, list[str]]:
    """Return the keys of every topic, those of all languages together."""
    keys: dict[str, dict[str, None]] = {}
    for path in sorted(FOLDER.glob("*/*.toml")):
        keys.setdefault(path.stem, {}).update(dict.fromkeys(load_topic(path.parent.name, path.stem)))
    return {topic: [*words] for topic, words in keys.items()}


def missing(code: str) -> dict[str, list[str]]:
    """Return the keys that the language of `code` lacks, by topic."""
    lacks = {topic: [key for key in keys if key not in load_topic(code, topic)] for topic, keys in topics().items()}
    return {topic: keys for topic, keys in lacks.items() if keys}


def as_toml(tables: Mapping[str, list[str]]) -> str:
    return "\n".join(
        f"[{topic}]\n" + "".join(f'{json.dumps(key, ensure_ascii=False)} = ""\n' for key in keys)
        for topic, keys in tables.items()
    )


if __name__ == "__main__":
    print(as_toml(missing(sys.argv[1])), end="")
