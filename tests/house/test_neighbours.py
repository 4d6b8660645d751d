"""What every test of a desk is asked afterwards: no row points at another case, next door all is as it was."""

import pytest
from django.apps import apps

from requests_app.models import Hold, InformationRequest, Petitioner, RawData, ReplyLetter, SavedDraft, Stay
from tests import guards, neighbours
from tests.cast import NOW, Desk
from tests.observed import astray

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(cast):
    """Work at a desk that is not asked afterwards."""
    return Desk(cast)


def test_next_door_lie_a_case_ended_and_one_held_with_every_kind_of_record(desk):
    here = InformationRequest.objects.order_by("pk").values_list("number", "state", "confidential")
    assert [*here] == [("0001/PPID/5371/XI/2025", "ended", True), ("0002/PPID/5371/XI/2025", "held", False)]
    tables = [table.removeprefix("requests_app_") for table, *_ in neighbours._written()]
    assert (
        sorted(tables)
        == """
        availabilitycheck closing consultation correction disposition disposition_copies document expedition extension
        hold identification incomingletter informationrequest lateness letterdecision meeting opening petitioner
        rawdata replyletter review saveddraft steprecord writtennotice
    """.split()
    )
    assert (astray(), neighbours.touched()) == ([], [])


def test_a_row_changed_next_door_is_seen(desk):
    Hold.objects.filter(ended_at=None).update(ended_at=NOW)
    Petitioner.objects.update(name="Lain")
    assert sorted(neighbours.touched()) == ["requests_app_hold", "requests_app_petitioner"]
    assert astray() == ["a case held without a hold"]


POINTING = [
    ("LetterDecision", "letter"), ("Expedition", "letter"), ("Expedition", "raw_data"), ("ReplyLetter", "raw_data"),
    ("Document", "record"), ("Correction", "record"), ("Lateness", "stay"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "field"), POINTING, ids=str)
def test_a_record_that_points_at_another_case_is_seen(desk, kind, field):
    data = {"no_attachment": False, "description": "DPT", "medium": "cetak"}
    case = desk.do(desk.do(desk.case_at(12, "draft"), "draft", **data), "approve")
    here = {"letter": ReplyLetter.objects.get(case=case), "raw_data": RawData.objects.get(case=case),
            "record": case.records.first(), "stay": case.stays.first()}  # fmt: skip
    with guards.lifted():
        there = apps.get_model("requests_app", kind).objects.filter(case__year=2025).order_by("-pk")[:1]
        assert there.model.objects.filter(pk__in=[row.pk for row in there]).update(**{field: here[field]}) == 1
    assert astray() == [f"{kind}.{field} of another case"]


def test_what_is_left_open_is_named(desk):
    waits, ended = desk.case_at(12, "approve"), desk.do(desk.case_at(11), "deliver")
    InformationRequest.objects.filter(pk=waits.pk).update(task="draft", petitioner=ended.petitioner)
    SavedDraft.objects.create(case=ended, post=desk.cast.post("kasubag2"), user=desk.cast.kasubag2, saved_at=NOW)
    last = Stay.objects.filter(case=ended).latest("pk")
    Stay.objects.filter(pk=last.pk).update(ended=None, act_ended=None, working=None)
    Hold.objects.filter(ended_at=None).update(case=waits)
    assert sorted(astray()) == [
        "a case held without a hold",
        "a draft laid aside of an ended case",
        "a draft submitted that waits for nobody",
        "a hold open on a case that is not held",
        "a stay open of an ended case",
        "another case's petitioner",
    ]
