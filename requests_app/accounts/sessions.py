"""When a login ends: idle on a shared computer, after a working day on any device."""

from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.sessions.backends.base import SessionBase, UpdateError
from django.db import DEFAULT_DB_ALIAS, OperationalError, connections
from django.http import HttpRequest
from django.utils import timezone

BEGAN, SEEN = "began", "seen"


def begin(sender: type, request: HttpRequest, user: AbstractBaseUser, **kwargs) -> None:
    """Stamp a fresh login; a receiver of `user_logged_in`."""
    request.session[BEGAN] = request.session[SEEN] = int(timezone.now().timestamp())


def is_over(session: SessionBase, now: datetime) -> bool:
    """Tell whether the login behind this session has ended; one that outlives its browser has no idle end."""
    instant = now.timestamp()
    if instant - session.get(BEGAN, instant) >= settings.SESSION_LENGTH.total_seconds():
        return True
    idle = instant - session.get(SEEN, instant)
    return session.get_expire_at_browser_close() and idle >= settings.SESSION_IDLE.total_seconds()


def touch(session: SessionBase, now: datetime) -> None:
    """Write "last seen" when it has aged; a busy database is no reason to wait or to fail."""
    instant = int(now.timestamp())
    if not session.get_expire_at_browser_close():
        return
    if instant - session.get(SEEN, 0) < settings.SESSION_TOUCH.total_seconds():
        return
    modified = session.modified
    session[SEEN] = instant
    try:
        save_unless_busy(session)
    except (OperationalError, UpdateError):  # busy, or logged out meanwhile in another tab
        pass
    finally:
        session.modified = modified


def save_unless_busy(session: SessionBase) -> None:
    """Save a session without queueing behind SQLite's single writer.

    Raises OperationalError or UpdateError when another writer is at work.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    if connection.vendor != "sqlite":
        session.save()
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        (patience,) = cursor.fetchone()
        cursor.execute("PRAGMA busy_timeout = 50")
        try:
            session.save()
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {int(patience)}")
