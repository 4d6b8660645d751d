"""The data baku behind its letter: PDFs as they are, pictures set on A4, one file that still reads as the letter."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from .. import documents
from ..models.books import Document
from .tags import CLAIM

MOST_PAGES, MOST_BYTES = 600, 60 * 1024**2  # behind one letter; what goes past travels as a file of its own
A4 = (595.28, 841.89)  # points
MARGIN = 56.7  # points: 20 mm
INCH = 72  # points
COARSEST = 96  # dots an inch: a small picture is not blown up


@dataclass(frozen=True)
class Enclosure:
    """One file that goes with a letter."""

    name: str
    content_type: str
    size: int
    pages: int | None
    read: Callable[[], bytes]

    @property
    def is_paper(self) -> bool:
        """Tell whether it can stand behind the letter as pages."""
        return self.content_type in documents.SCANS

    @property
    def words(self) -> str:
        """Say it in the list of attachments."""
        if not self.is_paper:
            return f"{self.name} (berkas terpisah)"
        return f"{self.name} ({self.pages} halaman)" if self.pages else self.name


def of_document(document: Document) -> Enclosure:
    """Take a stored file."""
    return Enclosure(
        document.name, document.content_type, document.size, document.pages, lambda: documents.read(document)
    )


def of_upload(upload: documents.Upload) -> Enclosure:
    """Take a file just uploaded, for a preview."""
    return Enclosure(upload.name, upload.content_type, len(upload.content), upload.pages, lambda: upload.content)


def behind(enclosures: Iterable[Enclosure]) -> list[Enclosure]:
    """Choose what stands behind the letter, in order, as far as the limits reach."""
    chosen: list[Enclosure] = []
    pages = size = 0
    for one in enclosures:
        fits = pages + (one.pages or 1) <= MOST_PAGES and size + one.size <= MOST_BYTES
        if one.is_paper and fits:
            chosen.append(one)
            pages, size = pages + (one.pages or 1), size + one.size
    return chosen


def join(letter: bytes, enclosures: list[Enclosure]) -> bytes:
    """Set files behind a tagged letter: language, title, tags and bookmarks stay, the claim to PDF/UA goes.

    The pages behind are not tagged, so the whole no longer is what PDF/UA promises. Raises documents.Unreadable.
    """
    from pypdf import PdfReader, PdfWriter

    reader = PdfReader(io.BytesIO(letter))
    writer = PdfWriter(clone_from=reader)
    writer.metadata = reader.metadata
    for number, one in enumerate(enclosures, 1):
        try:
            writer.append(io.BytesIO(_as_pdf(one)), outline_item=f"Lampiran {number}: {one.name}", import_outline=False)
        except documents.Unreadable:
            raise
        except Exception as error:
            raise documents.Unreadable(f"Berkas “{one.name}” tidak dapat disatukan dengan suratnya.") from error
    _no_longer_claim_ua(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _no_longer_claim_ua(writer: Any) -> None:
    from pypdf.generic import BooleanObject, NameObject

    root = writer.root_object
    stream = root["/Metadata"].get_object()
    stream.set_data(CLAIM.sub(b"", stream.get_data()))
    root["/MarkInfo"].get_object()[NameObject("/Suspects")] = BooleanObject(True)


def _as_pdf(one: Enclosure) -> bytes:
    content = one.read()
    return content if one.content_type == documents.PDF else picture_page(content)


def picture_page(content: bytes) -> bytes:
    """Set a picture in the middle of an A4 page, upright or lying as it is."""
    from pypdf import PdfReader, PdfWriter

    drawn, (width, height) = _drawn(content)
    page_size = A4 if height >= width else A4[::-1]
    writer = PdfWriter()
    page = writer.add_blank_page(*page_size)
    left, bottom = (page_size[0] - width) / 2, (page_size[1] - height) / 2
    page.merge_translated_page(PdfReader(io.BytesIO(drawn)).pages[0], left, bottom)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _drawn(content: bytes) -> tuple[bytes, tuple[float, float]]:
    """Draw a picture as a PDF page of its own size in points, turned as its camera meant it, on white."""
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(content), formats=("JPEG", "PNG")) as opened:
        picture: Any = ImageOps.exif_transpose(opened)
        if picture.mode.startswith("I;16"):  # of its 65,536 greys Pillow would make all but the darkest 256 white
            picture = picture.point(lambda grey: grey / 256).convert("L")
        if picture.mode not in ("L", "RGB"):
            clear = picture.convert("RGBA")
            picture = Image.new("RGB", clear.size, "white")
            picture.paste(clear, mask=clear.getchannel("A"))
        across, down = A4 if picture.height >= picture.width else A4[::-1]
        dots = max(picture.width * INCH / (across - 2 * MARGIN), picture.height * INCH / (down - 2 * MARGIN), COARSEST)
        out = io.BytesIO()
        picture.save(out, "PDF", resolution=dots, quality=90)
        return out.getvalue(), (picture.width * INCH / dots, picture.height * INCH / dots)
