"""The default office and people: saved through the models, once, each row with its history."""

from datetime import date

import pytest

from requests_app import seed
from requests_app.clock import WITA
from requests_app.models import (
    Appointment,
    Designation,
    Division,
    Instruction,
    Numbering,
    Office,
    Post,
    PostKind,
    Unit,
    User,
    WorkingHours,
    WorkingSpan,
)
from requests_app.models.calendar import DEFAULT_WEEK, current_calendar, load_calendar
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
    load_calendar.cache_clear()
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
