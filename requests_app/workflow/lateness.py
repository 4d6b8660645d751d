"""A late step is accounted for: its holder is asked once, while completing it or afterwards; no act waits for it."""

from ..models.case import InformationRequest, Stay
from ..models.records import ActKind, Lateness
from ..rules.records import check_explain, explains_for_oneself
from ..rules.refusals import Incomplete, NotNow
from .core import Act, Locked, begin, finish
from .taken import WhyLate


def explain(locked: Locked, run: int, why: WhyLate) -> Act:
    """Give the reason for a step that ended late; possible on an ended case too, and moves nothing.

    Raises NotPermitted, AlreadyDone, NotNow, Incomplete.
    """
    stay = asked_stay(locked.case, run)
    appointment, behalf = check_explain(locked.acting, locked.facts(), stay)
    _check(why)
    act = begin(locked, ActKind.EXPLAIN, appointment, behalf)
    act.step, act.task = stay.step, stay.task  # filed where it was late, wherever the case stands by now
    act.record(Lateness, said_of(stay), stay=stay, cause=why.cause, words=why.words.strip())
    act.counted_on.append(stay.ended)
    stay.unexplained = False
    stay.save(update_fields=["unexplained"])
    return finish(act, None, said_of(stay))


def asked_stay(case: InformationRequest, run: int) -> Stay:
    """Find the stay of one entry into a step whose holder is or was asked why; the last one where nobody is.

    Raises NotNow where the case never went that way.
    """
    stays = Stay.objects.filter(case=case, run=run).select_related("case", "holder", "lateness")
    found = sorted(stays, key=lambda stay: (stay.unexplained, hasattr(stay, "lateness"), stay.act_began))
    if not found:
        raise NotNow("Langkah ini tidak pernah dilalui permohonan ini.")
    return found[-1]


def _check(why: WhyLate) -> None:
    if not why.cause.active:
        raise Incomplete({"cause": "Pilih alasan lewat waktu dari daftar."})
    if why.cause.needs_words and not why.words.strip():
        raise Incomplete({"words": f"Tulis penjelasannya: alasan “{why.cause}” sendiri belum menjelaskan apa-apa."})


def said_of(stay: Stay) -> str:
    """Name the act: which step was late."""
    row = stay.case.sop.step(stay.step)
    return f"Alasan lewat waktu langkah {row.number}: {row.title}"


def given_with(act: Act, why: WhyLate | None) -> None:
    """Record the reason typed into the form that completes a late task, for the post that does it; never refuses."""
    if why is None:
        return
    stay = act.locked.open_stay
    if stay is None or not (stay.due_at and stay.due_at < act.happened_at) or getattr(stay, "lateness", None):
        return
    if explains_for_oneself(act.doing.acting, stay) == act.appointment:
        given = {"stay": stay, "cause": why.cause, "words": why.words.strip()}
        act.record(Lateness, said_of(stay), kind=ActKind.EXPLAIN, on_behalf_of=None, **given)
