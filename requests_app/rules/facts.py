"""What the rules ask about a case: one interface, over the locked case at the door or over what a page fetched."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import Any, Protocol, TypeVar

from ..clock import WITA
from ..models.case import InformationRequest, State, Stay
from ..models.law import StatutoryRule
from ..models.people import Appointment
from ..models.records import (
    ActKind,
    Decision,
    Disposition,
    DispositionKind,
    LetterDecision,
    LetterStatus,
    ReplyLetter,
    StepRecord,
)
from ..sop import Edition
from .people import Acting, ppid_post
from .reading import may_read_case

Kind = TypeVar("Kind", bound=StepRecord)


class Reckoned(Protocol):
    """The law's days of a case; `refuses_…` says what they forbid in one sentence, nothing where they do not."""

    @property
    def due(self) -> date | None: ...

    @property
    def longer(self) -> StatutoryRule | None: ...

    def due_if_extended(self) -> date | None: ...

    def refuses_extension(self, today: date) -> str: ...

    def refuses_incomplete(self, today: date) -> str: ...


class Facts(ABC):
    """One case as the rules see it. Each part is read when first asked for."""

    case: InformationRequest
    now: datetime

    @abstractmethod
    def all(self, model: type[Kind]) -> Sequence[Kind]:
        """List the records of one kind, oldest first."""

    @property
    @abstractmethod
    def open_stay(self) -> Stay | None:
        """The stay the case is in."""

    @property
    @abstractmethod
    def reckoning(self) -> Reckoned:
        """The law's days."""

    @property
    @abstractmethod
    def ppid_post(self) -> int | None:
        """The post designated PPID today."""

    @abstractmethod
    def is_open_to(self, acting: Acting) -> bool:
        """Tell whether a person may read the case."""

    @property
    def happens_on(self) -> date:
        """Say on which day of the office the act is done."""
        return self.today

    @property
    def today(self) -> date:
        return self.now.astimezone(WITA).date()

    @property
    def edition(self) -> Edition:
        return self.case.sop

    @property
    def is_ended(self) -> bool:
        return self.case.state == State.ENDED

    # -- Dispositions --------------------------------------------------------------------------------------------------

    @property
    def standing(self) -> list[Disposition]:
        """The dispositions that were not recalled; the case came to its holder by the last one."""
        return [given for given in self.all(Disposition) if given.recalled_at is None]

    @property
    def disposed(self) -> list[Disposition]:
        """The dispositions and assignments that stand; who redirects disposes of nothing."""
        return [given for given in self.standing if given.form_of != DispositionKind.REDIRECT]

    def copied_at(self, acting: Acting) -> Appointment | None:
        """Find the appointment to a post that a disposition was copied to."""
        copied = Disposition.copies.through.objects.filter(disposition__case=self.case.pk, post__in=acting.post_ids)
        return acting.at_any(copied.values_list("post_id", flat=True)) if self.all(Disposition) else None

    # -- The reply letter ----------------------------------------------------------------------------------------------

    @property
    def submitted(self) -> list[ReplyLetter]:
        """The version that waits for its signer."""
        return self._letters(LetterStatus.SUBMITTED)

    @property
    def issued(self) -> list[ReplyLetter]:
        """The letters issued, the newest last: a reopened case may hold several."""
        return self._letters(LetterStatus.ISSUED)

    def _letters(self, status: LetterStatus) -> list[ReplyLetter]:
        return [letter for letter in self.all(ReplyLetter) if letter.status == status]

    def has_paraf(self, letter: ReplyLetter) -> bool:
        """Tell whether this very version was initialled."""
        given = self.all(LetterDecision)
        return any(one.letter_id == letter.pk and one.decision == Decision.PARAF for one in given)

    # -- What was done -------------------------------------------------------------------------------------------------

    def last_done(self, task: str) -> StepRecord | None:
        """Find how a task was completed last."""
        done = StepRecord.objects.filter(case=self.case.pk, task=task, kind=ActKind.COMPLETE)
        return done.select_related("appointment__user", "appointment__post").order_by("act").last()


class LockedFacts(Facts):
    """The facts of a case under its lock, asked of the database where a rule needs them."""

    def __init__(
        self, case: InformationRequest, now: datetime, at: datetime | None, reckon: Callable[[], Reckoned]
    ) -> None:
        """Take when the act is recorded, when it was done if not now, and how the law's days are reckoned."""
        self.case, self.now, self._at, self._reckon = case, now, at or now, reckon
        self._read: dict[type[StepRecord], Any] = {}

    @property
    def happens_on(self) -> date:
        return self._at.astimezone(WITA).date()

    def all(self, model: type[Kind]) -> Sequence[Kind]:
        if model not in self._read:
            rows = model._default_manager.filter(case=self.case.pk).select_related(*RELATED.get(model, ()))
            self._read[model] = list(rows.order_by("act", "pk"))
        found: Sequence[Kind] = self._read[model]
        return found

    @cached_property
    def open_stay(self) -> Stay | None:
        return Stay.objects.filter(case=self.case.pk, ended__isnull=True).first()

    @cached_property
    def reckoning(self) -> Reckoned:
        return self._reckon()

    @property
    def ppid_post(self) -> int | None:
        return ppid_post(self.today)

    def is_open_to(self, acting: Acting) -> bool:
        return may_read_case(acting, self.case)


RELATED: dict[type[StepRecord], tuple[str, ...]] = {
    Disposition: ("speaker", "addressee"),
    ReplyLetter: ("signer", "signed_as__post", "appointment__post"),
}
