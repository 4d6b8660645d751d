"""The default office and the invented people of `fixtures/`, saved through the models so that history is kept.

Read again, nothing is doubled and nothing an admin has changed since is put back.
"""

import tomllib
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from ..clock import WITA
from .base import save_tracked
from .books import Numbering
from .calendar import DEFAULT_WEEK, WorkingHours
from .codes import ClassificationCode
from .law import StatutoryRule
from .letters import LetterTemplate
from .people import Appointment, Designation, Division, Instruction, Office, Post, Unit, User
from .records import LateReason
from .versions import one_change

OFFICE_REASON = "Pengaturan awal kantor"
RELEASE_REASON = "Baris baru dari rilis ini"
PEOPLE_REASON = "Orang rekaan untuk peragaan"


def fixture(name: str) -> dict[str, Any]:
    """Read one file of `fixtures/`."""
    return tomllib.loads((settings.BASE_DIR / "fixtures" / f"{name}.toml").read_text(encoding="utf-8"))


class Saver:
    """Saves rows that are not there yet, each with its one history copy."""

    def __init__(self, now: datetime, user: User | None, reason: str) -> None:
        self.now, self.user, self.reason = now, user, reason

    def save(self, row: models.Model) -> None:
        """Save one row."""
        save_tracked(row, user=self.user, now=self.now, reason=self.reason)

    def ensure(self, model: type[models.Model], key: dict[str, Any], **values: Any) -> Any:
        """Find the row a key names, or save a new one with these values."""
        found = model._default_manager.filter(**key).first()
        if found is None:
            found = model(**key, **values)
            self.save(found)
        return found


class Upgrade(Saver):
    """Saves what a newer release brings and the office never had; what an admin renamed or ended is not put back."""

    def ensure(self, model: type[models.Model], key: dict[str, Any], **values: Any) -> Any:
        """Save a new row unless one stands there that bears this key, or once bore it."""
        tracked: Any = model
        bore_it = tracked.history.filter(**key).values("id")
        if model._default_manager.filter(pk__in=bore_it).exists():
            return None
        if values.get("is_default") and model._default_manager.filter(is_default=True).exists():
            values["is_default"] = False
        return super().ensure(model, key, **values)


@transaction.atomic
def load_office(now: datetime, user: User | None = None) -> Office:
    """Save the default office: units, divisions, posts, PPID, numbering, usual orders, hours."""
    data = fixture("office")
    saver, since = Saver(now, user, OFFICE_REASON), {"begins": data["begins"]}
    office = Office.objects.first()
    if office is None:
        office = Office(**data["office"])
        saver.save(office)
    units = {row["name"]: saver.ensure(Unit, {"name": row["name"]}, **since) for row in data["units"]}
    divisions = {
        row["short_name"]: saver.ensure(Division, {"short_name": row["short_name"]}, name=row["name"], **since)
        for row in data["divisions"]
    }
    posts = {row["short_title"]: _post(saver, office, row, units, divisions, since) for row in data["posts"]}
    for row in data["designations"]:
        saver.ensure(Designation, {"role": row["role"]}, post=posts[row["post"]], **since)
    load_settings(saver, data)
    office.refresh_from_db()  # each setting saved has raised its calendar version
    return office


def _post(saver: Saver, office: Office, row: dict[str, Any], units, divisions, since: dict[str, date]) -> Post:
    key = {"office": office, "short_title": row["short_title"]}
    places = {"unit": units.get(row.get("unit")), "division": divisions.get(row.get("division"))}
    return saver.ensure(Post, key, kind=row["kind"], title=row["title"], rank=row["rank"], **places, **since)


@one_change()
def load_settings(saver: Saver, data: dict[str, Any]) -> None:
    """Save numbering, codes, usual orders, reasons for lateness, wordings of letters and office hours."""
    for row in data["numbering"]:
        saver.ensure(Numbering, {"kind": row["kind"]}, template=row["template"])
    for row in data["codes"]:
        saver.ensure(
            ClassificationCode, {"code": row["code"]}, title=row["title"], is_default=row.get("is_default", False)
        )
    for rank, row in enumerate(data["instructions"], 1):
        saver.ensure(Instruction, {"text": row["text"]}, order=row.get("order", ""), rank=rank * 10)
    for rank, row in enumerate(data["late_reasons"], 1):
        saver.ensure(LateReason, {"text": row["text"]}, needs_words=row.get("needs_words", False), rank=rank * 10)
    save_law(saver, data)
    for row in data["letter_templates"]:
        key = {"outcome": row["outcome"], "name": row["name"]}
        saver.ensure(LetterTemplate, key, body=row["body"].strip(), begins=data["begins"])
    if WorkingHours.objects.exists():
        return
    hours = WorkingHours(name=data["hours"]["name"], begins=data["begins"])
    saver.save(hours)
    for weekday, spans in enumerate(DEFAULT_WEEK):
        for opens, closes in spans:
            saver.save(hours.spans.model(hours=hours, weekday=weekday, opens=opens, closes=closes))


def save_law(saver: Saver, data: dict[str, Any]) -> None:
    """Save the law's days where there are none for a thing yet."""
    for row in data["law"]:
        saver.ensure(
            StatutoryRule, {"kind": row["kind"]}, days=row["days"], source=row["source"], valid_from=data["begins"]
        )


@transaction.atomic
def after_migrate(using: str = "default", **kwargs: Any) -> None:
    """Give a running office the settings a newer release brings; an empty database stays empty."""
    if using == "default" and Office.objects.exists():
        load_settings(Upgrade(timezone.now(), None, RELEASE_REASON), fixture("office"))


@transaction.atomic
def load_people(now: datetime, passwords: dict[str, str] | None = None) -> dict[str, User]:
    """Save the invented people, appointed from the beginning of the year (of last year, early in January).

    Without a password an account cannot log in. Raises DoesNotExist unless the office is loaded.
    """
    saver, passwords = Saver(now, None, PEOPLE_REASON), passwords or {}
    today = now.astimezone(WITA).date()
    # A month of work must lie inside the appointments.
    begins = date(today.year - (today.month <= 2), 1, 1)
    rows = fixture("people")["people"]
    return {row["username"]: _person(saver, row, passwords.get(row["username"]), begins) for row in rows}


def _person(saver: Saver, row: dict[str, Any], password: str | None, begins: date) -> User:
    user = User.objects.filter(username=row["username"]).first()
    if user is not None:
        return user
    names = ("username", "full_name", "title_before", "title_after", "nip")
    user = User(**{name: row[name] for name in names if name in row})
    user.is_staff = user.is_superuser = row.get("is_admin", False)
    user.set_password(password)
    saver.save(user)
    ends = date(saver.now.astimezone(WITA).year, 12, 31) if row.get("until_new_year") else None
    post = Post.objects.get(short_title=row["post"])
    saver.save(Appointment(user=user, post=post, begins=begins, ends=ends))
    return user
