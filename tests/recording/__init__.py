"""Parts of `tests/record.py`: the commands, the process that runs them, and the reduction of their output."""
