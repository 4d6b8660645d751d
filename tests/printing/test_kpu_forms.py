"""KPU's own forms: PPID-B in two copies, PPID-E, the half-folio sheet, the archive label, and each form blank."""

import html
import io
import re

import pytest
from pypdf import PdfReader

from requests_app import printing, workflow
from requests_app.printing import BLANKS, NotPrintable
from tests.cast import NOW
from tests.papers import claims, letter_to_print, pages, printed, words

pytestmark = pytest.mark.django_db
NIK = "5371014101900001"
BLANK_TITLES = {
    "ppid-b": ("Formulir permohonan informasi kosong", 4),
    "disposisi": ("Lembar disposisi kosong", 1),
    "disposisi-setengah": ("Lembar disposisi kosong", 1),
    "ppid-d": ("Pemberitahuan tertulis kosong", 1),
    "ppid-e": ("Keputusan penolakan permohonan informasi kosong", 1),
    "tanda-terima": ("Tanda terima kosong", 1),
    "tanda-bukti": ("Tanda bukti permohonan informasi kosong", 1),
    "tanda-bukti-80": ("Tanda bukti permohonan informasi kosong", 1),
    "label": ("Label arsip kosong", 1),
    "register": ("Register permohonan informasi kosong", 1),
    "agenda": ("Agenda surat masuk kosong", 1),
    "ekspedisi": ("Buku ekspedisi kosong", 1),
    "surat-keluar": ("Buku surat keluar kosong", 1),
}
# What bears a case's emergency number, and how often on the paper: copies of one set bear the same one.
NUMBERED = {
    "ppid-b": 6, "tanda-bukti": 2, "tanda-bukti-80": 1, "disposisi": 1, "disposisi-setengah": 1, "tanda-terima": 2,
    "label": 1,
}  # fmt: skip
# PPID-C's fifteen groups with KPU's own headings, the fourteenth of two columns (DOMAIN section 3).
GROUPS = (
    "No.", "Tgl.", "Nama", "Alamat", "Kontak", "Pekerjaan", "Informasi yang diminta", "Tujuan penggunaan",
    "Status: dikuasai ya / tidak / belum didokumentasikan", "Bentuk softcopy / hardcopy", "Jenis melihat / salinan",
    "Keputusan", "Alasan penolakan", "Tanggal", "Biaya dan cara bayar",
)  # fmt: skip


@pytest.fixture
def refused(desk):
    """Refuse a letter's request under article 17 h."""
    personal = {"nik": NIK, "address": "Jalan Bajawa 12", "occupation": "Dosen", "email": "a@example.id"}
    case = desk.letter(**personal, purpose="Penelitian", form="softcopy", collection="surel", category="tahapan")
    case = desk.do(desk.do(desk.do(case, "dispose", order="letter"), "review"), "identify", proposal="letter",
                   excluded_article="17h", consequence_test="KPU Provinsi NTT, 20 November 2026")  # fmt: skip
    case = desk.do(case, "draft", outcome="refused", excluded_article="17h")
    return desk.do(desk.do(case, "approve"), "deliver", archive_place="Lemari 2, rak 1, boks 14")


def test_ppid_b_has_two_copies_each_with_the_rights_on_its_back(refused):
    said = pages(printed("request", refused).pdf)
    assert len(said) == 4
    for front, keeper in ((said[0], "Rangkap 1 dari 2"), (said[2], "Rangkap 2 dari 2")):
        for wanted in (
            keeper, "Model PPID-B", f"No. pendaftaran: {refused.number}", "Nama Universitas Timor Raya",
            "Alamat Jalan Bajawa 12", "Pekerjaan Dosen", "0380 1234 56 / a@example.id", "Permohonan data pemilih",
            "Tujuan penggunaan informasi Penelitian", "√ Tahapan Pemilu", "√ Mendapatkan salinan informasi (softcopy)",
            "√ Surel",
        ):  # fmt: skip
            assert wanted in front
        assert front.count("√") == 3
        assert NIK not in front
    assert said[1].removesuffix("Rangkap 1 dari 2 · Halaman 2 dari 4") == said[3].removesuffix(
        "Rangkap 2 dari 2 · Halaman 4 dari 4"
    )
    assert "Komisi Informasi dalam 14 hari kerja" in said[1]


def test_ppid_e_names_the_article_the_test_and_who_signs(refused):
    said = words(printed("refusal", refused).pdf)
    number = letter_to_print(refused).number
    for wanted in (
        "Model PPID-E", f"surat nomor {number} tanggal 23 November 2026", "√ Pasal 17 huruf h – rahasia pribadi",
        "KPU Provinsi NTT, 20 November 2026", "dinyatakan ditolak", "30 hari kerja", "Kupang, 23 November 2026",
    ):  # fmt: skip
        assert wanted in said
    assert said.count("√") == 1


def test_a_partial_refusal_says_so(desk):
    case = desk.do(desk.case_at(12, "draft"), "draft", outcome="partly_refused", excluded_article="17b")
    said = words(printed("refusal", desk.do(case, "approve")).pdf)
    assert "untuk sebagian" in said
    assert "bagian lainnya diberikan" in said


def test_what_was_not_refused_has_no_ppid_e(desk):
    case = desk.do(desk.case_at(12, "approve"), "approve")
    with pytest.raises(NotPrintable, match="tidak ditolak"):
        printed("refusal", case)


@pytest.mark.parametrize("slug", ["withdrawn", "duplicate"])
def test_a_case_nothing_was_decided_on_has_no_written_notice(desk, slug):
    told = {"statement": "Lisan", **({"true_case": desk.letter()} if slug == "duplicate" else {})}
    case = desk.act("end", desk.do(desk.case_at(8), "identify"), "helpdesk", slug, told)
    with pytest.raises(NotPrintable, match="tanpa PPID-D"):
        printed("notice", case)


def test_the_label_of_the_archive_tells_where_and_nobodys_name(refused):
    said = words(printed("label", refused).pdf)
    place, code = "Lemari 2, rak 1, boks 14", "PL.02-SD"
    for wanted in (refused.number, place, "Permohonan data pemilih", code, "23 November 2026"):
        assert wanted in said
    assert "Universitas Timor Raya" not in said


def test_the_label_of_a_secret_case_hides_its_subject(desk):
    case = desk.letter(nature="rahasia", subject="Hal yang dirahasiakan")
    case = desk.act("end", desk.do(case, "dispose"), "helpdesk", "withdrawn", {"statement": "Lisan"})
    said = words(printed("label", case).pdf)
    assert "RAHASIA" in said
    assert "dirahasiakan" not in said


def test_the_half_folio_sheet_is_one_page_that_lies_on_its_side(refused):
    pdf = printed("disposition-half", refused).pdf
    assert len(pages(pdf)) == 1
    assert "√ Kepala Subbagian Perencanaan, Data dan Informasi" in words(pdf)


@pytest.mark.parametrize("name", list(BLANK_TITLES))
def test_a_blank_form_is_tagged_titled_and_ticks_nothing(cast, name):
    pdf = BLANKS[name].draw(NOW.date(), [""]).pdf
    title, count = BLANK_TITLES[name]
    assert claims(pdf) == {"lang": "id", "tagged": True, "ua": True, "title_shown": True, "title": title}
    assert len(pages(pdf)) == count
    assert "√" not in words(pdf)
    assert "None" not in words(pdf)


@pytest.mark.parametrize("name", list(BLANK_TITLES))
def test_a_line_for_the_pen_is_one_stroke_so_that_a_blank_is_light(cast, name):
    pdf = BLANKS[name].draw(NOW.date(), [""]).pdf
    drawn = [len(page.get_contents().get_data()) for page in PdfReader(io.BytesIO(pdf)).pages]
    assert len(pdf) < 40_000
    assert max(drawn) < 70_000


def test_ten_blank_requests_weigh_little_more_than_one(cast):
    numbers = [f"DRT-{number:04}/2026" for number in range(10)]
    assert len(BLANKS["ppid-b"].draw(NOW.date(), numbers).pdf) < 10 * 30_000


def test_there_is_a_title_for_every_blank_form():
    assert BLANKS.keys() == BLANK_TITLES.keys()


@pytest.mark.parametrize("name", list(NUMBERED))
def test_a_blank_form_bears_the_emergency_numbers_of_its_case(cast, name):
    pdf = BLANKS[name].draw(NOW.date(), ["DRT-0007/2026", "DRT-0008/2026"]).pdf
    said = pages(pdf)
    assert [words(pdf).count(f"DRT-000{n}/2026") for n in (7, 8)] == [NUMBERED[name]] * 2
    assert ["DRT-0007/2026" in page for page in said] == [n < len(said) / 2 for n in range(len(said))]
    assert len(said) == 2 * BLANK_TITLES[name][1]


def test_what_stands_for_no_case_bears_no_number():
    assert {name for name, blank in BLANKS.items() if blank.entry} == set(NUMBERED)


@pytest.mark.parametrize("pen", [True, False])
def test_the_register_has_ppid_cs_fifteen_groups_under_kpus_headings(cast, pen):
    volume = printing.volume(printing.BOOKS["register"], printing.read_period("2026-11"))
    drawn = (BLANKS["register"].draw(NOW.date(), [""]) if pen else printing.book(volume)).html
    head = drawn[drawn.index("<thead>") : drawn.index("</thead>")]
    first, second = (re.findall(r"<th.*?</th>", row) for row in re.findall(r"<tr>.*?</tr>", head, re.DOTALL))
    plain = [
        " ".join(html.unescape(re.sub("<[^>]+>", " ", cell)).replace("\u00ad", "").split()) for cell in first + second
    ]
    assert plain == [*GROUPS, "Pemberitahuan", "Pemberian"]


@pytest.mark.parametrize(("name", "cells"), [("register", 16), ("agenda", 8), ("ekspedisi", 7), ("surat-keluar", 7)])
def test_a_blank_page_of_a_book_has_nine_rows_to_write_in(cast, name, cells):
    drawn = BLANKS[name].draw(NOW.date(), [""])
    rows = re.findall(r'<tr class="pen">(.*?)</tr>', drawn.html, re.DOTALL)
    assert [row.count("<td>") for row in rows] == [cells] * 9
    assert "Tidak ada" not in drawn.html
    assert "Jumlah" not in drawn.html


def test_the_page_of_blank_forms_leads_to_each(cast):
    client = cast.client("admin")
    page = client.get("/cetak/kosong/").content.decode()
    for name in BLANK_TITLES:
        assert f'href="/cetak/kosong/{name}/"' in page
    assert client.get("/cetak/kosong/ppid-b/").content[:5] == b"%PDF-"
    assert client.get("/cetak/kosong/poster/").status_code == 404


def test_the_papers_of_one_printing_bear_its_numbers(desk):
    batch = workflow.print_forms(1, 2, desk.doing("helpdesk"))
    client = desk.cast.client("helpdesk")
    page = client.get(f"/cetak/kosong/?cetakan={batch.pk}").content.decode()
    assert re.findall(r'href="(/cetak/kosong/[^"]+)"', page) == [
        f"/cetak/kosong/{name}/?cetakan={batch.pk}" for name in BLANKS if name in NUMBERED
    ]
    assert "DRT-0001/2026 – DRT-0002/2026" in page
    answer = client.get(f"/cetak/kosong/tanda-bukti/?cetakan={batch.pk}")
    assert ["DRT-0001/2026" in page for page in pages(answer.content)] == [True, False]
    for wrong in ("ppid-d/?cetakan=1", "tanda-bukti/?cetakan=99", "tanda-bukti/?cetakan=²"):
        assert client.get(f"/cetak/kosong/{wrong}").status_code == 404
    assert desk.cast.client("kasubag2").get(f"/cetak/kosong/?cetakan={batch.pk}").status_code == 403


def test_the_desk_finds_the_blank_forms_from_where_late_paper_is_entered(cast):
    for page in ("/susulan/", "/formulir-darurat/"):
        assert 'href="/cetak/kosong/"' in cast.client("helpdesk").get(page).content.decode()
    assert 'href="/formulir-darurat/"' not in cast.client("kasubag2").get("/cetak/kosong/").content.decode()


def test_the_case_page_offers_what_fits_the_case(cast, refused):
    page = cast.client("kasubag2").get(f"/permohonan/{refused.pk}/").content.decode()
    offered = [
        name for name in ("request", "disposition-half", "refusal", "notice", "label") if f"/cetak/{name}/" in page
    ]
    assert offered == ["request", "disposition-half", "refusal", "label"]
