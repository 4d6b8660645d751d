"""What the books say of every way a request is decided: nothing is given where the outcome gives nothing."""

from datetime import date

import pytest

from requests_app.printing.recap import recap_rows
from requests_app.printing.rows import letter_rows, register_rows

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 23)
DATA = {"description": "DPT per kelurahan", "medium": "flashdisk", "no_attachment": False}
# What a letter decides: whether data stand behind it, "Tanggal pemberian", "Informasi yang diberikan", "Lampiran".
LETTERS = {
    "given": (DATA, DAY, "DPT per kelurahan", "DPT per kelurahan"),
    "partly_refused": (DATA, DAY, "DPT per kelurahan", "DPT per kelurahan"),
    "refused": ({}, None, "", "-"),
    "not_held": ({}, None, "", "-"),
    "not_documented": ({}, None, "", "-"),
    "interview": ({}, None, "", "-"),
}


def answered(desk, outcome: str, data: dict):
    """Answer a letter and hand the answer over."""
    article = "17h" if "refused" in outcome else ""
    case = desk.do(desk.case_at(12, "draft"), "draft", outcome=outcome, excluded_article=article, **data)
    return desk.do(desk.do(case, "approve"), "deliver")


@pytest.mark.parametrize("outcome", LETTERS)
def test_the_books_say_given_only_where_the_letter_gives(desk, outcome):
    data, given_on, given, enclosure = LETTERS[outcome]
    answered(desk, outcome, data)
    (register,), (recap,), (sent,) = (rows(DAY, DAY) for rows in (register_rows, recap_rows, letter_rows))
    assert (register.given_on, recap.given_on) == (given_on, given_on)
    assert (recap.given, sent.enclosure) == (given, enclosure)


def test_data_handed_over_without_a_letter_are_given_that_day(desk):
    desk.do(desk.case_at(4), "deliver")
    desk.do(desk.case_at(11), "deliver")
    assert [row.given_on for row in register_rows(DAY, DAY)] == [DAY, DAY]
    assert [row.given for row in recap_rows(DAY, DAY)] == ["DPT per kecamatan", "DPT per kecamatan"]
