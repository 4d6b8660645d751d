"""A long book built by hand: in this process, part by part, kept like one asked for on its page."""

from __future__ import annotations

from collections.abc import Callable

from django.core.management.base import CommandError
from django.utils import timezone

from ..books import builds
from ..models.shelf import BookFile


def built(wanted: builds.Wanted, say: Callable[[int, int, str], None], *, beats: bool) -> BookFile:
    """Build a book, or go on with it. Raises CommandError, Refusal."""
    asked = builds.ask(wanted, None, timezone.now(), start=False)
    file = builds.run(asked.pk, timezone.now, say, beats=beats)
    if file is None:
        raise CommandError("Buku ini sedang disusun oleh proses lain; tunggu sampai selesai.")
    return file
