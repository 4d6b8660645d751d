"""The yearly report on information service (UU 14/2008 art. 12): figures counted, words written, kept once settled."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import accumulate
from typing import Any

from django.db import transaction

from .. import clock, documents, outcomes
from ..models.base import save_tracked
from ..models.calendar import current_calendar
from ..models.case import Category, Channel
from ..models.records import ExcludedArticle, LetterStatus, ReplyLetter
from ..models.shelf import FileKind
from ..models.yearly import PARTS, TYPED, YearlyReport
from ..printing import Period
from ..printing.joining import page_count
from ..printing.papers import ppid_on
from ..printing.render import Printed, paper
from ..printing.rows import received
from ..printing.sheets import Column, Sheet
from ..rules.office import WRITE_YEARLY
from ..rules.people import Acting
from ..rules.refusals import AlreadyDone, NotNow
from ..sop import every_ending
from ..text.words import WITA

SHARED = (outcomes.WHOLLY, outcomes.PARTLY, outcomes.NOT_GIVEN)  # the lines the law names, also when nothing is in them
NAMES = ("Instagram", "Facebook", "WhatsApp")  # written so inside a sentence too


@dataclass(frozen=True)
class Part:
    """One of the report's parts: its title, its figures, and the field that holds its words."""

    number: int
    field: str
    title: str
    figures: list[tuple[str, Any]]
    words: str
    is_typed: bool = False  # its figures are the office's own, not counted


@dataclass(frozen=True)
class Taken:
    """One ended request and the working days it took, the day of receipt not counted."""

    number: str
    received: date
    ended: date
    days: int
    ending: str


def parts(report: YearlyReport) -> list[Part]:
    """Count a year's figures and lay them beside its words. Four queries."""
    period = Period.year(report.year)
    cases = list(received(period.begin, period.end).select_related("deadline").order_by("year", "sequence", "pk"))
    taken = times(cases)
    figures = {
        "requests": _received(cases),
        "time": [*_times(taken, len(cases)), *_in_time(cases)],
        "outcomes": _outcomes(cases, _articles(cases)),
        "disputes": [(label, getattr(report, name)) for name, label in TYPED.items()],
    }
    return [
        Part(number, name, title, figures.get(name, []), getattr(report, name), name == "disputes")
        for number, (name, title) in enumerate(PARTS.items(), 1)
    ]


def times(cases: Iterable[Any]) -> list[Taken]:
    """Tell what each ended request took, in working days of the office's calendar."""
    ended = [(case, _day(case.received_at), _day(case.ended_at)) for case in cases if case.ended_at]
    if not ended:
        return []
    first, last = min(began for _, began, _ in ended), max(end for _, _, end in ended)
    calendar = current_calendar()
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    until = dict(zip(days, accumulate(clock.is_working_day(day, calendar) for day in days), strict=True))
    return [Taken(case.number, began, end, until[end] - until[began], case.ending) for case, began, end in ended]


def _day(moment: datetime) -> date:
    return moment.astimezone(WITA).date()


def _received(cases: list[Any]) -> list[tuple[str, Any]]:
    channels, categories = Counter(case.channel for case in cases), Counter(case.category for case in cases)
    found: list[tuple[str, Any]] = [("Permohonan diterima", len(cases))]
    found += [(f"– lewat {_by(Channel(name).label)}", count) for name, count in sorted(channels.items())]
    found += [(f"– kategori {Category(name).label}", count) for name, count in sorted(categories.items()) if name]
    return found


def _by(channel: str) -> str:
    return channel if channel in NAMES else channel.lower()


def _times(taken: list[Taken], received: int) -> list[tuple[str, Any]]:
    days = [row.days for row in taken]
    average = round(sum(days) / len(days), 1) if days else None
    return [
        ("Permohonan selesai", len(taken)),
        ("Permohonan masih berjalan", received - len(taken)),
        ("Rata-rata (hari kerja)", average),
        ("Tercepat (hari kerja)", min(days, default=None)),
        ("Terlama (hari kerja)", max(days, default=None)),
    ]


def _in_time(cases: list[Any]) -> list[tuple[str, Any]]:
    """Hold each written notice against its own case's due day: ten days, three in a stage, longer once extended."""
    noticed = [case for case in cases if case.answered_on]
    late = sum(bool(case.deadline.due and case.answered_on > case.deadline.due) for case in noticed)
    owed = [case for case in cases if not case.answered_on and not ((ended := case.outcome()) and ended.voids)]
    return [
        ("Diberi tahu tertulis dalam batasnya", len(noticed) - late),
        ("Diberi tahu tertulis lewat batasnya", late),
        ("Belum diberi tahu tertulis", len(owed)),
    ]


def _articles(cases: list[Any]) -> dict[int, str]:
    letters = ReplyLetter.objects.filter(case__in=cases, status=LetterStatus.ISSUED).exclude(excluded_article="")
    return dict(letters.order_by("act").values_list("case_id", "excluded_article"))


def _outcomes(cases: list[Any], articles: dict[int, str]) -> list[tuple[str, Any]]:
    decided = [(case, outcome) for case in cases if (outcome := case.outcome())]
    lines = Counter(outcome.yearly for _, outcome in decided)
    reasons = Counter((outcome.yearly, outcome.reason) for _, outcome in decided)
    found: list[tuple[str, Any]] = []
    for line in SHARED:
        withheld = [case for case, outcome in decided if outcome.yearly == line and outcome.withholds]
        found += [(line, lines[line]), *_by_article(withheld, articles)]
        found += [(f"– alasan: {why}", reasons[line, why]) for why in _known("reason") if reasons[line, why]]
    found += [(line, lines[line]) for line in _known("yearly") if lines[line] and line not in SHARED]
    return [*found, ("Masih berjalan", len(cases) - len(decided))]


def _known(name: str) -> list[str]:
    """List what the outcomes say under a name, each once, in their order."""
    return list(dict.fromkeys(filter(None, (getattr(outcome, name) for outcome in outcomes.OUTCOMES.values()))))


def _by_article(cases: list[Any], articles: dict[int, str]) -> list[tuple[str, Any]]:
    """Count by which article of the law something was withheld."""
    counted = Counter(articles[case.pk] for case in cases if case.pk in articles)
    return [(f"– alasan: {ExcludedArticle(name).label}", count) for name, count in sorted(counted.items())]


# -- Words -------------------------------------------------------------------------------------------------------------


def find(year: int) -> YearlyReport:
    """Give a year's report; one nobody has written yet is empty and not stored."""
    return YearlyReport.objects.select_related("settled").filter(year=year).first() or YearlyReport(year=year)


def write(year: int, words: dict[str, Any], seen: int, acting: Acting, now: datetime) -> YearlyReport:
    """Write a year's words and typed figures anew.

    Raises NotPermitted, NotNow once settled, AlreadyDone if another wrote meanwhile.
    """
    WRITE_YEARLY.check(acting)
    with transaction.atomic():
        report = YearlyReport.objects.select_for_update().filter(year=year).first() or YearlyReport(year=year)
        if report.settled_id:
            raise NotNow(f"Laporan tahunan {year} sudah ditetapkan dan tidak diubah lagi.")
        if report.version != seen:
            raise AlreadyDone("Laporan ini baru saja disimpan oleh orang lain; muat ulang halaman, lalu gabungkan.")
        for name, text in words.items():
            setattr(report, name, text)
        report.version += 1
        save_tracked(report, user=acting.user, now=now, reason=f"Laporan tahunan {year} ditulis")
    return report


def settle(year: int, acting: Acting, now: datetime, spend: Callable[[], Any] = bool) -> YearlyReport:
    """Settle a year that is over: store its paper, change it no more. Renders: never inside a transaction.

    `spend` spends the form's token where it writes. Raises NotPermitted, NotNow, AlreadyDone.
    """
    WRITE_YEARLY.check(acting)
    report = find(year)
    if report.settled_id:
        raise NotNow(f"Laporan tahunan {year} sudah ditetapkan dan tidak diubah lagi.")
    if year >= _day(now).year:
        raise NotNow(f"Tahun {year} belum berakhir; laporannya belum dapat ditetapkan.")
    printed = draw(report, now, day=_day(now))
    upload = documents.Upload(f"{printed.name}.pdf", documents.PDF, printed.pdf, page_count(printed.pdf))
    with transaction.atomic():
        locked = YearlyReport.objects.select_for_update().filter(year=year).first() or report
        if locked.settled_id or locked.version != report.version:
            raise AlreadyDone("Laporan ini baru saja diubah oleh orang lain; periksa lagi sebelum ditetapkan.")
        spend()
        locked.settled = documents.store_of_book(FileKind.REPORT, upload, user=acting.user, now=now)
        save_tracked(locked, user=acting.user, now=now, reason=f"Laporan tahunan {year} ditetapkan")
    return locked


# -- Paper and workbook ------------------------------------------------------------------------------------------------


def draw(report: YearlyReport, now: datetime, *, day: date | None = None) -> Printed:
    """Draw the report for the signature of whoever is PPID now; its date is left to the pen until it is settled."""
    return paper(
        "yearly", f"laporan-tahunan-{report.year}", report=report, parts=parts(report), ppid=ppid_on(_day(now)), day=day
    )


def workbook(report: YearlyReport) -> list[Sheet]:
    """Give the report's figures, and the time each request took (art. 12 b)."""
    figures = [Column("Bagian", "number", 8), Column("Angka", width=60), Column("Jumlah", "number", 12)]
    made = parts(report)
    rows = [[part.number, label, value] for part in made for label, value in part.figures]
    words = [Column("Bagian", "number", 8), Column("Judul", width=50), Column("Uraian", width=90)]
    said = [[part.number, part.title, part.words] for part in made]
    period = Period.year(report.year)
    taken = times(received(period.begin, period.end).order_by("year", "sequence", "pk"))
    columns = [Column("No.", width=28), Column("Diterima", "date", 12), Column("Selesai", "date", 12)]
    columns += [Column("Hari kerja", "number", 10), Column("Penyelesaian", width=36)]
    titles = {slug: ending.title for slug, ending in every_ending().items()}
    listed = [[row.number, row.received, row.ended, row.days, titles[row.ending]] for row in taken]
    return [
        Sheet(f"Laporan {report.year}", figures, rows),
        Sheet("Uraian", words, said),
        Sheet("Waktu tiap permohonan", columns, listed),
    ]
