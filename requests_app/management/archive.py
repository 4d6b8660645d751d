"""One file that holds the whole desk: database, uploads and key, each member known by its SHA-256.

The database is taken first and the uploads after it: a document's bytes are on disk before its row is
committed, so whatever the database names is there when the uploads are copied.
"""

import hashlib
import io
import json
import os
import shutil
import sqlite3
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import closing, nullcontext
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import IO, BinaryIO

from django.conf import settings
from django.core.management.base import CommandError
from django.db import connection

from ..models.books import Document
from ..models.shelf import BookFile

MANIFEST, UPLOADS, KEY = "isi.json", "uploads", "secret_key"
DATABASE = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}
CHUNK = 1024 * 1024  # bytes


def write(target: Path, folder: Path, now: datetime) -> int:
    """Write the archive and give the number of its files; `folder` is an empty place to work in."""
    dump = folder / DATABASE[connection.vendor]
    _dump(dump)
    digests = {}
    with _new(target) as file, tarfile.open(fileobj=file, mode="w:") as archive:
        for path, name in [(dump, dump.name), *_files()]:
            digests[name] = _digest(path)
            with path.open("rb") as content:
                _add(archive, name, content, path.stat().st_size)
        manifest = {"made_at": now.isoformat(), "vendor": connection.vendor, "sha256": digests}
        text = json.dumps(manifest, indent=1).encode()
        _add(archive, MANIFEST, io.BytesIO(text), len(text))
    return len(digests)


def unpack(source: Path, folder: Path | None = None) -> None:
    """Check every file of an archive and, given a folder, write it there. Raises CommandError, OSError.

    Read are the plain files its manifest names, each once; an archive has no say in where or how they are written.
    """
    with source.open("rb") as file:
        try:
            members = _members(file)
            digests = _digests(json.loads(b"".join(_content(file, members.pop(MANIFEST)))), {*members})
        except CommandError:
            raise
        except Exception as error:  # a reader of strange bytes may stumble in any way
            raise CommandError(f"{source} bukan cadangan meja layanan yang utuh.") from error
        for name, digest in digests.items():
            if _take(_content(file, members[name]), folder and folder / name) != digest:
                raise CommandError(f"{name} di dalam cadangan rusak atau hilang.")


def _members(file: BinaryIO) -> dict[str, tarfile.TarInfo]:
    """Find an archive's files by name. Raises CommandError for whatever is no plain file, or comes twice."""
    found: dict[str, tarfile.TarInfo] = {}
    with tarfile.open(fileobj=file, mode="r:") as archive:
        for member in archive:
            plain = member.type in (tarfile.REGTYPE, tarfile.AREGTYPE) and not member.issparse() and member.size >= 0
            if not plain or member.name in found:
                raise CommandError(f"Cadangan memuat {member.name!r} dua kali atau bukan sebagai berkas biasa.")
            found[member.name] = member
    return found


def _digests(manifest: dict, names: set[str]) -> dict[str, str]:
    """Read which files an archive holds. Raises CommandError where it holds others or fewer."""
    digests: dict[str, str] = manifest["sha256"]
    database = DATABASE[manifest["vendor"]]
    if strange := sorted(name for name in names | {*digests} if name not in digests or not _is_ours(name, database)):
        raise CommandError(f"Cadangan memuat {strange[0]!r}, yang bukan bagian dari meja layanan.")
    if lost := sorted({database, *digests} - names):
        raise CommandError(f"{lost[0]} di dalam cadangan rusak atau hilang.")
    if manifest["vendor"] != connection.vendor:
        raise CommandError(f"Cadangan ini dari {manifest['vendor']}, DATABASE_URL menunjuk {connection.vendor}.")
    return digests


def _is_ours(name: str, database: str) -> bool:
    """Tell whether a backup writes such a name: the database, the key, a file below the uploads."""
    first, *below = name.split("/")
    in_uploads = first == UPLOADS and bool(below) and not {"", ".", ".."} & {*below} and "\0" not in name
    return in_uploads or name in (database, KEY)


def _content(file: BinaryIO, member: tarfile.TarInfo) -> Iterator[bytes]:
    """Read a member piece by piece, as far as the file reaches."""
    file.seek(member.offset_data)
    left = member.size
    while left and (chunk := file.read(min(left, CHUNK))):
        left -= len(chunk)
        yield chunk


def _take(content: Iterator[bytes], place: Path | None) -> str:
    """Give the SHA-256 of what is read; where a place is given, write it there."""
    digest = hashlib.sha256()
    with _new(place) if place else nullcontext() as out:
        for chunk in content:
            digest.update(chunk)
            if out:
                out.write(chunk)
    return digest.hexdigest()


def put(folder: Path) -> None:
    """Put an unpacked backup where the settings point, all of it or nothing. Raises CommandError, OSError."""
    uploads, root = folder / UPLOADS, Path(settings.MEDIA_ROOT)
    uploads.mkdir(exist_ok=True)
    for path in (uploads, *uploads.rglob("*")):
        path.chmod(settings.FILE_UPLOAD_DIRECTORY_PERMISSIONS if path.is_dir() else settings.FILE_UPLOAD_PERMISSIONS)
    uploads.rename(root)
    try:
        _load(folder / DATABASE[connection.vendor])
    except BaseException:
        root.rename(uploads)
        raise
    if (folder / KEY).exists():
        (folder / KEY).replace(settings.DATA_DIR / KEY)


def _load(dump: Path) -> None:
    if connection.vendor == "postgresql":
        _run("pg_restore", "--no-owner", "--single-transaction", "--dbname", _database(), str(dump))
        return
    _check(dump)
    connection.close()
    shutil.move(dump, _database())


def is_empty() -> bool:
    """Tell whether the database DATABASE_URL points to has no tables yet; a file that is not there is not made."""
    if connection.vendor == "sqlite" and not Path(_database()).exists():
        return True
    return not connection.introspection.table_names()


def missing_documents() -> list[str]:
    """Name the documents whose stored bytes are gone or changed."""
    root = Path(settings.MEDIA_ROOT)
    rows = [model.objects.values_list("path", "sha256", "name").iterator() for model in (Document, BookFile)]
    return [name for path, digest, name in chain(*rows) if not _same(root / path, digest)]


def _same(path: Path, digest: str) -> bool:
    return path.is_file() and _digest(path) == digest


def _files() -> Iterator[tuple[Path, str]]:
    root = Path(settings.MEDIA_ROOT)
    yield from ((path, f"{UPLOADS}/{path.relative_to(root)}") for path in sorted(root.rglob("*")) if path.is_file())
    key = settings.DATA_DIR / KEY
    if key.exists():
        yield key, KEY


def _dump(target: Path) -> None:
    if connection.vendor == "postgresql":
        _run("pg_dump", "--format=custom", "--file", str(target), _database())
        return
    with closing(sqlite3.connect(_database())) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
    _check(target)


def _check(dump: Path) -> None:
    try:
        with closing(sqlite3.connect(dump)) as database:
            whole = database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    except sqlite3.DatabaseError:
        whole = False
    if not whole:
        raise CommandError("Basis data tidak lulus pemeriksaan keutuhan.")


def _run(program: str, *arguments: str) -> None:
    values = connection.settings_dict
    given = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    environment = {**os.environ, **{name: str(values[key]) for name, key in given.items() if values[key]}}
    try:
        done = subprocess.run(  # noqa: S603
            [program, *arguments], env=environment, capture_output=True, text=True, errors="replace", check=False
        )
    except FileNotFoundError as error:
        raise CommandError(f"{program} tidak ada; pasang paket postgresql-client.") from error
    if done.returncode:
        raise CommandError(f"{program}: {done.stderr.strip().partition(chr(10))[0]}")


def _database() -> str:
    return str(connection.settings_dict["NAME"])


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _new(place: Path) -> BinaryIO:
    """Open a new file, readable by its owner alone: what goes through here holds personal data and the key."""
    place.parent.mkdir(parents=True, exist_ok=True)
    return os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


def _add(archive: tarfile.TarFile, name: str, content: IO[bytes], size: int) -> None:
    member = tarfile.TarInfo(name)
    member.size = size
    archive.addfile(member, content)
