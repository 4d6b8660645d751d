"""Registers as plain rows, for the screens and exports; paper draws the very same ones."""

from .printing.rows import (
    AgendaRow,
    ExpeditionRow,
    RegisterRow,
    agenda_rows,
    expedition_rows,
    month_bounds,
    register_rows,
)

__all__ = [
    "AgendaRow",
    "ExpeditionRow",
    "RegisterRow",
    "agenda_rows",
    "expedition_rows",
    "month_bounds",
    "register_rows",
]
