"""The recap SE 44/KPU/I/2015 wants published: which information was asked, which was given. No personal data at all."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count

from ..models.books import Expedition
from ..models.case import OUTCOME_OF_ENDING, Category, InformationRequest
from ..models.records import LetterStatus, ReplyLetter
from ..outcomes import OUTCOMES
from .rows import WHOLE, decision, given_on, received

UNSORTED = "Belum ditentukan"
# What became of a request, in the words of the recap; every ending of a case stands in one of them.
RUNNING = "Masih berjalan"
COLUMNS = [*dict.fromkeys(outcome.recap for outcome in OUTCOMES.values() if outcome.recap), RUNNING]
COLUMN_OF_ENDING = {"": RUNNING} | {slug: outcome.recap for slug, outcome in OUTCOME_OF_ENDING.items()}


@dataclass(frozen=True)
class RecapRow:
    case_id: int
    number: str
    received_at: datetime
    category: str
    information: str
    given: str
    decision: str
    refusal: str
    given_on: date | None


def recap_rows(begin: date, end: date, window: slice = WHOLE) -> list[RecapRow]:
    """List what was asked on some days and what of it was given. Three queries."""
    found = list(received(begin, end).order_by("year", "sequence", "received_at", "pk")[window])
    letters = _newest(ReplyLetter.objects.filter(case__in=found, status=LetterStatus.ISSUED))
    handed = _newest(Expedition.objects.filter(case__in=found).select_related("letter", "raw_data"))
    return [_row(case, *(kind.get(case.pk) for kind in (letters, handed))) for case in found]


def recap_sums(begin: date, end: date) -> list[list[Any]]:
    """Count, for each kind of information, how often it was asked and what became of it. One query."""
    counted = received(begin, end).order_by().values_list("category", "ending").annotate(count=Count("pk"))
    kinds = {**dict(Category.choices), "": UNSORTED}
    asked = [[label, *_sums([one for one in counted if one[0] == value])] for value, label in kinds.items()]
    columns = [
        ["Jenis informasi", "Diminta", *COLUMNS],
        *(one for one in asked if one[1]),
        ["Jumlah", *_sums(counted)],
    ]
    return [list(row) for row in zip(*columns, strict=True)]


def _sums(counted: Iterable[tuple[str, str, int]]) -> list[int]:
    found = [(COLUMN_OF_ENDING[ending], count) for _, ending, count in counted]
    each = [sum(count for at, count in found if at == column) for column in COLUMNS]
    return [sum(each), *each]


def _newest(records: Any) -> dict[int, Any]:
    return {record.case_id: record for record in records.order_by("act", "pk")}


def _row(case: InformationRequest, letter: ReplyLetter | None, handed: Expedition | None) -> RecapRow:
    given = handed.raw_data if handed and handed.outcome.gives_data else None
    return RecapRow(
        case_id=case.pk,
        number=case.number,
        received_at=case.received_at,
        category=case.get_category_display() or UNSORTED,
        information=case.information,
        given=given.description if given else "",
        decision=decision(case, handed),
        refusal=letter.get_excluded_article_display() if letter else "",
        given_on=given_on(handed),
    )
