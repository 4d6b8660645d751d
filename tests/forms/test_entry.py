"""The two doors, the envelope of their forms, and who came before under a telephone number."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core import signing
from django.db import connection
from django.test.utils import CaptureQueriesContext

from requests_app.forms import envelope as envelopes
from requests_app.models import Disposition, Document, InformationRequest, Petitioner, StepRecord
from tests.cast import NOW
from tests.posting import PNG, sealed, statements, url

pytestmark = [pytest.mark.django_db, pytest.mark.alone]
LATER = NOW + timedelta(hours=2)


@pytest.fixture(autouse=True)
def _monday_ten_o_clock():
    with time_machine.travel(LATER, tick=False):
        yield


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
    stay = InformationRequest.objects.get().stays.first()
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
    assert (done.status_code, InformationRequest.objects.get().stays.first().working) == (302, timedelta(minutes=2))


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
    tapped = re.findall(r'picked"[^>]* name="addressee" value="(\d+)"', text)
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
    return desk.walkin(phone="0812 3790 5512", nik="5371010101900001", address="Maulafa",
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
