"""The acts beside the rows, corrections, the NIK, papers and who may read."""

import sys
from datetime import timedelta

import pytest
import time_machine

from requests_app.models import Disclosure, Disposition, Document, Expedition, InformationRequest, Opening, StepRecord
from tests.cast import NOW
from tests.posting import PNG, twice, url

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=2)


@pytest.fixture
def known(desk):
    return desk.walkin(phone="0812 3790 5512", nik="5371010101900001", address="Maulafa",
                       name="Maria Goreti Tefa")  # fmt: skip


@pytest.fixture(autouse=True)
def _monday_ten_o_clock():
    with time_machine.travel(LATER, tick=False):
        yield


# -- Acts beside the rows ----------------------------------------------------------------------------------------------


def test_redirect_and_its_double_click(cast, desk):
    case = desk.case_at(7)
    sent = {"holder": cast.post("kasubag3").pk, "reason": "Bukan bidang saya"}
    assert twice(cast.client("kasubag2"), url(case, "alihkan"), **sent) == [302, 302]
    case.refresh_from_db()
    assert (case.holder, Disposition.objects.filter(case=case, form_of="alih").count()) == (cast.post("kasubag3"), 1)


def test_after_a_redirect_page_and_door_know_who_disposed_and_no_longer_who_gave_it_away(cast, desk):
    sent = {"holder": cast.post("kasubag4").pk, "reason": "Tepatnya Parhumas"}
    answers = {}
    for who in ("ketua", "kasubag3", "sekretaris", "kasubag2"):
        case = desk.act("redirect", desk.case_at(7), "kasubag2", cast.post("kasubag3"), "Bukan bidang saya")
        client, page = cast.client(who), url(case, "alihkan")
        answers[who] = (client.get(page).status_code, client.post(page, sent).status_code)
    assert answers == {"ketua": (200, 302), "kasubag3": (200, 302), "sekretaris": (200, 302), "kasubag2": (403, 403)}


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
    given = Disposition.objects.get(case=case)
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
    assert [opening.appointment.post for opening in Opening.objects.filter(case__year=2026)] == [cast.post("kasubag2")]


@pytest.mark.parametrize(
    "paper", ["receipt", "disposition", "letter", "handover", "notice", "request", "disposition-half", "label"]
)
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
    assert Expedition.objects.filter(case=case).count() == 0


class WithoutPango:
    """Stands where Python looks for modules, as a system does that lacks Pango: the renderer cannot be loaded."""

    def find_spec(self, name, path=None, target=None):
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")


@pytest.mark.parametrize("paper", ["receipt", "disposition", "letter"])
def test_without_pango_a_paper_is_a_page_to_print_from(cast, desk, monkeypatch, paper):
    case = desk.do(desk.case_at(12, "approve"), "approve")
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [WithoutPango(), *sys.meta_path])
    page = cast.client("pemeriksa").get(url(case, f"cetak/{paper}"))
    assert (page.status_code, page["Content-Type"]) == (200, "text/html; charset=utf-8")
    wanted = {"receipt": case.number, "disposition": "Lembar Disposisi", "letter": "Dominggus Lakapu, S.Sos."}
    assert wanted[paper] in page.content.decode()
