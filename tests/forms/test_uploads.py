"""Every form that takes a file: a bad one gets its message at the field, and nothing typed is lost."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, partial
from html import unescape

from django import forms
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from django.urls import reverse

from requests_app.forms.fields import FilesField
from tests.forms.test_documents import image, pdf
from tests.matrix import MatrixCase, counts
from tests.rules import test_matrix, test_matrix_tasks
from tests.workflow.test_once import EVERY

FILE_INPUT = re.compile(r"<input\b[^>]*\btype=\"file\"[^>]*>")
NAME = re.compile(r'name="([^"]+)"')
TYPED = "Ketikan yang tidak boleh hilang"


@dataclass(frozen=True)
class Bad:
    """A file nobody can take, and what is said of it."""

    name: str
    make: Callable[[], bytes]
    said: str


BAD = (
    Bad("pindaian-60-mb.pdf", lambda: b"%PDF-1.7\n" + bytes(60 * 1024 * 1024),
        "Berkas lebih besar dari 10 MB; kecilkan atau bagi dahulu."),
    Bad("terkunci.pdf", lambda: pdf(change=lambda writer: writer.encrypt("rahasia", algorithm="AES-256")),
        "PDF dikunci kata sandi; simpan tanpa kata sandi lalu unggah lagi."),
    Bad("terpotong.pdf", lambda: pdf()[:-30], "PDF rusak atau terpotong; pindai atau simpan ulang."),
    Bad("besar.png", lambda: image((10_000, 10_000)),
        "Gambar terlalu besar; batasnya 10000 piksel per sisi dan 40 megapiksel."),
    Bad("kosong.pdf", lambda: b"", "Berkas kosong."),
)  # fmt: skip

# Sixty megabytes are sent to one form and to the emblem, a little too much to the others: the limit is one place.
OTHERS = (replace(BAD[0], name="pindaian.pdf", make=lambda: b"%PDF-1.7\n" + bytes(10 * 1024 * 1024)), *BAD[1:])

# Address, the field that takes files, who sends it (who speaks needs no proof of it), and the field typed in.
FORMS = [
    ("/mulai/5/", "files", "desk", "subject"),
    ("/permohonan/{receive5}/receive/", "files", "desk", "subject"),
    ("/permohonan/{dispose3}/dispose/", "files", "desk", "words"),
    ("/permohonan/{hop3}/dispose/", "files", "desk", "words"),
    ("/permohonan/{dispose6}/dispose/", "files", "desk", "words"),
    ("/permohonan/{hop6}/dispose/", "files", "sekr", "words"),
    ("/permohonan/{assign10}/assign/", "files", "desk", "words"),
    ("/permohonan/{assign12}/assign/", "files", "desk", "words"),
    ("/permohonan/{prepare10}/prepare/", "files", "kas2", "description"),
    ("/permohonan/{draft12}/draft/", "files", "kas2", "body"),
    ("/permohonan/{deliver4}/deliver/", "files", "kas2", "description"),
    ("/permohonan/{deliver4}/deliver/", "receipt", "desk", "remark"),
    ("/permohonan/{deliver11}/deliver/", "receipt", "kas2", "remark"),
    ("/permohonan/{deliver13}/deliver/", "signed", "kas2", "remark"),
    ("/permohonan/{deliver13}/deliver/", "receipt", "desk", "remark"),
    ("/permohonan/{review7}/lampirkan/", "files", "staf", "note"),
    ("/buku/ekspedisi/hari/2026-11-23/", "scan", "desk", "place"),
]
# Takes any file, however large or broken: it is compared with those the office keeps, and kept nowhere.
COMPARED = {("/periksa/?nomor=1", "berkas")}
BODIES = {**test_matrix.BODIES, **test_matrix_tasks.bodies(test_matrix_tasks.AWAITED)}


@cache
def content(bad: Bad) -> bytes:
    """Make each bad file once."""
    return bad.make()


def sent(bad: Bad) -> SimpleUploadedFile:
    return SimpleUploadedFile(bad.name, content(bad))


class EveryUpload(MatrixCase):
    def test_a_bad_file_is_named_at_its_field_and_what_was_typed_is_kept(self):
        wrong = []
        for path, field, column, typed in FORMS:
            for bad in BAD if (path, field) == FORMS[0][:2] else OTHERS:
                body = {**BODIES.get(path, {}), typed: TYPED, field: partial(sent, bad)}
                answer = self.office.ask("POST", path, column, body, fetch=True)
                errors = dict(answer.response.context["form"].errors) if answer.word == "422" else answer.word
                if errors != {field: [f"{bad.name}: {bad.said}"]}:
                    wrong.append((path, field, bad.name, errors))
                if TYPED not in unescape(answer.response.content.decode()) or answer.wrote:
                    wrong.append((path, field, bad.name, "lost or written"))
        assert wrong == []

    def test_every_form_that_takes_a_file_stands_in_the_list(self):
        found = set()
        for row in (row for row in EVERY if row.method == "GET"):
            for column in row.who("200"):
                answer = self.office.ask("GET", row.path, column).response
                if not answer["Content-Type"].startswith("text/html"):
                    break  # a file, whoever asks
                found |= {(row.path, NAME.search(one)[1]) for one in FILE_INPUT.findall(answer.content.decode())}
        assert found - COMPARED == {(path, field) for path, field, _, _ in FORMS}

    def test_the_emblem_is_judged_like_every_file(self):
        client, office = self.office.client("admi"), self.office.cast.office
        address = reverse("admin:requests_app_office_change", args=[office.pk])
        kept = {"name": office.name, "short_name": office.short_name, "region_code": "5371", "city": "Kupang"}
        before = counts()
        for bad in BAD[:-1]:
            page = client.post(address, {**kept, "address": TYPED, "emblem": sent(bad)})
            assert page.context["adminform"].form.errors == {"emblem": [bad.said]}
            assert TYPED in page.content.decode()
        assert counts() == before


def test_the_settings_take_no_file_but_the_emblem():
    request = RequestFactory().get("/")
    taken = {
        (model.__name__, name)
        for model, page in admin.site._registry.items()
        for name, field in page.get_form(request, fields=None).base_fields.items()
        if isinstance(field, forms.FileField)
    }
    assert taken == {("Office", "emblem")}


def test_every_field_that_takes_files_is_one_of_the_list():
    from requests_app.forms import dispose, entry, kasubag, letter, shelf, side

    rooms = (dispose, entry, kasubag, letter, shelf, side)
    kinds = [kind for room in rooms for kind in vars(room).values() if isinstance(kind, type)]
    names = {name for kind in kinds for name, field in getattr(kind, "base_fields", {}).items()
             if isinstance(field, FilesField)}  # fmt: skip
    assert names == {field for _, field, _, _ in FORMS}
