"""Sums over thresholds j y, where j goes from z to k in steps of one, or over pairs of them about zero."""

from __future__ import annotations

from functools import partial

from lossplot._formula.functions.row import Function, Notation

_sum = partial(Function, sign="nonnegative", safe="everywhere")
# In MathML the product of two signs, brackets, the indices of a sum, and a power of e.
_TIMES = "<mo>\u2062</mo>"
_OPEN, _CLOSE = ('<mo stretchy="false">(</mo>', '<mo stretchy="false">)</mo>')
_INDICES = "<mrow><mi>j</mi><mo>=</mo>{z}</mrow><mrow>{k}</mrow>"
_POWER = "<msup><mi>e</mi><mrow>%s</mrow></msup>"


def _sums(text: str, latex: str, mathml: str, mathtext: str) -> Notation:
    """Return the notation of a sum over j from z to k of what these write."""
    return Notation(
        is_open=True,
        text=f"∑(j = {{z}}, …, {{k}}) {text}",
        latex=rf"\sum_{{{{j={{z}}}}}}^{{{{{{k}}}}}} {latex}",
        mathml=f"<munderover><mo>∑</mo>{_INDICES}</munderover>{mathml}",
        mathtext=rf"{{{{\sum}}}}_{{{{j={{z}}}}}}^{{{{{{k}}}}}} {mathtext}",
    )


FUNCTIONS = {
    "softplussum": _sum(
        derivative="sigmoidsum(x, y, z, k, 1)",
        first_term="z",
        last_term="k",
        fewest=4,
        most=4,
        notation=_sums(
            "log(1 + exp({x} − j·{y:atom}))",
            r"\log\left(1 + e^{{{x} - j \, {y:atom}}}\right)",
            f"<mi>log</mi><mo>\u2061</mo><mrow>{_OPEN}<mn>1</mn><mo>+</mo>"
            + _POWER % f"{{x:first}}<mo>−</mo><mi>j</mi>{_TIMES}{{y:group}}"
            + f"{_CLOSE}</mrow>",
            r"\log(1 + e^{{{x} - j\,{y:atom}}})",
        ),
        summary="The sum of log(1 + exp(x - j*y)) for j from z to k.",
        python="""\
total = 0 * x
for j in range(int(k - z) + 1):
    gap = x - (z + j) * y
    total = total + np.maximum(gap, 0 * gap)
    total = total + np.log1p(np.exp(-np.abs(gap)))
return total""",
        javascript="""\
let total = 0;
for (let j = z; j < k + 0.5; j++) {
  const gap = x - j * y;
  total += Math.max(gap, 0) + Math.log1p(Math.exp(-Math.abs(gap)));
}
return total;""",
    ),
    "softplus2sum": _sum(
        derivative="sigmoidsum(x, y, 1/2, z - 1/2, 1) - sigmoidsum(-x, y, 1/2, z - 1/2, 1)",
        last_term="z",
        fewest=3,
        most=3,
        textbook="softplussum(x, y, 1/2, z - 1/2) + softplussum(-x, y, 1/2, z - 1/2)",
        helper="softplussum(x, y, 1/2, z - 1/2) + softplussum(-x, y, 1/2, z - 1/2)",
    ),
    "sigmoidsum": _sum(
        derivative="n*(sigmoidsum(x, y, z, k, n) - sigmoidsum(x, y, z, k, n + 1))",
        first_term="z",
        last_term="k",
        fewest=5,
        most=5,
        notation=_sums(
            "(1 + exp(−({x} − j·{y:atom})))^(−{n})",
            r"\left(1 + e^{{-\left({x} - j \, {y:atom}\right)}}\right)^{{-{n:atom}}}",
            f"<msup><mrow>{_OPEN}<mn>1</mn><mo>+</mo>"
            + _POWER % f"<mo>−</mo><mrow>{_OPEN}{{x:first}}<mo>−</mo><mi>j</mi>{_TIMES}{{y:group}}{_CLOSE}</mrow>"
            + f"{_CLOSE}</mrow><mrow><mo>−</mo>{{n:group}}</mrow></msup>",
            r"(1 + e^{{-({x} - j\,{y:atom})}})^{{-{n:atom}}}",
        ),
        summary="The sum of (1 + exp(j*y - x))**-n for j from z to k.",
        python="""\
total = 0 * x
for j in range(int(k - z) + 1):
    gap = x - (z + j) * y
    small = np.exp(-np.abs(gap))
    total = total + (np.where(gap >= 0, 1 + 0 * small, small) / (1 + small)) ** n
return total""",
        javascript="""\
let total = 0;
for (let j = z; j < k + 0.5; j++) total += (1 + Math.exp(j * y - x)) ** -n;
return total;""",
    ),
}
