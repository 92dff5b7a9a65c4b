"""The reader of typed formulas for the page: Python's own source, written as JavaScript.

A second reader in another language would read otherwise one day.  So there is one, and what is written here is the
small part of Python that it is made of; `assets/python.js` and its kin have what that part takes from Python's library.
"""
