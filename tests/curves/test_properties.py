"""Property cards hold what the literature says: tables copied by hand from the catalogue, not from the code.

Where these tables differ from the catalogue's, it is wrong, and a comment says why.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from functools import cache
from keyword import iskeyword
from statistics import NormalDist

import numpy as np
import pytest
from support.cases import every, some
from support.draws import between, law
from support.loss_draws import a_curve

from lossplot._curves.axes import AXES
from lossplot._curves.curve import Curve
from lossplot._curves.efficiency import efficiency, parameter_for_efficiency
from lossplot._curves.glossary import EVERY_AXIS, PROPERTIES
from lossplot._curves.inverse import minimisers
from lossplot._curves.limits import settle
from lossplot._curves.places import Inverse, Place
from lossplot._curves.properties import Card, card
from lossplot._curves.risk import conditional_risk
from lossplot._errors import RequestError
from lossplot._losses import LOSSES

# name | convex | C1 | Lipschitz | upper bound | calibrated | other settings, each as NAME=NUMBER ...
MARGIN = """
ipo | yes | yes | inf | inf | yes | tau=0.7; tau=100
kto | no | yes | beta/4 | 1 | yes | beta=2 reference=3; label=-1; reference=0
wgan | yes | yes | 1 | inf | yes |
zero-one | no | no | inf | 1 | yes |
perceptron | yes | no | 1 | inf | no |
hinge | yes | no | beta | inf | yes | threshold=2.5; beta=0.1
squared-hinge | yes | yes | inf | inf | yes |
smoothed-hinge | yes | yes | 1 | inf | yes | gamma=0.3; gamma=1000
generalized-smooth-hinge | yes | yes | 1 | inf | yes | alpha=0.5; alpha=0.01
modified-huber | yes | yes | 4 | inf | yes |
logistic | yes | yes | beta | inf | yes | beta=0.1; beta=2 gamma=1.4
logistic-base2 | yes | yes | 1/log(2) | inf | yes |
binomial-deviance | yes | yes | 2 | inf | yes |
exponential | yes | yes | inf | inf | yes |
savage | no | yes | 8*k/27 | 1 | yes | k=2; k=300
tangent | no | yes | 6.16857130855 | (pi+1)**2 | yes |
squared-margin | yes | yes | inf | inf | yes |
sigmoid | no | yes | k/4 | 1 | yes | k=3; k=0.001
ramp | no | no | 1 | 1-s | yes | s=-1; s=-50; s=0.9
dwd | yes | yes | 1 | inf | yes | q=3; q=0.01
lum | yes | yes | 1 | inf | yes | a=2 c=0; a=0.5 c=7
c-loss | no | yes | exp(-1/2)/sigma/(1-exp(-1/(2*sigma**2))) | 1/(1-exp(-1/(2*sigma**2))) | yes | sigma=1.5; sigma=1e-4
pinball-hinge | yes | no | max(1,tau) | inf | yes | tau=1; tau=0
unhinged | yes | yes | 1 | inf | yes |
softplus-hinge | yes | yes | 1 | inf | yes | beta=4; beta=1000
madaboost | yes | yes | 1 | inf | yes |
double-hinge | yes | no | 1 | inf | yes |
lorenz | no | yes | 1 | inf | yes |
probit | yes | yes | inf | inf | yes |
"""

# name | convex | C1 | Lipschitz | upper bound | symmetric | redescending | other settings
ERROR = """
squared | yes | yes | inf | inf | yes | never |
half-squared | yes | yes | inf | inf | yes | never |
absolute | yes | no | 1 | inf | yes | never |
huber | yes | yes | delta | inf | yes | never | delta=2.5; delta=1e7; delta=1e-5
smooth-l1 | yes | yes | 1 | inf | yes | never | beta=0.2
pseudo-huber | yes | yes | delta | inf | yes | never | delta=3
charbonnier | yes | yes | 1 | inf | yes | never | epsilon=0.5
log-cosh | yes | yes | 1 | inf | yes | never |
quantile | yes | no | max(tau,1-tau) | inf | tau==0.5 | never | tau=0.9
expectile | yes | yes | inf | inf | tau==0.5 | never | tau=0.8
epsilon-insensitive | yes | no | 1 | inf | yes | never | epsilon=0.7
squared-epsilon-insensitive | yes | yes | inf | inf | yes | never | epsilon=0.7
tukey-biweight | no | yes | 16*c/(25*sqrt(5)) | c**2/6 | yes | hard | c=2
cauchy | no | yes | c/2 | inf | yes | soft | c=2.3849
geman-mcclure | no | yes | 3*sqrt(3)*c/16 | c**2/2 | yes | soft | c=3
welsch | no | yes | c*exp(-1/2)/sqrt(2) | c**2/2 | yes | soft | c=2.5; c=1e-4
fair | yes | yes | c | inf | yes | never | c=1.4
arctan | no | yes | 3/4*3**(-1/4)*c | pi*c**2/4 | yes | soft | c=2
andrews-wave | no | yes | a | 2*a**2 | yes | hard | a=2
hampel | no | yes | a | a*(b+c-a)/2 | yes | hard | a=1.5 b=3.5 c=8; a=1 b=1 c=1.25
ramsay | no | yes | 1/(a*e) | 1/a**2 | yes | soft | a=1.2
truncated-quadratic | no | no | c | c**2/2 | yes | hard | c=2.795
student-t | no | yes | c*sqrt(df)/2 | inf | yes | soft | c=1 df=1.5
tukey-quartic | no | yes | c*(2*k+1)**(-1/k)*(2*k/(2*k+1))**2 | c**2/2*(1-4/(k+2)+1/(k+1)) | yes | hard | c=2 k=1.5
power | p>=1 | p>1 | 1 if p==1 else inf | inf | yes | 'soft' if p<1 else 'no' | p=1; p=0.5; p=3
logistic-distance | yes | yes | 1 | inf | yes | never |
periodic | no | yes | 2*pi/period | 2 | yes | never | period=2.5; period=0.01
linex | yes | yes | inf | inf | no | never | a=-0.7 b=2
quantile-huber | yes | yes | max(tau,1-tau) | inf | tau==0.5 | never | tau=0.3 delta=2
wing | no | no | max(1,w/epsilon) | inf | yes | never | w=3 epsilon=5
berhu | yes | no | inf | inf | yes | never | c=2
balanced-l1 | yes | yes | gamma | inf | yes | never | alpha=0.3 gamma=2
gaussian-nll | yes | yes | inf | inf | yes | never | sigma=0.2
laplace-nll | yes | no | 1/b | inf | yes | never | b=0.25
smooth-epsilon-insensitive | yes | yes | 1 | inf | yes | never | epsilon=2
tolerant | yes | yes | inf | inf | yes | never | a=4 b=1
epsilon-zero-one | no | no | inf | 1 | yes | hard | epsilon=0.1
geman-reynolds | no | no | 1/c | 1 | yes | soft | c=3
crps-gaussian | yes | yes | 1 | inf | yes | never | sigma=2
dcs | no | yes | sqrt(phi) | 3*phi/2 | yes | soft | phi=4
interval-score | yes | no | 2/alpha | inf | yes | never | alpha=0.5 width=3
aft-normal | yes | yes | inf | inf | not censored | never | sigma=0.2; censored=1
aft-logistic | yes | yes | 1/sigma | inf | not censored | never | sigma=0.2; censored=1
aft-extreme | yes | yes | inf | inf | no | never | sigma=0.2; censored=1
"""
# It is convex as long as the power of theta/epsilon is at most alpha - target - 1; beyond that it is steepest within.
_WING_CONVEX = "(theta/epsilon)**(alpha-target)<=alpha-target-1"
_WING_SLOPE = f"""omega*((alpha-target)/theta/(1+(epsilon/theta)**(alpha-target)) if {_WING_CONVEX}
 else (alpha-target-1)**(1-1/(alpha-target))/epsilon)""".replace("\n", "")
ERROR += f"""
adaptive-wing | {_WING_CONVEX} | yes | {_WING_SLOPE} | inf | yes | never | target=1; theta=0.2 epsilon=0.3; theta=3
"""
_BARRON_SLOPE = "((1-alpha)/(2-alpha))**((1-alpha)/2)/c if -inf<alpha<=1 else inf if alpha>1 else exp(-1/2)/c"
_BARRON_TOP = "1 if alpha==-inf else (2-alpha)/-alpha if alpha<0 else inf"
_BARRON_SETTINGS = "alpha=-2 c=1.5; alpha=0; alpha=0.5; alpha=1.5; alpha=2; alpha=-inf c=3"
ERROR += f"""
barron | alpha>=1 | yes | {_BARRON_SLOPE} | {_BARRON_TOP} | yes | 'soft' if alpha<1 else 'no' | {_BARRON_SETTINGS}
"""

# name | convex | C1 | Lipschitz | upper bound | proper ("no" too where the catalogue has "set-level") | other settings
# tsallis: for 2 < q < 3 the curvature tends to -inf at p = 0, so that it is not convex, and the slope there, which
# the catalogue gives, is not the steepest.
# normalized-ce: the catalogue's "inf" is the curvature's; the slope is steepest at p = 1/2, where it is -1/log(2).
PROBABILITY = """
truncated-gce | no | no | k**(q-1) | (1-k**q)/q | no | q=1; q=0.01 k=0.3
dice-squared | yes | yes | 2 | 1 | no |
log-cosh-dice | yes | yes | 2*(exp(2)-1)/(exp(2)+1) | log((exp(1)+exp(-1))/2) | no |
focal-tversky | gamma>=max(1,2*beta-1) | yes | inf if gamma<1 else max(beta,1/beta) | 1 | no | gamma=1; gamma=1 beta=2
log-loss | yes | yes | inf | inf | strict |
brier | yes | yes | 2 | 1 | strict |
spherical | no | yes | 1.61642492785 | 1 | strict |
zero-one-probability | no | no | inf | 1 | weak |
linear-probability | yes | yes | 1 | 1 | no |
focal | yes | yes | inf | inf | 'no' if gamma else 'strict' | gamma=0.5 alpha=0.25; gamma=0
poly1 | yes | yes | inf | inf | 'no' if epsilon else 'strict' | epsilon=-1; epsilon=0; epsilon=1e-4
gce | yes | yes | 1 if q==1 else inf | 1/q | no | q=1; q=0.01
alpha-loss | yes | yes | inf | alpha/(alpha-1) if alpha>1 else inf | 'strict' if alpha==1 else 'no' | alpha=0.5; alpha=1
taylor-ce | yes | yes | order | sum(1/k for k in range(1,int(order)+1)) | no | order=5; order=1000
boosting-score | no | yes | inf | inf | strict |
label-smoothing-ce | yes | yes | inf | inf | no | epsilon=0.3 classes=10
symmetric-ce | yes | yes | inf | inf | 'no' if beta else 'strict' | alpha=0.5 beta=2 A=-3; beta=0; beta=1e-9
normalized-ce | no | yes | 1/log(2) | 1 | no |
soft-dice | yes | yes | 2 | 1 | no |
tversky | beta<=1 | yes | max(beta,1/beta) | 1 | no | beta=2
"""
_TSALLIS_SLOPE = "inf if q<2 else q*(q-1)*max(SHARES**(q-2)-SHARES**(q-1)+(1-SHARES)**(q-1))"
PROBABILITY += f"""
tsallis | q<=2 or 3<=q<=5 | yes | {_TSALLIS_SLOPE} | q | strict | q=2; q=2.5; q=3; q=5; q=1.01; q=9
"""
_ASL_SLOPE = "inf if positive or not c else gamma*(1-c)**(gamma-1)*-log(c)+(1-c)**gamma/c"
_ASL_TOP = "inf if positive or not c else -(1-c)**gamma*log(c)"
_ASL_PROPER = "'strict' if gamma==0 and (positive or not c) else 'no'"
_ASL_SETTINGS = "positive=1; gamma=0; gamma=0 positive=1; c=0; gamma=0 c=0"
PROBABILITY += f"""
asymmetric | yes | positive==1 or gamma>0 or c==0 | {_ASL_SLOPE} | {_ASL_TOP} | {_ASL_PROPER} | {_ASL_SETTINGS}
"""

# name | convex | C1 | Lipschitz | upper bound | other settings
# The catalogue gives hinge-embedding, contrastive and info-nce no upper bound, and info-nce the slope of the whole
# line, 1/T; but their domains end at x = 0, or s = -1 and 1.
FIXED = """
varifocal | yes | yes | inf | inf | target=0.7; gamma=0.5
lsgan | yes | yes | inf | inf | target=-1
ppo-clip | yes | no | abs(advantage) | 0 if advantage>0 else inf | advantage=-2; epsilon=0.5
dual-clip-ppo | advantage>0 | no | abs(advantage) | 0 if advantage>0 else -c*advantage | advantage=2; c=1.5
iou | yes | yes | 1 | 1 |
log-iou | yes | yes | inf | inf |
alpha-iou | alpha<=1 | yes | alpha if alpha>=1 else inf | 1 | alpha=0.5; alpha=1
poisson-log | yes | yes | inf | inf | target=3
poisson-mean | yes | yes | inf | inf | target=3
poisson-full | yes | yes | inf | inf | target=3
poisson-deviance | yes | yes | inf | inf | target=3
gamma-log | yes | yes | inf | inf | target=3
gamma-deviance | no | yes | inf | inf | target=3
tweedie-log | yes | yes | inf | inf | target=3 power=1.2
tweedie-deviance | no | yes | inf | inf | target=2 power=3
bce-logits | yes | yes | max(w*target,1-target) | inf | target=0.3; target=0.3 w=5
bce-probability | yes | yes | inf | inf | target=0.2
kl-bernoulli | yes | yes | inf | inf | target=0.2
reverse-kl-bernoulli | yes | yes | inf | max(-log(target),-log(1-target)) | target=0.2
msle | no | yes | inf | inf | target=3
mape | yes | no | 1/abs(target) | inf | target=-2
smape | no | no | 4/target | 2 | target=2
gaussian-nll-variance | no | yes | inf | inf | residual=2
gaussian-nll-log-sigma | yes | yes | inf if residual else 1 | inf | residual=2; residual=0
negative-binomial | no | yes | inf | inf | target=3 alpha=0.5
hinge-embedding | yes | label==1 | 1 | inf if label==1 else margin | label=1; margin=3
contrastive | yes | yes | inf if similar else margin | inf if similar else margin**2/2 | similar=1; margin=3
triplet | yes | no | 1 | inf | margin=0
soft-margin-triplet | yes | yes | 1 | inf |
cosine-embedding | yes | label==1 | 1 | 2 if label==1 else 1-margin | label=1; margin=0.5
cosine-distance | yes | yes | 1 | 2 |
softmax-ce-gap | yes | yes | 1 | inf | classes=10
all-threshold | yes | yes | max(target-1,classes-target) | inf | target=1; target=2 classes=8 step=0.2
immediate-threshold | yes | yes | 1 | inf | target=1; target=2 classes=8 step=3
immediate-threshold-hinge | yes | no | 1 | inf | target=5; step=3
cumulative-logit | yes | yes | 1 | inf | target=1; target=2 classes=8 step=3
l1-penalty | yes | no | lambda_ | inf | lambda=2
l2-penalty | yes | yes | inf | inf | lambda=2
elastic-net | yes | alpha==0 | lambda_ if alpha==1 else inf | inf | lambda=2 alpha=0; alpha=1
scad | no | no | lambda_ | (a+1)*lambda_**2/2 | lambda=2 a=2.5
mcp | no | no | lambda_ | gamma*lambda_**2/2 | lambda=2 gamma=0.7
"""
_NCE = "log(1+negatives*exp((negative+1)/temperature))"
FIXED += f"""
info-nce | yes | yes | (1-exp(-{_NCE}))/temperature | {_NCE} | temperature=0.5 negatives=15 negative=0.2
"""
_LEGACY = "inf if similar else sqrt(margin) | inf if similar else margin/2"
_AT_END = "target in (0,1)"
_SOFT = "1/(1+(1/teacher-1)**(1/T))"
FIXED += f"""
contrastive-legacy | similar==1 | similar==1 | {_LEGACY} | similar=1; margin=3
quality-focal | beta>=1 or beta==0 or {_AT_END} | beta>1 or beta==0 or {_AT_END} | inf | inf | beta=0; beta=0.5; beta=1
distillation | yes | yes | T*max({_SOFT},1-{_SOFT}) | inf | T=1; teacher=0.3
"""

# loss | parameter | its value for 90, 95 and 99 %
EFFICIENCIES = """
huber | delta | 0.9818 | 1.3450 | 2.0102
pseudo-huber | delta | 0.7792 | 1.2871 | 2.7306
fair | c | 0.6351 | 1.3998 | 4.9579
cauchy | c | 1.7249 | 2.3849 | 4.2902
welsch | c | 2.3831 | 2.9846 | 4.7407
geman-mcclure | c | 2.8937 | 3.7874 | 6.3809
tukey-biweight | c | 3.8827 | 4.6851 | 7.0414
tukey-quartic | c | 3.1576 | 3.6175 | 4.6664
andrews-wave | a | 1.1117 | 1.3387 | 2.0170
truncated-quadratic | c | 2.5003 | 2.7955 | 3.3682
arctan | c | 2.1346 | 2.5714 | 3.5886
dcs | phi | 2.6274 | 3.6035 | 6.0177
student-t | c | 0.8624 | 1.1925 | 2.1451
ramsay | a | 0.5266 | 0.3570 | 0.1527
"""

SHARES = np.linspace(0.0, 1.0, 100_001)
WORDS = {name: getattr(math, name) for name in ("inf", "pi", "e", "exp", "log", "sqrt")} | {
    "SHARES": SHARES,
    "yes": True,
    "no": False,
    "never": "no",
    "soft": "soft",
    "hard": "hard",
}
PROPER = {"no": (False, False), "weak": (True, False), "strict": (True, True)}


@dataclass(frozen=True)
class Claim:
    """One row of the tables: a curve and the formulas of its properties in its parameters."""

    curve: Curve
    formulas: tuple[str, ...]

    def __str__(self) -> str:
        return self.curve.spec

    def says(self, column: int) -> bool | float | str:
        parameters = {f"{name}_" if iskeyword(name) else name: value for name, value in self.curve.parameters.items()}
        value: bool | float | str = eval(self.formulas[column], {**WORDS, **parameters})
        return value


def spec(value: object) -> str | None:
    return value.spec if isinstance(value, Curve) else None


def curve(name: str, **parameters: float) -> Curve:
    loss = LOSSES[name]
    values = tuple(float(parameters.get(parameter.name, parameter.default)) for parameter in loss.parameters)
    assert {*parameters} <= {parameter.name for parameter in loss.parameters}
    return Curve(loss, values, tuple(parameters))


card_of = cache(card)


def spans(inverse: Inverse) -> tuple[tuple[float, float], ...]:
    return tuple((place.low, place.high) for place in inverse.places)


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines() if line]


def claims(table: str) -> Iterator[Claim]:
    """Yield a claim for each loss at its defaults, and one for each of its other settings."""
    for name, *formulas, others in rows(table):
        for setting in ["", *filter(None, others.split(";"))]:
            parameters = {word: float(value) for word, value in (pair.split("=") for pair in setting.split())}
            yield Claim(curve(name, **parameters), tuple(formulas))


CLAIMS = {table: list(claims(table)) for table in (MARGIN, ERROR, PROBABILITY, FIXED)}
EVERYTHING = [claim for group in CLAIMS.values() for claim in group]


def test_the_tables_hold_every_loss() -> None:
    assert {claim.curve.loss.name for claim in EVERYTHING} == {*LOSSES}


@every("claim", EVERYTHING, among=6)
def test_shape_is_that_of_the_catalogue(claim: Claim) -> None:
    result = card_of(claim.curve)
    assert result.convex is bool(claim.says(0))
    assert (result.smoothness in ("C1", "C2")) is bool(claim.says(1))
    assert result.lipschitz == pytest.approx(claim.says(2), rel=1e-9)
    assert result.upper == pytest.approx(claim.says(3), rel=1e-9)


@every("claim", CLAIMS[MARGIN], among=2)
def test_calibration_is_that_of_the_catalogue(claim: Claim) -> None:
    result = card_of(claim.curve)
    assert result.calibrated is claim.says(4)
    assert (result.monotone, result.redescending, result.efficiency, result.proper) == (None, None, None, None)


@every("claim", CLAIMS[ERROR], among=2)
def test_symmetry_and_descent_are_those_of_the_catalogue(claim: Claim) -> None:
    result = card_of(claim.curve)
    assert result.symmetric is claim.says(4)
    assert result.redescending == claim.says(5)
    assert result.monotone is not (claim.curve.loss.name == "periodic" or bool(claim.curve.parameters.get("censored")))
    assert (result.calibrated, result.proper, result.strictly_proper) == (None, None, None)


@every("claim", CLAIMS[PROBABILITY], among=2)
def test_propriety_is_that_of_the_catalogue(claim: Claim) -> None:
    result = card_of(claim.curve)
    says = claim.formulas[4] if claim.formulas[4] in PROPER else claim.says(4)
    assert (result.proper, result.strictly_proper) == PROPER[str(says)]
    assert (result.symmetric, result.calibrated, result.efficiency) == (None, None, None)


@pytest.mark.parametrize(
    ("name", "smoothness"),
    [
        ("zero-one", "discontinuous"),
        ("hinge", "C0"),
        ("squared-hinge", "C1"),
        ("dwd", "C1"),
        ("lum", "C1"),
        ("logistic", "C2"),
        ("huber", "C1"),
        ("berhu", "C0"),
        ("andrews-wave", "C1"),
        ("tukey-biweight", "C2"),
        ("truncated-quadratic", "C0"),
        ("expectile", "C2"),
        ("power", "C1"),
        ("smape", "C0"),
        ("zero-one-probability", "discontinuous"),
        ("boosting-score", "C2"),
    ],
)
def test_smoothness(name: str, smoothness: str) -> None:
    assert card(curve(name)).smoothness == smoothness


@pytest.mark.parametrize(
    ("curve_", "limits"),
    [
        (curve("zero-one"), (1.0, 0.0)),
        (curve("hinge"), (math.inf, 0.0)),
        (curve("unhinged"), (math.inf, -math.inf)),
        (curve("savage"), (1.0, 0.0)),
        (curve("tangent"), ((math.pi + 1.0) ** 2, (math.pi - 1.0) ** 2)),
        (curve("c-loss"), (1.0 / (1.0 - math.exp(-2.0)),) * 2),
        (curve("pinball-hinge", tau=0.0), (math.inf, 0.0)),
        (curve("dwd", q=0.01), (math.inf, 0.0)),
        (curve("lorenz"), (math.inf, 0.0)),
        (curve("cauchy"), (math.inf, math.inf)),
        (curve("geman-mcclure", c=3), (4.5, 4.5)),
        (curve("barron", alpha=-0.01), (201.0, 201.0)),
        (curve("periodic"), (math.nan, math.nan)),
        (curve("power", p=0.01), (math.inf, math.inf)),
        (curve("normalized-ce"), (1.0, 0.0)),
        (curve("log-loss"), (math.inf, 0.0)),
        (curve("tsallis"), (1.5, 0.0)),
        (curve("reverse-kl-bernoulli"), (-math.log(0.3), -math.log(0.7))),
        (curve("smape"), (2.0, 2.0)),
        (curve("triplet"), (0.0, math.inf)),
    ],
    ids=spec,
)
def test_limits(curve_: Curve, limits: tuple[float, float]) -> None:
    assert card(curve_).limits == pytest.approx(limits, rel=1e-9, nan_ok=True)


@pytest.mark.parametrize(
    ("curve_", "lower"),
    [
        (curve("logistic"), 0.0),
        (curve("unhinged"), -math.inf),
        (curve("charbonnier", epsilon=0.5), 0.5),
        (curve("gaussian-nll"), math.log(2.0 * math.pi) / 2.0),
        (curve("laplace-nll", b=0.25), math.log(0.5)),
        (curve("smooth-epsilon-insensitive"), 2.0 * math.log1p(math.exp(-0.1))),
        (curve("crps-gaussian", sigma=2), 2.0 * (math.sqrt(2.0) - 1.0) / math.sqrt(math.pi)),
        (curve("bce-probability"), -0.7 * math.log(0.7) - 0.3 * math.log(0.3)),
        (curve("poisson-mean", target=3), 3.0 - 3.0 * math.log(3.0)),
        (curve("gaussian-nll-variance", residual=0), -math.inf),
        (curve("negative-binomial"), 2.0 * math.log(2.0)),
    ],
    ids=spec,
)
def test_infimum(curve_: Curve, lower: float) -> None:
    assert card(curve_).lower == pytest.approx(lower, rel=1e-12)


@pytest.mark.parametrize(
    ("curve_", "zeros"),
    [
        (curve("zero-one"), [(0.0, math.inf)]),
        (curve("hinge"), [(1.0, math.inf)]),
        (curve("ramp", s=-2), [(1.0, math.inf)]),
        (curve("logistic"), []),
        (curve("exponential"), []),
        (curve("probit"), []),
        (curve("tangent"), [(math.tan(0.5), math.tan(0.5))]),
        (curve("squared-margin"), [(1.0, 1.0)]),
        (curve("unhinged"), [(1.0, 1.0)]),
        (curve("squared"), [(0.0, 0.0)]),
        (curve("power", p=200), [(0.0, 0.0)]),
        (curve("charbonnier"), []),
        (curve("epsilon-insensitive", epsilon=0.7), [(-0.7, 0.7)]),
        (curve("epsilon-zero-one"), [(-0.5, 0.5)]),
        (curve("periodic"), [(float(k), float(k)) for k in range(-3, 4)]),
        (curve("gaussian-nll", sigma=0.1), [(-x, -x) for x in [0.16636]] + [(x, x) for x in [0.16636]]),
        (curve("log-loss"), [(1.0, 1.0)]),
        (curve("zero-one-probability"), [(0.5, 1.0)]),
        (curve("kl-bernoulli", target=0.2), [(0.2, 0.2)]),
        (curve("hinge-embedding"), [(1.0, math.inf)]),
        (curve("triplet"), [(-math.inf, -1.0)]),
        (curve("cosine-embedding", margin=0.5), [(-1.0, 0.5)]),
    ],
    ids=spec,
)
def test_zeros(curve_: Curve, zeros: list[tuple[float, float]]) -> None:
    result = spans(card(curve_).zeros)
    assert len(result) == len(zeros)
    for span, expected in zip(result, zeros, strict=True):
        assert span == pytest.approx(expected, rel=1e-4 if curve_.loss.name == "gaussian-nll" else 1e-12, abs=1e-15)


NORMAL = NormalDist()


def huber_efficiency(delta: float) -> float:
    """E psi' is the chance of |z| <= delta; E psi^2 that of z^2 cut at delta^2."""
    inside = 2.0 * NORMAL.cdf(delta) - 1.0
    return inside**2 / (inside - 2.0 * delta * NORMAL.pdf(delta) + 2.0 * delta**2 * NORMAL.cdf(-delta))


@pytest.mark.parametrize("delta", [0.1, 0.5, 1.0, 1.345, 3.0, 8.0])
def test_efficiency_of_huber_is_the_hand_formula(delta: float) -> None:
    assert efficiency(curve("huber", delta=delta)) == pytest.approx(huber_efficiency(delta), rel=1e-12)


@pytest.mark.parametrize("c", [0.5, 2.0, 2.795])
def test_efficiency_counts_the_jumps_of_the_slope(c: float) -> None:
    # Talwar: psi = z within c, so that E z psi = E psi^2.
    share = 2.0 * NORMAL.cdf(c) - 1.0 - 2.0 * c * NORMAL.pdf(c)
    assert efficiency(curve("truncated-quadratic", c=c)) == pytest.approx(share, rel=1e-12)
    # The absolute error: psi' is twice a Dirac at 0, and psi^2 is 1.
    assert efficiency(curve("absolute")) == pytest.approx(2.0 / math.pi, rel=1e-14)
    # psi is the sign of z beyond epsilon.
    insensitive = 2.0 * NORMAL.pdf(c) ** 2 / NORMAL.cdf(-c)
    assert efficiency(curve("epsilon-insensitive", epsilon=c)) == pytest.approx(insensitive, rel=1e-12)


@pytest.mark.parametrize("p", [1.0, 1.5, 2.0, 3.7])
def test_efficiency_of_powers(p: float) -> None:
    def moment(q: float) -> float:
        return math.exp2(q / 2.0) * math.gamma((q + 1.0) / 2.0) / math.sqrt(math.pi)

    assert efficiency(curve("power", p=p)) == pytest.approx(moment(p) ** 2 / moment(2.0 * p - 2.0), rel=1e-9)


@pytest.mark.parametrize(
    ("curve_", "share"),
    [
        (curve("squared"), 1.0),
        (curve("hampel"), 0.9897),
        (curve("hampel", a=1.5, b=3.5, c=8), 0.9640),
        (curve("ramsay"), 0.9637),
        (curve("huber"), 0.9031),
        (curve("cauchy"), 0.7615),
        (curve("student-t"), 0.9928),  # the catalogue rounds 0.99285 up twice, to 0.9929
        (curve("quantile"), 0.6366),
    ],
    ids=spec,
)
def test_efficiency_at_fixed_settings(curve_: Curve, share: float) -> None:
    assert card(curve_).efficiency == pytest.approx(share, abs=5.1e-5)


@pytest.mark.parametrize(
    "curve_",
    [
        curve("hinge"),
        curve("log-loss"),
        curve("epsilon-zero-one"),
        curve("linex"),
        curve("quantile", tau=0.9),
        curve("power", p=0.7),
    ],
    ids=spec,
)
def test_efficiency_is_not_defined(curve_: Curve) -> None:
    assert efficiency(curve_) is None


@every(("name", "parameter", "at90", "at95", "at99"), rows(EFFICIENCIES), among=5)
def test_parameters_for_an_efficiency(name: str, parameter: str, at90: str, at95: str, at99: str) -> None:
    for share, setting in ((0.90, at90), (0.95, at95), (0.99, at99)):
        assert efficiency(curve(name, **{parameter: float(setting)})) == pytest.approx(share, abs=5e-5)
    value = parameter_for_efficiency(curve(name), parameter, 0.95)
    assert value == pytest.approx(float(at95), abs=5.1e-5)
    assert efficiency(curve(name, **{parameter: value})) == pytest.approx(0.95, rel=1e-12)


def test_of_several_parameters_the_one_next_to_the_present_is_chosen() -> None:
    below, above = (parameter_for_efficiency(curve("power", p=p), "p", 0.95) for p in (1.5, 4.0))
    assert 1.5 < below < 2.0 < above < 4.0


@pytest.mark.parametrize(
    ("curve_", "parameter", "target", "message"),
    [
        (curve("hinge"), "threshold", 0.95, "hinge is a function of the margin, and has no efficiency; .*"),
        (curve("huber"), "c", 0.95, "huber has no parameter 'c'; it has delta"),
        (curve("log-cosh"), "c\n", 0.95, r"log-cosh has no parameter 'c\\n'; it has none"),
        (curve("huber"), "delta", 0.5, "no delta gives huber the efficiency 0.5; choose one between 0.637 and 1"),
        (curve("huber"), "delta", 1.0, "an efficiency of 1 is impossible; .*"),
        (curve("huber"), "delta", math.nan, "an efficiency of nan is impossible; .*"),
        (curve("gaussian-nll"), "sigma", 0.9, "gaussian-nll has the efficiency 1 whatever its sigma; .*"),
        (curve("linex"), "a", 0.9, "linex has no efficiency: .*; .*"),
        (curve("epsilon-insensitive"), "epsilon", 0.95, ".* choose one between 0 and 0.8098"),
    ],
)
def test_an_impossible_efficiency_is_refused(curve_: Curve, parameter: str, target: float, message: str) -> None:
    with pytest.raises(RequestError, match=f"^{message}$"):
        parameter_for_efficiency(curve_, parameter, target)


def best_margins(name: str, eta: float) -> tuple[Place, ...]:
    """Where the conditional risk is least, or the infinities at which it is in the limit."""
    found = minimisers(conditional_risk(curve(name), eta))
    return found.places or tuple(Place(limit.x, limit.x) for limit in found.limits)


def logit(eta: float) -> float:
    return math.log(eta / (1.0 - eta))


MINIMISERS: dict[str, Callable[[float], float]] = {
    "logistic": logit,
    "logistic-base2": logit,
    "binomial-deviance": lambda eta: logit(eta) / 2.0,
    "exponential": lambda eta: logit(eta) / 2.0,
    "squared-margin": lambda eta: 2.0 * eta - 1.0,
    "squared-hinge": lambda eta: 2.0 * eta - 1.0,
    "modified-huber": lambda eta: 2.0 * eta - 1.0,
    "hinge": lambda eta: math.copysign(1.0, eta - 0.5),
    "savage": logit,
    "tangent": lambda eta: math.tan(eta - 0.5),
    "probit": NORMAL.inv_cdf,
    "perceptron": lambda eta: 0.0,
    "sigmoid": lambda eta: math.copysign(math.inf, eta - 0.5),
    "unhinged": lambda eta: math.copysign(math.inf, eta - 0.5),
}


@pytest.mark.parametrize("name", some(MINIMISERS, 3))
@every("eta", [0.01, 0.3, 0.6, 0.75, 0.99])
def test_risk_minimisers(name: str, eta: float) -> None:
    [place] = best_margins(name, eta)
    assert place.low == place.high == pytest.approx(MINIMISERS[name](eta), rel=1e-9)


@pytest.mark.parametrize(
    ("name", "eta", "stretch"),
    [
        # A margin of 0 is wrong for both labels.
        ("zero-one", 0.75, Place(0.0, math.inf, low_open=True)),
        ("zero-one", 0.25, Place(-math.inf, 0.0, high_open=True)),
        ("ramp", 0.75, Place(1.0, math.inf)),
        ("hinge", 0.5, Place(-1.0, 1.0)),
        ("hinge", 1.0, Place(1.0, math.inf)),
        ("hinge", 0.0, Place(-math.inf, -1.0)),
        ("unhinged", 0.5, Place(-math.inf, math.inf)),
    ],
)
def test_stretches_of_risk_minimisers(name: str, eta: float, stretch: Place) -> None:
    assert best_margins(name, eta) == (stretch,)


@pytest.mark.parametrize(("name", "eta", "best"), [("logistic", 1.0, math.inf), ("exponential", 0.0, -math.inf)])
def test_a_certain_label_drives_the_margin_away(name: str, eta: float, best: float) -> None:
    assert best_margins(name, eta) == (Place(best, best),)


@pytest.mark.parametrize(("name", "eta"), [("huber", 0.5), ("hinge", 1.5), ("hinge", math.nan)])
def test_an_impossible_risk_is_refused(name: str, eta: float) -> None:
    with pytest.raises(RequestError, match=r"^[^\n]+; choose|^[^\n]+; only"):
        conditional_risk(curve(name), eta)


def test_the_errors_in_the_traits_of_loss_functions_jl_are_not_repeated() -> None:
    assert card(curve("zero-one")).lipschitz == math.inf
    assert card(curve("dwd")).smoothness == "C1"
    assert card(curve("power", p=1.5)).smoothness == "C1"
    assert card(curve("periodic")).symmetric is True
    assert card(curve("smoothed-hinge")).calibrated is True
    assert card(curve("modified-huber")).calibrated is True
    [place] = card(curve("squared-epsilon-insensitive")).zeros.places
    assert place.low < place.high, "flat there, so not strictly convex"
    assert [knot.x for knot in curve("huber").knots(-3.0, 3.0)] == [-1.0, 1.0]
    assert curve("quantile", tau=0.9).jet([1.0]).value[0] == pytest.approx(0.1)
    negated = replace(LOSSES["squared"], formula="-r^2")
    assert card(Curve(negated, ())).convex is False


@pytest.mark.parametrize(
    ("probability", "margin"),
    [("log-loss", "logistic"), ("brier", "savage"), ("linear-probability", "sigmoid")],
)
def test_a_moved_curve_has_the_card_of_its_twin(probability: str, margin: str) -> None:
    result, twin = (card(each) for each in (replace(curve(probability), moved_to=AXES["margin"]), curve(margin)))
    assert replace(result, lipschitz=0.0) == replace(twin, lipschitz=0.0)
    assert result.lipschitz == pytest.approx(twin.lipschitz, rel=1e-9)


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("abs(sin(r))", {"limits": (math.nan, math.nan), "upper": 1.0, "lipschitz": 1.0, "smoothness": "C0"}),
        ("sin(r)/(1 + r^2)", {"limits": (0.0, 0.0), "symmetric": False}),
        ("r^2 if abs(r) < 3 else 10", {"smoothness": "discontinuous", "monotone": True, "lipschitz": math.inf}),
        ("r^2 if abs(r) < 3 else 8", {"monotone": False, "redescending": "hard", "upper": 9.0}),
        ("log(1 + log(1 + r^2))", {"upper": math.inf, "redescending": "soft"}),
        ("1 - 1/log(3 + r^2)", {"limits": (1.0, 1.0), "upper": 1.0}),
        ("max(r^2, 2*r - 1, 4)", {"convex": True, "zeros": (), "lower": 4.0}),
        ("min(r^2, abs(r))", {"convex": False, "lipschitz": 2.0, "zeros": ((0.0, 0.0),)}),
        ("1/r", {"limits": (0.0, 0.0), "lower": -math.inf, "upper": math.inf, "smoothness": "discontinuous"}),
        ("r - 1e-13 if r > 0 else 5", {"zeros": ((1e-13, 1e-13),)}),
        ("r^2 - 4", {"zeros": ((-2.0, -2.0), (2.0, 2.0)), "lower": -4.0}),
        # A value at one place alone is one of the curve's too.
        ("1 if abs(r) > 0 else 0", {"upper": 1.0, "lower": 0.0}),
        ("0 if abs(r) > 0 else 1", {"upper": 1.0, "lower": 0.0}),
        ("r^2 if abs(r - 2) > 0 else -3", {"lower": -3.0}),
        ("7", {"upper": 7.0, "lower": 7.0, "lipschitz": 0.0, "efficiency": None, "convex": True}),
    ],
)
def test_any_formula_has_a_card(formula: str, expected: dict[str, object]) -> None:
    result = card(Curve(replace(LOSSES["squared"], formula=formula), ()))
    for name, value in expected.items():
        found = getattr(result, name)
        assert (spans(found) if isinstance(found, Inverse) else found) == (
            pytest.approx(value, rel=1e-4 if "log" in formula else 1e-9, nan_ok=True)
            if name in ("limits", "upper", "lipschitz", "lower")
            else value
        ), name


@pytest.mark.parametrize(
    ("formula", "calibrated"),
    [
        ("m^2 - 3*tanh(m)^3", False),  # only for eta near 1/2 is 0 the best margin
        ("m^2/(1 + m^2)", False),  # both signs cost the same
        ("-5 if 0 <= m <= 0 else sigmoid(-m)", False),  # a tie costs least
        ("sigmoid(-m) - 1e6", True),
        ("sigmoid(m)", False),
        ("exp(m)", False),
        ("abs(m)", False),
        ("max(0, 1 - m, -3*m)", True),
        ("max(1 - m, 1 - 3*m)", False),
        # Convex ones that do not fall at 0, or only just: theorem 2 of Bartlett, Jordan & McAuliffe 2006.
        ("max(0, -m)^2", False),
        ("max(0, -1 - m)", False),
        ("m^2", False),
        ("0*m + 3", False),
        ("max(0, 1e-6 - m)", True),
        ("max(0, 0.01 - m)^2", True),
        ("1e-9*softplus(-m)", True),
        ("max(-m, -1.001*m)", False),
        # Of these that are not convex the right sign is the cheaper one only by what is far away, or is not.
        ("-step(m - 20)", True),
        ("-step(m - 20) - step(-20 - m)", False),
        # At most of the chances the right sign costs 1 - eta.  Only near 1/2, and only near 1, is a wrong one cheaper:
        # it costs 0.45, and 3 - 3.05 eta.
        ("0.45 if 5 < abs(m) < 6 else 1 if m <= 0 else 0", False),
        ("0.55 if 5 < abs(m) < 6 else 1 if m <= 0 else 0", True),
        ("-0.05 if -6 < m < -5 else 3 if 5 < m < 6 else 1 if m <= 0 else 0", False),
        ("0.05 if -6 < m < -5 else 3 if 5 < m < 6 else 1 if m <= 0 else 0", True),
        ("-exp(-abs(m)) - step(m)", False),  # a tie costs least: -2
        ("-exp(-abs(m)) - step(m - 1)", False),  # at eta = 0.51 both signs cost least beside 0: -1
        ("-exp(-abs(m))/2 - 2*step(m - 1)", True),  # at m = 1 it is -exp(-1)/2 - 2 eta, on the other side 2 eta - 2.18
    ],
)
def test_calibration_of_any_formula(formula: str, calibrated: bool) -> None:
    assert card(Curve(replace(LOSSES["logistic-base2"], formula=formula), ())).calibrated is calibrated


POWERS = 10.0 ** np.arange(25.0, 126.0, 25.0)


@pytest.mark.parametrize(
    ("function", "limit"),
    [
        (lambda x: 5.0 + 1.0 / x, 5.0),
        (lambda x: 5.0 - x**-0.01, 5.0),
        (lambda x: x**0.01, math.inf),
        (lambda x: -np.log(x), -math.inf),
        (lambda x: np.log(np.log(x)), math.inf),
        (lambda x: np.sqrt(np.log(x)), math.inf),
        (lambda x: np.log(x) / x, 0.0),
        (lambda x: 3.0 - 1.0 / np.log(x), 3.0),
        (lambda x: x * math.nan, math.nan),
    ],
)
def test_sequences_settle(function: Callable[[np.ndarray], np.ndarray], limit: float) -> None:
    assert settle(function(POWERS)) == pytest.approx(limit, rel=1e-9, nan_ok=True)


@pytest.mark.parametrize("name", some(LOSSES, 8))
@law(
    2, curve_=lambda random, name: a_curve(random, LOSSES[name]), powers=lambda random: between(-12.0, 6.0, 100, random)
)
def test_no_point_contradicts_a_card(name: str, curve_: Curve, powers: list[float]) -> None:
    result = card(curve_)
    sizes = 10.0 ** np.array(powers)
    jet = curve_.jet(np.concatenate([-sizes, sizes, np.array(powers) / 12.0]))
    value, slope = jet.value[~np.isnan(jet.value)], jet.slope[~np.isnan(jet.slope)]
    assert np.all(value >= result.lower - 1e-9 * abs(result.lower))
    assert np.all(value <= result.upper + 1e-9 * abs(result.upper))
    assert np.all(np.abs(slope) <= result.lipschitz * (1.0 + 1e-9))
    assert result.efficiency is None or 0.0 <= result.efficiency <= 1.0
    assert not (result.strictly_proper and not result.proper)


def test_every_field_of_a_card_has_a_word() -> None:
    values = {name: entry.words(card(curve("huber"))) for name, entry in PROPERTIES.items()}
    assert values == {
        "convex": "yes",
        "continuous": "yes",
        "smooth": "yes",
        "twice-smooth": "no",
        "lipschitz": "1",
        "bounded": "no",
        "infimum": "0",
        "supremum": "inf",
        "minimisers": "0",
        "maximisers": "none (the limits -inf and inf)",
        "zeros": "0",
        "symmetric": "yes",
        "calibrated": "n/a",
        "universally-fisher-consistent": "n/a",
        "monotone": "yes",
        "redescending": "no",
        "efficiency": "0.903124",
        "proper": "n/a",
        "strictly-proper": "n/a",
    }
    assert PROPERTIES["zeros"].words(card(curve("hinge"))) == "[1, inf)"
    assert PROPERTIES["zeros"].words(card(curve("logistic"))) == "none"
    assert PROPERTIES["zeros"].words(card(curve("zero-one"))) == "(0, inf)"
    assert PROPERTIES["zeros"].words(card(curve("zero-one-probability"))) == "(0.5, 1]"
    assert PROPERTIES["zeros"].words(card(curve("periodic", period=2.0))) == "-2 and 0 and 2 and so on"
    assert PROPERTIES["minimisers"].words(card(curve("logistic"))) == "none (the limit inf)"
    assert PROPERTIES["minimisers"].words(card(curve("unhinged"))) == "none (the limit inf)"
    assert PROPERTIES["maximisers"].words(card(curve("zero-one"))) == "(-inf, 0]"
    assert PROPERTIES["lipschitz"].words(card(curve("squared"))) == "no"
    assert {field.name for field in fields(Card)} - {
        "smoothness",
        "limits",
        "lower",
        "upper",
        "minimum",
        "maximum",
    } <= {name.replace("-", "_") for name in PROPERTIES}


@pytest.mark.parametrize("name", PROPERTIES)
def test_a_word_is_defined_for_the_axes_where_it_means_something(name: str) -> None:
    entry = PROPERTIES[name]
    assert entry.definition.endswith(".")
    assert "\n" not in entry.definition + entry.source
    assert any(year in entry.source for year in map(str, range(1900, 2030)))
    assert {*entry.axes} <= {*EVERY_AXIS}
    axes = {loss.axis.name for loss in LOSSES.values() if entry.words(card_of(curve(loss.name))) != "n/a"}
    assert axes
    assert axes <= {*entry.axes}
