"""A change of the calendar measures again what it touches, says who made it, and keeps the earlier verdict."""

import re
import threading
from datetime import date, datetime, time, timedelta
from html import unescape

import pytest
import time_machine
from django.apps import apps
from django.core.management import call_command
from django.db import IntegrityError

from requests_app.clock import WITA
from requests_app.derived import remeasure
from requests_app.models import (
    Appointment,
    CalendarChange,
    DayOverride,
    StatutoryRule,
    Stay,
    VerdictChange,
    WorkingHours,
)
from requests_app.models.base import save_tracked
from requests_app.models.versions import one_change
from tests.cast import NOW
from tests.management.test_admin import address, spans
from tests.observed import differences
from tests.weeks import create_week

pytestmark = pytest.mark.django_db
FRIDAY = datetime(2026, 11, 20, 16, 0, tzinfo=WITA)  # half an hour before closing
NEXT_YEAR = NOW + timedelta(days=60)
FLOOD = {"date": date(2026, 11, 20), "kind": "closed", "name": "Banjir"}


def close_friday(cast, at=NOW) -> CalendarChange:
    """Let the admin enter that the office was closed on Friday 20 November."""
    save_tracked(DayOverride(**FLOOD), user=cast.admin, now=at, reason="Ditambahkan")
    return CalendarChange.objects.latest("pk")


@pytest.fixture
def late_case(desk):
    """Let a letter wait twelve minutes for a disposition that has five, on Friday afternoon."""
    return desk.do(desk.letter(at=FRIDAY), "dispose", at=FRIDAY + timedelta(minutes=12))


def minutes(length: timedelta | None) -> float | None:
    return None if length is None else length.total_seconds() / 60


def figures(row: VerdictChange) -> tuple:
    """Give working minutes and lateness before and after."""
    before = minutes(row.step_total_before), row.late_before
    return row.stay.step, before, (minutes(row.step_total_after), row.late_after)


# -- What is kept ------------------------------------------------------------------------------------------------------


def test_the_earlier_verdict_stands_beside_the_new_one_with_person_time_and_words(cast, desk, late_case):
    change = close_friday(cast)
    assert (change.changed_by, change.changed_at) == (cast.admin, NOW)
    assert change.words == "Hari khusus ditambahkan: 20 November 2026: Banjir (tutup)"
    assert (change.cases, change.measured, change.finished) == (1, 1, True)
    closed = change.verdicts.filter(stay__ended__isnull=False)
    assert [figures(row) for row in closed] == [(6, (12, True), (0, False))]
    assert differences(late_case, desk.now) == []


def test_a_running_step_keeps_its_earlier_due_time_too(cast, desk):
    case = desk.letter(at=FRIDAY)
    row = close_friday(cast).verdicts.get()
    assert (row.due_at_before, row.due_at_after) == (
        datetime(2026, 11, 20, 16, 5, tzinfo=WITA),
        datetime(2026, 11, 23, 7, 35, tzinfo=WITA),
    )
    assert case.stays.get(ended=None).due_at == row.due_at_after


def test_a_second_change_writes_a_second_row_and_touches_the_first_not(cast, desk, late_case):
    close_friday(cast)
    day = DayOverride.objects.get()
    day.kind, day.opens, day.closes = "open", time(16, 5), time(16, 30)
    save_tracked(day, user=cast.sekretaris, now=NOW + timedelta(hours=1), reason="Diubah")
    rows = VerdictChange.objects.filter(case=late_case, stay__step=6).order_by("pk")
    assert [figures(row) for row in rows] == [(6, (12, True), (0, False)), (6, (0, False), (7, True))]
    change = rows[1].change
    assert change.changed_by == cast.sekretaris
    assert change.words == (
        "Hari khusus diubah: 20 November 2026: Banjir (buka 16.05–16.30) (jenis Tutup (libur, cuti bersama, tutup "
        "setempat) → Buka (misalnya piket tahapan Pemilu), buka kosong → 16.05, tutup kosong → 16.30)"
    )
    day.delete()
    assert CalendarChange.objects.latest("pk").words.startswith("Hari khusus dihapus: 20 November 2026: Banjir")


def test_a_kept_verdict_is_never_written_again(cast, desk, late_case):
    row = close_friday(cast).verdicts.first()
    row.late_before = False
    with pytest.raises(TypeError):
        row.save()
    row.refresh_from_db()
    assert row.late_before is True


def test_what_was_saved_as_it_stood_changes_nothing(cast, desk, late_case):
    close_friday(cast)
    save_tracked(DayOverride.objects.get(), user=cast.admin, now=NOW, reason="Diubah")
    assert CalendarChange.objects.filter(words__contains="Banjir").count() == 1


def test_days_nobody_worked_on_touch_no_case(cast, desk, late_case):
    save_tracked(DayOverride(**{**FLOOD, "date": date(2026, 11, 19)}), user=cast.admin, now=NOW, reason="x")
    assert CalendarChange.objects.latest("pk").cases == 0


def test_a_limited_period_leaves_what_ended_before_it_and_what_began_after_it(cast, desk, late_case):
    desk.do(desk.letter(at=NOW), "dispose", at=NOW + timedelta(minutes=3))
    week = (((time(16, 10), time(16, 30)),),) * 5 + ((), ())
    create_week("Jam darurat", date(2026, 11, 20), date(2026, 11, 22), week)
    change = CalendarChange.objects.latest("pk")
    assert (change.begins, change.ends, change.cases) == (date(2026, 11, 20), date(2026, 11, 22), 1)
    closed = change.verdicts.filter(stay__ended__isnull=False)
    assert [figures(row) for row in closed] == [(6, (12, True), (2, False))]


# -- One form, one change ----------------------------------------------------------------------------------------------


def test_a_week_of_hours_is_one_change_named_after_its_admin(cast, desk, late_case):
    data = {"name": "Darurat", "begins": "20/11/2026", "ends": "20/11/2026", **spans((4, "07:30", "11:30"))}
    with time_machine.travel(NOW, tick=False):
        before = CalendarChange.objects.count()
        page = cast.client("admin").post(address(WorkingHours, "add"), data, follow=True)
    change = CalendarChange.objects.latest("pk")
    assert (CalendarChange.objects.count(), change.changed_by) == (before + 1, cast.admin)
    assert change.words == (
        "Jam kerja ditambahkan: Darurat (20 November 2026 – 20 November 2026); "
        "Waktu buka ditambahkan: Darurat: Jumat 07.30–11.30"
    )
    said = unescape(re.sub(r"<[^>]+>", "", page.content.decode()))
    assert "1 permohonan dihitung ulang, 1 penilaian berubah. Lihat perubahan" in said


def test_many_rows_of_one_kind_are_told_by_their_number(cast):
    week = (((time(8), time(12)),),) * 5 + ((), ())
    create_week("Pendek", date(2026, 12, 1), None, week)
    words = CalendarChange.objects.latest("pk").words
    assert words == "Jam kerja ditambahkan: Pendek (sejak 1 Desember 2026); 5 waktu buka ditambahkan"


def test_what_fails_halfway_leaves_neither_calendar_nor_verdict(cast, desk, late_case):
    before = (CalendarChange.objects.count(), DayOverride.objects.count())
    with pytest.raises(IntegrityError), one_change():
        [close_friday(cast) for _ in range(2)]
    assert (CalendarChange.objects.count(), DayOverride.objects.count()) == before
    assert Stay.objects.get(case=late_case, step=6).late is True


def test_the_calendar_and_the_law_are_told_apart_and_once_though_the_application_was_made_ready_twice(cast):
    apps.get_app_config("requests_app").ready()
    before = CalendarChange.objects.count()
    with one_change():
        StatutoryRule.objects.create(kind="keberatan", days=20, source="UU baru", valid_from=date(2026, 11, 1))
        close_friday(cast)
    words = CalendarChange.objects.latest("pk").words
    assert (CalendarChange.objects.count(), words.count("ditambahkan"), "UU" in words) == (before + 1, 1, False)


# -- More than one transaction should hold -----------------------------------------------------------------------------


@pytest.fixture
def little_at_once(monkeypatch):
    """Take a single case for many."""
    monkeypatch.setattr(remeasure, "AT_ONCE", 1)
    monkeypatch.setattr(remeasure, "CHUNK", 2)
    monkeypatch.setattr(remeasure, "BREATH", 0)


def disposed_cases(desk, count):
    """Receive several letters on Friday, each late at the disposition."""
    return [desk.do(desk.letter(at=FRIDAY), "dispose", at=FRIDAY + timedelta(minutes=12)) for _ in range(count)]


def withdraw(desk, cases):
    """Let the petitioners withdraw, so that nothing of these cases runs any more."""
    at = FRIDAY + timedelta(minutes=20)
    return [desk.act("end", case, "helpdesk", "withdrawn", {"statement": "Batal"}, at=at) for case in cases]


def test_what_runs_is_due_anew_at_once_and_the_rest_follows_in_parts(
    cast, desk, little_at_once, django_capture_on_commit_callbacks
):
    ended = withdraw(desk, disposed_cases(desk, 3))
    open_case = desk.letter(at=FRIDAY + timedelta(minutes=21))
    with django_capture_on_commit_callbacks() as later:
        change = close_friday(cast)
    assert (change.cases, change.measured, change.finished, len(later)) == (4, 0, False, 1)
    assert open_case.stays.get(ended=None).due_at == datetime(2026, 11, 23, 7, 35, tzinfo=WITA)
    assert [case.stays.get(step=6).late for case in ended] == [True] * 3
    progress = []
    while remeasure.go_on(change.pk):
        change.refresh_from_db()
        progress.append((change.measured, change.finished))
    change.refresh_from_db()
    assert (progress, change.measured, change.finished) == ([(2, False), (4, False)], 4, True)
    assert [case.stays.get(step=6).late for case in ended] == [False] * 3
    assert [differences(case, desk.now) for case in [*ended, open_case]] == [[]] * 4
    assert change.verdicts.filter(case=open_case).count() == 1


def test_a_change_in_between_takes_over_what_is_left(cast, desk, little_at_once):
    ended = withdraw(desk, disposed_cases(desk, 3))
    first = close_friday(cast)
    assert remeasure.go_on(first.pk) is True
    save_tracked(DayOverride(**{**FLOOD, "date": date(2026, 11, 25)}), user=cast.admin, now=NOW, reason="x")
    second = CalendarChange.objects.latest("pk")
    assert (second.begins, second.ends) == (date(2026, 11, 20), date(2026, 11, 25))
    assert second.words.endswith("; dihitung bersama: Hari khusus ditambahkan: 20 November 2026: Banjir (tutup)")
    assert remeasure.unfinished() == [second.pk]
    remeasure.finish(second.pk)
    assert [case.stays.get(step=6).late for case in ended] == [False] * 3
    counts = [change.verdicts.filter(stay__step=6).count() for change in (first, second)]
    assert counts == [2, 1]


def test_what_was_cut_off_is_taken_up_by_the_command(cast, desk, little_at_once, capsys):
    ended = withdraw(desk, disposed_cases(desk, 3))
    close_friday(cast)
    call_command("remeasure")
    assert capsys.readouterr().out == "1 perubahan kalender selesai dihitung ulang.\n"
    assert [case.stays.get(step=6).late for case in ended] == [False] * 3
    assert remeasure.unfinished() == []


@pytest.mark.django_db(transaction=True)
def test_the_rest_is_measured_by_a_thread_of_its_own(cast, desk, little_at_once):
    ended = withdraw(desk, disposed_cases(desk, 3))
    close_friday(cast)
    for thread in threading.enumerate():
        if thread.name == "remeasure":
            thread.join(30)
    assert remeasure.unfinished() == []
    assert [case.stays.get(step=6).late for case in ended] == [False] * 3


# -- Where it is shown -------------------------------------------------------------------------------------------------


def text_of(cast, who, path, at=NOW + timedelta(hours=2)):
    """Open a page and read it as a person does."""
    with time_machine.travel(at, tick=False):
        page = cast.client(who).get(path)
    assert page.status_code == 200
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.content.decode())).split())


def test_the_timeline_says_at_that_stay_what_it_was_who_changed_it_and_why(cast, desk, late_case):
    close_friday(cast, at=NOW)
    page = text_of(cast, "kasubag2", late_case.get_absolute_url())
    assert (
        f"Dihitung ulang 08.00 oleh {cast.admin}: semula 12 dari 5 menit (lewat), menjadi 0 menit dari 5 menit "
        "(tepat waktu). Sebab: Hari khusus ditambahkan: 20 November 2026: Banjir (tutup)." in page
    )


def test_the_clock_of_a_running_case_says_where_its_due_time_stood(cast, desk):
    case = desk.letter(at=FRIDAY)
    close_friday(cast)
    page = text_of(cast, "ketua", case.get_absolute_url())
    assert "semula batas Jumat, 20 November 2026 16.05, menjadi batas 07.35." in page


def test_the_list_of_changes_leads_to_every_stay_with_its_verdicts(cast, desk, late_case):
    change = close_friday(cast)
    page = text_of(cast, "sekretaris", "/perubahan-kalender/")
    newest = f"08.00 {cast.admin} Hari khusus ditambahkan: 20 November 2026: Banjir (tutup) 1 permohonan 1"
    assert page.partition("Penilaian berubah ")[2].startswith(newest)
    assert "Jam kerja ditambahkan: Jam kerja biasa" in page.partition(newest)[2]
    page = text_of(cast, "pemeriksa", f"/perubahan-kalender/{change.pk}/")
    row = (
        f"{late_case.short_number} 6 · Disposisi surat Ketua 12 dari 5 menit (lewat) 0 menit dari 5 menit (tepat waktu)"
    )
    assert f"{row} menjadi tepat waktu" in page


def test_a_change_leads_to_a_rahasia_case_only_whom_it_reached(cast, desk):
    case = desk.letter(at=FRIDAY, nature="rahasia")
    case = desk.do(case, "dispose", at=FRIDAY + timedelta(minutes=12), addressee=cast.post("sekretaris"))
    change, link = close_friday(cast), f'href="{case.get_absolute_url()}"'
    pages = {who: cast.client(who).get(f"/perubahan-kalender/{change.pk}/") for who in ("sekretaris", "pemeriksa")}
    assert {who: link in page.content.decode() for who, page in pages.items()} == {
        "sekretaris": True, "pemeriksa": False,
    }  # fmt: skip


def test_the_list_shows_how_far_measuring_again_has_come(cast, desk, little_at_once):
    withdraw(desk, disposed_cases(desk, 3))
    change = close_friday(cast)
    remeasure.go_on(change.pk)
    assert "2 dari 3 permohonan" in text_of(cast, "admin", "/perubahan-kalender/")


def test_pages_of_a_large_change_follow_one_another(cast, desk):
    withdraw(desk, disposed_cases(desk, 30))
    change = close_friday(cast)
    assert change.verdicts.count() == 60
    first = text_of(cast, "admin", f"/perubahan-kalender/{change.pk}/")
    last = text_of(cast, "admin", f"/perubahan-kalender/{change.pk}/?hal=3")
    assert ("1–25 dari 60" in first, "51–60 dari 60" in last, "Berikutnya" in last) == (True, True, False)


@pytest.mark.parametrize(
    ("who", "shown"), [("sekretaris", True), ("admin", True), ("pemeriksa", True), ("ketua", False)]
)
def test_a_year_without_cuti_bersama_warns_where_the_calendar_is_minded(cast, who, shown):
    Appointment.objects.filter(user=cast.users[who]).update(ends=None)  # the Pemeriksa's ends with the year
    page = text_of(cast, who, "/", at=NEXT_YEAR)
    assert ("Cuti bersama 2028 belum diketahui" in page) is shown


def test_the_warning_ends_when_the_days_are_entered(cast):
    DayOverride.objects.create(date=date(2028, 12, 26), kind="closed", name="Cuti Bersama Natal")
    DayOverride.objects.create(date=date(2027, 12, 24), kind="closed", name="Cuti Bersama Natal")
    assert "belum diketahui" not in text_of(cast, "sekretaris", "/", at=NEXT_YEAR)


@pytest.mark.parametrize(
    ("who", "shown"), [("sekretaris", True), ("admin", True), ("pemeriksa", True), ("ketua", False)]
)
def test_whoever_minds_the_calendar_finds_its_changes_beside_the_sop(cast, who, shown):
    with time_machine.travel(NOW, tick=False):
        page = cast.client(who).get("/sop/").content.decode()
    assert ('href="/perubahan-kalender/"' in page) is shown
