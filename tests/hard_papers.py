"""The cases no paper may break at, walked through the workflow once, and every paper drawn of each.

`typed`: markup and script in every text field · `long`: forty lines, unbroken words, thirty hops · `plain`: one-word
names, nothing optional · `titled`: titles before and behind the names. Each text ends in its field's name, so a test
can ask a paper for it.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from requests_app import printing, workflow
from requests_app.books import yearly
from requests_app.derived.tallies.spans import Span
from requests_app.models import InformationRequest, Office, User
from requests_app.models.yearly import PARTS, YearlyReport
from requests_app.performance.report import report
from requests_app.printing import BLANKS, BOOKS, PAPERS, LetterPaper, Printed, Volume, read_period
from requests_app.printing.cover import Chapter, cover
from requests_app.printing.enclosures import Enclosure
from requests_app.printing.rows import RegisterRow
from tests.cast import NOW, Desk
from tests.papers import letter_to_print

KINDS = ("plain", "titled", "typed", "long")
TITLED = "dr. Maria Ndaumanu, S.Sos., M.Hum."
ADDRESS = "https://contoh.example.id/" + "tanpaspasi" * 9  # longer than most columns, and nowhere to break it
HOPS = 30
NAMED = ("receipt", "request", "disposition", "letter", "handover", "notice", "refusal")  # drawn with titles too


def text(kind: str, field: str, most: int, lines: bool = False) -> str:
    """Fill a field of at most so many characters; the plain case leaves it empty."""
    end = f" ujung{field}"
    if kind == "typed":
        return f"<b>{field}</b><script src=//x.id></script>"[: most - len(end)] + end
    if kind == "titled":
        return f"Uraian{end}"
    if kind == "plain":
        return ""
    filling = ADDRESS
    while len(filling) < min(most, 4000):
        filling += ("\n" if lines else " ") + "pertanggungjawaban penyelenggaraan"
    return filling[: most - len(end)] + end


def name(kind: str, field: str, most: int = 150) -> str:
    """Name somebody."""
    return {"plain": "Suharto", "titled": TITLED}.get(kind) or text(kind, field, most)


@dataclass(frozen=True)
class Walked:
    """The cases of one kind: a visitor's and a letter's, both answered, and one that could not be."""

    visit: InformationRequest
    letter: InformationRequest
    absent: InformationRequest
    draft: InformationRequest


def walk(desk: Desk, kind: str) -> Walked:
    """Walk the cases of one kind."""
    return Walked(_visit(desk, kind), _letter(desk, kind), _absent(desk, kind), _draft(desk, kind))


def _person(kind: str) -> dict[str, Any]:
    return {
        "address": text(kind, "alamat", 300), "occupation": text(kind, "pekerjaan", 100),
        "purpose": text(kind, "tujuan", 1000), "proxy_name": text(kind, "wakil", 150),
        "proxy_letter": text(kind, "suratkuasa", 100),
    }  # fmt: skip


def _handed(kind: str) -> dict[str, Any]:
    receiver = {"receiver_kind": "kuasa", "proxy_letter": text(kind, "kuasa", 100) or "1"}
    refused = {"refused_to_sign": True, "witness": name(kind, "saksi")} if kind == "typed" else {}
    return {
        "receiver_name": name(kind, "penerima"), "archive_place": text(kind, "arsip", 100),
        "remark": text(kind, "keterangan", 300), "cost": text(kind, "biaya", 100), **receiver, **refused,
    }  # fmt: skip


def _visit(desk: Desk, kind: str) -> InformationRequest:
    asked = text(kind, "informasi", 4000, lines=True) or "DPT"
    case = desk.walkin(name=name(kind, "nama"), information=asked, **_person(kind))
    case = desk.do(desk.do(case, "availability"), "meet")
    case = desk.do(case, "dispose", words=text(kind, "lisan", 2000, lines=True) or "Bantu")
    return desk.do(case, "deliver", description=text(kind, "data", 2000, lines=True) or "DPT", **_handed(kind))


def _received(desk: Desk, kind: str) -> InformationRequest:
    optional = {
        "letter_number": text(kind, "nomorsurat", 80),
        "enclosure": text(kind, "lampiran", 100),
        "letter_date": None if kind == "plain" else date(2026, 11, 20),
    }
    subject = text(kind, "perihal", 1000) or "Data"
    return desk.letter(sender=name(kind, "pengirim"), subject=subject, **_person(kind), **optional)


def _draft(desk: Desk, kind: str) -> InformationRequest:
    """Send a letter round, thirty times where that is the hard case, and up to its signer."""
    case, words = _received(desk, kind), text(kind, "disposisi", 2000, lines=True) or "Bantu"
    for hop in range(HOPS - 1 if kind == "long" else 1):
        to = ("anggota1", "sekretaris")[hop % 2] if kind == "long" else "sekretaris"
        case = desk.do(case, "dispose", addressee=desk.cast.post(to), words="Mohon saran" if hop else words)
    case = desk.do(desk.do(case, "dispose", order="letter"), "review")
    case = desk.do(case, "identify", proposal="letter", consequence_test=text(kind, "uji", 150), excluded_article="17h")
    case = desk.act("extend", case, "sekretaris", text(kind, "alasan", 1000, lines=True) or "Dikumpulkan")
    return desk.do(
        case, "draft", outcome="partly_refused", excluded_article="17h", subject=text(kind, "hal", 1000) or "Data",
        recipient=name(kind, "yth", 200), recipient_address=text(kind, "di", 300),
        body=text(kind, "isi", 20000, lines=True) or "Terlampir.", copies_to=text(kind, "tembusan", 1000),
        description=text(kind, "data", 2000, lines=True) or "DPT", no_attachment=False, medium="flashdisk",
    )  # fmt: skip


def _letter(desk: Desk, kind: str) -> InformationRequest:
    return desk.do(desk.do(_draft(desk, kind), "approve"), "deliver", **_handed(kind))


def _absent(desk: Desk, kind: str) -> InformationRequest:
    case = desk.do(desk.do(_received(desk, kind), "dispose"), "review")
    told = {"statement": text(kind, "keadaan", 1000, lines=True) or "Belum ada.", "until": date(2027, 1, 4)}
    return desk.act("end", case, "kasubag2", "not_documented", told)


# -- The papers of a case ----------------------------------------------------------------------------------------------

OF_THE_VISIT = ("receipt", "slip", "request", "notice")  # every other paper is that of the letter's case
ALSO = {
    "letter draft": ("letter", "draft"),
    "handover visit": ("handover", "visit"),
    "notice absent": ("notice", "absent"),
}


def names() -> list[str]:
    """Name every paper of a case, and some in another state; what stands behind a letter is not ours to set."""
    return [*(name for name in PAPERS if name != "letter-joined"), *ALSO]


def of_a_case(paper: str, walked: Walked) -> Printed:
    """Draw a paper of the case that has it."""
    name, which = ALSO.get(paper) or (paper, "visit" if paper in OF_THE_VISIT else "letter")
    drawn = PAPERS[name].printed(getattr(walked, which), NOW + timedelta(days=1))
    return printing.reply_letter(drawn.letter) if isinstance(drawn, LetterPaper) else drawn


# -- Books and reports: an empty month, all cases of this file, five hundred rows --------------------------------------

EMPTY, FULL = read_period("2026-10"), read_period("2026-11")


def _volume(slug: str, period: Any, **more: Any) -> Printed:
    return printing.book(printing.volume(BOOKS[slug], period, **more))


def _cover() -> Printed:
    months = [Chapter(f"Bulan ke-{month} 2026", 40, 3, 3 * month - 1, None) for month in range(1, 13)]
    return cover(Volume(BOOKS["ekspedisi"], read_period("2026"), [], 480), months, None, NOW)


def _yearly(kind: str) -> Printed:
    words = {field: text(kind, field, 1600, lines=True) for field in PARTS}
    return yearly.draw(YearlyReport(year=2026 if kind else 2025, **(words if kind else {})), NOW)


def _performance(period: Any) -> Printed:
    return printing.performance_report(report(Span(period.begin, period.end + timedelta(days=1)), NOW, 1))


def _forms(desk: Desk, entry: int) -> Printed:
    return printing.blank_forms(workflow.print_forms(entry, 1, desk.doing("admin")))


def of_the_office(desk: Desk) -> dict[tuple[str, str], Printed]:
    """Draw what is of no single case."""
    drawn = {(f"book {slug}", kind): _volume(slug, period) for slug in BOOKS
             for kind, period in (("empty", EMPTY), ("mixed", FULL))}  # fmt: skip
    drawn["book cover", "year"] = _cover()
    drawn["book ekspedisi", "day"] = _volume("ekspedisi", read_period("2026-11-23_2026-11-23"))
    drawn |= {("yearly", kind or "empty"): _yearly(kind) for kind in ("", "typed", "long")}
    drawn |= {("performance", "empty"): _performance(EMPTY), ("performance", "mixed"): _performance(FULL)}
    drawn["sop", "plain"] = printing.sop_paper(NOW)
    drawn["sample letter", "typed"] = printing.sample_letter("given", text("typed", "isi", 900), NOW.date())
    drawn |= {("blank tamu", "plain"): _forms(desk, 1), ("blank surat", "plain"): _forms(desk, 5)}
    drawn |= {(f"blank {slug}", "plain"): blank.draw(NOW.date(), [""]) for slug, blank in BLANKS.items()}
    drawn["blank tanda-bukti", "numbered"] = BLANKS["tanda-bukti"].draw(NOW.date(), ["DRT-0007/2026", "DRT-0008/2026"])
    return drawn


def many_attachments(walked: Walked) -> Printed:
    """Draw a letter with two hundred files behind it, one with a name that nowhere breaks."""
    files = [_file(f"data-{number:03}.pdf") for number in range(1, 200)] + [_file("x" * 200 + ".pdf")]
    return printing.reply_letter(letter_to_print(walked.letter), files)


def _file(of: str) -> Enclosure:
    return Enclosure(of, "application/pdf", 10, 3, bytes)


def many_rows(count: int, lengths: tuple[int, ...] = (45,)) -> Printed:
    """Draw a register of so many requests over a year, each row's long cell, of lengths in turn, between two marks."""
    made = [_row(number, lengths[number % len(lengths)]) for number in range(1, count + 1)]
    return printing.book(Volume(BOOKS["register"], read_period("2026"), made, count))


def _row(number: int, length: int) -> RegisterRow:
    day = NOW.replace(month=1, day=2) + timedelta(hours=17 * number)
    asked = f"awal{number:03} {('rekapitulasi perolehan suara ' * 40)[:length]} akhir{number:03}"
    return RegisterRow(
        case_id=number, number=f"{number:04}/PPID/5371/I/2026", received_at=day, name="Suharto", address="Jalan Bajawa",
        contact="0812 3456 7890", occupation="guru", information=asked, purpose="skripsi", holding="ya",
        form="softcopy", manner="salinan", decision="Data diberikan", refusal="", noticed_on=day.date(), due_on=None,
        given_on=day.date(), cost="", missing=(), late_entry="",
    )  # fmt: skip


# -- All of them -------------------------------------------------------------------------------------------------------


def dress(desk: Desk) -> None:
    """Give the office a letterhead of typed markup, and its people titles."""
    Office.objects.update(
        address=text("typed", "kantor", 300), phone="0380 123456", email="kota@example.id", website="example.id"
    )
    User.objects.filter(username="ketua").update(title_before="Drs.", title_after="S.Sos., M.Hum.")
    User.objects.filter(username="sekretaris").update(title_before="dr.", full_name="Suharto")


def kinds_of(paper: str) -> tuple[str, ...]:
    """Say in which cases a paper is tried; its twin of another size or state is spared what they share."""
    if paper == "letter draft":
        return ("plain", "long")
    return KINDS if paper in NAMED else ("plain", "typed", "long")


def draw_all(desk: Desk) -> dict[tuple[str, str], Printed]:
    """Draw every paper in every hard case that applies."""
    dress(desk)
    walked = {kind: walk(desk, kind) for kind in KINDS}
    drawn = {(paper, kind): of_a_case(paper, walked[kind]) for paper in names() for kind in kinds_of(paper)}
    drawn["letter", "attachments"] = many_attachments(walked["titled"])
    drawn["book register", "many"] = many_rows(500)
    return drawn | of_the_office(desk)
