"""The one extension of the law's days: by whom, until when, what it leaves; and a second one refused."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from requests_app import printing
from requests_app.models import Appointment, Extension, StatutoryRule, Stay, WrittenNotice
from requests_app.rules.people import ppid_post
from requests_app.rules.refusals import Incomplete, NotNow, NotPermitted
from tests.law import REASON, due, nine
from tests.observed import position, refusal, snapshot
from tests.papers import printed, words

pytestmark = pytest.mark.django_db


def test_an_extension_keeps_what_it_moved_by_whom_and_why(desk):
    case = desk.case_at(7)
    before, stays = position(case, desk.cast), Stay.objects.filter(case=case).count()
    case = desk.act("extend", case, "sekretaris", f" {REASON} ")
    given = Extension.objects.get(case=case)
    assert (given.reason, given.days, given.due_before, given.due_after, given.appointment.post.short_title) == (
        REASON, 7, date(2026, 12, 7), date(2026, 12, 16), "Sekretaris",
    )  # fmt: skip
    assert (position(case, desk.cast), Stay.objects.filter(case=case).count(), case.act) == (before, stays, 4)
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


def test_the_database_itself_keeps_what_the_petitioner_was_told(desk):
    desk.act("extend", desk.letter(), "sekretaris", REASON)
    desk.act("notify", desk.case_at(11), "kasubag2", "surel")
    for change in (
        lambda: Extension.objects.update(reason="Lain"),
        lambda: WrittenNotice.objects.update(via="pos"),
        lambda: Extension.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    told = [kind.objects.latest("pk") for kind in (Extension, WrittenNotice)]
    assert (told[0].reason, told[1].via) == (REASON, "surel")


# -- Its paper ---------------------------------------------------------------------------------------------------------


def test_the_notice_tells_the_petitioner_reason_both_days_and_the_law(desk):
    case = desk.act("extend", desk.letter(address="Jalan Bajawa 12"), "sekretaris", REASON)
    said = words(printed("extension", case).pdf)
    for line in (
        "Kepada Yth. Universitas Timor Raya Jalan Bajawa 12",
        "semula paling lambat Senin, 7 Desember 2026",
        "Berdasarkan UU 14/2008 pasal 22 ayat (8)",
        "satu kali selama 7 hari kerja, dengan alasan: Data harus dikumpulkan dari enam kecamatan",
        "paling lambat Rabu, 16 Desember 2026",
        "dalam 30 hari kerja (UU 14/2008 pasal 36 ayat (1))",
        "Kupang, 23 November 2026",
        "Sekretaris KPU Kota Kupang Drs. Obed Nenohai, M.Si.",
    ):
        assert line in said, line


def test_it_is_signed_by_whoever_held_the_ppids_post_that_day(desk):
    case = desk.act("extend", desk.letter(), "sekretaris", REASON)
    stand_in = Appointment(user=desk.cast.kasubag1, post=desk.cast.post("sekretaris"), kind="plh")
    stand_in.begins = stand_in.ends = date(2026, 11, 23)
    stand_in.save()
    said = words(printed("extension", case).pdf)
    assert "Plh. Sekretaris KPU Kota Kupang" in said


def test_before_any_extension_there_is_no_such_paper(desk):
    case = desk.letter()
    assert refusal(printing.NotPrintable, printed, "extension", case).sentence == (
        f"Batas permohonan {case.number} belum diperpanjang, jadi belum ada pemberitahuannya."
    )


def test_rights_on_papers_are_the_rules_of_the_day_of_receipt(desk):
    old = desk.letter()
    StatutoryRule.objects.create(kind="jawab", days=5, source="UU baru", valid_from=date(2026, 11, 24))
    new = desk.letter(at=nine(date(2026, 11, 24)))
    said = [words(printed("receipt", case).pdf) for case in (old, new)]
    assert ["paling lambat 10 hari kerja" in said[0], "paling lambat 5 hari kerja" in said[1]] == [True, True]
    assert "dalam 5 hari kerja sejak permohonan diterima" in words(printed("request", new).pdf)
    assert "Batas pemberitahuan tertulis menurut undang-undang: 1 Desember 2026" in words(
        printed("notice", desk.do(desk.do(desk.do(new, "dispose"), "review"), "identify")).pdf
    )
