"""The search: what a request is found by, its row and its index, words meant as they stand, and who finds what."""

from importlib import import_module

import pytest
from django.apps import apps
from django.core import checks
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.utils import timezone

from requests_app.derived import search_index, search_text
from requests_app.models import IncomingLetter, InformationRequest, Petitioner, SearchText
from requests_app.models.found import place_of
from requests_app.views import search
from tests.views.test_lists import found, see

pytestmark = [pytest.mark.django_db, pytest.mark.alone]
ON_SQLITE = connection.vendor == "sqlite"


def text_of(case):
    return SearchText.objects.get(case=case).text.split("\n")


def differences():
    return [*search_text.verify(InformationRequest.objects.order_by("pk")), *search_index.verify()]


# -- The row -----------------------------------------------------------------------------------------------------------


def test_a_visitor_is_found_by_number_wish_name_and_telephone(desk):
    case = desk.walkin(name="Maria Goreti Tefa", phone="0812 3790 5512")
    said = ["0001/ppid/5371/xi/2026", "rekapitulasi dpt per kecamatan", "maria goreti tefa", "081237905512"]
    assert text_of(case) == said
    assert differences() == []


def test_a_letter_is_found_by_its_sender_numbers_and_subject_each_once(desk):
    case = desk.letter(letter_number="17/UTR/2026")
    assert text_of(case) == [
        "0001/ppid/5371/xi/2026", "permohonan data pemilih", "universitas timor raya", "0380123456", "17/utr/2026",
        "0001",
    ]  # fmt: skip
    assert differences() == []


def test_an_approval_adds_the_number_of_the_letter_and_a_second_letter_its_own(desk):
    case = desk.do(desk.case_at(12, "approve"), "approve")
    assert text_of(case)[-1] == "1/pl.02-sd/5371/kpu-kot/xi/2026"
    case = desk.act("cancel_letter", case, "ketua", "Salah alamat")
    while case.task != "deliver":
        case = desk.do(case, case.task)
    assert text_of(case)[-2:] == ["1/pl.02-sd/5371/kpu-kot/xi/2026", "2/pl.02-sd/5371/kpu-kot/xi/2026"]
    assert differences() == []


def test_what_is_corrected_is_found_anew_and_no_longer_as_it_was(cast, desk):
    visitor = desk.walkin(name="Maria Tefa")
    desk.act("correct_registration", visitor, "helpdesk", {"name": "Martha Nope"}, "Salah dengar")
    desk.act("correct_registration", visitor, "helpdesk", {"information": "Peta TPS"}, "Salah catat")
    letter = desk.letter(letter_number="17/UTR/2026")
    record = IncomingLetter.objects.get(case=letter)
    desk.act("correct", letter, "helpdesk", record, {"sender": "Yayasan Flobamora", "letter_number": "71/YF"}, "Keliru")
    asked = ("tefa", "nope", "rekapitulasi", "peta tps", "17/utr", "71/yf", "flobamora")
    assert [found(cast, q=word) for word in asked] == [[], ["0001"], [], ["0001"], [], ["0002"], ["0002"]]
    assert differences() == []


def test_personal_data_blanked_is_gone_from_the_row_as_well(cast, desk):
    case = desk.letter(sender="Maria Tefa")
    Petitioner.objects.filter(case=case).update(name="", phone="", phone_digits="", erased_at=timezone.now())
    search_text.refresh(InformationRequest.objects.select_related("petitioner").get(pk=case.pk))
    assert text_of(case) == ["0001/ppid/5371/xi/2026", "permohonan data pemilih", "0001"]
    assert found(cast, q="tefa") == []
    assert not hasattr(SearchText, "history")


def test_verify_names_a_row_that_lies_one_that_lacks_and_no_personal_data(desk):
    lies, lacks = desk.walkin(name="Maria Tefa"), desk.walkin()
    SearchText.objects.filter(case=lies).update(text="lain")
    SearchText.objects.filter(case=lacks).delete()
    said = [
        "0001/PPID/5371/XI/2026: teks pencarian tidak sama dengan catatannya",
        "0002/PPID/5371/XI/2026: teks pencarian tidak tersimpan",
    ]
    assert differences() == said
    with pytest.raises(CommandError, match="2 selisih"):
        call_command("verify_timing")


def test_the_migration_fills_the_rows_of_the_cases_there_are(desk):
    desk.walkin(phone="081237905512"), desk.letter(letter_number="17/UTR/2026"), desk.case_at(13)
    before = list(SearchText.objects.order_by("pk").values_list())
    SearchText.objects.all().delete()
    import_module("requests_app.migrations.0006_search").fill(apps, None)
    assert list(SearchText.objects.order_by("pk").values_list()) == before
    assert differences() == []


# -- The index ---------------------------------------------------------------------------------------------------------


def test_a_check_names_what_is_missing_and_migrate_puts_it_back(cast, desk):
    def warned():
        found = checks.run_checks(tags=["database"], databases=["default"])
        return [message.msg.split("”")[0] for message in found if message.id == "requests_app.W003"]

    assert warned() == []
    part = "search_text_insert" if ON_SQLITE else "search_text_trigrams"
    with connection.cursor() as cursor:
        cursor.execute(f"DROP {'TRIGGER' if ON_SQLITE else 'INDEX'} {part}")
    case = desk.walkin(name="Maria Tefa")  # the index learns nothing of it
    assert (search_index.missing(), warned()) == ([part], [f"Indeks pencarian “{part}"])
    connection.check_constraints()  # PostgreSQL builds no index while a deferred check still waits on its table
    call_command("migrate", verbosity=0)
    assert (differences(), warned(), found(cast, q="tefa")) == ([], [], [case.short_number])


def test_verify_says_when_the_index_is_not_what_it_should_be(desk):
    desk.walkin()
    connection.check_constraints()
    done, said = {
        "sqlite": ("INSERT INTO requests_app_searchindex (rowid, text) VALUES (7, 'bukan permohonan')",
                   "indeks pencarian tidak sama dengan teksnya"),
        "postgresql": ("DROP INDEX search_text_trigrams",
                       "indeks pencarian: search_text_trigrams tidak terpasang"),
    }[connection.vendor]  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(done)
    assert search_index.verify() == [said]


@pytest.mark.parametrize("typed", ["tefa", "maria tefa", "0812 3790 5512", "0001/PPID/5371/XI/2026"])
def test_the_database_follows_the_index_and_sqlite_sorts_nothing(desk, typed):
    desk.walkin()
    asked = search.Sought(typed)
    cases = InformationRequest.objects.filter(asked.condition).values("pk")
    if ON_SQLITE:
        steps = [line.split(" ", 3)[3] for line in cases.order_by(f"-{asked.place}")[:26].explain().split("\n")]
        assert steps[0].startswith("SCAN requests_app_searchindex VIRTUAL TABLE INDEX ")
        assert [line for line in steps if "TEMP B-TREE" in line] == []
    else:
        with connection.cursor() as cursor:  # so few rows would be read one by one
            for way in ("seqscan", "indexscan", "indexonlyscan"):
                cursor.execute(f"SET LOCAL enable_{way} = off")
        assert "Bitmap Index Scan on search_text_trigrams" in cases.explain()


# -- What is typed -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    [
        "100%", "100%_", '"dua"', "'dua'", "a*", "NEAR(dua)", "dua AND", "OR", "^dua", "-dua", "(dua", "text:dua",
        "{dua}", "\\dua", '"', '""', "dua\\", "--", "d%a", "d_a",
    ],
)  # fmt: skip
def test_every_sign_is_meant_as_it_stands(cast, desk, typed):
    desk.walkin(name="Dua Tiga")
    said = desk.walkin(name=f"Bapak {typed} Bria")
    assert found(cast, q=typed) == [said.short_number]


def test_a_nul_is_no_word_of_anybody(cast, desk):
    case = desk.walkin(name="Maria")
    assert found(cast, q="a\0b") == [case.short_number]  # unreadable, so nothing was chosen
    assert search_text.folded("Ma\0ria") == "maria"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("RT", ["0002", "0001"]), ("rt 05,", ["0001"]), ("DPT RT", ["0001"]), ("d 0", ["0002", "0001"]), ("q", []),
        ("rt q", []), ("ÉMIL", ["0002"]), ("mil", ["0002"]), ("kelurahan-oebobo/2026", ["0001"]),
        ("keluraXX-oebobo/2026", []), ("oebobo kelurahan-oebobo/2026", ["0001"]), ("kelurahan-naikoten/2026", []),
        ("0812 3790 5512", ["0002"]), ("+62 812 3790", ["0002"]), ("5512", ["0002"]), ("3790 1111", []),
        ("a b c d e f g h", ["0002"]),
    ],
)  # fmt: skip
def test_short_and_long_words_and_telephones(cast, desk, typed, shown):
    desk.walkin(name="Ama", information="DPT RT 05, berkas Kelurahan-Naikoten/Kelurahan-Oebobo/2026")
    desk.walkin(name="Émil", information="Peta RT 07 abcdef", phone="081237905512")
    assert found(cast, q=typed) == shown


def test_words_no_index_knows_are_not_counted(cast, desk):
    desk.walkin(information="Peta RT 07")
    pages = [see(cast, q=typed)[0].context["pages"] for typed in ("rt", "rt peta")]
    assert [(one.first, one.last, one.total) for one in pages] == [(1, 1, None), (1, 1, 1)]


def test_a_search_is_narrowed_by_the_filters_too(cast, desk):
    desk.do(desk.case_at(4), "deliver")
    waiting = desk.walkin(channel="telepon")
    assert found(cast, q="umbu", state="running") == [waiting.short_number]
    assert found(cast, q="umbu", channel="telepon", late="on") == [waiting.short_number]
    assert found(cast, q="umbu", what="ended") == ["0001"]


def test_a_rahasia_case_is_found_by_nothing_where_it_never_was(cast, desk):
    case = desk.letter(nature="rahasia", letter_number="17/UTR/2026")
    asked = (case.number, "universitas", "timor raya", "pemilih", "17/UTR", "0380123456", "um", "ra")
    assert [found(cast, q=word) for word in asked] == [[]] * 8
    assert [found(cast, who="ketua", q=word) for word in asked] == [["0001"]] * 6 + [[], ["0001"]]
    pages = see(cast, q="universitas")[0]
    assert (pages.context["pages"], "0001" in pages.content.decode()) == (None, False)


# -- The order ---------------------------------------------------------------------------------------------------------


def test_a_later_second_or_a_later_key_stands_higher(desk):
    first, second, later = desk.walkin("08.10"), desk.walkin("08.10"), desk.walkin("08.11")
    places = [place_of(case.received_at, case.pk) for case in (first, second, later)]
    assert places == sorted(set(places))
    assert list(SearchText.objects.order_by("place").values_list("case", "place")) == [
        (case.pk, place) for case, place in zip((first, second, later), places, strict=True)
    ]
