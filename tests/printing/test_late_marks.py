"""What was entered from paper is marked wherever it shows, and can be counted apart."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from requests_app import workflow
from requests_app.models import InformationRequest
from requests_app.models.case import Stay
from requests_app.models.records import LATE_ENTRY, StepRecord, case_entered_late, stay_entered_late
from requests_app.printing.rows import agenda_rows, expedition_rows, register_rows
from tests.books.test_books import NOVEMBER, book
from tests.cast import NOW, post, visit
from tests.papers import printed, words


def from_paper(desk):
    """Enter at nine a visitor who came at ten past eight, and what followed; then hand over at once."""
    came = desk.clock("08.10")
    given = visit(desk.cast, emergency_number="DRT-0001/2026")
    case = workflow.start(given, desk.doing("helpdesk", "09.00", happened_at=came)).case
    case = paper(desk, case, "availability", "08.12")
    case = paper(desk, case, "meet", "08.20")
    case = paper(desk, case, "dispose", "08.24", who="helpdesk", manner="lisan")
    return desk.do(case, "deliver", at="09.05")


def paper(desk, case, slug, happened, who="helpdesk", **data):
    """Enter one act that happened earlier, at nine."""
    at = desk.clock(happened)
    doing = desk.doing(who, "09.00", happened_at=at)
    return workflow.complete(case.pk, desk.plausible(case, slug, **data), doing).case


@pytest.mark.alone
def test_reports_tell_stays_and_cases_entered_from_paper_apart(desk):
    case, at_once = from_paper(desk), desk.walkin(at="09.10")
    late = Stay.objects.filter(stay_entered_late()).order_by("act_began")
    assert [(stay.case_id, stay.step, stay.task) for stay in late] == [
        (case.pk, 1, "register"), (case.pk, 2, "availability"), (case.pk, 2, "meet"), (case.pk, 3, "dispose"),
    ]  # fmt: skip
    assert list(InformationRequest.objects.filter(case_entered_late())) == [case]
    assert list(InformationRequest.objects.exclude(case_entered_late())) == [at_once]
    assert [row.is_late_entry for row in StepRecord.objects.filter(LATE_ENTRY)] == [True] * 4
    assert not any(row.is_late_entry for row in StepRecord.objects.exclude(LATE_ENTRY))


def test_five_minutes_are_no_late_entry_on_either_side(desk):
    case = desk.case_at(7)
    for late in (300, 301):
        record = StepRecord.objects.filter(case=case).latest("act")
        record.recorded_at = record.happened_at + timedelta(seconds=late)
        record.save()
        found = StepRecord.objects.filter(LATE_ENTRY, pk=record.pk).exists()
        assert (record.is_late_entry, found) == (late > 300, late > 300)


def test_the_register_names_when_and_from_which_form(desk):
    from_paper(desk)
    desk.walkin(at="09.10")
    first, second = register_rows(*NOVEMBER)
    said = "susulan, dicatat 23 November 2026 09.00, formulir DRT-0001/2026"
    assert (first.late_entry, second.late_entry) == (said, "")
    assert book("register").html.count(f"({said})") == 1


def test_agenda_and_expedition_book_say_so_in_their_remarks(desk):
    came = desk.clock("08.10")
    workflow.start(post(desk.cast), desk.doing("helpdesk", "09.00", happened_at=came))
    walked = desk.case_at(4, at=NOW)
    paper(desk, walked, "deliver", "08.30")
    (letter,), (sent,) = agenda_rows(*NOVEMBER), expedition_rows(*NOVEMBER)
    assert letter.remark == "susulan, dicatat 23 November 2026 09.00"
    assert sent.remark == "Cetakan; susulan, dicatat 23 November 2026 09.00"


def test_the_sheet_and_the_tanda_terima_say_so(desk):
    case = desk.case_at(6, at=NOW)
    paper(desk, case, "dispose", "08.05", who="ketua")
    assert "Susulan, dicatat 23 November 2026 09.00." in words(printed("disposition", case).pdf)
    walked = desk.case_at(4, at=NOW)
    paper(desk, walked, "deliver", "08.30")
    assert "(susulan, dicatat 23 November 2026 09.00)" in words(printed("handover", walked).pdf)


def test_timing_and_history_say_so(desk):
    case = from_paper(desk)
    assert said("timing", case.number).count("(susulan, dicatat 2026-11-23 09:00)") == 4
    lines = said("history", case.number).splitlines()
    assert [line.rpartition("  ")[2] for line in lines if "susulan" in line] == [
        "(susulan, terjadi 2026-11-23 08.10)", "(susulan, terjadi 2026-11-23 08.10)",
        "(susulan, terjadi 2026-11-23 08.12)", "(susulan, terjadi 2026-11-23 08.20)",
        "(susulan, terjadi 2026-11-23 08.24)",
    ]  # fmt: skip


def said(*words_of_command):
    out = StringIO()
    call_command(*words_of_command, stdout=out)
    return out.getvalue()
