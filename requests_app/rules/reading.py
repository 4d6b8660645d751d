"""Who may read a case: every official of today; a Rahasia one only those it passed through (DOMAIN section 2).

It passed through whoever held it, did something in it, or was sent a copy of a disposition (decision 6). The rule is
one expression: lists narrow by it, and of one case it is asked as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet
from django.db.models.expressions import Combinable

from ..models.case import InformationRequest, Stay
from ..models.records import Disposition, StepRecord
from .people import Acting
from .refusals import NotPermitted

if TYPE_CHECKING:
    from .facts import Facts

CONFIDENTIAL = "Permohonan ini bertanda Rahasia; hanya pejabat yang dilaluinya yang dapat membacanya."


def readable(acting: Acting, case: str = "") -> Q:
    """Match what a person may read, on cases or on rows that lead to one by a prefix ("case__")."""
    posts = acting.post_ids
    held = Stay.objects.filter(case=OuterRef(f"{case}pk"), holder__in=posts)
    acted = StepRecord.objects.filter(case=OuterRef(f"{case}pk"), appointment__post__in=posts)
    copied = Disposition.objects.filter(case=OuterRef(f"{case}pk"), copies__in=posts)
    return Q(**{f"{case}confidential": False}) | Q(Exists(held)) | Q(Exists(acted)) | Q(Exists(copied))


def is_readable(acting: Acting, case: str = "") -> Combinable:
    """Say it of each row, for whoever fetches the row anyway."""
    return ExpressionWrapper(readable(acting, case), BooleanField())


def sealed_from(acting: Acting | None = None) -> QuerySet[InformationRequest]:
    """Find the Rahasia cases a person may not read; of what is published nobody reads one."""
    sealed = InformationRequest.objects.filter(confidential=True)
    return sealed.filter(~readable(acting)) if acting else sealed


def may_read_case(acting: Acting, case: InformationRequest) -> bool:
    """Ask it of one case; nothing is asked of the database but for a Rahasia one that does not wait for this person."""
    if not acting.appointments:
        return False
    if not case.confidential or acting.at(case.holder_id):
        return True
    return InformationRequest.objects.filter(readable(acting), pk=case.pk).exists()


def check_reads(acting: Acting, facts: Facts) -> None:
    """Refuse a Rahasia case to whoever may not read it: nobody acts on what is closed to them. Raises NotPermitted."""
    if facts.case.confidential and not facts.is_open_to(acting):
        raise NotPermitted(CONFIDENTIAL)
