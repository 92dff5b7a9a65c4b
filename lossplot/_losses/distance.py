"""Losses of a distance x, or of how much larger one distance is than another: metric learning."""

from dataclasses import replace
from functools import partial

from lossplot._losses import libraries as lib
from lossplot._losses.entry import DISTANCE, LABEL, NONNEGATIVE, POSITIVE, REAL, UNIT, Loss, Parameter

_loss = partial(Loss, "", axis=DISTANCE)
# A condition of the calls.
_DISTANCES = "x is the distance of anchor and positive less that of anchor and negative"
_gap = partial(Loss, "", axis=replace(DISTANCE, label="distance gap *x*", domain=REAL, view=(-3.0, 3.0)))

LOSSES = {
    "hinge-embedding": _loss(
        "x if label > 0 else max(0, margin - x)",
        title="Hinge embedding",
        summary="Pulls similar pairs (label 1) together, pushes others (label -1) out to the margin.",
        source="PyTorch, torch.nn.HingeEmbeddingLoss",
        parameters=(LABEL, Parameter("margin", 1.0, POSITIVE, least=0.0)),
        aliases=("hingeembeddingloss", "hinge-embedding-loss"),
        equivalents=(
            lib.torch("HingeEmbeddingLoss(margin=margin)", "hinge_embedding", condition="y is the label, 1 or -1"),
        ),
    ),
    "contrastive": _loss(
        "x^2/2 if similar > 0 else max(0, margin - x)^2/2",
        title="Contrastive",
        summary="The siamese network's loss: squared for similar pairs, squared hinge for others.",
        source="Hadsell, Chopra & LeCun 2006, Dimensionality Reduction by Learning an Invariant Mapping",
        parameters=(Parameter("similar", 0.0, UNIT, integer=True), Parameter("margin", 1.0, POSITIVE, least=0.0)),
        aliases=("contrastive-loss", "siamese"),
    ),
    "contrastive-legacy": _loss(
        "x*(x/2) if similar > 0 else (margin - x^2)/2 if x < sqrt(margin) else 0",
        textbook="x^2/2 if similar > 0 else max(0, margin - x^2)/2",
        title="Legacy contrastive",
        summary="The contrastive loss with the margin of the squared distance: others are pushed away ever faster.",
        source="Jia et al. 2014, Caffe, ContrastiveLoss with legacy_version",
        parameters=(Parameter("similar", 0.0, UNIT, integer=True), Parameter("margin", 1.0, POSITIVE)),
        aliases=("legacy-contrastive", "contrastive-squared-margin"),
    ),
    "triplet": _gap(
        "max(0, x + margin)",
        title="Triplet",
        summary="A hinge on how much nearer the wrong example is than the right one.",
        source="Schroff, Kalenichenko & Philbin 2015, FaceNet; Weinberger & Saul 2009",
        parameters=(Parameter("margin", 1.0, NONNEGATIVE, least=0.0),),
        aliases=("tripletmarginloss", "triplet-margin-loss"),
        equivalents=(
            lib.torch("TripletMarginLoss(margin=margin)", "triplet_margin", condition=_DISTANCES),
            lib.torch(
                "TripletMarginWithDistanceLoss(margin=margin)", "triplet_margin_with_distance", condition=_DISTANCES
            ),
            lib.optax("losses.triplet_margin_loss(anchor, positive, negative, margin=margin)", condition=_DISTANCES),
        ),
    ),
    "soft-margin-triplet": _gap(
        "softplus(x)",
        title="Soft-margin triplet",
        summary="The triplet loss with a softplus for the hinge: no margin to choose.",
        source="Hermans, Beyer & Leibe 2017, In Defense of the Triplet Loss",
        aliases=("softplus",),
        equivalents=(lib.torch("functional.softplus(torch.as_tensor(x))"),),
    ),
}
