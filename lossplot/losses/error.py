"""Losses of the error r = prediction - target: regression."""

from functools import partial

from lossplot.losses import libraries as lib
from lossplot.losses.entry import ERROR, NONNEGATIVE, OPEN_UNIT, POSITIVE, REAL, ZERO, Equivalent, Loss, Parameter

_loss = partial(Loss, "", axis=ERROR)

LOSSES = {
    "squared": _loss(
        "r^2",
        summary="Least squares: its minimiser is the mean.",
        source="Legendre 1805; Gauss 1809",
        aliases=("mse", "mseloss", "l2", "l2distloss", "squared-error", "quadratic", "mean-squared-error"),
        equivalents=(
            lib.torch("MSELoss()", "mse"),
            lib.keras("MeanSquaredError()", "mean_squared_error"),
            lib.optax("squared_error(prediction, target)"),
            lib.metric("mean_squared_error(y, prediction)"),
        ),
    ),
    "half-squared": _loss(
        "r^2/2",
        summary="Least squares with unit curvature, the scale of boosting and of robust statistics.",
        source="Legendre 1805; Gauss 1809",
        aliases=("l2-loss", "half-mse", "leastsquares", "halfsquarederror"),
        equivalents=(
            lib.boosting_regressor("squared_error"),
            lib.optax("l2_loss(prediction, target)"),
            lib.xgboost("reg:squarederror"),
            lib.lightgbm("l2"),
            lib.norm("LeastSquares()"),
            lib.least_squares("linear"),
        ),
    ),
    "absolute": _loss(
        "abs(r)",
        summary="Least absolute deviations: its minimiser is the median.",
        source="Boscovich 1757; Laplace 1774",
        aliases=("mae", "l1", "l1loss", "l1distloss", "absolute-error", "mean-absolute-error", "laplace", "lad"),
        equivalents=(
            lib.torch("L1Loss()", "l1"),
            lib.keras("MeanAbsoluteError()", "mean_absolute_error"),
            lib.boosting_regressor("absolute_error"),
            lib.xgboost("reg:absoluteerror"),
            lib.lightgbm("l1"),
            lib.metric("mean_absolute_error(y, prediction)"),
        ),
    ),
    "huber": _loss(
        "r^2/2 if abs(r) <= delta else delta*(abs(r) - delta/2)",
        summary="Squared near zero, absolute beyond delta: efficient for good data, robust to bad.",
        source="Huber 1964, Robust Estimation of a Location Parameter",
        parameters=(Parameter("delta", 1.0, POSITIVE),),
        aliases=("huber-loss", "huberloss", "hubert"),
        equivalents=(
            lib.torch("HuberLoss(delta=delta)", "huber"),
            lib.keras("Huber(delta=delta)", "huber"),
            lib.optax("huber_loss(prediction, target, delta=delta)"),
            lib.least_squares("huber", f_scale="delta"),
            lib.sgd_regressor("huber", epsilon="delta"),
            lib.norm("HuberT(t=delta)"),
            lib.lightgbm("huber", alpha="delta"),
            lib.scipy("special.huber(delta, r)", "special_huber"),
        ),
    ),
    "smooth-l1": _loss(
        "r^2/(2*beta) if abs(r) < beta else abs(r) - beta/2",
        summary="The Huber loss over its own width: slope 1 at the ends whatever beta is.",
        source="Girshick 2015, Fast R-CNN",
        parameters=(Parameter("beta", 1.0, POSITIVE),),
        aliases=("smoothl1", "smoothl1loss", "smooth-l1-loss"),
        equivalents=(lib.torch("SmoothL1Loss(beta=beta)", "smooth_l1"),),
    ),
    "pseudo-huber": _loss(
        "delta^2*hypotm1(r/delta)",
        summary="A Huber loss without a seam: a hyperbola, parabolic near zero and linear far out.",
        source="Charbonnier et al. 1997; Hartley & Zisserman 2003, Multiple View Geometry, A6.8",
        parameters=(Parameter("delta", 1.0, POSITIVE),),
        aliases=("pseudohuber", "soft-l1", "softl1", "softlone"),
        equivalents=(
            lib.least_squares("soft_l1", f_scale="delta"),
            lib.scipy("special.pseudo_huber(delta, r)"),
            lib.xgboost("reg:pseudohubererror", huber_slope="delta"),
        ),
    ),
    "log-cosh": _loss(
        "logcosh(r)",
        summary="Half the squared error near zero, the absolute error less log 2 far out, smooth throughout.",
        source="Green 1990; Saleh & Saleh 2022, Statistical Properties of the log-cosh Loss Function",
        aliases=("logcosh", "logcoshloss"),
        equivalents=(lib.keras("LogCosh()", "log_cosh"), lib.optax("log_cosh(prediction, target)")),
    ),
    "quantile": _loss(
        "-tau*r if r < 0 else (1 - tau)*r",
        summary="Tilted absolute error: its minimiser is the tau-quantile; tau is the price of predicting too low.",
        source="Koenker & Bassett 1978, Regression Quantiles",
        parameters=(Parameter("tau", 0.5, OPEN_UNIT),),
        aliases=("pinball", "pinball-loss", "mean-pinball-loss", "quantile-loss", "quantileloss", "tick", "check"),
        equivalents=(
            lib.metric("mean_pinball_loss(y, prediction, alpha=tau)", "pinball"),
            lib.boosting_regressor("quantile", quantile="tau"),
            lib.xgboost("reg:quantileerror", quantile_alpha="tau"),
            lib.lightgbm("quantile", alpha="tau"),
        ),
    ),
    "epsilon-insensitive": _loss(
        "max(0, abs(r) - epsilon)",
        summary="Support vector regression's loss: errors within epsilon are free.",
        source="Vapnik 1995, The Nature of Statistical Learning Theory",
        parameters=(Parameter("epsilon", 0.1, NONNEGATIVE, least=0.0),),
        aliases=("epsilon-ins", "l1epsiloninsloss", "epsiloninsloss", "svr", "vapnik"),
        equivalents=(lib.sgd_regressor("epsilon_insensitive", epsilon="epsilon"),),
    ),
    "charbonnier": _loss(
        "epsilon*hypot1(r/epsilon)",
        textbook="sqrt(r^2 + epsilon^2)",
        summary="The absolute error with its corner rounded off by epsilon: image restoration's favourite.",
        source="Charbonnier, Blanc-Feraud, Aubert & Barlaud 1994, Two deterministic half-quadratic "
        "regularization algorithms",
        parameters=(Parameter("epsilon", 0.001, POSITIVE),),
        aliases=("charbonnier-loss", "smooth-abs"),
    ),
    "expectile": _loss(
        "tau*r^2 if r < 0 else (1 - tau)*r^2",
        summary="Tilted squared error: its minimiser is the tau-expectile.",
        source="Newey & Powell 1987, Asymmetric Least Squares Estimation and Testing",
        parameters=(Parameter("tau", 0.5, OPEN_UNIT),),
        aliases=("expectile-loss", "asymmetric-squared"),
        equivalents=(lib.norm("MQuantileNorm(1 - tau, statsmodels.robust.norms.LeastSquares())", factor="1/2"),),
    ),
    "squared-epsilon-insensitive": _loss(
        "max(0, abs(r) - epsilon)^2",
        summary="Support vector regression with squared slack: errors within epsilon are free.",
        source="Cristianini & Shawe-Taylor 2000, An Introduction to Support Vector Machines",
        parameters=(Parameter("epsilon", 0.1, NONNEGATIVE, least=0.0),),
        aliases=("l2epsiloninsloss", "l2-svr"),
        equivalents=(lib.sgd_regressor("squared_epsilon_insensitive", epsilon="epsilon"),),
    ),
    "power": _loss(
        "abs(r)^p",
        summary="The error to the power p: 1 is absolute, 2 is squared.",
        source="Money, Affleck-Graves, Hart & Barr 1982, The Linear Regression Model: Lp Norm Estimation",
        parameters=(Parameter("p", 1.5, POSITIVE, most=1000.0),),
        aliases=("lp", "lpdistloss", "lq"),
        equivalents=(Equivalent("torch:power", "torch.abs(r).pow(p)"),),
    ),
    "logistic-distance": _loss(
        "2*logcosh(r/2)",
        summary="The likelihood of a logistic error: log-cosh at twice the scale.",
        source="Steinwart & Christmann 2008, Support Vector Machines",
        aliases=("logitdistloss", "logistic-regression-residual"),
    ),
    "periodic": _loss(
        "versin2pi(r/period)",
        summary="For angles: an error of a whole period is no error.",
        source="Mardia & Jupp 2000, Directional Statistics",
        parameters=(Parameter("period", 1.0, POSITIVE),),
        aliases=("periodicloss", "cosine-error", "von-mises"),
    ),
    "linex": _loss(
        "b*expm1mx(a*r)",
        textbook="b*(exp(a*r) - a*r - 1)",
        summary="Linear on one side and exponential on the other: for errors that cost more one way.",
        source="Varian 1975; Zellner 1986, Bayesian Estimation and Prediction Using Asymmetric Loss Functions",
        parameters=(Parameter("a", 1.0, REAL, holes=(ZERO,)), Parameter("b", 1.0, POSITIVE)),
        aliases=("linear-exponential",),
    ),
    "quantile-huber": _loss(
        "(tau if r <= 0 else 1 - tau)*(r^2/(2*delta) if abs(r) <= delta else abs(r) - delta/2)",
        summary="The quantile loss with its corner rounded off, as in distributional reinforcement learning.",
        source="Dabney, Rowland, Bellemare & Munos 2018, Distributional Reinforcement Learning "
        "with Quantile Regression",
        parameters=(Parameter("tau", 0.5, OPEN_UNIT), Parameter("delta", 1.0, POSITIVE)),
        aliases=("qr-dqn", "huber-pinball"),
        equivalents=(
            lib.norm(
                "MQuantileNorm(1 - tau, statsmodels.robust.norms.HuberT(t=delta))",
                "MQuantileNorm_HuberT",
                factor="delta",
            ),
        ),
    ),
    "wing": _loss(
        "w*log1p(abs(r)/epsilon) if abs(r) < w else abs(r) - (w - w*log(1 + w/epsilon))",
        derivative="w*sign(r)/(epsilon + abs(r)) if abs(r) < w else sign(r)",
        summary="Pays attention to small errors: steep at zero, linear beyond w.",
        source="Feng, Kittler, Awais, Huber & Wu 2018, Wing Loss for Robust Facial Landmark Localisation",
        parameters=(Parameter("w", 10.0, POSITIVE), Parameter("epsilon", 2.0, POSITIVE)),
        aliases=("wing-loss",),
    ),
    "berhu": _loss(
        "abs(r) if abs(r) <= c else (r^2 + c^2)/(2*c)",
        summary="Huber reversed: absolute near zero, squared beyond c.",
        source="Owen 2007, A Robust Hybrid of Lasso and Ridge Regression",
        parameters=(Parameter("c", 1.0, POSITIVE),),
        aliases=("reverse-huber", "inverse-huber"),
    ),
    "balanced-l1": _loss(
        "alpha/expm1(gamma/alpha)*log1pint(expm1(gamma/alpha)*abs(r)) if abs(r) < 1 "
        "else gamma*abs(r) + gamma/expm1(gamma/alpha) - alpha",
        summary="Smooth L1 with more weight on the accurate boxes of a detector.",
        source="Pang et al. 2019, Libra R-CNN: Towards Balanced Learning for Object Detection",
        parameters=(Parameter("alpha", 0.5, POSITIVE), Parameter("gamma", 1.5, POSITIVE)),
        requires="gamma <= 700*alpha",
        aliases=("libra",),
    ),
    "gaussian-nll": _loss(
        "log(sigma) + log(2*pi)/2 + r^2/(2*sigma^2)",
        summary="Minus the log-likelihood of a normal error of known sigma.",
        source="Gauss 1809; Nix & Weigend 1994, Estimating the Mean and Variance of "
        "the Target Probability Distribution",
        parameters=(Parameter("sigma", 1.0, POSITIVE),),
        aliases=("gaussiannllloss", "normal-nll"),
        equivalents=(
            lib.torch("GaussianNLLLoss(full=True)", "gaussian_nll"),
            Equivalent("scipy:norm_logpdf", "-scipy.stats.norm.logpdf(r, scale=sigma)"),
        ),
    ),
    "laplace-nll": _loss(
        "log(2*b) + abs(r)/b",
        summary="Minus the log-likelihood of a Laplace error of known scale b.",
        source="Laplace 1774",
        parameters=(Parameter("b", 1.0, POSITIVE),),
        aliases=("laplacenll",),
        equivalents=(
            Equivalent("torch:laplace_nll", "-torch.distributions.Laplace(0, b).log_prob(r)"),
            Equivalent("scipy:laplace_logpdf", "-scipy.stats.laplace.logpdf(r, scale=b)"),
        ),
    ),
    "smooth-epsilon-insensitive": _loss(
        "softplus2(r, epsilon)",
        derivative="sinh(r)/(cosh(epsilon) + cosh(r))",
        summary="The epsilon-insensitive loss made smooth by two softplus functions.",
        source="Dekel, Shalev-Shwartz & Singer 2005, Smooth Epsilon-Insensitive Regression by Loss Symmetrization",
        parameters=(Parameter("epsilon", 0.1, NONNEGATIVE, least=0.0),),
        aliases=("smooth-svr",),
    ),
    "epsilon-zero-one": _loss(
        "1 if abs(r) > epsilon else 0",
        summary="Hit or miss: 1 for every error beyond epsilon.",
        source="Bishop 2006, Pattern Recognition and Machine Learning, section 1.5.5",
        parameters=(Parameter("epsilon", 0.5, NONNEGATIVE, least=0.0),),
        aliases=("numerrors", "hit-or-miss", "indicator"),
    ),
    "crps-gaussian": _loss(
        "sigma*normal_crps(r/sigma)",
        summary="The continuous ranked probability score of a normal forecast of known sigma.",
        source="Gneiting & Raftery 2007, Strictly Proper Scoring Rules, Prediction, and Estimation",
        parameters=(Parameter("sigma", 1.0, POSITIVE),),
        aliases=("crps",),
    ),
}
