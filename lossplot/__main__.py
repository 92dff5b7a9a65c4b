"""`python -m lossplot`."""

from lossplot.cli.main import main

if __name__ == "__main__":
    main()
