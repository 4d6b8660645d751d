"""What the database itself refuses: to change or remove a row of the book, of history, of an issued letter."""

import pytest
from django.core import checks
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from requests_app.derived import append_only
from requests_app.models import Document, Expedition, InformationRequest, NumberSeries, ReplyLetter, StepRecord
from tests import guards
from tests.cast import NOW
from tests.repository import files, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def handed(desk):
    """Hand a letter over."""
    return desk.do(desk.case_at(13), "deliver")


def answer(statement, *values):
    """Send one statement past every model, and say what the database answered."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)
    except IntegrityError as refused:
        return str(refused).splitlines()[0]
    return "done"


def refused(table, verb):
    return f"requests_app_{table} is append-only: {verb} refused"


def test_a_row_of_the_book_is_neither_changed_nor_removed(handed):
    row = Expedition.objects.get(case=handed)
    assert answer("UPDATE requests_app_expedition SET remark = 'x'") == refused("expedition", "UPDATE")
    assert answer("DELETE FROM requests_app_expedition") == refused("expedition", "DELETE")
    own = "WHERE id = %s"
    assert answer(f"UPDATE requests_app_steprecord SET note = 'x' {own}", row.pk) == refused("steprecord", "UPDATE")
    assert answer(f"DELETE FROM requests_app_steprecord {own}", row.pk) == refused("steprecord", "DELETE")
    row.remark = "lain"
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()
    row.refresh_from_db()
    assert row.remark == ""


def test_other_records_may_still_change(handed):
    other = StepRecord.objects.filter(case=handed, expedition=None).first()
    assert answer("UPDATE requests_app_steprecord SET note = 'x' WHERE id = %s", other.pk) == "done"


def test_history_is_only_added_to(handed):
    tables = [guard.table for guard in append_only.guards(connection.vendor) if "historical" in guard.table]
    filled = 0
    for table in sorted(set(tables)):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT COUNT(*) FROM {table}")
            count = cursor.fetchone()[0]
        if count:
            filled += 1
            short = table.removeprefix("requests_app_")
            assert answer(f"UPDATE {table} SET history_change_reason = 'x'") == refused(short, "UPDATE")
            assert answer(f"DELETE FROM {table}") == refused(short, "DELETE")
    assert filled >= 20


def test_an_issued_letter_keeps_its_text_and_number(handed, desk):
    letter = ReplyLetter.objects.get(case=handed)
    for column in ("body", "number", "subject", "recipient", "copies_to"):
        said = answer(f"UPDATE requests_app_replyletter SET {column} = 'lain'")
        assert said == refused("replyletter", "UPDATE")
    assert answer("DELETE FROM requests_app_replyletter") == refused("replyletter", "DELETE")
    letter.status = "batal"
    letter.save(update_fields=["status"])  # what was issued may be cancelled, number kept
    draft = ReplyLetter.objects.get(case=desk.case_at(12, "approve"))
    draft.body = "Konsep lain"
    draft.save()


def test_a_stored_file_keeps_its_hash_and_place(handed, desk):
    document = Document(case=handed, kind="lain", path="ab/cd", name="a", content_type="text/csv", size=1,
                        sha256="0" * 64, uploaded_by=desk.cast.admin, uploaded_at=NOW)  # fmt: skip
    document.save()
    assert answer("UPDATE requests_app_document SET sha256 = 'x'") == refused("document", "UPDATE")
    assert answer("DELETE FROM requests_app_document") == refused("document", "DELETE")


def test_the_counter_is_exempt(handed):
    assert NumberSeries.take("ekspedisi", 2026) == 2


def test_emptying_the_whole_table_is_refused(handed):
    verb = {"postgresql": "TRUNCATE", "sqlite": "DELETE"}[connection.vendor]
    statement = {
        "TRUNCATE": "TRUNCATE requests_app_expedition CASCADE",
        "DELETE": "DELETE FROM requests_app_expedition",
    }
    connection.check_constraints()  # PostgreSQL empties no table while a deferred check still waits on it
    assert answer(statement[verb]) == refused("expedition", verb)


def test_a_check_names_what_is_missing_and_migrate_puts_it_back(db):
    def warned():
        found = checks.run_checks(tags=["database"], databases=["default"])
        return [message.msg for message in found if message.id == "requests_app.W002"]

    assert (append_only.missing(), warned()) == ([], [])
    on = " ON requests_app_expedition" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER keep_expedition_delete{on}")
    assert append_only.missing() == ["keep_expedition_delete"]
    assert warned() == ["Pengaman “keep_expedition_delete” tidak terpasang pada basis data: catatan lama dapat diubah."]
    call_command("migrate", verbosity=0)
    assert (append_only.missing(), warned()) == ([], [])


def test_only_tests_take_them_out(handed):
    with guards.lifted():
        assert InformationRequest.history.filter(id=handed.pk).delete()[0] > 0
    assert append_only.missing() == []
    code = [path for path in files(".py") if path.parts[0] != "tests" and "migrations" not in path.parts]
    drops = [str(path) for path in code if "DROP TRIGGER" in text(path)]
    # Where each is put in place anew, and the search's own, which refuse nothing.
    assert sorted(drops) == ["requests_app/derived/append_only.py", "requests_app/derived/search_index.py"]
