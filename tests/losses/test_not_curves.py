"""Losses that are no function of one number: the reason is told, and what is offered instead can be drawn."""

from __future__ import annotations

import re
from itertools import chain

import pytest
from support.cases import every

from lossplot._curves.parse import read_curves
from lossplot._errors import RequestError
from lossplot._losses import LOSSES, is_name
from lossplot._losses.not_curves import AT_LARGE, NOT_CURVES
from lossplot._losses.registry import normalise

REASONS = {*chain.from_iterable(names.values() for names in (AT_LARGE, *NOT_CURVES.values()))}


def refusal(words: str) -> str:
    with pytest.raises(RequestError) as raised:
        read_curves([words])
    return str(raised.value)


@every("name", AT_LARGE)
def test_a_name_that_is_no_curve_is_answered_with_the_reason(name: str) -> None:
    assert not is_name(name)
    assert normalise(name) == name
    for words in (name, f"{name}-loss", name.upper().replace("-", "_"), f"{name}:beta=2"):
        assert refusal(words).endswith(f" is no curve; {AT_LARGE[name]}"), words


@every("reason", sorted(REASONS))
def test_what_is_offered_instead_can_be_drawn(reason: str) -> None:
    for words in re.findall("'([^']+)'", reason):
        assert read_curves([words])
    assert re.fullmatch(r"[A-Za-z].*[^.]", reason)


def test_no_loss_is_taken_for_what_is_none() -> None:
    assert not {*LOSSES} & {*AT_LARGE}
