"""What can go wrong, and the sentence that says so."""


class LossplotError(Exception):
    """It could not be done: a file, a disk, memory.  Its text is one line: what is wrong; what to do."""

    exit_code = 1


class RequestError(LossplotError):
    """The request itself is wrong: a name, an option, a value, a formula."""

    exit_code = 2
