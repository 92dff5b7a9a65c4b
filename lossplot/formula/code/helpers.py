"""What a language lacks of the functions of a formula, as bodies of functions of x (and y) to be put before it.

`FORMULAS` serve every language.  `PYTHON` is for `np.`, which the writer changes to `torch.` or `jnp.`.
"""

SUMMARIES = {
    "erf": "The error function.",
    "erfc": "One minus the error function.",
    "ndtr": "The distribution function of the standard normal distribution.",
    "logseries": "x + x**2/2 + ... + x**y/y.",
}

FORMULAS = {
    "softplus": "max(x, 0) + log1p(exp(-abs(x)))",
    "softplus2": "softplus(x - y) + softplus(-x - y)",
    "sigmoid": "(1 if x >= 0 else exp(-abs(x)))/(1 + exp(-abs(x)))",
    "logcosh": "log1p(2*sinh(x/2)^2) if abs(x) < 1 else abs(x) + log1p(exp(-2*abs(x))) - log(2)",
    "log1pint": "x^2 + (1 + x)*log1pmx(x) if abs(x) < 1/2 else (1 + x)*log1p(x) - x",
    "logdev": "x - 1 - log(x) if x < 1/2 else -log1pmx(x - 1)",
    "xlogxdev": "log1pint(x - 1) if abs(x - 1) < 1/2 else xlogy(x, x) - x + 1",
    "gamma2": "exp(-x)*expm1mx(x) if abs(x) < 1 else 1 - exp(-x) - x*exp(-x)",
    "versin": "2*sin(x/2)^2",
    "normal_crps": "x*erf(x/sqrt(2)) + sqrt(2/pi)*exp(-x^2/2) - 1/sqrt(pi)",
    "logshare": "1/(1 + log1p(-x)/log(x))",
    "ratio": "x/(1 + x)",
    "hypotm1": "x*(x/(1 + hypot1(x)))",
    "pow1pm1": "expm1(y*log1p(x)) if x >= -1 else (1 + x)^y - 1",
    # `abs(u) <= 0` is the language's way to say that u is zero.
    "boxcox": "log(x) if abs(y) <= 0 else expm1(y*log(x))/y",
    "boxcox1p": "log1p(x) if abs(y) <= 0 else expm1(y*log1p(x))/y",
    "powdev": "expm1mx((y + 1)*log(x))/(y + 1) - expm1mx(log(x)) if abs(x - 1) < 1/2"
    " else x^(y + 1)/(y + 1) - x + y/(y + 1)",
    "barron": "x^2/2 if abs(y - 2) <= 0 else -expm1(-x^2/2) if y < -1e300"
    " else abs(y - 2)/2*boxcox1p(x^2/abs(y - 2), y/2)",
    "xlogy": "0 if abs(x) <= 0 else x*log(y)",
    "xlog1py": "0 if abs(x) <= 0 else x*log1p(y)",
}

PYTHON = {
    "erf": "return np.vectorize(math.erf, otypes=[float])(x)",
    "erfc": "return np.vectorize(math.erfc, otypes=[float])(x)",
    "ndtr": "return _erfc(-x / math.sqrt(2)) / 2",
    "log_ndtr": """\
far = np.maximum(-x, 20.0)
fraction = far + 1 / (far + 2 / (far + 3 / (far + 4 / (far + 5 / (far + 6 / far)))))
below = -(far**2) / 2 - np.log(2 * np.pi) / 2 - np.log(fraction)
near = np.log(_ndtr(np.clip(x, -20.0, 0.0)))
above = np.log1p(-_ndtr(-np.maximum(x, 0.0)))
return np.where(x < -20, below, np.where(x < 0, near, above))""",
    "log1pmx": """\
s = np.where(np.abs(x) < 0.5, x / (2 + x), 0.0)
series = sum(s ** (2 * k) / (2 * k + 1) for k in range(17, 0, -1))
return np.where(np.abs(x) < 0.5, 2 * s * series - x * s, np.log1p(x) - x)""",
    "expm1mx": """\
near = np.where(np.abs(x) < 1, x, 0.0)
series = 1.0
for k in range(20, 2, -1):
    series = 1 + near / k * series
return np.where(np.abs(x) < 1, near**2 / 2 * series, np.expm1(x) - x)""",
    "versin2pi": "return 2 * np.sin(np.pi * (x - np.round(x))) ** 2",
    "logseries": """\
total = np.zeros_like(x)
for k in range(int(y), 0, -1):
    total = (total + 1 / k) * x
return total""",
}

JAVASCRIPT = {
    "erf": """\
if (Math.abs(x) > 2) return Math.sign(x) * (1 - _erfc(Math.abs(x)));
let term = x;
let total = x;
for (let k = 1; k < 60; k++) {
  term *= 2 * x * x / (2 * k + 1);
  total += term;
}
return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * total;""",
    "erfc": """\
if (x <= 2) return 1 - _erf(x);
let fraction = x;
for (let k = 60; k > 0; k--) fraction = x + k / 2 / fraction;
return Math.exp(-x * x) / (fraction * Math.sqrt(Math.PI));""",
    "ndtr": "return _erfc(-x / Math.SQRT2) / 2;",
    "log_ndtr": """\
if (x > 0) return Math.log1p(-_ndtr(-x));
if (x > -20) return Math.log(_ndtr(x));
let fraction = -x;
for (let k = 6; k > 0; k--) fraction = k / fraction - x;
return -x * x / 2 - Math.log(2 * Math.PI) / 2 - Math.log(fraction);""",
    "log1pmx": """\
if (Math.abs(x) >= 0.5) return Math.log1p(x) - x;
const s = x / (2 + x);
let series = 0;
for (let k = 17; k > 0; k--) series = (series + 1 / (2 * k + 1)) * s * s;
return 2 * s * series - x * s;""",
    "expm1mx": """\
if (Math.abs(x) >= 1) return Math.expm1(x) - x;
let series = 1;
for (let k = 20; k > 2; k--) series = 1 + x / k * series;
return x ** 2 / 2 * series;""",
    "versin2pi": "return 2 * Math.sin(Math.PI * (x - Math.round(x))) ** 2;",
    "logseries": """\
let total = 0;
for (let k = y; k > 0; k--) total = (total + 1 / k) * x;
return total;""",
}
