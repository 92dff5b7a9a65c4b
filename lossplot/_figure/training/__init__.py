"""Figures of training: what came of it under each loss, as plain data, and where all of it stands on a page."""

from __future__ import annotations

from lossplot._figure.training.results import Ending, Fit, History, Points, Regions, Run, Training

__all__ = ["Ending", "Fit", "History", "Points", "Regions", "Run", "Training"]
