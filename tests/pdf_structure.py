"""Reads what a PDF tells a reader that speaks: its tags, its bookmarks, and whether any text runs off its page.

The checks are the machine-checkable ones of ISO 14289-1 (PDF/UA) that these papers can break.
"""

import io
import re
import subprocess
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader

WORD = re.compile(r'<word xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">([^<]*)<')
PAGE = re.compile(r'<page width="(\S+)" height="(\S+)">(.*?)</page>', re.DOTALL)
SLACK = 0.5  # points: the side bearing of a letter


def outline(pdf: bytes) -> list[str]:
    """List the bookmarks in order, each under as many dashes as it lies deep."""
    return list(_entries(PdfReader(io.BytesIO(pdf)).outline, 0))


def _entries(entries: Any, depth: int) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, list):
            yield from _entries(entry, depth + 1)
        else:
            yield "– " * depth + str(entry.title)


def off_page(pdf: bytes) -> list[str]:
    """List the words that reach beyond the box of their page."""
    return [
        word
        for width, height, inside in PAGE.findall(_boxes(pdf))
        for left, top, right, bottom, word in WORD.findall(inside)
        if min(float(left), float(top)) < -SLACK
        or float(right) > float(width) + SLACK
        or float(bottom) > float(height) + SLACK
    ]


def feet(pdf: bytes, wanted: str) -> list[float]:
    """Say in points from the top how far down a word's occurrences end on their pages."""
    found = (WORD.findall(inside) for _, _, inside in PAGE.findall(_boxes(pdf)))
    return [float(bottom) for words in found for *_, bottom, word in words if word == wanted]


def _boxes(pdf: bytes) -> str:
    command = ["pdftotext", "-bbox", "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()


def tags(pdf: bytes) -> list[tuple[str, Any]]:
    """List every tag of a PDF in reading order: its name, and its element."""
    root = PdfReader(io.BytesIO(pdf)).root_object["/StructTreeRoot"]
    return list(_below(root))


def _below(element: Any) -> Iterator[tuple[str, Any]]:
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        found = kid.get_object()
        if isinstance(found, dict) and "/S" in found:
            yield found["/S"], found
            yield from _below(found)


def troubles(pdf: bytes) -> list[str]:
    """Say what would mislead who hears the paper read; nothing when all is well."""
    reader = PdfReader(io.BytesIO(pdf))
    found = list(_below(reader.root_object["/StructTreeRoot"]))
    return [
        *(f"catatan pada halaman {number}" for number, page in enumerate(reader.pages, 1) if "/Annots" in page),
        *_headings([int(name[2]) for name, _ in found if re.fullmatch(r"/H\d", name)]),
        *("gambar tanpa teks pengganti" for name, element in found if name == "/Figure" and not element.get("/Alt")),
        *("kepala tabel tanpa arah" for name, element in found if name == "/TH" and "/Scope" not in element["/A"]),
        *("tabel tanpa kepala" for name, element in found if name == "/Table" and not _has(element, "/TH")),
        *("baris di luar tabel" for name, element in found if name == "/TR" and not _is_in_table(element)),
    ]


def _headings(levels: list[int]) -> Iterator[str]:
    for before, level in zip([0, *levels], levels, strict=False):
        if level > before + 1:
            yield f"judul tingkat {level} sesudah tingkat {before}"


def _has(element: Any, name: str) -> bool:
    return any(found == name for found, _ in _below(element))


def _is_in_table(row: Any) -> bool:
    parent = row["/P"].get_object()
    return parent["/S"] in ("/Table", "/TBody", "/THead", "/TFoot")


def rows_of_last_table(pdf: bytes) -> list[int]:
    """Count the body rows of the last table's part on each page it stands on."""
    counted: dict[int, int] = {}
    for name, element in tags(pdf):
        if name == "/TBody":
            page = element.raw_get("/Pg").idnum
            counted[page] = sum(found == "/TR" for found, _ in _below(element))
    return list(counted.values())
