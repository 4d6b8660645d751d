"""What the books' keepers did beside the cases: sheets signed and scanned, last month closed, then put right."""

from contextlib import suppress
from datetime import date, datetime, time, timedelta
from itertools import islice

from .. import clock, workflow
from ..books import shelf, yearly
from ..clock import WITA
from ..models.books import Expedition, ReceiverKind
from ..models.case import State
from ..models.shelf import BookFile
from ..printing import NoRenderer, Period
from ..printing.rows import expeditions
from ..rules.people import Acting
from . import files
from .player import Player

SIGNED_HERE = (ReceiverKind.PETITIONER, ReceiverKind.PROXY)
SHELF = "Lemari 2, map ekspedisi"
SLIP = "Diserahkan dua lembar, bukan satu."
MORNING, CLOSING, LATER = 20, 45, 120  # working minutes after an opening
WORDS = {
    "objections": 1,
    "objections_answered": 1,
    "disputes_filed": 0,
    "disputes": "Satu keberatan atas lamanya jawaban diterima dan ditanggapi atasan PPID.",
    "policy": "Informasi dilayani menurut SOP Pelayanan Publik dan PKPU 22/2023. Setiap permohonan didaftar, juga yang "
    "disampaikan lisan.",
    "execution": "Satu meja layanan dengan komputer, pemindai, dan pencetak di lantai satu; ruang tunggu enam kursi.",
    "people": "Dua petugas meja, seorang PPID, dan empat Kasubag yang menyiapkan data; seorang mengikuti bimtek.",
    "money": "Tanpa anggaran tersendiri: alat tulis dan cetak dibiayai DIPA Sekretariat.",
    "obstacles": "Data beberapa kelurahan baru lengkap siang hari.",
    "plans": "Tahun depan unit menyiapkan data baku lebih awal.",
}


def keep_books(now: datetime) -> None:
    """Play the keepers' acts up to now, once; without a renderer nothing is closed."""
    if BookFile.objects.exists():
        return
    keeper = Keeper(now)
    keeper.scan_sheets()
    with suppress(NoRenderer):
        keeper.close_last_month()
        keeper.report()


class Keeper(Player):
    """The people of the month at the books; every act at its own working minute, none after the present."""

    def __init__(self, now: datetime) -> None:
        super().__init__(now)
        self.now = now
        self.this_month = Period.month(now.astimezone(WITA).date())

    def morning(self, day: date, minutes: float) -> datetime | None:
        """Give the instant so many working minutes after the office's first opening from a day on, if it has come."""
        opening = clock.next_opening(datetime.combine(day, time(), WITA), self.calendar)
        at = clock.add_working(opening, minutes, self.calendar)
        return at if at <= self.now else None

    def person(self, who: str, at: datetime) -> Acting:
        """Say who acts for a post of people.toml at an instant."""
        day = at.astimezone(WITA).date()
        return self.acting(self.holder(self.posts[who], day), day)

    def scan_sheets(self) -> None:
        """Scan the signed sheets of the last day with hand-overs of each month, the morning after."""
        signed = Expedition.objects.filter(receiver_kind__in=SIGNED_HERE, refused_to_sign=False)
        for month in (self.this_month.previous, self.this_month):
            days = signed.filter(booked_on__range=(month.begin, month.end)).dates("booked_on", "day", order="DESC")
            mornings = ((day, self.morning(day + timedelta(days=1), MORNING)) for day in days)
            for day, at in islice(((day, at) for day, at in mornings if at), 1):
                rows = signed.filter(booked_on=day).order_by("sequence")
                scan = files.sheet([f"{row.number}  {row.receiver_name}" for row in rows], day)
                shelf.put_beside(rows, self.person("helpdesk", at), at, scan=scan, place=SHELF)

    def close_last_month(self) -> None:
        """Close last month on the first morning of this one; later that day a slip in it is noticed."""
        at = self.morning(self.this_month.begin, CLOSING)
        last = self.this_month.previous
        if at is None or not expeditions(last.begin, last.end).exists():
            return
        shelf.close_month(last, self.person("admin", at), at)
        later = self.morning(self.this_month.begin, LATER)
        ended = expeditions(last.begin, last.end).filter(case__state=State.ENDED, case__happened_at__lt=at)
        row = ended.order_by("sequence").first()
        if later and row:
            workflow.correct(row.case_id, workflow.Doing(self.person("sekretaris", later), later), row, SLIP)

    def report(self) -> None:
        """Begin the yearly report of the year last month lay in; of a year that is over, settle it."""
        at, year = self.morning(self.this_month.begin, LATER), self.this_month.previous.begin.year
        if at is None:
            return
        sekretaris = self.person("sekretaris", at)
        yearly.write(year, WORDS, 0, sekretaris, at)
        if year < self.this_month.begin.year:
            yearly.settle(year, sekretaris, at)
