"""Start-up checks name what disagrees: a task without handler, an ending without field, an unknown cuti bersama."""

from dataclasses import replace
from datetime import date

import pytest
import time_machine
from django.core.management import call_command

from requests_app import checks
from requests_app.models import DayOverride
from requests_app.models.records import LetterOutcome
from requests_app.outcomes import OUTCOMES
from requests_app.sop import CURRENT_EDITION, EDITIONS, Does
from requests_app.views.acts import DOORS, FORMS
from requests_app.workflow import HANDLERS
from requests_app.workflow.taken import ReceiveFirst, Review
from tests.cast import NOW

EDITION = EDITIONS[CURRENT_EDITION]


def ids(found):
    """List what was found, by id."""
    return [message.id.removeprefix("requests_app.") for message in found]


def with_row(name, **fields):
    """Give the edition with one row changed."""
    return replace(EDITION, rows=tuple(replace(row, **fields) if row.slug == name else row for row in EDITION.rows))


def with_task(slug, place, **fields):
    """Give the edition with one task of a row changed."""
    tasks = EDITION.row(slug).tasks
    changed = tuple(replace(task, **fields) if number == place else task for number, task in enumerate(tasks))
    return with_row(slug, tasks=changed)


def with_ending(name, **fields):
    """Give the edition with one ending changed."""
    endings = (replace(ending, **fields) if ending.slug == name else ending for ending in EDITION.endings)
    return replace(EDITION, endings=tuple(endings))


def said(edition):
    """List what is at fault in an edition, each with where."""
    return where(checks.unfit_editions({edition.slug: edition}))


def where(found):
    """List by id what was found, each with its place in the edition of 2020."""
    return [
        (code, message.msg.split("“2020/")[1].split("”")[0]) for code, message in zip(ids(found), found, strict=True)
    ]


def without(names, gone):
    return {name: value for name, value in names.items() if name != gone}


def handled(gone=None):
    return [kind for kind in HANDLERS if kind is not gone]


def test_table_handlers_and_forms_agree():
    assert checks.table_agrees() == []
    call_command("check", fail_level="WARNING")


def test_a_task_without_handler_or_form_is_named():
    found = checks.unmatched_tasks(EDITIONS, handled(gone=Review), without(FORMS, "consult"), DOORS)
    assert ids(found) == ["E001", "E003"]
    assert ["review" in found[0].msg, "consult" in found[1].msg] == [True, True]


def test_a_handler_the_table_does_not_know_and_a_missing_door_are_named():
    class Unknown:
        task = "x"

    found = checks.unmatched_tasks(EDITIONS, [*HANDLERS, Unknown], FORMS, without(DOORS, "receive"))
    assert ids(found) == ["E002", "E004"]


def test_a_form_that_gives_what_another_task_or_no_handler_takes_is_named():
    crossed = {**FORMS, "review": FORMS["prepare"]}
    assert ids(checks.unmatched_tasks(EDITIONS, HANDLERS, crossed, DOORS)) == ["E019"]
    assert ids(checks.unmatched_tasks(EDITIONS, handled(gone=ReceiveFirst), FORMS, DOORS)) == ["E019"]


(REVIEW,) = EDITION.row("mencermati-surat").tasks
ASSIGN, DRAFT, SIGN = EDITION.row("surat-balasan").tasks
TWIN = replace(EDITION.row("identifikasi"), number=14, slug="kembar", branch="kembar", next=(10, 12))
AT_FAULT = {
    "a row that leads to no row": (with_row("registrasi", next=(14,)), [("E005", "1")]),
    "a row that comes back at no task of its own": (with_row("registrasi", reentry="x"), [("E005", "1")]),
    "an entry that is no row": (replace(EDITION, entries=(1, 5, 15)), [("E005", "15")]),
    "two rows of one number": (with_row("penyampaian-surat", number=12), [("E008", "12")]),
    "two rows of one name": (with_row("penyampaian-surat", slug="surat-balasan"), [("E008", "surat-balasan")]),
    "two rows of one branch": (with_row("konsultasi-divisi", branch="data"), [("E008", "data")]),
    "two endings of one name": (with_ending("refused", slug="given"), [("E008", "given")]),
    "a row nobody reaches": (replace(EDITION, rows=(*EDITION.rows, TWIN)), [("E009", "14")]),
    "nobody registers": (
        with_task("registrasi", 0, flags=()), [("E010", "registers"), ("E011", "1")],
    ),
    "two doors for letters": (
        with_task("registrasi", 0, flags=(Does.RECEIVES,)), [("E010", "registers"), ("E011", "1"), ("E011", "5")],
    ),
    "a door inside a row": (
        with_row("mencermati-surat", tasks=(REVIEW, replace(EDITION.step(1).tasks[0], slug="again"))), [("E011", "7")],
    ),
    "a hand-over that is not last": (with_row("penyerahan-data", next=(13,)), [("E012", "11"), ("E013", "13")]),
    "a last row that hands nothing over": (
        with_task("penyerahan-data", 0, flags=(Does.PREPARES,)), [("E012", "11")],
    ),
    "a letter nobody drafts": (with_task("surat-balasan", 1, flags=()), [("E010", "drafts"), ("E013", "12")]),
    "a letter nobody signs": (
        with_task("surat-balasan", 2, flags=()), [("E010", "signs"), ("E013", "12"), ("E013", "13")],
    ),
    "a letter handed over where data were prepared": (
        with_task("penyerahan-data", 0, flags=(Does.GIVES_LETTER,)), [("E013", "11")],
    ),
    "a choice nobody makes": (with_task("identifikasi", 0, flags=()), [("E014", "8")]),
    "a choice where there is none": (with_task("mencermati-surat", 0, flags=(Does.CHOOSES,)), [("E014", "7")]),
    "a choice without its word": (with_row("konsultasi-divisi", branch=""), [("E014", "8")]),
    "a meeting after which nobody disposes": (with_row("pertemuan-langsung", next=(4,)), [
        ("E009", "3"), ("E015", "2"),
    ]),
    "a meeting nobody asked for": (with_task("pertemuan-langsung", 0, flags=()), [
        ("E010", "asks"), ("E015", "2"), ("E017", "appointment"), ("E017", "other_official"),
    ]),
    "a disposition in no form": (with_task("disposisi-lisan", 0, form_of=""), [("E016", "3/dispose")]),
    "a form nobody disposes in": (with_task("identifikasi", 0, form_of="tugas"), [("E016", "8/identify")]),
    "an assignment of nothing": (
        with_row("surat-balasan", tasks=(DRAFT, SIGN, ASSIGN), reentry="draft"), [("E016", "12/assign")],
    ),
    "an ending from no row there is": (with_ending("interviewed", rows=("x",)), [("E006", "interviewed")]),
    "an ending from no row": (with_ending("interviewed", rows=()), [("E006", "interviewed")]),
    "an ending that leads to no row": (with_ending("to_letter", moves_to="x"), [("E006", "to_letter")]),
    "an ending that leaves out no row there is": (with_ending("withdrawn", but=("x",)), [("E006", "withdrawn")]),
    "an ending without a button": (with_ending("answered", button=""), [("E017", "answered")]),
    "a hand-over that ends in nothing": (
        replace(EDITION, endings=tuple(one for one in EDITION.endings if one.slug != "given")),
        [("E017", "gives data")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", AT_FAULT)
def test_an_edition_at_fault_is_named(fault):
    edition, found = AT_FAULT[fault]
    assert said(edition) == found


def test_every_registered_edition_is_without_fault():
    assert checks.unfit_editions(EDITIONS) == []


def test_a_need_no_form_asks_for_is_named():
    edition = with_ending("withdrawn", needs=("blood",))
    asked = {"statement", "true_case", "holding_body", "until", "division", "interview_on"}
    assert [(one.id, one.msg) for one in checks.unasked_needs({"2020": edition}, asked)] == [
        ("requests_app.E007", "Penyelesaian “2020/withdrawn” memerlukan isian yang tidak ada pada formulirnya.")
    ]


def test_a_branch_no_form_offers_and_a_word_no_row_answers_are_named():
    found = checks.unspoken_branches(
        {"2020": with_row("konsultasi-divisi", branch="x")}, {"konsultasi", "data", "letter"}
    )
    assert [(one.id, one.msg.split("”")[0]) for one in found] == [
        ("requests_app.E018", "Kata cabang “2020/konsultasi"),
        ("requests_app.E018", "Kata cabang “2020/x"),
    ]


@pytest.mark.parametrize(
    ("edition", "found"),
    [
        (with_ending("withdrawn", outcome=""), [("E019", "withdrawn")]),
        (with_ending("withdrawn", outcome="x"), [("E019", "withdrawn")]),
        (with_ending("to_letter", outcome="given"), [("E019", "to_letter")]),
        (with_ending("refused", letters=()), [("E020", "refused")]),
        (with_ending("refused", letters=("refused", "given")), [("E020", "given")]),
    ],
)
def test_an_ending_without_its_outcome_and_a_letter_without_its_ending_are_named(edition, found):
    told = checks.unsettled_endings({"2020": edition}, OUTCOMES, LetterOutcome.values)
    assert where(told) == found


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
