"""Build a year's book of some 500 pages while people use the desk: `python -m tests.bench_book [requests] [--bare]`.

The twelve months up to now are filled, eleven are closed, the twelfth is open; the book is asked for on its page, as
a person does, and built in its own process. Said are seconds, CPU seconds and the process's peak of memory, and what
pages took before and meanwhile. With `--bare` no month is closed, so that every page is drawn.
"""

import argparse
import http.cookiejar
import logging
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

NOW = datetime.now(ZoneInfo("Asia/Makassar"))
FIRST = NOW.date().replace(year=NOW.year - 1, month=NOW.month, day=1) + timedelta(days=31)
FIRST = FIRST.replace(day=1)  # of the eleven months before this one
PAGES = ("/", "/permohonan/", "/buku/ekspedisi/", "/kinerja/")
ADDRESS = f"/buku/ekspedisi/{FIRST}_{NOW.date()}/susun/"
QUIET = 12  # seconds of pages before the book is asked for
ROOT = Path(__file__).resolve().parent.parent
MOVE = {  # the copies' hand-overs were moved; the day on the book goes with them
    "sqlite": "date(r.happened_at, '+8 hours')",
    "postgresql": "(r.happened_at AT TIME ZONE 'Asia/Makassar')::date",
}


def fill(cases: int, bare: bool) -> None:
    """Fill a year, and close its first eleven months."""
    from django.contrib.auth import get_user_model
    from django.core.management import call_command
    from django.db import connection

    from requests_app.books import shelf
    from requests_app.models import Expedition
    from requests_app.rules.people import acting_today
    from tests import guards
    from tests.load import fill as load

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    load.fill(NOW, cases, 12)
    day = MOVE[connection.vendor]
    with guards.lifted(), connection.cursor() as cursor:
        record = "requests_app_steprecord r WHERE r.id = steprecord_ptr_id"
        cursor.execute(f"UPDATE requests_app_expedition SET booked_on = (SELECT {day} FROM {record})")
    acting = acting_today(get_user_model().objects.get(username="admin"), NOW.date())
    began = time.perf_counter()
    months = [] if bare else [month for month in shelf.closable(NOW.date()) if month.begin >= FIRST]
    pages = [shelf.close_month(month, acting, NOW).file.pages for month in months]
    rows = Expedition.objects.filter(booked_on__gte=FIRST).count()
    took = time.perf_counter() - began
    print(f"{connection.vendor}: {rows} hand-overs; closed months of {pages} pages in {took:.0f} s", flush=True)


@contextmanager
def served():
    """Serve the desk as an office does."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    command = [sys.executable, "manage.py", "serve", "--port", port]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        try:
            while "http://" not in server.stdout.readline():
                pass
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


class Person:
    """Somebody at a browser."""

    def __init__(self, address: str, name: str) -> None:
        self.address = address
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        self.send("/masuk/", {"username": name, "password": f"peragaan-{name}"})

    def read(self, path: str) -> str:
        with self.browser.open(self.address + path, timeout=60) as page:
            return page.read().decode()

    def send(self, path: str, data: dict) -> str:
        """Send the page's last form."""
        hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', self.read(path)))
        body = urllib.parse.urlencode({**hidden, **data}).encode()
        with self.browser.open(self.address + path, body, timeout=60) as page:
            return page.read().decode()

    def walk(self) -> list[float]:
        """Open each page once; give milliseconds."""
        taken = []
        for path in PAGES:
            began = time.perf_counter()
            self.read(path)
            taken.append((time.perf_counter() - began) * 1000)
            time.sleep(0.05)
        return taken


def percentile(taken: list[float], share: float) -> float:
    return sorted(taken)[int(len(taken) * share)]


def sizes(pid: int) -> tuple[float, float] | None:
    """Read a process's peak of memory in MB and its CPU seconds, its children's too; none once it is gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
        row = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    peak = re.search(r"VmHWM:\s+(\d+) kB", status)
    return (int(peak[1]) / 1024, sum(map(int, row[11:15])) / os.sysconf("SC_CLK_TCK")) if peak else None


def measure() -> None:
    """Ask for the book and watch."""
    import threading

    from requests_app.models.builds import BookBuild

    with served() as address:
        person, taken, stop = Person(address, "sekretaris"), [], threading.Event()

        def use() -> None:
            while not stop.is_set():
                taken.extend((time.perf_counter(), one) for one in person.walk())

        for path in PAGES * 3:
            person.read(path)
        user = threading.Thread(target=use)
        user.start()
        time.sleep(QUIET)
        began = time.perf_counter()
        Person(address, "helpdesk").send(ADDRESS, {})
        found: tuple[float, float] = (0, 0)
        while not (build := BookBuild.objects.latest("pk")).finished_at and not build.failure:
            found = sizes(build.pid) or found if build.pid else found
            time.sleep(0.05)
        ended = time.perf_counter()
        stop.set()
        user.join()
    before = [one for at, one in taken if at < began]
    while_built = [one for at, one in taken if began < at < ended]
    print(build.failure or f"book of {build.file.pages} pages, {build.file.size / 1e6:.1f} MB")
    print(f"asked to finished {ended - began:.1f} s, CPU {found[1]:.1f} s, peak {found[0]:.0f} MB")
    for share in (0.5, 0.95):
        one, two = percentile(before, share), percentile(while_built, share)
        print(f"pages p{share * 100:.0f}: {one:.0f} ms before ({len(before)}), {two:.0f} ms meanwhile "
              f"({len(while_built)}), {two / one:.2f} times")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=int, nargs="?", default=7100)
    parser.add_argument("--bare", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"DATA_DIR": folder, "HTTPS": "0", "DJANGO_SETTINGS_MODULE": "kpu_desk.settings"}
        import django

        django.setup()
        logging.disable(logging.WARNING)
        fill(asked.cases, asked.bare)
        measure()


if __name__ == "__main__":
    main()
