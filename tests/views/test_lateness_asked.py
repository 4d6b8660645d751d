"""Where a late step's reason is asked: in the form that completes it, on the landing page, on the case page."""

import pytest
import time_machine
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from requests_app.forms.dossier import open_dossier
from requests_app.models import InformationRequest, Lateness, StepRecord
from requests_app.views import present
from requests_app.workflow.taken import WhyLate
from tests.cast import NOW
from tests.observed import differences
from tests.posting import filled, sealed, url
from tests.workflow.test_lateness import asked, cause, late, leave

pytestmark = pytest.mark.django_db
__all__ = ["late"]


# -- Asked in the form that completes the late step --------------------------------------------------------------------


def send(desk, case, who="kasubag2", at="08.20", **typed):
    """Fill in the form of row 7 as a browser does."""
    with time_machine.travel(desk.clock(at), tick=False):
        client = desk.cast.client(who)
        page = client.get(url(case, "review"))
        data = {**filled(desk.cast, 7, "review"), **typed, "envelope": sealed(page)}
        return page.content.decode(), client.post(url(case, "review"), data)


def test_the_form_asks_only_when_it_is_late(desk):
    case = desk.case_at(7, at=NOW)
    for at, asks in (("08.10", False), ("08.20", True)):
        with time_machine.travel(desk.clock(at), tick=False):
            page = desk.cast.client("kasubag2").get(url(case, "review")).content.decode()
        assert (at, "Mengapa lewat waktu?" in page) == (at, asks)


def test_a_reason_given_there_is_part_of_the_act_and_no_question_stays(desk):
    case = desk.case_at(7, at=NOW)
    _, answer = send(desk, case, late_cause=str(cause().pk), late_words="Dukcapil lambat")
    case.refresh_from_db()
    records = StepRecord.objects.filter(case=case, act=case.act).order_by("pk")
    assert (answer.status_code, [record.kind for record in records]) == (302, ["complete", "explain"])
    assert (Lateness.objects.get(case=case).text, asked(case)) == (
        "Menunggu data dari bidang lain: Dukcapil lambat",
        [],
    )
    assert differences(case, desk.now) == []


# What is typed into the late form, and what stands afterwards: an answer, or the question.
TYPED = [
    ({}, [], [(7, "Kasubag Rendatin")]),
    ({"late_words": "Listrik padam"}, ["Lainnya: Listrik padam"], []),
    ({"late_cause": "Lainnya"}, [], [(7, "Kasubag Rendatin")]),
]


@pytest.mark.parametrize(("typed", "given", "open_questions"), TYPED)
def test_the_form_never_blocks(desk, typed, given, open_questions):
    if "late_cause" in typed:
        typed = {"late_cause": str(cause(typed["late_cause"]).pk)}
    case = desk.case_at(7, at=NOW)
    _, answer = send(desk, case, **typed)
    assert (answer.status_code, [row.text for row in Lateness.objects.filter(case=case)]) == (302, given)
    assert asked(InformationRequest.objects.get(pk=case.pk)) == open_questions


def test_words_in_the_form_say_for_themselves_what_is_wrong(desk):
    case = desk.case_at(7, at=NOW)
    _, answer = send(desk, case, late_words="x" * 501)
    assert answer.status_code == 422
    assert "Penjelasan keterlambatan paling panjang 500 huruf; sekarang 501." in answer.content.decode()


def test_the_one_who_got_it_late_is_not_asked_for_another(desk):
    case = desk.act(
        "redirect", desk.case_at(7, at=NOW), "kasubag2", desk.cast.post("kasubag3"), "Bidangnya", at="08.20"
    )
    page, _ = send(desk, case, who="kasubag3", at="08.22")
    assert "Mengapa lewat waktu?" not in page
    assert asked(case) == [(7, "Kasubag Rendatin")]


def test_a_reason_given_for_one_stay_does_not_answer_for_another_post(desk):
    case = desk.case_at(6, at=NOW)
    case = desk.do(case, "dispose", at="08.10", addressee=desk.cast.post("sekretaris"), why_late=WhyLate(cause=cause()))
    case = desk.do(case, "dispose", who="sekretaris", at="09.10")
    assert (asked(case), Lateness.objects.filter(case=case).count()) == ([(6, "Sekretaris")], 1)
    assert differences(case, desk.now) == []


# -- Where it is asked afterwards --------------------------------------------------------------------------------------


def home(desk, who):
    with time_machine.travel(desk.now, tick=False):
        return desk.cast.client(who).get("/")


@pytest.mark.parametrize(
    ("who", "seen"),
    [("kasubag2", ("", True)), ("sekretaris", ("Kasubag Rendatin", False))],
)
def test_the_landing_page_asks_its_holder_and_tells_the_sekretaris(desk, late, who, seen):
    (row,) = home(desk, who).context["to_explain"]
    assert (row.label, row.words) == (
        f"{late.short_number} · Universitas Timor Raya",
        "Langkah 7 Mencermati surat, lewat 9 menit",
    )
    assert (row.asked, row.may_answer) == seen


def test_others_are_not_asked(desk, late):
    assert {who: home(desk, who).context["to_explain"] for who in ("helpdesk", "ketua", "kasubag1")} == {
        "helpdesk": [],
        "ketua": [],
        "kasubag1": [],
    }


def test_the_sekretaris_is_offered_the_answer_for_one_who_left(desk, late):
    leave(desk, "kasubag2")
    (row,) = home(desk, "sekretaris").context["to_explain"]
    assert (row.url, row.may_answer) == (f"/permohonan/{late.pk}/alasan/3/", True)


def test_a_rahasia_case_asks_only_those_it_passed_through(desk):
    desk.do(desk.case_at(7, at=NOW, nature="rahasia"), "review", at="08.20")
    assert home(desk, "sekretaris").context["to_explain"] == []
    assert len(home(desk, "kasubag2").context["to_explain"]) == 1


def test_open_questions_are_found_by_their_own_index(desk, late):
    with CaptureQueriesContext(connection) as asked_for:
        home(desk, "sekretaris")
    (sql,) = [query["sql"] for query in asked_for if '"unexplained"' in query["sql"] and "took" in query["sql"]]
    assert "stay_unexplained" in plan_of(sql)


def plan_of(sql: str) -> str:
    """Ask the database how it would read; PostgreSQL would read so few rows at once, were it let."""
    is_postgres = connection.vendor == "postgresql"
    with transaction.atomic(), connection.cursor() as cursor:
        if is_postgres:
            cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"{'EXPLAIN' if is_postgres else 'EXPLAIN QUERY PLAN'} {sql}")
        return " ".join(str(row) for row in cursor.fetchall())


def page_of(desk, case, who):
    return present.case_page(open_dossier(case.pk, desk.cast.acting(who), desk.now))


def test_the_case_page_asks_its_holder_and_says_to_all_that_it_is_open(desk, late):
    asked_of = {who: [row.words for row in page_of(desk, late, who)["questions"]] for who in ("kasubag2", "sekretaris")}
    assert asked_of == {
        "kasubag2": ["Langkah 7 · Mencermati surat: 19 dari 10 menit, lewat 9 menit"],
        "sekretaris": [],
    }
    act = page_of(desk, late, "pemeriksa")["acts"][0]
    assert (act.over, act.reason) == (
        "lewat 9 menit",
        "belum diisi, ditanyakan kepada Kepala Subbagian Perencanaan, Data dan Informasi",
    )


def test_the_page_of_the_question_names_the_step_and_keeps_what_was_typed(desk, late):
    place = f"/permohonan/{late.pk}/alasan/3/"
    with time_machine.travel(desk.now, tick=False):
        client = desk.cast.client("kasubag2")
        shown = client.get(place)
        refused = client.post(place, {"words": "Sedang rapat", "envelope": sealed(shown)})
        done = client.post(place, {"cause": cause().pk, "words": "Sedang rapat", "envelope": sealed(shown)})
    assert "Langkah 7 · Mencermati surat: 19 dari 10 menit, lewat 9 menit" in shown.content.decode()
    page = refused.content.decode()
    assert (refused.status_code, "Pilih alasan lewat waktu." in page, "Sedang rapat" in page) == (422, True, True)
    assert (done.status_code, Lateness.objects.get(case=late).words) == (302, "Sedang rapat")


def test_what_the_landing_page_cannot_hold_is_in_the_list(desk, late):
    asked_before = [desk.do(desk.case_at(7, at=NOW), "review", at="08.20") for _ in range(20)]
    context = home(desk, "sekretaris").context
    assert (len(context["to_explain"]), context["more_to_explain"]) == (20, True)
    assert "/permohonan/?what=unexplained" in home(desk, "sekretaris").content.decode()
    desk.do(desk.case_at(7, at=NOW), "review", at="08.10")
    with time_machine.travel(desk.now, tick=False):
        page = desk.cast.client("sekretaris").get("/permohonan/?what=unexplained")
    assert page.context["pages"].total == len(asked_before) + 1
