"""Finish measuring again what changes of the calendar left to do."""

from ...derived.remeasure import finish, unfinished
from ..desk_command import DeskCommand


class Command(DeskCommand):
    help = "Selesaikan penghitungan ulang yang terputus setelah perubahan kalender."

    def handle(self, *args, **options) -> None:
        left = unfinished()
        for change in left:
            finish(change)
        self.stdout.write(f"{len(left)} perubahan kalender selesai dihitung ulang.")
