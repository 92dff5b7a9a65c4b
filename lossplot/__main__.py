"""`python -m lossplot`."""

from lossplot._cli.main import main

if __name__ == "__main__":
    main()
