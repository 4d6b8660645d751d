"""The addresses, to be read as a table."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path

from .printing import BOOKS
from .views import (
    accounts,
    acts,
    blanks,
    books,
    builds,
    calendar,
    case,
    emergency_pages,
    home,
    lists,
    lookup,
    paper,
    performance,
    presence,
    setup,
    shelf,
    side,
    tracking,
    verify,
    yearly,
)

# -- Landing page, lists, books, SOP, tracking -------------------------------------------------------------------------

urlpatterns = [
    path("", home.home, name="home"),
    path("kesediaan/", presence.set_presence, name="presence"),
    path("permohonan/", lists.case_list, name="case_list"),
    *(path(f"buku/{book.slug}/", books.page, {"slug": book.slug}, name=book.page) for book in BOOKS.values()),
    path("buku/laporan/<int:year>/", yearly.page, name="yearly"),
    path("buku/laporan/<int:year>/tetapkan/", yearly.settle, name="yearly_settle"),
    path("buku/laporan/<int:year>.<slug:form>", yearly.file, name="yearly_file"),
    path("buku/ekspedisi/hari/<str:day>/", shelf.day, name="book_day"),
    path("buku/ekspedisi/tutup/", shelf.close, name="book_close"),
    path("buku/berkas/<int:pk>/", shelf.stored, name="book_stored"),
    path("buku/<slug:slug>/<str:period>/susun/", builds.build, name="book_build"),
    path("buku/susunan/<int:pk>/<int:number>.pdf", builds.part, name="book_part"),
    path("buku/<slug:slug>/<str:period>.<slug:form>", books.file, name="book_file"),
    path("kinerja/", performance.performance, name="performance"),
    path("kinerja/laporan.pdf", performance.performance_pdf, name="performance_pdf"),
    path("kinerja/laporan.xlsx", performance.performance_xlsx, name="performance_xlsx"),
    path("perubahan-kalender/", calendar.changes, name="calendar_changes"),
    path("perubahan-kalender/<int:pk>/", calendar.change, name="calendar_change"),
    path("sop/", books.sop, name="sop"),
    path("sop/cetak/", books.sop_pdf, name="sop_pdf"),
    path("cetak/kosong/", blanks.blanks, name="blanks"),
    path("cetak/kosong/<slug:name>/", blanks.blank_pdf, name="blank_pdf"),
    path("lacak/", tracking.track, name="track"),
    path("periksa/", verify.verify, name="verify"),
]

# -- Logging in --------------------------------------------------------------------------------------------------------

urlpatterns += [
    path("masuk/", login_not_required(setup.unless_new(accounts.log_in)), name="login"),
    path("keluar/", accounts.log_out, name="logout"),
]

# -- An empty office: the first admin, then office, posts, people, hours -----------------------------------------------

urlpatterns += [
    path("penyiapan/", setup.setup, name="setup"),
    path("penyiapan/<slug:page>/", setup.page, name="setup_page"),
]

# -- Power cuts: blank forms, and what was written on them entered later -----------------------------------------------

urlpatterns += [
    path("formulir-darurat/", emergency_pages.batches, name="blank_forms"),
    path("formulir-darurat/<int:batch>.pdf", emergency_pages.batch_pdf, name="blank_forms_pdf"),
    path("susulan/", paper.late, name="late"),
    path("susulan/<int:step>/", paper.late_start, name="late_start"),
    path("permohonan/<int:pk>/susulan/", paper.late_case, name="late_case"),
]

# -- One case: its page, the acts beside the rows, and last, since it takes any word, the awaited task -----------------

urlpatterns += [
    path("mulai/<int:step>/", acts.start, name="start"),
    path("mulai/telepon/", lookup.phone, name="phone_lookup"),
    path("dokumen/<int:document>/", case.document, name="document"),
    path("permohonan/<int:pk>/", case.case, name="case"),
    path("permohonan/<int:pk>/cetak/<slug:name>/", case.paper, name="paper"),
    path("permohonan/<int:pk>/waktu/", case.times, name="times"),
    path("permohonan/<int:pk>/dibuka/", case.opened, name="opened"),
    path("permohonan/<int:pk>/nik/", case.nik, name="nik"),
    path("permohonan/<int:pk>/alihkan/", side.redirect, name="redirect"),
    path("permohonan/<int:pk>/tarik/", side.recall, name="recall"),
    path("permohonan/<int:pk>/paraf/", side.paraf, name="paraf"),
    path("permohonan/<int:pk>/batalkan-surat/", side.cancel_letter, name="cancel_letter"),
    path("permohonan/<int:pk>/tunda/", side.hold, name="hold"),
    path("permohonan/<int:pk>/lanjutkan/", side.resume, name="resume"),
    path("permohonan/<int:pk>/siap/", side.ready, name="ready"),
    path("permohonan/<int:pk>/perpanjang/", side.extend, name="extend"),
    path("permohonan/<int:pk>/pemberitahuan/", side.notify, name="notify"),
    path("permohonan/<int:pk>/lampirkan/", side.attach, name="attach"),
    path("permohonan/<int:pk>/koreksi/", side.correct, name="correct"),
    path("permohonan/<int:pk>/koreksi/pendaftaran/", side.correct_registration, name="correct_registration"),
    path("permohonan/<int:pk>/koreksi/<int:record>/", side.correct_record, name="correct_record"),
    path("permohonan/<int:pk>/konfirmasi/<int:record>/", side.confirm, name="confirm"),
    path("permohonan/<int:pk>/penyelesaian/<slug:slug>/", side.end, name="end"),
    path("permohonan/<int:pk>/alasan/<int:run>/", side.explain, name="explain"),
    path("permohonan/<int:pk>/buka-kembali/", side.reopen, name="reopen"),
    path("permohonan/<int:pk>/<slug:task>/", acts.act, name="act"),
]
