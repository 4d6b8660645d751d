"""Telephone numbers as they are compared: 08…, 62… and +62… are the same number (DOMAIN section 6)."""

import re

NONE = "tidak ada"
SHORTEST, LONGEST = 6, 15  # digits; E.164 allows fifteen


def digits(typed: str) -> str:
    """Reduce a number to the digits it is found by, with a leading 0 for +62. Words give nothing."""
    bare = re.sub(r"[\s().+/-]", "", typed)
    if not bare.isascii() or not bare.isdigit():
        return ""
    return "0" + bare[2:] if bare.startswith("62") else bare


def is_none(typed: str) -> bool:
    """Tell whether the petitioner was said to have no telephone."""
    return typed.strip().casefold() in {NONE, "-", "tdk ada", "tidak punya"}
