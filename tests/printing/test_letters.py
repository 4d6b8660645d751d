"""The reply letter: as surat dinas, stored once, reprinted byte by byte."""

import threading

import pytest
import time_machine
from django.db import connection

from requests_app import documents, printing
from requests_app.models import Appointment, Document, Office, ReplyLetter
from requests_app.printing.letters import letter_html
from tests.cast import NOW
from tests.papers import letter_to_print, pages, printed, words
from tests.posting import url

BODY = "Menindaklanjuti surat Saudara:\n\n1. Data **terlampir**.\n2. <b>Bukan</b> markup.\n\nDemikian."


def drafted(desk, **data):
    """Walk a letter to the signer's desk and give its reply letter."""
    case = desk.case_at(12, "draft")
    desk.do(case, "draft", **{"body": BODY, "copies_to": "Ketua\n- Arsip", **data})
    return case, ReplyLetter.objects.get(case=case)


def issued(desk, **data):
    case, _ = drafted(desk, **data)
    case.refresh_from_db()
    desk.do(case, "approve")
    return letter_to_print(case)


def attached(**data):
    return {"no_attachment": False, "description": "DPT per kelurahan", "medium": "flashdisk", **data}


def test_a_letter_has_the_parts_of_a_surat_dinas(desk):
    letter = issued(desk, **attached(subject="Data pemilih", recipient="Dekan FISIP", recipient_address="Kupang"))
    said = words(printing.reply_letter(letter).pdf)
    signer = letter.signed_as
    for wanted in (
        f"Nomor : {letter.number} Kupang, 23 November 2026",
        "Sifat : Biasa Lampiran : 1 (satu) berkas Hal : Data pemilih",
        "Yth. Dekan FISIP di Kupang",
        "Data terlampir. <b>Bukan</b> markup. Demikian.",
        f"{signer.post.title}, {signer.user.display_name}",
        "Lampiran: DPT per kelurahan Tembusan: Ketua Arsip",
    ):
        assert wanted in said
    assert "KONSEP" not in said


def test_a_letter_without_attachment_says_so(desk):
    letter = issued(desk)
    assert "Lampiran : - Hal" in words(printing.reply_letter(letter).pdf)


def test_a_draft_says_konsep_on_every_page(desk):
    _, letter = drafted(desk, body="Kalimat yang panjang sekali. " * 300)
    said = pages(printing.reply_letter(letter).pdf)
    assert [("KONSEP" in page) for page in said] == [True] * 3
    assert "Nomor : Kupang, ……" in said[0]
    assert [("– 2 –" in page, "– 1 –" in page) for page in said] == [(False, False), (True, False), (False, False)]


def test_a_continuation_page_names_the_letter_and_no_signature_stands_alone(desk):
    for lines in (25, 27, 29):
        letter = issued(desk, body="\n\n".join(f"Alinea {n} yang pendek." for n in range(lines)))
        said = pages(printing.reply_letter(letter).pdf)
        last = next(page for page in said if "Dominggus Lakapu" in page)
        assert f"Alinea {lines - 1} yang" in last
        heads = [f"Lanjutan surat nomor {letter.number} – {n + 1} –" in page for n, page in enumerate(said)]
        assert heads == [n > 0 for n in range(len(said))]


def test_a_letter_passed_to_the_sekretaris_stays_the_ketuas(desk):
    case, _ = drafted(desk)
    desk.act("redirect", case, "sekretaris", desk.cast.post("sekretaris"), "Ketua dinas luar")
    case.refresh_from_db()
    desk.do(case, "approve")
    said = words(printing.reply_letter(letter_to_print(case)).pdf)
    sekretaris = desk.cast.sekretaris
    assert f"a.n. Ketua KPU Kota Kupang Sekretaris KPU Kota Kupang, {sekretaris.display_name} NIP" in said


def test_forty_copies_are_all_named(desk):
    letter = issued(desk, copies_to="\n".join(f"Ketua PPK nomor {n} di Kupang" for n in range(1, 41)))
    said = words(printing.reply_letter(letter).pdf)
    assert [n for n in range(1, 41) if f"Ketua PPK nomor {n} di Kupang" not in said] == []


def test_a_cancelled_letter_says_batal(desk):
    letter = issued(desk)
    letter.status = "batal"
    assert "BATAL" in words(printing.reply_letter(letter).pdf)


@pytest.mark.parametrize(
    ("kind", "same_post", "said"),
    [
        ("plh", True, "<p>Plh. {title},</p>"),
        ("plt", True, "<p>Plt. {title},</p>"),
        ("definitif", False, "<p>a.n. {title}</p>\n  <p>{other},</p>"),
    ],
)
def test_the_signer_is_named_as_held_that_day(desk, kind, same_post, said):
    letter = issued(desk)
    post = letter.signer if same_post else desk.cast.post("sekretaris")
    letter.signed_as = Appointment(post=post, user=desk.cast.sekretaris, kind=kind)
    assert said.format(title=letter.signer.title, other=post.title) in printing.reply_letter(letter).html


def test_a_subject_of_forty_lines_keeps_the_letter_whole(desk):
    letter = issued(desk, subject="Penyampaian data pemilih per kelurahan " * 25)
    said = pages(printing.reply_letter(letter).pdf)
    assert len(said) == 1
    assert said[0].count("Penyampaian data pemilih") == 25
    assert "Tembusan: Ketua Arsip" in said[0]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("**tebal** dan *miring*", "<p><strong>tebal</strong> dan <em>miring</em></p>\n"),
        ("# bukan judul", "<p># bukan judul</p>\n"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>\n"),
        ("![x](file:///etc/hostname)", "<p>![x](file:///etc/hostname)</p>\n"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        ("satu\ndua", "<p>satu<br>\ndua</p>\n"),
    ],
)
def test_the_small_markup_of_letters(typed, said):
    assert letter_html(typed) == said


def test_an_issued_letter_is_stored_once_and_reprinted_byte_by_byte(desk):
    letter = issued(desk)
    stored = printing.issue_pdf(letter, now=NOW)
    Office.objects.update(name="Nama lain")
    assert printing.issue_pdf(letter, now=NOW) == stored
    assert printing.letter_bytes(letter, now=NOW) == documents.read(stored)
    assert words(documents.read(stored)).startswith("KOMISI PEMILIHAN UMUM KOTA KUPANG")
    assert Document.objects.filter(record=letter).count() == 1


def test_the_first_reprint_stores_what_was_not_stored(desk):
    letter = issued(desk)
    assert printing.letter_bytes(letter, now=NOW) == documents.read(Document.objects.get(record=letter))


def test_a_draft_is_never_stored(desk):
    case, letter = drafted(desk)
    with pytest.raises(printing.NotPrintable, match="belum disetujui"):
        printing.issue_pdf(letter, now=NOW)
    assert printing.letter_bytes(letter_to_print(case), now=NOW).startswith(b"%PDF-")
    assert Document.objects.filter(case__year=2026).count() == 0


def test_without_a_letter_there_is_nothing_to_print(desk):
    case = desk.letter()
    with pytest.raises(printing.NotPrintable, match=f"{case.number} belum memiliki surat balasan"):
        printed("letter", case)


@pytest.mark.django_db(transaction=True)
def test_two_processes_store_one_letter(desk, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    letter = issued(desk)
    start, stored = threading.Barrier(2), []

    def race():
        try:
            start.wait()
            stored.append(printing.issue_pdf(ReplyLetter.objects.get(pk=letter.pk), now=NOW).pk)
        finally:
            connection.close()

    threads = [threading.Thread(target=race) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert stored == [Document.objects.get(record=letter).pk] * 2
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_an_empty_letter_says_what_it_lacks_in_whole_sentences(cast, desk):
    case = desk.case_at(12, "draft")
    page = cast.client("kasubag2").post(f"/permohonan/{case.pk}/draft/", {"subject": ""}).content.decode()
    lacking = ("Isi kepada siapa surat ini ditujukan (Yth.).", "Isi hal surat.", "Tulis isi surat.")
    assert [sentence in page for sentence in lacking] == [True, True, True]


@pytest.mark.parametrize(
    ("wanted", "hal"),
    [
        ("Permohonan data pemilih", "Jawaban atas Permohonan data pemilih"),
        ("Daftar pemilih tetap", "Jawaban atas permohonan informasi: Daftar pemilih tetap"),
    ],
)
def test_hal_does_not_say_permohonan_twice(desk, wanted, hal):
    case = desk.case_at(12, "draft", subject=wanted)
    with time_machine.travel(desk.now):
        page = desk.cast.client("kasubag2").get(url(case, "draft"))
    assert page.context["form"]["subject"].value() == hal
