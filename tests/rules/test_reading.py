"""Who reads which case: one rule for the list, the search, the case page, papers, files, books and counts."""

from contextlib import suppress

import pytest
import time_machine

from requests_app.forms.dossier import open_dossier
from requests_app.models import Document, IncomingLetter, InformationRequest, Petitioner
from requests_app.rules.reading import may_read_case, readable
from requests_app.rules.refusals import NotPermitted
from tests.matrix import SECRET, scan
from tests.posting import url

PEOPLE = ("helpdesk", "ketua", "anggota1", "sekretaris", "kasubag1", "kasubag2", "kasubag3", "kasubag4", "staff",
          "admin", "pemeriksa")  # fmt: skip
# A Rahasia letter, disposed by the Ketua to kasubag2 with a copy to kasubag4, who gave it to kasubag3.
REACHED = {"helpdesk", "ketua", "kasubag2", "kasubag3", "kasubag4"}


@pytest.fixture
def secret(desk, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    case = desk.letter(nature="rahasia", subject=SECRET, files=[scan()], phone="081234567899")
    case = desk.do(case, "dispose", copies=[desk.cast.post("kasubag4")])
    return desk.act("redirect", case, "kasubag2", desk.cast.post("kasubag3"), "Bukan bidang saya")


def opens(desk, who, case) -> bool:
    """Tell whether the case page's own reading lets a person in."""
    with suppress(NotPermitted):
        open_dossier(case.pk, desk.cast.acting(who, desk.now), desk.now)
        return True
    return False


def answers(desk, who, case) -> tuple[bool, bool, bool]:
    """Ask the rule in its three ways: of rows, of one case, and with the case page's own rows."""
    acting = desk.cast.acting(who, desk.now)
    listed = InformationRequest.objects.filter(readable(acting), pk=case.pk).exists()
    return listed, may_read_case(acting, case), opens(desk, who, case)


def test_rows_case_and_page_agree_on_every_case_for_everybody(desk, secret):
    letter = desk.letter()
    sealed = desk.act(
        "correct", letter, "helpdesk", IncomingLetter.objects.get(case=letter), {"nature": "rahasia"}, "Amplopnya"
    )
    met = desk.do(desk.case_at(3), "dispose", who="helpdesk", manner="lisan", nature="rahasia")
    reached = {
        secret.pk: REACHED,
        sealed.pk: {"helpdesk", "ketua"},
        met.pk: {"helpdesk", "ketua", "kasubag2"},
        desk.case_at(7).pk: set(PEOPLE),
    }
    for case in InformationRequest.objects.filter(pk__in=reached):
        got = {who: answers(desk, who, case) for who in PEOPLE}
        assert got == {who: (who in reached[case.pk],) * 3 for who in PEOPLE}


def test_who_was_sent_a_copy_reads_it_wherever_it_stands_and_nobody_else_does(desk, secret):
    scanned, number = Document.objects.get(case=secret).pk, secret.number
    closed = {f"/permohonan/{secret.pk}/", url(secret, "waktu"), url(secret, "cetak/receipt"), f"/dokumen/{scanned}/"}
    shown = {"/permohonan/", f"/permohonan/?q={number}", "/buku/agenda/", "/buku/register/"}
    with time_machine.travel(desk.now):
        for who in PEOPLE:
            client = desk.cast.client(who)
            words = {client.get(path).status_code for path in closed}
            assert (who, words) == (who, {200 if who in REACHED else 403})
            told = {SECRET in client.get(path).content.decode() for path in shown}
            assert (who, told) == (who, {who in REACHED})


def test_a_covered_row_of_a_book_leads_nowhere(desk, secret):
    link = f'href="/permohonan/{secret.pk}/"'
    with time_machine.travel(desk.now):
        pages = {who: desk.cast.client(who).get("/buku/agenda/").content.decode() for who in ("kasubag4", "kasubag1")}
    assert {who: link in page for who, page in pages.items()} == {"kasubag4": True, "kasubag1": False}


def test_a_disposition_recorded_by_its_addressee_is_told_the_sekretaris_only_where_it_may_be_read(desk):
    told = {}
    for nature in ("biasa", "rahasia"):
        case = desk.do(desk.letter(), "dispose", who="kasubag2", manner="whatsapp", nature=nature)
        with time_machine.travel(desk.now):
            home = desk.cast.client("sekretaris").get("/")
        told[nature] = case.pk in {given.case_id for given in home.context["self_recorded"]}
    assert told == {"biasa": True, "rahasia": False}


def test_who_came_before_in_a_case_closed_to_the_desk_is_not_found(desk, secret):
    other = desk.cast.post("helpdesk")
    found = {}
    for passed in (True, False):
        if not passed:  # as a second front desk, which the case never reached
            secret.records.filter(appointment__post=other).update(appointment=desk.cast.acting("ketua").appointments[0])
        page = desk.cast.client("helpdesk").post("/mulai/telepon/", {"phone": "081234567899"})
        found[passed] = Petitioner.objects.get(case=secret).name in page.content.decode()
    assert found == {True: True, False: False}
