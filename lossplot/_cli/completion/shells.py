"""The shells that lossplot completes in."""

SHELLS = ("bash", "zsh", "fish")
# The variable with which a shell asks, and which names it.
VARIABLE = "_LOSSPLOT_COMPLETE"
