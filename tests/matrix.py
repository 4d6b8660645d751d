"""The permission matrix's office: a case at every position, everybody logged in, each answer read and undone.

A table is text: a line per method and address, a column per person. `log` is the way to the login page; an address
that begins with a {case} stands under /permohonan/.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from datetime import timedelta
from html import unescape
from unittest.mock import patch

import time_machine
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client, TestCase

from requests_app import documents, printing, workflow
from requests_app.models import (
    CalendarChange,
    Disposition,
    Division,
    Document,
    Expedition,
    Instruction,
    LateReason,
    ReplyLetter,
)
from tests.cast import NOW, Cast, Desk, build

PEOPLE = {
    "anon": "",
    "outs": "outsider",  # an account that never held a post
    "form": "former",  # held the post of a Kasubag until last year
    "inac": "inactive",  # deactivated while appointed to the Help Desk
    "desk": "helpdesk",
    "ketu": "ketua",
    "ang1": "anggota1",
    "ang2": "anggota2",
    "sekr": "sekretaris",
    "kas2": "kasubag2",  # the Kasubag the cases are addressed to
    "kas1": "kasubag1",  # a Kasubag they are not addressed to
    "staf": "staff",  # of kasubag2's subbagian
    "admi": "admin",
    "peme": "pemeriksa",
}
OFFICIALS = list(PEOPLE)[4:]
PDF = b"%PDF-1.7\n%%EOF\n"
SECRET = "Perihal yang hanya dibaca sebagian"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
LOGIN = ("/masuk/", "/admin/login/")
HIDDEN = re.compile(r'<input\s+type="hidden"\s+name="([^"]+)"\s+value="([^"]*)"')
CHANGES = re.compile(r'\s*(INSERT|UPDATE|DELETE|REPLACE)\b(?!.*"django_session")', re.IGNORECASE)


@dataclass(frozen=True)
class Row:
    """One line of a table: what everybody is answered at one address."""

    method: str
    path: str
    expected: dict[str, str]

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    def who(self, *answers: str) -> list[str]:
        """Name the columns that hold one of these answers."""
        return [column for column, answer in self.expected.items() if answer in answers]


def rows(table: str) -> list[Row]:
    """Read a table; its first line names the columns."""
    columns, *lines = [line.split() for line in table.strip().splitlines() if line.strip()]
    assert columns == list(PEOPLE), "the columns of a table are the people of the matrix, in their order"
    return [Row(method, full(path), dict(zip(columns, answers, strict=True))) for method, path, *answers in lines]


def full(path: str) -> str:
    """Write out an address under a case."""
    return f"/permohonan/{path}" if path.startswith("{") else path


# -- The office --------------------------------------------------------------------------------------------------------


def cases(desk: Desk) -> dict:
    """Walk a case to every position; each begins at eight, so that none is hours late."""
    post, at = desk.cast.post, desk.case_at
    sekretaris, anggota = {"addressee": post("sekretaris")}, {"addressee": post("anggota1")}
    found = {f"{task}{step}": at(step, task, at=NOW) for step, task in POSITIONS}
    found["hop3"] = desk.do(at(3, at=NOW), "dispose", **sekretaris)
    found["hop6"] = desk.do(at(6, at=NOW), "dispose", **anggota)
    found["receive5"] = desk.act("end", at(2, at=NOW), "helpdesk", "to_letter", {"statement": "Diminta menulis surat"})
    found["held"] = desk.act("hold", at(7, at=NOW), "kasubag2", "penjelasan", "Tahun data")
    found["told"] = desk.act("ready", at(11, at=NOW), "kasubag2", "telepon")
    found["ended"] = desk.do(at(4, at=NOW), "deliver")
    found["spoken"] = desk.do(at(3, at=NOW), "dispose", who="helpdesk", manner="lisan")
    found["late7"] = desk.do(at(7, at=NOW), "review", at="08.13")
    found["secret"] = at(7, at=NOW, nature="rahasia", subject=SECRET, files=[scan()])
    return found


POSITIONS = (
    (2, "availability"), (2, "meet"), (3, "dispose"), (4, "deliver"), (6, "dispose"), (7, "review"), (8, "identify"),
    (9, "consult"), (10, "assign"), (10, "prepare"), (11, "deliver"), (12, "assign"), (12, "draft"), (12, "approve"),
    (13, "deliver"),
)  # fmt: skip


def scan() -> documents.Upload:
    """Give a letter's scan."""
    return documents.Upload("surat.pdf", documents.PDF, PDF, 1)


def a_file() -> SimpleUploadedFile:
    """Give a file as a browser sends it."""
    return SimpleUploadedFile("data.csv", b"kecamatan,jumlah\nOebobo,12\n", "text/csv")


def names(cast: Cast, walked: dict) -> dict[str, int]:
    """Give what the addresses and bodies of the tables mean by their {words}."""
    first = Instruction.objects.filter(order="").first()
    given = {case: Disposition.objects.get(case=walked[case]) for case in ("review7", "spoken")}
    papers = {case: Document.objects.filter(case=walked[case]).first() for case in ("deliver13", "secret")}
    return {
        **{case: row.pk for case, row in walked.items()},
        **{who: cast.post(who).pk for who in ("ketua", "kasubag1", "kasubag2")},
        "instruction": first.pk if first else 0,
        "cause": LateReason.objects.order_by("rank").values_list("pk", flat=True)[0],
        "division": Division.objects.order_by("pk").values_list("pk", flat=True)[0],
        "disposition": given["review7"].pk,
        "dictated": given["spoken"].pk,
        "document": papers["deliver13"].pk,
        "secret_document": papers["secret"].pk,
        "change": CalendarChange.objects.latest("pk").pk,
        "true_number": walked["identify8"].number,
        "batch": workflow.print_forms(1, 3, workflow.Doing(cast.acting("admin"), NOW)).pk,
        "handed": Expedition.objects.get(case=walked["ended"]).pk,
    }


class Matrix:
    """One office; every question to it is undone."""

    def __init__(self) -> None:
        self.cast = build()
        self.cases = cases(Desk(self.cast))
        printing.issue_pdf(ReplyLetter.objects.get(case=self.cases["deliver13"]), now=NOW)
        self.names = names(self.cast, self.cases)
        self.cookies = {column: self.cast.client(who).cookies for column, who in PEOPLE.items()}

    def client(self, column: str, **options) -> Client:
        """Give the browser of one column."""
        client = Client(**options)
        client.cookies = deepcopy(self.cookies[column])
        return client

    def path(self, path: str) -> str:
        """Fill in an address."""
        return path.format_map(self.names)

    def body(self, body: dict) -> dict:
        """Fill in what is posted."""
        return {name: value() if callable(value) else value.format_map(self.names) for name, value in body.items()}

    def ask(self, method: str, path: str, column: str, body: dict | None = None, fetch: bool = False) -> "Answer":
        """Ask once as one person; with `fetch` the form is fetched first, as a browser does, for its hidden fields."""
        client, path = self.client(column), self.path(path)
        with undone():
            if method == "GET":
                return Answer.of(lambda: client.get(path))
            hidden = hidden_fields(client.get(path)) if fetch else {}
            return Answer.of(lambda: client.post(path, {**hidden, **self.body(body or {})}))


@dataclass(frozen=True)
class Answer:
    """What came back, and what it cost the tables."""

    word: str  # the status, or `log` for the way to the login page
    response: HttpResponse
    changes: list[str]  # statements that touch a row, sessions aside
    wrote: bool  # some table but the sessions' has more or fewer rows

    @classmethod
    def of(cls, ask: Callable[[], HttpResponse]) -> "Answer":
        """Ask, and watch the tables meanwhile."""
        changes: list[str] = []

        def watch(execute, sql, params, many, context):
            if CHANGES.match(sql):
                changes.append(sql)
            return execute(sql, params, many, context)

        before = counts()
        with connection.execute_wrapper(watch):
            response = ask()
        to_login = response.status_code == 302 and response["Location"].startswith(LOGIN)
        word = "log" if to_login else str(response.status_code)
        return cls(word, response, changes, bool(changes) and counts() != before)


def hidden_fields(page: HttpResponse) -> dict[str, str]:
    """Read a page's hidden fields."""
    fields = HIDDEN.findall(page.content.decode()) if page["Content-Type"].startswith("text/html") else []
    return {name: unescape(value) for name, value in fields}


@contextmanager
def undone() -> Iterator[None]:
    """Undo whatever is written inside."""
    with transaction.atomic():
        try:
            yield
        finally:
            transaction.set_rollback(True)


def counts() -> tuple:
    """Count the rows of every table but the sessions'."""
    tables = [model._meta.db_table for model in apps.get_models() if model is not Session and model._meta.managed]
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join(f'(SELECT COUNT(*) FROM "{name}")' for name in tables))
        return cursor.fetchone()


def unseemly(row: Row, answers: dict[str, Answer]) -> list[str]:
    """Name what no answer may do: write when it only shows or refuses, be kept by a cache, come without a policy."""
    found = []
    for column, answer in answers.items():
        headers = answer.response.headers
        if row.method == "GET" and answer.changes:
            found.append(f"{row} {column}: GET writes: {answer.changes}")
        if answer.wrote and answer.word not in ("200", "204", "302"):
            found.append(f"{row} {column}: refused, yet written")
        if "no-store" not in headers.get("Cache-Control", ""):
            found.append(f"{row} {column}: may be cached: {headers.get('Cache-Control')}")
        if headers.get("Content-Security-Policy") != POLICY:
            found.append(f"{row} {column}: policy: {headers.get('Content-Security-Policy')}")
    return found


class BlankPaper:
    """Stands for the renderer: here it counts who gets a paper, not how it looks."""

    pages = ()

    def __init__(self, **kwargs) -> None:
        pass

    def render(self) -> "BlankPaper":
        return self

    def write_pdf(self, **kwargs) -> bytes:
        return PDF


class MatrixCase(TestCase):
    """One office for a whole class, on Monday at a quarter past eight."""

    office: Matrix

    @classmethod
    def setUpClass(cls) -> None:
        travel = time_machine.travel(NOW + timedelta(minutes=15), tick=False)
        travel.start()
        cls.addClassCleanup(travel.stop)
        blank = patch("weasyprint.HTML", BlankPaper)
        blank.start()
        cls.addClassCleanup(blank.stop)
        super().setUpClass()

    @classmethod
    def setUpTestData(cls) -> None:
        cls.office = Matrix()

    def ask(self, row: Row, body: dict | None, columns: Iterable[str] = PEOPLE) -> dict[str, Answer]:
        """Ask one line's question as everybody; who is to succeed fetches the form first."""
        shown = row.who("302", "422") if body else []
        return {column: self.office.ask(row.method, row.path, column, body, column in shown) for column in columns}

    def check(self, table: str, bodies: dict[str, dict]) -> None:
        """Compare a table with what everybody is answered."""
        got, expected, found = [], [], []
        for row in rows(table):
            answers = self.ask(row, bodies.get(row.path))
            got.append(line(row, {column: answer.word for column, answer in answers.items()}))
            expected.append(line(row, row.expected))
            found += unseemly(row, answers)
        assert got == expected, differences(got, expected)
        assert found == [], "\n".join(found)


def differences(got: list[str], expected: list[str]) -> str:
    """Show the lines that differ, one above the other."""
    return "\n".join(f"got   {one}\ntyped {other}" for one, other in zip(got, expected, strict=True) if one != other)


def line(row: Row, words: dict[str, str]) -> str:
    """Write a line as the tables do, so that a difference reads like one."""
    return f"{row.method:4} {row.path} " + " ".join(f"{column}:{word}" for column, word in words.items())
