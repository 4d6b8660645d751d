"""The addresses, to be read as a table."""

from django.urls import path

from .views import books, home, lists, presence, tracking

# -- Landing page, lists, books, SOP, tracking -------------------------------------------------------------------------

urlpatterns = [
    path("", home.home, name="home"),
    path("kesediaan/", presence.set_presence, name="presence"),
    path("permohonan/", lists.case_list, name="case_list"),
    path("buku/ekspedisi/", books.expedition, name="book_expedition"),
    path("buku/ekspedisi/<str:month>.pdf", books.expedition_pdf, name="book_expedition_pdf"),
    path("buku/agenda/", books.agenda, name="book_agenda"),
    path("buku/register/", books.case_register, name="book_register"),
    path("buku/register/<str:month>.pdf", books.register_pdf, name="book_register_pdf"),
    path("sop/", books.sop, name="sop"),
    path("sop/cetak/", books.sop_pdf, name="sop_pdf"),
    path("lacak/", tracking.track, name="track"),
]
