"""The office's data in Django's admin."""

from . import pages
