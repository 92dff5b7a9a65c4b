"""The numbers of drawing stand in Python alone: the scripts of the page read them."""

from __future__ import annotations

import json
import re
from importlib import import_module

from lossplot._gallery.page.drawing_prelude import drawing_prelude
from lossplot._gallery.page.scripts import asset, needed

NUMBERS: dict[str, dict[str, float]] = json.loads(drawing_prelude().removeprefix("const DRAWING = ").rstrip(";\n"))
SCRIPTS = {name: asset(f"{name}.js") for name in {*needed("live"), *needed("train")}}


def test_scripts_read_every_number_and_no_other() -> None:
    read: dict[str, set[str]] = {module: set() for module in NUMBERS}
    for text in SCRIPTS.values():
        for names, module in re.findall(r"const \{ ([\w, ]+) \} = DRAWING\.(\w+);", text):
            read[module] |= {*names.split(", ")}
        for module, name in re.findall(r"DRAWING\.(\w+)\.(\w+)", text):
            read[module].add(name)
    assert read == {module: {*numbers} for module, numbers in NUMBERS.items()}


def test_no_script_has_such_a_number_of_its_own() -> None:
    for module, numbers in NUMBERS.items():
        text = SCRIPTS.get(module, "")
        assert not [name for name in numbers if re.search(rf"const {name} = [\d.]", text)], module


def test_scripts_are_called_as_the_modules_that_they_follow() -> None:
    for module, numbers in NUMBERS.items():
        python = import_module(f"lossplot._figure.{module}")
        assert numbers == {name: getattr(python, name) for name in numbers}
        followers = [name for name, text in SCRIPTS.items() if f"DRAWING.{module}" in text]
        assert followers == ([module] if module in SCRIPTS else followers)
        assert followers
