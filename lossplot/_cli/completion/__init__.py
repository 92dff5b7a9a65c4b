"""Completion of command lines: what may stand at the cursor, and how bash, zsh and fish are told."""
