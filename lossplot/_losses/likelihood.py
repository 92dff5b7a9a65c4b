"""Losses of the error that are minus its log-likelihood, under a distribution of known width."""

from functools import partial

from lossplot._losses import libraries as lib
from lossplot._losses.entry import ERROR, POSITIVE, Loss, Parameter
from lossplot._losses.equivalent import Equivalent

_loss = partial(Loss, "", axis=ERROR)

LOSSES = {
    "gaussian-nll": _loss(
        "log(sigma) + log(2*pi)/2 + (r/sigma)^2/2",
        textbook="log(sigma) + log(2*pi)/2 + r^2/(2*sigma^2)",
        title="Gaussian negative log-likelihood",
        summary="Minus the log-likelihood of a normal error of known sigma.",
        source="Gauss 1809; Nix & Weigend 1994, Estimating the Mean and Variance of "
        "the Target Probability Distribution",
        parameters=(Parameter("sigma", 1.0, POSITIVE),),
        aliases=("gaussiannllloss", "normal-nll"),
        equivalents=(
            lib.torch(
                "GaussianNLLLoss(full=False)",
                "gaussian_nll",
                constant="-log(2*pi)/2",
                condition="with a variance of sigma**2",
            ),
            lib.torch("GaussianNLLLoss(full=True)", "gaussian_nll_full", condition="with a variance of sigma**2"),
            Equivalent("scipy:norm_logpdf", "-scipy.stats.norm.logpdf(r, scale=sigma)"),
        ),
    ),
    "laplace-nll": _loss(
        "log(2*b) + abs(r)/b",
        title="Laplace negative log-likelihood",
        summary="Minus the log-likelihood of a Laplace error of known scale b.",
        source="Laplace 1774",
        parameters=(Parameter("b", 1.0, POSITIVE),),
        aliases=("laplacenll",),
        equivalents=(
            Equivalent("torch:laplace_nll", "-torch.distributions.Laplace(0.0, b).log_prob(torch.as_tensor(r))"),
            Equivalent("scipy:laplace_logpdf", "-scipy.stats.laplace.logpdf(r, scale=b)"),
        ),
    ),
}
