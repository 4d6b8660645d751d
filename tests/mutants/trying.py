"""Trying changes: each in a process of its own, forked where the libraries are loaded, on a copy of the repository."""

import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.repository import ROOT, files

# What takes long to load and is none of ours: loaded once, before the forks.
LIBRARIES = """
    pytest django.db.models django.forms django.template django.test.utils hypothesis.stateful weasyprint PIL.Image
    pypdf crispy_forms simple_history axes holidays xlsxwriter markdown_it segno pytest_django.plugin time_machine
""".split()
PYTEST = ["-x", "-q", "--no-header", "--tb=no", "-p", "no:cacheprovider", "-p", "pytest_django.plugin",
          "-p", "_hypothesis_pytestplugin", "--hypothesis-seed=0",
          "-W", "ignore::pytest.PytestAssertRewriteWarning"]  # fmt: skip
NOTICED, UNNOTICED, NOTHING_RAN = "noticed", "unnoticed", "nothing ran"


class Bench:
    """A copy of the repository in memory in which sources are changed and tests are run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for path in files():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / path, folder / path)

    @contextmanager
    def changed(self, path: Path, source: str) -> Iterator[None]:
        """Put a changed source into the copy, and the right one back."""
        kept = (self.folder / path).read_bytes()
        try:
            (self.folder / path).write_text(source, encoding="utf-8")
            yield
        finally:
            (self.folder / path).write_bytes(kept)

    def run(self, tests: list[str], limit: float) -> str:
        """Run tests until one fails; a change that runs past the limit, or does not load, is noticed."""
        sys.stdout.flush()
        child = os.fork()
        if child == 0:
            self._work(tests)
        code = _wait(child, limit)
        return {0: UNNOTICED, 5: NOTHING_RAN}.get(code, NOTICED)

    def _work(self, tests: list[str]) -> None:
        """Be the process that runs the tests; never comes back."""
        code = 1
        try:
            os.setsid()
            os.chdir(self.folder)
            silent = os.open(self.folder / "said.log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(silent, 1)
            os.dup2(silent, 2)
            for name in [name for name in sys.modules if name.split(".")[0] in {"tests", "requests_app", "kpu_desk"}]:
                del sys.modules[name]
            sys.path[:] = [str(self.folder), *(place for place in sys.path if Path(place or ".").resolve() != ROOT)]
            sys.dont_write_bytecode = True
            import pytest

            code = int(pytest.main([*PYTEST, *tests]))
            _tidy()
        finally:
            os._exit(code)


def _tidy() -> None:
    """Take the run's data folder away, as its end would have done."""
    if data := os.environ.get("DATA_DIR"):
        shutil.rmtree(data, ignore_errors=True)


def _wait(child: int, limit: float) -> int:
    """Wait for a process, at most so many seconds; give its exit code."""
    until = time.monotonic() + limit
    while time.monotonic() < until:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return -1


@contextmanager
def bench() -> Iterator[Bench]:
    """Load the libraries, copy the repository, and clear up afterwards."""
    os.environ |= {"DJANGO_SETTINGS_MODULE": "tests.settings", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    for name in LIBRARIES:
        __import__(name)
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(prefix="desk-mutants-", dir=memory if memory.is_dir() else None) as folder:
        yield Bench(Path(folder))
