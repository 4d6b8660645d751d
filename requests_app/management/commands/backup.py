"""`manage.py backup FILE`: the whole desk in one file, taken while it runs."""

import tempfile
from pathlib import Path

from django.core.management.base import CommandError
from django.utils import timezone

from .. import archive
from ..desk_command import DeskCommand


class Command(DeskCommand):
    help = "Write database, uploads and key into one verified archive; refuses to overwrite."

    def add_arguments(self, parser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args, **options) -> None:
        target: Path = options["file"]
        if target.exists():
            raise CommandError(f"{target} sudah ada; pilih nama lain.")
        draft = target.with_name(f"{target.name}.sebagian")
        draft.unlink(missing_ok=True)
        with tempfile.TemporaryDirectory() as work:
            count = archive.write(draft, Path(work), timezone.now())
        with tempfile.TemporaryDirectory() as check:
            archive.unpack(draft, Path(check))
        draft.rename(target)
        self.stdout.write(f"{target}: {count} berkas, diperiksa.")
