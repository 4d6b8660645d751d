"""The law's days: lengthened once by the PPID, ended by the written notice. The SOP's clock and the case's place stay.

Both acts are the office's word to the petitioner, so each is recorded once and never taken back.
"""

from ..derived.deadlines import day_of, reckon
from ..models.case import InformationRequest, State
from ..models.people import PostKind
from ..models.records import ActKind, Extension, Identification, WrittenNotice
from ..rules.permissions import extending_appointment, holder_or, ppid_post
from ..rules.refusals import Incomplete, NotNow
from ..sop import Actor
from ..text.words import tanggal
from .core import Doing, begin, finish, version_of


def extend(case: InformationRequest, doing: Doing, reason: str) -> InformationRequest:
    """Perpanjang: lengthen the law's days once, with the reason the petitioner reads, while they still run.

    By the PPID or the Sekretaris, on the due day at the latest; by as many days as the rule of the day of receipt
    gives (UU 14/2008 art. 22 (8)). Raises NotPermitted, NotNow, Incomplete.
    """
    appointment = extending_appointment(doing.acting, ppid_post(day_of(doing.now)))
    reckoned = reckon(case, version_of(case))
    if sentence := reckoned.refuses_extension(day_of(doing.happened_at or doing.now)):
        raise NotNow(sentence)
    if not reason.strip():
        raise Incomplete({"reason": "Tulis alasan perpanjangan; pemohon membacanya pada pemberitahuan."})
    rule, before, after = reckoned.longer, reckoned.due, reckoned.due_if_extended()
    if rule is None or after is None:
        raise NotNow("Batas baru tidak dapat dihitung; periksa kalender.")
    act = begin(case, doing, ActKind.EXTEND, appointment)
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


def notify(case: InformationRequest, doing: Doing, via: str, note: str = "") -> InformationRequest:
    """Catat pemberitahuan tertulis: PPID-D reached the petitioner, how and when; the law's days end, the case goes on.

    The holder, the Help Desk or the Sekretaris may. Raises NotPermitted, NotNow, Incomplete.
    """
    desk = doing.acting.as_actor(Actor.HELPDESK)
    appointment = desk or holder_or(doing.acting, case, PostKind.SEKRETARIS)
    if case.state == State.ENDED:
        raise NotNow("Permohonan ini sudah selesai.")
    if case.answered_on:
        raise NotNow("Pemohon sudah mendapat pemberitahuan tertulis.")
    if not Identification.objects.filter(case=case).exists():
        raise NotNow("Belum ada yang dapat diberitahukan: permohonan ini belum diidentifikasi.")
    if not via.strip():
        raise Incomplete({"via": "Isi lewat apa pemberitahuan disampaikan."})
    act = begin(case, doing, ActKind.NOTIFY, appointment)
    act.record(WrittenNotice, "Pemberitahuan tertulis disampaikan", via=via.strip(), note=note.strip())
    return finish(act, None, "Pemberitahuan tertulis disampaikan")
