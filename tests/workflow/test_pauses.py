"""Pauses by their rules, refused where they cannot be; and who had a case how long, waiting apart from handling."""

import re
from datetime import date, datetime, timedelta

import pytest
import time_machine

from requests_app import workflow
from requests_app.clock import WITA
from requests_app.models import Appointment, DayOverride
from requests_app.models.base import save_tracked
from requests_app.rules.refusals import Incomplete, NotNow
from requests_app.views.present.holders import shares_of
from tests.cast import BESIDE, NOW
from tests.observed import differences, minutes, refusal
from tests.posting import sealed, url
from tests.views.test_case_page import dossier

pytestmark = pytest.mark.django_db


def at(clock: str, day: int = 23) -> datetime:
    hour, minute = clock.split(".")
    return datetime(2026, 11, day, int(hour), int(minute), tzinfo=WITA)


@pytest.fixture
def review(desk):
    """Bring a letter to row 7 at 08.00: ten minutes for kasubag2."""
    return desk.do(desk.case_at(6, at="07.40"), "dispose", at="08.00")


# -- Refused -----------------------------------------------------------------------------------------------------------


def test_a_stop_inside_a_stop_is_refused(desk, review):
    held = desk.act("hold", review, "kasubag2", "kahar", "Listrik padam", at="08.03")
    said = refusal(NotNow, desk.act, "hold", held, "kasubag2", "pleno", "Rapat", at="08.05")
    assert said.sentence == "Permohonan ini sudah ditunda; lanjutkan dulu."


def late(desk, verb, case, happened, *args):
    """Enter from paper at 09.00 what happened earlier."""
    doing = desk.doing("kasubag2", at("09.00"), happened_at=at(happened))
    given = BESIDE[verb](case, *args) if verb in BESIDE else args
    return getattr(workflow, verb)(case.pk, doing, *given).case


def test_a_stop_before_the_last_act_or_to_come_is_refused_at_the_field(desk, review):
    for happened, message in [
        ("07.59", "Waktu kejadian mendahului tindakan sebelumnya (08.00)."),
        ("09.01", "Waktu kejadian tidak boleh di masa depan."),
    ]:
        said = refusal(Incomplete, late, desk, "hold", review, happened, "kahar", "Listrik padam")
        assert said.errors == {"happened_at": message}
    held = late(desk, "hold", review, "08.04", "kahar", "Listrik padam")
    assert (held.stays.get(ended=None).due_at, differences(held, desk.now)) == (None, [])


def test_resuming_before_the_stop_is_refused_at_the_field(desk, review):
    held = late(desk, "hold", review, "08.04", "kahar", "Listrik padam")
    said = refusal(Incomplete, late, desk, "resume", held, "08.03")
    assert said.errors == {
        "happened_at": "Penundaan baru dimulai 23 November 2026 pukul 08.04; tidak dapat dilanjutkan sebelum itu."
    }
    resumed = late(desk, "resume", held, "08.30")
    assert resumed.stays.get(ended=None).due_at == at("08.36")


@pytest.mark.parametrize(
    ("verb", "field"), [("hold", "until"), ("availability", "appointment_at"), ("consult", "interview_at")]
)
def test_waiting_for_a_moment_that_has_passed_is_refused_at_its_field(desk, verb, field):
    passed = NOW - timedelta(hours=1)
    if verb == "hold":
        said = refusal(Incomplete, desk.act, "hold", desk.case_at(7), "kasubag2", "penjelasan", "Tahun", until=passed)
    elif verb == "availability":
        data = {"result": "janji", "appointment_at": passed}
        said = refusal(Incomplete, desk.do, desk.case_at(2), "availability", **data)
    else:
        data = {"outcome": "wawancara", "interview_at": passed, "order": ""}
        said = refusal(Incomplete, desk.do, desk.case_at(9), "consult", **data)
    assert said.errors == {field: "23 November 2026 pukul 07.00 sudah lewat; isi waktu yang akan datang."}


def test_the_form_keeps_what_was_typed_beside_the_message(cast, desk, review):
    client, path = cast.client("kasubag2"), url(review, "tunda")
    typed = {"reason": "penjelasan", "note": "Tahun data", "until": "2026-11-22T09:00"}
    with time_machine.travel(at("08.05"), tick=False):
        answer = client.post(path, {**typed, "envelope": sealed(client.get(path))})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "22 November 2026 pukul 09.00 sudah lewat; isi waktu yang akan datang." in page
    assert "Tahun data" in page


# -- Exact -------------------------------------------------------------------------------------------------------------


def test_an_open_stop_counts_to_now_and_no_further(cast, desk, review):
    desk.act("hold", review, "kasubag2", "penjelasan", "Tahun data", at="08.04")
    for clock in ("08.04", "11.00"):
        seen = dossier(cast, "kasubag2", review, at(clock))
        assert [minutes(share.waiting + share.handling) for share in shares_of(seen)][-1] == 4


def test_a_stop_over_break_night_and_holiday_hides_them_exactly(desk):
    save_tracked(DayOverride(date=date(2026, 11, 24), kind="closed", name="Banjir"), user=None, now=NOW, reason="Uji")
    case = desk.do(desk.case_at(6, at="07.40"), "dispose", at="11.55")
    case = desk.act("hold", case, "kasubag2", "berhalangan", "Sakit", at="11.58")
    case = desk.act("resume", case, "kasubag2", at=at("07.32", 25))
    assert case.stays.get(ended=None).due_at == at("07.39", 25)
    case = desk.do(case, "review", at=at("07.40", 25))
    stay = case.stays.get(step=7)
    assert (minutes(stay.working), stay.late, differences(case, desk.now)) == (11, True, [])


# -- Waiting and handling, per post and person -------------------------------------------------------------------------


def had(cast, case, now):
    """Say who had the case how long from row 7 on: name, minutes waiting, minutes handling."""
    found = [share for share in shares_of(dossier(cast, "sekretaris", case, now)) if share.stay.step == 7]
    people = {user.pk: name for name, user in cast.users.items()}
    lengths = [(minutes(share.waiting), minutes(share.handling)) for share in found]
    named = [people[share.appointment.user_id] if share.appointment else None for share in found]
    return [(name, *length) for name, length in zip(named, lengths, strict=True)]


def test_whoever_redirects_it_did_not_open_it_for_its_holder(cast, desk, review):
    doing = desk.doing("sekretaris", "08.06", started_at=at("08.02"))
    case = workflow.redirect(review.pk, doing, cast.post("kasubag3"), "Salah alamat").case
    assert differences(case, desk.now) == []
    case = desk.do(case, "review", at="08.09", began=at("08.07"))
    assert differences(case, desk.now) == []
    assert had(cast, case, desk.now) == [("kasubag2", 6, 0), ("kasubag3", 1, 2)]


def test_its_holder_s_own_redirection_shows_that_it_was_opened(cast, desk, review):
    doing = desk.doing("kasubag2", "08.06", started_at=at("08.02"))
    case = workflow.redirect(review.pk, doing, cast.post("kasubag3"), "Bukan bidang saya").case
    assert (had(cast, case, desk.now), differences(case, desk.now)) == ([("kasubag2", 2, 4), ("kasubag3", 0, 0)], [])


def test_a_disposition_recorded_for_the_ketua_was_not_opened_by_the_ketua(desk):
    case = desk.case_at(6, at="07.40")
    desk.do(case, "dispose", who="helpdesk", at="07.50", began=at("07.45"), manner="lisan")
    stay = case.stays.get(step=6)
    assert (stay.opened, minutes(stay.waiting)) == (None, 10)


def test_a_stop_is_neither_waiting_nor_handling(cast, desk, review):
    case = desk.act("hold", review, "helpdesk", "kahar", "Listrik padam", at="08.02")
    workflow.open_case(case.pk, desk.doing("kasubag2", "08.10"))
    case = desk.act("resume", case, "helpdesk", at="08.20")
    case = desk.do(case, "review", at="08.25")
    assert (had(cast, case, desk.now), differences(case, desk.now)) == ([("kasubag2", 2, 5)], [])


def test_a_late_opening_ends_the_waiting_when_it_came(cast, desk, review):
    workflow.open_case(review.pk, desk.doing("kasubag2", at("08.10", 24)))
    case = desk.do(review, "review", at=at("08.15", 24))
    assert had(cast, case, desk.now) == [("kasubag2", 450 - 30 + 40, 5)]


def test_each_person_bears_the_days_they_held_the_post(cast, desk, review):
    plh = Appointment(user=cast.kasubag3, post=cast.post("kasubag2"), kind="plh", begins=date(2026, 11, 24))
    plh.ends = date(2026, 11, 24)
    save_tracked(plh, user=None, now=NOW, reason="Uji")
    workflow.open_case(review.pk, desk.doing("kasubag3", at("08.30", 24)))
    case = desk.do(review, "review", who="kasubag2", at=at("07.40", 25))
    assert had(cast, case, desk.now) == [("kasubag2", 420, 0), ("kasubag3", 60, 390), ("kasubag2", 0, 10)]
    stay = case.stays.get(step=7)
    assert (minutes(stay.waiting), minutes(stay.working)) == (480, 880)


def test_the_desk_s_own_tasks_belong_to_whoever_did_them(cast, desk):
    case = desk.do(desk.walkin(at="07.40"), "availability", at="07.43")
    found = shares_of(dossier(cast, "sekretaris", case, at("07.45")))
    assert [(share.stay.task, share.appointment and share.appointment.user.username) for share in found] == [
        ("register", "helpdesk"),
        ("availability", "helpdesk"),
        ("meet", None),
    ]


def test_the_page_of_times_adds_up_per_post_and_person(cast, desk, review, django_assert_max_num_queries):
    case = desk.do(review, "review", at="08.09", began=at("08.05"))
    client = cast.client("pemeriksa")
    with time_machine.travel(at("08.10"), tick=False):
        client.get(f"/permohonan/{case.pk}/waktu/")
        with django_assert_max_num_queries(7):
            page = client.get(f"/permohonan/{case.pk}/waktu/").content.decode()
    table = page[page.index("Per jabatan dan orang") :]
    row = table[table.index(str(cast.kasubag2)) :]
    assert re.findall(r"<td[^>]*>([^<]+)</td>", row[: row.index("</tr>")]) == [
        "6 menit",
        "4 menit",
    ]  # five at row 7, one at row 8
