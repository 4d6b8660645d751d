"""Registers as plain rows, for whoever counts; screen, paper and exports show the very same ones."""

from ..printing.periods import month_bounds
from ..printing.rows import (
    AgendaRow,
    ExpeditionRow,
    LetterRow,
    RegisterRow,
    agenda_rows,
    expedition_rows,
    letter_rows,
    register_rows,
)

__all__ = [
    "AgendaRow",
    "ExpeditionRow",
    "LetterRow",
    "RegisterRow",
    "agenda_rows",
    "expedition_rows",
    "letter_rows",
    "month_bounds",
    "register_rows",
]
