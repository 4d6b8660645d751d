"""What each task demands before it completes: each message at its field; branches, orders, hops, returned letters."""

import pytest

from requests_app import workflow
from requests_app.models import Disposition, Division, RawData, ReplyLetter
from requests_app.models.records import Confirmation
from requests_app.rules.refusals import Incomplete, NotNow, NotPermitted
from requests_app.workflow.taken import Meet, MeetAndDispose
from tests.cast import instruction
from tests.observed import position, records, refusal, snapshot

# -- Outputs demanded: row, task, what is sent, the message at its field -----------------------------------------------

NOT_MEETABLE = {"official": "Pilih Ketua, Anggota, atau Sekretaris."}
NO_OFFICIAL = {"official": "Pilih pejabat yang ditemui."}
NO_WORDS = {"instructions": "Pilih isi disposisi atau tulis catatannya."}
NO_BODY = {"body": "Isi surat masih kosong."}
NO_DATA = {"description": "Uraikan data baku yang diberikan."}
NO_MEDIUM = {"medium": "Lampirkan berkas data baku atau pilih medianya."}
NO_ARTICLE = {"excluded_article": "Pilih pasal 17 yang menjadi dasar penolakan."}
NO_ATTACHMENT = {"no_attachment": "Uraikan dan lampirkan data baku, atau nyatakan “tanpa lampiran”."}
IN_WRITING = {"proposal": "Informasi yang dikecualikan ditolak secara tertulis: pilih surat balasan."}
NO_RECEIVER = {"receiver_name": "Isi nama penerima."}
NO_PROXY = {"proxy_letter": "Isi nomor atau tanggal surat kuasa yang dilihat."}
NO_WAYBILL = {"waybill": "Isi nomor resi kurir."}
ONWARD = {"addressee": "Pilih Kasubag atau pejabat yang meneruskan disposisi."}
TWO_ORDERS = {"instructions": "Pilih salah satu: data saja atau surat balasan."}
DEMANDS = [
    (2, "availability", lambda post: {"official": post("kasubag1")}, NOT_MEETABLE),
    (2, "availability", lambda post: {"result": "janji"}, {"appointment_at": "Isi tanggal dan jam janji temu."}),
    (2, "meet", lambda post: {"official": post("staff")}, NO_OFFICIAL),
    (3, "dispose", lambda post: {"addressee": post("anggota1")}, ONWARD),
    (3, "dispose", lambda post: {"words": " "}, NO_WORDS),
    (6, "dispose", lambda post: {"addressee": post("ketua")}, ONWARD),
    (6, "dispose", lambda post: {"words": ""}, NO_WORDS),
    (6, "dispose", lambda post: {"order": "data", "instructions": [instruction("Siapkan surat balasan")]}, TWO_ORDERS),
    (8, "identify", lambda post: {"excluded_article": "17h"}, IN_WRITING),
    (9, "consult", lambda post: {"order": ""}, {"order": "Pilih arahan divisi: data saja atau surat balasan."}),
    (9, "consult", lambda post: {"outcome": "wawancara"}, {"interview_at": "Isi tanggal dan jam wawancara."}),
    (10, "assign", lambda post: {"addressee": post("staff")}, {"addressee": "Pilih Kasubag yang ditugaskan."}),
    (10, "prepare", lambda post: {"description": " "}, NO_DATA),
    (10, "prepare", lambda post: {"medium": ""}, NO_MEDIUM),
    (12, "draft", lambda post: {"signer": post("anggota1")},
     {"signer": "Surat balasan ditandatangani Ketua atau Sekretaris."}),
    (12, "draft", lambda post: {"outcome": "refused"}, NO_ARTICLE),
    (12, "draft", lambda post: {"outcome": "partly_refused"}, NO_ARTICLE),
    (12, "draft", lambda post: {"body": "  "}, NO_BODY),
    (12, "draft", lambda post: {"no_attachment": False}, NO_ATTACHMENT),
    (12, "approve", lambda post: {"decision": "kembalikan", "note": " "},
     {"note": "Tulis catatan perbaikan untuk Kasubag."}),
    (4, "deliver", lambda post: {"description": ""}, NO_DATA),
    (4, "deliver", lambda post: {"medium": ""}, NO_MEDIUM),
    (4, "deliver", lambda post: {"receiver_name": ""}, NO_RECEIVER),
    (11, "deliver", lambda post: {"receiver_name": " "}, NO_RECEIVER),
    (11, "deliver", lambda post: {"receiver_kind": "kuasa"}, NO_PROXY),
    (13, "deliver", lambda post: {"receiver_kind": "kurir"}, NO_WAYBILL),
    (13, "deliver", lambda post: {"receiver_name": ""}, NO_RECEIVER),
]  # fmt: skip


@pytest.mark.parametrize(
    ("step", "task", "sent", "message"),
    DEMANDS,
    ids=[f"{row[0]}-{row[1]}-{min(row[3])}-{number}" for number, row in enumerate(DEMANDS)],
)
def test_a_task_without_its_output_is_refused_at_the_field(desk, step, task, sent, message):
    case = desk.case_at(step, task)
    before = snapshot(case)
    refused = refusal(Incomplete, desk.do, case, task, **sent(desk.cast.post))
    assert refused.errors == message
    assert snapshot(case) == before


def test_a_disposition_is_not_given_to_oneself(desk):
    case = desk.do(desk.case_at(6), "dispose", addressee=desk.cast.post("sekretaris"))
    refused = refusal(Incomplete, desk.do, case, "dispose", addressee=desk.cast.post("sekretaris"))
    assert refused.errors == {"addressee": "Disposisi tidak dapat ditujukan kepada pemberinya sendiri."}


# -- Hops --------------------------------------------------------------------------------------------------------------


def test_an_oral_disposition_goes_through_the_sekretaris(desk):
    case = desk.do(desk.case_at(3), "dispose", addressee=desk.cast.post("sekretaris"))
    assert position(case, desk.cast) == (3, "dispose", "sekretaris")
    case = desk.do(case, "dispose")
    assert position(case, desk.cast) == (4, "deliver", "kasubag2")
    hops = Disposition.objects.filter(case=case).order_by("act")
    assert [(hop.form_of, hop.speaker, hop.addressee) for hop in hops] == [
        ("lisan", desk.cast.post("ketua"), desk.cast.post("sekretaris")),
        ("lisan", desk.cast.post("sekretaris"), desk.cast.post("kasubag2")),
    ]


def test_a_written_disposition_goes_through_anggota_and_sekretaris_in_one_stay_of_the_row(desk):
    case = desk.do(desk.case_at(6), "dispose", addressee=desk.cast.post("anggota2"))
    assert position(case, desk.cast) == (6, "dispose", "anggota2")
    case = desk.do(case, "dispose", addressee=desk.cast.post("sekretaris"))
    case = desk.do(case, "dispose")
    assert position(case, desk.cast) == (7, "review", "kasubag2")
    assert list(case.stays.filter(step=6).values_list("run", flat=True)) == [2, 2, 2]


def test_the_meeting_and_its_disposition_in_one_go(desk):
    case = desk.case_at(2, "meet")
    at = desk.clock("08.20")
    doing = desk.doing("ketua", "08.25")
    both = MeetAndDispose(meeting=Meet(summary="Rekapitulasi"), disposition=desk.plausible(case, "dispose"), met_at=at)
    case = workflow.meet_and_dispose(case.pk, both, doing).case
    assert position(case, desk.cast) == (4, "deliver", "kasubag2")
    assert records(case)[-2:] == [(4, "Meeting", 2, "meet"), (5, "Disposition", 3, "dispose")]
    assert [row.happened_at for row in case.records.filter(act__gte=4).order_by("act")] == [at, doing.now]


def test_meeting_and_disposing_in_one_go_waits_for_the_meeting(desk):
    case = desk.case_at(2)
    both = MeetAndDispose(meeting=Meet(), disposition=desk.plausible(case, "dispose"))
    refused = refusal(NotNow, workflow.meet_and_dispose, case.pk, both, desk.doing("ketua"))
    assert refused.sentence == "Langkah ini belum sampai: yang ditunggu sekarang “Tanyakan kesediaan pejabat”."


def test_an_official_not_met_does_not_record_the_meeting(desk):
    case = desk.case_at(2, "meet")
    both = MeetAndDispose(meeting=Meet(), disposition=desk.plausible(case, "dispose"))
    refused = refusal(NotPermitted, workflow.meet_and_dispose, case.pk, both, desk.doing("anggota1"))
    assert refused.sentence == (
        "“Catat disposisi lisan” menunggu Ketua KPU Kota Kupang; hanya pemegang jabatan itu yang dapat melakukannya."
    )


def test_availability_at_another_official_or_by_appointment(desk):
    case = desk.case_at(2)
    other = desk.cast.post("sekretaris")
    case = desk.do(case, "availability", official=other, result="pejabat_lain")
    assert (position(case, desk.cast), case.addressee) == ((2, "meet", None), other)
    case = desk.case_at(2)
    case = desk.do(case, "availability", result="janji", appointment_at=desk.clock("13.00"), at="08.30")
    assert (position(case, desk.cast), case.state) == ((2, "availability", None), "held")
    case = desk.do(case, "availability", at="13.00")
    assert (position(case, desk.cast), case.state) == ((2, "meet", None), "open")


# -- Recorded on the official's behalf (decision 7) --------------------------------------------------------------------


def test_a_disposition_recorded_for_another_names_how_it_was_said_and_stays_unconfirmed(desk):
    case = desk.case_at(6)
    manner = {"manner": "Pilih cara disposisi disampaikan: diucapkan, tulisan tangan, atau WhatsApp."}
    assert refusal(Incomplete, desk.do, case, "dispose", "helpdesk", manner="sendiri").errors == manner
    case = desk.do(case, "dispose", "helpdesk", manner="whatsapp")
    said = Disposition.objects.get(case=case)
    assert (said.speaker, said.appointment.post, said.manner, said.confirmation, said.on_behalf_of) == (
        desk.cast.post("ketua"), desk.cast.post("helpdesk"), "whatsapp", Confirmation.PENDING, desk.cast.post("ketua")
    )  # fmt: skip
    assert said.speaker_appointment.user == desk.cast.ketua


def test_a_kasubag_records_only_what_was_given_to_itself(desk):
    case = desk.case_at(6)
    refused = refusal(NotPermitted, desk.do, case, "dispose", "kasubag1")
    assert refused.sentence == "Kasubag hanya mencatat disposisi yang ditujukan kepadanya sendiri."
    assert position(desk.do(case, "dispose", "kasubag2"), desk.cast) == (7, "review", "kasubag2")


# -- Orders and assignment (decision 4) --------------------------------------------------------------------------------

ASSIGNMENTS = [
    ("", "data", (10, "assign", "sekretaris")),
    ("", "letter", (12, "assign", "sekretaris")),
    ("data", "data", (10, "prepare", "kasubag2")),
    ("data", "letter", (12, "assign", "sekretaris")),
    ("letter", "letter", (12, "draft", "kasubag2")),
    ("letter", "data", (10, "assign", "sekretaris")),
]


@pytest.mark.parametrize(("order", "proposal", "after"), ASSIGNMENTS)
def test_an_order_given_is_the_assignment_when_it_is_what_is_proposed(desk, order, proposal, after):
    case = desk.do(desk.case_at(6), "dispose", order=order)
    case = desk.do(case, "review")
    assert position(desk.do(case, "identify", proposal=proposal), desk.cast) == after


def test_a_usual_order_on_the_sheet_is_the_assignment_too(desk):
    orders = [instruction("Siapkan surat balasan"), instruction("Untuk diketahui")]
    case = desk.do(desk.case_at(6), "dispose", instructions=orders, words="")
    assert Disposition.objects.get(case=case).text == "Siapkan surat balasan; Untuk diketahui."
    case = desk.do(desk.do(case, "review"), "identify", proposal="letter")
    assert position(case, desk.cast) == (12, "draft", "kasubag2")


SWITCHES = [
    (10, {}, (10, "prepare", "kasubag2")),
    (10, {"order": "letter"}, (12, "draft", "kasubag2")),
    (12, {}, (12, "draft", "kasubag2")),
    (12, {"order": "data"}, (10, "prepare", "kasubag2")),
]


@pytest.mark.parametrize(("step", "order", "after"), SWITCHES)
def test_the_assigner_confirms_or_switches_between_data_and_letter(desk, step, order, after):
    assert position(desk.do(desk.case_at(step), "assign", **order), desk.cast) == after


def test_the_assigner_switches_by_a_usual_order_too(desk):
    case = desk.do(desk.case_at(10), "assign", instructions=[instruction("Siapkan surat balasan")])
    assert position(case, desk.cast) == (12, "draft", "kasubag2")


def test_the_assigner_may_name_another_kasubag(desk):
    case = desk.do(desk.case_at(10), "assign", "ketua", addressee=desk.cast.post("kasubag4"))
    assert position(case, desk.cast) == (10, "prepare", "kasubag4")


def test_an_interview_holds_the_case_at_row_9(desk):
    at = desk.clock("13.00")
    case = desk.do(desk.case_at(9, at="08.05"), "consult", outcome="wawancara", order="", interview_at=at)
    assert (position(case, desk.cast), case.state, case.order) == ((9, "consult", "kasubag2"), "held", "")
    case = desk.do(case, "consult", division=Division.objects.last(), order="letter", at="13.30")
    assert (position(case, desk.cast), case.state, case.order) == ((12, "draft", "kasubag2"), "open", "letter")


# -- The reply letter --------------------------------------------------------------------------------------------------


def test_a_letter_returned_twice_keeps_each_version_and_gets_one_number(desk):
    case = desk.case_at(12, "draft")
    for note in ("Perbaiki alamat", "Perbaiki hal"):
        case = desk.do(case, "draft")
        case = desk.do(case, "approve", decision="kembalikan", note=note)
        assert position(case, desk.cast) == (12, "draft", "kasubag2")
    case = desk.do(desk.do(case, "draft"), "approve")
    letters = ReplyLetter.objects.filter(case=case).order_by("version")
    assert [(letter.version, letter.status, letter.number) for letter in letters] == [
        (1, "dikembalikan", None),
        (2, "dikembalikan", None),
        (3, "terbit", "1/PL.02-SD/5371/KPU-Kot/XI/2026"),
    ]
    assert letters[2].signed_as.user == desk.cast.ketua
    assert list(case.stays.filter(step=12).values_list("task", flat=True)) == [
        "assign", "draft", "approve", "draft", "approve", "draft", "approve",
    ]  # fmt: skip


def test_the_data_of_a_returned_letter_stay_with_the_next_version(desk):
    given = {"no_attachment": False, "description": "DPT per kecamatan", "medium": "surel"}
    case = desk.do(desk.case_at(12, "draft"), "draft", **given)
    case = desk.do(case, "approve", decision="kembalikan", note="Perbaiki hal")
    case = desk.do(case, "draft", no_attachment=False)
    first, second = ReplyLetter.objects.filter(case=case).order_by("version")
    assert first.raw_data == second.raw_data
    assert first.raw_data.description == "DPT per kecamatan"


OUTCOMES = [
    ("given", "", "replied"),
    ("refused", "17h", "refused"),
    ("partly_refused", "17h", "partly_refused"),
    ("not_held", "", "not_held"),
    ("not_documented", "", "not_documented"),
]


@pytest.mark.parametrize(("outcome", "article", "ending"), OUTCOMES)
def test_the_letters_decision_is_the_cases_end(desk, outcome, article, ending):
    case = desk.do(desk.case_at(12, "draft"), "draft", outcome=outcome, excluded_article=article)
    case = desk.do(desk.do(case, "approve"), "deliver")
    assert (case.state, case.ending) == ("ended", ending)


def test_a_note_on_prepared_data_is_kept_with_them_and_one_on_a_draft_with_the_letter_alone(desk):
    case = desk.do(desk.case_at(10, "prepare"), "prepare", note="Tanpa NIK")
    assert RawData.objects.get(case=case).note == "Tanpa NIK"
    given = {"no_attachment": False, "description": "DPT", "medium": "surel", "note": "Segera"}
    case = desk.do(desk.case_at(12, "draft"), "draft", **given)
    notes = RawData.objects.get(case=case).note, ReplyLetter.objects.get(case=case).note
    assert notes == ("", "Segera")
