"""The rows of the books, whole: every column of every kind of row, compared with what a clerk would write by hand."""

from datetime import date, datetime, timedelta

import pytest

from requests_app import documents, workflow
from requests_app.books import shelf
from requests_app.clock import WITA
from requests_app.models import Expedition, IncomingLetter
from requests_app.printing import read_period
from requests_app.printing.rows import (
    AgendaRow,
    ExpeditionRow,
    LetterRow,
    RegisterRow,
    agenda_rows,
    covered,
    expedition_rows,
    letter_rows,
    register_rows,
)
from tests.books.test_shelf import scan
from tests.cast import NOW, post

pytestmark = pytest.mark.django_db
NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))
DAY = date(2026, 11, 23)


def at(day: int, clock: str, month: int = 11) -> datetime:
    hour, minute = clock.split(".")
    return datetime(2026, month, day, int(hour), int(minute), tzinfo=WITA)


# -- The expedition book -----------------------------------------------------------------------------------------------

PLAIN = {"letter": "Data baku, permohonan no. 0001", "contents": "Data baku: DPT per kecamatan",
         "addressed_to": "Yohanis Umbu", "remark": "Cetakan", "receiver": "Yohanis Umbu", "signed_copy": False,
         "signed_file": None, "refused": ""}  # fmt: skip


def handed(desk, **more):
    """Hand data over to a visitor at nine."""
    case = desk.case_at(4)
    return desk.do(case, "deliver", at="09.00", **more)


def expedition(case, **more) -> ExpeditionRow:
    known = {"case_id": case.pk, "case_number": "0001/PPID/5371/XI/2026", "number": "0001", "sent_at": at(23, "09.00")}
    return ExpeditionRow(**{**PLAIN, **known, **more})


@pytest.mark.parametrize(
    ("sent", "columns"),
    [
        ({}, {}),
        (
            {"receiver_kind": "kuasa", "receiver_name": "Andi", "proxy_letter": "SK 1", "handed_medium": "flashdisk"},
            {"receiver": "Andi (kuasa, SK 1)", "remark": "Flash disk"},
        ),
        (
            {"receiver_kind": "kurir", "receiver_name": "JNE", "waybill": "R-9", "handed_medium": "kurir"},
            {"receiver": "JNE (kurir/pos)", "remark": "Kurir/pos; resi R-9"},
        ),
        (
            {"receiver_kind": "elektronik", "receiver_name": "y@example.id", "handed_medium": "surel"},
            {"receiver": "y@example.id (dikirim secara elektronik)", "remark": "Surel"},
        ),
        (
            {
                "refused_to_sign": True,
                "witness": "Budi",
                "archive_place": "Rak 1",
                "cost": "Rp5.000",
                "remark": "segera",
            },
            {"refused": "menolak tanda tangan, saksi Budi", "remark": "Cetakan; arsip: Rak 1; biaya: Rp5.000; segera"},
        ),
    ],
)
def test_a_hand_over_in_every_column(desk, sent, columns):
    case = handed(desk, **sent)
    assert expedition_rows(*NOVEMBER) == [expedition(case, **columns)]


def test_a_letter_goes_out_under_its_own_date_and_number(desk):
    case = desk.do(desk.case_at(13), "deliver", at="09.00")
    assert expedition_rows(*NOVEMBER) == [
        expedition(case, letter="23 November 2026, 1/PL.02-SD/5371/KPU-Kot/XI/2026", contents="Data pemilih",
                   addressed_to="Universitas Timor Raya"),
    ]  # fmt: skip


def test_a_signed_slip_or_sheet_and_archive_places_stand_beside_the_row_of_their_hand_over_alone(desk):
    slip = documents.Upload("tanda.csv", "text/csv", b"a;b\n1;2\n", None)
    first, second, third = handed(desk, receipt=[slip]), handed(desk), handed(desk)
    row = Expedition.objects.get(case=second)
    for place in ("Lemari 2", "Lemari 3"):
        shelf.put_beside([row], desk.cast.acting("helpdesk"), NOW, scan=scan(), place=place)
    rows = expedition_rows(*NOVEMBER)
    sheet = row.beside.get(kind="pindaian").file_id
    assert [(row.case_id, row.signed_copy, row.signed_file, row.signed, row.remark) for row in rows] == [
        (first.pk, True, None, "bertanda tangan", "Cetakan"),
        (second.pk, True, sheet, "bertanda tangan", "Cetakan; arsip: Lemari 2; arsip: Lemari 3"),
        (third.pk, False, None, "", "Cetakan"),
    ]  # fmt: skip


def test_corrections_stand_beside_the_row_they_correct_in_their_order(desk):
    first, _ = handed(desk), handed(desk)
    entry = Expedition.objects.get(case=first)
    desk.act("correct", first, "sekretaris", entry, {}, "Dua lembar", at="10.00")
    desk.act("correct", first, "sekretaris", entry, {}, "Tiga lembar", at=at(24, "10.00"))
    said = "Koreksi {} November 2026: buku ekspedisi, {}"
    assert [row.remark for row in expedition_rows(*NOVEMBER)] == [
        f"Cetakan; {said.format(23, 'Dua lembar')}; {said.format(24, 'Tiga lembar')}", "Cetakan",
    ]  # fmt: skip


def test_a_late_entry_into_a_closed_month_says_both(desk):
    desk.now = at(30, "08.00", 10)
    handed(desk)
    case = desk.case_at(4)
    shelf.close_month(read_period("2026-10"), desk.cast.acting("admin", at(2, "08.00")), at(2, "08.00"))
    doing = workflow.Doing(
        desk.cast.acting("kasubag2", at(2, "09.00")), at(2, "09.00"), happened_at=at(30, "15.00", 10)
    )
    case = workflow.complete(case.pk, desk.plausible(case, "deliver"), doing).case
    assert expedition_rows(*NOVEMBER) == [
        expedition(case, case_number="0002/PPID/5371/X/2026", number="0002", sent_at=at(30, "15.00", 10),
                   letter="Data baku, permohonan no. 0002",
                   remark="Cetakan; susulan, dicatat 2 November 2026 09.00; untuk Oktober 2026 yang sudah ditutup"),
    ]  # fmt: skip
    assert [row.remark for row in expedition_rows(date(2026, 10, 1), date(2026, 10, 31))] == ["Cetakan"]


# -- The agenda of incoming letters ------------------------------------------------------------------------------------


def agenda(case, **more) -> AgendaRow:
    plain = {"case_id": case.pk, "case_number": "0001/PPID/5371/XI/2026", "agenda_number": "0001",
             "received_at": at(23, "09.00"), "letter_date": None, "letter_number": "",
             "sender": "Universitas Timor Raya", "subject": "Permohonan data pemilih", "enclosure": "",
             "remark": ""}  # fmt: skip
    return AgendaRow(**{**plain, **more})


def test_a_letter_received_in_every_column(desk):
    plain = desk.letter(at="09.00")
    whole = desk.letter(at="09.00", sender="LSM", subject="DPT", letter_number="12/A", letter_date=date(2026, 11, 20),
                        enclosure="1 berkas", nature="rahasia")  # fmt: skip
    letter = IncomingLetter.objects.get(case=whole)
    desk.act("correct", whole, "helpdesk", letter, {"subject": "DPTb"}, "Salah dengar", at=at(24, "08.00"))
    assert agenda_rows(*NOVEMBER) == [
        agenda(plain),
        agenda(whole, case_number="0002/PPID/5371/XI/2026", agenda_number="0002", sender="LSM", subject="DPTb",
               letter_number="12/A", letter_date=date(2026, 11, 20), enclosure="1 berkas",
               remark="Rahasia; Koreksi 24 November 2026: perihal, Salah dengar"),
    ]  # fmt: skip


@pytest.mark.parametrize(("minutes", "said"), [(5, ""), (6, "susulan, dicatat 23 November 2026 09.06")])
def test_an_arrival_entered_later_than_five_minutes_is_told(desk, minutes, said):
    now = at(23, "09.00") + timedelta(minutes=minutes)
    doing = workflow.Doing(desk.cast.acting("helpdesk"), now, happened_at=at(23, "09.00"))
    case = workflow.start(post(desk.cast), doing).case
    assert agenda_rows(*NOVEMBER) == [agenda(case, remark=said)]
    assert [row.late_entry for row in register_rows(*NOVEMBER)] == [said]


# -- The letters sent --------------------------------------------------------------------------------------------------


def sent(case, sequence: int, **more) -> LetterRow:
    plain = {"case_id": case.pk, "case_number": case.number, "number": f"{sequence}/PL.02-SD/5371/KPU-Kot/XI/2026",
             "letter_date": DAY, "recipient": "Pemohon", "subject": "Data pemilih", "enclosure": "-",
             "remark": ""}  # fmt: skip
    return LetterRow(**{**plain, **more})


def test_a_letter_sent_in_every_column(desk):
    plain = desk.do(desk.case_at(12, "approve"), "approve")
    attached = {"no_attachment": False, "description": "DPT", "medium": "cetak", "nature": "segera",
                "recipient": "Dekan", "subject": "DPT per TPS"}  # fmt: skip
    given = desk.do(desk.do(desk.do(desk.case_at(12, "draft"), "draft", **attached), "approve"), "deliver")
    cancelled = desk.act("cancel_letter", desk.case_at(13), "ketua", "Salah alamat")
    desk.case_at(12, "approve")  # waits for its number still
    assert letter_rows(*NOVEMBER) == [
        sent(plain, 1),
        sent(given, 2, recipient="Dekan", subject="DPT per TPS", enclosure="DPT",
             remark="Segera; Diserahkan 23 November 2026, ekspedisi nomor 0001"),
        sent(cancelled, 3, remark="BATAL"),
    ]  # fmt: skip


def test_books_hold_their_first_and_their_last_day(desk):
    case = desk.do(desk.case_at(12, "approve", at=at(20, "08.00")), "approve")
    desk.do(case, "deliver")
    day = date(2026, 11, 20)
    for rows in (agenda_rows, register_rows, letter_rows, expedition_rows):
        found = [len(rows(begin, end)) for begin, end in (
            (day, day), (day - timedelta(1), day), (day, day + timedelta(1)),
            (day - timedelta(1), day - timedelta(1)), (day + timedelta(1), day + timedelta(1)),
        )]  # fmt: skip
        assert found == [1, 1, 1, 0, 0]


def test_a_day_of_the_books_begins_at_midnight_in_wita(desk):
    early, late = desk.letter(at=at(24, "00.00")), desk.letter(at=at(24, "23.59"))
    desk.letter(at=at(25, "00.00"))
    day = (date(2026, 11, 24), date(2026, 11, 24))
    assert (
        [row.case_id for row in agenda_rows(*day)]
        == [row.case_id for row in register_rows(*day)]
        == [early.pk, late.pk]
    )


# -- The register (PPID-C) ---------------------------------------------------------------------------------------------


def register(case, **more) -> RegisterRow:
    plain = {"case_id": case.pk, "number": case.number, "received_at": at(23, "08.01"), "name": "Yohanis Umbu",
             "address": "", "contact": "0812 3456 7890", "occupation": "",
             "information": "Rekapitulasi DPT per kecamatan", "purpose": "", "holding": "", "form": "", "manner": "",
             "decision": "", "refusal": "", "noticed_on": None, "due_on": date(2026, 12, 7), "given_on": None,
             "cost": "", "missing": ("alamat", "pekerjaan", "tujuan"), "late_entry": ""}  # fmt: skip
    return RegisterRow(**{**plain, **more})


def test_a_request_in_every_column(desk):
    person = {"address": "Jl. Veteran 1", "occupation": "Dosen", "email": "y@example.id", "purpose": "Skripsi"}
    case = desk.walkin(form="hardcopy", emergency_number="DRT-0007/2026", **person)
    assert register_rows(*NOVEMBER) == [
        register(case, address="Jl. Veteran 1", occupation="Dosen", contact="0812 3456 7890 / y@example.id",
                 purpose="Skripsi", form="hardcopy", manner="salinan", missing=(), late_entry="formulir DRT-0007/2026"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("form", "columns"),
    [("softcopy", ("softcopy", "salinan")), ("hardcopy", ("hardcopy", "salinan")), ("melihat", ("", "melihat"))],
)
def test_the_form_asked_for_unless_identified_otherwise(desk, form, columns):
    desk.walkin(form=form)
    case = desk.do(desk.case_at(8), "identify", form=form)
    assert [(row.form, row.manner, row.holding) for row in register_rows(*NOVEMBER)] == [
        (*columns, ""),
        (*columns, "ya"),
    ]
    assert case.form == form


def test_what_is_missing_of_a_person_and_what_was_erased(desk):
    nobody, erased = desk.walkin(phone="tidak ada", purpose="Skripsi"), desk.walkin()
    person = erased.petitioner
    person.name, person.phone, person.erased_at = "", "", NOW
    person.save()
    assert register_rows(*NOVEMBER) == [
        register(nobody, contact="tidak ada", purpose="Skripsi", missing=("alamat", "pekerjaan")),
        register(erased, received_at=at(23, "08.02"), name="(data pribadi dihapus)", contact="", missing=()),
    ]  # fmt: skip


def test_a_nameless_row_says_so(desk):
    case = desk.walkin(name="")
    assert [(row.name, row.missing) for row in register_rows(*NOVEMBER)] == [
        ("belum diisi", ("alamat", "pekerjaan", "tujuan"))
    ]
    assert case.petitioner.name == ""


def test_what_became_of_a_request_in_every_column(desk):
    refused = desk.case_at(12, "draft")
    refused = desk.do(refused, "draft", outcome="refused", excluded_article="17h")
    refused = desk.do(desk.do(refused, "approve"), "deliver", cost="Rp5.000", at=at(24, "00.30"))
    (row,) = register_rows(*NOVEMBER)
    assert (row.holding, row.decision, row.refusal, row.noticed_on, row.due_on, row.given_on, row.cost) == (
        "ya", "Ditolak", "Pasal 17 huruf h – rahasia pribadi", DAY, None, None, "Rp5.000",
    )  # fmt: skip


def test_the_day_data_were_given_is_a_day_in_wita(desk):
    desk.do(desk.case_at(11), "deliver", at=at(24, "00.30"))
    assert [(row.given_on, row.decision) for row in register_rows(*NOVEMBER)] == [(date(2026, 11, 24), "Diberikan")]


@pytest.mark.parametrize(
    ("holding", "said"), [("dikuasai", "ya"), ("tidak", "tidak"), ("belum", "belum didokumentasikan")]
)
def test_whether_the_office_holds_it_as_last_identified(desk, holding, said):
    case = desk.do(desk.case_at(8), "identify", holding=holding)
    assert [row.holding for row in register_rows(*NOVEMBER)] == [said]
    assert case.step == 10


@pytest.mark.parametrize(
    ("ending", "more", "said"),
    [
        ("not_held", {"holding_body": "Dukcapil"}, "tidak"),
        ("not_documented", {"until": date(2027, 1, 4)}, "belum didokumentasikan"),
        ("withdrawn", {}, "ya"),
    ],
)
def test_an_ending_says_more_than_what_was_identified(desk, ending, more, said):
    case = desk.do(desk.case_at(8), "identify", proposal="konsultasi")
    desk.act("end", case, "kasubag2", ending, {"statement": "-", **more})
    assert [row.holding for row in register_rows(*NOVEMBER)] == [said]


def test_the_newest_of_several_is_told(desk):
    case = desk.do(desk.case_at(11), "deliver", at="09.00")
    case = desk.act("reopen", case, "sekretaris", 8, "Kurang", at=at(24, "09.00"))
    case = desk.do(case, "identify", holding="tidak", form="melihat")
    desk.do(desk.do(case, "prepare"), "deliver", at=at(25, "09.00"), cost="Rp1.000")
    (row,) = register_rows(*NOVEMBER)
    assert (row.holding, row.manner, row.given_on, row.cost) == ("tidak", "melihat", date(2026, 11, 25), "Rp1.000")


# -- Rahasia, order, pages ---------------------------------------------------------------------------------------------


def test_a_covered_row_keeps_its_number_and_day_alone(desk):
    case = desk.case_at(12, "approve", nature="rahasia", letter_date=date(2026, 11, 20))
    case = desk.do(desk.do(case, "approve"), "deliver", at="09.00", cost="Rp1.000")
    other = handed(desk)
    hidden = frozenset({case.pk})
    rahasia = "[Rahasia]"
    numbers = {"case_id": case.pk, "case_number": "0001/PPID/5371/XI/2026"}
    assert covered(expedition_rows(*NOVEMBER), hidden)[0] == ExpeditionRow(
        **numbers, number="0001", sent_at=at(23, "09.00"), letter=rahasia, contents=rahasia, addressed_to=rahasia,
        remark=rahasia, receiver=rahasia, signed_copy=False, signed_file=None, refused=rahasia,
    )  # fmt: skip
    assert covered(agenda_rows(*NOVEMBER), hidden) == [
        AgendaRow(**numbers, agenda_number="0001", received_at=at(23, "08.01"), letter_date=None, letter_number=rahasia,
                  sender=rahasia, subject=rahasia, enclosure=rahasia, remark=rahasia),
    ]  # fmt: skip
    assert covered(letter_rows(*NOVEMBER), hidden) == [
        LetterRow(**numbers, number="1/PL.02-SD/5371/KPU-Kot/XI/2026", letter_date=DAY, recipient=rahasia,
                  subject=rahasia, enclosure=rahasia, remark=rahasia),
    ]  # fmt: skip
    first, second = covered(register_rows(*NOVEMBER), hidden)
    texts = ("name address contact occupation information purpose holding form manner decision refusal cost").split()
    assert first == RegisterRow(
        case_id=case.pk, number=case.number, received_at=at(23, "08.01"), **dict.fromkeys(texts, rahasia),
        noticed_on=None, due_on=None, given_on=None, missing=(), late_entry="",
    )  # fmt: skip
    assert (second.case_id, second.name) == (other.pk, "Yohanis Umbu")


def test_a_page_of_a_book_is_a_part_of_it_in_its_order(desk):
    cases = [handed(desk) for _ in range(3)] + [desk.do(desk.case_at(13), "deliver") for _ in range(3)]
    for rows, filled in (
        (expedition_rows, cases),
        (register_rows, cases),
        (agenda_rows, cases[3:]),
        (letter_rows, cases[3:]),
    ):
        whole = rows(*NOVEMBER)
        assert [row.case_id for row in whole] == [case.pk for case in filled]
        assert rows(*NOVEMBER, slice(1, 3)) == whole[1:3]
