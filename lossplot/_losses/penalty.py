"""Penalties of a coefficient w: what a regularised model pays for its size, beside its loss."""

from functools import partial

from lossplot._losses.entry import COEFFICIENT, POSITIVE, UNIT, Interval, LooseAlias, Loss, Parameter
from lossplot._losses.equivalent import Equivalent

_loss = partial(Loss, "", axis=COEFFICIENT)
_LAMBDA = Parameter("lambda", 1.0, POSITIVE)

LOSSES = {
    "l1-penalty": _loss(
        "lambda*abs(w)",
        title="L1 penalty",
        summary="The lasso's penalty: its corner at zero sets small coefficients to exactly zero.",
        source="Tibshirani 1996, Regression Shrinkage and Selection via the Lasso",
        parameters=(_LAMBDA,),
        aliases=("lasso", "l1-regularization", "l1-norm"),
        equivalents=(
            Equivalent("sklearn:Lasso", "sklearn.linear_model.Lasso(alpha=lambda)"),
            Equivalent("keras:L1", "keras.regularizers.L1(l1=lambda)"),
        ),
    ),
    "l2-penalty": _loss(
        "w*(lambda*w)",
        textbook="lambda*w^2",
        title="L2 penalty",
        summary="Ridge regression's penalty: it shrinks all coefficients in proportion, and none to zero.",
        source="Hoerl & Kennard 1970, Ridge Regression: Biased Estimation for Nonorthogonal Problems",
        parameters=(_LAMBDA,),
        aliases=("ridge", "ridge-penalty", "l2-regularization", "tikhonov"),
        loose_aliases=(LooseAlias("weight-decay", "half of it, lambda*w^2/2"),),
        equivalents=(
            Equivalent("sklearn:Ridge", "sklearn.linear_model.Ridge(alpha=lambda)"),
            Equivalent("keras:L2", "keras.regularizers.L2(l2=lambda)"),
        ),
    ),
    "elastic-net": _loss(
        "lambda*(alpha*abs(w)) + w*(lambda*((1 - alpha)/2*w))",
        textbook="lambda*(alpha*abs(w) + (1 - alpha)/2*w^2)",
        title="Elastic net",
        summary="A mixture of both penalties: zeros as the lasso's, correlated coefficients together as ridge's.",
        source="Zou & Hastie 2005, Regularization and Variable Selection via the Elastic Net; "
        "Friedman, Hastie & Tibshirani 2010, Regularization Paths for Generalized Linear Models (alpha)",
        parameters=(_LAMBDA, Parameter("alpha", 0.5, UNIT)),
        aliases=("elasticnet", "enet", "l1-l2"),
        equivalents=(
            Equivalent("sklearn:ElasticNet", "sklearn.linear_model.ElasticNet(alpha=lambda, l1_ratio=alpha)"),
        ),
    ),
    "scad": _loss(
        "lambda*abs(w) if abs(w) <= lambda"
        " else lambda*abs(w) - (abs(w) - lambda)*((abs(w) - lambda)/(2*(a - 1))) if abs(w) <= a*lambda"
        " else (a + 1)/2*lambda*lambda",
        textbook="lambda*abs(w) if abs(w) <= lambda"
        " else (2*a*lambda*abs(w) - w^2 - lambda^2)/(2*(a - 1)) if abs(w) <= a*lambda"
        " else (a + 1)*lambda^2/2",
        derivative="lambda*sign(w) if abs(w) <= lambda"
        " else (a*lambda - abs(w))/(a - 1)*sign(w) if abs(w) <= a*lambda else 0",
        title="SCAD",
        summary="Smoothly clipped absolute deviation: a lasso near zero, and no more to pay for large coefficients.",
        source="Fan & Li 2001, Variable Selection via Nonconcave Penalized Likelihood and its Oracle Properties",
        parameters=(_LAMBDA, Parameter("a", 3.7, Interval(2.0))),
        aliases=("scad-penalty", "smoothly-clipped-absolute-deviation"),
    ),
    "mcp": _loss(
        "lambda*abs(w) - w*(w/(2*gamma)) if abs(w) <= gamma*lambda else gamma/2*lambda*lambda",
        textbook="lambda*abs(w) - w^2/(2*gamma) if abs(w) <= gamma*lambda else gamma*lambda^2/2",
        title="Minimax concave penalty",
        summary="The lasso's penalty whose slope falls steadily to zero: large coefficients are not shrunk.",
        source="Zhang 2010, Nearly Unbiased Variable Selection under Minimax Concave Penalty",
        parameters=(_LAMBDA, Parameter("gamma", 3.0, POSITIVE)),
        aliases=("mcpenalty", "mc-penalty", "minimax-concave-penalty"),
        loose_aliases=(LooseAlias("mc+", "the algorithm PLUS with this penalty"),),
    ),
}
