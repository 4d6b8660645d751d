"""The law's days of real cases: rules and stages as rows, what stops and ends them; stored as recomputed."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from requests_app.models import (
    Category,
    DayOverride,
    Deadline,
    ElectionStage,
    Extension,
    InformationRequest,
    StatutoryRule,
    WrittenNotice,
    seed,
)
from requests_app.outcomes import OUTCOMES
from requests_app.rules.refusals import Incomplete, NotNow, NotPermitted
from requests_app.sop import every_ending
from tests.law import REASON, answered, due, nine
from tests.observed import differences, position, refusal, snapshot

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(cast):
    """Let a stage of an election run in the last week of November 2026."""
    return ElectionStage.objects.create(
        name="Pencalonan", decree="PKPU 1/2026", begins=date(2026, 11, 20), ends=date(2026, 11, 27)
    )


# -- Rules are rows ----------------------------------------------------------------------------------------------------


def test_the_office_begins_with_the_laws_figures_and_their_sources(cast):
    rows = {rule.kind: (rule.days, rule.source) for rule in StatutoryRule.objects.all()}
    assert rows == {
        "jawab": (10, "UU 14/2008 pasal 22 ayat (7)"),
        "perpanjangan": (7, "UU 14/2008 pasal 22 ayat (8)"),
        "jawab_tahapan": (3, "Perki 1/2019"),
        "perpanjangan_tahapan": (2, "Perki 1/2019"),
        "kekurangan": (3, "Perki 1/2021"),
        "melengkapi": (3, "Perki 1/2021"),
        "keberatan": (30, "UU 14/2008 pasal 36 ayat (1)"),
        "tanggapan": (30, "UU 14/2008 pasal 36 ayat (2)"),
        "tanggapan_tahapan": (3, "Perki 1/2019"),
    }


@pytest.mark.parametrize(
    ("received", "first", "extended"),
    [
        (date(2026, 3, 9), date(2026, 3, 30), date(2026, 4, 9)),
        (date(2026, 12, 14), date(2026, 12, 30), date(2027, 1, 12)),
    ],
)
def test_ten_days_and_seven_more(desk, received, first, extended):
    case = desk.letter(at=nine(received))
    assert due(case) == first
    desk.act("extend", case, "sekretaris", REASON)
    assert (due(case), differences(case)) == (extended, [])


@pytest.mark.parametrize(
    ("received", "first"), [(date(2026, 3, 9), date(2026, 3, 12)), (date(2026, 12, 14), date(2026, 12, 17))]
)
def test_three_days_for_information_on_the_stages_while_one_runs(desk, received, first):
    ElectionStage.objects.create(name="Pencalonan", decree="PKPU 1/2026", begins=received)
    case = desk.letter(at=nine(received), category=Category.STAGES)
    assert (due(case), Deadline.objects.get(case=case).in_stage) == (first, True)


def test_a_new_rule_leaves_the_cases_received_before_it(desk):
    old = desk.letter(at=nine(date(2026, 11, 30)))
    rule = StatutoryRule.objects.get(kind="jawab")
    rule.valid_until = date(2026, 11, 30)
    rule.full_clean()
    rule.save()
    StatutoryRule.objects.create(kind="jawab", days=5, source="UU baru", valid_from=date(2026, 12, 1))
    new = desk.letter(at=nine(date(2026, 12, 1)))
    assert (due(old), due(new)) == (date(2026, 12, 14), date(2026, 12, 8))
    assert differences(old) + differences(new) == []


def test_what_cases_rely_on_is_ended_not_changed(desk):
    desk.letter()
    rule = StatutoryRule.objects.get(kind="jawab")
    rule.days = 14
    with pytest.raises(ValidationError) as refused:
        rule.full_clean()
    assert refused.value.message_dict == {
        "days": ["Aturan ini sudah dipakai; akhiri masa berlakunya, lalu tambahkan aturan yang baru."]
    }
    rule.refresh_from_db()
    rule.valid_until = date(2026, 11, 22)
    with pytest.raises(ValidationError) as refused:
        rule.full_clean()
    assert refused.value.message_dict == {
        "valid_until": ["Sudah ada permohonan yang diterima 23 November 2026; akhiri pada tanggal itu atau sesudahnya."]
    }


@pytest.mark.parametrize(
    ("values", "errors"),
    [
        ({"valid_from": date(2026, 1, 1)},
         {"valid_from": ["Bertumpuk dengan aturan yang berlaku sejak 1 Januari 2024; akhiri dulu."]}),
        ({"valid_from": date(2023, 5, 1), "valid_until": date(2023, 1, 1)},
         {"valid_until": ["Masa berlaku berakhir sebelum dimulai."]}),
        ({"valid_from": date(2023, 1, 1), "valid_until": date(2023, 12, 31), "days": 0},
         {"__all__": ["Jumlah hari kerja harus lebih dari nol."]}),
    ],
)  # fmt: skip
def test_a_rule_that_cannot_be_is_refused_at_its_field(cast, values, errors):
    rule = StatutoryRule(**{"kind": "jawab", "days": 5, "source": "UU baru", **values})
    with pytest.raises(ValidationError) as refused:
        rule.full_clean()
    assert refused.value.message_dict == errors


def test_a_stage_does_not_end_before_it_begins(cast):
    stage = ElectionStage(name="Kampanye", decree="PKPU 2/2026", begins=date(2026, 5, 2), ends=date(2026, 5, 1))
    with pytest.raises(ValidationError) as refused:
        stage.full_clean()
    assert refused.value.message_dict["ends"] == ["Tahapan tidak boleh berakhir sebelum dimulai."]


def test_without_a_rule_nothing_is_due(desk):
    StatutoryRule.objects.get(kind="jawab").delete()
    case = desk.letter()
    assert (due(case), Deadline.objects.get(case=case).days, differences(case)) == (None, None, [])
    assert refusal(NotNow, desk.act, "extend", case, "sekretaris", REASON).sentence == (
        "Tidak ada aturan perpanjangan yang berlaku pada hari permohonan ini diterima."
    )


def test_an_office_older_than_the_rules_gets_them_after_migrating(desk):
    for rule in StatutoryRule.objects.all():
        rule.delete()
    case = desk.letter()
    Deadline.objects.filter(case=case).delete()
    seed.after_migrate()
    assert (StatutoryRule.objects.count(), due(case), differences(case)) == (9, date(2026, 12, 7), [])


# -- Stages ------------------------------------------------------------------------------------------------------------


def test_the_identification_decides_whether_the_shorter_days_bind(desk, stage):
    case = desk.case_at(8)
    assert due(case) == date(2026, 12, 7)
    case = desk.do(case, "identify", category=Category.STAGES, proposal="data")
    assert (due(case), differences(case)) == (date(2026, 11, 26), [])
    body = desk.do(desk.case_at(8), "identify", category=Category.BODY, proposal="data")
    assert due(body) == date(2026, 12, 7)


def test_a_corrected_category_moves_the_due_day(desk, stage):
    case = desk.do(desk.case_at(8), "identify", category=Category.STAGES, proposal="data")
    found = case.records.get(task="identify").identification
    case = desk.act("correct", case, "sekretaris", found, {"category": Category.BODY}, "Bukan tahapan")
    assert (case.category, due(case), differences(case)) == (Category.BODY, date(2026, 12, 7), [])


def test_received_after_the_stage_the_usual_days_bind(desk, stage):
    assert due(desk.letter(at=nine(date(2026, 11, 30)), category=Category.STAGES)) == date(2026, 12, 14)


def test_a_stage_entered_later_moves_the_cases_it_reaches(desk):
    inside, other = desk.letter(category=Category.STAGES), desk.letter(category=Category.BODY)
    row = ElectionStage.objects.create(name="Pencalonan", decree="PKPU 1/2026", begins=date(2026, 11, 23))
    assert (due(inside), due(other)) == (date(2026, 11, 26), date(2026, 12, 7))
    row.begins = date(2026, 11, 24)
    row.save()
    assert (due(inside), differences(inside)) == (date(2026, 12, 7), [])


def test_inside_a_stage_two_days_more(desk, stage):
    case = desk.letter(category=Category.STAGES)
    desk.act("extend", case, "sekretaris", REASON)
    given = Extension.objects.get(case=case)
    assert (due(case), given.days, given.source) == (date(2026, 11, 30), 2, "Perki 1/2019")


def test_an_extension_never_gives_more_than_was_granted_nor_than_the_fitting_rule(desk, stage):
    case = desk.case_at(8)
    desk.act("extend", case, "sekretaris", REASON)
    assert due(case) == date(2026, 12, 16)
    case = desk.do(case, "identify", category=Category.STAGES, proposal="data")
    assert due(case) == date(2026, 11, 30)


# -- The calendar ------------------------------------------------------------------------------------------------------


def test_a_closed_day_moves_the_due_day_and_not_of_what_is_over(desk):
    early, case = desk.letter(at=nine(date(2026, 11, 2))), desk.letter(at=nine(date(2026, 11, 23)))
    DayOverride.objects.create(date=date(2026, 11, 25), kind="closed", name="Hari pemungutan suara")
    assert (due(early), due(case)) == (date(2026, 11, 16), date(2026, 12, 8))
    assert differences(early) + differences(case) == []


# -- What stops the days -----------------------------------------------------------------------------------------------


def test_only_an_incomplete_file_stops_them(desk):
    stopped, running = desk.walkin(), desk.walkin()
    desk.act("hold", stopped, "helpdesk", "identitas", "Fotokopi KTP")
    for reason in ("penjelasan", "berhalangan", "kahar", "pleno"):
        desk.act("hold", running, "helpdesk", reason, "Ditunda")
        desk.act("resume", running, "helpdesk")
    assert (due(stopped), due(running)) == (None, date(2026, 12, 7))
    desk.act("resume", stopped, "helpdesk", at=nine(date(2026, 11, 26)))
    assert (due(stopped), differences(stopped)) == (date(2026, 12, 10), [])


def test_completing_a_task_ends_the_stop_too(desk):
    case = desk.act("hold", desk.case_at(7), "helpdesk", "identitas", "Fotokopi KTP")
    desk.do(case, "review", at=nine(date(2026, 11, 25)))
    assert due(case) == date(2026, 12, 9)


# -- What ends them ----------------------------------------------------------------------------------------------------


def test_the_letter_ends_them_when_it_is_issued_not_when_it_is_handed_over(desk):
    case = desk.do(desk.case_at(12, "approve"), "approve", at=nine(date(2026, 11, 25)))
    assert (case.state, answered(case)) == ("open", date(2026, 11, 25))
    case = desk.do(case, "deliver", at=nine(date(2026, 12, 11)))
    assert (case.state, answered(case), differences(case)) == ("ended", date(2026, 11, 25), [])


@pytest.mark.parametrize("step", [4, 11])
def test_data_handed_over_without_a_letter_end_them_with_the_ppid_d_that_goes_with_them(desk, step):
    case = desk.do(desk.case_at(step), "deliver", at=nine(date(2026, 12, 8)))
    assert (answered(case), due(case), differences(case)) == (date(2026, 12, 8), date(2026, 12, 7), [])


def test_the_written_notice_ends_them_and_the_case_goes_on(desk):
    case = desk.case_at(11)
    before = position(case, desk.cast)
    case = desk.act("notify", case, "kasubag2", "surel")
    assert (answered(case), position(case, desk.cast), WrittenNotice.objects.get(case=case).via) == (
        date(2026, 11, 23), before, "surel",
    )  # fmt: skip
    case = desk.do(case, "deliver", at=nine(date(2026, 12, 22)))
    assert (answered(case), differences(case)) == (date(2026, 11, 23), [])


ASK_DESK_HOLDER_OR_SEKRETARIS = (
    "Hanya Help Desk, Kepala Subbagian Perencanaan, Data dan Informasi, atau Sekretaris yang dapat melakukan ini."
)


@pytest.mark.parametrize(
    ("who", "step", "kind", "sentence"),
    [
        ("kasubag1", 11, NotPermitted, ASK_DESK_HOLDER_OR_SEKRETARIS),
        ("kasubag2", 7, NotNow, "Belum ada yang dapat diberitahukan: permohonan ini belum diidentifikasi."),
    ],
)  # fmt: skip
def test_who_may_not_tell_and_what_cannot_be_told_yet(desk, who, step, kind, sentence):
    case = desk.case_at(step)
    before = snapshot(case)
    assert refusal(kind, desk.act, "notify", case, who, "surel").sentence == sentence
    assert snapshot(case) == before


def test_a_notice_says_how_and_is_given_once(desk):
    case = desk.case_at(11)
    assert refusal(Incomplete, desk.act, "notify", case, "helpdesk", " ").errors == {
        "via": "Isi lewat apa pemberitahuan disampaikan."
    }
    desk.act("notify", case, "helpdesk", "surel")
    assert refusal(NotNow, desk.act, "notify", case, "helpdesk", "pos").sentence == (
        "Pemohon sudah mendapat pemberitahuan tertulis."
    )
    case = desk.do(case, "deliver")
    assert refusal(NotNow, desk.act, "notify", case, "helpdesk", "pos").sentence == "Permohonan ini sudah selesai."


@pytest.mark.parametrize(
    ("slug", "step", "data", "on"),
    [
        ("answered", 3, {}, date(2026, 11, 23)),
        ("not_held", 7, {"holding_body": "Disdukcapil"}, date(2026, 11, 23)),
        ("not_documented", 7, {"until": date(2026, 12, 31)}, date(2026, 11, 23)),
        ("withdrawn", 7, {}, None),
    ],
)
def test_an_ending_answers_or_voids_and_a_reopening_takes_that_back(desk, slug, step, data, on):
    case = desk.case_at(step)
    case = desk.act("end", case, "sekretaris", slug, {"statement": "Dicatat", **data})
    assert (answered(case), differences(case)) == (on, [])
    case = desk.act("reopen", case, "sekretaris", step, "Masih ada yang kurang")
    assert (answered(case), differences(case)) == (None, [])


def test_a_reopening_keeps_an_answer_that_was_handed_over(desk):
    case = desk.do(desk.case_at(11), "deliver")
    case = desk.act("reopen", case, "sekretaris", 10, "Data keliru")
    assert (answered(case), differences(case)) == (date(2026, 11, 23), [])


def test_every_ending_chosen_says_what_it_does_to_the_laws_days():
    chosen = {slug: ending.outcome for slug, ending in every_ending().items() if not ending.by_task}
    told = {slug: "voids" if OUTCOMES[name].voids else "answers" for slug, name in chosen.items() if name}
    assert chosen.keys() - told == {"to_letter"}  # the case goes on, its days too
    assert told == {
        "answered": "answers",
        "incomplete": "voids",
        "withdrawn": "voids",
        "duplicate": "voids",
        "not_collected": "voids",
        "not_held": "answers",
        "not_documented": "answers",
        "interviewed": "answers",
    }


def test_sent_to_write_a_letter_the_days_run_on_from_the_receipt(desk):
    case = desk.act("end", desk.case_at(3), "ketua", "to_letter", {"statement": "Tulis surat"})
    desk.do(
        case, "receive", at=nine(date(2026, 11, 30)), sender="UTR", subject="Data", addressee=desk.cast.post("ketua")
    )
    assert (due(case), answered(case)) == (date(2026, 12, 7), None)


# -- Stored and recomputed ---------------------------------------------------------------------------------------------


def test_what_was_changed_behind_the_workflow_is_found(desk, capsys):
    case = desk.letter()
    Deadline.objects.filter(case=case).update(due=date(2026, 12, 8))
    InformationRequest.objects.filter(pk=case.pk).update(answered_on=date(2026, 12, 1))
    assert differences(case) == [
        f"{case.number} batas undang-undang: due 2026-12-08 ≠ 2026-12-07",
        f"{case.number} batas undang-undang: answered_on 2026-12-01 ≠ None",
    ]
    with pytest.raises(CommandError, match="2 selisih"):
        call_command("verify_timing")
    Deadline.objects.filter(case=case).delete()
    assert differences(case) == [f"{case.number}: batas menurut undang-undang tidak tersimpan"]
