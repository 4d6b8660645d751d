"""The reader that judges our claim to PDF/UA: it passes a sound paper, and names each way of spoiling one."""

import io
import re

import pytest
from pypdf import PdfWriter
from pypdf.annotations import Link
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NullObject, NumberObject, TextStringObject

from requests_app.printing.render import Printed
from tests.pdf_ua import faults

SOUND = """<!doctype html><html lang="id"><head><title>Contoh</title><link rel="stylesheet" href="/static/print.css">
</head><body><h1>Judul</h1><p>Kata <strong>tebal</strong>.</p><ol><li>Satu</li></ol>
<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>Kotak</title><rect width="9" height="9"/></svg>
<table class="grid"><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>
</body></html>"""


@pytest.fixture(scope="module")
def sound():
    return Printed("contoh", SOUND).pdf


def spoilt(pdf, change):
    """Change a file's objects and write it again."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def tags(writer, name):
    """List the tags of one name in reading order."""

    def below(element):
        for kid in element.get("/K", []):
            found = kid.get_object()
            if isinstance(found, dict):
                yield found
                yield from below(found)

    return [one for one in below(writer.root_object["/StructTreeRoot"]) if one["/S"] == f"/{name}"]


def named(was, becomes):
    """Give every tag of a name another."""

    def change(writer):
        for one in tags(writer, was):
            one[NameObject("/S")] = NameObject(f"/{becomes}")

    return change


def without(key, *path):
    """Take a key out of what the catalog leads to."""

    def change(writer):
        at = writer.root_object
        for step in path:
            at = at[step].get_object()
        del at[key]

    return change


def untagged(key, name):
    """Take a key out of every tag of a name, or out of its attributes."""

    def change(writer):
        for one in tags(writer, name):
            holder = one if key in one else one["/A"]
            del holder[key]

    return change


def redrawn(was, becomes):
    """Change what the first page draws."""

    def change(writer):
        stream = writer.pages[0]["/Contents"].get_object()
        content, count = re.subn(was, becomes, stream.get_data(), count=1, flags=re.DOTALL)
        assert count
        stream.set_data(content)

    return change


def lettered(change_font):
    """Change each font that the first page shows: the bold one and the plain one."""

    def change(writer):
        for font in writer.pages[0]["/Resources"]["/Font"].values():
            change_font(font.get_object(), font.get_object()["/DescendantFonts"][0].get_object())

    return change


def unclaimed(writer):
    stream = writer.root_object["/Metadata"].get_object()
    stream.set_data(stream.get_data().replace(b'pdfuaid:part="1"', b""))


def told(name, key, value):
    return lambda writer: tags(writer, name)[0].__setitem__(NameObject(key), value)


def mapped(was, becomes):
    roles = DictionaryObject({NameObject(was): NameObject(becomes)})
    return lambda writer: writer.root_object["/StructTreeRoot"].__setitem__(NameObject("/RoleMap"), roles)


def torn(writer):
    tags(writer, "TR")[1]["/K"].pop()


def shared(writer):
    tags(writer, "H1")[0]["/K"].append(NumberObject(1))


def misled(writer):
    row = writer.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"][1]
    row[0], row[1] = row[1], row[0]


def forgotten(writer):
    writer.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"][1][0] = NullObject()


def linked(writer):
    writer.add_annotation(0, Link(rect=(0, 0, 9, 9), url="https://contoh.example/"))


def emptied(writer):
    tags(writer, "P")[0][NameObject("/K")] = ArrayObject()


NOTHING = TextStringObject(" ")
FONTS = ("TeXGyreBonum-Bold", "TeXGyreBonum")
BREACHES = {
    "claim": (unclaimed, ["5: no claim to be PDF/UA-1"]),
    "marked": (without("/Marked", "/MarkInfo"), ["6.2: not marked as tagged"]),
    "title": (lambda writer: writer.add_metadata({"/Title": "Lain"}), ["7.1: no title, or two"]),
    "title shown": (without("/DisplayDocTitle", "/ViewerPreferences"), ["7.1: the title is not shown"]),
    "language": (without("/Lang"), ["7.2: no language"]),
    "root": (named("Document", "Part"), ["7.1: not one Document at the root"]),
    "role": (mapped("/Kop", "/Surat"), ["7.1: Kop is mapped to Surat"]),
    "role of a standard tag": (mapped("/P", "/Span"), ["7.1: P is mapped anew"]),
    "no standard tag": (named("H1", "Kop"), ["7.1: Kop is no standard tag", "7.2: Kop in Document"]),
    "div in a list": (named("LI", "Div"), ["7.2: Div in L", "7.2: Lbl in Div", "7.2: LBody in Div",
                                           "7.6: a list without items"]),
    "paragraph in a paragraph": (named("Lbl", "P"), ["7.2: P in LI", "7.2: an item of ['P', 'LBody']"]),
    "cell outside a row": (named("TR", "Div"), [
        "7.2: Div in THead", *["7.2: TH in Div"] * 2, "7.2: Div in TBody", *["7.2: TD in Div"] * 2,
        "7.5: a table without header cells"]),
    "words in a group": (named("P", "Sect"), ["7.2: Sect holds content of its own"] * 2),
    "parent": (told("P", "/P", NullObject()), ["7.1: P does not name the Document it stands in"]),
    "numbering": (untagged("/ListNumbering", "L"), ["7.6: a list with labels does not say how it numbers"]),
    "heading": (named("H1", "H2"), ["7.4.2: H2 after H0"]),
    "old heading": (named("H1", "H"), ["7.4.4: H beside numbered headings"]),
    "head": (named("TBody", "THead"), ["7.2: a table with two heads or feet", "7.2: a table with a head and no body"]),
    "header cells": (named("TH", "TD"), ["7.5: a table without header cells"]),
    "scope": (untagged("/Scope", "TH"), ["7.5: a header cell does not say what it heads"] * 2),
    "torn row": (torn, ["7.2: a table with rows of [1, 2] columns", "7.1: piece 9 is no tag's",
                        "7.1: the index knows another tag of piece 9", "7.1: 1 tags that stand nowhere"]),
    "alternative": (told("Figure", "/Alt", NOTHING), ["7.3: a Figure without words in its place"]),
    "corners": (untagged("/BBox", "Figure"), ["7.3: a Figure does not say where it stands"]),
    "piece of nobody": (emptied, [f"7.1: piece {piece} is no tag's" for piece in (1, 2, 3)]
                        + [f"7.1: the index knows another tag of piece {piece}" for piece in (1, 2, 3)]),
    "piece of two": (shared, ["7.1: 1 pieces of two tags"]),
    "index": (misled, [f"7.1: the index knows another tag of piece {piece}" for piece in (0, 1)]),
    "index forgets": (forgotten, ["7.1: the index does not know piece 0"]),
    "order": (lambda writer: writer.pages[0].pop("/Tabs"), ["7.18.3: a page's order is not that of its tags"]),
    "annotation": (linked, ["7.18: an annotation /Link in []", "7.18: an annotation /Link without words"]),
    "stray text": (redrawn(rb"/Artifact\s*<</Type /Pagination[^>]*>>\s*BDC(.*?)EMC", rb"\1"),
                   ["7.1: TJ is neither tagged nor an artifact"]),
    "text in an artifact": (redrawn(rb"<</Type /Pagination[^>]*>>\s*BDC", b"BMC"),
                            ["7.8: text in an artifact of kind {}"]),
    "piece drawn twice": (redrawn(rb"/MCID 1\b", b"/MCID 0"),
                          ["7.1: piece 0 is drawn 2 times", "7.1: piece 1 is not drawn"]),
    "mark in a mark": (redrawn(rb"BT", b"/Artifact BMC EMC BT"), ["7.1: an artifact within tagged content"]),
    "open mark": (redrawn(rb"EMC(?!.*EMC)", b""), ["7.1: a mark is not closed"]),
    "no letters": (lettered(lambda font, _: font.pop("/ToUnicode")),
                   [f"7.21.7: {font} does not say which letters its glyphs are" for font in FONTS]),
    "not embedded": (lettered(lambda _, inner: inner["/FontDescriptor"].pop("/FontFile3")),
                     [f"7.21.4: {font} is not embedded" for font in FONTS]),
    "widths": (lettered(lambda _, inner: inner["/W"].clear()), [f"7.21.5: {font} says wrong widths" for font in FONTS]),
    "no glyph": (redrawn(rb"<[0-9a-f]{4}", b"<0000"), [
        "7.21.8: TeXGyreBonum-Bold has no glyph for a letter that is shown",
        "7.21.7: TeXGyreBonum-Bold does not say which letters its glyphs are",
        "7.21.5: TeXGyreBonum-Bold says wrong widths"]),
}  # fmt: skip


def test_a_sound_paper_has_no_faults_however_it_was_written(sound):
    assert faults(sound) == []
    assert faults(spoilt(sound, lambda writer: None)) == []


@pytest.mark.parametrize("name", list(BREACHES))
def test_a_breach_is_named(sound, name):
    change, expected = BREACHES[name]
    assert faults(spoilt(sound, change)) == expected
