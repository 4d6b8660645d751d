"""Every task through its form, as a browser posts it: shown, done, invalid, refused, stale, sent twice."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from requests_app import documents
from requests_app.models import Disposition, Document, InformationRequest, Instruction, Office, ReplyLetter, StepRecord
from requests_app.models.records import load_late_reasons
from tests.cast import NOW
from tests.posting import PNG, filled, sealed, statements, url

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=2)
TASKS = [
    (2, "availability", "helpdesk", "sekretaris"),
    (2, "meet", "helpdesk", "kasubag2"),
    (3, "dispose", "ketua", "admin"),
    (4, "deliver", "kasubag2", "kasubag1"),
    (6, "dispose", "ketua", "admin"),
    (7, "review", "kasubag2", "kasubag1"),
    (8, "identify", "kasubag2", "helpdesk"),
    (9, "consult", "kasubag2", "kasubag3"),
    (10, "assign", "sekretaris", "pemeriksa"),
    (10, "prepare", "kasubag2", "kasubag1"),
    (11, "deliver", "kasubag2", "ketua"),
    (12, "assign", "ketua", "admin"),
    (12, "draft", "kasubag2", "sekretaris"),
    (12, "approve", "ketua", "sekretaris"),
    (13, "deliver", "kasubag2", "kasubag4"),
]
# A draft writes two records with their history; an approval changes the letter as well, then stores its paper.
STATEMENTS = {(12, "draft"): 17, (12, "approve"): 20}


@pytest.fixture(autouse=True)
def _monday_ten_o_clock(cast):
    """Two hours on every step here is late; the reasons a process keeps are read beforehand, as by its first form."""
    load_late_reasons(Office.objects.values_list("calendar_version", flat=True).get())
    with time_machine.travel(LATER, tick=False):
        yield


# -- Every task --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("step", "slug", "who", "stranger"), TASKS)
def test_a_task_is_shown_and_done(cast, desk, step, slug, who, stranger):
    case, client = desk.case_at(step, slug), cast.client(who)
    client.get(url(case, slug))  # what the process keeps of the office's settings is read once
    with CaptureQueriesContext(connection) as shown:
        page = client.get(url(case, slug))
    assert (page.status_code, statements(shown) <= 6) == (200, True)
    sent = {**filled(cast, step, slug), "envelope": sealed(page)}
    with CaptureQueriesContext(connection) as done:
        answer = client.post(url(case, slug), sent)
    assert (answer.status_code, answer["Location"]) == (302, f"/permohonan/{case.pk}/")
    assert statements(done) <= STATEMENTS.get((step, slug), 16)
    case.refresh_from_db()
    assert (case.step, case.task) != (step, slug)


@pytest.mark.parametrize(("step", "slug", "who", "stranger"), TASKS)
def test_an_empty_form_answers_422_and_writes_nothing(cast, desk, step, slug, who, stranger):
    case, client = desk.case_at(step, slug), cast.client(who)
    # A form whose every answer is chosen beforehand is made wrong by a time to come.
    answer = client.post(url(case, slug), {"happened_at": "2027-01-01T08:00"})
    before = case.act
    case.refresh_from_db()
    assert (answer.status_code, case.act) == (422, before)
    assert "<title>Galat: " in answer.content.decode()
    assert "Waktu kejadian tidak boleh di masa depan." in answer.content.decode()


@pytest.mark.parametrize(("step", "slug", "who", "stranger"), TASKS)
def test_a_stranger_is_refused(cast, desk, step, slug, who, stranger):
    case, client = desk.case_at(step, slug), cast.client(stranger)
    answers = [client.get(url(case, slug)), client.post(url(case, slug), filled(cast, step, slug))]
    assert [answer.status_code for answer in answers] == [403, 403]
    assert InformationRequest.objects.get(pk=case.pk).act == case.act


@pytest.mark.parametrize(("step", "slug", "who", "stranger"), TASKS)
def test_the_same_submit_again_is_one_act(cast, desk, step, slug, who, stranger):
    case, client = desk.case_at(step, slug), cast.client(who)
    sent = {**filled(cast, step, slug), "envelope": sealed(client.get(url(case, slug)))}
    answers = [client.post(url(case, slug), sent) for _ in range(3)]
    assert [(answer.status_code, answer["Location"]) for answer in answers] == [(302, f"/permohonan/{case.pk}/")] * 3
    assert InformationRequest.objects.get(pk=case.pk).act == case.act + 1


@pytest.mark.parametrize(("step", "slug", "who", "stranger"), TASKS)
def test_a_task_already_done_answers_409_with_who_did_it(cast, desk, step, slug, who, stranger):
    case, client = desk.case_at(step, slug), cast.client(who)
    sent = {**filled(cast, step, slug), "envelope": sealed(client.get(url(case, slug)))}
    client.post(url(case, slug), sent)
    late = client.post(url(case, slug), {**sent, "note": "Kata yang disimpan", "envelope": ""})
    page = late.content.decode()
    assert (late.status_code, "Langkah ini sudah diselesaikan oleh " in page) == (409, True)
    assert "Kata yang disimpan" in page


def test_what_was_chosen_is_kept_in_words(cast, desk):
    case, client = desk.case_at(8), cast.client("kasubag2")
    desk.do(case, "identify")
    late = client.post(url(case, "identify"), {"proposal": "letter", "holding": "dikuasai", "result": "Ada di TPS"})
    kept = re.findall(r"<dt>([^<]+)</dt><dd[^>]*>([^<]+)</dd>", late.content.decode())
    assert kept == [("Usul tindak lanjut", "Surat balasan"), ("Hasil identifikasi", "Ada di TPS")]


def test_other_content_under_a_spent_token_is_refused(cast, desk):
    case, client = desk.case_at(7), cast.client("kasubag2")
    sent = {"finding": "lengkap", "envelope": sealed(client.get(url(case, "review")))}
    client.post(url(case, "review"), sent)
    again = client.post(url(case, "review"), {**sent, "summary": "Lain"})
    assert (again.status_code, "sudah pernah dikirim dengan isi lain" in again.content.decode()) == (409, True)


def test_a_task_not_reached_yet_says_what_is_awaited(cast, desk):
    answer = cast.client("kasubag2").get(url(desk.case_at(7), "deliver"))
    assert (answer.status_code, "Langkah ini belum sampai" in answer.content.decode()) == (409, True)


def test_an_unknown_task_or_case_is_not_found(cast, desk):
    client, case = cast.client("kasubag2"), desk.case_at(7)
    places = (url(case, "tidak-ada"), "/permohonan/999999/", "/permohonan/999999/review/", "/mulai/2/")
    assert [client.get(place).status_code for place in places] == [404] * 4


# -- Meeting and disposition in one room -------------------------------------------------------------------------------


def test_the_official_met_disposes_in_the_meeting(cast, desk):
    case = desk.case_at(2, "meet")
    answer = cast.client("ketua").post(url(case, "dispose"), filled(cast, 3, "dispose"))
    case.refresh_from_db()
    assert (answer.status_code, case.step, case.holder) == (302, 4, cast.post("kasubag2"))
    assert [record.task for record in StepRecord.objects.filter(case=case).order_by("act")][-2:] == ["meet", "dispose"]


def test_another_official_does_not_dispose_in_that_meeting(cast, desk):
    assert cast.client("anggota1").get(url(desk.case_at(2, "meet"), "dispose")).status_code == 409


def test_the_desk_records_meeting_and_disposition_at_once(cast, desk):
    case = desk.case_at(2, "meet")
    sent = {"official": cast.post("ketua").pk, "addressee": cast.post("kasubag1").pk, "words": "Berikan rekap"}
    assert cast.client("helpdesk").post(url(case, "meet"), sent).status_code == 302
    given = Disposition.objects.get(case=case)
    assert (given.speaker, given.confirmation, given.words) == (cast.post("ketua"), "belum", "Berikan rekap")


def test_words_of_a_meeting_need_an_addressee(cast, desk):
    case = desk.case_at(2, "meet")
    answer = cast.client("helpdesk").post(url(case, "meet"), {"official": cast.post("ketua").pk, "words": "Beri"})
    assert (answer.status_code, "Pilih kepada siapa disposisi lisan diberikan." in answer.content.decode()) == (
        422,
        True,
    )


def test_recorded_on_behalf_and_confirmed_with_one_click(cast, desk):
    case = desk.case_at(6)
    sent = {**filled(cast, 6, "dispose"), "manner": "whatsapp"}
    cast.client("helpdesk").post(url(case, "dispose"), sent)
    given = Disposition.objects.get(case=case)
    place = f"/permohonan/{case.pk}/konfirmasi/{given.pk}/"
    assert cast.client("sekretaris").post(place, {"true": "1"}).status_code == 403
    assert cast.client("ketua").post(place, {"true": "1"}).status_code == 302
    given.refresh_from_db()
    assert (given.manner, given.confirmation) == ("whatsapp", "benar")
    assert cast.client("ketua").post(place, {"true": "0"}).status_code == 409


def test_a_kasubag_records_only_what_it_was_given_itself(cast, desk):
    page = cast.client("kasubag2").get(url(desk.case_at(6), "dispose")).content.decode()
    chips = re.findall(r'name="addressee" value="(\d+)"', page)
    assert chips == [str(cast.post("kasubag2").pk)]


def test_an_oral_disposition_is_sent_by_naming_its_addressee(cast, desk):
    case, client = desk.case_at(3), cast.client("ketua")
    page = client.get(url(case, "dispose"))
    chosen = re.findall(r'name="instructions" value="(\d+)"[^>]*checked', page.content.decode())
    buttons = re.findall(
        r'<button class="btn quiet"\s+id="[^"]+" name="addressee" value="(\d+)"', page.content.decode()
    )
    assert (len(chosen), str(cast.post("kasubag2").pk) in buttons) == (1, True)
    sent = {"envelope": sealed(page), "instructions": chosen, "addressee": cast.post("kasubag2").pk}
    assert client.post(url(case, "dispose"), sent).status_code == 302


def test_the_scan_lies_beside_the_disposition(cast, desk):
    scan = documents.Upload("surat-masuk.png", "image/png", PNG, None)
    page = cast.client("ketua").get(url(desk.letter(files=[scan]), "dispose")).content.decode()
    assert re.findall(r'<a href="/dokumen/\d+/">([^<]+)</a>', page) == ["Pindaian surat masuk: surat-masuk.png"]


def test_an_order_reworded_is_offered_at_once(cast, desk):
    case, client = desk.case_at(6), cast.client("ketua")
    client.get(url(case, "dispose"))
    order = Instruction.objects.get(text__iexact="tindak lanjuti")
    order.text = "telaah dulu"
    order.save()
    page = client.get(url(case, "dispose")).content.decode()
    assert ("Telaah dulu" in page, "Tindak lanjuti" in page) == (True, False)


# -- Letters -----------------------------------------------------------------------------------------------------------


def test_a_letter_returned_comes_back_with_its_note_and_text(cast, desk):
    case = desk.case_at(12, "approve")
    ketua, kasubag = cast.client("ketua"), cast.client("kasubag2")
    bare = ketua.post(url(case, "approve"), {"decision": "kembalikan"})
    assert (bare.status_code, "Tulis catatan perbaikan" in bare.content.decode()) == (422, True)
    ketua.post(url(case, "approve"), {"decision": "kembalikan", "note": "Perbaiki tanggalnya"})
    page = kasubag.get(url(case, "draft")).content.decode()
    assert ["Perbaiki tanggalnya" in page, 'value="Data pemilih"' in page] == [True, True]


def test_approval_numbers_the_letter_and_stores_its_paper(cast, desk):
    case = desk.case_at(12, "approve")
    client = cast.client("ketua")
    client.post(url(case, "approve"), {"decision": "setuju"})
    letter = ReplyLetter.objects.get(case=case)
    stored = Document.objects.get(record=letter)
    printed = client.get(url(case, "cetak/letter"))
    assert (letter.status, letter.number is not None, printed.content[:5]) == ("terbit", True, b"%PDF-")
    assert printed.content == client.get(f"/dokumen/{stored.pk}/").content


def test_a_preview_is_the_paper_and_writes_nothing(cast, desk):
    case = desk.case_at(12, "draft")
    sent = {**filled(cast, 12, "draft"), "pratinjau": "1"}
    answer = cast.client("kasubag2").post(url(case, "draft"), sent)
    written = ReplyLetter.objects.filter(case=case).count()
    assert (answer["Content-Type"], answer.content[:5], written) == ("application/pdf", b"%PDF-", 0)


def test_a_refusal_must_name_its_article(cast, desk):
    case = desk.case_at(12, "draft")
    sent = {**filled(cast, 12, "draft"), "outcome": "refused", "no_attachment": "on"}
    answer = cast.client("kasubag2").post(url(case, "draft"), sent)
    assert (answer.status_code, "Pilih pasal 17" in answer.content.decode()) == (422, True)
