"""One way to paper: a template becomes html for the browser's print page and, on demand, a tagged PDF."""

import base64
import mimetypes
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.template.loader import render_to_string

from ..models.people import Office
from ..rules.refusals import Refusal
from .glyphs import missing_glyphs
from .tags import write

BASE = "http://localhost/"  # makes the papers' addresses absolute; nothing is ever asked of it


class NotPrintable(Refusal):
    """There is nothing to print yet: one sentence says what is missing."""

    status = 404


class NoRenderer(Refusal):
    """The system lacks Pango; the same paper prints from the browser."""

    status = 503


@dataclass(frozen=True)
class Printed:
    """A paper: its html, and its tagged PDF rendered when first asked for. `name` is fit for a file name."""

    name: str
    html: str

    @cached_property
    def pdf(self) -> bytes:
        """Render the html. Never call this inside a transaction. Raises NoRenderer."""
        try:
            from weasyprint import HTML
        except OSError as error:
            raise NoRenderer("Pustaka Pango belum terpasang di server; cetak dari peramban.") from error
        document = HTML(string=self.html, base_url=BASE, url_fetcher=_fetcher()).render()
        return write(document, claims=not missing_glyphs(self.html))


def paper(template: str, name: str, **context: Any) -> Printed:
    """Fill one template of `templates/print/` with what every paper shares and its own values.

    Who has read the office already gives it as `office`.
    """
    office = context.pop("office", None) or Office.objects.first() or Office()
    shared = {
        "office": office,
        "emblem": emblem(office),
        "stylesheet": _stylesheet(),
        "public_url": settings.PUBLIC_URL,
    }
    return Printed(name, render_to_string(f"print/{template}.html", {**shared, **context}))


def emblem(office: Office) -> str:
    """Give the uploaded emblem as a data address, so that paper and browser need no other request."""
    if not office.emblem:
        return ""
    try:
        with office.emblem.open() as file:
            content = file.read()
    except OSError:
        return ""
    kind = "image/png" if content.startswith(b"\x89PNG") else "image/jpeg"
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def _stylesheet() -> str:
    try:
        return staticfiles_storage.url("print.css")
    except ValueError:  # the command line prints before static files were ever collected
        return f"{settings.STATIC_URL}print.css"


def _fetcher():
    """Build the fetcher that knows our static files and data addresses, and no network and no other file."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OwnFiles(URLFetcher):
        def fetch(self, url, headers=None):
            if url.startswith("data:"):
                return super().fetch(url, headers)
            place = static_file(url)
            return URLFetcherResponse(url, place.read_bytes(), {"Content-Type": mimetypes.guess_type(place.name)[0]})

    return OwnFiles(allowed_protocols=["data"], allow_redirects=False)


def static_file(url: str) -> Path:
    """Find the file behind an address under STATIC_URL, in the sources or, hashed, among the collected ones."""
    prefix = urlsplit(BASE)._replace(path=settings.STATIC_URL).geturl()
    if not url.startswith(prefix):
        raise ValueError(f"Papers read static files only, not {url}")
    name = unquote(urlsplit(url).path.removeprefix(settings.STATIC_URL))
    if found := finders.find(name):
        return Path(found)
    root = Path(settings.STATIC_ROOT).resolve()
    place = (root / name).resolve()
    if not place.is_relative_to(root) or not place.is_file():
        raise ValueError(f"No such static file: {name}")
    return place
