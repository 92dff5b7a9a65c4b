"""A figure as the source of another program, or as numbers.  None of it imports matplotlib."""
