"""Posting forms as a browser does: the sealed envelope read from the page, addresses, a form filled in, statements."""

import io
import re
from datetime import datetime, timedelta

from django.test import Client
from PIL import Image

from requests_app.models import Instruction


def image() -> bytes:
    """Draw the smallest scan."""
    buffer = io.BytesIO()
    Image.new("L", (8, 8)).save(buffer, "PNG")
    return buffer.getvalue()


PNG = image()


def sealed(response) -> str:
    """Read the envelope of a form shown."""
    return re.search(rb'name="envelope" value="([^"]+)"', response.content)[1].decode()


def url(case, place: str) -> str:
    return f"/permohonan/{case.pk}/{place}/"


def filled(cast, step: int, slug: str) -> dict:
    """Give what a person types or taps for a task, and no more."""
    post = cast.post
    order = Instruction.objects.filter(order="").first().pk
    return {
        "availability": {"official": post("ketua").pk, "result": "bersedia"},
        "meet": {"official": post("ketua").pk},
        "dispose": {"addressee": post("kasubag2").pk, "instructions": [order]},
        "review": {"finding": "lengkap"},
        "identify": {"proposal": "data", "holding": "dikuasai"},
        "consult": {"division": post("anggota1").division_id, "outcome": "arahan", "order": "data"},
        "assign": {"addressee": post("kasubag2").pk, "instructions": [order]},
        "prepare": {"description": "DPT per kecamatan"},
        "draft": {"outcome": "given", "recipient": "Universitas", "subject": "Jawaban", "body": "Terlampir.",
                  "description": "DPT", "signer": post("ketua").pk},
        "approve": {"decision": "setuju"},
        "deliver": {"receiver_name": "Yohanis Umbu", **({"description": "DPT"} if step == 4 else {})},
    }[slug]  # fmt: skip


def statements(captured) -> int:
    quiet = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
    return len([query for query in captured if not query["sql"].startswith(quiet)])


def twice(client, place, **data):
    """Show a form, send it two times, and give both answers."""
    sent = {**data, "envelope": sealed(client.get(place))}
    return [client.post(place, sent).status_code for _ in range(2)]


class Seats:
    """The cast's browsers, kept open: who was seen a moment ago is still logged in."""

    def __init__(self, cast) -> None:
        self.cast = cast
        self.seen: dict[str, tuple[datetime, Client]] = {}

    def client(self, who: str, now: datetime) -> Client:
        """Give a logged-in browser at an instant; the desk's clock may go back and forth."""
        last, client = self.seen.get(who, (None, None))
        if client is None or not last <= now < last + timedelta(minutes=20):
            client = self.cast.client(who)
        self.seen[who] = now, client
        return client
