"""The pages about long books cost the same however much they tell of, and ask nothing twice."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.books.test_builds import AUTUMN, LATER, _own_folders, built, wanted, year

__all__ = ["_own_folders", "year"]  # fixtures
pytestmark = pytest.mark.django_db
BUILD = 12  # two of them read who asks, seven what the book rests on


def statements(cast, address, **query) -> list[str]:
    with time_machine.travel(LATER, tick=False):
        client = cast.client("admin")
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address, query).status_code == 200
    return [query["sql"] for query in queries]


@pytest.mark.alone
def test_the_page_of_a_building_asks_each_thing_once(year, cast):
    address = reverse("book_build", args=["ekspedisi", AUTUMN])
    built(wanted(), cast.sekretaris)
    few = statements(cast, address)
    for _ in range(2):
        year.do(year.case_at(4, at=LATER), "deliver")
    built(wanted(), cast.sekretaris)
    many = statements(cast, address)
    assert (len(few), len(many), len(set(many))) == (BUILD, BUILD, BUILD)


def test_a_long_books_page_asks_each_thing_once(year, cast):
    year.do(year.case_at(11, nature="rahasia"), "deliver")  # which the admin may not read
    built(wanted(), cast.sekretaris)
    found = statements(cast, reverse("book_expedition"), dari="2026-09-01", sampai="2026-11-30")
    assert len(found) == len(set(found))
