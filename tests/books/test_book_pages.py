"""Books and SOP on the screen: months, hidden content, who may print, a fixed number of queries."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from requests_app.documents import XLSX
from requests_app.printing import BOOKS, NoRenderer, Printed, read_period
from requests_app.sop import CURRENT_EDITION, EDITIONS
from requests_app.templatetags.desk import breakable
from requests_app.views import books, paging
from tests.cast import NOW

pytestmark = pytest.mark.django_db
QUERIES = {"book_expedition": 9, "book_agenda": 6, "book_register": 9, "book_letters": 6, "book_recap": 8}


def see(cast, name, who="kasubag1", at=NOW + timedelta(hours=3), **asked):
    """Open a book; give the page and its statements."""
    with time_machine.travel(at, tick=False):
        client = cast.client(who)
        with CaptureQueriesContext(connection) as queries:
            page = client.get(reverse(name), asked)
    assert page.status_code == 200
    return page, [query["sql"] for query in queries]


@pytest.mark.parametrize(("name", "count"), QUERIES.items())
def test_queries_do_not_grow_with_the_rows(cast, desk, name, count):
    desk.do(desk.case_at(13), "deliver")
    few = see(cast, name)[1]
    for _ in range(3):
        desk.do(desk.case_at(13), "deliver")
    many = see(cast, name)[1]
    assert (len(few), len(many), len(set(many))) == (count, count, count)


def test_a_book_opens_at_this_month_and_turns_to_others(cast, desk):
    desk.do(desk.case_at(4), "deliver")
    period = see(cast, "book_expedition")[0].context["volume"].period
    assert (period.slug, period.previous.slug, period.following.slug) == ("2026-11", "2026-10", "2026-12")
    assert len(see(cast, "book_expedition")[0].context["rows"]) == 1
    assert see(cast, "book_expedition", bulan="2026-10")[0].context["rows"] == []


def test_a_long_month_is_read_in_pages(cast, desk, monkeypatch):
    monkeypatch.setattr(paging, "PAGE", 2)
    for _ in range(5):
        desk.letter()
    first, last, beyond = (see(cast, "book_agenda", bulan="2026-11", hal=hal)[0].context for hal in ("", "3", "9"))
    numbers = [[row.agenda_number for row in page["rows"]] for page in (first, last, beyond)]
    assert [len(rows) for rows in numbers] == [2, 1, 1]
    assert numbers[1] == numbers[2]
    where = first["pages"]
    assert (where.first, where.last, where.total, where.previous_url) == (1, 2, 5, "")
    assert (where.next_url, last["pages"].previous_url) == ("?bulan=2026-11&hal=2", "?bulan=2026-11&hal=2")


def test_a_page_of_a_book_is_named_and_its_paper_stays_whole(cast, desk, monkeypatch):
    monkeypatch.setattr(paging, "PAGE", 1)
    for name in ("Pertama Umbu", "Kedua Umbu"):
        desk.walkin(name=name)
    html = see(cast, "book_register", who="admin", bulan="2026-11")[0].content.decode()
    assert ("1–1 dari 2" in html, "Pertama Umbu" in html, "Kedua Umbu" in html) == (True, True, False)
    paper = books.printing.book(books.printing.volume(BOOKS["register"], read_period("2026-11"))).html
    assert ("Pertama Umbu" in paper, "Kedua Umbu" in paper) == (True, True)


@pytest.mark.parametrize(
    "month", ["", "x", "2026-13", "2026-1", "0000-01", "9999-12", "２０２６-11", "2026-11-01", "2026"]
)
def test_a_month_that_cannot_be_read_is_this_month(cast, month):
    assert see(cast, "book_agenda", bulan=month)[0].context["volume"].period.slug == "2026-11"


@pytest.mark.parametrize(
    ("asked", "slug"),
    [
        ({"dari": "2026-11-02", "sampai": "2026-11-05"}, "2026-11-02_2026-11-05"),
        ({"dari": "2026-11-05", "sampai": "2026-11-02"}, "2026-11-02_2026-11-05"),
        ({"dari": "2025-11-05"}, "2025-11-05_2025-11-30"),
        ({"sampai": "2025-11-05"}, "2025-11-01_2025-11-05"),
        ({"dari": "2026-01-01", "sampai": "2026-12-31"}, "2026"),
        ({"bulan": "2026-10", "varian": "publik"}, "2026-10"),
        ({"dari": "", "sampai": ""}, "2026-11"),
    ],
)
def test_a_book_opens_at_any_days(cast, asked, slug):
    assert see(cast, "book_agenda", **asked)[0].context["volume"].period.slug == slug


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"dari": "kemarin", "sampai": "2026-11-05"}, "Periksa dari: tulis tanggal, misalnya 23/11/2026."),
        (
            {"dari": "1999-01-01", "sampai": "2026-11-05"},
            "Dari 1 Januari 1999? Periksa tahunnya; paling awal 1 Januari 2000.",
        ),
    ],
)
def test_a_day_that_cannot_be_read_is_named_and_kept(cast, asked, said):
    page = see(cast, "book_agenda", **asked)[0]
    html = page.content.decode()
    assert (said in html, f'value="{asked["dari"]}"' in html, "<title>Galat: " in html) == (True, True, True)
    assert page.context["volume"].period.slug == "2026-11"


def test_each_page_of_a_book_says_how_many_rows_it_has_in_all(cast, desk):
    for _ in range(27):
        desk.letter()
    first, second = (see(cast, "book_agenda", hal=page)[0] for page in ("1", "2"))
    assert [len(page.context["rows"]) for page in (first, second)] == [25, 2]
    assert all("Jumlah: 27 surat masuk." in page.content.decode() for page in (first, second))


def test_an_empty_time_says_so(cast):
    assert "Belum ada catatan pada waktu ini" in see(cast, "book_register")[0].content.decode()


def test_a_rahasia_row_keeps_its_number_and_hides_its_content(cast, desk):
    case = desk.letter(sender="Lembaga Tertutup", subject="Perihal tertutup", nature="rahasia")
    for name in ("book_agenda", "book_register"):
        html = see(cast, name)[0].content.decode()
        assert ("tertutup" in html.lower(), "hanya dibaca pejabat yang dilaluinya" in html) == (False, True)
        assert (reverse("case", args=[case.pk]) in html, "0001" in html) == (False, True)
        assert "Perihal tertutup" in see(cast, name, who="ketua")[0].content.decode()


def test_a_long_number_breaks_after_its_strokes_alone():
    assert breakable("0001/PP<ID/2026") == "0001/<wbr>PP&lt;ID/<wbr>2026"


def test_the_register_marks_what_the_law_wants_and_is_missing(cast, desk):
    desk.walkin(address="Jalan Rekaan 1", purpose="Penelitian")
    assert "belum ada: pekerjaan" in see(cast, "book_register")[0].content.decode()


PRINTERS = ("helpdesk", "ketua", "sekretaris", "admin", "pemeriksa")


@pytest.mark.parametrize("who", PRINTERS)
@pytest.mark.parametrize("slug", ["ekspedisi", "agenda", "register", "surat"])
def test_a_book_prints_as_pdf(cast, who, slug):
    page = cast.client(who).get(reverse("book_file", args=[slug, "2026-11", "pdf"]))
    assert (page.status_code, page["Content-Type"], page.content[:5]) == (200, "application/pdf", b"%PDF-")
    assert page["Content-Disposition"].startswith("inline; filename=")


@pytest.mark.parametrize(("form", "kind"), [("xlsx", XLSX), ("csv", "text/csv; charset=utf-8")])
def test_a_book_is_kept_as_a_spreadsheet(cast, form, kind):
    page = cast.client("admin").get(reverse("book_file", args=["surat", "2026-11-01_2026-11-15", form]))
    said = f'attachment; filename="buku-surat-keluar-2026-11-01_2026-11-15.{form}"'
    assert (page.status_code, page["Content-Type"], page["Content-Disposition"]) == (200, kind, said)


@pytest.mark.parametrize("who", ["anggota1", "kasubag1"])
@pytest.mark.parametrize("form", ["pdf", "xlsx", "csv"])
def test_others_read_the_book_but_do_not_take_it_out(cast, who, form):
    assert cast.client(who).get(reverse("book_file", args=["ekspedisi", "2026-11", form])).status_code == 403
    html = see(cast, "book_expedition", who=who)[0].content.decode()
    assert [word for word in ("Cetak PDF", "XLSX", "CSV") if word in html] == []


@pytest.mark.parametrize(
    "address", ["ekspedisi/2026-13.pdf", "ekspedisi/x.pdf", "ekspedisi/1999-12.csv", "lain/2026-11.pdf",
                "agenda/2026-11.docx", "agenda/2026-11-31_2026-12-01.pdf"],
)  # fmt: skip
def test_no_such_book_is_not_found(cast, address):
    assert cast.client("admin").get(f"/buku/{address}").status_code == 404


def test_without_the_pdf_library_the_same_paper_is_a_page():
    class Bare(Printed):
        @property
        def pdf(self):
            raise NoRenderer("Pustaka Pango belum terpasang.")

    page = books.answer(Bare("buku", "<p>isi</p>"))
    assert (page.status_code, page["Content-Type"], page.content) == (200, "text/html; charset=utf-8", b"<p>isi</p>")


def test_the_sop_page_shows_every_row_and_the_sources_own_words(cast):
    see(cast, "sop")  # what the process keeps of the office's settings is read once
    page, asked = see(cast, "sop")
    html = page.content.decode()
    rows = EDITIONS[CURRENT_EDITION].rows
    assert [html.count(f'id="langkah-{row.number}"') for row in rows] == [1] * len(rows)
    assert "Dispoisi Surat" in html
    assert all(ending.title in html for ending in EDITIONS[CURRENT_EDITION].endings if not ending.decree)
    assert len(asked) == 2


def test_the_sop_prints_as_pdf(cast):
    page = cast.client("kasubag1").get(reverse("sop_pdf"))
    assert (page["Content-Type"], page.content[:5]) == ("application/pdf", b"%PDF-")


def test_the_sop_page_shows_the_sheet_apart_from_the_rows(cast):
    client = cast.client("pemeriksa")
    rows, sheet = (client.get(reverse("sop"), query).content.decode() for query in ({}, {"lembar": "1"}))
    told = ["Lanjut ke", "Nomor SOP", "Undang-Undang Nomor 14 Tahun 2008", "berlaku pada saat ditandatangani"]
    assert [said in rows for said in told] == [True, False, False, False]
    assert [said in sheet for said in told] == [False, True, True, True]
