"""What `tests/record.py` has done and keeps: commands, the process that does them, and what counts of their output."""
