"""The sources of losses as references: authors, year, title, a link to the work, and an entry for BibTeX."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote_plus

from lossplot._losses.documentation import page

# `Cox 1958, The regression analysis of binary sequences`; the title may be missing.
_WORK = re.compile(r"(?P<authors>[^\d,][^\d]*) (?P<year>\d{4})(?:, (?P<title>.+))?")
# Where in a work the loss is, after its title.
_PLACE = re.compile(r"(?:, (?:figures?|eq\.|sections?|chapters?|table|A\d).*| \(.*\))$")
# The last name of the first author.
_FIRST = re.compile(r"[\w-]+(?=,| &| et al\.|$)")
# The whole name of what the documentation of a library describes.
_DOTTED = re.compile(r"(\w+)(?:\.\w+)+")

# The identifier of each work that has one: a DOI, or `arXiv:` and a number.  A work is found by the start of its
# reference; one without an identifier is looked for by its words.
_IDENTIFIERS = {
    "Abraham & Khan 2019": "arXiv:1810.07842",
    "Andrews 1974": "10.1080/00401706.1974.10489233",
    "Arjovsky, Chintala & Bottou 2017": "arXiv:1701.07875",
    "Azar et al. 2023": "arXiv:2310.12036",
    "Barnwal, Cho & Hocking 2022": "arXiv:2006.04920",
    "Barron 2019": "arXiv:1701.03077",
    "Bartlett, Jordan & McAuliffe 2006": "10.1198/016214505000000907",
    "Basu, Harris, Hjort & Jones 1998": "10.1093/biomet/85.3.549",
    "Beaton & Tukey 1974": "10.1080/00401706.1974.10489171",
    "Black & Anandan 1996": "10.1006/cviu.1996.0006",
    "Bliss 1934": "10.1126/science.79.2037.38",
    "Brier 1950": "10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2",
    "Charbonnier et al. 1997": "10.1109/83.551699",
    "Charbonnier, Blanc-Feraud, Aubert & Barlaud 1994": "10.1109/ICIP.1994.413553",
    "Cortes & Vapnik 1995": "10.1007/BF00994018",
    "Cox 1958": "10.1111/j.2517-6161.1958.tb00292.x",
    "Cristianini & Shawe-Taylor 2000": "10.1017/CBO9780511801389",
    "Dabney, Rowland, Bellemare & Munos 2018": "arXiv:1710.10044",
    "Dennis & Welsch 1978": "10.1080/03610917808812083",
    "Drozdzal, Vorontsov, Chartrand, Kadoury & Pal 2016": "arXiv:1608.04117",
    "Ethayarajh, Xu, Muennighoff, Jurafsky & Kiela 2024": "arXiv:2402.01306",
    "Fan & Li 2001": "10.1198/016214501753382273",
    "Feng, Kittler, Awais, Huber & Wu 2018": "arXiv:1711.06753",
    "Freund & Schapire 1997": "10.1006/jcss.1997.1504",
    "Friedman, Hastie & Tibshirani 2000": "10.1214/aos/1016218223",
    "Geman & Reynolds 1992": "10.1109/34.120331",
    "Ghosh, Kumar & Sastry 2017": "arXiv:1712.09482",
    "Girshick 2015": "arXiv:1504.08083",
    "Gneiting & Raftery 2007": "10.1198/016214506000001437",
    "Good 1952": "10.1111/j.2517-6161.1952.tb00104.x",
    "Hadsell, Chopra & LeCun 2006": "10.1109/CVPR.2006.100",
    "Hampel 1974": "10.1080/01621459.1974.10482962",
    "Hartley & Zisserman 2003": "10.1017/CBO9780511811685",
    "Hastie, Tibshirani & Friedman 2009": "10.1007/978-0-387-84858-7",
    "He, Erfani, Ma, Bailey, Chi & Hua 2021": "arXiv:2110.13675",
    "Hermans, Beyer & Leibe 2017": "arXiv:1703.07737",
    "Hinton, Vinyals & Dean 2015": "arXiv:1503.02531",
    "Hoerl & Kennard 1970": "10.1080/00401706.1970.10488634",
    "Holland & Welsch 1977": "10.1080/03610927708827533",
    "Huang, Shi & Suykens 2014": "10.1109/TPAMI.2013.178",
    "Huber 1964": "10.1214/aoms/1177703732",
    "Jadon 2020": "arXiv:2006.14822",
    "Jorgensen 1987": "10.1111/j.2517-6161.1987.tb01685.x",
    "Kalbfleisch & Prentice 2002": "10.1002/9781118032985",
    "Kendall & Gal 2017": "arXiv:1703.04977",
    "Koenker & Bassett 1978": "10.2307/1913643",
    "Kullback & Leibler 1951": "10.1214/aoms/1177729694",
    "Lange, Little & Taylor 1989": "10.1080/01621459.1989.10478852",
    "Leclerc 1989": "10.1007/BF00054839",
    "Lee & Mangasarian 2001": "10.1023/A:1011215321374",
    "Leng et al. 2022": "arXiv:2204.12511",
    "Li et al. 2020": "arXiv:2006.04388",
    "Lin, Goyal, Girshick, He & Dollar 2017": "arXiv:1708.02002",
    "Liu et al. 2023": "arXiv:2309.06657",
    "Liu, Zhang & Wu 2011": "10.1198/jasa.2011.tm10319",
    "Ma et al. 2020": "arXiv:2006.13554",
    "Makridakis 1993": "10.1016/0169-2070(93)90079-3",
    "Mao, Li, Xie, Lau, Wang & Smolley 2017": "arXiv:1611.04076",
    "Mardia & Jupp 2000": "10.1002/9780470316979",
    "Marron, Todd & Ahn 2007": "10.1198/016214507000001120",
    "McCullagh & Nelder 1989": "10.1007/978-1-4899-3242-6",
    "Milletari, Navab & Ahmadi 2016": "arXiv:1606.04797",
    "Nelder & Wedderburn 1972": "10.2307/2344614",
    "Newey & Powell 1987": "10.2307/1911031",
    "Nix & Weigend 1994": "10.1109/ICNN.1994.374138",
    "Owen 2007": "10.1090/conm/443/08555",
    "Pang et al. 2019": "arXiv:1904.02701",
    "Rasmussen & Williams 2006": "10.7551/mitpress/3206.001.0001",
    "Rezatofighi et al. 2019": "arXiv:1902.09630",
    "Ridnik et al. 2021": "arXiv:2009.14119",
    "Rosenblatt 1958": "10.1037/h0042519",
    "Salehi, Erdogmus & Gholipour 2017": "arXiv:1706.05721",
    "Salton, Wong & Yang 1975": "10.1145/361219.361220",
    "Schroff, Kalenichenko & Philbin 2015": "arXiv:1503.03832",
    "Schulman et al. 2017": "arXiv:1707.06347",
    "Steinwart & Christmann 2008": "10.1007/978-0-387-77242-4",
    "Suykens & Vandewalle 1999": "10.1023/A:1018628609742",
    "Sypherd, Diaz, Cava, Dasarathy, Kairouz & Sankar 2022": "arXiv:1906.02314",
    "Szegedy, Vanhoucke, Ioffe, Shlens & Wojna 2016": "arXiv:1512.00567",
    "Tibshirani 1996": "10.1111/j.2517-6161.1996.tb02080.x",
    "Tsallis 1988": "10.1007/BF01016429",
    "Vapnik 1995": "10.1007/978-1-4757-2440-0",
    "Wang et al. 2019": "arXiv:1908.06112",
    "Wang, Bo & Fuxin 2019": "arXiv:1904.07399",
    "Winkler 1972": "10.1080/01621459.1972.10481224",
    "Ye et al. 2020": "arXiv:1912.09729",
    "Yu, Jiang, Wang, Cao & Huang 2016": "arXiv:1608.01471",
    "Zellner 1986": "10.1080/01621459.1986.10478289",
    "Zhang & Sabuncu 2018": "arXiv:1805.07836",
    "Zhang 2004, Solving": "10.1145/1015330.1015332",
    "Zhang 2004, Statistical": "10.1214/aos/1079120130",
    "Zhang 2010": "10.1214/09-AOS729",
    "Zhang, Wang, Dayoub & Sunderhauf 2021": "arXiv:2008.13367",
    "Zou & Hastie 2005": "10.1111/j.1467-9868.2005.00503.x",
    "van Rooyen, Menon & Williamson 2015": "arXiv:1505.07634",
    "van den Oord, Li & Vinyals 2018": "arXiv:1807.03748",
}


@dataclass(frozen=True, slots=True)
class Reference:
    """A work that a loss comes from: `words` as the catalogue has them, and what they say.

    A work without authors, such as the documentation of a library, has no year.
    """

    words: str
    authors: str = ""
    year: str = ""
    title: str = ""

    @property
    def identifier(self) -> str:
        """The DOI of the work, or `arXiv:` and its number; "" if none is known."""
        return next((found for start, found in _IDENTIFIERS.items() if self.words.startswith(start)), "")

    @property
    def link(self) -> str:
        """The address of the work, and where no identifier is known, of a search for its words."""
        kind, _, number = self.identifier.rpartition(":") if self.identifier.startswith("arXiv") else ("", "", "")
        if kind:
            return f"https://arxiv.org/abs/{number}"
        if self.identifier:
            # In a DOI of old, signs that an address cannot have.
            return f"https://doi.org/{self.identifier.replace('<', '%3C').replace('>', '%3E')}"
        return self._page or f"https://scholar.google.com/scholar?q={quote_plus(self.words)}"

    @property
    def _page(self) -> str:
        """The page of a library's documentation that is the work, if it is one."""
        if self.words.startswith("Ceres Solver"):
            return page("ceres", "")
        name = None if self.year else _DOTTED.search(self.words)
        return page(name[1], name[0]) if name else ""

    @property
    def key(self) -> str:
        """The key of the entry: `cortes1995`; of a work without a year the letters of its first word."""
        first = _FIRST.search(self.authors or re.split(r"[, ]", self.words)[0])
        return f"{first[0].replace('-', '') if first else 'source'}{self.year}".lower()

    @property
    def bibtex(self) -> str:
        """The entry for BibTeX, of a kind that any work may have."""
        fields = {
            "author": _listed(self.authors),
            "title": f"{{{_escaped(self.title)}}}" if self.title else "",
            "year": self.year,
            **self._identified,
        }
        lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
        return f"@misc{{{self.key},\n{''.join(lines)}}}\n"

    @property
    def _identified(self) -> dict[str, str]:
        if self.identifier.startswith("arXiv:"):
            return {"eprint": self.identifier.removeprefix("arXiv:"), "archiveprefix": "arXiv"}
        return {"doi": self.identifier}


def references(source: str) -> list[Reference]:
    """Return the references in the `source` of a loss, where they are separated by semicolons."""
    return [_reference(words) for words in source.split("; ")]


def _reference(words: str) -> Reference:
    found = _WORK.fullmatch(words)
    if not found:
        return Reference(words, title=words)
    title = _PLACE.sub("", found["title"] or "")
    return Reference(words, found["authors"], found["year"], title)


def _listed(authors: str) -> str:
    """Return `Cortes and Vapnik` for `Cortes & Vapnik`, with names of several words held together."""
    names = re.split(r", | & ", re.sub(r" et al\.$", ", others", authors))
    return " and ".join(f"{{{name}}}" if " " in name else name for name in names)


def _escaped(title: str) -> str:
    return re.sub(r"([&%#_$])", r"\\\1", title)
