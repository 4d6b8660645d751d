"""Lists cut into numbered pages: "1–25 dari 240", before and after; what was asked for stays in the address."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict

PAGE = 25
LAST_PAGE = 400  # who needs more narrows the list; deep pages read all rows before them


@dataclass(frozen=True)
class Pages:
    """Where the reader is, for `parts/pagination.html`."""

    first: int
    last: int
    total: str | int | None
    previous_url: str
    next_url: str


def page_number(sent: str) -> int:
    """Read a page number; anything else is the first page."""
    number = int(sent) if sent.isascii() and sent.isdigit() and len(sent) < len(str(LAST_PAGE)) + 1 else 1
    return min(max(number, 1), LAST_PAGE)


def pages(asked: QueryDict, number: int, shown: int, total: str | int | None, more: bool) -> Pages:
    """Say which rows of how many a page shows, and where its neighbours are."""
    first = (number - 1) * PAGE + 1
    before = page_url(asked, number - 1) if number > 1 else ""
    after = page_url(asked, number + 1) if more and number < LAST_PAGE else ""
    return Pages(first, first + shown - 1, total, before, after)


def window(asked: QueryDict, total: int) -> tuple[int, slice]:
    """Find the page asked for, and which of so many rows stand on it; a page past the end is the last one."""
    number = min(page_number(asked.get("hal", "")), max(1, -(-total // PAGE)))
    return number, slice((number - 1) * PAGE, number * PAGE)


def page_url(asked: QueryDict, number: int) -> str:
    kept = asked.copy()
    kept["hal"] = str(number)
    return f"?{kept.urlencode()}"
