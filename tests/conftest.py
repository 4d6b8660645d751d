"""What the whole suite shares."""

import gc
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings
from django.db import connection

from requests_app.models import versions
from tests import cast as cast_of_tests
from tests import neighbours, observed

# -- How the suite runs ------------------------------------------------------------------------------------------------

hypothesis.settings.register_profile("desk", max_examples=60, deadline=None)
hypothesis.settings.register_profile("desk-ci", max_examples=300, deadline=None)
hypothesis.settings.register_profile("desk-long", max_examples=10_000, deadline=None)
hypothesis.settings.load_profile("desk")

gc.set_threshold(20_000, 20, 20)  # requests and queries leave much behind; looking through it less often saves a tenth

# What no database can change is judged once, on SQLite: how pages look and weigh, how papers are set, and offices
# that these tests start for themselves on SQLite whatever the suite runs on.
JUDGED_ONCE = {
    "browser/test_axe.py",
    "browser/test_weight.py",
    "books/test_build_process.py",
    "printing/test_hard_papers.py",
    "printing/test_paper_breaks.py",
    "printing/test_pdf_ua.py",
    "printing/test_tags.py",
    "management/test_serve.py",
    "management/test_troubles.py",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """On another database than SQLite leave out what it cannot change."""
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        return
    here = Path(__file__).parent
    for item in items:
        if str(item.path.relative_to(here)) in JUDGED_ONCE:
            item.add_marker(pytest.mark.skip(reason="judged on SQLite: no database changes it"))


# -- The cast and the desk (tests/cast.py) -----------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def _no_office_kept_from_another_test():
    """Forget what a process keeps by the office's version: each test has an office of its own."""
    versions.forget()


@pytest.fixture
def cast(db, request):
    """Seat the fixture office and everybody in it, an outsider, a former holder and a deactivated account too.

    Two cases of another year lie next door; a test of whole lists and figures, marked `alone`, has its own cases only.
    """
    return cast_of_tests.build(alone=is_alone(request))


@pytest.fixture
def desk(cast, request):
    """Open a desk that walks cases through the workflow, on Monday 23 November 2026 from 08.00.

    Whatever the test did, no row points at another case's afterwards, and the cases next door are as they were.
    """
    yield cast_of_tests.Desk(cast)
    if not connection.needs_rollback:
        assert (observed.astray(), [] if is_alone(request) else neighbours.touched()) == ([], [])


def is_alone(request) -> bool:
    return request.node.get_closest_marker("alone") is not None
