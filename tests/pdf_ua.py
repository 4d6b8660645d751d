"""Judges a tagged PDF by the standards alone: ISO 32000-1, 14.6 to 14.8, and ISO 14289-1 (PDF/UA-1).

It knows nothing of who wrote the file: it walks tags, index and pages from the catalog and says what it finds wrong,
each time with the clause of ISO 14289-1. What only a person can judge, whether a heading is one, it leaves alone.
"""

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, pairwise
from typing import Any
from xml.etree import ElementTree as ET

from pypdf import PdfReader
from pypdf.generic import IndirectObject

from tests.pdf_content import Drawn, drawn, font_faults

GROUPS = set("Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private".split())
BLOCKS = set("P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot".split())
INLINE = set("Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP".split())
STANDARD = GROUPS | BLOCKS | INLINE | {"Figure", "Formula", "Form"}
# What may stand directly in what; what is not named here may hold anything that may stand in it.
KIDS = {
    "L": {"L", "LI", "Caption"}, "LI": {"Lbl", "LBody"}, "TR": {"TH", "TD"}, "THead": {"TR"}, "TBody": {"TR"},
    "TFoot": {"TR"}, "Table": {"TR", "THead", "TBody", "TFoot", "Caption"}, "TOC": {"TOC", "TOCI", "Caption"},
}  # fmt: skip
PARENTS = {
    "LI": {"L"}, "Lbl": {"LI", "Note", "BibEntry", "TOCI"}, "LBody": {"LI"}, "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"}, "TD": {"TR"}, "THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"}, "TOCI": {"TOC"},
}  # fmt: skip
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")
HEADING = re.compile(r"H[1-6]")
RUNNING = {("/Pagination", kind) for kind in ("/Header", "/Footer", "/Watermark")}


@dataclass(eq=False)
class Element:
    """One tag: its name, its dictionary and number in the file; in it tags, and pieces as (page, mark)."""

    name: str
    said: Any
    key: int
    parent: "Element | None"
    kids: "list[Element | tuple[int, Any]]" = field(default_factory=list)

    def below(self) -> "Iterator[Element]":
        """Walk the tags in it, in reading order."""
        for kid in self.tags():
            yield kid
            yield from kid.below()

    def tags(self, *names: str) -> "list[Element]":
        """List the tags directly in it, of these names if any are given."""
        return [kid for kid in self.kids if isinstance(kid, Element) and (not names or kid.name in names)]

    def says(self, name: str) -> Any:
        """Give an attribute, whoever owns it."""
        given = self.said.get("/A", [])
        found = [one.get_object() for one in (given if isinstance(given, list) else [given])]
        return next((one[name] for one in found if name in one), None)


class Paper:
    """A file taken apart: its tags, its index from pages to tags, what its pages draw."""

    def __init__(self, pdf: bytes) -> None:
        self.reader = PdfReader(io.BytesIO(pdf))
        self.catalog = self.reader.root_object
        self.root = Element(
            "StructTreeRoot", self.catalog["/StructTreeRoot"], _key(self.catalog, "/StructTreeRoot"), None
        )
        _fill(self.root)
        self.elements = list(self.root.below())
        self.index = dict(_numbers(self.root.said["/ParentTree"]))

    @cached_property
    def drawn(self) -> list[Drawn]:
        """Read what each page draws."""
        return [drawn(page) for page in self.reader.pages]


def _key(said: Any, name: str) -> int:
    return getattr(said.raw_get(name), "idnum", 0) if name in said else 0


def _fill(element: Element) -> None:
    """Read what a tag holds, and what is in that."""
    given = element.said.get("/K", [])
    for kid in given if isinstance(given, list) else [element.said.raw_get("/K")]:
        said = kid.get_object()
        page = _key(said if isinstance(said, dict) and "/Pg" in said else element.said, "/Pg")
        if isinstance(said, int):
            element.kids.append((page, int(said)))
        elif said.get("/Type") == "/MCR":
            element.kids.append((page, int(said["/MCID"])))
        elif said.get("/Type") == "/OBJR":
            element.kids.append((page, f"object {_key(said, '/Obj')}"))
        else:
            element.kids.append(Element(str(said["/S"])[1:], said, kid.idnum, element))
            _fill(element.kids[-1])


def _numbers(node: Any) -> Iterator[tuple[int, Any]]:
    for kid in node.get("/Kids", []):
        yield from _numbers(kid.get_object())
    rows = node.get("/Nums", [])
    yield from zip(map(int, rows[::2]), rows[1::2], strict=True)


def faults(pdf: bytes) -> list[str]:
    """Say what keeps a PDF from being what PDF/UA promises; nothing when all is well."""
    paper = Paper(pdf)
    found = (claims, places, lists, headings, tables, pictures, pages, index, notes, fonts)
    return list(chain.from_iterable(look(paper) for look in found))


# -- What the file says of itself (5, 6.2, 7.1, 7.2, 7.16) -------------------------------------------------------------


def claims(paper: Paper) -> Iterator[str]:
    """Compare what the file says of itself with what it must."""
    catalog, marks = paper.catalog, paper.catalog.get("/MarkInfo", {})
    said = ET.fromstring(catalog["/Metadata"].get_data().strip())
    title = "".join(said.find(".//{http://purl.org/dc/elements/1.1/}title").itertext()).strip()
    held = {
        "5: no claim to be PDF/UA-1": claims_ua(paper.reader),
        "6.2: not marked as tagged": bool(marks.get("/Marked", False)),
        "7.1: its tags are suspect": not marks.get("/Suspects", False),
        "7.1: no title, or two": title and title == paper.reader.metadata.title,
        "7.1: the title is not shown": bool(catalog.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)),
        "7.2: no language": LANGUAGE.fullmatch(str(catalog.get("/Lang", ""))),
        "7.1: not one Document at the root": [one.name for one in paper.root.kids] == ["Document"],
        "7.16: encrypted": not paper.reader.is_encrypted,
    }
    yield from (fault for fault, holds in held.items() if not holds)
    roles = {name[1:]: mapped[1:] for name, mapped in paper.root.said.get("/RoleMap", {}).items()}
    yield from (f"7.1: {name} is mapped to {mapped}" for name, mapped in roles.items() if mapped not in STANDARD)
    yield from (f"7.1: {name} is mapped anew" for name in roles if name in STANDARD)
    yield from {f"7.1: {one.name} is no standard tag" for one in paper.elements if one.name not in {*STANDARD, *roles}}


def claims_ua(reader: PdfReader) -> bool:
    """Tell whether a file claims to be PDF/UA-1."""
    said = ET.fromstring(reader.root_object["/Metadata"].get_data().strip())
    part = "{http://www.aiim.org/pdfua/ns/id/}part"
    return any(one.get(part) == "1" or (one.tag == part and one.text == "1") for one in said.iter())


# -- Where tags stand (7.2, 7.4, 7.6) ----------------------------------------------------------------------------------


def places(paper: Paper) -> Iterator[str]:
    """Look at each tag's place in the tree."""
    for one in paper.elements:
        parent = one.parent.name
        holds_words = parent in {*INLINE, "P"} or HEADING.fullmatch(parent)
        fits = one.name in KIDS.get(parent, STANDARD) and parent in PARENTS.get(one.name, {parent})
        if not fits or (holds_words and one.name in BLOCKS | GROUPS - {"NonStruct", "Private"}):
            yield f"7.2: {one.name} in {parent}"
        if _key(one.said, "/P") != one.parent.key:
            yield f"7.1: {one.name} does not name the {parent} it stands in"
        if one.name in GROUPS | set(KIDS) and len(one.tags()) < len(one.kids):
            yield f"7.2: {one.name} holds content of its own"


def lists(paper: Paper) -> Iterator[str]:
    """Look at lists: labels only where it is said how they number, a caption first."""
    for one in paper.elements:
        if one.name == "L":
            if not one.tags("LI", "L"):
                yield "7.6: a list without items"
            if any(kid.name == "Caption" for kid in one.tags()[1:]):
                yield "7.2: a list's caption is not its first"
            if any(item.tags("Lbl") for item in one.tags("LI")) and one.says("/ListNumbering") is None:
                yield "7.6: a list with labels does not say how it numbers"
        elif one.name == "LI" and [kid.name for kid in one.kids] not in (["LBody"], ["Lbl", "LBody"]):
            yield f"7.2: an item of {[kid.name for kid in one.kids]}"


def headings(paper: Paper) -> Iterator[str]:
    """Look at the levels of headings: none is left out."""
    levels = [int(one.name[1]) for one in paper.elements if HEADING.fullmatch(one.name)]
    yield from (f"7.4.2: H{level} after H{before}" for before, level in pairwise([0, *levels]) if level > before + 1)
    yield from (f"7.4.4: an empty {one.name}" for one in paper.elements if HEADING.fullmatch(one.name) and not one.kids)
    if any(one.name == "H" for one in paper.elements):
        yield "7.4.4: H beside numbered headings"


# -- Tables (7.2, 7.5) -------------------------------------------------------------------------------------------------


def tables(paper: Paper) -> Iterator[str]:
    """Look at each table: its parts, its header cells, as many columns in each row."""
    for table in (one for one in paper.elements if one.name == "Table"):
        rows = [row for one in table.tags() for row in ([one] if one.name == "TR" else one.tags("TR"))]
        yield from _parts(table)
        yield from _cells([cell for row in rows for cell in row.tags()])
        widths = _widths(rows)
        if len(set(widths)) > 1:
            yield f"7.2: a table with rows of {sorted(set(widths))} columns"


def _parts(table: Element) -> Iterator[str]:
    names = [one.name for one in table.tags()]
    if names.count("THead") > 1 or names.count("TFoot") > 1:
        yield "7.2: a table with two heads or feet"
    if ("THead" in names or "TFoot" in names) and "TBody" not in names:
        yield "7.2: a table with a head and no body"
    if names.count("Caption") > 1 or "Caption" in names[1:-1]:
        yield "7.2: a table's caption stands amid its rows"


def _cells(cells: list[Element]) -> Iterator[str]:
    named = {str(cell.said["/ID"]) for cell in cells if "/ID" in cell.said}
    if not any(cell.name == "TH" for cell in cells):
        yield "7.5: a table without header cells"
    for cell in cells:
        if cell.name == "TH" and cell.says("/Scope") not in ("/Row", "/Column", "/Both"):
            yield "7.5: a header cell does not say what it heads"
        if not {str(head) for head in cell.says("/Headers") or []} <= named:
            yield "7.5: a cell names a header cell that its table does not have"


def _widths(rows: list[Element]) -> list[int]:
    """Count the columns each row fills, with the cells that reach down into it."""
    taken = Counter((at, row) for at, row in _squares(rows))
    return [max((column + 1 for column, at in taken if at == row), default=0) for row in range(len(rows))]


def _squares(rows: list[Element]) -> Iterator[tuple[int, int]]:
    """Give the place (column, row) of every square that a cell covers."""
    covered: set[tuple[int, int]] = set()
    for at, row in enumerate(rows):
        column = 0
        for cell in row.tags():
            while (column, at) in covered:
                column += 1
            across, down = cell.says("/ColSpan") or 1, cell.says("/RowSpan") or 1
            covered |= {(column + right, at + below) for right in range(across) for below in range(down)}
            column += across
    return iter(covered)


# -- Pictures (7.3) and what pages draw (7.1, 7.8, 7.18, 7.20) ---------------------------------------------------------


def pictures(paper: Paper) -> Iterator[str]:
    """Look at pictures: each is told in words and says where it stands."""
    for one in paper.elements:
        if one.name in ("Figure", "Formula") and not str(one.said.get("/Alt", one.said.get("/ActualText", ""))).strip():
            yield f"7.3: a {one.name} without words in its place"
        if one.name == "Figure" and one.says("/BBox") is None:
            yield "7.3: a Figure does not say where it stands"


def pages(paper: Paper) -> Iterator[str]:
    """Look at each page: all it draws is a tag's or an artifact; text that is no tag's runs from page to page."""
    for page, drawn_there in zip(paper.reader.pages, paper.drawn, strict=True):
        yield from drawn_there.faults
        if page.get("/Tabs") != "/S":
            yield "7.18.3: a page's order is not that of its tags"
        for said in drawn_there.unread:
            if (said.get("/Type"), said.get("/Subtype")) not in RUNNING:
                yield f"7.8: text in an artifact of kind {said}"


def index(paper: Paper) -> Iterator[str]:
    """Compare tags, index and pages: each piece a page draws is one tag's, and the index says which."""
    told = {piece: one.key for one in paper.elements for piece in one.kids if isinstance(piece, tuple)}
    count = sum(len(one.kids) - len(one.tags()) for one in paper.elements)
    if count != len(told):
        yield f"7.1: {count - len(told)} pieces of two tags"
    for page, drawn_there in zip(paper.reader.pages, paper.drawn, strict=True):
        key = page.indirect_reference.idnum
        row = paper.index[page["/StructParents"]].get_object()
        said = {mark: one.idnum for mark, one in enumerate(row) if isinstance(one, IndirectObject)}
        marks = Counter(drawn_there.marks)
        yield from (f"7.1: piece {mark} is drawn {times} times" for mark, times in marks.items() if times > 1)
        yield from (f"7.1: piece {mark} is no tag's" for mark in marks if (key, mark) not in told)
        yield from (f"7.1: the index does not know piece {mark}" for mark in marks if mark not in said)
        yield from (f"7.1: the index knows another tag of piece {mark}" for mark, tag in said.items()
                    if told.get((key, mark)) != tag)  # fmt: skip
        yield from (f"7.1: piece {mark} is not drawn" for page_of, mark in told if page_of == key
                    and isinstance(mark, int) and mark not in marks)  # fmt: skip
    lost = _tags_in_file(paper.reader) - {one.key for one in paper.elements}
    if lost:
        yield f"7.1: {len(lost)} tags that stand nowhere"


def _tags_in_file(reader: PdfReader) -> set[int]:
    numbers = {*reader.xref_objStm, *reader.xref.get(0, {})} - {0}
    objects = {number: reader.get_object(IndirectObject(number, 0, reader)) for number in numbers}
    return {number for number, one in objects.items() if isinstance(one, dict) and one.get("/Type") == "/StructElem"}


def notes(paper: Paper) -> Iterator[str]:
    """Look at links and other annotations: each has its tag and its words."""
    for page in paper.reader.pages:
        for raw in page.get("/Annots", []):
            note, key = raw.get_object(), f"object {raw.idnum}"
            holders = [one.name for one in paper.elements if (page.indirect_reference.idnum, key) in one.kids]
            if holders not in (["Link"], ["Annot"], ["Form"]):
                yield f"7.18: an annotation {note['/Subtype']} in {holders}"
            if not note.get("/Contents", note.get("/TU")):
                yield f"7.18: an annotation {note['/Subtype']} without words"


def fonts(paper: Paper) -> Iterator[str]:
    """Look at each font: embedded, readable, its widths true, no glyph missing."""
    used, shown = {}, {}
    for one in paper.drawn:
        used |= one.fonts
        for key, codes in one.codes.items():
            shown[key] = shown.get(key, set()) | codes
    for key, codes in shown.items():
        yield from font_faults(used[key], codes)
