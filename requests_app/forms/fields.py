"""Fields the desk's forms share: posts as chips, instructions, files judged by content."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.html import conditional_escape

from .. import documents
from ..models.people import Instruction


class RowField(forms.ChoiceField):
    """Choose one of the rows handed over; cleans to the row without another query."""

    widget = forms.RadioSelect

    def offer(self, rows: Iterable[Any], label: Any = str) -> None:
        """Take the rows that may be chosen, in their order."""
        self.rows = {str(row.pk): row for row in rows}
        self.choices = [(key, conditional_escape(label(row))) for key, row in self.rows.items()]

    def prepare_value(self, value: Any) -> Any:
        return str(getattr(value, "pk", value) or "")

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare as the page shows it; a choice not sent is no change."""
        return bool(data) and super().has_changed(self.prepare_value(initial), data)

    def clean(self, value: Any) -> Any:
        key = super().clean(value)
        return self.rows.get(key)


class RowsField(forms.MultipleChoiceField):
    """Choose several of the rows handed over."""

    widget = forms.CheckboxSelectMultiple

    def offer(self, rows: Iterable[Any], label: Any = str) -> None:
        """Take the rows that may be chosen, in their order."""
        self.rows = {str(row.pk): row for row in rows}
        self.choices = [(key, conditional_escape(label(row))) for key, row in self.rows.items()]

    def prepare_value(self, value: Any) -> Any:
        return [str(getattr(item, "pk", item)) for item in value or []]

    def clean(self, value: Any) -> tuple[Any, ...]:
        return tuple(self.rows[key] for key in super().clean(value))


class RowsOrWords(RowsField):
    """Choose several, unless the form's own words say it: the form judges, not the field."""

    def validate(self, value: Any) -> None:
        """Let an empty choice through."""
        if value:
            super().validate(value)


class Chips(forms.TypedChoiceField):
    """Choose one of a few words, drawn as chips; those `of` an enumeration become its members."""

    widget = forms.RadioSelect

    def __init__(self, *, of: type[TextChoices] | None = None, **kwargs: Any) -> None:
        super().__init__(**(kwargs | {"choices": of.choices, "coerce": of}) if of else kwargs)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare with the chip chosen already; a choice not sent is no change."""
        return bool(data) and super().has_changed(initial, data)


class Preset(Chips):
    """Chips of which one is chosen already; a form sent without them takes that one."""

    def clean(self, value: Any) -> Any:
        return super().clean(value or self.initial)


class PresetRow(RowField):
    """A row chosen already; a form sent without it takes that one."""

    def clean(self, value: Any) -> Any:
        return super().clean(value or self.prepare_value(self.initial))


class Conditional(Chips):
    """Chips that some answers above need and others do not: the workflow judges."""

    def validate(self, value: Any) -> None:
        """Let an empty choice through."""
        if value:
            super().validate(value)


def capitalised(instruction: Instruction) -> str:
    """Say an instruction as a chip does, whatever case it was entered in."""
    return instruction.text[:1].upper() + instruction.text[1:]


class ManyFilesInput(forms.ClearableFileInput):
    """A file input that takes several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Take several files; cleans to uploads found acceptable by their content."""

    def __init__(self, *, accept: Iterable[str] = tuple(documents.SUFFIXES), most: int = 10, **kwargs: Any) -> None:
        self.accept, self.most = tuple(accept), most
        suffixes = ",".join(suffix for kind in self.accept for suffix in documents.SUFFIXES[kind])
        kwargs.setdefault("widget", ManyFilesInput(attrs={"accept": suffixes}))
        super().__init__(**kwargs)

    def clean(self, data: Any, initial: Any = None) -> tuple[documents.Upload, ...]:
        """Judge each file. Raises ValidationError naming the file."""
        sent = data if isinstance(data, list | tuple) else [data] if data else []
        if self.required and not sent:
            raise ValidationError(self.error_messages["required"], code="required")
        if len(sent) > self.most:
            raise ValidationError(f"Paling banyak {self.most} berkas sekali unggah.", code="max_files")
        return tuple(self._judge(file) for file in sent)

    def _judge(self, file: Any) -> documents.Upload:
        try:
            return documents.inspect(file, self.accept)
        except ValidationError as error:
            name = "".join(filter(documents.visible, file.name))
            raise ValidationError([f"{name}: {message}" for message in error.messages]) from error
