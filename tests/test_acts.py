"""Every task through its form, as a browser posts it."""

import re
from datetime import timedelta

import pytest
import time_machine

from requests_app.models import InformationRequest, Instruction, StepRecord, Visit
from tests.cast import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(NOW + timedelta(minutes=30), tick=False):
        yield


def envelope(response) -> str:
    return re.search(rb'name="envelope" value="([^"]+)"', response.content)[1].decode()


def walkin(cast, **more):
    given = {"name": "Ina Lado", "phone": "tidak ada", "addressee": cast.post("ketua").pk, "information": "DPT", **more}
    return {name: value for name, value in given.items() if value is not None}


def test_walk_in_end_to_end(cast):
    desk = cast.client("helpdesk")
    page = desk.get("/mulai/1/")
    assert page.status_code == 200, page.content
    answer = desk.post("/mulai/1/", {**walkin(cast), "envelope": envelope(page)})
    assert answer.status_code == 302, answer.content.decode()
    case = InformationRequest.objects.get()
    assert answer["Location"] == f"/permohonan/{case.pk}/?baru=1"
    url = f"/permohonan/{case.pk}"
    print(desk.get(answer["Location"]).content.decode())
    for slug, who, data in (
        ("availability", "helpdesk", {"official": cast.post("ketua").pk, "result": "bersedia"}),
        ("meet", "helpdesk", {"official": cast.post("ketua").pk}),
        ("dispose", "ketua", {"addressee": cast.post("kasubag2").pk, "instructions": [Instruction.objects.first().pk]}),
        ("deliver", "kasubag2", {"receiver_name": "Ina Lado", "description": "DPT", "medium": "cetak"}),
    ):
        client = cast.client(who)
        page = client.get(f"{url}/{slug}/")
        assert page.status_code == 200, (slug, page.content.decode())
        answer = client.post(f"{url}/{slug}/", {**data, "envelope": envelope(page)})
        assert (slug, answer.status_code) == (slug, 302), answer.content.decode()
        assert client.get(f"{url}/").status_code == 200
    case.refresh_from_db()
    assert (case.state, case.ending) == ("ended", "given")


def step(cast, url, who, slug, **data):
    client = cast.client(who)
    page = client.get(f"{url}/{slug}/")
    assert (slug, page.status_code) == (slug, 200), page.content.decode()[-3000:]
    answer = client.post(f"{url}/{slug}/", {**data, "envelope": envelope(page)})
    assert (slug, answer.status_code) == (slug, 302), answer.content.decode()
    assert client.get(f"{url}/").status_code == 200


def test_letter_with_a_returned_draft(cast):
    desk = cast.client("helpdesk")
    answer = desk.post("/mulai/5/", {"sender": "Univ Timor", "subject": "Data pemilih", "channel": "surat"})
    assert answer.status_code == 302, answer.content.decode()
    case = InformationRequest.objects.get()
    url = f"/permohonan/{case.pk}"
    kasubag, first = cast.post("kasubag2").pk, Instruction.objects.filter(order="").first().pk
    draft = {"outcome": "given", "recipient": "Univ", "subject": "Jawaban", "body": "Terlampir.", "description": "DPT",
             "medium": "cetak", "signer": cast.post("ketua").pk}  # fmt: skip
    step(cast, url, "ketua", "dispose", addressee=cast.post("sekretaris").pk, instructions=first)
    step(cast, url, "sekretaris", "dispose", addressee=kasubag, instructions=first)
    step(cast, url, "kasubag2", "review", finding="lengkap")
    step(cast, url, "kasubag2", "identify", proposal="konsultasi", holding="dikuasai")
    step(cast, url, "kasubag2", "consult", division=cast.post("anggota1").division_id, outcome="arahan", order="letter")
    step(cast, url, "kasubag2", "draft", **draft)
    step(cast, url, "ketua", "approve", decision="kembalikan", note="Perbaiki tanggal")
    step(cast, url, "kasubag2", "draft", **draft)
    step(cast, url, "ketua", "approve", decision="setuju")
    step(cast, url, "kasubag2", "deliver", receiver_name="Univ")
    case.refresh_from_db()
    assert (case.state, case.ending) == ("ended", "replied")
