"""Losses as other libraries have them: the call, and how its values are scaled."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple

# A keyword of a call or a key of its dictionary, before a name, and before a word or number that is all its value.
# The name may be made a tensor.
_LINKED = re.compile(r"""(\w+)["']?\s*[=:](?:\*/)?\s*(?=(?:torch\.tensor\()?([A-Za-z_]\w*)\s*[,;)}"'])""")
_FIXED = re.compile(r"""(\w+)["']?\s*[=:]\s*(?:["'](\w+)["']|(True|False|-?[\d.]+))(?=\s*[,)}])""")

_OPTION = re.compile(r"""\b(loss|objective|loss_function|loss_type|metric|eval_metric)["']?\s*[=:]""")


class Equivalent(NamedTuple):
    """The same loss in another library: `library:name`, and the call, in the parameters of ours.

    Its value is `factor` times ours, plus the `constant`: both are formulas in the parameters.  `condition` says for
    which labels and inputs that is so.  `defaults` are the library's own, where they are not ours.
    """

    name: str
    call: str
    factor: str = "1"
    constant: str = "0"
    condition: str = ""
    defaults: tuple[tuple[str, float], ...] = ()

    @property
    def library(self) -> str:
        """The name of the library: `torch`."""
        return self.name.partition(":")[0]

    @property
    def function(self) -> str:
        """The name that is called, without its module: `HuberLoss`."""
        return self.call.partition("(")[0].replace("::", ".").rpartition(".")[2]

    @property
    def is_option(self) -> bool:
        """True if the loss is an argument of what is called: of an estimator, or of training."""
        return _OPTION.search(self.call) is not None

    def linked(self, parameters: Collection[str]) -> dict[str, str]:
        """Return the parameter of ours for each of the library's: `{"t": "delta"}` for `HuberT(t=delta)`."""
        return {keyword: name for keyword, name in _LINKED.findall(self.call) if name in parameters}

    def takes(self, parameter: str) -> bool:
        """Return True if the call has the parameter of ours of this name."""
        return re.search(_value_of(parameter), self.call) is not None

    @property
    def fixed(self) -> dict[str, str]:
        """The arguments that the call gives as they are: `{"p": "2"}` for `MultiMarginLoss(p=2)`."""
        return {keyword: word or literal for keyword, word, literal in _FIXED.findall(self.call)}

    @property
    def comment(self) -> str:
        """The mark of a comment in the language of the call."""
        return "//" if "::" in self.call else "#"

    def filled(self, values: Mapping[str, float]) -> str:
        """Return the call with numbers for the parameters, and after it the condition as a comment."""
        call = self.call
        for name, value in values.items():
            digits = repr(int(value)) if value % 1 == 0 else repr(value)
            call = re.sub(_value_of(name), digits, call)
        return f"{call}  {self.comment} {self.condition}" if self.condition else call


def _value_of(parameter: str) -> str:
    """Return the pattern of `parameter` as a value, not as a keyword or a key."""
    return rf"""(?<![\w."']){parameter}(?![\w(]|\s*=)"""
