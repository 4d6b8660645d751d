"""Papers joined with their tags: pages, language, title, bookmarks, page labels, and a tag tree that still holds."""

import io

import pytest
from pypdf import PdfReader

from requests_app.printing.joining import NotOurs, Piece, join, page_count
from tests.books.test_books import book
from tests.papers import claims, fonts, pages, words
from tests.printing.test_enclosures import outline, pdf

ODD = "Umbu (alias \\Rambu) /StructParents 3 12 0 R <feff> /ID (x"


def joined(*papers: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    join([Piece(name, f"{name}, ", lambda content=content: content) for name, content in papers], out)
    return out.getvalue()


@pytest.fixture
def months(desk):
    """Draw a month of the expedition book and one of the register, with text that looks like a PDF's own words."""
    for name in (ODD, "Yohanis Umbu"):
        desk.do(desk.case_at(4, name=name[:100]), "deliver", receiver_name=name)
    return book("ekspedisi").pdf, book("register").pdf


def levels(content: bytes) -> list[tuple[str, int]]:
    """List the bookmarks with their depth, as a reader unfolds them."""
    found = []

    def walk(items, depth):
        for item in items:
            if isinstance(item, list):
                walk(item, depth + 1)
            else:
                found.append((item.title, depth))

    walk(PdfReader(io.BytesIO(content)).outline, 1)
    return found


def tags(content: bytes) -> list[tuple[int, str, list]]:
    """Walk the tag tree: each element's depth, kind and the names of table heads; every page must be its element's."""
    reader = PdfReader(io.BytesIO(content))
    root = reader.root_object["/StructTreeRoot"]
    found = []

    def walk(element, parent, depth):
        assert element["/P"] == parent
        heads = [str(one) for one in element.get("/A", {}).get("/Headers", [])]
        found.append((depth, element["/S"], [element.get("/ID"), heads]))
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            inner = kid.get_object() if hasattr(kid, "get_object") else kid
            if isinstance(inner, dict) and inner.get("/Type") == "/StructElem":
                walk(inner, element, depth + 1)

    for kid in root["/K"]:
        walk(kid.get_object(), root, 0)
    return found


def numbers(content: bytes) -> dict[int, object]:
    """Read the index from pages to tags, as one flat table."""
    found: dict[int, object] = {}

    def read(node):
        for kid in node.get("/Kids", []):
            read(kid.get_object())
        rows = node.get("/Nums", [])
        keys = rows[::2]
        assert list(keys) == sorted(keys)
        assert "/Limits" not in node or list(node["/Limits"]) == [keys[0], keys[-1]]
        found.update(zip(keys, rows[1::2], strict=True))

    read(PdfReader(io.BytesIO(content)).root_object["/StructTreeRoot"]["/ParentTree"])
    return found


def test_joined_papers_read_as_the_parts_one_after_the_other(months, tmp_path):
    first, second = months
    whole = joined(("November", first), ("Register", second))
    assert pages(whole) == pages(first) + pages(second)
    assert [page_count(content) for content in (first, second, whole)] == [1, 1, 2]
    assert claims(whole) == claims(first)
    assert claims(whole)["lang"] == "id"
    assert claims(whole)["title"] == "Buku ekspedisi November 2026"
    assert outline(whole) == ["November", "Register"]
    assert levels(whole) == [("November", 1), ("23 November 2026", 2), ("Register", 1), ("23 November 2026", 2)]
    assert {embedded for _, embedded in fonts(whole, tmp_path / "whole.pdf")} == {"yes"}
    reader = PdfReader(io.BytesIO(whole))
    assert reader.page_labels[:2] == ["November, 1", "Register, 1"]
    items = [item for item in reader.outline if not isinstance(item, list)]
    assert [reader.get_destination_page_number(item) for item in items] == [0, len(pages(first))]


def test_every_page_finds_its_tags(months):
    first, second = months
    whole = joined(("November", first), ("Register", second), ("Lagi", first))
    reader, index = PdfReader(io.BytesIO(whole)), numbers(whole)
    for page in reader.pages:
        elements = index[page["/StructParents"]]
        assert {one.get_object()["/Pg"].indirect_reference.idnum for one in elements} == {page.indirect_reference.idnum}
    assert sorted({page["/StructParents"] for page in reader.pages}) == sorted(index)


def test_tags_hang_together_and_heads_of_tables_are_named_once(months):
    first, second = months
    parts = [tags(first), tags(second), tags(first)]
    whole = tags(joined(("a", first), ("b", second), ("c", first)))
    kinds = [(depth, kind) for depth, kind, _ in whole]
    assert kinds == [(0, "/Document")] + [
        (depth + 1, "/Part" if depth == 0 else kind) for part in parts for depth, kind, _ in part
    ]
    names = [name for _, _, (name, _) in whole if name]
    assert len(names) == len(set(names)) > 20
    assert {head for _, _, (_, heads) in whole for head in heads} <= set(names)


def test_words_that_look_like_a_pdf_stay_words(months):
    whole = joined(("a", months[0]), ("b", months[0]))
    assert words(whole).count("/StructParents 3 12 0 R") == 2


@pytest.mark.parametrize("content", [pdf(1), b"%PDF-1.7\n%%EOF\n", b""])
def test_what_is_not_ours_is_refused(months, content):
    with pytest.raises(NotOurs):
        joined(("a", months[0]), ("b", content))
