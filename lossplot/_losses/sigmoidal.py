"""Losses of the margin with a bound on every mistake: sigmoids, their squares and a ramp."""

from functools import partial

from lossplot._losses.entry import MARGIN, POSITIVE, Interval, LooseAlias, Loss, Parameter

_loss = partial(Loss, "", axis=MARGIN)

LOSSES = {
    "savage": _loss(
        "sigmoid(-k*m)^2",
        derivative="-2*k*exp(k*m)/(1 + exp(k*m))^3",
        title="Savage",
        summary="A bounded loss that gives up on hopeless outliers; the Brier score of a sigmoid.",
        source="Masnadi-Shirazi & Vasconcelos 2008, On the design of loss functions for classification (k = 2)",
        parameters=(Parameter("k", 1.0, POSITIVE),),
        aliases=("savageboost",),
    ),
    "tangent": _loss(
        "(2*atan(m) - 1)^2",
        title="Tangent",
        summary="Bounded on both sides, and like the squared loss it also penalises large positive margins.",
        source="Masnadi-Shirazi, Mahadevan & Vasconcelos 2010, On the design of robust classifiers for computer vision",
        aliases=("tangentboost", "tangent-loss"),
    ),
    "sigmoid": _loss(
        "sigmoid(-k*m)",
        derivative="-k*exp(k*m)/(1 + exp(k*m))^2",
        title="Sigmoid",
        summary="A smooth zero-one loss: the probability of a mistake under logistic noise.",
        source="Mason, Baxter, Bartlett & Frean 1999, Boosting Algorithms as Gradient Descent",
        parameters=(Parameter("k", 1.0, POSITIVE),),
        aliases=("sigmoid-loss", "sigmoidloss", "smooth-01"),
        loose_aliases=(LooseAlias("tanh-loss", "1 - tanh(m), which is twice sigmoid:k=2"),),
    ),
    "ramp": _loss(
        "max(0, 1 - max(s, m))",
        derivative="-1 if s < m < 1 else 0",
        title="Ramp",
        summary="The hinge cut off at margin s, so that no mistake costs more than 1 - s.",
        source="Collobert, Sinz, Weston & Bottou 2006, Trading Convexity for Scalability",
        parameters=(Parameter("s", 0.0, Interval(high=1.0), least=0.0),),
        aliases=("ramp-loss", "truncated-hinge", "robust-hinge"),
    ),
}
