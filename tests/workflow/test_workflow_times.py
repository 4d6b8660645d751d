"""When an act happened and when it was recorded are two facts; both are judged, and both are kept."""

from datetime import timedelta

import pytest
from django.db.models import ProtectedError

from requests_app import workflow
from requests_app.models import InformationRequest, Petitioner, StepRecord
from requests_app.models.records import Legibility
from requests_app.rules.refusals import Incomplete, NotNow, NotPermitted
from requests_app.workflow.taken import Meet, MeetAndDispose, Review
from tests.cast import visit
from tests.observed import differences, minutes, position, refusal, snapshot

MINUTE = timedelta(minutes=1)
FUTURE = {"happened_at": "Waktu kejadian tidak boleh di masa depan."}
REVIEW = Review(finding=Legibility.COMPLETE)


def test_nothing_happens_in_the_future(desk):
    case = desk.case_at(7)
    before = snapshot(case)
    doing = desk.doing("kasubag2", happened_at=desk.now + 2 * MINUTE)
    assert refusal(Incomplete, workflow.complete, case.pk, REVIEW, doing).errors == FUTURE
    assert snapshot(case) == before


def test_no_case_arrives_in_the_future(desk):
    doing = desk.doing("helpdesk", happened_at=desk.now + 2 * MINUTE)
    assert refusal(Incomplete, workflow.start, visit(desk.cast), doing).errors == FUTURE
    assert InformationRequest.objects.filter(year=2026).count() == 0


def test_nothing_happens_before_the_last_act(desk):
    case = desk.case_at(7)
    doing = desk.doing("kasubag2", happened_at=case.happened_at - MINUTE)
    refused = refusal(Incomplete, workflow.complete, case.pk, REVIEW, doing)
    assert refused.errors == {"happened_at": "Waktu kejadian mendahului tindakan sebelumnya (08.02)."}


def test_paper_entered_later_counts_from_when_it_happened(desk):
    case = desk.case_at(7)
    happened = desk.clock("08.09")
    doing = desk.doing("kasubag2", "10.00", happened_at=happened)
    case = workflow.complete(case.pk, REVIEW, doing).case
    record, row = case.records.get(task="review"), case.history.latest("history_id")
    assert (case.happened_at, row.history_date) == (happened, doing.now)
    assert (record.happened_at, record.recorded_at, record.is_late_entry) == (happened, doing.now, True)
    assert minutes(case.stays.get(step=7).working) == 7
    assert differences(case, doing.now) == []


def test_an_act_recorded_at_once_is_no_late_entry(desk):
    record = desk.case_at(7).records.get(task="dispose")
    assert (record.happened_at, record.is_late_entry) == (record.recorded_at, False)


def test_a_clock_set_back_takes_the_last_acts_time_and_is_marked(desk):
    case = desk.case_at(7, at="09.00")
    last = case.happened_at
    doing = desk.doing("kasubag2", "08.30")
    case = workflow.complete(case.pk, REVIEW, doing).case
    record = case.records.get(task="review")
    assert (case.happened_at, record.happened_at, record.recorded_at) == (last, last, doing.now)
    assert (record.clock_set_back, case.history.latest("history_id").history_date) == (True, doing.now)
    assert minutes(case.stays.get(step=7).working) == 0
    assert differences(case, doing.now) == []


def test_a_walk_in_entered_from_paper_was_received_when_it_happened(desk):
    received = desk.clock("07.45")
    doing = desk.doing("helpdesk", "11.00", started_at=desk.clock("10.58"), happened_at=received)
    case = workflow.start(visit(desk.cast, emergency_number="D-007"), doing).case
    assert (case.received_at, case.emergency_number) == (received, "D-007")
    assert minutes(case.stays.get(step=1).working) == 0


def test_a_meeting_earlier_in_the_day_keeps_its_own_time(desk):
    case = desk.case_at(2, "meet")
    both = MeetAndDispose(meeting=Meet(), disposition=desk.plausible(case, "dispose"), met_at=desk.clock("08.30"))
    early = desk.doing("ketua", "08.40", happened_at=desk.clock("08.20"))
    refused = refusal(Incomplete, workflow.meet_and_dispose, case.pk, both, early)
    assert refused.errors == {"happened_at": "Waktu kejadian mendahului tindakan sebelumnya (08.30)."}
    assert position(case, desk.cast) == (2, "meet", None)


def test_a_case_is_opened_by_the_desk(desk):
    refused = refusal(NotPermitted, workflow.start, visit(desk.cast), desk.doing("ketua"))
    assert refused.sentence == "“Daftarkan pemohon” dilakukan oleh Help Desk; jabatan Anda tidak berwenang."


def test_a_task_not_yet_reached_is_refused_with_what_is_awaited(desk):
    case = desk.case_at(7)
    refused = refusal(NotNow, desk.do, case, "identify", "kasubag2")
    assert refused.sentence == "Langkah ini belum sampai: yang ditunggu sekarang “Catat hasil mencermati”."


def test_whoever_could_never_do_a_task_is_told_who_may(desk):
    case = desk.case_at(8)
    refused = refusal(NotPermitted, desk.do, case, "assign", "staff")
    assert refused.sentence == (
        "“Tugaskan” dilakukan oleh Sekretaris atau Ketua & Anggota KPU; jabatan Anda hari ini tidak berwenang."
    )


def test_what_belongs_to_a_case_protects_it(desk):
    case = desk.do(desk.case_at(4), "deliver")
    for row in (case, desk.cast.ketua, desk.cast.post("ketua"), desk.cast.acting("ketua").appointments[0]):
        with pytest.raises(ProtectedError):
            row.delete()
    with pytest.raises(ProtectedError):
        Petitioner.objects.filter(case=case).delete()
    assert StepRecord.objects.filter(case=case).count() == 6
