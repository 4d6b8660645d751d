"""Acts that move nothing forward: redirect, recall, correct, confirm, hold, ready, resume, attach, open."""

from datetime import timedelta

import pytest

from requests_app import workflow
from requests_app.documents import Upload
from requests_app.models import Disposition, Document, Hold, IncomingLetter, Petitioner, ReplyLetter, StepRecord
from requests_app.models.books import DocumentKind
from requests_app.rules.refusals import AlreadyDone, Incomplete, NotNow, NotPermitted
from requests_app.workflow.taken import Attach
from tests.cast import instruction
from tests.observed import differences, position, records, refusal, snapshot

PAPER = Upload("surat.pdf", "application/pdf", b"%PDF-1.4 isi", 1)


# -- Redirect ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["kasubag2", "ketua", "sekretaris"])
def test_addressee_disposer_or_sekretaris_redirects_and_the_step_goes_on(desk, who):
    case = desk.case_at(7)
    began = case.stays.get(ended=None).began
    case = desk.act("redirect", case, who, desk.cast.post("kasubag3"), "Bukan bidang saya")
    assert position(case, desk.cast) == (7, "review", "kasubag3")
    assert records(case)[-1] == (4, "Disposition", 7, "review")
    assert list(case.stays.filter(step=7).values_list("run", "began")) == [(3, began), (3, desk.now)]
    assert case.history.latest("history_id").history_change_reason == (
        "Dialihkan dari Kepala Subbagian Perencanaan, Data dan Informasi "
        "kepada Kepala Subbagian Teknis Penyelenggaraan dan Hukum"
    )


@pytest.mark.parametrize("who", ["helpdesk", "kasubag1", "anggota1", "staff", "admin", "outsider", "former"])
def test_an_outsider_does_not_redirect(desk, who):
    case = desk.case_at(7)
    refused = refusal(NotPermitted, desk.act, "redirect", case, who, desk.cast.post("kasubag3"), "Alasan")
    assert refused.sentence == (
        "Hanya Kepala Subbagian Perencanaan, Data dan Informasi, pemberi disposisinya, atau Sekretaris "
        "yang dapat melakukan ini."
    )


def test_the_disposer_still_redirects_after_the_addressee_did(desk):
    case = desk.act("redirect", desk.case_at(7), "kasubag2", desk.cast.post("kasubag3"), "Bukan bidang saya")
    case = desk.act("redirect", case, "ketua", desk.cast.post("kasubag4"), "Tepatnya Parhumas")
    assert position(case, desk.cast) == (7, "review", "kasubag4")


def test_a_redirect_names_another_post_of_the_role_and_its_reason(desk):
    case = desk.case_at(7)
    other = {"holder": "Pilih jabatan lain yang berwenang pada langkah ini."}
    for post in ("kasubag2", "sekretaris"):
        refused = refusal(Incomplete, desk.act, "redirect", case, "sekretaris", desk.cast.post(post), "Alasan")
        assert refused.errors == other
    refused = refusal(Incomplete, desk.act, "redirect", case, "sekretaris", desk.cast.post("kasubag1"), " ")
    assert refused.errors == {"reason": "Tulis alasan pengalihan."}


def test_what_waits_for_no_post_is_not_redirected(desk):
    refused = refusal(NotNow, desk.act, "redirect", desk.case_at(2), "sekretaris", desk.cast.post("ketua"), "Alasan")
    assert refused.sentence == "Langkah ini tidak menunggu jabatan tertentu, jadi tidak dapat dialihkan."


def test_a_held_case_stays_held_when_redirected(desk):
    case = desk.act("hold", desk.case_at(7), "kasubag2", "berhalangan", "Cuti")
    case = desk.act("redirect", case, "sekretaris", desk.cast.post("kasubag3"), "Cuti panjang")
    assert (position(case, desk.cast), case.state) == ((7, "review", "kasubag3"), "held")
    assert differences(case, desk.now) == []


def test_redirecting_an_assignment_or_an_approval(desk):
    case = desk.act("redirect", desk.case_at(10), "sekretaris", desk.cast.post("ketua"), "Ketua yang menugaskan")
    assert position(case, desk.cast) == (10, "assign", "ketua")
    case = desk.case_at(12, "approve")
    refused = refusal(Incomplete, desk.act, "redirect", case, "ketua", desk.cast.post("anggota1"), "Dinas luar")
    assert refused.errors == {"holder": "Surat balasan ditandatangani Ketua atau Sekretaris."}
    case = desk.act("redirect", case, "ketua", desk.cast.post("sekretaris"), "Dinas luar")
    assert position(case, desk.cast) == (12, "approve", "sekretaris")
    assert ReplyLetter.objects.get(case=case).signer == desk.cast.post("sekretaris")


# -- Recall ------------------------------------------------------------------------------------------------------------


def test_the_giver_recalls_a_disposition_nobody_opened(desk):
    case = desk.do(desk.case_at(6), "dispose", order="data")
    case = desk.act("recall", case, "ketua", "Salah tujuan")
    assert (position(case, desk.cast), case.order) == ((6, "dispose", "ketua"), "")
    assert Disposition.objects.get(case=case).recalled_at == desk.now
    case = desk.do(case, "dispose", addressee=desk.cast.post("kasubag4"))
    assert position(case, desk.cast) == (7, "review", "kasubag4")


def test_a_disposition_opened_or_handled_is_not_recalled(desk):
    opened, handled = desk.case_at(7), desk.case_at(8)
    workflow.open_case(opened.pk, desk.doing("kasubag2"))
    for case in (opened, handled):
        refused = refusal(NotNow, desk.act, "recall", case, "ketua", "Salah tujuan")
        assert refused.sentence == "Disposisi sudah dibuka oleh yang dituju; gunakan “Alihkan”."


def test_opening_by_another_than_the_holder_does_not_count(desk):
    case = desk.case_at(7)
    assert [workflow.open_case(case.pk, desk.doing(who)) for who in ("kasubag1", "ketua", "staff")] == [False] * 3
    assert position(desk.act("recall", case, "ketua", ""), desk.cast) == (6, "dispose", "ketua")


def test_only_the_giver_recalls(desk):
    case = desk.case_at(7)
    for who in ("sekretaris", "kasubag2", "helpdesk"):
        refused = refusal(NotPermitted, desk.act, "recall", case, who, "")
        assert refused.sentence == "Hanya pemberi disposisi yang dapat menariknya."


def test_nothing_to_recall(desk):
    for case in (desk.case_at(2), desk.case_at(6), desk.do(desk.case_at(4), "deliver")):
        refused = refusal(NotNow, desk.act, "recall", case, "ketua", "")
        assert refused.sentence == "Tidak ada disposisi yang dapat ditarik."


def test_recalling_one_hop_leaves_the_order_of_an_earlier_one(desk):
    case = desk.do(desk.case_at(6), "dispose", addressee=desk.cast.post("sekretaris"), order="letter")
    case = desk.act("recall", desk.do(case, "dispose"), "sekretaris", "")
    assert (position(case, desk.cast), case.order) == ((6, "dispose", "sekretaris"), "letter")


def test_a_recalled_redirect_goes_back_to_who_held_the_case(desk):
    case = desk.act("redirect", desk.case_at(7), "sekretaris", desk.cast.post("kasubag3"), "Bukan bidangnya")
    case = desk.act("recall", case, "sekretaris", "Ternyata bidangnya")
    assert position(case, desk.cast) == (7, "review", "kasubag2")


def test_a_recalled_hold_does_not_stay_open(desk):
    case = desk.act("hold", desk.case_at(7), "helpdesk", "identitas", "KTP")
    case = desk.act("recall", case, "ketua", "Salah tujuan")
    assert (case.state, Hold.objects.get(case=case).ended_at, differences(case, desk.now)) == ("open", desk.now, [])


def test_a_kasubag_recalls_a_draft_not_yet_signed(desk):
    case = desk.act("hold", desk.case_at(12, "approve"), "ketua", "pleno", "Menunggu rapat")
    refused = refusal(NotPermitted, desk.act, "recall", case, "kasubag1", "Salah ketik")
    assert refused.sentence == "Hanya Kasubag pembuat konsep yang dapat menariknya."
    case = desk.act("recall", case, "kasubag2", "Salah ketik")
    assert (position(case, desk.cast), case.state) == ((12, "draft", "kasubag2"), "open")
    case = desk.do(desk.do(case, "draft"), "approve")
    letters = ReplyLetter.objects.filter(case=case).order_by("version").values_list("version", "status")
    assert list(letters) == [(1, "ditarik"), (2, "terbit")]


# -- Correct -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["helpdesk", "sekretaris"])
def test_recorder_or_sekretaris_corrects_as_a_new_version(desk, who):
    case = desk.letter(subject="Data pemilh")
    letter = IncomingLetter.objects.get(case=case)
    case = desk.act("correct", case, who, letter, {"subject": "Data pemilih", "enclosure": ""}, "Salah ketik")
    assert list(letter.history.order_by("history_id").values_list("subject", flat=True)) == [
        "Data pemilh", "Data pemilih",
    ]  # fmt: skip
    assert letter.history.latest("history_id").history_change_reason == "Dikoreksi: perihal"
    assert records(case)[-1] == (3, "Correction", 6, "dispose")
    correction = case.records.latest("pk").correction
    assert (correction.record_id, correction.changed, correction.note) == (letter.pk, "perihal", "Salah ketik")
    assert (position(case, desk.cast), differences(case, desk.now)) == ((6, "dispose", "ketua"), [])


def test_a_correction_needs_a_recorder_a_reason_and_a_change(desk):
    case = desk.letter()
    letter = IncomingLetter.objects.get(case=case)
    before = snapshot(case)
    refused = refusal(NotPermitted, desk.act, "correct", case, "kasubag2", letter, {"subject": "Lain"}, "Alasan")
    assert refused.sentence == "Hanya pencatat atau Sekretaris yang dapat mengoreksi catatan ini."
    refused = refusal(Incomplete, desk.act, "correct", case, "helpdesk", letter, {"subject": "Lain"}, " ")
    assert refused.errors == {"reason": "Tulis alasan koreksi."}
    same = {"subject": letter.subject}
    refused = refusal(Incomplete, desk.act, "correct", case, "helpdesk", letter, same, "Alasan")
    assert refused.errors == {"__all__": "Belum ada isian yang diubah."}
    assert snapshot(case) == before


def test_the_petitioner_is_corrected_by_a_superseding_row_outside_history(desk):
    case = desk.walkin(name="Yohanis Umbo", nik="5371010101900001")
    case = desk.act("correct_registration", case, "helpdesk", {"name": "Yohanis Umbu"}, "Salah dengar")
    rows = Petitioner.objects.filter(case=case).order_by("act").values_list("act", "name", "nik")
    assert list(rows) == [(1, "Yohanis Umbo", "5371010101900001"), (3, "Yohanis Umbu", "5371010101900001")]
    assert case.petitioner.name == "Yohanis Umbu"
    assert not hasattr(Petitioner, "history")


def test_the_petitioner_is_corrected_by_desk_or_sekretaris_alone(desk):
    case = desk.walkin()
    for who in ("ketua", "kasubag2", "admin", "outsider"):
        refused = refusal(NotPermitted, desk.act, "correct_registration", case, who, {"name": "X"}, "Alasan")
        assert refused.sentence == "Hanya Help Desk atau Sekretaris yang dapat mengoreksi data pemohon."


# -- Rahasia: a mark seals the case from the act on that sets it -------------------------------------------------------


def sealed_at(case) -> list[tuple[int, bool]]:
    """Say act by act whether the case was sealed."""
    return list(case.history.order_by("act").values_list("act", "confidential"))


def letter_of(case) -> IncomingLetter:
    return IncomingLetter.objects.get(case=case)


@pytest.mark.parametrize("who", ["helpdesk", "sekretaris"])
def test_a_letters_sifat_corrected_to_rahasia_seals_the_case(desk, who):
    case = desk.letter()
    case = desk.act("correct", case, who, letter_of(case), {"nature": "rahasia"}, "Amplopnya bertanda")
    assert sealed_at(case) == [(1, False), (2, False), (3, True)]
    assert case.records.latest("act").correction.changed == "sifat (permohonan menjadi Rahasia)"


def test_a_disposition_or_an_assignment_marked_rahasia_seals_the_case_also_by_correction(desk):
    disposed = desk.do(desk.case_at(6), "dispose", nature="rahasia")
    assigned = desk.do(desk.case_at(10), "assign", nature="rahasia")
    corrected = desk.case_at(7)
    said = Disposition.objects.get(case=corrected)
    corrected = desk.act("correct", corrected, "ketua", said, {"nature": "rahasia"}, "Menyangkut orang")
    assert [sealed_at(case)[-2:] for case in (disposed, assigned, corrected)] == [
        [(2, False), (3, True)], [(5, False), (6, True)], [(3, False), (4, True)],
    ]  # fmt: skip


def test_a_reply_letter_marked_rahasia_seals_the_case(desk):
    case = desk.do(desk.case_at(12, "draft"), "draft", nature="rahasia")
    assert sealed_at(case)[-2:] == [(case.act - 1, False), (case.act, True)]


def test_a_recorder_who_takes_the_mark_away_leaves_the_case_sealed(desk):
    case = desk.letter(nature="rahasia")
    case = desk.act("correct", case, "helpdesk", letter_of(case), {"nature": "biasa"}, "Salah baca")
    assert (case.confidential, case.records.latest("act").correction.changed) == (
        True, "sifat (permohonan tetap Rahasia)",
    )  # fmt: skip


def test_the_sekretaris_lifts_the_seal_with_the_last_mark(desk):
    case = desk.do(desk.letter(nature="rahasia"), "dispose", addressee=desk.cast.post("sekretaris"), nature="rahasia")
    case = desk.act("correct", case, "sekretaris", letter_of(case), {"nature": "biasa"}, "Salah baca")
    assert (case.confidential, case.records.latest("act").correction.changed) == (
        True, "sifat (permohonan tetap Rahasia)",
    )  # fmt: skip
    said = Disposition.objects.get(case=case)
    case = desk.act("correct", case, "sekretaris", said, {"nature": "segera"}, "Salah baca")
    assert (case.confidential, case.records.latest("act").correction.changed) == (
        False, "sifat (tanda Rahasia dicabut)",
    )  # fmt: skip


def test_a_sifat_corrected_without_rahasia_says_nothing_of_it(desk):
    case = desk.letter()
    case = desk.act("correct", case, "helpdesk", letter_of(case), {"nature": "segera"}, "Salah baca")
    assert (case.confidential, case.records.latest("act").correction.changed) == (False, "sifat")


def test_nobody_acts_on_a_sealed_case_that_never_reached_them(desk):
    case = desk.do(desk.letter(nature="rahasia"), "dispose")
    for who, verb, *given in (
        ("sekretaris", "redirect", desk.cast.post("kasubag3"), "Alasan"),
        ("sekretaris", "hold", "penjelasan", "Tahun data"),
        ("kasubag1", "attach", "lain", [PAPER]),
    ):
        refused = refusal(NotPermitted, desk.act, verb, case, who, *given)
        assert refused.sentence == (
            "Permohonan ini bertanda Rahasia; hanya pejabat yang dilaluinya yang dapat membacanya."
        )


# -- Confirm or dispute ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("true", "becomes"), [(True, "benar"), (False, "keliru")])
def test_the_speaker_confirms_or_disputes_once_and_nothing_waits(desk, true, becomes):
    case = desk.do(desk.case_at(3), "dispose", "helpdesk", manner="lisan")
    said = Disposition.objects.get(case=case)
    refused = refusal(NotPermitted, desk.act, "confirm", case, "sekretaris", said, true)
    assert refused.sentence == "Hanya Ketua KPU Kota Kupang yang dapat mengonfirmasi disposisi ini."
    case = desk.act("confirm", case, "ketua", said, true, "Catatan")
    said.refresh_from_db()
    assert (said.confirmation, said.confirmed_at) == (becomes, desk.now)
    assert position(case, desk.cast) == (4, "deliver", "kasubag2")
    refused = refusal(NotNow, desk.act, "confirm", case, "ketua", said, true)
    assert refused.sentence == "Disposisi ini sudah dikonfirmasi."


def test_a_disposition_is_confirmed_after_the_end_too(desk):
    case = desk.do(desk.do(desk.case_at(3), "dispose", "helpdesk", manner="lisan"), "deliver")
    case = desk.act("confirm", case, "ketua", Disposition.objects.get(case=case), True)
    assert (case.state, records(case)[-1]) == ("ended", (7, "StepRecord", 4, "deliver"))
    assert differences(case, desk.now) == []


# -- Attach ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["helpdesk", "sekretaris", "kasubag2", "staff", "kasubag4"])
def test_desk_sekretaris_holder_its_staff_and_copied_posts_attach(desk, who):
    case = desk.do(desk.case_at(6), "dispose", copies=[desk.cast.post("kasubag4")])
    case = desk.act("attach", case, who, "lain", [PAPER], "Lampiran tambahan")
    kept = Document.objects.get(case=case)
    assert (kept.name, kept.record.act, kept.uploaded_by) == ("surat.pdf", 4, desk.cast.users[who])
    assert position(case, desk.cast) == (7, "review", "kasubag2")


def test_others_attach_nothing_and_nothing_is_no_attachment(desk):
    case = desk.case_at(7)
    for who in ("kasubag1", "anggota1", "admin", "pemeriksa", "outsider", "former"):
        refused = refusal(NotPermitted, desk.act, "attach", case, who, "lain", [PAPER])
        assert refused.sentence == "Jabatan Anda tidak dapat melampirkan berkas pada permohonan ini."
    assert refusal(Incomplete, desk.act, "attach", case, "kasubag2", "lain", []).errors == {
        "files": "Pilih berkas yang dilampirkan."
    }


def test_files_are_kept_with_the_act_that_brought_them(desk):
    case = desk.letter(files=[PAPER])
    case = desk.do(case, "dispose", "helpdesk", manner="whatsapp", files=[PAPER])
    kept = Document.objects.filter(case=case).order_by("pk").values_list("kind", "record__act")
    assert list(kept) == [("pindaian", 2), ("bukti", 3)]


# -- A case that has moved ---------------------------------------------------------------------------------------------


def test_a_form_made_before_the_case_moved_is_refused_with_who_and_when(desk):
    case = desk.case_at(7)
    desk.act("redirect", case, "sekretaris", desk.cast.post("kasubag3"), "Bukan bidangnya", at="08.20")
    doing = desk.doing("kasubag2", seen_act=case.act)
    refused = refusal(AlreadyDone, workflow.attach, case.pk, doing, Attach(kind=DocumentKind.OTHER, files=(PAPER,)))
    assert refused.sentence == (
        "Langkah ini sudah diselesaikan oleh Drs. Obed Nenohai, M.Si. (Sekretaris KPU Kota Kupang) pukul 08.20."
    )


def test_a_note_or_attachment_meanwhile_does_not_spoil_a_form(desk):
    case = desk.case_at(7)
    desk.act("attach", case, "helpdesk", "lain", [PAPER])
    doing = desk.doing("kasubag2", seen_act=case.act)
    done = workflow.complete(case.pk, desk.plausible(case, "review"), doing)
    assert position(done.case, desk.cast) == (8, "identify", "kasubag2")


def test_an_instruction_reads_as_its_text_on_the_sheet(desk):
    case = desk.do(desk.case_at(6), "dispose", instructions=[instruction("Tindak lanjuti")], words="Segera.")
    said = Disposition.objects.get(case=case)
    assert (said.instructions, said.text) == ("Tindak lanjuti", "Tindak lanjuti. Segera.")


def test_a_late_paper_entry_is_marked(desk):
    case = desk.case_at(7)
    happened = desk.now + timedelta(seconds=30)
    doing = desk.doing("kasubag2", "14.00", happened_at=happened)
    workflow.complete(case.pk, desk.plausible(case, "review"), doing)
    record = StepRecord.objects.filter(case=case).latest("act")
    assert (record.happened_at, record.recorded_at, record.is_late_entry) == (happened, doing.now, True)
