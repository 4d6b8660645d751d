"""A form sent after its session ended comes back as typed once the person has logged in again.

The login page carries what was typed as a signed field, so nothing of it is stored on the server; after the login a
page offers to open the form again. That page posts the old fields with REVIEW set: the view draws the form and acts
on nothing. Whether the person who logged in may act there is asked by that view, as always.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.core import signing
from django.http import HttpRequest
from django.utils.http import escape_leading_slashes

REVIEW = "_tinjau"
CARRIED = "isian"
SALT = "desk.resume"
MAX_AGE = 12 * 3600  # seconds
MAX_SIZE = 200_000  # signs of typed text; more is not worth a login page's weight
LEFT_OUT = frozenset({"csrfmiddlewaretoken", "password", "password1", "password2", "old_password", REVIEW, CARRIED})


@dataclass(frozen=True)
class Typed:
    """What someone had typed, and where it was going."""

    path: str
    fields: list[list[str]]


def is_review(request: HttpRequest) -> bool:
    """Tell a view to draw the form it was sent, with status 200, and to act on nothing."""
    return REVIEW in request.POST


def pack(request: HttpRequest) -> str:
    """Sign what was typed; passwords, tokens and files stay out."""
    fields = [[name, str(value)] for name, values in request.POST.lists() if name not in LEFT_OUT for value in values]
    return signing.dumps(
        {"path": escape_leading_slashes(request.get_full_path()), "fields": fields}, salt=SALT, compress=True
    )


def unpack(carried: str) -> Typed | None:
    """Read a signed field back; a changed or old one is nothing."""
    try:
        return Typed(**signing.loads(carried, salt=SALT, max_age=MAX_AGE))
    except signing.BadSignature:
        return None
