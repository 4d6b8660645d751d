"""Ending a case outside the decree's rows: who may choose which ending, where the case stands and when."""

from collections.abc import Callable

from ..models.case import InformationRequest
from ..models.people import Appointment
from ..models.records import Hold, HoldReason
from ..sop import Actor, Ending
from .facts import Facts
from .people import Acting
from .reading import check_reads
from .refusals import NotNow, NotPermitted, is_allowed
from .tasks import any_of

ANY_CASE = (Actor.HELPDESK, Actor.SEKRETARIS)  # an official ends only what waits for it


def possible_endings(case: InformationRequest) -> list[Ending]:
    """List the endings a person may choose where the case stands."""
    row = case.row
    return [ending for ending in case.sop.endings if row and not ending.by_task and ending.leaves(row)]


def check_end(acting: Acting, facts: Facts, ending: Ending) -> Appointment:
    """Say who ends the case this way now. Raises NotPermitted, NotNow."""
    check_reads(acting, facts)
    could = acting.actors & {*ending.actors} or ending.by_task  # nobody chooses what a task leads to
    if could and ending not in possible_endings(facts.case):
        raise NotNow("Penyelesaian ini tidak tersedia pada langkah sekarang.")
    for held in acting.appointments:
        free = held.post.actor in ANY_CASE or held.post_id == facts.case.holder_id
        if held.post.actor in ending.actors and free:
            if sentence := WAITS.get(ending.slug, _waits_for_nothing)(facts):
                raise NotNow(sentence)
            return held
    raise NotPermitted(f"“{ending.button}” dilakukan oleh {any_of(ending.actors)} yang memegang permohonan ini.")


def may_end(acting: Acting, facts: Facts, ending: Ending) -> bool:
    """Tell whether a person may end the case this way now."""
    return is_allowed(check_end, acting, facts, ending)


def _not_told(facts: Facts) -> str:
    told = any(hold.reason == HoldReason.COLLECTION for hold in facts.all(Hold))
    return "" if told else "Beri tahu pemohon dulu: tandai siap diambil."


def _waits_for_nothing(facts: Facts) -> str:
    return ""


# What an ending waits for, beside its row; one sentence while it is not there.
WAITS: dict[str, Callable[[Facts], str]] = {
    "incomplete": lambda facts: facts.reckoning.refuses_incomplete(facts.today),
    "not_collected": _not_told,
}
