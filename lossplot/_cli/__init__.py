"""The command line: words -> calls.  No mathematics and no drawing."""
