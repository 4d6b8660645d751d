"""The case page: its contract for scripts, its few queries, and what each reader finds on it."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from requests_app.forms.dossier import open_dossier
from requests_app.models import Disposition, LateReason
from requests_app.views import present
from requests_app.views.present import rail
from requests_app.views.present.clock import now_of
from requests_app.workflow.taken import WhyLate
from tests.cast import NOW

pytestmark = pytest.mark.django_db
PLACES = [
    (2, "availability"), (2, "meet"), (3, "dispose"), (4, "deliver"), (6, "dispose"), (7, "review"), (8, "identify"),
    (9, "consult"), (10, "assign"), (10, "prepare"), (11, "deliver"), (12, "assign"), (12, "draft"), (12, "approve"),
    (13, "deliver"),
]  # fmt: skip


def page_of(cast, who, case, at):
    with time_machine.travel(at, tick=False):
        return cast.client(who).get(f"/permohonan/{case.pk}/").content.decode()


def attributes(page: str) -> dict[str, str]:
    return dict(re.findall(r' data-(number|step|task|state)="([^"]*)"', re.search(r"<main[^>]*>", page)[0]))


def dossier(cast, who, case, at):
    return open_dossier(case.pk, cast.acting(who, at), at)


@pytest.mark.parametrize(("step", "task"), PLACES)
def test_main_says_where_the_case_stands_in_six_queries(cast, desk, step, task):
    case = desk.case_at(step, task)
    client = cast.client("sekretaris")
    with time_machine.travel(desk.now, tick=False):
        client.get(f"/permohonan/{case.pk}/")
        with CaptureQueriesContext(connection) as asked:
            page = client.get(f"/permohonan/{case.pk}/").content.decode()
    said = [query["sql"] for query in asked]
    assert attributes(page) == {"number": case.number, "step": str(step), "task": task, "state": "open"}
    assert (len(said) <= 6, len(set(said))) == (True, len(said))


def test_an_ended_case_has_no_step(cast, desk):
    case = desk.do(desk.case_at(11), "deliver")
    page = page_of(cast, "pemeriksa", case, desk.now)
    assert attributes(page) == {"number": case.number, "step": "", "task": "", "state": "ended"}
    assert "Data diberikan" in page


@pytest.mark.parametrize(
    ("minutes", "words", "tone"),
    [
        (0, "sisa 10 menit", "ok"),
        (4, "sisa 6 menit", "ok"),
        (8, "sisa 2 menit", "warn"),
        (22, "lewat 12 menit", "late"),
    ],
)
def test_the_clock_in_words_and_tone(cast, desk, minutes, words, tone):
    case = desk.case_at(7, at=NOW)
    read = now_of(dossier(cast, "kasubag2", case, desk.now + timedelta(minutes=minutes)))
    assert (read.clock.words, read.clock.tone) == (words, tone)
    assert read.step_words == "Langkah 7 dari 13 · Mencermati surat"


def test_out_of_hours_the_clock_says_until_when_it_rests(cast, desk):
    case = desk.case_at(7, at=NOW)
    read = now_of(dossier(cast, "kasubag2", case, NOW.replace(hour=17)))
    assert (read.clock.words, read.clock.left) == ("berhenti s.d. Selasa 07.30", None)


def test_a_hold_says_what_is_waited_for(cast, desk):
    case = desk.case_at(7, at=NOW)
    desk.act("hold", case, "kasubag2", "penjelasan", "Tahun data")
    read = now_of(dossier(cast, "kasubag2", case, desk.now))
    assert (read.clock.words, read.clock.of_words, read.clock.tone) == (
        "ditunda", "menunggu pemohon: penjelasan", "hold",
    )  # fmt: skip


def test_why_the_clock_reads_so(cast, desk):
    case = desk.case_at(7, at=NOW.replace(hour=11, minute=48))
    read = now_of(dossier(cast, "kasubag2", case, NOW.replace(hour=13, minute=5)))
    assert read.why == [
        "11.49–12.00: 11 menit",
        "12.00–13.00: tidak dihitung, istirahat",
        "13.00–13.05: 5 menit",
        "Jumlah 16 menit: lewat 6 menit",
        "Target 10 menit: SOP edisi 2020, langkah 7",
    ]


def stops(steps):
    return [(step.number, step.state) for step in steps]


def test_the_rail_shows_the_fork_while_it_is_open(cast, desk):
    drawn = rail.rail_of(dossier(cast, "kasubag2", desk.case_at(8), desk.now))
    assert stops(drawn.steps) == [(5, "done"), (6, "done"), (7, "done"), (8, "here"), (9, "todo")]
    assert [stops(fork) for fork in drawn.forks] == [[(10, "todo"), (11, "todo")], [(12, "todo"), (13, "todo")]]


def test_the_rail_follows_the_branch_taken_and_strikes_what_was_passed_by(cast, desk):
    drawn = rail.rail_of(dossier(cast, "kasubag2", desk.case_at(12, "draft"), desk.now))
    assert stops(drawn.steps)[4:] == [(9, "skip"), (12, "here"), (13, "todo")]
    assert drawn.forks == []


def test_the_rail_of_a_walk_in_is_a_straight_line(cast, desk):
    drawn = rail.rail_of(dossier(cast, "helpdesk", desk.case_at(2), desk.now))
    assert stops(drawn.steps) == [(1, "done"), (2, "here"), (3, "todo"), (4, "todo")]


def timeline(cast, desk, case):
    return present.case_page(dossier(cast, "sekretaris", case, desk.now))["acts"]


def test_the_timeline_is_newest_first_with_times_against_targets(cast, desk):
    acts = timeline(cast, desk, desk.case_at(8, at=NOW))
    assert [(act.title, act.when, act.measured) for act in acts] == [
        ("Surat dan disposisi dicermati", "08.02", "1 dari 10 menit"),
        ("Disposisi surat kepada Kasubag Rendatin", "08.01", "1 dari 5 menit"),
        ("Surat masuk diterima", "08.00", "0 dari 3 menit"),
    ]


def test_lateness_shows_with_its_reason(cast, desk):
    case = desk.case_at(7, at=NOW)
    cause = LateReason.objects.get(text="Lainnya")
    desk.do(case, "review", at="08.20", note="Dibaca dua kali", why_late=WhyLate(cause=cause, words="Rapat pleno"))
    act = timeline(cast, desk, case)[0]
    assert (act.tone, act.measured, act.over, act.reason, act.text) == (
        "late",
        "19 dari 10 menit",
        "lewat 9 menit",
        "Lainnya: Rapat pleno",
        "Lengkap dan jelas\nDibaca dua kali",
    )


def test_waiting_is_told_from_handling(cast, desk):
    case = desk.case_at(7, at=NOW)
    opened = desk.doing("kasubag2", "08.04")
    from requests_app import workflow

    workflow.open_case(case.pk, opened)
    desk.do(case, "review", at="08.09")
    assert timeline(cast, desk, case)[0].waiting == "menunggu dibuka 3 menit"


def test_words_recorded_for_another_say_so_and_ask_only_the_speaker(cast, desk):
    case = desk.case_at(6, at=NOW)
    desk.do(case, "dispose", who="helpdesk", manner="whatsapp", words="Beri rekap.")
    act = timeline(cast, desk, case)[0]
    assert (act.quote, act.on_behalf, act.tone) == ("Beri rekap.", "atas nama Ketua KPU Kota Kupang", "warn")
    assert act.text.splitlines()[-1] == "Belum dikonfirmasi"
    place = f"/konfirmasi/{Disposition.objects.get(case=case).pk}/"
    asked = {who: place in page_of(cast, who, case, desk.now) for who in ("ketua", "sekretaris", "helpdesk")}
    assert asked == {"ketua": True, "sekretaris": False, "helpdesk": False}


def test_paper_entered_later_is_marked(cast, desk):
    case = desk.case_at(7, at=NOW)
    from requests_app import workflow

    late = desk.doing("kasubag2", "09.00", happened_at=NOW + timedelta(minutes=5))
    workflow.complete(case.pk, desk.plausible(case, "review"), late)
    act = timeline(cast, desk, case)[0]
    assert (act.when, act.late_entry) == ("08.05", "susulan, dicatat 09.00")


@pytest.mark.parametrize(
    ("who", "label"),
    [
        ("kasubag2", "Catat hasil identifikasi"),
        ("kasubag1", None),
        ("helpdesk", None),
        ("pemeriksa", None),
    ],
)
def test_one_primary_button_for_whom_the_case_waits(cast, desk, who, label):
    found = present.case_page(dossier(cast, who, desk.case_at(8), desk.now))["primary"]
    assert (found.label if found else None) == label


def test_who_may_record_for_another_gets_a_quiet_button(cast, desk):
    found = present.case_page(dossier(cast, "helpdesk", desk.case_at(6), desk.now))["primary"]
    assert (found.label, found.is_own) == ("Disposisi atas nama Ketua", False)


def test_in_a_meeting_the_official_met_is_offered_the_disposition(cast, desk):
    found = present.case_page(dossier(cast, "ketua", desk.case_at(2, "meet"), desk.now))["primary"]
    assert (found.label, found.is_own) == ("Catat disposisi lisan", True)


def names(context):
    return [label for label, _ in context["others"]]


def test_other_acts_follow_the_person_and_the_moment(cast, desk):
    case = desk.case_at(11)
    offered = {who: names(present.case_page(dossier(cast, who, case, desk.now))) for who in ("helpdesk", "pemeriksa")}
    assert offered == {
        "helpdesk": ["Tandai siap diambil", "Catat susulan dari kertas", "Tunda",
                     "Catat pemberitahuan tertulis (PPID-D)", "Lampirkan berkas", "Koreksi catatan",
                     "Pemohon menarik permohonan", "Salah atau ganda daftar"],
        "pemeriksa": [],
    }  # fmt: skip


def test_every_other_act_offered_can_be_opened(cast, desk):
    for step, task in PLACES:
        case = desk.case_at(step, task)
        for who in ("helpdesk", "ketua", "sekretaris", "kasubag2"):
            client = cast.client(who)
            offered = present.case_page(dossier(cast, who, case, desk.now))["others"]
            with time_machine.travel(desk.now, tick=False):
                answers = {address: client.get(address).status_code for _, address in offered}
            assert answers == dict.fromkeys(answers, 200)


def test_the_nik_is_masked_and_only_the_desk_is_offered_the_whole(cast, desk):
    case = desk.walkin(nik="5371010101900001")
    pages = {who: page_of(cast, who, case, desk.now) for who in ("helpdesk", "ketua")}
    assert {who: ("537101******0001" in page, "5371010101900001" in page) for who, page in pages.items()} == {
        "helpdesk": (True, False), "ketua": (True, False),
    }  # fmt: skip
    assert {who: "/nik/" in page for who, page in pages.items()} == {"helpdesk": True, "ketua": False}


def test_the_register_says_what_the_law_still_wants(cast, desk):
    page = page_of(cast, "helpdesk", desk.walkin(nik="5371010101900001", address="Oebobo"), desk.now)
    assert "Untuk register masih kurang: pekerjaan." in page


def test_only_the_holder_page_says_it_was_opened(cast, desk):
    case = desk.case_at(7)
    pages = {who: "data-opened-url" in page_of(cast, who, case, desk.now) for who in ("kasubag2", "sekretaris")}
    assert pages == {"kasubag2": True, "sekretaris": False}


def test_a_case_page_is_light(cast, desk):
    import gzip

    case = desk.do(desk.case_at(13), "deliver")
    assert len(gzip.compress(page_of(cast, "sekretaris", case, desk.now).encode())) < 5_000
