"""The office's wordings: braces filled or refused, dated, tried on sample data, and put in a draft without a loss."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse

from requests_app.clock import WITA
from requests_app.forms.wording import mark, wanted
from requests_app.models import LetterOutcome, LetterTemplate, Office, ReplyLetter, SavedDraft
from requests_app.models.letters import PLACEHOLDERS, check_placeholders, fill_placeholders, left_to_fill, template_for
from requests_app.models.seed import fixture
from requests_app.printing.sample import VALUES
from requests_app.rules.refusals import Incomplete
from tests.cast import NOW
from tests.papers import words
from tests.posting import url

TYPED = {"outcome": "given", "recipient": "Dekan", "subject": "Jawaban", "description": "DPT", "medium": "flashdisk"}


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(NOW.astimezone(WITA).replace(hour=10), tick=False):
        yield


# -- Braces ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Yth. {namma}", "Isian {namma} tidak dikenal. Yang dikenal: {rujukan}, {nama}"),
        ("Yth. {}", "Isian {} tidak dikenal."),
        ("Yth. { nama }", "Isian { nama } tidak dikenal."),
        ("Yth. {nama", "Kurung kurawal “{” tidak berpasangan di dekat “Yth. {nama”."),
        ("Yth. nama}", "Kurung kurawal “}” tidak berpasangan di dekat “Yth. nama}”."),
        ("{{nama}}", "Kurung kurawal “{” tidak berpasangan di dekat “{{nama}}”."),
        ("{nama\n}", "Kurung kurawal “{” tidak berpasangan di dekat “{nama"),
    ],
)
def test_a_wrong_brace_is_named(text, message):
    with pytest.raises(ValidationError) as refused:
        check_placeholders(text)
    assert refused.value.messages[0].startswith(message)


def test_values_stand_where_their_braces_stood_and_print_as_they_were_written():
    filled = fill_placeholders("Kepada {nama}: {informasi}.", {"nama": "Ina *Lado*", "informasi": "a|b\n\nc\\d"})
    assert filled == r"Kepada Ina \*Lado\*: a\|b c\\d."


def test_what_is_not_known_is_marked_and_found_again():
    filled = fill_placeholders("Dikuasai {badan_lain} sejak {perkiraan}.", {})
    assert list(left_to_fill(filled)) == [
        "[isi: badan publik yang menguasai informasinya]", "[isi: kapan informasinya diperkirakan tersedia]",
    ]  # fmt: skip


def test_every_outcome_has_a_wording_that_can_be_filled():
    rows = fixture("office")["letter_templates"]
    assert [row["outcome"] for row in rows] == [
        "given", "partly_refused", "refused", "not_held", "not_documented", "interview",
    ]  # fmt: skip
    assert {row["outcome"] for row in rows} == set(LetterOutcome.values)
    for row in rows:
        check_placeholders(row["body"])
    assert set(VALUES) == set(PLACEHOLDERS)


# -- Dated rows --------------------------------------------------------------------------------------------------------


def test_the_newest_wording_in_force_is_taken(cast):
    old = LetterTemplate.objects.get(outcome="given")
    LetterTemplate(outcome="given", name="Baru", body="Baru.", begins=date(2026, 11, 23)).save()
    LetterTemplate(
        outcome="given", name="Habis", body="Habis.", begins=date(2026, 11, 1), ends=date(2026, 11, 2)
    ).save()

    def taken(day: int) -> str:
        return template_for("given", date(2026, 11, day), Office.objects.get().calendar_version).name

    assert [taken(1), taken(2), taken(22), taken(23)] == ["Habis", "Habis", old.name, "Baru"]


# -- The admin's page --------------------------------------------------------------------------------------------------


def admin_page(cast, **sent):
    row = LetterTemplate.objects.get(outcome="given")
    given = {"outcome": "given", "name": "Diberikan", "begins": "2026-11-01", "ends": "", "body": row.body, **sent}
    address = reverse("admin:requests_app_lettertemplate_change", args=[row.pk])
    return row, cast.client("admin").post(address, given)


def test_an_unknown_brace_is_refused_at_the_field(cast):
    for button in ({}, {"_pratinjau": "1"}):
        row, page = admin_page(cast, body="Yth. {namma}", **button)
        assert page.status_code == 422
        assert page.context["adminform"].form.errors["body"][0].startswith("Isian {namma} tidak dikenal.")
    row.refresh_from_db()
    assert "{namma}" not in row.body


def test_the_preview_is_a_paper_of_sample_data_and_saves_nothing(cast):
    row, page = admin_page(cast, body="Menindaklanjuti {rujukan}, **{data_baku}**.", _pratinjau="1")
    said = words(page.content)
    assert page["Content-Type"] == "application/pdf"
    for part in ("KONSEP", "Contoh surat balasan", "surat Saudara nomor 12/CONTOH/XI/2026", "daftar pemilih tetap"):
        assert part in said
    assert (LetterTemplate.objects.get(pk=row.pk).body, row.history.count()) == (row.body, 1)


def test_a_change_is_kept_in_history_and_drafts_begin_with_it(cast, desk):
    case = desk.case_at(12, "draft")
    row, page = admin_page(cast, body="Naskah baru untuk {kantor}.")
    assert (page.status_code, row.history.count()) == (302, 2)
    assert "Naskah baru untuk KPU Kota Kupang." in cast.client("kasubag2").get(url(case, "draft")).content.decode()


# -- In the draft ------------------------------------------------------------------------------------------------------


@pytest.fixture
def case(desk):
    return desk.case_at(12, "draft", letter_number="12/UTR/XI/2026", letter_date=date(2026, 11, 20))


def send(desk, case, **sent):
    """Post the draft's form as its Kasubag."""
    given = {**TYPED, "signer": desk.cast.post("ketua").pk, **sent}
    return desk.cast.client("kasubag2").post(url(case, "draft"), given)


def body_of(page) -> str:
    return page.context["form"]["body"].value()


def test_a_draft_begins_with_the_wording_of_what_was_identified(desk, case):
    page = desk.cast.client("kasubag2").get(url(case, "draft"))
    reference = "surat Saudara nomor 12/UTR/XI/2026 tanggal 20 November 2026 perihal Permohonan data pemilih"
    assert body_of(page).startswith(f"Menindaklanjuti {reference}, dengan ini kami sampaikan")
    assert "dapat diberikan seluruhnya" in body_of(page)


@pytest.mark.parametrize(
    ("asked", "said"),
    [("Permohonan data pemilih", "data pemilih"), ("DPT per kecamatan.", "DPT per kecamatan"),
     ("Permohonan", "permohonan"), ("Rekapitulasi DPT", "rekapitulasi DPT")],
)  # fmt: skip
def test_what_is_asked_reads_as_part_of_a_sentence(asked, said):
    assert wanted(asked) == said


def test_an_untouched_text_follows_the_outcome_without_script(desk, case):
    body = body_of(desk.cast.client("kasubag2").get(url(case, "draft")))
    page = send(desk, case, naskah="1", outcome="refused", excluded_article="17h", body=body, template_mark=mark(body))
    assert page.status_code == 200
    assert "berdasarkan Pasal 17 huruf h Undang-Undang Nomor 14 Tahun 2008" in body_of(page)
    assert (page.context["form"]["recipient"].value(), page.context["form"]["outcome"].value()) == ("Dekan", "refused")
    assert ReplyLetter.objects.filter(case=case).count() == 0


def test_typed_text_gives_way_only_when_it_is_said_again_and_can_still_be_copied(desk, case):
    asked = send(desk, case, naskah="1", outcome="not_held", body="Tulisan saya.", template_mark=mark("lain"))
    assert body_of(asked) == "Tulisan saya."
    assert "tidak berada dalam penguasaan" in asked.context["proposed"]
    told = send(desk, case, naskah="ganti", outcome="not_held", body="Tulisan saya.", template_mark=mark("lain"))
    assert "tidak berada dalam penguasaan" in body_of(told)
    assert told.context["replaced"] == "Tulisan saya."


def test_the_script_gets_the_wording_only_for_an_untouched_text(desk, case):
    given = send(desk, case, naskah="isi", outcome="interview", body="", template_mark="").json()
    assert "kami mengundang Saudara untuk melaksanakan wawancara" in given["body"]
    assert given["mark"] == mark(given["body"].replace("\n", "\r\n"))
    assert send(desk, case, naskah="isi", outcome="given", body="Tulisan saya.").status_code == 204


def test_an_outcome_without_wording_says_so(desk, case):
    row = LetterTemplate.objects.get(outcome="given")
    row.ends = date(2026, 1, 1)
    row.save()
    page = send(desk, case, naskah="1", body="Tulisan saya.")
    assert "Belum ada naskah yang berlaku" in page.content.decode()
    assert body_of(page) == "Tulisan saya."


def test_a_letter_with_a_mark_left_is_not_submitted(desk, case):
    page = send(desk, case, outcome="not_held", body="Dikuasai [isi: badan publik].", no_attachment="on")
    message = "Masih ada yang harus diisi: [isi: badan publik]"
    assert (page.status_code, page.context["form"].errors["body"]) == (422, [message])
    with pytest.raises(Incomplete, match="Masih ada yang harus diisi"):
        desk.do(case, "draft", body="[isi: apa saja")
    assert send(desk, case, body="Dikuasai [isi: badan].", pratinjau="1")["Content-Type"] == "application/pdf"


def test_the_invitation_to_an_interview_ends_as_an_answer(desk, case):
    desk.do(case, "draft", outcome="interview", body="Kami mengundang Saudara.")
    case.refresh_from_db()
    desk.do(case, "approve")
    case.refresh_from_db()
    assert desk.do(case, "deliver").ending == "replied"


# -- Laid aside --------------------------------------------------------------------------------------------------------


def test_a_draft_laid_aside_is_no_act_and_comes_back_as_typed(desk, case):
    act = case.act
    answer = send(desk, case, simpan="1", body="Setengah jadi", no_attachment="on")
    assert (answer.status_code, answer["Location"]) == (302, url(case, "draft"))
    case.refresh_from_db()
    assert (case.act, ReplyLetter.objects.filter(case=case).count()) == (act, 0)
    page = desk.cast.client("kasubag2").get(url(case, "draft"))
    form = page.context["form"]
    kept = [form[name].value() for name in ("body", "recipient", "no_attachment", "for_ketua")]
    assert kept == ["Setengah jadi", "Dekan", True, False]
    assert "Ini konsep yang disimpan 10.00; belum diajukan." in page.content.decode()


def test_only_the_post_that_laid_it_aside_reads_it(desk, case):
    send(desk, case, simpan="1", body="Setengah jadi")
    desk.act("redirect", case, "sekretaris", desk.cast.post("kasubag1"), "Bukan bidangnya")
    page = desk.cast.client("kasubag1").get(url(case, "draft"))
    assert "Setengah jadi" not in page.content.decode()
    assert desk.cast.client("kasubag2").get(url(case, "draft")).status_code == 403


def test_the_script_saves_meanwhile_and_the_last_one_counts(desk, case):
    for body in ("Satu", "Satu dua"):
        assert send(desk, case, simpan="otomatis", body=body).status_code == 204
    assert SavedDraft.objects.get(case__year=2026).typed["body"] == "Satu dua"


def test_submitting_and_ending_forget_it(desk, case):
    send(desk, case, simpan="1", body="Setengah jadi")
    send(desk, case, body="Jadi.", no_attachment="on")
    assert (ReplyLetter.objects.get(case=case).body, SavedDraft.objects.filter(case__year=2026).count()) == ("Jadi.", 0)
    other = desk.case_at(12, "draft")
    send(desk, other, simpan="1", body="Setengah jadi")
    desk.act("end", other, "helpdesk", "withdrawn", {"statement": "Ditarik"})
    assert SavedDraft.objects.filter(case__year=2026).count() == 0


def test_what_was_kept_while_the_letter_was_submitted_does_not_come_back(desk, case):
    send(desk, case, body="Jadi.", no_attachment="on")
    kept = {"case": case, "post": desk.cast.post("kasubag2"), "user": desk.cast.kasubag2, "typed": {"body": "Lama"}}
    SavedDraft.objects.create(**kept, saved_at=ReplyLetter.objects.get(case=case).recorded_at)
    desk.act("recall", case, "kasubag2")
    assert body_of(desk.cast.client("kasubag2").get(url(case, "draft"))) == "Jadi."


def test_it_can_be_thrown_away(desk, case):
    send(desk, case, simpan="1", body="Setengah jadi")
    assert send(desk, case, buang="1").status_code == 302
    assert SavedDraft.objects.filter(case__year=2026).count() == 0
    assert "Menindaklanjuti" in body_of(desk.cast.client("kasubag2").get(url(case, "draft")))


def test_nobody_else_lays_anything_aside(desk, case):
    for who in ("sekretaris", "kasubag1", "ketua", "helpdesk"):
        assert desk.cast.client(who).post(url(case, "draft"), {"simpan": "1", "body": "x"}).status_code == 403
    assert SavedDraft.objects.filter(case__year=2026).count() == 0


def test_a_form_resumed_after_a_lost_session_is_only_drawn(desk, case):
    page = send(desk, case, simpan="1", _tinjau="1", body="Setengah jadi")
    assert (page.status_code, body_of(page), SavedDraft.objects.filter(case__year=2026).count()) == (
        200,
        "Setengah jadi",
        0,
    )
