"""Late paper entry: a filled emergency form on one page, all of it or nothing, both times kept."""

import re
from datetime import datetime, timedelta

import pytest
import time_machine

from requests_app import workflow
from requests_app.clock import WITA
from requests_app.models import Disposition, Expedition, InformationRequest, NumberSeries, Stay, StepRecord
from tests.cast import NOW
from tests.observed import differences, minutes, position
from tests.posting import sealed

pytestmark = [pytest.mark.django_db, pytest.mark.alone]
TEN = NOW.replace(hour=10)
NUMBER = "DRT-0001/2026"
UNKNOWN = "Formulir DRT-0010/2026 tidak ada pada daftar cetak. Periksa nomornya, atau centang pernyataan di bawahnya."
AWAITED = "Menurut isian sebelumnya yang ditunggu “{}”, bukan langkah ini."


@pytest.fixture(autouse=True)
def _monday_ten_o_clock(cast, desk):
    workflow.print_forms(1, 9, desk.doing("admin", NOW - timedelta(days=3)))
    with time_machine.travel(TEN, tick=False):
        yield


def at(hour, minute, day=23):
    return datetime(2026, 11, day, hour, minute, tzinfo=WITA)


def times(prefix, ended, began="", on=""):
    """Type the times of one box."""
    before = f"{prefix}-" if prefix else ""
    return {f"{before}ended": ended, f"{before}began": began, f"{before}on": on}


def visitor(cast, **more):
    """Fill in the visitor's form from head to hand-over."""
    kasubag = cast.post("kasubag2").pk
    return {
        "emergency_number": NUMBER, "name": "Ina Lado", "phone": "tidak ada", "addressee": cast.post("ketua").pk,
        "information": "DPT Maulafa", **times("", "08:02", "08:00", "2026-11-23"),
        "availability1-result": "bersedia", **times("availability1", "08:05"),
        "meet1-summary": "DPT per TPS", **times("meet1", "08:15", "08:06"),
        "dispose1-addressee": kasubag, "dispose1-words": "Bantu pemohon", **times("dispose1", "08:18"),
        "deliver1-receiver_name": "Ina Lado", "deliver1-description": "DPT Maulafa", "deliver1-medium": "cetak",
        **times("deliver1", "08:40", "08:20"), **more,
    }  # fmt: skip


def letter(cast, **more):
    """Fill in the letter's form as far as the desk may."""
    return {
        "emergency_number": "drt 2/2026", "sender": "UTR", "subject": "Data pemilih", "channel": "surat",
        "addressee": cast.post("ketua").pk, **times("", "08:03", "08:00", "2026-11-23"),
        "dispose1-addressee": cast.post("sekretaris").pk, "dispose1-words": "Mohon diteruskan",
        **times("dispose1", "08:10"),
        "dispose2-addressee": cast.post("kasubag2").pk, "dispose2-words": "Siapkan", **times("dispose2", "08:20"),
        **more,
    }  # fmt: skip


def send(cast, who, place, data, status=302):
    answer = cast.client(who).post(place, {name: value for name, value in data.items() if value != ""})
    assert answer.status_code == status, said(answer)
    return answer


def said(answer):
    """List the summary's messages with the fields they lead to."""
    return re.findall(r'<li><a href="#([^"]+)">([^<]+)</a>', answer.content.decode())


def stays(case):
    return [(stay.step, stay.task, minutes(stay.working), stay.late) for stay in case.stays.order_by("act_began")]


# -- The whole form ----------------------------------------------------------------------------------------------------


def test_a_visitors_form_is_entered_on_one_page(cast):
    answer = send(cast, "helpdesk", "/susulan/1/", visitor(cast))
    case = InformationRequest.objects.get()
    assert answer["Location"] == f"/permohonan/{case.pk}/"
    assert (case.number, case.received_at, case.emergency_number, case.ending) == (
        "0001/PPID/5371/XI/2026", at(8, 2), NUMBER, "given",
    )  # fmt: skip
    acts = StepRecord.objects.filter(case=case, rawdata=None).order_by("act")
    assert [(row.task, row.happened_at, row.recorded_at, row.is_late_entry) for row in acts] == [
        ("register", at(8, 2), TEN, True), ("availability", at(8, 5), TEN, True), ("meet", at(8, 15), TEN, True),
        ("dispose", at(8, 18), TEN, True), ("deliver", at(8, 40), TEN, True),
    ]  # fmt: skip
    # minutes from the paper's own times: 8.00-8.02, 8.02-8.15 in row 2, 8.15-8.18, 8.18-8.40
    assert stays(case) == [
        (1, "register", 2, False), (2, "availability", 3, False), (2, "meet", 10, True), (3, "dispose", 3, False),
        (4, "deliver", 22, False),
    ]  # fmt: skip
    assert minutes(case.stays.get(task="deliver").waiting) == 22  # who records for another opens nothing
    assert differences(case, TEN) == []
    assert Expedition.objects.get().receiver_name == "Ina Lado"


def test_the_case_page_reports_what_was_stored_and_marks_it(cast):
    client = cast.client("helpdesk")
    sent = {name: value for name, value in visitor(cast).items() if value != ""}
    page = client.post("/susulan/1/", sent, follow=True).content.decode()
    assert "5 langkah dicatat susulan: pemohon didaftarkan, kesediaan pejabat ditanyakan, " in page
    assert "data diberikan. Permohonan selesai." in page
    assert page.count("susulan, dicatat 10.00") == 5
    assert "DRT-0001/2026" in page


def test_a_letter_stops_where_the_desk_may_not_go_on_and_its_kasubag_continues(cast):
    page = cast.client("helpdesk").get("/susulan/5/").content.decode()
    assert "“Catat hasil mencermati” dicatat sendiri oleh Kasubag" in page
    assert [f"{slug}-ended" in page for slug in ("dispose3", "review1", "deliver1")] == [True, False, False]
    send(cast, "helpdesk", "/susulan/5/", letter(cast))
    case = InformationRequest.objects.get()
    assert position(case, cast) == (7, "review", "kasubag2")
    given = Disposition.objects.order_by("act")
    assert [(row.speaker, row.manner, row.confirmation, row.said_at, row.appointment.user) for row in given] == [
        (cast.post("ketua"), "tulisan", "belum", at(8, 10), cast.helpdesk),
        (cast.post("sekretaris"), "tulisan", "belum", at(8, 20), cast.helpdesk),
    ]  # fmt: skip
    rest = {
        **times("review1", "08:30", "08:25", "2026-11-23"), "review1-finding": "lengkap",
        **times("identify1", "08:40"), "identify1-proposal": "konsultasi", "identify1-holding": "dikuasai",
        **times("consult1", "09:10"), "consult1-division": cast.post("anggota1").division_id,
        "consult1-outcome": "arahan", "consult1-order": "data",
        **times("prepare1", "09:30"), "prepare1-description": "DPT", "prepare1-medium": "flashdisk",
        **times("deliver1", "09:45"), "deliver1-receiver_name": "Utusan UTR",
    }  # fmt: skip
    send(cast, "kasubag2", f"/permohonan/{case.pk}/susulan/", rest)
    case.refresh_from_db()
    assert (case.ending, case.ended_at, Expedition.objects.get().medium) == ("given", at(9, 45), "flashdisk")
    assert [(step, took) for step, _, took, _ in stays(case)] == [
        (5, 3), (6, 7), (6, 10), (7, 10), (8, 10), (9, 30), (10, 20), (11, 15),
    ]  # fmt: skip
    assert minutes(case.stays.get(task="review").waiting) == 5  # disposed at 8.20, begun by its own Kasubag at 8.25
    assert differences(case, TEN) == []


def test_an_assignment_may_be_entered_for_the_sekretaris(cast, desk):
    case = desk.case_at(8, at=NOW)
    proposed = {**times("identify1", "08:20", on="2026-11-23"), "identify1-proposal": "letter",
                "identify1-holding": "dikuasai", **times("assign1", "08:30"), "assign1-words": "Balas",
                "assign1-addressee": cast.post("kasubag2").pk}  # fmt: skip
    send(cast, "kasubag2", f"/permohonan/{case.pk}/susulan/", proposed)
    assert position(case, cast) == (12, "draft", "kasubag2")
    given = Disposition.objects.latest("act")
    assert (given.form_of, given.speaker, given.confirmation) == ("tugas", cast.post("sekretaris"), "belum")


def test_the_number_belongs_to_the_year_it_happened_in_and_leaves_no_gap(cast, desk):
    desk.walkin(datetime(2026, 12, 30, 9, tzinfo=WITA))
    january = datetime(2027, 1, 4, 8, tzinfo=WITA)
    desk.walkin(january)
    with time_machine.travel(january + timedelta(hours=1), tick=False):
        send(cast, "helpdesk", "/susulan/1/", visitor(cast, on="2026-12-31"))
    numbers = InformationRequest.objects.order_by("pk").values_list("number", flat=True)
    assert list(numbers) == ["0001/PPID/5371/XII/2026", "0001/PPID/5371/I/2027", "0002/PPID/5371/XII/2026"]
    assert Expedition.objects.get().year == 2026


def test_another_day_holds_for_the_boxes_below(cast):
    sent = visitor(cast, **times("deliver1", "08:40", "", "2026-11-23"), **times("", "15:50", "", "2026-11-20"))
    sent |= times("availability1", "15:52") | times("meet1", "15:58") | times("dispose1", "16:00")
    send(cast, "helpdesk", "/susulan/1/", sent)
    acts = StepRecord.objects.filter(rawdata=None).order_by("act").values_list("happened_at", flat=True)
    assert list(acts) == [at(15, 50, 20), at(15, 52, 20), at(15, 58, 20), at(16, 0, 20), at(8, 40)]
    assert minutes(Stay.objects.get(step=4).working) == 100  # Friday 16.00-16.30, Monday 7.30-8.40


# -- Nothing by halves -------------------------------------------------------------------------------------------------


def refused(cast, place="/susulan/1/", who="helpdesk", **changed):
    """Send a form with something wrong; nothing may be written, and everything typed comes back."""
    sent = visitor(cast, **changed)
    answer = send(cast, who, place, sent, 422)
    page = answer.content.decode()
    assert (InformationRequest.objects.count(), StepRecord.objects.count()) == (0, 0)
    assert not NumberSeries.objects.filter(kind="pendaftaran").exists()
    assert [value for value in sent.values() if isinstance(value, str) and value and value not in page] == []
    assert "Belum ada yang disimpan." in page
    return said(answer)


@pytest.mark.parametrize(
    ("changed", "field", "message"),
    [
        ({"deliver1-ended": "10:01"}, "deliver1-ended", "4 · Data diberikan: Jam selesai tidak boleh di masa depan."),
        ({"meet1-ended": "08:04", "meet1-began": ""}, "meet1-ended",
         "2 · Pemohon bertemu pejabat: Jam selesai mendahului tindakan sebelumnya (08.05)."),
        ({"meet1-began": "08:20"}, "meet1-began", "2 · Pemohon bertemu pejabat: Jam mulai sesudah jam selesai."),
        ({"meet1-began": "08:03"}, "meet1-began",
         "2 · Pemohon bertemu pejabat: Jam mulai mendahului tindakan sebelumnya (08.05)."),
        ({"dispose1-on": "2026-11-22"}, "dispose1-ended",
         "3 · Disposisi lisan: Jam selesai mendahului tindakan sebelumnya (23 November 2026 08.15)."),
        ({"meet1-ended": ""}, "meet1-ended", "2 · Pemohon bertemu pejabat: Isi jam selesainya."),
        ({"ended": ""}, "ended", "1 · Pemohon didaftarkan: Isi jam selesainya."),
        ({"name": ""}, "name", "1 · Pemohon didaftarkan: Isi nama pemohon."),
        ({"dispose1-words": ""}, "dispose1-words", "3 · Disposisi lisan: Tulis isi disposisi."),
        ({"deliver1-medium": ""}, "deliver1-medium",
         "4 · Data diberikan: Lampirkan berkas data baku atau pilih medianya."),
        ({"deliver1-receiver_kind": "kuasa"}, "deliver1-proxy_letter",
         "4 · Data diberikan: Isi nomor atau tanggal surat kuasa yang dilihat."),
        ({"emergency_number": ""}, "emergency_number",
         "1 · Pemohon didaftarkan: Isi nomor formulir darurat, atau centang pernyataan di bawahnya."),
        ({"emergency_number": "DRT-0010/2026"}, "emergency_number",
         f"1 · Pemohon didaftarkan: {UNKNOWN}"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_box_and_nothing_is_stored(cast, changed, field, message):
    assert refused(cast, **changed) == [(f"id_{field}", f"Langkah {message}")]


def test_a_box_left_out_between_two_is_missed(cast):
    empty = {name: "" for name in visitor(cast) if name.startswith("meet1-")}
    message = "Langkah 3 · Disposisi lisan: " + AWAITED.format("Catat pertemuan")
    assert refused(cast, **empty) == [("id_dispose1-ended", message)]


def test_a_box_after_the_end_is_too_much(cast):
    more = {"dispose2-addressee": cast.post("kasubag1").pk, "dispose2-words": "Teruskan", "dispose2-ended": "08:19"}
    (one,) = refused(cast, **more)
    assert one[0] == "id_dispose2-ended"
    assert one[1].endswith(AWAITED.format("Berikan data"))


def test_every_wrong_box_is_named_at_once(cast):
    found = refused(cast, name="", **{"meet1-ended": "", "deliver1-receiver_name": ""})
    assert [field for field, _ in found] == ["id_name", "id_meet1-ended", "id_deliver1-receiver_name"]


def test_a_form_used_already_is_refused_at_its_number(cast, desk):
    case = desk.walkin(NOW, emergency_number=NUMBER)
    answer = send(cast, "helpdesk", "/susulan/1/", visitor(cast), 422)
    message = f"Formulir {NUMBER} sudah dicatat sebagai permohonan {case.number}. Periksa nomor pada formulir."
    assert said(answer) == [("id_emergency_number", f"Langkah 1 · Pemohon didaftarkan: {message}")]
    assert InformationRequest.objects.count() == 1


@pytest.mark.parametrize("number", ["", "D-014"])
def test_plain_paper_is_taken_at_the_clerks_word(cast, number):
    send(cast, "helpdesk", "/susulan/1/", visitor(cast, emergency_number=number, unlisted="on"))
    assert InformationRequest.objects.get().emergency_number == number


def test_a_double_click_enters_the_form_once(cast):
    client = cast.client("helpdesk")
    sent = {name: value for name, value in visitor(cast).items() if value != ""}
    sent["envelope"] = sealed(client.get("/susulan/1/"))
    answers = [client.post("/susulan/1/", sent) for _ in range(2)]
    case = InformationRequest.objects.get()
    assert [answer["Location"] for answer in answers] == [f"/permohonan/{case.pk}/"] * 2
    assert StepRecord.objects.filter(case=case, rawdata=None).count() == 5


def test_an_appointment_lies_after_the_day_it_was_made(cast):
    made = {"availability1-result": "janji", "availability1-appointment_at": "2026-11-23T08:04"}
    early = {
        name: value for name, value in visitor(cast, **made).items() if not name.startswith(("meet", "disp", "deli"))
    }
    answer = send(cast, "helpdesk", "/susulan/1/", early, 422)
    message = "23 November 2026 pukul 08.04 sudah lewat; isi waktu yang akan datang."
    heading = "Langkah 2 · Kesediaan pejabat ditanyakan"
    assert said(answer) == [("id_availability1-appointment_at", f"{heading}: {message}")]
    send(cast, "helpdesk", "/susulan/1/", {**early, "availability1-appointment_at": "2026-11-23T09:00"})
    assert InformationRequest.objects.get().state == "held"


# -- Finding the way ---------------------------------------------------------------------------------------------------


def test_a_case_is_found_by_the_number_on_its_form(cast, desk):
    case = desk.walkin(NOW, emergency_number=NUMBER)
    client = cast.client("kasubag2")
    for typed in ("drt 1/2026", case.number):
        assert client.get("/susulan/", {"nomor": typed})["Location"] == f"/permohonan/{case.pk}/susulan/"
    missing = client.get("/susulan/", {"nomor": "DRT-0009/2026"})
    assert (missing.status_code, "Tidak ada permohonan bernomor DRT-0009/2026." in missing.content.decode()) == (
        404,
        True,
    )


def test_the_ways_in(cast, desk):
    case = desk.case_at(7, at=NOW)
    assert 'href="/susulan/"' in cast.client("helpdesk").get("/").content.decode()
    assert 'href="/susulan/"' in cast.client("kasubag2").get("/permohonan/").content.decode()
    assert 'href="/susulan/"' not in cast.client("pemeriksa").get("/permohonan/").content.decode()
    place = f'href="/permohonan/{case.pk}/susulan/"'
    pages = {who: cast.client(who).get(f"/permohonan/{case.pk}/").content.decode() for who in ("kasubag2", "helpdesk")}
    assert {who: place in page for who, page in pages.items()} == {"kasubag2": True, "helpdesk": False}


def test_what_was_typed_comes_back_after_a_login(cast):
    page = cast.client("helpdesk").post("/susulan/1/", {"_tinjau": "1", **visitor(cast)}).content.decode()
    assert [word in page for word in ("DPT per TPS", "08:18", "Bantu pemohon")] == [True] * 3
    assert (InformationRequest.objects.count(), "Belum ada yang disimpan" in page) == (0, False)


def test_a_day_typed_wrong_is_named(cast):
    answer = send(cast, "helpdesk", "/susulan/1/", visitor(cast, on="kemarin"), 422)
    message = "Langkah 1 · Pemohon didaftarkan: Periksa tanggal: tulis tanggal, misalnya 23/11/2026."
    assert said(answer) == [("id_on", message)]
