"""Losses of a cosine similarity s: metric and contrastive learning."""

from functools import partial

from lossplot._losses import libraries as lib
from lossplot._losses.entry import LABEL, POSITIVE, SIGN, SIMILARITY, Interval, Loss, Parameter
from lossplot._losses.equivalent import Equivalent

_loss = partial(Loss, "", axis=SIMILARITY)

LOSSES = {
    "cosine-embedding": _loss(
        "1 - s if label > 0 else max(0, s - margin)",
        title="Cosine embedding",
        summary="Pulls similar pairs (label 1) into one direction, pushes others (label -1) apart to the margin.",
        source="PyTorch, torch.nn.CosineEmbeddingLoss",
        parameters=(LABEL, Parameter("margin", 0.0, SIGN, least=0.0)),
        aliases=("cosineembeddingloss", "cosine-embedding-loss"),
        equivalents=(
            lib.torch("CosineEmbeddingLoss(margin=margin)", "cosine_embedding", condition="y is the label, 1 or -1"),
        ),
    ),
    "cosine-distance": _loss(
        "1 - s",
        title="Cosine distance",
        summary="One minus the cosine of the angle between two vectors.",
        source="Salton, Wong & Yang 1975, A Vector Space Model for Automatic Indexing",
        aliases=("cosine",),
        equivalents=(
            lib.optax("cosine_distance(u, v)"),
            Equivalent("torch:cosine_distance", "1 - torch.nn.functional.cosine_similarity(u, v)"),
            lib.keras("CosineSimilarity()", "cosine_similarity", constant="-1"),
        ),
    ),
    "info-nce": _loss(
        "softplus(log(negatives) + (negative - s)/temperature)",
        textbook="log(1 + negatives*exp((negative - s)/temperature))",
        derivative="-1/(temperature*(1 + exp((s - negative)/temperature)/negatives))",
        title="InfoNCE",
        summary="Contrastive learning's cross-entropy: tell the one true pair from the negatives.",
        source="van den Oord, Li & Vinyals 2018, Representation Learning with Contrastive Predictive Coding",
        parameters=(
            Parameter("temperature", 0.1, POSITIVE),
            Parameter("negatives", 255.0, Interval(1.0, low_closed=True)),
            Parameter("negative", 0.0, SIGN, least=0.0),
        ),
        aliases=("infonce", "nt-xent", "ntxent"),
        equivalents=(
            lib.torch("CrossEntropyLoss()", "info_nce", condition="of logits s/temperature, the true pair first"),
            lib.optax(
                "losses.ntxent(embeddings, labels, temperature=temperature)",
                condition="of one pair with the same label, all others having labels of their own",
                defaults=(("temperature", 0.07),),
            ),
        ),
    ),
}
