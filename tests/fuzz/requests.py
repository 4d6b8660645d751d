"""Requests nobody meant, to every address of the matrix as everybody, drawn from the forms that are really shown.

No answer is a server error, none echoes markup as it was sent, and what is refused writes nothing. A seed gives the
same requests again.
"""

from __future__ import annotations

import io
import json
import re
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from random import Random
from typing import Any
from urllib.parse import quote, urlencode

from django.contrib import admin
from django.core.cache import cache
from django.core.signals import got_request_exception
from django.db import connection
from django.test import Client
from django.urls import reverse

from requests_app.models import versions
from tests import matrix
from tests.fuzz.values import DAYS, FILES, KINDS, MARK, NAMES, NUMBERS, PLACES, QUERIES, TEXTS
from tests.matrix import CHANGES, PEOPLE, Matrix, Row, counts, undone
from tests.rules import test_matrix, test_matrix_tasks

BODIES = {
    **test_matrix.BODIES,
    **test_matrix_tasks.bodies(test_matrix_tasks.AWAITED),
    **test_matrix_tasks.bodies(test_matrix_tasks.NOT_AWAITED),
}
OF_SETTINGS = """requests_app/ autocomplete/ jsi18n/ password_change/ r/1/1/ requests_app/user/1/password/
    autocomplete/?app_label=requests_app&model_name=appointment&field_name=user&term=a""".split()
ABLE = ("200", "204", "302", "422")  # how somebody is answered who may send a form
BUTTONS = ("envelope", "cari_telepon", "pakai", "_tinjau", "pratinjau", "simpan", "naskah", "buang")
TABLES = (test_matrix_tasks.AWAITED, test_matrix_tasks.NOT_AWAITED)

FIELD = re.compile(r"<(input|select|textarea)\b([^>]*)>(.*?</select>)?", re.DOTALL)
NAMED, VALUED, OPTION = (
    re.compile(r'\bname="([^"]+)"'),
    re.compile(r'\bvalue="([^"]*)"'),
    re.compile(r'<option[^>]*value="([^"]*)"'),
)


class File(io.BytesIO):
    """A file to send, under any name at all."""

    def __init__(self, name: str, content: bytes) -> None:
        super().__init__(content)
        self.name = name

    def __repr__(self) -> str:
        return f"File({self.name!r}, {self.getvalue()[:40]!r})"


class Browser(Client):
    """A test client that keeps neither templates nor their contexts of the pages it is shown: thousands pass by."""

    def request(self, **request: Any) -> Any:
        """Hand one request to the application; what it could not answer is remembered with the answer."""
        self.exc_info = None
        got_request_exception.connect(self.store_exc_info, dispatch_uid="fuzz")
        try:
            answer = self.handler(self._base_environ(**request))
        finally:
            got_request_exception.disconnect(dispatch_uid="fuzz")
        answer.exc_info = self.exc_info
        return answer


@dataclass
class Shown:
    """What one form page offers: each field's values, its hidden fields as they came, and which take files."""

    offered: dict[str, list[str]] = field(default_factory=dict)
    hidden: dict[str, str] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, html: str) -> Shown:
        """Read a page."""
        shown = cls()
        for kind, attributes, inside in FIELD.findall(html):
            if not (name := NAMED.search(attributes)):
                continue
            own = [unescape(found) for found in VALUED.findall(attributes)] if kind == "input" else []
            shown.offered.setdefault(name[1], []).extend(own + [unescape(one) for one in OPTION.findall(inside or "")])
            if 'type="hidden"' in attributes:
                shown.hidden[name[1]] = (own or [""])[0]
            if 'type="file"' in attributes:
                shown.files.add(name[1])
        return shown


@dataclass(frozen=True)
class Sent:
    """One request, as it can be sent again."""

    who: str
    method: str
    path: str
    body: Any
    kind: str | None = None

    def by(self, client: Client) -> Any:
        """Send it."""
        if self.method == "GET":
            return client.get(self.path)
        if self.kind is None and self.method == "POST":
            return client.post(self.path, self.body)
        return client.generic(self.method, self.path, raw(self.body), self.kind or "application/octet-stream")


def raw(body: Any) -> bytes:
    """Write a body as bytes."""
    return body if isinstance(body, bytes) else urlencode(body, doseq=True, errors="replace").encode()


class Fuzz:
    """Draws requests from a seed and sends each to one office, where all of it is undone."""

    def __init__(self, office: Matrix, seed: int) -> None:
        self.office, self.chance = office, Random(seed)
        self.rows = [*test_matrix.TABLE, *(row for table in TABLES for row in matrix.rows(table)), *settings_rows()]
        self.posted = [row for row in self.rows if row.method == "POST" and row.who(*ABLE)]
        self.before = counts()
        self.pages: dict[tuple[str, str], Shown] = {}
        self.answered: dict[int, int] = {}

    def run(self, count: int) -> list[str]:
        """Send so many requests; tell the ones that were answered wrongly."""
        return [wrong for _ in range(count) for wrong in self.judge(self.draw())]

    # -- Drawing -------------------------------------------------------------------------------------------------------

    def draw(self) -> Sent:
        """Draw one request: every other is a form sent by somebody who may send it."""
        row = self.pick(self.posted if self.chance.random() < 0.5 else self.rows)
        able = row.who(*ABLE)
        who = self.pick(PEOPLE) if not able or self.chance.random() < 0.2 else self.pick([able[0], able[0], *able])
        path = self.address(self.office.path(row.path))
        if row.method == "GET":
            return Sent(who, self.pick(["GET"] * 9 + ["HEAD", "PUT", "DELETE", "OPTIONS"]), path, b"")
        body = self.body(row, who)
        if self.chance.random() > 0.06:
            return Sent(who, "POST", path, body)
        sent = self.pick([json.dumps(body, default=str).encode(), raw(body), b"\xff\0"])
        return Sent(who, "POST", path, sent, self.pick(KINDS))

    def pick(self, values: Any) -> Any:
        return self.chance.choice(list(values))

    def value(self, offered: Sequence[str] = ()) -> str:
        """Draw a value: now and then one that was offered."""
        pools = [NUMBERS, DAYS, TEXTS, offered or TEXTS, offered or NUMBERS]
        return self.pick(self.pick(pools))

    def address(self, path: str) -> str:
        """Put strange numbers, words and parameters into an address."""
        place, _, query = path.partition("?")
        if self.chance.random() < 0.12:
            parts = place.split("/")
            parts[self.chance.randrange(len(parts))] = quote(self.value()[:60], safe="")
            place = "/".join(parts)
        asked = [query] if query else []
        if self.chance.random() < 0.35:
            names = [self.pick(QUERIES) for _ in range(self.chance.randint(1, 4))]
            asked += [urlencode({name: self.parameter(name)[:500]}) for name in names]
        return place + ("?" + "&".join(asked) if asked else "")

    def parameter(self, name: str) -> str:
        """Draw a parameter's value, more often one of its own kind."""
        own = {
            "setelah": PLACES,
            "sebelum": PLACES,
            "hal": NUMBERS,
            "o": NUMBERS,
            "p": NUMBERS,
            "what": ["steps", "ended", "held", "posts"],
        }
        days = DAYS if name in ("since", "until", "begin", "end", "dari", "sampai", "bulan", "begins__gte") else TEXTS
        return self.pick(self.pick([own.get(name, days), days, NUMBERS, TEXTS]))

    def body(self, row: Row, who: str) -> dict[str, Any]:
        """Fill in the form that is really shown there, then spoil some of it."""
        able = row.who(*ABLE)
        shown = self.shown(row, able[0]) if able else Shown()
        hidden = shown.hidden if able[:1] == [who] else {}  # sealed for that person alone
        body: dict[str, Any] = {**hidden, **self.office.body(BODIES.get(row.path, {}))}
        names = list({**shown.offered, **body}) or ["x"]
        for name in self.chance.sample(names, self.chance.randint(0, min(5, len(names)))):
            body[name] = self.spoiled(name, shown)
        if self.chance.random() < 0.1:
            body[self.pick([*BUTTONS, self.value()[:40]])] = self.value()
        return body

    def spoiled(self, name: str, shown: Shown) -> Any:
        """Draw what stands in one field."""
        if name in shown.files:
            return [File(self.pick(NAMES), self.pick(FILES)) for _ in range(self.pick([1, 1, 2, 12]))]
        if name == "envelope":
            sealed = shown.hidden.get(name, "")
            return self.pick([sealed[:-3], sealed[::-1], sealed.replace(":", "", 1), "x", "\0", ""])
        offered = shown.offered.get(name, [])
        return [self.value(offered) for _ in range(3)] if self.chance.random() < 0.1 else self.value(offered)

    def shown(self, row: Row, who: str) -> Shown:
        """Fetch the form of an address once."""
        if (row.path, who) not in self.pages:
            with undone():
                page = self.client(who).get(self.office.path(row.path))
            is_page = page.status_code == 200 and page["Content-Type"].startswith("text/html")
            self.pages[row.path, who] = Shown.of(page.content.decode()) if is_page else Shown()
        return self.pages[row.path, who]

    def client(self, who: str) -> Browser:
        browser = Browser(raise_request_exception=False)
        browser.cookies = self.office.cookies[who].copy()
        return browser

    # -- Judging -------------------------------------------------------------------------------------------------------

    def judge(self, sent: Sent) -> Iterator[str]:
        """Send a request, undo it, and say what was wrong with the answer."""
        changes: list[str] = []

        def watch(execute, sql, params, many, context):
            if CHANGES.match(sql):
                changes.append(sql)
            return execute(sql, params, many, context)

        cache.clear()  # how often one address may try is another test's business
        with undone(), connection.execute_wrapper(watch):
            answer = sent.by(self.client(sent.who))
            wrote = answer.status_code >= 400 and bool(changes) and counts() != self.before
        if changes:
            versions.forget()
        self.answered[answer.status_code] = self.answered.get(answer.status_code, 0) + 1
        if answer.status_code >= 500:
            trace = traceback.format_exception(*answer.exc_info)[-3:] if answer.exc_info else []
            yield f"{sent}\n{answer.status_code} {''.join(trace)}"
        if wrote and "/masuk/" not in sent.path:
            yield f"{sent}\n{answer.status_code}, yet written: {changes}"
        if answer.get("Content-Type", "").startswith("text/html") and MARK in answer.content.decode():
            yield f"{sent}\n{answer.status_code}, echoed as it was sent"


def settings_rows() -> Iterator[Row]:
    """List the settings' own pages, as the Admin meets them."""
    expected = {column: "200" if column == "admi" else "403" for column in PEOPLE}
    yield from (Row(method, f"/admin/{place}", expected) for place in OF_SETTINGS for method in ("GET", "POST"))
    for model in admin.site._registry:
        name, first = f"admin:requests_app_{model._meta.model_name}", model._default_manager.order_by("pk").first()
        places = [reverse(f"{name}_changelist"), reverse(f"{name}_add")]
        if first:
            places += [reverse(f"{name}_{page}", args=[first.pk]) for page in ("change", "history")]
            places += [f"{places[-1]}1/"]
        yield from (Row(method, place, expected) for place in places for method in ("GET", "POST"))
