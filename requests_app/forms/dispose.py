"""Passing a case on: disposition, oral or written (rows 3, 6), and assignment (rows 10, 12)."""

from __future__ import annotations

from typing import Any, ClassVar

from crispy_forms.layout import Field, Layout
from django import forms

from .. import documents
from ..models.case import Nature
from ..models.people import Post, PostKind
from ..models.records import Disposition, Manner, Order
from ..sop import Actor
from ..text.words import saat
from ..workflow.taken import Assign, Dispose, Hop
from .days import HAPPENED, MomentField
from .fields import Chips, FilesField, Preset, RowField, RowsField, RowsOrWords, capitalised
from .layout import More
from .task import Parts, TaskForm

ORDERS = [("", "Belum ditentukan"), *Order.choices]
SPOKEN = [choice for choice in Manner.choices if choice[0] != Manner.SELF]


class DispositionFields(Parts):
    """To whom, and what is to be done; how it was said when somebody else records it."""

    addressee = RowField(label="Diteruskan kepada")
    instructions = RowsOrWords(label="Dengan hormat harap")
    manner = Preset(label="Cara disampaikan", choices=SPOKEN, coerce=Manner, initial=Manner.SPOKEN)
    said_at = MomentField(
        label="Waktu disampaikan", required=False, bounds=HAPPENED, help_text="Kosongkan bila baru saja."
    )
    files = FilesField(
        label="Foto atau tangkapan layar disposisi",
        accept=documents.SCANS,
        required=False,
        help_text="PDF, JPEG atau PNG.",
    )
    words = forms.CharField(
        label="Catatan disposisi", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    order = Chips(label="Perintah", choices=ORDERS, coerce=Order, required=False, initial="")
    nature = Preset(label="Sifat", of=Nature, initial=Nature.ORDINARY)
    copies = RowsField(label="Tembusan kepada", required=False)

    def clean(self) -> dict[str, Any]:
        """A disposition says something."""
        data = super().clean() or self.cleaned_data
        if not data.get("instructions") and not data.get("words") and "instructions" not in self.errors:
            self.add_error("instructions", "Pilih isi disposisi atau tulis catatannya.")
        said, asked = data.get("said_at"), self.scene.case.received_at
        if said and said < asked.replace(second=0, microsecond=0):
            self.add_error("said_at", f"Permohonan baru diterima {saat(asked, self.scene.now)}; periksa waktunya.")
        return data


class DisposeForm(DispositionFields, TaskForm):
    """Rows 3 and 6: an instruction chip, where none is chosen yet, then the addressee, whose button sends."""

    takes: ClassVar[type[Hop]] = Dispose
    required_messages = {"addressee": "Pilih kepada siapa disposisi dikirim."}

    def prepare(self) -> None:
        directory, speaker = self.scene.directory, self.speaker
        offered = directory.posts(*self.addressed_kinds(), without=speaker.pk if speaker else None)
        self.fields["addressee"].offer(self._allowed(offered), directory.name)
        self.fields["copies"].offer(directory.posts(*PostKind.values[1:5]), directory.name)
        usual = self.scene.instructions
        self.fields["instructions"].offer(usual, capitalised)
        if self.is_spoken:  # two taps: what was said most often is chosen already
            self.fields["instructions"].initial = usual[:1]
        if self.scene.is_own:
            for name in ("manner", "said_at", "files"):
                del self.fields[name]
        if len(self.fields["addressee"].rows) == 1:
            self.fields["addressee"].initial = next(iter(self.fields["addressee"].rows))

    @property
    def sends_itself(self) -> bool:
        """Tell whether there is an addressee to choose: then choosing one is sending."""
        return len(self.fields["addressee"].rows) > 1

    @property
    def speaker(self) -> Post | None:
        return self.scene.holder

    @property
    def is_spoken(self) -> bool:
        return bool(self.scene.task and self.scene.task.form_of == "lisan")

    def addressed_kinds(self) -> tuple[str, ...]:
        """List the kinds of post this task may pass the case to."""
        return (PostKind.KASUBAG, *(self.scene.task.repeats_for if self.scene.task else ()))

    def _allowed(self, posts: list[Post]) -> list[Post]:
        """Let a Kasubag record only the disposition it was itself given (decision 7)."""
        acting = self.scene.acting
        if self.scene.is_own or acting.as_actor(Actor.HELPDESK, Actor.SEKRETARIS):
            return posts
        return [post for post in posts if acting.at(post.pk)]

    def layout(self) -> Layout:
        """Draw what is ordered and who recorded it, the rest folded away; the addressee comes last, for it sends."""
        first = ["instructions", *(n for n in ("manner", "said_at", "files") if n in self.fields)]
        extra = ["order", "nature", "copies", "note", "happened_at"]
        sends = Field("addressee", template="kpu/layout/send.html") if self.sends_itself else "addressee"
        return Layout(*first, "words", *self.why_late, More("Perintah, sifat, tembusan, waktu", *extra), sends)

    @property
    def why_late(self) -> list[More]:
        """Fold the reason for lateness away: on a telephone the addressee must not lie below it."""
        return [More("Alasan lewat waktu (boleh menyusul)", *self.late)] if self.late else []


class AssignForm(DisposeForm):
    """Rows 10 and 12: confirm the Kasubag's proposal, or switch between data and letter; one tap when it fits."""

    takes = Assign

    order = Preset(label="Tindak lanjut", of=Order)

    def prepare(self) -> None:
        super().prepare()
        del self.fields["nature"], self.fields["copies"]
        self.fields["order"].initial = self.scene.row.branch
        if not self.is_bound:
            self.fields["addressee"].initial = self._proposer()
        self.fields["instructions"].initial = self._matching()

    @property
    def speaker(self) -> Post | None:
        return None

    @property
    def sends_itself(self) -> bool:
        return False  # who studied it is chosen already

    def addressed_kinds(self) -> tuple[str, ...]:
        return (PostKind.KASUBAG,)

    def _proposer(self) -> Post | None:
        """Find the Kasubag the disposition named: who studied it goes on with it."""
        given = [record.addressee for record in self.scene.known.all(Disposition)]
        return next((post for post in reversed(given) if post.kind == PostKind.KASUBAG), None)

    def _matching(self) -> list[str]:
        branch = self.scene.row.branch
        rows = self.fields["instructions"].rows
        return [key for key, row in rows.items() if row.order == branch][:1] or list(rows)[:1]

    def layout(self) -> Layout:
        """Draw what is decided here first: with a letter or without, and by whom."""
        taps = ["order", "addressee", "instructions", *(n for n in ("manner", "said_at", "files") if n in self.fields)]
        return Layout(*taps, "words", *self.why_late, More("Catatan dan waktu", "note", "happened_at"))
