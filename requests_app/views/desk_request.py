"""The request as views get it from `edge`."""

from datetime import datetime

from django.http import HttpRequest

from ..rules.people import Acting


class DeskRequest(HttpRequest):
    """A request with who acts and at which instant; names only, for type checks. `waiting` is for the frame's badge."""

    acting: Acting
    now: datetime
    waiting: int
