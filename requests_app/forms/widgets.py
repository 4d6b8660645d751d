"""Inputs that let the browser offer its own date and time pickers; they post ISO values and need no script."""

from __future__ import annotations

from typing import Any

from django import forms


class DatePicker(forms.DateInput):
    """A date."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class TimePicker(forms.TimeInput):
    """A time of day, to the minute."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%H:%M")


class MomentPicker(forms.DateTimeInput):
    """A date and a time of day, to the minute, in the office's zone."""

    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")
