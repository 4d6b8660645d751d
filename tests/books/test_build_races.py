"""Long books asked for and worked at by several at once: one building, one file, one at a time on a host."""

import threading
import time
from functools import partial

import pytest
from django.utils import timezone

from requests_app.books import builds
from requests_app.books.builds import process
from requests_app.books.builds.process import beating, turn
from requests_app.models import BookBuild, BookFile
from tests.books.test_build_process import PATIENCE
from tests.books.test_builds import LATER, wanted
from tests.threads import together

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _own_folders(settings, tmp_path):
    settings.BUILDS_ROOT, settings.MEDIA_ROOT = tmp_path / "builds", tmp_path / "uploads"


def quiet(*said: object) -> None:
    """Say nothing."""


def test_of_two_who_ask_at_once_one_begins(desk):
    asking = partial(builds.ask, wanted(), None, LATER, start=False)
    outcomes = together([asking, asking])
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["BookBuild", "NotNow"]
    assert BookBuild.objects.count() == 1


def test_of_two_processes_at_one_building_one_works(desk):
    build = builds.ask(wanted(), None, LATER, start=False)
    running = partial(builds.run, build.pk, lambda: LATER, quiet)
    outcomes = together([running, running])
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["BookFile", "NoneType"]
    assert BookFile.objects.count() == 1


def test_of_two_who_go_on_at_once_one_begins(desk):
    build = builds.ask(wanted(), None, LATER, start=False)
    BookBuild.objects.update(failure="Galat")
    outcomes = together([partial(builds.go_on, build, LATER, start=False)] * 2)
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["BookBuild", "NotNow"]


def test_a_second_book_waits_its_turn_and_lives_meanwhile(desk):
    build = builds.ask(wanted(), None, LATER, start=False)
    waits, said, built = threading.Event(), [], []

    def say(done: int, total: int, words: str) -> None:
        said.append(words)
        waits.set()

    def work() -> None:
        built.append(builds.run(build.pk, lambda: LATER, say))
        process.connection.close()

    with turn(quiet):
        thread = threading.Thread(target=work)
        thread.start()
        assert waits.wait(PATIENCE)
        assert BookFile.objects.count() == 0
    thread.join(PATIENCE)
    assert (said[0], len(built), BookFile.objects.count()) == ("Menunggu susunan lain selesai", 1, 1)


def test_a_process_gives_signs_of_life(desk, monkeypatch):
    monkeypatch.setattr(process, "BEAT", 0.02)
    build = builds.ask(wanted(), None, LATER, start=False)
    BookBuild.objects.update(run="ini")
    with beating(build.pk, "ini", timezone.now):
        for _ in range(PATIENCE * 50):
            build.refresh_from_db()
            if build.beat_at != LATER:
                break
            time.sleep(0.02)
    assert build.beat_at > LATER or build.beat_at < LATER
    BookBuild.objects.update(beat_at=LATER)
    with beating(build.pk, "lain", timezone.now):
        time.sleep(0.2)
    build.refresh_from_db()
    assert build.beat_at == LATER
