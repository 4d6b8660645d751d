"""A second edition with a row more, played end to end beside the first: no row number means anything by itself."""

import json
from datetime import date, timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command

from requests_app import printing, workflow
from requests_app.models import InformationRequest, TargetRevision
from requests_app.models.base import save_tracked
from requests_app.models.records import Closing, LateReason, LetterOutcome, ReplyLetter
from requests_app.rules.endings import possible_endings
from requests_app.sop import CURRENT_EDITION, EDITIONS
from requests_app.workflow.taken import Meet, MeetAndDispose
from tests.cast import NOW, Desk
from tests.edition_next import NEXT
from tests.observed import differences, position, records, stays
from tests.papers import letter_to_print, printed
from tests.posting import sealed

SECOND = (8, "review", "kasubag2")
# Ways through the fourteen rows, where each ends, and the minutes the rows on it may take.
WALKS = {
    (1, 2, 3, 4): ("given", 48),
    (5, 6, 7, 8, 9, 11, 12): ("given", 118),
    (5, 6, 7, 8, 9, 10, 11, 12): ("given", 178),
    (5, 6, 7, 8, 9, 13, 14): ("replied", 58 + 450),
    (5, 6, 7, 8, 9, 10, 13, 14): ("replied", 118 + 450),
}
# The endings to choose from where a case stands, typed by hand.
ANYWHERE = {"incomplete", "withdrawn", "duplicate"}
STUDIED = {"not_held", "not_documented"}
OFFERED = {
    2: {"to_letter", "answered"},
    3: {"to_letter", "answered"},
    4: {"to_letter", "not_collected"} | STUDIED,
    6: set(),
    7: STUDIED,
    8: STUDIED,
    9: STUDIED,
    10: STUDIED | {"interviewed"},
    11: set(),
    12: {"not_collected"},
    13: set(),
    14: {"not_collected"},
}
# Each ending: a row it leaves from that 2020 has not under that number, or where only its own edition knows it.
ENDED = {
    "to_letter": (4, "kasubag2"),
    "answered": (3, "ketua"),
    "incomplete": (14, "helpdesk"),
    "withdrawn": (14, "kasubag2"),
    "duplicate": (8, "helpdesk"),
    "not_collected": (14, "helpdesk"),
    "not_held": (8, "kasubag2"),
    "not_documented": (8, "kasubag2"),
    "interviewed": (10, "kasubag2"),
}
BY_LETTER = {
    "given": "replied",
    "partly_refused": "partly_refused",
    "refused": "refused",
    "not_held": "not_held",
    "not_documented": "not_documented",
    "interview": "replied",
}


@pytest.fixture
def desk(cast):
    """Open a desk whose cases begin under the second edition."""
    return Desk(cast, edition=NEXT)


def walked(desk, walk):
    """Take a case along a whole way."""
    case = desk.walkin() if walk[0] == 1 else desk.letter()
    while case.step:
        case = desk.do(case, case.task, **desk.toward(case, list(walk)))
    return case


def test_it_stands_beside_the_current_edition_and_is_not_it():
    assert (sorted(EDITIONS), CURRENT_EDITION, len(EDITIONS[NEXT].rows)) == (["2020", "uji-14"], "2020", 14)


@pytest.mark.parametrize("walk", WALKS, ids=str)
def test_each_way_is_gone_to_its_end_and_measured(desk, walk):
    case = walked(desk, walk)
    rows = list(case.stays.order_by("act_began"))
    assert (case.edition, case.state, case.ending) == (NEXT, "ended", WALKS[walk][0])
    assert tuple(dict.fromkeys(row.step for row in rows)) == walk
    assert sum({row.step: row.target for row in rows}.values()) == WALKS[walk][1]
    assert differences(case, desk.now) == []


@pytest.mark.parametrize("step", OFFERED)
def test_each_row_offers_its_endings_alone(desk, step):
    offered = {ending.slug for ending in possible_endings(desk.case_at(step))}
    assert offered == OFFERED[step] | ANYWHERE


@pytest.mark.parametrize("ending", ENDED)
def test_each_ending_ends_a_case_or_leads_it_to_the_letter(desk, ending):
    step, who = ENDED[ending]
    case = desk.case_at(step)
    if ending == "incomplete":
        case = desk.act("hold", case, "helpdesk", "identitas", "KTP tidak terbaca")
        desk.now += timedelta(days=4)
    if ending == "not_collected":
        case = desk.act("ready", case, "helpdesk", "telepon")
    needs = {
        "statement": "Keterangan", "true_case": desk.walkin(), "holding_body": "Dinas Dukcapil",
        "until": date(2027, 1, 4), "division": desk.cast.post("anggota1").division, "interview_on": NOW.date(),
    }  # fmt: skip
    case = desk.act("end", case, who, ending, {name: needs[name] for name in case.sop.ending(ending).needs})
    closing = Closing.objects.get(case=case)
    assert (closing.ending, closing.step) == (ending, step)
    assert (case.state, case.ending, position(case, desk.cast)) == (
        ("open", "", (5, "receive", None)) if ending == "to_letter" else ("ended", ending, (None, "", None))
    )
    assert differences(case, desk.now) == []


@pytest.mark.parametrize("outcome", LetterOutcome.values)
def test_each_outcome_of_a_letter_ends_the_case_at_row_fourteen(desk, outcome):
    case = desk.case_at(13, "draft")
    case = desk.do(case, "draft", outcome=outcome, excluded_article="17h" if "refused" in outcome else "")
    case = desk.do(desk.do(case, "approve"), "deliver")
    assert (case.ending, records(case)[-1][1:]) == (BY_LETTER[outcome], ("Expedition", 14, "deliver"))


def test_the_row_more_is_held_redirected_and_resumed(desk):
    case = desk.act("hold", desk.case_at(8), "kasubag2", "penjelasan", "Periode datanya")
    case = desk.act("resume", case, "helpdesk", "Sudah dijawab")
    case = desk.act("redirect", case, "kasubag2", desk.cast.post("kasubag3"), "Bukan bidang kami")
    assert position(case, desk.cast) == (8, "review", "kasubag3")
    assert position(desk.do(case, "review"), desk.cast) == (9, "identify", "kasubag3")
    assert differences(case, desk.now) == []


def test_a_disposition_and_a_draft_are_recalled(desk):
    case = desk.act("recall", desk.case_at(7), "ketua")
    assert position(case, desk.cast) == (6, "dispose", "ketua")
    case = desk.act("recall", desk.case_at(13, "approve"), "kasubag2", "Keliru")
    assert position(case, desk.cast) == (13, "draft", "kasubag2")


def test_an_issued_letter_is_cancelled_and_drafted_anew(desk):
    case = desk.act("cancel_letter", desk.case_at(14), "ketua", "Salah alamat")
    assert position(case, desk.cast) == (13, "draft", "kasubag2")
    case = desk.do(desk.do(desk.do(case, "draft"), "approve"), "deliver")
    letters = ReplyLetter.objects.filter(case=case).order_by("version").values_list("version", "status")
    assert (case.ending, list(letters)) == ("replied", [(1, "batal"), (2, "terbit")])


def test_an_ended_case_is_reopened_at_the_row_more_and_ends_again(desk):
    case = desk.act("reopen", desk.do(desk.case_at(14), "deliver"), "sekretaris", 8, "Belum terjawab")
    assert position(case, desk.cast) == SECOND
    case = desk.do(desk.do(case, "review"), "identify")
    case = desk.do(desk.do(desk.do(case, "assign"), "prepare"), "deliver")
    assert (case.ending, records(case)[-1][1:]) == ("given", ("Expedition", 12, "deliver"))
    assert differences(case, desk.now) == []


def test_a_disposition_in_the_meeting_itself_completes_both_rows(desk):
    case = desk.case_at(2, "meet")
    both = MeetAndDispose(meeting=Meet(), disposition=desk.plausible(case, "dispose"))
    case = workflow.meet_and_dispose(case.pk, both, desk.doing("ketua")).case
    assert position(case, desk.cast) == (4, "deliver", "kasubag2")


def test_a_late_row_is_explained_and_its_times_are_listed(desk):
    case = desk.do(desk.case_at(8, at="08.00"), "review", at="09.00")
    case = desk.act("explain", case, "kasubag2", 4, LateReason.objects.filter(needs_words=False).first())
    out = StringIO()
    call_command("timing", case.number, "--json", stdout=out)
    found = [(row["step"], row["target_minutes"], row["verdict"]) for row in json.loads(out.getvalue())]
    assert found[3] == (8, 20, "late")
    assert records(case)[-1] == (case.act, "Lateness", 8, "review")


PAPERS = ("receipt", "request", "disposition", "letter", "handover", "notice", "timing", "label")


def test_its_papers_are_drawn(desk):
    case = desk.do(desk.case_at(14), "deliver")
    drawn = {name: printed(name, case).html for name in PAPERS}
    names = {"letter": letter_to_print(case).number}
    assert [name for name, html in drawn.items() if names.get(name, case.number) not in html] == []
    assert "Telaah kedua" in drawn["timing"]
    sop = printing.sop_paper(NOW, NEXT).html
    assert "Menelaah sekali lagi surat permohonan tersebut." in sop


def test_its_pages_name_its_own_rows_and_take_its_forms(desk):
    case = desk.case_at(8)
    with time_machine.travel(desk.now, tick=False):
        client = desk.cast.client("kasubag2")
        page = client.get(case.get_absolute_url()).content.decode()
        form = client.get(f"/permohonan/{case.pk}/review/")
        sent = {"finding": "lengkap", "envelope": sealed(form)}
        answer = client.post(f"/permohonan/{case.pk}/review/", sent)
        home = client.get("/").content.decode()
    assert ("Langkah 8 dari 14" in page, "Catat hasil telaah kedua" in page) == (True, True)
    assert (answer.status_code, position(case, desk.cast)) == (302, (9, "identify", "kasubag2"))
    assert "Langkah 9 dari 14 · Identifikasi" in home


def finished(desk, case):
    """Go on by letter to the end: how it ended, in which row it stood last, and what does not add up."""
    case.refresh_from_db()
    while case.step:
        letter = {"proposal": "letter"} if case.task == "identify" else {}
        case = desk.do(case, case.task, **letter)
    return case.ending, stays(case, desk.cast)[-1][0], differences(case, desk.now)


def test_cases_of_both_editions_finish_side_by_side_each_on_its_own(cast):
    """Pengesahan 4: a case in progress finishes on the edition it began under."""
    old, new = Desk(cast), Desk(cast, NOW + timedelta(minutes=1), NEXT)
    begun = {"2020": (old, old.case_at(7)), NEXT: (new, new.case_at(7))}
    after = {
        edition: (*position(desk.do(case, "review"), cast), *finished(desk, case))
        for edition, (desk, case) in begun.items()
    }
    assert after == {"2020": (8, "identify", "kasubag2", "replied", 13, []), NEXT: (*SECOND, "replied", 14, [])}


def test_lists_books_and_figures_hold_both_editions(cast):
    for edition, step in (("2020", 13), (NEXT, 14)):
        desk = Desk(cast, edition=edition)
        desk.do(desk.case_at(step), "deliver")
    open_case = Desk(cast, edition=NEXT).case_at(14)
    with time_machine.travel(NOW + timedelta(hours=2), tick=False):
        client = cast.client("sekretaris")
        listed = client.get("/permohonan/", {"step": "14"}).content.decode()
        places = ("/kinerja/", "/buku/register/", "/buku/rekap/", "/buku/surat/", "/buku/ekspedisi/", "/sop/", "/")
        answers = {place: client.get(place).status_code for place in places}
        call_command("verify_timing", stdout=StringIO())
    assert ("14 · Penyampaian surat" in listed, open_case.short_number in listed) == (True, True)
    assert answers == dict.fromkeys(places, 200)


def test_a_revised_target_binds_its_own_edition_from_the_day_it_is_entered(cast):
    """Pengesahan 3: a revision never touches steps entered before; and pengesahan 4: nor another edition."""
    running = Desk(cast, edition=NEXT).case_at(8)
    revision = TargetRevision(edition=NEXT, step=8, minutes=45, valid_from=NOW + timedelta(hours=1), decree="Rekaan",
                              reason="Keadaan kahar")  # fmt: skip
    save_tracked(revision, user=None, now=NOW, reason="Revisi")
    later = NOW + timedelta(hours=2)
    targets = {
        (edition, case.step): case.target
        for edition in ("2020", NEXT)
        for case in [Desk(cast, later, edition).case_at(8)]
    }
    assert (running.target, targets) == (20, {("2020", 8): 10, (NEXT, 8): 45})
    assert InformationRequest.objects.get(pk=running.pk).target == 20
