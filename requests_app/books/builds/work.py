"""The work itself: each month drawn or taken from its closed paper, a cover that adds up, all joined and stored."""

from __future__ import annotations

import gc
import logging
import os
import secrets
import socket
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import datetime
from errno import errorcode
from functools import partial
from hashlib import sha256

from django.db import DatabaseError, transaction

from ... import documents, printing
from ...models.builds import BookBuild, BuildPart
from ...models.shelf import BookFile, ClosedMonth, FileKind
from ...printing.cover import Chapter, cover
from ...printing.joining import Piece, join, page_count
from ...printing.periods import Period, Slice
from ...rules.people import acting_today
from ...rules.refusals import NotNow, Refusal
from ...text.words import WITA
from .. import shelf
from .asking import Wanted, cases_in, stamp, wanted_of
from .keeping import drop_superseded, is_whole, keep, part_bytes
from .process import Progress, beating, progress, turn

STRETCH = 300  # rows drawn at once: what WeasyPrint holds of them fits into 250 MB with all else
BROKEN = "Penyusunan terhenti karena galat; catatannya ada di server. Coba lanjutkan, atau beri tahu admin."
log = logging.getLogger(__name__)

Say = Callable[[int, int, str], None]


class TakenOver(Exception):
    """Another process goes on with this building."""


@dataclass(frozen=True)
class Stint:
    """One part to be made: a month, or some rows of a full one; `closed` is its stored paper where that serves.

    `stamp` says what its rows and its looks rest on: with the same one a part made before is used again.
    """

    number: int
    month: Period
    first: int
    rows: int
    of: int  # all rows of its month
    stamp: str
    cases: list[int]  # shown in it, as far as is known before it is drawn
    closed: ClosedMonth | None


def run(pk: int, clock: Callable[[], datetime], say: Say, *, beats: bool = False) -> BookFile | None:
    """Build a book, going on where an earlier process stopped; none when there is nothing left to do.

    Never call this inside a transaction: it renders. Raises Refusal with the sentence it also keeps.
    """
    run_key = secrets.token_hex(8)
    build = _claim(pk, run_key, clock())
    if build is None:
        return None
    worker = _Worker(build, run_key, clock, say)
    living: AbstractContextManager[None] = beating(pk, run_key, clock) if beats else nullcontext()
    try:
        with living, turn(partial(worker.tell, "Menunggu susunan lain selesai")):
            return worker.close() if build.closes_for else worker.build()
    except TakenOver:
        return None
    except Refusal as refused:
        worker.fail(refused.sentence)
        raise
    except Exception as error:
        # Of a full disk or a lost database its name says enough; of anything else we want to know where it arose.
        is_ours = not isinstance(error, OSError | DatabaseError)
        log.error("A book could not be built: %s", error_name(error), exc_info=is_ours)
        worker.fail(BROKEN)
        raise NotNow(BROKEN) from error


def error_name(error: Exception) -> str:
    """Name an error for the log, without the words it may quote."""
    code = getattr(error, "errno", None)
    return f"{type(error).__qualname__} {errorcode.get(code, code)}" if code else type(error).__qualname__


def _claim(pk: int, run_key: str, now: datetime) -> BookBuild | None:
    """Take a building for this process, unless it is finished or another one is at it."""
    with transaction.atomic():
        build = BookBuild.objects.select_for_update().filter(pk=pk).first()
        if build is None or build.finished_at:
            return None
        if build.run and progress(build, now) is Progress.RUNNING:
            return None
        build.run, build.host, build.pid = run_key, socket.gethostname(), os.getpid()
        build.beat_at, build.failure = now, ""
        build.save()
        return build


def plan(wanted: Wanted, today: datetime) -> list[Stint]:
    """Cut a book into parts: a month each, full ones into stretches; months that have not begun are left out."""
    begun = [month for month in wanted.period.months if month.begin <= today.astimezone(WITA).date()]
    found: list[Stint] = []
    look = _look(wanted)
    for month in begun or wanted.period.months[:1]:
        found += _stints(wanted, month, len(found) + 1, look)
    return found


def _look(wanted: Wanted) -> str:
    """Give a sign that changes with the letterhead, the emblem, the form or, where it is served, the style sheet."""
    empty = printing.book(_empty(wanted)).html
    return sha256(empty.encode()).hexdigest()[:16]


def _stints(wanted: Wanted, month: Period, number: int, look: str) -> Iterator[Stint]:
    book = wanted.book
    count, late = book.find(month.begin, month.end).count(), book.late(month.begin, month.end)
    kept, cases = f"{stamp(book, month, late)}.{look}", cases_in(book, month, late)
    shown = sorted(cases.difference(wanted.covered))
    # A closed month's paper shows every row, so it serves only where nothing in it is to be covered or masked.
    closed = shelf.closed_month(month) if book.slug == "ekspedisi" and not wanted.public else None
    if closed and len(shown) == len(cases):
        yield Stint(number, month, 0, count, count, kept, shown, closed)
        return
    many = max(1, -(-count // STRETCH))
    for part in range(many):
        first, end = count * part // many, count * (part + 1) // many
        days = Slice(month.begin, month.end, part + 1, many) if many > 1 else month
        yield Stint(number + part, days, first, end - first, count, kept, shown, None)


@dataclass
class _Worker:
    """One process at one building."""

    row: BookBuild
    run: str
    clock: Callable[[], datetime]
    say: Say

    def tell(self, words: str, done: int = 0, total: int = 0) -> None:
        """Keep how far it has come, and that it lives. Raises TakenOver when another process took the building."""
        now = self.clock()
        mine = BookBuild.objects.filter(pk=self.row.pk, run=self.run)
        if not mine.update(saying=words, done=done, total=total, beat_at=now):
            raise TakenOver
        self.say(done, total, words)

    def fail(self, sentence: str) -> None:
        BookBuild.objects.filter(pk=self.row.pk, run=self.run).update(failure=sentence[:300], saying="")

    def build(self) -> BookFile:
        """Make every part that is not there yet, then the cover, then the whole."""
        wanted = wanted_of(self.row)
        kept, stints = wanted.stamp, plan(wanted, self.clock())
        parts, total = [], len(stints) + 2
        for stint in stints:
            self.tell(f"Bagian {stint.number} dari {len(stints)}: {stint.month}", stint.number - 1, total)
            parts.append(self._part(wanted, stint))
        self.tell("Sampul dan ringkasan", total - 2, total)
        BuildPart.objects.filter(build=self.row, number__gt=len(stints)).delete()
        front = self._cover(wanted, parts)
        self.tell(f"Menyatukan {len(parts)} bagian", total - 1, total)
        with tempfile.TemporaryFile() as out:
            pages = join(_pieces(front, parts), out)
            out.seek(0)
            content = out.read()
        upload = documents.Upload(f"{_empty(wanted).name}.pdf", documents.PDF, content, pages)
        return self._finish(upload, kept)

    def close(self) -> BookFile | None:
        """Close a month of the expedition book: the same as the page does, without keeping it waiting."""
        held, month = self.row.closes_for, Period(self.row.begin, self.row.end)
        if held is None:
            return None
        self.tell(f"Menutup {month}", 0, 1)
        now = self.clock()
        acting = acting_today(held.user, now.astimezone(WITA).date())
        closed = shelf.closed_month(month) or shelf.close_month(month, acting, now)
        with transaction.atomic():
            self._mine()
            BookBuild.objects.filter(pk=self.row.pk).update(file=closed.file, finished_at=self.clock(), done=1)
        return closed.file

    def _mine(self) -> BookBuild:
        found = BookBuild.objects.select_for_update().filter(pk=self.row.pk, run=self.run, finished_at=None).first()
        if found is None:
            raise TakenOver
        return found

    def _part(self, wanted: Wanted, stint: Stint) -> BuildPart:
        """Take a part made earlier if nothing of it changed, else make it."""
        title = str(stint.month)
        known = self._known(title, stint)
        if known and known.build_id == self.row.pk and known.number == stint.number:
            return known
        self.row.parts.filter(number=stint.number).delete()
        part = BuildPart(build=self.row, number=stint.number, title=title, rows=stint.rows, stamp=stint.stamp)
        part.cases, part.closed = stint.cases, stint.closed
        if stint.closed:
            file = stint.closed.file
            part.pages, part.size, part.sha256 = file.pages or 0, file.size, file.sha256
        else:
            pdf, part.cases = (part_bytes(known), known.cases) if known else _draw(wanted, stint)
            part.pages, part.size = page_count(pdf), len(pdf)
            part.sha256 = keep(self.row.pk, stint.number, pdf)
        part.save()
        return part

    def _known(self, title: str, stint: Stint) -> BuildPart | None:
        """Find the same part made before, for this building or an earlier one of the same book."""
        alike = BuildPart.objects.filter(build__key=self.row.key, title=title, rows=stint.rows, stamp=stint.stamp)
        known = alike.filter(closed=stint.closed).select_related("closed__file").order_by("-pk").first()
        return known if known and is_whole(known) else None

    def _cover(self, wanted: Wanted, parts: list[BuildPart]) -> bytes:
        """Draw the cover; where each part begins depends on how many pages the cover itself has."""
        related = BuildPart.objects.filter(pk__in=[part.pk for part in parts])
        rows = list(related.select_related("closed__appointment__user", "closed__appointment__post", "closed__file"))
        pages, pdf = 1, b""
        for _ in range(3):
            pdf = cover(_summed(wanted, rows), _chapters(rows, pages), self.row.asked_by, self.clock()).pdf
            found = page_count(pdf)
            if found == pages:
                break
            pages = found
        return pdf

    def _finish(self, upload: documents.Upload, kept: str) -> BookFile:
        now = self.clock()
        with transaction.atomic():
            build = self._mine()
            file = documents.store_of_book(FileKind.YEAR, upload, user=self.row.asked_by, now=now)
            build.file, build.finished_at, build.stamp = file, now, kept
            build.done, build.saying = build.total, ""
            build.save()
        drop_superseded(build)
        return file


def _draw(wanted: Wanted, stint: Stint) -> tuple[bytes, list[int]]:
    """Draw one part, and name the cases it shows; what it took is given back before the next."""
    window = slice(stint.first, stint.first + stint.rows)
    volume = printing.volume(
        wanted.book, stint.month, hidden=wanted.hidden, public=wanted.public, window=window, count=stint.of
    )
    if not volume.is_last:  # what stands below a month stands below its last stretch
        volume = replace(volume, late=(), sums=())
    volume = replace(volume, count=stint.rows)
    pdf = printing.book(volume).pdf
    gc.collect()
    return pdf, sorted({row.case_id for row in volume.lines}.difference(wanted.hidden))


def _empty(wanted: Wanted) -> printing.Volume:
    return printing.Volume(wanted.book, wanted.period, [], 0, wanted.public)


def _summed(wanted: Wanted, parts: list[BuildPart]) -> printing.Volume:
    """Give the whole book without its rows: how many there are, and what stands below them."""
    rows, sums = sum(part.rows for part in parts), wanted.book.sums(wanted.period.begin, wanted.period.end)
    return replace(_empty(wanted), count=rows, late=wanted.late, sums=sums)


def _chapters(parts: list[BuildPart], cover_pages: int) -> list[Chapter]:
    found, at = [], cover_pages + 1
    for part in parts:
        found.append(Chapter(part.title, part.rows, part.pages, at, part.closed))
        at += part.pages
    return found


def _pieces(front: bytes, parts: list[BuildPart]) -> Iterator[Piece]:
    yield Piece("Sampul dan ringkasan", "Sampul ", lambda: front)
    for part in parts:
        yield Piece(part.title, f"{part.title}, ", partial(part_bytes, part))
