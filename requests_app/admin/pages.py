"""The office's data in Django's admin: with history, without delete. Cases and their records are not edited here."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db.models import F, Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from .. import documents
from ..forms.calendar import RevisionForm, SpanFormSet
from ..forms.wording import LetterTemplateForm
from ..models.books import Numbering, NumberMode, NumberSeries
from ..models.calendar import DayOverride, TargetRevision, WorkingHours, WorkingSpan, years_without_joint_leave
from ..models.codes import ClassificationCode, SeriesStart, load_codes
from ..models.law import ElectionStage, StatutoryRule
from ..models.letters import LetterTemplate
from ..models.people import Appointment, Availability, Designation, Division, Instruction, Office, Post, Unit, User
from ..models.records import LateReason
from ..models.remeasured import CalendarChange
from ..models.versions import one_change
from ..rules.refusals import NotNow
from ..workflow import numbers
from .letters import PreviewedWording
from .once import SealedForms
from .tables import DeskAdmin, KnownSelect, NoDelete, ReadOnly, recorded_by

DAYS_OF_HOURS = 10  # rows offered for the spans of a week: two a day

admin.site.unregister(Group)


# -- People and posts --------------------------------------------------------------------------------------------------


@admin.register(User)
class PersonAdmin(DeskAdmin, UserAdmin):
    list_display = ("username", "display_name", "nip", "is_active", "last_login")
    list_filter = ("is_active",)
    search_fields = ("username", "full_name", "nip")
    ordering = ("full_name", "username")
    filter_horizontal = ()
    NAMES = ("title_before", "full_name", "title_after", "nip", "phone", "email")
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Nama", {"fields": NAMES}),
        (
            "Keadaan",
            {
                "fields": ("is_active", "last_login"),
                "description": "Hilangkan centang “aktif” bila orang ini berhenti; akun tidak pernah dihapus.",
            },
        ),
    )
    add_fieldsets = (
        (None, {"fields": ("username", "usable_password", "password1", "password2")}),
        ("Nama", {"fields": NAMES}),
    )
    readonly_fields = ("last_login",)

    @admin.display(description="nama", ordering="full_name")
    def display_name(self, person: User) -> str:
        return person.display_name

    def user_change_password(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Name whoever gave a new password."""
        with recorded_by(request):
            return super().user_change_password(request, *args, **kwargs)


@admin.register(Post)
class PostAdmin(DeskAdmin):
    list_display = ("title", "short_title", "kind", "unit", "division", "begins", "ends")
    list_filter = ("kind",)
    search_fields = ("title", "short_title")
    list_select_related = ("unit", "division")


@admin.register(Appointment)
class AppointmentAdmin(DeskAdmin):
    list_display = ("user", "post", "kind", "begins", "ends")
    list_filter = ("kind", "post__kind")
    search_fields = ("user__full_name", "user__username", "post__title")
    list_select_related = ("user", "post")
    autocomplete_fields = ("user", "post")

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        widget = KnownSelect(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, widget=widget, **kwargs)


@admin.register(Unit, Division)
class DatedNameAdmin(DeskAdmin):
    list_display = ("name", "begins", "ends")


@admin.register(Designation)
class DesignationAdmin(DeskAdmin):
    list_display = ("role", "post", "begins", "ends", "decree")
    list_select_related = ("post",)


@admin.register(Availability)
class AvailabilityAdmin(ReadOnly):
    list_display = ("post", "state", "until", "set_at", "set_by")
    list_select_related = ("post", "set_by")


# -- Time --------------------------------------------------------------------------------------------------------------


class TimeAdmin(DeskAdmin):
    """A table times are measured by: one form is one change, measured again once and then told."""

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Measure again what the whole form touches."""
        with one_change() as edits:
            response = super().changeform_view(request, *args, **kwargs)
        if any(edit.days for edit in edits):
            self.message_user(request, told(CalendarChange.objects.latest("pk")))
        return response


def told(change: CalendarChange) -> SafeString:
    """Say what a change of the calendar did to times already measured, with the way to read it."""
    link = format_html('<a href="{}">Lihat perubahan</a>', reverse("calendar_change", args=[change.pk]))
    if not change.finished:
        return format_html("{} permohonan sedang dihitung ulang di latar belakang. {}", change.cases, link)
    turned = change.verdicts.exclude(late_before=F("late_after")).count()
    return format_html("{} permohonan dihitung ulang, {} penilaian berubah. {}", change.cases, turned, link)


class SpanInline(NoDelete, admin.TabularInline):
    model = WorkingSpan
    formset = SpanFormSet
    can_delete = False
    verbose_name_plural = "Waktu buka (jeda di antara dua waktu buka adalah istirahat)"

    def get_extra(self, request: HttpRequest, obj: Model | None = None, **kwargs: Any) -> int:
        return 1 if obj else DAYS_OF_HOURS


@admin.register(WorkingHours)
class WorkingHoursAdmin(TimeAdmin):
    list_display = ("name", "begins", "ends")
    inlines = (SpanInline,)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Warn of hours nobody has filled in: until then the earlier ones go on."""
        super().save_related(request, form, formsets, change)
        if not form.instance.spans.exists():
            messages.warning(request, "Jam kerja ini belum berlaku: waktu bukanya belum diisi.")


@admin.register(DayOverride)
class DayOverrideAdmin(TimeAdmin):
    list_display = ("date", "kind", "name", "decree")
    list_filter = ("kind",)
    search_fields = ("name", "decree")
    date_hierarchy = "date"
    fieldsets = (
        (None, {"fields": ("date", "kind", "name", "decree")}),
        ("Hanya untuk hari buka", {"fields": (("opens", "closes"), ("break_begins", "break_ends"))}),
    )

    def changelist_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Warn of a year whose cuti bersama is not known yet."""
        year = timezone.localdate().year
        for missing in years_without_joint_leave((year, year + 1)):
            messages.warning(request, f"Cuti bersama {missing} belum diketahui; isi setelah SKB terbit.")
        return super().changelist_view(request, *args, **kwargs)


@admin.register(TargetRevision)
class TargetRevisionAdmin(DeskAdmin):
    form = RevisionForm
    list_display = ("step", "minutes", "valid_from", "decree", "reason")
    list_filter = ("step",)


@admin.register(StatutoryRule)
class StatutoryRuleAdmin(DeskAdmin):
    list_display = ("kind", "days", "source", "valid_from", "valid_until")
    list_filter = ("kind",)


@admin.register(ElectionStage)
class ElectionStageAdmin(DeskAdmin):
    list_display = ("name", "decree", "begins", "ends")
    search_fields = ("name", "decree")


# -- Office, numbers, orders -------------------------------------------------------------------------------------------


class OfficeForm(forms.ModelForm):
    """Takes the emblem only as a picture that can be printed."""

    emblem = forms.FileField(
        label="Lambang", required=False, widget=forms.FileInput, help_text="PNG; dicetak pada kop surat."
    )

    def clean_emblem(self) -> Any:
        """Refuse what is not a PNG by its content."""
        file = self.cleaned_data["emblem"]
        if "emblem" in self.changed_data and file:
            try:
                documents.inspect(file, (documents.PNG,))
            except ValidationError as error:
                raise ValidationError(error.messages) from error
            file.seek(0)
        return file


@admin.register(Office)
class OfficeAdmin(DeskAdmin):
    form = OfficeForm
    list_display = ("short_name", "name", "city", "phone")

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """One office; a second could never be reached."""
        return super().has_add_permission(request) and not Office.objects.exists()


@admin.register(Numbering)
class NumberingAdmin(DeskAdmin):
    list_display = ("kind", "mode", "template", "next_number")
    fields = ("kind", "mode", "template", "next_number")

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> tuple[str, ...]:
        """What is numbered stays; how, may change."""
        return ("kind", "next_number") if obj else ("next_number",)

    @admin.display(description="nomor berikutnya")
    def next_number(self, row: Numbering) -> str:
        """Show what the pattern makes of the next running number."""
        if row.mode == NumberMode.OFFICE or not row.template:
            return "diketik dari buku kantor" if row.template else ""
        codes, office = load_codes(0), Office.objects.first() or Office()
        return row.example(timezone.localtime(), office.region_code, codes[0].code if codes else "")

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Say after saving how the next number will read."""
        super().save_model(request, obj, form, change)
        messages.info(request, f"{obj}: nomor berikutnya {self.next_number(obj)}")


@admin.register(ClassificationCode)
class ClassificationCodeAdmin(DeskAdmin):
    list_display = ("code", "title", "is_default", "active")
    search_fields = ("code", "title")


class SeriesStartForm(forms.ModelForm):
    """Refuses a start once a number of that year was given."""

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("kind") and data.get("year") and not self.instance.pk:
            try:
                numbers.check_start(data["kind"], data["year"])
            except NotNow as refused:
                self.add_error("first", refused.sentence)
        return data


@admin.register(SeriesStart)
class SeriesStartAdmin(NoDelete, SealedForms, admin.ModelAdmin):
    """Where an office that began in mid-year goes on counting: set once, looked at afterwards."""

    form = SeriesStartForm
    list_display = ("kind", "year", "first", "reason", "set_by", "set_at")
    list_select_related = ("set_by",)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Begin the series."""
        obj.set_by, obj.set_at = request.user, timezone.now()
        numbers.start_series(obj)


@admin.register(NumberSeries)
class NumberSeriesAdmin(NoDelete, admin.ModelAdmin):
    list_display = ("kind", "year", "last")
    list_filter = ("kind",)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(Instruction)
class InstructionAdmin(DeskAdmin):
    list_display = ("text", "order", "rank", "active")
    list_filter = ("active", "order")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Instruction]:
        return super().get_queryset(request).order_by("-active", "rank", "text")


@admin.register(LateReason)
class LateReasonAdmin(DeskAdmin):
    list_display = ("text", "needs_words", "rank", "active")
    list_filter = ("active",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[LateReason]:
        return super().get_queryset(request).order_by("-active", "rank", "text")


# -- Wordings of letters -----------------------------------------------------------------------------------------------


@admin.register(LetterTemplate)
class LetterTemplateAdmin(PreviewedWording, DeskAdmin):
    form = LetterTemplateForm
    list_display = ("outcome", "name", "begins", "ends")
    list_filter = ("outcome",)
    fields = ("outcome", "name", "begins", "ends", "body")
