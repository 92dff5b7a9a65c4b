"""Losses of the error that are not bounded: catalogue, section 3, each from its f, d1 and d2 rows."""

from __future__ import annotations

from oracle.pieces import (
    Losses,
    Piece,
    Real,
    Reference,
    bell,
    constant,
    even,
    half,
    line,
    logistic,
    mp,
    parabola,
    power,
    smooth,
    softplus,
    times,
)


def squared() -> Reference:
    return Reference((parabola(1, 0),))


def half_squared() -> Reference:
    return Reference((parabola(half(1), 0),))


def absolute() -> Reference:
    return even(line(1, 0))


def huber(delta: Real) -> Reference:
    return Reference(
        (line(-delta, -(delta**2) / 2), parabola(half(1), 0), line(delta, -(delta**2) / 2)), (-delta, delta)
    )


def smooth_l1(beta: Real) -> Reference:
    return Reference((line(-1, -beta / 2), parabola(1 / (2 * beta), 0), line(1, -beta / 2)), (-beta, beta))


def pseudo_huber(delta: Real) -> Reference:
    return smooth(
        lambda r: delta**2 * (mp.sqrt(1 + (r / delta) ** 2) - 1),
        lambda r: r / mp.sqrt(1 + (r / delta) ** 2),
        lambda r: (1 + (r / delta) ** 2) ** mp.mpf("-1.5"),
    )


def charbonnier(epsilon: Real) -> Reference:
    return smooth(
        lambda r: mp.sqrt(r**2 + epsilon**2),
        lambda r: r / mp.sqrt(r**2 + epsilon**2),
        lambda r: epsilon**2 / (r**2 + epsilon**2) ** mp.mpf("1.5"),
    )


def log_cosh() -> Reference:
    return smooth(lambda r: mp.log(mp.cosh(r)), mp.tanh, lambda r: 1 / mp.cosh(r) ** 2)


def quantile(tau: Real) -> Reference:
    return Reference((line(-tau, 0), line(1 - tau, 0)), (mp.mpf(0),))


def expectile(tau: Real) -> Reference:
    return Reference((parabola(tau, 0), parabola(1 - tau, 0)), (mp.mpf(0),))


def epsilon_insensitive(epsilon: Real) -> Reference:
    return Reference((line(-1, -epsilon), constant(0), line(1, -epsilon)), (-epsilon, epsilon))


def squared_epsilon_insensitive(epsilon: Real) -> Reference:
    return Reference((parabola(1, -epsilon), constant(0), parabola(1, epsilon)), (-epsilon, epsilon))


def power_loss(p: Real) -> Reference:
    right = Piece(lambda r: r**p, lambda r: p * power(r, p - 1), lambda r: times(p * (p - 1), power(r, p - 2)))
    return even(right)


def logistic_distance() -> Reference:
    return smooth(
        lambda r: 2 * mp.log(mp.cosh(r / 2)), lambda r: mp.tanh(r / 2), lambda r: 1 / (2 * mp.cosh(r / 2) ** 2)
    )


def periodic(period: Real) -> Reference:
    return smooth(
        lambda r: 1 - mp.cos(2 * mp.pi * r / period),
        lambda r: 2 * mp.pi / period * mp.sin(2 * mp.pi * r / period),
        lambda r: (2 * mp.pi / period) ** 2 * mp.cos(2 * mp.pi * r / period),
    )


def linex(a: Real, b: Real) -> Reference:
    return smooth(
        lambda r: b * (mp.exp(a * r) - a * r - 1),
        lambda r: a * b * (mp.exp(a * r) - 1),
        lambda r: a**2 * b * mp.exp(a * r),
    )


def quantile_huber(tau: Real, delta: Real) -> Reference:
    return Reference(
        (
            line(-tau, -tau * delta / 2),
            parabola(tau / (2 * delta), 0),
            parabola((1 - tau) / (2 * delta), 0),
            line(1 - tau, -(1 - tau) * delta / 2),
        ),
        (-delta, mp.mpf(0), delta),
    )


def wing(w: Real, epsilon: Real) -> Reference:
    near = Piece(lambda r: w * mp.log(1 + r / epsilon), lambda r: w / (epsilon + r), lambda r: -w / (epsilon + r) ** 2)
    return even(near, line(1, -(w - w * mp.log(1 + w / epsilon))), seams=(w,))


def adaptive_wing(target: Real, alpha: Real, omega: Real, epsilon: Real, theta: Real) -> Reference:
    """Wang, Bo & Fuxin 2019, equation 4, with A and C that make it continuous there, and its slope too."""
    p = alpha - target

    def share(r: Real) -> Real:
        """Compute s/(1 + s) for s = (r/epsilon)^p."""
        return power(r / epsilon, p) / (1 + power(r / epsilon, p))

    inner = Piece(
        lambda r: omega * mp.log1p(power(r / epsilon, p)),
        lambda r: omega * p * power(r / epsilon, p - 1) / epsilon / (1 + power(r / epsilon, p)),
        lambda r: (
            omega * p * power(r / epsilon, p - 2) / epsilon**2 * (p * (1 - share(r)) - 1) / (1 + power(r / epsilon, p))
        ),
    )
    slope = omega / (1 + (theta / epsilon) ** p) * p * (theta / epsilon) ** (p - 1) / epsilon
    return even(inner, line(slope, omega * mp.log1p((theta / epsilon) ** p) - theta * slope), seams=(theta,))


def interval_score(alpha: Real, width: Real) -> Reference:
    return even(constant(width), line(2 / alpha, width - width / alpha), seams=(half(width),))


def berhu(c: Real) -> Reference:
    return even(line(1, 0), parabola(1 / (2 * c), 0, c / 2), seams=(c,))


def balanced_l1(alpha: Real, gamma: Real) -> Reference:
    b = mp.exp(gamma / alpha) - 1
    near = Piece(
        lambda r: alpha / b * (b * r + 1) * mp.log(b * r + 1) - alpha * r,
        lambda r: alpha * mp.log(b * r + 1),
        lambda r: alpha * b / (b * r + 1),
    )
    return even(near, line(gamma, gamma / b - alpha), seams=(mp.mpf(1),))


def gaussian_nll(sigma: Real) -> Reference:
    return Reference((parabola(1 / (2 * sigma**2), 0, mp.log(sigma) + mp.log(2 * mp.pi) / 2),))


def laplace_nll(b: Real) -> Reference:
    return even(line(1 / b, mp.log(2 * b)))


def smooth_epsilon_insensitive(epsilon: Real) -> Reference:
    return smooth(
        lambda r: softplus(r - epsilon) + softplus(-r - epsilon),
        lambda r: logistic(r - epsilon) - logistic(-r - epsilon),
        lambda r: bell(r - epsilon) + bell(-r - epsilon),
    )


def crps_gaussian(sigma: Real) -> Reference:
    return smooth(
        lambda r: sigma * (r / sigma * mp.erf(r / sigma / mp.sqrt(2)) + 2 * mp.npdf(r / sigma) - 1 / mp.sqrt(mp.pi)),
        lambda r: mp.erf(r / sigma / mp.sqrt(2)),
        lambda r: 2 * mp.npdf(r / sigma) / sigma,
    )


ERROR: Losses = {
    "squared": squared,
    "half-squared": half_squared,
    "absolute": absolute,
    "huber": huber,
    "smooth-l1": smooth_l1,
    "pseudo-huber": pseudo_huber,
    "charbonnier": charbonnier,
    "log-cosh": log_cosh,
    "quantile": quantile,
    "expectile": expectile,
    "epsilon-insensitive": epsilon_insensitive,
    "squared-epsilon-insensitive": squared_epsilon_insensitive,
    "power": power_loss,
    "logistic-distance": logistic_distance,
    "periodic": periodic,
    "linex": linex,
    "quantile-huber": quantile_huber,
    "wing": wing,
    "adaptive-wing": adaptive_wing,
    "interval-score": interval_score,
    "berhu": berhu,
    "balanced-l1": balanced_l1,
    "gaussian-nll": gaussian_nll,
    "laplace-nll": laplace_nll,
    "smooth-epsilon-insensitive": smooth_epsilon_insensitive,
    "crps-gaussian": crps_gaussian,
}
