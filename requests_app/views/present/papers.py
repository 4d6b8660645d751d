"""What can be printed of a case as it stands: by the list and the predicates its addresses go by."""

from django.urls import reverse

from ...forms.dossier import Dossier
from ...models.records import LetterStatus, ReplyLetter
from ...printing import PAPERS


def papers(dossier: Dossier) -> list[tuple[str, str]]:
    """List the papers that can be printed: label and address."""
    printable = [paper for paper in PAPERS.values() if not paper.lacks(dossier)]
    return [(paper.label, _address(dossier, paper.name)) for paper in printable] + _cancelled(dossier)


def _cancelled(dossier: Dossier) -> list[tuple[str, str]]:
    """Offer each cancelled letter with its mark; its stored bytes stand unchanged in the timeline."""
    url = _address(dossier, "letter")
    letters = [letter for letter in dossier.all(ReplyLetter) if letter.status == LetterStatus.CANCELLED]
    return [(f"Surat {letter.number} (batal)", f"{url}?konsep={letter.version}") for letter in letters]


def _address(dossier: Dossier, name: str) -> str:
    return reverse("paper", args=[dossier.case.pk, name])
