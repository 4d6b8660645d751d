"""Whether an official can be met: set by the official, or by the desk on the official's behalf; resets each day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from ..forms.directory import MEETABLE, Directory
from ..forms.presence import PresenceForm
from ..models.base import save_tracked
from ..models.people import Appointment, Availability, Post, Presence
from ..rules.office import check_presence
from ..rules.people import Acting
from ..text import words
from . import clocks
from .desk_request import DeskRequest
from .resume import is_review

LONGEST_KEY = 10  # digits
BUTTONS = ((Presence.IN, "Ada"), (Presence.MEETING, "Rapat"), (Presence.AWAY, "Tidak ada"))
TONES = {Presence.IN: "ok", Presence.MEETING: "warn", Presence.AWAY: "hold"}


@dataclass(frozen=True)
class Card:
    """One official on the board: who, whether to be met, and the buttons to change it."""

    post: Post
    title: str
    person: str
    state: str
    words: str
    tone: str
    buttons = BUTTONS


def card(appointment: Appointment, directory: Directory) -> Card:
    """Draw an official's presence as entered today; what was entered before says nothing any more."""
    post = appointment.post
    entered = directory.presence(post)
    person = appointment.user.get_short_name()
    if entered is None:
        return Card(post, post.short_title, person, "", "belum dicatat", "")
    until = f" {clocks.until_words(entered.until, directory.now)}" if entered.until else ""
    state = Presence(entered.state)
    return Card(post, post.short_title, person, state.value, f"{state.label.lower()}{until}", TONES[state])


def board(directory: Directory) -> list[Card]:
    """List the officials a visitor may ask for, as held today. One query, shared with the directory."""
    posts = directory.posts(*MEETABLE)
    return [card(directory.held[post.pk], directory) for post in posts]


@require_http_methods(["GET", "HEAD", "POST"])
def set_presence(request: DeskRequest) -> HttpResponse:
    """Enter whether an official can be met, until when, for today alone. Raises NotPermitted."""
    asked = request.POST or request.GET
    post = get_object_or_404(Post, pk=post_asked(asked.get("post", "")), kind__in=MEETABLE)
    check_presence(request.acting, post)
    if request.method != "POST":
        return _page(request, PresenceForm(initial={"post": post.pk}, now=request.now), post)
    form = PresenceForm(request.POST, now=request.now)
    if not form.is_valid() or is_review(request):
        return _page(request, form, post, 200 if is_review(request) else 422)
    enter(post, form.cleaned_data["state"], form.ends_at, request.acting, request.now)
    return redirect("home")


def _page(request: DeskRequest, form: PresenceForm, post: Post, status: int = 200) -> HttpResponse:
    return render(request, "requests/presence.html", {"form": form, "post": post}, status=status)


def post_asked(sent: str) -> int | None:
    """Read the post's key as it was sent; anything else is none."""
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < LONGEST_KEY else None


def enter(post: Post, state: str, until: datetime | None, acting: Acting, now: datetime) -> Availability:
    """Write a post's presence and its history row; the same again writes nothing."""
    with transaction.atomic():
        Post.objects.select_for_update().get(pk=post.pk)  # two first entries wait for each other
        row = Availability.objects.filter(post=post).first() or Availability(post=post)
        same_day = row.pk is not None and timezone.localdate(row.set_at) == timezone.localdate(now)
        if same_day and (row.state, row.until) == (state, until):
            return row
        row.state, row.until, row.set_at, row.set_by = state, until, now, acting.user
        reason = f"Kesediaan {post}: {Presence(state).label.lower()}"
        if until:
            reason += f" s.d. {words.jam_pendek(until)}"
        save_tracked(row, user=acting.user, now=now, reason=reason)
    return row
