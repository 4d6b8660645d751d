"""The edge of a request: who asks and when is settled here once; refusals become pages here."""

from collections.abc import Callable
from typing import Any, cast

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from ..rules.people import Acting, acting_today
from ..rules.refusals import Incomplete, Refusal
from .desk_request import DeskRequest

FREE_NAMES = ("login", "logout")
PAGES = {403: "403.html", 404: "404.html", 409: "409.html", 422: "422.html"}


class Edge:
    """Give the request its instant and its acting person; stop whoever holds no post today."""

    def __init__(self, get_response: Callable[[DeskRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: DeskRequest) -> HttpResponse:
        request.now = timezone.now()
        return self.get_response(request)

    def process_view(self, request: DeskRequest, view: Callable, args: Any, kwargs: Any) -> HttpResponse | None:
        """Explain to a person without a current appointment why there is nothing to do here."""
        request.acting = cast(Acting, acting_of(request))  # none without login, where no page looks
        if _is_free(request, view) or request.acting is None or request.acting.appointments:
            return None
        return render(request, "no_appointment.html", status=403)

    def process_exception(self, request: DeskRequest, exception: Exception) -> HttpResponse | None:
        """Answer a refusal nobody caught with its own page and status."""
        return refused(request, exception) if isinstance(exception, Refusal) else None


def acting_of(request: DeskRequest) -> Acting | None:
    """Say as whom this person acts today; nothing without a login."""
    if not request.user.is_authenticated:
        return None
    acting = getattr(request.user, "acting", None)
    return acting or acting_today(request.user, timezone.localdate(request.now))


def _is_free(request: DeskRequest, view: Callable) -> bool:
    match = request.resolver_match
    if match is None or not getattr(view, "login_required", True) or match.url_name in FREE_NAMES:
        return True
    return "admin" in match.namespaces and request.user.is_staff


def refused(request: DeskRequest, refusal: Refusal, **context: Any) -> HttpResponse:
    """Draw the page of a refusal: its sentence, and what was typed where the caller kept it."""
    errors = list(refusal.errors.values()) if isinstance(refusal, Incomplete) else None
    template = PAGES.get(refusal.status, "409.html")
    page = {"sentence": refusal.sentence, "errors": errors, **context}
    return render(request, template, page, status=refusal.status)
