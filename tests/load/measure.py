"""Time the pages that show figures: the median of some runs, and their statements, printed as a table and as JSON."""

import statistics
import time
import urllib.request
from datetime import date, timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from requests_app.models import InformationRequest, User

RUNS = 15


def pages(today: date) -> dict[str, str]:
    """Name the pages measured: the page as it opens, a year, a closed month, behind a figure, the list, searches."""
    year = f"dari={today - timedelta(days=364)}&sampai={today}"
    last = today.replace(day=1) - timedelta(days=1)
    month = f"begin={last.replace(day=1)}&end={last}"
    return {
        "kinerja": "/kinerja/",
        "kinerja, setahun": f"/kinerja/?{year}",
        "kinerja, bulan lalu": f"/kinerja/?dari={last.replace(day=1)}&sampai={last}",
        "daftar di balik angka": f"/permohonan/?what=steps&at=7&{month}&timing=late",
        "daftar": "/permohonan/",
        **{f"cari {name}": f"/permohonan/?{urlencode({'q': typed})}" for name, typed in searches().items()},
    }


def searches() -> dict[str, str]:
    """Name what is searched: what all have or one has, two words, a telephone, nobody's word, one no index knows."""
    some = InformationRequest.objects.select_related("petitioner").order_by("pk")
    one = some[some.count() // 2]
    known = some.exclude(petitioner__phone_digits="").first()
    return {
        "kata umum": "data",
        "kata yang ada pada semua": "ppid",
        "nomor satu permohonan": one.number,
        "dua kata": "data pemilih",
        "telepon": known.petitioner.phone,
        "tanpa hasil": "xyzzy",
        "dua huruf": "di",
    }


def measure(today: date, runs: int = RUNS) -> list[dict]:
    """Measure each page as the Sekretaris, once unmeasured to warm what a process keeps."""
    client = Client()
    client.force_login(User.objects.get(username="sekretaris"), backend=settings.AUTHENTICATION_BACKENDS[-1])
    return [{"page": name, **timed(client, path, runs)} for name, path in pages(today).items()]


def timed(client: Client, path: str, runs: int) -> dict:
    """Give a page's times in milliseconds, and the number of its statements. SQLite works in the process itself."""
    assert client.get(path).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    statements = [query["sql"] for query in queries]  # now: the next request begins a new log
    taken = [_milliseconds(lambda: client.get(path)) for _ in range(runs)]
    lengths = sorted(wall for wall, _ in taken)
    return {
        "cpu_ms": round(statistics.median(cpu for _, cpu in taken), 1),
        "median_ms": round(statistics.median(lengths), 1),
        "p90_ms": round(lengths[int(len(lengths) * 0.9)], 1),
        "statements": len(statements),
        "repeated": len(statements) - len(set(statements)),
    }


def peer(address: str, cookie: str, runs: int) -> dict:
    """Time another program's page with a session's cookie, in the same run; its statements are its own affair."""
    request = urllib.request.Request(address, headers={"Cookie": cookie})
    lengths = [_milliseconds(lambda: urllib.request.urlopen(request).read())[0] for _ in range(runs)]
    return {"page": address, "median_ms": round(statistics.median(lengths), 1)}


def _milliseconds(do) -> tuple[float, float]:
    """Measure by the wall clock, and this process's own work, which a busy machine does not lengthen."""
    wall, cpu = time.perf_counter(), time.process_time()
    do()
    return (time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000
