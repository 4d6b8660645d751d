"""The one-time code that lets the first admin in: shown on the console, kept hashed in the data folder."""

import hashlib
import hmac
import json
import os
import secrets
from pathlib import Path

from django.conf import settings

from ..models.case import CODE_ALPHABET

LENGTH = 10
MOST_GUESSES = 10


def issue() -> str:
    """Draw a new code in place of any earlier one."""
    code = "".join(secrets.choice(CODE_ALPHABET) for _ in range(LENGTH))
    _write({"digest": _digest(code), "guesses": 0})
    return f"{code[:5]}-{code[5:]}"


def is_open() -> bool:
    """Tell whether a code waits to be typed."""
    return _place().exists()


def accepts(typed: str) -> bool:
    """Compare what was typed; a code guessed at too often is void."""
    try:
        kept = json.loads(_place().read_text())
    except FileNotFoundError:
        return False
    if hmac.compare_digest(kept["digest"], _digest(typed)):
        return True
    kept["guesses"] += 1
    _write(kept) if kept["guesses"] < MOST_GUESSES else spend()
    return False


def spend() -> bool:
    """Use the code up. Tells whether this call did it: of two, one."""
    try:
        _place().unlink()
    except FileNotFoundError:
        return False
    return True


def _digest(code: str) -> str:
    plain = "".join(sign for sign in code.upper() if sign in CODE_ALPHABET)
    return hashlib.sha256(f"{settings.SECRET_KEY}:{plain}".encode()).hexdigest()


def _write(kept: dict[str, object]) -> None:
    descriptor = os.open(_place(), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(kept, file)


def _place() -> Path:
    return Path(settings.DATA_DIR) / "setup_code"
