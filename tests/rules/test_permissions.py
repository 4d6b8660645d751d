"""Who may do what: a truth table typed by hand from the decree's columns and DOMAIN 1 and 2; nothing derived."""

from datetime import date

import pytest

from requests_app.models import Appointment, InformationRequest, Post, User
from requests_app.models.base import save_tracked
from requests_app.rules.people import acting_today
from requests_app.rules.reading import may_read_case, readable
from requests_app.rules.refusals import NotPermitted
from requests_app.rules.tasks import who_acts
from requests_app.sop import Actor
from tests.cast import NOW
from tests.decree import ROWS

OWN, BEHALF, NO = "own", "behalf", "no"
# Each case waits for the Ketua (2: met or asked for; 3, 6, 12 approve), the Sekretaris (assign) or kasubag2 (the rest).
PEOPLE = ("helpdesk", "ketua", "anggota1", "sekretaris", "kasubag2", "kasubag1", "staff", "admin", "pemeriksa",
          "outsider", "former", "inactive")  # fmt: skip
# fmt: off
#                     desk    ketua anggota sekr    addr.   other   staff admin pemer. outs. former inactive
TABLE = {
    (1, "register"):     (OWN,    NO,   NO,   NO,     NO,     NO,     NO,   NO,   NO,   NO,   NO,   NO),
    (2, "availability"): (OWN,    NO,   NO,   NO,     NO,     NO,     NO,   NO,   NO,   NO,   NO,   NO),
    (2, "meet"):         (OWN,    NO,   NO,   NO,     NO,     NO,     NO,   NO,   NO,   NO,   NO,   NO),
    (3, "dispose"):      (BEHALF, OWN,  NO,   BEHALF, BEHALF, BEHALF, NO,   NO,   NO,   NO,   NO,   NO),
    (4, "deliver"):      (BEHALF, NO,   NO,   NO,     OWN,    NO,     NO,   NO,   NO,   NO,   NO,   NO),
    (5, "receive"):      (OWN,    NO,   NO,   NO,     NO,     NO,     NO,   NO,   NO,   NO,   NO,   NO),
    (6, "dispose"):      (BEHALF, OWN,  NO,   BEHALF, BEHALF, BEHALF, NO,   NO,   NO,   NO,   NO,   NO),
    (7, "review"):       (NO,     NO,   NO,   NO,     OWN,    NO,     NO,   NO,   NO,   NO,   NO,   NO),
    (8, "identify"):     (NO,     NO,   NO,   NO,     OWN,    NO,     NO,   NO,   NO,   NO,   NO,   NO),
    (9, "consult"):      (NO,     NO,   NO,   NO,     OWN,    NO,     NO,   NO,   NO,   NO,   NO,   NO),
    (10, "assign"):      (BEHALF, OWN,  OWN,  OWN,    BEHALF, BEHALF, NO,   NO,   NO,   NO,   NO,   NO),
    (10, "prepare"):     (NO,     NO,   NO,   NO,     OWN,    NO,     NO,   NO,   NO,   NO,   NO,   NO),
    (11, "deliver"):     (BEHALF, NO,   NO,   NO,     OWN,    NO,     NO,   NO,   NO,   NO,   NO,   NO),
    (12, "assign"):      (BEHALF, OWN,  OWN,  OWN,    BEHALF, BEHALF, NO,   NO,   NO,   NO,   NO,   NO),
    (12, "draft"):       (NO,     NO,   NO,   NO,     OWN,    NO,     NO,   NO,   NO,   NO,   NO,   NO),
    (12, "approve"):     (NO,     OWN,  NO,   NO,     NO,     NO,     NO,   NO,   NO,   NO,   NO,   NO),
    (13, "deliver"):     (BEHALF, NO,   NO,   NO,     OWN,    NO,     NO,   NO,   NO,   NO,   NO,   NO),
}
# fmt: on


def answer(acting, case: InformationRequest, slug: str) -> str:
    """Ask the door's own question."""
    task = case.row.task(slug)
    try:
        _, behalf = who_acts(acting, task, case.holder)
    except NotPermitted:
        return NO
    return BEHALF if behalf else OWN


def waiting(desk, step: int, slug: str) -> InformationRequest:
    """Walk a case to a task; a letter is awaited after a request to write, and a registration is never left open."""
    if slug == "receive":
        return desk.act("end", desk.case_at(2), "helpdesk", "to_letter", {"statement": "Mohon bersurat"})
    if slug != "register":
        return desk.case_at(step, slug)
    case = desk.case_at(2)
    case.step, case.task = step, slug  # asked in mind only
    return case


@pytest.mark.parametrize(("step", "slug"), TABLE)
def test_each_task_is_done_by_its_role_and_addressee_alone(desk, step, slug):
    case = waiting(desk, step, slug)
    assert (case.step, case.task) == (step, slug)
    found = tuple(answer(desk.cast.acting(who, desk.now), case, slug) for who in PEOPLE)
    assert dict(zip(PEOPLE, found, strict=True)) == dict(zip(PEOPLE, TABLE[step, slug], strict=True))


def test_the_table_names_every_task_of_the_decree():
    assert set(TABLE) == {(row.number, slug) for row in ROWS for slug, _ in row.tasks}


def test_who_may_not_is_told_whom_to_ask(desk):
    case = desk.case_at(7)
    with pytest.raises(NotPermitted) as refused:
        who_acts(desk.cast.acting("kasubag1"), case.awaited, case.holder)
    assert refused.value.sentence == (
        "“Catat hasil mencermati” menunggu Kepala Subbagian Perencanaan, Data dan Informasi; "
        "hanya pemegang jabatan itu yang dapat melakukannya."
    )


# -- Appointments: a case waits for a post, and whoever holds it today acts --------------------------------------------


def appoint(user: User, post: Post, kind: str, begins: date, ends: date | None = None) -> Appointment:
    row = Appointment(user=user, post=post, kind=kind, begins=begins, ends=ends)
    save_tracked(row, user=None, now=NOW, reason="Uji")
    return row


def test_a_plh_displaces_the_definitive_holder_while_in_force(desk):
    case = desk.case_at(7)
    appoint(desk.cast.outsider, desk.cast.post("kasubag2"), "plh", date(2026, 11, 23), date(2026, 11, 24))
    found = {
        (who, day): answer(acting_today(desk.cast.users[who], date(2026, 11, day)), case, "review")
        for who in ("kasubag2", "outsider")
        for day in (22, 23, 24, 25)
    }
    assert found == {
        ("kasubag2", 22): OWN, ("kasubag2", 23): NO, ("kasubag2", 24): NO, ("kasubag2", 25): OWN,
        ("outsider", 22): NO, ("outsider", 23): OWN, ("outsider", 24): OWN, ("outsider", 25): NO,
    }  # fmt: skip


def test_the_record_names_the_plh_who_acted_and_not_the_post_alone(desk):
    case = desk.case_at(7)
    plh = appoint(desk.cast.outsider, desk.cast.post("kasubag2"), "plh", date(2026, 11, 23))
    desk.do(case, "review", "outsider")
    assert case.records.get(task="review").appointment == plh
    assert plh.held_title == "Plh. Kepala Subbagian Perencanaan, Data dan Informasi"


def test_a_plt_acts_beside_whoever_else_holds_the_post(desk):
    case = desk.case_at(7)
    appoint(desk.cast.outsider, desk.cast.post("kasubag2"), "plt", date(2026, 11, 1))
    found = [answer(desk.cast.acting(who), case, "review") for who in ("outsider", "kasubag2")]
    assert found == [OWN, OWN]


def test_one_person_with_two_posts_acts_in_either(desk):
    appoint(desk.cast.sekretaris, desk.cast.post("kasubag2"), "plt", date(2026, 11, 1))
    acting = desk.cast.acting("sekretaris")
    assert (acting.kinds, acting.actors) == ({"sekretaris", "kasubag"}, {Actor.SEKRETARIS, Actor.KASUBAG})
    assert [answer(acting, case, case.task) for case in (desk.case_at(7), desk.case_at(10))] == [OWN, OWN]


def test_a_dissolved_post_lets_nobody_act(desk):
    case = desk.case_at(7)
    Post.objects.filter(pk=case.holder_id).update(ends=date(2026, 11, 22))
    assert answer(desk.cast.acting("kasubag2"), case, "review") == NO


def test_without_an_appointment_there_is_neither_post_nor_office(desk):
    acting = desk.cast.acting("outsider")
    assert (acting.appointments, acting.posts, acting.office, acting.at(None)) == ((), [], None, None)
    assert desk.cast.acting("ketua").office == desk.cast.office


# -- Reading -----------------------------------------------------------------------------------------------------------

READERS = ("helpdesk", "ketua", "anggota1", "sekretaris", "kasubag2", "kasubag1", "staff", "admin", "pemeriksa",
           "outsider", "former", "inactive")  # fmt: skip


def readers(desk, case: InformationRequest) -> set[str]:
    case.refresh_from_db()
    return {who for who in READERS if may_read_case(desk.cast.acting(who), case)}


def test_every_current_official_reads_an_ordinary_case(desk):
    assert readers(desk, desk.case_at(7)) == set(READERS) - {"outsider", "former", "inactive"}


def test_a_confidential_case_is_read_by_those_it_passed_through(desk):
    case = desk.letter(nature="rahasia")
    assert readers(desk, case) == {"helpdesk", "ketua"}
    case = desk.do(case, "dispose", addressee=desk.cast.post("sekretaris"))
    case = desk.do(case, "dispose")
    assert readers(desk, case) == {"helpdesk", "ketua", "sekretaris", "kasubag2"}


def test_a_disposition_makes_a_case_confidential_and_it_stays_so(desk):
    case = desk.do(desk.case_at(6), "dispose", nature="rahasia")
    assert readers(desk, case) == {"helpdesk", "ketua", "kasubag2"}
    case = desk.act("redirect", case, "kasubag2", desk.cast.post("kasubag3"), "Bukan bidang saya")
    assert may_read_case(desk.cast.acting("kasubag3"), case) is True
    assert readers(desk, case) == {"helpdesk", "ketua", "kasubag2"}


def test_the_list_hides_what_may_not_be_read(desk):
    hidden, open_case = desk.letter(nature="rahasia"), desk.letter()
    here = InformationRequest.objects.filter(pk__in=[hidden.pk, open_case.pk])
    readers = ("helpdesk", "ketua", "anggota1", "sekretaris", "kasubag1", "kasubag2", "kasubag4", "pemeriksa")
    seen = {who: {*here.filter(readable(desk.cast.acting(who)))} for who in readers}
    assert {who for who, cases in seen.items() if cases == {hidden, open_case}} == {"helpdesk", "ketua"}
    assert all(cases == {open_case} for who, cases in seen.items() if who not in ("helpdesk", "ketua"))


def test_what_is_overdue(desk):
    case, ended = desk.case_at(7), desk.do(desk.case_at(4), "deliver")
    due = case.stays.get(ended=None).due_at
    assert [list(InformationRequest.objects.overdue(at)) for at in (due, desk.clock("15.59"))] == [[], [case]]
    assert ended.state == "ended"
