"""The moves a demonstration case is made of, each so many working minutes after the one before."""

from dataclasses import dataclass, field
from typing import Any

from ..sop import CURRENT_EDITION, EDITIONS, Does

DAY = 450  # working minutes
WALK_IN, LETTER = (EDITIONS[CURRENT_EDITION].row_that(door).number for door in (Does.REGISTERS, Does.RECEIVES))
UNIT = "unit"  # whom the topic belongs to
ANOTHER = "another"  # any other Kasubag


@dataclass(frozen=True)
class Move:
    """One act of the workflow. `who`, a user name of people.toml, means the post; empty: the post it waits for."""

    do: str
    after: float
    who: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    paper: float = 0  # entered from paper, this many working minutes after it happened


@dataclass(frozen=True)
class Plot:
    """One case from its first move to its last; a topic by name, or the next of the pool."""

    name: str
    moves: tuple[Move, ...]
    topic: str = ""
    idle: float | None = None  # open at the end: the last move lies this many working minutes back


@dataclass(frozen=True)
class Later:
    """A value: the instant so many working minutes after the act, or before it."""

    minutes: float


@dataclass(frozen=True)
class InDays:
    """A value: the date so many days after the act."""

    days: int


@dataclass(frozen=True)
class OtherCase:
    """A value: the case that another plot plays."""

    plot: str


def act(do: str, after: float, who: str = "", **data: Any) -> Move:
    return Move(do, after, who, data)


def visit(official: str = "ketua", minutes: float = 2.1, **data: Any) -> Move:
    """Row 1: somebody stands at the desk."""
    return act("start", minutes, "helpdesk", entry=WALK_IN, addressee=official, **data)


def post(to: str = "ketua", minutes: float = 2.2, **data: Any) -> Move:
    """Row 5: a letter arrives."""
    return act("start", minutes, "helpdesk", entry=LETTER, addressee=to, **{"files": ["scan"], **data})


def ask(after: float = 2.5, **data: Any) -> Move:
    return act("availability", after, **{"result": "bersedia", **data})


def meet(after: float = 5, **data: Any) -> Move:
    return act("meet", after, **data)


def told(after: float = 3, to: str = "", who: str = "", **data: Any) -> Move:
    """Rows 3 and 6: a disposition; the topic says to whom unless said here."""
    return act("dispose", after, who, addressee=to, **data)


def give(after: float = 16, who: str = "", **data: Any) -> Move:
    """Rows 4, 11 and 13: hand over."""
    return act("deliver", after, who, **data)


def study(after: float = 7, **data: Any) -> Move:
    return act("review", after, **{"finding": "lengkap", **data})


def identify(proposal: str, after: float = 7, **data: Any) -> Move:
    return act("identify", after, proposal=proposal, **data)


def consult(order: str, after: float = 38, **data: Any) -> Move:
    return act("consult", after, outcome="arahan", order=order, **data)


def assign(after: float = 9, who: str = "", **data: Any) -> Move:
    return act("assign", after, who, addressee="", **data)


def prepare(after: float = 33, **data: Any) -> Move:
    return act("prepare", after, **{"files": ["csv"], **data})


def draft(after: float = 140, outcome: str = "given", **data: Any) -> Move:
    return act("draft", after, outcome=outcome, **data)


def approve(after: float = 55, **data: Any) -> Move:
    return act("approve", after, decision="setuju", **data)


def send_back(note: str, after: float = 40) -> Move:
    """Row 12: the signer returns the draft."""
    return act("approve", after, decision="kembalikan", note=note)


def paraf(after: float = 15, note: str = "Sudah sesuai") -> Move:
    """The Sekretaris initials the draft."""
    return act("paraf", after, "sekretaris", note=note)


def cancel(reason: str, after: float = 12) -> Move:
    """An issued letter is cancelled."""
    return act("cancel_letter", after, "sekretaris", reason=reason)


def opened(after: float = 1) -> Move:
    """The holder looks at the case."""
    return act("open_case", after)


def ready(after: float = 6, via: str = "telepon", who: str = "", note: str = "") -> Move:
    return act("ready", after, who, via=via, note=note)


def hold(reason: str, note: str, after: float = 5, who: str = "", until: Any = None) -> Move:
    return act("hold", after, who, reason=reason, note=note, until=until)


def resume(after: float, note: str = "", who: str = "") -> Move:
    return act("resume", after, who, note=note)


def extend(reason: str, after: float = 5, who: str = "sekretaris") -> Move:
    """The law's days, lengthened by the PPID."""
    return act("extend", after, who, reason=reason)


def notify(via: str, after: float = 5, who: str = "") -> Move:
    return act("notify", after, who, via=via)


def end(slug: str, after: float = 5, who: str = "", **data: Any) -> Move:
    return act("end", after, who, ending=slug, **data)


def together(after: float, who: str = "") -> Move:
    """Rows 2 and 3 in one room (decision 3)."""
    return act("together", after, who, met_at=Later(-3), addressee="", manner="lisan")


# How most cases begin.
MET = (visit(), ask(), meet())
TOLD = (*MET, told())
ARRIVED = (post(), told())
STUDIED = (*ARRIVED, study())
TO_DATA = (*STUDIED, identify("data"), assign())
TO_LETTER = (*STUDIED, identify("letter"), assign())
TALKED = (*STUDIED, identify("konsultasi"))
DRAFTED = (*TO_LETTER, draft())
ISSUED = (*DRAFTED, approve())
