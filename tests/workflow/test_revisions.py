"""Revised targets (pengesahan 2 and 3): who entered before keeps theirs, what is finished never changes."""

import re
from datetime import datetime, timedelta
from html import unescape

import pytest
import time_machine
from django.core.exceptions import ValidationError

from requests_app import printing, workflow
from requests_app.clock import WITA
from requests_app.models import InformationRequest, TargetRevision
from requests_app.models.base import save_tracked
from tests.cast import NOW
from tests.management.test_admin import address, errors
from tests.observed import differences, minutes
from tests.papers import words

pytestmark = pytest.mark.django_db


def at(clock: str, day: int = 23) -> datetime:
    hour, minute = clock.split(".")
    return datetime(2026, 11, day, int(hour), int(minute), tzinfo=WITA)


def revise(cast, since: datetime, target: int, step: int = 7, decree: str = "12/2026", **more) -> TargetRevision:
    """Let the admin enter a revision, judged as the form judges it."""
    row = TargetRevision(step=step, minutes=target, reason="Banjir", decree=decree, valid_from=since, **more)
    row.full_clean()
    save_tracked(row, user=cast.admin, now=since, reason="Ditambahkan")
    return row


def refused(row: TargetRevision) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as raised:
        row.full_clean()
    return raised.value.message_dict


def targets(case: InformationRequest) -> list[tuple[int, int, str]]:
    """Read from history rows alone: act, target and edition, as each act left them."""
    rows = case.history.filter(step__isnull=False).order_by("act")
    return list(rows.values_list("act", "target", "edition"))


def entered(desk, clock) -> InformationRequest:
    """Bring a letter to row 7 at a time of the day."""
    return desk.do(desk.case_at(6, at=at(clock) - timedelta(minutes=5)), "dispose", at=clock)


# -- What history says -------------------------------------------------------------------------------------------------


def test_a_step_entered_before_keeps_its_target_and_one_entered_after_gets_the_new(cast, desk):
    before, finished = entered(desk, "08.10"), entered(desk, "08.20")
    finished = desk.do(finished, "review", at="08.35")
    revise(cast, at("08.40"), 25)
    after = entered(desk, "08.50")
    assert [targets(case)[-1][1:] for case in (before, after)] == [(10, "2020"), (25, "2020")]
    before = desk.do(before, "review", at="09.00")
    after = desk.do(after, "review", at="09.10")
    took = [(minutes(stay.working), stay.target, stay.late) for case in (finished, before, after)
            for stay in case.stays.filter(step=7)]  # fmt: skip
    assert took == [(15, 10, True), (50, 10, True), (20, 25, False)]
    assert [differences(case, desk.now) for case in (finished, before, after)] == [[], [], []]


def test_a_running_case_gets_the_new_target_at_the_next_step_and_stays_in_its_edition(cast, desk):
    case = entered(desk, "08.10")
    revise(cast, at("08.12"), 25, step=8)
    case = desk.do(case, "review", at="08.15")
    assert targets(case) == [(1, 3, "2020"), (2, 5, "2020"), (3, 10, "2020"), (4, 25, "2020")]


def test_another_task_or_holder_of_a_step_entered_before_keeps_the_target(cast, desk):
    case = desk.case_at(10, "assign", at="08.00")
    entry = case.stays.get(ended=None).began
    revise(cast, entry + timedelta(minutes=1), 90, step=10)
    case = desk.do(case, "assign", at=entry + timedelta(minutes=5))
    case = desk.act("redirect", case, "sekretaris", cast.post("kasubag3"), "Cuti", at=entry + timedelta(minutes=6))
    assert [target for *_, target in case.stays.filter(step=10).values_list("act_began", "target")] == [60, 60, 60]


def test_a_step_entered_again_gets_what_is_in_force_then(cast, desk):
    case = desk.do(entered(desk, "08.10"), "review", at="08.15")
    revise(cast, at("08.20"), 25)
    case = desk.act("end", case, "helpdesk", "withdrawn", {"statement": "Batal"}, at="08.30")
    case = desk.act("reopen", case, "sekretaris", 7, "Kembali", at="08.40")
    assert list(case.stays.filter(step=7).values_list("target", flat=True)) == [10, 25]


def test_paper_entered_late_gets_the_target_of_when_it_happened(cast, desk):
    case = desk.case_at(6, at="08.00")
    revise(cast, at("09.00"), 25)
    doing = desk.doing("ketua", "10.00", happened_at=at("08.30"))
    case = workflow.complete(case.pk, desk.plausible(case, "dispose"), doing).case
    assert (case.target, differences(case, desk.now)) == (10, [])


# -- What is refused ---------------------------------------------------------------------------------------------------


def test_reaching_back_before_a_step_that_was_entered_is_refused_at_the_field(cast, desk):
    case = entered(desk, "08.10")
    row = TargetRevision(step=7, minutes=25, reason="Banjir", decree="12/2026", valid_from=at("08.10"))
    said = (
        "Langkah 7 sudah {} permohonan 0001 (masuk 23 November 2026 pukul 08.10), dan itu sesudah saat berlaku ini. "
        "Langkah yang sudah dimasuki tidak berubah targetnya (pengesahan 3): pilih saat sesudah 23 November 2026 pukul "
        "08.10."
    )
    assert refused(row) == {"valid_from": [said.format("dimasuki")]}
    desk.do(case, "review", at="08.15")
    assert refused(row) == {"valid_from": [said.format("diselesaikan")]}
    row.valid_from = at("08.11")
    row.full_clean()
    row.step = 9  # nobody has entered that one
    row.valid_from = at("07.00")
    row.full_clean()


def test_a_revision_steps_were_entered_under_is_followed_by_another_never_changed(cast, desk):
    row = revise(cast, at("08.00"), 25)
    entered(desk, "08.10")
    for name, value in (("minutes", 30), ("valid_from", at("09.00")), ("step", 8)):
        changed = TargetRevision.objects.get(pk=row.pk)
        setattr(changed, name, value)
        said = refused(changed)["valid_from"][0]
        assert said.endswith("tidak berubah targetnya (pengesahan 3); buatlah perubahan baru.")
    row.reason = "Banjir bandang"  # its words may be put right
    row.full_clean()
    revise(cast, at("08.30"), 30, decree="13/2026")


def test_between_two_revisions_only_what_was_entered_between_them_counts(cast, desk):
    revise(cast, at("08.00"), 25, decree="13/2026")
    entered(desk, "08.10")
    TargetRevision(step=7, minutes=20, reason="x", decree="11/2026", valid_from=at("07.00")).full_clean()


def test_the_settings_say_it_at_the_field_and_keep_what_was_typed(cast, desk):
    entered(desk, "08.10")
    data = {"edition": "2020", "step": "7", "minutes": 15, "reason": "Banjir", "decree": "12/2026",
            "valid_from_0": "23/11/2026", "valid_from_1": "08:00"}  # fmt: skip
    with time_machine.travel(at("09.00"), tick=False):
        client = cast.client("admin")
        page = client.post(address(TargetRevision, "add"), data)
        assert [*errors(page)] == ["valid_from"]
        assert "Banjir" in page.content.decode()
        assert client.post(address(TargetRevision, "add"), {**data, "valid_from_1": "08:11"}).status_code == 302
        again = client.post(address(TargetRevision, "add"), {**data, "valid_from_1": "08:11"})
    assert errors(again) == {"valid_from": ["Langkah 7 sudah mempunyai perubahan sejak saat itu (keputusan 12/2026)."]}
    assert TargetRevision.history.get().history_user == cast.admin


# -- Where it is shown -------------------------------------------------------------------------------------------------


def text_of(cast, path, now):
    with time_machine.travel(now, tick=False):
        page = cast.client("pemeriksa").get(path).content.decode()
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_the_sop_shows_the_target_in_force_its_decision_and_what_is_to_come(cast, desk):
    revise(cast, at("08.40"), 25)
    revise(cast, at("08.00", 30), 10, decree="14/2026")
    page = text_of(cast, "/sop/", at("09.00"))
    assert (
        "25 menit sejak 23 November 2026 08.40, keputusan 12/2026 (Banjir); semula 10 menit "
        "mulai 30 November 2026 08.00: 10 menit, keputusan 14/2026 (Banjir)" in page
    )
    paper = words(printing.sop_paper(at("09.00")).pdf)
    assert "keputusan 12/2026 (Banjir); semula 10 menit" in paper
    assert "12/2026" not in words(printing.sop_paper(NOW).pdf).partition("mulai")[0]


def test_the_case_shows_the_decision_its_targets_came_from(cast, desk):
    case = entered(desk, "08.10")
    revise(cast, at("08.12"), 25, step=8)
    assert "keputusan 12/2026" not in text_of(cast, case.get_absolute_url(), at("08.13"))
    assert "8 Identifikasi 25 menit" in text_of(cast, case.get_absolute_url(), at("08.13"))
    case = desk.do(case, "review", at="08.15")
    assert "target 25 menit menurut keputusan 12/2026" in text_of(cast, case.get_absolute_url(), at("08.16"))
    case = desk.do(case, "identify", at="08.35")
    assert "Target 25 menit: perubahan target, keputusan 12/2026, sejak 23 November 2026 (Banjir)" in text_of(
        cast, case.get_absolute_url(), at("08.36")
    )
