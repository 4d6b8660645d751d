"""Late paper entry goes on with a case: by whom, from which page, and what a page older than the case gives back."""

import re
from datetime import timedelta

import pytest
import time_machine

from requests_app import workflow
from requests_app.rules.refusals import NotNow, NotPermitted
from requests_app.workflow.paper_entry import AtAct, PaperAct
from tests.cast import NOW
from tests.observed import position
from tests.posting import sealed
from tests.views.test_paper_entry import TEN, at, send, times

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _monday_ten_o_clock():
    with time_machine.travel(TEN, tick=False):
        yield


def reviewed(**more):
    return {**times("review1", "08:30", on="2026-11-23"), "review1-finding": "lengkap",
            "review1-summary": "Minta per TPS", **more}  # fmt: skip


def test_an_act_recorded_within_the_minute_does_not_come_before_itself(cast, desk):
    case = desk.case_at(7, at=NOW + timedelta(seconds=30))
    send(cast, "kasubag2", f"/permohonan/{case.pk}/susulan/", reviewed(**times("review1", "08:01", on="2026-11-23")))
    assert case.records.latest("act").happened_at == at(8, 1).replace(second=30)


def test_a_page_older_than_the_case_gives_back_what_was_typed(cast, desk):
    case = desk.case_at(7, at=NOW)
    client = cast.client("kasubag2")
    place = f"/permohonan/{case.pk}/susulan/"
    old = {**reviewed(), "envelope": sealed(client.get(place))}
    desk.do(case, "review", at="08.20")
    answer = client.post(place, {name: value for name, value in old.items() if value})
    assert (answer.status_code, "Minta per TPS" in answer.content.decode()) == (409, True)
    assert position(case, cast) == (8, "identify", "kasubag2")


def test_the_same_submit_again_after_the_case_went_on_repeats_its_result(cast, desk):
    case = desk.case_at(8, at=NOW)
    client = cast.client("kasubag2")
    place = f"/permohonan/{case.pk}/susulan/"
    sent = {"identify1-on": "2026-11-23", "identify1-ended": "08:30", "identify1-proposal": "data",
            "identify1-holding": "dikuasai", "envelope": sealed(client.get(place))}  # fmt: skip
    assert [client.post(place, sent)["Location"] for _ in range(2)] == [f"/permohonan/{case.pk}/"] * 2
    assert position(case, cast) == (10, "assign", "sekretaris")


@pytest.mark.parametrize(
    ("who", "boxes"),
    [
        ("ketua", ["dispose1"]),  # who only disposes enters the own hop
        ("sekretaris", ["dispose1", "dispose2", "dispose3"]),
        ("helpdesk", ["dispose1", "dispose2", "dispose3"]),
        ("kasubag2", ["dispose1", "dispose2", "dispose3", "review1", "identify1", "consult1", "assign1", "prepare1",
                      "deliver1"]),
    ],
)  # fmt: skip
def test_everyone_sees_the_boxes_they_may_fill(cast, desk, who, boxes):
    page = cast.client(who).get(f"/permohonan/{desk.case_at(6, at=NOW).pk}/susulan/").content.decode()
    assert re.findall(r'name="(\w+)-ended"', page) == boxes


def test_a_disposition_for_another_kasubag_is_none_of_ones_own(cast, desk):
    case = desk.case_at(6, at=NOW)
    page = cast.client("kasubag1").get(f"/permohonan/{case.pk}/susulan/").content.decode()
    (offered,) = re.findall(r'name="dispose1-addressee" value="(\d+)"', page)
    assert offered == str(cast.post("kasubag1").pk)


def test_a_kasubag_not_addressed_is_told_at_the_box(cast, desk):
    case = desk.case_at(6, at=NOW)
    sent = {"dispose1-on": "2026-11-23", "dispose1-ended": "08:10", "dispose1-addressee": cast.post("kasubag1").pk,
            "dispose1-words": "Siapkan", "review1-ended": "08:20", "review1-finding": "lengkap"}  # fmt: skip
    send(cast, "sekretaris", f"/permohonan/{case.pk}/susulan/",
         {name: value for name, value in sent.items() if not name.startswith("review")})  # fmt: skip
    assert position(case, cast) == (7, "review", "kasubag1")


@pytest.mark.parametrize(
    ("step", "task", "who", "status"),
    [(7, "", "helpdesk", 403), (7, "", "kasubag1", 403), (7, "", "staff", 403), (12, "draft", "kasubag2", 409),
     (12, "approve", "ketua", 409)],
)  # fmt: skip
def test_who_may_not_go_on_is_told_so(cast, desk, step, task, who, status):
    case = desk.case_at(step, task, at=NOW)
    assert cast.client(who).get(f"/permohonan/{case.pk}/susulan/").status_code == status


def test_a_visitors_letter_is_entered_without_asking_who_came_or_the_number_of_the_form(cast, desk):
    told = {"statement": "Mohon diajukan tertulis."}
    case = desk.act("end", desk.case_at(2, at=NOW), "helpdesk", "to_letter", told)
    page = cast.client("helpdesk").get(f"/permohonan/{case.pk}/susulan/").content.decode()
    asked = dict.fromkeys(re.findall(r'name="receive1-(\w+)"', page))
    assert list(asked) == ["on", "began", "ended", "sender", "subject", "letter_number", "letter_date", "addressee",
                           "enclosure", "nature", "note"]  # fmt: skip
    sent = {"receive1-on": "2026-11-23", "receive1-ended": "08:30", "receive1-sender": "Yohanis Umbu",
            "receive1-subject": "Data pemilih", "receive1-addressee": cast.post("ketua").pk}  # fmt: skip
    send(cast, "helpdesk", f"/permohonan/{case.pk}/susulan/", sent)
    assert position(case, cast) == (6, "dispose", "ketua")


def test_an_ended_case_takes_no_more_paper(cast, desk):
    case = desk.do(desk.case_at(4, at=NOW), "deliver")
    assert cast.client("helpdesk").get(f"/permohonan/{case.pk}/susulan/").status_code == 409


def test_acts_refused_in_a_row_leave_the_case_where_it_stood(cast, desk):
    case = desk.case_at(7, at=NOW)
    acts = [
        PaperAct(desk.plausible(case, task), when) for task, when in (("review", at(8, 20)), ("consult", at(8, 30)))
    ]
    with pytest.raises(AtAct) as refused_at:
        workflow.enter_paper(acts, desk.doing("kasubag2", TEN), pk=case.pk)
    assert (refused_at.value.index, type(refused_at.value.refusal)) == (1, NotNow)
    assert position(case, cast) == (7, "review", "kasubag2")
    with pytest.raises(AtAct) as nobody:
        workflow.enter_paper(acts, desk.doing("kasubag1", TEN), pk=case.pk)
    assert (nobody.value.index, type(nobody.value.refusal)) == (0, NotPermitted)
