"""Losses of the margin of a preference: how much more the model than its reference prefers the better answer."""

from dataclasses import replace
from functools import partial

from lossplot._losses import libraries as lib
from lossplot._losses.entry import LABEL, MARGIN, NONNEGATIVE, POSITIVE, Loss, Parameter

_ratio = partial(Loss, "", axis=replace(MARGIN, label="margin of log-ratios *m*", view=(-10.0, 15.0)))
# Conditions of the calls.
_PAIR = "m is log(pi/ref) of the chosen answer less that of the rejected one"
_SINGLE = "m is log(pi/ref) of a desirable answer, minus that of an undesirable one"

LOSSES = {
    "ipo": _ratio(
        "(m - 1/(2*tau))^2",
        title="IPO",
        summary="Identity preference optimization: the log-ratios differ by 1/(2 tau), and not by more.",
        source="Azar et al. 2023, A General Theoretical Paradigm to Understand Learning from Human Preferences, eq. 17",
        parameters=(Parameter("tau", 0.1, POSITIVE),),
        aliases=("ipo-loss", "identity-preference-optimization"),
        equivalents=(lib.dpo("ipo", {"beta": "tau"}, condition=f"{_PAIR}, each over its length"),),
    ),
    "kto": _ratio(
        "sigmoid(beta*(label*reference - m))",
        textbook="1 - 1/(1 + exp(-beta*(m - label*reference)))",
        title="KTO",
        summary="Kahneman–Tversky optimization: one minus the value of an answer, which saturates on both sides.",
        source="Ethayarajh, Xu, Muennighoff, Jurafsky & Kiela 2024, KTO: Model Alignment as Prospect Theoretic "
        "Optimization",
        parameters=(
            Parameter("beta", 0.1, POSITIVE),
            Parameter("reference", 1.0, NONNEGATIVE),
            replace(LABEL, default=1.0),
        ),
        aliases=("kto-loss", "kahneman-tversky-optimization"),
        equivalents=(
            lib.kto(
                "kto",
                {"beta": "beta"},
                condition=f"{_SINGLE}; reference is the mean of log(pi/ref) over mismatched answers",
            ),
        ),
    ),
}
