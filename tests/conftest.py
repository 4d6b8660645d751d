"""What the whole suite shares."""

import hypothesis
import pytest

from requests_app.models import versions
from tests import cast as cast_of_tests

# -- How the suite runs ------------------------------------------------------------------------------------------------

hypothesis.settings.register_profile("desk", max_examples=60, deadline=None)
hypothesis.settings.register_profile("desk-ci", max_examples=300, deadline=None)
hypothesis.settings.register_profile("desk-long", max_examples=10_000, deadline=None)
hypothesis.settings.load_profile("desk")

# -- The cast and the desk (tests/cast.py) -----------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def _no_office_kept_from_another_test():
    """Forget what a process keeps by the office's version: each test has an office of its own."""
    versions.forget()


@pytest.fixture
def cast(db):
    """Seat the fixture office and everybody in it, an outsider, a former holder and a deactivated account too."""
    return cast_of_tests.build()


@pytest.fixture
def desk(cast):
    """Open a desk that walks cases through the workflow, on Monday 23 November 2026 from 08.00."""
    return cast_of_tests.Desk(cast)
