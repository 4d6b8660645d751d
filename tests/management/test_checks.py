"""Start-up checks name what disagrees: a task without handler, an ending without field, an unknown cuti bersama."""

from dataclasses import replace
from datetime import date

import pytest
import time_machine
from django.core.management import call_command

from requests_app import checks
from requests_app.models import DayOverride
from requests_app.sop import CURRENT_EDITION, EDITIONS, ENDINGS
from requests_app.views.acts import DOORS, FORMS
from requests_app.workflow import HANDLERS
from tests.cast import NOW

EDITION = EDITIONS[CURRENT_EDITION]


def ids(found):
    """List what was found, by id."""
    return [message.id.removeprefix("requests_app.") for message in found]


def changed(**fields):
    """Give the editions with the first row changed."""
    return {EDITION.slug: replace(EDITION, rows=(replace(EDITION.rows[0], **fields), *EDITION.rows[1:]))}


def without(names, gone):
    return {name: value for name, value in names.items() if name != gone}


def test_table_handlers_and_forms_agree():
    assert checks.table_agrees() == []
    call_command("check", fail_level="WARNING")


def test_a_task_without_handler_or_form_is_named():
    found = checks.unmatched_tasks(EDITIONS, without(HANDLERS, "review"), without(FORMS, "consult"), DOORS)
    assert ids(found) == ["E001", "E003"]
    assert ["review" in found[0].msg, "consult" in found[1].msg] == [True, True]


def test_a_handler_the_table_does_not_know_and_a_missing_door_are_named():
    assert ids(checks.unmatched_tasks(EDITIONS, {**HANDLERS, "x": None}, FORMS, without(DOORS, "receive"))) == [
        "E002",
        "E004",
    ]


@pytest.mark.parametrize("fields", [{"next": (14,)}, {"reentry": "x"}], ids=str)
def test_a_row_that_leads_nowhere_is_named(fields):
    assert ids(checks.broken_paths(changed(**fields))) == ["E005"]


def test_an_ending_from_no_row_or_with_an_unasked_need_is_named():
    endings = {
        "far": replace(ENDINGS["withdrawn"], steps=(99,)),
        "away": replace(ENDINGS["to_letter"], moves_to=98),
        "needy": replace(ENDINGS["withdrawn"], needs=("blood",)),
    }
    assert ids(checks.broken_endings(EDITIONS, endings, {"statement"})) == ["E006", "E006", "E007"]


@pytest.mark.django_db
def test_a_year_without_cuti_bersama_warns_until_it_is_entered():
    with time_machine.travel(NOW.replace(year=2027), tick=False):
        found = checks.joint_leave_known(["default"])
        assert ids(found)[-1] == "W001"
        assert "Cuti bersama 2028 belum diketahui" in found[-1].msg
        for year, day in ((2027, date(2027, 12, 24)), (2028, date(2028, 12, 26))):
            DayOverride.objects.create(date=day, kind="closed", name=f"Cuti bersama {year}")
        assert checks.joint_leave_known(["default"]) == []


def test_without_databases_nothing_is_asked():
    assert checks.joint_leave_known() == []
