"""The list of small faults and of the tests that caught them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mutants import ROOT, first_failure, listed, shares
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
        assert mutant.line() > 0


@every("test", CAUGHT)
def test_the_test_that_caught_one_is_there(test: str) -> None:
    file, _, name = test.partition("::")
    text = (ROOT / file).read_text(encoding="utf-8")
    assert not name or re.search(rf"^def {re.escape(name.partition('[')[0])}\(", text, re.MULTILINE)


def test_its_name_is_that_of_a_test_with_these_arguments(request: pytest.FixtureRequest) -> None:
    usual = {mutant.test for mutant in listed() if mutant.part == "usual"}
    names = {item.nodeid for item in request.session.items}
    files = {name.partition("::")[0] for name in names}
    # Else only some tests were asked for.
    if files >= {test.partition("::")[0] for test in usual}:
        assert usual - names == set()


def test_the_first_failure_is_named_whole_and_a_test_that_is_not_there_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "test_a.py").write_text(
        "import pytest\n\n\n"
        "@pytest.mark.parametrize('text', ['1 - x/(a - b)', '2'])\n"
        "def test_it(text):\n    assert [text] == ['2'], [1] \n"
    )
    assert first_failure(tmp_path, ["test_a.py"]) == "test_a.py::test_it[1 - x/(a - b)]"
    assert first_failure(tmp_path, ["test_a.py::test_it[2]"]) == ""
    with pytest.raises(LookupError, match="there is no test"):
        first_failure(tmp_path, ["test_a.py::test_that[1"])
