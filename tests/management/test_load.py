"""The loader of tests/load: what it writes has the shape of played requests, and the figures agree with a count."""

from datetime import datetime

from django.db.models import Count, F

from requests_app.clock import WITA
from requests_app.derived import search_index, search_text
from requests_app.derived.tallies import store
from requests_app.derived.tallies.spans import Span, last_months
from requests_app.models import InformationRequest, Stay
from requests_app.models.case import State
from requests_app.performance.report import report
from tests.load.fill import fill

NOW = datetime(2026, 11, 26, 14, 40, tzinfo=WITA)  # a Thursday, the office open


def test_copies_are_like_their_originals_on_other_days(db):
    assert fill(NOW, 260, months=3) == 260
    assert [*search_text.verify(InformationRequest.objects.order_by("pk")), *search_index.verify()] == []
    ended = InformationRequest.objects.filter(state=State.ENDED)
    copies = ended.filter(sequence__isnull=False).exclude(code__regex=r"[A-Z]")
    assert copies.count() >= 260 - 100
    assert not ended.filter(ended_at__gt=NOW).exists()
    assert not ended.exclude(stays__isnull=False).exists()
    assert not Stay.objects.filter(case__state=State.ENDED, ended__isnull=True).exists()
    per_case = (
        InformationRequest.history.values("id").annotate(acts=Count("act", distinct=True)).values_list("id", "acts")
    )
    acts = dict(InformationRequest.objects.values_list("pk", "act"))
    assert [pk for pk, number in per_case if number > acts[pk]] == []
    assert not InformationRequest.objects.exclude(petitioner__case=F("pk")).exists()
    months = last_months(NOW.date(), 3)
    period = Span(months[0].begins, months[-1].ends)
    counted = report(period, NOW, 1)
    store.keep(NOW)
    assert store.verify() == []
    assert report(period, NOW, 1) == counted
