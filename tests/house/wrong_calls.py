"""Calls of the door that the type check must refuse; `test_typed_door` compares what it says with the marks."""

from datetime import datetime

from requests_app import workflow
from requests_app.models import Post
from requests_app.models.records import HoldReason, Legibility
from requests_app.workflow.taken import End, MeetAndDispose, PutOnHold, Register, Review


def wrong(doing: workflow.Doing, post: Post, now: datetime) -> None:
    workflow.hold(1, doing, "kahar", "Banjir")  # wrong: call-arg arg-type
    workflow.hold(1, doing, PutOnHold(reason="kahar", note="Banjir"))  # wrong: arg-type
    workflow.redirect(1, doing, "kasubag2", "Bukan bidangnya")  # wrong: arg-type
    workflow.reopen(1, doing, "7", "Keliru")  # wrong: arg-type
    workflow.recall(1, doing, note="Keliru")  # wrong: call-arg
    workflow.end(1, End(ending="withdrawn"), doing)  # wrong: arg-type arg-type
    workflow.end(1, doing, {"statement": "Batal"})  # wrong: arg-type
    workflow.complete(1, {"finding": "lengkap"}, doing)  # wrong: arg-type
    workflow.complete(1, MeetAndDispose(meeting=post, disposition=post), doing)  # wrong: arg-type arg-type arg-type
    workflow.start(Review(finding=Legibility.COMPLETE), doing)  # wrong: arg-type
    Register(name="Ana", information="DPT")  # wrong: call-arg
    Review(Legibility.COMPLETE)  # wrong: call-arg call-arg
    Review(finding=Legibility.COMPLETE).finding = Legibility.UNCLEAR  # wrong: misc


def right(doing: workflow.Doing, post: Post, now: datetime) -> None:
    workflow.hold(1, doing, PutOnHold(reason=HoldReason.FORCE_MAJEURE, note="Banjir", until=now))
    workflow.redirect(1, doing, post, reason="Bukan bidangnya")
    workflow.recall(1, doing)
    workflow.complete(1, Review(finding=Legibility.COMPLETE), doing)
    workflow.start(Register(name="Ana", addressee=post, information="DPT"), doing)
