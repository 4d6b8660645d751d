"""What every form of the desk shares: messages that name their field, clean text, our template pack."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any, ClassVar

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator

LINE = 200  # signs
PARAGRAPHS = 4000  # signs
# Marks that turn the reading direction: a name holding one can pose as another on paper and in the register.
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class DeskForm(forms.BaseForm):
    """Stand before `forms.Form` or `forms.ModelForm` to speak and clean as every form of the desk does.

    `required_messages` overrides "Isi nama pemohon." for fields whose label makes a poor sentence.
    """

    required_messages: ClassVar[Mapping[str, str]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            name_the_field(field, str(field.label or name.replace("_", " ")), self.required_messages.get(name))
            if isinstance(field, forms.CharField):
                keep_clean(field)

    @property
    def helper(self) -> FormHelper:
        """Give the helper `{% crispy form %}` draws this form with; fields the layout forgot come last."""
        helper = FormHelper(self)
        helper.layout = self.layout()
        helper.render_hidden_fields = True
        helper.render_unmentioned_fields = True
        return helper

    def layout(self) -> Layout:
        """Order the fields; override to group them."""
        return Layout(*self.fields)


def name_the_field(field: forms.Field, label: str, required: str | None = None) -> None:
    """Replace Django's anonymous messages by ones that name the field; messages set by hand stay."""
    ours = messages_for(field, label)
    if required:
        ours["required"] = required
    theirs: dict[str, Any] = {}
    for kind in reversed(type(field).__mro__):
        theirs.update(getattr(kind, "default_error_messages", {}))
    for code, message in ours.items():
        if field.error_messages.get(code) == theirs.get(code):
            field.error_messages[code] = message


def messages_for(field: forms.Field, label: str) -> dict[str, str]:
    """Word what can be wrong with one field, the field's name in every sentence."""
    said = in_a_sentence(label)
    # Django fills in numbers with the % operator wherever a message has parameters.
    start, inside = label.replace("%", "%%"), said.replace("%", "%%")
    return {
        "required": f"{verb(field)} {said}.",
        "invalid": f"Periksa {said}: {shape(field)}.",
        "invalid_choice": f"Pilih {inside} dari daftar.",
        "invalid_list": f"Pilih {inside} dari daftar.",
        "invalid_pk_value": f"Pilih {inside} dari daftar.",
        "invalid_date": f"Periksa tanggal pada {said}.",
        "invalid_time": f"Periksa jam pada {said}.",
        "max_length": f"{start} paling panjang %(limit_value)d huruf; sekarang %(show_value)d.",
        "min_length": f"{start} paling pendek %(limit_value)d huruf; sekarang %(show_value)d.",
        "min_value": f"{start} paling kecil %(limit_value)s.",
        "max_value": f"{start} paling besar %(limit_value)s.",
        "missing": f"Pilih lagi berkas untuk {said}.",
        "empty": f"Berkas untuk {said} kosong; pilih berkas lain.",
        "invalid_image": f"Berkas untuk {said} bukan gambar yang dapat dibaca.",
        "null_characters_not_allowed": f"{label} berisi tanda yang tidak dapat dicetak; hapus lalu ketik ulang.",
        "control": f"{label} berisi tanda yang tidak dapat dicetak; hapus lalu ketik ulang.",
    }


def in_a_sentence(label: str) -> str:
    """Lower a label's first letter, but not that of an abbreviation such as NIK."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def verb(field: forms.Field) -> str:
    """Choose what one does to a field: type, choose, tick or upload."""
    if isinstance(field, forms.FileField):
        return "Unggah"
    if isinstance(field, forms.BooleanField):
        return "Centang"
    return "Pilih" if isinstance(field, forms.ChoiceField | forms.ModelChoiceField) else "Isi"


def shape(field: forms.Field) -> str:
    """Say what a field's content must look like."""
    shapes: tuple[tuple[type[forms.Field], str], ...] = (
        (forms.DateTimeField, "tulis tanggal dan jam, misalnya 23/11/2026 08.05"),
        (forms.DateField, "tulis tanggal, misalnya 23/11/2026"),
        (forms.TimeField, "tulis jam, misalnya 08.05"),
        (forms.IntegerField, "tulis angka"),
        (forms.EmailField, "tulis alamat surel, misalnya nama@contoh.id"),
        (forms.URLField, "tulis alamat situs, misalnya https://contoh.id"),
        (forms.FileField, "pilih berkas lagi"),
    )
    return next((words for kind, words in shapes if isinstance(field, kind)), "isinya belum benar")


def keep_clean(field: forms.CharField) -> None:
    """Bound a text field's length and refuse signs that no paper can print."""
    many_lines = isinstance(field.widget, forms.Textarea)
    if field.max_length is None:
        field.max_length = PARAGRAPHS if many_lines else LINE
        field.validators.append(MaxLengthValidator(field.max_length))
    # A browser cuts pasted text at maxlength without a word; the server says how much is too much.
    field.widget.attrs.pop("maxlength", None)
    field.validators.append(refuse_unprintable)


def refuse_unprintable(value: str) -> None:
    """Refuse control signs and marks that turn the reading direction.

    Raises ValidationError with code `control`.
    """
    for sign in value:
        if sign in TURNING or (unicodedata.category(sign) in {"Cc", "Cs"} and sign not in "\t\r\n"):
            raise ValidationError("Isian berisi tanda yang tidak dapat dicetak.", code="control")
