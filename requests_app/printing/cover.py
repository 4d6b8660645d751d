"""The cover of a built book: its parts with rows, pages and first sheet; which months are closed, with their hash."""

from dataclasses import dataclass
from datetime import datetime

from ..models.people import User
from ..models.shelf import ClosedMonth
from .render import Printed, paper
from .volumes import Volume


@dataclass(frozen=True)
class Chapter:
    """One part of the book as its cover lists it; `sheet` is where it begins, counted from the file's first page."""

    title: str
    rows: int
    pages: int
    sheet: int
    closed: ClosedMonth | None


def cover(volume: Volume, chapters: list[Chapter], asked_by: User | None, at: datetime) -> Printed:
    """Draw the cover with its sums. The volume has no rows of its own, only their number."""
    return paper(
        "book_cover",
        volume.name,
        volume=volume,
        chapters=chapters,
        pages=sum(chapter.pages for chapter in chapters),
        closable=volume.book.slug == "ekspedisi" and not volume.public,
        asked_by=asked_by,
        at=at,
    )
