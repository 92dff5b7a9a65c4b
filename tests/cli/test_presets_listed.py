"""`lossplot list --presets`: the lines, read back as lengths, are those of the presets."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from pathlib import Path

import pytest
from support.run import assert_done, call

from lossplot._figure.looks import PRESETS

SIZES = re.compile(
    r"  ([\d.]+) x ([\d.]+) in +([\d.]+) x ([\d.]+) (px|cm) +text ([\d.]+) pt +line ([\d.]+) pt +(\d+) dpi  "
)


def test_each_line_has_the_lengths_of_its_preset(tmp_path: Path) -> None:
    outcome = call("list", "--presets", cwd=tmp_path)
    assert_done(outcome)
    units = set()
    for line, preset in zip(outcome.lines, PRESETS.values(), strict=True):
        match = SIZES.search(line)
        assert match, line
        width, height, other_width, other_height, text, stroke, dpi = map(float, match.group(1, 2, 3, 4, 6, 7, 8))
        assert (width, height) == pytest.approx((preset.width, preset.height), rel=5e-4)
        scale, slack = (preset.dpi, 1e-9) if match[5] == "px" else (2.54, 0.05001)
        assert (other_width, other_height) == pytest.approx((scale * preset.width, scale * preset.height), abs=slack)
        pixels = (preset.width * preset.dpi, preset.height * preset.dpi)
        assert (match[5] == "px") == all(each.is_integer() for each in pixels)
        assert (text, stroke, dpi) == pytest.approx((preset.text, preset.line, preset.dpi))
        assert line.split()[0] == preset.name
        assert f"  {preset.use}  " in line
        assert f"  {preset.rule}  " in line
        assert line.endswith(f"  {preset.source}, {preset.year}")
        units.add(match[5])
    assert units == {"px", "cm"}


def test_json_and_csv_have_every_field(tmp_path: Path) -> None:
    records = json.loads(call("list", "--presets", "-f", "json", cwd=tmp_path).text)
    assert records == json.loads(json.dumps([asdict(preset) for preset in PRESETS.values()]))
    head, *rows = call("list", "--presets", "-f", "csv", cwd=tmp_path).lines
    assert head.split(",") == [*records[0]]
    assert [row.split(",")[0] for row in rows] == [*PRESETS]
