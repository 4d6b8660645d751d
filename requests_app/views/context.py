"""What every page's frame shows: where one may go, which post one holds, when it is. No queries of its own."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from ..models.people import PostKind
from ..printing import BOOKS
from ..rules.office import TAKE_PERFORMANCE
from ..rules.people import Acting
from .desk_request import DeskRequest

# The kind of post decides what the first page is called; of several posts the first named here.
HOME_LABELS = {
    PostKind.HELPDESK: "Meja depan",
    PostKind.KETUA: "Tugas saya",
    PostKind.ANGGOTA: "Tugas saya",
    PostKind.SEKRETARIS: "Tugas saya",
    PostKind.KASUBAG: "Tugas saya",
    PostKind.STAFF: "Tugas subbagian",
    PostKind.ADMIN: "Cetak & buku",
    PostKind.AUDITOR: "Beranda",
}
LATE_PAGES = ("late", "late_start", "late_case")
CASE_PAGES = ("case", "times", "act", "correct", "correct_record", "correct_registration", "nik", *LATE_PAGES)
BOOK_PAGES = (*(book.page for book in BOOKS.values()), "book_day", "book_close", "book_build", "yearly")


def leading_kind(acting: Acting) -> str:
    """Name the kind of post a person's first page follows."""
    return next((kind for kind in HOME_LABELS if kind in acting.kinds), PostKind.AUDITOR)


def frame(request: DeskRequest) -> dict[str, Any]:
    """Fill the frame of base.html; a page that has counted what waits sets `request.waiting`."""
    acting: Acting | None = getattr(request, "acting", None)
    if acting is None or not acting.appointments:
        return {"now": getattr(request, "now", None), "nav": []}
    return {
        "now": request.now,
        "office": acting.office.short_name if acting.office else "",
        "who": f"{acting.user.get_short_name()} · {', '.join(held.held_short_title for held in acting.appointments)}",
        "nav": _nav(request, acting),
    }


def _nav(request: DeskRequest, acting: Acting) -> list[tuple[str, str, bool, int]]:
    here = request.resolver_match.url_name if request.resolver_match else ""
    places = [
        (HOME_LABELS[PostKind(leading_kind(acting))], "home", ("home",)),
        ("Permohonan", "case_list", ("case_list", *CASE_PAGES)),
        ("Buku", "book_expedition", BOOK_PAGES),
        ("SOP", "sop", ("sop",)),
    ]
    if TAKE_PERFORMANCE.may(acting):  # who answers for the office or inspects it; all may open the page
        places.insert(3, ("Kinerja", "performance", ("performance",)))
    if PostKind.ADMIN in acting.kinds:
        places.append(("Pengaturan", "admin:index", ()))
    waiting = getattr(request, "waiting", 0)
    return [(label, reverse(name), here in names, waiting if name == "home" else 0) for label, name, names in places]
