"""Corrections of command lines: what somebody probably meant, as a command that is understood."""
