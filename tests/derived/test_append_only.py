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

# Typed by hand: what is written for good, and what keeps a history, which is written for good too.
FOR_GOOD = """
    expedition expeditionnote bookfile closedmonth seriesstart verdictchange formbatch extension writtennotice
""".split()
TRACKED = """
    office unit division post user appointment availability designation instruction informationrequest steprecord
    availabilitycheck meeting disposition incomingletter review identification consultation rawdata replyletter
    letterdecision latereason lateness hold closing extension writtennotice correction numbering expedition
    targetrevision workinghours workingspan dayoverride classificationcode statutoryrule electionstage lettertemplate
    yearlyreport
""".split()
LETTER = """
    version outcome excluded_article subject nature recipient recipient_address body copies_to no_attachment signer_id
    in_name_of_id signed_as_id raw_data_id classification number number_year number_sequence letter_date code
""".split()
DOCUMENT = "case_id record_id kind path content_type size sha256".split()


@pytest.fixture
def handed(desk):
    """Hand a letter over."""
    return desk.do(desk.case_at(13), "deliver")


def answer(statement, *values):
    """Send one statement past every model, say what the database answered, and take it back."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)
            transaction.set_rollback(True)
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


def frozen(row):
    """List the columns of a row whose change the database refuses, one by one."""
    table, key = row._meta.db_table, row._meta.pk.column
    return [
        field.column
        for field in row._meta.local_concrete_fields
        if not field.primary_key
        and "append-only"
        in answer(f"UPDATE {table} SET {field.column} = %s WHERE {key} = %s", another(field, row), row.pk)
    ]


def another(field, row):
    """Give a value that differs from the one a row has."""
    value, kind = getattr(row, field.attname), field.get_internal_type()
    if kind == "BooleanField":
        return not value
    if kind in ("DateField", "DateTimeField"):
        return NOW.replace(year=2001).date() if kind == "DateField" else NOW.replace(year=2001)
    return "beda" if kind in ("CharField", "TextField") else (value or 0) + 1


def test_an_issued_letter_keeps_all_that_is_printed_or_counted(handed, desk):
    letter = ReplyLetter.objects.get(case=handed)
    assert sorted(frozen(letter)) == sorted(LETTER)
    assert answer("DELETE FROM requests_app_replyletter") == refused("replyletter", "DELETE")
    letter.status = "batal"
    letter.save(update_fields=["status"])  # what was issued may be cancelled, number kept
    draft = ReplyLetter.objects.get(case=desk.case_at(12, "approve"))
    assert frozen(draft) == []
    assert answer("DELETE FROM requests_app_replyletter WHERE number IS NULL") == "done"


def test_a_stored_file_keeps_its_hash_and_place(handed, desk):
    document = Document(case=handed, kind="lain", path="ab/cd", name="a", content_type="text/csv", size=1,
                        sha256="0" * 64, uploaded_by=desk.cast.admin, uploaded_at=NOW)  # fmt: skip
    document.save()
    assert sorted(frozen(document)) == sorted(DOCUMENT)
    assert answer("DELETE FROM requests_app_document") == refused("document", "DELETE")


@pytest.mark.parametrize(("vendor", "verbs"), [("sqlite", 2), ("postgresql", 3)])
def test_every_table_written_for_good_is_guarded(vendor, verbs):
    tables = [*FOR_GOOD, *(f"historical{name}" for name in TRACKED)]
    whole = [f"keep_{table}_{verb}" for table in tables for verb in ("update", "delete", "truncate")[:verbs]]
    parts = [
        f"keep_{table}_{verb}" for table in ("steprecord", "replyletter", "document") for verb in ("update", "delete")
    ]
    assert sorted(guard.name for guard in append_only.guards(vendor)) == sorted(whole + parts)


def test_only_the_acts_own_row_of_a_hand_over_is_kept(desk):
    case = desk.act("ready", desk.case_at(11), "kasubag2", "telepon")
    case = desk.do(case, "deliver")
    rows = StepRecord.objects.filter(case=case).order_by("act").values_list("pk", "kind", "task")
    said = {
        (kind, task): answer("UPDATE requests_app_steprecord SET note = 'x' WHERE id = %s", pk)
        for pk, kind, task in rows
    }
    assert {row for row, what in said.items() if what != "done"} == {("complete", "deliver")}
    assert said["ready", "deliver"] == said["complete", "prepare"] == "done"


def test_the_statements_of_each_vendor():
    whole, part = append_only.Guard("expedition", "TRUNCATE"), append_only.Guard("t", "DELETE", "OLD.a = 1")
    body = "RAISE EXCEPTION '{}' USING ERRCODE = 'integrity_constraint_violation';"
    function = "CREATE OR REPLACE FUNCTION {}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {} RETURN {}; END $$"
    trigger = "CREATE TRIGGER keep_expedition_truncate BEFORE"
    refuses = body.format("expedition is append-only: TRUNCATE refused")
    assert append_only._create(whole, "postgresql") == [
        function.format("keep_expedition_truncate", refuses, "NEW"),
        f"{trigger} TRUNCATE ON expedition FOR EACH STATEMENT EXECUTE FUNCTION keep_expedition_truncate()",
    ]
    refuses = f"IF OLD.a = 1 THEN {body.format('t is append-only: DELETE refused')} END IF;"
    assert append_only._create(part, "postgresql") == [
        function.format("keep_t_delete", refuses, "OLD"),
        "CREATE TRIGGER keep_t_delete BEFORE DELETE ON t FOR EACH ROW EXECUTE FUNCTION keep_t_delete()",
    ]
    (on_sqlite,) = append_only._create(part, "sqlite")
    assert on_sqlite == (
        "CREATE TRIGGER keep_t_delete BEFORE DELETE ON t FOR EACH ROW WHEN OLD.a = 1 "
        "BEGIN SELECT RAISE(ABORT, 't is append-only: DELETE refused'); END"
    )
    assert append_only._drop(part, "postgresql") == ["DROP TRIGGER IF EXISTS keep_t_delete ON t"]
    assert append_only._drop(part, "sqlite") == ["DROP TRIGGER IF EXISTS keep_t_delete"]


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
