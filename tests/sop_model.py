"""The SOP as one would play it on a table with paper: who may act next, and where the case then lies.

Written from DOMAIN's rows and decisions by hand and independent of the product's table: the state machine holds
the desk's answers against it.
"""

from dataclasses import dataclass, field

KASUBAG = ("kasubag1", "kasubag2", "kasubag3")
COMMISSION = ("ketua", "anggota1")
DISPOSERS = (*COMMISSION, "sekretaris")
PEOPLE = ("helpdesk", *DISPOSERS, *KASUBAG, "staff", "admin", "pemeriksa", "outsider", "former")
ONE_ADDRESSED = {"review", "identify", "consult", "prepare", "draft", "approve"}
DESK_TASKS = {"availability", "meet", "receive"}
TASKS_OF = {
    "helpdesk": {"availability", "meet", "receive", "dispose", "assign", "deliver"},
    "commission": {"dispose", "assign", "approve"},
    "sekretaris": {"dispose", "assign", "approve"},
    "kasubag": {"dispose", "review", "identify", "consult", "assign", "prepare", "draft", "deliver"},
    "none": set(),
}
REENTRY = {2: "availability", 3: "dispose", 4: "deliver", 5: "receive", 6: "dispose", 7: "review", 8: "identify",
           9: "consult", 10: "prepare", 11: "deliver", 12: "draft", 13: "deliver"}  # fmt: skip
ROW_OF_ORDER = {"data": 10, "letter": 12}
DOES_IT = {"data": "prepare", "letter": "draft"}


def role(who: str) -> str:
    """Say in which column of the decree somebody acts."""
    if who in COMMISSION:
        return "commission"
    return "kasubag" if who in KASUBAG else who if who in ("helpdesk", "sekretaris") else "none"


@dataclass
class Hop:
    """One disposition, assignment or redirect, and how everything lay before it."""

    giver: str
    addressee: str
    before: tuple[int, str, str | None, str]
    is_redirect: bool


@dataclass
class Paper:
    """One case on the table."""

    official: str
    step: int | None = 2
    task: str = "availability"
    holder: str | None = None
    order: str = ""
    state: str = "open"
    ending: str = ""
    acts: int = 2
    drafter: str = ""
    hops: list[Hop] = field(default_factory=list)
    stays: list[tuple[int, str, str | None]] = field(default_factory=list)
    untouched: Hop | None = None  # the hop that brought the case here, while nobody opened it

    def __post_init__(self) -> None:
        self.stays.append((self.step, self.task, self.holder))

    # -- Who may -------------------------------------------------------------------------------------------------------

    def allowed(self) -> list[str]:
        """List who may do the awaited task, for themselves or on another's behalf."""
        if self.task in DESK_TASKS:
            return ["helpdesk"]
        if self.task in ONE_ADDRESSED:
            return [self.holder]
        if self.task == "deliver":
            return [self.holder, "helpdesk"]
        if self.task == "assign":
            return [*DISPOSERS, "helpdesk", *KASUBAG]
        return sorted({self.holder, "helpdesk", "sekretaris", *KASUBAG})

    def may_redirect(self) -> set[str]:
        givers = [hop.giver for hop in self.hops if not hop.is_redirect]
        return {self.holder, "sekretaris", *givers[-1:]}

    def may_redirect_to(self) -> list[str]:
        """List who may hold the awaited task instead."""
        of_task = {"dispose": DISPOSERS, "assign": DISPOSERS, "approve": ("ketua", "sekretaris")}.get(
            self.task, KASUBAG
        )
        return [who for who in of_task if who != self.holder]

    def may_hold(self) -> set[str]:
        return {"helpdesk", "sekretaris", *([self.holder] if self.holder else [])}

    def may_withdraw(self) -> set[str]:
        """Name who may enter that the petitioner withdrew."""
        return {"helpdesk", "sekretaris"} | ({self.holder} & set(KASUBAG))

    def recall_answer(self, who: str) -> int:
        """Say what a recall is answered: 302 done, 403 not by you, 409 not now."""
        if self.task == "approve":
            return 302 if who == self.drafter else 403
        hop = self.hops[-1] if self.hops else None
        if hop is None:
            return 409 if role(who) in ("commission", "sekretaris", "kasubag") else 403
        if who != hop.giver:
            return 403
        return 302 if self.untouched is hop and hop.addressee == self.holder else 409

    # -- What follows --------------------------------------------------------------------------------------------------

    def lie(self, step: int, task: str, holder: str | None) -> None:
        """Lay the case somewhere else."""
        self.step, self.task, self.holder, self.untouched = step, task, holder, None
        self.stays.append((step, task, holder))

    def did(self, acts: int = 1) -> None:
        """Count a completed act; what was waited for has come."""
        self.acts += acts
        self.state = "open"

    def hop(self, giver: str, addressee: str, is_redirect: bool = False) -> Hop:
        """Note a hop before the case is laid elsewhere."""
        self.hops.append(Hop(giver, addressee, (self.step, self.task, self.holder, self.order), is_redirect))
        return self.hops[-1]

    def disposed(self, who: str, addressee: str, order: str) -> None:
        """Rows 3 and 6: hop, until a Kasubag is named."""
        hop = self.hop(self.holder, addressee)
        self.order = order or self.order
        if addressee not in KASUBAG:
            self.lie(self.step, "dispose", addressee)
        else:
            self.lie(*((4, "deliver") if self.step == 3 else (7, "review")), addressee)
        self.untouched = hop

    def identified(self, proposal: str) -> None:
        """Row 8: consult, or the assignment unless it was ordered already (decision 4)."""
        if proposal == "konsultasi":
            self.lie(9, "consult", self.holder)
        elif self.order == proposal:
            self.lie(ROW_OF_ORDER[proposal], DOES_IT[proposal], self.holder)
        else:
            self.lie(ROW_OF_ORDER[proposal], "assign", "sekretaris")

    def advised(self, order: str) -> None:
        """Row 9: the advice is the assignment."""
        self.order = order
        self.lie(ROW_OF_ORDER[order], DOES_IT[order], self.holder)

    def assigned(self, who: str, addressee: str, order: str) -> None:
        """Rows 10 and 12: confirmed or switched."""
        hop = self.hop(who if who in DISPOSERS else self.holder, addressee)
        self.order = order
        self.lie(ROW_OF_ORDER[order], DOES_IT[order], addressee)
        self.untouched = hop

    def redirected(self, who: str, holder: str) -> None:
        """The step goes on with another holder; a hold stays."""
        hop = self.hop(who, holder, is_redirect=True)
        self.lie(self.step, self.task, holder)
        self.untouched = hop
        self.acts += 1

    def recalled(self) -> None:
        """Everything lies as before the hop; a draft goes back to who drafted it."""
        self.did()
        if self.task == "approve":
            self.lie(12, "draft", self.drafter)
            return
        step, task, holder, self.order = self.hops.pop().before
        self.lie(step, task, holder)

    def ended(self, ending: str) -> None:
        self.did()
        self.step, self.task, self.holder, self.untouched = None, "", None, None
        self.state, self.ending = "ended", ending

    def reopened(self, step: int) -> None:
        """Back into a row it went through: at its usual task, with whom it lay there last."""
        self.did()
        self.ending = ""
        usual = [stay for stay in self.stays if stay[:2] == (step, REENTRY[step])]
        self.lie(*(usual or [stay for stay in self.stays if stay[0] == step])[-1])
