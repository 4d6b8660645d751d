"""A form the case has outrun: what was typed is offered again where the act can still be done, else kept in words."""

import re
from datetime import timedelta

import pytest
import time_machine

from requests_app.models import Hold, InformationRequest, LetterDecision
from tests.cast import NOW
from tests.posting import filled, sealed, url

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=2)
OFFERED = "Isian Anda belum tersimpan; semuanya masih ada di bawah."


@pytest.fixture(autouse=True)
def _monday_ten_o_clock():
    with time_machine.travel(LATER, tick=False):
        yield


def outrun(client, place, between, **sent):
    """Show a form, let something happen, send it; give the answer and its page."""
    envelope = sealed(client.get(place))
    between()
    answer = client.post(place, {**sent, "envelope": envelope})
    return answer, answer.content.decode()


def test_a_draft_redrawn_while_it_was_read_is_judged_without_typing_again(cast, desk):
    case, ketua = desk.case_at(12, "approve"), cast.client("ketua")

    def redrafted():
        desk.act("recall", case, "kasubag2", "Lampiran keliru", at=LATER)
        desk.do(case, "draft", "kasubag2", at=LATER)

    sent = {"decision": "kembalikan", "note": "Perbaiki tanggalnya"}
    answer, page = outrun(ketua, url(case, "approve"), redrafted, **sent)
    assert (answer.status_code, OFFERED in page, LetterDecision.objects.filter(case=case).count()) == (409, True, 0)
    assert "Langkah ini sudah diselesaikan oleh " in page
    assert "<title>Galat: Periksa dan setujui" in page
    assert re.search(r'<textarea name="note"[^>]*>\s*Perbaiki tanggalnya</textarea>', page)
    again = ketua.post(url(case, "approve"), {**sent, "envelope": sealed(answer)})
    assert (again.status_code, LetterDecision.objects.get(case=case).note) == (302, "Perbaiki tanggalnya")


def test_a_side_act_on_a_case_that_moved_keeps_its_text_in_the_form(cast, desk):
    case, client = desk.walkin(), cast.client("helpdesk")
    sent = {"reason": "identitas", "note": "Fotokopi KTP"}
    answer, page = outrun(
        client, url(case, "tunda"), lambda: desk.do(case, "availability", at=LATER), **sent
    )  # fmt: skip
    assert (answer.status_code, OFFERED in page, 'value="Fotokopi KTP"' in page) == (409, True, True)
    assert client.post(url(case, "tunda"), {**sent, "envelope": sealed(answer)}).status_code == 302
    assert Hold.objects.get(case=case).note == "Fotokopi KTP"


def test_what_can_no_longer_be_done_is_kept_in_words(cast, desk):
    case, client = desk.case_at(7), cast.client("kasubag2")
    sent = {"finding": "lengkap", "summary": "Minta data per kelurahan"}
    answer, page = outrun(client, url(case, "review"), lambda: desk.do(case, "review", at=LATER), **sent)
    assert (answer.status_code, OFFERED in page, '<form method="post" enctype' in page) == (409, False, False)
    assert '<dd class="pre">Minta data per kelurahan</dd>' in page


def test_a_registration_sent_from_an_old_page_is_offered_as_another_one(cast):
    client = cast.client("helpdesk")
    visitor = {"phone": "tidak ada", "name": "Ana", "information": "DPT", "addressee": cast.post("ketua").pk}
    envelope = sealed(client.get("/mulai/1/"))
    assert client.post("/mulai/1/", {**visitor, "envelope": envelope}).status_code == 302
    other = {**visitor, "name": "Bea"}
    answer = client.post("/mulai/1/", {**other, "envelope": envelope})
    page = answer.content.decode()
    assert (answer.status_code, "sudah pernah dikirim dengan isi lain" in page) == (409, True)
    assert ('value="Bea"' in page, "Kirim lagi hanya bila ini permohonan lain" in page) == (True, True)
    assert client.post("/mulai/1/", {**other, "envelope": sealed(answer)}).status_code == 302
    registered = InformationRequest.objects.filter(year=2026).select_related("petitioner").order_by("pk")
    assert [case.petitioner.name for case in registered] == ["Ana", "Bea"]


def test_chips_taken_away_stay_away(cast, desk):
    page = cast.client("ketua").post(url(desk.case_at(3), "dispose"), {"_tinjau": 1, "words": "Cukup"})
    assert (page.status_code, "Cukup" in page.content.decode()) == (200, True)
    assert re.findall(r'name="instructions"[^>]* checked', page.content.decode()) == []


def test_files_are_asked_for_again(cast, desk):
    from tests.matrix import a_file

    case, client = desk.case_at(12, "approve"), cast.client("kasubag2")
    desk.act("recall", case, "kasubag2", "Keliru", at=LATER)
    place = url(case, "draft")

    def redone():
        desk.do(case, "draft", "kasubag2", at=LATER)
        desk.act("recall", case, "kasubag2", "Keliru lagi", at=LATER)

    answer, page = outrun(client, place, redone, **filled(cast, 12, "draft"), files=a_file())
    assert (answer.status_code, "Pilih lagi berkasnya." in page) == (409, True)
