"""The acts beside the rows, as one list: who may do each, and when. What is offered and what is allowed both read it.

`who` names the parties in the order in which somebody with several posts acts; `when` says in one sentence why the act
is not possible where the case stands, and nothing where it is. Who never could is refused before the wrong moment.
"""

from collections.abc import Callable
from dataclasses import dataclass

from ..models.case import Nature, State
from ..models.people import Appointment, PostKind
from ..models.records import Disposition, Identification, IncomingLetter, ReplyLetter
from ..sop import HANDS_OVER, Actor, Does
from .facts import Facts
from .people import Acting
from .reading import check_reads
from .refusals import NotNow, NotPermitted, is_allowed
from .tasks import ENDED, any_of, own_appointment, recording_appointment

ON_THEIR_OWN_PAGES = (Does.DRAFTS, Does.SIGNS)  # a letter's text and number do not exist before, so no paper holds them

# -- Who ---------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Party:
    """One of those who may do an act: how a refusal names them at a case, and how their appointment is found."""

    name: Callable[[Facts], str]
    find: Callable[[Acting, Facts], Appointment | None]


def of_kind(kind: PostKind) -> Party:
    """Make the party of whoever holds a post of a kind."""
    return Party(lambda facts: str(kind.label), lambda acting, facts: acting.of_kind(kind))


def _givers_name(facts: Facts) -> str:
    return "Kasubag pembuat konsep" if facts.case.awaits(Does.SIGNS) else "pemberi disposisi"


def _find_giver(acting: Acting, facts: Facts) -> Appointment | None:
    """Find who recalls: the draft's author, or the giver of what stands; where nothing stands, who could have given."""
    if facts.case.awaits(Does.SIGNS):
        return acting.at_any([letter.appointment.post_id for letter in facts.submitted])
    if not facts.standing:
        return acting.as_actor(Actor.KETUA, Actor.SEKRETARIS, Actor.KASUBAG)
    return acting.at(facts.standing[-1].speaker_id)


def _paper_name(facts: Facts) -> str:
    task = facts.case.awaited
    return str(facts.case.holder or any_of(task.actors)) if task else "pejabat yang mengerjakan langkah SOP"


def _find_on_paper(acting: Acting, facts: Facts) -> Appointment | None:
    """Find who does or records the awaited task; where no paper holds it, whoever does any task of the decree."""
    case, task = facts.case, facts.case.awaited
    if task is None or task.does(*ON_THEIR_OWN_PAGES):
        return acting.as_actor(*Actor)
    return own_appointment(acting, task, case.holder_id) or recording_appointment(acting, task)


def _find_reader(acting: Acting, facts: Facts) -> Appointment | None:
    """Find who works with the case otherwise: staff of the holder's subbagian, addressees and copies (decision 6)."""
    holder, staff = facts.case.holder, acting.of_kind(PostKind.STAFF)
    if staff and holder and staff.post.unit_id == holder.unit_id:
        return staff
    return acting.at_any([given.addressee_id for given in facts.all(Disposition)]) or facts.copied_at(acting)


HELPDESK = of_kind(PostKind.HELPDESK)
SEKRETARIS = of_kind(PostKind.SEKRETARIS)
HOLDER = Party(lambda facts: str(facts.case.holder or ""), lambda acting, facts: acting.at(facts.case.holder_id))
DISPOSER = Party(
    lambda facts: "pemberi disposisinya",
    lambda acting, facts: acting.at_any([given.speaker_id for given in facts.disposed[-1:]]),
)
GIVER = Party(_givers_name, _find_giver)
SIGNER = Party(
    lambda facts: "penandatangannya",
    lambda acting, facts: acting.at_any([letter.signer_id for letter in facts.issued[-1:]]),
)
READER = Party(lambda facts: "yang menerima disposisinya", _find_reader)
DOER = Party(_paper_name, _find_on_paper)
PPID = Party(lambda facts: "PPID", lambda acting, facts: acting.at(facts.ppid_post))

# -- When --------------------------------------------------------------------------------------------------------------


def not_on_paper(facts: Facts) -> str:
    task = facts.case.awaited
    if task is None:
        return ENDED
    if task.does(*ON_THEIR_OWN_PAGES):
        return f"“{task.button}” dikerjakan pada halamannya sendiri; waktu kejadiannya diisi di sana."
    return ""


def not_redirectable(facts: Facts) -> str:
    task = facts.case.awaited
    if task is not None and task.has_holder:
        return ""
    return "Langkah ini tidak menunggu jabatan tertentu, jadi tidak dapat dialihkan."


def not_recallable(facts: Facts) -> str:
    """A draft is recalled until signed, a disposition until opened or handled."""
    if facts.case.awaits(Does.SIGNS):
        return ""
    stay = facts.open_stay
    if stay is None or not facts.standing or facts.standing[-1].addressee_id != facts.case.holder_id:
        return "Tidak ada disposisi yang dapat ditarik."
    given = facts.standing[-1]
    if stay.opened or stay.act_began != given.act:  # a later row of the same holder: it was opened and handled
        return "Disposisi sudah dibuka oleh yang dituju; gunakan “Alihkan”."
    return ""


def not_holdable(facts: Facts) -> str:
    if facts.case.state == State.HELD:
        return "Permohonan ini sudah ditunda; lanjutkan dulu."
    return ENDED if facts.is_ended else ""


def not_resumable(facts: Facts) -> str:
    if facts.is_ended:
        return ENDED
    return "" if facts.case.state == State.HELD else "Permohonan ini tidak sedang ditunda."


def not_ready(facts: Facts) -> str:
    if facts.is_ended:
        return ENDED
    if facts.case.awaits(*HANDS_OVER) and facts.case.state == State.OPEN:
        return ""
    return "Hanya data atau surat yang siap diserahkan dapat ditandai siap diambil."


def not_noticeable(facts: Facts) -> str:
    if facts.is_ended:
        return ENDED
    if facts.case.answered_on:
        return "Pemohon sudah mendapat pemberitahuan tertulis."
    if not facts.all(Identification):
        return "Belum ada yang dapat diberitahukan: permohonan ini belum diidentifikasi."
    return ""


def not_extendable(facts: Facts) -> str:
    return facts.reckoning.refuses_extension(facts.happens_on)


def not_for_paraf(facts: Facts) -> str:
    if not facts.case.awaits(Does.SIGNS) or not facts.submitted:
        return "Tidak ada konsep surat yang menunggu persetujuan."
    letter = facts.submitted[-1]
    if letter.signer.kind == PostKind.SEKRETARIS:
        return "Konsep ini Anda tanda tangani sendiri; paraf tidak diperlukan."
    return "Konsep ini sudah diparaf." if facts.has_paraf(letter) else ""


def not_cancellable(facts: Facts) -> str:
    if not facts.issued:
        return "Tidak ada surat terbit yang dapat dibatalkan."
    return "Permohonan ini sudah selesai; buka kembali dahulu." if facts.is_ended else ""


def not_reopenable(facts: Facts) -> str:
    return "" if facts.is_ended else "Permohonan ini belum selesai."


def still_marked(facts: Facts) -> str:
    papers: list[IncomingLetter | Disposition | ReplyLetter] = [*facts.all(IncomingLetter), *facts.standing]
    if any(paper.nature == Nature.CONFIDENTIAL for paper in [*papers, *facts.all(ReplyLetter)]):
        return "Masih ada surat atau disposisi bertanda Rahasia."
    return ""


def always(facts: Facts) -> str:
    return ""


# -- The list ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class CaseAct:
    """An act beside the rows: its name, which is its page's too, what its button says, who may do it, and when."""

    name: str
    label: str
    who: tuple[Party, ...]
    when: Callable[[Facts], str]
    can: str = "melakukan ini"  # what whoever never could is told that only its parties can
    wrong: str = ""  # what is told instead, where that does not say it best

    def check(self, acting: Acting, facts: Facts) -> Appointment:
        """Say in which appointment the act is done. Raises NotPermitted, NotNow."""
        check_reads(acting, facts)
        held = next((found for party in self.who if (found := party.find(acting, facts))), None)
        if held is None:
            raise NotPermitted(self.wrong or self._whom_to_ask(facts))
        if sentence := self.when(facts):
            raise NotNow(sentence)
        return held

    def may(self, acting: Acting, facts: Facts) -> bool:
        """Tell whether a person may do the act now."""
        return is_allowed(self.check, acting, facts)

    def _whom_to_ask(self, facts: Facts) -> str:
        names = [name for party in self.who if (name := party.name(facts))]
        return f"Hanya {one_of(names)} yang dapat {self.can}."


def one_of(names: list[str]) -> str:
    """Join alternatives: "Help Desk, Ketua, atau Sekretaris"."""
    *others, last = names
    if not others:
        return last
    return f"{', '.join(others)}{',' if len(others) > 1 else ''} atau {last}"


DESK = (HELPDESK, HOLDER, SEKRETARIS)

RESUME = CaseAct("resume", "Lanjutkan (akhiri penundaan)", DESK, not_resumable)
READY = CaseAct("ready", "Tandai siap diambil", DESK, not_ready)
LATE_CASE = CaseAct("late_case", "Catat susulan dari kertas", (DOER,), not_on_paper)
REDIRECT = CaseAct("redirect", "Alihkan ke jabatan lain", (HOLDER, DISPOSER, SEKRETARIS), not_redirectable)
RECALL = CaseAct("recall", "Tarik kembali", (GIVER,), not_recallable, "menariknya")
PARAF = CaseAct("paraf", "Paraf konsep surat", (SEKRETARIS,), not_for_paraf, "memaraf konsep surat")
CANCEL_LETTER = CaseAct(
    "cancel_letter", "Batalkan surat balasan", (SIGNER, SEKRETARIS), not_cancellable, "membatalkannya"
)
HOLD = CaseAct("hold", "Tunda", DESK, not_holdable)
NOTIFY = CaseAct("notify", "Catat pemberitahuan tertulis (PPID-D)", DESK, not_noticeable)
EXTEND = CaseAct(
    "extend",
    "Perpanjang batas undang-undang",
    (PPID, SEKRETARIS),
    not_extendable,
    wrong="Perpanjangan batas undang-undang diputuskan PPID atau Sekretaris.",
)
ATTACH = CaseAct(
    "attach",
    "Lampirkan berkas",
    (*DESK, READER),
    always,
    wrong="Jabatan Anda tidak dapat melampirkan berkas pada permohonan ini.",
)
CORRECT_REGISTRATION = CaseAct(
    "correct_registration", "Koreksi data pendaftaran", (HELPDESK, SEKRETARIS), always, "mengoreksi data pemohon"
)
UNSEAL = CaseAct("unseal", "Cabut tanda Rahasia", (SEKRETARIS,), still_marked, "mencabut tanda Rahasia")
REOPEN = CaseAct("reopen", "Buka kembali", (SEKRETARIS,), not_reopenable, "membuka kembali permohonan")
REVEAL_NIK = CaseAct(
    "nik", "Lihat NIK lengkap", (HELPDESK,), always, wrong="NIK lengkap hanya dapat dilihat Help Desk."
)
