"""What was typed into a form whose session has ended."""

import pytest
from django.test import RequestFactory

from requests_app.views import resume


def posted(**fields):
    """Post a form that meets no session any more."""
    return RequestFactory().post("/permohonan/5/identify/?dari=daftar", fields)


def test_what_was_typed_comes_back_with_its_address():
    carried = resume.pack(posted(note="Sudah ada", orders=["1", "2"]))
    typed = resume.unpack(carried)
    assert typed.path == "/permohonan/5/identify/?dari=daftar"
    assert typed.fields == [["note", "Sudah ada"], ["orders", "1"], ["orders", "2"]]


def test_passwords_and_tokens_stay_out():
    carried = resume.pack(posted(password="rahasia", csrfmiddlewaretoken="x", note="a"))
    assert resume.unpack(carried).fields == [["note", "a"]]


def test_an_address_never_leads_to_another_host():
    request = RequestFactory().post("//jahat.example/x", {"note": "a"})
    request.path = request.path_info = "//jahat.example/x"
    assert resume.unpack(resume.pack(request)).path == "/%2Fjahat.example/x"


@pytest.mark.parametrize("carried", ["", "x", "eyJwYXRoIjoiLyJ9:1:x"])
def test_a_changed_field_is_nothing(carried):
    assert resume.unpack(carried) is None


def test_an_old_field_is_nothing(time_machine):
    time_machine.move_to("2026-11-23 08:00+08:00", tick=False)
    carried = resume.pack(posted(note="a"))
    time_machine.move_to("2026-11-23 20:00:01+08:00")
    assert resume.unpack(carried) is None


def test_only_a_review_is_a_review():
    assert resume.is_review(posted(**{resume.REVIEW: "1"})) is True
    assert resume.is_review(posted(note="a")) is False
