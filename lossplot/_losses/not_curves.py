"""Losses that are no function of one number, each with the reason and what may be drawn instead."""

from __future__ import annotations

from collections.abc import Mapping

_ALIGNMENTS = "it sums over all alignments of a sequence with its labels"
_ROOT = "it is the root of a mean, which no single example has; draw "
_RANKING = "it compares all items of a query with each other; of one pair it is 'logistic' of the difference"
_ORDER = "it counts pairs, or ranks, of a whole set"
_COUNTS = "it counts right and wrong labels of a whole set"
_SHARE = "it is a share of all examples' deviance, not a loss of one"
_SURVIVAL = "it depends on all that are still at risk at each time"
_CENSORED = "it depends on both ends of a censored interval; draw 'aft-normal', 'aft-logistic' or 'aft-extreme'"
_IMPURITY = "it is the impurity of all labels in a leaf; of one forecast draw "
_BASE = "it is the base class of all others"

_ANGLES = "it moves the angle to the right class before a softmax over all; draw 'softmax-ce-gap'"
_FEATURES = "it compares all features of a batch"
_IMAGES = "it compares patches or features of whole images; of one pixel draw 'charbonnier' or 'squared'"
_FREQUENCIES = "it shifts or weighs the score of each class by how often that occurs; draw 'softmax-ce-gap'"
_DISTRIBUTIONS = "it compares two whole distributions; of two outcomes draw 'kl-bernoulli'"
_SUM = "it is a sum of two losses; write it as one, as in '0.5*log_loss + 0.5*soft_dice'"
_WAY_TO_TRAIN = "it is a way to choose or change examples while training, under any loss"
_INTEGRAL = "its psi is given as such, and its rho is an integral without a formula; draw 'tukey-biweight'"
_OUTPUTS = "it has several outputs; of one draw "
_LEAST = "it leaves out the largest errors of a whole sample; of one error draw 'truncated-quadratic'"
_RETURN = "it is the logarithm of a probability times a return; draw 'log-loss', or 'ppo-clip' of the ratio"

# What people call them without a library; a word `loss` after the name may be left out.
AT_LARGE: Mapping[str, str] = {
    "ctc": _ALIGNMENTS,
    **dict.fromkeys(("lambdarank", "lambdamart", "listnet", "listmle", "ndcg", "approx-ndcg", "map", "mrr"), _RANKING),
    "warp": "it draws other items until one is ranked too high; of one pair it is 'hinge'",
    **dict.fromkeys(("cox", "cox-ph", "coxph", "partial-likelihood"), f"{_SURVIVAL}; draw 'aft-extreme'"),
    "deephit": "it is of a whole distribution of times; draw 'aft-logistic'",
    "tobit": "it is one loss of what is seen and another of what is censored; draw 'aft-normal:censored=0,1'",
    **dict.fromkeys(("arcface", "cosface", "sphereface", "am-softmax", "a-softmax"), _ANGLES),
    "circle": "it sums over all pairs in a batch, near and far; draw 'soft-margin-triplet'",
    "supcon": "it averages over all that are of one class in a batch; draw 'info-nce'",
    **dict.fromkeys(("barlow-twins", "vicreg", "dino"), _FEATURES),
    **dict.fromkeys(("byol", "simsiam"), "it is twice 'cosine-distance'; draw '2*cosine_distance'"),
    "center": "its centres are learned along with the features; of one distance draw 'half-squared'",
    **dict.fromkeys(
        ("lovasz", "lovasz-hinge", "lovasz-softmax"),
        "it sorts the errors of all pixels; of one pixel draw 'hinge', of a whole mask 'iou'",
    ),
    **dict.fromkeys(("boundary", "hausdorff"), "it needs the distance of each pixel to the border; draw 'soft-dice'"),
    **dict.fromkeys(("ssim", "ms-ssim", "lpips", "perceptual", "vgg", "style", "gram"), _IMAGES),
    **dict.fromkeys(("bce-dice", "combo", "combined", "unified-focal"), _SUM),
    "dfl": "it is a cross-entropy of the two nearest of many bins; draw 'quality-focal'",
    "gfl": "it is 'quality-focal' of the class and a cross-entropy of many bins of the box; draw the former",
    **dict.fromkeys(
        ("orpo", "cpo"), "it adds the likelihood of the chosen answer; draw 'logistic:beta=0.1' of the pair"
    ),
    "rrhf": "it sums over the ranks of many answers; of one pair draw 'perceptron'",
    **dict.fromkeys(("reinforce", "policy-gradient", "a2c", "a3c"), _RETURN),
    **dict.fromkeys(
        ("awr", "iql"), "it weighs each action by its advantage; draw 'log-loss', or 'expectile' of a value"
    ),
    **dict.fromkeys(
        ("emd", "earth-mover", "sinkhorn", "mmd", "hellinger", "js", "js-divergence", "jensen-shannon"), _DISTRIBUTIONS
    ),
    **dict.fromkeys(
        ("seesaw", "ldam", "logit-adjusted", "balanced-softmax", "class-balanced", "cb", "equalization"), _FREQUENCIES
    ),
    **dict.fromkeys(("mdn", "evidential"), f"{_OUTPUTS}'gaussian-nll'"),
    "zip": f"{_OUTPUTS}'poisson-full'",
    "zinb": f"{_OUTPUTS}'negative-binomial'",
    **dict.fromkeys(
        ("coral", "corn"), "it has an output for each threshold; draw 'all-threshold', or one 'bce-logits'"
    ),
    **dict.fromkeys(("qwk", "kappa"), _ORDER),
    **dict.fromkeys(("auc", "roc-auc", "aucpr", "average-precision"), _ORDER),
    **dict.fromkeys(("f1", "precision", "recall", "mcc"), f"{_COUNTS}; draw 'zero-one', or 'soft-dice'"),
    **dict.fromkeys(("r2", "r-squared"), _SHARE),
    "perplexity": "it is exp of a mean over all words; of one word draw 'log-loss'",
    "softmax": "it makes probabilities of scores, which 'softmax-cross-entropy' is a loss of",
    **dict.fromkeys(("relu", "gelu", "swish"), "it is an activation; write a formula, as in 'relu(1 - m)'"),
    "mase": "it divides by the mean error of a naive forecast; draw 'absolute'",
    **dict.fromkeys(("lts", "lms", "trimmed-squares"), _LEAST),
    **dict.fromkeys(("ggw", "lqq"), _INTEGRAL),
    **dict.fromkeys(("mixup", "co-teaching", "elr", "dmi"), _WAY_TO_TRAIN),
    **dict.fromkeys(("gradient-penalty", "r1"), "it is a penalty on the slope of a critic, not on its score"),
    **dict.fromkeys(("group-lasso", "nuclear-norm"), "it is of many coefficients together; of one draw 'l1-penalty'"),
    "tv": "it sums the differences of neighbours; of one difference draw 'absolute'",
    "total-variation": "it sums the differences of neighbours; of one difference draw 'absolute'",
}

NOT_CURVES: Mapping[str, Mapping[str, str]] = {
    "torch": {
        "CTCLoss": _ALIGNMENTS,
        "AdaptiveLogSoftmaxWithLoss": "it is a layer, with the loss of all its clusters of classes; draw 'torch:nll'",
    },
    "keras": {
        "CTC": _ALIGNMENTS,
        "ctc_loss": _ALIGNMENTS,
        "Circle": "it sums over all pairs in a batch, near and far; draw 'soft-margin-triplet'",
        "weighted_cross_entropy_with_logits": "its pos_weight is the w of 'bce-logits'; draw that",
        "nce_loss": "it samples other classes at random; draw 'info-nce'",
        "sampled_softmax_loss": "it samples other classes at random; draw 'softmax-ce-gap'",
        "Loss": _BASE,
    },
    "optax": {
        "ctc_loss": _ALIGNMENTS,
        "ctc_loss_with_forward_probs": _ALIGNMENTS,
        "make_fenchel_young_loss": "it makes a loss of any function; draw 'optax:sparsemax_loss'",
        "ranking_softmax_loss": "it is a cross-entropy of a whole list; of two items it is 'logistic'",
        "multiclass_generalized_dice_loss": "it weighs each class by its share of the picture; draw 'optax:dice_loss'",
        "cosine_similarity": "it is no loss; draw 'optax:cosine_distance'",
        "smooth_labels": "it changes labels; draw 'label-smoothing-ce'",
    },
    "sklearn": {
        "root_mean_squared_error": f"{_ROOT}'sklearn:mean_squared_error'",
        "root_mean_squared_log_error": f"{_ROOT}'sklearn:mean_squared_log_error'",
        "median_absolute_error": "it is the median over all examples; draw 'sklearn:absolute_error'",
        "max_error": "it is the largest of all errors; draw 'sklearn:absolute_error'",
        "label_ranking_loss": _ORDER,
        "coverage_error": _ORDER,
        "d2_absolute_error_score": _SHARE,
        "d2_brier_score": _SHARE,
        "d2_log_loss_score": _SHARE,
        "d2_pinball_score": _SHARE,
        "d2_tweedie_score": _SHARE,
        "r2_score": _SHARE,
        "gini": f"{_IMPURITY}'brier'",
        "entropy": f"{_IMPURITY}'log-loss'",
        "friedman_mse": f"{_IMPURITY}'half-squared'",
        "linear": "AdaBoostRegressor divides by the largest error of all; draw 'absolute'",
        "square": "AdaBoostRegressor divides by the largest error of all; draw 'squared'",
        "BaseLoss": _BASE,
    },
    "scipy": {},
    "statsmodels": {"RobustNorm": _BASE, "Family": _BASE},
    "xgboost": {
        "rank:pairwise": _RANKING,
        "rank:ndcg": _RANKING,
        "rank:map": _RANKING,
        "survival:cox": _SURVIVAL,
        "cox-nloglik": _SURVIVAL,
        "interval-regression-accuracy": _CENSORED,
        "rmse": f"{_ROOT}'squared'",
        "rmsle": f"{_ROOT}'msle'",
        "auc": _ORDER,
        "aucpr": _ORDER,
        "pre": _ORDER,
        "ndcg": _ORDER,
        "map": _ORDER,
    },
    "lightgbm": {
        "lambdarank": _RANKING,
        "rank_xendcg": _RANKING,
        "xendcg": _RANKING,
        "xe_ndcg": _RANKING,
        "xe_ndcg_mart": _RANKING,
        "xendcg_mart": _RANKING,
        "cross_entropy_lambda": "its probability depends on the weight of the example; draw 'lightgbm:cross_entropy'",
        "xentlambda": "its probability depends on the weight of the example; draw 'lightgbm:cross_entropy'",
        "auc": _ORDER,
        "ndcg": _ORDER,
        "map": _ORDER,
        "average_precision": _ORDER,
        "custom": "it is a function of yours",
    },
    "catboost": {
        "PairLogit": _RANKING,
        "PairLogitPairwise": _RANKING,
        "YetiRank": _RANKING,
        "YetiRankPairwise": _RANKING,
        "LambdaMart": _RANKING,
        "StochasticFilter": _RANKING,
        "StochasticRank": _RANKING,
        "QueryRMSE": _RANKING,
        "QuerySoftMax": _RANKING,
        "QueryCrossEntropy": _RANKING,
        "Cox": _SURVIVAL,
        "SurvivalAft": _CENSORED,
        "RMSEWithUncertainty": "it has two predictions; draw 'gaussian-nll' and 'gaussian-nll-variance'",
        "MultiQuantile": "it has one prediction for each quantile; draw 'catboost:Quantile:alpha=0.1,0.5,0.9'",
        "MultiRMSE": "it sums over many targets; draw 'catboost:RMSE'",
        "MultiRMSEWithMissingValues": "it sums over many targets; draw 'catboost:RMSE'",
        "LogLinQuantile": "it is the quantile loss of the exponential of the score; draw 'catboost:Quantile'",
        "GroupQuantile": "it is shared by all examples of a group; draw 'catboost:Quantile'",
    },
    "ceres": {
        "ComposedLoss": "it is one rho of another, of your choice",
        "ScaledLoss": "it is a multiple of a rho of your choice",
        "LossFunctionWrapper": "it holds a rho of your choice",
        "LossFunction": _BASE,
    },
    "torchvision": {},
    "timm": {},
    "monai": {},
    "smp": {},
    "trl": {},
}
