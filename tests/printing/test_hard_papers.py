"""Every paper in every hard case, read as its readers do: the eye, the binder, and who hears it read aloud.

The table of papers is typed by hand: a paper, the cases it is tried in with the pages it takes, and the fields whose
text must stand on it whole. A paper without a line, or a template no line draws, fails.
"""

import logging
import re
from html.parser import HTMLParser

import pytest
from django.db import transaction
from django.test.signals import template_rendered

from tests.cast import Desk, build
from tests.hard_papers import ADDRESS, TITLED, draw_all
from tests.papers import claims, fonts, pages, text, words
from tests.pdf_structure import feet, off_page, outline, rows_of_last_table
from tests.pdf_ua import faults
from tests.repository import ROOT

pytestmark = pytest.mark.django_db
PAGES = """
receipt                   plain 1   titled 1   typed 1   long 1
slip                      plain 1   typed 1   long 1
request                   plain 4   titled 4   typed 4   long 11
disposition               plain 1   titled 1   typed 1   long 6
disposition-half          plain 1   typed 1   long 5
letter                    plain 1   titled 1   typed 1   long 5   attachments 7
letter draft              plain 1   long 5
handover                  plain 1   titled 1   typed 1   long 3
handover visit            plain 1   typed 1   long 3
extension                 plain 1   typed 1   long 2
notice                    plain 1   titled 1   typed 1   long 4
notice absent             plain 1   typed 1   long 2
refusal                   plain 1   titled 1   typed 1   long 2
label                     plain 1   typed 1   long 1
timing                    plain 2   typed 2   long 2
book ekspedisi            empty 1   mixed 3    day 3
book cover                year 1
book agenda               empty 1   mixed 3
book register             empty 1   mixed 9    many 26
book surat                empty 1   mixed 4
book rekap                empty 1   mixed 7
yearly                    empty 2   typed 2    long 11
performance               empty 1   mixed 3
sop                       plain 5
sample letter             typed 1
blank tamu                plain 1
blank surat               plain 2
blank ppid-b              plain 4
blank tanda-bukti         plain 1   numbered 2
blank tanda-bukti-80      plain 1
blank disposisi           plain 1
blank disposisi-setengah  plain 1
blank tanda-terima        plain 1
blank label               plain 1
blank ppid-d              plain 1
blank ppid-e              plain 1
blank register            plain 1
blank agenda              plain 1
blank ekspedisi           plain 1
blank surat-keluar        plain 1
"""
# The fields whose text a paper shows whole: as typed, markup and all, and to the end of forty lines. Receipts and the
# label have a place of fixed size: they cut long texts with "…" and are asked for the markup alone.
FIELDS = {
    "request": "nama alamat pekerjaan wakil suratkuasa informasi tujuan",
    "disposition": "pengirim nomorsurat perihal disposisi",
    "disposition-half": "pengirim nomorsurat perihal disposisi",
    "letter": "hal yth di isi tembusan data",
    "letter draft": "hal yth di isi tembusan data",
    "handover": "pengirim data penerima kuasa arsip keterangan biaya",
    "handover visit": "nama data penerima kuasa arsip keterangan biaya",
    "extension": "pengirim alamat perihal alasan",
    "notice": "nama alamat informasi data biaya",
    "notice absent": "pengirim alamat perihal keadaan",
    "refusal": "pengirim alamat pekerjaan perihal uji",
    "book ekspedisi": "penerima kuasa arsip keterangan biaya",
    "book agenda": "nomorsurat pengirim perihal lampiran",
    "book register": "nama pengirim alamat pekerjaan informasi perihal tujuan biaya",
    "book surat": "yth hal data",
    "book rekap": "informasi perihal data",
    "yearly": "policy execution people money requests time outcomes disputes obstacles plans",
    "receipt": "nama informasi tujuan",
    "slip": "nama informasi",
    "label": "perihal",
    "timing": "pengirim",
}
CUT = ("receipt", "slip", "label", "timing")
# What the head of a table says on every page it stands on.
HEADS = {
    "book ekspedisi": "Nama dan tanda tangan penerima",
    "book agenda": "No. agenda Tanggal terima",
    "book register": "Biaya dan cara bayar",
    "book surat": "Nomor surat Tanggal surat",
    "book rekap": "Informasi yang diberikan",
}
LETTERS = ("letter", "letter draft", "sample letter")  # they number their pages from the second, as surat dinas do
ONE_PIECE = ("receipt", "slip", "label", "blank tanda-bukti", "blank tanda-bukti-80", "blank tanda-terima",
             "blank label")  # fmt: skip
ELEMENTS = set(
    "html head meta title link body table thead tbody colgroup col tr th td caption p h1 h2 ol ul li dl dt dd div "
    "section span br b strong em small figure figcaption svg desc rect text".split()
)


def table() -> dict[tuple[str, str], int]:
    """Read the table of papers."""
    found = {}
    for line in PAGES.strip().splitlines():
        paper, *tried = re.split(r"\s{2,}", line.strip())
        found |= {(paper, one.split()[0]): int(one.split()[1]) for one in tried}
    return found


TRIED = table()


@pytest.fixture(scope="module")
def drawn(django_db_setup, django_db_blocker):
    """Draw every paper once; name the templates that were used."""
    used = set()

    def note(sender, template, **_):
        used.add(template.name)

    template_rendered.connect(note)
    with django_db_blocker.unblock(), transaction.atomic():
        papers = draw_all(Desk(build(alone=True)))
        transaction.set_rollback(True)
    template_rendered.disconnect(note)
    return papers, used


@pytest.fixture(scope="module")
def rendered(drawn):
    """Render a paper once, with what was logged meanwhile."""
    logged: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: logged.append(record.getMessage())
    kept: dict[tuple[str, str], tuple[bytes, list[str]]] = {}

    def render(paper, kind):
        if (paper, kind) not in kept:
            logging.getLogger("weasyprint").addHandler(handler)
            logged.clear()
            kept[paper, kind] = drawn[0][paper, kind].pdf, list(logged)
            logging.getLogger("weasyprint").removeHandler(handler)
        return kept[paper, kind]

    return render


def squeezed(said: str) -> str:
    """Take out white space and what hyphenation puts in, so that a text broken over lines is found."""
    return re.sub(r"[\s\u00ad\u2010-]", "", said)


class Elements(HTMLParser):
    """Collects the elements a page is made of, and the addresses it would fetch."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names, self.addresses = set(), set()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)
        self.addresses.update(value for name, value in attrs if name in ("src", "href", "style") and value)


# -- No paper is forgotten ---------------------------------------------------------------------------------------------


def test_every_paper_drawn_has_its_line_and_every_line_its_paper(drawn):
    assert set(drawn[0]) == set(TRIED)


def test_every_template_of_a_paper_is_drawn(drawn):
    folder = ROOT / "templates/print"
    assert {f"print/{path.name}" for path in folder.glob("*.html")} - drawn[1] == set()


# -- What holds of each ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("paper", "kind"), [tried for tried in TRIED if tried[1] != "many"])
def test_a_paper_is_whole(rendered, drawn, tmp_path, paper, kind):
    pdf, logged = rendered(paper, kind)
    said = pages(pdf)
    assert (logged, len(said)) == ([], TRIED[paper, kind])
    told = claims(pdf)
    assert told == {"lang": "id", "title": told["title"], "tagged": True, "ua": True, "title_shown": True}
    assert len(str(told["title"])) > len("SOP")
    assert "None" not in str(told["title"])
    assert fonts(pdf, tmp_path / "a.pdf") <= {("TeXGyreBonum", "yes"), ("TeXGyreHerosCn", "yes")}
    assert (off_page(pdf), faults(pdf)) == ([], [])  # the claim holds
    assert [number for number, page in enumerate(said, 1) if not is_numbered(paper, page, number, len(said))] == []
    assert "None" not in " ".join(said)
    page = Elements(drawn[0][paper, kind].html)
    assert page.names - ELEMENTS == set()
    assert {address for address in page.addresses if not address.startswith(("/static/", "data:image/"))} == set()


def is_numbered(paper: str, page: str, number: int, count: int) -> bool:
    """Tell whether a page says which it is; what is one piece of paper need not."""
    if paper in ONE_PIECE:
        return True
    if paper in LETTERS:
        return number == 1 or f"– {number} –" in page
    return f"Halaman {number} dari {count}" in page


@pytest.mark.parametrize(
    ("paper", "kind"),
    [(p, k) for p in FIELDS for k in ("typed", "long", "mixed") if (p, k) in TRIED if k == "typed" or p not in CUT],
)
def test_what_was_typed_is_printed_as_it_was_typed_and_to_its_end(rendered, paper, kind):
    said = squeezed(text(rendered(paper, kind)[0]))
    fields = FIELDS[paper].split()
    if kind != "typed":
        assert [field for field in fields if f"ujung{field}" not in said] == []
        assert squeezed(ADDRESS) in said or paper in ("book ekspedisi",)
    if kind != "long":
        assert [field for field in fields if f"<b>{field}</b><script" not in said] == []


@pytest.mark.parametrize("paper", [paper for paper, kind in TRIED if kind == "titled"])
def test_titles_and_one_word_names_stand_as_they_are_written(rendered, paper):
    assert TITLED in words(rendered(paper, "titled")[0])
    assert "Suharto" in words(rendered(paper, "plain")[0])


@pytest.mark.parametrize(
    ("paper", "kind", "signs"),
    [("receipt", kind, "Petugas,") for kind in ("plain", "typed", "long")]
    + [("blank tanda-bukti", "plain", "Petugas,"), ("blank tanda-terima", "plain", "menyerahkan,")],
)
def test_whatever_is_written_both_halves_of_a_sheet_keep_their_signatures(rendered, paper, kind, signs):
    upper, lower = feet(rendered(paper, kind)[0], signs)
    room = 24 * 72 / 25.4  # for the pen and the name below
    half, margin = 138 * 72 / 25.4, 9 * 72 / 25.4
    assert upper + room < margin + half < lower
    assert lower + room < margin + 2 * half


def test_the_signers_are_named_with_their_titles(rendered):
    assert "Drs. Dominggus Lakapu, S.Sos., M.Hum." in words(rendered("letter", "plain")[0])
    assert "dr. Suharto, M.Si." in words(rendered("refusal", "plain")[0])


@pytest.mark.parametrize(("paper", "kind"), [tried for tried in TRIED if tried[0] in HEADS])
def test_a_book_repeats_its_head_and_ends_with_its_total(rendered, paper, kind):
    said = pages(rendered(paper, kind)[0])
    assert [number for number, page in enumerate(said, 1) if HEADS[paper] not in page] == []
    assert "Jumlah: " in said[-1]
    assert ("Tidak ada" in said[0]) == (kind == "empty")


# -- Five hundred rows, thirty hops, two hundred attachments -----------------------------------------------------------


def test_five_hundred_rows_stand_in_order_each_whole_on_its_page(rendered):
    pdf, logged = rendered("book register", "many")
    said = pages(pdf)
    begun, ended = ([re.findall(rf"{mark}(\d+)", page) for page in said] for mark in ("awal", "akhir"))
    assert begun == ended
    assert [int(number) for page in begun for number in page] == list(range(1, 501))
    assert (len(said), logged, off_page(pdf), faults(pdf)) == (TRIED["book register", "many"], [], [], [])
    assert len(begun[-1]) > 1


def test_thirty_hops_stand_in_order_under_their_head(rendered):
    for paper in ("disposition", "disposition-half"):
        said = pages(rendered(paper, "long")[0])
        times = [time for page in said for time in re.findall(r"November 2026 (\d\d\.\d\d) WITA", page)]
        assert len(times) == 30
        assert times == sorted(times)
        assert [page for page in said if "Tanggal Dari Kepada Isi Paraf" not in page] == []


def test_two_hundred_attachments_are_listed_in_order_under_their_head(rendered):
    said = pages(rendered("letter", "attachments")[0])
    listed = [number for page in said for number in re.findall(r"data-(\d{3})\.pdf \(3 halaman\)", page)]
    assert [int(number) for number in listed] == list(range(1, 200))
    assert [page for page in said[1:] if "No. Data baku" not in page] == []
    assert "Lampiran : 200 (dua ratus) berkas" in said[0]


@pytest.mark.parametrize(
    ("paper", "kind"), [("letter", "attachments"), ("disposition", "long"), ("disposition-half", "long")]
)
def test_no_list_ends_with_a_page_of_one_row(rendered, paper, kind):
    assert rows_of_last_table(rendered(paper, kind)[0])[-1] > 1


# -- Bookmarks ---------------------------------------------------------------------------------------------------------

MONTHS = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
          "Desember"]  # fmt: skip
OUTLINES = {
    ("book register", "many"): ["Register permohonan informasi tahun 2026", *(f"– {month} 2026" for month in MONTHS)],
    ("book ekspedisi", "mixed"): ["Buku ekspedisi November 2026", "– 23 November 2026"],
    ("book agenda", "empty"): ["Agenda surat masuk Oktober 2026"],
    ("yearly", "empty"): [
        "Laporan Tahunan Layanan Informasi Publik",
        "– 1. Gambaran umum kebijakan pelayanan informasi",
        "– 2. Gambaran umum pelaksanaan: sarana dan prasarana",
        "– 3. Petugas yang melayani informasi",
        "– 4. Anggaran pelayanan informasi dan penggunaannya",
        "– 5. Jumlah permohonan informasi",
        "– 6. Waktu yang diperlukan untuk memenuhi permohonan",
        "– 7. Permohonan yang diberikan dan yang ditolak, beserta alasannya",
        "– 8. Keberatan dan sengketa informasi",
        "– 9. Kendala",
        "– 10. Rekomendasi dan rencana tindak lanjut",
    ],
    ("request", "plain"): [
        "Rangkap 1: Lembar untuk pemohon, sebagai tanda bukti permohonan",
        "– Hak-hak pemohon informasi",
        "Rangkap 2: Lembar untuk petugas layanan informasi",
        "– Hak-hak pemohon informasi",
    ],
    ("blank tanda-bukti", "numbered"): [
        f"DRT-000{number}/2026: {copy}"
        for number in (7, 8)
        for copy in ("Lembar untuk pemohon", "Lembar arsip petugas")
    ],
    ("disposition", "typed"): ["Lembar Disposisi", "– Catatan disposisi"],
}


@pytest.mark.parametrize(("paper", "kind"), list(OUTLINES))
def test_a_paper_opens_at_its_bookmarks(rendered, paper, kind):
    assert outline(rendered(paper, kind)[0]) == OUTLINES[paper, kind]


def test_each_of_many_hops_has_its_bookmark(rendered):
    found = outline(rendered("disposition", "long")[0])
    assert (len(found), found[:2]) == (32, ["Lembar Disposisi", "– Catatan disposisi"])
    assert re.fullmatch(r"– – 23 November 2026 \d\d\.\d\d: Ketua KPU Kota Kupang kepada Anggota KPU .*", found[2])


def test_every_step_of_the_timesheet_and_section_of_the_performance_report_has_its_bookmark(rendered):
    steps = outline(rendered("timing", "plain")[0])
    assert [entry.split(" · ")[0] for entry in steps[1:]] == [f"– Langkah {row}" for row in (5, 6, 7, 8, 12, 13)]
    sections = outline(rendered("performance", "mixed")[0])
    for wanted in ("– Langkah", "– Jabatan: menunggu dibuka dan ditangani", "– Penyelesaian", "– Cara menghitung"):
        assert wanted in sections
