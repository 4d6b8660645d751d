"""Work done by several threads at once, each on its own database connection, and the locks taken away on purpose."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection

from requests_app import workflow
from requests_app.models import InformationRequest, Office
from requests_app.workflow.core import JOINED, Locked

PATIENCE = 30  # seconds a thread waits for the others before the test fails


def together(works: list[Callable[[], Any]]) -> list[Any]:
    """Do all works at the same moment; give back what each returned, or the exception it raised."""
    gate = threading.Barrier(len(works))

    def run(work: Callable[[], Any]) -> Any:
        try:
            connection.ensure_connection()
            gate.wait(PATIENCE)
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        doings = [pool.submit(run, work) for work in works]
        return [doing.exception(PATIENCE) or doing.result() for doing in doings]


def without_immediate(work: Callable[[], Any]) -> Callable[[], Any]:
    """Let a work's transactions take SQLite's write lock only when they first write, as SQLite's own default does."""

    def run() -> Any:
        if connection.vendor == "sqlite":
            connection.transaction_mode = "DEFERRED"
        return work()

    return run


@contextmanager
def cases_unlocked(monkeypatch: pytest.MonkeyPatch, readers: int) -> Iterator[None]:
    """Take the case's lock away, and let nobody write before all readers have read: what the lock prevents."""
    all_have_read = threading.Barrier(readers)

    def read_without_lock(pk: int, doing: workflow.Doing) -> Locked:
        case = InformationRequest.objects.select_related(*JOINED).get(pk=pk)
        all_have_read.wait(PATIENCE)
        return Locked(case, doing, Office.objects.get().calendar_version)

    with monkeypatch.context() as patch:
        patch.setattr(workflow, "lock", read_without_lock)
        yield
