"""What a letter may bring with it follows its decision: no data baku with a refusal, the part alone with a part."""

import re

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from requests_app.models import Expedition, RawData, ReplyLetter
from requests_app.printing.letters import reply_letter
from requests_app.printing.recap import recap_rows
from requests_app.printing.rows import letter_rows
from requests_app.rules.refusals import Incomplete
from tests.cast import NOW
from tests.observed import refusal
from tests.papers import printed
from tests.posting import PNG, sealed, url

pytestmark = pytest.mark.alone
ASKED = "Permohonan data pemilih"
NOTHING = "Keputusan ini tidak memberikan data baku: kosongkan uraiannya dan jangan lampirkan berkas."
WHICH = "Uraikan bagian yang diberikan; yang tertulis masih seluruh permohonan."
EMPTY_HANDED = ("refused", "not_held", "not_documented", "interview")


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(NOW.replace(hour=10), tick=False):
        yield


@pytest.fixture
def case(desk):
    return desk.case_at(12, "draft")


def draft_page(desk, case):
    return desk.cast.client("kasubag2").get(url(case, "draft"))


def by_default(page, **typed):
    """Give what a browser would send of a page nobody touched, and what was typed over it."""
    form = page.context["form"]
    sent = {name: form[name].value() for name in form.fields}
    kept = {name: value for name, value in sent.items() if value not in (None, "", False, [])}
    return {**kept, **typed, "envelope": sealed(page)}


def send(desk, case, **typed):
    """Send the draft with every default but what was typed."""
    return desk.cast.client("kasubag2").post(url(case, "draft"), by_default(draft_page(desk, case), **typed))


REFUSAL = {"outcome": "refused", "excluded_article": "17h", "body": "Permohonan Saudara kami tolak."}


def test_a_refusal_sent_with_every_default_gives_and_encloses_nothing(desk, case):
    assert send(desk, case, **REFUSAL).status_code == 302
    case.refresh_from_db()
    case = desk.do(desk.do(case, "approve", at="10.30"), "deliver", at="10.40")
    letter, entry = ReplyLetter.objects.get(case=case), Expedition.objects.get(case=case)
    (sent,), (recap,) = letter_rows(NOW.date(), NOW.date()), recap_rows(NOW.date(), NOW.date())
    assert (letter.no_attachment, letter.raw_data, entry.raw_data, RawData.objects.count()) == (True, None, None, 0)
    assert (sent.enclosure, recap.given, recap.given_on) == ("-", "", None)
    assert "<dt>Data baku</dt>" not in printed("handover", case).html
    assert "berkas" not in reply_letter(letter).html


@pytest.mark.parametrize("outcome", EMPTY_HANDED)
def test_what_is_described_or_attached_to_it_is_refused_at_its_field(desk, case, outcome):
    article = "17h" if outcome == "refused" else ""
    typed = {"outcome": outcome, "excluded_article": article, "body": "Jawaban."}
    described = send(desk, case, **typed, description="DPT per kelurahan")
    assert (described.status_code, described.context["form"].errors) == (422, {"description": [NOTHING]})
    attached = send(desk, case, **typed, files=SimpleUploadedFile("peta.png", PNG, "image/png"))
    assert (attached.status_code, attached.context["form"].errors) == (422, {"files": [NOTHING]})
    assert ReplyLetter.objects.count() == 0


@pytest.mark.parametrize("outcome", EMPTY_HANDED)
def test_the_door_takes_no_data_with_it_either(desk, case, outcome):
    given = {"outcome": outcome, "excluded_article": "17h" if outcome == "refused" else "", "no_attachment": False}
    refused = refusal(Incomplete, desk.do, case, "draft", **given, description="DPT", medium="cetak")
    assert refused.errors == {"description": NOTHING}
    case = desk.do(case, "draft", **given)
    letter = ReplyLetter.objects.get(case=case)
    assert (letter.no_attachment, letter.raw_data) == (True, None)


def test_the_form_begins_without_the_requests_words_where_nothing_is_to_be_given(desk):
    case = desk.case_at(8)
    case = desk.do(case, "identify", proposal="letter", holding="tidak")
    form = draft_page(desk, desk.do(case, "assign")).context["form"]
    assert [form[name].value() for name in ("outcome", "description", "no_attachment")] == ["not_held", "", True]


def test_the_page_marks_the_decisions_that_give_no_data(desk, case):
    html = draft_page(desk, case).content.decode()
    marked = re.findall(r'name="outcome" value="(\w+)"[^>]* data-gives="no"', html)
    assert (marked, html.count('class="if-given"')) == (list(EMPTY_HANDED), 1)


def test_a_part_is_described_and_never_the_whole_request(desk, case):
    part = {**REFUSAL, "outcome": "partly_refused"}
    whole = send(desk, case, **part)
    assert (whole.status_code, whole.context["form"].errors) == (422, {"description": [WHICH]})
    assert send(desk, case, **part, description="DPT tanpa nama").status_code == 302
    assert RawData.objects.get().description == "DPT tanpa nama"
    refused = refusal(Incomplete, desk.do, desk.case_at(12, "draft"), "draft", outcome="partly_refused",
                      excluded_article="17h", no_attachment=False, description=ASKED, medium="cetak")  # fmt: skip
    assert refused.errors == {"description": WHICH}


@pytest.mark.parametrize("outcome", ["partly_refused", "refused"])
def test_the_data_of_a_version_that_gave_all_are_not_lent_to_one_that_gives_less(desk, case, outcome):
    case = desk.do(case, "draft", no_attachment=False, description="DPT lengkap", medium="cetak")
    case = desk.do(case, "approve", decision="kembalikan", note="Sebagian dikecualikan")
    given = {"outcome": outcome, "excluded_article": "17h", "no_attachment": False}
    if outcome == "partly_refused":
        assert refusal(Incomplete, desk.do, case, "draft", **given).errors.keys() == {"no_attachment"}
        return
    desk.do(case, "draft", **given)
    assert ReplyLetter.objects.get(version=2).raw_data is None


def wording(desk, case, **typed):
    page = send(desk, case, naskah="ganti", outcome="partly_refused", excluded_article="17h", **typed)
    return page.context["form"]["body"].value()


def test_the_wording_of_a_part_asks_for_the_part(desk, case):
    text = wording(desk, case)
    assert "yaitu [isi: bagian yang diberikan], sebagaimana terlampir" in text
    assert "data pemilih" not in text.split("sebagaimana terlampir")[0].split("diberikan, yaitu")[1]
    assert "yaitu DPT tanpa nama, sebagaimana terlampir" in wording(desk, case, description="DPT tanpa nama")
