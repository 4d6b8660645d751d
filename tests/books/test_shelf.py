"""The books' keeping: signed sheets, archive places, refused signatures, closed months, late entries after closing."""

import io
from datetime import date, datetime

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from requests_app import documents, printing, workflow
from requests_app.books import shelf
from requests_app.clock import WITA
from requests_app.models import BookFile, ClosedMonth, Expedition, ExpeditionNote
from requests_app.printing import read_period
from requests_app.printing.rows import expedition_rows
from requests_app.rules.refusals import Incomplete, NotNow, NotPermitted
from tests.books.test_books import NOVEMBER, book
from tests.cast import NOW
from tests.observed import refusal
from tests.papers import claims, printed, words

pytestmark = [pytest.mark.django_db, pytest.mark.alone]
DAY = date(2026, 11, 23)
OCTOBER = datetime(2026, 10, 26, 8, 0, tzinfo=WITA)


def picture() -> bytes:
    """Draw what a scanner would send."""
    content = io.BytesIO()
    Image.new("L", (20, 20), 255).save(content, "PNG")
    return content.getvalue()


PNG = picture()


def scan() -> documents.Upload:
    """Give a signed sheet as it comes from the scanner."""
    return documents.Upload("lembar.png", documents.PNG, PNG, None)


def sheet_page(cast, who="helpdesk", day="2026-11-23", **sent):
    """Send the form of a day's sheet."""
    with time_machine.travel(NOW, tick=False):
        return cast.client(who).post(reverse("book_day", args=[day]), sent)


# -- Refused signatures ------------------------------------------------------------------------------------------------


def test_a_receiver_who_will_not_sign_is_written_down_with_a_witness(desk):
    case = desk.case_at(11)
    said = {"witness": "Penolakan tanda tangan dicentang dan disebut saksinya, atau tidak keduanya."}
    assert refusal(Incomplete, desk.do, case, "deliver", refused_to_sign=True).errors == said
    assert refusal(Incomplete, desk.do, case, "deliver", witness="Budi").errors == said
    case = desk.do(
        case, "deliver", receiver_name="Andi", refused_to_sign=True, witness="Budi Saksi", cost="Rp5.000 tunai"
    )
    (row,) = expedition_rows(*NOVEMBER)
    assert (row.refused, row.signed_copy) == ("menolak tanda tangan, saksi Budi Saksi", False)
    assert "biaya: Rp5.000 tunai" in row.remark
    assert "menolak tanda tangan, saksi Budi Saksi" in words(book("ekspedisi").pdf)
    assert "Penerima menolak menandatangani; disaksikan Budi Saksi" in words(printed("handover", case).pdf)
    assert "Rp5.000" in words(book("register").pdf)


# -- A day's sheet -----------------------------------------------------------------------------------------------------


def test_a_signed_sheet_is_stored_once_for_all_rows_of_its_day(desk, cast):
    handed = [desk.do(desk.case_at(4), "deliver") for _ in range(3)]
    rows = list(Expedition.objects.order_by("pk"))
    chosen = [str(row.pk) for row in rows[:2]]
    page = sheet_page(cast, rows=chosen, place="Lemari 2", scan=SimpleUploadedFile("lembar.png", PNG, "image/png"))
    assert page.status_code == 302
    file = BookFile.objects.get()
    assert (file.kind, file.name, file.kept_by) == ("lembar", "lembar.png", cast.helpdesk)
    assert documents.read(file) == PNG
    notes = ExpeditionNote.objects.order_by("kind", "row_id")
    assert [(note.row_id, note.kind, note.text, note.file_id) for note in notes] == [
        (rows[0].pk, "arsip", "Lemari 2", None), (rows[1].pk, "arsip", "Lemari 2", None),
        (rows[0].pk, "pindaian", "", file.pk), (rows[1].pk, "pindaian", "", file.pk),
    ]  # fmt: skip
    found = expedition_rows(*NOVEMBER)
    assert [(row.case_id, row.signed, row.signed_file, "arsip: Lemari 2" in row.remark) for row in found] == [
        (handed[0].pk, "bertanda tangan", file.pk, True), (handed[1].pk, "bertanda tangan", file.pk, True),
        (handed[2].pk, "", None, False),
    ]  # fmt: skip
    again = sheet_page(cast, rows=chosen, place="Lemari 2", scan=SimpleUploadedFile("lembar.png", PNG, "image/png"))
    assert (again.status_code, BookFile.objects.count(), ExpeditionNote.objects.count()) == (302, 1, 4)


def test_a_days_page_says_which_rows_are_scanned_and_chooses_the_others(desk, cast):
    for refused in ({}, {}, {"refused_to_sign": True, "witness": "Budi Saksi"}):
        desk.do(desk.case_at(4), "deliver", **refused)
    rows = list(Expedition.objects.order_by("pk"))

    def offered():
        field = cast.client("helpdesk").get(reverse("book_day", args=["2026-11-23"])).context["form"].fields["rows"]
        return [label.split(" · ")[2:] for _, label in field.choices], field.initial

    assert offered() == ([[], [], ["menolak tanda tangan"]], rows)
    shelf.put_beside(rows[:2], cast.acting("helpdesk"), NOW, scan=scan())
    assert offered() == ([["sudah dipindai"]] * 2 + [["menolak tanda tangan"]], rows[2:])
    shelf.put_beside(rows[2:], cast.acting("helpdesk"), NOW, scan=scan())
    assert offered() == ([["sudah dipindai"]] * 3, rows)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"rows": [], "place": "Lemari 2"}, "Pilih baris yang tercakup."),
        ({}, "Unggah pindaian lembarnya, atau isi tempat arsip."),
        ({"scan": b"bukan gambar"}, "Isi berkas bukan PDF, JPEG, PNG, XLSX, DOCX atau CSV."),
    ],
)
def test_a_sheet_that_says_nothing_is_refused_and_what_was_typed_kept(desk, cast, sent, said):
    desk.do(desk.case_at(4), "deliver")
    values = {"rows": [str(Expedition.objects.get().pk)], **sent}
    if "scan" in sent:
        values |= {"scan": SimpleUploadedFile("a.png", sent["scan"], "image/png"), "place": "Rak tiga"}
    page = sheet_page(cast, **values)
    html = page.content.decode()
    assert (page.status_code, said in html, "<title>Galat: " in html) == (422, True, True)
    assert not values.get("place") or f'value="{values["place"]}"' in html
    assert not ExpeditionNote.objects.exists()


@pytest.mark.parametrize("day", ["2026-13-01", "x", "1999-01-01", "20261123"])
def test_no_such_day_is_not_found(cast, day):
    assert cast.client("helpdesk").get(f"/buku/ekspedisi/hari/{day}/").status_code == 404


def test_a_secret_row_is_not_offered_to_whom_it_never_reached(desk, cast):
    desk.do(desk.case_at(11, nature="rahasia"), "deliver", receiver_name="Penerima Rekaan")
    page = cast.client("admin").get(reverse("book_day", args=["2026-11-23"])).content.decode()
    assert ("Penerima Rekaan" in page, "1 baris Rahasia tidak ditampilkan." in page) == (False, True)


def test_a_scan_of_a_secret_row_is_handed_to_its_own_people_alone(desk, cast):
    desk.do(desk.case_at(11, nature="rahasia"), "deliver")
    shelf.put_beside(Expedition.objects.all(), cast.acting("helpdesk"), NOW, scan=scan())
    address = reverse("book_stored", args=[BookFile.objects.get().pk])
    assert [cast.client(who).get(address).status_code for who in ("ketua", "admin", "kasubag1")] == [200, 403, 403]


# -- Closing a month ---------------------------------------------------------------------------------------------------


@pytest.fixture
def october(desk):
    """Hand two things over in October; today is the 23rd of November."""
    desk.do(desk.case_at(4, at=OCTOBER), "deliver", receiver_name="Penerima Oktober")
    desk.do(desk.case_at(4), "deliver")
    desk.clock(NOW)
    return desk


def close(cast, month="2026-10", at=NOW, who="admin"):
    return shelf.close_month(read_period(month), cast.acting(who, at), at)


def test_a_closed_month_is_stored_and_printed_again_byte_by_byte(october, cast):
    closed = close(cast)
    assert (closed.year, closed.month, closed.rows, closed.file.kind) == (2026, 10, 2, "bulan")
    address = reverse("book_file", args=["ekspedisi", "2026-10", "pdf"])
    first, second = (cast.client(who).get(address).content for who in ("admin", "pemeriksa"))
    assert first == second == documents.read(closed.file)
    assert claims(first)["title"] == "Buku ekspedisi Oktober 2026"
    said = words(first)
    assert "Jumlah: 2 pengiriman." in said
    assert (
        "Oktober 2026 ditutup dengan 2 baris pada Senin, 23 November 2026 08.00 WITA oleh Admin Meja Layanan, " in said
    )


def test_what_is_not_over_or_closed_already_is_not_closed(october, cast):
    assert refusal(NotNow, close, cast, "2026-11").sentence == (
        "November 2026 belum berakhir; bulan yang berjalan tidak dapat ditutup."
    )
    refusal(NotNow, close, cast, "2026")
    refusal(NotPermitted, close, cast, who="sekretaris")
    close(cast)
    assert refusal(NotNow, close, cast).sentence == "Oktober 2026 sudah ditutup."
    assert ClosedMonth.objects.count() == 1


def test_a_late_entry_goes_to_the_open_month_and_is_marked(october, cast):
    close(cast)
    before = documents.read(ClosedMonth.objects.get().file)
    case = october.case_at(4, at=OCTOBER.replace(hour=10))
    doing = october.doing("kasubag2", NOW, happened_at=OCTOBER.replace(hour=11))
    workflow.complete(case.pk, october.plausible(case, "deliver"), doing)
    row = Expedition.objects.get(case=case)
    assert (row.booked_on, row.year, row.number) == (DAY, 2026, "0003")
    found = [row for row in expedition_rows(*NOVEMBER) if row.case_id == case.pk]
    assert found[0].remark == (
        "Cetakan; susulan, dicatat 23 November 2026 08.00; untuk Oktober 2026 yang sudah ditutup"
    )
    assert len(expedition_rows(date(2026, 10, 1), date(2026, 10, 31))) == 2
    assert cast.client("admin").get(reverse("book_file", args=["ekspedisi", "2026-10", "pdf"])).content == before


# -- Learned after closing ---------------------------------------------------------------------------------------------


def in_november(**more):
    """Open the book of the open month."""
    return printing.volume(printing.BOOKS["ekspedisi"], read_period("2026-11"), **more)


def corrected(october, at, reason="Diserahkan dua lembar"):
    """Correct the first hand-over of October."""
    row = Expedition.objects.order_by("pk")[0]
    october.act("correct", row.case, "sekretaris", row, {}, reason, at=at)
    return row


def test_a_correction_after_closing_stands_in_the_book_of_the_open_month(october, cast, django_assert_num_queries):
    file = close(cast).file
    corrected(october, NOW.replace(hour=9))
    with django_assert_num_queries(4):
        volume = in_november()
    assert [cell for row in volume.cells() for cell in row] == [
        "atas 0001", NOW.replace(hour=9), "Data baku, permohonan no. 0001",
        "Koreksi atas no. 0001, Oktober 2026 (bulan yang sudah ditutup)", "Yohanis Umbu", "Diserahkan dua lembar",
        "", "",
    ]  # fmt: skip
    assert volume.notes == ["Jumlah: 0 pengiriman.", "Catatan atas bulan yang sudah ditutup: 1."]
    said = words(printing.book(volume).pdf)
    assert "Koreksi atas no. 0001, Oktober 2026 (bulan yang sudah ditutup)" in said
    assert volume.notes[1] in said
    with time_machine.travel(NOW.replace(hour=10), tick=False):
        html = cast.client("admin").get(reverse("book_expedition")).content.decode()
    assert ("atas 0001" in html, volume.notes[1] in html) == (True, True)
    # The closed month's paper stays; on its screen the correction stands beside the row.
    assert cast.client("admin").get(
        reverse("book_file", args=["ekspedisi", "2026-10", "pdf"])
    ).content == documents.read(file)
    (beside, _) = expedition_rows(date(2026, 10, 1), date(2026, 10, 31))
    assert "Diserahkan dua lembar" in beside.remark
    with time_machine.travel(NOW.replace(hour=10), tick=False):
        html = cast.client("admin").get(reverse("book_expedition"), {"bulan": "2026-10"}).content.decode()
    assert "Bulan ini ditutup 23 November 2026 dengan 2 baris, PDF-nya tersimpan." in html


def test_a_correction_before_closing_prints_beside_its_row_alone(october, cast):
    corrected(october, NOW.replace(hour=9))
    closed = close(cast, at=NOW.replace(hour=10))
    assert "Diserahkan dua lembar" in words(documents.read(closed.file))
    assert (in_november().lines, in_november().notes) == ([], ["Jumlah: 0 pengiriman."])


def test_a_sheet_scanned_after_closing_is_one_entry_for_all_its_rows_but_a_secret_one(october, cast):
    october.do(october.case_at(11, at=OCTOBER, nature="rahasia"), "deliver", receiver_name="Si Rahasia")
    close(cast)
    shelf.put_beside(Expedition.objects.all(), cast.acting("helpdesk"), NOW.replace(hour=9), scan=scan(), place="Rak 1")
    secret = Expedition.objects.get(case__confidential=True)
    found = in_november(hidden=frozenset({secret.case_id})).lines
    assert [(row.number, row.contents.split(" atas ")[0], row.remark) for row in found] == [
        ("atas 0001, 0002", "Tanda tangan penerima dipindai", "lembar.png"),
        ("atas 0001, 0002", "Tempat arsip", "Rak 1"),
        ("atas 0003", "[Rahasia]", "[Rahasia]"),
        ("atas 0003", "[Rahasia]", "[Rahasia]"),
    ]
    public = in_november(public=True, hidden=frozenset({secret.case_id})).cells()
    assert [row[5] for row in public[:2]] == ["[disamarkan]"] * 2


def test_entries_about_a_closed_month_come_after_the_last_row_of_the_last_page(october, cast):
    close(cast)
    corrected(october, NOW.replace(hour=9))
    for hour in (10, 11):
        october.do(october.case_at(4, at=NOW.replace(hour=hour)), "deliver")
    first, last = (in_november(window=slice(at, at + 1), count=2) for at in (0, 1))
    assert [row.number for row in first.lines] == ["0003"]
    assert [row.number for row in last.lines] == ["0004", "atas 0001"]


def test_a_late_entry_into_a_month_still_open_stays_in_it(october):
    case = october.case_at(4, at=OCTOBER.replace(hour=10))
    doing = october.doing("kasubag2", NOW, happened_at=OCTOBER.replace(hour=11))
    workflow.complete(case.pk, october.plausible(case, "deliver"), doing)
    assert Expedition.objects.get(case=case).booked_on == date(2026, 10, 26)


def test_the_admin_closes_a_month_on_the_page(october, cast):
    with time_machine.travel(NOW, tick=False):
        admin, address = cast.client("admin"), reverse("book_close")
        page = admin.get(address)
        assert [str(month) for month in page.context["months"]] == ["Oktober 2026"]
        assert admin.post(address, {"month": "2026-11"}).status_code == 422
        assert admin.post(address, {"month": "2026-10"}).status_code == 302
        html = cast.client("pemeriksa").get(address).content.decode()
    closed = ClosedMonth.objects.get()
    assert closed.file.sha256[:16] in html
    assert "Tidak ada bulan lampau yang menunggu ditutup." in html


def test_a_secret_row_in_a_closed_month_stays_covered_for_whom_it_never_reached(october, cast):
    october.do(
        october.case_at(11, at=OCTOBER, nature="rahasia", sender="Pelapor Rekaan"),
        "deliver",
        receiver_name="Si Rahasia",
    )
    file = close(cast).file
    address = reverse("book_file", args=["ekspedisi", "2026-10", "pdf"])
    admin, ketua = (cast.client(who).get(address).content for who in ("admin", "ketua"))
    assert ketua == documents.read(file)
    assert ("Si Rahasia" in words(ketua), "Si Rahasia" in words(admin), "[Rahasia]" in words(admin)) == (
        True,
        False,
        True,
    )
    assert cast.client("admin").get(reverse("book_stored", args=[file.pk])).status_code == 403
