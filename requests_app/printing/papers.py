"""The papers of one case: receipt, lembar disposisi, tanda terima, Pemberitahuan Tertulis."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db.models import Q
from django.utils.text import capfirst

from ..derived.deadlines import day_of, office_version, reckon, rules_for
from ..models.books import Expedition
from ..models.calendar import current_calendar
from ..models.case import Form, InformationRequest, Nature
from ..models.people import Appointment, Instruction, Post, PostKind
from ..models.records import (
    AvailabilityCheck,
    Closing,
    Confirmation,
    Disposition,
    DispositionKind,
    Identification,
    IncomingLetter,
    LetterStatus,
    Manner,
    Medium,
    RawData,
    ReplyLetter,
    WrittenNotice,
)
from ..outcomes import OUTCOMES
from ..rules.people import ppid_post
from ..sop import Does, slugs_of
from ..text.words import DAYS, WITA, jam_pendek, tanggal
from .breaks import size_of
from .render import NotPrintable, Printed, paper
from .rows import holding

RECEIPT_SIZES = ("a4half", "80mm")
SHEET_PAGES = {"a4": "sheet", "half": "half-sheet"}  # half a folio lies on its side, as the printed pads do
PEN_HOPS = {"a4": 9, "half": 6}  # rows for the pen while nothing was said: as many as the page holds
LEAST_HOPS, LEFT_HOPS = 4, 2  # rows on a sheet under way, and those it always has left
LONG_SHEET = 10  # hops from which each has its bookmark
UNNUMBERED = ("",)  # one blank form without an emergency number
GIVEN_AS: dict[str, str] = {
    Medium.PRINT: Form.HARD, Medium.COURIER: Form.HARD, Medium.VIEW: Form.VIEW,
    Medium.FLASH: Form.SOFT, Medium.EMAIL: Form.SOFT, Medium.WHATSAPP: Form.SOFT,
}  # fmt: skip
MARKS = (Nature.VERY_URGENT, Nature.URGENT, Nature.CONFIDENTIAL)


def receipt(case: InformationRequest, size: str = "a4half") -> Printed:
    """Draw the proof of registration: the petitioner's half and the archive's on A4, or a slip of 80 mm.

    UU 14/2008 art. 22: a receipt with the registration number is given at once. Raises ValueError for another size.
    """
    if size not in RECEIPT_SIZES:
        raise ValueError(f"Unknown receipt size: {size}")
    return paper(
        "receipt" if size == "a4half" else "slip",
        f"tanda-bukti-{case.short_number}",
        case=case,
        letter=_incoming(case),
        appointment=_appointment(case),
        code=f"{case.code[:4]} {case.code[4:]}",
        qr=tracking_qr(case.code),
        hours=office_hours(day_of(case.received_at)),
        rules=rules_for(case),
    )


def tracking_qr(code: str) -> str:
    """Draw the QR to the tracking page, only where the office has a public address."""
    if not settings.PUBLIC_URL:
        return ""
    import segno

    address = segno.make(f"{settings.PUBLIC_URL}/lacak/?kode={code}", error="m", micro=False)
    return address.svg_data_uri(border=2, scale=4)


def office_hours(day: date) -> list[str]:
    """Say the weekly hours in force on a day: "Senin–Kamis 07.30–12.00 dan 13.00–16.00"."""
    in_force = [period for period in current_calendar().periods if period.covers(day)]
    week = max(reversed(in_force), key=lambda period: period.begins).week
    said: list[tuple[list[str], str]] = []
    for name, spans in zip(DAYS, week, strict=True):
        hours = " dan ".join(f"{jam_pendek(opens)}–{jam_pendek(closes)}" for opens, closes in spans)
        if said and said[-1][1] == hours:
            said[-1][0].append(name)
        else:
            said.append(([name], hours))
    return [f"{_days(names)} {hours}" for names, hours in said if hours]


def _days(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{names[0]}–{names[-1]}"


def _appointment(case: InformationRequest) -> AvailabilityCheck | None:
    """Find the appointment made last, unless the official turned out to be available after it."""
    last = AvailabilityCheck.objects.filter(case=case).select_related("official").order_by("act").last()
    return last if last and last.appointment_at else None


def _incoming(case: InformationRequest) -> IncomingLetter | None:
    return IncomingLetter.objects.filter(case=case).order_by("act").last()


@dataclass(frozen=True)
class Hop:
    """One line of the sheet: who passed it to whom, what was said, and how sure we are of it."""

    at: datetime
    giver: str
    addressee: str
    copies: tuple[str, ...]
    text: str
    status: str

    @property
    def mark(self) -> str:
        """Name its bookmark."""
        return f"{tanggal(self.at)} {jam_pendek(self.at)}: {self.giver} kepada {self.addressee}"

    @property
    def size(self) -> str:
        """Tell whether its row may break."""
        return size_of((self.text, self.status))


@dataclass(frozen=True)
class Tick:
    text: str
    ticked: bool


def disposition_sheet(case: InformationRequest, size: str = "a4") -> Printed:
    """Draw the lembar disposisi with every hop, redirects too, on A4 or half a folio; before any hop it waits empty.

    A change of signer is the letter's matter, not the sheet's. Raises ValueError for another size.
    """
    letter, hops = _incoming(case), _dispositions(case)
    marked = {row.nature for row in hops} | ({letter.nature} if letter else set())
    if case.confidential:
        marked.add(Nature.CONFIDENTIAL)
    day = case.received_at.astimezone(WITA).date()
    return _sheet(case.short_number, size, day, hops, marked, case=case, letter=letter, is_letter=letter is not None)


def blank_sheet(day: date, numbers: Sequence[str] = UNNUMBERED, size: str = "a4") -> Printed:
    """Draw the sheet for the pen, with the posts there are on a day, once for each emergency number.

    Raises ValueError for another size.
    """
    of = numbers[0].replace("/", "-") or "kosong"
    return _sheet(of, size, day, [], set(), is_letter=True, numbers=numbers)


def _sheet(
    of: str,
    size: str,
    day: date,
    hops: list[Disposition],
    marked: set[str],
    case: InformationRequest | None = None,
    **facts: object,
) -> Printed:
    if size not in SHEET_PAGES:
        raise ValueError(f"Unknown sheet size: {size}")
    kept = [row for row in hops if not row.recalled_at]
    return paper(
        "disposition",
        f"lembar-disposisi-{of}",
        page=SHEET_PAGES[size],
        hops=[_hop(row) for row in hops],
        is_long=len(hops) > LONG_SHEET,
        blanks=range(_pen_hops(size, len(hops), bool(case and case.ended_at))),
        addressees=_addressee_ticks(day, kept),
        instructions=_instruction_ticks(kept),
        natures=[Tick(str(kind.label), kind in marked) for kind in MARKS],
        case=case,
        **{"numbers": UNNUMBERED, **facts},
    )


def _pen_hops(size: str, hops: int, ended: bool) -> int:
    """Count the rows left for the pen: a sheet that goes round always has some, one whose case is over needs none."""
    if not hops and not ended:
        return PEN_HOPS[size]
    return max(LEAST_HOPS - hops, 0 if ended else LEFT_HOPS)


def _dispositions(case: InformationRequest) -> list[Disposition]:
    related = ("speaker", "speaker_appointment__post", "addressee", "appointment__post", "appointment__user")
    signers = {"form_of": DispositionKind.REDIRECT, "task__in": slugs_of(Does.SIGNS)}
    found = Disposition.objects.filter(case=case).exclude(**signers)
    return list(found.select_related(*related).prefetch_related("copies").order_by("act"))


def _hop(row: Disposition) -> Hop:
    giver = row.speaker_appointment.held_title if row.speaker_appointment else row.speaker.title
    copies = tuple(post.short_title for post in row.copies.all())
    kind = "Dialihkan. " if row.form_of == DispositionKind.REDIRECT else ""
    return Hop(row.said_at, giver, row.addressee.title, copies, kind + row.text, _hop_status(row))


def _hop_status(row: Disposition) -> str:
    """Say what a reader must know before trusting a line: recalled, recorded for another, confirmed or not, late."""
    if row.recalled_at:
        return "Ditarik kembali sebelum dibuka."
    late = f" {capfirst(row.late_note)}." if row.late_note else ""
    if row.confirmation == Confirmation.OWN:
        return late.strip()
    manner = "Dicatat" if row.manner == Manner.SELF else f"{row.get_manner_display()}, dicatat"
    recorder = f"{row.appointment.user.display_name} ({row.appointment.post.short_title})"
    return f"{manner} oleh {recorder}; {row.get_confirmation_display().lower()}.{late}"


def _addressee_ticks(day: date, dispositions: list[Disposition]) -> list[Tick]:
    alive = Q(begins__lte=day) & (Q(ends__isnull=True) | Q(ends__gte=day))
    kinds = (PostKind.KETUA, PostKind.ANGGOTA, PostKind.SEKRETARIS, PostKind.KASUBAG)
    addressed = {row.addressee_id for row in dispositions}
    posts = Post.objects.filter(alive & Q(kind__in=kinds) | Q(pk__in=addressed))
    return [Tick(post.title, post.pk in addressed) for post in posts]


def _instruction_ticks(dispositions: list[Disposition]) -> list[Tick]:
    given = {line.strip() for row in dispositions for line in row.instructions.splitlines() if line.strip()}
    usual = list(Instruction.objects.filter(active=True).values_list("text", flat=True))
    return [Tick(text, text in given) for text in [*usual, *sorted(given.difference(usual))]]


def handover(case: InformationRequest) -> Printed:
    """Draw the tanda terima of the last hand-over. Raises NotPrintable before any."""
    related = ("letter", "raw_data", "appointment__post", "appointment__user", "on_behalf_of")
    row = Expedition.objects.filter(case=case).select_related(*related).order_by("act").last()
    if row is None:
        raise NotPrintable(f"Permohonan {case.number} belum diserahkan, jadi belum ada tanda terima.")
    return paper("handover", f"tanda-terima-{case.short_number}", case=case, row=row)


def notice(case: InformationRequest) -> Printed:
    """Draw PPID-D: A can be given, or B cannot. Raises NotPrintable while that is not known, when refused or void."""
    outcome = case.outcome()
    if outcome and "notice" not in outcome.papers and not outcome.withholds:
        raise NotPrintable(f"Permohonan {case.number} tidak diputus (ditarik, ganda, tidak lengkap): tanpa PPID-D.")
    letter = ReplyLetter.objects.filter(case=case, status=LetterStatus.ISSUED).order_by("act").last()
    if letter and "notice" not in OUTCOMES[letter.outcome].papers:
        raise NotPrintable(
            f"Permohonan {case.number} ditolak dengan surat balasan, bukan dengan Pemberitahuan Tertulis."
        )
    identified = Identification.objects.filter(case=case).order_by("act").last()
    closed = Closing.objects.filter(case=case, ending=case.ending).order_by("act").last() if case.ending else None
    handed = Expedition.objects.filter(case=case).order_by("act").last()
    held = holding(case, identified, handed)
    if not held:
        raise NotPrintable(f"Permohonan {case.number} belum diidentifikasi, jadi belum ada yang dapat diberitahukan.")
    told = WrittenNotice.objects.filter(case=case).order_by("act").first()
    decided = next(record for record in (told, closed, handed, identified) if record)
    day = decided.happened_at.astimezone(WITA).date()
    data = RawData.objects.filter(case=case).order_by("act").last()
    return paper(
        "notice",
        f"pemberitahuan-{case.short_number}",
        case=case,
        held=held,
        closed=closed,
        handed=handed,
        form=(identified.form if identified else "") or case.form or GIVEN_AS.get(handed.medium if handed else "", ""),
        data=data,
        data_size=size_of((data.description,)) if data else "",
        blackened=letter.get_excluded_article_display() if letter else "",
        day=day,
        due=reckon(case, office_version()).due,
        ppid=ppid_on(day),
    )


def ppid_on(day: date) -> Appointment | None:
    """Find who holds the post designated as PPID on a day, if anybody."""
    post = ppid_post(day)
    if post is None:
        return None
    return Appointment.objects.in_force(day).filter(post=post).select_related("user", "post").first()
