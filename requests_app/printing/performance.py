"""The performance report on paper and as a workbook: the rows of `performance.report`, nothing counted here."""

from operator import attrgetter

from ..performance.charts import charts_of
from ..performance.report import Report
from ..text.words import bulan, tanggal
from .render import Printed, paper
from .sheets import Column, Sheet


def performance_report(report: Report) -> Printed:
    """Draw the report of a period with its charts, a table beside each."""
    return paper("performance", file_name(report), report=report, charts=charts_of(report), period=period_words(report))


def file_name(report: Report) -> str:
    """Name the file after its month, or after its two days."""
    period = report.period
    if period.is_month:
        return f"kinerja-{period.begins:%Y-%m}"
    return f"kinerja-{period.begins}-{period.last}"


def period_words(report: Report) -> str:
    """Say the period: "November 2026", or its two days."""
    period = report.period
    if period.is_month:
        return bulan(period.begins)
    return f"{tanggal(period.begins)} sampai {tanggal(period.last)}"


def workbook(report: Report) -> list[Sheet]:
    """Lay the report out as sheets: summary with what is open, requests, steps, reasons, posts, holds, trend."""
    parts = (_summary, _requests, _steps, _reasons, _posts, _holds, _trend)
    return [part(report) for part in parts]


def _summary(report: Report) -> Sheet:
    stands = report.standing
    rows = [
        ("Periode", period_words(report), None),
        ("Diterima", None, report.received.value),
        ("di antaranya dicatat susulan dari kertas", None, report.arrivals.value),
        ("Selesai", None, report.ended.value),
        ("Langkah diselesaikan", None, report.stays),
        ("Langkah lewat waktu", None, report.late.value),
        ("Langkah dicatat susulan dari kertas, tidak masuk hitungan di atas", None, report.papers.value),
        (f"Belum selesai pada {tanggal(report.made_at)}", None, stands.open),
        *((f"– umur {age.words.lower()}", None, age.number) for age in stands.ages),
        ("Langkah berjalan yang lewat waktu", None, stands.overdue),
        ("Belum dibuka oleh yang dituju", None, stands.unopened),
        ("Disposisi belum dikonfirmasi", None, stands.unconfirmed),
        ("Alasan lewat waktu belum diisi", None, stands.unexplained),
    ]
    columns = [Column("Ukuran", width=60), Column("Keterangan", width=34), Column("Jumlah", "number", 12)]
    return Sheet("Ringkasan", columns, rows)


def _requests(report: Report) -> Sheet:
    groups = (("Jalur", report.paths), ("Saluran", report.channels))
    rows: list[tuple] = [
        (kind, line.title, line.received.value, line.ended.value) for kind, lines in groups for line in lines
    ]
    rows += [("Penyelesaian", line.title, None, line.ended.value) for line in report.outcomes]
    names = [Column("Menurut"), Column("Nama", width=40)]
    return Sheet("Permohonan", [*names, Column("Diterima", "number"), Column("Selesai", "number")], rows)


def _steps(report: Report) -> Sheet:
    columns = [Column("Langkah", "number", 9), Column("Nama", width=28), Column("Target", "minutes")]
    columns += [Column("Diselesaikan", "number"), Column("Median", "minutes"), Column("Persentil 90", "minutes")]
    columns += [Column("Lewat waktu", "number"), Column("Tepat waktu (%)", "number")]
    columns += [Column("Waktu kerja seluruhnya", "minutes", 24)]
    told = attrgetter(*"number title target stays.value median ninetieth late.value share total".split())
    return Sheet("Langkah", columns, [told(line) for line in report.steps])


def _reasons(report: Report) -> Sheet:
    columns = [Column("Alasan lewat waktu", width=60), Column("Kali", "number")]
    return Sheet("Alasan", columns, [(line.title, line.number.value) for line in report.reasons])


def _posts(report: Report) -> Sheet:
    columns = [Column("Jabatan", width=34), Column("Berapa kali", "number")]
    columns += [Column("Menunggu dibuka", "minutes"), Column("Ditangani", "minutes")]
    return Sheet(
        "Jabatan", columns, [(line.title, line.stays.value, line.waiting, line.handling) for line in report.posts]
    )


def _holds(report: Report) -> Sheet:
    columns = [Column("Penundaan", width=44), Column("Tanggungan"), Column("Berakhir", "number")]
    columns += [Column("Lamanya menurut kalender", "minutes", 26), Column("Masih ditunda", "number")]
    rows = [(line.title, line.whose, line.ended.value, line.lasted, line.open.value) for line in report.holds]
    return Sheet("Penundaan", columns, rows)


def _trend(report: Report) -> Sheet:
    columns = [Column("Bulan", width=18), Column("Diterima", "number"), Column("Selesai", "number")]
    columns += [Column("Langkah diselesaikan", "number", 20), Column("Lewat waktu", "number")]
    rows = [
        (bulan(line.span.begins), line.received.value, line.ended.value, line.stays, line.late.value)
        for line in report.trend
    ]
    return Sheet("Dua belas bulan", columns, rows)
