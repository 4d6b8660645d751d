"""Tables as XLSX and CSV: the values as given, nothing a formula, ready to print."""

import io
import zipfile
from datetime import date, datetime, timedelta
from decimal import Decimal

from requests_app.clock import WITA
from requests_app.printing.sheets import Column, Sheet, csv, sheet_names, xlsx
from tests.spreadsheet import csv_rows, moment, sheets

COLUMNS = (
    Column("Nama"), Column("Tanggal", "date"), Column("Diterima", "datetime"), Column("Jumlah", "number"),
    Column("Lama", "minutes"),
)  # fmt: skip
AT = datetime(2026, 11, 24, 10, 5, tzinfo=WITA)
ROWS = [
    ["Melkianus", date(2026, 11, 23), AT, 3, 48],
    ["=1+1", None, None, Decimal("-2.5"), 0],
    ["https://contoh.example/", date(1875, 1, 2), AT.astimezone(tz=None), 1.25, None],
]
TABLE = Sheet("Register", COLUMNS, ROWS, ("Jumlah: 3 permohonan.",))


def part(content, name):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()


def test_xlsx_holds_each_value_as_what_it_is():
    head, first, second, third, blank, note = sheets(xlsx([TABLE]))["Register"]
    assert head == ["Nama", "Tanggal", "Diterima", "Jumlah", "Lama"]
    assert first == ["Melkianus", 46349.0, first[2], 3.0, 48.0]
    assert (moment(first[1]), moment(first[2])) == ("23/11/2026 00.00", "24/11/2026 10.05")
    assert second == ["=1+1", None, None, -2.5, 0.0]
    assert (third[:2], moment(third[2])) == (["https://contoh.example/", "02/01/1875"], "24/11/2026 10.05")
    assert (blank, note) == ([], ["Jumlah: 3 permohonan."])


def test_xlsx_is_ready_to_print_and_to_filter():
    page = part(xlsx([TABLE]), "xl/worksheets/sheet1.xml")
    assert 'paperSize="9"' in page
    assert 'orientation="landscape"' in page
    assert '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' in page
    assert '<autoFilter ref="A1:E4"/>' in page
    assert "<hyperlink" not in page
    assert "Register!$1:$1" in part(xlsx([TABLE]), "xl/workbook.xml")  # the head again on every page


def test_an_empty_table_still_has_its_head():
    assert sheets(xlsx([Sheet("Kosong", COLUMNS, [])])) == {
        "Kosong": [["Nama", "Tanggal", "Diterima", "Jumlah", "Lama"]]
    }


def test_a_text_longer_than_a_cell_is_cut_not_lost():
    assert len(sheets(xlsx([Sheet("A", [Column("B")], [["x" * 40_000]])]))["A"][1][0]) == 32_767


def test_csv_is_what_indonesian_excel_opens():
    assert (
        csv(TABLE)
        == (
            "\ufeffNama;Tanggal;Diterima;Jumlah;Lama\r\n"
            "Melkianus;23/11/2026;24/11/2026 10.05;3;48\r\n"
            "'=1+1;;;-2,5;0\r\n"
            "https://contoh.example/;02/01/1875;24/11/2026 10.05;1,25;\r\n"
            "\r\n"
            "Jumlah: 3 permohonan.\r\n"
        ).encode()
    )


def cells(*texts):
    """Read back what a column of these texts says in CSV."""
    return [row[0] for row in csv_rows(csv(Sheet("A", [Column("B")], [[text] for text in texts])))[1:]]


def test_csv_text_cannot_become_a_formula_and_keeps_what_it_said():
    risky = ["=cmd|x", "+62 812", "-A1", "-1+cmd|x", "- 1+cmd|x", "--1", "@SUM(A1)", "\tx", "\rx", "－1", "-\n=1"]
    assert cells(*risky) == [f"'{text}" for text in risky]


def test_csv_leaves_a_dash_a_negative_number_and_plain_words_as_they_are():
    plain = ["-", "- ", "-1", "-2.500,75", "- DPT dan DPS; 2026", "–", "aman = ya", 'kutip "; koma', "a-b", "", "5-1"]
    assert cells(*plain) == plain


def test_xlsx_holds_a_dash_and_a_formula_as_the_text_they_are():
    texts = ["-", "=1+1", "-1", "@a"]
    rows = sheets(xlsx([Sheet("A", [Column("B")], [[text] for text in texts])]))["A"][1:]
    assert rows == [[text] for text in texts]


def test_sheet_names_a_workbook_takes():
    long = "Register permohonan informasi publik 2026"
    assert sheet_names(["A/B:C", "'x'", long, long, "a b c", ""]) == [
        "A B C", "x", "Register permohonan informasi p", "Register permohonan informasi 2", "a b c 2", "Lembar",
    ]  # fmt: skip


def test_minutes_and_days_spread_over_years():
    rows = [[AT + timedelta(days=365 * year)] for year in range(3)]
    assert [moment(row[0]) for row in sheets(xlsx([Sheet("A", [Column("B", "datetime")], rows)]))["A"][1:]] == [
        "24/11/2026 10.05", "24/11/2027 10.05", "23/11/2028 10.05",
    ]  # fmt: skip
