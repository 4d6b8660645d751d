"""The petitioner's part of a form: who asks, how to reach them, and who was here before."""

from __future__ import annotations

from django import forms
from django.core import signing

from ..models.case import Petitioner, PetitionerKind
from ..rules.people import Acting
from ..rules.reading import readable
from ..text import nik, telephone
from ..text.words import nik_samar
from .fields import Preset
from .task import Parts

RETURNING = "desk.returning"
COPIED = ("name", "email", "address", "occupation", "kind", "deed_number")


class PetitionerFields(Parts):
    """The petitioner's data as the register wants them; the law's own, but optional at the counter."""

    phone = forms.CharField(
        label="Telepon",
        max_length=40,
        help_text="Ketik dulu: pemohon yang pernah datang ditemukan. Tulis “tidak ada” bila tidak punya.",
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
    kind = Preset(label="Jenis pemohon", of=PetitionerKind, initial=PetitionerKind.INDIVIDUAL)
    nik = forms.CharField(
        label="NIK",
        required=False,
        max_length=20,
        help_text="16 angka, dari KTP. Boleh menyusul.",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    address = forms.CharField(label="Alamat", required=False, max_length=300)
    occupation = forms.CharField(label="Pekerjaan", required=False, max_length=100)
    email = forms.EmailField(label="Surel", required=False)
    deed_number = forms.CharField(label="Nomor akta badan hukum", required=False, max_length=100)
    proxy_name = forms.CharField(label="Nama kuasa/wakil", required=False, max_length=150)
    proxy_letter = forms.CharField(label="Nomor atau tanggal surat kuasa khusus", required=False, max_length=100)
    returning = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)

    def clean_phone(self) -> str:
        """Accept a number or "tidak ada", nothing in between."""
        typed = self.cleaned_data["phone"].strip()
        if not typed and not self.fields["phone"].required:
            return ""
        if telephone.is_none(typed):
            return telephone.NONE
        if not telephone.SHORTEST <= len(telephone.digits(typed)) <= telephone.LONGEST:
            raise forms.ValidationError("Periksa telepon: tulis nomornya, misalnya 0812 3456 7890, atau “tidak ada”.")
        return typed

    def clean_nik(self) -> str:
        """Refuse what cannot be a NIK; what is only unusual is a warning."""
        typed = self.cleaned_data["nik"].replace(" ", "")
        if not typed:
            return ""
        if errors := nik.check(typed).errors:
            raise forms.ValidationError(list(errors))
        return typed

    @property
    def warnings(self) -> tuple[str, ...]:
        """Say what is unusual but allowed."""
        return nik.check(self.cleaned_data["nik"]).warnings if self.cleaned_data.get("nik") else ()

    def nik_or_known(self) -> str:
        """Give the NIK typed, else that of the visitor chosen, so that it never travels to the screen and back."""
        typed, sealed = self.cleaned_data.get("nik", ""), self.cleaned_data.get("returning")
        digits = telephone.digits(self.cleaned_data.get("phone", ""))
        if typed or not sealed or not digits:
            return typed
        try:
            pk = signing.loads(sealed, salt=RETURNING)
        except signing.BadSignature:
            return ""
        known = Petitioner.objects.filter(pk=pk, phone_digits=digits).values_list("nik", flat=True).first()
        return known or ""


def prefill(known: Petitioner) -> dict[str, str]:
    """Give what a returning visitor's form is filled with; the NIK stays behind a sealed reference."""
    values = {name: getattr(known, name) for name in COPIED if getattr(known, name)}
    return {**values, "returning": signing.dumps(known.pk, salt=RETURNING)}


def known_by(phone: str, acting: Acting, limit: int = 5) -> list[Petitioner]:
    """Find who came before under a telephone number, the latest first and each name once; one query."""
    digits = telephone.digits(phone)
    if len(digits) < telephone.SHORTEST:
        return []
    rows = Petitioner.objects.filter(readable(acting, "case__"), phone_digits=digits, erased_at__isnull=True)
    found: dict[str, Petitioner] = {}
    for row in rows.select_related("case").order_by("-pk")[:50]:
        found.setdefault(row.name.casefold(), row)
    return list(found.values())[:limit]


def masked(known: Petitioner) -> str:
    """Say a NIK as everyone may see it."""
    return nik_samar(known.nik) if known.nik else ""
