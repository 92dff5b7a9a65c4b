"""Links to the documentation of other libraries."""

from __future__ import annotations

import re

from lossplot._losses.equivalent import Equivalent

# The address of what is called by its whole name, which takes the place of the braces, or of a page for all.
_PAGES = {
    "torch": "https://docs.pytorch.org/docs/stable/generated/{}.html",
    "sklearn": "https://scikit-learn.org/stable/modules/generated/{}.html",
    "scipy": "https://docs.scipy.org/doc/scipy/reference/generated/{}.html",
    "statsmodels": "https://www.statsmodels.org/stable/generated/{}.html",
    "keras": "https://keras.io/api/losses/",
    "optax": "https://optax.readthedocs.io/en/latest/api/losses.html",
    "xgboost": "https://xgboost.readthedocs.io/en/stable/parameter.html",
    "lightgbm": "https://lightgbm.readthedocs.io/en/stable/Parameters.html",
    "catboost": "https://catboost.ai/docs/en/concepts/loss-functions",
    "torchvision": "https://docs.pytorch.org/vision/stable/generated/{}.html",
    "monai": "https://docs.monai.io/en/stable/losses.html",
    "smp": "https://smp.readthedocs.io/en/latest/losses.html",
    "timm": "https://huggingface.co/docs/timm",
    "trl": "https://huggingface.co/docs/trl",
    "ceres": "http://ceres-solver.org/nnls_modeling.html#lossfunction",
}
# What has no page of its own name, and where it is described instead; "" where it is not documented.
_ELSEWHERE = {
    "sklearn._loss": "",
    "torch.abs": "https://docs.pytorch.org/docs/stable/generated/torch.pow.html",
    "torch.distributions": "https://docs.pytorch.org/docs/stable/distributions.html",
    "scipy.stats.norm": "https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.norm.html",
    "scipy.stats.laplace": "https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.laplace.html",
}
_NAME = re.compile(r"[a-z_][a-z_0-9]*(?:\.\w+)+(?=\()")


def documentation(equivalent: Equivalent) -> str:
    """Return the address of the page that describes what is called; "" if there is none."""
    found = _NAME.search(equivalent.call)
    return page(equivalent.library, found[0] if found else "")


def page(library: str, name: str) -> str:
    """Return the address of the page that describes `name`, with its module, of a library; "" if there is none."""
    for start, address in _ELSEWHERE.items():
        if name.startswith(start):
            return address
    address = _PAGES.get(library, "")
    return address.format(name) if name or "{}" not in address else ""
