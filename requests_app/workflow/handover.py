"""Rows 4, 11 and 13: data or letter is ready, then taken, and the expedition book proves it."""

from datetime import datetime

from ..clock import WITA
from ..models.books import DocumentKind, Expedition, ReceiverKind
from ..models.records import (
    ActKind,
    HoldReason,
    LetterStatus,
    Medium,
    RawData,
    ReplyLetter,
)
from ..models.shelf import ClosedMonth
from ..rules import acts
from ..rules.refusals import Incomplete
from ..sop import Does
from . import numbers
from .core import Act, Locked, Position, begin, finish
from .data import write_data
from .holds import hold_for
from .taken import Deliver


def ready(locked: Locked, via: str, note: str = "") -> Act:
    """Siap diambil: data or letter waits on the petitioner, who was told how and when."""
    appointment = acts.READY.check(locked.acting, locked.facts())
    if not via.strip():
        raise Incomplete({"notified_via": "Isi lewat apa pemohon diberi tahu."})
    act = begin(locked, ActKind.READY, appointment)
    hold_for(act, HoldReason.COLLECTION, notified_via=via.strip(), note=note)
    return finish(act, None, "Siap diambil, pemohon diberi tahu")


def deliver(act: Act, taken: Deliver) -> tuple[Position, str]:
    """Rows 4, 11 and 13: the receiver takes it, and the expedition book proves it."""
    letter = _letter_to_hand_over(act)
    raw = _data_given(act, taken, letter)
    entry = _enter_book(act, taken, letter, raw)
    if letter:
        act.keep(entry, DocumentKind.SIGNED, taken.signed)
    act.keep(entry, DocumentKind.RECEIPT, taken.receipt)
    ending = act.sop.ending_by_letter(letter.outcome) if letter else act.sop.ending_by_task(Does.GIVES_DATA)
    return Position(None, None, None, ending.slug), f"Diserahkan, ekspedisi {entry.number}"


def _letter_to_hand_over(act: Act) -> ReplyLetter | None:
    """Find the issued letter; a case reopened onto the data path after a letter hands over data alone."""
    if not act.row.does(Does.GIVES_LETTER):
        return None
    return ReplyLetter.objects.filter(case=act.case, status=LetterStatus.ISSUED).order_by("-version").first()


def _data_given(act: Act, taken: Deliver, letter: ReplyLetter | None) -> RawData | None:
    if letter:
        return letter.raw_data
    if not taken.description.strip():
        prepared = RawData.objects.filter(case=act.case).order_by("-act").first()
        if prepared:
            return prepared
    return write_data(act, taken)


def _enter_book(act: Act, taken: Deliver, letter: ReplyLetter | None, raw: RawData | None) -> Expedition:
    _check_receiver(taken)
    booked = book_day(act.happened_at, act.doing.now)
    given = numbers.give("ekspedisi", booked, act.appointment.post.office, taken.number)
    contents = letter.subject if letter else f"Data baku: {raw.description if raw else ''}"
    fallback = raw.medium if raw and raw.medium else Medium.PRINT
    return act.record(
        Expedition,
        f"Buku ekspedisi nomor {given.number}",
        taken,
        number=given.number,
        year=given.year,
        sequence=given.sequence,
        letter=letter,
        raw_data=raw,
        contents=contents[:400],
        addressed_to=str(act.case.petitioner),
        medium=taken.handed_medium or fallback,
        witness=taken.witness.strip(),
        booked_on=booked.astimezone(WITA).date(),
    )


def book_day(happened_at: datetime, now: datetime) -> datetime:
    """Give the instant a hand-over is booked under: when it happened; if that month is closed, when it is recorded."""
    day, today = (moment.astimezone(WITA).date() for moment in (happened_at, now))
    if (day.year, day.month) == (today.year, today.month):  # the running month is never closed
        return happened_at
    return now if ClosedMonth.objects.filter(year=day.year, month=day.month).exists() else happened_at


def _check_receiver(taken: Deliver) -> None:
    if not taken.receiver_name.strip():
        raise Incomplete({"receiver_name": "Isi nama penerima."})
    if taken.refused_to_sign != bool(taken.witness.strip()):
        raise Incomplete({"witness": "Penolakan tanda tangan dicentang dan disebut saksinya, atau tidak keduanya."})
    if taken.receiver_kind == ReceiverKind.PROXY and not taken.proxy_letter:
        raise Incomplete({"proxy_letter": "Isi nomor atau tanggal surat kuasa yang dilihat."})
    if taken.receiver_kind == ReceiverKind.COURIER and not taken.waybill:
        raise Incomplete({"waybill": "Isi nomor resi kurir."})
