"""Reads what the pages of a PDF draw, by ISO 32000-1: which pieces are marked as what, which glyphs of which font."""

import io
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from fontTools.ttLib import TTFont

TOKEN = re.compile(rb"\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>|<<|>>|[\[\]]|/?[^\s<>\[\]()/{}%]+", re.DOTALL)
OPERATOR = re.compile(rb"(?!true$|false$|null$)[A-Za-z'\"][A-Za-z0-9*]*")
TEXT = {b"Tj", b"TJ", b"'", b'"'}
PAINT = TEXT | {b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"sh", b"BI"}
PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
WIDTHS_OFF = 1  # thousandths of the letter size
Mark = int | dict[str, str] | None  # a tag's piece, an artifact with its properties, or neither


@dataclass
class Drawn:
    """What one page draws: its marks and what is wrong with them, artifacts that hold text, the glyphs of its fonts."""

    marks: list[int] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    unread: list[dict[str, str]] = field(default_factory=list)
    fonts: dict[int, Any] = field(default_factory=dict)
    codes: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))  # what is shown of a font


def drawn(page: Any) -> Drawn:
    """Read a page's content, and the forms it draws."""
    found = Drawn()
    _read(page.get_contents().get_data(), page["/Resources"], [], found)
    return found


def _read(content: bytes, resources: Any, outside: list[Mark], found: Drawn) -> None:
    stack, operands, fonts = list(outside), [], [0]
    for token in TOKEN.findall(content):
        if not OPERATOR.fullmatch(token):
            operands.append(token)
            continue
        if token in (b"q", b"Q"):
            fonts = [*fonts, fonts[-1]] if token == b"q" else fonts[:-1]
        elif token == b"Tf":
            font = resources["/Font"].raw_get(operands[0].decode())
            fonts[-1], found.fonts[font.idnum] = font.idnum, font.get_object()
        elif token in (b"BDC", b"BMC", b"EMC"):
            _mark(token, operands, stack, found)
        elif token == b"Do":
            _place(resources["/XObject"][operands[0].decode()], stack, found)
        elif token in PAINT:
            _paint(token.decode(), stack, found)
            if token in TEXT:
                found.unread += [one for one in stack if isinstance(one, dict)]
                found.codes[fonts[-1]] |= set(_codes(operands))
        operands.clear()
    if len(stack) != len(outside):
        found.faults.append("7.1: a mark is not closed")


def _mark(operator: bytes, operands: list[bytes], stack: list[Mark], found: Drawn) -> None:
    """Open or close a mark: of a tag's piece, of an artifact, of neither."""
    if operator == b"EMC":
        stack.pop()
        return
    words = [word.decode() for word in operands if word not in (b"<<", b">>")]
    said = dict(zip(words[1::2], words[2::2], strict=False))
    if words[0] == "/Artifact":
        if any(isinstance(one, int) for one in stack):
            found.faults.append("7.1: an artifact within tagged content")
        stack.append(said)
    elif "/MCID" in said:
        if any(one is not None for one in stack):
            found.faults.append("7.1: tagged content within a mark")
        found.marks.append(int(said["/MCID"]))
        stack.append(found.marks[-1])
    else:
        stack.append(None)


def _paint(what: str, stack: list[Mark], found: Drawn) -> None:
    if all(one is None for one in stack):
        found.faults.append(f"7.1: {what} is neither tagged nor an artifact")


def _place(thing: Any, stack: list[Mark], found: Drawn) -> None:
    if thing["/Subtype"] != "/Form":
        _paint("a picture", stack, found)
        return
    before = len(found.marks)
    _read(thing.get_data(), thing.get("/Resources", {}), stack, found)
    if len(found.marks) > before:
        found.faults.append("7.20: a form holds tagged content of its own")


def _codes(operands: list[bytes]) -> Iterator[int]:
    """Take shown text apart into codes of two bytes. Raises ValueError on text that is written another way."""
    for operand in operands:
        if operand[:1] == b"(":
            raise ValueError("text in a string of letters, which this reader does not take apart")
        if operand[:1] == b"<":
            codes = bytes.fromhex(operand[1:-1].decode())
            yield from (int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2))


# -- Fonts (7.21) ------------------------------------------------------------------------------------------------------


def font_faults(font: Any, codes: set[int]) -> Iterator[str]:
    """Say what is wrong with a font of which these codes are shown."""
    name = str(font["/BaseFont"]).partition("+")[2]
    if (font["/Subtype"], font.get("/Encoding")) != ("/Type0", "/Identity-H"):
        yield f"7.21: {name} is of a kind that this reader does not know"
        return
    inner = font["/DescendantFonts"][0].get_object()
    file = inner["/FontDescriptor"].get("/FontFile3") or inner["/FontDescriptor"].get("/FontFile2")
    if file is None:
        yield f"7.21.4: {name} is not embedded"
        return
    if 0 in codes:
        yield f"7.21.8: {name} has no glyph for a letter that is shown"
    if not codes <= set(_words_of(font["/ToUnicode"].get_data()) if "/ToUnicode" in font else ()):
        yield f"7.21.7: {name} does not say which letters its glyphs are"
    told, true = dict(_told_widths(inner["/W"])), _true_widths(file.get_data())
    if any(abs(told.get(code, inner.get("/DW", 1000)) - true[code]) > WIDTHS_OFF for code in codes):
        yield f"7.21.5: {name} says wrong widths"


def _words_of(table: bytes) -> Iterator[int]:
    """Give the codes that a table of letters maps to something that can be read."""
    for kind, rows in re.findall(rb"begin(bfchar|bfrange)(.*?)endbf", table, re.DOTALL):
        if kind == b"bfrange":
            raise ValueError("ranges of letters, which this reader does not take apart")
        yield from (int(code, 16) for code, letters in PAIR.findall(rows) if int(letters, 16) not in (0, 0xFEFF))


def _told_widths(rows: Any) -> Iterator[tuple[int, float]]:
    at = 0
    while at < len(rows):
        if isinstance(rows[at + 1], list):
            yield from enumerate(map(float, rows[at + 1]), int(rows[at]))
            at += 2
        else:
            yield from ((code, float(rows[at + 2])) for code in range(rows[at], rows[at + 1] + 1))
            at += 3


def _true_widths(file: bytes) -> dict[int, float]:
    font = TTFont(io.BytesIO(file), lazy=True)
    unit, widths = font["head"].unitsPerEm, font["hmtx"].metrics
    return {code: widths[name][0] * 1000 / unit for code, name in enumerate(font.getGlyphOrder())}
