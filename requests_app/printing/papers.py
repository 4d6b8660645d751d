"""The papers of one case: receipt, lembar disposisi, tanda terima, Pemberitahuan Tertulis."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db.models import Q, prefetch_related_objects
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
    Manner,
    Medium,
    RawData,
    WrittenNotice,
)
from ..outcomes import OUTCOMES
from ..rules.people import ppid_post
from ..sop import Does, slugs_of
from ..text.words import DAYS, WITA, jam_pendek, tanggal
from .breaks import size_of
from .records import Records, issued_letter
from .render import Printed, paper
from .rows import holding

SHEET_PAGES = {"a4": "sheet", "half": "half-sheet"}  # half a folio lies on its side, as the printed pads do
PEN_HOPS = {"a4": 9, "half": 6}  # rows for the pen while nothing was said: as many as the page holds
LEAST_HOPS, LEFT_HOPS = 4, 2  # rows on a sheet under way, and those it always has left
LONG_SHEET = 10  # hops from which each has its bookmark
UNNUMBERED = ("",)  # one blank form without an emergency number
GIVEN_AS: dict[str, str] = {
    **dict.fromkeys((Medium.PRINT, Medium.COURIER), Form.HARD),
    **dict.fromkeys((Medium.FLASH, Medium.EMAIL, Medium.WHATSAPP), Form.SOFT),
    Medium.VIEW: Form.VIEW,
}
MARKS = (Nature.VERY_URGENT, Nature.URGENT, Nature.CONFIDENTIAL)


def receipt(records: Records, template: str = "receipt") -> Printed:
    """Draw the proof of registration: the petitioner's half and the archive's on A4.

    UU 14/2008 art. 22: a receipt with the registration number is given at once.
    """
    case = records.case
    return paper(
        template,
        f"tanda-bukti-{case.short_number}",
        case=case,
        letter=records.last(IncomingLetter),
        appointment=_appointment(records),
        code=f"{case.code[:4]} {case.code[4:]}",
        qr=tracking_qr(case.code),
        hours=office_hours(day_of(case.received_at)),
        rules=rules_for(case),
    )


def slip(records: Records) -> Printed:
    """Draw the proof of registration on 80 mm."""
    return receipt(records, "slip")


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


def _appointment(records: Records) -> AvailabilityCheck | None:
    """Find the appointment made last, unless the official turned out to be available after it."""
    last = records.last(AvailabilityCheck)
    return last if last and last.appointment_at else None


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


def lacks_sheet(records: Records) -> str:
    """Say why there is no lembar disposisi: it comes with a letter, or with the first words of a disposition."""
    begun = records.last(IncomingLetter) or records.last(Disposition)
    return "" if begun else f"Permohonan {records.case.number} belum didisposisi, jadi belum ada lembar disposisi."


def disposition_sheet(records: Records, size: str = "a4") -> Printed:
    """Draw the lembar disposisi with every hop, redirects too, on A4; before any hop it waits empty.

    A change of signer is the letter's matter, not the sheet's.
    """
    case, letter, hops = records.case, records.last(IncomingLetter), _dispositions(records)
    marked = {row.nature for row in hops} | ({letter.nature} if letter else set())
    if case.confidential:
        marked.add(Nature.CONFIDENTIAL)
    day = case.received_at.astimezone(WITA).date()
    return _sheet(case.short_number, size, day, hops, marked, case=case, letter=letter, is_letter=letter is not None)


def half_sheet(records: Records) -> Printed:
    """Draw it on half a folio."""
    return disposition_sheet(records, "half")


def blank_sheet(day: date, numbers: Sequence[str] = UNNUMBERED, size: str = "a4") -> Printed:
    """Draw the sheet for the pen, with the posts there are on a day, once for each emergency number."""
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


def _dispositions(records: Records) -> list[Disposition]:
    signers = slugs_of(Does.SIGNS)
    given = records.all(Disposition)
    found = [row for row in given if row.form_of != DispositionKind.REDIRECT or row.task not in signers]
    prefetch_related_objects(found, "copies")
    return found


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


def lacks_handover(records: Records) -> str:
    """Say why there is no tanda terima: nothing was handed over."""
    handed, number = records.last(Expedition), records.case.number
    return "" if handed else f"Permohonan {number} belum diserahkan, jadi belum ada tanda terima."


def handover(records: Records) -> Printed:
    """Draw the tanda terima of the last hand-over."""
    case = records.case
    return paper("handover", f"tanda-terima-{case.short_number}", case=case, row=records.last(Expedition))


def lacks_notice(records: Records) -> str:
    """Say why there is no PPID-D: nothing is decided, or nothing was that it could tell, or a letter refuses."""
    case, letter, outcome = records.case, issued_letter(records), records.case.outcome()
    if outcome and "notice" not in outcome.papers and not outcome.withholds:
        return f"Permohonan {case.number} tidak diputus (ditarik, ganda, tidak lengkap): tanpa PPID-D."
    if letter and "notice" not in OUTCOMES[letter.outcome].papers:
        return f"Permohonan {case.number} ditolak dengan surat balasan, bukan dengan Pemberitahuan Tertulis."
    if not _holding(records):
        return f"Permohonan {case.number} belum diidentifikasi, jadi belum ada yang dapat diberitahukan."
    return ""


def _holding(records: Records) -> str:
    return holding(records.case, records.last(Identification), records.last(Expedition))


def notice(records: Records) -> Printed:
    """Draw PPID-D: A can be given, or B cannot."""
    case, letter = records.case, issued_letter(records)
    identified, handed = records.last(Identification), records.last(Expedition)
    closings = records.all(Closing) if case.ending else []
    closed = next((row for row in reversed(closings) if row.ending == case.ending), None)
    told = next(iter(records.all(WrittenNotice)), None)
    decided = next(record for record in (told, closed, handed, identified) if record)
    day = decided.happened_at.astimezone(WITA).date()
    data = records.last(RawData)
    return paper(
        "notice",
        f"pemberitahuan-{case.short_number}",
        case=case,
        held=_holding(records),
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
