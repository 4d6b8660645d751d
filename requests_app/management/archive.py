"""One file that holds the whole desk: database, uploads and key, each member known by its SHA-256.

The database is taken first and the uploads after it: a document's bytes are on disk before its row is
committed, so whatever the database names is there when the uploads are copied.
"""

import hashlib
import io
import json
import os
import sqlite3
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from itertools import chain
from pathlib import Path

from django.conf import settings
from django.core.management.base import CommandError
from django.db import connection

from ..models.books import Document
from ..models.shelf import BookFile

MANIFEST = "isi.json"
DATABASE = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}


def write(target: Path, folder: Path, now: datetime) -> int:
    """Write the archive and give the number of its files; `folder` is an empty place to work in."""
    dump = folder / DATABASE[connection.vendor]
    _dump(dump)
    digests = {}
    with tarfile.open(target, "x:") as archive:
        target.chmod(0o600)  # it holds personal data and the key
        for path, name in [(dump, dump.name), *_files()]:
            digests[name] = _digest(path)
            archive.add(path, name)
        manifest = {"made_at": now.isoformat(), "vendor": connection.vendor, "sha256": digests}
        _add_text(archive, MANIFEST, json.dumps(manifest, indent=1))
    return len(digests)


def unpack(source: Path, folder: Path) -> dict[str, str]:
    """Unpack an archive and check every file against its SHA-256. Raises CommandError."""
    try:
        with tarfile.open(source) as archive:
            archive.extractall(folder, filter="data")
        manifest = json.loads((folder / MANIFEST).read_text())
    except (OSError, tarfile.TarError, ValueError) as error:
        raise CommandError(f"{source} bukan cadangan meja layanan yang utuh.") from error
    for name, digest in manifest["sha256"].items():
        if not (folder / name).is_file() or _digest(folder / name) != digest:
            raise CommandError(f"{name} di dalam cadangan rusak atau hilang.")
    if manifest["vendor"] != connection.vendor:
        raise CommandError(f"Cadangan ini dari {manifest['vendor']}, DATABASE_URL menunjuk {connection.vendor}.")
    return manifest["sha256"]


def load(folder: Path) -> None:
    """Put an unpacked database where DATABASE_URL points. Raises CommandError."""
    dump = folder / DATABASE[connection.vendor]
    if connection.vendor == "postgresql":
        _run("pg_restore", "--no-owner", "--exit-on-error", "--dbname", _database(), str(dump))
        return
    connection.close()
    with closing(sqlite3.connect(dump)) as source, closing(sqlite3.connect(_database())) as target:
        source.backup(target)


def missing_documents() -> list[str]:
    """Name the documents whose stored bytes are gone or changed."""
    root = Path(settings.MEDIA_ROOT)
    rows = [model.objects.values_list("path", "sha256", "name").iterator() for model in (Document, BookFile)]
    return [name for path, digest, name in chain(*rows) if not _same(root / path, digest)]


def _same(path: Path, digest: str) -> bool:
    return path.is_file() and _digest(path) == digest


def _files() -> Iterator[tuple[Path, str]]:
    root = Path(settings.MEDIA_ROOT)
    yield from ((path, f"uploads/{path.relative_to(root)}") for path in sorted(root.rglob("*")) if path.is_file())
    key = settings.DATA_DIR / "secret_key"
    if key.exists():
        yield key, "secret_key"


def _dump(target: Path) -> None:
    if connection.vendor == "postgresql":
        _run("pg_dump", "--format=custom", "--file", str(target), _database())
        return
    with closing(sqlite3.connect(_database())) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        if copy.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise CommandError("Basis data tidak lulus pemeriksaan keutuhan; cadangan tidak dibuat.")


def _run(program: str, *arguments: str) -> None:
    values = connection.settings_dict
    given = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    environment = {**os.environ, **{name: str(values[key]) for name, key in given.items() if values[key]}}
    try:
        done = subprocess.run(  # noqa: S603
            [program, *arguments], env=environment, capture_output=True, text=True, check=False
        )
    except FileNotFoundError as error:
        raise CommandError(f"{program} tidak ada; pasang paket postgresql-client.") from error
    if done.returncode:
        raise CommandError(f"{program}: {done.stderr.strip()}")


def _database() -> str:
    return str(connection.settings_dict["NAME"])


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _add_text(archive: tarfile.TarFile, name: str, text: str) -> None:
    member = tarfile.TarInfo(name)
    member.size = len(text.encode())
    archive.addfile(member, io.BytesIO(text.encode()))
