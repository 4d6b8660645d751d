"""After a power cut in real Chromium: a form printed before, filled in with a pen, entered on one page by keyboard."""

from datetime import timedelta

import pytest
from django.utils import timezone

from requests_app import workflow
from requests_app.clock import WITA
from requests_app.models import FormBatch, InformationRequest

NUMBER_BOX = "emergency_number"


@pytest.fixture(scope="module")
def batch(office):
    """Print three visitors' forms before the day they were filled in."""
    printed = first_of_month() - timedelta(days=1)
    return workflow.print_forms(1, 3, workflow.Doing(office.acting("admin", printed), printed))


def first_of_month():
    return timezone.now().astimezone(WITA).replace(day=1)


def yesterday():
    return first_of_month().date().isoformat()


def test_forms_are_printed_from_the_page(desks):
    window = desks("admin")
    window.goto("/formulir-darurat/")
    window.fill("count", "3")
    assert window.send() == 200
    assert window.count("main .btn[href$='.pdf']") == 1
    assert FormBatch.objects.latest("pk").printed_by.user.username == "admin"


def written(window, number):
    """Enter a visitor's form as it was filled in: what the pen wrote, in the order of the page."""
    window.fill("on", yesterday())
    window.fill("began", "08:00")
    window.fill("ended", "08:02")
    window.fill(NUMBER_BOX, number)
    window.fill("name", "Marlince Banunaek")
    window.fill("phone", "tidak ada")
    window.look("document.querySelector('main [name=addressee]').selectedIndex = 1")
    window.fill("information", "Daftar calon tetap")
    window.fill("availability1-ended", "08:05")
    window.fill("meet1-ended", "08:14")
    window.fill("dispose1-ended", "08:17")
    window.look("document.querySelector('main [name=dispose1-addressee]').selectedIndex = 2")
    window.fill("dispose1-words", "Bantu pemohon")
    window.fill("deliver1-ended", "08:40")
    window.fill("deliver1-receiver_name", "Marlince Banunaek")
    window.fill("deliver1-description", "Daftar calon tetap")
    window.look("document.querySelector('main [name=deliver1-medium]').value = 'cetak'")


@pytest.mark.parametrize("options", [{}, {"java_script_enabled": False}], ids=["script", "no script"])
def test_a_filled_form_is_entered_from_the_landing_page(desks, batch, options):
    number = batch.numbers[1 if options else 0]
    window = desks("helpdesk", **options)
    window.goto("/")
    assert window.follow('main a[href="/susulan/"]') == 200
    assert window.follow('main a[href="/susulan/1/"]') == 200
    written(window, number)
    window.fill("meet1-ended", "08:04")  # before the act above it
    assert window.send() == 422
    assert window.title.startswith("Galat: Catat susulan")
    assert window.look("document.querySelector('.summary a').hash") == "#id_meet1-ended"
    assert not InformationRequest.objects.filter(emergency_number=number).exists()
    window.fill("meet1-ended", "08:14")
    assert window.send() == 200
    assert window.standing() == ("", "", "ended")
    assert "5 langkah dicatat susulan" in window.text()
    assert window.text().count("susulan, dicatat") == 5
    assert window.problems == []


def test_enter_in_a_box_stores_nothing_before_the_page_is_done(desks, batch):
    window = desks("helpdesk")
    window.goto("/susulan/1/")
    assert window.look("document.activeElement.name") == NUMBER_BOX
    written(window, batch.numbers[2])
    window.press("Enter")
    assert window.path == "/susulan/1/"
    assert not InformationRequest.objects.filter(emergency_number=batch.numbers[2]).exists()
    assert window.press_and_go("Control+Enter") == 200
    assert InformationRequest.objects.get(emergency_number=batch.numbers[2]).ending == "given"
