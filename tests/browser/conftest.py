"""A desk served for real, a Chromium, and windows of the people who work at it.

Rows are committed here, since the server reads them over its own connections: one office per module, flushed after.
"""

from functools import lru_cache

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import override_settings

from tests import cast as cast_of_tests
from tests.browser import places
from tests.browser.chromium import Driver, Window
from tests.browser.server import collect, serving

BROWSER = "browser"
# What tests/settings.py puts aside: names with a hash, files compressed.
STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}


def pytest_collection_modifyitems(items):
    """Mark the tests of this folder."""
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker(BROWSER)


@pytest.fixture(scope="session")
def driver():
    """Start Chromium once."""
    driver = Driver()
    yield driver
    driver.close()


@pytest.fixture(scope="session")
def static_root(tmp_path_factory):
    """Collect, hash and compress the desk's static files once; no test here opens Django's admin."""
    folder = tmp_path_factory.mktemp("static")
    with override_settings(STORAGES=STORAGES, STATIC_ROOT=folder):
        collect("admin")
    return folder


@pytest.fixture(scope="module")
def db(django_db_setup, django_db_blocker):
    """Commit what is written, in place of a transaction per test that no other connection could see."""
    with django_db_blocker.unblock():
        yield
        call_command("flush", verbosity=0, interactive=False)


@pytest.fixture(scope="module")
def office(db):
    """Seat the cast in an office of this module."""
    return cast_of_tests.build(alone=True)


@pytest.fixture(scope="module")
def address(db, static_root):
    """Serve this module's database."""
    with override_settings(STORAGES=STORAGES, STATIC_ROOT=static_root), serving() as address:
        yield address


@pytest.fixture(scope="module")
def opens(driver, address):
    """Open windows in profiles of their own; they close with the module."""
    opened = []

    def open_window(**options) -> Window:
        window = Window(driver, driver.context(address, **options))
        opened.append(window)
        return window

    yield open_window
    for window in opened:
        window.close()


@pytest.fixture(scope="module")
def desks(office, opens):
    """Give each person a window, logged in through the login page when first asked for."""
    people: dict[str, Window] = {}

    def window_of(who: str, **options) -> Window:
        key = f"{who} {options}"
        if key not in people:
            people[key] = log_in(opens(**options), who)
        return people[key]

    return window_of


@pytest.fixture(scope="module")
def world(office):
    """Walk a case to every place of the desk."""
    return places.world(office)


@pytest.fixture(scope="module")
def stays(opens, office, address):
    """Open a window of a person already logged in, in a profile that has never seen the desk."""

    def window_of(who: str) -> Window:
        window = opens()
        if who:
            cookie = office.client(who).cookies["session"].value
            cookies = [{"name": "session", "value": cookie, "url": address}]
            window.driver.do(window.context.add_cookies, cookies)
        return window

    return window_of


@pytest.fixture(scope="module")
def seats(stays):
    """Give each person one such window and keep it."""
    return lru_cache(maxsize=None)(stays)


def log_in(window: Window, who: str) -> Window:
    """Log in as a person does."""
    window.goto("/masuk/")
    window.fill("username", who)
    window.fill("password", cast_of_tests.PASSWORD)
    assert window.send() == 200
    return window
