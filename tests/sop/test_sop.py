"""The table against the decree as typed by hand."""

from itertools import pairwise

import pytest

from requests_app.sop import CURRENT_EDITION, EDITIONS, Step
from tests import decree
from tests.decree import ENTRIES, ROWS, WALKS, Row

SOP = EDITIONS[CURRENT_EDITION]
every_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row.number))


def step_of(row: Row) -> Step:
    return SOP.step(row.number)


def loose(words: str) -> str:
    """Set aside what normalising a wording may change without a note: capitals, the full stop, spaces."""
    return " ".join(words.casefold().split()).removesuffix(".")


def numbered(items: tuple[str, ...]) -> str:
    """Write several items as the decree does: "(1) … (2) …"."""
    if len(items) < 2:
        return "".join(items)
    return " ".join(f"({number}) {item}" for number, item in enumerate(items, 1))


def test_the_decree_has_thirteen_rows():
    assert [step.number for step in SOP.rows] == [row.number for row in ROWS] == list(range(1, 14))


def test_entries():
    assert SOP.entries == ENTRIES


@every_row
def test_tasks_and_who_acts(row):
    assert tuple((task.slug, tuple(actor.value for actor in task.actors)) for task in step_of(row).tasks) == row.tasks


@every_row
def test_target(row):
    assert step_of(row).target_minutes == row.target_minutes


@every_row
def test_where_it_leads(row):
    step = step_of(row)
    assert (step.next, not step.next) == (row.next, row.is_end)


@every_row
def test_heading_as_in_the_source(row):
    step = step_of(row)
    assert loose(step.source_heading or step.heading) == loose(row.heading)


@every_row
def test_kelengkapan_as_in_the_source(row):
    step = step_of(row)
    assert loose(step.source_inputs or numbered(step.inputs)) == loose(row.inputs)


@every_row
def test_output_as_in_the_source(row):
    step = step_of(row)
    if row.output:
        assert loose(step.source_output or numbered(step.outputs)) == loose(row.output)
    else:  # blank in the source: the output is our reading, and a note says so
        assert (step.source_output, len(step.outputs), "Kolom output kosong" in step.source_note) == ("", 1, True)


@every_row
def test_remark_as_in_the_source(row):
    step = step_of(row)
    assert loose(step.source_remark or step.remark) == loose(row.remark)


@pytest.mark.parametrize(("walk", "minutes"), WALKS)
def test_walks_and_their_totals(walk, minutes):
    steps = [SOP.step(number) for number in walk]
    assert sum(step.target_minutes for step in steps) == minutes
    assert [(step.number, then.number) for step, then in pairwise(steps) if then.number not in step.next] == []
    assert (walk[0] in SOP.entries, steps[-1].next) == (True, ())


def test_slugs_are_unique():
    slugs = [step.slug for step in SOP.rows]
    assert len(set(slugs)) == len(slugs)


def test_re_entry_names_a_task_of_its_row():
    assert [step.number for step in SOP.rows if step.reentry not in [task.slug for task in step.tasks]] == []


def test_a_task_knows_what_follows_it():
    letter = SOP.step(12)
    assert [task.slug if (task := letter.after(slug)) else None for slug in ("assign", "draft", "approve")] == [
        "draft",
        "approve",
        None,
    ]


# Who may end a case by the endings that people choose.
ENDS = {
    "to_letter": "helpdesk ketua sekretaris kasubag",
    "answered": "helpdesk ketua sekretaris",
    "incomplete": "helpdesk sekretaris",
    "withdrawn": "helpdesk sekretaris kasubag",
    "duplicate": "helpdesk sekretaris",
    "not_collected": "helpdesk kasubag",
    "not_held": "kasubag sekretaris",
    "not_documented": "kasubag sekretaris",
    "interviewed": "kasubag ketua",
}


def test_who_ends_a_case_by_a_named_ending():
    chosen = [ending for ending in SOP.endings if ending.by_task is None]
    assert {ending.slug: " ".join(actor.value for actor in ending.actors) for ending in chosen} == ENDS


def test_an_unknown_row_or_task_is_refused():
    with pytest.raises(KeyError):
        SOP.step(14)
    with pytest.raises(KeyError):
        SOP.step(1).task("deliver")


def test_who_acts_in_a_row_is_named_once_in_the_order_of_its_tasks():
    assert [[actor.value for actor in SOP.step(number).actors()] for number in (2, 10, 12)] == [
        ["helpdesk"],
        ["sekretaris", "ketua", "kasubag"],
        ["sekretaris", "ketua", "kasubag"],
    ]


def test_times_are_written_as_in_the_decree():
    assert ",".join(step.time for step in SOP.rows) == decree.TIMES


def test_the_box_at_its_head():
    sheet = SOP.sheet
    assert (sheet.number, sheet.ratified, sheet.ratified_by.upper(), sheet.signed, sheet.place) == decree.HEADER
    assert (sheet.name.upper(), sheet.signer) == (decree.NAME, sheet.ratified_by)


def test_what_it_rests_on_needs_and_how_it_closes():
    sheet = SOP.sheet
    basis, closing = decree.LEGAL_BASIS, decree.CLOSING
    assert [law[: len(begun)] for law, begun in zip(sheet.legal_basis, basis, strict=True)] == list(basis)
    assert [said[: len(begun)] for said, begun in zip(sheet.closing, closing, strict=True)] == list(closing)
    assert (sheet.qualification, sheet.related) == ((decree.QUALIFICATION,), (decree.RELATED,))
    assert sheet.equipment == (decree.EQUIPMENT.replace("flasdisc", "flash disk"),)  # the note says so
    assert "flasdisc" in sheet.notes[0]
