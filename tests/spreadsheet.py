"""Reads a workbook back from its own XML, as a spreadsheet program would; imports nothing of ours."""

import csv
import io
import re
import zipfile
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree as ET

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def sheets(content: bytes) -> dict[str, list[list]]:
    """Give every sheet's rows: text as str, everything else as float. Missing cells are None."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        book = ET.fromstring(archive.read("xl/workbook.xml"))
        names = [sheet.get("name") for sheet in book.iter(f"{MAIN}sheet")]
        shared = _shared(archive)
        pages = [archive.read(f"xl/worksheets/sheet{place}.xml") for place in range(1, len(names) + 1)]
    return {name: _rows(ET.fromstring(page), shared) for name, page in zip(names, pages, strict=True)}


def _shared(archive: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    table = ET.fromstring(archive.read("xl/sharedStrings.xml"))
    return ["".join(text.text or "" for text in item.iter(f"{MAIN}t")) for item in table.iter(f"{MAIN}si")]


def _rows(page, shared: list[str]) -> list[list]:
    rows: list[list] = []
    for row in page.iter(f"{MAIN}row"):
        while len(rows) < int(row.get("r")):
            rows.append([])
        for cell in row.iter(f"{MAIN}c"):
            place = _place(cell.get("r"))
            rows[-1].extend([None] * (place + 1 - len(rows[-1])))
            rows[-1][place] = _value(cell, shared)
    return rows


def _place(address: str) -> int:
    place = 0
    for letter in re.match("[A-Z]+", address)[0]:
        place = place * 26 + ord(letter) - 64
    return place - 1


def _value(cell, shared: list[str]):
    if cell.find(f"{MAIN}f") is not None:
        raise AssertionError("a formula")
    inline = cell.find(f"{MAIN}is")
    if inline is not None:
        return "".join(text.text or "" for text in inline.iter(f"{MAIN}t"))
    value = cell.find(f"{MAIN}v")
    if value is None:
        return None
    return shared[int(value.text)] if cell.get("t") == "s" else float(value.text)


def moment(number: float) -> str:
    """Say a spreadsheet's day count as its cell shows it: "24/11/2026 10.05"."""
    return f"{datetime(1899, 12, 30, tzinfo=UTC) + timedelta(minutes=round(number * 24 * 60)):%d/%m/%Y %H.%M}"


def csv_rows(content: bytes) -> list[list[str]]:
    """Read a semicolon CSV that begins with the UTF-8 mark."""
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
