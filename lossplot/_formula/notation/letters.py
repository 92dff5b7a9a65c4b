"""Letters and numbers, as every notation needs them."""

GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "eta": "η",
    "lambda": "λ", "mu": "μ", "omega": "ω", "phi": "φ", "pi": "π", "sigma": "σ", "tau": "τ", "theta": "θ",
}  # fmt: skip


def number(value: float) -> str:
    """The shortest decimal that reads back as `value`, without a needless `.0`."""
    return f"{value:g}" if float(f"{value:g}") == value else repr(value)


def has_exponent(value: float) -> bool:
    """True if `number(value)` has a power of ten."""
    return not (value == 0.0 or 1e-4 <= abs(value) < 1e5) and "e" in number(value)


def mantissa_and_exponent(value: float) -> tuple[str, str]:
    """The digits of `number(value)`, and the power of ten that they are multiplied by, if it has one."""
    mantissa, _, exponent = number(value).partition("e")
    return mantissa, exponent and str(int(exponent))
