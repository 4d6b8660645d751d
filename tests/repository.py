"""The repository's own files, for the tests that read code as text, and how its commands are started."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# The interpreter of every command a test starts: DESK_PYTHON tries another than the suite's own.
PYTHON = os.environ.get("DESK_PYTHON") or sys.executable


def files(*suffixes: str) -> list[Path]:
    """List the files git would keep, new ones included, by path from the root."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    found = [Path(name) for name in listing.split("\0") if name]
    return sorted(path for path in found if (ROOT / path).is_file() and (not suffixes or path.suffix in suffixes))


def text(path: Path) -> str:
    """Read one file; binary files read as empty."""
    try:
        return (ROOT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""
