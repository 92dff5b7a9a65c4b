"""statsmodels: rho and psi of the robust norms; of the families, deviances and likelihoods, which have no slopes."""

from __future__ import annotations

import numpy as np

from .library import Adapter, Parameters, Reading, Vector, load, make


def _norm(call: str, r: Vector, parameters: Parameters) -> Reading:
    norm = make(call, {"statsmodels": load("statsmodels", "robust.norms"), **parameters})
    return Reading(np.asarray(norm.rho(r)), np.asarray(norm.psi(r)))


def _family(call: str, x: Vector, parameters: Parameters) -> Reading:
    statsmodels = load("statsmodels", "genmod.families")
    return Reading(np.array([make(call, {"statsmodels": statsmodels, "x": at, **parameters}) for at in x]), None)


def _gaussian(call: str, r: Vector, _parameters: Parameters) -> Reading:
    names = {"statsmodels": load("statsmodels", "genmod.families"), "target": 1.0}
    return Reading(np.array([make(call, {**names, "prediction": 1.0 + at}) for at in r]), None)


ADAPTERS = {
    "statsmodels:LeastSquares": Adapter(_norm),
    "statsmodels:HuberT": Adapter(_norm),
    "statsmodels:MQuantileNorm": Adapter(_norm),
    "statsmodels:MQuantileNorm_HuberT": Adapter(_norm),
    "statsmodels:TukeyBiweight": Adapter(_norm),
    "statsmodels:AndrewWave": Adapter(_norm),
    "statsmodels:Hampel": Adapter(_norm),
    "statsmodels:RamsayE": Adapter(_norm),
    "statsmodels:TrimmedMean": Adapter(_norm),
    "statsmodels:StudentT": Adapter(_norm),
    "statsmodels:TukeyQuartic": Adapter(_norm),
    "statsmodels:Gaussian": Adapter(_gaussian),
    "statsmodels:InverseGaussian": Adapter(_family, only={"power": 3.0}),
    "statsmodels:Poisson": Adapter(_family),
    "statsmodels:Gamma": Adapter(_family),
    "statsmodels:Tweedie": Adapter(_family),
    "statsmodels:Binomial": Adapter(_family),
    "statsmodels:NegativeBinomial": Adapter(_family, constant=True),
}
