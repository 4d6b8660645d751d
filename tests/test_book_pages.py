"""Books and SOP on the screen: months, hidden content, who may print, a fixed number of queries."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from requests_app.printing import NoRenderer, Printed, register
from requests_app.sop import CURRENT_EDITION, EDITIONS, ENDINGS
from requests_app.templatetags.desk import breakable
from requests_app.views import books, paging
from tests.cast import NOW

pytestmark = pytest.mark.django_db
QUERIES = {"book_expedition": 6, "book_agenda": 5, "book_register": 9}


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
    month = see(cast, "book_expedition")[0].context["month"]
    assert (month.slug, month.previous, month.following) == ("2026-11", "2026-10", "2026-12")
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
    paper = register(2026, 11).html
    assert ("Pertama Umbu" in paper, "Kedua Umbu" in paper) == (True, True)


@pytest.mark.parametrize("month", ["", "x", "2026-13", "2026-1", "0000-01", "9999-12", "２０２６-11", "2026-11-01"])
def test_a_month_that_cannot_be_read_is_this_month(cast, month):
    assert see(cast, "book_agenda", bulan=month)[0].context["month"].slug == "2026-11"


def test_an_empty_month_says_so(cast):
    assert "Belum ada catatan bulan ini" in see(cast, "book_register")[0].content.decode()


def test_a_rahasia_row_keeps_its_number_and_hides_its_content(cast, desk):
    case = desk.letter(sender="Lembaga Tertutup", subject="Perihal tertutup", nature="rahasia")
    for name in ("book_agenda", "book_register"):
        html = see(cast, name)[0].content.decode()
        assert ("tertutup" in html.lower(), "hanya dibaca pejabat yang dilaluinya" in html) == (False, True)
        assert reverse("case", args=[case.pk]) in html
        assert "Perihal tertutup" in see(cast, name, who="ketua")[0].content.decode()


def test_a_long_number_breaks_after_its_strokes_alone():
    assert breakable("0001/PP<ID/2026") == "0001/<wbr>PP&lt;ID/<wbr>2026"


def test_the_register_marks_what_the_law_wants_and_is_missing(cast, desk):
    desk.walkin(address="Jalan Rekaan 1", purpose="Penelitian")
    assert "belum ada: pekerjaan" in see(cast, "book_register")[0].content.decode()


PRINTERS = ("helpdesk", "ketua", "sekretaris", "admin", "pemeriksa")


@pytest.mark.parametrize("who", PRINTERS)
@pytest.mark.parametrize("name", ["book_expedition_pdf", "book_register_pdf"])
def test_a_book_prints_as_pdf(cast, who, name):
    page = cast.client(who).get(reverse(name, args=["2026-11"]))
    assert (page.status_code, page["Content-Type"], page.content[:5]) == (200, "application/pdf", b"%PDF-")
    assert page["Content-Disposition"].startswith("inline; filename=")


@pytest.mark.parametrize("who", ["anggota1", "kasubag1"])
def test_others_read_the_book_but_do_not_print_it(cast, who):
    assert cast.client(who).get(reverse("book_expedition_pdf", args=["2026-11"])).status_code == 403
    assert "Cetak PDF" not in see(cast, "book_expedition", who=who)[0].content.decode()


@pytest.mark.parametrize("month", ["2026-13", "x", "1999-12"])
def test_no_such_month_is_not_found(cast, month):
    assert cast.client("admin").get(reverse("book_expedition_pdf", args=[month])).status_code == 404


def test_without_the_pdf_library_the_same_paper_is_a_page():
    class Bare(Printed):
        @property
        def pdf(self):
            raise NoRenderer("Pustaka Pango belum terpasang.")

    page = books.answer(Bare("buku", "<p>isi</p>"))
    assert (page.status_code, page["Content-Type"], page.content) == (200, "text/html; charset=utf-8", b"<p>isi</p>")


def test_the_sop_page_shows_every_row_and_the_sources_own_words(cast):
    page, asked = see(cast, "sop")
    html = page.content.decode()
    rows = EDITIONS[CURRENT_EDITION].rows
    assert [html.count(f'id="langkah-{row.number}"') for row in rows] == [1] * len(rows)
    assert "Dispoisi Surat" in html
    assert all(ending.title in html for ending in ENDINGS.values() if not ending.decree)
    assert len(asked) == 2


def test_the_sop_prints_as_pdf(cast):
    page = cast.client("kasubag1").get(reverse("sop_pdf"))
    assert (page["Content-Type"], page.content[:5]) == ("application/pdf", b"%PDF-")
