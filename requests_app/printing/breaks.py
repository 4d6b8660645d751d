"""Where a table's rows may break: a row stays whole on its page as long as one can hold it.

A row is kept together by its length alone, because the renderer, told to keep one that no page holds, leaves out the
table's head and half a page with it.
"""

from collections.abc import Iterable
from typing import Any

LONG, TALL = 500, 250  # characters in one cell: such a row may break; such a row need not draw the last one to itself
A_LINE = 30  # characters a line break is worth


def size_of(texts: Iterable[Any]) -> str:
    """Say of a row how much its fullest cell holds: "long", "tall", or nothing to say."""
    longest = max((len(text) + A_LINE * text.count("\n") for text in texts if isinstance(text, str)), default=0)
    if longest > LONG:
        return "long"
    return "tall" if longest > TALL else ""
