"""Django's admin as the office's settings: opened by holding an admin post today, laid out in sections."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ..models.people import Appointment, PostKind
from ..rules.refusals import NotPermitted

SECTIONS = (
    ("Orang dan jabatan", ("User", "Appointment", "Post", "Unit", "Division", "Designation", "Availability")),
    ("Waktu", ("WorkingHours", "DayOverride", "TargetRevision", "LateReason", "StatutoryRule", "ElectionStage")),
    (
        "Kantor, nomor, dan isi disposisi",
        ("Office", "Numbering", "NumberSeries", "SeriesStart", "ClassificationCode", "Instruction", "LetterTemplate"),
    ),
)


class DeskAdminSite(AdminSite):
    """The settings of the desk."""

    site_header = site_title = "Pengaturan Meja Layanan Informasi"
    index_title = "Pengaturan"
    empty_value_display = "–"

    def has_permission(self, request: HttpRequest) -> bool:
        """Let in who holds an admin post today; the first admin, set up by hand, only until somebody does."""
        acting = getattr(request, "acting", None)
        if acting is None or not request.user.is_active:
            return False
        return PostKind.ADMIN in acting.kinds or (request.user.is_superuser and not has_admin_today())

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Refuse whoever is logged in but may not: the login page would only send them back here."""
        shown = super().admin_view(view, cacheable)

        @wraps(shown)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.user.is_authenticated and not self.has_permission(request):
                raise NotPermitted("Pengaturan dibuka oleh pemegang jabatan Admin.")
            return shown(request, *args, **kwargs)

        return guarded

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict[str, Any]]:
        """Lay the models out in sections instead of one long alphabet."""
        apps = super().get_app_list(request, app_label)
        if app_label is not None or not apps:
            return apps
        models = {model["object_name"]: model for app in apps for model in app["models"]}
        return [
            {**apps[0], "name": name, "models": [models[each] for each in names if each in models]}
            for name, names in SECTIONS
        ]


def has_admin_today() -> bool:
    """Tell whether anybody holds an admin post today."""
    today = timezone.localdate()
    return Appointment.objects.in_force(today).filter(post__kind=PostKind.ADMIN).exists()
