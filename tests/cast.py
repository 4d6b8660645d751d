"""The named cast of the tests, and the desk they work at: cases walked through the workflow at fixed times.

`cast` seeds the fixture office once per process, with the cases next door (tests/neighbours.py), and replays its rows
in every test, so a test that asks for it pays a few milliseconds. `Desk` moves cases by the one door only.
"""

import copy
from collections.abc import Callable
from dataclasses import fields
from datetime import date, datetime, time, timedelta
from typing import Any, get_args, get_type_hints

from django.apps import apps
from django.conf import settings
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.db.models import Choices
from django.test import Client

from requests_app import workflow
from requests_app.clock import WITA
from requests_app.models import (
    Appointment,
    Division,
    InformationRequest,
    Instruction,
    Office,
    Post,
    User,
    seed,
    versions,
)
from requests_app.models.base import save_tracked
from requests_app.rules.people import Acting, acting_today
from requests_app.sop import CURRENT_EDITION, EDITIONS
from requests_app.workflow import taken

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=WITA)  # a Monday, half an hour after the office opened
KINDS = {kind.task: kind for kind in workflow.HANDLERS} | {"receive": taken.Receive}
PASSWORD = "kata sandi uji"
OUTSIDERS = {
    "outsider": ("Benyamin Takpernah", None, None, None, True),
    "former": ("Kornelis Dahulu", "Kasubag KUL", date(2025, 1, 1), date(2025, 12, 31), True),
    "inactive": ("Rambu Nonaktif", "Help Desk", date(2026, 1, 1), None, False),
}


class Cast:
    """Everybody by name: `cast.ketua` is a user, `cast.post("ketua")` the post held, `cast.acting("ketua")` both."""

    def __init__(self) -> None:
        self.users = {user.username: user for user in User.objects.all()}
        held = Appointment.objects.select_related("post__office").order_by("begins")
        self.posts = {appointment.user_id: appointment.post for appointment in held}
        self.office = Office.objects.get()

    def __getattr__(self, name: str) -> User:
        try:
            return self.__dict__["users"][name]
        except KeyError:
            raise AttributeError(f"nobody in the cast is called {name}") from None

    def post(self, who: str) -> Post:
        """Give the post a person of the cast holds or held."""
        return self.posts[self.users[who].pk]

    def acting(self, who: str, at: datetime = NOW) -> Acting:
        """Read who acts, as of an instant."""
        return acting_today(self.users[who], at.astimezone(WITA).date())

    def holder(self, post: Post | None) -> str:
        """Name who of the cast holds a post; without one, the Help Desk."""
        named = [name for name, user in self.users.items() if post and self.posts.get(user.pk) == post]
        return next((name for name in named if name not in OUTSIDERS), "helpdesk")

    def client(self, who: str = "") -> Client:
        """Give a test client, logged in unless nobody is named."""
        client = Client()
        if who:
            client.force_login(self.users[who], backend=settings.AUTHENTICATION_BACKENDS[-1])
        return client


def build(alone: bool = False) -> Cast:
    """Put the fixture office and the cast into an empty test database, and the cases next door unless it is alone."""
    assert not Office.objects.exists(), "the cast brings its own office"
    if not KEPT:
        walk()
    replay(KEPT[alone])
    return Cast()


def walk() -> None:
    """Seed the office and walk the cases next door once, keep both, and take everything out again."""
    from tests import neighbours  # they are walked at a desk of this module

    with transaction.atomic():
        seed_cast()
        alone = rows()
        neighbours.settle(Cast())
        KEPT.update({True: alone, False: rows()})
        transaction.set_rollback(True)
    versions.forget()


def seed_cast() -> None:
    """Seed through the models, as a new office is."""
    seed.load_office(NOW)
    names = [row["username"] for row in seed.fixture("people")["people"]]
    seed.load_people(NOW, dict.fromkeys(names, PASSWORD))
    for name, (full_name, post, begins, ends, active) in OUTSIDERS.items():
        user = User(username=name, full_name=full_name, is_active=active)
        user.set_password(PASSWORD)
        save_tracked(user, user=None, now=NOW, reason="Rekaan untuk uji")
        if post:
            appointment = Appointment(user=user, post=Post.objects.get(short_title=post), begins=begins, ends=ends)
            save_tracked(appointment, user=None, now=NOW, reason="Rekaan untuk uji")


Rows = dict[str, list[tuple[Any, ...]]]  # by their table
KEPT: dict[bool, Rows] = {}  # of this process: the office alone, and with the cases next door


def rows() -> Rows:
    """Read every row of the office, history included, as the database holds it."""
    found = {}
    with connection.cursor() as cursor:
        for table in [model._meta.db_table for model in ours() if model._meta.managed]:
            cursor.execute(f"SELECT * FROM {table}")
            found[table] = [tuple(map(written, row)) for row in cursor.fetchall()]
    return {table: kept for table, kept in found.items() if kept}


def ours() -> list[type[models.Model]]:
    return [*apps.get_app_config("requests_app").get_models(include_auto_created=True)]


def written(value: Any) -> Any:
    """Give a value as the database takes it: SQLite knows no times of day."""
    return f"{value}" if isinstance(value, time) else value


def replay(kept: Rows) -> None:
    """Write the kept rows again, with their keys."""
    with transaction.atomic(), connection.cursor() as cursor:
        for table, found in kept.items():
            marks = ", ".join(["%s"] * len(found[0]))
            cursor.executemany(f"INSERT INTO {table} VALUES ({marks})", found)
        for statement in connection.ops.sequence_reset_sql(no_style(), ours()):
            cursor.execute(statement)


class Desk:
    """Works cases through the workflow; each act happens a minute after the last unless `at` says when.

    `at` is an instant, or a time of the day the desk stands at ("09.30").
    """

    def __init__(self, cast: Cast, now: datetime = NOW, edition: str = CURRENT_EDITION) -> None:
        self.cast, self.now, self.edition = cast, now, edition

    def clock(self, at: datetime | str | None) -> datetime:
        """Move the desk's clock."""
        if isinstance(at, str):
            hour, minute = at.replace(":", ".").split(".")
            at = self.now.astimezone(WITA).replace(hour=int(hour), minute=int(minute), second=0, microsecond=0)
        self.now = at or self.now + timedelta(minutes=1)
        return self.now

    def doing(self, who: str, at: datetime | str | None = None, **more: Any) -> workflow.Doing:
        """Say who does something and when."""
        now = self.clock(at)
        return workflow.Doing(self.cast.acting(who, now), now, **more)

    def walkin(self, at: datetime | str | None = None, who: str = "helpdesk", began=None, **data: Any):
        """Register a visitor (row 1)."""
        return workflow.start(visit(self.cast, **data), self.doing(who, at, started_at=began), self.edition).case

    def letter(self, at: datetime | str | None = None, who: str = "helpdesk", began=None, **data: Any):
        """Receive a letter (row 5)."""
        return workflow.start(post(self.cast, **data), self.doing(who, at, started_at=began), self.edition).case

    def do(self, case: InformationRequest, slug: str, who: str = "", at=None, began=None, **data: Any):
        """Complete the awaited task with plausible values; `who` is whoever the case waits for unless named."""
        who = who or self.awaited(case)
        doing = self.doing(who, at, started_at=began)
        return workflow.complete(case.pk, self.plausible(case, slug, **data), doing).case

    def act(self, verb: str, case: InformationRequest, who: str, *args: Any, at=None, **more: Any):
        """Do one of the other verbs of the workflow: redirect, recall, hold, ready, resume, end, reopen …"""
        given = BESIDE[verb](case, *args, **more) if verb in BESIDE else args
        more = {} if verb in BESIDE else more
        return getattr(workflow, verb)(case.pk, self.doing(who, at), *given, **more).case

    def awaited(self, case: InformationRequest) -> str:
        """Name who of the cast the case waits for."""
        if case.holder:
            return self.cast.holder(case.holder)
        return {"helpdesk": "helpdesk", "sekretaris": "sekretaris", "ketua": "ketua"}[case.awaited.actors[0]]

    def plausible(self, case: InformationRequest, slug: str, **data: Any) -> Any:
        """Give what a form would hand over when nothing special is meant, but for what is said here."""
        post = self.cast.post
        data_baku = {"description": "DPT per kecamatan", "medium": "cetak"} if case.step == 4 else {}
        usual = {
            "receive": {"sender": "Yohanis Umbu", "subject": "Permohonan data pemilih", "addressee": post("ketua")},
            "availability": {"official": case.addressee or post("ketua"), "result": "bersedia"},
            "meet": {"official": case.addressee or post("ketua")},
            "dispose": {"addressee": post("kasubag2"), "words": "Bantu pemohon"},
            "review": {"finding": "lengkap"},
            "identify": {"proposal": "data", "holding": "dikuasai", "category": "tahapan", "form": "softcopy"},
            "consult": {"division": Division.objects.first(), "outcome": "arahan", "order": "data"},
            "assign": {"addressee": last_kasubag(case) or post("kasubag2"), "words": "Bantu pemohon"},
            "prepare": {"description": "DPT per kecamatan", "medium": "flashdisk"},
            "draft": {"outcome": "given", "subject": "Data pemilih", "recipient": "Pemohon", "body": "Terlampir.",
                      "no_attachment": True, "signer": post("ketua"), "classification": "PL.02-SD"},
            "approve": {"decision": "setuju"},
            "deliver": {"receiver_name": "Yohanis Umbu", **data_baku},
        }  # fmt: skip
        return built(KINDS[slug], usual[slug] | data)

    def case_at(self, step: int, task: str = "", at=None, **start: Any) -> InformationRequest:
        """Walk a new case, the shortest way, until it stands at a row (and task)."""
        path = path_to(step, self.edition)
        case = (self.walkin if path[0] == 1 else self.letter)(at, **start)
        while (case.step, case.task) != (step, task or EDITIONS[self.edition].step(step).tasks[0].slug):
            case = self.do(case, case.task, **self.toward(case, path))
        return case

    def toward(self, case: InformationRequest, path: list[int]) -> dict[str, Any]:
        """Choose the branch that leads along a path."""
        if case.task not in ("identify", "consult"):
            return {}
        word = EDITIONS[case.edition].step(path[path.index(case.step) + 1]).branch
        return {"proposal": word} if case.task == "identify" else {"order": word}


def visit(cast: Cast, **data: Any) -> taken.Register:
    """Give what registers a visitor (row 1)."""
    usual = {"name": "Yohanis Umbu", "phone": "081234567890", "addressee": cast.post("ketua"),
             "information": "Rekapitulasi DPT per kecamatan"}  # fmt: skip
    return built(taken.Register, usual | data)


def post(cast: Cast, **data: Any) -> taken.ReceiveFirst:
    """Give what registers a letter (row 5)."""
    usual = {"sender": "Universitas Timor Raya", "subject": "Permohonan data pemilih", "phone": "0380123456",
             "addressee": cast.post("ketua")} | data  # fmt: skip
    return built(taken.ReceiveFirst, {"name": usual["sender"]} | usual)


def built(kind: type, words: dict[str, Any]) -> Any:
    """Build what an act takes; a choice may be given by its word, several rows or files as a list."""
    hints = get_type_hints(kind)
    return kind(**{name: chosen(hints[name], value) for name, value in words.items()})


def chosen(hint: Any, value: Any) -> Any:
    """Turn a choice's word into the choice, and a list into a tuple."""
    choices = [kind for kind in (hint, *get_args(hint)) if isinstance(kind, type) and issubclass(kind, Choices)]
    if choices:
        return choices[0](value) if value else None
    return tuple(value) if isinstance(value, list) else value


def corrected(case, record, changes: dict[str, Any], reason: str) -> tuple[Any, str]:
    """Give a record as it should read."""
    reads = copy.copy(record)
    for name, value in changes.items():
        setattr(reads, name, value)
    return reads, reason


def registration(case: InformationRequest, changes: dict[str, Any], reason: str) -> tuple[taken.CorrectRegistration]:
    """Give what was registered as it should read."""
    case = InformationRequest.objects.select_related("petitioner").get(pk=case.pk)
    names = {part.name for part in fields(taken.CorrectRegistration)} - {"reason"}
    stands = {name: getattr(case if hasattr(case, name) else case.petitioner, name) for name in names}
    return (built(taken.CorrectRegistration, {**stands, **changes, "reason": reason}),)


# What the other verbs take, from what a test says in short.
BESIDE: dict[str, Callable[..., tuple]] = {
    "hold": lambda case, reason, note, until=None: (
        built(taken.PutOnHold, {"reason": reason, "note": note, "until": until}),
    ),
    "attach": lambda case, kind, files, note="": (built(taken.Attach, {"kind": kind, "files": files, "note": note}),),
    "end": lambda case, ending, said: (built(taken.End, {"ending": ending, **said}),),
    "explain": lambda case, run, cause, words="": (run, taken.WhyLate(cause=cause, words=words)),
    "correct": corrected,
    "correct_registration": registration,
}


def last_kasubag(case: InformationRequest) -> Post | None:
    """Find the Kasubag the case waited for last."""
    stays = case.stays.filter(holder__kind="kasubag").select_related("holder").order_by("-act_began")
    return next((stay.holder for stay in stays), None)


def path_to(step: int, of: str = CURRENT_EDITION) -> list[int]:
    """Find the shortest way from an entry row to a row."""
    edition = EDITIONS[of]
    paths = [[entry] for entry in edition.entries]
    for path in paths:
        if path[-1] == step:
            return path
        paths += [[*path, after] for after in edition.step(path[-1]).next]
    raise KeyError(step)


def instruction(text: str) -> Instruction:
    """Find one of the usual orders."""
    return Instruction.objects.get(text=text)
