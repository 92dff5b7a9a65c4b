"""Losses of the overlap u of a predicted box with the true one: their intersection over their union."""

from functools import partial

from lossplot._losses import libraries as lib
from lossplot._losses.entry import OVERLAP, POSITIVE, LooseAlias, Loss, Parameter

_loss = partial(Loss, "", axis=OVERLAP)
_HULL = "of boxes whose union fills the box around both"

LOSSES = {
    "iou": _loss(
        "1 - u",
        title="IoU",
        summary="One minus the intersection over union: the Jaccard distance of two boxes or masks.",
        source="Jaccard 1912, The Distribution of the Flora in the Alpine Zone; Rezatofighi et al. 2019, Generalized "
        "Intersection over Union",
        aliases=("iou-loss", "iouloss", "jaccard", "jaccard-loss", "jaccard-distance", "linear-iou"),
        loose_aliases=(
            LooseAlias("giou", "1 - u with the empty share of the box around both added"),
            LooseAlias("diou", "1 - u with the squared distance of the centres added, as a share of the diagonal's"),
            LooseAlias("ciou", "1 - u with the distance of the centres and the difference in shape added"),
        ),
        equivalents=(
            lib.torchvision("generalized_box_iou_loss(prediction, target)", condition=_HULL),
            lib.torchvision("distance_box_iou_loss(prediction, target)", condition="of boxes with one centre"),
            lib.torchvision(
                "complete_box_iou_loss(prediction, target)", condition="of boxes with one centre and one ratio of sides"
            ),
            lib.monai("BoxGIoULoss()", condition=_HULL),
            lib.monai("DiceLoss(jaccard=True, smooth_nr=0, smooth_dr=0)", "jaccard", condition="of whole masks"),
            lib.smp('JaccardLoss(mode="binary", from_logits=False)', "jaccard", condition="of whole masks"),
        ),
    ),
    "log-iou": _loss(
        "-log(u)",
        title="Log-IoU",
        summary="Minus the logarithm of the intersection over union, without bound where boxes hardly meet.",
        source="Yu, Jiang, Wang, Cao & Huang 2016, UnitBox: An Advanced Object Detection Network",
        aliases=("unitbox", "unitbox-loss", "iou-log"),
        equivalents=(
            lib.smp(
                'JaccardLoss(mode="binary", from_logits=False, log_loss=True)',
                "jaccard_log",
                condition="of whole masks",
            ),
        ),
    ),
    "alpha-iou": _loss(
        "-alpha*boxcox(u, alpha)",
        textbook="1 - u^alpha",
        title="α-IoU",
        summary="One minus a power of the intersection over union: alpha above 1 attends to boxes that fit well.",
        source="He, Erfani, Ma, Bailey, Chi & Hua 2021, Alpha-IoU: A Family of Power Intersection over Union Losses "
        "for Bounding Box Regression",
        parameters=(Parameter("alpha", 3.0, POSITIVE),),
        aliases=("power-iou",),
    ),
}
