"""How much office time lies between two instants, and why the rest does not count."""

import json

from django.core.management.base import CommandError, CommandParser

from ...clock import Stretch, explain, stretches, working_time
from ...models.calendar import current_calendar
from ..desk_command import DeskCommand, instant


class Command(DeskCommand):
    help = "Hitung menit kerja antara dua waktu, dengan alasan bagian yang tidak dihitung."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("start", help="mulai, ISO; tanpa zona berarti WITA")
        parser.add_argument("end", help="selesai, ISO; tanpa zona berarti WITA")
        parser.add_argument("--json", action="store_true", help="keluaran JSON")

    def handle(self, *args, start: str, end: str, **options) -> None:
        began, ended, calendar = instant(start), instant(end), current_calendar()
        try:
            minutes = round(working_time(began, ended, calendar).total_seconds() / 60, 2)
        except ValueError as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            spans = [as_json(span) for span in stretches(began, ended, calendar)]
            self.stdout.write(json.dumps({"minutes": minutes, "spans": spans}))
            return
        account = explain.account(began, ended, calendar)
        for line in account.lines:
            self.stdout.write(str(line))
        self.stdout.write(f"Jumlah {account.sum_words}")


def as_json(span: Stretch) -> dict[str, str | bool]:
    """Write a stretch in office time, so without an offset."""
    begins, ends = (at.replace(tzinfo=None).isoformat() for at in (span.begins, span.ends))
    return {"from": begins, "to": ends, "counted": span.counted, "reason": span.reason}
