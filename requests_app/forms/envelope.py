"""A form's sealed envelope: its one-time token, when it was first shown, and the act the case then stood at.

It travels as a signed hidden field and outlives a 422, so Mulai is the first GET and a double click is one act.
A post without an envelope is taken as it comes: the case's lock still guards it.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta

from django.core import signing
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

FIELD = "envelope"
SALT = "desk.envelope"
LIFE = timedelta(hours=24)
# What makes no other content; of a password not even a digest is kept.
LEFT_OUT = frozenset({"csrfmiddlewaretoken", FIELD, "_tinjau", "password", "password1", "password2"})
STALE = "Formulir ini sudah terlalu lama terbuka atau rusak. Periksa isinya, lalu kirim sekali lagi."


class BadEnvelope(Exception):
    """The seal is broken, too old, or of another form or person."""


@dataclass(frozen=True)
class Envelope:
    """What the form remembers of its first showing; `purpose` ties it to one form, one case and one person."""

    token: str
    started: float  # seconds since 1970
    seen_act: int | None
    purpose: str

    @property
    def started_at(self) -> datetime:
        return datetime.fromtimestamp(self.started, UTC)

    def seal(self) -> str:
        """Write the hidden field."""
        return signing.dumps(asdict(self), salt=SALT)


def fresh(purpose: str, now: datetime, seen_act: int | None) -> Envelope:
    """Make the envelope of a form shown for the first time."""
    return Envelope(secrets.token_urlsafe(24), now.timestamp(), seen_act, purpose)


def unseal(sealed: str, purpose: str, now: datetime) -> Envelope:
    """Read the hidden field back. Raises BadEnvelope."""
    try:
        envelope = Envelope(**signing.loads(sealed, salt=SALT))
    except (signing.BadSignature, TypeError) as error:
        raise BadEnvelope from error
    # The age is judged by the request's own instant, not by the signer's clock.
    too_old = not envelope.started <= now.timestamp() < envelope.started + LIFE.total_seconds()
    if envelope.purpose != purpose or too_old:
        raise BadEnvelope
    return envelope


def content(posted: QueryDict, files: MultiValueDict) -> str:
    """Write what was sent in one fixed order, files by their digest, to tell the same submit from another."""
    lines = [f"{name}={value}" for name in posted if name not in LEFT_OUT for value in posted.getlist(name)]
    lines += [f"{name}:{file.name}:{_digest(file)}" for name in files for file in files.getlist(name)]
    return "\n".join(sorted(lines))


def _digest(file) -> str:
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()
