"""What the form of every task shares: the scene it stands in, the reason for lateness, and late paper entry."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from crispy_forms.layout import Layout
from django import forms

from ..clock.timing import who_is_asked
from ..models.case import InformationRequest
from ..models.people import Instruction, Post
from ..models.records import LateReason, load_late_reasons
from ..models.versions import load_instructions
from ..rules.people import Acting
from ..rules.records import explains_for_oneself
from ..rules.tasks import own_appointment
from ..sop import Step, Task
from ..workflow.taken import WhyLate
from .base import DeskForm
from .days import HAPPENED, Bounded, MomentField
from .directory import Directory
from .dossier import Dossier
from .fields import RowField
from .layout import More

EMPTY = (None, "", ())


@dataclass
class Scene:
    """Who fills in the form, when, and the case it is about (none while it is being opened)."""

    acting: Acting
    now: datetime
    dossier: Dossier | None = None
    task: Task | None = None
    met: Post | None = None  # the official whose meeting is recorded with the disposition given in it
    read: Directory | None = None  # the office's posts, where another form has read them already

    @cached_property
    def directory(self) -> Directory:
        return self.read or Directory(self.now)

    @property
    def known(self) -> Dossier:
        """The case's dossier, for the forms that are about a case."""
        if self.dossier is None:
            raise LookupError("a form about no case")
        return self.dossier

    @property
    def instructions(self) -> list[Instruction]:
        """The usual orders, as the office words them now."""
        office = self.acting.office
        return load_instructions(office.calendar_version if office else 0)

    @property
    def case(self) -> InformationRequest:
        return self.known.case

    @property
    def row(self) -> Step:
        """The row the case stands in, for the forms of its task."""
        return self.known.edition.step(self.case.step or 0)

    @property
    def is_own(self) -> bool:
        """Tell whether the person acts in an own post, not for somebody else."""
        if self.dossier is None or self.task is None:
            return True
        return own_appointment(self.acting, self.task, self.holder.pk if self.holder else None) is not None

    @property
    def holder(self) -> Post | None:
        """The post the task waits for."""
        return self.met or self.case.holder

    @property
    def on_behalf_of(self) -> Post | None:
        return None if self.is_own else self.holder

    @property
    def is_late(self) -> bool:
        stay = self.dossier.open_stay if self.dossier else None
        return bool(stay and stay.due_at and stay.due_at < self.now)

    @property
    def owes_reason(self) -> bool:
        """Tell whether the step, completed now, would ask this very post why it was late."""
        if not self.is_late or not self.is_own:
            return False
        run = self.known.run
        asked = run[who_is_asked([(stay.holder_id, self.known.worked(stay)) for stay in run])]
        if asked.holder_id != run[-1].holder_id or not explains_for_oneself(self.acting, asked):
            return False
        return not any(getattr(stay, "lateness", None) for stay in run if stay.holder_id == asked.holder_id)

    @property
    def late_reasons(self) -> list[LateReason]:
        """List the usual reasons; no query once this process knows them."""
        office = self.acting.office
        return load_late_reasons(office.calendar_version if office else 0)


class Parts(forms.Form):
    """Fields that a TaskForm takes in; never a form by themselves."""

    if TYPE_CHECKING:
        scene: Scene
        fields: Any  # rows and chips have more to say than Django's plain fields
        files: Any  # a field's name; Django's own attribute is the form's, not the class's


class TaskForm(DeskForm, forms.Form):
    """A form of one task; `taken` gives what goes through the door."""

    takes: ClassVar[type[Any]]  # the dataclass of what its act takes

    if TYPE_CHECKING:
        fields: Any
        files: Any

    note = forms.CharField(label="Catatan", required=False, max_length=1000)
    happened_at = MomentField(
        label="Waktu kejadian",
        required=False,
        bounds=HAPPENED,
        help_text="Isi hanya bila dikerjakan lebih dulu di kertas; waktu pencatatan tetap tersimpan.",
    )
    started_at = MomentField(
        label="Mulai dilayani",
        required=False,
        bounds=HAPPENED,
        help_text="Formulir ini terbuka lebih dari satu jam. Kapan pemohon ini mulai dilayani?",
    )
    late_cause = RowField(
        label="Mengapa lewat waktu?", required=False, help_text="Boleh dikosongkan; ditanyakan sekali lagi sesudahnya."
    )
    late_words = forms.CharField(label="Penjelasan keterlambatan", required=False, max_length=500)
    main: tuple[Any, ...] = ()
    more: tuple[tuple[str, tuple[str, ...]], ...] = ()
    asks_why_late = True
    last: tuple[str, ...] = ()  # rarely used, folded away with note and time

    def __init__(self, *args: Any, scene: Scene, asks_start: bool = False, **kwargs: Any) -> None:
        """Ask `asks_start` where the form was open so long that serving may have begun at another time."""
        self.scene, self.asks_start = scene, asks_start
        super().__init__(*args, **kwargs)
        if self.asks_why_late and scene.owes_reason:
            self.fields["late_cause"].offer(scene.late_reasons)
        else:
            del self.fields["late_cause"], self.fields["late_words"]
        if asks_start:
            self.fields["started_at"].required = True
        elif "started_at" in self.fields:
            del self.fields["started_at"]
        for dated in self.fields.values():
            if isinstance(dated, Bounded):
                dated.now = scene.now
        self.prepare()
        self.order_fields([name for part in self.layout() for name in _names(part)])

    def prepare(self) -> None:
        """Offer choices and fill in what is known."""

    @property
    def sends_itself(self) -> bool:
        """Tell whether the form brings the buttons that send it, so that the page draws none."""
        return False

    def layout(self) -> Layout:
        """Draw what must be filled in first, what may be left out folded away."""
        names = ["started_at"] if self.asks_start else []
        shown = [part for part in (*names, *self.main) if not isinstance(part, str) or part in self.fields]
        shown += self.late
        folded = [(title, [name for name in names if name in self.fields]) for title, names in self.folded()]
        return Layout(*shown, *(More(title, *names) for title, names in folded if names))

    def folded(self) -> list[tuple[str, tuple[str, ...]]]:
        """List the folded groups: the form's own, then note and time."""
        return [*self.more, ("Catatan, atau dicatat belakangan dari kertas", ("note", "happened_at", *self.last))]

    @property
    def late(self) -> list[str]:
        """Name the fields that ask why it is late, where this form asks; an answer is welcome, never demanded."""
        return [name for name in ("late_cause", "late_words") if name in self.fields]

    def taken(self) -> Any:
        """Build what the task takes, each part of the field of its name; what was left empty is left out."""
        given, wanted = self.given(), {part.name for part in fields(self.takes)}
        return self.takes(**{name: given[name] for name in wanted & given.keys() if given[name] not in EMPTY})

    def given(self) -> dict[str, Any]:
        """Give the cleaned values by the names of what the task takes."""
        return {**self.cleaned_data, "why_late": self._why_late()}

    def _why_late(self) -> WhyLate | None:
        """Take words alone as the reason that needs words, and that reason without words as no answer yet."""
        cause, words = self.cleaned_data.get("late_cause"), self.cleaned_data.get("late_words", "").strip()
        if words and cause is None:
            cause = next((row for row in self.scene.late_reasons if row.needs_words), None)
        return WhyLate(cause=cause, words=words) if cause and (words or not cause.needs_words) else None


def _names(part: Any) -> list[str]:
    """List the fields of one piece of the layout: errors are summed up in the order the eye meets them."""
    return [part] if isinstance(part, str) else [pointer.name for pointer in part.get_field_names()]
