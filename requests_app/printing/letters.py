"""The reply letter as surat dinas: drawn from its record, kept once when issued, reprinted from storage."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial
from urllib.parse import urlencode

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

from .. import documents
from ..models.books import Document, DocumentKind
from ..models.case import InformationRequest
from ..models.people import Appointment, Office
from ..models.records import Decision, LetterDecision, LetterStatus, ReplyLetter
from ..text.words import tanggal, terbilang
from .enclosures import Enclosure, behind, join, of_document
from .records import RELATED, Records, issued_letter
from .render import NotPrintable, Printed, paper

# Paragraphs, lists, tables and emphasis. No headings, links, images or HTML: a letter is the office's words only.
MARKUP = MarkdownIt("zero", {"breaks": True}).enable(["emphasis", "escape", "list", "newline", "table"])
NUMBER = re.compile(r"(?<![\w/<.-])(?=[\w.-]*\d)[\w.-]{1,12}(?:/[\w.-]{1,12}){2,6}(?![\w/-])")  # 0005/PPID/5371/X/2026
WATERMARKS = {LetterStatus.ISSUED: "", LetterStatus.CANCELLED: "BATAL"}
NOTHING_BEHIND = "Surat ini tidak mempunyai lampiran PDF atau gambar."
LISTED = 5  # attachments named under the signature; more have a page of their own


def letter_html(text: str) -> SafeString:
    """Set a letter's small markup. Whatever looks like HTML is printed as it was typed; a number stays on its line."""
    set_text = NUMBER.sub(r'<span class="fixed">\g<0></span>', MARKUP.render(text))
    return mark_safe(set_text)  # noqa: S308 - the renderer escapes; html rules are off


def count_words(count: int) -> str:
    """Say a count as letters do: "2 (dua)"."""
    return f"{count} ({terbilang(count)})"


def reply_letter(letter: ReplyLetter, enclosures: Sequence[Enclosure] | None = None) -> Printed:
    """Draw a letter; what is not issued carries KONSEP, what was cancelled BATAL, across every page.

    `enclosures` stands for the stored data baku in a preview.
    """
    attachments = letter_attachments(letter, enclosures)
    return paper(
        "letter",
        f"surat-{letter.number or f'konsep-{letter.version}'}".replace("/", "-"),
        office=_office_read(letter),
        letter=letter,
        title=f"Surat {letter.number}" if letter.number else f"Konsep surat balasan {letter.case.number}",
        body=letter_html(letter.body),
        attachments=attachments,
        on_own_page=len(attachments) > LISTED,
        enclosure=f"{count_words(len(attachments))} berkas" if attachments else "-",
        copies=[line.strip(" -") for line in letter.copies_to.splitlines() if line.strip(" -")],
        signature=signature(letter),
        watermark=WATERMARKS.get(LetterStatus(letter.status), "KONSEP"),
        check=check(letter),
        initials=initials(letter),
        cancelled=cancellation(letter),
    )


def _office_read(letter: ReplyLetter) -> Office | None:
    """Give the office where the signer was read with it: who approves has it at hand."""
    post = letter.signed_as.post if letter.signed_as else None
    return post.office if post and "office" in post._state.fields_cache else None


def letter_enclosures(letter: ReplyLetter) -> list[Enclosure]:
    """Give the stored files of the data baku that goes with a letter."""
    if letter.no_attachment or not letter.raw_data_id or not letter.raw_data:
        return []
    return [of_document(file) for file in letter.raw_data.documents.filter(kind=DocumentKind.DATA)]


def letter_attachments(letter: ReplyLetter, enclosures: Sequence[Enclosure] | None = None) -> list[str]:
    """Name the data baku that goes with a letter: its files, or its description where a medium carries it."""
    if letter.no_attachment:
        return []
    files = letter_enclosures(letter) if enclosures is None else enclosures
    described = [letter.raw_data.description] if letter.raw_data_id and letter.raw_data else []
    return [file.words for file in files] or described


def signature(letter: ReplyLetter) -> dict[str, str]:
    """Say the signer's office as held that day; before signing, the office the letter waits for."""
    named = f"a.n. {letter.in_name_of.title}" if letter.in_name_of else ""
    held = letter.signed_as
    if held is None:
        return {"above": named, "office": letter.signer.title, "name": "", "nip": ""}
    above = named or ("" if held.post_id == letter.signer_id else f"a.n. {letter.signer.title}")
    return {"above": above, "office": held.held_title, "name": held.user.display_name, "nip": held.user.nip}


def initials(letter: ReplyLetter) -> str:
    """Say who initialled this very version before it is signed, and when: the paraf stands beside the signer's office.

    It is on record as an act; on paper it is part of the letter that is kept, so the archive reads it years later.
    """
    given = LetterDecision.objects.filter(letter=letter.pk, decision=Decision.PARAF) if letter.pk else None
    paraf = given.select_related("appointment__post", "appointment__user").last() if given else None
    if paraf is None:
        return ""
    held = paraf.appointment
    letters = "".join(part[0] for part in held.user.full_name.split())
    return f"Paraf {held.held_short_title}: {letters.upper()}, {tanggal(paraf.happened_at)}"


def check(letter: ReplyLetter) -> dict[str, str]:
    """Give the code a reader checks the letter with, and its QR where the office has a public address."""
    if not letter.code:
        return {}
    given = {"code": f"{letter.code[:4]} {letter.code[4:]}", "qr": "", "place": ""}
    if not settings.PUBLIC_URL:
        return given
    import segno

    query = urlencode({"nomor": letter.number, "kode": letter.code})
    drawn = segno.make(f"{settings.PUBLIC_URL}/periksa/?{query}", error="m", micro=False)
    place = f"{settings.PUBLIC_URL.split('://')[-1]}/periksa/"
    return {**given, "qr": drawn.svg_data_uri(border=2, scale=4), "place": place}


def cancellation(letter: ReplyLetter) -> LetterDecision | None:
    """Find who cancelled a letter, when and why."""
    if letter.status != LetterStatus.CANCELLED:
        return None
    found = LetterDecision.objects.filter(letter=letter, decision=Decision.CANCEL)
    return found.select_related("appointment__post", "appointment__user").order_by("act").last()


def lacks_letter(records: Records) -> str:
    """Say why there is no letter to print: nobody has drafted one."""
    drafted = records.last(ReplyLetter)
    return "" if drafted else f"Permohonan {records.case.number} belum memiliki surat balasan."


def lacks_pages_behind(records: Records) -> str:
    """Say why nothing stands behind the letter to print: it has no data baku that could."""
    if why := lacks_letter(records):
        return why
    letter = latest_letter(records)
    given = None if letter.no_attachment else letter.raw_data_id
    files = [file for file in records.documents if given and file.record_id == given]
    return "" if any(file.content_type in documents.SCANS for file in files) else NOTHING_BEHIND


def latest_letter(records: Records) -> ReplyLetter:
    """Find the letter to print: the one issued, else the newest version."""
    return issued_letter(records) or records.last(ReplyLetter)


def letter_version(case: InformationRequest, version: int) -> ReplyLetter:
    """Find one version of a case's letter. Raises NotPrintable."""
    found = ReplyLetter.objects.filter(case=case, version=version).select_related(*RELATED[ReplyLetter]).first()
    if found is None:
        raise NotPrintable(f"Permohonan {case.number} tidak memiliki konsep surat ke-{version}.")
    return found


def stored_letter(letter: ReplyLetter, kind: str = DocumentKind.LETTER) -> Document | None:
    """Find the PDF an issued letter was stored as."""
    return Document.objects.filter(record=letter.pk, kind=kind).first()


def issue_pdf(letter: ReplyLetter, *, now: datetime, is_new: bool = False) -> Document:
    """Render an issued letter once and store it; again, or in a race, give what is stored.

    Call it after the approving transaction, never inside: rendering takes long. Of a letter approved this moment
    nothing is looked for beforehand. Raises NotPrintable for a draft.
    """
    if not is_new and (stored := stored_letter(letter)):
        return stored
    if letter.status != LetterStatus.ISSUED or letter.signed_as is None:
        raise NotPrintable("Surat ini belum disetujui, jadi belum ada PDF bernomor.")
    printed = reply_letter(letter)
    return _kept(letter, DocumentKind.LETTER, f"{printed.name}.pdf", printed.pdf, letter.signed_as, now)


def issue_joined(letter: ReplyLetter, *, now: datetime) -> Document:
    """Store an issued letter with its attachments behind it, once. Raises NotPrintable where nothing can stand there.

    The tagged letter alone is stored first, and stays the one that claims PDF/UA.
    """
    has_data = letter.raw_data_id and not letter.no_attachment
    if has_data and (stored := stored_letter(letter, DocumentKind.JOINED)):
        return stored
    if letter.signed_as is None or not (files := behind(letter_enclosures(letter))):
        raise NotPrintable(NOTHING_BEHIND)
    alone = issue_pdf(letter, now=now)
    name = f"{alone.name.removesuffix('.pdf')}-dengan-lampiran.pdf"
    return _kept(letter, DocumentKind.JOINED, name, join(documents.read(alone), files), letter.signed_as, now)


def _kept(letter: ReplyLetter, kind: str, name: str, content: bytes, held: Appointment, now: datetime) -> Document:
    upload = documents.Upload(name, documents.PDF, content, None)
    try:
        with transaction.atomic():
            return documents.store(letter.case, kind, upload, record=letter, user=held.user, now=now)
    except IntegrityError:
        if stored := stored_letter(letter, kind):  # another process was first
            return stored
        raise


def letter_bytes(letter: ReplyLetter, *, now: datetime) -> bytes:
    """Give a letter's PDF: an issued one from storage, a draft or a cancelled one drawn afresh with its mark.

    The stored bytes of a cancelled letter stay as they are among the case's files.
    """
    if letter.status == LetterStatus.ISSUED:
        return documents.read(issue_pdf(letter, now=now))
    return reply_letter(letter).pdf


def joined_bytes(letter: ReplyLetter, *, now: datetime) -> bytes:
    """Give a letter with its attachments behind it: from storage when issued. Raises NotPrintable without any."""
    if letter.status == LetterStatus.ISSUED:
        return documents.read(issue_joined(letter, now=now))
    if not (files := behind(letter_enclosures(letter))):
        raise NotPrintable(NOTHING_BEHIND)
    return join(reply_letter(letter).pdf, files)


def previewed(letter: ReplyLetter, enclosures: Sequence[Enclosure] | None) -> bytes:
    """Draw a letter that is not saved, its attachments behind it, as it would be printed."""
    pdf = reply_letter(letter, enclosures).pdf
    files = behind(letter_enclosures(letter) if enclosures is None else enclosures)
    return join(pdf, files) if files else pdf


@dataclass(frozen=True)
class LetterPaper:
    """A letter as a paper of its case: its page, and its PDF, from storage or drawn, read when first asked for."""

    name: str
    letter: ReplyLetter
    read: Callable[[], bytes]

    @property
    def html(self) -> str:
        return reply_letter(self.letter).html

    @cached_property
    def pdf(self) -> bytes:
        return self.read()


def version_paper(letter: ReplyLetter, now: datetime) -> LetterPaper:
    """Give one version of a letter as a paper."""
    return LetterPaper(f"letter-{letter.case.short_number}", letter, partial(letter_bytes, letter, now=now))


def letter_paper(records: Records) -> LetterPaper:
    """Give the letter to print as a paper."""
    return version_paper(latest_letter(records), records.now)


def joined_paper(records: Records) -> LetterPaper:
    """Give the letter with what stands behind it as a paper."""
    letter = latest_letter(records)
    stored = [file for file in records.documents if (file.record_id, file.kind) == (letter.pk, DocumentKind.JOINED)]
    is_kept = stored and letter.status == LetterStatus.ISSUED
    read = partial(documents.read, stored[0]) if is_kept else partial(joined_bytes, letter, now=records.now)
    return LetterPaper(f"letter-joined-{records.case.short_number}", letter, read)
