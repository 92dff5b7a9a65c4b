"""Losses of the error r = prediction - target whose influence is bounded: robust statistics."""

from functools import partial

from lossplot.losses import libraries as lib
from lossplot.losses.entry import ERROR, POSITIVE, Interval, LooseAlias, Loss, Parameter

_loss = partial(Loss, "", axis=ERROR)

LOSSES = {
    "tukey-biweight": _loss(
        "c^2/6*-pow1pm1(-(r/c)^2, 3) if abs(r) <= c else c^2/6",
        title="Tukey's biweight",
        summary="Bounded, with a slope that returns to zero: errors beyond c have no pull at all.",
        source="Beaton & Tukey 1974, The Fitting of Power Series",
        parameters=(Parameter("c", 4.685, POSITIVE),),
        aliases=("tukey", "bisquare", "biweight", "tukeybiweight", "tukeyloss"),
        equivalents=(lib.norm("TukeyBiweight(c=c)"), lib.ceres("TukeyLoss", a="c")),
    ),
    "cauchy": _loss(
        "c^2/2*log1p((r/c)^2)",
        title="Cauchy",
        summary="The likelihood of heavy Cauchy tails: it grows only as a logarithm.",
        source="Black & Anandan 1996, The Robust Estimation of Multiple Motions; Holland & Welsch 1977",
        parameters=(Parameter("c", 1.0, POSITIVE),),
        aliases=("cauchyloss",),
        loose_aliases=(
            LooseAlias("lorentzian", "log(1 + (r/c)^2/2), by another scale of c"),
            LooseAlias("log1p-squared", "log(1 + r^2), which is twice it at c = 1"),
        ),
        equivalents=(lib.least_squares("cauchy", {"f_scale": "c"}), lib.ceres("CauchyLoss", a="c")),
    ),
    "geman-mcclure": _loss(
        "c^2/2*ratio((r/c)^2)",
        textbook="r^2/(2*(1 + (r/c)^2))",
        title="Geman–McClure",
        summary="Bounded and soft: beyond c an error pulls less and less.",
        source="Geman & McClure 1985, Bayesian Image Analysis",
        parameters=(Parameter("c", 1.0, POSITIVE),),
        aliases=("gm",),
    ),
    "welsch": _loss(
        "-c^2/2*expm1(-(r/c)^2)",
        textbook="c^2/2*(1 - exp(-(r/c)^2))",
        title="Welsch",
        summary="Bounded: an upside-down Gaussian, blind to errors a few c away.",
        source="Dennis & Welsch 1978; Leclerc 1989, Constructing Simple Stable Descriptions",
        parameters=(Parameter("c", 1.0, POSITIVE),),
        aliases=("leclerc",),
        loose_aliases=(LooseAlias("correntropy-regression", "1 - exp(-r^2/(2*sigma^2)), which is 1 far out"),),
    ),
    "fair": _loss(
        "-c^2*log1pmx(abs(r)/c)",
        textbook="c^2*(abs(r)/c - log(1 + abs(r)/c))",
        title="Fair",
        summary="Convex with slowly growing slope: between the squared and the absolute error.",
        source="Fair 1974, On the Robust Estimation of Econometric Models",
        parameters=(Parameter("c", 1.0, POSITIVE),),
        aliases=("fair-loss", "fairloss"),
        equivalents=(lib.lightgbm("fair", {"fair_c": "c"}),),
    ),
    "arctan": _loss(
        "c^2/2*atan((r/c)^2)",
        title="Arctangent",
        summary="Bounded: like the squared error near zero, level beyond a few c.",
        source="SciPy, scipy.optimize.least_squares; Ceres Solver, ArctanLoss",
        parameters=(Parameter("c", 1.0, POSITIVE),),
        aliases=("arctan-loss",),
        equivalents=(
            lib.least_squares("arctan", {"f_scale": "c"}),
            lib.ceres("ArctanLoss", a="c*c"),
        ),
    ),
    "andrews-wave": _loss(
        "a^2*versin(r/a) if abs(r) <= pi*a else 2*a^2",
        title="Andrews' wave",
        summary="Bounded, with a slope that is one arch of a sine and then zero.",
        source="Andrews et al. 1972, Robust Estimates of Location; Andrews 1974",
        parameters=(Parameter("a", 1.339, POSITIVE),),
        aliases=("andrews", "sine", "andrewwave"),
        equivalents=(lib.norm("AndrewWave(a=a)"),),
    ),
    "hampel": _loss(
        "r^2/2 if abs(r) <= a else a*abs(r) - a^2/2 if abs(r) <= b else a*(b + "
        "c - a)/2 - a*(c - abs(r))^2/(2*(c - b)) if abs(r) <= c else a*(b + c - a)/2",
        title="Hampel",
        summary="Three parts: squared, then linear, then returning to no pull at all beyond c.",
        source="Hampel 1974, The Influence Curve and Its Role in Robust Estimation",
        parameters=(Parameter("a", 2.0, POSITIVE), Parameter("b", 4.0, POSITIVE), Parameter("c", 8.0, POSITIVE)),
        requires="a <= b < c",
        aliases=("hampel17a",),
        equivalents=(lib.norm("Hampel(a=a, b=b, c=c)"),),
    ),
    "ramsay": _loss(
        "gamma2(a*abs(r))/a^2",
        title="Ramsay",
        summary="Bounded, with a slope that dies away exponentially.",
        source="Ramsay 1977, A Comparative Study of Several Robust Estimates of Slope",
        parameters=(Parameter("a", 0.3, POSITIVE),),
        aliases=("ramsay-ea", "ramsaye"),
        equivalents=(lib.norm("RamsayE(a=a)"),),
    ),
    "truncated-quadratic": _loss(
        "r^2/2 if abs(r) <= c else c^2/2",
        title="Truncated quadratic",
        summary="The squared error cut off at c: an outlier costs the same wherever it is.",
        source="Hinich & Talwar 1975; Blake & Zisserman 1987, Visual Reconstruction",
        parameters=(Parameter("c", 2.0, POSITIVE),),
        aliases=("talwar", "trimmed-mean", "trimmedmean", "skipped-mean"),
        loose_aliases=(LooseAlias("clipped-mse", "r^2 cut off, which is twice it"),),
        equivalents=(lib.norm("TrimmedMean(c=c)"),),
    ),
    "student-t": _loss(
        "c^2*df/2*log1p((r/c)^2/df)",
        title="Student's t",
        summary="The likelihood of Student's t with df degrees of freedom: it grows only as a logarithm.",
        source="Lange, Little & Taylor 1989, Robust Statistical Modeling Using the t Distribution",
        parameters=(Parameter("c", 2.3849, POSITIVE), Parameter("df", 4.0, POSITIVE)),
        aliases=("studentt", "t-loss"),
        equivalents=(lib.norm("StudentT(c=c, df=df)"),),
    ),
    "tukey-quartic": _loss(
        "(r^2/2*(1 - 4*(abs(r)/c)^k/(k + 2) + (abs(r)/c)^(2*k)/(k + 1)) if k >= 2 else "
        "c^2/2*((r/c)^2 - 4*(abs(r)/c)^(k + 2)/(k + 2) + (abs(r)/c)^(2*k + 2)/(k + 1))) if abs(r) <= c "
        "else c^2/2*k^2/((k + 1)*(k + 2))",
        textbook="r^2/2*(1 - 4*(abs(r)/c)^k/(k + 2) + (abs(r)/c)^(2*k)/(k + 1)) if abs(r) <= c "
        "else c^2/2*k^2/((k + 1)*(k + 2))",
        derivative="r*(1 - (abs(r)/c)^k)^2 if abs(r) <= c else 0",
        title="Tukey quartic",
        summary="Tukey's biweight with a shape k: k = 2 is the biweight, larger k a flatter top.",
        source="Menezes, Prata, Secchi & Pinto 2021, A Review on Robust M-Estimators for Regression Analysis",
        parameters=(Parameter("c", 3.61752, POSITIVE), Parameter("k", 4.0, POSITIVE, most=499.0)),
        aliases=("tukeyquartic", "asad"),
        equivalents=(lib.norm("TukeyQuartic(c=c, k=k)"),),
    ),
    "barron": _loss(
        "barron(r/c, alpha)",
        derivative="r/c^2*((r/c)^2/abs(alpha - 2) + 1)^(alpha/2 - 1)",
        title="Barron",
        summary="One family for all: alpha slides from squared (2) by Charbonnier (1), Cauchy (0) "
        "and Geman-McClure (-2) to Welsch (-inf).",
        source="Barron 2019, A General and Adaptive Robust Loss Function",
        parameters=(
            Parameter("alpha", 1.0, Interval(high=2.0, low_closed=True, high_closed=True)),
            Parameter("c", 1.0, POSITIVE),
        ),
        aliases=("general-robust", "adaptive-robust", "barron-general"),
    ),
    "tolerant": _loss(
        "b/2*log1p(sigmoid(-a/b)*expm1(r^2/b)) if r^2 < b else b/2*(softplus((r^2 - a)/b) - softplus(-a/b))",
        textbook="b/2*(log(1 + exp((r^2 - a)/b)) - log(1 + exp(-a/b)))",
        derivative="r/(1 + exp((a - r^2)/b))",
        title="Tolerant",
        summary="Nearly free within sqrt(a), squared beyond.",
        source="Ceres Solver documentation, TolerantLoss",
        parameters=(Parameter("a", 1.0, POSITIVE), Parameter("b", 0.25, POSITIVE)),
        aliases=("tolerantloss",),
        equivalents=(lib.ceres("TolerantLoss", a="a", b="b"),),
    ),
    "geman-reynolds": _loss(
        "ratio(abs(r)/c)",
        textbook="abs(r)/(abs(r) + c)",
        derivative="c*sign(r)/(abs(r) + c)^2",
        title="Geman–Reynolds",
        summary="Bounded with a corner at zero: it prefers a few errors to many small ones.",
        source="Geman & Reynolds 1992, Constrained Restoration and the Recovery of Discontinuities",
        parameters=(Parameter("c", 1.0, POSITIVE),),
        aliases=("gemanreynolds",),
    ),
    "dcs": _loss(
        "r^2/2 if r^2 <= phi else 3*phi/2 - 2*phi^2/(r^2 + phi)",
        textbook="r^2/2 if r^2 <= phi else phi*(3*r^2 - phi)/(2*(r^2 + phi))",
        title="Dynamic covariance scaling",
        summary="Dynamic covariance scaling: squared up to sqrt(phi), then bounded; robust map building.",
        source="Agarwal, Tipaldi, Spinello, Stachniss & Burgard 2013, Robust Map Optimization",
        parameters=(Parameter("phi", 1.0, POSITIVE),),
        aliases=("dcsloss", "switchable-constraints"),
    ),
}
