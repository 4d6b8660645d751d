"""Lists cut into pages: "1–25 dari 240", before and after; what was asked for stays in the address.

A short list has numbered pages. A long one goes on from a row instead: `?setelah=` and `?sebelum=` name it, so that
no page reads the rows before it, and a row written meanwhile moves none over the edge.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.http import QueryDict

PAGE = 25
LAST_PAGE = 400  # who needs more narrows the list; deep pages read all rows before them


NUMBER, AFTER, BEFORE = "hal", "setelah", "sebelum"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# Rows above, microseconds since EPOCH, key: with fewer digits than the database's whole numbers hold.
PLACE = re.compile(r"([0-9]{1,7})-([0-9]{1,16})-([0-9]{1,9})")


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
    number = min(page_number(asked.get(NUMBER, "")), max(1, -(-total // PAGE)))
    return number, slice((number - 1) * PAGE, number * PAGE)


def page_url(asked: QueryDict, number: int) -> str:
    return _url(asked, NUMBER, str(number))


def first_url(asked: QueryDict) -> str:
    """Write the address of a list's first page."""
    return _url(asked)


def _url(asked: QueryDict, name: str = "", value: str = "") -> str:
    kept = asked.copy()
    for place in (NUMBER, AFTER, BEFORE):
        kept.pop(place, None)
    if name:
        kept[name] = value
    return f"?{kept.urlencode()}"


@dataclass(frozen=True)
class PageEdge:
    """The row a page goes on from: how many stand above the edge, and its own instant and key."""

    above: int
    at: datetime
    pk: int

    def __str__(self) -> str:
        return f"{self.above}-{(self.at - EPOCH) // timedelta(microseconds=1)}-{self.pk}"


def read_edge(sent: str) -> PageEdge | None:
    """Read an edge from an address; anything else is none."""
    found = PLACE.fullmatch(sent)
    if found is None:
        return None
    above, microseconds, pk = map(int, found.groups())
    return PageEdge(above, EPOCH + timedelta(microseconds=microseconds), pk)


def edge_urls(asked: QueryDict, above: int, rows: list[Any], more: bool) -> tuple[str, str]:
    """Write where a page's neighbours are, from how many rows stand above it and whether more follow."""
    first, last = rows[0], rows[-1]
    back = first_url(asked) if above <= PAGE else _url(asked, BEFORE, str(PageEdge(above, first.received_at, first.pk)))
    on = _url(asked, AFTER, str(PageEdge(above + len(rows), last.received_at, last.pk)))
    return back if above else "", on if more else ""
