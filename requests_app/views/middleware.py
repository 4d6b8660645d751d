"""What every request and response passes: whose address is believed, the security headers, the session's end."""

from collections.abc import Callable
from ipaddress import ip_address

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ..accounts import sessions

POLICY = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
]
CONTENT_SECURITY_POLICY = "; ".join(POLICY)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    # Every page may hold personal data; collected static files carry their own header.
    "Cache-Control": "no-store",
}
# What governs a document alone says nothing to a style sheet, script or icon, and would weigh more than some of them.
OF_PAGES = ("Content-Security-Policy", "Permissions-Policy")
FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST", "HTTP_X_FORWARDED_PORT")
SESSION_OVER = "Sesi Anda sudah berakhir. Silakan masuk lagi."

Handler = Callable[[HttpRequest], HttpResponse]


class TrustedProxies:
    """Take the client's address and scheme from the office's own proxy, and from nobody else."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        forwarded = {name: request.META.pop(name, "") for name in FORWARDED}
        if is_trusted(request.META.get("REMOTE_ADDR", "")):
            request.META["REMOTE_ADDR"] = client_address(request.META["REMOTE_ADDR"], forwarded["HTTP_X_FORWARDED_FOR"])
            if forwarded["HTTP_X_FORWARDED_PROTO"] in {"http", "https"}:
                request.META["wsgi.url_scheme"] = forwarded["HTTP_X_FORWARDED_PROTO"]
        return self.get_response(request)


def is_trusted(address: str) -> bool:
    """Tell whether an address is one of the office's proxies."""
    try:
        return any(ip_address(address) in network for network in settings.TRUSTED_PROXIES)
    except ValueError:
        return False


def client_address(nearest: str, chain: str) -> str:
    """Walk the chain from our side and stop at the first address that is not a proxy of ours."""
    address = nearest
    for hop in reversed([part.strip() for part in chain.split(",") if part.strip()]):
        if not is_trusted(address):
            break
        try:
            address = str(ip_address(hop))
        except ValueError:
            break
    return address


class SecurityHeaders:
    """Set the headers Django has no setting for, where the view has not chosen its own."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_file = request.path.startswith(settings.STATIC_URL) and response.status_code in (200, 304)
        for name, value in HEADERS.items():
            if not (is_file and name in OF_PAGES):
                response.headers.setdefault(name, value)
        return response


class SessionEnd:
    """End a login that sat idle or grew too old; else note that it was seen."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            now = timezone.now()
            if sessions.is_over(request.session, now):
                logout(request)
                messages.info(request, SESSION_OVER)
            else:
                sessions.touch(request.session, now)
        return self.get_response(request)
