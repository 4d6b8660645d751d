"""Cases of the year before that lie in every test's office beside its own: whoever looks at "the case's" rows and
forgets which case finds theirs.

They hold every kind of record, more acts than most tests make, and words of their own.
"""

from datetime import datetime, timedelta
from typing import Any

from requests_app import workflow
from requests_app.clock import WITA
from requests_app.models import Disposition, Division, IncomingLetter, Stay
from requests_app.models.records.lateness import load_late_reasons
from tests.cast import Cast, Desk

MORNING = datetime(2025, 11, 24, 8, 0, tzinfo=WITA)  # a Monday
LETTER = {"no_attachment": False, "description": "Data tetangga", "medium": "surel", "subject": "Tetangga",
          "recipient": "Tetangga", "body": "Surat tetangga."}  # fmt: skip


class Before(Desk):
    """A desk of the year before the cast was appointed: who holds a post in the tests held it then."""

    def doing(self, who: str, at: Any = None, **more: Any) -> workflow.Doing:
        now = self.clock(at)
        return workflow.Doing(self.cast.acting(who), now, **more)


def settle(cast: Cast) -> None:
    """Walk them."""
    desk = Before(cast, MORNING)
    ended(desk)
    waiting(desk)


def ended(desk: Desk) -> None:
    """A confidential letter to its end, by every row of its path and every act beside it."""
    case = consulted(desk, nature="rahasia")
    case = desk.do(case, "draft", signer=desk.cast.post("sekretaris"), **LETTER)
    case = desk.do(case, "approve", decision="kembalikan", note="Tetangga")
    case = desk.do(case, "draft", **LETTER)
    case = desk.act("paraf", case, "sekretaris")
    case = desk.do(case, "approve")
    case = desk.act("ready", case, "kasubag1", "Surel tetangga")
    desk.do(case, "deliver", receiver_name="Tetangga", receiver_kind="kuasa", proxy_letter="Tetangga")


def waiting(desk: Desk) -> None:
    """A letter that waits for its signature, and is held."""
    case = consulted(desk, nature="segera")
    case = desk.do(case, "draft", **LETTER)
    desk.act("hold", case, "helpdesk", "kahar", "Banjir tetangga")


def consulted(desk: Desk, **letter: Any) -> Any:
    """Walk a letter up to its draft, with a correction, a copy, a confirmation, a redirect, a hold and a late step."""
    post = desk.cast.post
    words = {"sender": "Sanggar Flobamora", "subject": "Berkas Tetangga", "phone": "0380777777"}
    case = desk.letter(**words, **letter)
    received = IncomingLetter.objects.get(case=case)
    case = desk.act("correct", case, "helpdesk", received, {"enclosure": "1 map"}, "Tertinggal")
    said = {
        "copies": [post("kasubag4"), post("anggota1"), post("sekretaris")],
        "words": "Urus tetangga",
        "manner": "lisan",
    }
    case = desk.do(case, "dispose", "helpdesk", **said)
    case = desk.act("confirm", case, "ketua", Disposition.objects.get(case=case), True)
    case = desk.act("redirect", case, "kasubag2", post("kasubag1"), "Bukan bidang tetangga")
    case = desk.act("hold", case, "kasubag1", "identitas", "KTP tetangga")
    case = desk.act("resume", case, "kasubag1")
    case = desk.do(case, "review", at=desk.now + timedelta(minutes=40), summary="Tetangga")
    late = Stay.objects.get(case=case, unexplained=True)
    case = desk.act("explain", case, "kasubag1", late.run, load_late_reasons(0)[0], "Tetangga")
    case = desk.do(case, "identify", proposal="konsultasi", category="tahapan", form="softcopy")
    case = desk.act("extend", case, "sekretaris", "Arsip tetangga")
    case = desk.do(case, "consult", division=Division.objects.last(), advice="Tetangga", order="letter")
    return desk.act("notify", case, "helpdesk", "Surel tetangga")
