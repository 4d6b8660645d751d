"""Which rows of the list of requests a page shows: a page of it by number, or the rows after or before a row."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet
from django.http import QueryDict

from ..models.found import place_of
from . import paging
from .paging import AFTER, BEFORE, NUMBER, PageEdge, Pages
from .search import Sought


class Window:
    """One page of the list, newest first.

    Behind a figure a case may have several rows, so nothing names one of them: there the pages are numbered, as they
    are in addresses kept from before.
    """

    def __init__(self, asked: QueryDict, chosen: dict[str, Any]) -> None:
        self.asked = asked
        self.is_numbered = "what" in chosen
        self.place = Sought(chosen["q"]).place if "q" in chosen else ""  # a search comes in its index's order
        self.backwards = self.edge is not None and AFTER not in asked
        self.more = False  # rows follow, in the direction the page goes

    @cached_property
    def edge(self) -> PageEdge | None:
        """Find the row the page goes on from."""
        return None if self.is_numbered else paging.read_edge(self.asked.get(AFTER, self.asked.get(BEFORE, "")))

    @property
    def number(self) -> int:
        return paging.page_number(self.asked.get(NUMBER, ""))

    def cut(self, cases: QuerySet[Any, Any]) -> list[Any]:
        """Fetch the page's rows, and notice whether more follow. One query."""
        start = (self.number - 1) * paging.PAGE if self.edge is None else 0
        names = [self.place] if self.place else ["received_at", "pk"]
        ordered = cases.order_by(*(name if self.backwards else f"-{name}" for name in names))
        fetched = list(ordered.filter(self._beyond())[start : start + paging.PAGE + 1])
        self.more = len(fetched) > paging.PAGE
        page = fetched[: paging.PAGE]
        return page[::-1] if self.backwards else page

    def _beyond(self) -> Q:
        """Keep the rows beyond the edge; the first of the two conditions is the one an index follows."""
        edge, way = self.edge, "gt" if self.backwards else "lt"
        if edge is None:
            return Q()
        if self.place:
            return Q(**{f"{self.place}__{way}": place_of(edge.at, edge.pk)})
        further = Q(**{f"received_at__{way}": edge.at}) | Q(**{f"pk__{way}": edge.pk})
        return Q(**{f"received_at__{way}e": edge.at}) & further

    def is_off(self, page: list[Any]) -> bool:
        """Tell whether the list has changed so that the page asked for is none: past the end, or short of the start."""
        if self.edge is None:
            return self.number > 1 and not page
        return not page or (self.backwards and len(page) < paging.PAGE)

    def pages(self, page: list[Any], total: str | int | None) -> Pages:
        """Say which rows of how many the page shows, and where its neighbours are."""
        if self.is_numbered:
            return paging.pages(self.asked, self.number, len(page), total, self.more)
        above = self._above()
        back, on = paging.edge_urls(self.asked, above, page, self.more or self.backwards)
        return Pages(above + 1, above + len(page), total, back, on)

    def _above(self) -> int:
        """Count the rows above the page, as they were when its address was written."""
        if self.edge is None:
            return (self.number - 1) * paging.PAGE
        if not self.backwards:
            return self.edge.above
        return max(self.edge.above - paging.PAGE, 1) if self.more else 0
