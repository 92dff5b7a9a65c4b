"""What is made smaller looks the same, and is the same wherever it was drawn."""

from __future__ import annotations

import pytest

from lossplot._formats.compact import compact


@pytest.mark.parametrize("name", ["p95fe29c003", "pd28e042d88"])
def test_a_clip_path_has_the_id_of_its_shape_whatever_matplotlib_calls_it(name: str) -> None:
    # With NumPy 1 and with NumPy 2 matplotlib makes other ids of the same numbers.
    rect = '<rect x="45.845" y="31.5" width="518.904" height="207.916"/>'
    svg = f'<g clip-path="url(#{name})">\n<use/>\n</g>\n<clipPath id="{name}">\n {rect}\n</clipPath>'
    assert compact(svg) == (
        f'<g clip-path="url(#clip-1e748a24)">\n<use/>\n</g>\n<clipPath id="clip-1e748a24">\n{rect}\n</clipPath>'
    )
