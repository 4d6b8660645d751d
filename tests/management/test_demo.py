"""The demonstration: a month played through the workflow, with everything an office meets in it."""

import io
from collections import Counter
from datetime import date, datetime, timedelta

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import transaction

from requests_app import documents, printing
from requests_app.clock import WITA, is_open
from requests_app.demo import issue_letters, keep_books
from requests_app.demo.keeping import Keeper
from requests_app.demo.player import Player
from requests_app.derived import deadlines
from requests_app.derived.stays import verify
from requests_app.management.commands.demo import fill
from requests_app.models import (
    ActKind,
    Appointment,
    Availability,
    AvailabilityCheck,
    BookFile,
    Channel,
    ClosedMonth,
    Closing,
    Confirmation,
    Disposition,
    Document,
    Expedition,
    ExpeditionNote,
    Extension,
    Hold,
    HoldReason,
    InformationRequest,
    Lateness,
    LetterDecision,
    LetterStatus,
    ReceiverKind,
    ReplyLetter,
    State,
    Stay,
    StepRecord,
    User,
    WrittenNotice,
    YearlyReport,
)
from requests_app.models.calendar import current_calendar
from requests_app.sop import EDITIONS, every_ending
from requests_app.views import laws
from tests.cast import NOW
from tests.papers import words

KEPT = (InformationRequest, StepRecord, User, Appointment, BookFile, ExpeditionNote, ClosedMonth)
AFTERNOON = datetime(2026, 11, 26, 14, 40, tzinfo=WITA)  # a Thursday, the office open
NIGHT = datetime(2026, 11, 24, 4, 17, tzinfo=WITA)
pytestmark = [pytest.mark.django_db, pytest.mark.alone]


def run(*arguments: str) -> list[str]:
    out = io.StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue().splitlines()


@pytest.fixture(scope="class")
def month(django_db_setup, django_db_blocker):
    """Play the smallest month once for a class; the tests' own transactions nest inside and it is rolled back."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield fill(AFTERNOON, 0)
        transaction.set_rollback(True)


def values(model, *names: str) -> set:
    """Read the different values of a column."""
    return set(model.objects.values_list(*names, flat=len(names) == 1))


class TestMonth:
    def test_the_smallest_month_has_more_than_sixty_cases(self, month):
        assert month == InformationRequest.objects.count() == 99
        assert values(InformationRequest, "entry") == {1, 5}

    def test_every_task_of_every_row_is_awaited_by_a_case(self, month):
        waiting = set(InformationRequest.objects.filter(state=State.OPEN).values_list("step", "task"))
        every = {(row.number, task.slug) for row in EDITIONS["2020"].rows for task in row.tasks}
        assert waiting == every - {(1, "register")}  # registering is over in the very act that opens a case

    def test_every_ending_happened(self, month):
        ended = values(InformationRequest, "ending") | values(Closing, "ending")
        by_availability = {"pejabat_lain": "other_official", "janji": "appointment"}
        ended |= {by_availability.get(result, "") for result in values(AvailabilityCheck, "result")}
        assert ended - {""} == set(every_ending())

    def test_every_branch_was_walked(self, month):
        walked = set()
        for case in InformationRequest.objects.filter(state=State.ENDED):
            steps = list(case.stays.order_by("act_began").values_list("step", flat=True))
            walked.add("-".join(str(step) for place, step in enumerate(steps) if steps[place - 1 : place] != [step]))
        assert {"1-2-3-4", "5-6-7-8-10-11", "5-6-7-8-9-10-11", "5-6-7-8-12-13", "5-6-7-8-9-12-13"} <= walked

    def test_every_kind_of_act_hold_channel_and_receiver_occurs(self, month):
        assert values(StepRecord, "kind") == set(ActKind.values)
        assert values(Hold, "reason") == set(HoldReason.values)
        assert values(Expedition, "receiver_kind") == set(ReceiverKind.values)
        assert values(Disposition, "confirmation") == set(Confirmation.values)
        assert {Channel.IN_PERSON, Channel.LETTER, Channel.TELEPHONE, Channel.WHATSAPP, Channel.EMAIL} == values(
            InformationRequest, "channel"
        )

    def test_letters_were_returned_recalled_and_issued(self, month):
        assert values(ReplyLetter, "status") == set(LetterStatus.values)
        assert values(ReplyLetter, "outcome") == {
            "given", "partly_refused", "refused", "not_held", "not_documented", "interview",
        }  # fmt: skip
        assert values(LetterDecision, "decision") == {"setuju", "kembalikan", "paraf", "batal"}

    def test_a_letter_came_back_twice_one_was_initialled_and_a_cancelled_one_keeps_its_pdf(self, month):
        back = Counter(LetterDecision.objects.filter(decision="kembalikan").values_list("case", flat=True))
        twice = [case for case, times in back.items() if times == 2]
        assert [ReplyLetter.objects.filter(case=case, status=LetterStatus.ISSUED).count() for case in twice] == [1]
        cancelled = ReplyLetter.objects.get(status=LetterStatus.CANCELLED)
        (paper,) = Document.objects.filter(record=cancelled.pk, kind="surat")
        assert paper.uploaded_at == cancelled.decisions.get(decision="setuju").recorded_at
        assert "dibatalkan" not in words(documents.read(paper)).lower()

    def test_a_signature_was_refused_before_a_witness(self, month):
        (row,) = Expedition.objects.filter(refused_to_sign=True)
        assert row.witness == "Yakobus Rekaan, petugas keamanan"

    def test_last_month_was_closed_its_sheets_scanned_and_a_slip_put_right_afterwards(self, month):
        keep_books(AFTERNOON)
        (closed,) = ClosedMonth.objects.all()
        assert (closed.year, closed.month, closed.closed_at) == (2026, 10, datetime(2026, 11, 2, 8, 15, tzinfo=WITA))
        assert "BUKU EKSPEDISI Oktober 2026" in words(documents.read(closed.file))
        sheets = BookFile.objects.filter(kind="lembar").order_by("kept_at")
        assert [file.name[:14] for file in sheets] == ["lembar-2026-10", "lembar-2026-11"]
        assert all(file.notes.count() >= 1 for file in sheets)
        november = printing.volume(printing.BOOKS["ekspedisi"], printing.read_period("2026-11"))
        (late,) = november.late
        assert (late.remark, "Oktober 2026 (bulan yang sudah ditutup)" in late.contents) == (
            "Diserahkan dua lembar, bukan satu.", True,
        )  # fmt: skip
        report = YearlyReport.objects.get()
        assert (report.year, report.version, report.settled) == (2026, 1, None)
        calendar = current_calendar()
        assert [found for case in InformationRequest.objects.all() for found in verify(case, calendar, AFTERNOON)] == []
        papers = BookFile.objects.count()
        keep_books(AFTERNOON)
        assert BookFile.objects.count() == papers

    def test_people_bodies_and_proxies_asked(self, month):
        petitioners = InformationRequest.objects.values_list("petitioner__kind", flat=True)
        assert set(petitioners) == {"perorangan", "badan_hukum"}
        assert InformationRequest.objects.filter(confidential=True).count() == 1
        assert StepRecord.objects.filter(appointment__kind="plh").exists()

    def test_steps_were_on_time_and_late_and_clocks_run_both_ways(self, month):
        assert values(Stay, "late") == {False, True}
        running = Stay.objects.filter(ended=None, due_at__isnull=False)
        assert {due > AFTERNOON for due in running.values_list("due_at", flat=True)} == {True, False}

    def test_most_late_steps_have_their_reason_and_some_questions_stay_open(self, month):
        answered, waiting = Lateness.objects.count(), Stay.objects.filter(unexplained=True).count()
        assert answered > 2 * waiting > 0
        assert len(values(Lateness, "cause")) >= 5

    def test_the_visits_equal_their_history(self, month):
        calendar = current_calendar()
        assert [found for case in InformationRequest.objects.all() for found in verify(case, calendar, AFTERNOON)] == []

    def test_the_laws_days_equal_a_recomputation_and_show_every_standing(self, month):
        cases, version = list(InformationRequest.objects.select_related("deadline")), deadlines.office_version()
        assert [found for case in cases for found in deadlines.verify(case, version)] == []
        calendar = current_calendar()
        shown = {tag.words.split()[0] for case in cases if (tag := laws.tag_of(case, AFTERNOON, calendar))}
        assert shown >= {"tersisa", "lewat", "dijawab", "berhenti"}
        assert {case.deadline.in_stage for case in cases} == {True, False}
        assert Extension.objects.count() == WrittenNotice.objects.count() == 1

    def test_nobody_works_at_night_or_after_the_present(self, month):
        calendar = current_calendar()
        recorded = values(StepRecord, "recorded_at")
        closing = [
            at for at in recorded if not is_open(at, calendar) and not is_open(at - timedelta(seconds=1), calendar)
        ]
        assert closing == []
        assert AFTERNOON - timedelta(minutes=5) < max(recorded) <= AFTERNOON
        assert AFTERNOON - timedelta(days=32) < min(recorded)

    def test_uploads_are_real_files_marked_as_invented(self, month):
        kinds = values(Document, "content_type")
        assert kinds == {"application/pdf", "image/png", "text/csv"}
        table = Document.objects.filter(content_type="text/csv")[0]
        assert documents.read(table).decode().splitlines()[0] == "Data rekaan untuk peragaan;"

    def test_presence_is_set_while_the_office_is_open(self, month):
        assert values(Availability, "state") == {"ada", "rapat", "tidak_ada"}
        assert values(Availability, "set_at") == {AFTERNOON}

    def test_a_second_run_keeps_the_data_and_prints_the_same_logins(self, month):
        run("demo", "--no-serve")  # lays down the papers
        before = [model.objects.count() for model in KEPT]
        first, *logins = run("demo", "--no-serve")
        assert first == "Data peragaan sudah ada dan dipakai lagi."
        assert [line.split("\t") for line in logins][:2] == [
            ["LOGIN", "helpdesk", "helpdesk", "peragaan-helpdesk"],
            ["LOGIN", "ketua", "ketua", "peragaan-ketua"],
        ]
        assert [line.split("\t")[2] for line in logins] == (
            "helpdesk ketua anggota1 anggota2 anggota3 anggota4 sekretaris kasubag1 kasubag2 kasubag3 kasubag4 "
            "staff admin pemeriksa".split()
        )
        for _, _, username, password in (line.split("\t") for line in logins):
            assert User.objects.get(username=username).check_password(password)
        assert [model.objects.count() for model in KEPT] == before
        numbered = ReplyLetter.objects.filter(number__isnull=False)
        assert Document.objects.filter(kind="surat").count() == numbered.count() > 10


def test_a_night_start_ends_with_yesterdays_office_and_nobody_is_in(cast):
    player = Player(NIGHT)
    last = max(player.instant(event.offset) for event in player.plan(0))
    assert last.astimezone(WITA).date() == NIGHT.date() - timedelta(days=1)
    player.set_presence(NIGHT)
    assert not Availability.objects.exists()


@pytest.mark.parametrize(
    ("now", "closed", "settled"),
    [
        (datetime(2026, 11, 25, 0, 22, tzinfo=WITA), ["2026-10"], False),
        (datetime(2026, 12, 31, 16, 30, tzinfo=WITA), ["2026-11"], False),
        (datetime(2027, 1, 4, 9, 30, tzinfo=WITA), ["2026-12"], True),
        (datetime(2026, 8, 1, 12, 0, tzinfo=WITA), [], False),
    ],
    ids=["after midnight", "the last of a year", "a new year's first morning", "a Saturday, the first of a month"],
)  # fmt: skip
def test_the_usual_month_can_be_played_at_any_hour(db, now, closed, settled):
    assert fill(now, 100) == 100
    keep_books(now)
    assert [f"{month.year}-{month.month:02}" for month in ClosedMonth.objects.all()] == closed
    assert list(YearlyReport.objects.values_list("year", "settled__kind")) == (
        [(int(closed[0][:4]), "laporan" if settled else None)] if closed else []
    )
    moments = [*BookFile.objects.values_list("kept_at", flat=True), *values(StepRecord, "recorded_at")]
    assert max(moments) <= now


@pytest.mark.parametrize(
    ("now", "begins"),
    [
        (datetime(2026, 8, 31, 15, 0, tzinfo=WITA), datetime(2026, 7, 27, 7, 30, tzinfo=WITA)),
        (datetime(2026, 11, 26, 14, 40, tzinfo=WITA), datetime(2026, 10, 26, 7, 30, tzinfo=WITA)),
        (datetime(2026, 10, 1, 7, 40, tzinfo=WITA), datetime(2026, 8, 31, 7, 40, tzinfo=WITA)),
    ],
)
def test_a_month_begins_before_this_one_so_that_last_month_has_its_book(cast, now, begins):
    assert Player(now).begin == begins


def test_last_month_is_closed_once_the_office_has_been_open_for_a_while(cast):
    ten_past = Keeper(datetime(2026, 10, 1, 7, 40, tzinfo=WITA))
    assert ten_past.morning(date(2026, 10, 1), 45) is None
    quarter_past = datetime(2026, 10, 1, 8, 15, tzinfo=WITA)
    assert Keeper(quarter_past).morning(date(2026, 10, 1), 45) == quarter_past


def test_more_cases_are_filled_up_with_plain_ones(cast):
    assert len({event.key for event in Player(NIGHT).plan(120)}) == 120


def test_an_offices_own_data_are_refused(cast):
    with pytest.raises(CommandError) as refused:
        run("demo", "--no-serve")
    assert str(refused.value) == "Basis data ini sudah berisi data kantor; peragaan hanya untuk basis data kosong."


def test_letters_get_their_pdf_once(desk):
    case = desk.do(desk.case_at(12, "approve", NOW), "approve")
    assert (case.step, issue_letters(), issue_letters()) == (13, 1, 0)
