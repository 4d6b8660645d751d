"""Whose address is believed, and which headers every page carries."""

from ipaddress import ip_network

import pytest
from django.http import HttpResponse

from requests_app.views.middleware import CONTENT_SECURITY_POLICY, SecurityHeaders, TrustedProxies

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
        ("", "203.0.113.9", "https", ("", "http")),
    ],
)
def test_forwarded_headers_count_from_our_proxies_alone(rf, settings, remote, chain, scheme, expected):
    settings.TRUSTED_PROXIES = PROXIES
    request = rf.get("/", headers={"x-forwarded-for": chain, "x-forwarded-proto": scheme}, REMOTE_ADDR=remote)
    TrustedProxies(lambda request: HttpResponse())(request)
    assert (request.META["REMOTE_ADDR"], request.scheme) == expected


def test_forwarded_headers_reach_no_view(rf, settings):
    settings.TRUSTED_PROXIES = PROXIES
    request = rf.get("/", headers={"x-forwarded-host": "evil.example.com", "x-forwarded-for": "203.0.113.9"})
    TrustedProxies(lambda request: HttpResponse())(request)
    assert [name for name in request.META if "FORWARDED" in name] == []


def test_pages_carry_the_security_headers(rf):
    response = SecurityHeaders(lambda request: HttpResponse())(rf.get("/"))
    assert dict(response.headers) == {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": CONTENT_SECURITY_POLICY,
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cache-Control": "no-store",
    }


def test_the_policy_allows_nothing_inline_and_no_other_host():
    sources = {word for rule in CONTENT_SECURITY_POLICY.split("; ") for word in rule.split()[1:]}
    assert sources == {"'none'", "'self'", "data:"}


def test_a_view_keeps_the_header_it_chose(rf):
    response = SecurityHeaders(lambda request: HttpResponse(headers={"Cache-Control": "max-age=60"}))(rf.get("/"))
    assert response["Cache-Control"] == "max-age=60"
