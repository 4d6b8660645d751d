"""A backup taken while the desk runs, restored into an empty place, holds everything; or leaves no trace."""

import hashlib
import io
import json
import os
import re
import subprocess
import tarfile
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from requests_app.documents import Upload, store
from requests_app.management.archive import DATABASE
from tests.repository import PYTHON, ROOT

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.alone]


@pytest.fixture
def kept(desk):
    case = desk.letter(at="08.05")
    user, now = desk.cast.helpdesk, desk.now
    store(case, "pindaian", Upload("surat.csv", "text/csv", b"nomor;perihal\n1;data\n", None), user=user, now=now)
    return case


@pytest.fixture
def archive(kept, tmp_path):
    call_command("backup", str(tmp_path / "desk.tar"), verbosity=0)
    return tmp_path / "desk.tar"


def test_a_backup_restored_elsewhere_holds_every_case_and_document(kept, tmp_path):
    archive = tmp_path / "desk.tar"
    taken = manage(here(), "backup", str(archive))
    files = sum(path.is_file() for path in Path(settings.MEDIA_ROOT).rglob("*"))
    assert (taken.returncode, taken.stderr) == (0, "")
    assert taken.stdout == f"{archive}: {files + 2} berkas, diperiksa.\n"  # and the database, and the key
    assert (archive.stat().st_mode & 0o777, [*tmp_path.iterdir()]) == (0o600, [archive])
    with EmptyPlace(tmp_path) as elsewhere:
        done = manage(elsewhere, "restore", str(archive))
        assert (done.returncode, done.stdout) == (0, "Dipulihkan: 1 permohonan, semua dokumen utuh.\n")
        again = manage(elsewhere, "restore", str(archive))
        assert (again.returncode, again.stderr) == (
            1, "Basis data tujuan sudah berisi; pulihkan ke tempat yang kosong.\n",
        )  # fmt: skip
        modes = {path.stat().st_mode & 0o777 for path in Path(elsewhere["DATA_DIR"]).rglob("*")}
    assert modes == {0o600, 0o640, 0o750}


def test_a_backup_into_a_folder_that_is_not_there_says_so(kept, tmp_path):
    with pytest.raises(CommandError) as refused:
        call_command("backup", str(tmp_path / "usb" / "desk.tar"))
    assert str(refused.value) == f"Map {tmp_path / 'usb'} tidak ada."


def test_a_backup_never_overwrites(kept, tmp_path):
    archive = tmp_path / "desk.tar"
    archive.write_text("milik orang lain")
    with pytest.raises(CommandError, match="sudah ada"):
        call_command("backup", str(archive))
    assert archive.read_text() == "milik orang lain"


REFUSED = {
    "changed": r"uploads/\S+ di dalam cadangan rusak atau hilang\.",
    "linked": r"Cadangan memuat 'uploads/keluar' dua kali atau bukan sebagai berkas biasa\.",
    "torn": r"\S+ di dalam cadangan rusak atau hilang\.|\S+ bukan cadangan meja layanan yang utuh\.",
    "swapped": r"Basis data tidak lulus pemeriksaan keutuhan\.|pg_restore: .*",
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_strange_archive_is_refused_and_the_place_stays_as_it_was(archive, tmp_path, kind):
    strange = tmp_path / "strange.tar"
    {"changed": changed, "linked": linked, "torn": torn, "swapped": swapped}[kind](archive, strange)
    with EmptyPlace(tmp_path) as elsewhere:
        place = Path(elsewhere["DATA_DIR"])
        (place / "secret_key").write_text("kunci lama")
        done = manage(elsewhere, "restore", str(strange))
        assert (done.returncode, done.stdout) == (1, "")
        assert re.fullmatch(f"({REFUSED[kind]})\n", done.stderr)
        assert [(path.name, path.read_text()) for path in place.rglob("*")] == [("secret_key", "kunci lama")]


def changed(whole: Path, other: Path) -> None:
    """Change one uploaded file, and nothing beside it."""
    other.write_bytes(whole.read_bytes().replace(b"nomor;perihal", b"nomor;perihak"))


def linked(whole: Path, other: Path) -> None:
    """Put a link to a folder outside before everything else."""
    with tarfile.open(whole) as source, tarfile.open(other, "w") as target:
        link = tarfile.TarInfo("uploads/keluar")
        link.type, link.linkname = tarfile.SYMTYPE, "/tmp"
        target.addfile(link)
        for member in source:
            target.addfile(member, source.extractfile(member))


def torn(whole: Path, other: Path) -> None:
    """Cut the archive off, as a full disk does."""
    other.write_bytes(whole.read_bytes()[:-20_000])


def swapped(whole: Path, other: Path) -> None:
    """Put something else in the database's place, and the list of files right again."""
    with tarfile.open(whole) as source:
        content = {member.name: source.extractfile(member).read() for member in source}
    name, manifest = DATABASE[connection.vendor], json.loads(content["isi.json"])
    content[name] = b"bukan basis data"
    manifest["sha256"][name] = hashlib.sha256(content[name]).hexdigest()
    content["isi.json"] = json.dumps(manifest).encode()
    with tarfile.open(other, "w") as target:
        for name, one in content.items():
            member = tarfile.TarInfo(name)
            member.size = len(one)
            target.addfile(member, io.BytesIO(one))


def manage(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [PYTHON, "manage.py", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def here() -> dict[str, str]:
    """Give the environment of a command that works where the suite does."""
    return environment(settings.DATA_DIR, connection.settings_dict["NAME"])


def environment(folder: Path, database: str) -> dict[str, str]:
    """Give the environment of a command with a data folder and a database of its own."""
    values = connection.settings_dict
    login = f"{values['USER']}:{values['PASSWORD']}@{values['HOST']}:{values['PORT']}"
    address = f"postgres://{login}/{database}" if connection.vendor == "postgresql" else f"sqlite:///{database}"
    given = {**os.environ, "DATA_DIR": str(folder), "HTTPS": "0", "DATABASE_URL": address}
    given.pop("DJANGO_SETTINGS_MODULE", None)
    return given


class EmptyPlace:
    """An empty data folder, and on PostgreSQL an empty database beside the suite's own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "elsewhere"

    def __enter__(self) -> dict[str, str]:
        self.folder.mkdir()
        if connection.vendor == "sqlite":
            return environment(self.folder, str(self.folder / "desk.sqlite3"))
        self.name = f"{connection.settings_dict['NAME']}_restored"
        self._execute(f'CREATE DATABASE "{self.name}"')
        return environment(self.folder, self.name)

    def __exit__(self, *exception: object) -> None:
        if connection.vendor == "postgresql":
            self._execute(f'DROP DATABASE IF EXISTS "{self.name}" WITH (FORCE)')

    def _execute(self, statement: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement)
