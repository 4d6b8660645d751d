"""A month of work with invented people, played through the workflow; `manage.py demo` alone uses it."""

from .keeping import keep_books
from .player import issue_letters, simulate

__all__ = ["issue_letters", "keep_books", "simulate"]
