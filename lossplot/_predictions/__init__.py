"""Predictions of real models: read where they lie, and what they cost under each loss."""
