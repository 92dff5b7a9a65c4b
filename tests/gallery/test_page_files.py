"""The files of the page, as they lie on the disk: small, whole, without a link that leads nowhere or elsewhere."""

from __future__ import annotations

import gzip
import html
import json
import re
from base64 import b64decode
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import quote

import pytest
from fontTools.ttLib import TTFont
from support.browser import all_cards, all_trainings, some_figures
from support.language_folders import FRENCH, only_languages

from lossplot._curves.curve import default_curve
from lossplot._curves.glossary import PROPERTIES
from lossplot._curves.parse import read_curves
from lossplot._curves.tags import TAGS
from lossplot._figure.spec import FigureSpec
from lossplot._formats.letters import FACES
from lossplot._formula.notation.letters import GREEK
from lossplot._gallery.data.figures import gallery_figures
from lossplot._gallery.data.trainings import CASES
from lossplot._gallery.page import page_words
from lossplot._gallery.page.cards import loss_card
from lossplot._gallery.page.live_address import live_address
from lossplot._gallery.page.page import page_files
from lossplot._gallery.page.page_words import both, other_languages, script_messages, summary
from lossplot._gallery.page.scripts import asset, joined_script, losses_script, needed
from lossplot._losses import LOSSES
from lossplot._losses.documentation import documentation
from lossplot._losses.references import references
from lossplot._text.language import languages, load_topic
from lossplot._text.tasks import title_of
from lossplot._version import CITATION

pytestmark = pytest.mark.slow

# Where links lead that leave the gallery: to the works that losses come from, and to what describes their calls.
ELSEWHERE = {work.link for loss in LOSSES.values() for work in references(loss.source)} | {
    documentation(each) for loss in LOSSES.values() for each in loss.equivalents
}
VOID = {"br", "hr", "img", "input", "link", "meta", "mspace"}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return page_files(all_cards(), some_figures(all_cards()), ["svg", "pdf"], all_trainings())


class Reader(HTMLParser):
    """What a page refers to, its ids, the alt texts of its pictures; it fails where tags do not close in order."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.ids: list[str] = []
        self.referred: list[str] = []
        self.pictures: list[dict[str, str | None]] = []
        self.open: list[str] = []
        self.feed(page.decode())
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        self.addresses += [value for name in ("href", "src") if (value := found.get(name))]
        self.ids += [value] if (value := found.get("id")) else []
        for name in ("aria-labelledby", "aria-describedby", "for"):
            self.referred += (found.get(name) or "").split()
        if tag == "img":
            self.pictures.append(found)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag


def test_there_is_a_page_for_each_loss_and_the_same_bytes_each_time(files: dict[str, bytes]) -> None:
    assert {f"losses/{name}.html" for name in LOSSES} <= files.keys()
    assert page_files(all_cards(), some_figures(all_cards()), ["svg", "pdf"], all_trainings()) == files


def test_the_index_is_small(files: dict[str, bytes]) -> None:
    assert [name for name in files if name.endswith("index.html")] == ["index.html", "zh/index.html"]
    for page in ("index.html", "zh/index.html"):
        loaded = [files[name] for name in (page, "assets/first.js", "assets/catalogue.js")]
        assert sum(map(len, loaded)) < 200_000
        assert sum(len(gzip.compress(each)) for each in loaded) < 60_000
    # The reader of formulas is loaded when somebody types one.
    assert len(gzip.compress(files["assets/formula.js"])) < 120_000
    assert max(len(content) for name, content in files.items() if name != "assets/formula.js") < 300_000


def test_every_address_leads_to_a_file_of_the_gallery(files: dict[str, bytes]) -> None:
    names = [figure.name for figure in some_figures(all_cards())] + [picture.name for picture in all_trainings()]
    figures = {f"{name}.{each}" for name in names for each in ("svg", "pdf")} | {f"zh/{name}.svg" for name in names}
    for name, content in files.items():
        if not name.endswith(".html"):
            continue
        read = Reader(content)
        for address in read.addresses:
            path = re.split("[?#]", address)[0]
            if path and address not in ELSEWHERE:
                assert normpath(PurePosixPath(name).parent / path) in files.keys() | figures, (name, address)
        assert len(set(read.ids)) == len(read.ids), name
        assert set(read.referred) <= set(read.ids), name
        assert {"main"} <= set(read.ids)


def test_no_file_asks_for_anything_elsewhere(files: dict[str, bytes]) -> None:
    for name, content in files.items():
        # A visitor may follow a link to a source; nothing goes there by itself.
        asking = re.sub(rb"http://www\.w3\.org/\S+|/\*\nCopyright .*?\*/|<a [^>]*>", b"", content, flags=re.DOTALL)
        remote = re.findall(rb'(?:https?:)?//[\w.]+\.\w+[^\s"\'<]*', asking)
        code = name.endswith((".js", ".css"))
        assert not [each for each in remote if code is False or b"http" in each], (name, remote)


def test_the_letters_come_with_the_page_under_their_licence(files: dict[str, bytes]) -> None:
    script = files["assets/letters.js"].decode()
    assert "SIL OPEN FONT LICENSE" in script.upper()
    assert "The Inter Project Authors" in script
    faces = dict(re.findall(r'"(\w+)": "([^"]*)"', script))
    assert faces.keys() == FACES.keys()
    for face, data in faces.items():
        with TTFont(BytesIO(b64decode(data))) as font:
            assert font["name"].getDebugName(1) in ("Inter", "Inter Medium"), face
    # A page that has no live figure needs none.
    assert "letters.js" not in files["index.html"].decode()
    assert "letters.js" in files["overlay.html"].decode()


def test_pictures_keep_their_place_and_say_what_they_show(files: dict[str, bytes]) -> None:
    cards, others = (Reader(files[name]).pictures for name in ("index.html", "figures.html"))
    assert (len(cards), len(others)) == (len(LOSSES), 1 + len(CASES))
    pictures = [*cards, *others]
    for picture in pictures:
        assert int(picture["width"] or 0) > 300
        assert int(picture["height"] or 0) > 200
        assert len(picture["alt"] or "") > 40
    assert all(re.search("[\u4e00-\u9fff]", each["alt"] or "") for each in Reader(files["zh/figures.html"]).pictures)
    assert sum(picture.get("loading") != "lazy" for picture in pictures) <= 4


def test_pictures_are_in_the_language_of_the_page_and_none_is_there_twice(files: dict[str, bytes]) -> None:
    for name, content in files.items():
        if not name.endswith(".html"):
            continue
        sources = [picture["src"] or "" for picture in Reader(content).pictures]
        assert len(set(sources)) == len(sources), name
        for source in sources:
            path = normpath(PurePosixPath(name).parent / source)
            assert path.startswith("cards/") or path.startswith("zh/") == name.startswith("zh/"), (name, source)


def test_pages_have_english_pictures_of_what_cannot_be_drawn_in_their_language() -> None:
    cards = all_cards()[:1]
    figures = [replace(figure, drawn_in=("en",)) for figure in some_figures(cards)]
    trainings = [picture.drawn_in(["en"]) for picture in all_trainings()]
    pages = page_files(cards, figures, ["svg", "pdf"], trainings)
    sources = {name: Reader(content).addresses for name, content in pages.items() if name.startswith("zh/")}
    assert f"../../losses/{cards[0]['name']}.svg" in sources[f"zh/losses/{cards[0]['name']}.html"]
    assert "../overlays/esl-10-4.svg" in sources["zh/figures.html"]
    assert f"../trainings/{CASES[0].name}.svg" in sources["zh/figures.html"]


def test_the_command_of_a_figure_is_in_the_language_of_the_page(files: dict[str, bytes]) -> None:
    for name, is_chinese in (("figures.html", False), ("zh/figures.html", True)):
        commands = re.findall('data-copy-text="(lossplot [^"]*)"', files[name].decode())
        assert len(commands) == 1 + len(CASES)
        assert all((" --lang=zh" in command) == is_chinese for command in commands)


def test_a_loss_page_offers_the_files_that_there_are(files: dict[str, bytes]) -> None:
    addresses = Reader(files["losses/huber.html"]).addresses
    assert {"../losses/huber.svg", "../losses/huber.pdf", "../families/huber.pdf"} <= set(addresses)
    assert "../losses/huber.png" not in addresses
    assert b"--second-derivative -o huber.py<" in files["losses/huber.html"]


def test_a_loss_page_says_what_its_card_says(files: dict[str, bytes]) -> None:
    for card in all_cards():
        page = files[f"losses/{card['name']}.html"].decode()
        for tree in (card["formula"], card["derivative"]):
            assert re.sub(' (?:xmlns|style)="[^"]*"', "", tree["mathml"]) in page
        folded = 3 if card["parameters"] else 2
        assert page.count("<details") == len(card["code"]) + len(card["properties"]) + folded
        chinese = files[f"zh/losses/{card['name']}.html"].decode()
        for name in card["properties"]:
            assert f"<summary>{both(name)['zh']}</summary>" in chinese
        works = references(card["source"])
        copied = [html.unescape(each) for each in re.findall('data-copy-text="([^"]*)"', page)]
        assert copied == [
            f"L({card['variable']}) = {card['formula']['latex']}",
            f"L'({card['variable']}) = {card['derivative']['latex']}",
            *(each["call"] for each in card["equivalents"]),
            *(work.bibtex for work in works),
            CITATION,
        ]
        links = Reader(page.encode()).addresses
        assert [address for address in links if address in ELSEWHERE][-len(works) :] == [work.link for work in works]


def test_a_loss_page_leads_to_the_losses_of_the_same_tasks(files: dict[str, bytes]) -> None:
    for card in all_cards():
        for code, folder in (("en", ""), ("zh", "zh/")):
            page = files[f"{folder}losses/{card['name']}.html"].decode()
            for title in (title_of(task, code) for task in card["tasks"]):
                assert f'<a href="../index.html?q={quote(title)}">{title}</a>' in page


def test_a_note_stands_below_its_figure(files: dict[str, bytes]) -> None:
    for name, note in (("figures.html", "The axes could not be confirmed."), ("zh/figures.html", "坐标轴未能核实。")):
        [card] = re.findall(r'overlays/esl-10-4\.svg".*?</li>', files[name].decode(), re.DOTALL)
        assert f'</p><p class="hint">{note}</p>' in card


@pytest.mark.parametrize(
    ("spec", "address"),
    [
        (FigureSpec(("squared", "mine = 2*huber + r")), "squared+mine%20=%202*huber%20%2B%20r"),
        (FigureSpec(("hinge", "logistic"), normalize=True, both_labels=True), "hinge+logistic&both-labels&normalize"),
        (
            FigureSpec(("huber",), panels=("loss", "weight"), y_range=(0.0, 8.0), margin="decision"),
            "huber&weight&ylim=0:8",
        ),
        (FigureSpec(("huber",), marks=(1.0,), language="zh"), "huber&x=1"),
        (FigureSpec(("huber",), marks=(1.0, 2.0)), "huber"),
        (FigureSpec(("log-loss",), axis="margin"), None),
        (FigureSpec(("huber",), x_scale="symlog"), None),
        (FigureSpec(("scipy:huber",), x_range=(-2.0, 3.5)), "huber&range=-2:3.5"),
        (FigureSpec(("huber",), panels=("loss", "second-derivative")), "huber&second-derivative"),
        (FigureSpec(("huber",), panels=("derivative",), theme="dark", size=(4.0, 3.0)), "huber&derivative"),
        (FigureSpec(("optax:sparsemax_loss",)), None),
    ],
)
def test_figures_open_live_where_the_live_figure_has_their_curves(spec: FigureSpec, address: str | None) -> None:
    assert live_address(spec) == address


def test_published_figures_open_live_with_their_panels_and_ranges() -> None:
    for figure in gallery_figures():
        address = live_address(figure.spec)
        assert address, figure.name
        _, *options = address.split("&")
        spec = figure.spec
        panels = [panel for panel in spec.panels if panel not in ("loss", "risk")]
        ends = {"range": spec.x_range, "ylim": spec.y_range}
        ranges = [f"{name}={span[0]:g}:{span[1]:g}" for name, span in ends.items() if span]
        flags = [name for name, given in (("normalize", spec.normalize), ("both-labels", spec.both_labels)) if given]
        assert {*panels, *ranges, *flags} == {*options}, figure.name


def test_the_textbook_figure_opens_live_with_its_view(files: dict[str, bytes]) -> None:
    assert "overlay.html?zero-one+exponential+squared-hinge&range=-2:2" in Reader(files["figures.html"]).addresses
    assert "?huber:delta=0.5+huber:delta=1+huber:delta=2#live" in Reader(files["losses/huber.html"]).addresses


def test_formulas_speak_the_language_of_the_page(files: dict[str, bytes]) -> None:
    for name in LOSSES:
        chinese = files[f"zh/losses/{name}.html"].decode()
        assert not re.search("<mtext>(?:if|otherwise)<", chinese), name
    assert "<mi>阈值</mi>" in files["zh/losses/hinge.html"].decode()
    assert "<mi>threshold</mi>" in files["losses/hinge.html"].decode()
    assert " style=" not in files["losses/huber.html"].decode()


def test_relatives_are_told_in_the_language_of_the_page(files: dict[str, bytes]) -> None:
    for name in LOSSES:
        chinese = files[f"zh/losses/{name}.html"].decode()
        related = chinese.partition("<dt>相关损失</dt>")[2].partition("</dl>")[0]
        assert not re.search(r" (?:is|are|and|of|for) ", re.sub("<[^>]*>", "", related)), name
    english = files["losses/huber.html"].decode()
    assert 'Huber and <a href="smooth-l1.html">Smooth L1</a> are the same curve for δ = β = 1' in english
    assert 'Huber 损失与<a href="smooth-l1.html">' in files["zh/losses/huber.html"].decode()


def test_running_text_has_the_letters_and_signs_of_textbooks(files: dict[str, bytes]) -> None:
    for card in all_cards():
        names = [each["name"] for each in card["parameters"] if each["name"] in GREEK]
        for code in languages():
            words = summary(card)[code]
            assert not re.search(r"sqrt|<=|>=|(?<!\w)-\d", words), card["name"]
            assert not [name for name in names if re.search(rf"\b{name}\b", words, re.ASCII)], card["name"]


def test_relatives_are_links(files: dict[str, bytes]) -> None:
    assert {"smooth-l1.html", "quantile-huber.html"} <= set(Reader(files["losses/huber.html"]).addresses)


@pytest.mark.parametrize("code", [code for code in languages() if code != "en"])
def test_the_pages_use_every_word_that_a_language_has_of_them(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: set[str] = set()

    class Recorder(dict[str, str]):
        def get(self, key: str, default: object = None) -> str:
            asked.add(key)
            return key

    monkeypatch.setattr(page_words, "_messages", lambda code: Recorder())
    page_files(all_cards(), some_figures(all_cards()), ["svg"], all_trainings())
    assert sorted(load_topic(code, "page").keys() - asked) == []
    if code == "zh":
        words = {each for each in asked if re.match("[A-Za-z{]{2,}", each)}
        known = {each for topic in ("panels", "page", "scripts") for each in load_topic(code, topic)}
        assert sorted(words - known) == []


def test_a_loss_is_called_on_the_page_as_on_the_command_line() -> None:
    script = losses_script(LOSSES.values()).decode()
    entries = re.findall(r'^lossplot\.losses\["([^"]+)"\] = \{(.*?)^\};', script, re.MULTILINE | re.DOTALL)
    assert [name for name, _ in entries] == [*LOSSES]
    called = {
        name: json.loads(found[1])
        for name, text in entries
        if (found := re.search(r"^called: (.*),$", text, re.MULTILINE))
    }
    assert {"mse", "sklearn:mean-squared-error", "平方误差"} <= {*called["squared"]}
    everywhere = [word for words in called.values() for word in words]
    assert len(set(everywhere)) == len(everywhere)
    for name, words in called.items():
        for word in words:
            [curve, *others] = read_curves([word])
            assert (curve.loss.name, others) == (name, []), word
            assert curve.values == default_curve(curve.loss).values, word


def test_three_words_make_a_page_and_what_they_lack_is_english(tmp_path: Path) -> None:
    with only_languages(tmp_path, {"fr": FRENCH}):
        card = loss_card(LOSSES["huber"])
        files = page_files([card], some_figures([card]), ["svg"])
    page = files["fr/losses/huber.html"].decode()
    assert '<html lang="fr">' in page
    assert "<h1>perte de Huber</h1>" in page
    assert "<h2>Formule</h2>" in page
    assert "<h2>Derivative</h2>" in page
    assert f'<p class="lead">{card["summary"].replace("delta", "δ")}</p>' in page
    assert ">erreur r</span>" in page
    assert ">lossplot huber --derivative --second-derivative -o huber.pdf -o huber.py --lang=fr</code>" in page
    assert "perte" not in files["losses/huber.html"].decode()


def test_links_lead_from_each_language_to_the_others(files: dict[str, bytes], tmp_path: Path) -> None:
    french = {"language": 'name = "Français"\nenglish_name = "French"', "page": '"de: read in de" = "de : en allemand"'}
    with only_languages(tmp_path, {"fr": french, "de": {"page": ""}}):
        assert languages() == ("en", "de", "fr")
        assert {code: other_languages(code) for code in languages()} == {
            "en": {"de": ("de", "de: read in de"), "fr": ("Français", "Français: read in French")},
            "de": {"en": ("English", "English: read in English"), "fr": ("Français", "Français: read in French")},
            "fr": {"en": ("English", "English: read in English"), "de": ("de", "de : en allemand")},
        }
    assert "../zh/losses/huber.html" in Reader(files["losses/huber.html"]).addresses
    assert "../../losses/huber.html" in Reader(files["zh/losses/huber.html"]).addresses


def test_every_word_of_a_property_card_has_a_chinese_one() -> None:
    for name, each in PROPERTIES.items():
        assert both(name)["zh"] != name
        assert both(each.definition)["zh"] != each.definition
    assert set(TAGS) - {"robust"} <= PROPERTIES.keys()


def test_scripts_speak_only_words_that_have_a_chinese_one() -> None:
    chinese = script_messages()["zh"]
    for module in needed("live") + needed("catalogue") + needed("train"):
        for words in re.findall(r'\bsay\("([^"]+)"', asset(f"{module}.js")):
            assert words in chinese, (module, words)


@pytest.mark.parametrize("code", [code for code in languages() if code != "en"])
def test_the_scripts_use_every_word_that_a_language_has_of_them(code: str) -> None:
    modules = {*needed("live"), *needed("catalogue"), *needed("train"), "formula_losses"}
    source = "".join(asset(f"{module}.js") for module in modules)
    axes = {loss.axis.name for loss in LOSSES.values()}
    assert [key for key in load_topic(code, "scripts") if f'"{key}"' not in source and key not in axes] == []


def test_a_script_has_each_module_once_and_after_what_it_needs() -> None:
    names = needed("live")
    assert len(set(names)) == len(names)
    assert names[-1] == "live"
    script = joined_script("live").decode()
    places = [script.index(f"const {name}Module") for name in names]
    assert places == sorted(places)
    assert not re.search(r"^(import|export) ", script, re.MULTILINE)


def test_every_summary_has_a_chinese_one() -> None:
    for card in all_cards():
        assert re.search("[\u4e00-\u9fff].*。$", summary(card)["zh"]), card["name"]
