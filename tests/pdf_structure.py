"""Reads how a PDF is laid out: its bookmarks, what runs off its pages, where words and rows stand."""

import io
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader

from tests.pdf_ua import Paper

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


def rows_of_last_table(pdf: bytes) -> list[int]:
    """Count the body rows of the last table that begin on each page it stands on."""
    (body,) = [one for one in Paper(pdf).elements if one.name == "Table"][-1].tags("TBody")
    pages: list[int] = []
    for row in body.tags("TR"):
        pieces = [kid for cell in row.below() for kid in cell.kids if isinstance(kid, tuple)]
        pages.append(pieces[0][0] if pieces else pages[-1])  # a row for the pen stands behind the row before it
    return list(Counter(pages).values())
