"""The five walks through the decree, end to end; every position, record and minute typed by hand."""

from datetime import timedelta

import pytest

from requests_app.models import InformationRequest
from tests.observed import differences, position, records, stays, written

DATA, LETTER, CONSULT = {"proposal": "data"}, {"proposal": "letter"}, {"proposal": "konsultasi"}
ARRIVAL = [
    ("dispose", "08.10", {}, (7, "review", "kasubag2")),
    ("review", "08.18", {}, (8, "identify", "kasubag2")),
]
# Each line: the task done, when, with what, and where the case stands after it.
WALKS = {
    "1-2-3-4": [
        ("availability", "08.05", {}, (2, "meet", None)),
        ("meet", "08.10", {}, (3, "dispose", "ketua")),
        ("dispose", "08.14", {}, (4, "deliver", "kasubag2")),
        ("deliver", "08.40", {}, (None, "", None)),
    ],
    "5-6-7-8-10-11": [
        *ARRIVAL,
        ("identify", "08.25", DATA, (10, "assign", "sekretaris")),
        ("assign", "08.35", {}, (10, "prepare", "kasubag2")),
        ("prepare", "09.20", {}, (11, "deliver", "kasubag2")),
        ("deliver", "09.28", {}, (None, "", None)),
    ],
    "5-6-7-8-9-10-11": [
        *ARRIVAL,
        ("identify", "08.25", CONSULT, (9, "consult", "kasubag2")),
        ("consult", "09.15", {"order": "data"}, (10, "prepare", "kasubag2")),
        ("prepare", "10.00", {}, (11, "deliver", "kasubag2")),
        ("deliver", "10.08", {}, (None, "", None)),
    ],
    "5-6-7-8-12-13": [
        *ARRIVAL,
        ("identify", "08.25", LETTER, (12, "assign", "sekretaris")),
        ("assign", "08.40", {}, (12, "draft", "kasubag2")),
        ("draft", "11.10", {}, (12, "approve", "ketua")),
        ("approve", "13.30", {}, (13, "deliver", "kasubag2")),
        ("deliver", "13.36", {}, (None, "", None)),
    ],
    "5-6-7-8-9-12-13": [
        *ARRIVAL,
        ("identify", "08.25", CONSULT, (9, "consult", "kasubag2")),
        ("consult", "09.15", {"order": "letter"}, (12, "draft", "kasubag2")),
        ("draft", "11.10", {}, (12, "approve", "ketua")),
        ("approve", "13.30", {}, (13, "deliver", "kasubag2")),
        ("deliver", "13.36", {}, (None, "", None)),
    ],
}
ARRIVED_RECORDS = [(2, "IncomingLetter", 5, "receive"), (3, "Disposition", 6, "dispose"), (4, "Review", 7, "review"),
                   (5, "Identification", 8, "identify")]  # fmt: skip
RECORDS = {
    "1-2-3-4": [(2, "StepRecord", 1, "register"), (3, "AvailabilityCheck", 2, "availability"),
                (4, "Meeting", 2, "meet"), (5, "Disposition", 3, "dispose"),
                (6, "RawData", 4, "deliver"), (6, "Expedition", 4, "deliver")],
    "5-6-7-8-10-11": [*ARRIVED_RECORDS, (6, "Disposition", 10, "assign"), (7, "RawData", 10, "prepare"),
                      (8, "Expedition", 11, "deliver")],
    "5-6-7-8-9-10-11": [*ARRIVED_RECORDS, (6, "Consultation", 9, "consult"), (7, "RawData", 10, "prepare"),
                        (8, "Expedition", 11, "deliver")],
    "5-6-7-8-12-13": [*ARRIVED_RECORDS, (6, "Disposition", 12, "assign"), (7, "ReplyLetter", 12, "draft"),
                      (8, "LetterDecision", 12, "approve"), (9, "Expedition", 13, "deliver")],
    "5-6-7-8-9-12-13": [*ARRIVED_RECORDS, (6, "Consultation", 9, "consult"), (7, "ReplyLetter", 12, "draft"),
                        (8, "LetterDecision", 12, "approve"), (9, "Expedition", 13, "deliver")],
}  # fmt: skip
ARRIVED_STAYS = [(5, "receive", None, 2), (6, "dispose", "ketua", 8), (7, "review", "kasubag2", 8),
                 (8, "identify", "kasubag2", 7)]  # fmt: skip
# Working minutes of each stay; 11.10 to 13.30 lies over the midday break.
STAYS = {
    "1-2-3-4": [(1, "register", None, 2), (2, "availability", None, 3), (2, "meet", None, 5),
                (3, "dispose", "ketua", 4), (4, "deliver", "kasubag2", 26)],
    "5-6-7-8-10-11": [*ARRIVED_STAYS, (10, "assign", "sekretaris", 10), (10, "prepare", "kasubag2", 45),
                      (11, "deliver", "kasubag2", 8)],
    "5-6-7-8-9-10-11": [*ARRIVED_STAYS, (9, "consult", "kasubag2", 50), (10, "prepare", "kasubag2", 45),
                        (11, "deliver", "kasubag2", 8)],
    "5-6-7-8-12-13": [*ARRIVED_STAYS, (12, "assign", "sekretaris", 15), (12, "draft", "kasubag2", 150),
                      (12, "approve", "ketua", 80), (13, "deliver", "kasubag2", 6)],
    "5-6-7-8-9-12-13": [*ARRIVED_STAYS, (9, "consult", "kasubag2", 50), (12, "draft", "kasubag2", 115),
                        (12, "approve", "ketua", 80), (13, "deliver", "kasubag2", 6)],
}  # fmt: skip
# The sums of each row, against its target: on time unless named here.
LATE_ROWS = {"1-2-3-4": [], "5-6-7-8-10-11": [6], "5-6-7-8-9-10-11": [6], "5-6-7-8-12-13": [6], "5-6-7-8-9-12-13": [6]}
ENDINGS = {"1-2-3-4": "given", "5-6-7-8-10-11": "given", "5-6-7-8-9-10-11": "given", "5-6-7-8-12-13": "replied",
           "5-6-7-8-9-12-13": "replied"}  # fmt: skip
every_walk = pytest.mark.parametrize("walk", WALKS)


def begin(desk, walk: str) -> InformationRequest:
    """Open the form at 08.00 and register at 08.02."""
    opened = desk.clock("08.00")
    return (desk.walkin if walk[0] == "1" else desk.letter)("08.02", began=opened)


def walked(desk, walk: str) -> InformationRequest:
    """Take a case along a whole walk."""
    case = begin(desk, walk)
    for task, at, data, _ in WALKS[walk]:
        case = desk.do(case, task, at=at, **data)
    return case


@every_walk
def test_each_act_leads_to_the_next_row_task_and_holder(desk, walk):
    case = begin(desk, walk)
    first = (2, "availability", None) if walk[0] == "1" else (6, "dispose", "ketua")
    stood = [position(case, desk.cast)]
    for task, at, data, _ in WALKS[walk]:
        desk.do(case := InformationRequest.objects.get(pk=case.pk), task, at=at, **data)
        stood.append(position(case, desk.cast))
    assert stood == [first, *(after for *_, after in WALKS[walk])]


@every_walk
def test_each_act_leaves_its_record(desk, walk):
    assert records(walked(desk, walk)) == RECORDS[walk]


@every_walk
def test_each_stay_is_measured_in_office_minutes(desk, walk):
    case = walked(desk, walk)
    assert stays(case, desk.cast) == STAYS[walk]
    assert [row.step for row in case.stays.filter(late=True)] == LATE_ROWS[walk]
    assert differences(case, desk.now) == []


@every_walk
def test_the_end_is_named_and_the_book_has_its_entry(desk, walk):
    case = walked(desk, walk)
    assert (case.state, case.ending, case.ended_at) == ("ended", ENDINGS[walk], desk.now)
    assert case.records.filter(expedition__number="0001", expedition__year=2026).count() == 1


@every_walk
def test_each_act_is_one_history_row_by_its_person_at_its_time(desk, walk):
    case = walked(desk, walk)
    rows = list(case.history.order_by("history_id"))
    assert [row.act for row in rows] == list(range(1, len(WALKS[walk]) + 3))
    assert [row.history_date for row in rows[2:]] == [desk.clock(at) for _, at, *_ in WALKS[walk]]
    assert [row.history_user.username for row in rows[:2]] == ["helpdesk", "helpdesk"]
    assert "" not in [row.history_change_reason.strip() for row in rows]


@every_walk
def test_every_row_of_an_act_carries_its_number_and_its_history(desk, walk):
    case = walked(desk, walk)
    acts = {row.act: (row.history_date, row.history_user_id) for row in case.history.all()}
    first_versions = [record.history.earliest("history_id") for record in written(case)]
    assert [(row.history_date, row.history_user_id) for row in first_versions] == [
        acts[row.act] for row in first_versions
    ]
    assert [row.history_change_reason.strip() for row in first_versions].count("") == 0


def test_the_entry_rows_clock_runs_from_the_forms_first_get(desk):
    case = begin(desk, "1-2-3-4")
    first = case.stays.get(step=1)
    assert (first.working, first.waiting, first.opened) == (timedelta(minutes=2), timedelta(0), desk.clock("08.00"))
