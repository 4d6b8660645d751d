"""What a backup may hold: plain files its list names, each once. Anything else is refused, nothing put in place."""

import hashlib
import io
import json
import tarfile

import pytest
from django.core.management.base import CommandError
from django.db import connection

from requests_app.management import archive

DATABASE = archive.DATABASE[connection.vendor]
FILES = {DATABASE: b"SQLite", "uploads/ab/cd": b"surat", "secret_key": b"kunci"}


def listed(files: dict[str, bytes], **changed) -> bytes:
    """Write the list of files a backup ends with."""
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    return json.dumps({"vendor": connection.vendor, "sha256": digests, **changed}).encode()


def member(name: str, kind: bytes = tarfile.REGTYPE, **values) -> tarfile.TarInfo:
    """Describe one member."""
    made = tarfile.TarInfo(name)
    made.type = kind
    for field, value in values.items():
        setattr(made, field, value)
    return made


def tar(place, files: dict[str, bytes], *strange: tarfile.TarInfo):
    """Write an archive of plain files, strange members before them."""
    with tarfile.open(place, "w") as made:
        for one in strange:
            made.addfile(one, io.BytesIO(bytes(one.size)))
        for name, content in files.items():
            made.addfile(member(name, size=len(content)), io.BytesIO(content))
    return place


def refusal(source, folder) -> str:
    """Try to unpack; tell the sentence, and that nothing was written outside the folder."""
    before = sorted(folder.parent.iterdir())
    with pytest.raises(CommandError) as refused:
        archive.unpack(source, folder)
    assert sorted(folder.parent.iterdir()) == before
    return str(refused.value)


@pytest.fixture
def place(tmp_path):
    (tmp_path / "fresh").mkdir()
    return tmp_path / "a.tar"


@pytest.fixture
def fresh(place):
    return place.parent / "fresh"


def test_plain_files_are_written_as_they_were(place, fresh):
    archive.unpack(tar(place, {**FILES, "isi.json": listed(FILES)}), fresh)
    found = {str(path.relative_to(fresh)): path.read_bytes() for path in fresh.rglob("*") if path.is_file()}
    assert found == FILES
    assert {path.stat().st_mode & 0o777 for path in fresh.rglob("*") if path.is_file()} == {0o600}


STRANGE = [
    member("uploads/ab/cd", tarfile.SYMTYPE, linkname="/etc"),
    member("uploads/ab/cd", tarfile.LNKTYPE, linkname="../../secret_key"),
    member("uploads/ab", tarfile.DIRTYPE),
    member("uploads/ab/pipa", tarfile.FIFOTYPE),
    member("uploads/ab/disk", tarfile.BLKTYPE, devmajor=8),
    member("uploads/ab/tty", tarfile.CHRTYPE, devmajor=5),
    member("uploads/ab/berlubang", tarfile.GNUTYPE_SPARSE),
    member("uploads/ab/lain", b"Z"),
]


@pytest.mark.parametrize("one", STRANGE, ids=lambda one: f"{one.type!r}")
def test_only_plain_files_are_read(place, fresh, one):
    whole = {**FILES, "isi.json": listed({**FILES, one.name: b""})}
    assert refusal(tar(place, whole, one), fresh) == (
        f"Cadangan memuat '{one.name}' dua kali atau bukan sebagai berkas biasa."
    )


def test_a_member_that_comes_twice_is_refused(place, fresh):
    doubled = tar(place, {**FILES, "isi.json": listed(FILES)}, member("secret_key", size=5))
    assert refusal(doubled, fresh) == "Cadangan memuat 'secret_key' dua kali atau bukan sebagai berkas biasa."


@pytest.mark.parametrize(
    "name",
    ["../luar", "/etc/passwd", "uploads/../../luar", "uploads//cd", "uploads/./cd", "uploads", "desk.sqlite3", ".",
     "database.lain", "uploads/", "Uploads/ab"],
)  # fmt: skip
def test_a_name_no_backup_writes_is_refused(place, fresh, name):
    files = {**FILES, name: b"x"}
    shown = name.rstrip("/")  # as the format keeps it
    assert refusal(tar(place, {**files, "isi.json": listed({**FILES, shown: b"x"})}), fresh) == (
        f"Cadangan memuat '{shown}', yang bukan bagian dari meja layanan."
    )


def test_a_member_the_list_does_not_name_is_refused(place, fresh):
    more = tar(place, {**FILES, "uploads/ab/tamu": b"x", "isi.json": listed(FILES)})
    assert refusal(more, fresh) == "Cadangan memuat 'uploads/ab/tamu', yang bukan bagian dari meja layanan."


@pytest.mark.parametrize("lost", FILES)
def test_a_lost_member_is_named(place, fresh, lost):
    left = {name: content for name, content in FILES.items() if name != lost}
    assert refusal(tar(place, {**left, "isi.json": listed(FILES)}), fresh) == (
        f"{lost} di dalam cadangan rusak atau hilang."
    )


def test_a_backup_without_a_database_is_refused(place, fresh):
    left = {"secret_key": b"kunci"}
    words = f"{DATABASE} di dalam cadangan rusak atau hilang."
    assert refusal(tar(place, {**left, "isi.json": listed(left)}), fresh) == words


@pytest.mark.parametrize("content", [b"surau", b"sura", b"suratt", b""])
def test_a_changed_member_is_named(place, fresh, content):
    changed = tar(place, {**FILES, "uploads/ab/cd": content, "isi.json": listed(FILES)})
    assert refusal(changed, fresh) == "uploads/ab/cd di dalam cadangan rusak atau hilang."


def test_a_backup_of_the_other_database_is_refused(place, fresh):
    other = {"sqlite": "postgresql", "postgresql": "sqlite"}[connection.vendor]
    files = {archive.DATABASE[other]: b"x"}
    assert refusal(tar(place, {**files, "isi.json": listed(files, vendor=other)}), fresh) == (
        f"Cadangan ini dari {other}, DATABASE_URL menunjuk {connection.vendor}."
    )


LISTS = [b"", b"{", b"[]", b"{}", b"\xff\xfe", b"[" * 100_000, b'{"vendor": "x", "sha256": {}}', b'{"sha256": {}}',
         b'{"vendor": ["sqlite"], "sha256": {}}', b'{"vendor": "sqlite", "sha256": [1]}']  # fmt: skip


@pytest.mark.parametrize("text", LISTS, ids=range(len(LISTS)))
def test_a_list_that_cannot_be_read_is_no_backup(place, fresh, text):
    assert refusal(tar(place, {**FILES, "isi.json": text}), fresh) == (
        f"{place} bukan cadangan meja layanan yang utuh."
    )


def header(**values) -> bytes:
    """Write a member's head alone."""
    return member("uploads/ab/cd", **values).tobuf(tarfile.GNU_FORMAT)


TORN = [b"", b"x", b"bukan tar" * 100, bytes(10_240), b"PK\x03\x04" + bytes(1000), b"\x1f\x8b" + bytes(1000),
        header(size=-512), header(size=2**62), header(kind=tarfile.XHDTYPE, size=2**62),
        header(kind=tarfile.GNUTYPE_LONGNAME, size=-512)]  # fmt: skip


@pytest.mark.parametrize("content", TORN, ids=range(len(TORN)))
def test_what_is_no_archive_is_refused(place, fresh, content):
    place.write_bytes(content)
    assert refusal(place, fresh).startswith((f"{place} bukan cadangan", "Cadangan memuat 'uploads/ab/cd'"))


def test_an_archive_cut_off_anywhere_is_refused(place, fresh):
    whole = tar(place, {**FILES, "isi.json": listed(FILES)}).read_bytes()
    for cut in range(0, 512 * 8, 256):  # four heads, four files of one block each
        place.write_bytes(whole[:cut])
        assert refusal(place, fresh)
