"""The same paper entered by two at once is one case; printings at once share no number."""

from datetime import timedelta
from functools import partial

import pytest

from requests_app import workflow
from requests_app.models import FormBatch, InformationRequest, StepRecord
from requests_app.models.records import AvailabilityResult
from requests_app.rules.refusals import Incomplete
from requests_app.workflow.paper_entry import AtAct, PaperAct
from requests_app.workflow.taken import Availability, Meet
from tests.cast import NOW, visit
from tests.threads import together

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.alone]


def paper(desk, number):
    """Give the boxes of a visitor's form up to the meeting."""
    minute = timedelta(minutes=1)
    return [
        PaperAct(visit(desk.cast, emergency_number=number), NOW),
        PaperAct(Availability(result=AvailabilityResult.AVAILABLE), NOW + 3 * minute),
        PaperAct(Meet(), NOW + 9 * minute),
    ]


def entering(desk, number, token):
    doing = desk.doing("helpdesk", "10.00", token=token, content="a")
    return partial(workflow.enter_paper, paper(desk, number), doing)


@pytest.mark.parametrize("times", [2, 8])
def test_the_same_paper_sent_many_times_at_once_is_one_case(desk, times):
    outcomes = together([entering(desk, "DRT-0001/2026", "t1")] * times)
    assert sorted(outcome.repeated for outcome in outcomes) == [False, *[True] * (times - 1)]
    case = InformationRequest.objects.get()
    assert (case.number, case.task, StepRecord.objects.count()) == ("0001/PPID/5371/XI/2026", "dispose", 3)


def test_one_form_entered_by_two_clerks_at_once_is_refused_to_one(desk):
    works = [entering(desk, "DRT-0001/2026", token) for token in ("t1", "t2")]
    outcomes = together(works)
    (refused,) = [outcome for outcome in outcomes if isinstance(outcome, AtAct)]
    assert (refused.index, type(refused.refusal), list(refused.refusal.errors)) == (0, Incomplete, ["emergency_number"])
    assert InformationRequest.objects.get().number == "0001/PPID/5371/XI/2026"


def test_printings_at_once_share_no_number_and_leave_no_gap(desk):
    doing = desk.doing("admin")
    printings = together([partial(workflow.print_forms, 1, count, doing) for count in (1, 2, 3, 4, 5, 6)])
    numbers = sorted(number for batch in printings for number in batch.numbers)
    assert numbers == [f"DRT-{sequence:04}/2026" for sequence in range(1, 22)]
    assert FormBatch.objects.count() == 6
