"""Losses of the error of a forecast that is a distribution or an interval, from its middle."""

from functools import partial

from lossplot._losses.entry import ERROR, OPEN_UNIT, POSITIVE, Loss, Parameter

_loss = partial(Loss, "", axis=ERROR)

LOSSES = {
    "crps-gaussian": _loss(
        "normal_crps(r, sigma)",
        title="Gaussian CRPS",
        summary="The continuous ranked probability score of a normal forecast of known sigma.",
        source="Gneiting & Raftery 2007, Strictly Proper Scoring Rules, Prediction, and Estimation",
        parameters=(Parameter("sigma", 1.0, POSITIVE),),
        aliases=("crps",),
    ),
    "interval-score": _loss(
        "width + 2/alpha*max(0, abs(r) - width/2)",
        title="Interval score",
        summary="Winkler's score of a central 1 - alpha interval: its width, and 2/alpha times what lies outside.",
        source="Winkler 1972, A Decision-Theoretic Approach to Interval Estimation; Gneiting & Raftery 2007, "
        "Strictly Proper Scoring Rules, Prediction, and Estimation",
        parameters=(Parameter("alpha", 0.05, OPEN_UNIT), Parameter("width", 2.0, POSITIVE)),
        aliases=("interval", "winkler", "winkler-score", "mean-interval-score"),
    ),
}
