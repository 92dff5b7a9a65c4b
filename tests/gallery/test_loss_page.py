"""The page of a loss and the first page, in the usual run for a few losses: facts, links, pictures, words."""

from __future__ import annotations

import html
import json
import re
from functools import cache
from pathlib import Path

import pytest
from support.browser import card_of
from support.node import losses_of_page

from lossplot._curves.parse import read_curves
from lossplot._gallery.data.figures import GalleryFigure, gallery_figures
from lossplot._gallery.make import formats_in, settle
from lossplot._gallery.page.index_page import index_page
from lossplot._gallery.page.loss_page import loss_page
from lossplot._gallery.page.markup import MARK, in_language
from lossplot._gallery.page.relations import relation
from lossplot._losses import LOSSES, normalise


@cache
def figures() -> dict[str, GalleryFigure]:
    return {figure.name: figure for figure in gallery_figures()}


@cache
def page(name: str, code: str = "en") -> str:
    neighbours = (card_of("hinge"), None)
    made = loss_page(
        card_of(name), figures()[f"losses/{name}"], figures().get(f"families/{name}"), ["svg", "pdf"], neighbours
    )
    return in_language(made, code)


def rows(name: str, title: str, code: str = "en") -> list[list[str]]:
    """The words in the cells of a table of the page, by the words before it."""
    text = page(name, code)
    tables = re.findall(r"<table.*?</table>", text[text.index(f">{title}<") :], re.DOTALL)
    cells = [
        re.findall(r"<t[dh].*?</t[dh]>", row, re.DOTALL) for row in re.findall("<tr.*?</tr>", tables[0], re.DOTALL)
    ]
    return [[" ".join(html.unescape(re.sub("<[^>]*>", " ", cell)).split()) for cell in row] for row in cells]


def test_parameters_have_their_letters_defaults_and_domains() -> None:
    assert rows("huber", "Parameters") == [["Parameter", "Default", "Domain"], ["δ delta", "1", "(0, ∞)"]]
    assert rows("tukey-biweight", "Parameters")[1:] == [["c c", "4.685", "(0, ∞)"]]
    assert [row[1:] for row in rows("taylor-ce", "Parameters")[1:]] == [["2", "a whole number in [1, 1000]"]]
    assert ">Parameters<" not in page("exponential")


def test_properties_have_their_values_and_for_which_parameters() -> None:
    found = {row[0].split(" The ")[0].split(" No ")[0]: row[1] for row in rows("huber", "Properties")}
    assert found["convex"] == "yes , for all parameters"
    assert found["supremum"] == "∞"
    assert not any("inf" in value.split() for value in found.values())
    assert {row[1] for row in rows("exponential", "Properties")} >= {"yes", "no", "0", "∞"}


def test_a_page_leads_to_its_relatives_that_have_a_page() -> None:
    words = "huber and smooth-l1 are the same curve for delta = beta = 1"
    linked = in_language(relation(words, card_of("huber")), "en")
    assert linked == 'Huber and <a href="smooth-l1.html">Smooth L1</a> are the same curve for δ = β = 1'
    alone = card_of("huber") | {"pages": frozenset({"huber"})}
    assert "<a" not in in_language(relation(words, alone), "en")
    part = in_language(relation("half-squared is 1/2 of squared", card_of("half-squared")), "en")
    assert part == 'Half squared error is 1/2 of <a href="squared.html">Squared error</a>'


def test_a_page_says_what_its_card_says() -> None:
    for name in ("huber", "hinge", "tweedie-deviance"):
        card = card_of(name)
        for tree in (card["formula"], card["derivative"]):
            assert re.sub(' (?:xmlns|style)="[^"]*"', "", tree["mathml"]) in page(name)
        copied = [html.unescape(each) for each in re.findall('data-copy-text="([^"]*)"', page(name))]
        assert copied[:2] == [
            f"L({card['variable']}) = {card['formula']['latex']}",
            f"L'({card['variable']}) = {card['derivative']['latex']}",
        ]
        assert copied[2 : 2 + len(card["equivalents"])] == [each["call"] for each in card["equivalents"]]
        for code in card["code"].values():
            assert html.escape(code.strip().splitlines()[-1], quote=False) in html.unescape(page(name)) or html.escape(
                code.strip().splitlines()[-1]
            ) in page(name)
        for task in card["tasks"]:
            assert f">{task}</a>" in page(name)


def test_a_page_has_its_figures_and_its_neighbour() -> None:
    text = page("huber")
    assert '<img src="../losses/huber.svg" alt="' in text
    assert 'href="../losses/huber.pdf"' in text
    assert "../losses/huber.png" not in text
    assert "?huber:delta=0.25+huber:delta=0.5+huber:delta=1+huber:delta=2#live" in text
    assert 'href="hinge.html"' in text
    assert "<h1>Huber</h1>" in text
    assert "<h1>Huber 损失</h1>" in page("huber", "zh")
    assert not re.search("<mtext>(?:if|otherwise)<", page("huber", "zh"))


def test_the_first_pictures_are_loaded_at_once_and_others_when_they_are_seen() -> None:
    names = ("hinge", "huber", "exponential", "tweedie-deviance", "tukey-biweight")
    text = in_language(index_page([*map(card_of, names)]), "en")
    pictures = re.findall(r'<img src="cards/([\w-]+)\.svg"[^>]*>', text)
    lazy = [' loading="lazy"' in tag for tag in re.findall("<img[^>]*>", text)]
    # In the order of their axes on the page.
    assert sorted(pictures) == sorted(names)
    assert lazy.count(False) == 4
    assert lazy[pictures.index("tukey-biweight")]
    assert "<h1>5 loss functions, drawn honestly</h1>" in text


def test_a_loss_is_found_on_the_page_by_each_of_its_aliases() -> None:
    found = re.findall(
        r'^lossplot\.losses\["([^"]+)"\] = \{(.*?)^\};', losses_of_page().decode(), re.MULTILINE | re.DOTALL
    )
    assert [name for name, _ in found] == [*LOSSES]
    for name, text in found:
        called = re.search(r"^called: (.*),$", text, re.MULTILINE)
        names = {*json.loads(called[1])} if called else set()
        assert names >= {normalise(alias) for alias in LOSSES[name].aliases}, name
        assert all(read_curves([word])[0].loss.name == name for word in names)


FOREIGN = b"<!DOCTYPE html>\n<p>mine</p>"


@pytest.mark.parametrize("words", [MARK, b"Made by lossplot gallery", b"gallery.schema.json"])
def test_a_page_that_only_speaks_of_the_gallery_is_somebody_else_s(tmp_path: Path, words: bytes) -> None:
    """The mark stands near the start of what the gallery has made."""
    path = tmp_path / "index.html"
    path.write_bytes(FOREIGN + b" " * 400 + words)
    outcome = settle("index.html", str(tmp_path), b"new", True, False)
    assert (outcome.status, path.read_bytes()) == ("failed", FOREIGN + b" " * 400 + words)
    assert "was not made by lossplot gallery" in outcome.message
    assert settle("index.html", str(tmp_path), b"new", True, True).status == "made"
    assert path.read_bytes() == b"new"


def test_a_gallery_is_checked_in_the_formats_that_it_has(tmp_path: Path) -> None:
    three = [*figures().values()][:3]
    assert formats_in(str(tmp_path), three) == ("svg", "png", "pdf", "csv", "py")
    for name in (f"{three[0].name}.svg", f"{three[2].name}.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert [*formats_in(str(tmp_path), three)] == ["svg", "csv"]
