"""KPU's own forms by name, filled from a case or blank for the pen: PPID-B, PPID-E, and the label of the archive.

A blank form is the same paper without a case: every answer is a dotted line, every box empty.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ..derived.deadlines import rules_for
from ..models.books import Expedition
from ..models.case import Category, Collection, Form, InformationRequest, Petitioner, PetitionerKind
from ..models.records import ExcludedArticle, Identification, ReplyLetter
from ..outcomes import OUTCOMES
from ..text.words import WITA, tanggal, telepon
from .papers import UNNUMBERED, Tick, ppid_on
from .records import Records, issued_letter
from .render import Printed, paper

COPIES = ("Lembar untuk pemohon, sebagai tanda bukti permohonan", "Lembar untuk petugas layanan informasi")


@dataclass(frozen=True)
class Answer:
    """One line of a form: what is asked, what was answered, how many dotted lines or which boxes wait for the pen."""

    label: str
    text: str = ""
    lines: int = 1
    ticks: tuple[str, ...] = ()

    @property
    def dots(self) -> range:
        return range(0 if self.text or self.ticks else self.lines)


def request_form(records: Records | None = None, numbers: Sequence[str] = UNNUMBERED) -> Printed:
    """Draw PPID-B in two copies, the second the petitioner's receipt, the rights on the back of each.

    Without a case it is blank, two copies for each pre-printed emergency number. UU 14/2008 art. 22.
    """
    case = records.case if records else None
    return paper(
        "request_form",
        f"ppid-b-{case.short_number if case else blank_name(numbers)}",
        number=case.number if case else "",
        numbers=[case.emergency_number] if case else numbers,
        copies=COPIES,
        answers=_who_asks(case.petitioner if case else None) + _what_is_asked(case),
        choices=_choices(case),
        received=case.received_at if case else None,
        signer=case.petitioner.name if case and case.petitioner else "",
        rules=rules_for(case),
    )


def blank_name(numbers: Sequence[str]) -> str:
    """Name the file of a blank form after its first emergency number."""
    return numbers[0].replace("/", "-") or "kosong"


def _who_asks(person: Petitioner | None) -> list[Answer]:
    if person is None:
        return [Answer("Nama"), Answer("Alamat", lines=2), Answer("Pekerjaan"), Answer("Nomor telepon/surel")]
    contact = " / ".join(filter(None, [telepon(person.phone), person.email]))
    answers = [
        Answer("Nama", person.name),
        Answer("Alamat", person.address, lines=2),
        Answer("Pekerjaan", person.occupation),
        Answer("Nomor telepon/surel", contact),
    ]
    if person.kind == PetitionerKind.LEGAL_BODY:
        answers.append(Answer("Akta badan hukum", person.deed_number))
    if person.proxy_name:
        letter = f", surat kuasa {person.proxy_letter}" if person.proxy_letter else ""
        answers.append(Answer("Kuasa", f"{person.proxy_name}{letter}"))
    return answers


def _what_is_asked(case: InformationRequest | None) -> list[Answer]:
    return [
        Answer("Rincian informasi yang dibutuhkan", case.information if case else "", lines=7),
        Answer("Tujuan penggunaan informasi", case.purpose if case else "", lines=3),
    ]


def _choices(case: InformationRequest | None) -> list[tuple[str, list[Tick]]]:
    """List the form's boxes, ticked as registered."""
    form, way, about = (case.form, case.collection, case.category) if case else ("", "", "")
    obtain = {
        "Melihat/membaca/mendengarkan/mencatat": form == Form.VIEW,
        "Mendapatkan salinan informasi (hardcopy)": form == Form.HARD,
        "Mendapatkan salinan informasi (softcopy)": form == Form.SOFT,
    }
    return [
        ("Kategori informasi", [Tick(str(kind.label), kind == about) for kind in Category]),
        ("Cara memperoleh informasi", [Tick(text, ticked) for text, ticked in obtain.items()]),
        ("Cara mendapatkan salinan", [Tick(str(kind.label), kind == way) for kind in Collection]),
    ]


def lacks_refusal(records: Records) -> str:
    """Say why there is no PPID-E: no letter that stands refuses."""
    letter, number = issued_letter(records), records.case.number
    refuses = letter and OUTCOMES[letter.outcome].withholds
    return "" if refuses else f"Permohonan {number} tidak ditolak, jadi tidak ada keputusan penolakan (PPID-E)."


def refusal(records: Records | None = None) -> Printed:
    """Draw PPID-E, the decision to refuse, after the letter that refuses is issued; blank without a case.

    UU 14/2008 art. 17 and 22 (7).
    """
    case, letter = (records.case, issued_letter(records)) if records else (None, None)
    day = letter.letter_date if letter else None
    return paper(
        "refusal",
        f"ppid-e-{case.short_number if case else 'kosong'}",
        case=case,
        letter=letter,
        day=day,
        ppid=ppid_on(day) if day else None,
        answers=_refused_request(case),
        articles=_articles(letter),
        partly=bool(letter and OUTCOMES[letter.outcome].gives_data),
        consequence=Answer("", _consequence(records), lines=3),
        rules=rules_for(case),
    )


def _refused_request(case: InformationRequest | None) -> list[Answer]:
    person = case.petitioner if case else None
    asked = Answer("Rincian informasi yang dibutuhkan", case.information if case else "", lines=4)
    number = Answer("Nomor pendaftaran", case.number if case else "")
    return [number, *_who_asks(person)[:4], asked]


def _articles(letter: ReplyLetter | None) -> list[Tick]:
    chosen = letter.excluded_article if letter else ""
    return [Tick(str(article.label), article == chosen) for article in ExcludedArticle]


def _consequence(records: Records | None) -> str:
    """Say what the consequence test found; at city level KPU Provinsi's, a field and not a block (DOMAIN 1)."""
    found = records.last(Identification) if records else None
    return found.consequence_test if found else ""


def lacks_label(records: Records) -> str:
    """Say why there is no label yet: what goes on is not archived."""
    case = records.case
    return "" if case.ended_at else f"Permohonan {case.number} belum selesai, jadi belum ada label arsip."


def archive_label(records: Records) -> Printed:
    """Draw the label of a case's folder for the filing cabinet: where it stands, what it is, without personal data."""
    case, handed, letter = records.case, records.last(Expedition), issued_letter(records)
    closed = case.ended_at.astimezone(WITA).date() if case.ended_at else None
    return paper(
        "label",
        f"label-arsip-{case.short_number}",
        numbers=UNNUMBERED,
        case=case,
        place=Answer("Tempat (lemari/rak/boks)", handed.archive_place if handed else ""),
        answers=[
            Answer("Kode klasifikasi", letter.classification if letter else ""),
            Answer("Surat balasan", letter.number or "" if letter else "–"),
            Answer("Buku ekspedisi", handed.number if handed else "–"),
            Answer("Selesai", tanggal(closed) if closed else ""),
        ],
        secret=case.confidential,
    )
