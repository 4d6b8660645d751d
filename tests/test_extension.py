"""The one extension of the law's days: by whom, until when, what it leaves; and a second one refused."""

from datetime import date

import pytest

from requests_app.models import Extension, Visit
from requests_app.permissions import ppid_post
from requests_app.refusals import Incomplete, NotNow, NotPermitted
from tests.law import REASON, due, nine
from tests.observed import position, refusal, snapshot

pytestmark = pytest.mark.django_db


def test_an_extension_keeps_what_it_moved_by_whom_and_why(desk):
    case = desk.case_at(7)
    before, stays = position(case, desk.cast), Visit.objects.filter(case=case).count()
    case = desk.act("extend", case, "sekretaris", f" {REASON} ")
    given = Extension.objects.get(case=case)
    assert (given.reason, given.days, given.due_before, given.due_after, given.appointment.post.short_title) == (
        REASON, 7, date(2026, 12, 7), date(2026, 12, 16), "Sekretaris",
    )  # fmt: skip
    assert (position(case, desk.cast), Visit.objects.filter(case=case).count(), case.act) == (before, stays, 4)
    assert case.history.first().history_change_reason == "Batas undang-undang diperpanjang sampai 16 Desember 2026"
    assert given.history.count() == 1


def test_a_second_extension_is_refused(desk):
    case = desk.act("extend", desk.case_at(7), "sekretaris", REASON)
    before = snapshot(case)
    refused = refusal(NotNow, desk.act, "extend", case, "sekretaris", REASON)
    assert refused.sentence == (
        "Batas permohonan ini sudah diperpanjang pada 23 November 2026 sampai 16 Desember 2026; "
        "undang-undang memberi satu kali saja."
    )
    assert snapshot(case) == before


@pytest.mark.parametrize("who", ["helpdesk", "ketua", "anggota1", "kasubag2", "staff", "admin", "pemeriksa", "former"])
def test_only_the_ppid_or_the_sekretaris_extends(desk, who):
    refused = refusal(NotPermitted, desk.act, "extend", desk.case_at(7), who, REASON)
    assert refused.sentence == "Perpanjangan batas undang-undang diputuskan PPID atau Sekretaris."


def test_whoever_holds_the_post_designated_ppid_extends(desk):
    designated = desk.cast.office.posts.get(short_title="Anggota Sosdiklih")
    first = designated.office.posts.get(short_title="Sekretaris").designation_set.get(role="ppid")
    first.ends = date(2026, 10, 31)
    first.save()
    first.__class__.objects.create(role="ppid", post=designated, begins=date(2026, 11, 1))
    assert ppid_post(date(2026, 11, 23)) == designated.pk
    case = desk.act("extend", desk.case_at(7), desk.cast.holder(designated), REASON)
    assert Extension.objects.get(case=case).appointment.post == designated


def test_on_the_last_day_still_and_after_it_no_more(desk):
    early, late = desk.letter(), desk.letter()
    desk.act("extend", early, "sekretaris", REASON, at=nine(date(2026, 12, 7)))
    refused = refusal(NotNow, desk.act, "extend", late, "sekretaris", REASON, at=nine(date(2026, 12, 8)))
    assert (due(early), refused.sentence) == (
        date(2026, 12, 16),
        "Batasnya sudah lewat pada 7 Desember 2026; perpanjangan hanya dapat sebelum batas itu berakhir.",
    )


def test_nothing_is_extended_that_stands_still_or_is_over(desk):
    held = desk.act("hold", desk.case_at(7), "helpdesk", "identitas", "Fotokopi KTP")
    assert refusal(NotNow, desk.act, "extend", held, "sekretaris", REASON).sentence == (
        "Hari kerja sedang berhenti menunggu kelengkapan berkas; perpanjang setelah dilanjutkan."
    )
    over = "Hari kerja undang-undang permohonan ini sudah berakhir, jadi tidak ada yang diperpanjang."
    told = desk.act("notify", desk.case_at(11), "kasubag2", "surel")
    ended = desk.act("end", desk.case_at(7), "sekretaris", "withdrawn", {"statement": "Tidak jadi"})
    for case in (told, ended):
        assert refusal(NotNow, desk.act, "extend", case, "sekretaris", REASON).sentence == over


def test_an_extension_needs_its_reason(desk):
    assert refusal(Incomplete, desk.act, "extend", desk.case_at(7), "sekretaris", " ").errors == {
        "reason": "Tulis alasan perpanjangan; pemohon membacanya pada pemberitahuan."
    }
