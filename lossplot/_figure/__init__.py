"""Figures as data: their content, words, looks and layout."""
