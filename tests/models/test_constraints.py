"""Each invariant as the database keeps it: a raw bad row is refused, whoever writes it and however."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction
from django.db.models import F

from requests_app import models as our
from requests_app.models.records import Closing
from tests import guards
from tests.cast import NOW

LONG_AGO = date(2001, 1, 1)

# Constraint: the table, and what a raw UPDATE of one good row must not set.
CHECKS: dict[str, tuple[type[models.Model], dict[str, Any]]] = {
    "unit_ends_after_begins": (our.Unit, {"ends": LONG_AGO}),
    "division_ends_after_begins": (our.Division, {"ends": LONG_AGO}),
    "post_ends_after_begins": (our.Post, {"ends": LONG_AGO}),
    "appointment_ends_after_begins": (our.Appointment, {"ends": LONG_AGO}),
    "designation_ends_after_begins": (our.Designation, {"ends": LONG_AGO}),
    "post_kind_known": (our.Post, {"kind": "wakil"}),
    "appointment_kind_known": (our.Appointment, {"kind": "wakil"}),
    "availability_known": (our.Availability, {"state": "entah"}),
    "case_step_known": (our.InformationRequest, {"step": 15}),
    "case_task_known": (our.InformationRequest, {"task": "entah"}),
    "case_edition_known": (our.InformationRequest, {"edition": "1999"}),
    "case_ending_known": (our.InformationRequest, {"ending": "entah"}),
    "case_ended_has_no_position": (our.InformationRequest, {"state": "ended"}),
    "petitioner_kind_known": (our.Petitioner, {"kind": "entah"}),
    "record_step_known": (our.StepRecord, {"step": 0}),
    "record_task_known": (our.StepRecord, {"task": "entah"}),
    "record_kind_known": (our.StepRecord, {"kind": "entah"}),
    "record_not_in_future": (our.StepRecord, {"happened_at": F("recorded_at") + timedelta(seconds=1)}),
    "disposition_not_to_oneself": (our.Disposition, {"addressee": F("speaker")}),
    "disposition_says_something": (our.Disposition, {"words": "", "instructions": ""}),
    "identification_refusal_in_writing": (our.Identification, {"excluded_article": "17h", "proposal": "data"}),
    "letter_refusal_names_article": (our.ReplyLetter, {"outcome": "refused", "excluded_article": ""}),
    "letter_number_with_approval": (our.ReplyLetter, {"number": None}),
    "hold_ends_after_begins": (our.Hold, {"ended_at": F("began_at") - timedelta(seconds=1)}),
    "hold_reason_known": (our.Hold, {"reason": "entah"}),
    "closing_ending_known": (Closing, {"ending": "entah"}),
    "expedition_proxy_has_letter": (our.Expedition, {"receiver_kind": "kuasa", "proxy_letter": ""}),
    "expedition_refusal_has_witness": (our.Expedition, {"refused_to_sign": True, "witness": ""}),
    "note_says_something": (our.ExpeditionNote, {"text": "", "file": None}),
    "closed_month_known": (our.ClosedMonth, {"month": 13}),
    "build_finished_has_its_file": (our.BookBuild, {"file": None}),
    "working_hours_end_after_begin": (our.WorkingHours, {"ends": LONG_AGO}),
    "working_span_weekday_known": (our.WorkingSpan, {"weekday": 7}),
    "working_span_closes_after_opens": (our.WorkingSpan, {"closes": time(0)}),
    "day_override_kind_known": (our.DayOverride, {"kind": "entah", "opens": None, "closes": None}),
    "day_override_hours_when_open": (our.DayOverride, {"opens": time(8), "closes": None}),
    "day_override_break_inside": (our.DayOverride, {"break_begins": time(5), "break_ends": time(6)}),
    "default_code_active": (our.ClassificationCode, {"active": False}),
    "target_revision_minutes_positive": (our.TargetRevision, {"minutes": 0}),
    "statutory_rule_kind_known": (our.StatutoryRule, {"kind": "entah"}),
    "statutory_rule_days_positive": (our.StatutoryRule, {"days": 0}),
    "statutory_rule_ends_after_begins": (our.StatutoryRule, {"valid_until": LONG_AGO}),
    "election_stage_ends_after_begins": (our.ElectionStage, {"ends": LONG_AGO}),
    "extension_moves_the_due_day": (our.Extension, {"due_after": F("due_before")}),
    "extension_has_a_reason": (our.Extension, {"reason": ""}),
    "blank_forms_at_least_one": (our.FormBatch, {"last": F("first") - 1}),
    "tally_ends_after_begins": (our.Tally, {"ends": F("begins")}),
    "template_outcome_known": (our.LetterTemplate, {"outcome": "entah"}),
    "yearly_objections_answered": (our.YearlyReport, {"objections_answered": 3}),
    "yearly_disputes_decided": (our.YearlyReport, {"disputes_decided": 3}),
    "yearly_lawsuits_decided": (our.YearlyReport, {"lawsuits_decided": 3}),
    "template_ends_after_begins": (our.LetterTemplate, {"ends": LONG_AGO}),
}
# Constraint: the table, the fields that two rows must not share.
UNIQUE: dict[str, tuple[type[models.Model], tuple[str, ...]]] = {
    "case_number_unique_in_year": (our.InformationRequest, ("year", "number")),
    "case_sequence_unique_in_year": (our.InformationRequest, ("year", "sequence")),
    "petitioner_once_per_act": (our.Petitioner, ("case", "act")),
    "stay_once_per_act": (our.Stay, ("case", "act_began")),
    "stay_one_open": (our.Stay, ("case", "ended")),
    "opening_once_per_act": (our.Opening, ("case", "act")),
    "agenda_number_unique_in_year": (our.IncomingLetter, ("agenda_year", "agenda_number")),
    "letter_number_unique_in_year": (our.ReplyLetter, ("number_year", "number")),
    "series_once_a_year": (our.NumberSeries, ("kind", "year")),
    "expedition_number_unique_in_year": (our.Expedition, ("year", "number")),
    "document_one_issued_pdf_per_letter": (our.Document, ("record", "kind")),
    "document_one_joined_pdf_per_letter": (our.Document, ("record", "kind")),
    "draft_once_per_case_and_post": (our.SavedDraft, ("case", "post")),
    "case_emergency_number_used_once": (our.InformationRequest, ("emergency_number",)),
    "blank_forms_numbered_once": (our.FormBatch, ("year", "first")),
    "tally_once": (our.Tally, ("span", "begins")),
    "one_default_code": (our.ClassificationCode, ("is_default",)),
    "series_start_once": (our.SeriesStart, ("kind", "year")),
    "note_scan_once_a_row": (our.ExpeditionNote, ("row", "file")),
    "build_one_at_a_time": (our.BookBuild, ("key", "finished_at", "file")),
    "build_part_once": (our.BuildPart, ("build", "number")),
    "month_closed_once": (our.ClosedMonth, ("year", "month")),
    "working_span_opens_once": (our.WorkingSpan, ("hours", "weekday", "opens")),
    "statutory_rule_once_from_a_day": (our.StatutoryRule, ("kind", "valid_from")),
    "election_stage_once_from_a_day": (our.ElectionStage, ("name", "begins")),
    "target_revision_once_at_a_time": (our.TargetRevision, ("edition", "step", "valid_from")),
}
# A row that breaks nothing else, where the first one would.
ROW: dict[str, dict[str, Any]] = {
    "case_ending_known": {"state": "ended"},
    "default_code_active": {"is_default": True},
    "one_default_code": {"is_default": True},
    "stay_one_open": {"ended": None},
    "letter_number_unique_in_year": {"number__isnull": False},
    "build_finished_has_its_file": {"finished_at__isnull": False},
    "build_one_at_a_time": {"finished_at": None},
    "document_one_issued_pdf_per_letter": {"kind": "surat"},
    "document_one_joined_pdf_per_letter": {"kind": "surat_utuh"},
    "case_emergency_number_used_once": {"emergency_number__gt": ""},
}


@pytest.fixture
def full(desk):
    """Fill every table: two letters answered, a held and withdrawn case, an open one, a calendar with changes."""
    for _ in range(2):
        case = desk.case_at(12, "draft")
        our_letter = {"no_attachment": False, "description": "DPT", "medium": "surel"}
        case = desk.do(desk.do(desk.do(case, "draft", **our_letter), "approve"), "deliver")
        letter, entry = our.ReplyLetter.objects.get(case=case), our.Expedition.objects.get(case=case)
        store_paper(desk, case, letter, "surat")
        store_paper(desk, case, letter, "surat_utuh")
        store_paper(desk, case, entry, "tanda_terima")
    case = desk.act("hold", desk.case_at(2), "helpdesk", "identitas", "KTP")
    desk.act("end", case, "helpdesk", "withdrawn", {"statement": "Batal"})
    case = desk.act("correct_registration", desk.case_at(7), "helpdesk", {"name": "Ana"}, "Salah dengar")
    desk.act("extend", case, "sekretaris", "Data dikumpulkan")
    for act, at in ((3, NOW), (4, NOW)):
        our.Opening.objects.create(case=case, act=act, opened_at=at, appointment=case.records.first().appointment)
    fill_calendar(desk)
    for year in (2027, 2028):
        our.SeriesStart.objects.create(
            kind="agenda", year=year, first=9, reason="Buku lama", set_by=desk.cast.admin, set_at=NOW
        )
    fill_shelf(desk)
    fill_drawer(desk, case)
    guards.lift()  # what is append-only has its constraints too
    return desk


def fill_shelf(desk) -> None:
    """Put a scanned sheet beside two rows of the book, and close two months."""
    held = desk.cast.acting("admin").appointments[0]
    kept = {"size": 1, "sha256": "0" * 64, "kept_by": desk.cast.admin, "kept_at": NOW}
    files = [our.BookFile.objects.create(kind="lembar", path=f"buku-{number}", **kept) for number in range(3)]
    for row in our.Expedition.objects.order_by("pk")[:2]:
        our.ExpeditionNote.objects.create(row=row, kind="pindaian", file=files[0], appointment=held, noted_at=NOW)
    our.YearlyReport.objects.create(year=2026, objections=2, disputes_filed=2, lawsuits_filed=2)
    for month, file in ((9, files[1]), (10, files[2])):
        our.ClosedMonth.objects.create(year=2026, month=month, rows=0, file=file, appointment=held, closed_at=NOW)
    days = {"book": "ekspedisi", "begin": date(2026, 1, 1), "end": date(2026, 12, 31), "asked_at": NOW, "beat_at": NOW}
    for number, done in enumerate([{}, {"finished_at": NOW, "file": files[0]}], 1):
        build = our.BookBuild.objects.create(key=str(number), **days, **done)
        our.BuildPart.objects.create(build=build, number=number, title="Januari", rows=0, pages=1, size=1)


def fill_drawer(desk, case) -> None:
    """Print blank forms twice, use one, lay two drafts aside and keep two months' figures."""
    held = desk.cast.acting("admin").appointments[0]
    for first in (1, 3):
        our.FormBatch.objects.create(entry=1, year=2026, first=first, last=first + 1, printed_by=held, printed_at=NOW)
        begins = date(2026, first, 1)
        our.Tally.objects.create(span="month", begins=begins, ends=begins + timedelta(28), counts=[], minutes=[])
    desk.walkin(emergency_number="DRT-0001/2026")
    for who in ("kasubag1", "kasubag2"):
        post, user = desk.cast.post(who), getattr(desk.cast, who)
        our.SavedDraft.objects.create(case=case, post=post, user=user, saved_at=NOW)


def store_paper(desk, case, record, kind: str) -> None:
    size = {"size": 1, "sha256": "0" * 64, "uploaded_by": desk.cast.helpdesk, "uploaded_at": NOW}
    our.Document.objects.create(case=case, record=record, kind=kind, path=f"{kind}-{record.pk}", **size)


def fill_calendar(desk) -> None:
    ketua = {"post": desk.cast.post("ketua"), "set_by": desk.cast.helpdesk}
    our.Availability.objects.create(state="ada", set_at=NOW, **ketua)
    our.DayOverride.objects.create(date=date(2026, 11, 29), kind="open", name="Piket", opens=time(8), closes=time(12))
    for begins in (date(2026, 6, 1), date(2026, 7, 1)):
        our.ElectionStage.objects.create(name="Pencalonan", decree="1/2026", begins=begins)
    for minutes, since in ((20, NOW), (30, NOW + timedelta(days=1))):
        our.TargetRevision.objects.create(step=7, minutes=minutes, reason="Banjir", decree="1/2026", valid_from=since)


def broken(model: type[models.Model], pk: int, values: dict[str, Any]) -> str:
    """Update one row past every model method, and say what the database answered."""
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        model._base_manager.filter(pk=pk).update(**values)
    return str(refused.value)


def test_the_database_refuses_what_each_check_forbids(full):
    answers = {}
    for name, (model, values) in CHECKS.items():
        row = model._base_manager.filter(**ROW.get(name, {})).order_by("-pk").first()
        answers[name] = broken(model, row.pk, values)
    assert {name: answer for name, answer in answers.items() if name not in answer} == {}


def test_the_database_refuses_what_must_be_unique(full):
    answers = {}
    for name, (model, fields) in UNIQUE.items():
        first, other = two_rows(name, model)
        answer = broken(model, other.pk, {field: getattr(first, field) for field in fields})
        answers[name] = name in answer if connection.vendor == "postgresql" else column(model, fields[0]) in answer
    assert [name for name, right in answers.items() if not right] == []


def two_rows(name: str, model: type[models.Model]) -> tuple[models.Model, models.Model]:
    """Find a row and another that can be made its equal without breaking a different rule first."""
    first = model._base_manager.filter(**ROW.get(name, {})).order_by("pk").first()
    others = model._base_manager.exclude(pk=first.pk).order_by("pk")
    if name == "note_scan_once_a_row":
        others = others.exclude(row=first.row_id)
    if name == "letter_number_unique_in_year":
        others = others.filter(**ROW[name])
    if name == "stay_one_open":
        others = others.filter(case=first.case_id)
    return first, others.first()


def column(model: type[models.Model], field: str) -> str:
    """Name a column as SQLite's refusal does."""
    return f"{model._meta.db_table}.{model._meta.get_field(field).column}"


def test_every_constraint_of_ours_has_its_test():
    ours = apps.get_app_config("requests_app").get_models()
    assert {one.name for model in ours for one in model._meta.constraints} == {*CHECKS, *UNIQUE}
