"""A login ends idle on a shared computer, and after a working day anywhere."""

import sqlite3
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection

from requests_app.accounts import sessions

NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)


def session(personal: bool = False, idle: int = 0, age: int = 0) -> SessionStore:
    """Describe a login by its minutes: how long unseen, how old."""
    store, instant = SessionStore(), NOON.timestamp()
    store.update({sessions.BEGAN: instant - age * 60, sessions.SEEN: instant - idle * 60})
    if personal:
        store.set_expiry(12 * 60 * 60)
    return store


@pytest.mark.parametrize(
    ("login", "over"),
    [
        (session(), False),
        (session(idle=29, age=29), False),
        (session(idle=30, age=30), True),
        (session(age=719), False),
        (session(age=720), True),
        (session(personal=True, idle=719, age=719), False),
        (session(personal=True, age=720), True),
        (SessionStore(), False),
    ],
)
def test_when_a_login_is_over(login, over):
    assert sessions.is_over(login, NOON) is over


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def logged_in(clock, client, db):
    client.force_login(get_user_model().objects.create(username="someone"))
    return client


def stored(client) -> dict:
    """Read what the database holds of the client's session."""
    return SessionStore(client.session.session_key).load()


def test_login_stamps_the_session(logged_in):
    assert (stored(logged_in)[sessions.BEGAN], stored(logged_in)[sessions.SEEN]) == (NOON.timestamp(), NOON.timestamp())


@pytest.mark.parametrize(("minutes", "written"), [(4, 0), (5, 5), (29, 29)])
def test_last_seen_is_written_at_most_every_five_minutes(logged_in, minutes, written):
    sessions.touch(logged_in.session, NOON + timedelta(minutes=minutes))
    assert stored(logged_in)[sessions.SEEN] == NOON.timestamp() + written * 60


def test_an_idle_login_meets_the_login_page_and_a_word(logged_in, clock):
    clock.move_to(NOON + timedelta(minutes=31))
    response = logged_in.get("/", follow=True)
    assert response.redirect_chain == [("/masuk/?next=/", 302)]
    assert "Sesi Anda sudah berakhir" in response.content.decode()
    assert sessions.BEGAN not in logged_in.session


def test_a_seen_login_goes_on(logged_in, clock):
    for minutes in (20, 40, 60):
        clock.move_to(NOON + timedelta(minutes=minutes))
        logged_in.get("/")
    assert stored(logged_in)[sessions.SEEN] == NOON.timestamp() + 3600


@pytest.mark.django_db(transaction=True)
def test_a_busy_database_delays_no_page(clock):
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite has one writer at a time")
    store = session(idle=10, age=10)
    store.save()
    seen = store[sessions.SEEN]
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        sessions.touch(store, NOON)
    finally:
        other.close()
    assert SessionStore(store.session_key).load()[sessions.SEEN] == seen
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA busy_timeout").fetchone() == (20_000,)
