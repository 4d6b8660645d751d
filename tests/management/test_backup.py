"""A backup taken while the desk runs, restored into an empty place, holds everything and says so."""

import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from requests_app.documents import Upload, store
from tests.repository import ROOT

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def kept(desk):
    case = desk.letter(at="08.05")
    user, now = desk.cast.helpdesk, desk.now
    store(case, "pindaian", Upload("surat.csv", "text/csv", b"nomor;perihal\n1;data\n", None), user=user, now=now)
    return case


def test_a_backup_restored_elsewhere_holds_every_case_and_document(kept, tmp_path):
    archive = tmp_path / "desk.tar"
    call_command("backup", str(archive))
    assert archive.stat().st_mode & 0o777 == 0o600
    with EmptyPlace(tmp_path) as elsewhere:
        done = manage(elsewhere, "restore", str(archive))
        assert (done.returncode, done.stdout) == (0, "Dipulihkan: 1 permohonan, semua dokumen utuh.\n")
        again = manage(elsewhere, "restore", str(archive))
        assert (again.returncode, again.stderr) == (
            1, "Basis data tujuan sudah berisi; pulihkan ke tempat yang kosong.\n",
        )  # fmt: skip


def test_a_backup_never_overwrites(kept, tmp_path):
    archive = tmp_path / "desk.tar"
    archive.write_text("milik orang lain")
    with pytest.raises(CommandError, match="sudah ada"):
        call_command("backup", str(archive))
    assert archive.read_text() == "milik orang lain"


def test_a_damaged_archive_is_refused(kept, tmp_path):
    whole, damaged = tmp_path / "whole.tar", tmp_path / "damaged.tar"
    call_command("backup", str(whole))
    with tarfile.open(whole) as archive:
        archive.extractall(tmp_path / "open", filter="data")
    stored = next((tmp_path / "open" / "uploads").rglob("*/*"))
    stored.write_bytes(b"diubah")
    with tarfile.open(damaged, "w") as archive:
        archive.add(tmp_path / "open", ".")
    with EmptyPlace(tmp_path) as elsewhere:
        done = manage(elsewhere, "restore", str(damaged))
    assert (done.returncode, done.stdout) == (1, "")
    place, _, sentence = done.stderr.partition(" ")
    assert (place.split("/")[0], sentence) == ("uploads", "di dalam cadangan rusak atau hilang.\n")


def manage(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


class EmptyPlace:
    """An empty data folder, and on PostgreSQL an empty database beside the suite's own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "elsewhere"

    def __enter__(self) -> dict[str, str]:
        self.folder.mkdir()
        environment = {**os.environ, "DATA_DIR": str(self.folder), "HTTPS": "0"}
        environment.pop("DJANGO_SETTINGS_MODULE", None)
        if connection.vendor == "postgresql":
            self.name = f"{connection.settings_dict['NAME']}_restored"
            self._execute(f'CREATE DATABASE "{self.name}"')
            values = connection.settings_dict
            login = f"{values['USER']}:{values['PASSWORD']}@{values['HOST']}:{values['PORT']}"
            environment["DATABASE_URL"] = f"postgres://{login}/{self.name}"
        return environment

    def __exit__(self, *exception: object) -> None:
        if connection.vendor == "postgresql":
            self._execute(f'DROP DATABASE IF EXISTS "{self.name}" WITH (FORCE)')

    def _execute(self, statement: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement)
