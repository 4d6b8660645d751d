"""The process of a building: started apart from the web, known to live by its beats, left to itself."""

from __future__ import annotations

import fcntl
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from enum import Enum
from time import sleep

from django.conf import settings
from django.db import connection

from ...models.builds import BookBuild

BEAT = 4  # seconds between two signs of life
SILENCE = timedelta(seconds=30)  # after this long without one, a process on another host counts as dead
NICE = 10  # pages served to people come first


class Progress(Enum):
    """How a building stands."""

    RUNNING = "berjalan"
    CUT = "terputus"
    FAILED = "gagal"
    DONE = "selesai"


def progress(build: BookBuild, now: datetime) -> Progress:
    """Tell how a building stands: a silent process, or one that is gone from this host, was cut off."""
    if build.finished_at:
        return Progress.DONE
    if build.failure:
        return Progress.FAILED
    gone = build.pid is not None and build.host == socket.gethostname() and not _exists(build.pid)
    return Progress.CUT if gone or build.beat_at < now - SILENCE else Progress.RUNNING


def _exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # another user's
        return True
    return True


def spawn(pk: int) -> None:
    """Start the process that builds: in a session of its own, with no socket or file of the web's, unhurried.

    It outlives the web worker that started it; while that lives, a thread takes note of its end.
    """
    settings.BUILDS_ROOT.mkdir(mode=0o750, parents=True, exist_ok=True)
    with (settings.BUILDS_ROOT / "catatan.log").open("ab") as log:
        command = [sys.executable, "manage.py", "book", "--build", str(pk)]
        process = subprocess.Popen(  # noqa: S603
            command, cwd=settings.BASE_DIR, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
        )
    threading.Thread(target=process.wait, name=f"build {pk}", daemon=True).start()


@contextmanager
def turn(waiting: Callable[[], None]) -> Iterator[None]:
    """Work one at a time on a host, so that several books do not fill its memory; a dead process holds no turn."""
    settings.BUILDS_ROOT.mkdir(mode=0o750, parents=True, exist_ok=True)
    with (settings.BUILDS_ROOT / f"giliran-{socket.gethostname()}").open("ab") as lock:
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                waiting()
                sleep(1)
        yield


@contextmanager
def beating(pk: int, run: str, clock: Callable[[], datetime]) -> Iterator[None]:
    """Give a sign of life every few seconds, on a connection of its own, as long as the block lasts."""
    over = threading.Event()
    thread = threading.Thread(target=_beat, args=(pk, run, clock, over), name="beat", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _beat(pk: int, run: str, clock: Callable[[], datetime], over: threading.Event) -> None:
    try:
        while not over.wait(BEAT):
            BookBuild.objects.filter(pk=pk, run=run).update(beat_at=clock())
    finally:
        connection.close()
