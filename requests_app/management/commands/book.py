"""Build a book, however long, to a file: `manage.py book ekspedisi 2026 -o ekspedisi-2026.pdf`."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from ... import documents, printing
from ...books import builds
from ...books.builds.process import NICE
from ...rules.reading import sealed_from
from .. import long_books
from ..desk_command import DeskCommand, write_file
from .print import period


class Command(DeskCommand):
    help = "Susun satu buku bagian demi bagian menjadi satu PDF; kemajuannya tampil di layar."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("book", nargs="?", choices=list(printing.BOOKS), help="buku")
        parser.add_argument("of", nargs="?", default="", help="2026, 2026-11, atau 2026-01-01_2026-06-30")
        parser.add_argument("-o", "--output", type=Path, help="berkas PDF yang ditulis")
        parser.add_argument("--public", action="store_true", help="untuk diumumkan: data pribadi disamarkan")
        parser.add_argument("--build", type=int, help="lanjutkan penyusunan yang diminta dari halaman buku")

    def handle(self, *, book: str, of: str, output: Path, public: bool, build: int | None, **options: Any) -> None:
        if build is not None:
            os.nice(NICE)
            builds.run(build, timezone.now, lambda *said: None, beats=True)
            return
        if not book or not of or output is None:
            raise CommandError("Sebutkan buku, waktunya, dan berkasnya: book ekspedisi 2026 -o ekspedisi-2026.pdf")
        write_file(output, documents.read(self.built(book, of, public)))

    def built(self, book: str, of: str, public: bool) -> Any:
        """Build in this process, saying how far it has come."""
        hidden = sealed_from().values_list("pk", flat=True) if public else ()
        wanted = builds.Wanted(printing.BOOKS[book], period(of), public, frozenset(hidden))
        begun = time.monotonic()

        def say(done: int, total: int, words: str) -> None:
            self.stderr.write(f"{time.monotonic() - begun:6.1f} d  {done}/{total}  {words}")

        file = long_books.built(wanted, say, beats=True)
        self.stderr.write(f"{file.pages} halaman, SHA-256 {file.sha256}")
        return file
