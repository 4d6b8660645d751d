"""Tables as spreadsheets: rows of plain values written as XLSX or CSV, never as formulas. Pure.

A value is given as what its column is: text, a date, a datetime with its zone, a number, or minutes; None is an empty
cell.
"""

import csv as csv_format
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from ..clock import WITA

Kind = Literal["text", "date", "datetime", "number", "minutes"]

FORMATS = {"date": "dd/mm/yyyy", "datetime": "dd/mm/yyyy hh.mm", "number": "#,##0.##", "minutes": '#,##0" menit"'}
FIRST_YEAR = 1900  # what spreadsheets count days from; older dates are written as text
LONGEST_TEXT = 32_767  # signs a cell of XLSX holds
LONGEST_NAME = 31
# What a spreadsheet would reckon with; a dash alone, before a number's digits or before plain words is none.
FORMULA = re.compile(r"(?!-(\d[\d.,]*|(\s[\w\s.,;:]*)?)\Z)[=+\-@\t\r＝＋－＠]")


@dataclass(frozen=True)
class Column:
    """One column: its heading, what its values are, its width in signs."""

    title: str
    kind: Kind = "text"
    width: int = 16


@dataclass(frozen=True)
class Sheet:
    """One table: its name, its columns, a row per entry; below it a small table of sums and lines of words."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Any]]
    notes: Sequence[str] = ()
    sums: Sequence[Sequence[Any]] = ()  # the first row its head


# -- XLSX --------------------------------------------------------------------------------------------------------------


def xlsx(sheets: Sequence[Sheet]) -> bytes:
    """Write a workbook, one sheet after another: heads frozen and repeated on paper, A4 landscape, filters on."""
    import xlsxwriter

    as_typed = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    options = {"constant_memory": True, **as_typed}
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, options) as book:
        looks = _looks(book)
        for name, sheet in zip(sheet_names([sheet.name for sheet in sheets]), sheets, strict=True):
            _write(book.add_worksheet(name), sheet, looks)
    return file.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    """Make the formats of heads, notes and each kind of column."""
    looks = {kind: book.add_format({"num_format": shape, "valign": "top"}) for kind, shape in FORMATS.items()}
    looks["text"] = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    looks["head"] = book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter", "bottom": 1})
    looks["note"] = book.add_format({"num_format": "@"})
    return looks


def _write(page: Any, sheet: Sheet, looks: dict[str, Any]) -> None:
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.freeze_panes(1, 0)
    page.set_footer("&L&A&RHalaman &P dari &N")
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width)
        page.write_string(0, place, column.title, looks["head"])
    line = 0
    for line, row in enumerate(sheet.rows, 1):
        for place, (column, value) in enumerate(zip(sheet.columns, row, strict=True)):
            _put(page, line, place, column.kind, value, looks)
    page.autofilter(0, 0, line, len(sheet.columns) - 1)
    for below, row in enumerate(sheet.sums, line + 2):
        for place, value in enumerate(row):
            _put(page, below, place, "text" if isinstance(value, str) else "number", value, looks)
    for below, note in enumerate(sheet.notes, line + 2 + (len(sheet.sums) + 1 if sheet.sums else 0)):
        page.write_string(below, 0, note, looks["note"])


def _put(page: Any, line: int, place: int, kind: str, value: Any, looks: dict[str, Any]) -> None:
    """Write one cell as what its column is; what a spreadsheet cannot hold so is written as text."""
    if value is None or value == "":
        return
    if isinstance(value, bool) or kind == "text" or (isinstance(value, date) and value.year < FIRST_YEAR):
        page.write_string(line, place, said(value)[:LONGEST_TEXT], looks["text"])
    elif kind in ("date", "datetime"):
        local = value.astimezone(WITA).replace(tzinfo=None) if isinstance(value, datetime) else value
        page.write_datetime(line, place, local, looks[kind])
    else:
        page.write_number(line, place, value, looks[kind])


def sheet_names(names: Sequence[str]) -> list[str]:
    """Make names a workbook takes: no forbidden sign, 31 signs at most, none twice."""
    taken: list[str] = []
    for name in names:
        clean = re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", name).strip("' ")[:LONGEST_NAME].strip("' ") or "Lembar"
        count, free = 1, clean
        while free.lower() in [other.lower() for other in taken]:
            count += 1
            free = f"{clean[: LONGEST_NAME - len(str(count)) - 1]} {count}"
        taken.append(free)
    return taken


# -- CSV ---------------------------------------------------------------------------------------------------------------


def csv(sheet: Sheet) -> bytes:
    """Write a table as Indonesian Excel opens it: semicolons, UTF-8 with its mark, CRLF, decimal comma.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    text = io.StringIO(newline="")
    writer = csv_format.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([_cell(column.title) for column in sheet.columns])
    for row in sheet.rows:
        writer.writerow([_cell(value) for value in row])
    for below in (sheet.sums, [[note] for note in sheet.notes]):
        writer.writerows([[], *([_cell(value) for value in row] for row in below)] if below else [])
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> str:
    text = said(value)
    return f"'{text}" if isinstance(value, str) and FORMULA.match(text) else text


def said(value: Any) -> str:
    """Say a value as the books do: "24/11/2026 10.05", "3,5", "ya"; None is nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, datetime):
        return f"{value.astimezone(WITA):%d/%m/%Y %H.%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float | Decimal):
        return str(value).replace(".", ",")
    return str(value)
