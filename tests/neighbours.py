"""Cases of the year before that lie in every test's office beside its own: whoever looks at "the case's" rows and
forgets which case finds theirs.

They hold every kind of record, more acts than most tests make, and words of their own.
"""

from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from django.db import connection

from requests_app import workflow
from requests_app.clock import WITA
from requests_app.documents import Upload
from requests_app.models import Disposition, Division, IncomingLetter, SavedDraft, Stay
from requests_app.models.records.lateness import load_late_reasons
from tests.cast import KEPT, Cast, Desk, ours, written

# What is measured anew where a setting changes, and read from the records.
MEASURED = {f"requests_app_{name}" for name in ("stay", "deadline", "searchtext", "numberseries")}
MORNING = datetime(2025, 11, 24, 8, 0, tzinfo=WITA)  # a Monday
PAPER = Upload("tetangga.csv", "text/csv", b"berkas;tetangga\n", None)
WORDS = {"sender": "Sanggar Flobamora", "subject": "Berkas Tetangga"}
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
    case = studied(desk, desk.letter(nature="rahasia", phone="0380777777", **WORDS))
    case = desk.do(case, "draft", signer=desk.cast.post("sekretaris"), **LETTER)
    case = desk.do(case, "approve", decision="kembalikan", note="Tetangga")
    case = desk.do(case, "draft", **LETTER)
    case = desk.act("paraf", case, "sekretaris")
    case = desk.do(case, "approve")
    case = desk.act("ready", case, "kasubag1", "Surel tetangga")
    desk.do(case, "deliver", receiver_name="Tetangga", receiver_kind="kuasa", proxy_letter="Tetangga")


def waiting(desk: Desk) -> None:
    """A visitor asked for a letter, which waits for its signature and is held."""
    visitor = desk.walkin(name="Martha Tetangga", phone="0380777777", information="Berkas Tetangga")
    visitor = desk.do(desk.do(visitor, "availability"), "meet", summary="Tetangga")
    visitor = desk.act("end", visitor, "helpdesk", "to_letter", {"statement": "Tetangga"})
    case = studied(desk, desk.do(visitor, "receive", addressee=desk.cast.post("ketua"), nature="segera", **WORDS))
    case = desk.do(case, "draft", **LETTER)
    case = desk.act("hold", case, "helpdesk", "kahar", "Banjir tetangga")
    aside = {"post": desk.cast.post("kasubag1"), "user": desk.cast.kasubag1, "saved_at": desk.now}
    SavedDraft.objects.create(case=case, typed={"body": "Konsep tetangga"}, **aside)


def studied(desk: Desk, case: Any) -> Any:
    """Bring a letter to its draft, with a correction, a copy, a confirmation, a redirect, a hold and a late step."""
    post = desk.cast.post
    received = IncomingLetter.objects.get(case=case)
    case = desk.act("correct", case, "helpdesk", received, {"enclosure": "1 map"}, "Tertinggal")
    said = {
        "copies": [post("kasubag4"), post("anggota1"), post("sekretaris")],
        "words": "Urus tetangga",
        "manner": "lisan",
    }
    case = desk.do(case, "dispose", "helpdesk", **said)
    case = desk.act("confirm", case, "ketua", Disposition.objects.get(case=case), True)
    case = desk.act("attach", case, "kasubag4", "lain", [PAPER], "Berkas tetangga")
    case = desk.act("redirect", case, "kasubag2", post("kasubag1"), "Bukan bidang tetangga")
    workflow.open_case(case.pk, desk.doing("kasubag1"))
    case = desk.act("hold", case, "kasubag1", "identitas", "KTP tetangga")
    case = desk.act("resume", case, "kasubag1")
    case = desk.do(case, "review", at=desk.now + timedelta(minutes=40), summary="Tetangga")
    late = Stay.objects.get(case=case, unexplained=True)
    case = desk.act("explain", case, "kasubag1", late.run, load_late_reasons(0)[0], "Tetangga")
    case = desk.do(case, "identify", proposal="konsultasi", category="tahapan", form="softcopy")
    case = desk.act("extend", case, "sekretaris", "Arsip tetangga")
    case = desk.do(case, "consult", division=Division.objects.last(), advice="Tetangga", order="letter")
    return desk.act("notify", case, "helpdesk", "Surel tetangga")


def touched() -> list[str]:
    """Name the tables in which an act of another case changed a row of theirs."""
    found = []
    with connection.cursor() as cursor:
        for table, key, kept in _written():
            cursor.execute(f"SELECT * FROM {table} WHERE {key} <= %s ORDER BY {key}", [kept[-1][0]])
            found += [table] if [tuple(map(written, row)) for row in cursor.fetchall()] != kept else []
    return found


@lru_cache(maxsize=1)
def _written() -> list[tuple[str, str, list[tuple[Any, ...]]]]:
    """Give their cases and records as they were written: the table, its key, the rows by their keys."""
    added = KEPT[False].keys() - KEPT[True].keys() - MEASURED
    models = [model for model in ours() if model._meta.db_table in added and not hasattr(model, "history_object")]
    tables = [(model._meta.db_table, model._meta.pk.column) for model in models]
    return [(table, key, sorted(KEPT[False][table])) for table, key in tables]
