"""Rules that hold at every address: forms need their token, nothing is kept by caches, Rahasia stays with its path."""

import re
from html import unescape

from django.urls import resolve

from tests import matrix
from tests.matrix import OFFICIALS, SECRET, Answer, MatrixCase, Row
from tests.rules import test_matrix, test_matrix_tasks
from tests.rules.test_matrix_tasks import slug

POSTS = [row for row in test_matrix.TABLE + matrix.rows(test_matrix_tasks.AWAITED) if row.method == "POST"]


def may(row: Row) -> str:
    """Name somebody who may post here; where nobody may, anybody logged in."""
    return (row.who("302", "200", "204", "log") or ["desk"])[-1]


class Tokens(MatrixCase):
    def test_no_form_is_taken_without_its_token(self):
        answers = {row.path: self.posted(row) for row in POSTS}
        assert {path: (answer.word, answer.changes) for path, answer in answers.items()} == {
            path: ("403", []) for path in answers
        }

    def posted(self, row: Row) -> Answer:
        """Post what would else be taken, from the browser of somebody who may."""
        client = self.office.client(may(row), enforce_csrf_checks=True)
        body = self.office.body(test_matrix.BODIES.get(row.path) or test_matrix_tasks.BODIES.get(slug(row), {}))
        with matrix.undone():
            return Answer.of(lambda: client.post(self.office.path(row.path), body))


# -- Rahasia: registered by the Help Desk, addressed to the Ketua, disposed to kasubag2 --------------------------------

PASSED_THROUGH = {"desk", "ketu", "kas2"}
LISTS = ("/permohonan/", "/permohonan/?q=dibaca", "/buku/agenda/", "/buku/register/")


CASE = re.compile(r"/permohonan/\{[a-z]+\d*\}/")
READ_ONLY = ("/permohonan/{secret}/", "/koreksi/", "/cetak/receipt/", "/cetak/letter/", "/cetak/handover/",
             "/cetak/timing/", "/waktu/")  # fmt: skip
POST_ONLY = ("/dibuka/", "/konfirmasi/{dictated}/")


def closed(method: str, path: str) -> str:
    """Say what a closed door answers: the wrong method before the wrong person, an address there is not before both."""
    if path.endswith("/penyelesaian/given/"):
        return "404"
    return "405" if path.endswith(READ_ONLY if method == "POST" else POST_ONLY) else "403"


def kind(link: str) -> tuple[str, ...]:
    """Name the page a link leads to, whichever case or day it is about."""
    match = resolve(link.split("?")[0])
    words = [str(value) for value in match.kwargs.values() if not str(value)[:1].isdigit()]
    return (str(match.view_name), *words)


class Secret(MatrixCase):
    def test_every_address_of_the_case_is_closed_to_whom_it_never_reached(self):
        """Pages, papers and acts alike: 403 where an open case would let them in or say what is wrong."""
        typed = test_matrix.TABLE + matrix.rows(test_matrix_tasks.NOT_AWAITED)
        asked = {(row.method, CASE.sub("/permohonan/{secret}/", row.path)) for row in typed if CASE.match(row.path)}
        got, expected = {}, {}
        for method, path in asked:
            for column in ("sekr", "kas1", "peme"):
                answer = self.office.ask(method, path, column)
                told = SECRET in answer.response.content.decode()
                got[method, path, column] = (answer.word, answer.wrote, told)
                expected[method, path, column] = (closed(method, path), False, False)
        assert got == expected

    def test_its_page_paper_and_file_open_to_those_it_reached(self):
        paths = ("/permohonan/{secret}/", "/permohonan/{secret}/cetak/receipt/", "/dokumen/{secret_document}/")
        words = {column: "200" if column in PASSED_THROUGH else "403" for column in OFFICIALS}
        for path in paths:
            assert {column: self.office.ask("GET", path, column).word for column in OFFICIALS} == words, path

    def test_lists_and_books_show_its_subject_to_those_it_reached(self):
        shown = {path: {one for one in OFFICIALS if self.reads(path, one)} for path in LISTS}
        assert shown == dict.fromkeys(LISTS, PASSED_THROUGH)
        assert {one for one in OFFICIALS if self.reads("/", one)} <= PASSED_THROUGH

    def reads(self, path: str, column: str) -> bool:
        return SECRET in self.office.ask("GET", path, column).response.content.decode()


PLACES = ("/", "/permohonan/", "/buku/ekspedisi/", "/buku/register/", "/buku/rekap/", "/buku/laporan/2026/",
          "/buku/ekspedisi/tutup/", "/kinerja/", "/sop/", "/susulan/", "/cetak/kosong/",
          "/formulir-darurat/")  # fmt: skip
LINK = re.compile(r'<a [^>]*href="(/[^"#]*)"')


class Pages(MatrixCase):
    def test_every_link_on_the_way_to_a_case_and_in_the_books_opens_for_whom_it_is_shown(self):
        found = {
            (column, link): word
            for column in OFFICIALS
            for link in self.links(column)
            if (word := self.office.ask("GET", link.replace("{", "{{"), column).word) not in ("200", "302")
        }
        assert found == {}

    def links(self, column: str) -> list[str]:
        """List the links one person is shown, one of each kind."""
        pages = [self.office.ask("GET", place, column).response for place in PLACES]
        shown = [unescape(link) for page in pages for link in LINK.findall(page.content.decode())]
        ours = [link for link in shown if not link.startswith(("/static/", "/admin/"))]
        return list({kind(link): link for link in ours}.values())

    def test_reading_a_case_anywhere_writes_nothing_and_is_kept_nowhere(self):
        row = Row("GET", "/permohonan/", {})
        found = []
        for name in self.office.cases:
            for column in ("desk", "sekr", "peme"):
                answer = self.office.ask("GET", f"/permohonan/{{{name}}}/", column)
                found += matrix.unseemly(row, {f"{name} {column}": answer})
                if answer.word != ("403" if name == "secret" and column not in PASSED_THROUGH else "200"):
                    found.append(f"{name} {column}: {answer.word}")
        assert found == []
