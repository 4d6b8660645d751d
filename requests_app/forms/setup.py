"""Opening an empty office: its first admin, its letterhead, its people."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError

from ..models.people import Appointment, AppointmentKind, Office, Post, User
from .base import DeskForm
from .days import DayField
from .layout import More


def password_field(label: str, **more: Any) -> forms.CharField:
    """Make a field for a new password."""
    return forms.CharField(
        label=label, strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}), **more
    )


class AccountForm(DeskForm, forms.Form):
    """A new person with an account."""

    full_name = forms.CharField(label="Nama", max_length=150, help_text="Tanpa gelar.")
    title_before = forms.CharField(label="Gelar depan", max_length=40, required=False)
    title_after = forms.CharField(label="Gelar belakang", max_length=60, required=False)
    nip = forms.CharField(label="NIP", max_length=30, required=False)
    username = forms.CharField(
        label="Nama pengguna",
        max_length=150,
        validators=[
            UnicodeUsernameValidator(message="Nama pengguna hanya huruf, angka, dan @ . + - _", code="username")
        ],
    )
    password = password_field("Kata sandi", help_text="Sedikitnya 10 huruf, bukan kata yang umum.")

    def clean_username(self) -> str:
        """Refuse a user name that is taken."""
        username = User.normalize_username(self.cleaned_data["username"])
        if User.objects.filter(username__iexact=username).exists():
            raise ValidationError("Nama pengguna ini sudah dipakai.")
        return username

    def clean(self) -> dict[str, Any]:
        """Judge the password, knowing whose it is."""
        if password := self.cleaned_data.get("password"):
            try:
                validate_password(password, self.user())
            except ValidationError as weak:
                self.add_error("password", weak)
        return self.cleaned_data

    def user(self) -> User:
        """Make the unsaved account."""
        names = ("full_name", "title_before", "title_after", "nip", "username")
        user = User(**{name: self.cleaned_data.get(name, "") for name in names})
        user.set_password(self.cleaned_data.get("password"))
        return user


class FirstAdminForm(AccountForm):
    """The first admin, who has read the console."""

    code = forms.CharField(
        label="Kode sekali pakai",
        max_length=20,
        help_text="Tampil di layar server saat aplikasi dijalankan.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    field_order = ("code", "full_name", "username", "password")

    def layout(self) -> Any:
        """Fold away what an admin may leave empty."""
        layout = super().layout()
        optional = ("title_before", "title_after", "nip")
        layout.fields = [name for name in self.fields if name not in optional]
        layout.fields.append(More("Gelar dan NIP", *optional))
        return layout


class OfficeForm(DeskForm, forms.ModelForm):
    """What letterheads and receipts print."""

    class Meta:
        model = Office
        fields = ("name", "short_name", "region_code", "city", "address", "postal_code", "phone", "email", "website")


class PersonForm(AccountForm):
    """A person and the post held."""

    post = forms.ModelChoiceField(label="Jabatan", queryset=Post.objects.none(), empty_label="Pilih jabatan")
    kind = forms.ChoiceField(label="Sebagai", choices=AppointmentKind.choices, initial=AppointmentKind.DEFINITIVE)
    begins = DayField(label="Tanggal mulai menjabat")
    field_order = ("post", "full_name", "title_before", "title_after", "nip", "kind", "begins", "username", "password")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["post"]
        field.queryset = Post.objects.all()

    def clean(self) -> dict[str, Any]:
        """Refuse a second definitive holder."""
        super().clean()
        names = ("post", "kind", "begins")
        if all(self.cleaned_data.get(name) for name in names):
            try:
                self.appointment(None).clean()
            except ValidationError as clash:
                self.add_error(None, clash.messages)
        return self.cleaned_data

    def appointment(self, user: User | None) -> Appointment:
        """Make the unsaved appointment."""
        values = {name: self.cleaned_data[name] for name in ("post", "kind", "begins")}
        return Appointment(**values, **({"user": user} if user else {}))
