"""Where papers break: no signature alone on a page, no row torn that a page holds, each copy on a sheet of its own."""

import re

import pytest

from tests.hard_papers import many_rows
from tests.papers import pages, printed

SIGNED = "Pejabat Pengelola Informasi dan Dokumentasi"


def asked(desk, lines):
    """Give a request about so many lines of information, standing where its notice can be drawn."""
    case = desk.do(desk.case_at(8), "identify")
    case.information = "\n".join(f"Baris {number}" for number in range(lines))
    return case


def test_no_signature_of_the_ppid_stands_alone(desk):
    case, found = asked(desk, 0), set()
    for lines in range(8, 24, 2):
        case.information = "\n".join(f"Baris {number}" for number in range(lines))
        said = pages(printed("notice", case).pdf)
        (signed,) = [page for page in said if SIGNED in page]
        assert "Batas pemberitahuan tertulis" in signed.partition(SIGNED)[0]
        found.add(len(said))
    assert found == {1, 2}


@pytest.mark.parametrize("lines", [30, 33, 36])
def test_no_signature_of_a_hand_over_stands_alone(desk, lines):
    case = desk.case_at(4)
    description = "\n".join(f"Baris {number}" for number in range(lines))
    case = desk.do(case, "deliver", description=description, archive_place="Lemari 2", remark="segera")
    said = pages(printed("handover", case).pdf)
    assert "Keterangan segera Yang menerima, Yang menyerahkan," in said[-1]


@pytest.mark.parametrize("lengths", [(45, 260, 480), (240,), (480, 20), (900, 30, 30)])
def test_a_row_stays_whole_under_its_head_as_long_as_a_page_can_hold_it(db, lengths):
    said = pages(many_rows(40, lengths).pdf)
    assert [page for page in said if "Biaya dan cara bayar" not in page] == []
    begun, ended = ([re.findall(rf"{mark}(\d+)", page) for page in said] for mark in ("awal", "akhir"))
    assert [int(number) for page in begun for number in page] == list(range(1, 41))
    if max(lengths) <= 500:
        assert begun == ended


@pytest.mark.parametrize("count", [16, 17, 37])
def test_the_last_page_of_a_book_holds_more_than_one_row(db, count):
    said = [re.findall(r"awal(\d+)", page) for page in pages(many_rows(count).pdf)]
    assert len(said[-1]) > 1
    assert sum(map(len, said)) == count


def test_each_copy_of_a_long_request_form_begins_a_sheet_with_the_rights_behind_it(desk):
    said = pages(printed("request", asked(desk, 40)).pdf)
    begun = [number for number, page in enumerate(said, 1) if "Model PPID-B" in page]
    rights = [number for number, page in enumerate(said, 1) if "Komisi Informasi dalam 14 hari kerja" in page]
    assert (begun, rights, len(said)) == ([1, 5], [3, 7], 7)
