"""Start-up checks: the decree's table, the workflow and the forms must agree; a year without cuti bersama warns."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.core import checks
from django.db import connections
from django.utils import timezone

from .derived import append_only, search_index
from .models.calendar import DayOverride, years_without_joint_leave
from .models.records import Closing, LetterOutcome, Order, Proposal
from .outcomes import OUTCOMES
from .sop import EDITIONS, Edition
from .sop.faults import faults


def register() -> None:
    """Hand the checks to Django; called once the application is ready."""
    checks.register(table_agrees, checks.Tags.models)
    checks.register(joint_leave_known, checks.Tags.database)
    checks.register(guards_in_place, checks.Tags.database)
    checks.register(search_index_in_place, checks.Tags.database)


def table_agrees(app_configs: Any = None, **kwargs: Any) -> list[checks.CheckMessage]:
    """Name every task without handler or form, and what of an edition does not fit: rows, flags, endings."""
    from .forms.side import EndingForm
    from .views.acts import DOORS, FORMS
    from .workflow import HANDLERS

    fields = {field.name for field in Closing._meta.get_fields()} & {*EndingForm.base_fields}
    return [
        *unmatched_tasks(EDITIONS, HANDLERS, FORMS, DOORS),
        *unfit_editions(EDITIONS),
        *unspoken_branches(EDITIONS, {*Proposal.values, *Order.values}),
        *unasked_needs(EDITIONS, fields),
        *unsettled_endings(EDITIONS, OUTCOMES, LetterOutcome.values),
    ]


def unmatched_tasks(
    editions: Mapping[str, Edition], handled: Collection[Any], forms: Mapping[str, Any], doors: Mapping[str, Any]
) -> list[checks.CheckMessage]:
    """Compare the tasks of all editions with what the workflow's handlers take and what the pages' forms give."""
    handlers = {taken.task for taken in handled}
    pages = [(slug, form.takes) for slug, form in (*forms.items(), *doors.items())]
    strange = {slug for slug, takes in pages if takes.task != slug or (slug in handlers and takes not in handled)}
    tasks = {task.slug for edition in editions.values() for row in edition.rows for task in row.tasks}
    entering = {edition.step(row).tasks[0].slug for edition in editions.values() for row in edition.entries}
    return [
        *_errors("E001", "Tugas “{}” pada tabel tidak mempunyai penangan di workflow.HANDLERS.", tasks - handlers),
        *_errors("E002", "Penangan “{}” di workflow.HANDLERS tidak ada pada tabel.", handlers - tasks),
        *_errors("E003", "Tugas “{}” pada tabel tidak mempunyai formulir.", tasks - {*forms} - {*doors}),
        *_errors("E004", "Tugas awal “{}” tidak mempunyai formulir pintu masuk.", entering - {*doors}),
        *_errors("E019", "Formulir tugas “{}” menyerahkan isian tugas lain.", strange),
    ]


def unfit_editions(editions: Mapping[str, Edition]) -> list[checks.CheckMessage]:
    """Name what does not fit in an edition: its rows, the flags of its tasks, its endings."""
    found = (fault for edition in editions.values() for fault in faults(edition))
    return [checks.Error(sentence, id=f"requests_app.{code}") for code, sentence in found]


def unspoken_branches(editions: Mapping[str, Edition], words: set[str]) -> list[checks.CheckMessage]:
    """Compare the words that choose a row with those the forms offer."""
    lost = {
        f"{edition.slug}/{word}"
        for edition in editions.values()
        for word in {row.branch for row in edition.rows if row.branch} ^ words
    }
    return _errors("E018", "Kata cabang “{}” ada pada tabel atau formulir saja.", lost)


def unasked_needs(editions: Mapping[str, Edition], fields: set[str]) -> list[checks.CheckMessage]:
    """Name endings that need what no form asks for."""
    unasked = {
        f"{edition.slug}/{ending.slug}"
        for edition in editions.values()
        for ending in edition.endings
        if not {*ending.needs} <= fields
    }
    return _errors("E007", "Penyelesaian “{}” memerlukan isian yang tidak ada pada formulirnya.", unasked)


def unsettled_endings(
    editions: Mapping[str, Edition], outcomes: Mapping[str, Any], of_letters: Iterable[str]
) -> list[checks.CheckMessage]:
    """Name endings that end in no known outcome, or go on and name one; letters that end a case in no single way."""
    lost = {
        f"{edition.slug}/{ending.slug}"
        for edition in editions.values()
        for ending in edition.endings
        if (ending.outcome in outcomes) == bool(ending.moves_to)
    }
    unended = {
        f"{edition.slug}/{outcome}"
        for edition in editions.values()
        for outcome in of_letters
        if [outcome in ending.letters for ending in edition.endings].count(True) != 1
    }
    return [
        *_errors("E019", "Penyelesaian “{}” tidak menyebut akibat yang dikenal.", lost),
        *_errors("E020", "Surat yang memutuskan “{}” tidak mempunyai tepat satu penyelesaian.", unended),
    ]


def _errors(code: str, sentence: str, names: Iterable[str]) -> list[checks.CheckMessage]:
    return [checks.Error(sentence.format(name), id=f"requests_app.{code}") for name in sorted(names)]


def joint_leave_known(databases: Iterable[str] | None = None, **kwargs: Any) -> list[checks.CheckMessage]:
    """Warn of this or next year without any cuti bersama; asks the database, so only migrate and --database run it."""
    names = [name for name in databases or () if DayOverride._meta.db_table in _tables(name)]
    year = timezone.localdate().year
    return [
        checks.Warning(
            f"Cuti bersama {missing} belum diketahui; batas waktu tahun itu dapat bergeser.",
            hint="Perbarui paket holidays, atau isi hari khusus pada pengaturan setelah SKB terbit.",
            id="requests_app.W001",
        )
        for name in names[:1]
        for missing in years_without_joint_leave((year, year + 1))
    ]


def guards_in_place(databases: Iterable[str] | None = None, **kwargs: Any) -> list[checks.CheckMessage]:
    """Name the append-only triggers that are gone; a warning, for `migrate`, which puts them back, checks first."""
    return [
        checks.Warning(
            f"Pengaman “{trigger}” tidak terpasang pada basis data: catatan lama dapat diubah.",
            hint="Jalankan manage.py migrate.",
            id="requests_app.W002",
        )
        for name in databases or ()
        for trigger in append_only.missing(name)
    ]


def search_index_in_place(databases: Iterable[str] | None = None, **kwargs: Any) -> list[checks.CheckMessage]:
    """Name the parts of the search's index that are gone; a warning, since `migrate` puts them back."""
    hint = "Jalankan manage.py migrate."
    return [
        checks.Warning(
            f"Indeks pencarian “{part}” tidak terpasang pada basis data: pencarian lambat atau tidak berjalan.",
            hint=f"{search_index.GRANT} {hint}" if connections[name].vendor == "postgresql" else hint,
            id="requests_app.W003",
        )
        for name in databases or ()
        if search_index.TEXTS in _tables(name)
        for part in search_index.missing(name)
    ]


def _tables(name: str) -> list[str]:
    return connections[name].introspection.table_names()
