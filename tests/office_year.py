"""Two months of an office, small enough to check by hand: late steps, holds, paper, redirects, a reopening."""

from datetime import datetime, timedelta

from requests_app import workflow
from requests_app.clock import WITA
from requests_app.models import Stay
from requests_app.models.records.lateness import load_late_reasons
from tests.cast import Cast, Desk, visit


def at(month: int, day: int, clock: str) -> datetime:
    hour, minute = clock.split(".")
    return datetime(2026, month, day, int(hour), int(minute), tzinfo=WITA)


NOW = at(11, 23, "15.00")


def play(cast: Cast) -> Desk:
    """Play October and November 2026, up to Monday 23 November at three."""
    desk = Desk(cast, at(10, 5, "08.00"))
    october(desk)
    november(desk)
    return desk


def october(desk: Desk) -> None:
    """Three requests: one given on time, one answered by letter late, one withdrawn; one more stays until November."""
    desk.now = at(10, 5, "08.00")
    desk.do(desk.case_at(4), "deliver")
    desk.now = at(10, 6, "08.00")
    letter = desk.case_at(12, "draft", channel="surel")
    letter = desk.do(letter, "draft", at=at(10, 9, "09.00"))
    letter = desk.do(letter, "approve", at=at(10, 9, "10.00"))
    desk.do(letter, "deliver", at=at(10, 9, "10.05"))
    desk.now = at(10, 30, "15.50")
    desk.act("end", desk.case_at(6), "helpdesk", "withdrawn", {"statement": "Tidak jadi"})
    desk.now = at(10, 30, "15.55")
    waits = desk.do(desk.case_at(7, at=at(10, 30, "15.56")), "review", at=at(11, 2, "09.00"))
    desk.act("hold", waits, "kasubag2", "penjelasan", "Tahun data", at=at(11, 2, "09.01"))


def november(desk: Desk) -> None:
    """A hold that ended, a redirect, a step passed twice, two paper entries, a reopening, and what stands open."""
    desk.now = at(11, 3, "08.00")
    moved = desk.case_at(7)
    moved = desk.act("redirect", moved, "kasubag2", desk.cast.post("kasubag3"), "Bukan bidang saya")
    moved = desk.act("hold", moved, "kasubag3", "berhalangan", "Dinas luar", at=at(11, 3, "09.00"))
    moved = desk.act("resume", moved, "kasubag3", at=at(11, 4, "09.30"))
    moved = desk.do(moved, "review", at=at(11, 4, "09.31"))
    desk.do(desk.do(desk.do(moved, "identify"), "assign"), "prepare")
    again = desk.do(desk.case_at(4, at=at(11, 9, "08.00")), "deliver")
    desk.do(desk.act("reopen", again, "sekretaris", 4, "Data kurang", at=at(11, 10, "08.00")), "deliver")
    paper(desk)
    reasons(desk)
    desk.now = at(11, 23, "08.00")
    desk.do(desk.case_at(6), "dispose", who="helpdesk", manner="lisan")
    desk.case_at(3)
    seen = desk.case_at(8)
    workflow.open_case(seen.pk, desk.doing("kasubag2"))


def reasons(desk: Desk) -> None:
    """Say days later why October's letter and November's review were late; one of the late steps stays unexplained."""
    late = Stay.objects.filter(unexplained=True).order_by("pk").select_related("case")
    for stay in list(late)[:2]:
        who = desk.cast.holder(stay.holder)
        desk.act("explain", stay.case, who, stay.run, load_late_reasons(0)[0], at=at(11, 13, "08.00"))


def paper(desk: Desk) -> None:
    """Enter on Thursday what was written on paper on Wednesday: an arrival, and the disposition of another case."""
    case = desk.case_at(6, at=at(11, 11, "08.00"))
    acting, now = desk.cast.acting("ketua", at(11, 12, "08.00")), at(11, 12, "08.00")
    doing = workflow.Doing(acting, now, happened_at=at(11, 11, "08.04"))
    workflow.complete(case.pk, desk.plausible(case, "dispose"), doing)
    given = visit(desk.cast, name="Maria Tefa", phone="081", information="DPT")
    desk_acting = desk.cast.acting("helpdesk", now)
    workflow.start(given, workflow.Doing(desk_acting, now + timedelta(minutes=9), happened_at=at(11, 11, "09.00")))
