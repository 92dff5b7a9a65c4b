"""Losses of the error r = prediction - target: regression."""

from functools import partial

from lossplot.losses.entry import ERROR, NONNEGATIVE, OPEN_UNIT, POSITIVE, Loss, Parameter

_loss = partial(Loss, axis=ERROR)

LOSSES = (
    _loss(
        "squared",
        "r^2",
        derivative="2*r",
        summary="Least squares: its minimiser is the mean.",
        source="Legendre 1805; Gauss 1809",
        aliases=("mse", "mseloss", "l2", "l2distloss", "squared-error", "quadratic", "mean-squared-error"),
    ),
    _loss(
        "half-squared",
        "r^2/2",
        derivative="r",
        summary="Least squares with unit curvature, the scale of boosting and of robust statistics.",
        source="Legendre 1805; Gauss 1809",
        aliases=("l2-loss", "half-mse", "leastsquares", "halfsquarederror"),
    ),
    _loss(
        "absolute",
        "abs(r)",
        derivative="sign(r)",
        summary="Least absolute deviations: its minimiser is the median.",
        source="Boscovich 1757; Laplace 1774",
        aliases=("mae", "l1", "l1loss", "l1distloss", "absolute-error", "mean-absolute-error", "laplace", "lad"),
    ),
    _loss(
        "huber",
        "r^2/2 if abs(r) <= delta else delta*(abs(r) - delta/2)",
        derivative="r if abs(r) <= delta else delta*sign(r)",
        summary="Squared near zero, absolute beyond delta: efficient for good data, robust to bad.",
        source="Huber 1964, Robust Estimation of a Location Parameter",
        parameters=(Parameter("delta", 1.0, POSITIVE),),
        aliases=("huber-loss", "huberloss", "hubert"),
    ),
    _loss(
        "smooth-l1",
        "r^2/(2*beta) if abs(r) < beta else abs(r) - beta/2",
        derivative="r/beta if abs(r) < beta else sign(r)",
        summary="The Huber loss over its own width: slope 1 at the ends whatever beta is.",
        source="Girshick 2015, Fast R-CNN",
        parameters=(Parameter("beta", 1.0, POSITIVE),),
        aliases=("smoothl1", "smoothl1loss", "smooth-l1-loss"),
    ),
    _loss(
        "pseudo-huber",
        "delta^2*hypotm1(r/delta)",
        derivative="r/sqrt(1 + (r/delta)^2)",
        summary="A Huber loss without a seam: a hyperbola, parabolic near zero and linear far out.",
        source="Charbonnier et al. 1997; Hartley & Zisserman 2003, Multiple View Geometry, A6.8",
        parameters=(Parameter("delta", 1.0, POSITIVE),),
        aliases=("pseudohuber", "soft-l1", "softl1", "softlone"),
    ),
    _loss(
        "log-cosh",
        "logcosh(r)",
        derivative="tanh(r)",
        summary="Half the squared error near zero, the absolute error less log 2 far out, smooth throughout.",
        source="Green 1990; Saleh & Saleh 2022, Statistical Properties of the log-cosh Loss Function",
        aliases=("logcosh", "logcoshloss"),
    ),
    _loss(
        "quantile",
        "-tau*r if r < 0 else (1 - tau)*r",
        derivative="-tau if r < 0 else 1 - tau",
        summary="Tilted absolute error: its minimiser is the tau-quantile; tau is the price of predicting too low.",
        source="Koenker & Bassett 1978, Regression Quantiles",
        parameters=(Parameter("tau", 0.5, OPEN_UNIT),),
        aliases=("pinball", "pinball-loss", "mean-pinball-loss", "quantile-loss", "quantileloss", "tick", "check"),
    ),
    _loss(
        "epsilon-insensitive",
        "max(0, abs(r) - epsilon)",
        derivative="sign(r) if abs(r) > epsilon else 0",
        summary="Support vector regression's loss: errors within epsilon are free.",
        source="Vapnik 1995, The Nature of Statistical Learning Theory",
        parameters=(Parameter("epsilon", 0.1, NONNEGATIVE),),
        aliases=("epsilon-ins", "l1epsiloninsloss", "epsiloninsloss", "svr", "vapnik"),
    ),
    _loss(
        "tukey-biweight",
        "c^2/6*-pow1pm1(-(r/c)^2, 3) if abs(r) <= c else c^2/6",
        derivative="r*(1 - (r/c)^2)^2 if abs(r) <= c else 0",
        summary="Bounded, with a slope that returns to zero: errors beyond c have no pull at all.",
        source="Beaton & Tukey 1974, The Fitting of Power Series",
        parameters=(Parameter("c", 4.685, POSITIVE),),
        aliases=("tukey", "bisquare", "biweight", "tukeybiweight", "tukeyloss"),
    ),
    _loss(
        "cauchy",
        "c^2/2*log1p((r/c)^2)",
        derivative="r/(1 + (r/c)^2)",
        summary="The likelihood of heavy Cauchy tails: it grows only as a logarithm.",
        source="Black & Anandan 1996, The Robust Estimation of Multiple Motions; Holland & Welsch 1977",
        parameters=(Parameter("c", 1.0, POSITIVE),),
        aliases=("lorentzian", "cauchyloss", "log1p-squared"),
    ),
)
