"""The gallery's page as HTML."""
