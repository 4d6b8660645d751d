"""Keep the figures of closed days and months, so that the performance page stays fast; or prove those kept."""

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from ...derived.tallies import store
from ...models.performance import Tally
from ..desk_command import DeskCommand


class Command(DeskCommand):
    help = (
        "Simpan rekap kinerja hari dan bulan yang sudah lewat; --verify membandingkan yang tersimpan dengan hitungan."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--verify", action="store_true", help="bandingkan saja, tanpa menyimpan")

    def handle(self, *args, verify: bool, **options) -> None:
        if not verify:
            self.stdout.write(f"{store.keep(timezone.now())} rekap baru disimpan.")
            return
        if differences := store.verify():
            self.stdout.write("\n".join(differences))
            raise CommandError(f"{len(differences)} rekap berbeda dari hitungan.")
        self.stdout.write(f"{Tally.objects.count()} rekap diperiksa, 0 selisih.")
