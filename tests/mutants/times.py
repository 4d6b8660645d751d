"""A pytest plugin: keep how long each test took that passed."""

import json
from collections import defaultdict

took: dict[str, float] = defaultdict(float)
passed: set[str] = set()


def pytest_runtest_logreport(report) -> None:
    took[report.nodeid] += report.duration
    if report.when == "call" and report.passed:
        passed.add(report.nodeid)


def pytest_sessionfinish(session) -> None:
    from tests.mutants.reach import TIMES

    if not hasattr(session.config, "workerinput"):
        TIMES.write_text(json.dumps({test: round(took[test], 4) for test in sorted(passed)}))
