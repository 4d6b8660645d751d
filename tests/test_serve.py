"""The production server, started as an office starts it."""

import os
import re
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from contextlib import contextmanager

import pytest

from tests.repository import ROOT


def free_port() -> int:
    """Ask the system for a port nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def manage(data_dir, *arguments: str, **options):
    """Start one management command in an office of its own on SQLite."""
    environment = {**os.environ, "DATA_DIR": str(data_dir), "HTTPS": "0", "DJANGO_SETTINGS_MODULE": "kpu_desk.settings"}
    environment.pop("DATABASE_URL", None)
    return subprocess.Popen(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment,
        text=True,
        stderr=subprocess.PIPE,
        **options,
    )


def refusal(data_dir, *arguments: str) -> tuple[str, int]:
    """Run a command that refuses; tell its words and its exit code."""
    process = manage(data_dir, *arguments)
    return process.communicate(timeout=60)[1], process.returncode


@contextmanager
def served(data_dir):
    """Serve an office until the block ends; yields its address."""
    port = free_port()
    process = manage(data_dir, "serve", "--port", str(port), stdout=subprocess.PIPE)
    try:
        assert f"http://127.0.0.1:{port}/" in process.stdout.readline()
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.communicate(timeout=10)


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    data_dir = tmp_path_factory.mktemp("office")
    assert manage(data_dir, "migrate", "--verbosity", "0").wait(timeout=120) == 0
    return data_dir


def test_pages_and_static_files_are_served(office):
    with served(office) as address:
        page = urllib.request.urlopen(f"{address}/masuk/", timeout=10)
        sheet = re.search(r'href="(/static/desk\.[0-9a-f]{12}\.css)"', page.read().decode()).group(1)
        style = urllib.request.urlopen(address + sheet, timeout=10)
        assert style.headers["Cache-Control"] == "max-age=315360000, public, immutable"
        assert style.headers["Content-Security-Policy"] == page.headers["Content-Security-Policy"]
        assert page.headers["Cache-Control"] == "no-store"
        assert "Server" not in page.headers


def test_uploads_have_no_address(office):
    (office / "uploads").mkdir(exist_ok=True)
    (office / "uploads" / "letter.pdf").write_bytes(b"%PDF-1.7")
    with served(office) as address:
        for path in ("/uploads/letter.pdf", "/media/letter.pdf", "/static/../uploads/letter.pdf"):
            with pytest.raises(urllib.error.HTTPError) as answer:
                urllib.request.urlopen(address + path, timeout=10)
            assert answer.value.code == 404


def test_a_taken_port_is_said_in_one_sentence(office):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        words, code = refusal(office, "serve", "--port", str(taken.getsockname()[1]))
    assert code == 1
    assert re.fullmatch(r"CommandError: Port 127\.0\.0\.1:\d+ tidak dapat dibuka: .*\n", words)


def test_an_old_database_is_refused(tmp_path):
    assert refusal(tmp_path, "serve") == (
        "CommandError: Basis data belum mutakhir: jalankan `manage.py migrate` dahulu.\n",
        1,
    )
