"""The settings an office runs with, read in a process of their own."""

import json
import os
import stat
import subprocess
import sys

import pytest

from tests.repository import ROOT

REPORT = """
import json
from kpu_desk import settings as s
print(json.dumps({name: getattr(s, name) for name in %r}, default=str))
"""


def settings_under(data_dir, *names: str, **environment: str) -> dict:
    """Read settings under an environment that holds nothing else of ours."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "COVERAGE_PROCESS_START") if name in os.environ}
    output = subprocess.run(
        [sys.executable, "-c", REPORT % (names,)],
        cwd=ROOT,
        env={**kept, "DATA_DIR": str(data_dir), **environment},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return json.loads(output)


def test_a_key_is_made_once_for_the_owner_alone(tmp_path):
    first = settings_under(tmp_path / "new", "SECRET_KEY")
    key_file = tmp_path / "new" / "secret_key"
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600
    assert first == settings_under(tmp_path / "new", "SECRET_KEY") == {"SECRET_KEY": key_file.read_text()}
    assert len(key_file.read_text()) >= 64
    assert list((tmp_path / "new").iterdir()) == [key_file]


def test_two_offices_have_two_keys(tmp_path):
    assert settings_under(tmp_path / "a", "SECRET_KEY") != settings_under(tmp_path / "b", "SECRET_KEY")


def test_a_key_of_the_environment_leaves_no_file(tmp_path):
    assert settings_under(tmp_path, "SECRET_KEY", SECRET_KEY="from outside") == {"SECRET_KEY": "from outside"}
    assert list(tmp_path.iterdir()) == []


def test_sqlite_waits_for_its_turn_and_survives_a_power_cut(tmp_path):
    database = settings_under(tmp_path, "DATABASES")["DATABASES"]["default"]
    assert database["NAME"] == str(tmp_path / "desk.sqlite3")
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert database["OPTIONS"]["timeout"] == 20
    assert {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL"} <= set(
        database["OPTIONS"]["init_command"].split("; ")
    )


def test_an_address_moves_the_desk_to_postgresql(tmp_path):
    url = "postgres://desk:secret@db.example.go.id:5433/office"
    database = settings_under(tmp_path, "DATABASES", DATABASE_URL=url)["DATABASES"]["default"]
    assert (database["ENGINE"], database["HOST"], database["PORT"], database["NAME"]) == (
        "django.db.backends.postgresql",
        "db.example.go.id",
        5433,
        "office",
    )
    assert (database["CONN_MAX_AGE"], database["CONN_HEALTH_CHECKS"]) == (600, True)


@pytest.mark.parametrize(
    ("https", "expected"),
    [
        (
            "1",
            {"SESSION_COOKIE_NAME": "__Host-session", "SECURE_SSL_REDIRECT": True, "SECURE_HSTS_SECONDS": 31_536_000},
        ),
        ("0", {"SESSION_COOKIE_NAME": "session", "SECURE_SSL_REDIRECT": False, "SECURE_HSTS_SECONDS": 0}),
    ],
)
def test_https_is_the_rule(tmp_path, https, expected):
    assert settings_under(tmp_path, *expected, HTTPS=https) == expected
    assert settings_under(tmp_path, "HTTPS", "DEBUG") == {"HTTPS": True, "DEBUG": False}


def test_the_public_address_is_an_allowed_host(tmp_path):
    names = ("ALLOWED_HOSTS", "PUBLIC_URL")
    assert settings_under(tmp_path, *names, ALLOWED_HOSTS="a.example.id", PUBLIC_URL="https://b.example.id/") == {
        "ALLOWED_HOSTS": ["a.example.id", "b.example.id"],
        "PUBLIC_URL": "https://b.example.id",
    }
