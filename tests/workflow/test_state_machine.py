"""Any order of acts by anybody, sent through the browser's door, against the SOP played with paper (sop_model).

60 sequences of up to 25 acts in `make test`, 300 with `--hypothesis-profile=desk-ci`; for a long night
`STATE_MACHINE_EXAMPLES=10000 .venv/bin/python -m pytest tests/workflow/test_state_machine.py`.
"""

import os
from datetime import datetime, timedelta
from itertools import pairwise

import hypothesis
import pytest
import time_machine
from django.db import transaction
from django.http import HttpResponse
from hypothesis import HealthCheck
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from requests_app.clock import WITA
from requests_app.derived import stays
from requests_app.models import Division, InformationRequest, versions
from tests import neighbours
from tests.cast import NOW, Cast
from tests.cast import Desk as CastDesk
from tests.observed import astray
from tests.offers import asked, offered, taken
from tests.posting import Seats
from tests.settings_moves import DECREE, Settings
from tests.sop_model import COMMISSION, DISPOSERS, KASUBAG, PEOPLE, TASKS_OF, Paper, role

PARTS = 6  # the sequences are shared out, so that no worker is still at them when all the others are done
OFFICIALS = st.sampled_from(DISPOSERS)
ORDERS = st.sampled_from(["", "data", "letter"])
DECIDED = st.sampled_from(["data", "letter"])
ANYBODY = st.sampled_from(PEOPLE)
TASK_PAGES = st.sampled_from(sorted(set().union(*TASKS_OF.values())))
HOLD_REASONS = st.sampled_from(["identitas", "penjelasan", "berhalangan", "kahar", "pleno"])


class Desk(Settings, RuleBasedStateMachine):
    """One case, worked at by anybody at any time."""

    cast: Cast

    def __init__(self) -> None:
        super().__init__()
        self.before = transaction.savepoint()
        self.now = self.when = self.last = NOW
        self.seats = Seats(self.cast)
        self.revisions: list[tuple[int, datetime, int]] = []
        self.targets: list[tuple[int, datetime, int]] = []  # entries: row, when, target

    def teardown(self) -> None:
        """Take everything out again: the next case meets the office's own calendar and targets."""
        try:
            if hasattr(self, "pk"):
                self.what_is_offered_is_what_the_door_takes()
        finally:
            transaction.savepoint_rollback(self.before)
            versions.forget()

    def what_is_offered_is_what_the_door_takes(self) -> None:
        """Compare, wherever the walk has led, the case page of one person with the door's answers."""
        who, case, at = PEOPLE[self.paper.acts % len(PEOPLE)], self.case, CastDesk(self.cast, self.now)
        with time_machine.travel(self.now, tick=False):
            assert (who, offered(self.cast, who, case.pk, self.now)) == (who, taken(asked(at, who, case)))

    # -- Sending -------------------------------------------------------------------------------------------------------

    def send(self, who: str, path: str, **form: str) -> HttpResponse:
        """Log in and post one form, now."""
        with time_machine.travel(self.now, tick=False):
            return self.seats.client(who, self.now).post(path, {"note": "Catatan", **form})

    def act(self, who: str, slug: str, **form: str) -> int:
        if self.when < self.now:  # entered from paper
            form["happened_at"] = self.when.astimezone(WITA).strftime("%Y-%m-%dT%H:%M")
        return self.send(who, f"/permohonan/{self.pk}/{slug}/", **form).status_code

    def act_or_paper(self, who: str, slug: str, **form: str) -> int:
        """Do a task on its own page, or enter it from paper as of some minute since the last act."""
        return self.enter(who, {slug: form}) if self.draw(st.booleans(), "from paper") else self.act(who, slug, **form)

    def enter(self, who: str, boxes: dict[str, dict[str, str]]) -> int:
        """Enter boxes of a paper form, all done in one minute between the last act and now."""
        last = self.case.happened_at
        share = self.draw(st.sampled_from([0, 0.5, 1]), "when")
        at = (last + (self.now - last) * share).astimezone(WITA)
        self.when = max(last, at.replace(second=0, microsecond=0))
        sent = {f"{slug}1-{name}": value for slug, form in boxes.items() for name, value in form.items()}
        times = {f"{slug}1-ended": f"{at:%H:%M}" for slug in boxes} | {f"{next(iter(boxes))}1-on": f"{at:%Y-%m-%d}"}
        return self.send(who, f"/permohonan/{self.pk}/susulan/", **sent, **times).status_code

    def post(self, who: str) -> str:
        return str(self.cast.post(who).pk)

    def later(self, days: int = 1) -> str:
        return (self.now + timedelta(days=days)).astimezone(WITA).strftime("%Y-%m-%dT%H:%M")

    @property
    def case(self) -> InformationRequest:
        return InformationRequest.objects.select_related("holder").get(pk=self.pk)

    # -- Moves ---------------------------------------------------------------------------------------------------------

    @initialize(official=OFFICIALS, by_letter=st.booleans())
    def arrive(self, official: str, by_letter: bool) -> None:
        if by_letter:
            sent = {"sender": "Universitas", "subject": "Data pemilih", "channel": "surat"}
            self.paper = Paper(official, 6, "dispose", official)
        else:
            sent = {"name": "Ana", "phone": "081234567890", "information": "DPT"}
            self.paper = Paper(official)
        step = 5 if by_letter else 1
        response = self.send("helpdesk", f"/mulai/{step}/", addressee=self.post(official), **sent)
        assert response.status_code == 302
        self.pk = InformationRequest.objects.latest("pk").pk
        self.paper.stays.insert(0, (step, "", None))
        self.enters(self.paper.step)

    @rule(data=st.data(), minutes=st.sampled_from([0, 1, 4, 20, 90, 400]))
    def somebody_does_something(self, data, minutes: int) -> None:
        """Draw one move among those that make sense here; the awaited act often enough to come to an end."""
        self.now += timedelta(minutes=minutes)
        self.draw, self.when = data.draw, self.now
        before = (self.paper.acts, len(self.paper.stays), self.paper.step)
        move = self.draw(st.sampled_from(self.moves()), "move")
        getattr(self, move)()
        if self.paper.acts > before[0]:
            self.last = self.when
        row = before[2]
        for step, *_ in self.paper.stays[before[1] :]:
            if step != row:
                self.enters(step)
            row = step

    def moves(self) -> list[str]:
        """List what may be tried, as often as it is to be drawn."""
        everywhere = ["not_awaited", "holds", "resumes", "opens_the_page", "recalls", "reopens"]
        everywhere += ["the_calendar_changes", "a_target_is_revised"]
        if self.paper.state == "ended":
            return [*everywhere, *["reopens"] * 3]
        moves = [*everywhere, *["right"] * 12, "wrong", "wrong", "withdraws"]
        moves += ["redirects"] * 2 if self.paper.holder else []
        moves += ["tells"] * 2 if self.paper.task == "deliver" else []
        return [*moves, "asks_for_a_letter"] if self.paper.step in (2, 3, 4) else moves

    def anybody(self, *likely: str) -> str:
        """Draw a person: half the time one who may, if there is one."""
        may = sorted(who for who in likely if who)
        return self.draw(st.sampled_from(may) if may and self.draw(st.booleans()) else ANYBODY, "who")

    def right(self) -> None:
        """The right one does what is awaited."""
        who = self.draw(st.sampled_from(self.paper.allowed()), "who")
        if self.paper.task != "meet" and self.draw(st.booleans(), "from paper"):
            self.when = self.last + self.draw(st.integers(0, 100)) * (self.now - self.last) // 100
            self.when = self.when.replace(second=0, microsecond=0)
        getattr(self, f"do_{self.paper.task}")(who, self.draw)

    def wrong(self) -> None:
        """Anybody else tries to."""
        who = self.draw(st.sampled_from(sorted(set(PEOPLE) - set(self.paper.allowed()))), "who")
        assert self.act(who, self.paper.task) == 403

    def not_awaited(self) -> None:
        """Somebody does a task that is not awaited."""
        who, slug = self.anybody(), self.draw(TASK_PAGES, "task")
        disposes_in_the_meeting = (self.paper.task, slug, who) == ("meet", "dispose", self.paper.official)
        if slug != self.paper.task and not disposes_in_the_meeting:
            assert self.act(who, slug) == (409 if slug in TASKS_OF[role(who)] else 403)

    def holds(self) -> None:
        who, reason = self.anybody(*self.paper.may_hold()), self.draw(HOLD_REASONS)
        self.answered(self.act(who, "tunda", reason=reason), who, self.paper.state == "open")
        if who in self.paper.may_hold() and self.paper.state == "open":
            self.paper.acts, self.paper.state = self.paper.acts + 1, "held"

    def answered(self, answer: int, who: str, is_time: bool) -> None:
        """Expect the person to be judged first, then the moment."""
        assert answer == (403 if who not in self.paper.may_hold() else 302 if is_time else 409)

    def resumes(self) -> None:
        who = self.anybody(*self.paper.may_hold())
        self.answered(self.act(who, "lanjutkan"), who, self.paper.state == "held")
        if who in self.paper.may_hold() and self.paper.state == "held":
            self.paper.did()

    def tells(self) -> None:
        """Somebody tells the petitioner that it is ready."""
        who = self.anybody(*self.paper.may_hold())
        self.answered(self.act(who, "siap", notified_via="telepon"), who, self.paper.state == "open")
        if who in self.paper.may_hold() and self.paper.state == "open":
            self.paper.acts, self.paper.state = self.paper.acts + 1, "held"

    def redirects(self) -> None:
        who, holder = self.anybody(*self.paper.may_redirect()), self.draw(st.sampled_from(self.paper.may_redirect_to()))
        answer = self.act(who, "alihkan", holder=self.post(holder), reason="Bukan bidangnya")
        assert answer == (302 if who in self.paper.may_redirect() else 403)
        if answer == 302:
            self.paper.redirected(who, holder)

    def opens_the_page(self) -> None:
        who = self.anybody(self.paper.holder)
        if self.is_official(who):
            self.act(who, "dibuka")
        if self.paper.holder == who and self.paper.step:
            self.paper.untouched = None

    def recalls(self) -> None:
        who = self.anybody(self.paper.drafter, *(hop.giver for hop in self.paper.hops[-1:]))
        expected = self.paper.recall_answer(who) if self.is_official(who) else 403
        assert self.act(who, "tarik", reason="Salah tujuan") == expected
        if expected == 302:
            self.paper.recalled()

    def withdraws(self) -> None:
        """Somebody enters that the petitioner withdrew."""
        who = self.anybody()
        answer = self.act(who, "penyelesaian/withdrawn", statement="Tidak jadi")
        assert answer == (302 if who in self.paper.may_withdraw() else 403)
        if answer == 302:
            self.paper.ended("withdrawn")

    def asks_for_a_letter(self) -> None:
        who = self.anybody(*self.paper.may_hold())
        answer = self.act(who, "penyelesaian/to_letter", statement="Mohon bersurat")
        assert answer == (302 if who in self.paper.may_hold() else 403)
        if answer == 302:
            self.paper.did()
            self.paper.lie(5, "receive", None)

    def reopens(self) -> None:
        who = self.anybody("sekretaris")
        step = self.draw(st.sampled_from(sorted({stay[0] for stay in self.paper.stays if stay[1]})))
        answer = self.act(who, "buka-kembali", step=str(step), reason="Data keliru")
        expected = 403 if who != "sekretaris" else 302 if self.paper.state == "ended" else 409
        assert answer == expected
        if answer == 302:
            self.paper.reopened(step)

    def is_official(self, who: str) -> bool:
        return who not in ("outsider", "former")

    # -- What is awaited, done right -----------------------------------------------------------------------------------

    def do_availability(self, who: str, draw) -> None:
        official, result = draw(OFFICIALS), draw(st.sampled_from(["bersedia", "pejabat_lain", "janji"]))
        sent = {"official": self.post(official), "result": result, "appointment_at": self.later()}
        assert self.act(who, "availability", **sent) == 302
        self.paper.did()
        self.paper.official = official
        if result == "janji":
            self.paper.state = "held"
        else:
            self.paper.lie(2, "meet", None)

    def do_meet(self, who: str, draw) -> None:
        official, addressee = draw(OFFICIALS), draw(st.sampled_from(KASUBAG))
        if draw(st.booleans()):  # the disposition was given in the same room
            sent = {"addressee": self.post(addressee), "words": "Bantu"}
            assert self.act(who, "meet", official=self.post(official), **sent) == 302
            self.paper.did(2)
            self.paper.lie(3, "dispose", official)
            self.paper.disposed(official, addressee, "")
        else:
            assert self.act(who, "meet", official=self.post(official)) == 302
            self.paper.did()
            self.paper.lie(3, "dispose", official)

    def do_receive(self, who: str, draw) -> None:
        official = draw(OFFICIALS)
        sent = {"sender": "Ana", "subject": "DPT", "channel": "surat", "addressee": self.post(official)}
        assert self.act(who, "receive", **sent) == 302
        self.paper.did()
        self.paper.lie(6, "dispose", official)

    def do_dispose(self, who: str, draw) -> None:
        onward = ["sekretaris"] if self.paper.step == 3 else ["sekretaris", "anggota1"]
        choices = [who] if who in KASUBAG else [*KASUBAG, *(to for to in onward if to != self.paper.holder)]
        addressee, order = draw(st.sampled_from(choices)), draw(ORDERS)
        sent = {"addressee": self.post(addressee), "words": "Tindak lanjuti", "order": order}
        by_page = bool(order) and self.paper.step == 3  # paper asks an order of letters only
        assert (self.act if by_page else self.act_or_paper)(who, "dispose", **sent) == 302
        self.paper.did()
        self.paper.disposed(who, addressee, order)

    def do_review(self, who: str, draw) -> None:
        proposal = draw(st.sampled_from(["", "konsultasi", "data", "letter"]))
        if proposal:  # two boxes of one paper form
            found = {"proposal": proposal, "holding": "dikuasai"}
            assert self.enter(who, {"review": {"finding": "lengkap"}, "identify": found}) == 302
            self.paper.did()
            self.paper.lie(8, "identify", who)
            self.paper.did()
            self.paper.identified(proposal)
            return
        assert self.act_or_paper(who, "review", finding="lengkap") == 302
        self.paper.did()
        self.paper.lie(8, "identify", who)

    def do_identify(self, who: str, draw) -> None:
        proposal = draw(st.sampled_from(["konsultasi", "data", "letter"]))
        assert self.act_or_paper(who, "identify", proposal=proposal, holding="dikuasai") == 302
        self.paper.did()
        self.paper.identified(proposal)

    def do_consult(self, who: str, draw) -> None:
        order, division = draw(ORDERS), str(Division.objects.first().pk)
        result = (
            {"outcome": "arahan", "order": order} if order else {"outcome": "wawancara", "interview_at": self.later()}
        )
        assert self.act(who, "consult", division=division, **result) == 302
        self.paper.did()
        if order:
            self.paper.advised(order)
        else:
            self.paper.state = "held"

    def do_assign(self, who: str, draw) -> None:
        order, addressee = draw(DECIDED), who if who in KASUBAG else draw(st.sampled_from(KASUBAG))
        assert self.act_or_paper(who, "assign", order=order, addressee=self.post(addressee), words="Kerjakan") == 302
        self.paper.did()
        self.paper.assigned(who, addressee, order)

    def do_prepare(self, who: str, draw) -> None:
        assert self.act_or_paper(who, "prepare", description="DPT", medium="cetak") == 302
        self.paper.did()
        self.paper.lie(11, "deliver", who)

    def do_draft(self, who: str, draw) -> None:
        signer = draw(st.sampled_from(["ketua", "sekretaris"]))
        sent = {"outcome": "given", "recipient": "Ana", "subject": "DPT", "body": "Terlampir.", "no_attachment": "on"}
        assert self.act(who, "draft", signer=self.post(signer), **sent) == 302
        self.paper.did()
        self.paper.drafter = who
        self.paper.lie(12, "approve", signer)

    def do_approve(self, who: str, draw) -> None:
        approved = draw(st.booleans())
        assert self.act(who, "approve", decision="setuju" if approved else "kembalikan") == 302
        self.paper.did()
        self.paper.lie(*((13, "deliver") if approved else (12, "draft")), self.paper.drafter)

    def do_deliver(self, who: str, draw) -> None:
        ending = "replied" if self.paper.step == 13 else "given"
        assert self.act_or_paper(who, "deliver", receiver_name="Ana", description="DPT", medium="cetak") == 302
        self.paper.ended(ending)

    # -- What always holds ---------------------------------------------------------------------------------------------

    @invariant()
    def the_case_lies_where_the_paper_does(self) -> None:
        case, paper = self.case, self.paper
        holder = self.cast.holder(case.holder) if case.holder else None
        assert (case.step, case.task, holder) == (paper.step, paper.task, paper.holder)
        assert (case.state, case.ending, case.order, case.act) == (paper.state, paper.ending, paper.order, paper.acts)

    @invariant()
    def history_records_and_stays_agree(self) -> None:
        case = self.case
        rows = list(case.history.order_by("act").values_list("act", "happened_at", "history_date"))
        assert [act for act, *_ in rows] == list(range(1, case.act + 1))
        assert set(case.records.values_list("act", flat=True)) == set(range(2, case.act + 1))
        assert [(one, then) for one, then in pairwise(rows) if then[1] < one[1] or then[2] < one[2]] == []
        assert stays.verify(case, stays.office_calendar(), self.now) == []

    @invariant()
    def every_entry_has_the_target_of_its_day(self) -> None:
        rows = self.case.history.filter(step__isnull=False).order_by("act").values_list("step", "target", "state")
        if self.paper.step:
            assert rows.last()[:2] == (self.paper.step, self.targets[-1][2])
        assert {target for _, target, _ in rows} <= {DECREE[self.paper.stays[0][0]], *(row[2] for row in self.targets)}

    @invariant()
    def nothing_lies_astray_and_next_door_all_is_as_it_was(self) -> None:
        """A hold is open on a held case alone, a draft waits for its signer, records keep to their own case."""
        assert (astray(), neighbours.touched()) == ([], [])

    @invariant()
    def a_finished_case_ends_with_an_entry_in_the_book_or_a_named_ending(self) -> None:
        if self.paper.state == "ended":
            last = self.case.records.filter(act=self.paper.acts)
            kinds = {kind for row in last for kind in ("expedition", "closing") if hasattr(row, kind)}
            assert kinds == {"closing" if self.paper.ending == "withdrawn" else "expedition"}


@pytest.mark.parametrize("part", range(PARTS))
def test_whatever_is_sent_by_whomever_the_desk_follows_the_sop(cast, part):
    examples = int(os.environ.get("STATE_MACHINE_EXAMPLES", hypothesis.settings().max_examples))
    Desk.cast = cast
    hypothesis.seed(int(os.environ.get("STATE_MACHINE_SEED", "0")) + part)(Desk)  # a judgement is the same twice
    own = {"max_examples": max(1, examples // PARTS), "stateful_step_count": 25, "deadline": None}
    run_state_machine_as_test(Desk, settings=hypothesis.settings(**own, suppress_health_check=list(HealthCheck)))


def test_the_paper_model_knows_everybody_of_the_decree():
    assert {role(who) for who in PEOPLE} == set(TASKS_OF)
    assert set(COMMISSION) < set(DISPOSERS)
