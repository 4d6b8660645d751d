"""The application's start."""

from django.apps import AppConfig


class RequestsAppConfig(AppConfig):
    name = "requests_app"
    verbose_name = "Meja layanan informasi"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.contrib.auth.signals import user_logged_in

        from . import sessions, visits
        from .models.versions import after_calendar_change

        user_logged_in.connect(sessions.begin, dispatch_uid="requests_app.sessions.begin")
        if visits.recalculate not in after_calendar_change:
            after_calendar_change.append(visits.recalculate)
