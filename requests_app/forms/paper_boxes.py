"""The boxes of late paper entry: each task's own form, cut down to what the paper form asks, with its times."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout
from django import forms
from django.utils import timezone
from django.utils.html import strip_tags

from ..clock import WITA
from ..models.books import NumberMode, load_numbering
from ..models.case import Category, Form
from ..models.people import PostKind
from ..models.records import Manner, Medium
from ..sop import Step, Task
from ..text.words import jam_pendek, tanggal
from .days import HAPPENED, DayField
from .directory import MEETABLE
from .dispose import AssignForm, DisposeForm
from .entry import AFTER_ARRIVAL, ArrivalForm, ReceiveForm, RegisterForm
from .kasubag import USUAL_MEDIUM, ConsultForm, DeliverForm, IdentifyForm, PrepareForm, ReviewForm
from .layout import More
from .meeting import AvailabilityForm, MeetForm
from .task import TaskForm
from .widgets import TimePicker

TIMES = ("on", "began", "ended")
MOST_CHIPS = 3


class Box(TaskForm):
    """A task's form as a box of the paper: stand before the task's form.

    `kept` are the fields shown at once, `extra` those folded away; the rest of the task's form is left out.
    """

    asks_why_late = False
    kept: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    required_messages = {"ended": "Isi jam selesainya.", "on": "Isi tanggal kejadian."}

    on = DayField(label="Tanggal", required=False, bounds=HAPPENED)
    began = forms.TimeField(label="Mulai", required=False, widget=TimePicker)
    ended = forms.TimeField(label="Selesai", widget=TimePicker)

    def __init__(self, *args: Any, row: Step, hop: int, is_first: bool, scene: Any, **kwargs: Any) -> None:
        self.row, self.hop, self.is_first = row, hop, is_first
        self.done_at: datetime = scene.now
        self.begun_at: datetime | None = None
        super().__init__(*args, scene=scene, empty_permitted=not is_first, use_required_attribute=False, **kwargs)
        wanted = {*TIMES, *self.kept, *self.extra, "note"} - own_series(scene)
        for name in [name for name in self.fields if name not in wanted]:
            del self.fields[name]
        for field in self.fields.values():
            shorten(field)
        self.fields["on"].required = is_first
        self.fields["on"].label = "Tanggal" if is_first else "Lain hari"
        self.fields["note"].label = "Pelaku lain, catatan"
        self.order_fields([*self.times, *self.kept, *self.extra, "note"])

    @property
    def helper(self) -> FormHelper:
        """Leave the error summary to the page: it names the box with each message."""
        helper = super().helper
        helper.form_show_errors = False
        return helper

    @property
    def task(self) -> Task:
        if self.scene.task is None:
            raise LookupError("a box of no task")
        return self.scene.task

    @property
    def times(self) -> tuple[str, ...]:
        """Order the times: the day comes first where it must be typed, last where it seldom is."""
        return TIMES if self.is_first else (*TIMES[1:], TIMES[0])

    @property
    def heading(self) -> str:
        """Say row and task, as the paper does: "Langkah 3 · Disposisi lisan, ke-2"."""
        again = f", ke-{self.hop}" if self.hop > 1 else ""
        return f"Langkah {self.row.number} · {self.task.title}{again}"

    @property
    def is_folded(self) -> bool:
        """Fold what seldom happens, until it is filled in."""
        return self.hop > 1 and not self.has_changed() and not self.errors

    def layout(self) -> Layout:
        names = [name for name in (*self.extra, "note") if name in self.fields]
        shown = [name for name in self.kept if name in self.fields]
        return Layout(Div(*self.times, css_class="row times"), *shown, More("Isian lain", *names))

    def place(self, day: date, last: datetime | None) -> datetime:
        """Read the times of the box on its day, judge them, and give when it was done."""
        began, ended = self.cleaned_data["began"], self.cleaned_data["ended"]
        self.done_at = not_before(moment(day, ended), last)
        self.begun_at = not_before(moment(day, began), last) if began else None
        if self.done_at > self.scene.now:
            self.add_error("ended", "Jam selesai tidak boleh di masa depan.")
        elif last and self.done_at < last:
            self.add_error("ended", f"Jam selesai mendahului tindakan sebelumnya ({said(last, day)}).")
        elif self.begun_at and self.begun_at > self.done_at:
            self.add_error("began", "Jam mulai sesudah jam selesai.")
        elif self.begun_at and last and self.begun_at < last:
            self.add_error("began", f"Jam mulai mendahului tindakan sebelumnya ({said(last, day)}).")
        if (self.cleaned_data.get("letter_date") or day) > day:
            self.add_error("letter_date", AFTER_ARRIVAL)
        return max(self.done_at, last) if last else self.done_at


def own_series(scene: Any) -> set[str]:
    """Name the number fields nobody needs: those of kinds the office counts in its own series."""
    office = scene.acting.office
    kinds = load_numbering(office.calendar_version if office else 0)
    return {"agenda_number", "number"} if all(kind.mode == NumberMode.OWN for kind in kinds.values()) else set()


def shorten(field: forms.Field) -> None:
    """Draw a long choice as a list: a page of many boxes has no room for all the chips."""
    if not isinstance(field, forms.ChoiceField) or not isinstance(field.widget, forms.RadioSelect):
        return
    offered: Any = field.choices
    known = [(key, strip_tags(label)) for key, label in offered]
    if len(known) > MOST_CHIPS:
        field.widget = forms.Select()
        field.choices = known if field.initial else [("", "Pilih"), *known]


def moment(day: date, at: time) -> datetime:
    """Set a day and a time of the office together."""
    return datetime.combine(day, at, WITA)


def not_before(at: datetime, last: datetime | None) -> datetime:
    """Read a minute as the instant it holds: an act recorded at 08.05.30 does not come after "08.05" on paper."""
    return last if last and last.replace(second=0, microsecond=0) == at else at


def said(at: datetime, day: date) -> str:
    """Say when, with the day where it is another one."""
    return jam_pendek(at) if timezone.localdate(at) == day else f"{tanggal(at)} {jam_pendek(at)}"


class HeadBox(Box):
    """The box that opens a case, with the number of the paper form; none only where the clerk says so."""

    if TYPE_CHECKING:
        judge_printing: Any  # of the task's form, which asks for the number

    def ask_about_the_number(self) -> None:
        """Ask at once: here the number is the rule."""

    def clean(self) -> dict[str, Any]:
        """Ask for the number, or for the word that there is none."""
        data = super().clean() or self.cleaned_data
        if not data.get("emergency_number") and not data.get("unlisted") and "emergency_number" not in self.errors:
            self.add_error("emergency_number", "Isi nomor formulir darurat, atau centang pernyataan di bawahnya.")
        return data

    def place(self, day: date, last: datetime | None) -> datetime:
        """Nothing happened on a form before it was printed."""
        done = super().place(day, last)
        self.judge_printing("on", self.begun_at or self.done_at)
        return done


class RegisterBox(HeadBox, RegisterForm):
    """Row 1, and with it the head of the paper form; what is seldom known then is added by a koreksi."""

    required_messages = {**Box.required_messages, **RegisterForm.required_messages}
    kept = ("emergency_number", "unlisted", "name", "phone", "addressee", "information")
    extra = ("nik", "address", "occupation", "purpose", "form", "collection", "channel", "number")

    def prepare(self) -> None:
        super().prepare()
        for name in ("autofocus", "data-lookup-url"):
            self.fields["phone"].widget.attrs.pop(name, None)
        self.fields["phone"].help_text = "Atau “tidak ada”."
        self.fields["emergency_number"].widget.attrs["autofocus"] = True
        self.fields["addressee"].offer(self.scene.directory.posts(*MEETABLE), self.scene.directory.name)


class ReceiveBox(HeadBox, ReceiveForm):
    """Row 5, and with it the head of the paper form; what is seldom known then is added by a koreksi."""

    required_messages = {**Box.required_messages, **ReceiveForm.required_messages}
    kept = tuple("emergency_number unlisted sender subject letter_number letter_date channel addressee".split())
    extra = tuple("phone address enclosure nature purpose form collection agenda_number number".split())

    def prepare(self) -> None:
        super().prepare()
        self.fields["sender"].widget.attrs.pop("autofocus", None)
        self.fields["emergency_number"].widget.attrs["autofocus"] = True


class ArrivalBox(Box, ArrivalForm):
    """Row 5 of a case that began as a visit: the petitioner is known."""

    required_messages = Box.required_messages
    kept = ("sender", "subject", "letter_number", "letter_date", "addressee")
    extra = ("enclosure", "nature", "agenda_number")


class AvailabilityBox(Box, AvailabilityForm):
    """Row 2: whether the official could be met."""

    required_messages = Box.required_messages
    kept = ("result",)
    extra = ("official", "appointment_at")

    def prepare(self) -> None:
        self.fields["official"].offer(self.scene.directory.posts(*MEETABLE), self.scene.directory.name)
        self.fields["official"].required = False
        self.fields["official"].help_text = "Bila bukan yang ingin ditemui."

    def clean(self) -> dict[str, Any]:
        """The workflow judges an appointment by when it was made, not by when it is entered."""
        return forms.Form.clean(self) or self.cleaned_data


class MeetBox(Box, MeetForm):
    """Row 2: the meeting."""

    required_messages = Box.required_messages
    kept = ("summary",)
    extra = ("official",)

    def prepare(self) -> None:
        self.fields["official"].offer(self.scene.directory.posts(*MEETABLE), self.scene.directory.name)
        self.fields["official"].required = False
        self.fields["official"].help_text = "Bila bukan yang ingin ditemui."
        self.fields["summary"].widget = forms.TextInput()

    def clean(self) -> dict[str, Any]:
        """The disposition is a box of its own."""
        return forms.Form.clean(self) or self.cleaned_data


class DisposeBox(Box, DisposeForm):
    """Rows 3 and 6: one hop, in the words of the paper."""

    required_messages = {**Box.required_messages, **DisposeForm.required_messages, "words": "Tulis isi disposisi."}
    kept = ("addressee", "words", "manner", "order")

    def prepare(self) -> None:
        directory, task = self.scene.directory, self.scene.task
        posts = directory.posts(*self.addressed_kinds())
        self.fields["addressee"].offer(self._allowed(posts), directory.name)
        self.fields["words"].required, self.fields["words"].label = True, "Isi disposisi"
        self.fields["words"].widget = forms.TextInput()
        spoken = task is not None and task.form_of == "lisan"
        self.fields["manner"].initial = Manner.SPOKEN if spoken else Manner.HANDWRITTEN
        if spoken:
            del self.fields["order"]

    def clean(self) -> dict[str, Any]:
        """Paper carries words, not chips."""
        return forms.Form.clean(self) or self.cleaned_data


class ReviewBox(Box, ReviewForm):
    """Row 7."""

    required_messages = Box.required_messages
    kept = ("finding", "summary")

    def prepare(self) -> None:
        self.fields["summary"].widget = forms.TextInput()


class IdentifyBox(Box, IdentifyForm):
    """Row 8; a refusal names its article on the task's own page."""

    required_messages = Box.required_messages
    kept = ("proposal", "holding", "result")
    extra = ("category", "form")

    def prepare(self) -> None:
        case = self.scene.dossier.case if self.scene.dossier else None
        self.fields["category"].initial = (case and case.category) or Category.STAGES
        self.fields["form"].initial = (case and case.form) or Form.SOFT
        self.fields["result"].widget = forms.TextInput()


class ConsultBox(Box, ConsultForm):
    """Row 9."""

    required_messages = {**Box.required_messages, **ConsultForm.required_messages}
    kept = ("division", "outcome", "order", "advice", "interview_at")


class AssignBox(Box, AssignForm):
    """Rows 10 and 12: the assignment; without a choice it is what the identification proposed."""

    required_messages = {
        **Box.required_messages,
        "addressee": "Pilih Kasubag yang ditugaskan.",
        "words": "Tulis isi penugasan.",
    }
    kept = ("addressee", "words", "manner", "order")

    def prepare(self) -> None:
        directory = self.scene.directory
        self.fields["addressee"].offer(self._allowed(directory.posts(PostKind.KASUBAG)), directory.name)
        self.fields["words"].required, self.fields["words"].label = True, "Isi penugasan"
        self.fields["words"].widget = forms.TextInput()
        self.fields["manner"].initial = Manner.HANDWRITTEN
        self.fields["order"].required, self.fields["order"].initial = False, None

    def clean(self) -> dict[str, Any]:
        """Paper carries words, not chips."""
        return forms.Form.clean(self) or self.cleaned_data


class PrepareBox(Box, PrepareForm):
    """Row 10: the data baku."""

    required_messages = Box.required_messages
    kept = ("description", "medium")
    extra = ("source",)

    def prepare(self) -> None:
        self.fields["description"].widget = forms.TextInput()
        self.fields["medium"].initial = usual_medium(self.scene)


class DeliverBox(Box, DeliverForm):
    """Rows 4, 11 and 13: who took it; what was given, unless it was prepared before."""

    required_messages = Box.required_messages
    kept = ("receiver_name", "description", "medium")
    extra = ("receiver_kind", "proxy_letter", "waybill", "number")

    def prepare(self) -> None:
        self.fields["receiver_name"].widget.attrs.pop("autofocus", None)
        self.fields["description"].required, self.fields["description"].widget = False, forms.TextInput()
        self.fields["description"].help_text = "Kosongkan bila sudah disiapkan."
        self.fields["medium"].required, self.fields["medium"].initial = False, None


def usual_medium(scene: Any) -> Medium:
    """Say how what was asked for is usually given."""
    case = scene.dossier.case if scene.dossier else None
    return USUAL_MEDIUM.get(case.form, Medium.PRINT) if case else Medium.PRINT


BOXES: dict[str, type[Box]] = {
    "register": RegisterBox,
    "receive": ReceiveBox,
    "availability": AvailabilityBox,
    "meet": MeetBox,
    "dispose": DisposeBox,
    "review": ReviewBox,
    "identify": IdentifyBox,
    "consult": ConsultBox,
    "assign": AssignBox,
    "prepare": PrepareBox,
    "deliver": DeliverBox,
}
