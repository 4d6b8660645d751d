"""The list's pages go on from a row: ties, rows written meanwhile, both ends, the way back, addresses kept before."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from requests_app.views import paging
from tests.cast import NOW
from tests.views.test_lists import see

pytestmark = [pytest.mark.django_db, pytest.mark.alone]
BOTH = pytest.mark.parametrize("asked", [{}, {"q": "umbu"}, {"q": "um"}], ids=["list", "search", "short word"])
LATER = NOW + timedelta(hours=3)


@pytest.fixture(autouse=True)
def _two_rows_a_page(monkeypatch):
    monkeypatch.setattr(paging, "PAGE", 2)


def shown(page):
    return [row.case.short_number for row in page.context["rows"]]


def follow(cast, address, at=LATER):
    """Follow a link of the list."""
    with time_machine.travel(at, tick=False):
        return cast.client("pemeriksa").get(reverse("case_list") + address)


def walk(cast, page, way):
    """Follow one kind of link to its end; give the rows of each page passed."""
    passed = []
    while address := getattr(page.context["pages"], way):
        page = follow(cast, address)
        passed.append((shown(page), page.context["pages"].first, page.context["pages"].last))
    return page, passed


@BOTH
def test_there_and_back_over_rows_of_one_instant(cast, desk, asked):
    for _ in range(7):
        desk.walkin("08.10")
    first = see(cast, **asked)[0]
    assert (shown(first), first.context["pages"].previous_url) == (["0007", "0006"], "")
    last, on = walk(cast, first, "next_url")
    assert on == [(["0005", "0004"], 3, 4), (["0003", "0002"], 5, 6), (["0001"], 7, 7)]
    start, back = walk(cast, last, "previous_url")
    assert back == [(["0003", "0002"], 5, 6), (["0005", "0004"], 3, 4), (["0007", "0006"], 1, 2)]
    assert start.context["pages"].next_url == first.context["pages"].next_url


@BOTH
def test_a_row_written_between_two_pages_moves_none_over_the_edge(cast, desk, asked):
    for _ in range(5):
        desk.walkin("08.10")
    first = see(cast, **asked)[0]
    desk.walkin("08.20")
    second = follow(cast, first.context["pages"].next_url)
    third = follow(cast, second.context["pages"].next_url)
    assert [shown(page) for page in (first, second, third)] == [["0005", "0004"], ["0003", "0002"], ["0001"]]
    back = follow(cast, third.context["pages"].previous_url)
    assert shown(back) == ["0003", "0002"]
    assert shown(follow(cast, back.context["pages"].previous_url)) == ["0006", "0005"]


@BOTH
def test_the_way_back_counts_from_the_top_when_more_was_written_there(cast, desk, asked):
    for _ in range(7):
        desk.walkin("08.10")
    third = walk(cast, see(cast, **asked)[0], "next_url")[0]
    desk.walkin("08.20")
    back = follow(cast, third.context["pages"].previous_url)
    top, passed = walk(cast, back, "previous_url")
    assert [rows for rows, *_ in passed] == [["0005", "0004"], ["0008", "0007"]]
    assert top.context["pages"].first == 1


def test_a_full_last_page_has_no_next_and_the_total_stays(cast, desk):
    for _ in range(4):
        desk.walkin()
    last, _ = walk(cast, see(cast)[0], "next_url")
    pages = last.context["pages"]
    assert (shown(last), pages.first, pages.last, pages.total, pages.next_url) == (["0002", "0001"], 3, 4, 4, "")
    assert "3–4 dari 4" in last.content.decode()


def test_old_numbered_addresses_still_show_their_page_and_go_on_from_it(cast, desk):
    for _ in range(5):
        desk.walkin()
    second = see(cast, hal=2)[0]
    pages = second.context["pages"]
    assert (shown(second), pages.first, pages.last, pages.total) == (["0003", "0002"], 3, 4, 5)
    assert shown(follow(cast, pages.next_url)) == ["0001"]
    assert (pages.previous_url, shown(follow(cast, pages.previous_url))) == ("?", ["0005", "0004"])


def test_rows_of_a_figure_keep_numbered_pages(cast, desk):
    for _ in range(3):
        desk.do(desk.walkin(), "availability")
    pages = see(cast, what="unopened")[0].context["pages"]
    assert (pages.total, pages.next_url) == (3, "?what=unopened&hal=2")


@pytest.mark.parametrize(
    "asked",
    [
        {"hal": "3"}, {"hal": "3", "q": "umbu"}, {"setelah": "9-1-1"}, {"setelah": "9-1-1", "q": "umbu"},
        {"sebelum": "9-9999999999999999-999999999"}, {"sebelum": "9-9999999999999999-999999999", "q": "umbu"},
    ],
    ids=str,
)  # fmt: skip
def test_a_page_the_list_has_no_more_leads_to_the_first(cast, desk, asked):
    desk.walkin()
    with time_machine.travel(LATER, tick=False):
        answer = cast.client("pemeriksa").get(reverse("case_list"), asked)
    first = "/permohonan/?q=umbu" if "q" in asked else "/permohonan/?"
    assert (answer.status_code, answer["Location"]) == (302, first)


@pytest.mark.parametrize(
    "sent", ["", "x", "1-2", "-1-2-3", "1-99999999999999999-1", "1-2-9999999999", "1-2-3-4", "٣-1-1"]
)
@pytest.mark.parametrize("way", ["setelah", "sebelum"])
def test_an_edge_nobody_can_read_is_the_first_page(cast, desk, way, sent):
    desk.walkin()
    assert shown(see(cast, **{way: sent})[0]) == ["0001"]
