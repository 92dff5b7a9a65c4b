"""Errors in the words of a Python program."""

from __future__ import annotations

from types import TracebackType

from lossplot._errors import LossplotError


class python_messages:  # noqa: N801
    """Let the errors that leave the block name options as keywords: `axis='error'`, not `--axis`.

    Their traceback leads to the call of lossplot and no deeper: the message says what is wrong with it.
    """

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, LossplotError):
            error.parts = error.args = (error.in_python,)
            raise error.with_traceback(None) from None
