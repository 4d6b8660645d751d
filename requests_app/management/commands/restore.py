"""`manage.py restore FILE`: a backup put back into an empty place, and checked."""

import tempfile
from pathlib import Path

from django.conf import settings
from django.core.management.base import CommandError

from ...models.case import InformationRequest
from .. import archive
from ..desk_command import DeskCommand


class Command(DeskCommand):
    help = "Restore a backup into an empty data folder and database; refuses to overwrite."

    def add_arguments(self, parser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args, **options) -> None:
        if not archive.is_empty():
            raise CommandError("Basis data tujuan sudah berisi; pulihkan ke tempat yang kosong.")
        uploads = Path(settings.MEDIA_ROOT)
        if uploads.exists() and any(uploads.iterdir()):
            raise CommandError("Map unggahan tujuan sudah berisi; pulihkan ke tempat yang kosong.")
        # Beside its place, so that putting it there is one move.
        with tempfile.TemporaryDirectory(dir=uploads.parent, prefix=".pulih-") as work:
            archive.unpack(options["file"], Path(work))
            archive.put(Path(work))
        if lost := archive.missing_documents():
            raise CommandError(f"Dipulihkan, tetapi {len(lost)} dokumen tidak utuh: {', '.join(lost[:5])}.")
        self.stdout.write(f"Dipulihkan: {InformationRequest.objects.count()} permohonan, semua dokumen utuh.")
