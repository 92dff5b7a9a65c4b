"""The language of formulas: text -> tree -> numbers, knots, notation.  Knows nothing of losses."""
