"""Places of all parts of a figure, in inches: plain arithmetic in which only texts are measured.

A renderer's own layout would draw everything twice to measure it.
"""
