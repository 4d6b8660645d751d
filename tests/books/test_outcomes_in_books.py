"""What the books say of every way a request is decided: nothing is given where the outcome gives nothing."""

from datetime import date

import pytest

from requests_app.printing.recap import recap_rows
from requests_app.printing.rows import letter_rows, register_rows

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 23)
DATA = {"description": "DPT per kelurahan", "medium": "flashdisk", "no_attachment": False}
# What a letter decides: data behind it; "Keputusan", "Tanggal pemberian", "Informasi yang diberikan", "Lampiran".
LETTERS = {
    "given": (DATA, "Diberikan", DAY, "DPT per kelurahan", "DPT per kelurahan"),
    "partly_refused": (DATA, "Diberikan sebagian", DAY, "DPT per kelurahan", "DPT per kelurahan"),
    "refused": ({}, "Ditolak", None, "", "-"),
    "not_held": ({}, "Tidak dikuasai", None, "", "-"),
    "not_documented": ({}, "Belum didokumentasikan", None, "", "-"),
    "interview": ({}, "Wawancara", None, "", "-"),
}
# What ends a case without a hand-over: from where, by whom, with what; "Keputusan".
CLOSED = {
    "answered": (3, "ketua", {}, "Diberikan (lisan)"),
    "not_held": (8, "kasubag2", {"holding_body": "Dinas Dukcapil"}, "Tidak dikuasai"),
    "not_documented": (8, "kasubag2", {"until": date(2027, 1, 4)}, "Belum didokumentasikan"),
    "withdrawn": (8, "helpdesk", {}, "Ditarik"),
}


def answered(desk, outcome: str, data: dict):
    """Answer a letter and hand the answer over."""
    article = "17h" if "refused" in outcome else ""
    case = desk.do(desk.case_at(12, "draft"), "draft", outcome=outcome, excluded_article=article, **data)
    return desk.do(desk.do(case, "approve"), "deliver")


@pytest.mark.parametrize("outcome", LETTERS)
def test_the_books_say_given_only_where_the_letter_gives(desk, outcome):
    data, decision, given_on, given, enclosure = LETTERS[outcome]
    answered(desk, outcome, data)
    (register,), (recap,), (sent,) = (rows(DAY, DAY) for rows in (register_rows, recap_rows, letter_rows))
    assert (register.decision, recap.decision) == (decision, decision)
    assert (register.given_on, recap.given_on) == (given_on, given_on)
    assert (recap.given, sent.enclosure) == (given, enclosure)


def test_data_handed_over_without_a_letter_are_given_that_day(desk):
    desk.do(desk.case_at(4), "deliver")
    desk.do(desk.case_at(11), "deliver")
    assert [row.given_on for row in register_rows(DAY, DAY)] == [DAY, DAY]
    assert [row.given for row in recap_rows(DAY, DAY)] == ["DPT per kecamatan", "DPT per kecamatan"]


@pytest.mark.parametrize("ending", CLOSED)
def test_what_ends_without_a_hand_over_gives_nothing_on_no_day(desk, ending):
    step, who, data, decision = CLOSED[ending]
    desk.act("end", desk.case_at(step), who, ending, {"statement": "Dicatat", **data})
    (register,), (recap,) = register_rows(DAY, DAY), recap_rows(DAY, DAY)
    assert (register.decision, recap.decision) == (decision, decision)
    assert (register.given_on, recap.given_on, recap.given) == (None, None, "")


def test_a_case_reopened_after_a_refusal_is_undecided_and_one_given_then_withdrawn_is_withdrawn(desk):
    refused = answered(desk, "refused", {})
    desk.act("reopen", refused, "sekretaris", 12, "Keliru")
    given = desk.act("reopen", desk.do(desk.case_at(4), "deliver"), "sekretaris", 4, "Kurang")
    desk.act("end", given, "helpdesk", "withdrawn", {"statement": "Cukup"})
    assert [(row.decision, row.given_on) for row in register_rows(DAY, DAY)] == [("", None), ("Ditarik", DAY)]
