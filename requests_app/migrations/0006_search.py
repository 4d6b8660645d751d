"""What each case is found by, in a row of its own, filled here for the cases there are; the index follows `migrate`."""

from collections import defaultdict

import django.db.models.deletion
from django.db import migrations, models

import requests_app.models.found

CHUNK = 500  # cases
LETTER_FIELDS = ("sender", "letter_number", "agenda_number", "subject")


def fill(apps, schema_editor):
    """Write the row of every case, as `finding` did when this was written."""
    cases = apps.get_model("requests_app", "InformationRequest").objects.select_related("petitioner").order_by("pk")
    texts, last = apps.get_model("requests_app", "SearchText").objects, 0
    while some := list(cases.filter(pk__gt=last)[:CHUNK]):
        said = lines_of(apps, some)
        texts.bulk_create(
            texts.model(case=case, place=int(case.received_at.timestamp()) << 29 | case.pk, text=text(case, *said[case.pk]))
            for case in some
        )
        last = some[-1].pk


def lines_of(apps, cases):
    """Collect of each case what its incoming letters say, and the numbers of its replies."""
    said = defaultdict(lambda: ([], []))
    incoming = apps.get_model("requests_app", "IncomingLetter").objects.filter(case__in=cases).order_by("act", "pk")
    for case, sender, *others in incoming.values_list("case_id", *LETTER_FIELDS):
        said[case][0].append((sender, *others))
    replies = apps.get_model("requests_app", "ReplyLetter").objects.filter(case__in=cases, number__isnull=False)
    for case, number in replies.order_by("act", "pk").values_list("case_id", "number"):
        said[case][1].append(number)
    return said


def text(case, letters, numbers):
    person = case.petitioner
    said = [case.number, case.information, *([person.name, person.phone_digits] if person else [])]
    for sender, *others in letters:
        said += ["" if person and person.erased_at else sender, *others]
    lines = dict.fromkeys(folded(line) for line in said if line)
    return "\n".join([*lines, *(folded(number) for number in numbers if number)])


def folded(said):
    return said.replace("\0", "").casefold()


class Migration(migrations.Migration):
    dependencies = [("requests_app", "0005_book_builds")]

    operations = [
        migrations.CreateModel(
            name="SearchText",
            fields=[
                ("case", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name="found", serialize=False, to="requests_app.informationrequest")),
                ("place", models.BigIntegerField(unique=True, verbose_name="urutan")),
                ("text", models.TextField(verbose_name="teks")),
            ],
            options={"verbose_name": "teks pencarian", "verbose_name_plural": "teks pencarian"},
        ),
        migrations.CreateModel(
            name="SearchIndex",
            fields=[
                ("place", models.OneToOneField(db_column="rowid", db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, primary_key=True, related_name="index", serialize=False, to="requests_app.searchtext", to_field="place")),
                ("hits", requests_app.models.found.Hits(db_column="requests_app_searchindex")),
            ],
            options={"db_table": "requests_app_searchindex", "managed": False},
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
