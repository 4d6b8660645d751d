"""The recap of what was asked and given, and the yearly report: figures counted, words kept, settled once."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from requests_app import documents, printing
from requests_app.books import yearly
from requests_app.clock import WITA
from requests_app.models import ElectionStage, YearlyReport
from requests_app.models.base import save_tracked
from requests_app.printing import sheets
from requests_app.printing.recap import COLUMN_OF_ENDING, recap_rows, recap_sums
from requests_app.rules.refusals import AlreadyDone, NotNow, NotPermitted
from tests.books.test_books import NOVEMBER
from tests.cast import NOW
from tests.observed import refusal
from tests.papers import claims, words
from tests.spreadsheet import sheets as read_xlsx

pytestmark = [pytest.mark.django_db, pytest.mark.alone]
JANUARY = datetime(2027, 1, 11, 9, 0, tzinfo=WITA)
TITLES = [
    "Gambaran umum kebijakan pelayanan informasi",
    "Gambaran umum pelaksanaan: sarana dan prasarana",
    "Petugas yang melayani informasi",
    "Anggaran pelayanan informasi dan penggunaannya",
    "Jumlah permohonan informasi",
    "Waktu yang diperlukan untuk memenuhi permohonan",
    "Permohonan yang diberikan dan yang ditolak, beserta alasannya",
    "Keberatan dan sengketa informasi",
    "Kendala",
    "Rekomendasi dan rencana tindak lanjut",
]


@pytest.fixture
def year(desk):
    """Work a year: given, partly, refused, not held, withdrawn, running; one given after the weekend."""
    desk.do(desk.case_at(11, category="tahapan"), "deliver")
    refused = desk.do(desk.case_at(12, "draft"), "draft", outcome="refused", excluded_article="17h")
    desk.do(desk.do(refused, "approve"), "deliver")
    partly = desk.do(desk.case_at(12, "draft"), "draft", outcome="partly_refused", excluded_article="17h")
    desk.do(desk.do(partly, "approve"), "deliver")
    desk.act("end", desk.case_at(8), "kasubag2", "not_held", {"statement": "-", "holding_body": "Dukcapil"})
    desk.act("end", desk.walkin(), "helpdesk", "withdrawn", {"statement": "-"})
    desk.walkin()
    desk.do(desk.case_at(4), "deliver", at=datetime(2026, 11, 30, 9, 0, tzinfo=WITA))
    return desk


def figures(year=2026):
    """Give the figures of each part by its number."""
    return {part.number: part.figures for part in yearly.parts(YearlyReport(year=year)) if part.figures}


def test_the_recap_says_what_was_asked_and_what_was_given(year, django_assert_num_queries):
    with django_assert_num_queries(3):
        rows = recap_rows(*NOVEMBER)
    day, later = date(2026, 11, 23), date(2026, 11, 30)
    assert [(row.information, row.given, row.decision, row.refusal, row.given_on) for row in rows] == [
        ("Permohonan data pemilih", "DPT per kecamatan", "Diberikan", "", day),
        ("Permohonan data pemilih", "", "Ditolak", "Pasal 17 huruf h – rahasia pribadi", None),
        ("Permohonan data pemilih", "", "Diberikan sebagian", "Pasal 17 huruf h – rahasia pribadi", day),
        ("Permohonan data pemilih", "", "Tidak dikuasai", "", None),
        ("Rekapitulasi DPT per kecamatan", "", "Ditarik", "", None),
        ("Rekapitulasi DPT per kecamatan", "", "", "", None),
        ("Rekapitulasi DPT per kecamatan", "DPT per kecamatan", "Diberikan", "", later),
    ]  # fmt: skip


def test_the_recap_ends_with_what_became_of_each_kind_of_information(year, django_assert_num_queries):
    with django_assert_num_queries(1):
        sums = recap_sums(*NOVEMBER)
    assert sums == [
        ["Jenis informasi", "Tahapan Pemilu", "Belum ditentukan", "Jumlah"],
        ["Diminta", 3, 4, 7],
        ["Diberikan", 1, 1, 2],
        ["Diberikan sebagian", 1, 0, 1],
        ["Ditolak", 1, 0, 1],
        ["Tidak dikuasai", 0, 1, 1],
        ["Belum didokumentasikan", 0, 0, 0],
        ["Tidak diproses atau ditarik", 0, 1, 1],
        ["Masih berjalan", 0, 1, 1],
    ]
    nothing = recap_sums(date(2025, 1, 1), date(2025, 12, 31))
    assert (nothing[0], [row[1:] for row in nothing[1:]]) == (["Jenis informasi", "Jumlah"], [[0]] * 8)


def test_every_ending_stands_in_one_sum_of_the_recap():
    assert {
        "": "Masih berjalan",
        **dict.fromkeys(("given", "replied", "answered", "interviewed"), "Diberikan"),
        "partly_refused": "Diberikan sebagian",
        "refused": "Ditolak",
        "not_held": "Tidak dikuasai",
        "not_documented": "Belum didokumentasikan",
        **dict.fromkeys(("incomplete", "withdrawn", "duplicate", "not_collected"), "Tidak diproses atau ditarik"),
    } == COLUMN_OF_ENDING


def test_a_published_recap_masks_long_numbers_typed_into_the_request(desk):
    desk.walkin(information="Data NIK 5371012309900001, hubungi 081234567890, DPT 2024")
    volume = printing.volume(printing.BOOKS["rekap"], printing.read_period("2026-11"), public=True)
    assert [row.information for row in volume.rows] == ["Data NIK [disamarkan], hubungi [disamarkan], DPT 2024"]


def test_the_yearly_report_counts_each_part_in_four_statements(year, django_assert_num_queries):
    yearly.current_calendar()
    with django_assert_num_queries(3):
        made = yearly.parts(YearlyReport(year=2026))
    assert [(part.number, part.title) for part in made] == list(enumerate(TITLES, 1))
    found = figures()
    assert found[5][:3] == [
        ("Permohonan diterima", 7), ("– lewat datang langsung", 3), ("– lewat surat", 4),
    ]  # fmt: skip
    assert found[6] == [
        ("Permohonan selesai", 6), ("Permohonan masih berjalan", 1), ("Rata-rata (hari kerja)", 0.8),
        ("Tercepat (hari kerja)", 0), ("Terlama (hari kerja)", 5), ("Diberi tahu tertulis dalam batasnya", 5),
        ("Diberi tahu tertulis lewat batasnya", 0), ("Belum diberi tahu tertulis", 1),
    ]  # fmt: skip
    assert found[7] == [
        ("Diberikan seluruhnya", 2),
        ("Diberikan sebagian", 1), ("– alasan: Pasal 17 huruf h – rahasia pribadi", 1),
        ("Tidak diberikan", 2), ("– alasan: Pasal 17 huruf h – rahasia pribadi", 1), ("– alasan: Tidak dikuasai", 1),
        ("Ditarik pemohon", 1), ("Masih berjalan", 1),
    ]  # fmt: skip


def test_each_notice_is_held_against_its_own_cases_due_day(desk):
    stage = ElectionStage(name="Kampanye", decree="PKPU 2/2026", begins=date(2026, 11, 1), ends=date(2026, 12, 31))
    save_tracked(stage, user=None, now=NOW, reason="Tahapan rekaan")
    for category, days in (("tahapan", 8), ("badan_publik", 8), ("tahapan", 2)):  # eight: six working days
        case = desk.case_at(4, at=NOW, category=category)
        desk.do(case, "deliver", at=NOW + timedelta(days=days, hours=1))
    assert figures()[6][5:] == [
        ("Diberi tahu tertulis dalam batasnya", 2),
        ("Diberi tahu tertulis lewat batasnya", 1),
        ("Belum diberi tahu tertulis", 0),
    ]


def test_a_year_without_requests_has_a_report_too(desk):
    assert figures(2025)[5] == [("Permohonan diterima", 0)]
    assert dict(figures(2025)[6])["Terlama (hari kerja)"] is None
    assert "Belum diuraikan." in words(yearly.draw(YearlyReport(year=2025), NOW).pdf)


TYPED = {"objections": 3, "objections_answered": 2, "disputes_filed": 1, "disputes_decided": 0, "lawsuits_filed": None}


def test_objections_and_disputes_are_typed_and_said_to_be(cast):
    yearly.write(2026, {**TYPED, "disputes": "Satu keberatan berlanjut."}, 0, cast.acting("sekretaris"), NOW)
    report = yearly.find(2026)
    assert figures_of(report, 8) == [
        ("Keberatan yang diterima", 3), ("Keberatan yang ditanggapi", 2),
        ("Sengketa yang diajukan ke Komisi Informasi", 1), ("Sengketa yang selesai dengan mediasi atau ajudikasi", 0),
        ("Gugatan yang diajukan ke pengadilan", None), ("Gugatan yang diputus pengadilan", None),
    ]  # fmt: skip
    said = words(yearly.draw(report, NOW).pdf)
    assert "Keberatan yang diterima 3" in said
    assert "Angka bagian ini diisi oleh kantor, tidak dihitung dari permohonan. Satu keberatan berlanjut." in said
    assert "Kupang, ………………………………… Pejabat Pengelola Informasi dan Dokumentasi, Sekretaris KPU Kota Kupang" in said
    (figures, *_) = read_xlsx(sheets.xlsx(yearly.workbook(report))).values()
    assert [8.0, "Keberatan yang diterima", 3.0] in figures


def figures_of(report, number):
    """Give the figures of one part."""
    return next(part.figures for part in yearly.parts(report) if part.number == number)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"objections": "2", "objections_answered": "3"},
         "Keberatan yang ditanggapi tidak dapat lebih banyak daripada yang diterima."),
        ({"lawsuits_decided": "1"}, "Gugatan yang diputus pengadilan tidak dapat lebih banyak daripada yang diajukan."),
        ({"objections": "-1"}, "Keberatan yang diterima paling kecil 0."),
        ({"objections": "100000"}, "Keberatan yang diterima paling besar 99999."),
        ({"disputes_filed": "dua"}, "Periksa sengketa yang diajukan ke Komisi Informasi: tulis angka."),
        ({"objections": "x", "objections_answered": "3"}, "Periksa keberatan yang diterima: tulis angka."),
    ],
)  # fmt: skip
def test_a_figure_that_cannot_be_is_refused_at_its_field_and_the_rest_kept(cast, typed, said):
    with time_machine.travel(NOW, tick=False):
        sent = {"version": "0", "policy": "Uraian panjang", **typed}
        page = cast.client("sekretaris").post(reverse("yearly", args=[2026]), sent)
    html = page.content.decode()
    kept = [f'value="{value}"' in html for value in typed.values()]
    assert (page.status_code, said in html, "Uraian panjang" in html, all(kept)) == (422, True, True, True)
    assert not YearlyReport.objects.exists()


def test_words_are_kept_version_by_version(cast):
    acting = cast.acting("sekretaris")
    yearly.write(2026, {"policy": "Satu"}, 0, acting, NOW)
    yearly.write(2026, {"policy": "Dua", "obstacles": "Jaringan"}, 1, acting, NOW)
    refusal(AlreadyDone, yearly.write, 2026, {"policy": "Tiga"}, 1, acting, NOW)
    refusal(NotPermitted, yearly.write, 2026, {"policy": "Tiga"}, 2, cast.acting("helpdesk"), NOW)
    report = YearlyReport.objects.get()
    assert (report.policy, report.obstacles, report.version) == ("Dua", "Jaringan", 2)
    assert [row.policy for row in report.history.order_by("history_id")] == ["Satu", "Dua"]


def test_a_settled_report_is_printed_again_byte_by_byte_and_changed_no_more(year, cast):
    acting = cast.acting("sekretaris")
    yearly.write(2026, {"policy": "Melayani **semua**", "disputes": "<b>Nihil</b>"}, 0, acting, NOW)
    assert refusal(NotNow, yearly.settle, 2026, acting, NOW).sentence == (
        "Tahun 2026 belum berakhir; laporannya belum dapat ditetapkan."
    )
    later = cast.acting("sekretaris", JANUARY)
    report = yearly.settle(2026, later, JANUARY)
    kept = documents.read(report.settled)
    with time_machine.travel(JANUARY, tick=False):
        address = reverse("yearly_file", args=[2026, "pdf"])
        assert cast.client("sekretaris").get(address).content == cast.client("admin").get(address).content == kept
        page = cast.client("sekretaris").get(reverse("yearly", args=[2026]))
    assert claims(kept)["title"] == "Laporan tahunan layanan informasi 2026"
    said = words(kept)
    assert ("Melayani **semua**" in said, "<b>Nihil</b>" in said, "Permohonan diterima 7" in said) == (True,) * 3
    assert (page.context["form"], "Ditetapkan 11 Januari 2027" in page.content.decode()) == (None, True)
    refusal(NotNow, yearly.write, 2026, {"policy": "Lain"}, 1, later, JANUARY)
    refusal(NotNow, yearly.settle, 2026, later, JANUARY)


def test_the_workbook_lists_figures_words_and_the_time_of_each_request(year):
    figures, said, taken = read_xlsx(sheets.xlsx(yearly.workbook(YearlyReport(year=2026, policy="Kata")))).values()
    assert figures[1] == [5.0, "Permohonan diterima", 7.0]
    assert said[1] == [1.0, TITLES[0], "Kata"]
    assert [row[3:] for row in taken[1:]] == [
        [0.0, "Data diberikan"], [0.0, "Ditolak"], [0.0, "Diberikan sebagian"], [0.0, "Informasi tidak dikuasai"],
        [0.0, "Ditarik pemohon"], [5.0, "Data diberikan"],
    ]  # fmt: skip


def test_the_page_keeps_what_was_typed_when_another_wrote_meanwhile(cast):
    with time_machine.travel(NOW, tick=False):
        address = reverse("yearly", args=[2026])
        sekretaris, admin = cast.client("sekretaris"), cast.client("admin")
        assert sekretaris.post(address, {"version": "0", "policy": "Satu"}).status_code == 302
        page = admin.post(address, {"version": "0", "policy": "Uraian admin"})
        html = page.content.decode()
        assert (page.status_code, "Uraian admin" in html, "disimpan oleh orang lain" in html) == (409, True, True)
        assert "Satu" in cast.client("kasubag1").get(address).content.decode()
        assert admin.get(reverse("yearly", args=[2027])).status_code == 404
