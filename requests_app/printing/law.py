"""Papers of the law's days: the extension's notice to the petitioner."""

from ..derived.deadlines import day_of, rules_for
from ..models.case import InformationRequest
from ..models.records import Extension
from .papers import ppid_on
from .render import NotPrintable, Printed, paper


def extension_notice(case: InformationRequest) -> Printed:
    """Draw the Pemberitahuan Perpanjangan: the reason and the new last day (UU 14/2008 art. 22 (8)).

    Signed by whoever held the PPID's post on the day of the act. Raises NotPrintable before any extension.
    """
    extension = Extension.objects.filter(case=case).order_by("act").last()
    if extension is None:
        raise NotPrintable(f"Batas permohonan {case.number} belum diperpanjang, jadi belum ada pemberitahuannya.")
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
