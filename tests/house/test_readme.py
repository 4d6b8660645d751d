"""What README and deploy/README name is there."""

import re

from tests.repository import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
DEPLOY = (ROOT / "deploy/README.md").read_text(encoding="utf-8")
UNNAMED = {"__init__.py", "apps.py", "migrations", "templatetags"}


def table(text: str, heading: str) -> list[list[str]]:
    """Read the table under a heading, without its head."""
    lines = text.split(f"## {heading}\n")[1].split("\n## ")[0].splitlines()
    rows = [line.strip("| ").split(" | ") for line in lines if line.startswith("| ")]
    return rows[1:]


def test_every_file_named_where_a_change_goes_is_there():
    named = re.findall(r"`([\w./-]+)`", README.split("## Where a change goes\n")[1].split("\n## ")[0])
    paths = [name for name in named if "/" in name or name.endswith(".py")]
    assert [path for path in paths if not any((ROOT / at / path).exists() for at in ("", "requests_app"))] == []
    assert len(paths) > 20


def test_every_room_has_its_line():
    rooms = [name for row in table(README, "How it is built") for name in re.findall(r"`([\w.]+)`", row[0])]
    there = {path.name for path in (ROOT / "requests_app").iterdir()} - UNNAMED - {"__pycache__"}
    assert sorted(rooms) == sorted(there)


def test_every_word_of_the_glossary_stands_once():
    words = [word for row in table(README, "One word for one thing") for word in row[0].split(", ")]
    assert (len(words), len(set(words))) == (len(set(words)), len(words))
    assert {"stay", "act", "task", "row", "hold", "ending", "outcome", "holder", "facts"} <= set(words)


def test_the_environment_is_told_whole():
    told = [row[0].strip("`") for row in table(DEPLOY, "Environment")]
    settings = (ROOT / "kpu_desk/settings.py").read_text(encoding="utf-8")
    assert sorted(told) == sorted(set(re.findall(r'\b(?:environ\.get|flag|words|read)\(\s*"([A-Z_]+)"', settings)))
