"""The addresses, to be read as a table."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path, register_converter
from django.urls.converters import IntConverter

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


class Key(IntConverter):
    """A number with fewer digits than the database's whole numbers hold; a longer one leads nowhere."""

    regex = "[0-9]{1,18}"


register_converter(Key, "key")

# -- Landing page, lists, books, SOP, tracking -------------------------------------------------------------------------

urlpatterns = [
    path("", home.home, name="home"),
    path("kesediaan/", presence.set_presence, name="presence"),
    path("permohonan/", lists.case_list, name="case_list"),
    *(path(f"buku/{book.slug}/", books.page, {"slug": book.slug}, name=book.page) for book in BOOKS.values()),
    path("buku/laporan/<key:year>/", yearly.page, name="yearly"),
    path("buku/laporan/<key:year>/tetapkan/", yearly.settle, name="yearly_settle"),
    path("buku/laporan/<key:year>.<slug:form>", yearly.file, name="yearly_file"),
    path("buku/ekspedisi/hari/<str:day>/", shelf.day, name="book_day"),
    path("buku/ekspedisi/tutup/", shelf.close, name="book_close"),
    path("buku/berkas/<key:pk>/", shelf.stored, name="book_stored"),
    path("buku/<slug:slug>/<str:period>/susun/", builds.build, name="book_build"),
    path("buku/susunan/<key:pk>/<key:number>.pdf", builds.part, name="book_part"),
    path("buku/<slug:slug>/<str:period>.<slug:form>", books.file, name="book_file"),
    path("kinerja/", performance.performance, name="performance"),
    path("kinerja/laporan.pdf", performance.performance_pdf, name="performance_pdf"),
    path("kinerja/laporan.xlsx", performance.performance_xlsx, name="performance_xlsx"),
    path("perubahan-kalender/", calendar.changes, name="calendar_changes"),
    path("perubahan-kalender/<key:pk>/", calendar.change, name="calendar_change"),
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
    path("formulir-darurat/<key:batch>.pdf", emergency_pages.batch_pdf, name="blank_forms_pdf"),
    path("susulan/", paper.late, name="late"),
    path("susulan/<key:step>/", paper.late_start, name="late_start"),
    path("permohonan/<key:pk>/susulan/", paper.late_case, name="late_case"),
]

# -- One case: its page, the acts beside the rows, and last, since it takes any word, the awaited task -----------------

urlpatterns += [
    path("mulai/<key:step>/", acts.start, name="start"),
    path("mulai/telepon/", lookup.phone, name="phone_lookup"),
    path("dokumen/<key:document>/", case.document, name="document"),
    path("permohonan/<key:pk>/", case.case, name="case"),
    path("permohonan/<key:pk>/cetak/<slug:name>/", case.paper, name="paper"),
    path("permohonan/<key:pk>/waktu/", case.times, name="times"),
    path("permohonan/<key:pk>/dibuka/", case.opened, name="opened"),
    path("permohonan/<key:pk>/nik/", case.nik, name="nik"),
    path("permohonan/<key:pk>/alihkan/", side.redirect, name="redirect"),
    path("permohonan/<key:pk>/tarik/", side.recall, name="recall"),
    path("permohonan/<key:pk>/paraf/", side.paraf, name="paraf"),
    path("permohonan/<key:pk>/batalkan-surat/", side.cancel_letter, name="cancel_letter"),
    path("permohonan/<key:pk>/tunda/", side.hold, name="hold"),
    path("permohonan/<key:pk>/lanjutkan/", side.resume, name="resume"),
    path("permohonan/<key:pk>/siap/", side.ready, name="ready"),
    path("permohonan/<key:pk>/perpanjang/", side.extend, name="extend"),
    path("permohonan/<key:pk>/pemberitahuan/", side.notify, name="notify"),
    path("permohonan/<key:pk>/lampirkan/", side.attach, name="attach"),
    path("permohonan/<key:pk>/koreksi/", side.correct, name="correct"),
    path("permohonan/<key:pk>/koreksi/pendaftaran/", side.correct_registration, name="correct_registration"),
    path("permohonan/<key:pk>/koreksi/<key:record>/", side.correct_record, name="correct_record"),
    path("permohonan/<key:pk>/konfirmasi/<key:record>/", side.confirm, name="confirm"),
    path("permohonan/<key:pk>/penyelesaian/<slug:slug>/", side.end, name="end"),
    path("permohonan/<key:pk>/alasan/<key:run>/", side.explain, name="explain"),
    path("permohonan/<key:pk>/buka-kembali/", side.reopen, name="reopen"),
    path("permohonan/<key:pk>/<slug:task>/", acts.act, name="act"),
]
