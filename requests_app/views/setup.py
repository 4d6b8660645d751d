"""Opening an empty office: the console's code makes the first admin, who is led through office, posts and people."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from typing import Any, NoReturn

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from .. import workflow
from ..accounts import setup_code
from ..forms.setup import FirstAdminForm, OfficeForm, PersonForm
from ..models.base import save_tracked
from ..models.calendar import Weekday, WorkingHours
from ..models.people import Appointment, Post, PostKind, User
from ..models.seed import load_office
from ..rules.office import SET_UP
from ..rules.refusals import NotNow, NotPermitted
from . import once
from .desk_request import DeskRequest

PAGES = {"kantor": "Kantor", "jabatan": "Jabatan", "orang": "Orang", "jam": "Jam kerja"}
REASON = "Pengaturan awal kantor"
View = Callable[..., HttpResponseBase]


def unless_new(view: View) -> View:
    """Lead to the set-up while the office has nobody who could log in."""

    @wraps(view)
    def lead(request: DeskRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "GET" and setup_code.is_open():
            return redirect("setup")
        return view(request, *args, **kwargs)

    return lead


@login_not_required
@sensitive_post_parameters("password", "code")
@require_http_methods(["GET", "POST"])
def setup(request: DeskRequest) -> HttpResponse:
    """Ask for the code and make the first admin; the page is gone once anybody has an account."""
    if not setup_code.is_open():
        refuse_void(request)
    if User.objects.exists():
        setup_code.spend()
        return redirect("login")
    form = FirstAdminForm(_typed(request))
    if form.is_bound and form.is_valid():
        if setup_code.accepts(form.cleaned_data["code"]):
            login(request, _first_admin(form, request), backend=settings.AUTHENTICATION_BACKENDS[-1])
            return redirect("setup_page", "kantor")
        if not setup_code.is_open():
            refuse_void(request)
        form.add_error(
            "code", "Kode ini tidak cocok. Lihat lagi layar server; setelah sepuluh kali salah, mulai ulang."
        )
    return render(request, "setup/first.html", {"form": form}, status=422 if form.is_bound else 200)


def refuse_void(request: DeskRequest) -> NoReturn:
    """Say to whoever sends a code that none is good any more. Raises NotPermitted, or Http404 where none is asked."""
    if request.method == "POST" and not User.objects.exists():
        raise NotPermitted(
            "Kode sekali pakai ini sudah tidak berlaku. Mulai ulang aplikasi; layar server memberi yang baru."
        )
    raise Http404


def _typed(request: DeskRequest) -> QueryDict | None:
    # An empty form sent is not a form asked for.
    return request.POST if request.method == "POST" else None


@transaction.atomic
def _first_admin(form: FirstAdminForm, request: DeskRequest) -> User:
    """Save the admin, the default office and the admin's appointment; of two at once the code lets one through."""
    now, user = timezone.now(), form.user()
    user.is_staff = user.is_superuser = True
    save_tracked(user, user=None, now=now, reason="Admin pertama")
    load_office(now, user)
    post = Post.objects.filter(kind=PostKind.ADMIN)[0]
    appointment = Appointment(user=user, post=post, begins=timezone.localdate(now))
    save_tracked(appointment, user=user, now=now, reason="Admin pertama")
    if not setup_code.spend():
        raise NotNow("Kode ini baru saja dipakai; masuklah dengan akun yang sudah dibuat.")
    return user


@require_http_methods(["GET", "POST"])
def page(request: DeskRequest, page: str) -> HttpResponseBase:
    """Show one page of the set-up to whoever holds an admin post today."""
    SET_UP.check(request.acting)
    if page not in PAGES:
        raise Http404
    return VIEWS[page](request)


def _draw(request: DeskRequest, page: str, **context: Any) -> HttpResponse:
    names = list(PAGES)
    here = names.index(page)
    marks = ["done"] * here + ["here"] + [""] * len(PAGES)
    steps = list(zip(PAGES.values(), marks, strict=False))
    after = names[here + 1] if here + 1 < len(names) else ""
    form = context.get("form")
    status = 422 if form is not None and form.errors else 200
    context |= {
        "hidden": once.hidden(request, page),
        "steps": steps,
        "title": PAGES[page],
        "part": f"setup/{page}.html",
        "after": after,
    }
    return render(request, "setup/page.html", context, status=status)


def _office(request: DeskRequest) -> HttpResponse:
    form = once.form_for(request, partial(OfficeForm, instance=request.acting.office), "kantor")
    if form.is_bound and form.is_valid():
        save = partial(save_tracked, form.instance, user=request.user, now=request.now, reason=REASON)
        workflow.once(once.doing(request, "kantor"), save)
        return redirect("setup_page", "jabatan")
    return _draw(request, "kantor", form=form)


def _posts(request: DeskRequest) -> HttpResponse:
    return _draw(request, "jabatan", posts=Post.objects.select_related("unit", "division"))


def _people(request: DeskRequest) -> HttpResponse:
    form = once.form_for(request, PersonForm, "orang", initial={"begins": timezone.localdate(request.now)})
    if form.is_bound and once.opens(request, "orang"):
        doing = once.doing(request, "orang")
        if workflow.was_sent(doing) or form.is_valid():  # sent before, the user name is taken
            workflow.once(doing, lambda: _save_person(form, request))
            return redirect("setup_page", "orang")
    held = Appointment.objects.in_force(timezone.localdate(request.now)).select_related("user", "post")
    empty = Post.objects.exclude(pk__in=[appointment.post_id for appointment in held])
    return _draw(request, "orang", form=form, held=held, empty=empty)


def _save_person(form: PersonForm, request: DeskRequest) -> None:
    user = form.user()
    save_tracked(user, user=request.user, now=request.now, reason=REASON)
    save_tracked(form.appointment(user), user=request.user, now=request.now, reason=REASON)
    messages.success(request, f"{user} tercatat sebagai {form.cleaned_data['post']}.")


def _hours(request: DeskRequest) -> HttpResponse:
    hours = WorkingHours.objects.prefetch_related("spans").order_by("-begins").first()
    spans = list(hours.spans.all()) if hours else []
    days = [(day.label, [span for span in spans if span.weekday == day]) for day in Weekday]
    return _draw(request, "jam", hours=hours, days=days)


VIEWS: dict[str, View] = {"kantor": _office, "jabatan": _posts, "orang": _people, "jam": _hours}
