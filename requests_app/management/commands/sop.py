"""The decree's table, for people, for scripts and for the README."""

import json
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError, CommandParser

from ...sop import ACTOR_LABELS, CURRENT_EDITION, EDITIONS, Edition, Step
from ..desk_command import DeskCommand

BEGIN, END = "<!-- sop:begin -->", "<!-- sop:end -->"


class Command(DeskCommand):
    help = "Tampilkan tabel SOP."

    def add_arguments(self, parser: CommandParser) -> None:
        form = parser.add_mutually_exclusive_group()
        form.add_argument("--json", action="store_true", help="daftar langkah untuk skrip")
        form.add_argument("--readme", action="store_true", help="tulis ulang tabel di README.md")

    def handle(self, *args, **options) -> None:
        edition = EDITIONS[CURRENT_EDITION]
        if options["readme"]:
            write_readme(edition)
        elif options["json"]:
            self.stdout.write(json.dumps([as_json(row) for row in edition.rows], ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n\n".join([as_heading(edition), *map(as_text, edition.rows)]))


def as_json(row: Step) -> dict[str, Any]:
    """Write a row for scripts; minutes are working minutes."""
    return {
        "number": row.number,
        "slug": row.slug,
        "title": row.title,
        "heading": row.heading,
        "tasks": [{"slug": task.slug, "actors": [actor.value for actor in task.actors]} for task in row.tasks],
        "target_minutes": row.target_minutes,
        "inputs": list(row.inputs),
        "outputs": list(row.outputs),
        "remark": row.remark,
        "next": list(row.next),
    }


def onward(row: Step) -> str:
    """Say where a row leads."""
    *first, last = map(str, row.next or ("selesai",))
    return f"{', '.join(first)} atau {last}" if first else last


def who(row: Step) -> str:
    """Name a row's columns, each once."""
    return ", ".join(ACTOR_LABELS[actor] for actor in row.actors())


def as_heading(edition: Edition) -> str:
    """Write the edition's title and number."""
    return f"{edition.title}\nKeputusan {edition.number}, {edition.signed}"


def as_text(row: Step) -> str:
    """Write a row for people."""
    lines = [f"{row.number}. {row.title} – {row.time} – {who(row)} – berikutnya: {onward(row)}", row.heading]
    lines += [f"Kelengkapan: {'; '.join(row.inputs)}"] if row.inputs else []
    lines += [f"Hasil: {'; '.join(row.outputs)}"]
    lines += [f"Keterangan: {row.remark}"] if row.remark else []
    return "\n   ".join(lines)


def as_table(edition: Edition) -> str:
    """Write the rows as the README's table."""
    head = ["| # | Langkah | Pelaku | Waktu | Kelengkapan | Hasil | Berikutnya |", "|---|---|---|---|---|---|---|"]
    rows = [
        f"| {row.number} | {row.title} | {who(row)} | {row.time} | {'; '.join(row.inputs) or '–'} "
        f"| {'; '.join(row.outputs)} | {onward(row)} |"
        for row in edition.rows
    ]
    return "\n".join([*head, *rows])


def with_table(readme: str, edition: Edition) -> str:
    """Put the table between the README's marks. Raises CommandError when they are missing."""
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise CommandError(f"README.md tidak memuat tanda {BEGIN} dan {END}.")
    return f"{before}{BEGIN}\n{as_table(edition)}\n{END}{after}"


def write_readme(edition: Edition) -> None:
    """Rewrite README's block from the table."""
    readme = settings.BASE_DIR / "README.md"
    readme.write_text(with_table(readme.read_text(encoding="utf-8"), edition), encoding="utf-8")
