"""A case in one step, task and holder is a stay, in the database as in the code; no row changes."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("requests_app", "0006_search")]

    operations = [
        migrations.RemoveConstraint("visit", "visit_once_per_act"),
        migrations.RemoveConstraint("visit", "visit_one_open"),
        migrations.RenameModel("Visit", "Stay"),
        migrations.RenameField("lateness", "visit", "stay"),
        migrations.RenameField("historicallateness", "visit", "stay"),
        migrations.RenameField("verdictchange", "visit", "stay"),
        migrations.RenameIndex("stay", "stay_open_due", old_name="visit_open_due"),
        migrations.RenameIndex("stay", "stay_unexplained", old_name="visit_unexplained"),
        migrations.RenameIndex("stay", "requests_ap_holder__045406_idx", old_name="requests_ap_holder__3eb1d4_idx"),
        migrations.RenameIndex("stay", "requests_ap_ended_4b04da_idx", old_name="requests_ap_ended_a9263c_idx"),
        migrations.AlterField("stay", "case", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="stays", to="requests_app.informationrequest")),
        migrations.AlterField("stay", "holder", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="stays", to="requests_app.post")),
        migrations.AddConstraint("stay", models.UniqueConstraint(fields=("case", "act_began"), name="stay_once_per_act")),
        migrations.AddConstraint(
            "stay", models.UniqueConstraint(condition=Q(("ended__isnull", True)), fields=("case",), name="stay_one_open")
        ),
    ]
