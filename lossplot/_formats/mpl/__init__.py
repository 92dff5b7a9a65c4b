"""ResolvedFigure -> matplotlib Figure -> bytes.  The only package that imports matplotlib."""
