"""The data baku behind its letter: one file that opens, reads and is found as the letter is."""

import io
import re

import pytest
from django.core.files.base import ContentFile
from PIL import Image
from pypdf import PdfReader, PdfWriter

from requests_app import documents, printing
from requests_app.models import Document
from requests_app.printing.enclosures import Enclosure, behind, picture_page
from tests.cast import NOW
from tests.papers import claims, fonts, pages, words
from tests.pdf_structure import outline as tree
from tests.printing.test_letters import attached, drafted, issued


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def picture(kind: str, mode: str, size: tuple[int, int], **more) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 200).save(out, kind, **more)
    return out.getvalue()


TURNED = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0"  # taken lying, meant upright


def pdf(count: int, lang: str = "") -> bytes:
    writer = PdfWriter()
    for _ in range(count):
        writer.add_blank_page(842, 595)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def upload(name: str, content: bytes) -> documents.Upload:
    return documents.inspect(ContentFile(content, name=name))


def files() -> list[documents.Upload]:
    return [
        upload("rekap.pdf", pdf(2)),
        upload("peta.png", picture("PNG", "RGBA", (1600, 900))),
        upload("foto.jpg", picture("JPEG", "RGB", (300, 500))),
        upload("data.csv", b"kecamatan,jumlah\nAlak,12\n"),
    ]


def outline(content: bytes) -> list[str]:
    return [item.title for item in PdfReader(io.BytesIO(content)).outline if not isinstance(item, list)]


def sizes(content: bytes) -> list[tuple[int, int]]:
    return [(round(p.mediabox.width), round(p.mediabox.height)) for p in PdfReader(io.BytesIO(content)).pages]


def test_the_attachments_stand_behind_the_letter_in_order(desk, tmp_path):
    letter = issued(desk, **attached(files=files()))
    joined = printing.joined_bytes(letter, now=NOW)
    assert sizes(joined) == [(595, 842), (842, 595), (842, 595), (842, 595), (595, 842)]
    assert outline(joined)[-3:] == ["Lampiran 1: rekap.pdf", "Lampiran 2: peta.png", "Lampiran 3: foto.jpg"]
    assert claims(joined) == {
        "lang": "id", "title": f"Surat {letter.number}", "tagged": True, "ua": False, "title_shown": True,
    }  # fmt: skip
    assert fonts(joined, tmp_path / "joined.pdf") == {("TeXGyreBonum", "yes")}
    said = pages(joined)
    assert "Lampiran: rekap.pdf (2 halaman) peta.png foto.jpg data.csv (berkas terpisah)" in said[0]
    assert "Lampiran : 4 (empat) berkas" in said[0]
    assert said[1:] == ["", "", "", ""]


def test_the_tagged_letter_alone_is_kept_beside_the_joined_file(desk):
    letter = issued(desk, **attached(files=files()))
    joined = printing.joined_bytes(letter, now=NOW)
    alone = printing.letter_bytes(letter, now=NOW)
    assert (claims(alone)["ua"], len(PdfReader(io.BytesIO(alone)).pages)) == (True, 1)
    kept = Document.objects.filter(record=letter).order_by("pk")
    assert [(row.kind, documents.read(row)) for row in kept] == [("surat", alone), ("surat_utuh", joined)]
    assert printing.joined_bytes(letter, now=NOW) == joined


def test_the_case_page_offers_the_tagged_letter_beside_the_joined_file(desk):
    letter = issued(desk, **attached(files=files()))
    page = desk.cast.client("kasubag2").get(f"/permohonan/{letter.case_id}/").content.decode()
    offered = re.findall(r'href="/permohonan/\d+/cetak/([a-z-]+)/"', page)
    assert offered == [
        "receipt", "slip", "request", "disposition", "disposition-half", "letter", "letter-joined", "notice", "timing",
    ]  # fmt: skip
    for name, claimed in (("letter", True), ("letter-joined", False)):
        answer = desk.cast.client("kasubag2").get(f"/permohonan/{letter.case_id}/cetak/{name}/")
        assert (claims(answer.content)["ua"], claims(answer.content)["title"]) == (claimed, f"Surat {letter.number}")


def test_the_joined_file_opens_at_the_letters_bookmarks_and_at_each_attachment(desk):
    joined = printing.joined_bytes(issued(desk, **attached(files=files(), subject="Data pemilih")), now=NOW)
    assert tree(joined) == [
        "Data pemilih", "– Lampiran:", "– Tembusan:", "Lampiran 1: rekap.pdf", "Lampiran 2: peta.png",
        "Lampiran 3: foto.jpg",
    ]  # fmt: skip


def test_a_draft_is_joined_afresh_and_never_stored(desk):
    _, letter = drafted(desk, **attached(files=files()))
    joined = printing.joined_bytes(letter, now=NOW)
    assert "KONSEP" in pages(joined)[0]
    assert (len(pages(joined)), Document.objects.filter(record=letter).count()) == (5, 0)


@pytest.mark.parametrize("data", [{}, attached(), attached(files=[upload("data.csv", b"a,b\n1,2\n")])])
def test_without_pages_to_set_there_is_no_joined_file(desk, data):
    letter = issued(desk, **data)
    with pytest.raises(printing.NotPrintable, match="tidak mempunyai lampiran PDF atau gambar"):
        printing.joined_bytes(letter, now=NOW)


def test_a_file_that_cannot_be_joined_is_named(desk):
    torn = documents.Upload("rusak.pdf", documents.PDF, b"%PDF-1.7\nrusak", None)
    letter = issued(desk, **attached(files=[torn]))
    with pytest.raises(documents.Unreadable, match=r"“rusak\.pdf” tidak dapat disatukan"):
        printing.joined_bytes(letter, now=NOW)
    assert claims(printing.letter_bytes(letter, now=NOW))["ua"] is True


def enclosure(name: str, **values) -> Enclosure:
    return Enclosure(**{"name": name, "content_type": documents.PDF, "size": 10, "pages": 1, "read": bytes, **values})


def test_what_passes_the_limits_travels_apart():
    whole = enclosure("a.pdf", pages=600)
    assert behind([whole, enclosure("b.pdf")]) == [whole]
    assert behind([enclosure("besar.pdf", size=61 * 1024**2)]) == []
    assert behind([enclosure("d.csv", content_type=documents.CSV), whole]) == [whole]


@pytest.mark.parametrize(
    ("content", "page"),
    [
        (picture("PNG", "RGBA", (1600, 900)), (842, 595)),
        (picture("PNG", "LA", (90, 160)), (595, 842)),
        (picture("PNG", "P", (900, 900)), (595, 842)),
        (picture("PNG", "1", (900, 9000)), (595, 842)),
        (picture("JPEG", "CMYK", (900, 100)), (842, 595)),
        (picture("JPEG", "RGB", (900, 100), exif=TURNED), (595, 842)),
    ],
)  # fmt: skip
def test_a_picture_is_set_on_a4_as_its_camera_meant_it(content, page):
    assert sizes(picture_page(content)) == [page]


def test_the_preview_joins_what_was_just_chosen(desk):
    case, _ = drafted(desk)
    desk.act("recall", case, "kasubag2")
    client = desk.cast.client("kasubag2")
    sent = {
        "outcome": "given", "recipient": "Dekan", "subject": "Data", "body": "Isi.", "description": "DPT",
        "medium": "flashdisk", "signer": desk.cast.post("ketua").pk, "pratinjau": "1",
        "files": ContentFile(pdf(2), name="rekap.pdf"),
    }  # fmt: skip
    answer = client.post(f"/permohonan/{case.pk}/draft/", sent)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert len(pages(answer.content)) == 3
    assert "Lampiran: rekap.pdf (2 halaman)" in words(answer.content)
    assert Document.objects.filter(case__year=2026).count() == 0
