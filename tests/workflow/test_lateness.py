"""A late step is accounted for: who is asked, once, where, who may answer, and that nothing waits for it."""

from datetime import timedelta

import pytest
import time_machine

from requests_app import workflow
from requests_app.clock.timing import who_is_asked
from requests_app.forms.dossier import open_dossier
from requests_app.models import ActKind, Appointment, Lateness, LateReason, Stay
from requests_app.models.base import save_tracked
from requests_app.rules.refusals import AlreadyDone, Incomplete, NotNow, NotPermitted
from requests_app.views import present
from requests_app.workflow.taken import WhyLate
from tests.cast import NOW
from tests.observed import differences
from tests.papers import printed

pytestmark = pytest.mark.django_db


def cause(text: str = "Menunggu data dari bidang lain") -> LateReason:
    return LateReason.objects.get(text=text)


@pytest.fixture
def late(desk):
    """Row 7, entered at 08.01 by kasubag2, left at 08.20: nineteen minutes where ten were meant."""
    return desk.do(desk.case_at(7, at=NOW), "review", at="08.20")


def asked(case) -> list[tuple[int, str]]:
    """Name the open questions of a case: the step, and the post asked."""
    stays = Stay.objects.filter(case=case, unexplained=True).select_related("holder").order_by("act_began")
    return [(stay.step, str(stay.holder.short_title if stay.holder else "")) for stay in stays]


def explain(desk, case, who="kasubag2", run=3, why=None, words="", at=None):
    return desk.act("explain", case, who, run, why or cause(), words, at=at)


# -- Who is asked ------------------------------------------------------------------------------------------------------

# Holder and minutes of each stay of a late step, and which stay is asked: of whoever held it longest in all, the last.
HELD = [
    ([(1, 12)], 0),
    ([(1, 9), (2, 3)], 0),
    ([(1, 3), (2, 9)], 1),
    ([(1, 6), (2, 6)], 1),
    ([(1, 6), (2, 7), (1, 2)], 2),
    ([(None, 3), (2, 5), (3, 4)], 1),
]


@pytest.mark.parametrize(("held", "place"), HELD)
def test_whoever_held_the_step_longest_is_asked(held, place):
    assert who_is_asked([(holder, timedelta(minutes=minutes)) for holder, minutes in held]) == place


def test_a_step_that_ends_late_asks_its_holder(desk, late):
    assert (asked(late), differences(late, desk.now)) == ([(7, "Kasubag Rendatin")], [])


def test_a_step_on_time_asks_nobody(desk):
    case = desk.do(desk.case_at(7, at=NOW), "review", at="08.11")
    assert (asked(case), differences(case, desk.now)) == ([], [])


def test_a_step_still_running_late_asks_nobody_yet(desk):
    case = desk.act(
        "redirect", desk.case_at(7, at=NOW), "kasubag2", desk.cast.post("kasubag3"), "Bidangnya", at="08.20"
    )
    assert (case.step, asked(case)) == (7, [])
    case = desk.do(case, "review", at="08.22")
    assert (asked(case), differences(case, desk.now)) == ([(7, "Kasubag Rendatin")], [])


def test_an_ending_asks_too_and_is_not_blocked(desk):
    case = desk.act("end", desk.case_at(7, at=NOW), "kasubag2", "withdrawn", {"statement": "Batal"}, at="09.00")
    assert (case.ending, asked(case), differences(case, desk.now)) == ("withdrawn", [(7, "Kasubag Rendatin")], [])
    case = explain(desk, case)
    assert (case.state, asked(case), differences(case, desk.now)) == ("ended", [], [])


def test_a_late_registration_asks_the_desk(desk):
    case = desk.walkin(at="08.10", began=NOW)
    assert (asked(case), differences(case, desk.now)) == ([(1, "")], [])
    case = explain(desk, case, "helpdesk", run=1)
    assert (asked(case), case.step) == ([], 2)


def test_a_calendar_change_takes_the_question_back_and_asks_it_again(desk, late):
    from requests_app.models import DayOverride

    closed = DayOverride(date=NOW.date(), kind="closed", name="Banjir")
    save_tracked(closed, user=None, now=NOW, reason="Uji")
    assert (asked(late), differences(late, desk.now)) == ([], [])
    closed.delete()
    assert (asked(late), differences(late, desk.now)) == ([(7, "Kasubag Rendatin")], [])


# -- The answer --------------------------------------------------------------------------------------------------------


def test_the_answer_is_one_act_with_its_own_record_and_history(desk, late):
    before = late.act
    case = explain(desk, late, words="Data Dukcapil baru datang", at="08.40")
    record = Lateness.objects.select_related("appointment__post").get(case=late)
    assert (record.act, record.kind, record.step, record.task) == (before + 1, ActKind.EXPLAIN, 7, "review")
    assert (record.appointment.post.short_title, record.on_behalf_of, record.text) == (
        "Kasubag Rendatin",
        None,
        "Menunggu data dari bidang lain: Data Dukcapil baru datang",
    )
    assert [row.history_change_reason for row in record.history.all()] == [
        "Alasan lewat waktu langkah 7: Mencermati surat"
    ]
    assert (case.step, case.task, case.holder, case.act) == (8, "identify", late.holder, before + 1)
    assert differences(case, desk.now) == []


def test_it_is_answered_once(desk, late):
    explain(desk, late, at="08.40")
    with pytest.raises(AlreadyDone) as refused:
        explain(desk, late)
    who = desk.cast.kasubag2
    assert refused.value.sentence == (
        f"Alasan langkah ini sudah diisi oleh {who} (Kepala Subbagian Perencanaan, Data dan Informasi) "
        "23 November 2026 pukul 08.40; kekeliruan diperbaiki lewat “Koreksi catatan”."
    )
    assert Lateness.objects.filter(case=late).count() == 1


def test_a_correction_is_a_new_visible_act(desk, late):
    case = explain(desk, late)
    record = Lateness.objects.get(case=late)
    case = desk.act("correct", case, "kasubag2", record, {"cause": cause("Pejabat tidak di tempat")}, "Salah pilih")
    assert case.records.latest("act").kind == ActKind.CORRECT
    assert [row.cause.text for row in record.history.all()] == [
        "Pejabat tidak di tempat",
        "Menunggu data dari bidang lain",
    ]


STRANGERS = ("helpdesk", "ketua", "sekretaris", "kasubag1", "staff", "admin", "pemeriksa")


@pytest.mark.parametrize("who", STRANGERS)
def test_nobody_else_answers(desk, late, who):
    with pytest.raises(NotPermitted) as refused:
        explain(desk, late, who)
    post = "Kepala Subbagian Perencanaan, Data dan Informasi"
    assert refused.value.sentence == (
        f"Sekretaris hanya menjawab untuk pejabat yang sudah berganti; {post} masih sama."
        if who == "sekretaris"
        else f"Alasan ini ditanyakan kepada {post}; hanya pemegang jabatan itu yang menjawab."
    )


def leave(desk, who: str) -> None:
    """Let somebody leave the post yesterday."""
    for held in Appointment.objects.filter(user=getattr(desk.cast, who)):
        held.ends = NOW.date() - timedelta(days=1)
        save_tracked(held, user=None, now=NOW, reason="Pindah tugas")


def test_the_sekretaris_answers_for_one_who_left_and_it_shows(desk, late):
    leave(desk, "kasubag2")
    explain(desk, late, "sekretaris")
    record = Lateness.objects.get(case=late)
    assert record.on_behalf_of == late.holder
    page = present.case_page(open_dossier(late.pk, desk.cast.acting("sekretaris"), desk.now))
    assert (page["acts"][0].on_behalf, page["acts"][1].reason) == (
        "atas nama Kepala Subbagian Perencanaan, Data dan Informasi",
        "Menunggu data dari bidang lain",
    )


def test_the_successor_is_asked_as_holder_of_the_post(desk, late):
    leave(desk, "kasubag2")
    new = Appointment(user=desk.cast.kasubag3, post=late.holder, kind="plt", begins=NOW.date() + timedelta(days=1))
    save_tracked(new, user=None, now=NOW, reason="Plt.")
    desk.clock(NOW + timedelta(days=1))
    explain(desk, late, "kasubag3")
    assert Lateness.objects.get(case=late).appointment == new


INCOMPLETE = [
    (lambda: LateReason(text="Lama", active=False), "", {"cause": "Pilih alasan lewat waktu dari daftar."}),
    (
        lambda: cause("Lainnya"),
        "  ",
        {"words": "Tulis penjelasannya: alasan “Lainnya” sendiri belum menjelaskan apa-apa."},
    ),
]


@pytest.mark.parametrize(("why", "words", "errors"), INCOMPLETE)
def test_what_says_nothing_is_refused(desk, late, why, words, errors):
    with pytest.raises(Incomplete) as refused:
        workflow.explain(late.pk, desk.doing("kasubag2"), 3, WhyLate(cause=why(), words=words))
    assert (refused.value.errors, asked(late)) == (errors, [(7, "Kasubag Rendatin")])


def test_where_nothing_is_asked_nothing_is_answered(desk, late):
    sentences = {}
    for run, who in ((2, "ketua"), (4, "kasubag2"), (9, "kasubag2")):
        with pytest.raises(NotNow) as refused:
            explain(desk, late, who, run=run)
        sentences[run] = refused.value.sentence
    assert sentences == {
        2: "Langkah ini tidak lewat waktu, jadi tidak ada alasan yang ditanyakan.",
        4: "Langkah ini belum selesai; alasannya ditanyakan saat diselesaikan.",
        9: "Langkah ini tidak pernah dilalui permohonan ini.",
    }


def test_a_case_that_moved_on_or_is_held_is_still_answered(desk, late):
    case = desk.act("hold", desk.do(late, "identify"), "sekretaris", "pleno", "Rapat")
    doing = desk.doing("kasubag2", seen_act=late.act)
    case = workflow.explain(case.pk, doing, 3, WhyLate(cause=cause())).case
    assert (case.state, asked(case), differences(case, desk.now)) == ("held", [], [])


# -- The list of reasons -----------------------------------------------------------------------------------------------


def test_a_reason_switched_off_is_no_longer_offered(desk, late):
    row = cause()
    row.active = False
    save_tracked(row, user=None, now=NOW, reason="Tidak dipakai")
    with time_machine.travel(desk.now, tick=False):
        page = desk.cast.client("kasubag2").get(f"/permohonan/{late.pk}/alasan/3/").content.decode()
    assert ("Menunggu data dari bidang lain" in page, "Gangguan sistem/listrik" in page) == (False, True)


def test_the_office_starts_with_six_reasons(cast):
    assert list(LateReason.objects.values_list("text", "needs_words")) == [
        ("Menunggu data dari bidang lain", False),
        ("Pejabat tidak di tempat", False),
        ("Volume permohonan tinggi", False),
        ("Permohonan perlu pendalaman", False),
        ("Gangguan sistem/listrik", False),
        ("Lainnya", True),
    ]


@pytest.mark.parametrize("typed", ["Dukcapil lambat", "Dukcapil lambat."])
def test_the_paper_of_times_ends_a_reason_with_one_full_stop(desk, late, typed):
    html = printed("timing", explain(desk, late, words=typed), desk.now).html
    assert "Dukcapil lambat.</p>" in html
