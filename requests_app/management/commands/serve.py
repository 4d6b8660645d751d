"""The production server."""

import os

import waitress
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from ...books import builds
from ...derived.remeasure import in_background, unfinished
from ...derived.tallies import store

MAX_BODY = 64 * 1024 * 1024  # several scans in one form; each file has its own limit


class Command(BaseCommand):
    help = "Sajikan aplikasi dengan waitress; berkas statis disiapkan lebih dahulu."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default=os.environ.get("HOST", "127.0.0.1"))
        parser.add_argument("--port", type=int, default=os.environ.get("PORT", "8000"))
        parser.add_argument("--threads", type=int, default=8)

    def handle(self, *args, host: str, port: int, threads: int, **options) -> None:
        refuse_unmigrated()
        call_command("collectstatic", interactive=False, verbosity=0)
        store.keep(timezone.now())
        # WhiteNoise reads the collected folder once, when the application is made.
        from kpu_desk.wsgi import application

        server = self.bind(application, host, port, threads)
        if left := unfinished():
            in_background(*left)
        builds.take_up(timezone.now())
        scheme = "https (lewat proxy)" if settings.HTTPS else f"http://{host}:{port}/"
        self.stdout.write(f"Meja layanan siap: {scheme}  (Ctrl+C untuk berhenti)")
        self.stdout.flush()
        server.run()

    def bind(self, application, host: str, port: int, threads: int):
        """Open the port, or say in one sentence why not."""
        try:
            return waitress.create_server(
                application,
                host=host,
                port=port,
                threads=threads,
                ident=None,
                max_request_body_size=MAX_BODY,
                # TrustedProxies judges these headers by TRUSTED_PROXIES; the server would drop them unread.
                clear_untrusted_proxy_headers=False,
            )
        except (OSError, OverflowError, ValueError) as error:
            reason = getattr(error, "strerror", "") or error
            raise CommandError(f"Port {host}:{port} tidak dapat dibuka: {reason}. Coba PORT=8001.") from error


def refuse_unmigrated() -> None:
    """Raise CommandError while the database lags behind the code."""
    executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise CommandError("Basis data belum mutakhir: jalankan `manage.py migrate` dahulu.")
