"""The landing page: what waits for the posts held today, and what each role keeps an eye on.

A person with several posts sees the union. Beside session and person one query fetches the stays, and at
most one more the officials or the dispositions to confirm.
"""

from __future__ import annotations

from typing import Any

from django.db.models import F, Q
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..forms.directory import MEETABLE, Directory
from ..models.calendar import load_calendar
from ..models.case import State
from ..models.people import PostKind
from ..models.records import Confirmation, Disposition, HoldReason
from ..rules.people import Acting
from ..rules.reading import readable
from . import presence, queues, reasons
from .calendar import joint_leave
from .context import leading_kind
from .desk_request import DeskRequest

MOST_TO_CONFIRM = 20
HEADINGS = {
    PostKind.HELPDESK: "Meja depan",
    PostKind.KETUA: "Menunggu disposisi Anda",
    PostKind.ANGGOTA: "Menunggu disposisi Anda",
    PostKind.SEKRETARIS: "Menunggu disposisi Anda",
    PostKind.KASUBAG: "Tugas saya",
    PostKind.STAFF: "Tugas subbagian",
    PostKind.ADMIN: "Cetak & buku",
    PostKind.AUDITOR: "Permohonan dan buku",
}
DISPOSES = {PostKind.KETUA, PostKind.ANGGOTA, PostKind.SEKRETARIS}


@require_safe
def home(request: DeskRequest) -> HttpResponse:
    """Show each role its own desk."""
    acting: Acting = request.acting
    kinds = acting.kinds
    context: dict[str, Any] = {
        "heading": HEADINGS[PostKind(leading_kind(acting))],
        "kinds": kinds,
        "all_url": reverse("case_list"),
    }
    if kinds - {PostKind.ADMIN, PostKind.AUDITOR}:
        context |= _stays(request) | reasons.open_questions(acting, request.now)
    if PostKind.HELPDESK in kinds:
        context["board"] = presence.board(Directory(request.now))
    if kinds & DISPOSES:
        context |= _to_confirm(acting)
        context["own_presence"] = _own_presence(request)
    context |= joint_leave(request)
    if kinds & {PostKind.ADMIN, PostKind.AUDITOR}:
        context["month"] = timezone.localdate(request.now).replace(day=1)
    return render(request, "requests/home.html", context)


def _stays(request: DeskRequest) -> dict[str, Any]:
    """Fetch once whatever these posts owe or watch, and lay it out."""
    acting, office = request.acting, request.acting.office
    drawer = queues.Drawer(acting, request.now, load_calendar(office.calendar_version if office else 0))
    watched = queues.open_stays().annotate(**queues.vacancy(request.now))
    if PostKind.SEKRETARIS in acting.kinds:
        watched = watched.annotate(**queues.wants_paraf())
    watched = watched.filter(_watched(request))
    stays = list(watched.filter(readable(acting, "case__"))[: queues.MOST + 1])
    parts: dict[str, list[Any]] = {"queue": [], "ready": [], "others": [], "vacant": [], "paraf": []}
    for stay in stays[: queues.MOST]:
        parts[_part(stay, acting)].append(stay)
    drawn = {name: [drawer.item(stay) for stay in part] for name, part in parts.items()}
    drawn["queue"].sort(key=lambda item: not item.is_primary)  # own work first, each part by its clock
    request.waiting = sum(item.is_primary for item in drawn["queue"])
    late, near = (sum(getattr(item.clock, name) for item in drawn["queue"]) for name in ("is_late", "is_near"))
    return {**drawn, **urgent(late, near), "has_more": len(stays) > queues.MOST}


def urgent(late: int, near: int) -> dict[str, str]:
    """Say how many clocks are late or nearly, for the heading and, shorter, for the tab's title; desk.js goes on."""
    counts = [(late, "lewat waktu", "lewat"), (near, "hampir lewat", "hampir")]
    said = [(f"{count} {long}", f"{count} {short}") for count, long, short in counts if count]
    return {"urgent": ", ".join(long for long, _ in said), "urgent_title": ", ".join(short for _, short in said)}


def _watched(request: DeskRequest) -> Q:
    """Match what this person owes, and what the role keeps an eye on."""
    acting = request.acting
    watched = queues.owed_by(acting)
    if PostKind.HELPDESK in acting.kinds:
        watched |= queues.walk_ins() | queues.ready()
    if PostKind.SEKRETARIS in acting.kinds:
        watched |= Q(due_at__lt=request.now) | Q(is_vacant=True) | Q(wants_paraf=True)
    if acting.kinds & DISPOSES:  # a visitor is on the way to this official
        watched |= Q(holder__isnull=True, case__addressee__in=acting.post_ids, case__state=State.OPEN)
    return watched


def _part(stay: Any, acting: Acting) -> str:
    """Say where on the page a stay belongs."""
    collects = stay.case.state == State.HELD and stay.hold_reason == HoldReason.COLLECTION
    if PostKind.HELPDESK in acting.kinds and collects:
        return "ready"
    if queues.is_owed_by(acting, stay):
        return "queue"
    if PostKind.SEKRETARIS in acting.kinds:
        if stay.wants_paraf:
            return "paraf"
        return "vacant" if stay.is_vacant else "others"
    return "queue"


def _to_confirm(acting: Acting) -> dict[str, Any]:
    """List dispositions recorded for this person, and for the Sekretaris those their own addressee recorded."""
    wanted = Q(speaker__in=acting.post_ids)
    if PostKind.SEKRETARIS in acting.kinds:
        wanted |= Q(appointment__post=F("addressee"))
    wanted &= readable(acting, "case__")
    found = Disposition.objects.filter(wanted, confirmation=Confirmation.PENDING, recalled_at__isnull=True)
    related = ("case", "speaker", "addressee", "appointment__post", "appointment__user")
    rows = list(found.select_related(*related).order_by("-act", "-pk")[:MOST_TO_CONFIRM])
    mine = [row for row in rows if row.speaker_id in acting.post_ids]
    return {"to_confirm": mine, "self_recorded": [row for row in rows if row not in mine]}


def _own_presence(request: DeskRequest) -> list[presence.Card]:
    directory = Directory(request.now)
    held = [appointment for appointment in request.acting.appointments if appointment.post.kind in MEETABLE]
    return [presence.card(appointment, directory) for appointment in held]
