"""Papers of our own set one behind the other: language, title and tags stay, each gets a bookmark and page labels.

What WeasyPrint writes is regular: objects in one compressed stream, content and fonts beside it, strings escaped. So
the parts are copied object by object, their numbers moved up, one part in memory at a time: 500 pages take a second
and no more room than the largest part. Nothing drawn is touched. Uploads, which may be anything, go through
printing.enclosures instead. The whole claims to be PDF/UA where all its parts do and are tagged as we tag now; a month
closed under an earlier release is set as it was stored.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from .tags import CLAIM

HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
STREAM = b"stream\n"
# Strings are passed over; what is told apart beside them: names of table heads, keys of the tags' index, references.
TOKEN = re.compile(
    rb"/ID (?P<id>\((?:\\.|[^\\()])*\))|/Headers \[(?P<heads>[^\]]*)\]|\((?:\\.|[^\\()])*\)"
    rb"|/(?P<key>StructParents?) (?P<at>\d+)|(?<![\d.])(?P<ref>\d+) 0 R\b",
    re.DOTALL,
)
LABELS = re.compile(rb"/PageLabels <<.*?\]>>", re.DOTALL)  # ours since we make the tags ourselves
NUMBERED = re.compile(rb"(\d+) (\[[^\]]*\]|\d+ 0 R)")  # an entry of the index: a page's pieces, or one annotation


class NotOurs(ValueError):
    """A file is not of the kind WeasyPrint writes for us."""


@dataclass(frozen=True)
class Piece:
    """One paper to set: its bookmark, how its pages are called (before their number), where its bytes come from."""

    title: str
    label: str
    read: Callable[[], bytes]


@dataclass
class _Source:
    """One paper taken apart: its objects' bytes by number, and which of them are its roots."""

    loose: dict[int, bytes]  # objects of the file itself: streams
    packed: dict[int, bytes]  # objects of its object stream
    catalog: int
    info: int

    def root(self, name: str) -> int:
        """Find what the catalog refers to. Raises NotOurs."""
        found = re.search(rb"/%s (\d+) 0 R" % name.encode(), self.packed[self.catalog])
        if found is None:
            raise NotOurs(name)
        return int(found[1])


@dataclass(frozen=True)
class _Start:
    """Where one paper begins in the whole, and its bookmark: a number for it, and what bookmarks it has below."""

    page: bytes
    at: int
    piece: Piece
    bookmark: int
    below: bytes


@dataclass
class _Joined:
    """The file as far as it is written: where each object lies, and what the roots will name."""

    out: BinaryIO
    position: int = 0
    places: dict[int, tuple[int, int, int]] = field(default_factory=dict)  # as the index of objects wants them
    last: int = 4  # numbers 1 to 4: catalog, pages, structure, its Document
    pages: list[tuple[int, int]] = field(default_factory=list)  # the parts' page trees and their counts
    starts: list[_Start] = field(default_factory=list)
    documents: list[int] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    keys: int = 0
    catalog: bytes = b""
    info: int = 0
    metadata: tuple[int, bytes] = (0, b"")
    claims: bool = True

    def write(self, content: bytes) -> None:
        self.out.write(content)
        self.position += len(content)

    def put(self, number: int, content: bytes) -> None:
        """Write one object of its own."""
        self.places[number] = (1, self.position, 0)
        self.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))

    def put_packed(self, objects: list[tuple[int, bytes]]) -> None:
        """Write many objects in one compressed stream."""
        heads, bodies, at = [], [], 0
        stream = self.take()
        for index, (number, content) in enumerate(objects):
            self.places[number] = (2, stream, index)
            heads.append(b"%d %d" % (number, at))
            bodies.append(content + b"\n")
            at += len(content) + 1
        head = b" ".join(heads) + b"\n"
        more = b"/Type /ObjStm/N %d/First %d" % (len(objects), len(head))
        self.put(stream, deflated(head + b"".join(bodies), more))

    def take(self) -> int:
        """Give the next free number."""
        self.last += 1
        return self.last


CATALOG, PAGES, STRUCTURE, DOCUMENT = 1, 2, 3, 4


def deflated(content: bytes, more: bytes) -> bytes:
    """Write a compressed stream."""
    packed = zlib.compress(content)
    return b"<<%s/Filter /FlateDecode/Length %d>>\nstream\n%s\nendstream" % (more, len(packed), packed)


def join(pieces: Iterable[Piece], out: BinaryIO) -> int:
    """Write papers one behind the other; the first gives the whole its title and language. Say how many pages.

    Raises NotOurs.
    """
    joined = _Joined(out)
    joined.write(HEAD)
    for number, piece in enumerate(pieces):
        _add(joined, piece, _taken_apart(piece.read()), number)
    _finish(joined)
    return sum(count for _, count in joined.pages)


def page_count(content: bytes) -> int:
    """Count the pages of one paper without walking its tags. Raises NotOurs."""
    source = _taken_apart(content)
    return _first(rb"/%s (\d+)", b"Count", source.packed[source.root("Pages")])


def _taken_apart(content: bytes) -> _Source:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError
    from pypdf.generic import IndirectObject

    try:
        reader = PdfReader(io.BytesIO(content))
        catalog, info = reader.trailer.raw_get("/Root").idnum, reader.trailer.raw_get("/Info").idnum
        streams = sorted({stream for stream, _ in reader.xref_objStm.values()})
        packed: dict[int, bytes] = {}
        for number in streams:
            packed.update(_unpacked(reader.get_object(IndirectObject(number, 0, reader))))
    except (PyPdfError, AttributeError, LookupError, ValueError) as error:
        raise NotOurs from error
    loose = dict(_loose(content, reader.xref[0], streams))
    if catalog not in packed or info not in packed:
        raise NotOurs
    return _Source(loose, packed, catalog, info)


def _unpacked(stream: Any) -> Iterator[tuple[int, bytes]]:
    content, first = stream.get_data(), stream["/First"]
    heads = [int(word) for word in content[:first].split()]
    starts = [first + start for start in heads[1::2]]
    for number, start, end in zip(heads[::2], starts, [*starts[1:], len(content)], strict=True):
        yield number, content[start:end].rstrip(b"\n")


def _loose(content: bytes, places: dict[int, int], streams: list[int]) -> Iterator[tuple[int, bytes]]:
    """Cut the file at its objects; the object streams and the index of objects are left out."""
    rows = sorted((place, number) for number, place in places.items() if place)
    for (place, number), following in zip(rows, [*(place for place, _ in rows[1:]), len(content)], strict=True):
        start = content.index(b" obj\n", place) + 5
        body = content[start : content.rindex(b"endobj", start, following)].rstrip(b"\n")
        if number not in streams and b"/Type /XRef" not in body[:200]:
            yield number, body


def _add(joined: _Joined, piece: Piece, source: _Source, number: int) -> None:
    """Copy one paper's objects, and note what the roots must name of it."""
    base = joined.last
    joined.last += max([*source.loose, *source.packed])
    pages, outlines = source.root("Pages"), source.root("Outlines")
    structure, metadata = source.root("StructTreeRoot"), source.root("Metadata")
    tree = source.packed[structure]
    index, document = (_first(rb"/%s \[?(\d+) 0 R", name, tree) for name in (b"ParentTree", b"K"))
    moved = _Moved(base, joined.keys, b"b%d-" % number, {structure: DOCUMENT})
    if not joined.catalog:
        joined.catalog, joined.info = moved(source.packed[source.catalog]), base + source.info
        joined.metadata = base + metadata, source.loose[metadata]
    claimed = CLAIM.search(_inflated(source.loose[metadata]))
    joined.claims &= bool(claimed and LABELS.search(source.packed[source.catalog]))
    bookmark, below = _bookmark(source, outlines, base)
    left_out = {source.catalog, structure, outlines, bookmark, metadata} | ({source.info} if number else set())
    special = {
        pages: lambda body: body.replace(b"<<", b"<</Parent %d 0 R" % PAGES, 1),
        document: lambda body: body.replace(b"/S /Document", b"/S /Part", 1),
    }
    first = _first(rb"/%s \[(\d+) 0 R", b"Kids", source.packed[pages])
    count = _first(rb"/%s (\d+)", b"Count", source.packed[pages])
    for old, body in source.loose.items():
        if old not in left_out:
            head, mark, rest = body.partition(STREAM)
            joined.put(base + old, moved(head) + mark + rest)
    kept = []
    for old, body in source.packed.items():
        if old == index:
            kept.append((base + old, _index(joined, moved, body)))
        elif old not in left_out:
            kept.append((base + old, special.get(old, bytes)(moved(body))))
    joined.put_packed(kept)
    at = sum(count for _, count in joined.pages)
    joined.starts.append(_Start(b"%d 0 R" % (base + first), at, piece, base + bookmark, below))
    joined.pages.append((base + pages, count))
    joined.documents.append(base + document)
    joined.numbers.append(base + index)


def _bookmark(source: _Source, outlines: int, base: int) -> tuple[int, bytes]:
    """Say which bookmark of a paper the whole's stands for, its title or all of them, and which stand below that."""
    body, number = source.packed[outlines], outlines
    ends = [_first(rb"/%s (\d+) 0 R", name, body) for name in (b"First", b"Last")]
    if ends[0] == ends[1]:
        number, body = ends[0], source.packed[ends[0]]
        ends = [int(found) for found in re.findall(rb"/(?:First|Last) (\d+) 0 R", body)]
    if not ends:
        return number, b""
    below = abs(_first(rb"/%s (-?\d+)", b"Count", body))
    return number, b"/First %d 0 R/Last %d 0 R/Count -%d" % (base + ends[0], base + ends[-1], below)


def _first(pattern: bytes, name: bytes, body: bytes) -> int:
    found = re.search(pattern % name, body)
    if found is None:
        raise NotOurs(name.decode())
    return int(found[1])


@dataclass(frozen=True)
class _Moved:
    """Write an object anew with every number moved: references, keys of the tags' index, names of table heads."""

    base: int
    keys: int
    prefix: bytes
    instead: dict[int, int]

    def __call__(self, body: bytes) -> bytes:
        return TOKEN.sub(self._token, body)

    def _token(self, found: re.Match[bytes]) -> bytes:
        if found["ref"]:
            old = int(found["ref"])
            return b"%d 0 R" % self.instead.get(old, self.base + old)
        if found["key"]:
            return b"/%s %d" % (found["key"], self.keys + int(found["at"]))
        if found["id"]:
            return b"/ID (" + self.prefix + found["id"][1:]
        if found["heads"] is not None:
            return b"/Headers [" + found["heads"].replace(b"(", b"(" + self.prefix) + b"]"
        return found[0]


def _index(joined: _Joined, moved: _Moved, body: bytes) -> bytes:
    """Write a paper's index of tags with its keys behind those of the papers before."""
    entries = NUMBERED.findall(body)
    if not entries:
        raise NotOurs("Nums")
    keys = [joined.keys + int(key) for key, _ in entries]
    joined.keys = keys[-1] + 1
    said = b" ".join(b"%d %s" % (key, moved(entry)) for key, (_, entry) in zip(keys, entries, strict=True))
    return b"<</Limits [%d %d]/Nums [%s]>>" % (keys[0], keys[-1], said)


def _finish(joined: _Joined) -> None:
    """Write the roots, the bookmarks, the page labels and the index of objects."""
    total = sum(count for _, count in joined.pages)
    index, outlines = joined.take(), joined.take()
    items = [start.bookmark for start in joined.starts]
    catalog = joined.catalog
    for name, root in ((b"Pages", PAGES), (b"StructTreeRoot", STRUCTURE), (b"Outlines", outlines)):
        catalog = re.sub(rb"/%s \d+ 0 R" % name, b"/%s %d 0 R" % (name, root), catalog, count=1)
    labels = b"".join(b"%d <</S /D/P %s>>" % (start.at, _text(start.piece.label)) for start in joined.starts)
    more = b"/PageMode /UseOutlines/PageLabels <</Nums [%s]>>>>" % labels
    catalog = LABELS.sub(b"", catalog).rstrip().removesuffix(b">>") + more
    tags = b"<</Type /StructTreeRoot/K [%d 0 R]/ParentTree %d 0 R/ParentTreeNextKey %d>>"
    objects = [
        (CATALOG, catalog),
        (PAGES, b"<</Type /Pages/Kids [%s]/Count %d>>" % (_references(page for page, _ in joined.pages), total)),
        (STRUCTURE, tags % (DOCUMENT, index, joined.keys)),
        (DOCUMENT, b"<</Type /StructElem/S /Document/P %d 0 R/K [%s]>>" % (STRUCTURE, _references(joined.documents))),
        (index, b"<</Kids [%s]>>" % _references(joined.numbers)),
        (outlines, b"<</Type /Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (items[0], items[-1], len(items))),
        *_bookmarks(joined, items, outlines),
    ]
    joined.put_packed(objects)
    number, body = joined.metadata
    unclaimed = b"/Type /Metadata/Subtype /XML"
    joined.put(number, body if joined.claims else deflated(CLAIM.sub(b"", _inflated(body)), unclaimed))
    _write_index(joined)


def _inflated(body: bytes) -> bytes:
    """Read a stream's content."""
    head, _, rest = body.partition(STREAM)
    packed = rest[: rest.rindex(b"\nendstream")]
    return zlib.decompress(packed) if b"/FlateDecode" in head else packed


def _bookmarks(joined: _Joined, items: list[int], outlines: int) -> Iterator[tuple[int, bytes]]:
    for at, start in enumerate(joined.starts):
        before = b"/Prev %d 0 R" % items[at - 1] if at else b""
        after = b"/Next %d 0 R" % items[at + 1] if at + 1 < len(items) else b""
        said = (_text(start.piece.title), outlines, before, after, start.below, start.page)
        yield start.bookmark, b"<</Title %s/Parent %d 0 R%s%s%s/Dest [%s /XYZ null null null]>>" % said


def _references(numbers: Iterable[int]) -> bytes:
    return b" ".join(b"%d 0 R" % number for number in numbers)


def _text(words: str) -> bytes:
    return b"<feff" + words.encode("utf-16-be").hex().encode() + b">"


def _write_index(joined: _Joined) -> None:
    number, start = joined.take(), joined.position
    joined.places[number] = (1, start, 0)
    rows = (joined.places.get(one, (0, 0, 0)) for one in range(joined.last + 1))
    content = b"".join(b"%c%s%s" % (kind, at.to_bytes(5, "big"), more.to_bytes(4, "big")) for kind, at, more in rows)
    more = b"/Type /XRef/W [1 5 4]/Size %d/Root %d 0 R/Info %d 0 R" % (joined.last + 1, CATALOG, joined.info)
    joined.put(number, deflated(content, more))
    joined.write(b"startxref\n%d\n%%%%EOF\n" % start)
