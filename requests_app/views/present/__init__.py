"""What the case page and the forms show of a case, built from its stays and records without further queries."""

from .clock import Now, now_of
from .page import brief, case_page

__all__ = ["Now", "brief", "case_page", "now_of"]
