"""Forms about no case: sealed like every other form of the desk, each sending of one is one act.

Views that draw through `sheet` have this already; these are the few pages beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..forms import envelope as envelopes
from ..forms.envelope import BadEnvelope
from ..rules.refusals import Incomplete
from ..workflow import Doing
from .desk_request import DeskRequest
from .resume import is_review
from .sheet import typed_in


def hidden(request: DeskRequest, purpose: str) -> list[tuple[str, str]]:
    """Seal a form about to be shown; `purpose` ties it to one form."""
    return [(envelopes.FIELD, envelopes.fresh(_name(request, purpose), request.now, None).seal())]


def doing(request: DeskRequest, purpose: str) -> Doing:
    """Say who does it and from which form; a form without an envelope is taken as it comes. Raises Incomplete."""
    try:
        token = _opened(request, purpose)
    except BadEnvelope as error:
        raise Incomplete({"": envelopes.STALE}) from error
    content = envelopes.content(request.POST, request.FILES)
    return Doing(request.acting, request.now, token=token, content=content)


def opens(request: DeskRequest, purpose: str) -> bool:
    """Tell whether a form came without an envelope, or with a good one of its own."""
    try:
        _opened(request, purpose)
    except BadEnvelope:
        return False
    return True


def _opened(request: DeskRequest, purpose: str) -> str:
    """Take the token out of the envelope sent along, if any. Raises BadEnvelope."""
    sealed = request.POST.get(envelopes.FIELD, "")
    return envelopes.unseal(sealed, _name(request, purpose), request.now).token if sealed else ""


def form_for(request: DeskRequest, make: Callable[..., Any], purpose: str = "", **start: Any) -> Any:
    """Make a page's form: blank (or as it starts), as it was sent, or filled in again without being judged."""
    if request.method != "POST":
        return make(**start)
    if is_review(request):
        return make(**start | {"initial": typed_in(request, make(**start).fields)})
    form = make(request.POST, request.FILES, **start)
    if purpose and not opens(request, purpose):
        form.full_clean()
        form.add_error(None, envelopes.STALE)
    return form


def status_of(form: Any) -> int:
    """Say the status of a page that shows a form."""
    return 422 if form.errors else 200


def _name(request: DeskRequest, purpose: str) -> str:
    return f"{purpose}:{request.user.pk}"
