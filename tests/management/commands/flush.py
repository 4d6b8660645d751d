"""Empties the test database: append-only tables too, which nothing but a test's end may do."""

from django.core.management.commands import flush

from tests import guards


class Command(flush.Command):
    def handle(self, **options) -> None:
        guards.lift()
        super().handle(**options)  # its post_migrate puts the triggers back
