"""Prove that all stored stays, the law's days and the search text of every case equal a recomputation."""

from django.core.management.base import CommandError
from django.utils import timezone

from ...derived import deadlines, search_index, search_text
from ...derived.stays import office_calendar, verify
from ...models.case import InformationRequest
from ..desk_command import DeskCommand


class Command(DeskCommand):
    help = "Bandingkan semua kunjungan langkah dengan hitungan ulang dari riwayat."

    def handle(self, *args, **options) -> None:
        now, calendar, version = timezone.now(), office_calendar(), deadlines.office_version()
        cases = InformationRequest.objects.order_by("pk")
        differences = [found for case in cases.iterator() for found in verify(case, calendar, now)]
        differences += [found for case in cases.iterator() for found in deadlines.verify(case, version)]
        differences += [*search_text.verify(cases), *search_index.verify()]
        if differences:
            self.stdout.write("\n".join(differences))
            raise CommandError(f"{len(differences)} selisih antara kunjungan tersimpan dan riwayat.")
        self.stdout.write(f"{cases.count()} permohonan diperiksa, 0 selisih.")
