"""The version and the public address, alone, so that every module can say them."""

__version__ = "0.1.0"

# Where the repository is for all to see; empty until it is known, and what would need it is then left out.
ADDRESS = ""

_ENTRY = """@software{{lossplot,
  author = {{{{The lossplot developers}}}},
  title = {{{{lossplot}}: loss functions drawn from the command line}},
  version = {{{version}}},
{address}}}
"""

# How lossplot itself is quoted, for BibTeX.
CITATION = _ENTRY.format(version=__version__, address=f"  url = {{{ADDRESS}}},\n" if ADDRESS else "")
