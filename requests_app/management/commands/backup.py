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
        if not target.parent.is_dir():
            raise CommandError(f"Map {target.parent} tidak ada.")
        if archive.is_empty():
            raise CommandError("Basis data masih kosong; tidak ada yang dicadangkan.")
        # Beside its place and readable by its owner alone; whatever goes wrong, no half of it stays.
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".cadangan-") as work:
            draft = Path(work) / "cadangan.tar"
            count = archive.write(draft, Path(work), timezone.now())
            archive.unpack(draft)
            draft.rename(target)
        self.stdout.write(f"{target}: {count} berkas, diperiksa.")
