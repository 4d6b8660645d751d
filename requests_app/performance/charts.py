"""Charts as plain shapes on a small grid, for one template that draws them on screen and on paper. Pure.

A chart is never the only place a figure stands: the table beside it holds them all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..text.words import MONTHS, bulan
from .report import Report

WIDTH, ROW, LABEL, VALUE = 340, 24, 152, 40  # signs of the grid; at full width one is a CSS pixel
COLUMNS_HIGH, FOOT = 120, 32


@dataclass(frozen=True)
class Bar:
    """One rectangle; `kind` is "a", filled, or "b", hollow."""

    x: float
    y: float
    width: float
    height: float
    kind: str


@dataclass(frozen=True)
class Text:
    """Some words at a point; `anchor` is start, middle or end."""

    x: float
    y: float
    words: str
    anchor: str


@dataclass(frozen=True)
class Chart:
    """A chart with what it shows (`title`) and what it says (`desc`), for who does not see it."""

    name: str
    title: str
    desc: str
    height: int
    bars: list[Bar]
    texts: list[Text]
    legend: tuple[str, ...] = ()
    mark: float = 0  # where a line across all rows stands: the target
    width: int = WIDTH


@dataclass(frozen=True)
class Datum:
    """One row or group: its name, its one or two values, and the words at its end."""

    label: str
    values: tuple[float, ...]
    words: str


def rows(
    name: str, title: str, desc: str, items: Sequence[Datum], legend=(), most: float = 0, mark: float = 0
) -> Chart:
    """Draw a row per item, its values one after another; `most` is what fills the width, `mark` a value to compare."""
    room = WIDTH - LABEL - VALUE
    most = most or max((sum(item.values) for item in items), default=0) or 1
    bars, texts = [], []
    for place, item in enumerate(items):
        y, x = place * ROW + 6, float(LABEL)
        texts.append(Text(LABEL - 6, y + 12, item.label, "end"))
        for kind, value in zip("ab", item.values, strict=False):
            width = round(min(value, most - (x - LABEL) / room * most) / most * room, 1)
            if width > 0:
                bars.append(Bar(x, y, width, 14, kind))
            x = round(x + max(width, 0), 1)
        texts.append(Text(WIDTH, y + 12, item.words, "end"))
    line = round(LABEL + mark / most * room, 1) if mark else 0
    return Chart(name, title, desc, len(items) * ROW + 4, bars, texts, tuple(legend), line)


def columns(name: str, title: str, desc: str, items: Sequence[Datum], legend: Sequence[str]) -> Chart:
    """Draw two columns per item side by side, the item's name below and its first value above."""
    most = max((value for item in items for value in item.values), default=0) or 1
    step = WIDTH / max(len(items), 1)
    bars, texts = [], []
    for place, item in enumerate(items):
        left = place * step
        for kind, value in zip("ab", item.values, strict=False):
            height = round(value / most * (COLUMNS_HIGH - 16), 1)
            x = round(left + step * (0.12 if kind == "a" else 0.52), 1)
            if height:
                bars.append(Bar(x, round(COLUMNS_HIGH - height, 1), round(step * 0.36, 1), height, kind))
        texts.append(Text(round(left + step / 2, 1), COLUMNS_HIGH + 15, item.label, "middle"))
        texts.append(Text(round(left + step / 2, 1), COLUMNS_HIGH + 29, item.words, "middle"))
    return Chart(name, title, desc, COLUMNS_HIGH + FOOT, bars, texts, tuple(legend))


def charts_of(report: Report) -> dict[str, Chart]:
    """Draw the charts of a report; one with nothing to show is left out."""
    drawn = (_trend(report), _steps(report), _posts(report), _ages(report))
    return {chart.name: chart for chart in drawn if chart.bars}


def _trend(report: Report) -> Chart:
    items = [
        Datum(month_word(line.span.begins.month), (line.received.value, line.ended.value), str(line.received.value))
        for line in report.trend
    ]
    best = max(report.trend, key=lambda line: line.received.value)
    last = report.trend[-1]
    desc = (
        f"Terbanyak diterima pada {bulan(best.span.begins)}: {best.received.value}. "
        f"{bulan(last.span.begins)}: diterima {last.received.value}, selesai {last.ended.value}."
    )
    return columns("trend", "Diterima dan selesai, dua belas bulan", desc, items, ("diterima", "selesai"))


def _steps(report: Report) -> Chart:
    """Draw the share of stays on time, step by step."""
    items = [Datum(f"{line.number} {line.title}", (line.share,), f"{line.share} %") for line in report.steps]
    worst = min(report.steps, key=lambda line: line.share, default=None)
    desc = f"Paling rendah: langkah {worst.number} {worst.title}, {worst.share} %." if worst else ""
    return rows("steps", "Selesai tepat waktu per langkah", desc, items, most=100)


def _posts(report: Report) -> Chart:
    items = [
        Datum(line.title, (line.waiting / line.stays.value, line.handling / line.stays.value), str(line.stays.value))
        for line in report.posts
    ]
    slow = max(report.posts, key=lambda line: line.waiting / line.stays.value, default=None)
    desc = f"Paling lama menunggu dibuka: {slow.title}." if slow else ""
    legend = ("menunggu dibuka", "ditangani", "angka: berapa kali")
    return rows("posts", "Rata-rata menit kerja per jabatan", desc, items, legend)


def _ages(report: Report) -> Chart:
    items = [Datum(age.words, (age.number,), str(age.number)) for age in report.standing.ages]
    return rows("ages", "Belum selesai hari ini menurut umur", f"Seluruhnya {report.standing.open}.", items)


def month_word(month: int) -> str:
    """Say a month in three letters."""
    return MONTHS[month - 1][:3]
