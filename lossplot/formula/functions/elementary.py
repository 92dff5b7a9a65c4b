"""The functions that every textbook and every library has."""

from __future__ import annotations

from lossplot.formula.functions.row import Code, Function, Library, Notation, called, everywhere

VARIADIC = 16


def _bare(tex: str) -> Notation:
    return Notation(tex=tex, is_bare=True)


def _extreme(name: str, array_name: str) -> Function:
    """The largest or smallest of the arguments: the rules for it are those of a choice."""
    calls: dict[Library, str] = {library: f"{library}.{array_name}({{}}, {{}})" for library in ("np", "torch", "jnp")}
    calls |= {"Math": f"Math.{name}({{}}, {{}})", "math": f"{name}({{}}, {{}})"}
    return Function(
        fewest=2, most=VARIADIC, safe="everywhere", notation=Notation(tex=rf"\{name}"), code=Code(calls=calls)
    )


FUNCTIONS = {
    "abs": Function(
        "sign(x)",
        switch="x",
        safe="everywhere",
        sign="nonnegative",
        notation=Notation(
            text="|{x}|",
            latex=r"\left|{x}\right|",
            mathml="<mrow><mo>|</mo>{x:first}<mo>|</mo></mrow>",
            mathtext="|{x:first}|",
        ),
        code=Code({**everywhere("abs"), "math": "abs({})"}, local="size"),
    ),
    "sign": Function(
        "0",
        switch="x",
        safe="everywhere",
        code=Code(called("sign", "np", "torch", "jnp", "Math"), local="side"),
    ),
    "step": Function("0", switch="x", safe="everywhere", code=Code(inline="1 if x >= 0 else 0")),
    "max": _extreme("max", "maximum"),
    "min": _extreme("min", "minimum"),
    "exp": Function(
        "exp(x)", safe="x <= 0", sign="positive", notation=Notation(tex=r"\exp"), code=Code(everywhere("exp"))
    ),
    "log": Function("1/x", switch="x", safe="x > 0", notation=_bare(r"\log"), code=Code(everywhere("log"))),
    "log1p": Function(
        "1/(1 + x)", textbook="log(1 + x)", switch="1 + x", safe="x >= 0", code=Code(everywhere("log1p"))
    ),
    "expm1": Function("exp(x)", textbook="exp(x) - 1", safe="x <= 0", code=Code(everywhere("expm1"))),
    "sqrt": Function(
        "1/(2*sqrt(x))",
        switch="x",
        safe="x > 0",
        sign="nonnegative",
        notation=Notation(text="√({x})", latex=r"\sqrt{{{x}}}", mathml="<msqrt>{x}</msqrt>", mathtext=r"\sqrt{{{x}}}"),
        code=Code(everywhere("sqrt"), local="root"),
    ),
    "sin": Function("cos(x)", safe="everywhere", notation=_bare(r"\sin"), code=Code(everywhere("sin"))),
    "cos": Function("-sin(x)", safe="everywhere", notation=_bare(r"\cos"), code=Code(everywhere("cos"))),
    "tan": Function("1/cos(x)^2", switch="cos(x)", notation=_bare(r"\tan"), code=Code(everywhere("tan"))),
    "atan": Function(
        "1/(1 + x^2)",
        safe="everywhere",
        notation=_bare(r"\arctan"),
        code=Code({**called("arctan", "np", "jnp"), **called("atan", "torch", "Math", "math")}),
    ),
    "sinh": Function("cosh(x)", notation=_bare(r"\sinh"), code=Code(everywhere("sinh"))),
    "cosh": Function("sinh(x)", sign="positive", notation=_bare(r"\cosh"), code=Code(everywhere("cosh"))),
    "tanh": Function("1/cosh(x)^2", safe="everywhere", notation=_bare(r"\tanh"), code=Code(everywhere("tanh"))),
}
