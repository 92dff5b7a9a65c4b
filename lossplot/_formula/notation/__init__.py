"""Trees as people read them: plain text, LaTeX, MathML and mathtext."""
