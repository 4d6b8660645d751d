"""Logging in with a real session, and a form that outlives its session."""

import html
import re
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.test import Client
from django.urls import path

from requests_app.models.people import Appointment, Office, Post, PostKind
from requests_app.views import accounts, errors, resume

MORNING = datetime(2026, 11, 23, 0, tzinfo=UTC)
PASSWORD = "a phrase nobody guesses"


def probe(request):
    """Say what reached a page behind the login."""
    return HttpResponse(f"{request.method} {resume.is_review(request)} {request.POST.get('note')}")


urlpatterns = [
    path("", probe, name="home"),
    path("masuk/", accounts.log_in, name="login"),
    path("keluar/", accounts.log_out, name="logout"),
    path("permohonan/", probe, name="case_list"),
    path("rusak/", login_not_required(errors.server_error)),
]
handler404 = "requests_app.views.errors.not_found"
pytestmark = pytest.mark.urls(__name__)


@pytest.fixture
def clock():
    with time_machine.travel(MORNING, tick=False) as traveller:
        yield traveller


@pytest.fixture
def browser(clock, db):
    """Open a browser that checks CSRF as a real one meets it."""
    user = get_user_model().objects.create_user(username="helpdesk", password=PASSWORD)
    post = Post.objects.create(
        office=Office.objects.create(), kind=PostKind.HELPDESK, title="Help Desk", begins=date(2026, 1, 1)
    )
    Appointment.objects.create(user=user, post=post, begins=date(2026, 1, 1), ends=date(2026, 11, 23))
    client = Client(enforce_csrf_checks=True)
    client.get("/masuk/")
    return client


def send(client, url, **fields):
    """Post a form with the token its page carried."""
    return client.post(url, fields | {"csrfmiddlewaretoken": client.cookies["csrf"].value})


def log_in(client, **fields):
    """Log in, with whatever else the login page carried."""
    return send(client, "/masuk/", **({"username": "helpdesk", "password": PASSWORD} | fields))


def carried(answer):
    """Read the typed text out of a login page."""
    return html.unescape(re.search(r'name="isian" value="([^"]*)"', answer.content.decode())[1])


def test_after_login_one_goes_on_where_one_was_heading(browser):
    answer = browser.get("/permohonan/?q=Tefa")
    assert (answer.status_code, answer["Location"]) == (302, "/masuk/?next=/permohonan/%3Fq%3DTefa")
    assert 'name="next" value="/permohonan/?q=Tefa"' in browser.get(answer["Location"]).content.decode()
    answer = log_in(browser, next="/permohonan/?q=Tefa")
    assert (answer.status_code, answer["Location"]) == (302, "/permohonan/?q=Tefa")


@pytest.mark.parametrize("elsewhere", ["https://jahat.example/", "//jahat.example/", "javascript:alert(1)"])
def test_login_never_leads_elsewhere(browser, elsewhere):
    assert log_in(browser, next=elsewhere)["Location"] == "/"


def test_a_wrong_password_answers_422_and_does_not_say_which_was_wrong(browser):
    answer = log_in(browser, password="wrong")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>Galat: Masuk" in page
    assert "Nama pengguna dan kata sandi tidak cocok." in page


@pytest.mark.parametrize(("fields", "status"), [({}, 302), ({"is_personal": "on"}, 200)])
def test_only_a_personal_device_outlives_half_an_hour_of_rest(browser, clock, fields, status):
    log_in(browser, **fields)
    clock.move_to(MORNING + timedelta(hours=2))
    assert browser.get("/permohonan/").status_code == status


def test_a_person_whose_appointment_ended_reads_why(browser, clock):
    clock.move_to(MORNING + timedelta(days=1))
    log_in(browser)
    answer = browser.get("/permohonan/")
    assert answer.status_code == 403
    assert "Anda belum memiliki penugasan yang berlaku" in answer.content.decode()


def test_logging_out_takes_a_form_and_ends_the_login(browser):
    log_in(browser)
    assert browser.get("/keluar/").status_code == 405
    assert send(browser, "/keluar/")["Location"] == "/masuk/"
    assert browser.get("/permohonan/").status_code == 302


def test_a_form_sent_after_the_session_ended_comes_back_as_typed(browser, clock):
    log_in(browser)
    clock.move_to(MORNING + timedelta(minutes=45))
    answer = send(browser, "/permohonan/", note='Kata "kunci"')
    assert answer.status_code == 403
    assert "Isian Anda belum dikirim" in answer.content.decode()
    answer = log_in(browser, isian=carried(answer))
    page = answer.content.decode()
    assert '<form method="post" action="/permohonan/">' in page
    assert 'name="note" value="Kata &quot;kunci&quot;"' in page
    again = send(browser, "/permohonan/", note='Kata "kunci"', **{resume.REVIEW: "1"})
    assert again.content.decode() == 'POST True Kata "kunci"'


def test_a_wrong_password_in_between_keeps_the_text(browser, clock):
    log_in(browser)
    clock.move_to(MORNING + timedelta(minutes=45))
    typed = carried(send(browser, "/permohonan/", note="Tetap ada"))
    answer = log_in(browser, password="wrong", isian=typed)
    assert (answer.status_code, carried(answer)) == (422, typed)


def test_a_stranger_without_a_session_is_sent_to_the_login(browser):
    answer = send(browser, "/permohonan/", note="x")
    assert (answer.status_code, answer["Location"]) == (302, "/masuk/?next=/permohonan/")


def test_a_form_without_its_token_is_refused_in_indonesian(browser):
    answer = browser.post("/permohonan/", {"note": "x"})
    assert answer.status_code == 403
    assert "Halaman sudah terlalu lama terbuka" in answer.content.decode()


def test_the_page_for_a_fault_needs_no_context(browser):
    answer = browser.get("/rusak/")
    assert answer.status_code == 500
    assert "Ada gangguan di sisi kami" in answer.content.decode()


def test_an_unknown_address_says_what_to_do_next(browser):
    answer = browser.get("/tidak-ada/")
    assert answer.status_code == 404
    assert "Periksa nomornya" in answer.content.decode()
