"""Letters that papers cannot show are named before anything is printed."""

import pytest

from requests_app.printing import missing_glyphs
from requests_app.printing.render import Printed
from tests.papers import claims
from tests.pdf_ua import faults
from tests.repository import ROOT

PAPER = """<!doctype html><html lang="id"><head><title>Contoh</title><link rel="stylesheet" href="/static/print.css">
</head><body><p>{}</p></body></html>"""


@pytest.mark.parametrize(
    "name",
    [
        "Yohana d'Rozari-Ully",
        "José Ñandú",
        "Jose\u0301",
        "Nguyễn Văn Ước",
        "Łukasz Şahin",
        "Drs. Ande, M.Si.",
        "a\tb\r\nc\u00ad\u200e",
        "",
    ],
)
def test_what_our_fonts_have_lacks_nothing(name):
    assert missing_glyphs(name) == ""


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("مريم", "مري"),
        ("Maria 李小龍", "李小龍"),
        ("Анна", "Ана"),
        ("Yohana 😀", "😀"),
        ("न", "न"),
        ("李 dan 李", "李"),
    ],
)
def test_letters_without_a_glyph_are_named_once_in_order(name, missing):
    assert missing_glyphs(name) == missing


@pytest.mark.parametrize(("text", "claims_ua"), [("José Ñandú", True), ("Maria 李", False)])
def test_a_paper_that_leaves_a_letter_blank_does_not_claim_to_be_pdf_ua(text, claims_ua):
    pdf = Printed("a", PAPER.format(text)).pdf
    assert claims(pdf) == {"lang": "id", "title": "Contoh", "tagged": True, "ua": claims_ua, "title_shown": True}
    assert ("5: no claim to be PDF/UA-1" in faults(pdf), len(faults(pdf)) > 1) == (not claims_ua, not claims_ua)


def test_every_sign_that_stands_on_a_paper_of_ours_has_its_glyph():
    found = {path.name: missing_glyphs(path.read_text()) for path in (ROOT / "templates/print").glob("*.html")}
    assert {name: signs for name, signs in found.items() if signs} == {}
