"""An office at work since an earlier release goes on after `migrate`: its cases, history, triggers, search and pages.

`tests/offices/landed.*` hold the same office on both databases as migration 0006 left it: 48 cases of October and
November 2026 in every row of the SOP, ended in seven ways, held, late and explained, letters issued, returned,
recalled and cancelled, a closed month, corrections, a revised target and two changed days with the verdicts before
them. Migrations that come later are judged by the same tests.
"""

import io
import lzma
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.test import override_settings
from django.urls import reverse

from requests_app.clock import WITA
from requests_app.models import InformationRequest, versions
from tests.cast import Cast, Desk
from tests.observed import differences, position, records
from tests.views.test_lists import found

OFFICES = Path(__file__).parent.parent / "offices"
ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 25, 10, 0, tzinfo=WITA)
ON_SQLITE = connection.vendor == "sqlite"

pytestmark = pytest.mark.django_db


# -- The office, loaded and upgraded once ------------------------------------------------------------------------------


@pytest.fixture(scope="module", autouse=True)
def before(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[dict[str, list[Any]]]:
    """Work in the landed office, upgraded; give its history as it was before."""
    with django_db_blocker.unblock(), another_database(tmp_path_factory.mktemp("landed")):
        versions.forget()
        history = read_history()
        with override_settings(MIGRATION_MODULES={}):  # the suite builds its own tables without migrations
            call_command("migrate", verbosity=0)
        connection.close()
        yield history


@contextmanager
def another_database(folder: Path) -> Iterator[None]:
    """Let the connection lead to the landed office instead of the suite's own, empty one."""
    suite, values = connection.settings_dict["NAME"], connection.settings_dict
    name = str(folder / "desk.sqlite3") if ON_SQLITE else f"{suite}_landed"
    if not ON_SQLITE:
        execute(f'DROP DATABASE IF EXISTS "{name}"')
        execute(f'CREATE DATABASE "{name}"')
    connection.close()
    values["NAME"] = name
    try:
        load(Path(name))
        yield
    finally:
        connection.close()
        values["NAME"] = suite
        if not ON_SQLITE:
            execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def load(file: Path) -> None:
    """Put the landed office where the connection leads."""
    kind = "sqlite3" if ON_SQLITE else "sql"
    kept = lzma.decompress((OFFICES / f"landed.{kind}.xz").read_bytes())
    if ON_SQLITE:
        file.write_bytes(kept)
        return
    execute(kept.decode())
    connection.close()  # the dump leaves its own search path behind


def execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def read_history() -> dict[str, list[Any]]:
    """Read when, by whom, how and in which words every history row was written, by the table's name."""
    tables = connection.introspection.table_names()
    columns = "history_id, history_date, history_user_id, history_type, history_change_reason"
    found = {}
    with connection.cursor() as cursor:
        for table in sorted(name for name in tables if name.startswith("requests_app_historical")):
            cursor.execute(f"SELECT {columns} FROM {table} ORDER BY history_id")
            found[table] = cursor.fetchall()
    return found


def case_of(number: int) -> InformationRequest:
    return InformationRequest.objects.get(number=f"{number:04}/PPID/5371/XI/2026")


@pytest.fixture
def client(db):
    return Cast().client


# -- What must stand afterwards ----------------------------------------------------------------------------------------


def test_nothing_is_left_to_migrate_and_the_checks_are_clean():
    said = io.StringIO()
    with override_settings(MIGRATION_MODULES={}), time_machine.travel(NOW, tick=False):
        call_command("migrate", check_unapplied=True, stdout=said)
        call_command("check", databases=["default"], fail_level="WARNING", stdout=said, stderr=said)
    assert said.getvalue() == "System check identified no issues (0 silenced).\n"


def test_the_models_say_nothing_no_migration_says(tmp_path):
    """With the product's own settings: the suite's constraints know an edition more."""
    command = [sys.executable, "manage.py", "makemigrations", "--check", "--dry-run"]
    environment = {**os.environ, "DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "kpu_desk.settings"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "No changes detected\n")


def test_history_keeps_every_row_and_its_words(before):
    after = read_history()
    assert {table: after[table] for table in before} == before
    assert (len(before), sum(map(len, before.values()))) == (39, 607)
    said = InformationRequest.history.filter(number="0031/PPID/5371/XI/2026").order_by("act")
    assert [*said.values_list("history_change_reason", flat=True)] == [
        "Permohonan dibuka",
        "Surat masuk diterima, agenda 0020",
        "Disposisi surat Ketua KPU Kota Kupang kepada Kepala Subbagian Perencanaan, Data dan Informasi",
        "Surat dan disposisi dicermati",
        "Hasil identifikasi: usul surat balasan",
        "Kepala Subbagian Perencanaan, Data dan Informasi ditugaskan: surat balasan",
        "Konsep surat balasan ke-1 diajukan",
        "Surat balasan disetujui, nomor 3/PL.02-SD/5371/KPU-Kot/XI/2026",
        "Surat balasan nomor 3/PL.02-SD/5371/KPU-Kot/XI/2026 dibatalkan",
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE requests_app_expedition SET number = number",
        "DELETE FROM requests_app_expedition",
        "UPDATE requests_app_historicalinformationrequest SET act = act",
        "DELETE FROM requests_app_historicalinformationrequest",
        "UPDATE requests_app_replyletter SET subject = 'Lain' WHERE number IS NOT NULL",
        "UPDATE requests_app_document SET sha256 = 'x'",
        "DELETE FROM requests_app_closedmonth",
    ],
)
def test_what_was_written_for_good_is_still_refused(statement):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        execute(statement)


def test_stored_times_and_days_equal_a_recomputation():
    said = io.StringIO()
    with time_machine.travel(NOW, tick=False):
        call_command("verify_timing", stdout=said)
    assert said.getvalue() == "48 permohonan diperiksa, 0 selisih.\n"


@pytest.mark.parametrize(
    ("words", "numbers"),
    [("tefa", ["0036", "0012", "0008"]), ("disabilitas", ["0042"]), ("ma'ruf", ["0015"]), ("0380123456", [])],
)
def test_the_search_finds_old_cases(words, numbers):
    assert found(Cast(), q=words) == numbers


def test_old_cases_go_on_through_the_workflow():
    desk = Desk(Cast(), NOW)
    case = desk.do(case_of(20), "review")
    assert position(case, desk.cast) == (8, "identify", "kasubag2")
    assert records(case)[-1] == (4, "Review", 7, "review")
    issued = desk.do(case_of(30), "deliver")
    assert (issued.state, issued.ending) == ("ended", "replied")
    held = desk.act("resume", case_of(38), "kasubag2", "KTP dibawa")
    reopened = desk.act("reopen", case_of(34), "sekretaris", 8, "Ternyata dikuasai")
    assert [(each.state, each.step, each.act) for each in (held, reopened)] == [("open", 7, 5), ("open", 8, 6)]
    assert [differences(each, desk.now) for each in (case, issued, held, reopened)] == [[]] * 4


def test_a_page_of_an_old_case_shows_what_was_done(client):
    with time_machine.travel(NOW, tick=False):
        page = client("sekretaris").get(reverse("case", args=[case_of(31).pk]))
    said = page.content.decode()
    assert page.status_code == 200
    assert [word in said for word in ("Salah nomor surat yang dijawab", "3/PL.02-SD/5371/KPU-Kot/XI/2026")] == [
        True
    ] * 2
