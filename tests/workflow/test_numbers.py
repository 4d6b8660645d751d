"""Numbers: own series unique and gap-free under threads, the office's own typed ones unique, patterns judged."""

from datetime import datetime
from functools import partial
from threading import Barrier

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.urls import reverse

from requests_app import workflow
from requests_app.clock import WITA
from requests_app.models import (
    ClassificationCode,
    InformationRequest,
    Numbering,
    NumberSeries,
    ReplyLetter,
    SeriesStart,
    User,
)
from requests_app.models.base import save_tracked
from requests_app.rules.refusals import Incomplete, NotNow
from requests_app.workflow import numbers
from requests_app.workflow.taken import Register
from tests.cast import NOW, visit
from tests.observed import refusal
from tests.threads import PATIENCE, together, without_immediate

THREADS, YEARS = 32, (2026, 2027)


class Crash(Exception):
    """What ends a transaction half-way."""


def register(given: Register, doing: workflow.Doing, crash: bool) -> str:
    """Register a walk-in; a tenth of all crash after the number was given."""
    with transaction.atomic():
        case = workflow.start(given, doing).case
        if crash:
            raise Crash
    return case.number


@pytest.mark.alone
@pytest.mark.django_db(transaction=True)
def test_threads_in_two_years_a_tenth_rolled_back_leave_neither_gap_nor_double(desk):
    given = visit(desk.cast)
    moments = [datetime(year, 11, 23, 9, tzinfo=WITA) for year in YEARS]
    works = [
        partial(register, given, desk.doing("helpdesk", moments[number % 2]), crash=number % 10 == 0)
        for number in range(THREADS * len(YEARS))
    ]
    outcomes = together(works[:THREADS]) + together(works[THREADS:])
    crashed = [outcome for outcome in outcomes if isinstance(outcome, Crash)]
    kept = sorted(outcome for outcome in outcomes if isinstance(outcome, str))
    assert (len(crashed), len(kept)) == (7, 57)
    counts = {year: sum(number.endswith(str(year)) for number in kept) for year in YEARS}
    assert kept == sorted(f"{n:04}/PPID/5371/XI/{year}" for year in YEARS for n in range(1, counts[year] + 1))
    assert dict(NumberSeries.objects.filter(kind="pendaftaran", year__in=YEARS).values_list("year", "last")) == counts
    assert sorted(InformationRequest.objects.values_list("number", flat=True)) == kept


def take_unlocked(all_have_read: Barrier, kind: str, year: int) -> int:
    """Count up as one would without a lock: read, then write."""
    last = NumberSeries.objects.get(kind=kind, year=year).last
    all_have_read.wait(PATIENCE)
    NumberSeries.objects.filter(kind=kind, year=year).update(last=last + 1)
    return last + 1


@pytest.mark.django_db(transaction=True)
def test_counting_without_the_lock_gives_a_number_twice_or_crashes(desk):
    NumberSeries.take("agenda", 2026)
    both = Barrier(2)

    def work():
        with transaction.atomic():
            return take_unlocked(both, "agenda", 2026)

    outcomes = together([without_immediate(work)] * 2)
    found = sorted(str(outcome) for outcome in outcomes)
    assert found == (["2", "2"] if connection.vendor == "postgresql" else ["2", "database is locked"])


# -- The office's own numbers ------------------------------------------------------------------------------------------


def typed_by_hand(kind: str) -> None:
    row = Numbering.objects.get(kind=kind)
    row.mode = "kantor"
    save_tracked(row, user=None, now=NOW, reason="Uji")


def test_a_registration_number_of_the_office_is_typed_and_unique_in_its_year(desk):
    typed_by_hand("pendaftaran")
    assert refusal(Incomplete, desk.walkin).errors == {"number": "Isi nomor pendaftaran dari buku kantor."}
    case = desk.walkin(number=" 12/PPID ")
    assert (case.number, case.year, case.sequence) == ("12/PPID", 2026, None)
    repeated = refusal(Incomplete, desk.walkin, number="12/PPID")
    assert repeated.errors == {"number": "Nomor 12/PPID sudah dipakai pada tahun 2026."}
    later = desk.walkin(at=datetime(2027, 1, 4, 9, tzinfo=WITA), number="12/PPID")
    assert (later.number, later.year) == ("12/PPID", 2027)


@pytest.mark.parametrize("again", ["12/ppid", " 12/PPID", "12/PPID  "])
def test_the_same_number_written_otherwise_is_the_same_number(desk, again):
    typed_by_hand("pendaftaran")
    desk.walkin(number="12/PPID")
    assert "sudah dipakai pada tahun 2026." in refusal(Incomplete, desk.walkin, number=again).errors["number"]
    assert desk.walkin(number="12  / PPID").number == "12 / PPID"


def test_a_number_once_typed_is_not_given_again_by_the_own_series(desk):
    typed_by_hand("pendaftaran")
    desk.walkin(number="0002/PPID/5371/XI/2026")
    row = Numbering.objects.get(kind="pendaftaran")
    row.mode = "sendiri"
    save_tracked(row, user=None, now=NOW, reason="Uji")
    assert desk.walkin().number == "0001/PPID/5371/XI/2026"
    taken = "Nomor 0002/PPID/5371/XI/2026 sudah dipakai pada tahun 2026; admin mengubah pola nomornya."
    assert [refusal(Incomplete, desk.walkin).errors for _ in range(2)] == [{"number": taken}] * 2
    row.template = "{nomor:4}/PPID-M/{wilayah}/{bulan}/{tahun}"
    save_tracked(row, user=None, now=NOW, reason="Uji")
    assert desk.walkin().number == "0002/PPID-M/5371/XI/2026"


def test_a_repeated_office_number_is_named_at_its_field_and_the_rest_kept(cast, desk):
    typed_by_hand("pendaftaran")
    desk.walkin(number="12/PPID")
    sent = {"name": "Ina Lado", "phone": "tidak ada", "addressee": cast.post("ketua").pk, "information": "DPT Alak"}
    with time_machine.travel(NOW, tick=False):
        page = cast.client("helpdesk").post("/mulai/1/", {**sent, "number": "12/PPID"})
    assert page.context["form"].errors == {"number": ["Nomor 12/PPID sudah dipakai pada tahun 2026."]}
    html = page.content.decode()
    assert (page.status_code, "DPT Alak" in html, 'value="12/PPID"' in html) == (422, True, True)


# Kind, the row and task that need it, the field it is typed in, what a missing one is told.
TYPED = [
    ("surat", 12, "approve", "number", "Isi nomor surat balasan dari buku kantor."),
    ("ekspedisi", 4, "deliver", "number", "Isi nomor buku ekspedisi dari buku kantor."),
]


@pytest.mark.parametrize(("kind", "step", "task", "field", "message"), TYPED)
def test_other_numbers_of_the_office_are_typed_and_unique(desk, kind, step, task, field, message):
    typed_by_hand(kind)
    first, second = desk.case_at(step, task), desk.case_at(step, task)
    assert refusal(Incomplete, desk.do, first, task).errors == {field: message}
    desk.do(first, task, **{field: "77/A"})
    repeated = refusal(Incomplete, desk.do, second, task, **{field: "77/A"})
    assert repeated.errors == {field: "Nomor 77/A sudah dipakai pada tahun 2026."}


def test_an_agenda_number_of_the_office_is_typed_and_unique(desk):
    typed_by_hand("agenda")
    assert refusal(Incomplete, desk.letter).errors == {
        "agenda_number": "Isi nomor agenda surat masuk dari buku kantor."
    }
    desk.letter(agenda_number="9")
    repeated = refusal(Incomplete, desk.letter, agenda_number="9")
    assert repeated.errors == {"agenda_number": "Nomor 9 sudah dipakai pada tahun 2026."}
    assert InformationRequest.objects.filter(year=2026).count() == 1


def test_a_refused_act_uses_up_no_number(desk):
    desk.walkin()
    case = desk.case_at(4)
    refusal(Incomplete, desk.do, case, "deliver", receiver_name="")
    assert desk.do(case, "deliver").records.get(expedition__isnull=False).expedition.number == "0001"


# -- Patterns ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("template", "written"),
    [
        ("{nomor:4}/PPID/{wilayah}/{bulan}/{tahun}", "0007/PPID/5371/XI/2026"),
        ("{nomor}/{kode}/{wilayah}/KPU-Kot/{bulan}/{tahun}", "7/PL.02-SD/5371/KPU-Kot/XI/2026"),
        ("{nomor:2}", "07"),
    ],
)
def test_a_pattern_is_filled(template, written):
    numbering = Numbering(kind="surat", template=template)
    assert numbering.write(7, NOW, wilayah="5371", kode="PL.02-SD") == written


@pytest.mark.parametrize(("month", "roman"), list(enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)))
def test_months_are_roman(month, roman):
    assert Numbering(template="{bulan}").write(1, NOW.replace(month=month)) == roman


@pytest.mark.parametrize(
    ("mode", "template", "message"),
    [
        ("sendiri", "PPID/{tahun}", "Pola harus memuat {nomor}, misalnya {nomor:4}/PPID/{tahun}."),
        ("sendiri", "{nomor}/{hari}", "Isian {hari} tidak dikenal."),
        ("kantor", "{hari}", "Isian {hari} tidak dikenal."),
        ("sendiri", "{nomor}/{tahun", "Kurung kurawal tidak lengkap; tulis {nomor} atau {nomor:4}."),
        ("sendiri", "{nomor:empat}", "Pola harus memuat {nomor}, misalnya {nomor:4}/PPID/{tahun}."),
        ("sendiri", "{nomor}/{nomor:44}", "Kurung kurawal tidak lengkap; tulis {nomor} atau {nomor:4}."),
        ("sendiri", "{nomor}" + "A" * 76, "Nomor dengan pola ini dapat sepanjang 81 huruf; paling panjang 80."),
    ],
)
def test_a_pattern_without_number_or_with_an_unknown_word_is_refused(mode, template, message):
    with pytest.raises(ValidationError) as refused:
        Numbering(kind="surat", mode=mode, template=template).clean()
    assert refused.value.message_dict == {"template": [message]}


def test_the_code_belongs_to_letters_alone():
    with pytest.raises(ValidationError) as refused:
        Numbering(kind="agenda", mode="sendiri", template="{nomor}/{kode}").clean()
    assert refused.value.message_dict == {"template": ["Isian {kode} hanya untuk nomor surat balasan."]}


def test_an_office_that_types_its_numbers_needs_no_pattern():
    assert Numbering(kind="surat", mode="kantor", template="").clean() is None


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("PPID/{tahun}", "Pola harus memuat {nomor}, misalnya {nomor:4}/PPID/{tahun}."),
        ("{nomor}/{kode}", "Isian {kode} hanya untuk nomor surat balasan."),
        ("", "Bidang ini tidak boleh kosong."),
    ],
)
def test_a_pattern_refused_in_the_settings_is_named_at_its_field_and_kept(cast, template, said):
    row = Numbering.objects.get(kind="pendaftaran")
    address = reverse("admin:requests_app_numbering_change", args=[row.pk])
    page = cast.client("admin").post(
        address, {"mode": "kantor" if "kode" in template else "sendiri", "template": template}
    )
    form = page.context["adminform"].form
    assert (page.status_code, form.errors) == (422, {"template": [said]})
    assert form["mode"].value() == ("kantor" if "kode" in template else "sendiri")
    assert f'value="{template}"' in page.content.decode() or not template
    row.refresh_from_db()
    assert row.template == "{nomor:4}/PPID/{wilayah}/{bulan}/{tahun}"


@pytest.mark.parametrize("kind", ["pendaftaran", "agenda", "surat", "ekspedisi", "darurat"])
def test_nothing_in_the_settings_moves_a_number(cast, kind):
    row = NumberSeries.objects.create(kind=kind, year=2026, last=7)
    admin, places = cast.client("admin"), ("change", "delete")
    answers = [
        admin.post(reverse(f"admin:requests_app_numberseries_{place}", args=[row.pk]), {"last": 1, "post": "yes"})
        for place in places
    ]
    answers.append(admin.post(reverse("admin:requests_app_numberseries_add"), {"kind": kind, "year": 2027, "last": 9}))
    assert [answer.status_code for answer in answers] == [403, 403, 403]
    assert list(NumberSeries.objects.filter(kind=kind).exclude(year=2025).values_list("year", "last")) == [(2026, 7)]


# -- Where a year's series begins --------------------------------------------------------------------------------------


def start(kind, first, year=2026):
    return SeriesStart(kind=kind, year=year, first=first, reason="Buku lama", set_by=User.objects.first(), set_at=NOW)


def test_a_year_goes_on_from_the_old_book_once(desk):
    numbers.start_series(start("pendaftaran", 118))
    assert [desk.walkin().number[:4] for _ in range(2)] == ["0118", "0119"]
    refused = refusal(NotNow, numbers.start_series, start("pendaftaran", 200))
    assert refused.sentence == "Nomor tahun 2026 sudah ada yang diberikan; nomor pertama tidak dapat ditetapkan lagi."
    assert desk.walkin().number[:4] == "0120"
    assert SeriesStart.objects.count() == 1


def test_a_series_that_has_begun_is_not_moved(desk):
    desk.walkin()
    refusal(NotNow, numbers.start_series, start("pendaftaran", 200))
    assert (desk.walkin().number[:4], SeriesStart.objects.count()) == ("0002", 0)
    numbers.start_series(start("pendaftaran", 7, year=2027))
    assert desk.walkin(at=datetime(2027, 1, 4, 9, tzinfo=WITA)).number[:4] == "0007"


def test_a_number_typed_that_year_counts_as_given(desk):
    typed_by_hand("agenda")
    desk.letter(agenda_number="9")
    refusal(NotNow, numbers.start_series, start("agenda", 200))
    assert not NumberSeries.objects.filter(kind="agenda", year=2026).exists()


def test_a_start_is_set_in_the_settings_with_a_reason(cast, desk):
    admin, address = cast.client("admin"), reverse("admin:requests_app_seriesstart_add")
    given = {"kind": "surat", "year": "2026", "first": "367", "reason": ""}
    assert admin.post(address, given).status_code == 422
    assert admin.post(address, {**given, "reason": "Buku surat lama"}).status_code == 302
    row = SeriesStart.objects.get()
    assert (row.kind, row.year, row.first, row.set_by) == ("surat", 2026, 367, cast.admin)
    again = admin.post(address, {**given, "reason": "Sekali lagi"})
    assert "nomor pertama tidak dapat ditetapkan lagi" in again.content.decode()
    assert admin.post(reverse("admin:requests_app_seriesstart_change", args=[row.pk]), given).status_code == 403
    case = desk.do(desk.case_at(12, "approve"), "approve")
    assert ReplyLetter.objects.get(case=case).number.startswith("367/")


# -- Classification codes ----------------------------------------------------------------------------------------------


def test_the_letters_form_offers_the_offices_codes_the_default_first(cast, desk):
    case = desk.case_at(12, "draft")
    page = cast.client("kasubag2").get(reverse("act", args=[case.pk, "draft"]))
    field = page.context["form"].fields["classification"]
    assert [code for code, _ in field.choices] == ["PL.02-SD", "HK.07-SD", "HM.02-SD", "KU.01-SD"]
    assert field.initial == "PL.02-SD"


def test_a_code_no_longer_in_use_stays_with_the_letter_that_has_it(cast, desk):
    case = desk.do(desk.case_at(12, "draft"), "draft", classification="KU.01-SD")
    case = desk.do(case, "approve", decision="kembalikan", note="Perbaiki")
    row = ClassificationCode.objects.get(code="KU.01-SD")
    row.active = False
    save_tracked(row, user=None, now=NOW, reason="Uji")
    page = cast.client("kasubag2").get(reverse("act", args=[case.pk, "draft"]))
    field = page.context["form"].fields["classification"]
    assert [code for code, _ in field.choices] == ["PL.02-SD", "HK.07-SD", "HM.02-SD", "KU.01-SD"]
    assert field.initial == "KU.01-SD"


def code_page(cast, page, row=None, **sent):
    """Send the settings' form of a code."""
    address = reverse(f"admin:requests_app_classificationcode_{page}", args=[row.pk] if row else [])
    return cast.client("admin").post(address, sent)


def test_codes_are_added_edited_and_taken_out_of_use_in_the_settings(cast, desk):
    new = {"code": "PL.01-SD", "title": "Pemilihan umum: tahapan", "active": "on"}
    assert code_page(cast, "add", **new).status_code == 302
    row = ClassificationCode.objects.get(code="PL.01-SD")
    assert code_page(cast, "change", row, **{**new, "title": "Tahapan pemilihan"}).status_code == 302
    case = desk.case_at(12, "draft")

    def offered():
        page = cast.client("kasubag2").get(reverse("act", args=[case.pk, "draft"]))
        return dict(page.context["form"].fields["classification"].choices)

    assert "Tahapan pemilihan" in offered()["PL.01-SD"]
    assert code_page(cast, "change", row, code="PL.01-SD", title="Tahapan pemilihan").status_code == 302
    assert "PL.01-SD" not in offered()
    assert list(row.history.order_by("history_id").values_list("title", "active")) == [
        ("Pemilihan umum: tahapan", True), ("Tahapan pemilihan", True), ("Tahapan pemilihan", False),
    ]  # fmt: skip


def test_a_code_is_not_deleted_and_a_used_one_keeps_its_name(cast, desk):
    desk.do(desk.case_at(12, "draft"), "draft", classification="KU.01-SD")
    row = ClassificationCode.objects.get(code="KU.01-SD")
    assert code_page(cast, "delete", row, post="yes").status_code == 403
    page = code_page(cast, "change", row, code="KU.99-SD", title="Keuangan", active="on")
    assert page.context["adminform"].form.errors == {
        "code": ["Kode ini sudah dipakai pada surat; tambahkan kode baru, lalu hentikan yang ini."]
    }
    assert code_page(cast, "change", row, code="KU.01-SD", title="Keuangan negara", active="on").status_code == 302
    unused = ClassificationCode.objects.get(code="HK.07-SD")
    assert code_page(cast, "change", unused, code="HK.08-SD", title="Hukum", active="on").status_code == 302


@pytest.mark.parametrize(
    ("sent", "errors"),
    [
        ({"code": "PL 01"}, {"code": ["Kode berisi huruf, angka, titik, garis, tanda hubung."]}),
        ({"code": "pl.02-sd"}, {"code": ["Kode ini sudah ada sebagai PL.02-SD."]}),
        ({"is_default": "on"}, {"__all__": ["Sudah ada kode lain yang dipakai bila tidak dipilih."]}),
    ],
)
def test_a_code_that_cannot_be_is_refused_at_its_field(cast, sent, errors):
    page = code_page(cast, "add", **{"code": "XX.01", "title": "Uraian rekaan", "active": "on", **sent})
    assert page.context["adminform"].form.errors == errors
    assert 'value="Uraian rekaan"' in page.content.decode()


def test_saving_a_pattern_shows_how_the_next_number_reads(cast, desk):
    desk.walkin()
    row = Numbering.objects.get(kind="pendaftaran")
    address = reverse("admin:requests_app_numbering_change", args=[row.pk])
    with time_machine.travel(NOW, tick=False):
        page = cast.client("admin").post(address, {"mode": "sendiri", "template": "{nomor:3}/{bulan}"}, follow=True)
    assert "nomor berikutnya 002/XI" in page.content.decode()
