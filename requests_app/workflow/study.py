"""Rows 7 to 9: the letter is studied, what is asked identified, the divisi consulted."""

from dataclasses import replace

from ..models import records
from ..models.records import Consultation, ConsultOutcome, HoldReason, Identification, Proposal
from ..rules.refusals import Incomplete
from .core import Act, Position, next_row
from .disposition import ordered_or_assign
from .holds import check_to_come, hold_for
from .taken import Consult, Identify, Review


def review(act: Act, taken: Review) -> tuple[Position, str]:
    """Row 7: letter and disposition studied."""
    reason = "Surat dan disposisi dicermati"
    act.record(records.Review, reason, taken)
    return next_row(act, act.case.holder), reason


def identify(act: Act, taken: Identify) -> tuple[Position, str]:
    """Row 8: the Kasubag identifies and proposes; it is assigned only by an order (decision 4)."""
    proposal = taken.proposal
    if taken.excluded_article and proposal == Proposal.DATA:
        raise Incomplete({"proposal": "Informasi yang dikecualikan ditolak secara tertulis: pilih surat balasan."})
    reason = f"Hasil identifikasi: usul {proposal.label.lower()}"
    act.record(Identification, reason, taken)
    act.case.category, act.case.form = taken.category, act.case.form or taken.form
    step = act.sop.branch(proposal)
    if proposal == Proposal.CONSULT:
        return Position(step, step.tasks[0], act.case.holder), reason
    return ordered_or_assign(act, step, act.case.holder), reason


def consult(act: Act, taken: Consult) -> tuple[Position, str]:
    """Row 9: the divisi's advice is the order; an interview instead holds the case until it is held."""
    advised = taken.outcome == ConsultOutcome.ADVICE
    if advised and not taken.order:
        raise Incomplete({"order": "Pilih arahan divisi: data saja atau surat balasan."})
    if not advised and not taken.interview_at:
        raise Incomplete({"interview_at": "Isi tanggal dan jam wawancara."})
    reason = f"Konsultasi dengan {taken.division}: {taken.outcome.label.lower()}"
    said = replace(taken, interview_at=None) if advised else replace(taken, order=None)
    act.record(Consultation, reason, said)
    if said.order is None:
        check_to_come(act, "interview_at", taken.interview_at)
        hold_for(act, HoldReason.APPOINTMENT, taken.interview_at)
        return Position(act.row, act.row.tasks[0], act.case.holder), reason
    act.case.order = said.order
    step = act.sop.branch(said.order)
    return ordered_or_assign(act, step, act.case.holder), reason
