"""Every act through its form, as a browser posts it: shown, done, invalid, refused, stale, sent twice."""

import io
import re
from datetime import timedelta

import pytest
import time_machine
from django.core import signing
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from requests_app.forms import envelope as envelopes
from requests_app.models import (
    Disclosure,
    Disposition,
    Document,
    Expedition,
    InformationRequest,
    Instruction,
    Opening,
    Petitioner,
    ReplyLetter,
    StepRecord,
)
from tests.cast import NOW

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
# A task that writes two records with their history, or stores a paper, needs more statements than the usual sixteen.
STATEMENTS = {(4, "deliver"): 18, (12, "draft"): 19, (12, "approve"): 26}


@pytest.fixture(autouse=True)
def _monday_ten_o_clock():
    with time_machine.travel(LATER, tick=False):
        yield


def image() -> bytes:
    """Draw the smallest scan."""
    buffer = io.BytesIO()
    Image.new("L", (8, 8)).save(buffer, "PNG")
    return buffer.getvalue()


PNG = image()


def sealed(response) -> str:
    """Read the envelope of a form shown."""
    return re.search(rb'name="envelope" value="([^"]+)"', response.content)[1].decode()


def url(case, place: str) -> str:
    return f"/permohonan/{case.pk}/{place}/"


def filled(cast, step: int, slug: str) -> dict:
    """Give what a person types or taps for a task, and no more."""
    post = cast.post
    order = Instruction.objects.filter(order="").first().pk
    return {
        "availability": {"official": post("ketua").pk, "result": "bersedia"},
        "meet": {"official": post("ketua").pk},
        "dispose": {"addressee": post("kasubag2").pk, "instructions": [order]},
        "review": {"finding": "lengkap"},
        "identify": {"proposal": "data", "holding": "dikuasai"},
        "consult": {"division": post("anggota1").division_id, "outcome": "arahan", "order": "data"},
        "assign": {"addressee": post("kasubag2").pk, "instructions": [order]},
        "prepare": {"description": "DPT per kecamatan"},
        "draft": {"outcome": "given", "recipient": "Universitas", "subject": "Jawaban", "body": "Terlampir.",
                  "description": "DPT", "signer": post("ketua").pk},
        "approve": {"decision": "setuju"},
        "deliver": {"receiver_name": "Yohanis Umbu", **({"description": "DPT"} if step == 4 else {})},
    }[slug]  # fmt: skip


def statements(captured) -> int:
    quiet = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
    return len([query for query in captured if not query["sql"].startswith(quiet)])


# -- Every task --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("step", "slug", "who", "stranger"), TASKS)
def test_a_task_is_shown_and_done(cast, desk, step, slug, who, stranger):
    case, client = desk.case_at(step, slug), cast.client(who)
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


# -- The doors ---------------------------------------------------------------------------------------------------------


def visitor(cast, **more) -> dict:
    known = {"name": "Ina Lado", "phone": "0812 3790 5512", "information": "DPT Maulafa"}
    return {**known, "addressee": cast.post("ketua").pk, **more}


def test_four_fields_register_a_visitor(cast, desk):
    first = desk.walkin()  # the office's settings are known to this process from now on
    client = cast.client("helpdesk")
    with CaptureQueriesContext(connection) as shown:
        page = client.get("/mulai/1/")
    with CaptureQueriesContext(connection) as done:
        answer = client.post("/mulai/1/", {**visitor(cast), "envelope": sealed(page)})
    case = InformationRequest.objects.select_related("petitioner").exclude(pk=first.pk).get()
    assert answer["Location"] == f"/permohonan/{case.pk}/?baru=1"
    assert (case.petitioner.name, case.petitioner.phone_digits) == ("Ina Lado", "081237905512")
    assert (statements(shown) <= 6, statements(done) <= 18) == (True, True)
    assert f"/permohonan/{case.pk}/cetak/receipt/" in client.get(answer["Location"]).content.decode()


def test_the_form_names_each_missing_field(cast):
    page = cast.client("helpdesk").post("/mulai/1/", {}).content.decode()
    said = re.findall(r'<li><a href="#[^"]+">([^<]+)</a>', page)
    assert said == ["Isi telepon.", "Isi nama pemohon.", "Pilih pejabat yang ingin ditemui.",
                    "Isi informasi yang dibutuhkan."]  # fmt: skip


@pytest.mark.parametrize(
    ("field", "typed", "message"),
    [
        ("phone", "besok", "Periksa telepon"),
        ("nik", "123", "NIK harus 16 angka; sekarang 3."),
        ("addressee", "999", "Pilih ingin bertemu dari daftar."),
        ("name", "Ina\u202eodaL", "tanda yang tidak dapat dicetak"),
    ],
)
def test_a_wrong_field_is_named_and_what_was_typed_stays(cast, field, typed, message):
    answer = cast.client("helpdesk").post("/mulai/1/", visitor(cast, **{field: typed}))
    assert (answer.status_code, message in answer.content.decode()) == (422, True)
    assert 'value="DPT Maulafa"' in answer.content.decode()


def test_three_fields_receive_a_letter_for_the_ketua(cast):
    answer = cast.client("helpdesk").post("/mulai/5/", {"sender": "UTR", "subject": "Data", "channel": "surat"})
    case = InformationRequest.objects.get()
    assert (answer.status_code, case.step, case.holder, case.information) == (302, 6, cast.post("ketua"), "Data")


def test_a_scan_is_kept_with_the_letter(cast):
    from django.core.files.uploadedfile import SimpleUploadedFile

    scan = SimpleUploadedFile("surat masuk.png", PNG)
    client = cast.client("helpdesk")
    client.post("/mulai/5/", {"sender": "UTR", "subject": "Data", "channel": "surat", "files": scan})
    kept = Document.objects.get()
    handed = client.get(f"/dokumen/{kept.pk}/")
    assert (handed.content, handed["Content-Type"], handed["X-Content-Type-Options"]) == (PNG, "image/png", "nosniff")
    assert handed["Content-Disposition"].startswith("attachment;")


def test_a_file_that_is_none_of_the_kinds_is_refused_by_name(cast):
    from django.core.files.uploadedfile import SimpleUploadedFile

    sent = {"sender": "UTR", "subject": "Data", "channel": "surat", "files": SimpleUploadedFile("a.png", b"<svg/>")}
    answer = cast.client("helpdesk").post("/mulai/5/", sent)
    assert (answer.status_code, "a.png: " in answer.content.decode()) == (422, True)
    assert InformationRequest.objects.count() == 0


def test_only_the_desk_opens_the_doors(cast):
    client = cast.client("ketua")
    assert [client.get("/mulai/1/").status_code, client.post("/mulai/5/", {}).status_code] == [403, 403]


# -- Mulai, envelopes, resumed forms -----------------------------------------------------------------------------------


def test_mulai_is_the_first_showing_even_after_a_422(cast):
    client = cast.client("helpdesk")
    token = sealed(client.get("/mulai/1/"))
    with time_machine.travel(LATER + timedelta(minutes=2), tick=False):
        wrong = client.post("/mulai/1/", {**visitor(cast, phone=""), "envelope": token})
    with time_machine.travel(LATER + timedelta(minutes=5), tick=False):
        client.post("/mulai/1/", {**visitor(cast), "envelope": sealed(wrong)})
    stay = InformationRequest.objects.get().visits.first()
    assert (stay.began, stay.working) == (LATER, timedelta(minutes=5))


def test_after_an_hour_the_form_asks_when_serving_began(cast):
    client = cast.client("helpdesk")
    sent = {**visitor(cast), "envelope": sealed(client.get("/mulai/1/"))}
    for minutes in (25, 50):  # the desk is busy with others meanwhile
        with time_machine.travel(LATER + timedelta(minutes=minutes), tick=False):
            client.get("/permohonan/")
    with time_machine.travel(LATER + timedelta(minutes=61), tick=False):
        asked = client.post("/mulai/1/", sent)
        done = client.post("/mulai/1/", {**sent, "started_at": "2026-11-23T10:59"})
    assert (asked.status_code, "Isi mulai dilayani." in asked.content.decode()) == (422, True)
    assert (done.status_code, InformationRequest.objects.get().visits.first().working) == (302, timedelta(minutes=2))


@pytest.mark.parametrize("make", [lambda: "karangan", lambda: signing.dumps({"token": "x"}, salt=envelopes.SALT)])
def test_a_forged_envelope_is_refused_with_a_new_one(cast, make):
    broken = make()
    answer = cast.client("helpdesk").post("/mulai/1/", {**visitor(cast), "envelope": broken})
    page = answer.content.decode()
    assert (answer.status_code, envelopes.STALE in page, sealed(answer) != broken) == (422, True, True)


def test_an_envelope_of_another_person_or_too_old_is_refused(cast):
    token = sealed(cast.client("helpdesk").get("/mulai/1/"))
    client = cast.client("helpdesk")
    assert client.post("/mulai/5/", {"envelope": token}).status_code == 422
    with time_machine.travel(LATER + timedelta(hours=25), tick=False):
        assert cast.client("helpdesk").post("/mulai/1/", {**visitor(cast), "envelope": token}).status_code == 422
    assert InformationRequest.objects.count() == 0


def test_a_resumed_form_is_drawn_and_acts_on_nothing(cast, desk):
    case = desk.case_at(6)
    chosen = cast.post("kasubag3").pk
    page = cast.client("ketua").post(url(case, "dispose"), {"_tinjau": 1, "addressee": chosen, "words": "Segera ya"})
    text = page.content.decode()
    tapped = re.findall(r'name="addressee" value="(\d+)"[^>]* checked', text)
    assert (page.status_code, "Segera ya" in text, tapped) == (200, True, [str(chosen)])
    assert Disposition.objects.count() == 0


def test_paper_entered_later_keeps_both_times(cast, desk):
    case = desk.case_at(7, at=NOW + timedelta(minutes=10))
    sent = {"finding": "lengkap", "happened_at": "2026-11-23T08:30"}
    assert cast.client("kasubag2").post(url(case, "review"), sent).status_code == 302
    record = StepRecord.objects.get(task="review")
    assert (record.happened_at, record.recorded_at) == (NOW + timedelta(minutes=30), LATER)


# -- Who came before ---------------------------------------------------------------------------------------------------


@pytest.fixture
def known(desk):
    return desk.walkin(phone="0812 3790 5512", phone_digits="081237905512", nik="5371010101900001", address="Maulafa",
                       name="Maria Goreti Tefa")  # fmt: skip


def test_a_telephone_finds_who_came_before_without_the_nik(cast, known):
    page = cast.client("helpdesk").post("/mulai/telepon/", {"phone": "+62 812 3790 5512"}).content.decode()
    assert ("Maria Goreti Tefa" in page, "537101******0001" in page, "5371010101900001" in page) == (True, True, False)
    assert known.short_number in page


def test_only_the_desk_looks_up_telephones(cast, known):
    assert cast.client("ketua").post("/mulai/telepon/", {"phone": "081237905512"}).status_code == 403
    assert cast.client("helpdesk").get("/mulai/telepon/").status_code == 405


def test_without_script_two_buttons_fill_in_a_returning_visitor(cast, known):
    client = cast.client("helpdesk")
    typed = {"phone": "081237905512", "information": "Hasil rekap", "cari_telepon": 1}
    searched = client.post("/mulai/1/", typed)
    assert (searched.status_code, "Pernah datang" in searched.content.decode()) == (200, True)
    del typed["cari_telepon"]
    used = client.post("/mulai/1/", {**typed, "pakai": known.petitioner_id}).content.decode()
    assert ['value="Maria Goreti Tefa"' in used, 'value="Maulafa"' in used, 'value="Hasil rekap"' in used] == [True] * 3
    returning = re.search(r'name="returning" value="([^"]+)"', used)[1]
    client.post("/mulai/1/", visitor(cast, returning=returning))
    assert Petitioner.objects.order_by("-pk").first().nik == "5371010101900001"


def test_a_returning_mark_does_not_serve_another_number(cast, known):
    from requests_app.forms.petitioner import prefill

    mark = prefill(known.petitioner)["returning"]
    cast.client("helpdesk").post("/mulai/1/", visitor(cast, phone="081111111111", returning=mark))
    assert Petitioner.objects.order_by("-pk").first().nik == ""


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
    given = Disposition.objects.get()
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
    given = Disposition.objects.get()
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


def test_the_oral_disposition_takes_two_taps(cast, desk):
    page = cast.client("ketua").get(url(desk.case_at(3), "dispose")).content.decode()
    chosen = re.findall(r'<input type="checkbox" name="instructions"[^>]*checked', page)
    assert len(chosen) == 1


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
    letter = ReplyLetter.objects.get()
    stored = Document.objects.get(record=letter)
    printed = client.get(url(case, "cetak/letter"))
    assert (letter.status, letter.number is not None, printed.content[:5]) == ("terbit", True, b"%PDF-")
    assert printed.content == client.get(f"/dokumen/{stored.pk}/").content


def test_a_preview_is_the_paper_and_writes_nothing(cast, desk):
    case = desk.case_at(12, "draft")
    sent = {**filled(cast, 12, "draft"), "pratinjau": "1"}
    answer = cast.client("kasubag2").post(url(case, "draft"), sent)
    assert (answer["Content-Type"], answer.content[:5], ReplyLetter.objects.count()) == ("application/pdf", b"%PDF-", 0)


def test_a_refusal_must_name_its_article(cast, desk):
    case = desk.case_at(12, "draft")
    sent = {**filled(cast, 12, "draft"), "outcome": "refused", "no_attachment": "on"}
    answer = cast.client("kasubag2").post(url(case, "draft"), sent)
    assert (answer.status_code, "Pilih pasal 17" in answer.content.decode()) == (422, True)


# -- Acts beside the rows ----------------------------------------------------------------------------------------------


def twice(client, place, **data):
    """Show a form, send it two times, and give both answers."""
    sent = {**data, "envelope": sealed(client.get(place))}
    return [client.post(place, sent).status_code for _ in range(2)]


def test_redirect_and_its_double_click(cast, desk):
    case = desk.case_at(7)
    sent = {"holder": cast.post("kasubag3").pk, "reason": "Bukan bidang saya"}
    assert twice(cast.client("kasubag2"), url(case, "alihkan"), **sent) == [302, 302]
    case.refresh_from_db()
    assert (case.holder, Disposition.objects.filter(form_of="alih").count()) == (cast.post("kasubag3"), 1)


def test_recall_of_a_disposition_not_opened(cast, desk):
    case = desk.case_at(7)
    assert twice(cast.client("ketua"), url(case, "tarik"), reason="Salah alamat") == [302, 302]
    case.refresh_from_db()
    assert (case.step, case.holder) == (6, cast.post("ketua"))


def test_hold_and_resume(cast, desk):
    case = desk.case_at(7)
    client = cast.client("kasubag2")
    assert twice(client, url(case, "tunda"), reason="penjelasan", note="Tahun data") == [302, 302]
    assert InformationRequest.objects.get(pk=case.pk).state == "held"
    assert twice(client, url(case, "lanjutkan")) == [302, 302]
    assert InformationRequest.objects.get(pk=case.pk).state == "open"


def test_ready_then_not_collected(cast, desk):
    case = desk.case_at(11)
    client = cast.client("helpdesk")
    assert twice(client, url(case, "siap"), notified_via="telepon") == [302, 302]
    ended = twice(client, url(case, "penyelesaian/not_collected"), statement="Tidak datang sebulan")
    assert (ended, InformationRequest.objects.get(pk=case.pk).ending) == ([302, 302], "not_collected")


def test_an_ending_asks_only_for_what_it_needs(cast, desk):
    case, client = desk.case_at(7), cast.client("kasubag2")
    answer = client.post(url(case, "penyelesaian/not_held"), {"statement": "Ada di Disdukcapil"})
    assert (answer.status_code, "Isi badan yang menguasai informasi." in answer.content.decode()) == (422, True)
    sent = {"statement": "Ada di Disdukcapil", "holding_body": "Disdukcapil"}
    assert client.post(url(case, "penyelesaian/not_held"), sent).status_code == 302
    assert client.get(url(case, "penyelesaian/tidak-ada")).status_code == 404


def test_a_duplicate_names_the_true_case_by_number(cast, desk):
    true, double = desk.walkin(), desk.walkin()
    client = cast.client("helpdesk")
    place = url(double, "penyelesaian/duplicate")
    unknown = client.post(place, {"statement": "Ganda", "true_case": "9999"})
    assert (unknown.status_code, "Tidak ada permohonan bernomor 9999." in unknown.content.decode()) == (422, True)
    assert client.post(place, {"statement": "Ganda", "true_case": true.number}).status_code == 302


def test_please_write_a_letter_keeps_number_and_petitioner(cast, desk):
    case, client = desk.case_at(3), cast.client("ketua")
    assert client.post(url(case, "penyelesaian/to_letter"), {"statement": "Tulis surat"}).status_code == 302
    page = cast.client("helpdesk").get(url(case, "receive"))
    assert (page.status_code, 'value="Yohanis Umbu"' in page.content.decode()) == (200, True)
    sent = {"sender": "Yohanis Umbu", "subject": "Data pemilih"}
    assert cast.client("helpdesk").post(url(case, "receive"), sent).status_code == 302
    case.refresh_from_db()
    assert (case.step, case.entry) == (6, 1)


def test_reopen_is_the_sekretaris_act(cast, desk):
    case = desk.do(desk.case_at(11), "deliver")
    assert cast.client("kasubag2").get(url(case, "buka-kembali")).status_code == 403
    assert twice(cast.client("sekretaris"), url(case, "buka-kembali"), step=10, reason="Data keliru") == [302, 302]
    case.refresh_from_db()
    assert (case.state, case.step) == ("open", 10)


def test_attach(cast, desk):
    from django.core.files.uploadedfile import SimpleUploadedFile

    case = desk.case_at(7)
    sent = {"kind": "lain", "files": SimpleUploadedFile("ktp.png", PNG)}
    assert cast.client("helpdesk").post(url(case, "lampirkan"), sent).status_code == 302
    assert [kept.name for kept in Document.objects.filter(case=case)] == ["ktp.png"]


def test_side_acts_are_not_offered_to_strangers(cast, desk):
    case, client = desk.case_at(7), cast.client("pemeriksa")
    places = ("alihkan", "tarik", "tunda", "lampirkan", "koreksi/pendaftaran", "penyelesaian/not_held", "nik")
    assert {place: client.get(url(case, place)).status_code for place in places} == dict.fromkeys(places, 403)
    sent = {"holder": cast.post("kasubag1").pk, "reason": "x", "note": "x", "statement": "x", "holding_body": "y"}
    sent |= {"name": "x"}
    answers = {place: client.post(url(case, place), {**sent, "reason": "kahar"}).status_code for place in places[2:3]}
    assert answers == {"tunda": 403}


# -- Corrections and NIK -----------------------------------------------------------------------------------------------


def test_the_recorder_corrects_the_letter_as_a_new_version(cast, desk):
    case, client = desk.case_at(7), cast.client("helpdesk")
    letter = StepRecord.objects.get(case=case, task="receive")
    assert f"/koreksi/{letter.pk}/" in client.get(url(case, "koreksi")).content.decode()
    sent = {"sender": "UTR", "subject": "Data pemilih 2024", "nature": "biasa", "reason": "Salah ketik"}
    assert twice(client, url(case, f"koreksi/{letter.pk}"), **sent) == [302, 302]
    assert letter.incomingletter.history.count() == 2


def test_a_disposition_is_not_emptied_by_a_correction(cast, desk):
    case = desk.case_at(7)
    given = Disposition.objects.get()
    sent = {"words": "", "nature": "biasa", "reason": "Coba"}
    assert cast.client("ketua").post(url(case, f"koreksi/{given.pk}"), sent).status_code == 422


def test_registration_is_corrected_by_a_superseding_row(cast, known):
    client, place = cast.client("helpdesk"), url(known, "koreksi/pendaftaran")
    page = client.get(place).content.decode()
    assert "5371010101900001" not in page
    sent = {
        "name": "Maria G. Tefa",
        "phone": "081237905512",
        "kind": "perorangan",
        "information": "DPT",
        "reason": "KTP",
    }
    assert client.post(place, sent).status_code == 302
    known.refresh_from_db()
    assert (known.petitioner.name, known.petitioner.nik, known.information) == (
        "Maria G. Tefa",
        "5371010101900001",
        "DPT",
    )
    assert known.petitioners.count() == 2


def test_the_full_nik_costs_a_logged_reason(cast, known):
    client = cast.client("helpdesk")
    assert client.post(url(known, "nik"), {"reason": ""}).status_code == 422
    shown = client.post(url(known, "nik"), {"reason": "Cocokkan KTP"})
    assert ("5371010101900001" in shown.content.decode(), "no-store" in shown["Cache-Control"]) == (True, True)
    assert [(row.case, row.reason) for row in Disclosure.objects.all()] == [(known, "Cocokkan KTP")]
    assert cast.client("sekretaris").get(url(known, "nik")).status_code == 403


# -- Opening, papers, reading ------------------------------------------------------------------------------------------


def test_the_page_notes_its_opening_once_and_only_for_the_holder(cast, desk):
    case = desk.case_at(7)
    for who in ("sekretaris", "kasubag2", "kasubag2"):
        assert cast.client(who).post(url(case, "dibuka"), {"act": case.act}).status_code == 204
    assert [opening.appointment.post for opening in Opening.objects.all()] == [cast.post("kasubag2")]


@pytest.mark.parametrize("paper", ["receipt", "disposition", "letter", "handover", "notice"])
def test_papers_print_from_the_browser(cast, desk, paper):
    case = desk.do(desk.case_at(13), "deliver")
    printed = cast.client("pemeriksa").get(url(case, f"cetak/{paper}"))
    assert (printed.status_code, printed["Content-Type"], printed.content[:5]) == (200, "application/pdf", b"%PDF-")


def test_a_paper_not_there_yet_or_unknown_is_not_found(cast, desk):
    case, client = desk.case_at(2), cast.client("helpdesk")
    assert [client.get(url(case, f"cetak/{paper}")).status_code for paper in ("handover", "poster")] == [404, 404]


def test_a_rahasia_case_is_read_only_by_those_it_passed_through(cast, desk):
    case = desk.letter(nature="rahasia")
    places = (f"/permohonan/{case.pk}/", url(case, "dispose"), url(case, "cetak/disposition"))
    assert [cast.client("kasubag3").get(place).status_code for place in places] == [403] * 3
    assert [cast.client("ketua").get(place).status_code for place in places] == [200] * 3


def test_whoever_holds_no_post_today_reads_why(cast, desk):
    case = desk.walkin()
    for who in ("outsider", "former"):
        answer = cast.client(who).get(f"/permohonan/{case.pk}/")
        assert (answer.status_code, "belum memiliki penugasan" in answer.content.decode()) == (403, True)
    assert Expedition.objects.count() == 0
