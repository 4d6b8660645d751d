"""Plays the plots side by side through the workflow, every act at its own instant, in the order of the clock.

Time inside the demonstration is an offset: working minutes since its first opening, so that nobody ever works at
night. The last act lies before `now`, and what is open then stays open.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from random import Random
from typing import Any, get_args, get_type_hints

from django.apps import apps
from django.db import transaction
from django.db.models import TextChoices

from .. import clock, workflow
from ..derived.stays import office_calendar
from ..models.base import save_tracked
from ..models.case import TASKS, InformationRequest, Stay
from ..models.emergency_numbers import write_number
from ..models.law import ElectionStage
from ..models.people import Appointment, Availability, Division, Instruction, Post, PostKind, User
from ..models.records import Confirmation, Decision, Disposition, LetterStatus, ReplyLetter, StepRecord
from ..models.seed import fixture
from ..printing import NoRenderer, issue_pdf
from ..rules.people import Acting, acting_today
from ..workflow import taken
from . import files
from .moves import ANOTHER, DAY, LETTER, UNIT, WALK_IN, InDays, Later, Move, OtherCase, Plot
from .plots import FILLERS, LETTERS, OPEN, VISITS
from .reasons import explain_late_steps
from .stories import Library, Story, reply, typed

SEED = 5371
MONTH, WEEK = timedelta(days=31), timedelta(days=7)
SLOW_SHARE, SLOW = 0.3, 3.5
BLANK_FORMS = 10  # of each path
LONGEST_FORM = 12  # minutes a form stays open before it is sent
POSTS = {"addressee", "official", "signer", "holder"}
PRESENCE = {"ketua": ("ada", 0), "sekretaris": ("ada", 0), "anggota1": ("rapat", 45), "anggota3": ("tidak_ada", 0)}
UPLOADS = {"files", "signed", "receipt"}
FORMS = {"start", *TASKS}
DOORS: dict[int, type[Any]] = {WALK_IN: taken.Register, LETTER: taken.ReceiveFirst}
BESIDE = {
    "hold": taken.PutOnHold,
    "attach": taken.Attach,
    "end": taken.End,
    "correct_registration": taken.CorrectRegistration,
}
KINDS: dict[str, type[taken.Taken]] = {
    **{kind.task: kind for kind in workflow.HANDLERS},
    taken.Receive.task: taken.Receive,
}


@dataclass(frozen=True)
class Event:
    """One move of one case, at its offset."""

    offset: float
    began: float
    plot: Plot
    move: Move
    story: Story
    key: str


@transaction.atomic
def simulate(now: datetime, cases: int) -> int:
    """Play a month that ends at `now`: every plot once, then plain cases up to a number. Returns how many cases."""
    player = Player(now)
    player.send_away("sekretaris", "kasubag1")
    player.run_a_stage()
    player.print_blank_forms()
    events = player.plan(cases)
    for event in sorted(events, key=lambda event: event.offset):
        player.play(event)
    explain_late_steps(player, now)
    player.set_presence(now)
    return len(player.cases)


def beginning(now: datetime) -> datetime:
    """Say when the month begins: a month ago, or a week before this one, so that last month has its book too."""
    first = datetime.combine(now.astimezone(clock.WITA).date().replace(day=1), time(), clock.WITA)
    return min(now - MONTH, first - WEEK)


def issue_letters(case: InformationRequest | None = None) -> int:
    """Store the PDF of every issued letter, or those of a case, that has none yet. Returns how many.

    None without a renderer.
    """
    waiting = ReplyLetter.objects.filter(status=LetterStatus.ISSUED).exclude(documents__kind="surat")
    letters = waiting.filter(case=case) if case else waiting
    try:
        return len([issue_pdf(letter, now=approved_at(letter)) for letter in letters])
    except NoRenderer:
        return 0


def approved_at(letter: ReplyLetter) -> datetime:
    """Read when a letter was approved."""
    approvals = letter.decisions.filter(decision=Decision.APPROVE).order_by("-act")
    return approvals.values_list("recorded_at", flat=True)[0]


class Player:
    """Holds the month, the people and the cases played so far."""

    def __init__(self, now: datetime) -> None:
        self.rng = Random(SEED)  # noqa: S311 - a story, not a secret
        self.calendar = office_calendar()
        self.begin = clock.next_opening(beginning(now), self.calendar)
        self.length = clock.working_time(self.begin, now, self.calendar).total_seconds() / 60
        self.library, self.cases = Library(self.rng), dict[str, int]()
        users = {row["username"]: row["post"] for row in fixture("people")["people"]}
        posts = {post.short_title: post for post in Post.objects.select_related("office")}
        self.posts = {name: posts[title] for name, title in users.items()}
        self.acting = lru_cache(maxsize=None)(acting_today)
        self.holder = lru_cache(maxsize=None)(holder_on)
        self.blank_forms_year = self.begin.astimezone(clock.WITA).year

    def print_blank_forms(self) -> None:
        """Print emergency forms of both paths before the month begins."""
        at = self.instant(0)
        day = at.astimezone(clock.WITA).date()
        doing = workflow.Doing(self.acting(self.holder(self.posts["admin"], day), day), at)
        for entry in (WALK_IN, LETTER):
            workflow.print_forms(entry, BLANK_FORMS, doing)

    def send_away(self, who: str, stand_in: str) -> None:
        """Let somebody be away for two days in mid-month, with a Plh. in the post."""
        away, back = (self.instant(self.length * share).astimezone(clock.WITA).date() for share in (0.45, 0.5))
        plh = Appointment(user=self.holder(self.posts[stand_in], away), post=self.posts[who], kind="plh", begins=away)
        plh.ends, plh.decree = back, "Surat perintah rekaan"
        save_tracked(plh, user=None, now=self.instant(0), reason="Penugasan Plh. untuk peragaan")
        self.holder.cache_clear()

    def run_a_stage(self) -> None:
        """Let an election stage run for two days of the month, so that some cases have the shorter days of the law."""
        begins, ends = (self.instant(self.length * share).astimezone(clock.WITA).date() for share in (0.25, 0.35))
        stage = ElectionStage(name="Tahapan rekaan", decree="Keputusan rekaan", begins=begins, ends=ends)
        save_tracked(stage, user=None, now=self.instant(0), reason="Tahapan rekaan untuk peragaan")

    def set_presence(self, now: datetime) -> None:
        """Say who can be met, if the office is open: what the desk would have noted this morning."""
        if not clock.is_open(now, self.calendar):
            return
        user = self.holder(self.posts["helpdesk"], now.astimezone(clock.WITA).date())
        for who, (state, minutes) in PRESENCE.items():
            until = self.instant(self.length + minutes) if minutes else None
            row = Availability(post=self.posts[who], state=state, until=until, set_at=now, set_by=user)
            save_tracked(row, user=user, now=now, reason=f"Kesediaan: {row.get_state_display()}")

    def instant(self, offset: float) -> datetime:
        """Turn an offset into an instant, to the second."""
        return clock.add_working(self.begin, round(offset * 60) / 60, self.calendar)

    def plan(self, cases: int) -> list[Event]:
        """Place every plot in the month."""
        first, *plots = [*VISITS, *LETTERS]
        by_name = {plot.name: plot for plot in (first, *plots)}
        missing = max(0, cases - len(by_name) - len(OPEN))
        plots += [by_name[FILLERS[number % len(FILLERS)]] for number in range(missing)]
        self.rng.shuffle(plots)
        finished = [first, *plots]
        events = []
        for place, plot in enumerate(finished):
            paced, spare = self.paced(plot)
            share = (place + (self.rng.random() if place else 0)) / len(finished)
            events += self.events(plot, paced, share * spare, f"{plot.name}-{place}" if place else plot.name)
        for plot in OPEN:
            paced, _ = self.paced(plot)
            events += self.events(plot, paced, self.length - (plot.idle or 0) - sum(paced), plot.name)
        return events

    def paced(self, plot: Plot) -> tuple[list[float], float]:
        """Vary the plot's tempo; give also how much of the month is left over for its beginning."""
        paced = [move.after * self.rng.uniform(0.8, 1.12) for move in plot.moves]
        if plot.idle is None and self.rng.random() < SLOW_SHARE:  # somebody is slow once in a while
            place = self.rng.randrange(len(paced))
            paced[place] *= SLOW if paced[place] < DAY / 4 else 1
        return paced, max(0.0, self.length - sum(paced) - 30)

    def events(self, plot: Plot, paced: list[float], start: float, key: str) -> list[Event]:
        """Spread a plot's moves over the clock."""
        story = self.library.story("letters" if plot.moves[0].data["entry"] == LETTER else "visits", plot.topic)
        events, at = [], max(start, 0.0)
        for move, minutes in zip(plot.moves, paced, strict=True):
            began, at = at, at + minutes
            events.append(Event(at, began, plot, move, story, key))
        return events

    def play(self, event: Event) -> None:
        """Do one move through the workflow."""
        move, at = event.move, self.instant(event.offset)
        case = self.case(event.key)
        post = self.who(event, case)
        day = at.astimezone(clock.WITA).date()
        acting: Acting = self.acting(self.holder(post, day), day)
        began = self.instant(max(event.began, event.offset - LONGEST_FORM)) if move.do in FORMS else None
        happened = self.instant(max(0.0, event.offset - move.paper)) if move.paper else None
        doing = workflow.Doing(acting, at, happened_at=happened, started_at=began)
        if case is None:
            data = {**typed(event.story, None, "start", at), **move.data}
            kind = DOORS[data.pop("entry")]
            self.cases[event.key] = workflow.start(built(kind, self.resolved(event, data)), doing).case.pk
        elif move.do in FORMS:
            workflow.complete(case.pk, built(KINDS[move.do], self.form(event, case, at)), doing)
        elif move.do == "together":
            meeting = built(taken.Meet, typed(event.story, None, "meet", at))
            said = {**typed(event.story, None, "dispose", at), **move.data}
            both = {"meeting": meeting, "met_at": self.value(event, "met_at", said.pop("met_at"))}
            both["disposition"] = built(taken.Dispose, self.resolved(event, said))
            workflow.meet_and_dispose(case.pk, taken.MeetAndDispose(**both), doing)
        else:
            if move.do == "cancel_letter":
                issue_letters(case)  # its PDF was stored when it was approved, and stays
            getattr(workflow, move.do)(case.pk, doing, **self.beside(event, case))

    def case(self, key: str) -> InformationRequest | None:
        """Read the case a key stands for, once it is begun."""
        return (
            InformationRequest.objects.select_related("holder", "addressee").filter(pk=self.cases.get(key, 0)).first()
        )

    def who(self, event: Event, case: InformationRequest | None) -> Post:
        """Say which post does the move: the one named, the topic's, or whom the case waits for."""
        name = event.story.unit if event.move.who == UNIT else event.move.who
        if name or case is None or case.holder is None:
            return self.posts[name or "helpdesk"]
        return case.holder

    def form(self, event: Event, case: InformationRequest, at: datetime) -> dict[str, Any]:
        """Fill in a task's form: what a clerk would type, and what the plot says."""
        data = {**typed(event.story, case, event.move.do, at), **event.move.data}
        if "outcome" in data and "body" in data:
            data["body"] = reply(event.story, case, data["outcome"])
        return self.resolved(event, data)

    def beside(self, event: Event, case: InformationRequest) -> dict[str, Any]:
        """Give what an act beside the rows takes."""
        data = self.resolved(event, event.move.data)
        if event.move.do == "correct":
            reads, reason = data.pop("record"), data.pop("reason")
            for name, value in data.items():
                setattr(reads, name, value)
            return {"reads": reads, "reason": reason}
        if event.move.do == "correct_registration":
            data = registered(case) | data
        return {"taken": built(BESIDE[event.move.do], data)} if event.move.do in BESIDE else data

    def resolved(self, event: Event, data: dict[str, Any]) -> dict[str, Any]:
        """Turn the plot's words into rows, instants and files."""
        return {name: self.value(event, name, value) for name, value in data.items()}

    def value(self, event: Event, name: str, value: Any) -> Any:
        """Turn one word into what it stands for."""
        if isinstance(value, Later):
            return self.instant(max(0.0, event.offset + value.minutes))
        if isinstance(value, InDays):
            return self.instant(event.offset).astimezone(clock.WITA).date() + timedelta(days=value.days)
        if isinstance(value, OtherCase):
            return self.case(value.plot)
        if name in UPLOADS:
            return tuple(files.make(kind, event.story.topic["data"], event.story.number) for kind in value)
        if name in POSTS:
            return self.post(event, value)
        return LOOKUPS[name](self, event, value) if name in LOOKUPS else value

    def post(self, event: Event, name: str | Post) -> Post:
        """Find a post by who of people.toml holds it; without a name the topic's."""
        if isinstance(name, Post):
            return name
        if name == ANOTHER:
            case = self.case(event.key)
            kasubag = [post for post in self.posts.values() if post.kind == PostKind.KASUBAG]
            return next(post for post in kasubag if case is None or post.pk != case.holder_id)
        return self.posts[name or event.story.unit]

    def copies(self, event: Event, names: list[str]) -> tuple[Post, ...]:
        return tuple(self.posts[name] for name in names)

    def record(self, event: Event, model: str) -> StepRecord:
        """Find the newest record of a kind."""
        rows = apps.get_model("requests_app", model).objects.select_related("appointment__post")
        return rows.filter(case=self.cases[event.key]).order_by("-act")[0]

    def pending(self, event: Event) -> Disposition:
        """Find the disposition its speaker has not confirmed yet."""
        rows = Disposition.objects.filter(case=self.cases[event.key], confirmation=Confirmation.PENDING)
        return rows.order_by("act")[0]

    def row_of(self, event: Event, task: str) -> int:
        """Find the row in which the case last awaited a task."""
        stays = Stay.objects.filter(case=self.cases[event.key], task=task).order_by("-act_began")
        return stays.values_list("step", flat=True)[0]


LOOKUPS: dict[str, Callable[[Player, Event, Any], Any]] = {
    "copies": Player.copies,
    "record": Player.record,
    "step": Player.row_of,
    "emergency_number": lambda player, event, value: write_number(value, player.blank_forms_year),
    "disposition": lambda player, event, value: player.pending(event),
    "division": lambda player, event, value: Division.objects.get(short_name=value),
    "instructions": lambda player, event, value: tuple(Instruction.objects.filter(text__in=value)),
}


def built(kind: type[Any], words: dict[str, Any]) -> Any:
    """Build what an act takes; a choice stands in the plots by its word."""
    hints = get_type_hints(kind)
    return kind(**{name: chosen(hints[name], value) for name, value in words.items()})


def chosen(hint: Any, value: Any) -> Any:
    """Turn a choice's word into the choice."""
    kinds = [kind for kind in (hint, *get_args(hint)) if isinstance(kind, type) and issubclass(kind, TextChoices)]
    return (kinds[0](value) if value else None) if kinds else value


def registered(case: InformationRequest) -> dict[str, Any]:
    """Give what was registered, as it stands."""
    asked = {part.name: getattr(case, part.name) for part in fields(taken.Requested)}
    person = {part.name: getattr(case.petitioner, part.name) for part in fields(taken.Person)}
    return {**asked, **person, "information": case.information, "channel": case.channel}


def holder_on(post: Post, day: date) -> User:
    """Read who holds a post on a day."""
    return Appointment.objects.in_force(day).filter(post=post).select_related("user")[0].user
