"""The functions that keep their digits where what a textbook writes for them overflows or cancels."""

from __future__ import annotations

from functools import partial

from lossplot._formula.functions.row import Function, Notation, calls_of

_family = partial(Function, fewest=2, most=2)

FUNCTIONS = {
    "log1pmx": Function(
        derivative="-x/(1 + x)",
        textbook="log(1 + x) - x",
        python="""\
s = np.where(np.abs(x) < 0.5, x / (2 + x), 0.0)
series = sum(s ** (2 * k) / (2 * k + 1) for k in range(17, 0, -1))
return np.where(np.abs(x) < 0.5, 2 * s * series - x * s, np.log1p(x) - x)""",
        javascript="""\
if (Math.abs(x) >= 0.5) return Math.log1p(x) - x;
const s = x / (2 + x);
let series = 0;
for (let k = 17; k > 0; k--) series = (series + 1 / (2 * k + 1)) * s * s;
return 2 * s * series - x * s;""",
    ),
    "log1pint": Function(
        derivative="log1p(x)",
        textbook="(1 + x)*log(1 + x) - x",
        helper="x^2 + (1 + x)*log1pmx(x) if abs(x) < 1/2 else (1 + x)*log1p(x) - x",
    ),
    "logdev": Function(
        derivative="(x - 1)/x", textbook="x - 1 - log(x)", helper="x - 1 - log(x) if x < 1/2 else -log1pmx(x - 1)"
    ),
    "xlogxdev": Function(
        derivative="log(x)",
        textbook="x*log(x) - x + 1",
        helper="log1pint(x - 1) if abs(x - 1) < 1/2 else xlogy(x, x) - x + 1",
    ),
    "expm1mx": Function(
        derivative="expm1(x)",
        textbook="exp(x) - 1 - x",
        python="""\
near = np.where(np.abs(x) < 1, x, 0.0)
series = 1.0
for k in range(20, 2, -1):
    series = 1 + near / k * series
return np.where(np.abs(x) < 1, near**2 / 2 * series, np.expm1(x) - x)""",
        javascript="""\
if (Math.abs(x) >= 1) return Math.expm1(x) - x;
let series = 1;
for (let k = 20; k > 2; k--) series = 1 + x / k * series;
return x ** 2 / 2 * series;""",
    ),
    "gamma2": Function(
        derivative="x*exp(-x)",
        textbook="1 - (1 + x)*exp(-x)",
        helper="exp(-x)*expm1mx(x) if abs(x) < 1 else 1 - exp(-x) - x*exp(-x)",
    ),
    "versin": Function(derivative="sin(x)", textbook="1 - cos(x)", safe="everywhere", helper="2*sin(x/2)^2"),
    "versin2pi": Function(
        derivative="2*pi*sin(2*pi*x)",
        textbook="1 - cos(2*pi*x)",
        safe="everywhere",
        python="return 2 * np.sin(np.pi * (x - np.round(x))) ** 2",
        javascript="return 2 * Math.sin(Math.PI * (x - Math.round(x))) ** 2;",
    ),
    "logshare": Function(
        derivative="(log1p(-x)/x + log(x)/(1 - x))/(log(x) + log1p(-x))^2",
        textbook="log(x)/(log(x) + log(1 - x))",
        helper="1/(1 + log1p(-x)/log(x))",
    ),
    "ratio": Function(derivative="1/(1 + x)^2", textbook="x/(1 + x)", helper="x/(1 + x)"),
    "hypot1": Function(
        derivative="x/hypot1(x)",
        curvature="hypot1(x)^(-3)",
        textbook="sqrt(1 + x^2)",
        safe="everywhere",
        sign="positive",
        calls={
            "np": "np.hypot(1.0, {})",
            "torch": "torch.hypot({}, {v}.new_tensor(1.0))",
            "jnp": "jnp.hypot(1.0, {})",
            "Math": "Math.hypot(1, {})",
        },
    ),
    "hypotm1": Function(
        derivative="x/hypot1(x)",
        curvature="hypot1(x)^(-3)",
        textbook="sqrt(1 + x^2) - 1",
        safe="everywhere",
        helper="x*(x/(1 + hypot1(x)))",
    ),
    "softplus": Function(
        derivative="sigmoid(x)",
        textbook="log(1 + exp(x))",
        safe="everywhere",
        sign="nonnegative",
        calls={"np": "np.logaddexp(0.0, {})", "torch": "F.softplus({}, threshold=40)", "jnp": "jax.nn.softplus({})"},
        helper="max(x, 0) + log1p(exp(-abs(x)))",
    ),
    "softplus2": _family(
        derivative="tanh(x)/(1 + cosh(y)/cosh(x))",
        textbook="log(1 + exp(x - y)) + log(1 + exp(-x - y))",
        safe="everywhere",
        helper="softplus(x - y) + softplus(-x - y)",
    ),
    "sigmoid": Function(
        derivative="sigmoid(x)*sigmoid(-x)",
        curvature="-sigmoid(x)*sigmoid(-x)*tanh(x/2)",
        textbook="1/(1 + exp(-x))",
        safe="everywhere",
        sign="nonnegative",
        calls={**calls_of("sigmoid", "torch"), "jnp": "jax.nn.sigmoid({})"},
        helper="(1 if x >= 0 else exp(-abs(x)))/(1 + exp(-abs(x)))",
    ),
    "logcosh": Function(
        derivative="tanh(x)",
        textbook="log(cosh(x))",
        helper="log1p(2*sinh(x/2)^2) if abs(x) < 1 else abs(x) + log1p(exp(-2*abs(x))) - log(2)",
    ),
    "pow1pm1": _family(
        derivative="y*(1 + x)^(y - 1)",
        textbook="(1 + x)^y - 1",
        switch="1 + x",
        helper="expm1(y*log1p(x)) if x >= -1 else (1 + x)^y - 1",
    ),
    # In these formulas `abs(u) <= 0` is the language's way to say that u is zero.
    "boxcox": _family(
        derivative="x^(y - 1)",
        textbook="(x^y - 1)/y",
        helper="log(x) if abs(y) <= 0 else expm1(y*log(x))/y if x > 1/2 else (x^y - 1)/y",
    ),
    "boxcox1p": _family(
        derivative="(1 + x)^(y - 1)",
        textbook="((1 + x)^y - 1)/y",
        helper="log1p(x) if abs(y) <= 0 else expm1(y*log1p(x))/y",
    ),
    "powdev": _family(
        derivative="expm1(y*log(x))",
        textbook="x^(y + 1)/(y + 1) - x + y/(y + 1)",
        helper="-logdev(x) if abs(y + 1) <= 0 else (x*expm1mx(y*log(x)) + y*xlogxdev(x))/(y + 1)",
    ),
    "barron": Function(
        fewest=3,
        most=3,
        derivative="x/z/z if abs(y - 2) <= 0 else x/z/z*exp(-(x/z)^2/2) if y < -1e300"
        " else x/z/z*exp((y/2 - 1)*log1p((x/z)^2/abs(y - 2)))",
        curvature="1/z/z if abs(y - 2) <= 0 else (1 - (x/z)^2)*exp(-(x/z)^2/2)/z/z if y < -1e300"
        " else (1 + (x/z)^2*(y - 1)/abs(y - 2))*exp((y/2 - 2)*log1p((x/z)^2/abs(y - 2)))/z/z",
        textbook="abs(y - 2)/y*(((x/z)^2/abs(y - 2) + 1)^(y/2) - 1)",
        helper="(x/z)^2/2 if abs(y - 2) <= 0 else -expm1(-(x/z)^2/2) if y < -1e300"
        " else cauchy(x, z*sqrt(abs(y - 2)))/z^2 if abs(y) <= 0"
        " else abs(y - 2)/y*expm1(y/abs(y - 2)*cauchy(x, z*sqrt(abs(y - 2)))/z^2)",
    ),
    "logseries": _family(
        # 1 + x + ... + x^(y - 1), and where it is y, what has its slope there.
        derivative="y + y*(y - 1)/2*(x - 1) if abs(x - 1) <= 0 "
        "else expm1(y*log1p(x - 1))/(x - 1) if x > 1/2 else (1 - x^y)/(1 - x)",
        last_term="y",
        notation=Notation(
            is_open=True,
            latex=r"\left(\sum_{{j=1}}^{{{y}}} \frac{{{x:atom}^{{j}}}}{{j}}\right)",
            mathml="<munderover><mo>∑</mo><mrow><mi>j</mi><mo>=</mo><mn>1</mn></mrow>{y:group}</munderover>"
            "<mfrac><msup>{x:group}<mi>j</mi></msup><mi>j</mi></mfrac>",
            mathtext=r"{{\sum}}_{{j=1}}^{y:group} {x:atom}^j/j",
        ),
        summary="x + x**2/2 + ... + x**y/y.",
        python="""\
total = np.zeros_like(x)
for k in range(int(y), 0, -1):
    total = (total + 1 / k) * x
return total""",
        javascript="""\
let total = 0;
for (let k = y; k > 0; k--) total = (total + 1 / k) * x;
return total;""",
    ),
    "xlogy": _family(
        derivative="log(y)",
        derivative_by_y="x/y",
        textbook="x*log(y)",
        switch="y",
        calls={"torch": "torch.special.xlogy({}, {})"},
        helper="0 if abs(x) <= 0 else x*log(y)",
    ),
    "xlog1py": _family(
        derivative="log1p(y)",
        derivative_by_y="x/(1 + y)",
        textbook="x*log(1 + y)",
        calls={"torch": "torch.special.xlog1py({}, {})"},
        helper="0 if abs(x) <= 0 else x*log1p(y)",
    ),
}
