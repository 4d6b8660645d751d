"""What people see when a request cannot be served: what happened, and what to do next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import TemplateDoesNotExist
from django.template.loader import render_to_string

LAST_RESORT = "Ada gangguan di sisi kami. Buka kembali halaman utama; bila berlanjut, beri tahu admin kantor."


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 400 without reading anything more from a request that could not be read."""
    return HttpResponse(render_to_string("400.html"), status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 403 with the refusal's own sentence, when it has one."""
    return render(request, "403.html", {"sentence": getattr(exception, "sentence", "")}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 404."""
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500 from nothing but static text: database, session and manifest may be what failed."""
    try:
        page = render_to_string("500.html")
    except (OSError, TemplateDoesNotExist, ValueError):
        return HttpResponse(LAST_RESORT, status=500, content_type="text/plain; charset=utf-8")
    return HttpResponse(page, status=500)
