"""The one-time code that lets the first admin in: shown on the console, kept hashed in the data folder."""

import fcntl
import hashlib
import hmac
import json
import os
import secrets
from pathlib import Path
from typing import IO

from django.conf import settings

from ..models.case import CODE_ALPHABET

LENGTH = 10
MOST_GUESSES = 10


def issue() -> str:
    """Draw a new code in place of any earlier one."""
    code = "".join(secrets.choice(CODE_ALPHABET) for _ in range(LENGTH))
    draft = _place().with_name("setup_code.baru")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        json.dump({"digest": _digest(code), "guesses": 0}, file)
    draft.replace(_place())
    return f"{code[:5]}-{code[5:]}"


def is_open() -> bool:
    """Tell whether a code waits to be typed."""
    return _place().exists()


def accepts(typed: str) -> bool:
    """Compare what was typed; a code guessed at too often is void, however many guesses come at once."""
    try:
        with _place().open("r+") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            return os.fstat(file.fileno()).st_nlink > 0 and _fits(file, typed)
    except (FileNotFoundError, ValueError):  # spent meanwhile, or cut off by a full disk
        return False


def _fits(file: IO[str], typed: str) -> bool:
    kept = json.load(file)
    if hmac.compare_digest(kept["digest"], _digest(typed)):
        return True
    kept["guesses"] += 1
    if kept["guesses"] >= MOST_GUESSES:
        spend()
    else:
        file.seek(0)
        json.dump(kept, file)
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


def _place() -> Path:
    return Path(settings.DATA_DIR) / "setup_code"
