"""Logging in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm

from .base import DeskForm


class LoginForm(DeskForm, AuthenticationForm):
    """User name, password, and whether this device is the person's own."""

    error_messages = {
        "invalid_login": "Nama pengguna dan kata sandi tidak cocok. Periksa huruf besar dan kecil, lalu coba lagi.",
        "inactive": "Akun ini sudah tidak aktif. Hubungi admin kantor.",
    }

    is_personal = forms.BooleanField(
        label="Perangkat pribadi saya (tetap masuk 12 jam)",
        help_text="Jangan centang di komputer bersama: di sana sesi berakhir setelah 30 menit tanpa kegiatan.",
        required=False,
    )
    next = forms.CharField(required=False, max_length=2000, widget=forms.HiddenInput)
    isian = forms.CharField(required=False, max_length=250_000, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "Nama pengguna"
        self.fields["password"].label = "Kata sandi"
        self.fields["password"].error_messages["required"] = "Isi kata sandi."
