"""Characters and commands of LaTeX that are other spellings of signs and names."""

from __future__ import annotations

GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ϵ": "epsilon", "ζ": "zeta", "η": "eta",
    "θ": "theta", "ϑ": "theta", "κ": "kappa", "λ": "lambda", "μ": "mu", "µ": "mu", "ν": "nu", "ξ": "xi", "π": "pi",
    "ρ": "rho", "σ": "sigma", "τ": "tau", "υ": "upsilon", "φ": "phi", "ϕ": "phi", "χ": "chi", "ψ": "psi",
    "ω": "omega", "Γ": "Gamma", "Δ": "Delta", "Λ": "Lambda", "Φ": "Phi", "Ψ": "Psi", "Ω": "Omega",
}  # fmt: skip

# What a character stands for: a sign, or several, separated by spaces.
CHARACTERS = {
    "−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "➖": "-", "·": "*", "×": "*", "⋅": "*", "∙": "*", "•": "*",
    "∗": "*", "⊙": "*", "÷": "/", "∕": "/", "⁄": "/", "≤": "<=", "≥": ">=", "⩽": "<=", "⩾": ">=", "≦": "<=",
    "≧": ">=", "∧": "&", "∨": "or", "¬": "~", "∣": "|", "‖": "|", "∥": "|", "√": "√", "∑": "∑", "Σ": "∑", "₊": "_ +",
    "∞": "inf", "≠": "!=",
    "½": "( 1 / 2 )", "¼": "( 1 / 4 )", "¾": "( 3 / 4 )", "⅓": "( 1 / 3 )", "⅔": "( 2 / 3 )", "⅛": "( 1 / 8 )",
    "𝟙": "indicator", "⟦": "[", "⟧": "]", "ŷ": "y_hat", "ẑ": "z_hat", "𝔼": "mean",
    "₀": "_ 0", "₁": "_ 1", "₂": "_ 2", "ᵢ": "_ i", "ⱼ": "_ j", "ₜ": "_ t",
}  # fmt: skip
SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ᵃᵇᶜᵏᵐⁿᵖʳˢᵗˣ", "0123456789-+abckmnprstx", strict=True))

# What a command of LaTeX stands for; an empty text is a space.
COMMANDS = {
    **dict.fromkeys(
        (",", ";", ":", "!", " ", "quad", "qquad", "left", "right", "middle", "displaystyle", "textstyle", "limits",
         "nolimits", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr", "Biggl", "Biggr",
         "thinspace", "enspace", "nonumber", "notag", "mathopen", "mathclose", "rm", "bf", "it"),
        "",
    ),
    **dict.fromkeys(("cdot", "times", "ast", "bullet", "odot"), "*"),
    **dict.fromkeys(("le", "leq", "leqslant", "leqq"), "<="),
    **dict.fromkeys(("ge", "geq", "geqslant", "geqq"), ">="),
    **dict.fromkeys(("lvert", "rvert", "vert", "lVert", "rVert", "Vert", "mid", "|"), "|"),
    **dict.fromkeys(("land", "wedge"), "&"),
    **dict.fromkeys(("lor", "vee"), "or"),
    **dict.fromkeys(("indicator", "ind", "indic", "one", "1"), "indicator"),
    "ne": "!=", "neq": "!=",
    "div": "/", "lt": "<", "gt": ">", "{": "(", "}": ")", "lbrace": "(", "rbrace": ")", "lbrack": "[", "rbrack": "]",
    "llbracket": "[", "rrbracket": "]", "neg": "~", "lnot": "~", "sum": "∑", "infty": "inf", "_": "_",
    "ell": "l", "varepsilon": "epsilon", "vartheta": "theta", "varphi": "phi", "varsigma": "sigma",
    "E": "mean",
}  # fmt: skip
COMMANDS |= {name: name for name in GREEK.values()}

# Commands that put a sign upon a letter, and what this makes of its name.
ACCENTS = {
    "hat": "_hat", "widehat": "_hat", "tilde": "_tilde", "widetilde": "_tilde", "bar": "_bar", "overline": "_bar",
}  # fmt: skip
FRACTIONS = frozenset({"frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac"})
# Commands whose argument in braces is one word.
FONTS = (
    "text", "textrm", "textit", "textbf", "texttt", "textsf", "mathrm", "mathit", "mathbf", "mathsf", "mathtt",
    "mathcal", "mathscr", "vec", "mathbb", "mathbbm", "mathds", "boldsymbol", "bm", "operatorname", "mbox",
)  # fmt: skip
COMMANDS |= dict.fromkeys(FONTS, "")
# The words that double-struck and bold letters are.
STRUCK = {"1": "indicator", "I": "indicator", "E": "mean"}
