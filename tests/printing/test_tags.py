"""Which tags a paper has: each element's words under one tag, however many lines and sheets they take."""

import io
from collections import Counter
from datetime import date

import pytest
from pypdf import PdfReader

from requests_app import printing
from requests_app.derived.tallies.spans import Span
from requests_app.performance.report import report
from requests_app.printing.render import Printed
from tests.cast import NOW
from tests.hard_papers import many_rows
from tests.papers import printed as paper_of
from tests.pdf_ua import Element, Paper, faults

LONG = "kata " * 300


def printed(body: str) -> bytes:
    """Print a paper of these elements on the stylesheet of all papers."""
    head = '<title>Contoh</title><link rel="stylesheet" href="/static/print.css">'
    return Printed("contoh", f'<!doctype html><html lang="id"><head>{head}</head><body>{body}</body></html>').pdf


def tree(pdf: bytes) -> list[str]:
    """List the tags in the document in reading order, each under as many dashes as it lies deep."""
    assert faults(pdf) == []
    return list(_branches(Paper(pdf).root, -2))[2:]


def _branches(element: Element, depth: int):
    yield "– " * depth + element.name
    for one in element.tags():
        yield from _branches(one, depth + 1)


def sheets_of(pdf: bytes, name: str) -> list[int]:
    """Count for each tag of a name the sheets its words stand on."""
    found = [one for one in Paper(pdf).elements if one.name == name]
    return [len({kid[0] for tag in (one, *one.below()) for kid in tag.kids if isinstance(kid, tuple)}) for one in found]


def running(pdf: bytes) -> list[Counter[str]]:
    """Say of each page which artifacts hold text, by kind."""
    return [Counter(said["/Subtype"] for said in page.unread) for page in Paper(pdf).drawn]


def test_words_of_many_lines_stand_under_one_tag():
    assert tree(printed(f"<h1>{LONG}</h1><p>{LONG}<strong>{LONG}</strong> lagi</p>")) == ["H1", "P"]


def test_a_paragraph_over_two_sheets_is_one_paragraph():
    pdf = printed(f"<h1>Judul</h1><p>{LONG * 6}</p>")
    assert (tree(pdf), sheets_of(pdf, "P")) == (["H1", "P"], [3])


def test_a_label_and_its_answer_are_one_item():
    pair = ["– LI", "– – Lbl", "– – LBody"]
    pairs = f"<div><dt>Nama</dt> <dd>{LONG}</dd></div><div><dt>Alamat</dt> <dd></dd></div>"
    assert tree(printed(f'<dl class="pairs">{pairs}</dl>')) == ["L", *pair * 2]
    assert tree(printed("<dl><dt>Nama</dt><dd>Yohana</dd><dt>Alamat</dt><dd>Kupang</dd></dl>")) == ["L", *pair * 2]


def test_a_list_keeps_its_numbers_and_the_lists_in_it():
    item = ["– LI", "– – Lbl", "– – LBody"]
    assert tree(printed("<ol><li>Satu</li><li>Dua</li></ol>")) == ["L", *item * 2]
    assert tree(printed("<ul><li>Satu<ol><li><p>Dalam</p></li></ol></li></ul>")) == [
        "L", *item, "– – – L", "– – – – LI", "– – – – – Lbl", "– – – – – LBody", "– – – – – – P",
    ]  # fmt: skip
    assert tree(printed('<ul class="plain two"><li>Satu</li><li>Dua</li></ul>')) == ["L", *["– LI", "– – LBody"] * 2]
    kinds = [one.says("/ListNumbering") for one in Paper(printed("<ol><li>a</li></ol><ul><li>b</li></ul>")).elements]
    assert [kind for kind in kinds if kind] == ["/Decimal", "/Disc"]


def test_a_table_that_only_sets_things_side_by_side_is_none():
    signs = "<tr><td>Petugas,</td><td>Pemohon,</td></tr>"
    assert tree(printed(f'<table role="presentation">{signs}</table>')) == ["P", "P"]
    assert tree(printed(f"<table>{signs}</table>")) == ["P", "P"]


def test_a_table_has_each_cell_though_it_is_empty_and_says_what_its_heads_head():
    head = '<thead><tr><th rowspan="2">A</th><th colspan="2">B</th></tr><tr><th>C</th><th>D</th></tr></thead>'
    body = '<tbody><tr><th scope="row">a</th><td></td><td>b</td></tr></tbody>'
    pdf = printed(f"<table><caption>Judul</caption>{head}{body}</table>")
    assert tree(pdf) == [
        "Table", "– Caption", "– – P", "– THead", "– – TR", "– – – TH", "– – – TH", "– – TR", "– – – TH", "– – – TH",
        "– TBody", "– – TR", "– – – TH", "– – – TD", "– – – TD",
    ]  # fmt: skip
    scopes = [one.says("/Scope") for one in Paper(pdf).elements if one.name == "TH"]
    assert scopes == ["/Column", "/Column", "/Column", "/Column", "/Row"]


def test_a_row_torn_across_sheets_is_one_row_and_the_repeated_head_is_no_second_head(db):
    pdf = many_rows(3, (4000, 45)).pdf
    assert faults(pdf) == []
    names = Counter(one.name for one in Paper(pdf).elements)
    assert (names["Table"], names["THead"], names["TR"], names["TD"]) == (1, 1, 2 + 3, 3 * 16)
    assert max(sheets_of(pdf, "TR")) == 2
    first, *others = running(pdf)
    assert (first, {kind for page in others for kind in page}) == (Counter({"/Footer": 2}), {"/Footer", "/Header"})


def test_what_runs_at_the_foot_of_each_page_is_an_artifact(desk):
    month = Span(date(2026, 11, 1), date(2026, 12, 1))
    papers = paper_of("request", desk.letter()), printing.performance_report(report(month, NOW, 1))
    assert [running(paper.pdf) for paper in papers] == [[Counter({"/Footer": 1})] * 4, [Counter({"/Footer": 1})] * 2]


def test_words_across_every_page_are_told_once():
    pdf = printed(f'<p class="watermark">KONSEP</p><h1>Judul</h1><p>{LONG * 6}</p>')
    assert tree(pdf) == ["P", "H1", "P"]
    assert [page["/Watermark"] for page in running(pdf)] == [0, 1, 1]


def test_a_picture_is_told_in_words_and_says_where_it_stands():
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="48"><title>Kotak</title><desc>Satu.</desc></svg>'
    (figure,) = [one for one in Paper(printed(svg)).elements if one.name == "Figure"]
    assert figure.said["/Alt"] == "Kotak. Satu."
    left, bottom, right, top = map(float, figure.says("/BBox"))
    assert (right - left, top - bottom) == pytest.approx((72, 36))
    assert top == pytest.approx(841.89 - 15 * 72 / 25.4, abs=10)


def test_pages_are_labelled_as_they_are_numbered(db):
    assert PdfReader(io.BytesIO(many_rows(40).pdf)).page_labels == ["1", "2", "3"]
