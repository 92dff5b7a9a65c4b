"""The live parts of a page as rows of words: each element with its attributes, text and value, and what its pen did."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from support.visits import Visit

# Of a long path, and of what a pen did, so many parts at equal distances are told, and the last call of each name.
_CODE = """
const MOST = 9, MOST_CALLS = 40;
const STILL = ["option", "optgroup", "tspan", "noscript", "fieldset", "legend"];
const few = (parts, most) => (parts.length <= most ? parts : Array.from({ length: most }, (_, i) => parts[Math.round((i * (parts.length - 1)) / (most - 1))]));
const path = (text) => `${few(text.match(/[A-Za-z][^A-Za-z]*/g) ?? [], MOST).join("")}`;
const own = (node) => node.childNodes.filter(({ nodeType }) => nodeType === 3).map(({ textContent }) => textContent).join("").trim();
const attributes = (node) => [...node.attributes].map(([name, value]) => `${name}=${name === "d" ? path(value) : value}`);
const latest = (calls) => [...new Map(calls.map((call) => [call[0], call])).values()];
const done = ({ pen }) => [...few(pen?.done ?? [], MOST_CALLS), ...latest(pen?.done ?? [])].map((call) => call.join(" "));
const told = (node) => [node.local, ...attributes(node), own(node), node.value ?? "", ...done(node)].filter(Boolean).join(" | ");
const rows = () => page.all(".live, .why").flatMap((outer) => outer.all()).filter(({ local }) => !STILL.includes(local)).map(told).filter((row) => row.includes(" | "));
"""  # noqa: E501
# What is done on a page before it is told, by a name.
ACTS: Mapping[str, str] = MappingProxyType(
    {
        "as it opens": "",
        "zoomed": "page.click('zoom-in'); page.click('zoom-in'); page.wait(300);",
        "read at 0.5": "page.type('at', '0.5'); page.wait(300);",
        "slid": "page.change('[data-parameter=delta]', '120'); page.wait(300);",
        "of another chance": "page.change('eta', '0.2'); page.wait(300);",
        "after three steps": "for (let i = 0; i < 3; i++) page.click('step'); page.wait(300);",
    }
)


def page_rows(visit: Visit, address: str, act: str, **options: object) -> list[str]:
    """Return the rows of the page at `address` after what is done there, an item of `ACTS`."""
    seen = 'page.look("sight", { isIntersecting: true }); page.wait(50);'
    rows: list[str] = visit(address, f"{_CODE}{seen}{ACTS[act]} return rows();", **options)
    return rows
