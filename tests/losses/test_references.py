"""Sources as references that can be followed and quoted, and the pages where libraries describe their losses."""

from __future__ import annotations

import re

import pytest

from lossplot._losses import LOSSES
from lossplot._losses.documentation import documentation
from lossplot._losses.equivalent import Equivalent
from lossplot._losses.references import _IDENTIFIERS, Reference, references

WORKS = {work.words: work for loss in LOSSES.values() for work in references(loss.source)}
CALLS = [(loss, each) for loss in LOSSES.values() for each in loss.equivalents]

# The landing pages of arXiv, Crossref and libraries, read in a browser.
LINKS = {
    "Huber 1964, Robust Estimation of a Location Parameter": "https://doi.org/10.1214/aoms/1177703732",
    "Barron 2019, A General and Adaptive Robust Loss Function": "https://arxiv.org/abs/1701.03077",
    "Brier 1950, Verification of forecasts expressed in terms of probability": (
        "https://doi.org/10.1175/1520-0493(1950)078%3C0001:VOFEIT%3E2.0.CO;2"
    ),
    "Wang & Zou 2018": "https://scholar.google.com/scholar?q=Wang+%26+Zou+2018",
    "PyTorch, torch.nn.HingeEmbeddingLoss": (
        "https://docs.pytorch.org/docs/stable/generated/torch.nn.HingeEmbeddingLoss.html"
    ),
    "Ceres Solver, ArctanLoss": "http://ceres-solver.org/nnls_modeling.html#lossfunction",
}


def test_the_words_of_the_references_of_a_loss_are_its_source() -> None:
    for loss in LOSSES.values():
        assert "; ".join(work.words for work in references(loss.source)) == loss.source


@pytest.mark.parametrize(("words", "link"), LINKS.items())
def test_a_source_leads_to_the_work(words: str, link: str) -> None:
    assert WORKS[words].link == link


def test_every_identifier_is_one_and_belongs_to_one_work() -> None:
    for start, identifier in _IDENTIFIERS.items():
        assert re.fullmatch(r"arXiv:\d{4}\.\d{4,5}|10\.\d{4,5}/[^\s&]+", identifier), start
        titles = {work.title for work in WORKS.values() if work.words.startswith(start)} - {""}
        assert len(titles) <= 1, (start, titles)
        assert any(work.words.startswith(start) for work in WORKS.values()), start
    assert len({*_IDENTIFIERS.values()}) == len(_IDENTIFIERS)


def test_the_year_of_an_identifier_fits_its_reference() -> None:
    """An arXiv number begins with year and month: the paper is of that year, or up to four years later."""
    checked = 0
    for work in WORKS.values():
        if work.identifier.startswith("arXiv:"):
            posted = 2000 + int(work.identifier.removeprefix("arXiv:")[:2])
            assert 0 <= int(work.year) - posted <= 4, work.words
            checked += 1
    assert checked > 15


def test_authors_years_and_titles_are_told_apart() -> None:
    told = {work.words: (work.authors, work.year, work.title, work.key) for work in WORKS.values()}
    assert told["Bishop 2006, Pattern Recognition and Machine Learning, section 1.5.5"] == (
        "Bishop",
        "2006",
        "Pattern Recognition and Machine Learning",
        "bishop2006",
    )
    assert told["Charbonnier et al. 1997"] == ("Charbonnier et al.", "1997", "", "charbonnier1997")
    assert told["SciPy, scipy.optimize.least_squares"][:2] == ("", "")
    assert {key for *_, key in told.values() if not re.fullmatch(r"[a-z]+(\d{4})?", key)} == set()


def test_an_entry_for_bibtex_lists_the_authors_and_keeps_capitals() -> None:
    [work] = references("van den Oord, Li & Vinyals 2018, Representation Learning & More")
    assert work.bibtex == (
        "@misc{oord2018,\n"
        "  author = {{van den Oord} and Li and Vinyals},\n"
        "  title = {{Representation Learning \\& More}},\n"
        "  year = {2018},\n"
        "  eprint = {1807.03748},\n"
        "  archiveprefix = {arXiv},\n"
        "}\n"
    )
    [several] = references("Charbonnier et al. 1997")
    assert "  author = {Charbonnier and others},\n" in several.bibtex
    for each in WORKS.values():
        assert each.bibtex.count("{") == each.bibtex.count("}")
        assert "et al" not in each.bibtex
    assert Reference("x", title="50% & $1_0").bibtex == "@misc{x,\n  title = {{50\\% \\& \\$1\\_0}},\n}\n"


def test_each_call_has_the_page_that_describes_it() -> None:
    without = {each.call for _, each in CALLS if not documentation(each)}
    assert {call for call in without if not call.startswith("sklearn._loss.")} == set()
    for _, each in CALLS:
        address = documentation(each)
        assert not re.search(r"[{} ]", address), each.call
        if each.library in ("torch", "sklearn", "scipy", "statsmodels"):
            assert not address or each.library in address.replace("pytorch", "torch").replace("scikit-learn", "sklearn")
    assert documentation(Equivalent("scipy:huber", "scipy.special.huber(delta, r)")) == (
        "https://docs.scipy.org/doc/scipy/reference/generated/scipy.special.huber.html"
    )
    assert documentation(Equivalent("other:loss", "other.loss(r)")) == ""
