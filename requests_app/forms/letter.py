"""Row 12: the reply letter is drafted from a template, then approved or returned."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout
from django import forms

from ..models.case import Nature
from ..models.codes import load_codes
from ..models.people import Post, PostKind
from ..models.records import (
    Decision,
    ExcludedArticle,
    Identification,
    LetterDecision,
    LetterOutcome,
    RawData,
    ReplyLetter,
)
from ..outcomes import OUTCOMES
from ..printing.enclosures import Enclosure, of_upload
from ..printing.letters import letter_html
from ..rules.refusals import Incomplete
from ..workflow.reply import check_data_fits
from ..workflow.taken import Approve, Draft
from .compare import Change, Round, changes, parafs, rounds
from .entry import TYPED
from .fields import Chips, Preset, RowField
from .kasubag import DataFields
from .layout import More
from .task import Scene, TaskForm
from .wording import mark, worded

ARTICLES = [("", "Bukan penolakan"), *ExcludedArticle.choices]
OUTCOME_OF_HOLDING = {outcome.holding: LetterOutcome(slug) for slug, outcome in OUTCOMES.items() if outcome.holding}
KEPT = "outcome excluded_article subject nature recipient recipient_address body copies_to".split()
KEPT += "no_attachment signer asks_paraf classification".split()


class OutcomeRadios(forms.RadioSelect):
    """Marks the decisions that give no data: the page hides what describes them while one is chosen."""

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Draw one choice."""
        option = super().create_option(name, value, *args, **kwargs)
        if not OUTCOMES[value].gives_data:
            option["attrs"]["data-gives"] = "no"
        return option


class DraftForm(DataFields, TaskForm):
    """The letter's text and its data baku; a returned version comes back as it was."""

    takes = Draft
    required_messages = {
        "recipient": "Isi kepada siapa surat ini ditujukan (Yth.).",
        "subject": "Isi hal surat.",
        "body": "Tulis isi surat.",
    }

    outcome = Chips(label="Keputusan", of=LetterOutcome, widget=OutcomeRadios)
    excluded_article = forms.TypedChoiceField(
        label="Pasal penolakan", choices=ARTICLES, coerce=ExcludedArticle, required=False
    )
    recipient = forms.CharField(label="Yth.", max_length=200)
    recipient_address = forms.CharField(label="Alamat tujuan", required=False, max_length=300)
    subject = forms.CharField(label="Hal", max_length=1000)
    body = forms.CharField(
        label="Isi surat",
        max_length=20000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="Baris kosong memulai alinea baru; “1. ” atau “- ” membuat daftar; **tebal**. Tabel: kolom dipisah "
        "|, baris kedua |---|---|.",
    )
    template_mark = forms.CharField(required=False, max_length=16, widget=forms.HiddenInput)
    copies_to = forms.CharField(
        label="Tembusan",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Satu per baris.",
    )
    no_attachment = forms.BooleanField(label="Tanpa lampiran", required=False)
    signer = RowField(label="Penandatangan")
    for_ketua = forms.BooleanField(
        label="Atas nama Ketua",
        required=False,
        help_text="Hanya bila Sekretaris yang menandatangani.",
    )
    asks_paraf = forms.BooleanField(label="Minta paraf Sekretaris dahulu", required=False)
    nature = Preset(label="Sifat", of=Nature, initial=Nature.ORDINARY)
    classification = forms.ChoiceField(label="Kode klasifikasi", required=False)

    def prepare(self) -> None:
        directory = self.scene.directory
        self._offer_codes()
        self.fields["signer"].offer(directory.posts(PostKind.KETUA, PostKind.SEKRETARIS), directory.name)
        self.fields["description"].required = False
        self.fill_in()
        if not self.is_bound:
            self._start_from_what_is_known()

    def _offer_codes(self) -> None:
        """Offer the office's codes; an earlier version's own stays, also when it is no longer in use."""
        office = self.scene.acting.office
        codes = {row.code: str(row) for row in load_codes(office.calendar_version if office else 0)}
        is_known = self.is_bound and self.data.get("classification", "") in {"", *codes}  # then nothing need be read
        if not is_known and self.previous and self.previous.classification:
            codes.setdefault(self.previous.classification, self.previous.classification)
        if not codes:  # an office that has not entered its list yet
            usual = ReplyLetter._meta.get_field("classification").default
            codes = {usual: usual}
        field = self.fields["classification"]
        field.choices = list(codes.items())
        field.initial = next(iter(codes))

    @property
    def previous(self) -> ReplyLetter | None:
        """The version before, if there is one."""
        return self.scene.known.last(ReplyLetter)

    def _start_from_what_is_known(self) -> None:
        dossier = self.scene.known
        known = _from_version(self.previous) if self.previous else _from_case(self.scene)
        for name, value in known.items():
            self.fields[name].initial = value
        if not OUTCOMES[known["outcome"]].gives_data:
            self.fields["description"].initial = ""
        elif self.previous and dossier.last(RawData):
            self.fields["description"].initial = ""
            self.fields["description"].help_text = "Data baku versi sebelumnya dipakai lagi; isi untuk menggantinya."

    @property
    def returned_with(self) -> str:
        """Give the signer's note on the version before."""
        decision = self.scene.known.last(LetterDecision)
        return decision.note if decision and decision.decision == Decision.RETURN else ""

    def layout(self) -> Layout:
        """Draw the decision, the letter, its data, who signs; the rarely changed folded away."""
        return Layout(
            *"outcome recipient recipient_address subject body".split(),
            Div("description", "medium", "files", "no_attachment", css_class="if-given"),
            "signer",
            *self.late,
            More("Penolakan: pasal 17", "excluded_article"),
            More("Atas nama, paraf", "for_ketua", "asks_paraf"),
            More("Sifat, klasifikasi, tembusan, sumber", "nature", "classification", "copies_to", "source"),
            More("Catatan dan waktu", "note", "happened_at"),
        )

    def clean(self) -> dict[str, Any]:
        """Take no data where the decision gives none: the description nobody touched is dropped, any other refused."""
        data = super().clean() or self.cleaned_data
        outcome = OUTCOMES.get(data.get("outcome", ""))
        if outcome is None or data.get("no_attachment"):
            return data
        if not outcome.gives_data:
            data["no_attachment"] = True
            if data.get("description", "").strip() == self.scene.case.information[:2000].strip():
                data["description"] = ""
        try:
            check_data_fits(outcome, data.get("description", ""), data.get("files", []), self.scene.case)
        except Incomplete as refusal:
            self.add_error(None, refusal.errors)
        return data

    def clean_classification(self) -> str:
        return self.cleaned_data["classification"] or self.fields["classification"].initial

    def given(self) -> dict[str, Any]:
        """Give the values by the names of what the task takes."""
        signs_for = self._in_name_of(self.cleaned_data["for_ketua"])
        return {**super().given(), "in_name_of": signs_for, "was_laid_aside": self.scene.known.laid_aside is not None}

    def _in_name_of(self, is_asked: bool) -> Post | None:
        return self.scene.directory.first(PostKind.KETUA) if is_asked else None

    def enclosures(self) -> list[Enclosure] | None:
        """Give the files just chosen for a preview; none where the version before still lends its own."""
        data = self.cleaned_data
        is_new = data["files"] or (data["description"].strip() and not data["no_attachment"])
        return [of_upload(file) for file in data["files"]] if is_new else None

    def unsaved_letter(self) -> ReplyLetter:
        """Build the letter for a preview; nothing is written."""
        values = {name: self.cleaned_data[name] for name in KEPT}
        values["in_name_of"] = self._in_name_of(self.cleaned_data["for_ketua"])
        before = self.previous
        raw = RawData(pk=-1, description=self.cleaned_data["description"]) if self.cleaned_data["description"] else None
        gives = OUTCOMES[values["outcome"]].gives_data
        raw = raw or (before.raw_data if before and gives else None)
        return ReplyLetter(case=self.scene.case, version=before.version + 1 if before else 1, raw_data=raw, **values)


def _from_version(letter: ReplyLetter) -> dict[str, Any]:
    return {**{name: getattr(letter, name) for name in KEPT}, "for_ketua": bool(letter.in_name_of_id)}


def _begun(scene: Scene, outcome: str, article: str) -> dict[str, str]:
    """Begin the text from the outcome's wording."""
    text = worded(scene, outcome, {"excluded_article": article})
    return {"body": text, "template_mark": mark(text)}


def _subject(information: str) -> str:
    """Begin the Hal block: an incoming letter's Perihal mostly says "Permohonan …" already."""
    named = information[:10].lower() == "permohonan"
    return f"Jawaban atas {information}" if named else f"Jawaban atas permohonan informasi: {information}"


def _from_case(scene) -> dict[str, Any]:
    case, found = scene.case, scene.known.last(Identification)
    article = found.excluded_article if found else ""
    held = OUTCOME_OF_HOLDING.get(found.holding if found else "", LetterOutcome.GIVEN)
    outcome = LetterOutcome.REFUSED if article else held
    return {
        "outcome": outcome,
        "excluded_article": article,
        "subject": _subject(case.information)[:1000],
        "recipient": case.petitioner.name if case.petitioner else "",
        "recipient_address": case.petitioner.address if case.petitioner else "",
        **_begun(scene, outcome, article),
        "no_attachment": not OUTCOMES[outcome].gives_data,
        "signer": scene.directory.first(PostKind.KETUA) or scene.directory.first(PostKind.SEKRETARIS),
    }


class ApproveForm(TaskForm):
    """Row 12: approve, which gives the number, or return with a note."""

    takes = Approve

    decision = forms.TypedChoiceField(
        label="Keputusan", choices=Decision.choices, coerce=Decision, widget=forms.HiddenInput
    )
    without_paraf = forms.BooleanField(label="Setujui tanpa paraf Sekretaris", required=False)
    number = forms.CharField(label="Nomor surat", required=False, max_length=80, help_text=TYPED)

    def prepare(self) -> None:
        self.fields["note"].widget = forms.Textarea(attrs={"rows": 3})
        self.fields["note"].label = "Catatan perbaikan"
        self.fields["note"].help_text = "Wajib bila dikembalikan; yang menyusun konsep membacanya."
        self.fields["decision"].required = True

    @property
    def helper(self) -> FormHelper:
        """Ask about a missing paraf only where one was asked for; the case is read for that when the form is drawn."""
        if "without_paraf" in self.fields and not self.lacks_paraf:
            del self.fields["without_paraf"]
        return super().helper

    def layout(self) -> Layout:
        """Leave the decision to the two buttons."""
        asked = ["without_paraf"] if "without_paraf" in self.fields else []
        return Layout(
            "note", *asked, *self.late, More("Nomor, atau dicatat belakangan dari kertas", "number", "happened_at")
        )

    @property
    def letter(self) -> ReplyLetter:
        """The version that waits for the signer."""
        return self.scene.known.last(ReplyLetter)

    @property
    def letter_html(self) -> str:
        """The letter's text as it will be printed."""
        return letter_html(self.letter.body)

    @property
    def lacks_paraf(self) -> bool:
        """Tell whether a paraf was asked for and is not there."""
        letter = self.letter
        is_own = letter.signer.kind == PostKind.SEKRETARIS
        return letter.asks_paraf and not is_own and not self.parafs

    @property
    def parafs(self) -> list[LetterDecision]:
        """Who initialled this version."""
        return parafs(self.scene.known, self.letter)

    @property
    def rounds(self) -> list[Round]:
        """The versions before this one."""
        return rounds(self.scene.known)

    @property
    def changes(self) -> list[Change]:
        """What this version changed."""
        return changes(self.scene.known)
