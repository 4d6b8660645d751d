"""Papers joined with their tags: pages, language, title, bookmarks, page labels, and a tag tree that still holds."""

import io

import pytest
from pypdf import PdfReader
from weasyprint import HTML

from requests_app.printing.joining import NotOurs, Piece, join, page_count
from requests_app.printing.render import BASE, Printed, _fetcher
from tests.books.test_books import book
from tests.papers import claims, fonts, pages, words
from tests.pdf_ua import Paper, faults
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


def earlier(paper: Printed) -> bytes:
    """Write a paper as releases did whose tags the renderer made: a closed month may be stored so."""
    return HTML(string=paper.html, base_url=BASE, url_fetcher=_fetcher()).write_pdf(pdf_variant="pdf/ua-1")


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


def test_joined_papers_keep_what_the_claim_promises(months):
    first, second = months
    whole = joined(("a", first), ("b", second), ("c", first))
    assert faults(whole) == []
    parts = [[one.name for one in Paper(content).elements] for content in (first, second, first)]
    assert [one.name for one in Paper(whole).elements] == [
        "Document",
        *(name for part in parts for name in ["Part", *part[1:]]),
    ]


def test_a_part_of_an_earlier_release_is_set_as_it_is_and_the_whole_claims_nothing(months):
    old = earlier(book("ekspedisi"))
    whole = joined(("a", months[0]), ("b", old), ("c", old))
    assert claims(whole) == {**claims(months[0]), "ua": False}
    assert pages(whole) == pages(months[0]) + 2 * pages(old)
    assert PdfReader(io.BytesIO(whole)).page_labels == ["a, 1", "b, 1", "c, 1"]
    cells = [one for one in Paper(whole).elements if one.name in ("TH", "TD")]
    names = [str(cell.said["/ID"]) for cell in cells if "/ID" in cell.said]
    assert len(names) == len(set(names)) == 14  # seven heads in each of two parts
    assert {str(head) for cell in cells for head in cell.says("/Headers") or []} == set(names)


def test_a_part_without_the_claim_takes_it_from_the_whole(months):
    blank = Printed("a", book("register").html.replace("Register", "李", 1)).pdf
    assert [claims(joined(("a", months[0]), ("b", part)))["ua"] for part in (months[1], blank)] == [True, False]


def test_words_that_look_like_a_pdf_stay_words(months):
    whole = joined(("a", months[0]), ("b", months[0]))
    assert words(whole).count("/StructParents 3 12 0 R") == 2


@pytest.mark.parametrize("content", [pdf(1), b"%PDF-1.7\n%%EOF\n", b""])
def test_what_is_not_ours_is_refused(months, content):
    with pytest.raises(NotOurs):
        joined(("a", months[0]), ("b", content))
