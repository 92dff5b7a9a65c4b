"""Formulas as people type and paste them: each spelling is the loss that its author meant.

The spellings are forms found in public code and papers: NumPy, PyTorch, TensorFlow, JAX, R, Julia, LaTeX, prose.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from itertools import product
from random import Random
from typing import Any

import numpy as np
import pytest
from support.cases import every
from support.draws import choice, integers, law, mapped, one_of

from lossplot._curves.parse import read_curves
from lossplot._formula.evaluate import Array, bind, evaluate
from lossplot._formula.knots import Knot, find_knots
from lossplot._formula.notation.latex import latex
from lossplot._formula.notation.text import source, unicode
from lossplot._formula.parser import FormulaError, parse
from lossplot._formula.tree import Number, Tree, substitute
from lossplot._formula.typed.functions import SPECIAL
from lossplot._formula.typed.read import Typed, read_typed
from lossplot._formula.typed.special import SPECIAL_CALLS
from lossplot._losses import LOSSES

MARGIN_NOTE = "is read as the margin m"
ERROR_NOTE = "the error r"
MEAN_NOTE = "the mean is dropped: a curve is one example's loss"
SUM_NOTE = "the sum is dropped: a curve is one example's loss"

# Typed text with the values of its parameters, the loss that it is, and a note that is made.
SPELLINGS = [
    ("np.maximum(0, 1 - m)", "hinge", ""),
    ("numpy.maximum(0.0, 1.0 - m)", "hinge", ""),
    ("max(0, 1 - m)", "hinge", ""),
    ("np.max([0.0, 1 - m])", "hinge", ""),
    ("max([0, 1 - m])", "hinge", ""),
    ("np.maximum(0, 1 - y*f)", "hinge", f"y*f {MARGIN_NOTE}"),
    ("max(0, 1 - y * y_hat)", "hinge", f"y*y_hat {MARGIN_NOTE}"),
    ("np.maximum(0, 1 - y_true*y_pred)", "hinge", f"y_true*y_pred {MARGIN_NOTE}"),
    ("np.maximum(0, 1 - target * output)", "hinge", f"target*output {MARGIN_NOTE}"),
    ("max(0, 1 - yf)", "hinge", f"y*f {MARGIN_NOTE}"),
    ("max(0, 1 - y*f(x))", "hinge", f"y*f {MARGIN_NOTE}"),
    ("np.where(m < 1, 1 - m, 0)", "hinge", ""),
    ("np.where(m < 1, 1 - m, 0) ** 2", "squared-hinge", ""),
    ("(m < 1) * (1 - m)", "hinge", ""),
    ("(1 - m) * (m < 1)", "hinge", ""),
    ("(1 - m).clip(0)", "hinge", ""),
    ("np.clip(1 - m, 0, None)", "hinge", ""),
    ("np.clip(1 - m, 0, np.inf)", "hinge", ""),
    ("-np.minimum(m, 0)", "perceptron", ""),
    ("1.0 * (m <= 0)", "zero-one", ""),
    ("np.heaviside(-m, 1)", "zero-one", ""),
    ("(m <= 0).astype(float)", "zero-one", ""),
    ("(m <= 0).astype('float32')", "zero-one", ""),
    ("(m <= 0).float()", "zero-one", ""),
    ("(m <= 0).to(torch.float32)", "zero-one", ""),
    ("tf.cast(m <= 0, tf.float32)", "zero-one", ""),
    ("np.log(1 + np.exp(-m))", "logistic", ""),
    ("np.log1p(np.exp(-m))", "logistic", ""),
    ("np.logaddexp(0, -m)", "logistic", ""),
    ("-np.log(1/(1 + np.exp(-m)))", "logistic", ""),
    ("-np.log(expit(m))", "logistic", ""),
    ("np.log2(1 + np.exp(-m))", "logistic-base2", ""),
    ("math.log(1 + math.exp(-m), 2)", "logistic-base2", ""),
    ("np.log(np.cosh(r))", "log-cosh", ""),
    ("np.mean(np.log(np.cosh(r)))", "log-cosh", MEAN_NOTE),
    ("np.where(np.abs(r) < delta, .5*r**2, delta*(np.abs(r) - .5*delta)):delta=1", "huber:delta=1", ""),
    ("0.5*r**2 if abs(r) <= 2 else 2*(abs(r) - 1)", "huber:delta=2", ""),
    ("special.huber(2, r)", "huber:delta=2", ""),
    ("np.square(y_true - y_pred)", "squared", f"y_true - y_pred is read as -r: {ERROR_NOTE}"),
    ("(target - pred)**2", "squared", f"target - pred is read as -r: {ERROR_NOTE}"),
    ("(y - y_hat)**2", "squared", f"y - y_hat is read as -r: {ERROR_NOTE}"),
    ("np.abs(y_pred - y_true)", "absolute", f"y_pred - y_true is read as {ERROR_NOTE}"),
    ("mean((y_true - y_pred)**2)", "squared", MEAN_NOTE),
    ("((y_pred - y_true)**2).mean(axis=-1)", "squared", MEAN_NOTE),
    ("K.mean(K.square(y_pred - y_true), axis=-1)", "squared", MEAN_NOTE),
    ("tf.reduce_mean(tf.math.squared_difference(y_true, y_pred))", "squared", MEAN_NOTE),
    ("np.sum((y - f)**2)/n", "squared", SUM_NOTE),
    ("1/(2*n) * np.sum((y - f)**2)", "half-squared", SUM_NOTE),
    ("(y[i] - f[i])**2", "squared", f"y - f is read as -r: {ERROR_NOTE}"),
    ("nn.HuberLoss(delta=2)(pred, target)", "huber:delta=2", f"pred - target is read as {ERROR_NOTE}"),
    ("F.mse_loss(pred, target)", "squared", f"pred - target is read as {ERROR_NOTE}"),
    ("np.maximum(tau*(y - f), (tau - 1)*(y - f)):tau=0.3", "quantile:tau=0.3", "is mirrored"),
    ("-np.power(1 - p, gamma)*np.log(p):gamma=2", "focal:gamma=2", ""),
    ("-alpha*(1-p)**gamma*np.log(p):alpha=0.25:gamma=2", "focal:alpha=0.25:gamma=2", ""),
    ("-self.alpha*(1-p)**self.gamma*np.log(p):alpha=0.25:gamma=2", "focal:alpha=0.25:gamma=2", ""),
    ("-(1 - pt)**2 * np.log(pt)", "focal:gamma=2", ""),
    ("torch.clamp(1 - m, min=0)", "hinge", ""),
    ("torch.clamp(1 - m, min=0.0)**2", "squared-hinge", ""),
    ("torch.clamp_min(1 - m, 0)", "hinge", ""),
    ("F.relu(1 - m)", "hinge", ""),
    ("torch.relu(1 - m).pow(2)", "squared-hinge", ""),
    ("tf.nn.relu(1 - m)", "hinge", ""),
    ("tf.maximum(0., 1. - m)", "hinge", ""),
    ("jnp.maximum(0, 1 - m)", "hinge", ""),
    ("K.maximum(1. - m, 0.)", "hinge", ""),
    ("keras.backend.maximum(1. - y_true * y_pred, 0.)", "hinge", f"y_true*y_pred {MARGIN_NOTE}"),
    ("jnp.where(m < 1, 1 - m, 0.0)", "hinge", ""),
    ("Math.max(0, 1 - m)", "hinge", ""),
    ("m < 1 ? 1 - m : 0", "hinge", ""),
    ("pmax(0, 1 - m)", "hinge", ""),
    ("ifelse(m < 1, 1 - m, 0)", "hinge", ""),
    ("max.(0, 1 .- y .* f)", "hinge", f"y*f {MARGIN_NOTE}"),
    ("Max[0, 1 - m]", "hinge", ""),
    ("max(0, 1 - y*(w*x + b))", "hinge", f"y*f {MARGIN_NOTE}"),
    ("max(0, 1 - y*(np.dot(w, x) + b))", "hinge", f"y*f {MARGIN_NOTE}"),
    ("F.softplus(-m)", "logistic", ""),
    ("F.softplus(-m, threshold=30)", "logistic", ""),
    ("nn.Softplus(1, 20)(-m)", "logistic", ""),
    ("-F.logsigmoid(m)", "logistic", ""),
    ("jax.nn.softplus(-m)", "logistic", ""),
    ("torch.log1p(torch.exp(-y * output)).mean()", "logistic", f"y*output {MARGIN_NOTE}"),
    ("(1 + (-m).exp()).log()", "logistic", ""),
    ("torch.where(r.abs() < beta, 0.5*r**2/beta, r.abs() - 0.5*beta):beta=2", "smooth-l1:beta=2", ""),
    ("F.smooth_l1_loss(pred, target, beta=2)", "smooth-l1:beta=2", f"pred - target is read as {ERROR_NOTE}"),
    ("1 - F.sigmoid(beta*m):beta=1", "sigmoid", ""),
    (r"\max(0, 1 - m)", "hinge", ""),
    (r"\max\{0, 1 - y \hat{y}\}", "hinge", f"y*y_hat {MARGIN_NOTE}"),
    (r"\max\{0, 1 - yz\}", "hinge", f"y*z {MARGIN_NOTE}"),
    ("[1 - m]_+", "hinge", ""),
    (r"\left[1 - m\right]_{+}", "hinge", ""),
    ("(1 - m)_+^2", "squared-hinge", ""),
    ("[1 - m]^2_+", "squared-hinge", ""),
    (r"\left(1 - m\right)_{+}^{2}", "squared-hinge", ""),
    (r"\log(1 + e^{-m})", "logistic", ""),
    (r"\ln\left(1 + \exp(-m)\right)", "logistic", ""),
    (r"\log_2(1 + e^{-m})", "logistic-base2", ""),
    (r"-\log\sigma(m)", "logistic", ""),
    (r"\sum_{i=1}^n \log(1 + \exp(-y_i f_\theta(x_i)))", "logistic", SUM_NOTE),
    (r"\frac{1}{n} \sum_{i=1}^n (y_i - \hat{y}_i)^2", "squared", SUM_NOTE),
    (r"(y^{(i)} - \hat{y}^{(i)})^2", "squared", f"y - y_hat is read as -r: {ERROR_NOTE}"),
    (r"\max(0, 1 - y_i (w^{\top} x_i + b))", "hinge", f"y*f {MARGIN_NOTE}"),
    (r"\max(0, 1 - y \langle w, x\rangle)", "hinge", f"y*f {MARGIN_NOTE}"),
    (r"\frac{1}{2} r^2", "half-squared", ""),
    (r"\tfrac12 (y - \hat y)^2", "half-squared", f"y - y_hat is read as -r: {ERROR_NOTE}"),
    (r"\dfrac{r^{2}}{2}", "half-squared", ""),
    (r"{1 \over 2} r^2", "half-squared", ""),
    (r"\|y - \hat y\|_2^2", "squared", f"y - y_hat is read as -r: {ERROR_NOTE}"),
    (r"\lvert r \rvert", "absolute", ""),
    (r"\mathbb{1}[m \le 0]", "zero-one", ""),
    (r"\mathbf{1}_{\{m \leq 0\}}", "zero-one", ""),
    (r"\mathbb{I}(m \le 0)", "zero-one", ""),
    (r"\ln\cosh r", "log-cosh", ""),
    (r"\log\left(\cosh\left(\hat{y} - y\right)\right)", "log-cosh", f"y_hat - y is read as {ERROR_NOTE}"),
    (r"\delta^2\left(\sqrt{1+(r/\delta)^2}-1\right):delta=2", "pseudo-huber:delta=2", ""),
    (
        r"\begin{cases} \frac12 r^2 & |r| \le \delta \\ \delta(|r| - \frac12\delta) & \text{otherwise} \end{cases}"
        ":delta=1",
        "huber:delta=1",
        "",
    ),
    (
        r"\left\{\begin{array}{ll} \frac{1}{2}r^2 & \text{if } |r| \le \delta, \\ \delta(|r| - \frac{\delta}{2}), "
        r"& \text{if } |r| > \delta. \end{array}\right.:delta=2",
        "huber:delta=2",
        "",
    ),
    (
        r"\begin{cases}-4yf(x)&yf(x)\leq -1\\(1-yf(x))_{+}^{2}&\text{otherwise}\end{cases}",
        "modified-huber",
        f"y*f {MARGIN_NOTE}",
    ),
    (r"-\alpha (1 - p_t)^\gamma \log p_t:alpha=1:gamma=2", "focal:gamma=2", ""),
    ("−α(1 − p)^γ log(p):α=0.25:γ=2", "focal:alpha=0.25:gamma=2", ""),
    ("½ r²", "half-squared", ""),
    ("|r|", "absolute", ""),
    ("∣𝑟∣", "absolute", ""),
    ("√(1 + r²) − 1", "pseudo-huber:delta=1", ""),
    ("max(0, 1 − m)²", "squared-hinge", ""),
    ("(1 − m)₊²", "squared-hinge", ""),
    ("log₂(1 + exp(−m))", "logistic-base2", ""),
    ("max(0, 1 − y·ŷ)", "hinge", f"y*y_hat {MARGIN_NOTE}"),
    (r"$L(y) = \max(0, 1 - y\cdot\hat{y})$", "hinge", f"y*y_hat {MARGIN_NOTE}"),
    (r"$$\ell_{\text{hinge}}(m) = \max(0, 1 - m).$$", "hinge", ""),
    (r"\[ \mathcal{L} = \max(0, 1 - m) \]", "hinge", ""),
    (r"L(m) = \log(1 + e^{-m})", "logistic", ""),
    ("-log p", "log-loss", ""),
    ("1 - s", "cosine-distance", ""),
    ("exp(-m)", "exponential", ""),
    ("e^(-m)", "exponential", ""),
    ("e**-m", "exponential", ""),
    ("e⁻ᵐ", "exponential", ""),
    ("exp(-y f)", "exponential", f"y*f {MARGIN_NOTE}"),
    ("lambda m: max(0, 1 - m)", "hinge", "the body of the function is taken"),
    ("lambda y, f: np.maximum(0, 1 - y*f)", "hinge", "the body of the function is taken"),
    ("return np.maximum(0, 1 - y*f);", "hinge", f"y*f {MARGIN_NOTE}"),
]


def read(words: str) -> tuple[Typed, dict[str, float]]:
    """Read a typed text with the values of its parameters behind it."""
    parts = words.split(":")
    values: dict[str, float] = {}
    while "=" in parts[-1] and parts[-1].partition("=")[0].isalnum():
        name, _, value = parts.pop().partition("=")
        values[name] = float(value)
    greek = {"α": "alpha", "γ": "gamma"}
    return read_typed(":".join(parts), values), {greek.get(name, name): value for name, value in values.items()}


def numbers(tree: Tree, variable: str, x: Array, side: int = 0) -> Array:
    jet = evaluate(tree, variable, x, side=side)
    return np.stack([jet.value, jet.slope])


@cache
def knots_of(loss: str, low: float, high: float) -> tuple[Knot, ...]:
    (curve,) = read_curves([loss])
    return find_knots(curve.tree, curve.loss.axis.variable, low, high)


@every(("words", "loss", "note"), SPELLINGS, ids=[row[0] for row in SPELLINGS])
def test_a_spelling_is_the_loss_that_its_author_meant(words: str, loss: str, note: str) -> None:
    typed, values = read(words)
    (curve,) = read_curves([loss])
    variable = curve.loss.axis.variable
    assert [name for name in typed.names if name not in values] == [variable]
    assert any(note in each for each in typed.notes) if note else not typed.notes
    assert typed.is_margin_product == (MARGIN_NOTE in " ".join(typed.notes))
    tree = bind(typed.tree, values, variable)
    low, high = (1e-3, 1.0) if variable == "p" else (-3.0, 3.0)
    x = np.linspace(low, high, 601)
    knots, own = find_knots(tree, variable, low, high), knots_of(loss, low, high)
    assert [(knot.x, knot.kind) for knot in knots] == [(knot.x, knot.kind) for knot in own]
    places = np.array([knot.x for knot in own])
    for x_, side in ((np.setdiff1d(x, places), 0), (places, 1), (places, -1)):
        np.testing.assert_allclose(
            numbers(tree, variable, x_, side), numbers(curve.tree, variable, x_, side), rtol=1e-11, atol=1e-12
        )
    value = evaluate(tree, variable, places).value
    np.testing.assert_allclose(value, evaluate(curve.tree, variable, places).value, rtol=1e-12, atol=1e-12)


# Typed text with its parameters, a plain formula of the same value, the names in it, and its label.
FORMULAS = [
    ("-(y*np.log(p) + (1 - y)*np.log(1 - p))", "-(y*log(p) + (1 - y)*log(1 - p))", "y p", "y"),
    ("-y*log(p) - (1-y)*log(1-p)", "-y*log(p) - (1 - y)*log(1 - p)", "y p", "y"),
    (r"-\left[ y \log \hat{y} + (1 - y)\log(1 - \hat{y}) \right]", "-(y*log(p) + (1 - y)*log(1 - p))", "y p", "y"),
    (
        "-K.mean(y_true*K.log(y_pred) + (1-y_true)*K.log(1-y_pred))",
        "-(y*log(p) + (1 - y)*log(1 - p))",
        "y p",
        "y",
    ),
    (
        "np.maximum(f, 0) - f*label + np.log(1 + np.exp(-np.abs(f))):label=1",
        "max(f, 0) - f*label + log(1 + exp(-abs(f)))",
        "f label",
        "label",
    ),
    ("F.binary_cross_entropy_with_logits(logits, targets)", "log(1 + exp(f)) - y*f", "f y", "y"),
    ("(tau - (r < 0))*r:tau=0.3", "(tau - (r < 0))*r", "tau r", ""),
    ("np.maximum(q*u, (q - 1)*u):q=0.9", "max(q*u, (q - 1)*u)", "q u", ""),
    ("2*(np.sqrt(1 + z) - 1)", "2*(sqrt(1 + z) - 1)", "z", ""),
    ("np.exp(-loss)", "exp(-loss)", "loss", ""),
    ("c*np.abs(x)/(c + np.abs(x)):c=1", "c*abs(x)/(c + abs(x))", "c x", ""),
    ("F.relu(1 + x) + F.relu(1 - x)", "max(0, 1 + x) + max(0, 1 - x)", "x", ""),
    (
        "torch.min(rho*A, torch.clamp(rho, 1 - eps, 1 + eps)*A):A=1:eps=0.2",
        "min(rho*A, min(max(rho, 1 - eps), 1 + eps)*A)",
        "rho A eps",
        "",
    ),
    (r"c^2 \cdot \ln\left(1 + \frac{r^2}{c^2}\right):c=1", "c^2*log(1 + r^2/c^2)", "c r", ""),
    (r"r^2/\frac12", "r^2/(1/2)", "r", ""),
    (r"4^\frac12 r", "4^(1/2)*r", "r", ""),
    (r"2^\tfrac34 |r|", "2^(3/4)*abs(r)", "r", ""),
    ("2(1 - m)", "2*(1 - m)", "m", ""),
    ("3m² + 1", "3*m^2 + 1", "m", ""),
    ("1/2 m", "1/2*m", "m", ""),
    ("p(1 - p)", "p*(1 - p)", "p", ""),
    (r"p(1-p)^\gamma:gamma=2", "p*(1 - p)^gamma", "p gamma", ""),
    ("delta(|r| - 1):delta=2", "delta*(abs(r) - 1)", "delta r", ""),
    ("||r| - 1|", "abs(abs(r) - 1)", "r", ""),
    ("where((m > 0) & (m < 1), 1, 0)", "1 if 0 < m < 1 else 0", "m", ""),
    ("np.where(np.logical_or(m < -1, m > 1), m**2, 1)", "m^2 if m < -1 else m^2 if m > 1 else 1", "m", ""),
    ("((m < 0) | (m > 1)) * 3", "max(m < 0, m > 1)*3", "m", ""),
    ("(m > 0 and m < 1 and m*m < 0.5) * 2", "(0 < m < 1)*(m*m < 0.5)*2", "m", ""),
    ("not m < 0", "m >= 0", "m", ""),
    ("~(m < 0) * m", "m if m >= 0 else 0", "m", ""),
    ("(m - 1/(2*beta))**2:beta=0.1", "(m - 1/(2*beta))^2", "m beta", ""),
    (r"\sin^2(\pi r)", "sin(pi*r)^2", "r", ""),
    (r"\sqrt[3]{m}", "m^(1/3)", "m", ""),
    (r"10^{-3} m", "10^-3*m", "m", ""),
    ("np.arcsinh(r)", "asinh(r)", "r", ""),
    ("nn.Indicator()(m < 1)", "m < 1", "m", ""),
    ("(m < 1).indicator()", "m < 1", "m", ""),
    ("np.tanh(r)*np.sign(r)", "tanh(r)*sign(r)", "r", ""),
    ("scipy.special.xlogy(m, m)", "xlogy(m, m)", "m", ""),
    ("scipy.stats.norm.cdf(-m)", "ndtr(-m)", "m", ""),
    ("-np.log(np.clip(p, 1e-7, 1 - 1e-7))", "-log(min(max(p, 1e-7), 1 - 1e-7))", "p", ""),
    ("np.logaddexp(m, 2)", "log(exp(m) + exp(2))", "m", ""),
    ("1 - y*np.tanh(f)", "1 - y*tanh(f)", "y f", "y"),
    ("nn.Hardtanh(0, 1)(m)", "min(max(m, 0), 1)", "m", ""),
    (r"\log_{10}(m + 4)", "log(m + 4)/log(10)", "m", ""),
    # Only of a forecast logarithms are taken of it and of one minus it.
    ("-y*log(y_pred)", "-y*log(f)", "y f", "y"),
    ("-(1 - y)*log(1 - y_pred)", "-(1 - y)*log(1 - f)", "y f", "y"),
    # The size of a set is no parameter.
    ("np.sum(r**2)/abs(N):N=5", "r^2/abs(N)", "r N", ""),
    (r"\frac{1}{|D|} \sum r^2", "r^2", "r", ""),
    (r"\sum r^2/|d|:d=3", "r^2/abs(d)", "r d", ""),
    # Conditions that are not opposite are no choice of two.
    ("(m < 0)*2 + (m < 1)*m", "(2 if m < 0 else 0) + (m if m < 1 else 0)", "m", ""),
    ("(m < 0)*2 + (m > 0)*m", "(2 if m < 0 else 0) + (m if m > 0 else 0)", "m", ""),
    ("(m < 0)*2 + (m >= 0)*m", "2 if m < 0 else m", "m", ""),
]


@pytest.mark.parametrize(("words", "plain", "names", "label"), FORMULAS, ids=[row[0] for row in FORMULAS])
def test_a_spelling_is_the_plain_formula(words: str, plain: str, names: str, label: str) -> None:
    typed, values = read(words)
    assert (typed.names, typed.label) == (tuple(names.split()), label)
    (variable,) = [name for name in typed.names if name not in values and name != label]
    values = {**dict.fromkeys(typed.names, 0.7), **values}
    del values[variable]
    x = np.linspace(0.001, 0.999, 301) if variable == "p" else np.linspace(-3.0, 3.0, 601)
    trees = (bind(tree, values, variable) for tree in (typed.tree, parse(plain, names.split())))
    own, expected = (evaluate(tree, variable, x).value for tree in trees)
    np.testing.assert_allclose(own, expected, rtol=1e-13, atol=1e-13)


PRODUCTS = ("y*f", "f*y", "-y*f", "(2*y)*f", "y*(3*f - f*y/y)/y*y", "f*y/2", "2*y*f", "y*f*abs(y*f)")
DIFFERENCES = ("y - f", "f - y", "-(y - f)", "-y + f", "2 + f - y", "f - 2 - y", "(f - y)*(y - f)", "f - (y - 1)")
COMPARED = ("y < f", "f <= y", "f > y + 1", "1 - f >= -y", "f - y < 1", "y - f <= 2")
AROUND = ("max(0, 1 - ({}))", "abs({})", "({})**2", "({})**3", "exp(-({}))", "cosh({}) - 1", "2*({})", "tanh({})")
LABELLED = (("y", "f"), ("y_true", "y_pred"), ("target", "pred"), ("y", "y_hat"), ("labels", "logits"))
PYTHON = {"exp": np.exp, "cosh": np.cosh, "tanh": np.tanh, "y": 0.7, "f": -1.3}


def of_a_label(random: Random) -> tuple[str, str]:
    """Draw a formula of a label and a prediction, y and f, and the variable that it is one of."""
    parts, variable = choice(((PRODUCTS, "m"), (DIFFERENCES, "r"), ((*PRODUCTS, *DIFFERENCES), "")))(random)
    one, other = (choice(AROUND)(random).format(choice(parts)(random)) for _ in range(2))
    condition = choice(COMPARED)(random)
    joint = choice(("{} + {}", "{} - {}", "{}*({})"))(random).format(one, other)
    if variable != "r" or random.random() < 0.5:
        return joint, variable
    return choice((f"({condition})*({joint})", f"({one}) if {condition} else {other}"))(random), variable


@law(80, formula=of_a_label, names=choice(LABELLED), label=choice((0.7, -1.0, 2.5)), output=choice((-1.3, 0.4, 3.1)))
def test_a_formula_of_a_label_and_a_prediction_keeps_its_value(
    formula: tuple[str, str], names: tuple[str, str], label: float, output: float
) -> None:
    text, variable = formula
    written = re.sub(r"\b[yf]\b", lambda name: names[name[0] == "f"], text)
    typed = read_typed(written)
    meant = {"m": label * output, "r": output - label, "y": label, "f": output}
    meant |= {names[0]: label, names[1]: output}
    if variable == "r":
        assert typed.names == ("r",)
    expected = eval(text, {**PYTHON, "y": label, "f": output})
    values = {name: meant[name] for name in typed.names}
    found = evaluate(bind(typed.tree, values, ""), "", np.zeros(1)).value
    np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-12, err_msg=written)


@every(("condition", "names"), product(COMPARED, LABELLED))
def test_a_comparison_of_a_label_and_a_prediction_is_one_of_the_error(condition: str, names: tuple[str, str]) -> None:
    written = re.sub(r"\b[yf]\b", lambda name: names[name[0] == "f"], condition)
    typed = read_typed(f"2 if {written} else 5")
    assert typed.names == ("r",)
    r = np.array([-2.5, -2.0, -1.0, 0.0, 0.5, 1.0, 2.0])
    expected = [2.0 if eval(condition, {"y": 0.5, "f": 0.5 + each}) else 5.0 for each in r.tolist()]
    assert evaluate(typed.tree, "r", r).value.tolist() == expected


LABEL_WORDS = "y t y_true ytrue target targets label labels y_test truth actual gt true observed"
OUTPUT_WORDS = """f g h z y_hat yhat y_pred ypred y_score pred preds prediction predictions output outputs out score
scores logit logits input inputs decision y_prob predicted forecast"""


@every("word", LABEL_WORDS.split())
def test_a_word_for_a_label_is_one(word: str) -> None:
    assert source(read_typed(f"max(0, 1 - {word}*y_hat)").tree) == "max(0, 1 - m)"
    assert source(read_typed(f"(y_hat - {word})**2").tree) == "r^2"


@every("word", OUTPUT_WORDS.split())
def test_a_word_for_a_prediction_is_one(word: str) -> None:
    # Beside t, which may be any number, only such a word is a prediction.
    assert source(read_typed(f"max(0, 1 - t*{word})").tree) == "max(0, 1 - m)"
    assert source(read_typed(f"({word} - t)**2").tree) == "r^2"


@every("word", ("p_t", "pt", "p_hat"))
def test_a_word_for_a_probability_is_one_where_there_is_no_p(word: str) -> None:
    assert source(read_typed(f"-log({word})").tree) == "-log(p)"
    assert read_typed(f"-log({word}) + p").names == (word, "p")


@every("word", ["n", "N", "B", "batch_size", "n_samples", "num_samples"])
def test_a_number_of_examples_is_left_out_below_a_sum_alone(word: str) -> None:
    assert source(read_typed(f"sum(r**2)/{word}").tree) == "r^2"
    assert read_typed(f"r**2/{word}").names == ("r", word)
    assert read_typed(f"mean(r**2)/{word}").names == ("r", word)


@every(
    "text",
    [
        *("2 if 0 < m < 1 else 5", "2 if m < 0 else 3 if m < 1 else 5", "(0 < m < 1)*(m < 0.5)"),
        *("m^2/2", "-m^2", "(-m)^2", "m^-2", "m/(2*m)", "m/2*m", "m - (1 - m)", "2^m^2", "abs(m)", "exp(-m)"),
    ],
)
def test_what_is_plain_is_read_as_it_stands(text: str) -> None:
    assert source(read_typed(text).tree) == source(parse(text, "m"))


COMPARISON = one_of(
    mapped("m {} {}".format, choice(("<", "<=", ">", ">=")), integers(-1, 1)),
    mapped("{} {} m".format, integers(-1, 1), choice(("<", "<=", ">", ">="))),
    mapped("{} {} m {} {}".format, integers(-1, 0), choice(("<", "<=")), choice(("<", "<=")), integers(0, 1)),
)
# What joins conditions, as it is typed, by what Python has for it.
JOINTS = {
    "not ({})": ("not ({})", "~({})", "np.logical_not({})"),
    "({}) and ({})": ("({}) and ({})", "({}) & ({})", "({}) && ({})", "np.logical_and({}, {})"),
    "({}) or ({})": ("({}) or ({})", "({}) | ({})", "({}) || ({})", "np.logical_or({}, {})"),
}


def a_condition(random: Random, depth: int) -> tuple[str, str]:
    """Draw a condition on m, as it is typed and as Python has it."""
    if not depth:
        return (COMPARISON(random),) * 2
    joint = choice(JOINTS)(random)
    parts = [a_condition(random, integers(0, depth - 1)(random)) for _ in range(joint.count("{}"))]
    typed, python = zip(*parts, strict=True)
    return choice(JOINTS[joint])(random).format(*typed), joint.format(*python)


CHOICES = (("2 if {} else 5", 2.0, 5.0), ("np.where({}, 2, 5)", 2.0, 5.0), ("({})*3", 3.0, 0.0))
# In Python `not` binds more than `and`, that more than `or`, and a comparison more than all.
PLAIN = ("not m < 0 and m < 1", "m < 0 or m > 0 and not m > 1", "not not m < 0", "not 0 <= m < 1 or m < -1")


@law(
    60,
    also=[((text, text), CHOICES[0]) for text in PLAIN],
    condition=lambda random: a_condition(random, 3),
    choice_=choice(CHOICES),
)
def test_joined_conditions_hold_where_those_of_python_do(
    condition: tuple[str, str], choice_: tuple[str, float, float]
) -> None:
    typed, in_python = condition
    template, then, otherwise = choice_
    x = np.linspace(-1.5, 1.5, 7)
    expected = [then if eval(in_python, {"m": m}) else otherwise for m in x.tolist()]
    assert evaluate(read_typed(template.format(typed)).tree, "m", x).value.tolist() == expected


SIGNS = ("<", "<=", ">", ">=")
# Each comparison of m with 0 and with 1, with m on either side.
SIDES = [[*(f"m {sign} {bound}" for sign in SIGNS), *(f"{bound} {sign} m" for sign in SIGNS)] for bound in (0, 1)]


@pytest.mark.parametrize("joint", ["and", "or"])
def test_two_comparisons_hold_together_where_those_of_python_do_and_are_written_so(joint: str) -> None:
    x = np.array([-1.0, 0.0, 0.5, 1.0, 2.0])
    for text in (f"{first} {joint} {second}" for pair in (SIDES, SIDES[::-1]) for first, second in product(*pair)):
        tree = read_typed(f"2 if {text} else 5").tree
        expected = [2.0 if eval(text, {"m": m}) else 5.0 for m in x.tolist()]
        assert evaluate(tree, "m", x).value.tolist() == expected, text
        assert evaluate(parse(source(tree), {"m"}), "m", x).value.tolist() == expected, text


REFUSALS = [
    ("sqrt r**2", "'sqrt' wants brackets at column 1; write sqrt(...)"),
    ("2 + log p**2", "'log' wants brackets at column 5; write log(...)"),
    ("np.linalg.norm(r)", "no such function of one number, 'np.linalg.norm', at column 1; functions are exp, log,"),
    ("1 + torch.mm(a, b)", "no such function of one number, 'torch.mm', at column 5; functions are exp, log,"),
    ("np.exp", "'exp' wants brackets at column 4; write np.exp(...)"),
    ("def f(m): ...", "a 'def' is no formula; write the expression after 'return'"),
    ("1 - m == 0", "'==' at column 7 is not part of a formula; conditions are < <= > >="),
    ("m != 0", "'!=' at column 3 is not part of a formula; conditions are < <= > >="),
    ("loss(m)", "unknown function 'loss' at column 1; did you mean"),
    ("1 + epx(m)", "unknown function 'epx' at column 5; did you mean 'exp'"),
    ("m(1)", "'m' at column 1 is no function; to multiply, write m*(...)"),
    ("m[0]", "expected an operator at column 2 of the formula, found '['"),
    ("m 2", "expected an operator at column 3 of the formula, found '2'"),
    ("alpha beta", "expected an operator at column 7 of the formula, found 'beta'"),
    ("r^2/2c^2", "write brackets to say what is below '/' at column 6 of the formula, found 'c'"),
    ("gamma(m)", "unknown function 'gamma' at column 1"),
    ("m.T", "no method 'T' of a number at column 3"),
    ("m % 2", "expected an operator at column 3 of the formula, found '%'"),
    ("m // 2", "expected a number, a name or '(' at column 4 of the formula, found '/'"),
    ("{m}", "expected a number, a name or '(' at column 1 of the formula, found '{'"),
    ("0x10", "expected an operator at column 2 of the formula, found 'x10'"),
    ("1 if m else 2", "expected a comparison such as x < 1 at column 6"),
    ("np.where(m, 1, 2)", "expected a comparison such as x < 1 at column 4"),
    ("nn.Indicator(m)", "expected a comparison such as x < 1 at column 4"),
    ("m.indicator()", "expected a comparison such as x < 1 at column 3"),
    ("where(m < 0, 1)", "'where' takes 3 arguments, not 2 at column 1; write where(x < 1, a, b)"),
    ("power(m)", "'power' takes 2 arguments, not 1 at column 1"),
    ("softplus(m, 1, 20, 2)", "'softplus' takes 1 to 3 arguments, not 4 at column 1"),
    ("relu(m, slope=2)", "'relu' has no argument 'slope' here at column 1; leave it out"),
    ("np.clip(m)", "'clip' takes a number and its bounds at column 4; write clip(x, low, high)"),
    (r"\foo{m}", "unknown command of LaTeX at column 1 of the formula, found 'foo'"),
    (r"\frac{m}", "at column 9 of the formula, found the end"),
    (r"\begin{cases} 1 & m < 0 \\ 2 & \text{otherwise}", r"expected '\\' or '\end{cases}'"),
    (r"\begin{cases} 1 & \text{otherwise} \\ 2 & m < 0 \end{cases}", "only the last case may be 'otherwise'"),
    (r"\log_x(m)", "'x' is no base of a logarithm"),
    *((rf"\log_{{{base}}}(m)", f"'{base}' is no base of a logarithm") for base in (0, 1, 1000)),
    ("|m", "expected '|' at column 3 of the formula, found the end"),
    ("--dpi", "this looks like an option"),
    ("__import__('os')", "expected a number, a name or '(' at column 1 of the formula, found '_'"),
    ("m.__class__", "expected an operator at column 2 of the formula, found '.'"),
]


@pytest.mark.parametrize(("text", "message"), REFUSALS, ids=[row[0] for row in REFUSALS])
def test_what_is_not_understood_is_named_with_its_column(text: str, message: str) -> None:
    with pytest.raises(FormulaError) as caught:
        read_typed(text)
    said = str(caught.value)
    assert message in said
    assert said.isascii()
    assert said.isprintable()
    assert len(said) < 250


def a_loss(name: str, values: Mapping[str, float]) -> tuple[Tree, str] | None:
    """Find a loss by its name with underscores, as a caller of the reader does."""
    own = {
        "hinge": ("max(0, 1 - m)", "m"),
        "logistic": ("softplus(-m)", "m"),
        "exp": ("exp(-m)", "m"),
        "log_loss": ("-log(p)", "p"),
        "gamma": ("x - log(x)", "x"),
        "logit": ("softplus(-m)", "m"),
        "huber": ("r^2/2 if abs(r) <= delta else delta*(abs(r) - delta/2)", "r"),
    }
    if name not in own:
        return None
    formula, variable = own[name]
    tree = parse(formula, {variable, "delta"})
    return substitute(tree, {"delta": Number(values.get("delta", 1.0))}), variable


SUMS = [
    ("0.7*hinge + 0.3*logistic", "0.7*max(0, 1 - m) + 0.3*softplus(-m)", "m"),
    ("exp(-log_loss)", "exp(--log(p))", "p"),
    ("hinge + exp", "max(0, 1 - m) + exp(-m)", "m"),
    ("exp(m) + hinge", "exp(m) + max(0, 1 - m)", "m"),
    ("huber(delta=2)", "r^2/2 if abs(r) <= 2 else 2*(abs(r) - 2/2)", "r"),
    ("huber(3*r)", "(3*r)^2/2 if abs(3*r) <= 1 else abs(3*r) - 1/2", "r"),
    ("2*huber(3*r, delta=1/2)", "2*((3*r)^2/2 if abs(3*r) <= 0.5 else 0.5*(abs(3*r) - 0.5/2))", "r"),
    ("hinge(1 - u)", "max(0, 1 - (1 - u))", "u"),
    ("gamma*hinge", "gamma*max(0, 1 - m)", "gamma m"),
    ("max(0, 1 - y*logit)", "max(0, 1 - m)", "m"),
    ("hinge + huber", "max(0, 1 - m) + (r^2/2 if abs(r) <= 1 else abs(r) - 1/2)", "m r"),
]


@pytest.mark.parametrize(("text", "plain", "names"), SUMS, ids=[row[0] for row in SUMS])
def test_a_loss_in_a_formula_is_its_own_formula(text: str, plain: str, names: str) -> None:
    typed = read_typed(text, (), a_loss)
    assert typed.names == tuple(names.split())
    variable = names.split(maxsplit=1)[0]
    x = np.linspace(0.01, 3.0, 301)
    values = dict.fromkeys(names.split()[1:], 0.3)
    own, expected = (
        evaluate(bind(tree, values, variable), variable, x).value for tree in (typed.tree, parse(plain, names.split()))
    )
    np.testing.assert_allclose(own, expected, rtol=1e-14)


@pytest.mark.parametrize("write", [source, unicode, latex])
@every("loss", LOSSES.values(), ids=LOSSES, among=6)
def test_what_lossplot_writes_is_read_as_the_same_formula(loss: Any, write: Callable[[Tree], str]) -> None:
    defaults = {parameter.name: parameter.default for parameter in loss.parameters}
    variable, domain = loss.axis.variable, loss.axis.domain
    x = np.linspace(max(domain.low, -3.0) + 1e-3, min(domain.high, 3.0) - 1e-3, 101)
    for tree in (loss.tree, loss.parse(source(loss.slope))):
        text = write(tree)
        # Sums and factorials are written for people alone.
        if len(text) > 1000 or any(sign in text for sign in (r"\sum", "∑", "!")):
            continue
        typed = read_typed(text, defaults)
        own, expected = (evaluate(bind(each, defaults, variable), variable, x).value for each in (typed.tree, tree))
        # What is written is the textbook form, which loses digits.
        np.testing.assert_allclose(own, expected, rtol=1e-6, atol=1e-7)
        assert not typed.notes


@pytest.mark.parametrize("text", ["(y + f)^2", "y*f + f", "(y - f)^2 + f", "y*f/y", "log(y) - log(f)", "y*y*f"])
def test_a_label_beside_a_prediction_otherwise_stays_what_it_is(text: str) -> None:
    typed = read_typed(text)
    assert (set(typed.names), typed.label, typed.notes) == ({"y", "f"}, "y", ())
    assert source(typed.tree) == source(parse(text, ["y", "f"]))


def test_a_name_with_a_value_is_a_parameter_before_anything_else() -> None:
    assert read_typed("hinge*m", ["hinge"], a_loss).names == ("hinge", "m")
    assert read_typed("y*f", ["y"]).names == ("y", "f")
    assert source(read_typed("m(1 - p)", ["m"]).tree) == "m*(1 - p)"
    assert source(read_typed("exp*p", ["exp"]).tree) == "exp*p"


def test_dashes_and_products_may_be_many_but_nothing_may_be_deep() -> None:
    assert read_typed("m+" * 128 + "m").names == ("m",)
    assert read_typed("(" * 32 + "m" + ")" * 32).names == ("m",)
    for text in ("(" * 33 + "m" + ")" * 33, "-" * 33 + "m", "m" + ".exp()" * 33, "√" * 33 + "m", "2^" * 33 + "m"):
        with pytest.raises(FormulaError, match="nested more than 32 deep at column"):
            read_typed(text)
    with pytest.raises(FormulaError, match="the formula has more than 128 operations in a row; bracket parts"):
        read_typed("m+" * 129 + "m")
    with pytest.raises(FormulaError, match="the formula has 401 words and signs; the most is 400"):
        read_typed("m+" * 200 + "m")
    with pytest.raises(FormulaError, match="the formula has 1001 characters; the most is 1000"):
        read_typed("m" * 1001)
    with pytest.raises(FormulaError, match="the name at column 3 has 41 letters; the most is 40"):
        read_typed("2*" + "q" * 41)
    with pytest.raises(FormulaError, match="the formula is too large, written out; make it shorter"):
        read_typed("elu(" * 30 + "m" + ")" * 30)
    with pytest.raises(FormulaError, match="the formula is too large, written out; make it shorter"):
        read_typed("huber(" * 20 + "r" + ")" * 20, (), a_loss)
    with pytest.raises(FormulaError, match="the formula is too large, written out; make it shorter"):
        read_typed("where((m<1)|(m>2)," * 20 + "1" + ",0)" * 20)


@pytest.mark.parametrize(
    "inside", ["log(x)", "exp(x) - 3", "x - 1", "sin(x)", "-x", "(x - 1)**3", "tanh(x - 1)", "min(x - 1, 2)"]
)
def test_bars_make_any_function_positive_and_twice_the_same_as_once(inside: str) -> None:
    x = np.array([0.25, 0.5, 2.0, 4.0, 5.0])
    once, twice, plain = (
        evaluate(read_typed(text).tree, "x", x).value for text in (f"|{inside}|", f"||{inside}||", inside)
    )
    assert (plain < 0.0).any()
    assert np.array_equal(once, np.abs(plain))
    assert np.array_equal(twice, once)


def test_every_function_of_a_special_kind_can_be_called_with_arguments() -> None:
    assert {*SPECIAL_CALLS} == SPECIAL
