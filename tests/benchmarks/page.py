"""Hold the page that trains to its speed promises: `python tests/benchmarks/page.py`.

Two losses are trained in a headless Chromium, in a new window each time; the median of several counts.  A frame is all
that the page's thread computes for it, scripts, layout and drawing, in its own CPU time, which other programs do not
add to; epochs a second are those of the clock.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from support.browser import Site, open_browser, open_site

VISITS = 5
MOST_MILLISECONDS, LEAST_EPOCHS = 32.0, 30.0
ADDRESSES = (
    "train.html?hinge+squared-hinge",
    "train.html?squared+huber&data=line&outliers=10",
    "train.html?log-loss+hinge&data=blobs&classes=5",
    "train.html?hinge+logistic&data=spirals&hidden=16,16",
)
EPOCHS = 150


def trained(site: Site, address: str) -> list[dict[str, Any]]:
    """What the browser recorded while it trained to the end."""
    with site.visit(address) as page:
        site.browser.start_tracing(page=page, categories=["devtools.timeline", "disabled-by-default-devtools.timeline"])
        page.locator("#play").click()
        page.wait_for_function(f"() => lossplot.training().epoch === {EPOCHS}")
        return list(json.loads(site.browser.stop_tracing())["traceEvents"])


def frames(events: Sequence[dict[str, Any]]) -> Iterator[tuple[float, float]]:
    """When each frame of the page began, in seconds, and the milliseconds that its thread computed for it."""
    marks = [event for event in events if event["name"] == "FireAnimationFrame"]
    place = (marks[0]["pid"], marks[0]["tid"])
    tasks = [
        each for each in events if each["name"] == "RunTask" and "dur" in each and (each["pid"], each["tid"]) == place
    ]
    for mark in marks:
        for task in tasks:
            if task["ts"] <= mark["ts"] < task["ts"] + task["dur"]:
                yield mark["ts"] / 1e6, task["tdur"] / 1e3


def main() -> int:
    failures = 0
    with tempfile.TemporaryDirectory() as folder, open_browser() as browser:
        site = open_site(Path(folder), browser)
        for address in ADDRESSES:
            visits = [list(frames(trained(site, address))) for _ in range(VISITS)]
            longest = statistics.median(max(spent for _, spent in visit) for visit in visits)
            rate = statistics.median(EPOCHS / (visit[-1][0] - visit[0][0]) for visit in visits)
            failures += longest > MOST_MILLISECONDS or rate < LEAST_EPOCHS
            print(f"{longest:6.1f}  (at most {MOST_MILLISECONDS:.0f})  milliseconds of the longest frame: {address}")
            print(f"{rate:6.1f}  (at least {LEAST_EPOCHS:.0f})  epochs a second: {address}")
    return 1 if failures else 0


if __name__ == "__main__":
    raise SystemExit(main())
