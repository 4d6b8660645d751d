"""An empty office: the console's code, the first admin, and the way through office, posts, people and hours."""

import io
import stat
from pathlib import Path

import pytest
from django.core.management import call_command
from django.urls import reverse

from requests_app.accounts import setup_code
from requests_app.models import Appointment, Office, Post, PostKind, User
from tests.cast import OUTSIDERS

pytestmark = pytest.mark.django_db
ADMIN = {"full_name": "Yosina Rekaan", "username": "yosina", "password": "sungai mati 88"}
WRONG_CODE = "Kode ini tidak cocok. Lihat lagi layar server; setelah sepuluh kali salah, mulai ulang."
PERSON = {"full_name": "Yunus Rekaan", "username": "yunus", "password": "gunung mutis 7", "kind": "definitif",
          "begins": "2026-01-01"}  # fmt: skip


@pytest.fixture(autouse=True)
def data_dir(settings, tmp_path) -> Path:
    settings.DATA_DIR = tmp_path
    return tmp_path


@pytest.fixture
def code() -> str:
    return first_admin().rpartition(" ")[2].strip()


@pytest.fixture
def admin(client, code):
    client.post(reverse("setup"), {**ADMIN, "code": code})
    return client


def first_admin() -> str:
    out = io.StringIO()
    call_command("first_admin", stdout=out)
    return out.getvalue()


def page(name: str) -> str:
    return reverse("setup_page", args=[name])


# -- The code ----------------------------------------------------------------------------------------------------------


def test_the_console_names_address_and_code(code):
    assert setup_code.accepts(code)
    assert f"http://127.0.0.1:8000{reverse('setup')}" in first_admin()


def test_each_start_draws_a_new_code_and_voids_the_old(code):
    first_admin()
    assert not setup_code.accepts(code)


def test_the_code_is_kept_hashed_and_readable_by_its_owner_alone(code, data_dir):
    kept = data_dir / "setup_code"
    assert code.replace("-", "") not in kept.read_text()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_small_letters_and_spaces_are_the_same_code(code):
    assert setup_code.accepts(f" {code.lower().replace('-', ' ')} ")


def test_a_code_guessed_at_ten_times_is_void(code):
    assert [setup_code.accepts("AAAAA-AAAAA") for _ in range(10)] == [False] * 10
    assert (setup_code.is_open(), setup_code.accepts(code)) == (False, False)


def test_no_code_while_there_is_an_account(cast, data_dir):
    setup_code.issue()
    assert (first_admin(), setup_code.is_open()) == ("", False)


def test_of_two_at_once_one_uses_the_code_up(code):
    assert [setup_code.spend(), setup_code.spend()] == [True, False]


# -- The first admin ---------------------------------------------------------------------------------------------------


def test_an_empty_office_leads_to_its_set_up(client, code):
    assert client.get("/", follow=True).redirect_chain[-1] == (reverse("setup"), 302)


def test_the_code_makes_the_first_admin_once(client, code):
    answer = client.post(reverse("setup"), {**ADMIN, "code": code})
    assert (answer.status_code, answer.url) == (302, page("kantor"))
    user = User.objects.get()
    assert (user.username, user.is_superuser, user.check_password(ADMIN["password"])) == ("yosina", True, True)
    assert [held.post.kind for held in Appointment.objects.all()] == [PostKind.ADMIN]
    assert Office.objects.count() == 1
    assert client.get(page("kantor")).status_code == 200
    assert client.get(reverse("admin:index")).status_code == 200
    assert client.get(reverse("setup")).status_code == 404
    assert client.post(reverse("setup"), {**ADMIN, "code": code, "username": "lain"}).status_code == 404


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"code": "AAAAA-AAAAA"}, "code", WRONG_CODE),
        ({"code": ""}, "code", "Isi kode sekali pakai."),
        ({"password": "12345"}, "password", None),
        ({"username": "dua kata"}, "username", "Nama pengguna hanya huruf, angka, dan @ . + - _"),
        ({"full_name": ""}, "full_name", "Isi nama."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_field_and_makes_nobody(client, code, changes, field, sentence):
    answer = client.post(reverse("setup"), {**ADMIN, "code": code, **changes})
    assert (answer.status_code, User.objects.count()) == (422, 0)
    assert list(answer.context["form"].errors) == [field]
    assert sentence is None or answer.context["form"].errors[field] == [sentence]


def test_a_weak_form_does_not_spend_a_guess(client, code):
    for _ in range(12):
        client.post(reverse("setup"), {**ADMIN, "code": code, "password": "kurang"})
    assert setup_code.accepts(code)


def test_a_left_over_code_opens_nothing_once_there_is_an_account(client, cast):
    code = setup_code.issue()
    answer = client.post(reverse("setup"), {**ADMIN, "code": code})
    assert (answer.status_code, answer.url, setup_code.is_open()) == (302, reverse("login"), False)
    assert not User.objects.filter(username="yosina").exists()


# -- Office, posts, people, hours --------------------------------------------------------------------------------------


def test_the_office_is_saved_with_its_history(admin):
    answer = admin.post(page("kantor"), {"name": "KPU Kota Kupang", "short_name": "KPU", "region_code": "5371",
                                         "city": "Kupang", "address": "Jalan Rekaan 1"})  # fmt: skip
    assert (answer.status_code, answer.url) == (302, page("jabatan"))
    office = Office.objects.get()
    assert (office.address, office.history.first().history_user.username) == ("Jalan Rekaan 1", "yosina")


def test_an_office_without_a_name_is_refused(admin):
    answer = admin.post(page("kantor"), {"name": ""})
    assert answer.status_code == 422
    assert "name" in answer.context["form"].errors


def test_posts_are_shown_with_the_way_to_change_them(admin):
    shown = admin.get(page("jabatan")).content.decode()
    assert [post.title for post in Post.objects.all() if post.title not in shown] == []


def test_a_person_is_saved_with_the_post_and_may_log_in(admin, client):
    post = Post.objects.get(kind=PostKind.SEKRETARIS)
    answer = admin.post(page("orang"), {**PERSON, "post": post.pk})
    assert (answer.status_code, answer.url) == (302, page("orang"))
    held = Appointment.objects.get(post=post)
    assert (held.user.username, held.begins.isoformat(), held.history.count()) == ("yunus", "2026-01-01", 1)
    assert held.user.check_password(PERSON["password"])
    assert post.title not in [empty.title for empty in admin.get(page("orang")).context["empty"]]


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"username": "YOSINA"}, {"username": ["Nama pengguna ini sudah dipakai."]}),
        ({"post": ""}, {"post": ["Pilih jabatan."]}),
        ({"begins": "kemarin"}, {"begins": ["Periksa tanggal mulai menjabat: tulis tanggal, misalnya 23/11/2026."]}),
    ],
)
def test_a_wrong_person_is_refused(admin, changes, errors):
    post = Post.objects.get(kind=PostKind.SEKRETARIS)
    answer = admin.post(page("orang"), {**PERSON, "post": post.pk, **changes})
    assert (answer.status_code, answer.context["form"].errors) == (422, errors)


def test_a_second_definitive_holder_is_refused(admin):
    post = Post.objects.get(kind=PostKind.KETUA)
    admin.post(page("orang"), {**PERSON, "post": post.pk})
    answer = admin.post(page("orang"), {**PERSON, "post": post.pk, "username": "lain"})
    assert answer.status_code == 422
    assert answer.context["form"].non_field_errors() == [
        f"Yunus Rekaan masih memegang {post} pada masa itu; akhiri dulu."
    ]


def test_the_hours_are_those_the_clock_counts(admin):
    days = dict(admin.get(page("jam")).context["days"])
    shown = {name: [f"{span.opens:%H.%M}–{span.closes:%H.%M}" for span in spans] for name, spans in days.items()}
    assert shown["Jumat"] == ["07.30–11.30", "13.00–16.30"]
    assert shown["Minggu"] == []


@pytest.mark.parametrize("name", ["kantor", "jabatan", "orang", "jam"])
def test_only_an_admin_sets_the_office_up(cast, name):
    answers = {who: cast.client(who).get(page(name)).status_code for who in cast.users if who not in OUTSIDERS}
    assert answers == {who: 200 if who == "admin" else 403 for who in answers}


def test_an_unknown_page_is_not_found(admin):
    assert admin.get(page("lain")).status_code == 404


def test_an_address_that_leads_nowhere_keeps_the_frame(cast):
    answer = cast.client("helpdesk").get("/tidak-ada/")
    assert answer.status_code == 404
    assert [label for label, *_ in answer.context["nav"]] == ["Meja depan", "Permohonan", "Buku", "SOP"]
