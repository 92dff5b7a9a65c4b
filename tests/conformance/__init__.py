"""Conformance: what the catalogue says of other libraries, held against those libraries."""
