"""Whose address is believed, and which headers every page carries."""

from ipaddress import ip_network

import pytest
from django.http import HttpResponse

from requests_app.views.middleware import SecurityHeaders, TrustedProxies

PROXIES = [ip_network("127.0.0.1"), ip_network("10.0.0.0/24")]


@pytest.mark.parametrize(
    ("remote", "chain", "scheme", "expected"),
    [
        ("127.0.0.1", "203.0.113.9", "https", ("203.0.113.9", "https")),
        ("127.0.0.1", "203.0.113.9, 10.0.0.7", "https", ("203.0.113.9", "https")),
        ("127.0.0.1", "1.1.1.1, 203.0.113.9, 10.0.0.7", "http", ("203.0.113.9", "http")),
        ("203.0.113.9", "10.0.0.7", "https", ("203.0.113.9", "http")),
        ("127.0.0.1", "not an address", "gopher", ("127.0.0.1", "http")),
        ("127.0.0.1", "", "", ("127.0.0.1", "http")),
        ("127.0.0.1", "203.0.113.9, not an address, 10.0.0.7", "https", ("10.0.0.7", "https")),
        ("127.0.0.1", "1.1.1.1, 10.0.0.7, , 10.0.0.8 ", "https", ("1.1.1.1", "https")),
        ("127.0.0.1", "2001:DB8::0001", "https", ("2001:db8::1", "https")),
        ("", "203.0.113.9", "https", ("", "http")),
    ],
)
def test_forwarded_headers_count_from_our_proxies_alone(rf, settings, remote, chain, scheme, expected):
    settings.TRUSTED_PROXIES = PROXIES
    request = rf.get("/", headers={"x-forwarded-for": chain, "x-forwarded-proto": scheme}, REMOTE_ADDR=remote)
    TrustedProxies(lambda request: HttpResponse())(request)
    assert (request.META["REMOTE_ADDR"], request.scheme) == expected


@pytest.mark.parametrize("remote", ["127.0.0.1", "203.0.113.9"])
def test_forwarded_headers_reach_no_view(rf, settings, remote):
    settings.TRUSTED_PROXIES = PROXIES
    sent = {"x-forwarded-for": "203.0.113.9", "x-forwarded-proto": "https", "x-forwarded-host": "evil.example.com",
            "x-forwarded-port": "1"}  # fmt: skip
    request = rf.get("/", headers=sent, REMOTE_ADDR=remote)
    TrustedProxies(lambda request: HttpResponse())(request)
    assert [name for name in request.META if "FORWARDED" in name] == []


POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
DEVICES = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"
EVERYWHERE = {"Cross-Origin-Resource-Policy": "same-origin", "Cache-Control": "no-store"}
ON_PAGES = {"Content-Security-Policy": POLICY, "Permissions-Policy": DEVICES, **EVERYWHERE}


@pytest.mark.parametrize(
    ("path", "status", "headers"),
    [
        ("/", 200, ON_PAGES),
        ("/static/desk.css", 200, EVERYWHERE),
        ("/static/desk.css", 304, EVERYWHERE),
        ("/static/none.css", 404, ON_PAGES),
        ("/permohonan/static/", 200, ON_PAGES),
    ],
)
def test_what_is_served_carries_its_security_headers(rf, path, status, headers):
    response = SecurityHeaders(lambda request: HttpResponse(status=status))(rf.get(path))
    assert dict(response.headers) == {"Content-Type": "text/html; charset=utf-8", **headers}


def test_a_view_keeps_the_header_it_chose(rf):
    response = SecurityHeaders(lambda request: HttpResponse(headers={"Cache-Control": "max-age=60"}))(rf.get("/"))
    assert response["Cache-Control"] == "max-age=60"
