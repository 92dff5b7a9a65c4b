"""What is public is said in one place, and is enough to say what it takes and returns."""

from __future__ import annotations

import inspect
import re
import typing
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from support.cases import every

import lossplot

# Types that signatures name and that annotations import for the type checker alone.
_NAMED = {
    "Artist": Artist,
    "Axes": Axes,
    "Figure": Figure,
    "Line2D": Line2D,
    "Loss": lossplot.Loss,
    "LossFigure": lossplot.LossFigure,
}
# Parts of what is returned, which nobody makes or has a name for.
_PARTS = {"Hint", "LineKeywords", "Stretch"}
# What only the package itself calls with, or looks into.
_OWN = {"LossFigure.__init__", "LossFigure.spec", "LossplotError.__init__", "RequestError.__init__"}
_ROOT = Path(__file__).parents[2]
_DOCUMENTS = [*_ROOT.glob("docs/**/*.md"), _ROOT / "README.md", _ROOT / "lossplot" / "__init__.py"]


def _public() -> Iterator[tuple[str, Any]]:
    """Yield every public function, class and member with its name."""
    for name in lossplot.__all__:
        value = getattr(lossplot, name)
        yield name, value
        for member in dir(value) if isinstance(value, type) else ():
            if not member.startswith("_") or member in ("__init__", "__call__"):
                found = inspect.getattr_static(value, member)
                yield f"{name}.{member}", getattr(found, "fget", getattr(found, "__func__", found))


_CALLABLE = {
    name: value
    for name, value in _public()
    if name not in _OWN
    and (inspect.isfunction(value) or isinstance(value, type))
    and value.__module__.startswith("lossplot")
}


def _types(hint: Any) -> Iterator[type]:
    """Yield the types that an annotation names."""
    if isinstance(hint, list | tuple):
        for each in hint:
            yield from _types(each)
        return
    yield from _types(typing.get_args(hint))
    origin = typing.get_origin(hint) or hint
    if isinstance(origin, type):
        yield origin


@every("value", _CALLABLE.values(), ids=_CALLABLE)
def test_types_in_a_public_signature_are_public(value: Any) -> None:
    from lossplot._api.loss import LossSource
    from lossplot._formats.mpl.curve_artists import LineKeywords

    public = {getattr(lossplot, name) for name in lossplot.__all__}
    hints = typing.get_type_hints(value, localns={**_NAMED, "LossSource": LossSource, "LineKeywords": LineKeywords})
    for name, hint in hints.items():
        for each in () if name.startswith("_") else _types(hint):
            is_ours = each.__module__.startswith("lossplot") and each.__name__ not in _PARTS
            assert not is_ours or each in public, f"{name}: {each}"


def test_the_names_of_the_package_are_those_that_it_says() -> None:
    assert dir(lossplot) == sorted(lossplot.__all__)
    for name in lossplot.__all__:
        value = getattr(lossplot, name)
        assert not isinstance(value, ModuleType)
        assert name == "__version__" or len(value.__doc__) > 40, name


@every("path", _DOCUMENTS)
def test_documents_use_public_names_alone(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    prompt = "" if path.suffix == ".md" else ">>> "
    for module in re.findall(rf"^ *(?:>>> |{prompt})(?:from|import) (lossplot[\w.]*)", text, re.MULTILINE):
        assert module == "lossplot"
    for name in re.findall(r"\blossplot\.(\w+)\(", text):
        assert name in lossplot.__all__
