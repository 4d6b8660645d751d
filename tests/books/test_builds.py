"""Long books: built part by part, gone on with, offered again, and never shown to whom a Rahasia row is closed."""

import io
import os
from datetime import datetime, timedelta

import pytest
import time_machine
from django.urls import reverse
from pypdf import PdfReader

from requests_app import documents
from requests_app.books import builds, shelf
from requests_app.books.builds import Progress, Wanted, work
from requests_app.books.builds.keeping import place
from requests_app.clock import WITA
from requests_app.models import BookBuild
from requests_app.models.base import save_tracked
from requests_app.printing import BOOKS, read_period
from requests_app.rules.refusals import NotNow
from tests.cast import NOW
from tests.papers import claims, pages, words
from tests.printing.test_enclosures import outline

pytestmark = pytest.mark.django_db
SEPTEMBER, OCTOBER = (datetime(2026, month, 21, 8, 0, tzinfo=WITA) for month in (9, 10))
LATER = NOW + timedelta(hours=3)
draw = work._draw
AUTUMN = "2026-09-01_2026-11-30"


@pytest.fixture(autouse=True)
def _own_folders(settings, tmp_path):
    settings.BUILDS_ROOT, settings.MEDIA_ROOT = tmp_path / "builds", tmp_path / "uploads"


@pytest.fixture
def year(desk):
    """Hand over one thing in September, two in October, which is closed, and three in November."""
    for at, names in ((SEPTEMBER, ["Ana"]), (OCTOBER, ["Bertha", "Cornelis"]), (NOW, ["Dina", "Edo", "Febi"])):
        for name in names:
            desk.do(desk.case_at(4, at=at), "deliver", receiver_name=f"Penerima {name}")
    shelf.close_month(read_period("2026-10"), desk.cast.acting("admin", LATER), LATER)
    return desk


def wanted(book="ekspedisi", period=AUTUMN, **more) -> Wanted:
    return Wanted(BOOKS[book], read_period(period), **more)


def built(asked: Wanted, user=None, at=LATER) -> BookBuild:
    """Build a book in this process."""
    build = builds.ask(asked, user, at, start=False)
    builds.run(build.pk, lambda: at, lambda *said: None)
    build.refresh_from_db()
    return build


def page(cast, who="admin", book="ekspedisi", period=AUTUMN, at=LATER, sent=None, **query):
    """Open the page of a building, or press its button."""
    with time_machine.travel(at, tick=False):
        client, address = cast.client(who), reverse("book_build", args=[book, period])
        return client.get(address, query) if sent is None else client.post(address, sent, query_params=query)


def get(cast, address, who="admin"):
    with time_machine.travel(LATER, tick=False):
        return cast.client(who).get(address)


# -- What is built -----------------------------------------------------------------------------------------------------


def test_a_years_book_is_its_months_behind_a_cover_that_adds_up(year, cast):
    build = built(wanted(period="2026"), cast.sekretaris)
    content, closed = documents.read(build.file), shelf.closed_month(read_period("2026-10"))
    assert (build.file.kind, build.file.name) == ("tahun", "buku-ekspedisi-2026.pdf")
    assert claims(content) == {
        "lang": "id", "title": "Buku ekspedisi tahun 2026", "tagged": True, "ua": True, "title_shown": True,
    }  # fmt: skip
    months = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
              "November"]  # fmt: skip
    assert outline(content) == ["Sampul dan ringkasan", *(f"{month} 2026" for month in months)]
    parts = list(build.parts.all())
    assert [part.rows for part in parts] == [0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3]
    assert sum(part.pages for part in parts) + 1 == build.file.pages == len(pages(content)) == 12
    assert content.count(b"%PDF-") == 1
    said = words(content)
    order = [said.index(f"Penerima {name}") for name in ("Ana", "Bertha", "Cornelis", "Dina", "Edo", "Febi")]
    assert order == sorted(order)
    cover = pages(content)[0]
    assert f"Oktober 2026 2 1 11 23 November 2026, {cast.admin.display_name}" in cover
    assert "Agustus 2026 0 1 9 tanpa baris" in cover
    assert closed.file.sha256 in cover.replace(" ", "")
    assert "September 2026 1 1 10 belum ditutup" in cover
    assert "Jumlah 6 11" in cover
    assert f"atas permintaan {cast.sekretaris.display_name}, Senin, 23 November 2026 pukul 11.00." in cover


def test_a_closed_month_stands_in_the_year_as_it_was_stored(year):
    build = built(wanted())
    (part,) = build.parts.filter(closed__isnull=False)
    stored = documents.read(part.closed.file)
    assert (part.title, builds.part_bytes(part), part.sha256) == ("Oktober 2026", stored, part.closed.file.sha256)
    assert pages(documents.read(build.file))[2] == pages(stored)[0]


def test_page_labels_name_the_month(year):
    content = documents.read(built(wanted()).file)
    labels = PdfReader(io.BytesIO(content)).page_labels
    assert (labels[0], labels[2]) == ("Sampul 1", "Oktober 2026, 1")
    assert pages(content)[3].endswith("Buku Ekspedisi November 2026 Halaman 1 dari 1")


def test_a_full_month_is_cut_into_stretches(year, monkeypatch):
    monkeypatch.setattr(work, "STRETCH", 2)
    parts = list(built(wanted(period="2026-10-01_2026-11-30")).parts.all())
    assert [(part.title, part.rows) for part in parts] == [
        ("Oktober 2026", 2), ("November 2026, bagian 1 dari 2", 1), ("November 2026, bagian 2 dari 2", 2),
    ]  # fmt: skip
    second, third = (words(builds.part_bytes(part)) for part in parts[1:])
    assert ("Penerima Dina" in second, "Penerima Edo" in second, "Penerima Dina" in third) == (True, False, False)
    assert ("Penerima Edo" in third, "Penerima Febi" in third) == (True, True)
    assert "Jumlah: 1 pengiriman." in second


@pytest.mark.parametrize("book", ["agenda", "register", "surat", "rekap"])
def test_every_book_can_be_built(year, book):
    build = built(wanted(book))
    assert [part.title for part in build.parts.all()] == ["September 2026", "Oktober 2026", "November 2026"]
    assert claims(documents.read(build.file))["ua"] is True


def test_the_published_variant_masks_and_takes_no_closed_paper(year):
    build = built(wanted(public=True))
    assert not build.parts.filter(closed__isnull=False).exists()
    said = words(documents.read(build.file))
    assert ("Penerima" in said.replace("Nama dan tanda tangan penerima", ""), "[disamarkan]" in said) == (False, True)
    assert build.file.name == "buku-ekspedisi-2026-09-01_2026-11-30-publik.pdf"


# -- One at a time, gone on with ---------------------------------------------------------------------------------------


def test_a_second_press_joins_the_first(year, cast):
    sent = dict(page(cast).context["hidden"])
    assert page(cast, sent=sent).status_code == 302
    assert page(cast, sent=sent).status_code == 302
    assert page(cast, "sekretaris", sent={}).status_code == 302
    assert BookBuild.objects.count() == 1
    with pytest.raises(NotNow, match="oleh proses lain"):
        builds.ask(wanted(), None, LATER, start=False)


def test_a_form_sent_again_after_the_book_was_finished_builds_nothing(year, cast):
    sent = dict(page(cast).context["hidden"])
    page(cast, sent=sent)
    builds.run(BookBuild.objects.get().pk, lambda: LATER + timedelta(seconds=5), lambda *said: None)
    page(cast, sent=sent, at=LATER + timedelta(minutes=1))
    assert BookBuild.objects.count() == 1
    page(cast, sent={}, at=LATER + timedelta(minutes=2))
    assert BookBuild.objects.count() == 2


def test_a_process_that_is_gone_or_silent_was_cut_off(year):
    build = builds.ask(wanted(), None, LATER, start=False)
    assert builds.progress(build, LATER + timedelta(seconds=29)) is Progress.RUNNING
    assert builds.progress(build, LATER + timedelta(seconds=31)) is Progress.CUT
    build.host, build.pid = os.uname().nodename, os.getpid()
    assert builds.progress(build, LATER) is Progress.RUNNING
    child = os.fork()
    if not child:
        os._exit(0)
    os.waitpid(child, 0)
    build.pid = child
    assert builds.progress(build, LATER) is Progress.CUT
    build.host = "lain"
    assert builds.progress(build, LATER) is Progress.RUNNING


class PowerCut(BaseException):
    """What no handler expects."""


def stopped_at(asked: Wanted, part: int) -> BookBuild:
    """Build until a part begins, then die."""
    build = builds.ask(asked, None, LATER, start=False)

    def say(done: int, total: int, said: str) -> None:
        if done == part:
            raise PowerCut

    with pytest.raises(PowerCut):
        builds.run(build.pk, lambda: LATER, say)
    return build


def test_what_was_cut_off_goes_on_with_the_parts_that_are_done(year, cast):
    build = stopped_at(wanted(), 2)
    assert list(build.parts.values_list("title", flat=True)) == ["September 2026", "Oktober 2026"]
    before, later = place(build.pk, 1).stat().st_mtime_ns, LATER + timedelta(minutes=1)
    html = page(cast, at=later).content.decode()
    assert ("Penyusunan terputus sebelum selesai." in html, "2 bagian sudah jadi" in html) == (True, True)
    assert ("Lanjutkan" in html, "<progress" in html) == (True, False)
    page(cast, sent={}, at=later)
    builds.run(build.pk, lambda: later, lambda *said: None)
    build.refresh_from_db()
    assert (build.parts.count(), build.file.pages) == (3, 4)
    assert place(build.pk, 1).stat().st_mtime_ns == before


def test_a_part_whose_rows_changed_meanwhile_is_drawn_again(year):
    build = stopped_at(wanted(), 3)
    year.do(year.case_at(4, at=LATER), "deliver", receiver_name="Penerima Gusti")
    later = LATER + timedelta(minutes=1)
    builds.go_on(build, later, start=False)
    builds.run(build.pk, lambda: later, lambda *said: None)
    build.refresh_from_db()
    assert "Penerima Gusti" in words(documents.read(build.file))


def test_a_part_lost_meanwhile_is_drawn_again(year):
    build = stopped_at(wanted(), 3)
    place(build.pk, 1).unlink()
    place(build.pk, 3).write_bytes(b"%PDF-")
    later = LATER + timedelta(minutes=1)
    builds.go_on(build, later, start=False)
    builds.run(build.pk, lambda: later, lambda *said: None)
    build.refresh_from_db()
    assert build.file.pages == 4


def test_what_another_process_took_is_left_to_it(year):
    build = builds.ask(wanted(), None, LATER, start=False)

    def say(done: int, total: int, said: str) -> None:
        if done == 1:
            BookBuild.objects.filter(pk=build.pk).update(run="lain")

    assert builds.run(build.pk, lambda: LATER, say) is None
    build.refresh_from_db()
    assert (build.run, build.finished_at, build.failure) == ("lain", None, "")
    assert builds.run(build.pk, lambda: LATER, say) is None  # the other one lives


def test_a_failure_is_said_and_can_be_gone_on_with(year, cast, settings):
    settings.MEDIA_ROOT = settings.BUILDS_ROOT / "tidak-ada"  # the closed month's paper cannot be read
    with pytest.raises(documents.Unreadable):
        built(wanted())
    html = page(cast).content.decode()
    assert "“buku-ekspedisi-2026-10.pdf” tidak ada di tempat penyimpanan; hubungi admin." in html
    assert ("Lanjutkan" in html, "?peramban=1" in html) == (True, True)


# -- Offered again -----------------------------------------------------------------------------------------------------


def test_the_result_is_offered_again_with_what_changed_since(year, cast):
    build = built(wanted(), cast.sekretaris)
    html = page(cast).content.decode()
    assert reverse("book_stored", args=[build.file_id]) in html
    assert ("Isi buku belum berubah sejak disusun." in html, "Susun ulang" in html) == (True, True)
    assert build.file.sha256 in html
    year.do(year.case_at(4, at=LATER), "deliver")
    assert "Isi buku berubah sejak disusun" in page(cast).content.decode()


def test_drawn_parts_of_a_superseded_book_go_and_its_file_stays(year, cast):
    first, second = built(wanted()), built(wanted())
    assert get(cast, reverse("book_stored", args=[first.file_id])).status_code == 200
    assert get(cast, reverse("book_part", args=[first.pk, 1])).status_code == 404
    part = get(cast, reverse("book_part", args=[second.pk, 1]))
    assert ("Penerima Ana" in words(part.content), claims(part.content)["ua"]) == (True, True)


def test_built_anew_only_what_changed_is_drawn(year, monkeypatch):
    first = built(wanted())
    year.do(year.case_at(4, at=LATER), "deliver")
    drawn = []
    monkeypatch.setattr(work, "_draw", lambda asked, stint: drawn.append(str(stint.month)) or draw(asked, stint))
    second = built(wanted())
    assert drawn == ["November 2026"]
    parts = [list(build.parts.values_list("sha256", flat=True)) for build in (first, second)]
    assert [one == two for one, two in zip(*parts, strict=True)] == [True, True, False]
    office = year.cast.acting("admin").office
    office.name = "KPU Kota Lain"
    save_tracked(office, user=year.cast.admin, now=LATER, reason="Nama baru")
    built(wanted())
    assert drawn[1:] == ["September 2026", "November 2026"]  # October stays as it was closed


def test_the_books_page_leads_to_a_long_books_building(year, cast):
    query = {"dari": "2026-09-01", "sampai": "2026-11-30"}
    with time_machine.travel(LATER, tick=False):
        html = cast.client("admin").get(reverse("book_expedition"), query).content.decode()
        assert reverse("book_build", args=["ekspedisi", AUTUMN]) in html
        direct = cast.client("admin").get(reverse("book_file", args=["ekspedisi", "2026", "pdf"]), {"varian": "publik"})
        assert direct.url == "/buku/ekspedisi/2026/susun/?varian=publik"
        builds.ask(wanted(), None, LATER)
        html = cast.client("admin").get(reverse("book_expedition"), query).content.decode()
        assert "Sedang disusun: menunggu giliran" in html
        month = cast.client("admin").get(reverse("book_expedition")).content.decode()
        assert ("Cetak PDF" in month, "susun/" in month) == (True, False)


def test_a_running_building_shows_how_far_it_has_come(year, cast):
    stopped_at(wanted(), 1)
    BookBuild.objects.update(pid=os.getpid())
    html = page(cast).content.decode()
    assert 'max="5" value="1"' in html
    assert "Bagian 2 dari 3: Oktober 2026" in html
    assert "Muat ulang" in html


def test_without_a_renderer_the_browser_prints_the_year(year, cast):
    answer = get(cast, reverse("book_file", args=["ekspedisi", "2026", "pdf"]) + "?peramban=1")
    html = answer.content.decode()
    assert (answer["Content-Type"], "Buku Ekspedisi</h1>" in html, "Penerima Ana" in html) == (
        "text/html; charset=utf-8", True, True,
    )  # fmt: skip


@pytest.mark.parametrize("path", ["/buku/entah/2026/susun/", "/buku/ekspedisi/1999/susun/", "/buku/agenda/x/susun/"])
def test_no_such_book_is_not_found(cast, path):
    assert cast.client("admin").get(path).status_code == 404


# -- A large month is closed the same way ------------------------------------------------------------------------------


def test_a_month_of_many_rows_is_closed_in_a_process_of_its_own(year, cast, monkeypatch):
    monkeypatch.setattr(builds.asking, "LONG_ROWS", 0)
    with time_machine.travel(LATER, tick=False):
        admin, address = cast.client("admin"), reverse("book_close")
        assert admin.post(address, {"month": "2026-09"}).status_code == 302
        assert shelf.closed_month(read_period("2026-09")) is None
        html = admin.get(address).content.decode()
        assert "September 2026 sedang ditutup" in html
        build = BookBuild.objects.get()
        builds.run(build.pk, lambda: LATER, lambda *said: None)
        html = admin.get(address).content.decode()
    closed = shelf.closed_month(read_period("2026-09"))
    assert (closed.rows, closed.appointment.user, closed.file.pages) == (1, cast.admin, 1)
    assert ("sedang ditutup" in html, closed.file.sha256[:16] in html) == (False, True)
    build.refresh_from_db()
    assert (build.file, build.finished_at) == (closed.file, LATER)
