"""Acts on what was recorded before: a record corrected, a disposition confirmed, a late step explained."""

from datetime import date

from ..clock import WITA
from ..models.books import Expedition
from ..models.case import Stay
from ..models.people import ACTOR_OF_KIND, Appointment, Post, PostKind
from ..models.records import (
    Confirmation,
    Consultation,
    Disposition,
    Identification,
    IncomingLetter,
    Lateness,
    Meeting,
    RawData,
    Review,
    StepRecord,
)
from ..sop import Actor
from ..text.words import jam_pendek, tanggal
from .facts import Facts
from .people import Acting
from .reading import check_reads
from .refusals import AlreadyDone, NotNow, NotPermitted, is_allowed
from .tasks import Doer, any_of

# -- Correct -----------------------------------------------------------------------------------------------------------

# What may get a new version; a row of the expedition book only a correction beside it, a letter or its approval never.
CORRECTABLE: dict[type[StepRecord], tuple[str, ...]] = {
    IncomingLetter: ("sender", "letter_number", "letter_date", "subject", "enclosure", "nature"),
    Meeting: ("summary",),
    Disposition: ("words", "nature"),
    Review: ("finding", "summary"),
    Identification: ("result", "category", "holding", "form", "consequence_test"),
    Consultation: ("advice",),
    RawData: ("description", "medium", "source"),
    Lateness: ("cause", "words"),
    Expedition: (),
}


def check_correct(acting: Acting, facts: Facts, record: StepRecord, kind: type[StepRecord]) -> Appointment:
    """Say who corrects a record of a kind: its recorder's post, or the Sekretaris.

    Raises NotPermitted, NotNow for what is never corrected.
    """
    check_reads(acting, facts)
    _check_own(facts, record)
    appointment = acting.at(record.appointment.post_id) or acting.of_kind(PostKind.SEKRETARIS)
    if appointment is None:
        raise NotPermitted("Hanya pencatat atau Sekretaris yang dapat mengoreksi catatan ini.")
    if kind not in CORRECTABLE:
        raise NotNow("Catatan ini tidak dikoreksi; kesalahan padanya diluruskan dengan tindakan baru.")
    return appointment


def may_correct(acting: Acting, facts: Facts, record: StepRecord, kind: type[StepRecord]) -> bool:
    """Tell whether a person may correct a record."""
    return is_allowed(check_correct, acting, facts, record, kind)


def _check_own(facts: Facts, record: StepRecord) -> None:
    if record.case_id != facts.case.pk:
        raise NotNow("Catatan ini bukan milik permohonan ini.")


# -- Confirm -----------------------------------------------------------------------------------------------------------


def check_confirm(acting: Acting, facts: Facts, given: Disposition) -> Appointment:
    """Say who confirms or disputes a disposition recorded for its speaker (decision 7). Raises NotPermitted, NotNow."""
    check_reads(acting, facts)
    _check_own(facts, given)
    appointment = acting.at(given.speaker_id)
    if appointment is None:
        raise NotPermitted(f"Hanya {given.speaker} yang dapat mengonfirmasi disposisi ini.")
    if given.confirmation != Confirmation.PENDING:
        raise NotNow("Disposisi ini sudah dikonfirmasi.")
    if given.recalled_at:
        raise NotNow("Disposisi ini sudah ditarik kembali, jadi tidak perlu dikonfirmasi.")
    return appointment


def may_confirm(acting: Acting, facts: Facts, given: Disposition) -> bool:
    """Tell whether a person may confirm a disposition."""
    return is_allowed(check_confirm, acting, facts, given)


# -- Explain -----------------------------------------------------------------------------------------------------------


def check_explain(acting: Acting, facts: Facts, stay: Stay) -> Doer:
    """Say who gives the reason for a late step, and for whom; who never could is refused first.

    Raises NotPermitted, AlreadyDone, NotNow.
    """
    check_reads(acting, facts)
    found = who_explains(acting, stay, facts.today)
    if stay.unexplained:
        return found
    if hasattr(stay, "lateness"):
        raise AlreadyDone(_answered(stay))
    if stay.ended is None:
        raise NotNow("Langkah ini belum selesai; alasannya ditanyakan saat diselesaikan.")
    raise NotNow("Langkah ini tidak lewat waktu, jadi tidak ada alasan yang ditanyakan.")


def may_explain(acting: Acting, facts: Facts, stay: Stay) -> bool:
    """Tell whether a person may give the reason for a late step now."""
    return is_allowed(check_explain, acting, facts, stay)


def who_explains(acting: Acting, stay: Stay, today: date) -> Doer:
    """Say in which appointment, and for whom if not for oneself, somebody says why a stay was late.

    The post that held it, or any of the role where no post was named; the Sekretaris only for one who left.
    Raises NotPermitted.
    """
    if own := explains_for_oneself(acting, stay):
        return own, None
    sekretaris = acting.of_kind(PostKind.SEKRETARIS)
    if sekretaris is None:
        raise NotPermitted(
            f"Alasan ini ditanyakan kepada {asked_name(stay)}; hanya pemegang jabatan itu yang menjawab."
        )
    if still_there(stay, today):
        raise NotPermitted(
            f"Sekretaris hanya menjawab untuk pejabat yang sudah berganti; {asked_name(stay)} masih sama."
        )
    return sekretaris, stay.holder or Post.objects.filter(kind__in=_kinds(stay)).first()


def explains_for_oneself(acting: Acting, stay: Stay) -> Appointment | None:
    """Find the appointment of whoever is asked why a stay was late."""
    return acting.at(stay.holder_id) if stay.holder_id else acting.as_actor(*_actors(stay))


def still_there(stay: Stay, today: date) -> bool:
    """Tell whether somebody who held the post when the stay ended still holds it."""
    posts = {"post": stay.holder_id} if stay.holder_id else {"post__kind__in": _kinds(stay)}
    ended = (stay.ended or stay.began).astimezone(WITA).date()
    return Appointment.objects.in_force(today).filter(begins__lte=ended, **posts).exists()


def asked_name(stay: Stay) -> str:
    """Name who is asked: the post, or the role where any post of it may act."""
    return str(stay.holder) if stay.holder else any_of(_actors(stay))


def _answered(stay: Stay) -> str:
    """Say who gave the reason, and when."""
    answers = Lateness.objects.select_related("appointment__user", "appointment__post")
    given = answers.filter(case=stay.case_id, stay__run=stay.run).latest("act")
    who = f"{given.appointment.user} ({given.appointment.held_title})"
    when = f"{tanggal(given.recorded_at)} pukul {jam_pendek(given.recorded_at)}"
    return f"Alasan langkah ini sudah diisi oleh {who} {when}; kekeliruan diperbaiki lewat “Koreksi catatan”."


def _actors(stay: Stay) -> tuple[Actor, ...]:
    return stay.case.sop.step(stay.step).task(stay.task).actors


def _kinds(stay: Stay) -> list[str]:
    return [kind for kind, actor in ACTOR_OF_KIND.items() if actor in _actors(stay)]
