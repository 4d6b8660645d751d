"""Log lines without personal data."""

import logging
import traceback


class PlainFormatter(logging.Formatter):
    """Print where an error arose and its kind, never its message: database errors quote the row they refuse."""

    def formatException(self, ei) -> str:
        lines: list[str] = []
        error = ei[1]
        while error is not None:
            lines[:0] = [*traceback.format_tb(error.__traceback__), f"{type(error).__qualname__}\n"]
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "".join(lines).rstrip()
