"""Running text of the pages: which signs and letters are put for what is typed."""

from __future__ import annotations

import re

from support.cases import every

from lossplot._formula.notation.letters import GREEK
from lossplot._gallery.page.spelling import spelled, spelled_in_all
from lossplot._losses import LOSSES


@every(
    ("typed", "printed"),
    [
        # between two operands, before one, and in neither place
        ("|a - b|, 1 - m", "|a − b|, 1 − m"),
        ("from -1 to -m, L(-r), [-2, 3]", "from −1 to −m, L(−r), [−2, 3]"),
        ("0 <= m and m >= -1", "0 ≤ m and m ≥ −1"),
        ("log-cosh, L-1 norm, 0-1 loss, f(x)-y, a-, 2.-3", "log-cosh, L-1 norm, 0-1 loss, f(x)-y, a-, 2.-3"),
        ("-inf to inf, info, inf2", "−∞ to ∞, info, inf2"),
        ("sqrt(a), -sqrt(a), sqrt(a + b)", "√a, −√a, sqrt(a + b)"),
        ("beta, tau-quantile, -beta, beta2, betas, xbeta", "β, τ-quantile, −β, β2, betas, xbeta"),
        ("alpha and gamma", "alpha and gamma"),
    ],
)
def test_running_text_has_the_signs_of_textbooks_and_letters_for_its_own_parameters(typed: str, printed: str) -> None:
    assert spelled(typed, ["beta", "tau", "c"]) == printed
    assert spelled_in_all({"en": typed, "zh": f"{typed}。"}, iter(["beta", "tau"])) == {
        "en": printed,
        "zh": f"{printed}。",
    }


def test_what_is_said_of_a_loss_has_no_sign_of_a_keyboard() -> None:
    for loss in LOSSES.values():
        names = [each.name for each in loss.parameters]
        words = spelled(loss.summary, names)
        assert not re.search(r"sqrt\(\w+\)|<=|>=|\binf\b|(?<!\w)-\d| - ", words), loss.name
        assert not [name for name in names if name in GREEK and re.search(rf"\b{name}\b", words, re.ASCII)], loss.name
