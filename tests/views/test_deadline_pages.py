"""The law's days where people read them: case page, queue, list and its filter, form and timeline."""

from datetime import date, timedelta

import pytest
import time_machine

from requests_app.models import Category, ElectionStage
from requests_app.rules.refusals import NotNow
from tests.cast import NOW
from tests.law import REASON, nine
from tests.observed import refusal

pytestmark = [pytest.mark.django_db, pytest.mark.alone]


@pytest.fixture
def stage(cast):
    """Let a stage of an election run in the last week of November 2026."""
    return ElectionStage.objects.create(
        name="Pencalonan", decree="PKPU 1/2026", begins=date(2026, 11, 20), ends=date(2026, 11, 27)
    )


def page(cast, case, at=NOW, who="sekretaris", place="", status=200):
    with time_machine.travel(at, tick=False):
        answer = cast.client(who).get(f"/permohonan/{case.pk}/{place}")
    assert answer.status_code == status
    return answer.content.decode()


def listed(cast, at, law):
    """Name the cases the list finds for a choice of the filter."""
    with time_machine.travel(at, tick=False):
        rows = cast.client("helpdesk").get("/permohonan/", {"law": law}).context["rows"]
    return {row.case.short_number: row.law.words for row in rows}


def test_the_case_page_shows_the_due_day_and_every_day_of_the_calculation(cast, desk):
    case = desk.letter(at=nine(date(2026, 12, 21)))
    html = page(cast, case, nine(date(2026, 12, 29)))
    assert "Jumat, 8 Januari 2027" in html
    for line in (
        "10 hari kerja sejak diterima 21 Desember 2026 (UU 14/2008 pasal 22 ayat (7))",
        "tersisa 6 hari kerja",
        "21 Desember 2026: diterima, hari 0",
        "22–23 Desember 2026: hari kerja 1–2",
        "24 Desember 2026: tidak dihitung, libur: Cuti Bersama Hari Raya Natal",
        "26–27 Desember 2026: tidak dihitung, akhir pekan",
        "Batas: Jumat, 8 Januari 2027, hari kerja 10",
        "terpisah dari menit SOP",
    ):
        assert line in html, line


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (date(2026, 12, 2), "tersisa 3 hari kerja"),
        (date(2026, 12, 7), "hari terakhir"),
        (date(2026, 12, 9), "lewat 2 hari kerja"),
    ],
)
def test_page_queue_and_list_say_the_same(cast, desk, at, words):
    case = desk.letter()
    with time_machine.travel(nine(at), tick=False):
        queue = cast.client("ketua").get("/").context["queue"]
    assert [item.law.words for item in queue] == [words]
    assert words in page(cast, case, nine(at))
    assert listed(cast, nine(at), "") == {case.short_number: words}


def test_the_list_finds_what_is_over_and_what_is_near(cast, desk):
    over, near, far = (desk.letter(at=nine(date(2026, 11, number))) for number in (16, 19, 23))
    ended = desk.act("end", desk.letter(at=nine(date(2026, 11, 16))), "sekretaris", "withdrawn", {"statement": "Batal"})
    told = desk.case_at(11, at=nine(date(2026, 11, 16)))
    desk.act("notify", told, "kasubag2", "surel")
    at = nine(date(2026, 12, 1))
    assert listed(cast, at, "lewat") == {over.short_number: "lewat 1 hari kerja"}
    assert listed(cast, at, "dekat") == {
        over.short_number: "lewat 1 hari kerja", near.short_number: "tersisa 2 hari kerja",
    }  # fmt: skip
    assert {far.short_number, ended.short_number, told.short_number} == {"0003", "0004", "0005"}


def test_what_was_answered_says_in_how_many_days(cast, desk):
    soon = desk.do(desk.case_at(11, at=nine(date(2026, 11, 23))), "deliver", at=nine(date(2026, 11, 26)))
    late = desk.do(desk.case_at(11, at=nine(date(2026, 11, 23))), "deliver", at=nine(date(2026, 12, 9)))
    at = nine(date(2026, 12, 10))
    assert "dijawab dalam 3 hari kerja, dalam batas" in page(cast, soon, at)
    assert "dijawab dalam 12 hari kerja, lewat batas" in page(cast, late, at)
    assert listed(cast, at, "") == {soon.short_number: "dijawab dalam batas", late.short_number: "dijawab lewat batas"}


def test_a_withdrawn_case_owes_nothing_more(cast, desk):
    case = desk.act("end", desk.case_at(7), "sekretaris", "withdrawn", {"statement": "Tidak jadi"})
    assert "tidak lagi wajib dijawab: ditarik pemohon" in page(cast, case)


def test_an_incomplete_file_shows_by_when_to_tell_and_to_complete(cast, desk):
    case = desk.act("hold", desk.walkin(), "helpdesk", "identitas", "KTP", at=nine(date(2026, 11, 27)))
    html = page(cast, case, nine(date(2026, 11, 30)), "helpdesk")
    assert "berhenti menunggu kelengkapan berkas, tersisa 6 hari kerja sesudahnya" in html
    assert (
        "Kekurangan berkas diberitahukan 27 November 2026 (batas memberi tahu 26 November 2026, lewat); "
        "pemohon melengkapi paling lambat 2 Desember 2026"
    ) in html
    assert "penyelesaian/incomplete" not in html
    assert "penyelesaian/incomplete" in page(cast, case, nine(date(2026, 12, 3)), "helpdesk")
    warned = page(cast, case, nine(date(2026, 11, 30)), "helpdesk", "penyelesaian/incomplete/", 409)
    assert "Pemohon masih punya waktu melengkapi sampai 2 Desember 2026." in warned


def test_a_file_resumed_is_no_longer_incomplete(desk):
    case = desk.act("hold", desk.walkin(), "helpdesk", "identitas", "KTP")
    case = desk.act("resume", case, "helpdesk")
    refused = refusal(
        NotNow, desk.act, "end", case, "helpdesk", "incomplete", {"statement": "x"}, at=NOW + timedelta(9)
    )
    assert refused.sentence == (
        "Berkas pemohon sudah dilanjutkan; bila masih kurang, beri tahu lagi dengan penundaan yang baru."
    )


def test_a_case_not_yet_identified_is_warned_of_the_shorter_days(cast, desk, stage):
    html = page(cast, desk.letter())
    assert "Diterima pada masa Pencalonan: bila yang diminta informasi tahapan, batasnya 3 hari kerja" in html
    html = page(cast, desk.letter(category=Category.STAGES))
    assert "Informasi tahapan, diterima pada masa tahapan: 3 hari kerja sejak diterima 23 November 2026" in html
    assert "Tahapan: Pencalonan (PKPU 1/2026)" in html


def test_the_form_says_from_when_to_when_before_it_is_sent(cast, desk):
    html = page(cast, desk.case_at(7), place="perpanjang/")
    assert (
        "Satu kali saja: batas Senin, 7 Desember 2026 menjadi Rabu, 16 Desember 2026 "
        "(+7 hari kerja, UU 14/2008 pasal 22 ayat (8)). Waktu SOP tidak berubah."
    ) in html


def test_the_timeline_and_the_papers_name_an_extension(cast, desk):
    case = desk.act("extend", desk.case_at(7), "sekretaris", REASON)
    html = page(cast, case)
    assert "Semula 7 Desember 2026 menjadi 16 Desember 2026 (+7 hari kerja)" in html
    assert f"/permohonan/{case.pk}/cetak/extension/" in html
    assert "Perpanjang batas undang-undang" not in html
