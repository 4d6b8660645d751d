"""Whatever the machine refuses, every command ends in one sentence and exit code 1; nobody is shown our code."""

import json
import os
import sqlite3
import subprocess
from contextlib import closing
from errno import EACCES, EDQUOT, EIO, EISDIR, ENOENT, ENOSPC, ENOTDIR, EROFS

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import get_commands
from django.db import connection
from django.db.utils import DataError, IntegrityError, OperationalError, ProgrammingError

from requests_app.management.troubles import sentence
from tests.management.every_command import COMMANDS
from tests.repository import PYTHON, ROOT

NOT_MIGRATED = "Basis data belum mutakhir: jalankan `manage.py migrate` dahulu."
NEEDS_NO_DATABASE = {"sop": 0}


def place(folder, **more: str) -> dict[str, str]:
    """Give the environment of an office of its own."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")}
    return {**kept, "DATA_DIR": str(folder), "HTTPS": "0", **more}


def ended(folder, limit: str = "", *names: str, **more: str) -> dict[str, tuple[int, str]]:
    """Type every command there, or those named; tell how each ended."""
    command = [PYTHON, "-m", "tests.management.every_command", str(folder), limit, *names]
    done = subprocess.run(command, cwd=ROOT, env=place(folder, **more), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return {name: (code, said.strip()) for name, (code, said) in json.loads(done.stdout).items()}


def test_every_command_is_tried():
    assert {*COMMANDS} == {name for name, app in get_commands().items() if app == "requests_app"}


def test_on_a_database_not_migrated(tmp_path):
    (tmp_path / "desk.sqlite3").touch()
    sentences = dict.fromkeys(COMMANDS, (1, NOT_MIGRATED)) | {
        "backup": (1, "Basis data masih kosong; tidak ada yang dicadangkan."),
        "restore": (1, f"{tmp_path}/none.tar tidak ada."),
        "serve": (1, f"CommandError: {NOT_MIGRATED}"),
    }
    found = ended(tmp_path)
    assert found.pop("sop")[0] == 0
    assert found == {name: said for name, said in sentences.items() if name != "sop"}


def test_on_a_database_out_of_reach(tmp_path):
    found = ended(tmp_path, DATABASE_URL="postgres://desk:rahasia@127.0.0.1:1/desk")
    assert found.pop("sop")[0] == 0
    assert {code for code, _ in found.values()} == {1}
    for _, said in found.values():
        assert said.startswith("Basis data tidak dapat dihubungi (")
        assert (said.endswith("; periksa DATABASE_URL."), "\n" in said, "rahasia" in said) == (True, False, False)


def test_on_a_file_that_is_no_database(tmp_path):
    (tmp_path / "desk.sqlite3").write_bytes(b"bukan basis data" * 500)
    found = ended(tmp_path)
    assert found.pop("sop")[0] == 0
    assert {*found.values()} == {(1, "Berkas basis data rusak; pulihkan dari cadangan.")}


@pytest.mark.django_db
def test_on_a_full_disk(tmp_path):
    """A limit on the size of files is met by the very code a full disk meets."""
    with (
        closing(sqlite3.connect(str(connection.settings_dict["NAME"]))) as source,
        closing(sqlite3.connect(tmp_path / "desk.sqlite3")) as target,
    ):
        source.backup(target)
    found = ended(tmp_path, "40000", "backup", "print")
    assert {code for code, _ in found.values()} == {1}
    assert [(said.split(":")[0], "\n" in said) for _, said in found.values()] == [("Disk penuh", False)] * 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["desk.sqlite3", "secret_key"]


UNREADABLE = {
    "DATABASE_URL": ("postgrs://x", "DATABASE_URL tidak dapat dibaca; tulis misalnya postgres://nama:sandi@127.0.0.1:5432/meja."),
    "TRUSTED_PROXIES": ("semua", "TRUSTED_PROXIES tidak dapat dibaca; tulis misalnya 127.0.0.1."),
    "PUBLIC_URL": ("https://[x", "PUBLIC_URL tidak dapat dibaca; tulis misalnya https://ppid.example.go.id."),
    "DATA_DIR": ("/dev/null", "/dev/null bukan map."),
}  # fmt: skip


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_the_environment_says_wrongly_is_named(tmp_path, name):
    typed, said = UNREADABLE[name]
    environment = place(tmp_path, **{name: typed})
    done = subprocess.run([PYTHON, "manage.py", "check"], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"{said}\n")


def test_a_reader_that_has_read_enough_is_no_trouble(tmp_path):
    pipe = f"{PYTHON} manage.py sop | head -n 1"
    done = subprocess.run(pipe, shell=True, cwd=ROOT, env=place(tmp_path), capture_output=True, text=True)
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(ENOSPC, "x", "/d/a"), "Disk penuh: /d/a tidak dapat ditulis. Kosongkan tempat, lalu jalankan lagi."),
        (OSError(EDQUOT, "x"), "Disk penuh: berkas tidak dapat ditulis. Kosongkan tempat, lalu jalankan lagi."),
        (OSError(EACCES, "x", "/d"), "/d tidak boleh dibaca atau ditulis oleh pengguna yang menjalankan perintah ini."),
        (OSError(EROFS, "x", "/d"), "/d tidak boleh dibaca atau ditulis oleh pengguna yang menjalankan perintah ini."),
        (OSError(ENOENT, "x", "/d/a"), "/d/a tidak ada."),
        (OSError(ENOTDIR, "x", "/d/a"), "/d/a bukan map."),
        (OSError(EISDIR, "x", "/d"), "/d sebuah map, bukan berkas."),
        (OSError(EIO, "Input/output error", "/d"), "/d: Input/output error."),
        (OperationalError("no such column: x.y"), NOT_MIGRATED),
        (ProgrammingError('relation "a" does not exist\nLINE 1'), NOT_MIGRATED),
        (OperationalError("attempt to write a readonly database"),
         "Basis data tidak boleh dibaca atau ditulis oleh pengguna yang menjalankan perintah ini."),
        (OperationalError("database is locked"), "Basis data sedang dipakai proses lain; coba lagi sebentar."),
        (OperationalError("unable to open database file"),
         "Berkas basis data tidak dapat dibuka; periksa DATA_DIR, DATABASE_URL dan hak aksesnya."),
        (sqlite3.DatabaseError("database disk image is malformed"), "Berkas basis data rusak; pulihkan dari cadangan."),
        (OperationalError('FATAL: database "a" does not exist\nsaran'),
         'Basis data tidak dapat dihubungi (FATAL: database "a" does not exist); periksa DATABASE_URL.'),
        (ImproperlyConfigured("Error loading psycopg module\nx"), "Error loading psycopg module"),
        # Ours to mend: these are shown where they arose.
        (IntegrityError("UNIQUE constraint failed"), ""),
        (DataError("value too long"), ""),
        (ProgrammingError("syntax error"), ""),
        (KeyError("x"), ""),
        (ValueError("x"), ""),
    ],
)  # fmt: skip
def test_a_trouble_in_words(error, said):
    assert sentence(error) == said
