"""What the case page and the forms show of a case, built from its stays and records without further queries."""

from .page import brief, case_page

__all__ = ["brief", "case_page"]
