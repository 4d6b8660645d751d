"""The books: the rows behind paper, screen and export, and the papers of a month."""

from datetime import date, datetime

from requests_app import printing
from requests_app.clock import WITA
from requests_app.printing.rows import agenda_rows, expedition_rows, register_rows
from requests_app.text.words import tanggal
from tests.cast import NOW
from tests.papers import letter_to_print, words

NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))
DAY = datetime(2026, 11, 23, 0, 0, tzinfo=WITA)


def book(slug, period="2026-11", **more):
    """Draw a book."""
    return printing.book(printing.volume(printing.BOOKS[slug], printing.read_period(period), **more))


def test_the_expedition_book_in_plain_rows(desk, django_assert_num_queries):
    case = desk.case_at(13, name="Yohanis Umbu")
    case = desk.do(case, "deliver", receiver_name="Andi", receiver_kind="kuasa", proxy_letter="SK 1",
                   handed_medium="cetak", archive_place="Lemari 2", remark="segera")  # fmt: skip
    walkin = desk.do(desk.case_at(4), "deliver")
    with django_assert_num_queries(4):
        rows = expedition_rows(*NOVEMBER)
    letter = letter_to_print(case)
    assert [(row.case_id, row.letter, row.addressed_to, row.receiver, row.remark) for row in rows] == [
        (case.pk, f"{tanggal(letter.letter_date)}, {letter.number}", "Yohanis Umbu", "Andi (kuasa, SK 1)",
         "Cetakan; arsip: Lemari 2; segera"),
        (walkin.pk, f"Data baku, permohonan no. {walkin.short_number}", "Yohanis Umbu", "Yohanis Umbu", "Cetakan"),
    ]  # fmt: skip


def test_days_of_a_book_are_days_in_wita(desk):
    desk.do(desk.case_at(4, at=DAY.replace(hour=8)), "deliver", at=DAY.replace(hour=23, minute=59))
    assert len(expedition_rows(DAY.date(), DAY.date())) == 1
    assert expedition_rows(date(2026, 11, 24), date(2026, 11, 24)) == []
    assert expedition_rows(date(2026, 11, 22), date(2026, 11, 22)) == []


def test_a_correction_stands_beside_the_row_it_corrects(desk):
    case = desk.do(desk.case_at(4), "deliver")
    entry = case.records.get(expedition__isnull=False).expedition
    desk.act("correct", case, "sekretaris", entry, {}, "Diserahkan dua lembar")
    entry.refresh_from_db()
    assert entry.remark == ""
    (row,) = expedition_rows(*NOVEMBER)
    assert row.remark.startswith("Cetakan; ")
    assert row.remark.endswith("buku ekspedisi, Diserahkan dua lembar")


def test_the_agenda_in_plain_rows(desk, django_assert_num_queries):
    case = desk.letter(letter_number="12/A", letter_date=date(2026, 11, 20), enclosure="1 berkas", nature="segera")
    with django_assert_num_queries(2):
        rows = agenda_rows(*NOVEMBER)
    assert [
        (row.case_number, row.sender, row.letter_number, row.letter_date, row.enclosure, row.remark) for row in rows
    ] == [(case.number, "Universitas Timor Raya", "12/A", date(2026, 11, 20), "1 berkas", "Segera")]


def test_the_register_says_what_became_of_each_request(desk, django_assert_num_queries):
    running = desk.walkin(phone="+62 812-3456-7890", email="y@example.id")
    given = desk.do(desk.case_at(11, purpose="Skripsi"), "deliver")
    refused = desk.case_at(12, "draft")
    refused = desk.do(desk.do(refused, "draft", outcome="refused", excluded_article="17h"), "approve")
    refused = desk.do(refused, "deliver")
    absent = desk.act(
        "end", desk.case_at(8), "kasubag2", "not_documented", {"statement": "-", "until": date(2027, 1, 4)}
    )
    with django_assert_num_queries(5):
        rows = register_rows(*NOVEMBER)
    said = {row.case_id: (row.holding, row.decision, row.noticed_on, row.given_on) for row in rows}
    day = date(2026, 11, 23)
    assert said == {
        running.pk: ("", "", None, None),
        given.pk: ("ya", "Diberikan", day, day),
        refused.pk: ("ya", "Ditolak", day, None),
        absent.pk: ("belum didokumentasikan", "Belum didokumentasikan", day, None),
    }
    assert [row.refusal for row in rows if row.refusal] == ["Pasal 17 huruf h – rahasia pribadi"]
    assert rows[0].contact == "0812 3456 7890 / y@example.id"
    assert [row.due_on for row in rows] == [date(2026, 12, 7), None, None, None]
    assert rows[0].missing == ("alamat", "pekerjaan", "tujuan")


def test_the_expedition_book_of_a_month(desk):
    desk.do(desk.case_at(4), "deliver")
    said = words(book("ekspedisi").pdf)
    assert "Nama dan tanda tangan penerima" in said
    assert "Senin, 23 November 2026" in said
    assert "Jumlah: 1 pengiriman." in said
    assert "Tidak ada pengiriman pada waktu ini." in words(book("ekspedisi", "2026-10").pdf)


def test_the_sop_shows_all_rows_and_the_source_words(db):
    said = words(printing.sop_paper(NOW).pdf)
    assert "Registrasi. Melakukan registrasi. √ Mulai 3 menit" in said
    assert "Surat balasan." in said
    assert "1 hari" in said
    assert "Output: Dispoisi Surat" in said


def test_a_secret_case_keeps_its_number_and_day_alone_for_whom_it_never_reached(desk):
    case = desk.case_at(11, nature="rahasia", sender="Pelapor Rekaan", subject="Laporan tertutup")
    desk.do(case, "deliver", receiver_name="Penerima Rekaan")
    for slug in ("ekspedisi", "register"):
        secret = ("Pelapor Rekaan", "Laporan tertutup", "Penerima Rekaan", "DPT per kecamatan")
        covered, whole = words(book(slug, hidden=frozenset({case.pk})).pdf), words(book(slug).pdf)
        assert [word for word in secret if word in covered] == []
        assert "[Rahasia]" in covered
        assert any(word in whole for word in secret)
        assert "[Rahasia]" not in whole
