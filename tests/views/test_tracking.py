"""The petitioner's page: four plain states, no names, small, counted, closed to search engines."""

import gzip
from datetime import date
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.core.cache import cache
from django.test import Client

from requests_app.models import StatutoryRule
from requests_app.views import tracking
from tests.cast import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_tries_yet():
    cache.clear()


def see(code="", client=None):
    """Open the page as a visitor."""
    with time_machine.travel(NOW, tick=False):
        return (client or Client()).get("/lacak/", {"kode": code} if code else {})


def state(case):
    """Read the state the page names."""
    return see(case.code).context["state"]


def test_the_page_asks_for_a_code_and_says_how_to_object(cast):
    page = see()
    assert (page.status_code, page["X-Robots-Tag"]) == (200, "noindex, nofollow")
    html = " ".join(page.content.decode().split())
    assert ("Kode pada tanda bukti" in html, "keberatan kepada atasan PPID dalam 30 hari kerja" in html) == (True, True)


def test_the_four_states(cast, desk):
    case = desk.case_at(6)
    assert state(case) == "Diterima"
    case = desk.do(case, "dispose")
    assert state(case) == "Diproses"
    case = desk.do(desk.do(desk.do(case, "review"), "identify"), "assign")
    case = desk.do(case, "prepare")
    desk.act("ready", case, "helpdesk", "telepon")
    assert state(case) == "Siap diambil"
    desk.do(case, "deliver", who="helpdesk")
    assert state(case) == "Selesai"


def test_another_hold_is_still_being_processed(cast, desk):
    case = desk.case_at(7)
    desk.act("hold", case, "helpdesk", "penjelasan", "Tahun data")
    assert state(case) == "Diproses"


def test_the_due_date_and_the_office_hours(cast, desk):
    html = " ".join(see(desk.walkin().code).content.decode().split())
    assert "Pemberitahuan tertulis paling lambat <b>7 Desember 2026</b>" in html
    assert "Senin–Kamis 07.30–12.00 dan 13.00–16.00" in html


def test_no_name_no_content_no_number(cast, desk):
    case = desk.walkin(name="Maria Goreti Tefa", information="Rekapitulasi rahasia")
    html = see(case.code).content.decode()
    assert [word for word in ("Maria", "Rekapitulasi", case.number, "0812", "Ketua") if word in html] == []


@pytest.mark.parametrize("typed", ["{}", " {} ", "{lower}", "{first} {last}", "{first}-{last}"])
def test_a_code_is_read_as_people_type_it(cast, desk, typed):
    code = desk.walkin().code
    shaped = typed.format(code, lower=code.lower(), first=code[:4], last=code[4:])
    assert see(shaped).context["state"] == "Diterima"


@pytest.mark.parametrize("typed", ["AAAAAAAA", "0O1IL0O1", "AB", "A" * 500, "<script>", "'; --", "ＡＢＣＤＥＦＧＨ"])
def test_a_code_nobody_was_given_is_not_found(cast, typed):
    page = see(typed)
    assert page.status_code == 404
    assert "Kode ini tidak ditemukan" in page.content.decode()
    assert "<script>" not in page.content.decode()


def test_the_twenty_first_try_in_a_minute_waits(cast, desk):
    code = desk.walkin().code
    assert [see("AAAAAAAA").status_code for _ in range(tracking.TRIES)] == [404] * tracking.TRIES
    refused = see(code)
    assert (refused.status_code, refused["Retry-After"]) == (429, "60")
    assert "state" not in refused.context
    assert see(code, Client(REMOTE_ADDR="10.0.0.9")).status_code == 200


def test_the_address_is_not_kept(cast, desk, monkeypatch):
    kept = []
    monkeypatch.setattr(tracking.cache, "add", lambda key, *args, **more: kept.append(key))
    monkeypatch.setattr(tracking.cache, "incr", lambda key: kept.append(key) or 1)
    see("AAAAAAAA", Client(REMOTE_ADDR="10.0.0.9"))
    assert (len(kept), [key for key in kept if "10.0.0.9" in key]) == (2, [])


def test_a_count_that_was_dropped_lets_pass(cast, desk, monkeypatch):
    monkeypatch.setattr(tracking.cache, "add", lambda *args, **more: True)
    assert see(desk.walkin().code).status_code == 200


def test_only_reading_is_possible(cast):
    assert Client().post("/lacak/").status_code == 405


def test_page_and_style_are_below_five_kilobytes_without_script(cast, desk):
    html = see(desk.walkin().code).content
    style = (Path(settings.BASE_DIR) / "static/track.css").read_bytes()
    icon = (Path(settings.BASE_DIR) / "static/icon.svg").read_bytes()
    assert b"<script" not in html
    assert sum(len(gzip.compress(part)) for part in (html, style, icon)) < 5 * 1024


def test_an_extension_moves_the_promise(cast, desk):
    case = desk.act("extend", desk.walkin(), "sekretaris", "Data dikumpulkan")
    html = see(case.code).content.decode()
    assert "paling lambat <b>16 Desember 2026</b> (sudah diperpanjang satu kali, 7 hari kerja)" in html


def test_an_incomplete_file_says_until_when_to_complete_it(cast, desk):
    case = desk.act("hold", desk.walkin(), "helpdesk", "identitas", "KTP")
    html = see(case.code).content.decode()
    assert ("lengkapi paling lambat <b>26 November 2026</b>" in html, "Pemberitahuan tertulis" in html) == (True, False)


def test_a_notice_given_is_told_and_no_longer_promised(cast, desk):
    case = desk.act("notify", desk.case_at(11), "kasubag2", "surel")
    html = see(case.code).content.decode()
    assert ("Pemberitahuan tertulis 23 November 2026." in html, "paling lambat" in html) == (True, False)


def test_how_to_object_is_read_from_the_rules(cast):
    html = see().content.decode()
    assert "dalam 30 hari kerja (UU 14/2008 pasal 36 ayat (1))" in html
    assert "ditanggapi dalam 30 hari kerja, pada masa tahapan pemilu 3 hari kerja" in html
    StatutoryRule.objects.create(kind="keberatan", days=20, source="UU baru", valid_from=date(2026, 11, 1))
    assert "dalam 20 hari kerja (UU baru)" in see().content.decode()
