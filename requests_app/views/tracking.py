"""The petitioner's page: a code gives one of four plain states. No names, no content, no script, nothing stored."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..derived import deadlines
from ..models.case import CODE_ALPHABET, InformationRequest, State
from ..models.people import Office
from ..models.records import Hold, HoldReason
from ..printing.papers import office_hours
from ..text import words
from .desk_request import DeskRequest

CODE_LENGTH = 8
TRIES, WINDOW = 20, 60  # tries of one address in so many seconds
TOO_MANY = "Terlalu banyak percobaan. Tunggu satu menit, lalu coba lagi."
STATES = ("Diterima", "Diproses", "Siap diambil", "Selesai")
RECEIVED, PROCESSED, READY, ENDED = range(4)


def public(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Open a page to everyone, and keep it out of search engines."""

    @login_not_required
    @require_safe
    def shown(request: DeskRequest) -> HttpResponse:
        response = view(request)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return shown


@public
def track(request: DeskRequest) -> HttpResponse:
    """Say where a request stands; a code nobody was given answers 404, too many tries 429."""
    typed = request.GET.get("kode", "")
    office = Office.objects.first()
    version = office.calendar_version if office else 0
    rules = deadlines.rules_on(timezone.localdate(request.now), version)
    page: dict[str, Any] = {"office": office, "typed": typed[:20], "rules": rules}
    if not typed.strip():
        return render(request, "public/track.html", page)
    if too_many(request):
        page["error"] = TOO_MANY
        response = render(request, "public/track.html", page, status=429)
        response["Retry-After"] = str(WINDOW)
        return response
    case = InformationRequest.objects.filter(code=code_typed(typed)).first()
    if case is None:
        page["error"] = "Kode ini tidak ditemukan. Periksa delapan huruf dan angka pada tanda bukti Anda."
        return render(request, "public/track.html", page, status=404)
    return render(request, "public/track.html", page | standing(case, request.now, version))


def code_typed(typed: str) -> str:
    """Read a code as it was typed: small letters and gaps are the same code; anything else is none."""
    code = "".join(sign for sign in typed.upper() if sign not in " -.")
    return code if len(code) == CODE_LENGTH and set(code) <= set(CODE_ALPHABET) else ""


def too_many(request: DeskRequest, page: str = "track") -> bool:
    """Count an address's tries of one page in this window; the address itself is not kept."""
    address = hashlib.sha256(request.META.get("REMOTE_ADDR", "").encode()).hexdigest()[:32]
    key = f"{page}:{address}:{int(request.now.timestamp()) // WINDOW}"
    cache.add(key, 0, timeout=2 * WINDOW)
    try:
        return cache.incr(key) > TRIES
    except ValueError:  # the count was dropped between the two calls
        return False


def standing(case: InformationRequest, now: datetime, version: int) -> dict[str, Any]:
    """Reduce a case to what its petitioner may read without a name: state, the law's days, office hours."""
    state = state_of(case)
    return {
        "state": STATES[state],
        "steps": [(name, at == state, at < state) for at, name in enumerate(STATES)],
        "received": words.tanggal(case.received_at),
        "ended": words.tanggal(case.ended_at) if case.ended_at else "",
        "hours": office_hours(timezone.localdate(now)),
        **promised(deadlines.reckon(case, version)),
    }


def promised(reckoned: deadlines.Reckoning) -> dict[str, str]:
    """Say until when the written notice is owed, or until when the petitioner may complete the file."""
    held = next((hold for hold in reckoned.identity_holds if hold.ended_at is None), None)
    owed = not reckoned.closed
    until = reckoned.completed_by(held) if held and owed else None
    return {
        "due": words.tanggal(reckoned.due) if reckoned.due and owed else "",
        "extended": str(reckoned.term.extended) if reckoned.term and reckoned.term.extended else "",
        "complete_by": words.tanggal(until) if until else "",
        "answered": words.tanggal(reckoned.answered_on) if reckoned.answered_on else "",
    }


def state_of(case: InformationRequest) -> int:
    """Say which of the four states a case is in."""
    if case.state == State.ENDED:
        return ENDED
    if case.state == State.HELD:
        waiting = Hold.objects.filter(case=case, ended_at__isnull=True, reason=HoldReason.COLLECTION)
        return READY if waiting.exists() else PROCESSED
    return RECEIVED if case.step in undecided_rows(case) else PROCESSED


def undecided_rows(case: InformationRequest) -> set[int]:
    """Name the rows in which nobody has decided anything yet: the entry and the one it leads to."""
    entry = case.sop.step(case.entry)
    return {entry.number, *entry.next}
