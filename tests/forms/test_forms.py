"""The pieces forms are made of: the sealed envelope, the directory of posts, fields that know their default."""

from datetime import timedelta

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from requests_app.forms import envelope
from requests_app.forms.directory import MEETABLE, Directory
from requests_app.forms.fields import Chips, Conditional, FilesField, Preset, RowField, RowsOrWords
from requests_app.forms.task import Scene, TaskForm
from requests_app.models import Availability, Instruction
from requests_app.models.base import save_tracked
from tests.cast import NOW

CHOICES = [("a", "A"), ("b", "B")]


def test_an_envelope_opens_for_its_own_form_only():
    made = envelope.fresh("act:1:review:7", NOW, 3)
    assert envelope.unseal(made.seal(), "act:1:review:7", NOW) == made
    assert (made.started_at, made.seen_act) == (NOW, 3)


@pytest.mark.parametrize(
    ("purpose", "hours"), [("act:2:review:7", 0), ("act:1:review:8", 0), ("act:1:review:7", 24), ("act:1:review:7", -1)]
)
def test_an_envelope_stays_shut_elsewhere_and_after_a_day(purpose, hours):
    made = envelope.fresh("act:1:review:7", NOW, 3)
    with pytest.raises(envelope.BadEnvelope):
        envelope.unseal(made.seal(), purpose, NOW + timedelta(hours=hours))


def sent(query: str, *contents: bytes) -> str:
    files = MultiValueDict(
        {"files": [SimpleUploadedFile("a.pdf", content) for content in contents]} if contents else {}
    )
    return envelope.content(QueryDict(query), files)


def test_content_knows_the_same_submit_from_another():
    first = sent("name=Ina&kind=x&csrfmiddlewaretoken=1&envelope=e", b"satu")
    assert first == sent("kind=x&name=Ina&csrfmiddlewaretoken=2&envelope=f", b"satu")
    assert len({first, sent("name=Ina&kind=x", b"dua"), sent("name=Ina&kind=y", b"satu"), sent("name=Ina&kind=x")}) == 4


def test_a_file_can_be_read_after_its_digest():
    file = SimpleUploadedFile("a.csv", b"satu,dua")
    envelope.content(QueryDict(""), MultiValueDict({"files": [file]}))
    assert file.read() == b"satu,dua"


class Sample(forms.Form):
    preset = Preset(choices=CHOICES, initial="b")
    conditional = Conditional(choices=CHOICES)
    chips = Chips(choices=CHOICES, required=False)
    many = RowsOrWords()


def test_fields_know_what_an_empty_post_means():
    form = Sample({})
    assert (form.is_valid(), form.cleaned_data) == (
        True, {"preset": "b", "conditional": "", "chips": "", "many": ()},
    )  # fmt: skip


def test_fields_refuse_what_was_not_offered():
    form = Sample({"preset": "z", "conditional": "z", "chips": "z", "many": ["9"]})
    form.fields["many"].offer([])
    assert sorted(form.errors) == ["chips", "conditional", "many", "preset"]


def test_rows_are_chosen_without_another_query(django_assert_num_queries, db):
    field = RowField()
    rows = [Instruction(pk=1, text="a"), Instruction(pk=2, text="b")]
    field.offer(rows)
    with django_assert_num_queries(0):
        assert field.clean("2") == rows[1]


def test_files_are_named_in_their_message():
    field = FilesField(most=1)
    with pytest.raises(forms.ValidationError) as refused:
        field.clean([SimpleUploadedFile("x.pdf", b"bukan")])
    assert refused.value.messages == ["x.pdf: Isi berkas bukan PDF, JPEG, PNG, XLSX, DOCX atau CSV."]
    with pytest.raises(forms.ValidationError, match="Paling banyak 1 berkas"):
        field.clean([SimpleUploadedFile("x.pdf", b"1"), SimpleUploadedFile("y.pdf", b"2")])


def test_the_directory_is_one_query(cast, django_assert_num_queries):
    directory = Directory(NOW)
    with django_assert_num_queries(1):
        names = [directory.meeting_name(post) for post in directory.posts(*MEETABLE)]
        directory.divisions()
    assert names[:2] == ["Ketua", "Sekretaris"]


def test_presence_shows_on_the_chip_for_today_only(cast):
    post, until = cast.post("ketua"), NOW + timedelta(hours=3)
    save_tracked(
        Availability(post=post, state="rapat", until=until, set_at=NOW, set_by=cast.ketua),
        user=cast.ketua,
        now=NOW,
        reason="x",
    )
    said = [
        Directory(NOW + later).meeting_name(Directory(NOW).first("ketua")) for later in (timedelta(), timedelta(days=1))
    ]
    assert said == ["Ketua · rapat s.d. 11.00", "Ketua"]


def test_an_acting_holder_is_named_as_such(cast):
    from datetime import date

    from requests_app.models import Appointment

    stand_in = Appointment(user=cast.kasubag1, post=cast.post("sekretaris"), kind="plh", begins=date(2026, 11, 23))
    save_tracked(stand_in, user=None, now=NOW, reason="x")
    directory = Directory(NOW)
    assert directory.name(directory.first("sekretaris")).startswith("Plh. Sekretaris <small>Serlina")


def test_errors_are_summed_up_in_the_order_of_the_page(cast):
    class Two(TaskForm):
        second = forms.CharField(label="Kedua")
        first = forms.CharField(label="Pertama")
        main = ("first", "second")

    form = Two({}, scene=Scene(cast.acting("helpdesk"), NOW))
    form.is_valid()
    assert list(form.fields)[:2] == ["first", "second"]
