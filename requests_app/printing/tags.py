"""The tags of a paper, made from its own elements: what is told to who hears it read, and in which order.

The renderer would tag the boxes it sets: a heading of three lines as three headings, a row over two sheets as two rows,
a page's foot as content, a label and its answer as two items of a list. Here each piece that is drawn belongs to the
element it came from, once; what every page repeats is an artifact (ISO 14289-1, 7.1 to 7.8).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pydyf

ALIKE = "section=Sect p=P h1=H1 h2=H2 table=Table caption=Caption thead=THead tbody=TBody tr=TR th=TH td=TD"
NAMES = dict(pair.split("=") for pair in ALIKE.split())
NAMES["ol"] = NAMES["ul"] = NAMES["dl"] = "L"
NAMES["img"] = NAMES["{http://www.w3.org/2000/svg}svg"] = "Figure"
NUMBERING = {"ol": "/Decimal", "ul": "/Disc", "dl": "/None"}
IN_TABLES = {"caption", "thead", "tbody", "tr", "th", "td"}
IN_LINES = {"span", "strong", "b", "em", "small", "br"}
GROUPS = {f"/{name}" for name in "Document Sect Caption L Table THead TBody TR".split()}  # no words of their own
POINTS = 0.75  # of a pixel
CLAIM = re.compile(rb'<pdfuaid:part>.*?</pdfuaid:part>|pdfuaid:part="\d+"', re.DOTALL)


def write(document: Any, claims: bool) -> bytes:
    """Write a document that WeasyPrint has laid out, under tags of ours; as PDF/UA where it `claims` to be that."""
    drawn: list[_Drawn] = []
    for page in document.pages:
        page.paint = partial(_paint, page, page.paint, drawn)
    return document.write_pdf(pdf_variant="pdf/ua-1", finisher=lambda _, pdf: _Tree(pdf, drawn).finish(claims))


@dataclass(frozen=True)
class _Drawn:
    """One page: its stream, its box, and by box the number of each piece that was drawn."""

    stream: Any
    box: Any
    height: float
    pieces: dict[Any, int]


def _paint(page: Any, paint: Any, drawn: list[_Drawn], stream: Any, scale: float) -> None:
    """Draw a page, note its pieces, and leave the renderer nothing to tag."""
    del page.paint
    paint(stream, scale)
    drawn.append(_Drawn(stream, page._page_box, page.height, {box: said["mcid"] for box, said in stream._tags.items()}))
    stream._tags.clear()
    page._page_box = page._page_box.copy_with_children([])


@dataclass
class _Tree:
    """The tags as far as they are made: each element's, and the root they stand in."""

    pdf: Any
    drawn: list[_Drawn]
    made: dict[Any, Any] = field(default_factory=dict)
    begun: dict[Any, int] = field(default_factory=dict)  # on which page what may be repeated stands first
    parents: dict[Any, Any] = field(default_factory=dict)
    settings: set[Any] = field(default_factory=set)  # tables without heads: they set things side by side

    def finish(self, claims: bool) -> None:
        """Tag every page's pieces; number the pages for the reader's own field."""
        root = self._object(self.pdf.catalog["StructTreeRoot"])
        (html,) = {box.element for box in self.drawn[0].box.children if box.element is not None}
        self.parents = {child: parent for parent in html.iter() for child in parent}
        self.settings = {table for table in html.iter("table") if table.find(".//th") is None}
        self.made = {html: self._object(root["K"][0])}
        index = self._object(root["ParentTree"])["Nums"]
        for number, (page, reference) in enumerate(zip(self.drawn, self.pdf.page_references, strict=True)):
            index[2 * number + 1].extend(self._page(page, number, reference))
        root["ParentTreeNextKey"] = len(self.drawn)
        if not claims:
            said = self._object(self.pdf.catalog["Metadata"])
            said.stream = [CLAIM.sub(b"", part) for part in said.stream]
        self.pdf.catalog["PageLabels"] = _dictionary(Nums=pydyf.Array([0, _dictionary(S="/D")]))

    def _object(self, reference: bytes) -> Any:
        return self.pdf.objects[int(reference.split()[0])]

    def _page(self, page: _Drawn, number: int, reference: bytes) -> list[bytes]:
        """Put a page's pieces where they belong, and give the tag of each in the order of their new numbers."""
        walked = self._walk(page.box, number, "")
        found = [(page.pieces[box], box, running) for box, running in walked if box in page.pieces]
        repeated = {piece: running for piece, _, running in found if running}
        new = {piece: at for at, piece in enumerate(sorted(set(page.pieces.values()) - set(repeated)))}
        _renumber(page.stream.stream, new, repeated)
        owners = {new[piece]: self._owner(box, page) for piece, box, running in found if not running}
        for piece, owner in owners.items():
            owner.setdefault("Pg", reference)
            here = owner["Pg"] == reference
            owner["K"].append(piece if here else _dictionary(Type="/MCR", Pg=reference, MCID=piece))
        return [owners[piece].reference for piece in range(len(owners))]

    def _walk(self, box: Any, page: int, running: str) -> Iterator[tuple[Any, str]]:
        """Walk a page's boxes in reading order; of what runs from page to page say as what."""
        place = getattr(box, "at_keyword", "")
        if place:
            running = "/Header" if place.startswith("@top") else "/Footer"
        elif box.element_tag == "thead" or box.style["position"] == "fixed":
            kind = "/Header" if box.element_tag == "thead" else "/Watermark"
            running = running or (kind if self.begun.setdefault(box.element, page) < page else "")
        yield box, running
        for child in box.children:
            yield from self._walk(getattr(child, "_box", child), page, running)

    # -- Which tag a piece belongs to ----------------------------------------------------------------------------------

    def _owner(self, box: Any, page: _Drawn) -> Any:
        element = box.element
        tag = self._tag(element)
        if tag["S"] == "/Figure" and "A" not in tag:
            tag["Alt"], tag["A"] = (
                pydyf.String(_alternative(element)),
                _dictionary(O="/Layout", BBox=_corners(box, page)),
            )
        if box.element_tag.endswith("::marker"):
            return self._label(element)
        if tag["S"] not in GROUPS:
            return tag
        while element.tag in IN_LINES:
            element = self.parents[element]
        return self._once((element, "P"), "P", tag)

    def _tag(self, element: Any) -> Any:
        """Give the tag that an element's own words stand in, after those of all it stands in."""
        above = None if element in self.made else self._tag(self.parents[element])
        if element not in self.made:  # nor made along with its table
            self.made[element] = self._new(element, above)
            if self.made[element]["S"] == "/Table":
                for part in element.iter():
                    if part.tag in IN_TABLES and self._table(part) is element:
                        self._tag(part)  # an empty cell is one too
        return self.made[element]

    def _new(self, element: Any, above: Any) -> Any:
        name = element.tag
        if name == "li":
            return self._once((element, "LBody"), "LBody", self._once((element, "LI"), "LI", above))
        if name in ("dt", "dd") or (name == "div" and self.parents[element].tag == "dl"):
            return self._answer(element, above)
        if name not in NAMES or (name in {*IN_TABLES, "table"} and self._table(element) in self.settings):
            return above
        tag = self._add(NAMES[name], above)
        if name in NUMBERING:
            tag["A"] = _dictionary(O="/List", ListNumbering=NUMBERING[name])
        elif name in ("th", "td"):
            said = self._cell(element)
            tag.update({"A": _dictionary(O="/Table", **said)} if said else {})
        return tag

    def _answer(self, element: Any, above: Any) -> Any:
        """Tag a label and its answer as one item, whether or not a div of their own says so."""
        item = element if element.tag == "div" else self.parents[element]
        if item.tag == "dl":
            item = [one for one in item[: list(item).index(element) + 1] if one.tag == "dt"][-1]
        entry = self._once((item, "LI"), "LI", above)
        label, body = (self._once((item, name), name, entry) for name in ("Lbl", "LBody"))
        return label if element.tag == "dt" else body

    def _label(self, element: Any) -> Any:
        """Give the tag of a list's number or dot, first in its item."""
        item = self.made[element, "LI"]
        if (element, "Lbl") not in self.made:
            label = self._once((element, "Lbl"), "Lbl", item)
            item["K"].insert(0, item["K"].pop())
            return label
        return self.made[element, "Lbl"]

    def _table(self, element: Any) -> Any:
        while element.tag != "table":
            element = self.parents[element]
        return element

    def _cell(self, element: Any) -> dict[str, str]:
        """Say how far a cell reaches, and of a header cell what it heads."""
        heads = "/Column" if self.parents[self.parents[element]].tag == "thead" else "/Row"
        said = {"ColSpan": element.get("colspan"), "RowSpan": element.get("rowspan")}
        said["Scope"] = element.tag == "th" and heads
        return {name: value for name, value in said.items() if value}

    def _once(self, key: Any, name: str, above: Any) -> Any:
        if key not in self.made:
            self.made[key] = self._add(name, above)
        return self.made[key]

    def _add(self, name: str, above: Any) -> Any:
        """Make a tag, the last so far in the one above."""
        tag = _dictionary(Type="/StructElem", S=f"/{name}", P=above.reference, K=pydyf.Array())
        self.pdf.add_object(tag)
        above["K"].append(tag.reference)
        return tag


def _dictionary(**values: Any) -> Any:
    return pydyf.Dictionary(values)


def _renumber(stream: list[Any], new: dict[int, int], repeated: dict[int, str]) -> None:
    """Mark what runs from page to page as an artifact, and number the other pieces without gaps."""
    for at, said in enumerate(stream):
        if isinstance(said, dict) and "MCID" in said:
            piece = said.pop("MCID")
            if piece in repeated:
                stream[at - 1] = "/Artifact"
                said.update(Type="/Pagination", Subtype=repeated[piece])
            else:
                said["MCID"] = new[piece]


def _alternative(element: Any) -> str:
    if element.tag == "img":
        return str(element.get("alt", ""))
    return ". ".join(part.text for part in element if part.tag.endswith(("}title", "}desc")) and part.text)


def _corners(box: Any, page: _Drawn) -> Any:
    """Say in points from the page's lower left where a picture stands."""
    left, top = box.content_box_x(), page.height - box.content_box_y()
    return pydyf.Array(round(side * POINTS, 2) for side in (left, top - box.height, left + box.width, top))
