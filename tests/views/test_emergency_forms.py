"""Blank forms for power cuts: numbers without gaps, printings on record, one form one case."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import DatabaseError, transaction

from requests_app import printing, workflow
from requests_app.models import FormBatch, InformationRequest, Office
from requests_app.models.emergency_numbers import canonical, printed_in, read_number, used_numbers
from requests_app.rules.refusals import Incomplete, NotPermitted
from tests.cast import NOW
from tests.observed import refusal
from tests.papers import claims, fonts, pages
from tests.posting import PNG, sealed


def printed(desk, entry=1, count=3, who="admin", **more):
    return workflow.print_forms(entry, count, desk.doing(who, **more))


# -- Numbers -----------------------------------------------------------------------------------------------------------


def test_printings_number_their_forms_without_gaps_and_name_who_printed_when(desk):
    first, second = printed(desk, 1, 3), printed(desk, 5, 2, "helpdesk")
    next_year = printed(desk, 1, 1, at=NOW.replace(year=2027))
    assert first.numbers == ["DRT-0001/2026", "DRT-0002/2026", "DRT-0003/2026"]
    assert (second.numbers, next_year.numbers) == (["DRT-0004/2026", "DRT-0005/2026"], ["DRT-0001/2027"])
    assert (second.printed_by.user, second.printed_at) == (desk.cast.helpdesk, NOW + timedelta(minutes=2))
    assert (str(second), str(next_year)) == ("DRT-0004/2026 – DRT-0005/2026", "DRT-0001/2027")


def test_the_same_submit_twice_is_one_printing(desk):
    first = printed(desk, token="a")
    assert printed(desk, token="a") == first
    assert printed(desk, token="b").first == 4


def test_only_admin_and_desk_print(desk):
    for who in ("ketua", "sekretaris", "kasubag2", "staff", "pemeriksa"):
        refused = refusal(NotPermitted, printed, desk, 1, 1, who)
        assert refused.sentence == "Formulir darurat dicetak oleh admin atau Help Desk."
    assert FormBatch.objects.count() == 0


@pytest.mark.parametrize("count", [0, 51])
def test_too_many_or_none_are_refused(desk, count):
    assert refusal(Incomplete, printed, desk, 1, count).errors == {"count": "Cetak 1 sampai 50 formulir sekali jalan."}


@pytest.mark.parametrize(
    ("typed", "read"),
    [("DRT-0007/2026", (7, 2026)), ("drt 7/2026", (7, 2026)), (" DRT0007 / 2026 ", (7, 2026)),
     ("DRT-12345/2026", (12345, 2026)), ("DRT-0/2026", None), ("D-014", None), ("DRT-7", None), ("", None)],
)  # fmt: skip
def test_a_number_is_read_however_it_was_typed(typed, read):
    assert read_number(typed) == read


def test_what_is_no_such_number_stays_as_typed():
    assert (canonical("drt 7/2026"), canonical(" d-014  a ")) == ("DRT-0007/2026", "D-014 A")


def test_a_number_is_found_in_its_printing(desk):
    first, second = printed(desk, 1, 3), printed(desk, 5, 2)
    assert [printed_in(f"DRT-000{number}/2026") for number in range(1, 7)] == [first] * 3 + [second] * 2 + [None]
    assert (printed_in("DRT-0001/2025"), printed_in("D-014")) == (None, None)


def test_a_form_is_used_for_one_case(desk):
    batch = printed(desk)
    case = desk.walkin(emergency_number="drt 2/2026")
    assert (case.emergency_number, used_numbers([batch])) == ("DRT-0002/2026", {"DRT-0002/2026"})
    refused = refusal(Incomplete, desk.walkin, emergency_number="DRT-0002/2026")
    said = f"Formulir DRT-0002/2026 sudah dicatat sebagai permohonan {case.number}. Periksa nomor pada formulir."
    assert refused.errors == {"emergency_number": said}
    assert desk.walkin().sequence == 2  # the refused one left no gap in the register


# -- At the counter ----------------------------------------------------------------------------------------------------


def visitor(cast, **more):
    return {"name": "Ina", "phone": "tidak ada", "information": "DPT", "addressee": cast.post("ketua").pk, **more}


def send(cast, **more):
    with time_machine.travel(NOW, tick=False):
        return cast.client("helpdesk").post("/mulai/1/", visitor(cast, **more))


@pytest.mark.alone
def test_a_number_never_printed_is_asked_about_once(cast):
    asked = send(cast, emergency_number="D-014").content.decode()
    assert "Formulir D-014 tidak ada pada daftar cetak." in asked
    assert ('name="unlisted"' in asked, InformationRequest.objects.count()) == (True, 0)
    assert send(cast, emergency_number="D-014", unlisted="on").status_code == 302
    assert InformationRequest.objects.get().emergency_number == "D-014"


def test_a_number_used_twice_is_an_error_at_its_field(cast, desk):
    printed(desk)
    send(cast, emergency_number="DRT-0001/2026")
    again = send(cast, emergency_number="drt-1/2026", unlisted="on")
    assert (again.status_code, "sudah dicatat sebagai permohonan" in again.content.decode()) == (422, True)
    assert re.search(r'<a href="#id_emergency_number">Formulir DRT-0001/2026 sudah', again.content.decode())


def test_nobody_is_asked_about_a_number_at_the_counter(cast):
    assert 'name="unlisted"' not in cast.client("helpdesk").get("/mulai/1/").content.decode()


# -- The page ----------------------------------------------------------------------------------------------------------


def test_a_printing_from_the_page_is_listed_with_what_came_back(cast, desk):
    client = cast.client("admin")
    with time_machine.travel(NOW, tick=False):
        sent = {"entry": "5", "count": "4", "envelope": sealed(client.get("/formulir-darurat/"))}
        answers = [client.post("/formulir-darurat/", sent) for _ in range(2)]  # a double click
        batch = FormBatch.objects.get()
        desk.letter(emergency_number="DRT-0003/2026")
        page = client.get(answers[0]["Location"]).content.decode()
    assert [answer["Location"] for answer in answers] == [f"/formulir-darurat/?baru={batch.pk}"] * 2
    assert (batch.entry, batch.numbers[0], batch.numbers[-1]) == (5, "DRT-0001/2026", "DRT-0004/2026")
    assert 'data-label="Terpakai" class="num">1</td><td data-label="Sisa" class="num">3</td>' in page
    assert "Surat masuk: DRT-0001/2026 – DRT-0004/2026 siap dicetak." in page
    assert f'href="/formulir-darurat/{batch.pk}.pdf"' in page


def test_a_wrong_count_is_named_and_prints_nothing(cast):
    answer = cast.client("admin").post("/formulir-darurat/", {"entry": "1", "count": "500"})
    assert (answer.status_code, "Banyaknya formulir paling besar 50." in answer.content.decode()) == (422, True)
    assert FormBatch.objects.count() == 0


# -- Paper -------------------------------------------------------------------------------------------------------------


def dressed(office: Office) -> None:
    """Give the letterhead all it may hold."""
    office.phone, office.email, office.website = "0380 123456", "kota@example.id", "example.id"
    office.emblem.save("lambang.png", ContentFile(PNG))


def test_the_visitors_form_is_one_sheet_with_its_receipt(desk, tmp_path):
    dressed(desk.cast.office)
    pdf = printing.blank_forms(printed(desk, 1, 2)).pdf
    first, second = pages(pdf)
    assert (first.count("DRT-0001/2026"), second.count("DRT-0002/2026")) == (3, 3)  # the box, the strip, the foot
    assert [word in first for word in ("1. Pemohon didaftarkan", "2. Kesediaan", "4. Data diberikan", "Petugas:")] == [
        True, True, True, True,
    ]  # fmt: skip
    assert "5. " not in first
    assert claims(pdf) == {
        "lang": "id", "title": "Formulir darurat DRT-0001/2026 – DRT-0002/2026: Tamu datang langsung", "tagged": True,
        "ua": True, "title_shown": True,
    }  # fmt: skip
    assert fonts(pdf, tmp_path / "a.pdf") == {("TeXGyreHerosCn", "yes")}


def test_the_letters_form_forks_overleaf(desk):
    dressed(desk.cast.office)
    front, back = pages(printing.blank_forms(printed(desk, 5, 1)).pdf)
    assert [f"{row}. " in front for row in (5, 6, 7, 8)] == [True] * 4
    assert ("Tanda Bukti Permohonan Informasi" in front, "Tanda Bukti" in back) == (True, False)
    assert [row in back for row in ("9. Konsultasi", "10/12. Penugasan", "11. Data", "12. Konsep", "13. Surat")] == [
        True, True, True, True, True,
    ]  # fmt: skip
    assert "DRT-0001/2026" in back


def test_the_command_prints_and_prints_again(cast, tmp_path):
    path = tmp_path / "a.pdf"
    call_command("print", "blank", "tamu", "--count", "2", "--by", "admin", "-o", str(path))
    assert len(pages(path.read_bytes())) == 2
    call_command("print", "blank", "drt 2/2026", "-o", str(path))
    (page,) = pages(path.read_bytes())
    assert ("DRT-0002/2026" in page, FormBatch.objects.get().printed_by.user) == (True, cast.admin)


def test_the_command_prints_the_other_papers_of_a_number(cast, tmp_path):
    path = tmp_path / "a.pdf"
    call_command("print", "blank", "tanda-bukti", "--count", "2", "--by", "admin", "-o", str(path))
    assert (FormBatch.objects.get().entry, len(pages(path.read_bytes()))) == (1, 2)
    call_command("print", "blank", "disposisi", "--number", "drt 2/2026", "-o", str(path))
    (page,) = pages(path.read_bytes())
    assert ("DRT-0002/2026" in page, FormBatch.objects.count()) == (True, 1)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["disposisi", "--number", "drt 9/2026"], "Formulir darurat DRT-0009/2026 belum pernah dicetak."),
        (["disposisi", "--number", "7"], "“7” bukan nomor formulir darurat. Contoh: DRT-0007/2026."),
        (["register", "--by", "admin"], "Register permohonan (PPID-C) tidak bernomor darurat."),
        (["tamu"], "Sebutkan siapa yang mencetak: --by nama_pengguna."),
        (["tamu", "--by", "ketua"], "Formulir darurat dicetak oleh admin atau Help Desk."),
        (["surat", "--by", "admin", "--count", "99"], "Cetak 1 sampai 50 formulir sekali jalan."),
        (["drt 1/2026"], "Formulir darurat DRT-0001/2026 belum pernah dicetak."),
    ],
)
def test_the_command_refuses_in_one_sentence(cast, tmp_path, arguments, sentence):
    with pytest.raises(CommandError) as refused:
        call_command("print", "blank", *arguments, "-o", str(tmp_path / "a.pdf"))
    assert (str(refused.value), FormBatch.objects.count()) == (sentence, 0)


def test_the_database_keeps_a_printing_as_it_was(desk):
    batch = printed(desk)
    for change in (lambda rows: rows.update(last=9), lambda rows: rows.delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change(FormBatch.objects.filter(pk=batch.pk))
    assert FormBatch.objects.get().last == 3
