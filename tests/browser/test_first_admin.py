"""An empty office is opened in the browser by whoever reads the server's console."""

import io

import pytest
from django.core.management import call_command

from requests_app.accounts import setup_code
from tests.browser.test_axe import faults


@pytest.fixture
def code(db):
    """Start the office as the console does; a code left over would lead every login here."""
    out = io.StringIO()
    call_command("first_admin", stdout=out)
    yield out.getvalue().rpartition(" ")[2].strip()
    setup_code.spend()


def test_the_first_admin_is_led_from_the_code_to_the_desk(opens, code):
    window = opens()
    window.goto("/masuk/")
    assert (window.path, window.title, faults(window)) == (
        "/penyiapan/", "Penyiapan kantor · KPU Kota Kupang", []
    )  # fmt: skip
    assert window.send() == 422
    assert (window.title, faults(window)) == ("Galat: Penyiapan kantor · KPU Kota Kupang", [])
    for name, text in {"full_name": "Yosina Rekaan", "username": "yosina", "password": "sungai mati 88"}.items():
        window.fill(name, text)
    window.fill("code", code)
    window.send()
    assert window.title == "Penyiapan: Kantor · KPU Kota Kupang"
    window.send()
    assert window.title == "Penyiapan: Jabatan · KPU Kota Kupang"
    window.follow("main a.btn")
    assert window.title == "Penyiapan: Orang · KPU Kota Kupang"
    window.follow("main aside a.btn")
    assert window.title == "Penyiapan: Jam kerja · KPU Kota Kupang"
    window.follow("main a.btn")
    assert (window.path, window.problems) == ("/", [])
