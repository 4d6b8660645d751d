"""Who had a case how long, per post and person: waiting told apart from handling."""

from __future__ import annotations

from datetime import timedelta

from ...derived.holders import PersonShare, shares
from ...forms.dossier import Dossier
from ...models.people import Appointment
from ...models.records import ActKind
from ...text import words


def shares_of(dossier: Dossier) -> list[PersonShare]:
    """Split the case's stays among those who held their posts; one query beside the dossier's own."""
    posts = {stay.holder_id for stay in dossier.stays if stay.holder_id}
    held = list(Appointment.objects.filter(post__in=posts).select_related("user", "post").order_by("begins", "pk"))
    ended_by = {record.act: record.appointment for record in dossier.records if record.kind == ActKind.COMPLETE}
    return shares(dossier.stays, held, ended_by, dossier.pauses, dossier.calendar, dossier.now)


def _post(share: PersonShare, dossier: Dossier) -> str:
    if share.appointment:
        return share.appointment.held_title
    if share.stay.holder:
        return str(share.stay.holder)
    return dossier.edition.step(share.stay.step).task(share.stay.task).actors[0].label


def _said(length: timedelta) -> str:
    return words.lama(length) if length else "–"


def sums(found: list[PersonShare], dossier: Dossier) -> list[tuple[str, str, str, str]]:
    """Add up per post and person, in the order in which they first had the case."""
    added: dict[tuple[str, str], tuple[timedelta, timedelta]] = {}
    for share in found:
        key = (_post(share, dossier), str(share.appointment.user) if share.appointment else "–")
        waiting, handling = added.get(key, (timedelta(), timedelta()))
        added[key] = (waiting + share.waiting, handling + share.handling)
    return [(post, person, _said(waiting), _said(handling)) for (post, person), (waiting, handling) in added.items()]
