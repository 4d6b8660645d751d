"""Which letters papers can show: what our fonts have no glyph for stays blank, above a signature too."""

import unicodedata
from functools import cache

from django.conf import settings


def missing_glyphs(text: str) -> str:
    """Name the letters that papers would leave blank, each once, in order; nothing when all can be printed."""
    signs = () if text.isascii() else dict.fromkeys(unicodedata.normalize("NFC", text))
    return "".join(sign for sign in signs if ord(sign) not in _letters() and not _is_unseen(sign))


def _is_unseen(sign: str) -> bool:
    return sign.isspace() or unicodedata.category(sign) in ("Cc", "Cf")  # breaks and marks of direction draw nothing


@cache
def _letters() -> frozenset[int]:
    """Read which letters every font of the papers has."""
    from fontTools.ttLib import TTFont

    found = []
    for path in (settings.BASE_DIR / "static" / "fonts").glob("*.otf"):
        with TTFont(path) as font:
            found.append(frozenset(font.getBestCmap()))
    return frozenset.intersection(*found)
