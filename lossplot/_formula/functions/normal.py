"""The normal distribution and the error function."""

from __future__ import annotations

from lossplot._formula.functions.row import Function, Notation, calls_of

FUNCTIONS = {
    "erf": Function(
        derivative="2/sqrt(pi)*exp(-x^2)",
        safe="everywhere",
        calls={**calls_of("erf", "torch", "math"), "jnp": "jax.scipy.special.erf({})"},
        summary="The error function.",
        python="return np.vectorize(math.erf, otypes=[float])(x)",
        javascript="""\
if (Math.abs(x) > 2) return Math.sign(x) * (1 - _erfc(Math.abs(x)));
let term = x;
let total = x;
for (let k = 1; k < 60; k++) {
  term *= 2 * x * x / (2 * k + 1);
  total += term;
}
return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * total;""",
    ),
    "ndtr": Function(
        derivative="exp(-x^2/2)/sqrt(2*pi)",
        safe="everywhere",
        notation=Notation(tex=r"\Phi", letter='<mi mathvariant="normal">Φ</mi>'),
        calls={"jnp": "jax.scipy.special.ndtr({})"},
        summary="The distribution function of the standard normal distribution.",
        python="return _erfc(-x / math.sqrt(2)) / 2",
        javascript="return _erfc(-x / Math.SQRT2) / 2;",
    ),
    "log_ndtr": Function(
        # Far out both sides of the quotient underflow; there Laplace's continued fraction has converged.
        derivative="-(x + 1/(x + 2/(x + 3/(x + 4/(x + 5/(x + 6/x)))))) if x < -20"
        " else exp(-x^2/2)/(sqrt(2*pi)*ndtr(x))",
        textbook="log(ndtr(x))",
        calls={"torch": "torch.special.log_ndtr({})"},
        python="""\
far = np.maximum(-x, 20.0)
fraction = far + 1 / (far + 2 / (far + 3 / (far + 4 / (far + 5 / (far + 6 / far)))))
below = -(far**2) / 2 - np.log(2 * np.pi) / 2 - np.log(fraction)
near = np.log(_ndtr(np.clip(x, -20.0, 0.0)))
above = np.log1p(-_ndtr(-np.maximum(x, 0.0)))
return np.where(x < -20, below, np.where(x < 0, near, above))""",
        javascript="""\
if (x > 0) return Math.log1p(-_ndtr(-x));
if (x > -20) return Math.log(_ndtr(x));
let fraction = -x;
for (let k = 6; k > 0; k--) fraction = k / fraction - x;
return -x * x / 2 - Math.log(2 * Math.PI) / 2 - Math.log(fraction);""",
    ),
    "normal_crps": Function(
        derivative="erf(x/(y*sqrt(2)))",
        textbook="y*(x/y*erf(x/y/sqrt(2)) + sqrt(2/pi)*exp(-(x/y)^2/2) - 1/sqrt(pi))",
        fewest=2,
        most=2,
        safe="everywhere",
        helper="x*erf(x/y/sqrt(2)) + y*(sqrt(2/pi)*exp(-(x/y)^2/2) - 1/sqrt(pi))",
    ),
}

CODE_ONLY = {
    "erfc": Function(
        calls=calls_of("erfc", "torch"),
        summary="One minus the error function.",
        python="return np.vectorize(math.erfc, otypes=[float])(x)",
        javascript="""\
if (x <= 2) return 1 - _erf(x);
let fraction = x;
for (let k = 60; k > 0; k--) fraction = x + k / 2 / fraction;
return Math.exp(-x * x) / (fraction * Math.sqrt(Math.PI));""",
    )
}
