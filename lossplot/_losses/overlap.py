"""Losses of the probability of a pixel that measure overlap: segmentation."""

from functools import partial

from lossplot._losses import libraries as lib
from lossplot._losses.entry import POSITIVE, PROBABILITY, Loss, Parameter

_loss = partial(Loss, "", axis=PROBABILITY)
# A condition of the calls.
_PIXEL = "of one pixel with label 1"

LOSSES = {
    "soft-dice": _loss(
        "(1 - p)/(1 + p)",
        derivative="-2/(1 + p)^2",
        title="Soft Dice",
        summary="One positive pixel's share of the Dice loss.",
        source="Drozdzal, Vorontsov, Chartrand, Kadoury & Pal 2016, The Importance of Skip Connections "
        "in Biomedical Image Segmentation",
        aliases=("dice", "dice-loss", "diceloss"),
        equivalents=(
            lib.keras("Dice()", "dice", condition=_PIXEL),
            lib.optax(
                "losses.dice_loss(logits, labels, smooth=0)",
                condition=f"{_PIXEL}; smooth is 1 unless it is given",
            ),
            lib.monai("DiceLoss(smooth_nr=0, smooth_dr=0)", "dice", condition=_PIXEL),
            lib.smp('DiceLoss(mode="binary", from_logits=False)', "dice", condition=_PIXEL),
        ),
    ),
    "dice-squared": _loss(
        "squareddice(p)",
        title="Squared Dice",
        summary="The Dice loss with squares in its denominator: flat where the pixel is right.",
        source="Milletari, Navab & Ahmadi 2016, V-Net",
        aliases=("squared-dice", "v-net", "vnet-dice"),
        equivalents=(
            lib.monai("DiceLoss(squared_pred=True, smooth_nr=0, smooth_dr=0)", "dice_squared", condition=_PIXEL),
        ),
    ),
    "log-cosh-dice": _loss(
        "logcosh(1 - 2*p/(1 + p)) if p < 1/4 else logcosh((1 - p)/(1 + p))",
        textbook="log(cosh((1 - p)/(1 + p)))",
        title="Log-cosh Dice",
        summary="The log-cosh of the Dice loss: smooth, and flat where the pixel is right.",
        source="Jadon 2020, A survey of loss functions for semantic segmentation",
        aliases=("logcosh-dice", "log-cosh-dice-loss"),
    ),
    "tversky": _loss(
        "tversky(p, beta)",
        title="Tversky",
        summary="One positive pixel's share of the Tversky loss; beta weighs what is missed.",
        source="Salehi, Erdogmus & Gholipour 2017, Tversky Loss Function for Image Segmentation",
        parameters=(Parameter("beta", 0.5, POSITIVE),),
        aliases=("tversky-loss",),
        equivalents=(
            lib.keras(
                "Tversky(beta=beta)",
                "tversky",
                condition=f"{_PIXEL}; up to Keras 3.15.1 it is alpha that weighs what is missed",
            ),
            lib.optax(
                "losses.dice_loss(logits, labels, smooth=0, beta=beta)",
                "dice_loss_tversky",
                condition=f"{_PIXEL}; smooth is 1 unless it is given",
            ),
            lib.monai("TverskyLoss(beta=beta, smooth_nr=0, smooth_dr=0)", "tversky", condition=_PIXEL),
            lib.smp('TverskyLoss(mode="binary", from_logits=False, beta=beta)', "tversky", condition=_PIXEL),
        ),
    ),
    "focal-tversky": _loss(
        "focaltversky(p, gamma, beta)",
        title="Focal Tversky",
        summary="The Tversky loss to the power gamma: below 1 it keeps pulling at what is nearly right.",
        source="Abraham & Khan 2019, A Novel Focal Tversky Loss Function with Improved Attention U-Net "
        "for Lesion Segmentation (gamma is the exponent, which the paper calls 1/gamma)",
        parameters=(Parameter("beta", 0.7, POSITIVE), Parameter("gamma", 0.75, POSITIVE)),
        aliases=("focal-tversky-loss", "focaltverskyloss"),
        equivalents=(
            lib.smp(
                'TverskyLoss(mode="binary", from_logits=False, beta=beta, gamma=gamma)',
                "focal_tversky",
                condition=_PIXEL,
            ),
        ),
    ),
}
