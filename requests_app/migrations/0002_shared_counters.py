"""The table in which several servers count together (tries of one address on the public page)."""

from django.core.management import call_command
from django.db import migrations


def make_table(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        call_command("createcachetable", "desk_cache", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("requests_app", "0001_initial")]
    operations = [migrations.RunPython(make_table, migrations.RunPython.noop)]
