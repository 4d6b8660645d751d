"""What a case page offers a person, and what the door takes from that person: two lists that must be one.

Offered is read off the page, as its addresses. Taken is asked of the door itself: each verb is called with as little as
decides nothing but who and when, and whatever it wrote is undone. What is refused for who or when was not allowed; what
lacks a reason or a file was.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from html import unescape
from typing import Any

from django.db import transaction
from django.urls import resolve

from requests_app import workflow
from requests_app.derived.stays import of_case
from requests_app.forms.dossier import KINDS, detail, open_dossier
from requests_app.models import Disposition, InformationRequest, LateReason, StepRecord
from requests_app.models.books import DocumentKind
from requests_app.models.records import HoldReason
from requests_app.rules.refusals import Incomplete, NotPermitted, Refusal
from requests_app.sop import Does
from requests_app.views.present import menu, page, reasons
from requests_app.workflow.paper_entry import AtAct, PaperAct
from requests_app.workflow.taken import Attach, End, Meet, MeetAndDispose, PutOnHold, WhyLate
from tests.cast import Cast, Desk, registration

LINK = re.compile(r'href="([^"]+)"')
GONE = LateReason(text="Tidak dipakai lagi", active=False)
Offer = tuple[str, str]  # a page's name and what else its address says


def named(address: str) -> Offer:
    """Name the page an address leads to."""
    match = resolve(address)
    return str(match.url_name), " ".join(str(value) for name, value in match.kwargs.items() if name != "pk")


def offered(cast: Cast, who: str, pk: int, now: datetime) -> set[Offer] | None:
    """List what the case page offers a person beside reading; none where it does not open."""
    try:
        dossier = open_dossier(pk, cast.acting(who, now), now)
    except NotPermitted:
        return None
    primary, first_look = menu.primary(dossier), page.opened_url(dossier)
    links = {url for _, url in menu.others(dossier)} | {question.url for question in reasons.questions(dossier)}
    links |= ({primary.url} if primary else set()) | ({first_look} if first_look else set())
    found = {named(link) for link in links} | {("confirm", str(given.pk)) for given in menu.to_confirm(dossier)}
    if ("correct", "") in found:
        html = cast.client(who).get(f"/permohonan/{pk}/koreksi/").content.decode()
        found |= {named(unescape(link)) for link in LINK.findall(html) if "/koreksi/" in link}
    return found


def taken(asks: Iterable[tuple[Offer, Callable[[], Any]]]) -> set[Offer]:
    """List what the door takes."""
    found = {offer for offer, ask in asks if is_taken(ask)}
    if any(name in ("correct_record", "correct_registration") for name, _ in found):
        found.add(("correct", ""))
    return found


def is_taken(ask: Callable[[], Any]) -> bool:
    """Ask the door once and undo it."""
    with transaction.atomic():
        try:
            answer = ask()
        except Incomplete:
            return True
        except AtAct as refused:
            return isinstance(refused.refusal, Incomplete)
        except Refusal:
            return False
        finally:
            transaction.set_rollback(True)
    return answer is not False


def asked(desk: Desk, who: str, case: InformationRequest) -> Iterator[tuple[Offer, Callable[[], Any]]]:
    """Name every act there is on a case, and how the door is asked for it."""
    pk, doing = case.pk, workflow.Doing(desk.cast.acting(who, desk.now), desk.now)
    post = desk.cast.post("kasubag3")
    yield ("redirect", ""), lambda: workflow.redirect(pk, doing, post, "")
    yield ("recall", ""), lambda: workflow.recall(pk, doing, "")
    yield ("hold", ""), lambda: workflow.hold(pk, doing, PutOnHold(reason=HoldReason.CLARIFICATION, note=""))
    yield ("resume", ""), lambda: workflow.resume(pk, doing)
    yield ("ready", ""), lambda: workflow.ready(pk, doing, "")
    yield ("notify", ""), lambda: workflow.notify(pk, doing, "")
    yield ("extend", ""), lambda: workflow.extend(pk, doing, "")
    yield ("attach", ""), lambda: workflow.attach(pk, doing, Attach(kind=DocumentKind.OTHER, files=()))
    yield ("paraf", ""), lambda: workflow.paraf(pk, doing)
    yield ("cancel_letter", ""), lambda: workflow.cancel_letter(pk, doing, "")
    yield ("reopen", ""), lambda: workflow.reopen(pk, doing, 0, "")
    yield ("correct_registration", ""), lambda: workflow.correct_registration(pk, doing, *registration(case, {}, ""))
    for ending in case.sop.endings:
        if ending.by_task:
            continue
        yield ("end", ending.slug), lambda slug=ending.slug: workflow.end(pk, doing, End(ending=slug))
    yield from of_its_records(case, doing)
    yield from of_its_task(desk, case, doing)


def of_its_records(case: InformationRequest, doing: workflow.Doing) -> Iterator[tuple[Offer, Callable[[], Any]]]:
    """Name what may be done about what was recorded."""
    for record in map(detail, StepRecord.objects.filter(case=case).select_related(*KINDS)):
        yield (
            ("correct_record", str(record.pk)),
            lambda row=record: workflow.correct(case.pk, doing, type(row).objects.get(pk=row.pk), ""),
        )
        if isinstance(record, Disposition):
            yield (
                ("confirm", str(record.pk)),
                lambda row=record: workflow.confirm(case.pk, doing, Disposition.objects.get(pk=row.pk), True),
            )
    for run in {stay.run for stay in of_case(case) if stay.late or stay.ended is None}:
        yield ("explain", str(run)), lambda run=run: workflow.explain(case.pk, doing, run, WhyLate(cause=GONE))


def of_its_task(
    desk: Desk, case: InformationRequest, doing: workflow.Doing
) -> Iterator[tuple[Offer, Callable[[], Any]]]:
    """Name the awaited task, on its own page, from paper and in the meeting itself; and the first opening."""
    own = doing.acting.of_kind("kasubag")  # who records only what it was itself given
    if case.task:
        to_oneself = {"addressee": own.post} if own and case.awaits(Does.DISPOSES, Does.ASSIGNS) else {}
        said = desk.plausible(case, case.task, **to_oneself)
        yield ("act", case.task), lambda: workflow.complete(case.pk, said, doing)
        paper = PaperAct(said, desk.now)
        yield ("late_case", ""), lambda: workflow.enter_paper([paper], doing, pk=case.pk)
    if case.awaits(Does.MEETS):  # who records meetings has the disposition on the same page
        said = desk.plausible(case, case.sop.spoken.slug)
        both = MeetAndDispose(meeting=Meet(official=case.addressee), disposition=said)
        place = case.sop.spoken.slug if doing.acting.at(case.addressee_id) else case.task
        yield ("act", place), lambda: workflow.meet_and_dispose(case.pk, both, doing)
    stay = of_case(case)[-1]
    if stay.ended is None and stay.opened is None:
        yield ("opened", ""), lambda: workflow.open_case(case.pk, doing)
