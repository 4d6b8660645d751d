"""Papers of the law's days: the extension's notice to the petitioner."""

from ..derived.deadlines import day_of, rules_for
from ..models.records import Extension
from .papers import ppid_on
from .records import Records
from .render import Printed, paper


def lacks_extension(records: Records) -> str:
    """Say why there is no notice of an extension: there was none."""
    extended, number = records.last(Extension), records.case.number
    return "" if extended else f"Batas permohonan {number} belum diperpanjang, jadi belum ada pemberitahuannya."


def extension_notice(records: Records) -> Printed:
    """Draw the Pemberitahuan Perpanjangan: the reason and the new last day (UU 14/2008 art. 22 (8)).

    Signed by whoever held the PPID's post on the day of the act.
    """
    case, extension = records.case, records.last(Extension)
    day = day_of(extension.happened_at)
    return paper(
        "extension",
        f"perpanjangan-{case.short_number}",
        case=case,
        extension=extension,
        rules=rules_for(case),
        day=day,
        ppid=ppid_on(day),
    )
