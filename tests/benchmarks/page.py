"""Hold the page to its speed promises: `python tests/benchmarks/page.py`.

Each page is visited in a headless Chromium, in a new window each time; the median of several visits counts.  Losses
are trained, sliders moved, and of each load the longest task and the first paint are measured.  A frame is all that the
page's thread computes for it, scripts, layout and drawing, in its own CPU time, which other programs do not add to;
tasks, paints and epochs a second are those of the clock.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from support.browser import Site, open_browser, open_site

if TYPE_CHECKING:
    from playwright.sync_api import Page

Event = dict[str, Any]

VISITS = 5
MOST_TASK, MOST_FIRST_CARD = 50.0, 500.0
EIGHT = "overlay.html?hinge+logistic+exponential+perceptron+squared-hinge+ramp+savage+smoothed-hinge"
LOADS = ("index.html", "zh/index.html", "figures.html", "losses/huber.html", "losses/hampel.html", EIGHT)
# The milliseconds of a frame while a slider moves.
SLIDERS = {"overlay.html?huber": 8.0, "losses/hampel.html": 8.0, EIGHT: 16.0}
STEPS = 40
MOST_FRAME, LEAST_EPOCHS = 32.0, 30.0
TRAININGS = (
    "train.html?hinge+squared-hinge",
    "train.html?squared+huber&data=line&outliers=10",
    "train.html?log-loss+hinge&data=blobs&classes=5",
    "train.html?hinge+logistic&data=spirals&hidden=16,16",
)
EPOCHS = 150
MOVE = """async (steps) => {
  const slider = document.querySelector("[data-parameter]");
  for (let i = 0; i < steps; i++) {
    slider.value = 90 + (i % 10);
    slider.dispatchEvent(new Event("input"));
    await new Promise(requestAnimationFrame);
  }
}"""


def loaded(site: Site, path: str) -> tuple[float, float]:
    """The milliseconds of the longest task of a load, and until something is seen."""
    url = site.address(path)
    with traced(site) as events, site.visit(path) as page:
        page.wait_for_timeout(1000)
        paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    # Chromium's own pages are parsed too.
    parsed = [each for each in events if each["name"] == "ParseHTML" and url in json.dumps(each["args"])]
    return max(spent for _, _, spent in tasks_beside(parsed[-1], events)), paint


def moved(site: Site, path: str) -> float:
    """The median milliseconds of a frame while a slider moves."""
    with site.visit(path) as page:
        page.evaluate(MOVE, STEPS)
        with traced(site, page) as events:
            page.evaluate(MOVE, STEPS)
        return statistics.median(spent for _, spent in frames(events))


@contextmanager
def traced(site: Site, page: Page | None = None) -> Iterator[list[Event]]:
    """A list that has what the browser recorded, in the end."""
    events: list[Event] = []
    site.browser.start_tracing(page=page, categories=["devtools.timeline", "disabled-by-default-devtools.timeline"])
    yield events
    events += json.loads(site.browser.stop_tracing())["traceEvents"]


def trained(site: Site, address: str) -> list[Event]:
    """What the browser recorded while it trained to the end."""
    with site.visit(address) as page, traced(site, page) as events:
        page.locator("#play").click()
        page.wait_for_function(f"() => lossplot.training().epoch === {EPOCHS}")
    return events


def tasks_beside(mark: Event, events: Sequence[Event]) -> Iterator[tuple[float, float, float]]:
    """When each task of the thread of `mark` began and ended, in seconds, and the milliseconds that it computed."""
    for each in events:
        if each["name"] == "RunTask" and "tdur" in each and all(each[name] == mark[name] for name in ("pid", "tid")):
            yield each["ts"] / 1e6, (each["ts"] + each["dur"]) / 1e6, each["tdur"] / 1e3


def frames(events: Sequence[Event]) -> Iterator[tuple[float, float]]:
    """When each frame of the page began, in seconds, and the milliseconds that its thread computed for it."""
    marks = [event for event in events if event["name"] == "FireAnimationFrame"]
    tasks = [*tasks_beside(marks[0], events)]
    for began in (mark["ts"] / 1e6 for mark in marks):
        yield from ((began, spent) for start, end, spent in tasks if start <= began < end)


def held(value: float, limit: float, words: str, *, is_least: bool = False) -> bool:
    """Print a number beside its limit, and return whether it keeps to it."""
    print(f"{value:6.1f}  ({'at least' if is_least else 'at most'} {limit:.0f})  {words}", flush=True)
    return value >= limit if is_least else value <= limit


def results(site: Site) -> Iterator[bool]:
    """Yield whether each promise is kept."""
    for path in LOADS:
        tasks, paints = zip(*(loaded(site, path) for _ in range(VISITS)), strict=True)
        yield held(statistics.median(tasks), MOST_TASK, f"milliseconds of the longest task of a load: {path}")
        if "index" in path:
            yield held(statistics.median(paints), MOST_FIRST_CARD, f"milliseconds until the first card: {path}")
    for path, most in SLIDERS.items():
        median = statistics.median(moved(site, path) for _ in range(VISITS))
        yield held(median, most, f"milliseconds of a frame while a slider moves: {path}")
    for address in TRAININGS:
        visits = [list(frames(trained(site, address))) for _ in range(VISITS)]
        longest = statistics.median(max(spent for _, spent in visit) for visit in visits)
        rate = statistics.median(EPOCHS / (visit[-1][0] - visit[0][0]) for visit in visits)
        yield held(longest, MOST_FRAME, f"milliseconds of the longest frame: {address}")
        yield held(rate, LEAST_EPOCHS, f"epochs a second: {address}", is_least=True)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder, open_browser() as browser:
        return 0 if all([*results(open_site(Path(folder), browser))]) else 1


if __name__ == "__main__":
    raise SystemExit(main())
