"""Sums over z thresholds in steps of y: 0, y, 2 y and so on, or symmetric about zero."""

from __future__ import annotations

from functools import partial

from lossplot.formula.functions.row import Function, Notation

_sum = partial(Function, fewest=3, most=3, sign="nonnegative", safe="everywhere")
_INDICES = "<mrow><mi>j</mi><mo>=</mo><mn>0</mn></mrow><mrow>{z}<mo>−</mo><mn>1</mn></mrow>"
_GAP = "<mrow>{x}<mo>−</mo><mi>j</mi>{y:group}</mrow>"


def _sums(text: str, latex: str, mathml: str, mathtext: str) -> Notation:
    """Return the notation of a sum over j from 0 to z - 1 of what these write."""
    return Notation(
        is_open=True,
        text=f"∑(j < {{z}}) {text}",
        latex=rf"\sum_{{{{j=0}}}}^{{{{{{z}}-1}}}} {latex}",
        mathml=f"<munderover><mo>∑</mo>{_INDICES}</munderover>{mathml}",
        mathtext=rf"{{{{\sum}}}}_{{{{j=0}}}}^{{{{{{z}}-1}}}} {mathtext}",
    )


FUNCTIONS = {
    "softplussum": _sum(
        derivative="sigmoidsum(x, y, z, 1)",
        notation=_sums(
            "log(1 + exp({x} − j·{y:atom}))",
            r"\log\left(1 + \exp\left({x} - j\,{y:atom}\right)\right)",
            "<mi>log</mi><mo>⁡</mo><mrow><mo>(</mo><mn>1</mn><mo>+</mo><mi>exp</mi><mo>⁡</mo>"
            f"<mrow><mo>(</mo>{_GAP}<mo>)</mo></mrow><mo>)</mo></mrow>",
            r"\log(1 + \exp({x} - j\,{y:atom}))",
        ),
        summary="The sum of log(1 + exp(x - j*y)) for j from 0 to z - 1.",
        python="""\
total = np.zeros_like(x)
for j in range(int(z)):
    total = total + np.maximum(x - j * y, 0 * x) + np.log1p(np.exp(-np.abs(x - j * y)))
return total""",
        javascript="""\
let total = 0;
for (let j = 0; j < z; j++) total += Math.max(x - j * y, 0) + Math.log1p(Math.exp(-Math.abs(x - j * y)));
return total;""",
    ),
    "softplus2sum": _sum(
        derivative="sigmoidsum(x - y/2, y, z, 1) - sigmoidsum(-x - y/2, y, z, 1)",
        textbook="softplussum(x - y/2, y, z) + softplussum(-x - y/2, y, z)",
        helper="softplussum(x - y/2, y, z) + softplussum(-x - y/2, y, z)",
    ),
    "sigmoidsum": Function(
        derivative="k*(sigmoidsum(x, y, z, k) - sigmoidsum(x, y, z, k + 1))",
        fewest=4,
        most=4,
        sign="nonnegative",
        safe="everywhere",
        notation=_sums(
            "(1 + exp(j·{y:atom} − ({x})))^−{k:atom}",
            r"\left(1 + \exp\left(j\,{y:atom} - \left({x}\right)\right)\right)^{{-{k}}}",
            "<msup><mrow><mo>(</mo><mn>1</mn><mo>+</mo><mi>exp</mi><mo>⁡</mo><mrow><mo>(</mo>"
            "<mi>j</mi>{y:group}<mo>−</mo><mrow><mo>(</mo>{x}<mo>)</mo></mrow><mo>)</mo></mrow><mo>)</mo></mrow>"
            "<mrow><mo>−</mo>{k:group}</mrow></msup>",
            r"(1 + \exp(j\,{y:atom} - ({x})))^{{-{k}}}",
        ),
        summary="The sum of (1 + exp(j*y - x))**-k for j from 0 to z - 1.",
        python="""\
total = np.zeros_like(x)
for j in range(int(z)):
    small = np.exp(-np.abs(x - j * y))
    total = total + (np.where(x >= j * y, 1 + 0 * small, small) / (1 + small)) ** k
return total""",
        javascript="""\
let total = 0;
for (let j = 0; j < z; j++) total += (1 + Math.exp(j * y - x)) ** -k;
return total;""",
    ),
}
