"""What is accepted as a file, by its content, and how it is kept."""

import hashlib
import io
import re
import zipfile
from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, RectangleObject, TextStringObject

from requests_app import documents
from requests_app.documents import Unreadable, inspect
from requests_app.models import Document, InformationRequest

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


def pdf(pages=1, change=None):
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    if change:
        change(writer)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def image(size, form="PNG", mode="1"):
    file = io.BytesIO()
    Image.new(mode, size).save(file, form)
    return file.getvalue()


def office(part="xl/workbook.xml", more=()):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (("[Content_Types].xml", "<Types/>"), (part, "<workbook/>"), *more):
            archive.writestr(name, content)
    return file.getvalue()


def upload(content, name="berkas.pdf"):
    return inspect(SimpleUploadedFile(name, content))


def refusal(content, name="berkas.pdf"):
    with pytest.raises(ValidationError) as refused:
        upload(content, name)
    return refused.value.messages


@pytest.mark.parametrize(
    ("name", "content", "content_type", "pages"),
    [
        ("surat.pdf", pdf(3), documents.PDF, 3),
        ("foto.jpg", image((60, 40), "JPEG", "RGB"), documents.JPEG, None),
        ("pindai.png", image((60, 40)), documents.PNG, None),
        ("data.xlsx", office(), documents.XLSX, None),
        ("data.docx", office("word/document.xml"), documents.DOCX, None),
        ("data.csv", b"kelurahan;pemilih\nOesapa;1234\n", documents.CSV, None),
    ],
)
def test_accepted_files_are_known_by_their_content(name, content, content_type, pages):
    assert upload(content, name) == documents.Upload(name, content_type, content, pages)


def test_a_scan_field_takes_no_tables():
    with pytest.raises(ValidationError, match="pindai menjadi PDF, JPEG atau PNG"):
        inspect(SimpleUploadedFile("data.xlsx", office()), accept=documents.SCANS)


def opening_action(writer):
    """Give the file an action that runs when it opens; the tests put its type in, with and without hex escapes."""
    action = DictionaryObject({NameObject("/S"): NameObject("/Hidden"), NameObject("/X"): TextStringObject("app")})
    writer.root_object[NameObject("/OpenAction")] = writer._add_object(action)


def test_a_pdf_that_acts_is_refused():
    words = ["PDF memuat skrip, perintah atau berkas lain di dalamnya; cetak ulang menjadi PDF biasa."]
    assert refusal(pdf(change=lambda writer: writer.add_attachment("a.txt", b"a"))) == words
    assert refusal(pdf(change=opening_action).replace(b"/Hidden", b"/J#53   ")) == words
    assert refusal(pdf(change=opening_action).replace(b"/Hidden", b"/Launch")) == words


@pytest.mark.parametrize("box", [(0, 0, 0, 0), (0, 0, 20_000, 800), (0, 0, 595, 0.5)])
def test_a_page_no_paper_can_have_is_refused(box):
    def resized(writer):
        writer.pages[0].mediabox = RectangleObject(box)

    words = ["PDF memuat halaman yang ukurannya tidak dapat dicetak; pindai atau simpan ulang."]
    assert refusal(pdf(change=resized)) == words


def test_a_broken_pdf_is_refused():
    assert refusal(pdf()[:-30]) == ["PDF rusak atau terpotong; pindai atau simpan ulang."]
    assert refusal(b"%PDF-1.7\nnothing here\n%%EOF") == ["PDF rusak dan tidak dapat dibuka; pindai atau simpan ulang."]


def test_the_page_limit_is_named():
    assert upload(pdf(300)).pages == 300
    assert refusal(pdf(301)) == ["PDF berisi 301 halaman; batasnya 1 sampai 300 halaman."]


def test_polyglots_are_refused():
    assert refusal(b"<html>" + pdf()) == ["Isi berkas bukan PDF, JPEG, PNG, XLSX, DOCX atau CSV."]
    assert refusal(pdf() + office()) == ["Berkas menyembunyikan arsip ZIP di dalamnya."]
    assert refusal(image((9, 9)) + office(), "a.png") == ["Berkas menyembunyikan arsip ZIP di dalamnya."]
    hidden = io.BytesIO()
    Image.new("RGB", (9, 9)).save(hidden, "JPEG", comment=b"%PDF-1.4")
    assert refusal(hidden.getvalue(), "a.jpg") == ["Gambar menyembunyikan PDF di dalamnya."]


def test_a_renamed_program_is_refused():
    assert refusal(b"MZ\x90\x00" + bytes(200)) == ["Isi berkas bukan PDF, JPEG, PNG, XLSX, DOCX atau CSV."]
    assert refusal(b"MZ\x90\x00" + bytes(200), "data.csv") == [
        "CSV harus berupa teks UTF-8; simpan ulang sebagai “CSV UTF-8”."
    ]


@pytest.mark.parametrize("size", [(10_001, 1), (1, 10_001), (8_000, 5_001), (9_500, 9_500), (20_000, 20_000)])
def test_the_pixel_limits_are_named(size):
    words = ["Gambar terlalu besar; batasnya 10000 piksel per sisi dan 40 megapiksel."]
    assert refusal(image(size), "besar.png") == words


def test_the_largest_image_is_accepted():
    assert upload(image((10_000, 4_000)), "peta.png").content_type == documents.PNG


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_torn_image_is_refused(form):
    torn = image((300, 300), form, "RGB")
    words = ["Gambar rusak dan tidak dapat dibuka; ambil atau pindai ulang."]
    assert refusal(torn[: len(torn) // 2], "foto.png") == words


def test_the_size_limit_is_named():
    words = ["Berkas lebih besar dari 10 MB; kecilkan atau bagi dahulu."]
    assert refusal(b"%PDF-" + bytes(documents.MAX_BYTES)) == words
    liar = SimpleUploadedFile("a.pdf", b"%PDF-" + bytes(documents.MAX_BYTES))
    liar.size = 5
    with pytest.raises(ValidationError) as refused:
        inspect(liar)
    assert refused.value.messages == words
    assert refusal(b"") == ["Berkas kosong."]


def test_an_archive_bomb_is_refused():
    words = ["Arsip mengembang melewati batas 100 MB atau 2000 bagian."]
    assert refusal(office(more=[("xl/a.xml", bytes(101 * 1024**2))]), "a.xlsx") == words
    assert refusal(office(more=[(f"xl/{n}.xml", b"") for n in range(2000)]), "a.xlsx") == words


def test_a_workbook_with_macros_or_strange_parts_is_refused():
    macros = ["Berkas memuat makro atau berkas lain di dalamnya; simpan sebagai XLSX/DOCX biasa."]
    for part in ("xl/vbaProject.bin", "xl/embeddings/oleObject1.bin", "../../etc/passwd"):
        assert refusal(office(more=[(part, b"x")]), "a.xlsx") == macros
    assert refusal(office("lain.xml"), "a.xlsx") == ["Isi berkas bukan PDF, JPEG, PNG, XLSX, DOCX atau CSV."]


def test_a_torn_archive_is_refused():
    words = ["Berkas XLSX atau DOCX rusak; simpan ulang lalu unggah lagi."]
    assert refusal(office()[:-40], "a.xlsx") == words
    damaged = office(more=[("xl/a.xml", "abc" * 100)]).replace(b"xl/a.xml", b"xl/b.xml", 1)
    assert refusal(damaged, "a.xlsx") == words


def test_a_csv_with_markup_or_other_coding_is_refused():
    assert refusal(b"<html><script>", "a.csv") == ["Isi berkas bukan PDF, JPEG, PNG, XLSX, DOCX atau CSV."]
    assert refusal(b"a;\x01b", "a.csv") == ["Isi berkas bukan PDF, JPEG, PNG, XLSX, DOCX atau CSV."]
    assert refusal("kelurahan;café".encode("latin-1"), "a.csv") == [
        "CSV harus berupa teks UTF-8; simpan ulang sebagai “CSV UTF-8”."
    ]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Surat Permohonan.PDF", "Surat Permohonan.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Scan\\surat.pdf", "surat.pdf"),
        ("tagihan\u202efdp.exe", "tagihanfdp.exe.pdf"),
        ("a\x00b\r\nc\t.pdf", "ab c.pdf"),
        ("", "berkas.pdf"),
        ("...pdf", "pdf.pdf"),
        ('a"b<c>.pdf', "a_b_c_.pdf"),
        ("n" * 300 + ".pdf", "n" * 116 + ".pdf"),
    ],
)
def test_display_names_are_safe(typed, shown):
    assert documents.safe_name(typed, documents.PDF) == shown


@pytest.fixture
def stored(desk, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    accepted = upload(pdf(2), "Surat masuk.pdf")
    return documents.store(desk.walkin(), "lain", accepted, user=desk.cast.helpdesk, now=NOW)


def test_a_stored_file_is_read_back_unchanged(stored, tmp_path):
    content = documents.read(stored)
    kept = Document.objects.get(case__year=2026)
    assert (kept.name, kept.size, kept.pages, kept.content_type) == ("Surat masuk.pdf", len(content), 2, documents.PDF)
    assert kept.sha256 == hashlib.sha256(content).hexdigest()
    assert (tmp_path / kept.path).read_bytes() == content


def test_stored_names_tell_nothing(stored, tmp_path):
    (kept,) = [path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()]
    assert re.fullmatch(r"[0-9a-f]{2}/[0-9a-f]{30}", kept.as_posix())


def test_a_changed_or_missing_file_is_not_read(stored, tmp_path):
    place = tmp_path / stored.path
    place.write_bytes(b"other")
    with pytest.raises(Unreadable, match="berubah sejak disimpan"):
        documents.read(stored)
    place.unlink()
    with pytest.raises(Unreadable, match="tidak ada di tempat penyimpanan"):
        documents.read(stored)


def test_nothing_outside_the_store_is_read(stored):
    stored.path = "../../etc/hostname"
    with pytest.raises(Unreadable, match="tidak berada di tempat penyimpanan"):
        documents.read(stored)


def test_a_row_that_cannot_be_saved_leaves_no_file(stored, tmp_path):
    with pytest.raises(ValueError, match="unsaved related object"):
        documents.store(InformationRequest(), "lain", upload(pdf()), user=stored.uploaded_by, now=NOW)
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1
