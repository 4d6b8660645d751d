"""A book in its four forms: screen, PDF, XLSX and CSV hold the same rows, values and totals."""

import html
import re
from datetime import date, datetime

import pytest
import time_machine
from django.urls import reverse

from requests_app import printing
from requests_app.clock import WITA
from requests_app.printing import sheets
from requests_app.printing.volumes import BOOKS
from tests.cast import NOW
from tests.papers import text
from tests.spreadsheet import csv_rows, moment
from tests.spreadsheet import sheets as read_xlsx

pytestmark = pytest.mark.django_db
PERIOD = printing.read_period("2026-11")
HARD = "Andi=1+1 “O'Ratu” <b>dr. Ömer</b> S.Sos., M.Hum."
SECRET = "Pelapor Rekaan"
PRIVATE = {HARD, "Jalan Rekaan 7", "0812 3456 7890", "Guru", "Andi Penerima", SECRET}
COUNTED = {"ekspedisi": 3, "agenda": 3, "register": 4, "surat": 1, "rekap": 4}

# Both letters were identified as of the stages and given; so was the visitor, sorted by nobody; one letter waits.
SUMS = [
    ["Jenis informasi", "Tahapan Pemilu", "Belum ditentukan", "Jumlah"],
    ["Diminta", 2, 2, 4],
    ["Diberikan", 2, 1, 3],
    ["Diberikan sebagian", 0, 0, 0],
    ["Ditolak", 0, 0, 0],
    ["Tidak dikuasai", 0, 0, 0],
    ["Belum didokumentasikan", 0, 0, 0],
    ["Tidak diproses atau ditarik", 0, 0, 0],
    ["Masih berjalan", 0, 1, 1],
]


@pytest.fixture
def month(desk):
    """Work a month with every kind of row, a Rahasia one too."""
    person = {"address": "Jalan Rekaan 7", "occupation": "Guru", "purpose": "Skripsi"}
    desk.do(desk.case_at(4, name=HARD, **person), "deliver", receiver_name="Andi Penerima", archive_place="Lemari 2")
    case = desk.case_at(12, "draft", sender=HARD, letter_number="=12/A", letter_date=date(2026, 11, 20), **person)
    case = desk.do(desk.do(case, "draft", recipient=HARD), "approve")
    desk.do(case, "deliver", receiver_name="Andi Penerima", receiver_kind="kuasa", proxy_letter="SK 1")
    desk.do(desk.case_at(11, sender=SECRET, nature="rahasia", enclosure="1 berkas"), "deliver", receiver_name=SECRET)
    desk.letter(sender=HARD, subject="Perihal " * 40)
    return desk


def squeezed(said: str) -> str:
    """Take out white space and what hyphenation puts in."""
    return re.sub(r"[\s\u00ad\u2010-]", "", said)


def on_screen(value: object) -> str:
    """Say a value as a screen does."""
    return value if isinstance(value, str) else sheets.said(value)


def on_paper(value: object) -> str:
    """Say a value as paper does: months in words."""
    if isinstance(value, datetime):
        value = value.astimezone(WITA)
    months = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
    return f"{value.day} {months[value.month - 1]} {value.year}" if isinstance(value, date) else str(value or "")


def cell(value: object) -> object:
    """Say a workbook's number as the day it means; its columns of the books are days and texts."""
    return moment(value).removesuffix(" 00.00") if isinstance(value, float) else value or ""


@pytest.mark.parametrize("public", [False, True])
@pytest.mark.parametrize("slug", BOOKS)
def test_all_four_forms_hold_the_same_rows_and_total(month, cast, slug, public):
    hidden = frozenset(case.pk for case in secret_cases()) if public else frozenset()
    volume = printing.volume(BOOKS[slug], PERIOD, hidden=hidden, public=public)
    wanted = [[sheets.said(value) for value in row] for row in volume.cells()]
    (book,) = read_xlsx(sheets.xlsx([volume.sheet()])).values()
    table = csv_rows(sheets.csv(volume.sheet()))
    width = len(volume.book.columns)
    count = COUNTED[slug]
    assert [[cell(value) for value in [*row, *[None] * width][:width]] for row in book[1 : count + 1]] == wanted
    assert [[value.removeprefix("'") for value in row] for row in table[1 : count + 1]] == wanted
    notes = [f"Jumlah: {count} {volume.book.counted}."]
    notes += ["Varian untuk diumumkan: data pribadi disamarkan."] if public else []
    below = count + 2
    if slug == "rekap":
        assert book[below : below + len(SUMS)] == SUMS
        assert table[below : below + len(SUMS)] == [[str(value) for value in row] for row in SUMS]
        below += len(SUMS) + 1
    assert ([row[0] for row in book[below:]], [row[0] for row in table[below:]]) == (notes, notes)
    paper, screen = squeezed(text(printing.book(volume).pdf)), seen(cast, slug, public)
    for row in volume.cells():
        assert [value for value in row if squeezed(on_paper(value)) not in paper] == []
        if "[Rahasia]" not in row:
            assert [value for value in row if squeezed(on_screen(value)) not in screen] == []
    assert all(squeezed(note) in paper and squeezed(note) in screen for note in notes)
    if slug == "rekap":
        said = squeezed("".join(str(value) for row in SUMS for value in row))
        assert (said in paper, said in screen) == (True, True)


@pytest.mark.parametrize("slug", BOOKS)
def test_what_is_published_holds_no_personal_data_and_nothing_of_a_secret_case(month, cast, slug):
    volume = printing.volume(BOOKS[slug], PERIOD, hidden=frozenset(case.pk for case in secret_cases()), public=True)
    forms = [text(printing.book(volume).pdf), sheets.csv(volume.sheet()).decode(), str(volume.cells())]
    for said in (*map(squeezed, forms), seen(cast, slug, public=True, who="ketua")):
        assert [word for word in PRIVATE if squeezed(word) in said] == []
    own = seen(cast, slug, public=False, who="ketua")
    assert any(squeezed(word) in own for word in PRIVATE) == bool(volume.book.personal)


def secret_cases():
    """Find the Rahasia cases."""
    from requests_app.models import InformationRequest

    return InformationRequest.objects.filter(confidential=True)


def seen(cast, slug, public, who="ketua"):
    """Read the words of a book's page, the table and what stands below it."""
    name = {
        "ekspedisi": "expedition",
        "agenda": "agenda",
        "register": "register",
        "surat": "letters",
        "rekap": "recap",
    }[slug]
    with time_machine.travel(NOW, tick=False):
        asked = {"varian": "publik"} if public else {}
        page = cast.client(who).get(reverse(f"book_{name}"), asked).content.decode()
    main = page[page.index("<table") : page.index("</main>")]
    return squeezed(html.unescape(re.sub(r"<[^>]+>", " ", main)))
