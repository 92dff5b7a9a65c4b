"""The list of small faults and of the tests that caught them."""

from __future__ import annotations

import re

from mutants import ROOT, listed, shares
from support.cases import every

CAUGHT = sorted({mutant.test for mutant in listed() if mutant.test})


def test_of_all_faults_nine_tenths_are_caught_and_eight_by_the_usual_tests() -> None:
    mutants = listed()
    assert len({mutant.key for mutant in mutants}) == len(mutants)
    assert {mutant.part for mutant in mutants} <= {"usual", "slow", "survived", "equal"}
    usual, every = shares(mutants)
    assert usual >= 0.8
    assert every >= 0.9


def test_a_fault_is_caught_by_a_test_and_what_is_equal_by_none() -> None:
    for mutant in listed():
        assert bool(mutant.test) == (mutant.part in ("usual", "slow")), mutant
        assert mutant.before != mutant.after


@every("test", CAUGHT)
def test_the_test_that_caught_one_is_there(test: str) -> None:
    file, _, name = test.partition("::")
    text = (ROOT / file).read_text(encoding="utf-8")
    assert not name or re.search(rf"^def {re.escape(name.partition('[')[0])}\(", text, re.MULTILINE)
