"""What people see when a request cannot be served: what happened, and what to do next."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import TemplateDoesNotExist
from django.template.loader import render_to_string

from ..rules.people import Acting
from .desk_request import DeskRequest
from .edge import acting_of

LAST_RESORT = "Ada gangguan di sisi kami. Buka kembali halaman utama; bila berlanjut, beri tahu admin kantor."


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 400 without reading anything more from a request that could not be read."""
    return HttpResponse(render_to_string("400.html"), status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 403 with the refusal's own sentence, when it has one."""
    return render(request, "403.html", {"sentence": getattr(exception, "sentence", "")}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 404, with the frame of every page: an address that leads nowhere never came to the edge."""
    if getattr(request, "acting", None) is None and hasattr(request, "now"):
        desk = cast(DeskRequest, request)
        desk.acting = cast(Acting, acting_of(desk))
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500 from nothing but static text: database, session and manifest may be what failed."""
    try:
        page = render_to_string("500.html")
    except (OSError, TemplateDoesNotExist, ValueError):
        return HttpResponse(LAST_RESORT, status=500, content_type="text/plain; charset=utf-8")
    return HttpResponse(page, status=500)
