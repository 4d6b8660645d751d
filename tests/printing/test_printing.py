"""The papers of a case: what stands on them, and that every reader can use them."""

import io
import logging
from datetime import timedelta

import pytest
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import ContentFile
from PIL import Image

from requests_app import printing
from requests_app.models import Appointment, Designation, InformationRequest, Office, Petitioner
from requests_app.printing import render
from tests.cast import NOW
from tests.papers import claims, fonts, letter_to_print, pages, printed, words

NIK = "5371014101900001"
LONG_NAME = "Maria Magdalena Yohana Wilhelmina Ndaumanu-Radja Haba d'Rozari van der Heijden"


@pytest.fixture
def case(desk):
    """Walk a letter along 5-6-7-8-12-13 to its end."""
    case = desk.letter(
        nik=NIK, address="Jalan Bajawa 12", occupation="Dosen", purpose="Penelitian", email="a@example.id"
    )
    case = desk.do(case, "dispose", addressee=desk.cast.post("sekretaris"), words="Mohon ditindaklanjuti")
    case = desk.do(case, "dispose", order="letter", words="Siapkan surat balasan")
    case = desk.do(case, "review")
    case = desk.do(case, "identify", proposal="letter")
    data = {"no_attachment": False, "description": "DPT per kelurahan", "medium": "flashdisk"}
    case = desk.do(case, "draft", subject="Penyampaian data pemilih", body="Data **terlampir**.", **data)
    case = desk.do(case, "approve")
    return desk.do(case, "deliver", receiver_name="Benyamin Ully", archive_place="Lemari 2")


def every_paper(case):
    return [
        printed("receipt", case),
        printed("slip", case),
        printed("disposition", case),
        printing.reply_letter(letter_to_print(case)),
        printed("handover", case),
        printed("notice", case),
        *(printing.book(printing.volume(book, printing.read_period("2026-11"))) for book in printing.BOOKS.values()),
        printing.sop_paper(NOW),
    ]


def test_every_paper_is_tagged_titled_and_indonesian(case, caplog, tmp_path):
    papers = every_paper(case)
    with caplog.at_level(logging.WARNING):
        found = [(claims(paper.pdf), fonts(paper.pdf, tmp_path / "paper.pdf")) for paper in papers]
    assert caplog.messages == []
    number = case.number
    titles = [
        f"Tanda bukti permohonan informasi {number}",
        f"Tanda bukti permohonan informasi {number}",
        f"Lembar disposisi {number}",
        f"Surat {letter_to_print(case).number}",
        f"Tanda terima {number}",
        f"Pemberitahuan tertulis {number}",
        "Buku ekspedisi November 2026",
        "Agenda surat masuk November 2026",
        "Register permohonan informasi November 2026",
        "Buku surat keluar November 2026",
        "Rekap informasi yang diminta dan diberikan November 2026",
        "SOP Pelayanan Publik, edisi 2020",
    ]
    expected = {"lang": "id", "tagged": True, "ua": True, "title_shown": True}
    assert [said for said, _ in found] == [{**expected, "title": title} for title in titles]
    assert {font for _, embedded in found for font in embedded} == {("TeXGyreBonum", "yes"), ("TeXGyreHerosCn", "yes")}


def test_no_paper_shows_a_nik(case):
    assert [paper.name for paper in every_paper(case) if NIK in paper.html] == []


def test_every_paper_has_one_main_heading_and_no_script(case):
    papers = every_paper(case)
    assert [paper.html.count("<h1") for paper in papers] == [2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
    assert [paper.name for paper in papers if "<script" in paper.html] == []


def test_the_receipt_tells_the_petitioner_what_to_keep(case):
    said = pages(printed("receipt", case).pdf)
    assert len(said) == 1
    for wanted in (
        f"Nomor pendaftaran {case.number}",
        f"{case.code[:4]} {case.code[4:]}",
        "Senin, 23 November 2026, 08.01 WITA, Surat",
        "Permohonan data pemilih",
        "10 hari kerja",
        "Senin–Kamis 07.30–12.00 dan 13.00–16.00; Jumat 07.30–11.30 dan 13.00–16.30",
        "Lembar untuk pemohon",
        "Lembar arsip petugas",
    ):
        assert wanted in said[0]


def test_the_receipt_has_a_qr_only_with_a_public_address(case, settings):
    assert "data:image/svg" not in printed("receipt", case).html
    settings.PUBLIC_URL = "https://kpu.example.id"
    assert "data:image/svg" in printed("receipt", case).html
    assert printed("slip", case).pdf.startswith(b"%PDF-")


def test_the_receipt_tells_the_time_of_an_appointment(desk):
    case = desk.case_at(2)
    at = desk.now + timedelta(days=1)
    case = desk.do(case, "availability", result="janji", appointment_at=at)
    said = "Janji temu Selasa, 24 November 2026, 08.01 WITA"
    assert said in words(printed("receipt", case).pdf)
    assert "Janji temu" in printed("slip", case).html


def test_the_longest_receipt_stays_on_its_page(desk):
    case = desk.walkin(name=LONG_NAME, information="Rekapitulasi suara per TPS " * 140, purpose="Bahan liputan " * 60,
                       form="softcopy", collection="kurir", emergency_number="D-017")  # fmt: skip
    assert len(pages(printed("receipt", case).pdf)) == 1
    assert len(pages(printed("slip", case).pdf)) == 1


def test_the_sheet_shows_every_hop_and_what_was_ticked(case):
    sheet = printed("disposition", case)
    said = words(sheet.pdf)
    assert "Mohon ditindaklanjuti." in said
    assert "Siapkan surat balasan." in said
    assert "Surat dari Universitas Timor Raya" in said
    assert sheet.html.count('<span class="box">√</span>') == 2  # the Sekretaris and the Kasubag
    assert len(pages(sheet.pdf)) == 1


def test_the_sheet_says_what_was_recorded_for_another(desk):
    case = desk.do(desk.letter(), "dispose", "helpdesk", manner="whatsapp")
    assert "WhatsApp, dicatat oleh" in words(printed("disposition", case).pdf)
    assert "belum dikonfirmasi." in words(printed("disposition", case).pdf)


def test_the_sheet_shows_redirects(desk):
    case = desk.do(desk.letter(), "dispose")
    case = desk.act("redirect", case, "kasubag2", desk.cast.post("kasubag3"), "Bukan bidang saya")
    assert "Dialihkan. Bukan bidang saya." in words(printed("disposition", case).pdf)


def test_the_blank_sheet_has_rows_for_the_pen(desk):
    assert printed("disposition", desk.letter()).html.count('<tr class="blank">') == 9


def test_the_handover_slip_names_receiver_and_giver(case):
    said = words(printed("handover", case).pdf)
    assert "Penerima Benyamin Ully – Pemohon sendiri" in said
    assert "Data baku DPT per kelurahan" in said
    assert "Tempat arsip Lemari 2" in said


def test_without_hand_over_there_is_no_slip(desk):
    case = desk.walkin()
    with pytest.raises(printing.NotPrintable, match=f"Permohonan {case.number} belum diserahkan"):
        printed("handover", case)


def test_the_notice_says_what_can_be_given(case):
    said = words(printed("notice", case).pdf)
    assert "√ Softcopy" in said
    assert "Diserahkan 23 November 2026" in said
    assert "Jalan Bajawa 12" in said


def test_the_notice_says_what_cannot_be_given(desk):
    case = desk.case_at(8)
    body = "Badan Keuangan Daerah"
    case = desk.act("end", case, "kasubag2", "not_held", {"statement": "Anggaran daerah.", "holding_body": body})
    said = words(printed("notice", case).pdf)
    assert "√ Informasi yang diminta belum dikuasai; dikuasai oleh Badan Keuangan Daerah" in said
    assert "Anggaran daerah." in said


def test_the_notice_is_signed_by_the_ppid(case):
    ppid = Designation.objects.get(role="ppid").post
    name = Appointment.objects.get(post=ppid, kind="definitif").user.display_name
    assert name in words(printed("notice", case).pdf)
    Designation.objects.all().delete()
    assert name not in words(printed("notice", case).pdf)


def test_nothing_is_notified_before_identification(desk):
    with pytest.raises(printing.NotPrintable, match="belum diidentifikasi"):
        printed("notice", desk.letter())


def test_a_refusal_goes_out_as_a_letter(desk):
    case = desk.case_at(12, "draft")
    case = desk.do(case, "draft", outcome="refused", excluded_article="17h")
    case = desk.do(case, "approve")
    with pytest.raises(printing.NotPrintable, match="ditolak dengan surat balasan"):
        printed("notice", case)


def test_markup_typed_into_fields_is_printed_as_typed(desk):
    typed = "<script>alert(1)</script> <img src=a.png>"
    case = desk.walkin(name=typed, information=typed)
    paper = printed("receipt", case)
    assert "<script" not in paper.html
    assert f"Pemohon {typed} Ingin bertemu" in words(paper.pdf)


def test_the_emblem_stands_on_the_letterhead(case, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    file = io.BytesIO()
    Image.new("RGB", (40, 40), "red").save(file, "PNG")
    office = Office.objects.get()
    office.emblem.save("lambang.png", ContentFile(file.getvalue()))
    assert 'src="data:image/png;base64,' in printed("handover", case).html
    (tmp_path / office.emblem.name).unlink()
    assert "<img" not in printed("handover", case).html


def test_papers_fetch_static_files_only():
    outside = ["file:///etc/hostname", "http://localhost/etc/hostname", "http://localhost/static/../manage.py",
               "http://example.com/static/print.css", "http://localhost/static/nothing.css"]  # fmt: skip
    for address in outside:
        with pytest.raises((ValueError, SuspiciousFileOperation)):
            render.static_file(address)
    assert render.static_file("http://localhost/static/print.css").name == "print.css"


def test_papers_bear_erased_personal_data(case):
    Petitioner.objects.filter(case=case).update(name="", phone="", email="", nik="", address="", occupation="")
    erased = InformationRequest.objects.get(pk=case.pk)
    assert [paper.name for paper in every_paper(erased) if "None" in paper.html or "a@example.id" in paper.html] == []
