"""Who came before under a telephone number; posted, never in an address, since it is personal data."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ..forms.envelope import BadEnvelope
from ..forms.petitioner import known_by, masked, prefill
from ..models.case import InformationRequest, Petitioner, State
from ..rules.office import FIND_PETITIONERS
from ..rules.people import Acting
from ..rules.reading import readable
from .desk_request import DeskRequest
from .sheet import Sheet, draw, fresh, opened, stale, typed

SEARCH, USE = "cari_telepon", "pakai"


@never_cache
@require_POST
def phone(request: DeskRequest) -> HttpResponse:
    """Answer the page's script with the people found, ready to be chosen."""
    FIND_PETITIONERS.check(request.acting)
    return render(request, "requests/found.html", found(request.POST.get("phone", ""), request.acting))


def found(typed_phone: str, acting: Acting) -> dict[str, Any]:
    """Find the people and the open cases under a number, of the cases a person may read."""
    people = known_by(typed_phone, acting)
    cases = InformationRequest.objects.filter(readable(acting)).exclude(state=State.ENDED).order_by("-pk")
    mine = list(cases.filter(petitioner__phone_digits=people[0].phone_digits)[:5]) if people else []
    return {"searched": True, "people": [person(known) for known in people], "open_cases": mine}


def person(known: Petitioner) -> dict[str, Any]:
    """Describe one visitor who came before."""
    return {"row": known, "nik": masked(known), "fill": json.dumps(prefill(known), ensure_ascii=False)}


def found_without_script(request: DeskRequest, page: Sheet) -> HttpResponse | None:
    """Serve the two buttons that do the same without script: search, and use one of those found."""
    if request.method != "POST" or not {SEARCH, USE} & set(request.POST):
        return None
    values, result = typed(request, page), found(request.POST.get("phone", ""), request.acting)
    chosen = request.POST.get(USE, "")
    for known in (one["row"] for one in result["people"]):
        if str(known.pk) == chosen:
            values |= {name: value for name, value in prefill(known).items() if not values.get(name) or name == "kind"}
    try:
        envelope = opened(request, page) or fresh(request, page)
    except BadEnvelope:
        return stale(request, page)
    return draw(request, page, page.make(initial=values), envelope, **result)
