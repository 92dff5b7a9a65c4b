"""The command line: words -> requests -> calls.  No mathematics and no drawing in here."""


def main() -> None:
    """Run lossplot with the words of the command line, and exit as `guard` says."""
    from lossplot.cli import guard

    guard.run()
