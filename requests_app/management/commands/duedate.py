"""The day a number of working days ends; the day of receipt is day 0."""

from datetime import date

from django.core.management.base import CommandError, CommandParser

from ...clock import due_date
from ...models.calendar import current_calendar
from ..desk_command import DeskCommand, within_reason

MOST = 9999  # working days: some forty years


class Command(DeskCommand):
    help = "Hitung batas hari kerja sejak tanggal terima (hari terima adalah hari ke-0)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("date", help="tanggal terima, ISO")
        parser.add_argument("days", help="jumlah hari kerja")

    def handle(self, *args, **options) -> None:
        received, days = day(options["date"]), number(options["days"])
        try:
            due = due_date(received, days, current_calendar())
        except ValueError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(due.isoformat())


def day(text: str) -> date:
    """Read an ISO date. Raises CommandError."""
    try:
        return within_reason(date.fromisoformat(text))
    except ValueError:
        raise CommandError(f"“{text}” bukan tanggal ISO; tulis misalnya 2026-11-23.") from None


def number(text: str) -> int:
    """Read a whole number. Raises CommandError."""
    try:
        days = int(text)
    except ValueError:
        raise CommandError(f"“{text}” bukan jumlah hari.") from None
    if days > MOST:
        raise CommandError(f"Paling banyak {MOST} hari kerja.")
    return days
