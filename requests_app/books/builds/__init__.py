"""Books built in processes of their own: asked for by the page or by hand, worked at part by part, kept with a hash."""

from .asking import LONG_ROWS, Wanted, ask, go_on, is_long, latest, take_up
from .keeping import cases_shown, part_bytes
from .process import Progress, progress
from .work import run

__all__ = [
    "LONG_ROWS",
    "Progress",
    "Wanted",
    "ask",
    "cases_shown",
    "go_on",
    "is_long",
    "latest",
    "part_bytes",
    "progress",
    "run",
    "take_up",
]
