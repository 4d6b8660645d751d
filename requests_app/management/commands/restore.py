"""`manage.py restore FILE`: a backup put back into an empty place, and checked."""

import shutil
import tempfile
from pathlib import Path

from django.conf import settings
from django.core.management.base import CommandError
from django.db import connection

from ...models.case import InformationRequest
from .. import archive
from ..desk_command import DeskCommand


class Command(DeskCommand):
    help = "Restore a backup into an empty data folder and database; refuses to overwrite."

    def add_arguments(self, parser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args, **options) -> None:
        if connection.introspection.table_names():
            raise CommandError("Basis data tujuan sudah berisi; pulihkan ke tempat yang kosong.")
        uploads = Path(settings.MEDIA_ROOT)
        if uploads.exists() and any(uploads.iterdir()):
            raise CommandError("Map unggahan tujuan sudah berisi; pulihkan ke tempat yang kosong.")
        with tempfile.TemporaryDirectory() as work:
            archive.unpack(options["file"], Path(work))
            archive.load(Path(work))
            put_files(Path(work), uploads)
        if lost := archive.missing_documents():
            raise CommandError(f"Dipulihkan, tetapi {len(lost)} dokumen tidak utuh: {', '.join(lost[:5])}.")
        self.stdout.write(f"Dipulihkan: {InformationRequest.objects.count()} permohonan, semua dokumen utuh.")


def put_files(unpacked: Path, uploads: Path) -> None:
    """Put uploads and key where the settings point."""
    if (unpacked / "uploads").exists():
        shutil.copytree(unpacked / "uploads", uploads, dirs_exist_ok=True)
    if (unpacked / "secret_key").exists():
        shutil.copy2(unpacked / "secret_key", settings.DATA_DIR / "secret_key")
        (settings.DATA_DIR / "secret_key").chmod(0o600)
