"""What a machine may refuse a command, in one sentence: a full disk, a missing folder, a database that is not there.

Read before the settings are: they too may be what cannot be read.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EACCES, EDQUOT, EEXIST, EFBIG, EISDIR, ENOENT, ENOSPC, ENOTDIR, EPERM, EROFS

from django.core.exceptions import ImproperlyConfigured
from django.db.utils import DatabaseError, DataError, IntegrityError, InterfaceError, OperationalError

NOT_MIGRATED = "Basis data belum mutakhir: jalankan `manage.py migrate` dahulu."
FULL = "Disk penuh: {} tidak dapat ditulis. Kosongkan tempat, lalu jalankan lagi."
SHUT = "{} tidak boleh dibaca atau ditulis oleh pengguna yang menjalankan perintah ini."
OF_FILES = {
    **dict.fromkeys((ENOSPC, EDQUOT, EFBIG), FULL),
    **dict.fromkeys((EACCES, EPERM, EROFS), SHUT),
    **dict.fromkeys((EEXIST, ENOTDIR), "{} bukan map."),
    EISDIR: "{} sebuah map, bukan berkas.",
    ENOENT: "{} tidak ada.",
}
# By what the databases say, the first that fits; SQLite's words, then PostgreSQL's.
OF_DATABASES = (
    (("no such table", "no such column", 'relation "', 'column "', "undefined"), NOT_MIGRATED),
    (("disk is full", "disk i/o error", "no space left", "could not extend"), FULL.format("basis data")),
    (("readonly", "read-only"), SHUT.format("Basis data")),
    (("not a database", "malformed"), "Berkas basis data rusak; pulihkan dari cadangan."),
    (("is locked",), "Basis data sedang dipakai proses lain; coba lagi sebentar."),
    (("unable to open",), "Berkas basis data tidak dapat dibuka; periksa DATA_DIR, DATABASE_URL dan hak aksesnya."),
)
DATABASE = (DatabaseError, InterfaceError, sqlite3.DatabaseError)
OUT_OF_REACH = "Basis data tidak dapat dihubungi ({}); periksa DATABASE_URL."


@contextmanager
def told() -> Iterator[None]:
    """End a command that met trouble with one sentence on standard error and exit code 1; `--traceback` shows where."""
    try:
        yield
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:  # whoever read the output has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        said = sentence(error)
        if "--traceback" in sys.argv or not said:
            raise
        sys.exit(said)


def sentence(error: Exception) -> str:
    """Say what trouble an error means; nothing for what is no trouble of the machine, but ours."""
    first = str(error).strip().partition("\n")[0]
    if isinstance(error, OSError):
        form = OF_FILES.get(error.errno or 0, "{}: %s." % (error.strerror or first))
        return form.format(error.filename or "berkas")
    if isinstance(error, ImproperlyConfigured):
        return first
    if isinstance(error, UnicodeEncodeError):
        return "Perintah memuat huruf yang bukan UTF-8."
    if isinstance(error, DATABASE) and not isinstance(error, IntegrityError | DataError):
        known = next((said for marks, said in OF_DATABASES if any(mark in str(error).lower() for mark in marks)), "")
        return known or (OUT_OF_REACH.format(first) if isinstance(error, OperationalError | InterfaceError) else "")
    return ""
