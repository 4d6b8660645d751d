"""The reply letter as surat dinas: drawn from its record, kept once when issued, reprinted from storage."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

from .. import documents
from ..models.books import Document, DocumentKind
from ..models.case import InformationRequest
from ..models.people import Appointment
from ..models.records import LetterStatus, ReplyLetter
from .render import NotPrintable, Printed, paper

# Paragraphs, lists, tables and emphasis. No headings, links, images or HTML: a letter is the office's words only.
MARKUP = MarkdownIt("zero", {"breaks": True}).enable(["emphasis", "escape", "list", "newline", "table"])
WATERMARKS = {LetterStatus.ISSUED: "", LetterStatus.CANCELLED: "BATAL"}
NUMBER_WORDS = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split()


def letter_html(text: str) -> SafeString:
    """Set a letter's small markup. Whatever looks like HTML is printed as it was typed."""
    return mark_safe(MARKUP.render(text))  # noqa: S308 - the renderer escapes; html rules are off


def count_words(count: int) -> str:
    """Say a count as letters do: "2 (dua)"."""
    return f"{count} ({NUMBER_WORDS[count]})" if count < len(NUMBER_WORDS) else str(count)


def reply_letter(letter: ReplyLetter) -> Printed:
    """Draw a letter; what is not issued carries KONSEP, what was cancelled BATAL, across every page."""
    attachments = letter_attachments(letter)
    return paper(
        "letter",
        f"surat-{letter.number or f'konsep-{letter.version}'}".replace("/", "-"),
        letter=letter,
        body=letter_html(letter.body),
        attachments=attachments,
        enclosure="-"
        if letter.no_attachment or not letter.raw_data_id
        else f"{count_words(len(attachments) or 1)} berkas",
        copies=[line.strip(" -") for line in letter.copies_to.splitlines() if line.strip(" -")],
        signature=signature(letter),
        watermark=WATERMARKS.get(LetterStatus(letter.status), "KONSEP"),
    )


def letter_attachments(letter: ReplyLetter) -> list[str]:
    """Name the data baku that goes with a letter: its files, or its description where a medium carries it."""
    if letter.no_attachment or not letter.raw_data_id or not letter.raw_data:
        return []
    files = letter.raw_data.documents.filter(kind=DocumentKind.DATA)
    named = [f"{file.name} ({file.pages} halaman)" if file.pages else file.name for file in files]
    return named or [letter.raw_data.description]


def signature(letter: ReplyLetter) -> dict[str, str]:
    """Say the signer's office as held that day; before signing, the office the letter waits for."""
    held = letter.signed_as
    if held is None:
        return {"above": "", "office": letter.signer.title, "name": "", "nip": ""}
    above = "" if held.post_id == letter.signer_id else f"a.n. {letter.signer.title}"
    return {"above": above, "office": held.held_title, "name": held.user.display_name, "nip": held.user.nip}


def latest_letter(case: InformationRequest) -> ReplyLetter:
    """Find the letter to print: the one issued, else the newest version. Raises NotPrintable."""
    related = ("signer", "signed_as__user", "signed_as__post", "raw_data")
    letters = list(ReplyLetter.objects.filter(case=case).select_related(*related).order_by("-act", "-pk"))
    issued = [letter for letter in letters if letter.status == LetterStatus.ISSUED]
    if not letters:
        raise NotPrintable(f"Permohonan {case.number} belum memiliki surat balasan.")
    return (issued or letters)[0]


def stored_letter(letter: ReplyLetter) -> Document | None:
    """Find the PDF an issued letter was stored as."""
    return Document.objects.filter(record=letter.pk, kind=DocumentKind.LETTER).first()


def issue_pdf(letter: ReplyLetter, *, now: datetime) -> Document:
    """Render an issued letter once and store it; again, or in a race, give what is stored.

    Call it after the approving transaction, never inside: rendering takes long. Raises NotPrintable for a draft.
    """
    if stored := stored_letter(letter):
        return stored
    signed_as: Appointment | None = letter.signed_as
    if letter.status != LetterStatus.ISSUED or signed_as is None:
        raise NotPrintable("Surat ini belum disetujui, jadi belum ada PDF bernomor.")
    printed = reply_letter(letter)
    upload = documents.Upload(f"{printed.name}.pdf", documents.PDF, printed.pdf, None)
    try:
        with transaction.atomic():
            return documents.store(
                letter.case, DocumentKind.LETTER, upload, record=letter, user=signed_as.user, now=now
            )
    except IntegrityError:
        if stored := stored_letter(letter):  # another process was first
            return stored
        raise


def letter_bytes(letter: ReplyLetter, *, now: datetime) -> bytes:
    """Give a letter's PDF: for an issued or cancelled one the stored bytes, for a draft a fresh rendering."""
    if stored := stored_letter(letter):
        return documents.read(stored)
    if letter.status == LetterStatus.ISSUED:
        return documents.read(issue_pdf(letter, now=now))
    return reply_letter(letter).pdf
