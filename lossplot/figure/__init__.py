"""What is to be seen in a figure, and where."""
