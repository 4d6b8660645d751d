"""All the plots: every branch of the decree, every ending, every kind of hold, a case open at every task."""

from .letters import LETTERS
from .open_cases import OPEN
from .visits import VISITS

__all__ = ["FILLERS", "LETTERS", "OPEN", "VISITS"]

# The plain cases that fill up the month.
FILLERS = (
    "langsung",
    "surat-data",
    "langsung-anggota",
    "surat-balasan",
    "langsung-sekretaris",
    "surat-konsultasi-data",
    "satu-ruangan",
    "surat-data-diperintah",
    "siap-diambil",
    "surat-konsultasi-surat",
)
