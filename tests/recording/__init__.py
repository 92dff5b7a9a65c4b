"""Parts of `tests/record.py`: the commands, the process that runs them, and what is kept of their output."""
