"""The functions that every textbook and every library has."""

from __future__ import annotations

from lossplot._formula.functions.row import Function, Library, Notation, calls_of, everywhere

VARIADIC = 16


def _bare(tex: str) -> Notation:
    return Notation(tex=tex, is_bare=True)


def _extreme(name: str, array_name: str) -> Function:
    """The largest or smallest of the arguments: the rules for it are those of a choice."""
    calls: dict[Library, str] = {library: f"{library}.{array_name}({{}}, {{}})" for library in ("np", "torch", "jnp")}
    calls |= {"Math": f"Math.{name}({{}}, {{}})", "math": f"{name}({{}}, {{}})"}
    return Function(fewest=2, most=VARIADIC, safe="everywhere", notation=Notation(tex=rf"\{name}"), calls=calls)


def _inverse(name: str, derivative: str, curvature: str = "", switch: str = "", tex: str = "") -> Function:
    """An inverse function `asin` and its kin, which NumPy and JAX call `arcsin`."""
    calls = {**calls_of(f"arc{name[1:]}", "np", "jnp"), **calls_of(name, "torch", "Math", "math")}
    notation = Notation(tex=tex, is_bare=bool(tex))
    return Function(derivative=derivative, curvature=curvature, switch=switch, notation=notation, calls=calls)


FUNCTIONS = {
    "abs": Function(
        derivative="sign(x)",
        switch="x",
        safe="everywhere",
        sign="nonnegative",
        notation=Notation(
            text="|{x}|",
            latex=r"\left|{x}\right|",
            mathml="<mrow><mo>|</mo>{x:first}<mo>|</mo></mrow>",
            mathtext="|{x:first}|",
        ),
        calls={**everywhere("abs"), "math": "abs({})"},
        local="size",
    ),
    "sign": Function(
        derivative="0",
        switch="x",
        safe="everywhere",
        calls=calls_of("sign", "np", "torch", "jnp", "Math"),
        local="side",
    ),
    "step": Function(derivative="0", switch="x", safe="everywhere", inline="1 if x >= 0 else 0"),
    "max": _extreme("max", "maximum"),
    "min": _extreme("min", "minimum"),
    "exp": Function(
        derivative="exp(x)", safe="x <= 0", sign="positive", notation=Notation(tex=r"\exp"), calls=everywhere("exp")
    ),
    "log": Function(derivative="1/x", switch="x", safe="x > 0", notation=_bare(r"\log"), calls=everywhere("log")),
    "log1p": Function(
        derivative="1/(1 + x)", textbook="log(1 + x)", switch="1 + x", safe="x >= 0", calls=everywhere("log1p")
    ),
    "expm1": Function(
        derivative="exp(x)",
        textbook="exp(x) - 1",
        safe="x <= 0",
        calls=calls_of("expm1", "np", "Math", "math"),
        # Where it is used, automatic differentiation takes its slope to be expm1(x) + 1, which is 0 far below zero.
        python="""\
near = np.expm1(np.clip(x, -0.5, None))
return np.where(x > -0.5, near, np.exp(np.clip(x, None, -0.5)) - 1)""",
        javascript="return Math.expm1(x);",
    ),
    "sqrt": Function(
        derivative="1/(2*sqrt(x))",
        switch="x",
        safe="x > 0",
        sign="nonnegative",
        notation=Notation(text="√({x})", latex=r"\sqrt{{{x}}}", mathml="<msqrt>{x}</msqrt>", mathtext=r"\sqrt{{{x}}}"),
        calls=everywhere("sqrt"),
        local="root",
    ),
    "sin": Function(derivative="cos(x)", safe="everywhere", notation=_bare(r"\sin"), calls=everywhere("sin")),
    "cos": Function(derivative="-sin(x)", safe="everywhere", notation=_bare(r"\cos"), calls=everywhere("cos")),
    "tan": Function(derivative="1/cos(x)^2", switch="cos(x)", notation=_bare(r"\tan"), calls=everywhere("tan")),
    "atan": Function(
        derivative="1/(1 + x^2)",
        safe="everywhere",
        notation=_bare(r"\arctan"),
        calls={**calls_of("arctan", "np", "jnp"), **calls_of("atan", "torch", "Math", "math")},
    ),
    "asin": _inverse(
        "asin",
        "1/sqrt((1 - x)*(1 + x))",
        "x/sqrt((1 - x)*(1 + x))/((1 - x)*(1 + x))",
        switch="(1 - x)*(1 + x)",
        tex=r"\arcsin",
    ),
    "acos": _inverse(
        "acos",
        "-1/sqrt((1 - x)*(1 + x))",
        "-x/sqrt((1 - x)*(1 + x))/((1 - x)*(1 + x))",
        switch="(1 - x)*(1 + x)",
        tex=r"\arccos",
    ),
    "asinh": _inverse("asinh", "1/hypot1(x)"),
    "acosh": _inverse("acosh", "1/(sqrt(x - 1)*sqrt(x + 1))", switch="x - 1"),
    "atanh": _inverse("atanh", "1/((1 - x)*(1 + x))", "2*x/((1 - x)*(1 + x))^2", switch="(1 - x)*(1 + x)"),
    "sinh": Function(derivative="cosh(x)", notation=_bare(r"\sinh"), calls=everywhere("sinh")),
    "cosh": Function(derivative="sinh(x)", sign="positive", notation=_bare(r"\cosh"), calls=everywhere("cosh")),
    "tanh": Function(
        derivative="1/cosh(x)^2",
        curvature="-2*tanh(x)/cosh(x)^2",
        safe="everywhere",
        notation=_bare(r"\tanh"),
        calls=everywhere("tanh"),
    ),
}
