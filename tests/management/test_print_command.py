"""`manage.py print`: each paper to a file, or one sentence why not."""

import pytest
from django.core.management import CommandError, call_command
from pypdf import PdfReader

from requests_app.books import builds
from requests_app.models import BookBuild
from tests.papers import claims, letter_to_print
from tests.spreadsheet import csv_rows, sheets


def title(path):
    return claims(path.read_bytes())["title"]


@pytest.mark.parametrize(
    ("paper", "said"),
    [
        ("receipt", "Tanda bukti permohonan informasi {number}"),
        ("disposition", "Lembar disposisi {number}"),
        ("handover", "Tanda terima {number}"),
        ("notice", "Pemberitahuan tertulis {number}"),
        ("request", "Formulir permohonan informasi {number}"),
        ("disposition-half", "Lembar disposisi {number}"),
        ("label", "Label arsip {number}"),
        ("letter", "Surat {letter}"),
        ("extension", "Pemberitahuan perpanjangan {number}"),
    ],
)
def test_papers_of_a_case(desk, tmp_path, paper, said):
    case = desk.act("extend", desk.case_at(12, "approve"), "sekretaris", "Data dikumpulkan")
    case = desk.do(desk.do(case, "approve"), "deliver")
    call_command("print", paper, case.number, "-o", str(tmp_path / "a.pdf"))
    assert title(tmp_path / "a.pdf") == said.format(number=case.number, letter=letter_to_print(case).number)


def test_the_receipt_comes_in_two_sizes(desk, tmp_path):
    case = desk.walkin()
    for name, words in {"a": ["receipt"], "b": ["receipt", "--size", "80mm"], "c": ["slip"]}.items():
        call_command("print", words[0], case.number, *words[1:], "-o", str(tmp_path / f"{name}.pdf"))
    widths = {name: round(PdfReader(tmp_path / f"{name}.pdf").pages[0].mediabox.width) for name in "abc"}
    assert widths == {"a": 595, "b": 227, "c": 227}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["book", "2026-11"], "Buku ekspedisi November 2026"),
        (["register", "2026-11"], "Register permohonan informasi November 2026"),
        (["register", "2026-11", "--public"], "Register permohonan informasi November 2026 (varian publikasi)"),
        (["recap", "2026"], "Rekap informasi yang diminta dan diberikan tahun 2026"),
        (["agenda", "2026"], "Agenda surat masuk tahun 2026"),
        (["letters", "2026-11-23_2026-11-27"], "Buku surat keluar 23 November 2026 sampai 27 November 2026"),
        (["yearly", "2026"], "Laporan tahunan layanan informasi 2026"),
        (["sop"], "SOP Pelayanan Publik, edisi 2020"),
        (["blank", "ppid-b"], "Formulir permohonan informasi kosong"),
    ],
)
def test_books_and_sop(cast, tmp_path, arguments, said):
    call_command("print", *arguments, "-o", str(tmp_path / "a.pdf"))
    assert title(tmp_path / "a.pdf") == said


def test_a_book_is_written_as_its_files_suffix_says(desk, tmp_path):
    desk.letter(nature="rahasia", sender="Pelapor Rekaan")
    desk.letter(sender="Yayasan Terang")
    for name in ("a.xlsx", "a.csv"):
        call_command("print", "agenda", "2026-11", "-o", str(tmp_path / name))
        call_command("print", "agenda", "2026-11", "--public", "-o", str(tmp_path / f"p{name}"))
    (own,), (public,) = (sheets((tmp_path / name).read_bytes()).values() for name in ("a.xlsx", "pa.xlsx"))
    csv, public_csv = (csv_rows((tmp_path / name).read_bytes()) for name in ("a.csv", "pa.csv"))
    for rows, hidden in ((own, public), (csv, public_csv)):
        assert [row[4] for row in rows[:3]] == ["Asal", "Pelapor Rekaan", "Yayasan Terang"]
        assert [row[4] for row in hidden[:3]] == ["Asal", "[Rahasia]", "[disamarkan]"]


def test_a_book_of_many_rows_is_built_part_by_part(desk, tmp_path, settings, monkeypatch):
    settings.BUILDS_ROOT, settings.MEDIA_ROOT = tmp_path / "builds", tmp_path / "uploads"
    monkeypatch.setattr(builds, "LONG_ROWS", 1)
    for _ in range(2):
        desk.do(desk.case_at(4), "deliver")
    call_command("print", "book", "2026-11", "-o", str(tmp_path / "a.pdf"))
    assert title(tmp_path / "a.pdf") == "Buku ekspedisi November 2026"
    assert BookBuild.objects.get().file.pages == len(PdfReader(tmp_path / "a.pdf").pages) == 2


@pytest.mark.parametrize("number", ["0001", "1"])
def test_a_short_number_means_the_newest_year(desk, tmp_path, number):
    desk.walkin()
    newest = desk.walkin(at=desk.now.replace(year=2027))
    call_command("print", "receipt", number, "-o", str(tmp_path / "a.pdf"))
    assert title(tmp_path / "a.pdf") == f"Tanda bukti permohonan informasi {newest.number}"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["receipt", "9999"], "Tidak ada permohonan bernomor “9999”."),
        (["receipt"], "Tidak ada permohonan bernomor “”."),
        (["letter", "1"], "Permohonan 0001/PPID/5371/XI/2026 belum memiliki surat balasan."),
        (["letter-joined", "1"], "Permohonan 0001/PPID/5371/XI/2026 belum memiliki surat balasan."),
        (["book", "november"], "Bulan ditulis seperti 2026-11, bukan “november”."),
        (["book", "2026-13"], "Bulan ditulis seperti 2026-11, bukan “2026-13”."),
    ],
)
def test_refusals_are_one_sentence(desk, tmp_path, arguments, sentence):
    desk.walkin()
    with pytest.raises(CommandError) as refused:
        call_command("print", *arguments, "-o", str(tmp_path / "a.pdf"))
    assert (str(refused.value), list(tmp_path.iterdir())) == (sentence, [])


def test_a_file_that_cannot_be_written_is_named(cast, tmp_path):
    with pytest.raises(CommandError, match="tidak dapat ditulis"):
        call_command("print", "sop", "-o", str(tmp_path / "none" / "a.pdf"))
