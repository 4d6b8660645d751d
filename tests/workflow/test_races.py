"""Two officials on one step, one submit sent many times: exactly one act. Each lock once more with the lock off."""

import threading
import time
from functools import partial

import pytest
from django.db import connection, transaction

from requests_app import workflow
from requests_app.documents import Upload
from requests_app.models import Disposition, Expedition, InformationRequest, StepRecord
from requests_app.models.books import DocumentKind
from requests_app.models.case import Submission
from requests_app.models.records import HoldReason
from requests_app.rules.refusals import AlreadyDone, TokenSpent
from requests_app.workflow.core import already_sent
from requests_app.workflow.taken import Attach, Meet, MeetAndDispose, PutOnHold
from tests.cast import registration, visit
from tests.observed import differences, position, records
from tests.threads import cases_unlocked, together, without_immediate

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.alone]
PAPER = Upload("surat.pdf", "application/pdf", b"%PDF-1.4 isi", 1)
# What comes of two writers who read the same state: SQLite refuses the second, PostgreSQL lets both dispose.
UNLOCKED = {"sqlite": (["Done", "OperationalError"], 1), "postgresql": (["Done", "Done"], 2)}


def kinds(outcomes: list) -> list[str]:
    """Name what came out, in no order of arrival."""
    return sorted(type(outcome).__name__ for outcome in outcomes)


def disposing(desk, case, *officials: str) -> list:
    """Let several people dispose the same case, each from a form made now."""
    manners = {"ketua": None, "sekretaris": "lisan"}
    return [
        partial(
            workflow.complete,
            case.pk,
            desk.plausible(case, "dispose", manner=manners[who]),
            desk.doing(who, seen_act=case.act),
        )
        for who in officials
    ]


@pytest.mark.parametrize("step", [3, 6])
def test_of_two_officials_on_one_step_one_wins_and_the_other_reads_who_and_when(desk, step):
    case = desk.case_at(step)
    outcomes = together(disposing(desk, case, "ketua", "sekretaris"))
    assert kinds(outcomes) == ["AlreadyDone", "Done"]
    (loser,) = [outcome for outcome in outcomes if isinstance(outcome, AlreadyDone)]
    record = StepRecord.objects.filter(case=case).latest("act")
    who, clock = f"{record.appointment.user} ({record.appointment.held_title})", f"08.{desk_minute(record)}"
    assert loser.sentence == f"Langkah ini sudah diselesaikan oleh {who} pukul {clock}."
    assert records(case)[-1] == (case.act + 1, "Disposition", step, "dispose")
    assert differences(case, desk.now) == []


def desk_minute(record: StepRecord) -> str:
    return f"{record.recorded_at.minute:02}"


def test_eight_officials_on_one_step(desk):
    case = desk.case_at(4)
    doing = [desk.doing("kasubag2" if number % 2 else "helpdesk", seen_act=case.act) for number in range(8)]
    data = desk.plausible(case, "deliver")
    outcomes = together([partial(workflow.complete, case.pk, data, each) for each in doing])
    assert kinds(outcomes) == ["AlreadyDone"] * 7 + ["Done"]
    assert Expedition.objects.filter(case=case).count() == 1


def test_with_the_lock_off_both_read_the_same_step_and_two_acts_or_a_crash_come_of_it(desk, monkeypatch):
    case = desk.case_at(3)
    with cases_unlocked(monkeypatch, readers=2):
        outcomes = together([without_immediate(work) for work in disposing(desk, case, "ketua", "sekretaris")])
    given = Disposition.objects.filter(case=case).count()
    assert (kinds(outcomes), given) == UNLOCKED[connection.vendor]


# -- Act numbers -------------------------------------------------------------------------------------------------------


def attaching(desk, case, count: int) -> list:
    doing = [desk.doing("helpdesk") for _ in range(count)]
    return [partial(workflow.attach, case.pk, each, Attach(kind=DocumentKind.OTHER, files=(PAPER,))) for each in doing]


def test_acts_at_the_same_moment_are_numbered_one_by_one(desk):
    case = desk.case_at(7)
    assert kinds(together(attaching(desk, case, 6))) == ["Done"] * 6
    acts = StepRecord.objects.filter(case=case, kind="attach").order_by("act").values_list("act", flat=True)
    assert list(acts) == list(range(case.act + 1, case.act + 7))
    assert list(case.history.order_by("history_id").values_list("act", flat=True)) == list(range(1, case.act + 7))


def test_with_the_lock_off_an_act_is_lost_or_its_number_given_twice(desk, monkeypatch):
    case = desk.case_at(7)
    with cases_unlocked(monkeypatch, readers=2):
        together([without_immediate(work) for work in attaching(desk, case, 2)])
    acts = StepRecord.objects.filter(case=case, kind="attach").values_list("act", flat=True)
    alone, twice = [case.act + 1], [case.act + 1] * 2
    assert list(acts) == (alone if connection.vendor == "sqlite" else twice)


def test_whoever_waited_for_the_lock_sees_what_the_first_one_wrote(desk):
    case = desk.case_at(4)
    correcting, delivering = desk.doing("helpdesk"), desk.doing("kasubag2")
    mended = registration(case, {"name": "Nama Benar"}, "Salah dengar")
    written = threading.Event()

    def correct() -> None:
        with transaction.atomic():
            workflow.correct_registration(case.pk, correcting, *mended)
            written.set()
            time.sleep(0.5)  # the other one asks for the lock meanwhile

    def deliver() -> None:
        written.wait(10)
        workflow.complete(case.pk, desk.plausible(case, "deliver"), delivering)

    assert together([correct, deliver]) == [None, None]
    assert Expedition.objects.get(case=case).addressed_to == "Nama Benar"


# -- One-time tokens ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("times", [2, 10])
def test_the_same_submit_many_times_at_once_is_one_act(desk, times):
    case = desk.case_at(7)
    doing = desk.doing("kasubag2", seen_act=case.act, token="t1", content="a")
    work = partial(workflow.complete, case.pk, desk.plausible(case, "review"), doing)
    outcomes = together([work] * times)
    assert [outcome.repeated for outcome in sorted(outcomes, key=lambda done: done.repeated)] == [
        False, *[True] * (times - 1),
    ]  # fmt: skip
    assert position(case, desk.cast) == (8, "identify", "kasubag2")
    assert StepRecord.objects.filter(case=case, task="review").count() == 1


@pytest.mark.parametrize("times", [2, 10])
def test_the_same_registration_many_times_at_once_is_one_case(desk, times):
    doing = desk.doing("helpdesk", token="t2", content="a")
    outcomes = together([partial(workflow.start, visit(desk.cast), doing)] * times)
    assert kinds(outcomes) == ["Done"] * times
    assert sorted(outcome.repeated for outcome in outcomes) == [False, *[True] * (times - 1)]
    assert [case.number for case in InformationRequest.objects.all()] == ["0001/PPID/5371/XI/2026"]
    assert {outcome.case.pk for outcome in outcomes} == set(InformationRequest.objects.values_list("pk", flat=True))


def test_a_twin_that_commits_between_look_and_write_is_found_when_the_write_fails(desk, monkeypatch):
    doing = desk.doing("helpdesk", token="t8", content="a")
    first = workflow.start(visit(desk.cast), doing).case
    looks = iter([None])  # the first look comes before the twin's commit, every later one after it
    monkeypatch.setattr(workflow, "already_sent", lambda sent: next(looks, already_sent(sent)))
    again = workflow.start(visit(desk.cast), doing)
    assert (again.case, again.repeated, InformationRequest.objects.count()) == (first, True, 1)


def test_without_its_token_the_same_registration_twice_is_two_cases(desk):
    doing = desk.doing("helpdesk")
    together([partial(workflow.start, visit(desk.cast), doing)] * 2)
    assert InformationRequest.objects.count() == 2


def test_the_same_token_with_other_content_or_by_another_person_is_refused(desk):
    case = desk.case_at(7)
    studied = desk.plausible(case, "review")
    workflow.complete(case.pk, studied, desk.doing("kasubag2", token="t3", content="a"))
    for who, content in (("kasubag2", "b"), ("helpdesk", "a")):
        with pytest.raises(TokenSpent) as refused:
            workflow.complete(case.pk, studied, desk.doing(who, token="t3", content=content))
        assert refused.value.sentence == (
            "Formulir ini sudah pernah dikirim dengan isi lain. Isian Anda tetap ada di bawah."
        )
    assert Submission.objects.count() == 1


def test_a_refused_act_spends_no_token(desk):
    case = desk.case_at(8)
    sent = desk.plausible(case, "identify", proposal="data", excluded_article="17h")
    with pytest.raises(workflow.Incomplete):
        workflow.complete(case.pk, sent, desk.doing("kasubag2", token="t4", content="a"))
    mended = desk.plausible(case, "identify", proposal="letter")
    done = workflow.complete(case.pk, mended, desk.doing("kasubag2", token="t4", content="b"))
    assert (done.repeated, Submission.objects.get().case) == (False, case)


def test_every_verb_repeats_its_first_result(desk):
    case = desk.case_at(2, "meet")
    both = MeetAndDispose(meeting=Meet(), disposition=desk.plausible(case, "dispose"))
    meeting = desk.doing("ketua", token="t5", content="a")
    holding = desk.doing("helpdesk", token="t6", content="a")
    met = [workflow.meet_and_dispose(case.pk, both, meeting).repeated for _ in range(2)]
    flood = PutOnHold(reason=HoldReason.FORCE_MAJEURE, note="Banjir")
    held = [workflow.hold(case.pk, holding, flood).repeated for _ in range(2)]
    registering = desk.doing("helpdesk", token="t7", content="a")
    registered = [workflow.start(visit(desk.cast), registering).repeated for _ in range(2)]
    assert (met, held, registered) == ([False, True], [False, True], [False, True])
