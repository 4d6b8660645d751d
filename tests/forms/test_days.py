"""Every date in every form lies within bounds, both ways; a slip of the keys is answered with a sentence that helps."""

import pkgutil
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from importlib import import_module

import pytest
import time_machine
from django import forms
from django.contrib import admin
from django.test import RequestFactory
from django.utils import timezone

import requests_app
from requests_app import workflow
from requests_app.forms import days
from requests_app.forms.correct import CorrectForm
from requests_app.forms.days import Bounded, DayField, MomentField
from requests_app.forms.task import Scene
from requests_app.models import InformationRequest
from requests_app.rules.records import CORRECTABLE
from tests.cast import NOW

# -- No date without bounds --------------------------------------------------------------------------------------------


def all_forms() -> Iterator[type[forms.BaseForm]]:
    """Find every form class of ours, wherever it is written."""
    for module in pkgutil.walk_packages(requests_app.__path__, "requests_app."):
        if ".migrations" not in module.name:
            import_module(module.name)
    waiting: list[type[forms.BaseForm]] = [forms.BaseForm]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if kind.__module__.startswith("requests_app.") and hasattr(kind, "base_fields"):
            yield kind


def all_settings(user) -> Iterator[type[forms.BaseForm]]:
    """Make the form of every table of the settings, its rows below included."""
    request = RequestFactory().get("/admin/")
    request.user = user
    for table in admin.site._registry.values():
        yield table.get_form(request)
        for below in table.get_inline_instances(request):
            yield below.get_formset(request).form


def unbounded(kinds) -> list[str]:
    """Name the fields that take any date."""
    return sorted(
        f"{kind.__name__}.{name}"
        for kind in kinds
        for name, field in kind.base_fields.items()
        if isinstance(field, forms.DateField | forms.DateTimeField | forms.SplitDateTimeField)
        and not isinstance(field, Bounded)
    )


def test_no_form_takes_any_date():
    found = list(all_forms())
    assert unbounded(found) == []
    dated = {kind.__name__ for kind in found if any(isinstance(one, Bounded) for one in kind.base_fields.values())}
    assert {"RegisterForm", "ReceiveForm", "HoldForm", "EndingForm", "PersonForm", "CaseFilter", "BookFilter"} <= dated


def test_no_table_of_the_settings_takes_any_date(cast):
    found = list(all_settings(cast.admin))
    assert unbounded(found) == []
    assert sum(isinstance(field, Bounded) for kind in found for field in kind.base_fields.values()) > 15


def test_no_correction_takes_any_date(desk):
    case = desk.letter()
    scene = Scene(desk.cast.acting("helpdesk"), NOW)
    for kind in CORRECTABLE:
        form = CorrectForm(scene=scene, record=kind(case=case))
        assert unbounded([type("Made", (), {"base_fields": form.fields})]) == []


def test_a_date_without_bounds_is_seen():
    class Careless(forms.Form):
        day = forms.DateField()

    assert unbounded([Careless]) == ["Careless.day"]


# -- What is said ------------------------------------------------------------------------------------------------------


def said(field: forms.Field, typed: str) -> list[str]:
    """Judge what was typed on Monday at eight."""
    field.now = NOW
    try:
        field.clean(typed)
    except forms.ValidationError as refused:
        return refused.messages
    return []


day_of = partial(DayField, label="Tanggal surat")
moment_of = partial(MomentField, label="Waktu kejadian")
TOO_SHORT = "Tahun 26? Tulis empat angka, misalnya 2026."


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        (day_of(bounds=days.WRITTEN), "0026-11-23", TOO_SHORT),
        (day_of(bounds=days.WRITTEN), "0206-11-23", "Tahun 206? Tulis empat angka, misalnya 2026."),
        (day_of(bounds=days.WRITTEN), "2026-11-24", "Tanggal surat tidak boleh di masa depan."),
        (day_of(bounds=days.WRITTEN), "2016-11-23",
         "Tanggal surat 23 November 2016? Periksa tahunnya; paling awal 19 November 2021."),
        (day_of(bounds=days.COMING), "2026-11-23", "Tanggal surat harus sesudah hari ini."),
        (day_of(bounds=days.COMING), "2206-11-24",
         "Tanggal surat 24 November 2206? Periksa tahunnya; paling akhir 24 November 2027."),
        (day_of(bounds=days.COMING), "0026-11-24", TOO_SHORT),
        (day_of(), "1999-12-31", "Tanggal surat 31 Desember 1999? Periksa tahunnya; paling awal 1 Januari 2000."),
        (day_of(), "2062-01-01", "Tanggal surat 1 Januari 2062? Periksa tahunnya; paling akhir 30 November 2036."),
        (day_of(bounds=days.OF_A_BOOK), "2200-01-01",
         "Tanggal surat 1 Januari 2200? Periksa tahunnya; paling akhir 31 Desember 2199."),
        (moment_of(bounds=days.HAPPENED), "0026-11-23T08:00", TOO_SHORT),
        (moment_of(bounds=days.HAPPENED), "2026-11-23T08:01", "Waktu kejadian tidak boleh di masa depan."),
        (moment_of(bounds=days.HAPPENED), "2025-11-21T23:59",
         "Waktu kejadian 21 November 2025? Periksa tahunnya; paling awal 22 November 2025."),
        (moment_of(bounds=days.AGREED), "2028-01-01T08:00",
         "Waktu kejadian 1 Januari 2028? Periksa tahunnya; paling akhir 24 November 2027."),
    ],
)  # fmt: skip
def test_a_date_that_cannot_be_is_refused_with_a_sentence_that_helps(field, typed, sentence):
    assert said(field, typed) == [sentence]


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        (day_of(bounds=days.WRITTEN), "2021-11-19"),
        (day_of(bounds=days.WRITTEN), "2026-11-23"),
        (day_of(bounds=days.COMING), "2026-11-24"),
        (day_of(bounds=days.COMING), "2027-11-24"),
        (day_of(), "2000-01-01"),
        (day_of(), "2036-11-30"),
        (moment_of(bounds=days.HAPPENED), "2025-11-22T00:00"),
        (moment_of(bounds=days.HAPPENED), "2026-11-23T08:00"),
        (moment_of(bounds=days.AGREED), "2027-11-24T23:59"),
        (day_of(required=False), ""),
    ],
)
def test_the_edges_themselves_are_taken(field, typed):
    assert said(field, typed) == []


@pytest.mark.parametrize("typed", ["0001-01-01T00:00", "0000-01-01T00:00", "9999-12-31T23:59", "99999-01-01T00:00"])
def test_the_ends_of_time_are_refused_in_words(typed):
    (sentence,) = said(moment_of(bounds=days.AGREED), typed)
    assert sentence.endswith(".")


# -- What the form knows beside the date -------------------------------------------------------------------------------


def errors(desk, who: str, path: str, sent: dict, *, at=NOW) -> dict[str, list[str]]:
    """Send a form; give its errors, or nothing when it was taken."""
    with time_machine.travel(at, tick=False):
        answer = desk.cast.client(who).post(path, sent)
    if answer.status_code == 302:
        return {}
    assert answer.status_code == 422
    return {name: list(found) for name, found in answer.context["form"].errors.items()}


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("2026-11-28", "Sabtu, 28 November 2026 bukan hari kerja; pilih misalnya 30 November 2026."),
        ("2026-12-25", "Jumat, 25 Desember 2026 bukan hari kerja; pilih misalnya 28 Desember 2026."),
        ("2026-11-23", "Tersedia pada harus sesudah hari ini."),
        ("2206-11-24", "Tersedia pada 24 November 2206? Periksa tahunnya; paling akhir 24 November 2027."),
        ("0026-11-24", TOO_SHORT),
    ],
)
def test_what_is_not_documented_yet_is_promised_for_a_working_day_within_a_year(desk, typed, sentence):
    case = desk.case_at(8)
    path = f"/permohonan/{case.pk}/penyelesaian/not_documented/"
    assert errors(desk, "kasubag2", path, {"statement": "Menunggu pleno", "until": typed}) == {"until": [sentence]}
    assert errors(desk, "kasubag2", path, {"statement": "Menunggu pleno", "until": "2026-12-01"}) == {}


def test_an_interview_was_not_held_before_anybody_asked(desk):
    case, division = desk.case_at(9), desk.cast.post("anggota1").division_id
    path = f"/permohonan/{case.pk}/penyelesaian/interviewed/"
    sent = {"statement": "Dijelaskan", "division": division, "interview_on": "2026-11-22"}
    assert errors(desk, "kasubag2", path, sent) == {
        "interview_on": ["Permohonan baru diterima 23 November 2026; periksa tanggal wawancara."]
    }


def test_nothing_was_said_before_anybody_asked(desk):
    case = desk.letter("08.00")
    sent = {"addressee": desk.cast.post("kasubag2").pk, "words": "Siapkan", "manner": "lisan"}
    path, later = f"/permohonan/{case.pk}/dispose/", NOW + timedelta(minutes=20)
    assert errors(desk, "helpdesk", path, {**sent, "said_at": "2026-11-23T07:59"}, at=later) == {
        "said_at": ["Permohonan baru diterima 08.00; periksa waktunya."]
    }
    assert errors(desk, "helpdesk", path, {**sent, "said_at": "2026-11-23T08:00"}, at=later) == {}


def letter(desk, **more) -> dict:
    """Fill in the door of a letter."""
    addressee = desk.cast.post("ketua").pk
    return {"sender": "UTR", "subject": "Data pemilih", "channel": "surat", "addressee": addressee, **more}


@pytest.mark.parametrize("path", ["/mulai/5/", "/susulan/5/"])
def test_a_letter_is_no_younger_than_its_arrival(desk, path):
    late = {"happened_at": "2026-11-20T09:00", "on": "2026-11-20", "ended": "09:00"}
    paper = {"emergency_number": "KERTAS BIASA", "unlisted": "on"} if "susulan" in path else {}
    sent = letter(desk, letter_date="2026-11-21", **late, **paper)
    assert errors(desk, "helpdesk", path, sent) == {
        "letter_date": ["Tanggal surat sesudah surat diterima; periksa tanggalnya."]
    }
    assert errors(desk, "helpdesk", path, {**sent, "letter_date": "2026-11-20"}) == {}


def visitor(desk, **more) -> dict:
    """Fill in the door of a visitor with a form printed on Friday at eight."""
    workflow.print_forms(1, 3, desk.doing("admin", NOW - timedelta(days=3)))
    person = {"name": "Ina Lado", "phone": "tidak ada", "addressee": desk.cast.post("ketua").pk}
    return {**person, "information": "DPT Maulafa", "emergency_number": "DRT-0001/2026", **more}


@pytest.mark.parametrize("unlisted", [{}, {"unlisted": "on"}])
@pytest.mark.parametrize(
    ("on", "ended", "sentence"),
    [
        ("2026-11-20", "07:59", "Formulir ini baru dicetak Jumat, 20 November 2026 08.00; periksa tanggalnya."),
        ("2026-10-23", "09:00", "Formulir ini baru dicetak Jumat, 20 November 2026 08.00; periksa tanggalnya."),
        ("2016-11-23", "09:00", "Tanggal 23 November 2016? Periksa tahunnya; paling awal 22 November 2025."),
        ("0026-11-23", "09:00", TOO_SHORT),
        ("2026-11-24", "09:00", "Tanggal tidak boleh di masa depan."),
    ],
)
def test_nothing_happened_on_a_form_before_it_was_printed(desk, on, ended, sentence, unlisted):
    sent = visitor(desk, on=on, ended=ended, **unlisted)
    assert errors(desk, "helpdesk", "/susulan/1/", sent) == {"on": [sentence]}
    assert not InformationRequest.objects.filter(emergency_number="DRT-0001/2026").exists()
    assert errors(desk, "helpdesk", "/susulan/1/", {**sent, "on": "2026-11-20", "ended": "08:00"}) == {}


def test_the_counter_asks_the_same_of_a_form_with_a_number(desk):
    sent = visitor(desk, happened_at="2026-11-20T07:59")
    assert errors(desk, "helpdesk", "/mulai/1/", sent) == {
        "happened_at": ["Formulir ini baru dicetak Jumat, 20 November 2026 08.00; periksa tanggalnya."]
    }


def test_a_person_begins_in_a_post_within_reason(desk):
    post = desk.cast.post("ketua").pk
    sent = {"post": post, "full_name": "Ani", "kind": "plh", "username": "ani", "password": "Lontar-7-Sasando"}
    assert errors(desk, "admin", "/penyiapan/orang/", {**sent, "begins": "0026-11-23"}) == {"begins": [TOO_SHORT]}


def test_the_settings_say_it_too(desk):
    client = desk.cast.client("admin")
    sent = {"date": "0026-12-24", "kind": "closed", "name": "Cuti"}
    answer = client.post("/admin/requests_app/dayoverride/add/", sent)
    year = timezone.localdate().year
    assert answer.context["adminform"].form.errors == {"date": [f"Tahun 26? Tulis empat angka, misalnya {year}."]}


@pytest.mark.parametrize(
    "asked", ["since=0001-01-01", "until=9999-12-31", "since=0026-11-01", "what=ended&begin=0001-01-01"]
)
def test_a_filter_for_days_nobody_meant_is_422_in_words(desk, asked):
    answer = desk.cast.client("ketua").get(f"/permohonan/?{asked}")
    assert answer.status_code == 422
    name = asked.rpartition("&")[2].partition("=")[0]
    (sentence,) = answer.context["filter"].errors[name]
    assert sentence.endswith(".")
    assert name == "begin" or sentence in answer.content.decode()
