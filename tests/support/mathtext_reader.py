"""Mathtext -> Python, read as strictly as a reader of mathematics would: what is ambiguous is an error.

A factor after `a/b`, or after a bare call such as `\\log x`, is ambiguous.  Numbers come out as `N("0.1")`.
"""

from __future__ import annotations

import re

from lossplot._formula.notation.letters import GREEK

TOKEN = re.compile(
    r"(?P<space>\s+)"
    r"|\\mathregular\{(?P<word>(?:\\ |[^{}\\])+)\}"
    r"|\\mathrm\{(?P<name>[A-Za-z]+)\}"
    r"|(?P<number>\d+(?:\.\d+)?)"
    r"|(?P<letter>[A-Za-z])"
    r"|(?P<sign>\\[A-Za-z]+|\\,|[-+/^_(){}\[\]|<>=,!])"
)
COMPARISONS = {"<": "<", ">": ">", r"\leq": "<=", r"\geq": ">="}
# Functions whose argument may stand without brackets, and those whose argument may not.
BARE = {rf"\{name}": name for name in ("log", "sin", "cos", "tan", "sinh", "cosh", "tanh")} | {r"\arctan": "atan"}
BRACKETED = {r"\exp": "exp", r"\max": "max", r"\min": "min", r"\Phi": "ndtr"}
UPRIGHT = ("sign", "step", "erf")
NAMES = {rf"\{name}": name for name in GREEK if name != "phi"} | {r"\varphi": "phi", r"\infty": "inf"}


class UnreadableError(Exception):
    """It is no mathematics, or may be read in two ways."""


def read(text: str) -> str:
    """The Python expression that the words and mathtext of `text` say."""
    *pieces, last = text.split("; ")
    code = ""
    for piece in pieces:
        match = re.fullmatch(r"\$([^$]+)\$ if \$([^$]+)\$", piece)
        if not match:
            raise UnreadableError(piece)
        code += f"{_Reader(match[1]).value()} if {_Reader(match[2]).truth()} else "
    match = re.fullmatch(r"\$([^$]+)\$" + (" otherwise" if pieces else ""), last)
    if not match:
        raise UnreadableError(last)
    return code + _Reader(match[1]).value()


class _Reader:
    def __init__(self, text: str) -> None:
        self.tokens: list[tuple[str, str]] = []
        position = 0
        while position < len(text):
            match = TOKEN.match(text, position)
            if not match:
                raise UnreadableError(text[position:])
            kind = str(match.lastgroup)
            if kind != "space":
                self.tokens.append((kind, match[kind].replace("\\ ", " ").strip()))
            position = match.end()
        self.tokens.append(("end", ""))
        self.position = 0

    @property
    def token(self) -> tuple[str, str]:
        return self.tokens[self.position]

    def next(self) -> tuple[str, str]:
        self.position += 1
        return self.tokens[self.position - 1]

    def take(self, text: str, kind: str = "sign") -> bool:
        matches = self.token == (kind, text)
        self.position += matches
        return matches

    def expect(self, text: str, kind: str = "sign") -> None:
        if not self.take(text, kind):
            raise UnreadableError(f"{text} is not {self.tokens[self.position :]}")

    def value(self) -> str:
        code = self.choice()
        self.expect("", "end")
        return code

    def truth(self) -> str:
        code = self.condition()
        self.expect("", "end")
        return code

    def choice(self) -> str:
        code = self.sum()
        return self.pieces(code) if self.take("if", "word") else code

    def pieces(self, first: str) -> str:
        condition = self.condition()
        self.expect(";", "word")
        second = self.sum()
        if self.take("if", "word"):
            return f"({first} if {condition} else {self.pieces(second)})"
        self.expect("otherwise", "word")
        return f"({first} if {condition} else {second})"

    def condition(self) -> str:
        code = f"({self.sum()})"
        while self.token[1] in COMPARISONS:
            code += f" {COMPARISONS[self.next()[1]]} ({self.sum()})"
        return code

    def sum(self) -> str:
        if [text for _, text in self.tokens[self.position : self.position + 2]] == ["{", "-"]:
            self.position += 1
            code = self.choice()  # a term that has a sign of its own, or a choice whose first value has
            self.expect("}")
            return code
        code = "-" if self.take("-") else ""
        code += self.product()
        while self.token[1] in ("+", "-"):
            code += f" {self.next()[1]} {self.product()}"
        return code

    def product(self) -> str:
        code, is_closed = self.factor()
        divided = False
        while True:
            if self.take("/"):
                operator = "/"
            elif self.take(r"\,") or self.take(r"\cdot") or self.starts_factor():
                operator = "*"
            else:
                return code
            if divided or not is_closed:
                raise UnreadableError(f"a factor after {code}")
            factor, is_closed = self.factor()
            code, divided = f"{code}{operator}{factor}", operator == "/"

    def starts_factor(self) -> bool:
        kind, text = self.token
        signs = ("(", "[", "{", r"\frac", r"\sqrt", *BARE, *BRACKETED, *NAMES)
        return kind in ("letter", "name") or text in signs

    def factor(self) -> tuple[str, bool]:
        """A factor, and whether it is closed: no more can belong to it."""
        kind, text = self.next()
        if text in BARE:
            return self.bare_call(BARE[text])
        if text == "{":
            return self.series(), False
        code = self.base(kind, text)
        if self.take("!"):
            code = f"factorial({code})"
        return (f"{code}**({self.script()})", True) if self.take("^") else (code, True)

    def base(self, kind: str, text: str) -> str:
        if kind == "number":
            return f'N("{text}")'
        if kind == "name" and text in UPRIGHT and self.token == ("sign", "("):
            return self.call(text)
        if kind in ("letter", "name"):
            return text
        if text in NAMES:
            return NAMES[text]
        if text in BRACKETED:
            return self.call(BRACKETED[text])
        match text:
            case "(":
                return self.until(")", "({})")
            case "[":
                code = f"(N(1) if {self.condition()} else N(0))"
                self.expect("]")
                return code
            case "|":
                return self.until("|", "abs({})")
            case r"\sqrt":
                return f"sqrt({self.group()})"
            case r"\frac":
                code = f"(({self.group()})/({self.group()}))"
                if self.token[1] != "^":
                    return code
        raise UnreadableError(f"{text} before {self.tokens[self.position :]}")

    def until(self, end: str, form: str) -> str:
        code = form.format(self.choice())
        self.expect(end)
        return code

    def group(self) -> str:
        self.expect("{")
        return self.until("}", "{}")

    def script(self) -> str:
        if self.token == ("sign", "{"):
            return self.group()
        kind, text = self.next()
        if kind not in ("letter", "number") or len(text) > 1:
            raise UnreadableError(f"exponent {text}")
        return self.base(kind, text)

    def call(self, function: str) -> str:
        self.expect("(")
        arguments = [self.choice()]
        while self.take(","):
            arguments.append(self.choice())
        self.expect(")")
        return f"{function}({', '.join(arguments)})"

    def bare_call(self, function: str) -> tuple[str, bool]:
        squared = self.take("^")
        if squared:
            self.expect("2", "number")
        in_brackets = self.token == ("sign", "(")
        code = self.call(function) if in_brackets else f"{function}({self.tight()})"
        if in_brackets and self.token[1] == "^":
            raise UnreadableError(f"exponent after {code}")
        return f"{code}**2" if squared else code, in_brackets

    def tight(self) -> str:
        """The argument of a function without brackets."""
        kind, text = self.next()
        if text in BARE:
            return self.bare_call(BARE[text])[0]
        if kind not in ("letter", "name", "number") and text not in ("|", r"\sqrt", *BRACKETED, *NAMES):
            raise UnreadableError(f"function of {text}")
        code = self.base(kind, text)
        if self.token[1] == "^":
            raise UnreadableError(f"exponent after {code}")
        return code

    def series(self) -> str:
        for text in (r"\sum", "}", "_", "{"):
            self.expect(text)
        self.expect("j", "letter")
        self.expect("=")
        first = self.sum()
        self.expect("}")
        self.expect("^")
        last = self.script()
        return f"sum(({self.product()}) for j in span({first}, {last}))"
