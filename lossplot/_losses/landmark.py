"""Losses of the error of a landmark in a picture: its place, or a heatmap of where it is."""

from functools import partial

from lossplot._losses.entry import ERROR, POSITIVE, UNIT, Interval, Loss, Parameter

_loss = partial(Loss, "", axis=ERROR)
# Sizes of a factor for which small values of what it multiplies keep their digits.
_LEAST, _MOST = 1e-9, 1e9

LOSSES = {
    "wing": _loss(
        "w*log1p(abs(r)/epsilon) if abs(r) < w else abs(r) - (w - w*log(1 + w/epsilon))",
        derivative="w*sign(r)/(epsilon + abs(r)) if abs(r) < w else sign(r)",
        title="Wing",
        summary="Pays attention to small errors: steep at zero, linear beyond w.",
        source="Feng, Kittler, Awais, Huber & Wu 2018, Wing Loss for Robust Facial Landmark Localisation",
        parameters=(Parameter("w", 10.0, POSITIVE), Parameter("epsilon", 2.0, POSITIVE)),
        aliases=("wing-loss",),
    ),
    "adaptive-wing": _loss(
        "omega*logpow1p(abs(r), epsilon, alpha - target) if abs(r) < theta"
        " else omega*logpow1p(theta, epsilon, alpha - target)"
        " + omega/theta*(alpha - target)/(1 + (epsilon/theta)^(alpha - target))*(abs(r) - theta)",
        textbook="omega*log(1 + abs(r/epsilon)^(alpha - target)) if abs(r) < theta"
        " else omega*log(1 + (theta/epsilon)^(alpha - target))"
        " + omega*(alpha - target)/(theta*(1 + (epsilon/theta)^(alpha - target)))*(abs(r) - theta)",
        title="Adaptive wing",
        summary="Wing for heatmaps: steep near zero where the target is 1, flat as the squared error where it is 0.",
        source="Wang, Bo & Fuxin 2019, Adaptive Wing Loss for Robust Face Alignment via Heatmap Regression",
        parameters=(
            Parameter("target", 0.0, UNIT),
            Parameter("alpha", 2.1, Interval(2.0), most=1000.0),
            Parameter("omega", 14.0, POSITIVE, least=_LEAST, most=_MOST),
            Parameter("epsilon", 1.0, POSITIVE),
            Parameter("theta", 0.5, POSITIVE),
        ),
        aliases=("awing", "adaptive-wing-loss"),
    ),
}
