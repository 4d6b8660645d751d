"""Every named ending: from which rows, by whom, with what; and reopening, holding, resuming."""

from datetime import date, timedelta

import pytest

from requests_app import workflow
from requests_app.models import Expedition, Hold, ReplyLetter
from requests_app.models.records import Closing, HoldReason
from requests_app.rules.endings import possible_endings
from requests_app.rules.refusals import AlreadyDone, Incomplete, NotNow, NotPermitted
from requests_app.workflow.taken import PutOnHold
from tests.observed import differences, position, records, refusal, snapshot

# -- Endings chosen from the list, typed by hand from DOMAIN 1 ---------------------------------------------------------

SAID = {"statement": "Tulis keterangannya."}
# Ending: the rows it may leave from, who may, and what each missing need is told.
CHOSEN = {
    "to_letter": ({2, 3, 4}, {"helpdesk", "ketua", "sekretaris", "kasubag"}, SAID),
    "answered": ({2, 3}, {"helpdesk", "ketua", "sekretaris"}, SAID),
    "incomplete": (set(range(2, 14)), {"helpdesk", "sekretaris"}, SAID),
    "withdrawn": (set(range(2, 14)), {"helpdesk", "sekretaris", "kasubag"}, SAID),
    "duplicate": (set(range(1, 14)), {"helpdesk", "sekretaris"}, {**SAID, "true_case": "Pilih permohonan yang benar."}),
    "not_collected": ({4, 11, 13}, {"helpdesk", "kasubag"}, SAID),
    "not_held": ({4, 7, 8, 9}, {"kasubag", "sekretaris"},
                 {**SAID, "holding_body": "Sebut badan yang menguasai informasinya."}),
    "not_documented": ({4, 7, 8, 9}, {"kasubag", "sekretaris"}, {**SAID, "until": "Isi kapan informasi tersedia."}),
    "interviewed": ({9}, {"kasubag", "ketua"},
                    {**SAID, "division": "Pilih divisi.", "interview_on": "Isi tanggal wawancara."}),
}  # fmt: skip
# Which of the cast stands for a role: the post the case waits for where the row waits for that role.
WHO = {"helpdesk": "helpdesk", "sekretaris": "sekretaris", "ketua": "ketua", "kasubag": "kasubag2"}
HOLDERS = {3: "ketua", 4: "kasubag", 6: "ketua", 7: "kasubag", 8: "kasubag", 9: "kasubag", 10: "sekretaris",
           11: "kasubag", 12: "sekretaris", 13: "kasubag"}  # fmt: skip
every_ending = pytest.mark.parametrize("ending", CHOSEN)


def filled(desk, ending: str) -> dict:
    """Give everything an ending may need."""
    needs = {
        "statement": "Keterangan",
        "true_case": desk.walkin(),
        "holding_body": "Dinas Dukcapil",
        "until": date(2027, 1, 4),
        "division": desk.cast.post("anggota1").division,
        "interview_on": date(2026, 11, 23),
    }
    return {name: value for name, value in needs.items() if name in CHOSEN[ending][2]}


def made_ready(desk, case, ending: str):
    """Do what an ending waits for: the petitioner told, and the days over."""
    if ending == "incomplete":
        case = desk.act("hold", case, "helpdesk", "identitas", "KTP tidak terbaca")
        desk.now += timedelta(days=4)
    if ending == "not_collected":
        case = desk.act("ready", case, "helpdesk", "telepon")
    return case


@pytest.mark.parametrize("step", sorted({*range(2, 14)} - {5}))
def test_each_row_offers_its_endings_alone(desk, step):
    offered = {ending.slug for ending in possible_endings(desk.case_at(step))}
    assert offered == {ending for ending, (rows, *_) in CHOSEN.items() if step in rows}


@every_ending
def test_an_ending_ends_the_case_by_its_name_or_leads_to_the_letter(desk, ending):
    rows, actors, _ = CHOSEN[ending]
    step = max(rows - {12})
    case = made_ready(desk, desk.case_at(step), ending)
    who = WHO[sorted(actors & {HOLDERS.get(step), "helpdesk", "sekretaris"})[0]]
    case = desk.act("end", case, who, ending, filled(desk, ending))
    closing = Closing.objects.get(case=case)
    assert (closing.ending, closing.step, closing.statement) == (ending, step, "Keterangan")
    assert (case.state, *position(case, desk.cast), case.ending) == (
        ("open", 5, "receive", None, "") if ending == "to_letter" else ("ended", None, "", None, ending)
    )
    assert differences(case, desk.now) == []


@every_ending
def test_an_ending_tells_each_missing_need_at_its_field(desk, ending):
    rows, actors, messages = CHOSEN[ending]
    step = min(rows - {1, 2})
    case = made_ready(desk, desk.case_at(step), ending)
    who = WHO[sorted(actors & {HOLDERS.get(step), "helpdesk", "sekretaris"})[0]]
    before = snapshot(case)
    assert refusal(Incomplete, desk.act, "end", case, who, ending, {}).errors == messages
    assert snapshot(case) == before


@pytest.mark.parametrize("ending", [each for each in CHOSEN if len(CHOSEN[each][0]) < 12])
def test_an_ending_is_refused_from_another_row(desk, ending):
    case = desk.case_at(6)
    who = WHO[sorted(CHOSEN[ending][1])[0]]
    refused = refusal(NotNow, desk.act, "end", case, who, ending, filled(desk, ending))
    assert refused.sentence == "Penyelesaian ini tidak tersedia pada langkah sekarang."


@every_ending
def test_an_ending_is_refused_to_every_other_role(desk, ending):
    rows, actors, _ = CHOSEN[ending]
    step = max(rows - {12})
    case = made_ready(desk, desk.case_at(step), ending)
    allowed = actors & {HOLDERS.get(step), "helpdesk", "sekretaris"}
    refused_to = {"helpdesk", "ketua", "sekretaris", "kasubag2", "kasubag1", "staff", "admin", "pemeriksa", "outsider"}
    for who in sorted(refused_to - {WHO[actor] for actor in allowed}):
        refused = refusal(NotPermitted, desk.act, "end", case, who, ending, filled(desk, ending))
        assert refused.sentence.endswith("yang memegang permohonan ini.")


@pytest.mark.parametrize("ending", ["given", "replied", "refused", "partly_refused", "other_official", "appointment"])
def test_an_ending_reached_by_a_task_is_not_chosen(desk, ending):
    refused = refusal(NotNow, desk.act, "end", desk.case_at(4), "kasubag2", ending, {"statement": "Selesai"})
    assert refused.sentence == "Penyelesaian ini tidak tersedia pada langkah sekarang."


def test_the_true_case_is_another_one(desk):
    case = desk.case_at(2)
    data = {"statement": "Ganda", "true_case": case}
    refused = refusal(Incomplete, desk.act, "end", case, "helpdesk", "duplicate", data)
    assert refused.errors == {"true_case": "Pilih permohonan lain, bukan permohonan ini sendiri."}


def test_an_incomplete_file_waits_three_working_days_after_the_petitioner_was_told(desk):
    case, said = desk.case_at(2), {"statement": "KTP tidak dilengkapi"}
    refused = refusal(NotNow, desk.act, "end", case, "helpdesk", "incomplete", said)
    assert refused.sentence == "Beri tahu pemohon dulu: tunda permohonan dengan alasan kelengkapan identitas."
    case = desk.act("hold", case, "helpdesk", "identitas", "KTP tidak terbaca")
    desk.now += timedelta(days=3)
    refused = refusal(NotNow, desk.act, "end", case, "helpdesk", "incomplete", said)
    assert refused.sentence == "Pemohon masih punya waktu melengkapi sampai 26 November 2026."
    desk.now += timedelta(days=1)
    assert desk.act("end", case, "helpdesk", "incomplete", said).ending == "incomplete"


def test_nobody_ends_as_not_collected_who_was_not_told(desk):
    case, said = desk.case_at(11), {"statement": "Tidak diambil"}
    refused = refusal(NotNow, desk.act, "end", case, "helpdesk", "not_collected", said)
    assert refused.sentence == "Beri tahu pemohon dulu: tandai siap diambil."


def test_the_letter_path_keeps_number_and_receipt_and_goes_on_to_its_end(desk):
    case = desk.case_at(3)
    ended = desk.act("end", case, "ketua", "to_letter", {"statement": "Mohon bersurat"})
    assert (ended.number, ended.received_at) == (case.number, case.received_at)
    letter = {"sender": "Yohanis Umbu", "subject": "Data pemilih", "addressee": desk.cast.post("ketua")}
    case = desk.do(ended, "receive", **letter)
    assert position(case, desk.cast) == (6, "dispose", "ketua")
    assert records(case)[-2:] == [(5, "Closing", 3, "dispose"), (6, "IncomingLetter", 5, "receive")]


def test_a_draft_nobody_signs_any_more_is_withdrawn_and_drafted_anew_after_reopening(desk):
    case = desk.act("end", desk.case_at(12, "approve"), "helpdesk", "withdrawn", {"statement": "Batal"})
    case = desk.act("reopen", case, "sekretaris", 12, "Pemohon kembali")
    assert position(case, desk.cast) == (12, "draft", "kasubag2")
    case = desk.do(desk.do(case, "draft"), "approve")
    letters = ReplyLetter.objects.filter(case=case).order_by("version").values_list("version", "status")
    assert list(letters) == [(1, "ditarik"), (2, "terbit")]


# -- Reopen ------------------------------------------------------------------------------------------------------------

# Ended after this row, reopened at that one: where it stands.
REOPENED = [
    (4, 4, (4, "deliver", "kasubag2")),
    (4, 2, (2, "availability", None)),
    (4, 3, (3, "dispose", "ketua")),
    (11, 10, (10, "prepare", "kasubag2")),
    (11, 7, (7, "review", "kasubag2")),
    (13, 12, (12, "draft", "kasubag2")),
    (13, 13, (13, "deliver", "kasubag2")),
]


@pytest.mark.parametrize(("ended", "step", "after"), REOPENED)
def test_the_sekretaris_reopens_at_a_row_the_case_went_through(desk, ended, step, after):
    case = desk.do(desk.case_at(ended), "deliver")
    number = case.number
    case = desk.act("reopen", case, "sekretaris", step, "Data keliru")
    assert (position(case, desk.cast), case.state, case.ending, case.ended_at) == (after, "open", "", None)
    assert (case.number, records(case)[-1][1]) == (number, "StepRecord")
    assert differences(case, desk.now) == []


def test_a_case_that_ended_before_it_was_assigned_comes_back_to_its_assignment(desk):
    case = desk.act("end", desk.case_at(10), "sekretaris", "withdrawn", {"statement": "Batal"})
    case = desk.act("reopen", case, "sekretaris", 10, "Pemohon kembali")
    assert position(desk.do(case, "assign"), desk.cast) == (10, "prepare", "kasubag2")


def test_data_handed_over_after_a_letter_are_given_as_data(desk):
    case = desk.act("reopen", desk.do(desk.case_at(13), "deliver"), "sekretaris", 8, "Cukup datanya")
    case = desk.do(desk.do(desk.do(case, "identify"), "assign"), "prepare")
    case = desk.do(case, "deliver")
    entries = Expedition.objects.filter(case=case).order_by("act").values_list("step", "letter__version")
    assert (case.ending, list(entries)) == ("given", [(13, 1), (11, None)])


def test_reopening_is_refused(desk):
    open_case, ended = desk.case_at(4), desk.do(desk.case_at(4), "deliver")
    for who in ("helpdesk", "ketua", "kasubag2", "admin"):
        refused = refusal(NotPermitted, desk.act, "reopen", ended, who, 4, "Alasan")
        assert refused.sentence == "Hanya Sekretaris yang dapat membuka kembali permohonan."
    refused = refusal(NotNow, desk.act, "reopen", open_case, "sekretaris", 4, "Alasan")
    assert refused.sentence == "Permohonan ini belum selesai."
    refused = refusal(Incomplete, desk.act, "reopen", ended, "sekretaris", 4, " ")
    assert refused.errors == {"reason": "Tulis alasan membuka kembali."}
    for step in (9, 1):  # never gone through; the entry, where what was written is corrected instead
        refused = refusal(Incomplete, desk.act, "reopen", ended, "sekretaris", step, "Alasan")
        assert refused.errors == {"step": "Pilih langkah yang pernah dilalui permohonan ini."}


# -- Hold, ready, resume -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["kasubag2", "helpdesk", "sekretaris"])
def test_holder_desk_or_sekretaris_holds_and_resumes(desk, who):
    case = desk.act("hold", desk.case_at(7), who, "penjelasan", "Periode datanya", at="08.30")
    hold = Hold.objects.get(case=case)
    assert (case.state, hold.began_at, hold.note, hold.ended_at) == ("held", desk.now, "Periode datanya", None)
    assert case.stays.get(ended=None).due_at is None
    case = desk.act("resume", case, who, "Sudah dijawab", at="09.30")
    hold.refresh_from_db()
    assert (case.state, hold.ended_at, hold.act_ended) == ("open", desk.now, case.act)
    assert position(case, desk.cast) == (7, "review", "kasubag2")


def test_a_hold_is_never_nested_needs_its_words_and_a_case_that_runs(desk):
    case = desk.case_at(7)
    assert refusal(Incomplete, desk.act, "hold", case, "kasubag2", "janji", " ").errors == {
        "note": "Tulis apa yang ditunggu."
    }
    refused = refusal(NotNow, desk.act, "resume", case, "kasubag2")
    assert refused.sentence == "Permohonan ini tidak sedang ditunda."
    case = desk.act("hold", case, "kasubag2", "janji", "Senin")
    refused = refusal(NotNow, desk.act, "hold", case, "kasubag2", "kahar", "Banjir")
    assert refused.sentence == "Permohonan ini sudah ditunda; lanjutkan dulu."
    ended = desk.do(desk.case_at(4), "deliver")
    refused = refusal(NotNow, desk.act, "hold", ended, "helpdesk", "kahar", "Banjir")
    assert refused.sentence == "Permohonan ini sudah selesai."


def test_a_hold_does_not_begin_before_the_last_act(desk):
    case = desk.case_at(7)
    doing = desk.doing("kasubag2", happened_at=case.happened_at - timedelta(seconds=1))
    flood = PutOnHold(reason=HoldReason.FORCE_MAJEURE, note="Banjir")
    refused = refusal(Incomplete, workflow.hold, case.pk, doing, flood)
    assert refused.errors == {"happened_at": "Waktu kejadian mendahului tindakan sebelumnya (08.02)."}


@pytest.mark.parametrize("who", ["kasubag1", "anggota1", "staff", "admin", "pemeriksa", "outsider", "former"])
def test_others_neither_hold_nor_resume(desk, who):
    case = desk.case_at(7)
    refusal(NotPermitted, desk.act, "hold", case, who, "kahar", "Banjir")
    case = desk.act("hold", case, "kasubag2", "kahar", "Banjir")
    refusal(NotPermitted, desk.act, "resume", case, who)


def test_what_is_ready_waits_on_the_petitioner_who_was_told(desk):
    refused = refusal(NotNow, desk.act, "ready", desk.case_at(10), "helpdesk", "telepon")
    assert refused.sentence == "Hanya data atau surat yang siap diserahkan dapat ditandai siap diambil."
    case = desk.case_at(11)
    assert refusal(Incomplete, desk.act, "ready", case, "helpdesk", " ").errors == {
        "notified_via": "Isi lewat apa pemohon diberi tahu."
    }
    case = desk.act("ready", case, "helpdesk", "WhatsApp", "Hubungi ibunya")
    hold = Hold.objects.get(case=case)
    assert (case.state, hold.kind, hold.reason, hold.notified_via) == ("held", "ready", "pengambilan", "WhatsApp")
    refusal(NotNow, desk.act, "ready", case, "helpdesk", "telepon")
    case = desk.do(case, "deliver")
    hold.refresh_from_db()
    assert (case.state, hold.ended_at) == ("ended", desk.now)


def test_nothing_is_done_twice_or_after_the_end(desk):
    case = desk.do(desk.case_at(4), "deliver")
    refused = refusal(AlreadyDone, desk.do, case, "deliver", "kasubag2")
    holder = "Kepala Subbagian Perencanaan, Data dan Informasi"
    assert refused.sentence == f"Langkah ini sudah diselesaikan oleh {desk.cast.kasubag2} ({holder}) pukul 08.05."
    refused = refusal(NotNow, desk.do, case, "review", "kasubag2")
    assert refused.sentence == "Permohonan ini sudah selesai."
