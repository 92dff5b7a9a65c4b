"""`python -m lossplot`."""

from lossplot.cli import main

if __name__ == "__main__":
    main()
