"""The production server, started as an office starts it."""

import os
import re
import socket
import subprocess
import urllib.error
import urllib.request

import pytest

from tests.repository import PYTHON, ROOT


def command(data_dir, *arguments: str) -> dict:
    """Say how to start a management command in an office of its own on SQLite."""
    environment = {**os.environ, "DATA_DIR": str(data_dir), "HTTPS": "0", "DJANGO_SETTINGS_MODULE": "kpu_desk.settings"}
    environment.pop("DATABASE_URL", None)
    return {"args": [PYTHON, "manage.py", *arguments], "cwd": ROOT, "env": environment, "text": True}


def refusal(data_dir, *arguments: str) -> tuple[int, str]:
    """Run a command that refuses; tell its exit code and its words."""
    done = subprocess.run(**command(data_dir, *arguments), capture_output=True, timeout=120)
    return done.returncode, done.stderr


def fetch(address: str) -> tuple[int, dict, str]:
    """Fetch one page: its status, headers and text."""
    try:
        with urllib.request.urlopen(address, timeout=30) as page:
            return page.status, dict(page.headers), page.read().decode()
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, dict(refused.headers), refused.read().decode()


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    data_dir = tmp_path_factory.mktemp("office")
    subprocess.run(**command(data_dir, "migrate", "--verbosity", "0"), check=True, timeout=120)
    return data_dir


@pytest.fixture(scope="module")
def address(office):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    with subprocess.Popen(**command(office, "serve", "--port", port), stdout=subprocess.PIPE) as server:
        try:
            assert f"http://127.0.0.1:{port}/" in server.stdout.readline()
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def test_pages_and_static_files_are_served(address):
    status, headers, text = fetch(f"{address}/masuk/")
    assert (status, "no-store" in headers["Cache-Control"], "Server" in headers) == (200, True, False)
    sheet = re.search(r'href="(/static/desk\.[0-9a-f]{12}\.css)"', text).group(1)
    status, style_headers, _ = fetch(address + sheet)
    assert (status, style_headers["Cache-Control"]) == (200, "max-age=315360000, public, immutable")
    # What governs a document stands on every page, also on a missing file's, and on no style sheet.
    for name in ("Content-Security-Policy", "Permissions-Policy"):
        assert (name in headers, name in fetch(f"{address}/static/none.css")[1], name in style_headers) == (
            True,
            True,
            False,
        )
    assert style_headers["X-Content-Type-Options"] == headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["/uploads/letter.pdf", "/media/letter.pdf", "/static/%2e%2e/uploads/letter.pdf"])
def test_uploads_have_no_address(office, address, path):
    (office / "uploads").mkdir(exist_ok=True)
    (office / "uploads" / "letter.pdf").write_bytes(b"%PDF-1.7")
    assert fetch(address + path)[0] == 404


def test_a_taken_port_is_said_in_one_sentence(office):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        code, words = refusal(office, "serve", "--port", str(taken.getsockname()[1]))
    assert code == 1
    assert re.fullmatch(r"CommandError: Port 127\.0\.0\.1:\d+ tidak dapat dibuka: .*\n", words)


def test_an_old_database_is_refused(tmp_path):
    assert refusal(tmp_path, "serve") == (
        1,
        "CommandError: Basis data belum mutakhir: jalankan `manage.py migrate` dahulu.\n",
    )
