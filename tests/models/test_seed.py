"""The default office and people: saved through the models, once, each row with its history."""

from datetime import date

import pytest

from requests_app.clock import WITA
from requests_app.models import (
    Appointment,
    ClassificationCode,
    Designation,
    Division,
    Instruction,
    Numbering,
    Office,
    Post,
    PostKind,
    StatutoryRule,
    Unit,
    User,
    WorkingHours,
    WorkingSpan,
    seed,
    versions,
)
from requests_app.models.base import save_tracked
from requests_app.models.calendar import DEFAULT_WEEK, current_calendar
from tests.cast import NOW

pytestmark = pytest.mark.django_db
SEEDED = [Appointment, Designation, Division, Instruction, Numbering, Post, Unit, User, WorkingHours, WorkingSpan]


def counts() -> dict[str, tuple[int, int]]:
    """Count rows and history copies."""
    return {model.__name__: (model.objects.count(), model.history.count()) for model in SEEDED}


def load() -> None:
    seed.load_office(NOW)
    seed.load_people(NOW)


def test_every_row_has_one_history_copy_with_its_words():
    load()
    assert [name for name, (rows, copies) in counts().items() if not rows or rows != copies] == []
    said = {row.history_change_reason for model in SEEDED for row in model.history.all()}
    assert said == {"Pengaturan awal kantor", "Orang rekaan untuk peragaan"}
    dated = {row.history_date for model in SEEDED for row in model.history.all()}
    assert dated == {NOW}


def test_loading_again_changes_nothing_and_keeps_what_an_admin_changed():
    load()
    Unit.objects.filter(name__startswith="Keuangan").update(ends=date(2026, 12, 31))
    Numbering.objects.filter(kind="agenda").update(template="{nomor}/{tahun}")
    before = counts()
    load()
    assert counts() == before
    assert Unit.objects.get(name__startswith="Keuangan").ends == date(2026, 12, 31)
    assert Numbering.objects.get(kind="agenda").template == "{nomor}/{tahun}"
    assert Office.objects.count() == 1


def test_the_office_has_the_posts_of_the_decree():
    load()
    kinds = list(Post.objects.order_by("rank").values_list("kind", flat=True))
    assert kinds == [
        "helpdesk",
        "ketua",
        *["anggota"] * 4,
        "sekretaris",
        *["kasubag"] * 4,
        "staff",
        "admin",
        "pemeriksa",
    ]
    assert not Post.objects.filter(kind=PostKind.KASUBAG, unit=None).exists()
    assert not Post.objects.filter(kind__in=["ketua", "anggota"], division=None).exists()


def test_two_of_the_usual_orders_are_an_order():
    load()
    assert dict(Instruction.objects.exclude(order="").values_list("text", "order")) == {
        "Siapkan data baku": "data",
        "Siapkan surat balasan": "letter",
    }


def test_the_hours_saved_are_the_hours_the_clock_defaults_to():
    default = [current_calendar().day(date(2026, 11, day)).spans for day in range(23, 30)]
    load()
    versions.forget()
    assert [current_calendar().day(date(2026, 11, day)).spans for day in range(23, 30)] == default
    assert WorkingSpan.objects.count() == sum(len(spans) for spans in DEFAULT_WEEK)


def test_an_account_without_a_password_cannot_log_in():
    seed.load_office(NOW)
    people = seed.load_people(NOW, {"ketua": "kata sandi uji"})
    assert [name for name, user in people.items() if user.has_usable_password()] == ["ketua"]
    assert [name for name, user in people.items() if user.is_staff] == ["admin"]


@pytest.mark.parametrize(("month", "since"), [(1, date(2025, 1, 1)), (2, date(2025, 1, 1)), (3, date(2026, 1, 1))])
def test_appointments_reach_back_past_a_month_of_work(month, since):
    seed.load_office(NOW)
    seed.load_people(NOW.replace(month=month))
    assert set(Appointment.objects.values_list("begins", flat=True)) == {since}


def test_the_examiner_is_dated():
    load()
    ended = Appointment.objects.exclude(ends=None).values_list("user__username", "ends")
    assert list(ended) == [("pemeriksa", date(NOW.astimezone(WITA).year, 12, 31))]


def test_the_replayed_cast_equals_the_seeded_one(cast):
    assert set(cast.users) == {row["username"] for row in seed.fixture("people")["people"]} | {
        "outsider",
        "former",
        "inactive",
    }
    assert [cast.acting(name).appointments for name in ("outsider", "former", "inactive")] == [(), (), ()]
    assert cast.acting("kasubag1").posts == [cast.post("kasubag1")]


# -- A newer release over a running office -----------------------------------------------------------------------------


def test_a_newer_releases_codes_and_orders_reach_a_running_office(cast):
    for row in (ClassificationCode.objects.get(code="HK.07-SD"), Instruction.objects.first()):
        type(row).objects.filter(pk=row.pk).delete()
    before = ClassificationCode.objects.count(), Instruction.objects.count()
    seed.after_migrate()
    assert (ClassificationCode.objects.count(), Instruction.objects.count()) == (before[0] + 1, before[1] + 1)
    newest = ClassificationCode.objects.get(code="HK.07-SD").history.latest()
    assert newest.history_change_reason == "Baris baru dari rilis ini"
    version = Office.objects.get().calendar_version
    seed.after_migrate()
    assert Office.objects.get().calendar_version == version


def test_an_office_that_was_set_up_without_codes_gets_them_and_keeps_its_own_default(cast):
    ClassificationCode.objects.all().delete()
    own = ClassificationCode(code="XX.01", title="Kode kantor", is_default=True)
    save_tracked(own, user=None, now=NOW, reason="Uji")
    seed.after_migrate()
    found = dict(ClassificationCode.objects.values_list("code", "is_default"))
    assert found == {"HK.07-SD": False, "HM.02-SD": False, "KU.01-SD": False, "PL.02-SD": False, "XX.01": True}


def test_what_an_admin_renamed_or_ended_is_not_put_back(cast):
    code, order = ClassificationCode.objects.get(code="HK.07-SD"), Instruction.objects.first()
    code.code, order.text = "HK.08-SD", "Segera ditindaklanjuti hari ini"
    law = StatutoryRule.objects.get(kind="jawab")
    law.days, law.source = 12, "Aturan baru"
    rows = (code, order, law)
    for row in rows:
        save_tracked(row, user=None, now=NOW, reason="Uji")
    before = [type(row).objects.count() for row in rows]
    seed.after_migrate()
    assert [type(row).objects.count() for row in rows] == before
    law.refresh_from_db()
    assert law.days == 12


def test_an_empty_database_stays_empty(db):
    seed.after_migrate()
    assert (Office.objects.exists(), ClassificationCode.objects.exists()) == (False, False)
