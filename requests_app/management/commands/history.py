"""The raw history rows of one case: what the timing is read from."""

import json
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.management.base import CommandParser
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from ...clock import WITA
from ...models.case import InformationRequest
from ...models.records import StepRecord
from ...models.records.base import LATE_AFTER
from ..desk_command import DeskCommand, case_of


class Command(DeskCommand):
    help = "Baris riwayat sebuah permohonan, apa adanya."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("number", help="nomor pendaftaran, lengkap atau nomor urutnya saja")
        parser.add_argument("--json", action="store_true")
        parser.add_argument("--all", action="store_true", help="juga riwayat catatan setiap tindakan")

    def handle(self, *args, **options) -> None:
        case = case_of(options["number"])
        rows = sorted(raw_rows(case, options["all"]), key=lambda row: (row["history_date"], row["act"]))
        if options["json"]:
            self.stdout.write(json.dumps(rows, cls=LocalEncoder, ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(map(as_line, rows)))


class LocalEncoder(DjangoJSONEncoder):
    """Writes instants with the office's offset."""

    def default(self, o: Any) -> Any:
        return o.astimezone(WITA).isoformat() if hasattr(o, "astimezone") else super().default(o)


def raw_rows(case: InformationRequest, with_records: bool) -> Iterator[dict[str, Any]]:
    """Read the case's history rows, and on demand those of every record of its acts."""
    yield from rows_of(InformationRequest, case.history.order_by("act", "history_id"))
    kinds = [model for model in apps.get_app_config("requests_app").get_models() if issubclass(model, StepRecord)]
    for model in kinds if with_records else []:
        yield from rows_of(model, model.history.filter(case_id=case.pk).order_by("history_id"))


def rows_of(model: type[models.Model], history: Any) -> Iterator[dict[str, Any]]:
    """Name the model on each of its rows."""
    return ({"model": model._meta.model_name, **row} for row in history.values())


def as_line(row: dict[str, Any]) -> str:
    """Write one row for people."""
    recorded, happened = row["history_date"].astimezone(WITA), row["happened_at"].astimezone(WITA)
    line = f"{row['act']:>3}  {recorded:%Y-%m-%d %H.%M.%S}  {row['model']:<20} {row['history_change_reason'] or ''}"
    return f"{line}  (susulan, terjadi {happened:%Y-%m-%d %H.%M})" if recorded - happened > LATE_AFTER else line
