"""Every page of the desk, typed by hand: whose it is, where, what its title says; and the cases that show them."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from requests_app.books import builds
from requests_app.models import CalendarChange, DayOverride, Expedition, User
from requests_app.models.base import save_tracked
from requests_app.models.records import HoldReason, ReplyLetter
from requests_app.printing import read_period
from requests_app.rules.people import acting_today
from requests_app.text.words import bulan, saat, tanggal
from requests_app.views.books import wanted_by
from tests.cast import Cast, Desk

LONG_NAME = "Perkumpulan Pemerhati Kepemiluan dan Keterbukaan Informasi Masyarakat Kepulauan " + "Nusatenggaratimur" * 4
LONG_SUBJECT = " ".join(["Rekapitulasi daftar pemilih tetap per kecamatan dan per kelurahan"] * 12)
UNBROKEN = "https://contoh.example/" + "dokumen-yang-panjang-sekali" * 12

RETURN = "Kembalikan dengan catatan"
SEND = "Kasubag Rendatin Imanuel Faotlo"


@dataclass(frozen=True)
class Place:
    """One page; `form` says that its form, sent empty by `button`, is refused with 422 and must be as readable then."""

    who: str
    path: str
    title: str
    status: int = 200
    form: bool = False
    button: str = ""

    def __str__(self) -> str:
        return f"{self.who or 'siapa saja'} {self.path}"


def form(who: str, path: str, title: str, button: str = "") -> Place:
    """Name a page whose form can be refused."""
    return Place(who, path, title, form=True, button=button)


PUBLIC = [
    form("", "/masuk/", "Masuk"),
    Place("", "/lacak/", "Cek status permohonan"),
    Place("", "/lacak/?kode={review.code}", "Cek status permohonan"),
    Place("", "/lacak/?kode=ABCD2345", "Galat: Cek status permohonan", 404),
    Place("", "/periksa/", "Periksa surat"),
    Place("", "/periksa/?nomor=1&kode=ABCD2345", "Galat: Periksa surat", 404),
    Place("", "/periksa/?nomor={issued.number}&kode={issued.code}", "Periksa surat"),
]
HOMES = [
    Place("helpdesk", "/", "Meja depan"),
    Place("ketua", "/", "Menunggu disposisi Anda"),
    Place("sekretaris", "/", "Menunggu disposisi Anda"),
    Place("anggota4", "/", "Menunggu disposisi Anda"),  # empty
    Place("kasubag2", "/", "Tugas saya"),
    Place("kasubag4", "/", "Tugas saya"),  # empty
    Place("staff", "/", "Tugas subbagian"),
    Place("admin", "/", "Cetak & buku"),
    Place("pemeriksa", "/", "Permohonan dan buku"),
]
LISTS = [
    Place("helpdesk", "/permohonan/", "Permohonan"),
    Place("helpdesk", "/permohonan/?q=tidakadayangbegini&state=open", "Permohonan"),
    Place("admin", "/buku/ekspedisi/", "Buku ekspedisi {month}"),
    Place("admin", "/buku/ekspedisi/?bulan=2020-01", "Buku ekspedisi Januari 2020"),
    Place("admin", "/buku/agenda/", "Agenda surat masuk {month}"),
    Place("admin", "/buku/register/", "Register permohonan informasi {month}"),
    Place("admin", "/buku/register/?varian=publik", "Register permohonan informasi {month} (varian publikasi)"),
    Place("admin", "/buku/surat/", "Buku surat keluar {month}"),
    Place("admin", "/buku/agenda/?dari=1999-01-01&sampai=2026-11-05", "Galat: Agenda surat masuk {month}"),
    form("helpdesk", "/buku/ekspedisi/hari/{day}/", "Lembar ekspedisi {day_said}"),
    Place("admin", "/buku/ekspedisi/hari/2020-01-02/", "Lembar ekspedisi 2 Januari 2020"),
    Place("admin", "/buku/rekap/", "Rekap informasi yang diminta dan diberikan {month}"),
    Place("sekretaris", "/buku/laporan/2026/", "Laporan tahunan 2026"),
    Place("kasubag2", "/buku/laporan/2026/", "Laporan tahunan 2026"),
    Place("admin", "/buku/ekspedisi/tutup/", "Penutupan buku ekspedisi"),
    Place("admin", "/buku/agenda/2026/susun/", "Susun Agenda surat masuk tahun 2026"),
    Place("admin", "/buku/ekspedisi/2026/susun/", "Susun Buku ekspedisi tahun 2026"),
    Place("admin", "/buku/register/2026/susun/", "Susun Register permohonan informasi tahun 2026"),
    Place("admin", "/buku/surat/2026/susun/", "Susun Buku surat keluar tahun 2026"),
    Place("admin", "/buku/register/?dari=2026-01-01&sampai=2026-12-31", "Register permohonan informasi tahun 2026"),
    form("admin", "/formulir-darurat/", "Formulir darurat"),
    Place("admin", "/sop/", "SOP Pelayanan Publik"),
    Place("admin", "/cetak/kosong/", "Formulir kosong"),
    Place("sekretaris", "/kinerja/", "Kinerja"),
    Place("ketua", "/kinerja/?dari=2020-01-01&sampai=2020-01-31", "Kinerja"),
    Place("sekretaris", "/kinerja/?dari=1999-01-01&sampai=2026-11-30", "Galat: Kinerja", 422),
    Place("sekretaris", "/permohonan/?what=unopened", "Permohonan"),
    Place("sekretaris", "/perubahan-kalender/", "Perubahan kalender"),
    Place("admin", "/perubahan-kalender/{change.pk}/", "Perubahan kalender {change_day}"),
]
DOORS = [
    form("helpdesk", "/mulai/1/", "Daftarkan pemohon"),
    form("helpdesk", "/mulai/5/", "Terima surat"),
    Place("helpdesk", "/susulan/", "Catat susulan"),
    Place("kasubag2", "/susulan/?nomor=DRT-9999/2026", "Galat: Catat susulan", 404),
    form("helpdesk", "/susulan/1/", "Catat susulan: tamu datang langsung"),
    form("helpdesk", "/susulan/5/", "Catat susulan: surat masuk"),
    form("kasubag2", "/permohonan/{review.pk}/susulan/", "Catat susulan dari kertas · {review.short_number}"),
    form("helpdesk", "/kesediaan/?post={anggota1.pk}", "Kesediaan Anggota Rendatin"),
]
TASKS = [
    form("helpdesk", "/permohonan/{ask.pk}/availability/", "Tanyakan kesediaan pejabat · {ask.short_number}"),
    form("helpdesk", "/permohonan/{meet.pk}/meet/", "Catat pertemuan · {meet.short_number}"),
    form("ketua", "/permohonan/{oral.pk}/dispose/", "Catat disposisi lisan · {oral.short_number}", SEND),
    form("kasubag2", "/permohonan/{follow.pk}/deliver/", "Berikan data · {follow.short_number}"),
    form("ketua", "/permohonan/{written.pk}/dispose/", "Disposisi · {written.short_number}", SEND),
    form("helpdesk", "/permohonan/{written.pk}/dispose/", "Disposisi atas nama Ketua · {written.short_number}", SEND),
    form("kasubag2", "/permohonan/{review.pk}/review/", "Catat hasil mencermati · {review.short_number}"),
    form("kasubag2", "/permohonan/{identify.pk}/identify/", "Catat hasil identifikasi · {identify.short_number}"),
    form("kasubag2", "/permohonan/{consult.pk}/consult/", "Catat hasil konsultasi · {consult.short_number}"),
    form("sekretaris", "/permohonan/{assign.pk}/assign/", "Tugaskan · {assign.short_number}"),
    form("kasubag2", "/permohonan/{prepare.pk}/prepare/", "Siapkan data baku · {prepare.short_number}"),
    form("kasubag2", "/permohonan/{data.pk}/deliver/", "Serahkan data baku · {data.short_number}"),
    form("kasubag2", "/permohonan/{draft.pk}/draft/", "Buat konsep surat balasan · {draft.short_number}"),
    form("kasubag2", "/permohonan/{returned.pk}/draft/", "Buat konsep surat balasan · {returned.short_number}"),
    form("ketua", "/permohonan/{approve.pk}/approve/", "Periksa dan setujui · {approve.short_number}", RETURN),
    form("kasubag2", "/permohonan/{letter.pk}/deliver/", "Sampaikan surat balasan · {letter.short_number}"),
    form("kasubag2", "/permohonan/{long.pk}/identify/", "Catat hasil identifikasi · {long.short_number}"),
]
CASES = [
    Place("helpdesk", "/permohonan/{ask.pk}/?baru=1", "{ask.short_number} Yohanis Umbu"),
    Place("kasubag2", "/permohonan/{identify.pk}/", "{identify.short_number} Universitas Timor Raya"),
    Place("sekretaris", "/permohonan/{returned.pk}/", "{returned.short_number} Universitas Timor Raya"),
    Place("helpdesk", "/permohonan/{held.pk}/", "{held.short_number} Yohanis Umbu"),
    Place("sekretaris", "/permohonan/{ended.pk}/", "{ended.short_number} Yohanis Umbu"),
    Place("helpdesk", "/permohonan/{long.pk}/", "{long.short_number} {long.petitioner.name}"),
    Place("kasubag2", "/permohonan/{late.pk}/", "{late.short_number} Universitas Timor Raya"),
    Place("sekretaris", "/permohonan/{late.pk}/waktu/", "Rincian waktu · {late.short_number}"),
    Place("ketua", "/permohonan/{recorded.pk}/", "{recorded.short_number} Universitas Timor Raya"),
]
SIDE = [
    Place("sekretaris", "/permohonan/{approve.pk}/paraf/", "Paraf konsep surat · {approve.short_number}"),
    form("ketua", "/permohonan/{letter.pk}/batalkan-surat/", "Batalkan surat balasan · {letter.short_number}"),
    form("ketua", "/permohonan/{again.pk}/approve/", "Periksa dan setujui · {again.short_number}", RETURN),
    form("sekretaris", "/permohonan/{review.pk}/alihkan/", "Alihkan ke jabatan lain · {review.short_number}"),
    form("ketua", "/permohonan/{fresh.pk}/tarik/", "Tarik kembali · {fresh.short_number}"),
    form("kasubag2", "/permohonan/{late.pk}/alasan/3/", "Alasan lewat waktu · {late.short_number}"),
    form("helpdesk", "/permohonan/{ask.pk}/tunda/", "Tunda permohonan · {ask.short_number}"),
    form("kasubag2", "/permohonan/{data.pk}/siap/", "Tandai siap diambil · {data.short_number}"),
    Place("helpdesk", "/permohonan/{held.pk}/lanjutkan/", "Lanjutkan permohonan · {held.short_number}"),
    form(
        "sekretaris", "/permohonan/{written.pk}/perpanjang/", "Perpanjang batas undang-undang · {written.short_number}"
    ),
    form("helpdesk", "/permohonan/{data.pk}/pemberitahuan/", "Catat pemberitahuan tertulis · {data.short_number}"),
    form("helpdesk", "/permohonan/{written.pk}/lampirkan/", "Lampirkan berkas · {written.short_number}"),
    Place("sekretaris", "/permohonan/{returned.pk}/koreksi/", "Koreksi · {returned.short_number}"),
    form("helpdesk", "/permohonan/{ask.pk}/koreksi/pendaftaran/", "Koreksi data pendaftaran · {ask.short_number}"),
    form("sekretaris", "/permohonan/{ended.pk}/buka-kembali/", "Buka kembali permohonan · {ended.short_number}"),
    form("helpdesk", "/permohonan/{ask.pk}/nik/", "NIK pemohon · {ask.short_number}"),
    form(
        "helpdesk",
        "/permohonan/{ask.pk}/penyelesaian/to_letter/",
        "Minta pemohon menulis surat · {ask.short_number}",
    ),
]
REFUSALS = [
    Place("helpdesk", "/tidak-ada/", "Halaman tidak ditemukan", 404),
    Place("kasubag2", "/mulai/1/", "Bukan wewenang Anda", 403),
    Place("helpdesk", "/permohonan/{meet.pk}/availability/", "Sudah ada tindakan lain", 409),
    Place("outsider", "/", "Belum ada penugasan", 403),
]
SETUP = [
    form("admin", "/penyiapan/kantor/", "Penyiapan: Kantor"),
    Place("admin", "/penyiapan/jabatan/", "Penyiapan: Jabatan"),
    form("admin", "/penyiapan/orang/", "Penyiapan: Orang"),
    Place("admin", "/penyiapan/jam/", "Penyiapan: Jam kerja"),
]
PLACES = [*PUBLIC, *HOMES, *LISTS, *DOORS, *TASKS, *CASES, *SIDE, *SETUP, *REFUSALS]


def world(cast: Cast) -> dict[str, Any]:
    """Walk a case to every place; all of it happened in the days before now."""
    desk = Desk(cast, timezone.now() - timedelta(days=1))
    cases = {
        "ask": desk.walkin(), "meet": desk.case_at(2, "meet"), "oral": desk.case_at(3), "follow": desk.case_at(4),
        "written": desk.case_at(6), "review": desk.case_at(7), "identify": desk.case_at(8), "consult": desk.case_at(9),
        "assign": desk.case_at(10), "prepare": desk.case_at(10, "prepare"), "data": desk.case_at(11),
        "approve": desk.case_at(12, "approve"), "letter": desk.case_at(13), "fresh": desk.case_at(7),
        "draft": desk.case_at(12, "draft"),
    }  # fmt: skip
    cases["returned"] = desk.do(desk.case_at(12, "approve"), "approve", decision="kembalikan", note=LONG_SUBJECT)
    again = desk.do(desk.case_at(12, "approve"), "approve", decision="kembalikan", note=LONG_SUBJECT)
    cases["again"] = desk.do(again, "draft", body=LONG_SUBJECT, asks_paraf=True)
    cases["ended"] = desk.do(desk.case_at(4), "deliver")
    cases["held"] = desk.act("hold", desk.walkin(), "helpdesk", HoldReason.IDENTITY, "Fotokopi KTP")
    cases["recorded"] = desk.do(desk.case_at(6), "dispose", who="helpdesk", manner="lisan")
    cases["long"] = desk.case_at(8, sender=LONG_NAME[:150], subject=f"{LONG_SUBJECT} {UNBROKEN}"[:1000])
    weeks, days = (timezone.now() - timedelta(days=count) for count in (16, 2))
    cases["late"] = desk.do(desk.case_at(7, at=weeks), "review", at=days)
    cases["issued"] = ReplyLetter.objects.get(case=cases["letter"])
    handed = Expedition.objects.get(case=cases["ended"]).booked_on
    said = {"month": bulan(timezone.now()), "day": handed.isoformat(), "day_said": tanggal(handed)}
    long_books(cast.admin)
    return {**cases, **said, "anggota1": cast.post("anggota1"), **_closed_day(desk)}


def long_books(user: User) -> None:
    """Let one book be finished, one be under way for good, one be cut off; the agenda was never asked for."""
    now, year = timezone.now(), read_period("2026")
    acting = acting_today(user, timezone.localdate(now))
    finished, running, cut = (
        builds.ask(wanted_by(acting, slug, year, False), user, now, start=False)
        for slug in ("ekspedisi", "register", "surat")
    )
    builds.run(finished.pk, timezone.now, lambda *said: None)
    running.total, running.done, running.saying = 13, 4, "Bagian 5 dari 11: Mei 2026"
    running.beat_at, cut.beat_at = now + timedelta(days=1), now - timedelta(days=1)
    running.save()
    cut.save()


def _closed_day(desk: Desk) -> dict[str, Any]:
    """Close the day everything happened on, so that the verdicts are measured again."""
    day = DayOverride(date=timezone.localdate(desk.now), kind="closed", name="Listrik padam")
    save_tracked(day, user=desk.cast.admin, now=desk.now, reason="Ditambahkan")
    change = CalendarChange.objects.latest("pk")
    return {"change": change, "change_day": saat(change.changed_at, timezone.now())}
