"""Logging in and out; a form whose session had ended is carried across the login (see `resume`)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth import views as auth
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from ..derived.tallies import store
from ..forms.account import LoginForm
from . import resume


class Login(auth.LoginView):
    """Ask for user name and password; go on to where the person was heading, if that is a page of ours."""

    form_class = LoginForm
    template_name = "login.html"
    redirect_authenticated_user = True

    def get_initial(self) -> dict[str, Any]:
        """Keep the page the person was heading for."""
        return {"next": self.get_redirect_url()}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say whether a form is being carried."""
        carried = self.request.POST.get(resume.CARRIED)
        return super().get_context_data(**kwargs) | {"resume": bool(carried), "login_url": reverse("login")}

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Log in, mark a personal device, and offer a carried form again."""
        answer = super().form_valid(form)
        if form.cleaned_data["is_personal"]:
            self.request.session.set_expiry(settings.SESSION_COOKIE_AGE)  # the login outlives its browser
        store.keep(timezone.now(), most=store.A_FEW)  # a morning's first login keeps yesterday's figures
        typed = resume.unpack(form.cleaned_data[resume.CARRIED])
        if typed is None:
            return answer
        return render(self.request, "resume.html", {"resume": typed, "review_name": resume.REVIEW})

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        """Answer 422 as every invalid form does."""
        return self.render_to_response(self.get_context_data(form=form), status=422)


log_in = Login.as_view()
log_out = auth.LogoutView.as_view()


class LoginRequired(LoginRequiredMiddleware):
    """Send a visitor to the login page; a form whose session has ended goes there with its text."""

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> Any:
        """Carry a form only for someone who had a session: its CSRF check has passed by now."""
        if request.method == "POST" and settings.SESSION_COOKIE_NAME in request.COOKIES:
            carried = resume.pack(request)
            if len(carried) <= resume.MAX_SIZE:
                return ask_to_log_in(request, carried)
        return super().handle_no_permission(request, view_func)


def ask_to_log_in(request: HttpRequest, carried: str) -> HttpResponse:
    """Refuse a form whose session has ended, with the login page that carries what was typed."""
    form: Form = LoginForm(request, initial={resume.CARRIED: carried})
    return render(request, "login.html", {"form": form, "resume": True, "login_url": reverse("login")}, status=403)
