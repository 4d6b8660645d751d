"""What a case holds, as its papers ask for it: read by a page already, or kind by kind from the case alone."""

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from typing import Any, Protocol

from ..models.books import Document, Expedition
from ..models.case import InformationRequest
from ..models.records import AvailabilityCheck, Disposition, LetterStatus, ReplyLetter, StepRecord
from ..rules.facts import Kind

RELATED: dict[type[StepRecord], tuple[str, ...]] = {
    AvailabilityCheck: ("official",),
    Disposition: ("speaker", "speaker_appointment__post", "addressee", "appointment__post", "appointment__user"),
    Expedition: ("letter", "raw_data", "appointment__post", "appointment__user", "on_behalf_of"),
    ReplyLetter: tuple("signer in_name_of signed_as__user signed_as__post raw_data appointment__post case".split()),
}


class Records(Protocol):
    """A case with its records and files, at an instant."""

    @property
    def case(self) -> InformationRequest: ...

    @property
    def now(self) -> datetime: ...

    @property
    def documents(self) -> list[Document]: ...

    def all(self, model: type[Kind]) -> Sequence[Kind]:
        """List the records of one kind, oldest first."""

    def last(self, model: type[StepRecord]) -> Any:
        """Find the newest record of one kind."""


class CaseRecords:
    """The records of a case, each kind read when first asked for, and once."""

    def __init__(self, case: InformationRequest, now: datetime) -> None:
        self.case, self.now = case, now
        self._kinds: dict[type[StepRecord], list[Any]] = {}

    @cached_property
    def documents(self) -> list[Document]:
        return list(Document.objects.filter(case=self.case))

    def all(self, model: type[Kind]) -> list[Kind]:
        """List the records of one kind, oldest first."""
        if model not in self._kinds:
            found = model._default_manager.filter(case=self.case).select_related(*RELATED.get(model, ()))
            self._kinds[model] = list(found.order_by("act", "pk"))
        return self._kinds[model]

    def last(self, model: type[StepRecord]) -> Any:
        """Find the newest record of one kind."""
        return next(reversed(self.all(model)), None)


def issued_letter(records: Records) -> ReplyLetter | None:
    """Find the letter that stands: the last one issued and not cancelled."""
    letters = reversed(records.all(ReplyLetter))
    return next((letter for letter in letters if letter.status == LetterStatus.ISSUED), None)
