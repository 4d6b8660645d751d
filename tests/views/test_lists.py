"""The list of requests: filters, search, pages, and the number of its queries."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from requests_app.models import InformationRequest
from requests_app.views import lists, paging
from tests.cast import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.alone]


def see(cast, who="pemeriksa", at=NOW + timedelta(hours=3), **asked):
    """Open the list; give the page and its statements."""
    with time_machine.travel(at, tick=False):
        client = cast.client(who)
        with CaptureQueriesContext(connection) as queries:
            page = client.get(reverse("case_list"), asked)
    assert page.status_code == 200
    return page, [query["sql"] for query in queries]


def found(cast, who="pemeriksa", **asked):
    """List the case numbers shown."""
    return [row.case.short_number for row in see(cast, who, **asked)[0].context["rows"]]


@pytest.mark.parametrize("asked", [{}, {"q": "umbu"}, {"late": "on"}, {"q": "0812 3456"}], ids=str)
def test_four_queries_however_many_rows(cast, desk, asked):
    desk.case_at(2)
    few = see(cast, **asked)[1]
    for step in (2, 3, 4, 6, 7) * 2:
        desk.case_at(step)
    many = see(cast, **asked)[1]
    assert (len(few), len(many), len(set(many))) == (4, 4, 4)


def test_an_empty_list_says_what_to_do_next(cast):
    assert "Belum ada permohonan" in see(cast)[0].content.decode()
    assert "Tidak ada yang cocok" in see(cast, q="xyzzy")[0].content.decode()


def test_newest_first_with_link_first_and_status_last(cast, desk):
    older, newer = desk.letter("08.10", sender="Alfa"), desk.walkin("08.20", name="Beta")
    assert found(cast) == [newer.short_number, older.short_number]
    html = see(cast)[0].content.decode()
    row = html[html.index("<tbody>") :]
    assert row.index(f'<a href="{newer.get_absolute_url()}">{newer.short_number} · Beta</a>') < row.index("Status")


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "Maria Tefa"},
        {"q": "goreti"},
        {"q": "+62 812-3790-5512"},
        {"q": "081237905512"},
        {"q": "0002/PPID"},
        {"q": "maulafa"},
        {"entry": "1"},
        {"channel": "telepon"},
        {"step": "2"},
    ],
    ids=str,
)
def test_search_and_filters_find_the_walk_in_alone(cast, desk, asked):
    desk.letter(subject="Anggaran")
    desk.walkin(
        name="Maria Goreti Tefa", phone="0812 3790 5512",
        information="DPT Kecamatan Maulafa", channel="telepon",
    )  # fmt: skip
    assert found(cast, **asked) == ["0002"]


def test_letter_numbers_of_both_directions_are_found(cast, desk):
    desk.walkin()
    incoming = desk.letter(letter_number="17/UTR/2026")
    answered = desk.case_at(13)
    number = answered.records.filter(replyletter__number__isnull=False).first().replyletter.number
    assert found(cast, q="17/UTR/2026") == [incoming.short_number]
    assert found(cast, q=number) == [answered.short_number]


def test_state_holder_and_period(cast, desk):
    ended = desk.do(desk.case_at(4), "deliver")
    waiting = desk.letter()
    assert found(cast, state="ended") == [ended.short_number]
    assert found(cast, holder=cast.post("ketua").pk) == [waiting.short_number]
    assert found(cast, since="2026-11-23", until="2026-11-23") == [waiting.short_number, ended.short_number]
    assert found(cast, since="2026-11-24") == []
    assert found(cast, since="2026-11-23", until="2026-11-01") == [waiting.short_number, ended.short_number]


def test_only_the_late_ones(cast, desk):
    late = desk.letter("08.01")
    desk.letter("08.30")
    at = NOW.replace(minute=32)
    page, _ = see(cast, at=at, late="on")
    assert [row.case.short_number for row in page.context["rows"]] == [late.short_number]
    assert page.context["rows"][0].status.words == "lewat 26 menit"


@pytest.mark.parametrize(
    "asked", [{"step": "99"}, {"since": "kemarin"}, {"hal": "-1"}, {"hal": "x"}, {"holder": "0"}], ids=str
)
def test_what_cannot_be_read_is_left_out(cast, desk, asked):
    case = desk.letter()
    assert found(cast, **asked) == [case.short_number]


def test_a_rahasia_case_is_listed_only_to_those_it_passed_through(cast, desk):
    case = desk.letter(nature="rahasia")
    assert found(cast) == []
    assert found(cast, q=case.number) == []
    assert found(cast, who="ketua") == [case.short_number]
    assert found(cast, who="helpdesk") == [case.short_number]


def test_beyond_the_cap_the_count_says_more_than(cast, desk, monkeypatch):
    monkeypatch.setattr(lists, "COUNTED", 2)
    for _ in range(3):
        desk.letter()
    assert see(cast)[0].context["pages"].total == "lebih dari 2"


def test_a_pages_link_keeps_the_filters(cast, desk, monkeypatch):
    monkeypatch.setattr(paging, "PAGE", 1)
    desk.letter(), desk.letter()
    assert see(cast, state="open")[0].context["pages"].next_url.startswith("?state=open&setelah=1-")


def test_an_ended_case_says_what_became_of_it(cast, desk):
    desk.act("end", desk.case_at(7), "sekretaris", "withdrawn", {"statement": "Tidak jadi"})
    row = see(cast)[0].context["rows"][0]
    assert (row.status.words, row.clock, row.waits_for) == ("Ditarik pemohon", None, "")


def test_names_are_escaped(cast, desk):
    desk.walkin(name="<script>alert(1)</script>")
    assert "<script>alert(1)" not in see(cast)[0].content.decode()
    assert InformationRequest.objects.count() == 1
