"""Losses of a cosine similarity s: metric and contrastive learning."""

from functools import partial

from lossplot.losses.entry import POSITIVE, SIGN, SIMILARITY, ZERO, Equivalent, Interval, Loss, Parameter

_loss = partial(Loss, axis=SIMILARITY)

LOSSES = (
    _loss(
        "cosine-embedding",
        "1 - s if label > 0 else max(0, s - margin)",
        summary="Pulls similar pairs (label 1) into one direction, pushes others (label -1) apart to the margin.",
        source="PyTorch, torch.nn.CosineEmbeddingLoss",
        parameters=(
            Parameter("label", -1.0, SIGN, integer=True, holes=(ZERO,)),
            Parameter("margin", 0.0, SIGN, least=0.0),
        ),
        aliases=("cosineembeddingloss", "cosine-embedding-loss"),
        equivalents=(Equivalent("torch:cosine_embedding", "torch.nn.CosineEmbeddingLoss(margin=margin)"),),
    ),
    _loss(
        "cosine-distance",
        "1 - s",
        summary="One minus the cosine of the angle between two vectors.",
        source="Salton, Wong & Yang 1975, A Vector Space Model for Automatic Indexing",
        aliases=("cosine",),
        equivalents=(
            Equivalent("optax:cosine_distance", "optax.cosine_distance(u, v)"),
            Equivalent("torch:cosine_distance", "1 - torch.nn.functional.cosine_similarity(u, v)"),
            Equivalent("keras:cosine_similarity", "1 + keras.losses.cosine_similarity(u, v)"),
        ),
    ),
    _loss(
        "info-nce",
        "softplus(log(negatives) + (negative - s)/temperature)",
        textbook="log(1 + negatives*exp((negative - s)/temperature))",
        derivative="-1/(temperature*(1 + exp((s - negative)/temperature)/negatives))",
        summary="Contrastive learning's cross-entropy: tell the one true pair from the negatives.",
        source="van den Oord, Li & Vinyals 2018, Representation Learning with Contrastive Predictive Coding",
        parameters=(
            Parameter("temperature", 0.1, POSITIVE),
            Parameter("negatives", 255.0, Interval(1.0, low_closed=True)),
            Parameter("negative", 0.0, SIGN, least=0.0),
        ),
        aliases=("infonce", "nt-xent", "ntxent"),
        equivalents=(Equivalent("torch:info_nce", "torch.nn.CrossEntropyLoss()"),),
    ),
)
