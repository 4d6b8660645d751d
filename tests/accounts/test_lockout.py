"""Five wrong passwords lock one user name at one address for a quarter of an hour."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth import get_user_model

NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)
PASSWORD = "a phrase nobody guesses"


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def locked(clock, client, db):
    """Hand out a client that has just failed five times."""
    get_user_model().objects.create_user(username="helpdesk", password=PASSWORD)
    answers = [attempt(client, "a wrong one") for _ in range(5)]
    assert answers == [422, 422, 422, 422, 429]
    return client


def attempt(client, password: str, address: str = "203.0.113.9") -> int:
    """Try one login; the answer's status."""
    return client.post(
        "/masuk/", {"username": "helpdesk", "password": password, "next": "/"}, REMOTE_ADDR=address
    ).status_code


def test_the_right_password_waits_too(locked):
    assert attempt(locked, PASSWORD) == 429


def test_the_refusal_is_indonesian(locked):
    answer = locked.post("/masuk/", {"username": "helpdesk", "password": PASSWORD}, REMOTE_ADDR="203.0.113.9")
    assert '<html lang="id"' in answer.content.decode()
    assert "coba lagi" in answer.content.decode().lower()


def test_another_address_is_not_locked(locked):
    assert attempt(locked, PASSWORD, address="203.0.113.10") == 302


@pytest.mark.parametrize(("minutes", "status"), [(14, 429), (16, 302)])
def test_the_lock_opens_by_itself(locked, clock, minutes, status):
    clock.move_to(NOON + timedelta(minutes=minutes))
    assert attempt(locked, PASSWORD) == status
