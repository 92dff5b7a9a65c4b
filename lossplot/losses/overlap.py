"""Losses of the probability of a pixel that measure overlap: segmentation."""

from functools import partial

from lossplot.losses import libraries as lib
from lossplot.losses.entry import POSITIVE, PROBABILITY, Loss, Parameter

_loss = partial(Loss, "", axis=PROBABILITY)
# A condition of the calls.
_PIXEL = "of one pixel with label 1"

LOSSES = {
    "soft-dice": _loss(
        "(1 - p)/(1 + p)",
        derivative="-2/(1 + p)^2",
        title="Soft Dice",
        summary="One positive pixel's share of the Dice loss.",
        source="Milletari, Navab & Ahmadi 2016, V-Net",
        aliases=("dice", "dice-loss"),
        equivalents=(
            lib.keras("Dice()", "dice", condition=_PIXEL),
            lib.optax(
                "losses.dice_loss(logits, labels, smooth=0)",
                condition=f"{_PIXEL}; smooth is 1 unless it is given",
            ),
        ),
    ),
    "tversky": _loss(
        "tversky(p, beta)",
        title="Tversky",
        summary="One positive pixel's share of the Tversky loss; beta weighs what is missed.",
        source="Salehi, Erdogmus & Gholipour 2017, Tversky Loss Function for Image Segmentation",
        parameters=(Parameter("beta", 0.5, POSITIVE),),
        aliases=("tversky-loss",),
        equivalents=(
            lib.keras("Tversky(beta=beta)", "tversky", condition=_PIXEL),
            lib.optax(
                "losses.dice_loss(logits, labels, smooth=0, beta=beta)",
                "dice_loss_tversky",
                condition=f"{_PIXEL}; smooth is 1 unless it is given",
            ),
        ),
    ),
}
