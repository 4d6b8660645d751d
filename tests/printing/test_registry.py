"""The lists of papers, books and forms for the pen, each read by page, address, command line, pictures and tests."""

from dataclasses import replace

import pytest
from django.core.management import call_command

from requests_app.management.commands.print import Command
from requests_app.outcomes import OUTCOMES
from requests_app.printing import BLANKS, BOOKS, PAPERS
from tests import hard_papers, pictures
from tests.papers import claims
from tests.printing.test_enclosures import pdf, upload
from tests.printing.test_hard_papers import TRIED
from tests.printing.test_letters import attached, issued

# Name, label, its form for the pen.
TYPED = [
    ("receipt", "Tanda bukti pendaftaran", "tanda-bukti"),
    ("slip", "Tanda bukti pendaftaran 80 mm", "tanda-bukti-80"),
    ("request", "Formulir permohonan (PPID-B)", "ppid-b"),
    ("disposition", "Lembar disposisi", "disposisi"),
    ("disposition-half", "Lembar disposisi setengah folio", "disposisi-setengah"),
    ("letter", "Surat balasan", ""),
    ("letter-joined", "Surat balasan beserta lampiran", ""),
    ("handover", "Tanda terima", "tanda-terima"),
    ("extension", "Pemberitahuan perpanjangan", ""),
    ("notice", "Pemberitahuan tertulis (PPID-D)", "ppid-d"),
    ("refusal", "Keputusan penolakan (PPID-E)", "ppid-e"),
    ("timing", "Rincian waktu", ""),
    ("label", "Label arsip", "label"),
]
# Slug, address's name, name on the command line, its page for the pen.
SHELVED = [
    ("ekspedisi", "book_expedition", "book", "ekspedisi"),
    ("agenda", "book_agenda", "agenda", "agenda"),
    ("register", "book_register", "register", "register"),
    ("surat", "book_letters", "letters", "surat-keluar"),
    ("rekap", "book_recap", "recap", ""),
]


def choices() -> list[str]:
    """Name what the command line prints."""
    parser = Command().create_parser("manage.py", "print")
    return next(action.choices for action in parser._actions if action.dest == "paper")


def test_the_papers_are_these():
    assert [(paper.name, paper.label, paper.blank) for paper in PAPERS.values()] == TYPED
    assert list(PAPERS) == [name for name, *_ in TYPED]


def test_the_books_are_these():
    assert [(book.slug, book.page, book.command) for book in BOOKS.values()] == [row[:3] for row in SHELVED]


def test_every_form_for_the_pen_is_a_papers_or_a_books():
    assert sorted(blank for *_, blank in TYPED + SHELVED if blank) == sorted(BLANKS)


def test_the_command_line_prints_every_paper_and_book():
    books = [command for _, _, command, _ in SHELVED]
    assert choices() == [*(name for name, *_ in TYPED), *books, "performance", "yearly", "sop", "blank"]


@pytest.mark.django_db
def test_every_paper_has_its_picture_of_a_case_that_holds_it(desk, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    visit = desk.walkin()
    walked = hard_papers.walk(desk, "plain")
    joined = issued(desk, **attached(files=[upload("data.pdf", pdf(1))])).case
    orders = pictures.papers({"dijawab": (walked.letter, "kasubag2"), "diberi": (visit, "helpdesk")})
    assert {words[0] for words in orders.values()} == set(choices())
    assert orders["surat-balasan-beserta-lampiran"] == ["letter-joined", joined.number]
    assert orders["tanda-terima"] == ["handover", walked.letter.number]


@pytest.mark.django_db
def test_a_paper_added_to_the_list_is_offered_opened_printed_and_looked_at(desk, tmp_path, monkeypatch):
    added = replace(PAPERS["request"], name="poster", label="Selebaran")
    monkeypatch.setitem(PAPERS, "poster", added)
    case, client = desk.walkin(), desk.cast.client("helpdesk")
    address = f"/permohonan/{case.pk}/cetak/poster/"
    assert f'<a href="{address}">Selebaran</a>' in client.get(f"/permohonan/{case.pk}/").content.decode()
    assert client.get(address).content.startswith(b"%PDF-")
    call_command("print", "poster", case.number, "-o", str(tmp_path / "a.pdf"))
    assert claims((tmp_path / "a.pdf").read_bytes())["title"] == f"Formulir permohonan informasi {case.number}"
    assert "poster" in hard_papers.names()
    assert {paper for paper, _ in TRIED}.isdisjoint({"poster"})


def test_the_papers_an_outcome_leaves_are_papers_there_are():
    assert {paper for outcome in OUTCOMES.values() for paper in outcome.papers} - set(PAPERS) == set()
