"""Uploaded and issued files: what is accepted, by content and not by name, and where it is kept unchanged."""

import csv
import hashlib
import io
import os
import re
import secrets
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File

from .models.books import Document
from .models.case import InformationRequest
from .models.people import User
from .models.records import StepRecord
from .models.shelf import BookFile
from .rules.refusals import Refusal

MAX_BYTES = 10 * 1024 * 1024
MAX_PAGES = 300
MAX_OBJECTS = 200_000  # of one PDF: more takes longer to search than a clerk should wait
MAX_POINTS = 14_400  # of a PDF page's side: 5 metres, the most the format names
MAX_SIDE = 10_000  # pixels
MAX_PIXELS = 40_000_000
MAX_MEMBERS = 2_000  # files inside an XLSX or DOCX
MAX_UNPACKED = 100 * 1024 * 1024
MAX_NAME = 120

PDF, JPEG, PNG, CSV = "application/pdf", "image/jpeg", "image/png", "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SUFFIXES = {PDF: (".pdf",), JPEG: (".jpg", ".jpeg"), PNG: (".png",)}
SUFFIXES |= {XLSX: (".xlsx",), DOCX: (".docx",), CSV: (".csv",)}
SCANS = (PDF, JPEG, PNG)
STARTS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")  # of a JPEG, of a PNG
OLE = b"\xd0\xcf\x11\xe0"  # how DOC, XLS and locked DOCX or XLSX begin
OFFICE_PARTS = {"xl/workbook.xml": XLSX, "word/document.xml": DOCX}
KNOWN = "PDF, JPEG, PNG, XLSX, DOCX atau CSV"

# What a PDF may not do: run script, start a program, carry another file, send or fetch data.
FORBIDDEN_NAMES = {
    *"/JavaScript /JS /Launch /EmbeddedFile /EmbeddedFiles /RichMedia /XFA /SubmitForm /ImportData /GoToE".split()
}
# Looked for in the raw bytes as well, because viewers also rebuild objects that the file's index leaves out. Only
# words too long to arise in compressed data by chance.
FORBIDDEN_BYTES = (b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/RichMedia")


class Unreadable(Refusal):
    """A stored file is missing or is not what was stored."""

    status = 404


@dataclass(frozen=True)
class Upload:
    """A file found acceptable: display name, type by content, bytes, pages where it has any."""

    name: str
    content_type: str
    content: bytes
    pages: int | None


def inspect(file: File, accept: Iterable[str] = tuple(SUFFIXES)) -> Upload:
    """Judge an uploaded file by its content. Raises ValidationError naming the limit it passes."""
    if (file.size or 0) > MAX_BYTES:
        raise ValidationError(f"Berkas lebih besar dari {MAX_BYTES // 1024**2} MB; kecilkan atau bagi dahulu.")
    content = file.read(MAX_BYTES + 1)
    if not content:
        raise ValidationError("Berkas kosong.")
    if len(content) > MAX_BYTES:
        raise ValidationError(f"Berkas lebih besar dari {MAX_BYTES // 1024**2} MB; kecilkan atau bagi dahulu.")
    content_type, pages = _judge(content, file.name or "")
    if content_type not in accept:
        raise ValidationError("Jenis berkas ini tidak diterima di sini; pindai menjadi PDF, JPEG atau PNG.")
    return Upload(safe_name(file.name or "", content_type), content_type, content, pages)


def _judge(content: bytes, name: str) -> tuple[str, int | None]:
    if content.startswith(b"PK\x03\x04"):
        with _refusing("Berkas XLSX atau DOCX rusak; simpan ulang lalu unggah lagi."):
            return _office_type(content), None
    hidden = "Berkas menyembunyikan arsip ZIP di dalamnya."
    with _refusing(hidden):
        if zipfile.is_zipfile(io.BytesIO(content)):
            raise ValidationError(hidden)
    if content.startswith(b"%PDF-"):
        with _refusing("PDF rusak dan tidak dapat dibuka; pindai atau simpan ulang."):
            return PDF, _pdf_pages(content)
    if content.startswith(STARTS):
        with _refusing("Gambar rusak dan tidak dapat dibuka; ambil atau pindai ulang."):
            return _image_type(content), None
    if content.startswith(OLE):
        raise ValidationError("Berkas DOC atau XLS lama, atau dikunci kata sandi; simpan sebagai DOCX atau XLSX biasa.")
    if name.lower().endswith(".csv"):
        with _refusing("CSV harus berupa teks UTF-8; simpan ulang sebagai “CSV UTF-8”."):
            _check_csv(content)
            return CSV, None
    raise ValidationError(f"Isi berkas bukan {KNOWN}.")


@contextmanager
def _refusing(sentence: str) -> Iterator[None]:
    """Refuse with a sentence on whatever a reader of strange bytes may stumble over; refusals within pass."""
    try:
        yield
    except ValidationError:
        raise
    except Exception as error:
        raise ValidationError(sentence) from error


def safe_name(name: str, content_type: str) -> str:
    """Make a name fit to show: no folders, no control or direction signs, the suffix its content has, 120 signs."""
    base = PurePosixPath(unicodedata.normalize("NFC", name).replace("\\", "/")).name
    base = "".join(" " if sign.isspace() else sign for sign in base if visible(sign))
    base = re.sub(r"\s+", " ", re.sub(r'[<>:"|?*]', "_", base)).strip(" .")
    suffix = next((own for own in SUFFIXES[content_type] if base.lower().endswith(own)), "")
    stem = base[: len(base) - len(suffix)].strip(" .") or "berkas"
    suffix = suffix or SUFFIXES[content_type][0]
    return stem[: MAX_NAME - len(suffix)].rstrip() + suffix


def visible(sign: str) -> bool:
    """Tell whether a sign of a file's name is seen as itself: no control sign, no mark that turns the direction."""
    return sign.isspace() or not unicodedata.category(sign).startswith("C")


def _pdf_pages(content: bytes) -> int:
    """Count the pages of a PDF that opens, is not locked, has printable pages and does nothing but show them."""
    if b"%%EOF" not in content[-1024:]:
        raise ValidationError("PDF rusak atau terpotong; pindai atau simpan ulang.")
    reader = _opened(content)
    pages = len(reader.pages)
    if not all(_is_printable(page) for page in reader.pages[: MAX_PAGES + 1]):
        raise ValidationError("PDF memuat halaman yang ukurannya tidak dapat dicetak; pindai atau simpan ulang.")
    if any(mark in content for mark in FORBIDDEN_BYTES) or _is_active(reader):
        raise ValidationError("PDF memuat skrip, perintah atau berkas lain di dalamnya; cetak ulang menjadi PDF biasa.")
    if not 1 <= pages <= MAX_PAGES:
        raise ValidationError(f"PDF berisi {pages} halaman; batasnya 1 sampai {MAX_PAGES} halaman.")
    return pages


def _opened(content: bytes) -> Any:
    """Open a PDF as anybody may who has no password: one that only forbids changing or printing opens."""
    from pypdf import PdfReader

    try:
        reader = PdfReader(io.BytesIO(content))
    except NotImplementedError as error:
        if b"/Encrypt" not in content:
            raise
        raise ValidationError("PDF dikunci dengan cara yang tidak dikenal; simpan tanpa kunci.") from error
    if reader.is_encrypted and not reader.decrypt(""):
        raise ValidationError("PDF dikunci kata sandi; simpan tanpa kata sandi lalu unggah lagi.")
    return reader


def _is_printable(page) -> bool:
    """Tell whether a page has a size paper can have: it may have to stand behind a letter."""
    return all(1 <= float(side) <= MAX_POINTS for side in (page.mediabox.width, page.mediabox.height))


def _is_active(reader) -> bool:
    """Search every object the PDF's index names; names written in hex escapes are read as what they mean."""
    from pypdf.generic import IndirectObject

    numbers = {(number, generation) for generation, row in reader.xref.items() for number in row}
    numbers |= {(number, 0) for number in reader.xref_objStm}
    if len(numbers) > MAX_OBJECTS:
        raise ValidationError(f"PDF tersusun dari lebih dari {MAX_OBJECTS} bagian; pindai ulang menjadi PDF sederhana.")
    objects = (reader.get_object(IndirectObject(*number, reader)) for number in sorted(numbers))
    return any(name in FORBIDDEN_NAMES for item in chain([reader.trailer], objects) for name in _names(item))


def _names(item: object, depth: int = 0) -> Iterator[str]:
    """Yield the keys and name values of one object, without following references to others."""
    from pypdf.generic import NameObject

    if isinstance(item, NameObject):
        yield str(item)
    if isinstance(item, dict):
        yield from item
    if isinstance(item, dict | list) and depth < 50:
        for child in dict.values(item) if isinstance(item, dict) else list.__iter__(item):
            yield from _names(child, depth + 1)


def _image_type(content: bytes) -> str:
    """Name the type of an image that opens whole and keeps within the pixel limits."""
    from PIL import Image, ImageFile

    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint, once loaded, makes Pillow forgive torn images everywhere
    too_big = ValidationError(f"Gambar terlalu besar; batasnya {MAX_SIDE} piksel per sisi dan 40 megapiksel.")
    if b"%PDF-" in content[:1024]:
        raise ValidationError("Gambar menyembunyikan PDF di dalamnya.")
    try:
        with Image.open(io.BytesIO(content), formats=("JPEG", "PNG")) as image:
            width, height = image.size
            if max(width, height) > MAX_SIDE or width * height > MAX_PIXELS:
                raise too_big
            image.verify()
        with Image.open(io.BytesIO(content), formats=("JPEG", "PNG")) as image:
            image.draft("L", (1000, 1000))
            image.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise too_big from error
    # By its first bytes, as every reader takes it: what a telephone adds behind a JPEG makes Pillow call it MPO.
    return JPEG if content.startswith(STARTS[0]) else PNG


def _office_type(content: bytes) -> str:
    """Name the type of a sound XLSX or DOCX without macros that unpacks to a bounded size."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = archive.infolist()
        if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_UNPACKED:
            raise ValidationError(
                f"Arsip mengembang melewati batas {MAX_UNPACKED // 1024**2} MB atau {MAX_MEMBERS} bagian."
            )
        kind = _check_members(members)
        if archive.testzip():
            raise zipfile.BadZipFile
    return kind


def _check_members(members: list[zipfile.ZipInfo]) -> str:
    names = [member.filename for member in members]
    kinds = [kind for part, kind in OFFICE_PARTS.items() if part in names]
    if "[Content_Types].xml" not in names or len(kinds) != 1:
        raise ValidationError(f"Isi berkas bukan {KNOWN}.")
    if any(member.flag_bits & 1 for member in members):
        raise ValidationError("Berkas dikunci kata sandi; simpan tanpa kata sandi lalu unggah lagi.")
    if len(set(names)) != len(names):
        raise zipfile.BadZipFile
    if any(re.search(r"vbaproject|activex|/embeddings/|(^|/)\.\.(/|$)|^/", name.lower()) for name in names):
        raise ValidationError("Berkas memuat makro atau berkas lain di dalamnya; simpan sebagai XLSX/DOCX biasa.")
    return kinds[0]


def _check_csv(content: bytes) -> None:
    text = content.decode("utf-8-sig")
    widths = {len(row) for row in csv.reader(io.StringIO(text[:100_000]))}
    markup = re.search(r"^\s*<|<(script|html|svg)\b", text, re.IGNORECASE)
    if markup or not widths or re.search(r"[\x00-\x08\x0e-\x1f\x7f]", text):
        raise ValidationError(f"Isi berkas bukan {KNOWN}.")


def store(
    case: InformationRequest, kind: str, upload: Upload, *, record: StepRecord | None = None, user: User, now: datetime
) -> Document:
    """Keep the bytes under a random name, on disk before the row, and save the row with their SHA-256."""
    document = Document(case=case, record=record, kind=kind, uploaded_by=user, uploaded_at=now)
    return _keep(document, upload)


def store_of_book(kind: str, upload: Upload, *, user: User | None, now: datetime) -> BookFile:
    """Keep a paper of the books, which belongs to no single case."""
    return _keep(BookFile(kind=kind, kept_by=user, kept_at=now), upload)


def digest(upload: Upload) -> str:
    """Give the SHA-256 a file would be known by."""
    return hashlib.sha256(upload.content).hexdigest()


def _keep(row: Any, upload: Upload) -> Any:
    row.path, row.name, row.pages = _write(upload.content), upload.name, upload.pages
    row.content_type, row.size = upload.content_type, len(upload.content)
    row.sha256 = hashlib.sha256(upload.content).hexdigest()
    try:
        row.save()
    except BaseException:
        _place(row.path).unlink(missing_ok=True)
        raise
    return row


def _write(content: bytes) -> str:
    name = secrets.token_hex(16)
    path = f"{name[:2]}/{name[2:]}"
    place = _place(path)
    place.parent.mkdir(mode=0o750, parents=True, exist_ok=True)
    descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o640)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    for folder in (place.parent, place.parent.parent):  # else a power cut may forget the new name
        _sync_folder(folder)
    return path


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _place(path: str) -> Path:
    root = Path(settings.MEDIA_ROOT).resolve()
    place = (root / path).resolve()
    if not place.is_relative_to(root):
        raise Unreadable("Berkas ini tidak berada di tempat penyimpanan.")
    return place


def read(document: Document | BookFile) -> bytes:
    """Read a stored file. Raises Unreadable when it is gone or no longer has its SHA-256."""
    try:
        content = _place(document.path).read_bytes()
    except OSError as error:
        raise Unreadable(f"Berkas “{document.name}” tidak ada di tempat penyimpanan; hubungi admin.") from error
    if hashlib.sha256(content).hexdigest() != document.sha256:
        raise Unreadable(f"Berkas “{document.name}” berubah sejak disimpan; hubungi admin.")
    return content
