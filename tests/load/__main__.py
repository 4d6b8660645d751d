"""Fill an empty database and measure it: `python -m tests.load 1000 100000`, each size in a data folder of its own.

With DATABASE_URL, one size in that database, which must be empty; `pg_virtualenv` gives one. `--months` says over how
many months the requests are spread: at 100,000 over 24 a month holds a hundred times what it does at 1,000; spread
over a hundred times as many, only the archive grows. `--peer URL --cookie sessionid=…` times another program's
statistics page in the same run, for a ratio.
"""

import argparse
import json
import logging
import os
import subprocess
import sys
import tempfile
import time


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="+")
    parser.add_argument("--months", type=int, default=24)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--peer")
    parser.add_argument("--cookie", default="")
    return parser.parse_args()


def each(asked: argparse.Namespace) -> None:
    """Measure each size in a process and a folder of its own."""
    for size in asked.sizes:
        with tempfile.TemporaryDirectory() as folder:
            more = ["--months", str(asked.months), "--runs", str(asked.runs)]
            more += ["--peer", asked.peer, "--cookie", asked.cookie] if asked.peer else []
            env = {**os.environ, "DATA_DIR": folder, "HTTPS": "0", "LOAD_ONE": "1"}
            subprocess.run([sys.executable, "-m", "tests.load", str(size), *more], env=env, check=True)


def one(asked: argparse.Namespace) -> None:
    """Fill, keep the tallies, measure, and measure again without them."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kpu_desk.settings")
    os.environ["ALLOWED_HOSTS"] = "testserver"
    import django

    django.setup()
    logging.disable(logging.WARNING)
    from django.core.management import call_command
    from django.db import connection
    from django.utils import timezone

    from requests_app.derived.tallies import store
    from requests_app.models import Tally
    from tests.load import fill, measure

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    now, begun = timezone.now(), time.perf_counter()
    cases = fill.fill(now, asked.sizes[0], asked.months)
    filled, begun = time.perf_counter() - begun, time.perf_counter()
    kept = store.keep(now)
    print(f"{connection.vendor}: {cases} requests filled in {filled:.0f} s, {kept} tallies kept in "
          f"{time.perf_counter() - begun:.1f} s")  # fmt: skip
    today = timezone.localdate(now)
    found = [{"kept": True, **row} for row in measure.measure(today, asked.runs)]
    Tally.objects.all().delete()
    found += [{"kept": False, **row} for row in measure.measure(today, min(asked.runs, 5))[:2]]
    found += [measure.peer(asked.peer, asked.cookie, asked.runs)] if asked.peer else []
    for row in found:
        print(json.dumps({"vendor": connection.vendor, "cases": cases, "months": asked.months, **row}))


if __name__ == "__main__":
    asked = arguments()
    one(asked) if os.environ.get("LOAD_ONE") or os.environ.get("DATABASE_URL") else each(asked)
