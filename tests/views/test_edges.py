"""What reaches the desk from outside its pages: numbers no database holds, broken or old seals, guesses at once."""

import threading
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.urls import reverse

from requests_app.accounts import setup_code
from requests_app.forms.envelope import STALE
from requests_app.models import Appointment, Numbering, Unit, User
from tests.cast import NOW
from tests.matrix import MatrixCase, hidden_fields, rows
from tests.posting import sealed
from tests.rules import test_matrix, test_matrix_tasks

LONG = "9" * 23


# -- Numbers in addresses ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", ["9223372036854775808", LONG, "1" + "0" * 200])
@pytest.mark.parametrize(
    "path",
    ["/permohonan/{}/", "/permohonan/{}/dispose/", "/permohonan/{}/cetak/receipt/", "/permohonan/1/koreksi/{}/",
     "/permohonan/1/konfirmasi/{}/", "/permohonan/1/alasan/{}/", "/dokumen/{}/", "/buku/berkas/{}/",
     "/buku/susunan/{}/1.pdf", "/buku/susunan/1/{}.pdf", "/buku/laporan/{}/", "/perubahan-kalender/{}/",
     "/formulir-darurat/{}.pdf", "/cetak/kosong/ppid-b/?cetakan={}", "/mulai/{}/", "/susulan/{}/"],
)  # fmt: skip
def test_a_number_no_row_can_have_leads_nowhere(cast, path, number):
    assert [cast.client(who).get(path.format(number)).status_code for who in ("helpdesk", "admin")] == [404, 404]


# -- Seals -------------------------------------------------------------------------------------------------------------


def broken(seal: str) -> list[str]:
    """Spoil a seal in several ways."""
    return [seal[:-1], seal[1:], seal.swapcase(), "x", "\0", seal + "=", "a:b:c"]


class BrokenSeals(MatrixCase):
    def test_every_sealed_form_answers_422_keeps_its_text_and_writes_nothing(self):
        wrong, tried = [], 0
        every = {**test_matrix.BODIES, **test_matrix_tasks.bodies(test_matrix_tasks.AWAITED)}
        for row in [*test_matrix.TABLE, *rows(test_matrix_tasks.AWAITED)]:
            who = next(iter(row.who("302", "422")), None)
            if row.method != "POST" or not who or row.path not in every:
                continue
            hidden = hidden_fields(self.office.client(who).get(self.office.path(row.path)))
            if "envelope" not in hidden:
                continue
            tried += 1
            for seal in broken(hidden["envelope"])[tried % 7 :][:2]:
                answer = self.office.ask("POST", row.path, who, {**every[row.path], "envelope": seal})
                if (answer.word, answer.wrote, STALE in answer.response.content.decode()) != ("422", False, True):
                    wrong.append((str(row), who, seal[-20:], answer.word, answer.wrote))
        assert wrong == []
        assert tried > 45


@pytest.mark.parametrize("more", [{}, {"cari_telepon": "1"}, {"pakai": "1"}])
def test_an_old_or_spoilt_seal_of_the_door_is_422_with_the_text_kept(cast, more):
    client = cast.client("helpdesk")
    with time_machine.travel(NOW, tick=False):
        seal = sealed(client.get("/mulai/1/"))
    sent = {"name": "Ina Lado", "phone": "0812 3456 7890", **more}
    for envelope in [seal, *broken(seal)]:  # sealed long before the present
        answer = client.post("/mulai/1/", {**sent, "envelope": envelope})
        assert (answer.status_code, STALE in answer.content.decode()) == (422, True)
        assert 'value="Ina Lado"' in answer.content.decode()


@pytest.mark.parametrize("button", ["pratinjau", "simpan", "naskah", "buang"])
def test_a_draft_with_a_spoilt_seal_is_422_whatever_its_button(desk, button):
    case, client = desk.case_at(12, "draft"), desk.cast.client("kasubag2")
    path = f"/permohonan/{case.pk}/draft/"
    with time_machine.travel(NOW + timedelta(minutes=5), tick=False):
        answer = client.post(path, {"envelope": sealed(client.get(path))[:-1], button: "1", "body": "Isi surat"})
    assert (answer.status_code, STALE in answer.content.decode(), "Isi surat" in answer.content.decode()) == (
        422, True, True,
    )  # fmt: skip


# -- The settings ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [{}, {"kind": ""}, {"kind": "x"}, {"kind": "\0"}, {"kind": "9" * 300}])
def test_a_numbering_of_no_kind_is_refused_at_its_field(cast, kind):
    before = Numbering.objects.count()
    sent = {"mode": "own", "template": "{nomor:4}/PPID/{tahun}", **kind}
    answer = cast.client("admin").post(reverse("admin:requests_app_numbering_add"), sent)
    assert (answer.status_code, Numbering.objects.count()) == (422, before)
    assert "kind" in answer.context["adminform"].form.errors


def test_a_settings_form_with_a_spoilt_seal_keeps_what_was_typed(cast):
    client, path = cast.client("admin"), reverse("admin:requests_app_unit_add")
    sent = {"name": "Subbagian Uji", "begins": "2026-01-01"}
    seal = hidden_fields(client.get(path))["envelope"]
    answer = client.post(path, {**sent, "envelope": seal[:-1]})
    assert (answer.status_code, Unit.objects.filter(name="Subbagian Uji").count()) == (422, 0)
    assert answer.context["adminform"].form.non_field_errors() == [STALE]
    assert 'value="Subbagian Uji"' in answer.content.decode()
    assert client.post(path, {**sent, "envelope": seal}).status_code == 302


@pytest.mark.parametrize(
    "sent", [{"user": "²", "post": "x"}, {"user": LONG, "post": "-1"}, {"user": "1", "post": "\0"}]
)
def test_an_appointment_of_nobody_is_refused(cast, sent):
    before = Appointment.objects.count()
    path = reverse("admin:requests_app_appointment_add")
    answer = cast.client("admin").post(path, {"kind": "plh", "begins": "2026-11-23", **sent})
    assert (answer.status_code, Appointment.objects.count()) == (422, before)


@pytest.mark.parametrize(
    "place", ["post/x/history/", "post/1/history/x/", f"post/1/history/{LONG}/", "user/%C2%B2/history/"]
)
def test_a_version_of_no_row_leads_nowhere(cast, place):
    assert cast.client("admin").get(f"/admin/requests_app/{place}").status_code == 404


# -- The set-up code ---------------------------------------------------------------------------------------------------


ADMIN = {"full_name": "Yosina Rekaan", "username": "yosina", "password": "sungai mati 88"}


@pytest.mark.django_db(transaction=True)
def test_sixteen_wrong_codes_at_once_are_counted_one_by_one(client, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    code, answers, begin = setup_code.issue(), [], threading.Barrier(16)

    def guess() -> None:
        begin.wait()
        answers.append(type(client)().post("/penyiapan/", {**ADMIN, "code": "AAAAA-AAAAA"}).status_code)
        connection.close()

    guesses = [threading.Thread(target=guess) for _ in range(16)]
    for one in guesses:
        one.start()
    for one in guesses:
        one.join()
    assert sorted(answers) == [403] * 7 + [422] * 9  # the tenth guess voids it
    assert client.post("/penyiapan/", {**ADMIN, "code": code}).status_code == 403
    assert (User.objects.count(), setup_code.is_open()) == (0, False)


@pytest.mark.parametrize("content", ["", "{", '{"digest": "x", "gues', "\x00"])
def test_a_code_cut_off_by_a_full_disk_opens_nothing(settings, tmp_path, content):
    settings.DATA_DIR = tmp_path
    (tmp_path / "setup_code").write_text(content)
    assert setup_code.accepts("AAAAA-AAAAA") is False
