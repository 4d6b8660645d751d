"""What each step of one case took, read from its history."""

import json
from datetime import datetime, timedelta
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from ...clock import WITA
from ...clock.timing import LATE, ON_TIME, RUNNING, RUNNING_LATE, Measured
from ...derived.stays import measured, office_calendar
from ...models.case import InformationRequest
from ...models.people import Post
from ...models.records import LATE_ENTRY, StepRecord
from ...sop import Edition
from ..desk_command import DeskCommand, case_of

VERDICTS = {ON_TIME: "tepat waktu", LATE: "lewat", RUNNING: "berjalan", RUNNING_LATE: "berjalan, lewat"}


class Command(DeskCommand):
    help = "Waktu setiap langkah sebuah permohonan, dihitung dari riwayatnya."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("number", help="nomor pendaftaran, lengkap atau nomor urutnya saja")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args, **options) -> None:
        case = case_of(options["number"])
        stays = measured(case, office_calendar(), timezone.now())
        posts = {post.pk: post.title for post in Post.objects.filter(pk__in={stay.stay.holder for stay in stays})}
        edition = case.sop
        rows = [as_row(stay, posts, edition) for stay in stays]
        if options["json"]:
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2))
            return
        late = late_acts(case)
        lines = [as_line(row, late.get(stay.stay.act_ended or 0)) for row, stay in zip(rows, stays, strict=True)]
        self.stdout.write("\n".join(lines))


def as_row(stay: Measured, posts: dict[int, str], edition: Edition) -> dict[str, Any]:
    """Write one stay for scripts; minutes are working minutes, `waiting` until the holder opened the case."""
    span = stay.stay
    role = edition.step(span.step).task(span.task).actors[0].label  # whoever holds a post of this role may act
    return {
        "step": span.step,
        "task": span.task,
        "holder": posts[span.holder] if span.holder else role,
        "began": iso(span.began),
        "ended": iso(span.ended),
        "working_minutes": minutes(stay.working),
        "waiting_minutes": minutes(stay.waiting),
        "target_minutes": span.target,
        "verdict": stay.verdict,
    }


def late_acts(case: InformationRequest) -> dict[int, datetime]:
    """Read which acts were entered from paper well after they happened, and when each was recorded."""
    rows = StepRecord.objects.filter(LATE_ENTRY, case=case).order_by("act", "pk")
    return dict(rows.values_list("act", "recorded_at"))


def as_line(row: dict[str, Any], recorded: datetime | None) -> str:
    """Write one stay for people; one that ended on paper says when it was recorded."""
    took = f"{row['working_minutes']:.2f} dari {row['target_minutes']} menit"
    span = f"{row['began'][:16]} – {(row['ended'] or 'sekarang')[:16]}".replace("T", " ")
    line = f"{row['step']:>2} {row['task']:<12} {span}  {took:<24} {VERDICTS[row['verdict']]:<16} {row['holder'] or ''}"
    return f"{line}  (susulan, dicatat {recorded.astimezone(WITA):%Y-%m-%d %H:%M})" if recorded else line


def iso(at: datetime | None) -> str | None:
    """Write an instant with the office's offset."""
    return at.astimezone(WITA).isoformat() if at else None


def minutes(length: timedelta) -> float:
    """Write a length in minutes with two decimals."""
    return round(length.total_seconds() / 60, 2)
