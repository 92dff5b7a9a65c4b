"""Penalties of a coefficient, from the papers; `lambda` comes by name, for it is a word of Python."""

from __future__ import annotations

from oracle.pieces import Losses, Piece, Real, Reference, constant, even, half, line, parabola


def l1_penalty(**of: Real) -> Reference:
    return even(line(of["lambda"], 0))


def l2_penalty(**of: Real) -> Reference:
    return Reference((parabola(of["lambda"], 0),))


def elastic_net(alpha: Real, **of: Real) -> Reference:
    size = of["lambda"]
    piece = Piece(
        lambda w: size * (alpha * w + (1 - alpha) / 2 * w**2),
        lambda w: size * (alpha + (1 - alpha) * w),
        lambda w: size * (1 - alpha),
    )
    return even(piece)


def scad(a: Real, **of: Real) -> Reference:
    """Fan & Li 2001, equation 2.7, integrated: the slope is lambda, then (a lambda - w)/(a - 1), then 0."""
    size = of["lambda"]
    middle = Piece(
        lambda w: (2 * a * size * w - w**2 - size**2) / (2 * (a - 1)),
        lambda w: (a * size - w) / (a - 1),
        lambda w: -1 / (a - 1),
    )
    return even(line(size, 0), middle, constant((a + 1) * size**2 / 2), seams=(size, a * size))


def mcp(gamma: Real, **of: Real) -> Reference:
    """Zhang 2010, equation 2.1: lambda times the integral of max(0, 1 - t/(gamma lambda)) from 0 to w."""
    size = of["lambda"]
    inner = Piece(lambda w: size * w - w**2 / (2 * gamma), lambda w: size - w / gamma, lambda w: -1 / gamma)
    return even(inner, constant(half(gamma * size**2)), seams=(gamma * size,))


PENALTY: Losses = {
    "l1-penalty": l1_penalty,
    "l2-penalty": l2_penalty,
    "elastic-net": elastic_net,
    "scad": scad,
    "mcp": mcp,
}
