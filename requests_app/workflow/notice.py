"""The law's days: lengthened once by the PPID, ended by the written notice. The SOP's clock and the case's place stay.

Both acts are the office's word to the petitioner, so each is recorded once and never taken back.
"""

from ..models.records import ActKind, Extension, WrittenNotice
from ..rules import acts
from ..rules.refusals import Incomplete, NotNow
from ..text.words import tanggal
from .core import Act, Locked, begin, finish


def extend(locked: Locked, reason: str) -> Act:
    """Perpanjang: lengthen the law's days once, with the reason the petitioner reads, while they still run.

    On the due day at the latest; by as many days as the rule of the day of receipt gives (UU 14/2008 art. 22 (8)).
    Raises NotPermitted, NotNow, Incomplete.
    """
    facts = locked.facts()
    appointment, reckoned = acts.EXTEND.check(locked.acting, facts), facts.reckoning
    if not reason.strip():
        raise Incomplete({"reason": "Tulis alasan perpanjangan; pemohon membacanya pada pemberitahuan."})
    rule, before, after = reckoned.longer, reckoned.due, reckoned.due_if_extended()
    if rule is None or after is None:
        raise NotNow("Batas baru tidak dapat dihitung; periksa kalender.")
    act = begin(locked, ActKind.EXTEND, appointment)
    words = f"Batas undang-undang diperpanjang sampai {tanggal(after)}"
    act.record(
        Extension,
        words,
        reason=reason.strip(),
        days=rule.days,
        source=rule.source,
        due_before=before,
        due_after=after,
    )
    return finish(act, None, words)


def notify(locked: Locked, via: str, note: str = "") -> Act:
    """Catat pemberitahuan tertulis: PPID-D reached the petitioner, how and when; the law's days end, the case goes on.

    Raises NotPermitted, NotNow, Incomplete.
    """
    appointment = acts.NOTIFY.check(locked.acting, locked.facts())
    if not via.strip():
        raise Incomplete({"via": "Isi lewat apa pemberitahuan disampaikan."})
    act = begin(locked, ActKind.NOTIFY, appointment)
    act.record(WrittenNotice, "Pemberitahuan tertulis disampaikan", via=via.strip(), note=note.strip())
    return finish(act, None, "Pemberitahuan tertulis disampaikan")
