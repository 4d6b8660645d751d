"""The page that checks a letter: number and code, whether a file is the one kept, nothing about anybody."""

import gzip
import hashlib
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.test import Client

from requests_app import documents, printing
from requests_app.models import ClassificationCode, Document
from tests.cast import NOW
from tests.papers import words
from tests.printing.test_letters import issued

SIGNED = b"%PDF-1.7\nbertanda tangan\n%%EOF\n"


@pytest.fixture(autouse=True)
def _no_tries_yet(db, settings, tmp_path):  # on PostgreSQL tries are counted in the database
    settings.MEDIA_ROOT = tmp_path
    cache.clear()


@pytest.fixture
def letter(desk):
    return issued(desk, recipient="Maria Goreti Tefa", subject="Perihal yang tidak boleh tampak")


def see(letter=None, client=None, method="get", **more):
    """Open the page as a visitor."""
    asked = {"nomor": letter.number, "kode": letter.code} if letter else {}
    with time_machine.travel(NOW, tick=False):
        return getattr(client or Client(), method)("/periksa/", {**asked, **more})


def verdict(page):
    return page.context["kept"]


def test_number_and_code_give_date_and_class(letter):
    page = see(letter)
    html = page.content.decode()
    assert (page.status_code, page["X-Robots-Tag"]) == (200, "noindex, nofollow")
    for wanted in (
        "Surat ini terdaftar",
        letter.number,
        "23 November 2026",
        "PL.02-SD · Pemilihan umum: data dan informasi",
        "bukan tanda tangan elektronik",
    ):
        assert wanted in html


def test_a_code_the_office_no_longer_knows_stands_alone(letter):
    ClassificationCode.objects.all().delete()
    assert "<dd>PL.02-SD</dd>" in see(letter).content.decode()


def test_nothing_about_anybody(letter):
    html = see(letter).content.decode()
    hidden = ("Maria", "Perihal", letter.case.number, "Lakapu", "Ketua")
    assert [word for word in hidden if word in html] == []


@pytest.mark.parametrize(
    ("number", "code"),
    [("{number}", "AAAAAAAA"), ("1", "{code}"), ("", "{code}"), ("{number}", ""), ("\0", "{code}"), ("<b>", "'; --")],
)
def test_only_both_together_open_a_letter(letter, number, code):
    known = {"number": letter.number, "code": letter.code}
    page = see(nomor=number.format(**known), kode=code.format(**known))
    assert (page.status_code, "letter" in page.context) == (404, False)
    assert "<b>'" not in page.content.decode()


def test_a_code_is_read_as_people_type_it(letter):
    assert see(nomor=f" {letter.number} ", kode=f"{letter.code[:4].lower()} {letter.code[4:]}").status_code == 200


def test_the_stored_file_is_recognised_by_upload_and_by_its_digest(letter):
    stored = documents.read(printing.issue_pdf(letter, now=NOW))
    sent = see(letter, method="post", berkas=ContentFile(stored, name="surat.pdf"))
    assert verdict(sent) == "surat bernomor"
    digest = hashlib.sha256(stored).hexdigest()
    assert verdict(see(letter, method="post", sidik=f" {digest.upper()} ")) == "surat bernomor"
    changed = see(letter, method="post", berkas=ContentFile(stored + b" ", name="surat.pdf"))
    assert (verdict(changed), "Tidak sama dengan berkas" in changed.content.decode()) == ("", True)
    assert Document.objects.filter(case__year=2026).count() == 1


def test_the_signed_file_is_recognised_and_another_cases_is_not(desk, letter):
    desk.do(letter.case, "deliver", signed=[documents.Upload("ttd.pdf", documents.PDF, SIGNED, 1)])
    signed = ContentFile(SIGNED, name="ttd.pdf")
    assert verdict(see(letter, method="post", berkas=signed)) == "surat bertanda tangan"
    other = issued(desk)
    assert verdict(see(other, method="post", berkas=ContentFile(SIGNED, name="ttd.pdf"))) == ""


@pytest.mark.parametrize("digest", ["abc", "g" * 64, "a" * 65, "<script>"])
def test_what_is_no_digest_is_said(letter, digest):
    page = see(letter, method="post", sidik=digest)
    assert (page.status_code, "64 angka dan huruf" in page.content.decode()) == (422, True)


def test_the_twenty_first_try_in_a_minute_waits(letter):
    assert {see(nomor="1", kode="AAAAAAAA").status_code for _ in range(20)} == {404}
    refused = see(letter)
    assert (refused.status_code, refused["Retry-After"], "letter" in refused.context) == (429, "60", False)
    assert see(letter, Client(REMOTE_ADDR="10.0.0.9")).status_code == 200


def test_a_strangers_post_needs_the_pages_token(letter):
    client = Client(enforce_csrf_checks=True)
    assert see(letter, client, method="post", sidik="a" * 64).status_code == 403
    token = str(see(letter, client).context["csrf_token"])
    assert see(letter, client, method="post", sidik="a" * 64, csrfmiddlewaretoken=token).status_code == 200


def test_page_and_style_are_below_five_kilobytes_without_script(letter):
    html = see(letter, method="post", sidik="a" * 64).content
    files = [(Path(settings.BASE_DIR) / "static" / name).read_bytes() for name in ("track.css", "icon.svg")]
    assert b"<script" not in html
    assert sum(len(gzip.compress(part)) for part in (html, *files)) < 5 * 1024


def test_the_letter_carries_its_code_and_with_a_public_address_the_way(letter, settings):
    code = f"{letter.code[:4]} {letter.code[4:]}"
    assert f"Kode periksa: {code}" in words(printing.reply_letter(letter).pdf)
    settings.PUBLIC_URL = "https://kpu.example.id"
    printed = printing.reply_letter(letter)
    assert "kpu.example.id/periksa/ lalu ketik nomor surat dan kode" in words(printed.pdf)
    assert 'alt="Kode QR ke halaman pemeriksaan surat"' in printed.html
