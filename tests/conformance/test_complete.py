"""The adapters and the catalogue name the same equivalents."""

from collections import Counter

from lossplot._losses import LOSSES

from .adapters import ADAPTERS

# Ceres is a library of C++, and TRL has its losses within trainers: tests/losses/test_foreign.py has their values.
_NAMES = [each.name for loss in LOSSES.values() for each in loss.equivalents if each.library not in ("ceres", "trl")]


def test_every_equivalent_has_an_adapter() -> None:
    absent = sorted(set(_NAMES) - set(ADAPTERS))
    assert not absent, f"write an adapter in tests/conformance/LIBRARY_calls.py for {', '.join(absent)}"


def test_every_adapter_has_an_equivalent() -> None:
    left = sorted(set(ADAPTERS) - set(_NAMES))
    assert not left, f"no entry names {', '.join(left)}: remove the adapter, or add the Equivalent"


def test_no_two_equivalents_share_a_name() -> None:
    twice = [name for name, count in Counter(_NAMES).items() if count > 1]
    assert not twice, f"named twice: {', '.join(twice)}"
