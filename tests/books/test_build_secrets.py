"""Who a built book is offered and handed to: never to anybody for whom one of its rows is Rahasia."""

from datetime import timedelta

import pytest
from django.urls import reverse

from requests_app import documents
from requests_app.books import builds, shelf
from requests_app.books.builds import Wanted
from requests_app.models import BookBuild, Expedition, InformationRequest
from requests_app.printing import BOOKS, read_period
from tests.books.test_builds import LATER, SEPTEMBER, _own_folders, built, get, page, stopped_at, wanted, year
from tests.papers import words

__all__ = ["_own_folders", "year"]  # fixtures
pytestmark = pytest.mark.django_db


@pytest.fixture
def secret(year):
    """Hand over something Rahasia in September; the Ketua saw it, the admin never did."""
    secret = year.case_at(11, at=SEPTEMBER, nature="rahasia", sender="Pelapor Rekaan")
    year.do(secret, "deliver", receiver_name="Si Rahasia")
    return secret


def as_reader(cast, who) -> Wanted:
    return page(cast, who).context["wanted"]


def test_a_book_built_for_one_is_not_offered_to_whom_less_is_open(secret, cast):
    ketua, admin = (built(as_reader(cast, who)) for who in ("ketua", "admin"))
    assert (ketua.covered, admin.covered, ketua.key == admin.key) == ([], [secret.pk], False)
    opened = words(documents.read(ketua.file)), words(documents.read(admin.file))
    assert ["Si Rahasia" in said for said in opened] == [True, False]
    assert "[Rahasia]" in opened[1]
    assert page(cast, "ketua").context["finished"] == ketua
    assert page(cast, "admin").context["finished"] == admin


def test_no_address_hands_a_rahasia_row_to_whom_it_never_reached(secret, cast):
    build = built(as_reader(cast, "ketua"))
    whole, part = reverse("book_stored", args=[build.file_id]), reverse("book_part", args=[build.pk, 1])
    other = reverse("book_part", args=[build.pk, 3])
    assert [get(cast, path, "ketua").status_code for path in (whole, part, other)] == [200, 200, 200]
    assert [get(cast, path, "admin").status_code for path in (whole, part, other)] == [403, 403, 200]


def test_what_is_learned_later_of_a_rahasia_row_is_covered_in_the_open_month_too(secret, cast):
    shelf.close_month(read_period("2026-09"), cast.acting("admin", LATER), LATER)
    rows = Expedition.objects.filter(case=secret)
    shelf.put_beside(rows, cast.acting("helpdesk"), LATER + timedelta(minutes=1), scan=None, place="Lemari besi")
    november = Wanted(BOOKS["ekspedisi"], read_period("2026-11"), hidden=frozenset([secret.pk]))
    assert november.covered == [secret.pk]
    builds_of = built(as_reader(cast, "ketua")), built(as_reader(cast, "admin"))
    assert ["Lemari besi" in words(documents.read(build.file)) for build in builds_of] == [True, False]
    part = reverse("book_part", args=[builds_of[0].pk, 3])
    assert [get(cast, part, who).status_code for who in ("ketua", "admin")] == [200, 403]


def test_a_case_that_became_rahasia_after_the_building_closes_it(year, cast):
    build = built(wanted())
    address = reverse("book_stored", args=[build.file_id])
    assert get(cast, address).status_code == 200
    case = BookBuild.objects.get().parts.get(number=1).cases[0]
    InformationRequest.objects.filter(pk=case).update(confidential=True)
    assert get(cast, address, "admin").status_code == 403
    assert page(cast, "admin").context["finished"] is None


def test_a_rahasia_row_that_came_in_before_the_book_went_on_closes_it(year, cast):
    build = stopped_at(as_reader(cast, "admin"), 1)
    secret = year.case_at(11, at=SEPTEMBER, nature="rahasia", sender="Pelapor Rekaan")
    year.do(secret, "deliver", receiver_name="Si Rahasia")
    later = LATER + timedelta(minutes=1)
    builds.go_on(build, later, start=False)
    file = builds.run(build.pk, lambda: later, lambda *said: None)
    assert "Si Rahasia" in words(documents.read(file))
    addresses = reverse("book_stored", args=[file.pk]), reverse("book_part", args=[build.pk, 1])
    assert [get(cast, address, who).status_code for who in ("admin", "ketua") for address in addresses] == [
        403, 403, 200, 200,
    ]  # fmt: skip
    assert page(cast, "admin").context["finished"] is None
