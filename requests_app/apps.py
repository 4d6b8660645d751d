"""The application's start."""

from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps


class RequestsAppConfig(AppConfig):
    default = True
    name = "requests_app"
    verbose_name = "Meja layanan informasi"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.contrib.auth.signals import user_logged_in
        from django.db.models.signals import post_migrate

        from . import checks
        from .accounts import sessions
        from .derived import append_only, deadlines, remeasure, search_index
        from .models import seed
        from .models.versions import calendar_changed, law_changed

        checks.register()
        post_migrate.connect(append_only.after_migrate, sender=self, dispatch_uid="requests_app.append_only")
        post_migrate.connect(search_index.after_migrate, sender=self, dispatch_uid="requests_app.search_index")
        user_logged_in.connect(sessions.begin, dispatch_uid="requests_app.sessions.begin")
        post_migrate.connect(seed.after_migrate, sender=self, dispatch_uid="requests_app.seed.after_migrate")
        calendar_changed.connect(remeasure.begin, dispatch_uid="requests_app.remeasure")
        calendar_changed.connect(deadlines.after_calendar, dispatch_uid="requests_app.deadlines.calendar")
        law_changed.connect(deadlines.after_law, dispatch_uid="requests_app.deadlines.law")


class DeskAdminConfig(admin_apps.AdminConfig):
    """Django's admin with the desk's own site."""

    default = False
    default_site = "requests_app.accounts.settings_site.DeskAdminSite"
