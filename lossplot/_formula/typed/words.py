"""Words that people write for a label, a prediction, a variable or a library."""

from __future__ import annotations

from lossplot._formula.typed.signs import GREEK

VARIABLES = frozenset("mrps")

# Names that are a label whatever stands beside them.
SURE_LABELS = frozenset({"y", "y_true", "target", "targets", "label", "labels"})
LABELS = frozenset(
    {
        "y",
        "t",
        "y_true",
        "ytrue",
        "target",
        "targets",
        "label",
        "labels",
        "y_test",
        "truth",
        "actual",
        "gt",
        "true",
        "observed",
    }
)
OUTPUTS = frozenset(
    {"f", "g", "h", "z", "y_hat", "yhat", "y_pred", "ypred", "y_score", "pred", "preds", "prediction", "predictions",
     "output", "outputs", "out", "score", "scores", "logit", "logits", "input", "inputs", "decision", "y_prob",
     "predicted", "forecast"}
)  # fmt: skip
# Words that are no losses in a formula, though a loss may be called so.
NAMES = LABELS | OUTPUTS | frozenset(GREEK.values())
# Functions of a sample, whose value is the prediction: `f(x)`.
MODELS = frozenset({"f", "g", "h", "model", "net", "predict", "score", "decision_function", "forward"})
# Two letters that stand for a product.
MARGINS = {"yf": ("y", "f"), "fy": ("y", "f"), "yz": ("y", "z"), "zy": ("y", "z"), "ty": ("t", "y"), "yh": ("y", "h")}

# Other names of the probability p, where p itself is not in the formula.
PROBABILITIES = ("p_t", "pt", "p_hat")
CONSTANTS = frozenset({"e", "pi"})
_RESERVED = """if else and or not def return import from for in is while with class try except raise assert del global
nonlocal pass yield async await None True False nan otherwise"""
RESERVED = frozenset(_RESERVED.split())

_LIBRARIES = """np numpy onp anp cp cupy torch th F nn functional tf tensorflow math Math cmath keras K backend ops jnp
jax lax scipy special sp sc stats norm optax autograd sklearn metrics mx mxnet nd sympy sym xp pytensor theano tensor T
tt pt paddle numba pl"""
LIBRARIES = frozenset(_LIBRARIES.split())
# Names of the number of examples, by which a sum over them is divided.
COUNTS = frozenset({"n", "N", "B", "batch_size", "n_samples", "num_samples"})
# What is asked of a list of examples for their number.
SIZES = frozenset({"shape", "size", "numel", "nelement"})
# What counts the examples, where it is the only index of a formula.
INDICES = ("i", "j", "n")


def canonical(name: str, index: str = "") -> str:
    """Return the name that a formula has for `name`: Greek letters in words, and no `index` of an example."""
    name = GREEK.get(name, name)
    bare = name.removesuffix(f"_{index}") if index else name
    is_known = len(bare) == 1 or bare in LABELS or bare in OUTPUTS or bare in PROBABILITIES
    return GREEK.get(bare, bare) if is_known else name
