"""A long book built by a true process: left to itself, killed half-way, gone on with by a person and by `serve`."""

import os
import signal
import socket
import sqlite3
import subprocess
import time
from collections.abc import Callable
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from requests_app.clock import WITA
from requests_app.printing import read_period
from tests.bench_book import Person
from tests.management.test_serve import command
from tests.papers import claims, pages

PATIENCE = 90  # seconds
TODAY = datetime.now(tz=WITA).date()
MONTHS = f"{TODAY - timedelta(days=400):%Y-%m-%d}_{TODAY}"  # most of them empty, yet each a part of its own
ADDRESS = f"/buku/agenda/{MONTHS}/susun/"


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """Play the demonstration in an office of its own."""
    folder = tmp_path_factory.mktemp("office")
    for words in (["migrate", "--verbosity", "0"], ["demo", "--no-serve", "--cases", "20"]):
        subprocess.run(**command(folder, *words), check=True, timeout=240, stdout=subprocess.DEVNULL)
    return folder


@contextmanager
def serving(office):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    with subprocess.Popen(**command(office, "serve", "--port", port), stdout=subprocess.PIPE) as server:
        try:
            while f"http://127.0.0.1:{port}/" not in server.stdout.readline():
                assert server.poll() is None
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def row(office) -> dict[str, Any]:
    """Read the newest building past the desk."""
    with closing(sqlite3.connect(f"file:{office / 'desk.sqlite3'}?mode=ro", uri=True)) as database:
        database.row_factory = sqlite3.Row
        found = database.execute("SELECT * FROM requests_app_bookbuild ORDER BY id DESC LIMIT 1").fetchone()
        return dict(found) if found else {}


def wait(office, until: Callable[[dict[str, Any]], Any]) -> dict[str, Any]:
    """Wait until the newest building stands so."""
    for _ in range(PATIENCE * 50):
        if until(found := row(office)):
            return found
        time.sleep(0.02)
    raise AssertionError(found)


def begun(office, after: int) -> dict[str, Any]:
    """Wait until a process is at some part of a building newer than another."""
    return wait(office, lambda build: build and build["id"] > after and build["pid"] and build["done"] >= 3)


def drawn(office, build: int) -> dict[str, int]:
    """Give the parts that are there with when each was written."""
    return {path.name: path.stat().st_mtime_ns for path in (office / "builds" / str(build)).glob("*.pdf")}


def test_a_book_killed_in_the_middle_goes_on_from_its_page(office):
    with serving(office) as address:
        person = Person(address, "admin")
        assert "<progress" in person.send(ADDRESS, {})
        build = begun(office, 0)
        assert os.getsid(build["pid"]) == build["pid"]
        assert os.getpriority(os.PRIO_PROCESS, build["pid"]) == 10
        os.kill(build["pid"], signal.SIGKILL)
        wait(office, lambda build: not Path(f"/proc/{build['pid']}").exists())
        before = drawn(office, build["id"])
        page = person.read(ADDRESS)
        assert ("Penyusunan terputus sebelum selesai." in page, "Lanjutkan" in page, "<progress" in page) == (
            True,
            True,
            False,
        )
        assert len(before) >= 3
        assert "<progress" in person.send(ADDRESS, {})
        done = wait(office, lambda build: build["finished_at"])
        page = person.read(ADDRESS)
    after = drawn(office, build["id"])
    assert (done["id"], done["failure"], done["pid"] == build["pid"]) == (build["id"], "", False)
    assert {name: after[name] for name in before} == before
    assert ("Buka PDF" in page, len(after)) == (True, len(read_period(MONTHS).months))
    assert len(pages_of(office)) > len(after)


def pages_of(office) -> list[str]:
    """Read the pages of the file built last."""
    with closing(sqlite3.connect(f"file:{office / 'desk.sqlite3'}?mode=ro", uri=True)) as database:
        query = "SELECT path FROM requests_app_bookfile WHERE kind = 'tahun' ORDER BY id DESC"
        (path,) = database.execute(query).fetchone()
    content = (office / "uploads" / path).read_bytes()
    assert claims(content)["ua"] is True
    return pages(content)


def test_a_book_outlives_the_server_and_a_new_server_takes_up_what_was_cut_off(office):
    address = f"/buku/register/{MONTHS}/susun/"
    last = row(office).get("id", 0)
    with serving(office) as host:
        Person(host, "admin").send(address, {})
        left = begun(office, last)
    assert wait(office, lambda build: build["finished_at"])["id"] == left["id"]
    with serving(office) as host:
        Person(host, "admin").send(address, {})
        cut = begun(office, left["id"])
        os.kill(cut["pid"], signal.SIGKILL)
    with serving(office):
        done = wait(office, lambda build: build["finished_at"])
    assert (done["id"], done["run"] == cut["run"]) == (cut["id"], False)


def test_by_hand_a_book_says_how_far_it_has_come_and_goes_on_too(office, tmp_path):
    target = tmp_path / "surat.pdf"
    words = ["book", "surat", MONTHS, "-o", str(target)]
    last = row(office).get("id", 0)
    with subprocess.Popen(**command(office, *words), stderr=subprocess.DEVNULL) as process:
        cut = begun(office, last)
        refused = subprocess.run(**command(office, *words), capture_output=True, timeout=PATIENCE)
        process.kill()
    before = drawn(office, cut["id"])
    done = subprocess.run(**command(office, *words), capture_output=True, timeout=PATIENCE)
    assert (refused.returncode, refused.stderr) == (
        1,
        "Buku ini sedang disusun oleh proses lain; tunggu sampai selesai.\n",
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert "Menyatukan" in done.stderr
    assert f"Bagian 4 dari {len(drawn(office, cut['id']))}: " in done.stderr
    assert {name: at for name, at in drawn(office, cut["id"]).items() if name in before} == before
    assert len(pages(target.read_bytes())) > len(drawn(office, cut["id"])) == len(read_period(MONTHS).months)
