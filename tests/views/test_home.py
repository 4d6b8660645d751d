"""Landing pages: each role finds what it owes, in a fixed number of queries."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from requests_app.models import Appointment, Availability
from tests.cast import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.alone]
HEADINGS = {
    "helpdesk": "Meja depan",
    "ketua": "Menunggu disposisi Anda",
    "anggota1": "Menunggu disposisi Anda",
    "sekretaris": "Menunggu disposisi Anda",
    "kasubag1": "Tugas saya",
    "admin": "Cetak &amp; buku",
    "pemeriksa": "Permohonan dan buku",
}
QUERIES = {"helpdesk": 5, "ketua": 5, "sekretaris": 5, "kasubag2": 4, "admin": 2, "pemeriksa": 2}


def see(cast, who, at=NOW + timedelta(hours=1)):
    """Open a person's landing page at an instant; give the page and its statements."""
    with time_machine.travel(at, tick=False):
        client = cast.client(who)
        with CaptureQueriesContext(connection) as asked:
            page = client.get("/")
    assert page.status_code == 200
    return page, [query["sql"] for query in asked]


def numbers(page, part="queue"):
    """List the case numbers of one part of the page, in order."""
    return [item.number for item in page.context[part]]


@pytest.mark.parametrize(("who", "heading"), HEADINGS.items())
def test_each_role_lands_on_its_own_desk(cast, who, heading):
    page, _ = see(cast, who)
    assert f"<h1>{heading}</h1>" in page.content.decode()


@pytest.mark.parametrize(("who", "count"), QUERIES.items())
def test_queries_do_not_grow_with_the_rows(cast, desk, who, count):
    for step in (2, 3, 4, 6, 7, 10, 12):
        desk.case_at(step)
    few = see(cast, who)[1]
    for step in (2, 3, 4, 6, 7, 10, 12) * 2:
        desk.case_at(step)
    many = see(cast, who)[1]
    assert (len(few), len(many)) == (count, count)
    assert len(set(many)) == count


def test_the_most_urgent_comes_first_and_a_held_one_last(cast, desk):
    held = desk.letter("08.05")
    desk.act("hold", held, "ketua", "penjelasan", "Tahun data")
    newer = desk.letter("08.30")
    older = desk.letter("08.20")
    page, _ = see(cast, "ketua", NOW.replace(minute=34))
    assert numbers(page) == [case.short_number for case in (older, newer, held)]
    assert [item.clock.words for item in page.context["queue"]] == ["lewat 9 menit", "sisa 1 menit", "berhenti"]


def heading(page) -> tuple[str, str]:
    """Read the tab's title and the line below the heading."""
    text = page.content.decode()
    title = text[text.index("<title>") + 7 : text.index(" · KPU")]
    lead = re.search(r'<p class="lead">(.*?)</p>', text, re.DOTALL)
    return title, " ".join(re.sub("<[^>]*>", "", lead[1] if lead else "").split())


# Minutes after a disposition of five minutes was asked for at 08.01 and at 08.03, and what the page says of both.
URGENT = [
    (4, "Menunggu disposisi Anda", "2 permohonan · yang paling mendesak di atas"),
    (5, "(1 hampir) Menunggu disposisi Anda", "2 permohonan · 1 hampir lewat · yang paling mendesak di atas"),
    (
        7,
        "(1 lewat, 1 hampir) Menunggu disposisi Anda",
        "2 permohonan · 1 lewat waktu, 1 hampir lewat · yang paling mendesak di atas",
    ),
    (9, "(2 lewat) Menunggu disposisi Anda", "2 permohonan · 2 lewat waktu · yang paling mendesak di atas"),
]


@pytest.mark.parametrize(("minutes", "title", "lead"), URGENT)
def test_title_and_heading_warn_before_it_is_late(cast, desk, minutes, title, lead):
    for at in ("08.01", "08.03"):
        desk.letter(at)
    assert heading(see(cast, "ketua", NOW.replace(minute=minutes))[0]) == (title, lead)


def test_a_clock_at_four_fifths_says_so_in_words(cast, desk):
    desk.letter("08.00")
    near = {
        at: "· hampir lewat</i>" in see(cast, "ketua", NOW + timedelta(minutes=3, seconds=at))[0].content.decode()
        for at in (59, 60)
    }
    assert near == {59: False, 60: True}


def test_the_button_is_named_after_the_next_act(cast, desk):
    case = desk.case_at(8)
    page, _ = see(cast, cast.holder(case.holder))
    item = page.context["queue"][0]
    assert (item.action_label, item.action_url) == (
        "Catat hasil identifikasi",
        reverse("act", args=[case.pk, "identify"]),
    )
    assert item.is_primary


def test_another_kasubag_sees_nothing_of_it(cast, desk):
    desk.case_at(8)
    page, _ = see(cast, "kasubag4")
    assert numbers(page) == []
    assert "Tidak ada yang menunggu Anda" in page.content.decode()


def test_the_desk_sees_visitors_wherever_they_are_and_what_is_ready(cast, desk):
    asked, met = desk.case_at(2), desk.case_at(3)
    ready = desk.case_at(11)
    desk.act("ready", ready, "helpdesk", "telepon")
    desk.letter()
    page, _ = see(cast, "helpdesk")
    assert {*numbers(page)} == {asked.short_number, met.short_number}
    assert numbers(page, "ready") == [ready.short_number]


def test_the_official_met_may_dispose_in_the_meeting(cast, desk):
    case = desk.case_at(2, "meet")
    page, _ = see(cast, "ketua")
    item = page.context["queue"][0]
    assert (item.action_label, item.action_url) == ("Catat disposisi lisan", reverse("act", args=[case.pk, "dispose"]))


def test_the_sekretaris_sees_the_whole_offices_lateness(cast, desk):
    late = desk.case_at(7)
    page, _ = see(cast, "sekretaris")
    assert numbers(page, "others") == [late.short_number]
    assert numbers(page) == []


def test_a_case_waiting_for_a_vacant_post_surfaces_to_the_sekretaris(cast, desk):
    case = desk.case_at(7)
    for held in Appointment.objects.filter(post=case.holder):
        held.ends = NOW.date() - timedelta(days=1)
        held.save()
    page, _ = see(cast, "sekretaris", desk.now)
    assert numbers(page, "vacant") == [case.short_number]


def test_a_rahasia_case_stays_with_those_it_passed_through(cast, desk):
    desk.letter(nature="rahasia")
    assert numbers(see(cast, "sekretaris")[0], "others") == []
    assert len(numbers(see(cast, "ketua")[0])) == 1


def test_a_disposition_recorded_for_another_waits_for_the_word_of_its_speaker(cast, desk):
    case = desk.case_at(3)
    desk.do(case, "dispose", who="kasubag2", manner="lisan", words="Berikan rekap kecamatan")
    ketua = see(cast, "ketua")[0].content.decode()
    assert "“Berikan rekap kecamatan.”" in ketua
    assert "Perlu konfirmasi Anda" in ketua
    assert "Dicatat oleh yang dituju sendiri" in see(cast, "sekretaris")[0].content.decode()


def test_the_admin_reaches_the_months_book_in_two_clicks(cast):
    page, _ = see(cast, "admin")
    assert reverse("book_file", args=["ekspedisi", "2026-11", "pdf"]) in page.content.decode()


def test_someone_with_two_posts_sees_both_desks(cast, desk):
    Appointment.objects.create(user=cast.kasubag2, post=cast.post("helpdesk"), begins=NOW.date())
    visitor, letter = desk.case_at(2), desk.case_at(7)
    page, _ = see(cast, "kasubag2")
    assert {*numbers(page)} == {visitor.short_number, letter.short_number}
    assert "Daftarkan pemohon" in page.content.decode()


def set_presence(cast, who, post, at=NOW, **more):
    """Post a presence."""
    with time_machine.travel(at, tick=False):
        return cast.client(who).post(reverse("presence"), {"post": cast.post(post).pk, "state": "rapat", **more})


@pytest.mark.parametrize(("who", "status"), {"ketua": 302, "helpdesk": 302, "anggota1": 403, "admin": 403}.items())
def test_presence_is_set_by_the_official_or_the_desk(cast, who, status):
    assert set_presence(cast, who, "ketua").status_code == status
    assert Availability.objects.count() == (status == 302)


def test_presence_has_an_until_time_keeps_its_history_and_resets_each_day(cast):
    set_presence(cast, "ketua", "ketua", until="11:30")
    entered = Availability.objects.get()
    assert [row.history_user for row in entered.history.all()] == [cast.ketua]
    assert "rapat s.d. 11.30" in see(cast, "helpdesk")[0].content.decode()
    tomorrow = see(cast, "helpdesk", NOW + timedelta(days=1))[0].content.decode()
    assert "rapat s.d. 11.30" not in tomorrow


def test_the_same_presence_again_writes_nothing(cast):
    for _ in range(2):
        set_presence(cast, "ketua", "ketua")
    assert Availability.objects.get().history.count() == 1


def test_a_time_that_has_passed_is_refused_and_kept_as_typed(cast):
    page = set_presence(cast, "ketua", "ketua", until="06:30")
    assert page.status_code == 422
    assert 'value="06:30"' in page.content.decode()
    assert not Availability.objects.exists()


@pytest.mark.parametrize("post", ["", "x", "0", "99999999999999"])
def test_a_post_nobody_knows_is_not_found(cast, post):
    assert cast.client("helpdesk").post(reverse("presence"), {"post": post, "state": "ada"}).status_code == 404


def test_presence_of_a_post_that_cannot_be_met_is_not_found(cast):
    page = cast.client("helpdesk").post(reverse("presence"), {"post": cast.post("kasubag1").pk, "state": "ada"})
    assert page.status_code == 404


def test_the_until_time_is_asked_on_a_page_of_its_own(cast):
    page = cast.client("helpdesk").get(reverse("presence"), {"post": cast.post("ketua").pk})
    assert "Sampai pukul" in page.content.decode()


@pytest.mark.parametrize(
    ("who", "said"), [("kasubag2", "Imanuel Faotlo · Kasubag Rendatin"), ("ketua", "Dominggus Lakapu · Ketua")]
)
def test_every_page_says_who_is_logged_in_and_as_what(cast, who, said):
    assert f"<span>{said}</span>" in cast.client(who).get("/").content.decode()
