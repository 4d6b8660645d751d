"""Row 10: data baku is prepared; and whatever else is filed with a case."""

from ..models.books import DocumentKind
from ..models.records import ActKind, RawData, StepRecord
from ..rules import acts
from ..rules.refusals import Incomplete
from .core import Act, Locked, Position, begin, finish, next_row
from .taken import Attach, DataGiven, Prepare


def prepare(act: Act, taken: Prepare) -> tuple[Position, str]:
    """Row 10: the data baku is ready."""
    write_data(act, taken)
    return next_row(act, act.case.holder), "Data baku disiapkan"


def write_data(act: Act, taken: DataGiven) -> RawData:
    """Write the data baku: described, with files or a stated medium. Raises Incomplete."""
    if not taken.description.strip():
        raise Incomplete({"description": "Uraikan data baku yang diberikan."})
    if not taken.files and not taken.medium:
        raise Incomplete({"medium": "Lampirkan berkas data baku atau pilih medianya."})
    raw = act.record(RawData, "Data baku disiapkan", taken, note=taken.note if isinstance(taken, Prepare) else "")
    act.keep(raw, DocumentKind.DATA, taken.files)
    return raw


def attach(locked: Locked, taken: Attach) -> Act:
    """Lampirkan: file a document with the case; staff of the holder's subbagian and copied posts may too (DOMAIN 2)."""
    appointment = acts.ATTACH.check(locked.acting, locked.facts())
    if not taken.files:
        raise Incomplete({"files": "Pilih berkas yang dilampirkan."})
    act = begin(locked, ActKind.ATTACH, appointment)
    record = act.record(StepRecord, "Berkas dilampirkan", note=taken.note)
    act.keep(record, taken.kind, taken.files)
    return finish(act, None, "Berkas dilampirkan")
