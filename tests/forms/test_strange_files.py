"""What strangers' files do to their readers: each is taken as it is or refused in words, locked and broken ones too."""

import io
import random
import re
from collections.abc import Iterator

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from pypdf import PdfReader, PdfWriter

from requests_app import documents
from requests_app.forms.fields import FilesField
from requests_app.models import Document
from requests_app.printing import enclosures
from tests.forms.test_documents import image, office, pdf, refusal, upload

CIPHERS = ["RC4-40", "RC4-128", "AES-128", "AES-256-R5", "AES-256"]
LOCKED = ["PDF dikunci kata sandi; simpan tanpa kata sandi lalu unggah lagi."]
UNKNOWN_LOCK = ["PDF dikunci dengan cara yang tidak dikenal; simpan tanpa kunci."]
BROKEN_PDF = ["PDF rusak dan tidak dapat dibuka; pindai atau simpan ulang."]
BROKEN_OFFICE = ["Berkas XLSX atau DOCX rusak; simpan ulang lalu unggah lagi."]
NOT_KNOWN = ["Isi berkas bukan PDF, JPEG, PNG, XLSX, DOCX atau CSV."]


def locked(cipher: str, user: str = "", *, count: int = 2) -> bytes:
    """Encrypt a PDF; without a user's password it opens to everybody, its owner's only forbids changing it."""
    return pdf(count, lambda writer: writer.encrypt(user, "pemilik", algorithm=cipher))


# -- Locks -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("cipher", CIPHERS)
def test_a_pdf_that_asks_for_a_password_is_refused(cipher):
    assert refusal(locked(cipher, "rahasia")) == LOCKED


@pytest.mark.parametrize("cipher", CIPHERS)
def test_a_pdf_that_opens_freely_is_taken_unchanged(cipher):
    content = locked(cipher)
    assert upload(content) == documents.Upload("berkas.pdf", documents.PDF, content, 2)


@pytest.mark.parametrize("cipher", CIPHERS)
def test_a_pdf_that_opens_freely_stands_behind_a_letter(cipher):
    letter = enclosures.picture_page(image((9, 9)))
    writer = PdfWriter(clone_from=io.BytesIO(letter))
    writer.append(io.BytesIO(enclosures._as_pdf(enclosures.of_upload(upload(locked(cipher))))))
    joined = io.BytesIO()
    writer.write(joined)
    assert (len(PdfReader(joined).pages), PdfReader(joined).is_encrypted) == (3, False)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        (b"/Filter /Standard", b"/Filter /Adobe.PS"),
        (b"/Filter /Standard", b"/Filter /Standar_"),
        (b"/V 5", b"/V 9"),
        (b"/V 5", b"/V 0"),
    ],
)
def test_a_lock_nobody_knows_is_named(word, other):
    content = locked("AES-256")
    assert word in content
    assert refusal(content.replace(word, other)) == UNKNOWN_LOCK


def test_what_is_hidden_behind_a_lock_is_found():
    def carrying(writer):
        writer.add_attachment("a.txt", b"a")
        writer.encrypt("", "pemilik", algorithm="AES-256")

    assert refusal(pdf(change=carrying)) == [
        "PDF memuat skrip, perintah atau berkas lain di dalamnya; cetak ulang menjadi PDF biasa."
    ]


def test_a_locked_letter_says_so_at_its_field_and_an_open_one_is_kept(cast, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    client = cast.client("helpdesk")
    typed = {"sender": "Dinas Kominfo", "subject": "Data pemilih per TPS", "channel": "surat", "nature": "biasa"}
    sent = {**typed, "addressee": cast.post("ketua").pk}
    refused = client.post("/mulai/5/", {**sent, "files": SimpleUploadedFile("s.pdf", locked("AES-256", "x"))})
    assert (refused.status_code, refused.context["form"].errors["files"]) == (422, [f"s.pdf: {LOCKED[0]}"])
    assert 'value="Data pemilih per TPS"' in refused.content.decode()
    content = locked("AES-256")
    taken = client.post("/mulai/5/", {**sent, "files": SimpleUploadedFile("s.pdf", content)})
    assert (taken.status_code, documents.read(Document.objects.get(case__year=2026))) == (302, content)


def test_a_name_that_turns_the_sentence_round_is_shown_straight():
    with pytest.raises(ValidationError) as refused:
        FilesField().clean([SimpleUploadedFile("tagihan\u202efdp.exe", b"x")])
    assert refused.value.messages == [f"tagihanfdp.exe: {NOT_KNOWN[0]}"]


# -- Pictures ----------------------------------------------------------------------------------------------------------


def picture(kind: str, mode: str = "RGB", **more) -> bytes:
    """Draw a small picture."""
    out = io.BytesIO()
    Image.new(mode, (60, 40), 90).save(out, kind, **more)
    return out.getvalue()


def two_frames() -> bytes:
    """Draw what a telephone stores: a JPEG and a smaller one behind it."""
    out = io.BytesIO()
    Image.new("RGB", (60, 40)).save(out, "MPO", save_all=True, append_images=[Image.new("RGB", (30, 20))])
    return out.getvalue()


PICTURES = {
    "two frames": (two_frames, documents.JPEG),
    "progressive": (lambda: picture("JPEG", progressive=True), documents.JPEG),
    "for print": (lambda: picture("JPEG", "CMYK"), documents.JPEG),
    "grey": (lambda: picture("JPEG", "L"), documents.JPEG),
    "film behind it": (lambda: picture("JPEG") + b"MotionPhoto_Data" + bytes(500), documents.JPEG),
    "second frame torn": (lambda: two_frames()[:-40], documents.JPEG),
    "animated": (
        lambda: picture("PNG", save_all=True, append_images=[Image.new("RGB", (60, 40), "red")]), documents.PNG,
    ),
    "palette": (lambda: picture("PNG", "P"), documents.PNG),
    "sixteen bits": (lambda: picture("PNG", "I;16"), documents.PNG),
    "transparent": (lambda: picture("PNG", "LA"), documents.PNG),
}  # fmt: skip


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_is_what_its_bytes_are_and_can_be_printed(kind):
    make, content_type = PICTURES[kind]
    content = make()
    taken = upload(content, "foto.JPG.png" if content_type == documents.PNG else "foto.jpg")
    suffix = {documents.JPEG: ".jpg", documents.PNG: ".JPG.png"}[content_type]
    assert taken == documents.Upload(f"foto{suffix}", content_type, content, None)
    assert len(PdfReader(io.BytesIO(enclosures.picture_page(content))).pages) == 1


def test_a_jpeg_named_otherwise_gets_its_own_suffix():
    assert upload(two_frames(), "foto.png").name == "foto.png.jpg"


def test_sixteen_bits_of_grey_are_not_drawn_white():
    out = io.BytesIO()
    Image.new("I;16", (60, 40), 32_768).save(out, "PNG")
    drawn, _ = enclosures._drawn(out.getvalue())
    grey = PdfReader(io.BytesIO(drawn)).pages[0].images[0].image.getpixel((5, 5))
    assert grey in (127, 128, 129)  # as JPEG keeps it


@pytest.mark.parametrize("kind", ["GIF", "TIFF", "BMP", "WEBP"])
def test_another_kind_of_picture_is_refused_whatever_its_name(kind):
    assert refusal(picture(kind), "foto.png") == refusal(picture(kind), "foto.jpg") == NOT_KNOWN


def test_a_telephones_own_format_is_refused():
    assert refusal(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(100), "IMG_0001.HEIC") == NOT_KNOWN


# -- Archives and tables -----------------------------------------------------------------------------------------------


def test_a_locked_office_file_says_so():
    locked = bytearray(office())
    for at in [found.start() for found in re.finditer(b"PK\x01\x02", bytes(locked))]:
        locked[at + 8] |= 1
    assert refusal(bytes(locked), "a.xlsx") == ["Berkas dikunci kata sandi; simpan tanpa kata sandi lalu unggah lagi."]
    assert refusal(b"\xd0\xcf\x11\xe0" + bytes(600), "a.xlsx") == [
        "Berkas DOC atau XLS lama, atau dikunci kata sandi; simpan sebagai DOCX atau XLSX biasa."
    ]


def test_a_torn_part_of_an_archive_is_refused():
    content = bytearray(office(more=[("xl/a.xml", bytes(range(256)) * 40)]))
    at = content.index(b"xl/a.xml") + len("xl/a.xml")
    content[at : at + 20] = b"\xff" * 20
    assert refusal(bytes(content), "a.xlsx") == BROKEN_OFFICE


def test_an_archive_over_several_disks_is_refused():
    end = b"PK\x06\x06" + b"\xff" * 52 + b"PK\x06\x07" + b"\xff" * 16 + b"PK\x05\x06" + b"\xff" * 16 + b"\0\0"
    words = ["Berkas menyembunyikan arsip ZIP di dalamnya."]
    assert refusal(b"kelurahan;pemilih\n" + end, "a.csv") == refusal(pdf() + end) == words


@pytest.mark.parametrize("coding", ["utf-16", "utf-16-le", "utf-32"])
def test_a_table_in_another_coding_is_refused(coding):
    assert refusal("kelurahan;pemilih\n".encode(coding), "a.csv")


# -- PDFs that lead their reader in circles ----------------------------------------------------------------------------


def raw(*objects: bytes, trailer: bytes = b"/Root 1 0 R", prev: int | None = None) -> bytes:
    """Write a PDF by hand."""
    body, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(body)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    more = b"" if prev is None else b"/Prev %d" % (start if prev < 0 else prev)
    size = len(objects) + 1
    body += b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d%s%s>>\n" % (size, rows, size, trailer, more)
    return body + b"startxref\n%d\n%%%%EOF\n" % start


CATALOG, LEAF = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
ONE = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
CIRCLES = {
    "pages that hold themselves": raw(CATALOG, b"<</Type/Pages/Kids[2 0 R]/Count 1>>"),
    "pages in a ring": raw(CATALOG, ONE, b"<</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>>"),
    "ten thousand times the same page": raw(CATALOG, b"<</Type/Pages/Kids[%s]/Count 1>>" % (b"3 0 R " * 9_000), LEAF),
    "an object that is itself": raw(CATALOG, b"2 0 R"),
    "a root that is a number": raw(b"7", ONE, LEAF),
    "lists in lists": raw(CATALOG, ONE, LEAF, b"[" * 40_000),
    "a page of no size": raw(CATALOG, ONE, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 (a) null]>>"),
    "a page without end": raw(CATALOG, ONE, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e999 9]>>"),
}


@pytest.mark.parametrize("kind", CIRCLES)
def test_a_pdf_that_leads_in_circles_is_refused(kind):
    assert refusal(CIRCLES[kind])[0].startswith("PDF ")


ASTRAY = {
    "an index before itself": raw(CATALOG, ONE, LEAF, prev=-1),
    "an index at the start": raw(CATALOG, ONE, LEAF, prev=0),
    "an index far behind the end": raw(CATALOG, ONE, LEAF, prev=10**12),
    "no root": raw(CATALOG, ONE, LEAF, trailer=b""),
    "tables in tables": raw(CATALOG, ONE, LEAF, b"<</A " * 20_000),
}


@pytest.mark.parametrize("kind", ASTRAY)
def test_a_pdf_whose_pages_can_be_found_is_read_or_refused(kind):
    assert verdict(ASTRAY[kind], "a.pdf") in (documents.PDF, *BROKEN_PDF)


# -- Broken at random --------------------------------------------------------------------------------------------------


def verdict(content: bytes, name: str) -> str:
    """Say what becomes of a file: its type, or the sentence it is refused with."""
    try:
        return documents.inspect(SimpleUploadedFile(name, content)).content_type
    except ValidationError as refused:
        return " ".join(refused.messages)


PIECES = (b"/Encrypt", b"/Prev 0", b"/Kids [1 0 R]", b"/Count 999999999", b"<<" * 500, b"[" * 2000, b"1e999",
          b"null", b"/Length 99999999999", b"/W [9 9 9]", b"\xff" * 4, bytes(4), b"-1", b"4294967296")  # fmt: skip


def broken(content: bytes, chance: random.Random) -> bytes:
    """Change, cut and double a few places."""
    made = bytearray(content)
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(made))
        how = chance.randrange(4)
        if how == 0:
            made[at] = chance.randrange(256)
        elif how == 1:
            made[at : at + chance.randint(0, 20)] = chance.choice(PIECES)
        elif how == 2:
            del made[at : min(at + chance.randint(1, 40), len(made) - 1)]
        else:
            made[at:at] = made[at // 2 : at // 2 + 100]
    return bytes(made)


def samples() -> Iterator[tuple[str, bytes]]:
    """Give a sound file of every kind."""
    yield from ((f"{cipher}.pdf", locked(cipher)) for cipher in CIPHERS)
    yield "a.pdf", pdf(3)
    yield from ((f"{kind}.jpg", make()) for kind, (make, _) in PICTURES.items())
    yield from (("a.xlsx", office()), ("a.docx", office("word/document.xml")), ("a.csv", b"a;b\n1;2\n" * 9))


def test_whatever_is_broken_is_refused_in_words():
    chance = random.Random(20_261_128)
    seen = {verdict(broken(content, chance), name) for name, content in samples() for _ in range(25)}
    assert {word for word in seen if not word.endswith((".", "”"))} <= {*documents.SUFFIXES}
    assert {*BROKEN_PDF, *BROKEN_OFFICE, "Gambar rusak dan tidak dapat dibuka; ambil atau pindai ulang."} <= seen
