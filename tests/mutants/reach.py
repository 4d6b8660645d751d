"""Which test runs which line: measured in one run of the suite and kept in `build/`."""

import difflib
import json
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import coverage

from tests.repository import ROOT, files, text

KEPT = ROOT / "build" / "mutants"
DATA, TIMES, SOURCES = KEPT / "coverage", KEPT / "times.json", KEPT / "sources.json"
# Real browsers and processes of their own read the files, not the code under change.
LEFT_OUT = ("browser", "load", "management/test_serve.py", "management/test_backup.py", "books/test_build_process.py")


def measure(workers: int = 2) -> None:
    """Run the suite once and keep which test runs which line. Takes about twice as long as the suite."""
    KEPT.mkdir(parents=True, exist_ok=True)
    settings = KEPT / "coverage.ini"
    settings.write_text(
        "[run]\nsource = requests_app, kpu_desk\nparallel = true\nrelative_files = true\n"
        f"concurrency = thread, multiprocessing\ndata_file = {DATA}\n"
    )
    SOURCES.write_text(json.dumps({str(path): text(path) for path in files(".py") if path.parts[0] != "tests"}))
    ignored = [f"--ignore=tests/{name}" for name in LEFT_OUT]
    shared = ["-n", str(workers), "--dist", "worksteal"] if workers > 1 else []
    measured = ["--cov", f"--cov-config={settings}", "--cov-context=test", "--cov-report="]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.mutants.times", *shared, *measured, *ignored]
    subprocess.run(command, cwd=ROOT, check=False)


@dataclass(frozen=True)
class Reach:
    """What the measured run knows of one source."""

    times: dict[str, float]  # seconds a test took, by its id
    by_line: dict[int, set[str]]  # which tests run a line, by its number as the source now stands
    widths: dict[str, int]  # how many lines of this source a test runs at all

    def tests_of(self, line: int, source: str) -> list[str]:
        """List the tests that may notice a change of a line: the narrowest and fastest first."""
        found = self.by_line.get(line) or self.nearest(line, source) or set(self.widths)
        return sorted(
            found,
            key=lambda test: (self.times.get(test, 1.0) > 1, self.times.get(test, 1.0) * (20 + self.widths[test])),
        )

    def nearest(self, line: int, source: str) -> set[str]:
        """Give the tests of the statement a line belongs to: a statement of many lines is run at its first."""
        indent = _indent(source.splitlines()[line - 1])
        for above in range(line - 1, 0, -1):
            row = source.splitlines()[above - 1]
            if row.strip() and _indent(row) < indent:
                indent = _indent(row)
                if found := self.by_line.get(above):
                    return found
        return set()


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip())


def read(paths: list[Path]) -> dict[Path, Reach]:
    """Read what was measured of some sources."""
    if not TIMES.exists():
        raise SystemExit("Nothing is measured yet: python -m tests.mutants --measure")
    times = json.loads(TIMES.read_text())
    then = json.loads(SOURCES.read_text())
    data = coverage.CoverageData(basename=str(DATA))
    data.read()
    return {path: _reach(data, times, path, then.get(str(path), "")) for path in paths}


def _reach(data: coverage.CoverageData, times: dict[str, float], path: Path, then: str) -> Reach:
    now = text(path)
    moved = _moved(then.splitlines(), now.splitlines())
    by_line: dict[int, set[str]] = defaultdict(set)
    widths: dict[str, int] = defaultdict(int)
    for line, contexts in data.contexts_by_lineno(str(path)).items():
        tests = {context.rpartition("|")[0] for context in contexts} & times.keys()
        for test in tests:
            widths[test] += 1
        if line in moved:
            by_line[moved[line]] |= tests
    return Reach(times, by_line, widths)


def _moved(then: list[str], now: list[str]) -> dict[int, int]:
    """Say where each line that has not changed stands now."""
    blocks = difflib.SequenceMatcher(a=then, b=now, autojunk=False).get_matching_blocks()
    return {block.a + at + 1: block.b + at + 1 for block in blocks for at in range(block.size)}
