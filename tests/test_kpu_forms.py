"""KPU's own forms: PPID-B in two copies, PPID-E, the half-folio sheet, the archive label, and each form blank."""

import pytest

from requests_app import printing
from requests_app.printing import BLANKS, NotPrintable
from tests.cast import NOW
from tests.papers import claims, pages, words

pytestmark = pytest.mark.django_db
NIK = "5371014101900001"
BLANK_TITLES = {
    "ppid-b": ("Formulir permohonan informasi kosong", 4),
    "disposisi": ("Lembar disposisi kosong", 1),
    "disposisi-setengah": ("Lembar disposisi kosong", 1),
    "ppid-d": ("Pemberitahuan tertulis kosong", 1),
    "ppid-e": ("Keputusan penolakan permohonan informasi kosong", 1),
    "tanda-terima": ("Tanda terima kosong", 1),
}


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
    said = pages(printing.request_form(refused).pdf)
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
    assert said[1] == said[3]
    assert "Komisi Informasi dalam 14 hari kerja" in said[1]


def test_ppid_e_names_the_article_the_test_and_who_signs(refused):
    said = words(printing.refusal(refused).pdf)
    number = printing.latest_letter(refused).number
    for wanted in (
        "Model PPID-E", f"surat nomor {number} tanggal 23 November 2026", "√ Pasal 17 huruf h – rahasia pribadi",
        "KPU Provinsi NTT, 20 November 2026", "dinyatakan ditolak", "30 hari kerja", "Kupang, 23 November 2026",
    ):  # fmt: skip
        assert wanted in said
    assert said.count("√") == 1


def test_a_partial_refusal_says_so(desk):
    case = desk.do(desk.case_at(12, "draft"), "draft", outcome="partly_refused", excluded_article="17b")
    said = words(printing.refusal(desk.do(case, "approve")).pdf)
    assert "untuk sebagian" in said
    assert "bagian lainnya diberikan" in said


def test_what_was_not_refused_has_no_ppid_e(desk):
    case = desk.do(desk.case_at(12, "approve"), "approve")
    with pytest.raises(NotPrintable, match="tidak ditolak"):
        printing.refusal(case)


@pytest.mark.parametrize("slug", ["withdrawn", "duplicate"])
def test_a_case_nothing_was_decided_on_has_no_written_notice(desk, slug):
    told = {"statement": "Lisan", **({"true_case": desk.letter()} if slug == "duplicate" else {})}
    case = desk.act("end", desk.do(desk.case_at(8), "identify"), "helpdesk", slug, told)
    with pytest.raises(NotPrintable, match="tanpa PPID-D"):
        printing.notice(case)


def test_the_label_of_the_archive_tells_where_and_nobodys_name(refused):
    said = words(printing.archive_label(refused).pdf)
    place, code = "Lemari 2, rak 1, boks 14", "PL.02-SD"
    for wanted in (refused.number, place, "Permohonan data pemilih", code, "23 November 2026"):
        assert wanted in said
    assert "Universitas Timor Raya" not in said


def test_the_label_of_a_secret_case_hides_its_subject(desk):
    case = desk.letter(nature="rahasia", subject="Hal yang dirahasiakan")
    said = words(printing.archive_label(case).pdf)
    assert "RAHASIA" in said
    assert "dirahasiakan" not in said


def test_the_half_folio_sheet_is_one_page_that_lies_on_its_side(refused):
    pdf = printing.disposition_sheet(refused, "half").pdf
    assert len(pages(pdf)) == 1
    assert "√ Kepala Subbagian Perencanaan, Data dan Informasi" in words(pdf)
    with pytest.raises(ValueError, match="Unknown sheet size: a3"):
        printing.disposition_sheet(refused, "a3")


@pytest.mark.parametrize("name", list(BLANK_TITLES))
def test_a_blank_form_is_tagged_titled_and_ticks_nothing(cast, name):
    pdf = BLANKS[name].draw(NOW.date()).pdf
    title, count = BLANK_TITLES[name]
    assert claims(pdf) == {"lang": "id", "tagged": True, "ua": True, "title_shown": True, "title": title}
    assert len(pages(pdf)) == count
    assert "√" not in words(pdf)
    assert "None" not in words(pdf)


def test_there_is_a_title_for_every_blank_form():
    assert BLANKS.keys() == BLANK_TITLES.keys()


def test_the_page_of_blank_forms_leads_to_each(cast):
    client = cast.client("admin")
    page = client.get("/cetak/kosong/").content.decode()
    for name in BLANK_TITLES:
        assert f'href="/cetak/kosong/{name}/"' in page
    assert client.get("/cetak/kosong/ppid-b/").content[:5] == b"%PDF-"
    assert client.get("/cetak/kosong/poster/").status_code == 404


def test_the_case_page_offers_what_fits_the_case(cast, refused):
    page = cast.client("kasubag2").get(f"/permohonan/{refused.pk}/").content.decode()
    offered = [
        name for name in ("request", "disposition-half", "refusal", "notice", "label") if f"/cetak/{name}/" in page
    ]
    assert offered == ["request", "disposition-half", "refusal", "label"]
