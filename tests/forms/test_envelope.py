"""The sealed envelope of a form: whose it is, how long it lives to the second, and what counts as other content."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from requests_app.forms import envelope as envelopes
from requests_app.forms.envelope import BadEnvelope, Envelope, content, fresh, unseal
from tests.cast import NOW

MADE = fresh("act:7:3", NOW, 4)
HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"  # SHA-256 of "hello"


def test_an_envelope_remembers_when_at_which_act_and_for_what():
    assert (MADE.started_at, MADE.seen_act, MADE.purpose) == (NOW, 4, "act:7:3")
    assert unseal(MADE.seal(), "act:7:3", NOW) == MADE


def test_tokens_are_long_and_never_the_same():
    tokens = {fresh("x", NOW, None).token for _ in range(20)}
    assert ({len(token) for token in tokens}, len(tokens)) == ({32}, 20)


@pytest.mark.parametrize(
    ("later", "good"),
    [
        (timedelta(0), True),
        (timedelta(seconds=-1), False),
        (timedelta(hours=24, seconds=-1), True),
        (timedelta(hours=24), False),
    ],
)
def test_an_envelope_lives_a_day_from_its_making(later, good):
    try:
        assert (unseal(MADE.seal(), "act:7:3", NOW + later), good) == (MADE, True)
    except BadEnvelope:
        assert not good


@pytest.mark.parametrize(
    "sealed",
    [
        "",
        "karangan",
        MADE.seal()[:-1],
        replace(MADE, purpose="act:7:4").seal(),
        signing.dumps({"token": "x"}, salt="desk.envelope"),
        signing.dumps([1, 2], salt="desk.envelope"),
        signing.dumps({"token": "x", "started": 1.0, "seen_act": 1, "purpose": "act:7:3"}, salt="another"),
    ],
    ids="empty made-up cut elsewhere lacking no-object other-salt".split(),
)
def test_whatever_is_no_envelope_of_this_form_is_refused(sealed):
    with pytest.raises(BadEnvelope):
        unseal(sealed, "act:7:3", NOW)


def sent(text: str, **files: SimpleUploadedFile) -> str:
    return content(QueryDict(text), MultiValueDict({name: [file] for name, file in files.items()}))


def test_what_was_sent_is_written_in_one_order_and_files_by_their_digest():
    file = SimpleUploadedFile("surat.txt", b"hello", "text/plain")
    secret = "&password=a&password1=b&password2=c"
    said = sent(f"name=Ana&copies=2&copies=1&csrfmiddlewaretoken=x&envelope=y&_tinjau=1{secret}", scan=file)
    assert said == f"copies=1\ncopies=2\nname=Ana\nscan:surat.txt:{HELLO}"
    assert file.read() == b"hello"  # the form still reads it from its beginning


@pytest.mark.parametrize("other", ["name=Ani", "name=Ana&name=Ana", "nama=Ana", "name=Ana&more=", ""])
def test_other_content_is_another_content(other):
    assert sent(other) != sent("name=Ana")


def test_an_envelope_of_no_case_has_seen_no_act():
    assert unseal(fresh("mulai:1", NOW, None).seal(), "mulai:1", NOW).seen_act is None
    assert [*Envelope.__dataclass_fields__] == ["token", "started", "seen_act", "purpose"]
    assert envelopes.FIELD == "envelope"
