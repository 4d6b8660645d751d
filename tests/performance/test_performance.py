"""Every figure of the performance page against SQL written by hand, for several periods; each leads to its cases."""

import re
from datetime import date, timedelta
from html import unescape

import pytest
import time_machine
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from requests_app.derived.tallies import store
from requests_app.derived.tallies.spans import Span, month_of
from requests_app.performance.report import report
from tests.cast import build
from tests.office_year import NOW, play

pytestmark = [pytest.mark.django_db, pytest.mark.alone]

PERIODS = {
    "oktober": month_of(date(2026, 10, 1)),
    "november": month_of(date(2026, 11, 1)),
    "dua bulan": Span(date(2026, 10, 1), date(2026, 12, 1)),
    "satu minggu": Span(date(2026, 11, 2), date(2026, 11, 9)),
    "satu hari": Span(date(2026, 11, 11), date(2026, 11, 12)),
    "lintas bulan": Span(date(2026, 10, 9), date(2026, 11, 4)),
    "kosong": month_of(date(2026, 8, 1)),
    "bertahun-tahun": Span(date(2020, 1, 1), date(2027, 1, 1)),
}


@pytest.fixture
def office(cast):
    return play(cast)


@pytest.fixture(scope="class")
def played(django_db_setup, django_db_blocker):
    """Play the two months once for a class; the tests' own transactions nest inside and it is rolled back."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield play(build(alone=True))
        transaction.set_rollback(True)


def made(period: Span):
    return report(period, NOW, 1)


def sql(statement: str, *values) -> list[tuple]:
    """Ask the database directly; lengths of time come back in microseconds from both."""
    if connection.vendor == "postgresql":
        statement = re.sub(r"micro\(([a-z_.]+)\)", r"(EXTRACT(EPOCH FROM \1) * 1000000)::bigint", statement)
        statement = re.sub(r"seconds\(([a-z_.]+), ([a-z_.]+)\)", r"EXTRACT(EPOCH FROM \1 - \2)", statement)
    else:
        statement = re.sub(r"micro\(([a-z_.]+)\)", r"\1", statement)
        statement = re.sub(
            r"seconds\(([a-z_.]+), ([a-z_.]+)\)", r"((julianday(\1) - julianday(\2)) * 86400)", statement
        )
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def days(period: Span) -> tuple:
    """Give the instants as the database compares them: WITA is eight hours ahead of UTC, all year."""
    begins, ends = (f"{day - timedelta(days=1)} 16:00:00" for day in period)
    return (begins, ends) if connection.vendor == "sqlite" else (f"{begins}+00", f"{ends}+00")


CASES = "FROM requests_app_informationrequest WHERE {} >= %s AND {} < %s"
# The stay that ends a run is the one no other stay of the same run follows.
STAYS = """
    FROM requests_app_stay v WHERE v.ended >= %s AND v.ended < %s
    AND v.act_began = (SELECT MAX(w.act_began) FROM requests_app_stay w WHERE w.case_id = v.case_id AND w.run = v.run)
    AND {} EXISTS (SELECT 1 FROM requests_app_steprecord r WHERE r.case_id = v.case_id AND r.act = v.act_ended
                   AND seconds(r.recorded_at, r.happened_at) > 300)
"""


def grouped(column: str, instant: str, period: Span) -> dict:
    return dict(sql(f"SELECT {column}, COUNT(*) {CASES.format(instant, instant)} GROUP BY {column}", *days(period)))


@pytest.mark.parametrize("period", PERIODS.values(), ids=PERIODS)
class TestEveryFigure:
    def test_requests_by_path_channel_and_outcome(self, played, period):
        found = made(period)
        paths = {"Langsung": 1, "Dengan surat": 5}
        channels = {"Datang langsung": "langsung", "Surat": "surat", "Surel": "surel"}
        received, ended = grouped("entry", "received_at", period), grouped("entry", "ended_at", period)
        by_channel = grouped("channel", "received_at", period), grouped("channel", "ended_at", period)
        assert found.received.value == sum(received.values())
        assert found.ended.value == sum(ended.values())
        assert {line.title: (line.received.value, line.ended.value) for line in found.paths} == {
            title: (received.get(key, 0), ended.get(key, 0))
            for title, key in paths.items()
            if {key} & {*received, *ended}
        }
        assert {line.title: (line.received.value, line.ended.value) for line in found.channels} == {
            title: tuple(kind.get(key, 0) for kind in by_channel)
            for title, key in channels.items()
            if key in by_channel[0] or key in by_channel[1]
        }
        titles = {"given": "Data diberikan", "replied": "Dijawab dengan surat", "withdrawn": "Ditarik pemohon"}
        assert {line.title: line.ended.value for line in found.outcomes} == {
            titles[slug]: number for slug, number in grouped("ending", "ended_at", period).items()
        }

    def test_steps(self, played, period):
        rows = sql(f"SELECT v.step, micro(v.step_total), v.late {STAYS.format('NOT')}", *days(period))
        expected = {}
        for step in sorted({row[0] for row in rows}):
            lengths = sorted(int(row[1]) // 60_000_000 for row in rows if row[0] == step)
            late = sum(bool(row[2]) for row in rows if row[0] == step)
            # By nearest rank: of ten the fifth and the ninth, of three the second and the third.
            middle, ninth = lengths[(len(lengths) + 1) // 2 - 1], lengths[-(-9 * len(lengths) // 10) - 1]
            total = sum(int(row[1]) // 1_000_000 for row in rows if row[0] == step) // 60
            expected[step] = (len(lengths), middle, ninth, late, total)
        assert {
            line.number: (line.stays.value, line.median, line.ninetieth, line.late.value, line.total)
            for line in made(period).steps
        } == expected

    def test_what_came_from_paper_is_counted_apart(self, played, period):
        found = made(period)
        assert found.papers.value == sql(f"SELECT COUNT(*) {STAYS.format('')}", *days(period))[0][0]
        first = "SELECT 1 FROM requests_app_steprecord r WHERE r.case_id = c.id AND r.act = 2"
        arrivals = sql(
            "SELECT COUNT(*) FROM requests_app_informationrequest c WHERE c.received_at >= %s AND c.received_at < %s "
            f"AND EXISTS ({first} AND seconds(r.recorded_at, r.happened_at) > 300)", *days(period)
        )  # fmt: skip
        assert found.arrivals.value == arrivals[0][0]

    def test_posts(self, played, period):
        rows = sql(
            "SELECT COALESCE(p.short_title, 'Help Desk'), COUNT(*), SUM(micro(v.waiting)), SUM(micro(v.working)) "
            "FROM requests_app_stay v LEFT JOIN requests_app_post p ON p.id = v.holder_id "
            "WHERE v.ended >= %s AND v.ended < %s GROUP BY COALESCE(p.short_title, 'Help Desk')", *days(period)
        )  # fmt: skip
        assert {line.title: (line.stays.value, line.waiting, line.handling) for line in made(period).posts} == {
            title: (number, int(waiting) // 60_000_000, int(working - waiting) // 60_000_000)
            for title, number, waiting, working in rows
        }

    def test_reasons_for_lateness(self, played, period):
        rows = sql(
            "SELECT q.text, COUNT(*) FROM requests_app_lateness l JOIN requests_app_latereason q ON q.id = l.cause_id "
            "JOIN requests_app_stay v ON v.id = l.stay_id WHERE v.ended >= %s AND v.ended < %s GROUP BY q.text",
            *days(period),
        )
        assert {line.title: line.number.value for line in made(period).reasons} == dict(rows)

    def test_holds(self, played, period):
        ended = sql(
            "SELECT reason, COUNT(*), SUM(seconds(ended_at, began_at)) FROM requests_app_hold "
            "WHERE ended_at >= %s AND ended_at < %s GROUP BY reason", *days(period)
        )  # fmt: skip
        titles = {"berhalangan": ("Pejabat berhalangan", "kantor")}
        expected = {titles[reason]: (number, round(float(lasted)) // 60, 0) for reason, number, lasted in ended}
        expected["Menunggu pemohon: penjelasan", "pemohon"] = (0, 0, 1)
        assert {
            (line.title, line.whose): (line.ended.value, line.lasted, line.open.value) for line in made(period).holds
        } == expected

    def test_the_twelve_months(self, played, period):
        expected = {}
        for month in [Span(date(2026, 10, 1), date(2026, 11, 1)), Span(date(2026, 11, 1), date(2026, 12, 1))]:
            late = sql(f"SELECT COUNT(*) {STAYS.format('NOT')} AND v.late", *days(month))
            expected[month] = (
                sum(grouped("entry", "received_at", month).values()),
                sum(grouped("entry", "ended_at", month).values()),
                sql(f"SELECT COUNT(*) {STAYS.format('NOT')}", *days(month))[0][0],
                late[0][0],
            )
        trend = made(period).trend
        assert len(trend) == 12
        assert {
            line.span: (line.received.value, line.ended.value, line.stays, line.late.value)
            for line in trend
            if line.span in expected
        } == {month: figures for month, figures in expected.items() if month in {line.span for line in trend}}
        others = [line for line in trend if line.span not in expected]
        assert {(line.received.value, line.ended.value, line.stays, line.late.value) for line in others} <= {
            (0, 0, 0, 0)
        }

    def test_they_are_the_same_from_tallies(self, played, period):
        counted = made(period)
        assert store.keep(NOW) > 0
        assert made(period) == counted


def test_the_cast_of_figures_is_not_empty(office):
    found = made(PERIODS["november"])
    assert (found.received.value, found.ended.value, found.papers.value, found.arrivals.value) == (7, 1, 2, 1)
    assert {line.number for line in found.steps} == {1, 2, 3, 4, 5, 6, 7, 8, 10}
    assert found.late.value == 2


def test_how_the_office_stands_now(office):
    stands = made(PERIODS["november"]).standing
    open_cases = "FROM requests_app_informationrequest WHERE state <> 'ended'"
    ages = [("2026-11-22", "2026-11-23"), ("2026-11-20", "2026-11-22"), ("2026-11-16", "2026-11-20"),
            ("2026-11-09", "2026-11-16"), ("1999-12-31", "2026-11-09")]  # fmt: skip
    assert [age.number for age in stands.ages] == [
        sql(f"SELECT COUNT(*) {open_cases} AND received_at >= %s AND received_at < %s",
            *days(Span(*(date.fromisoformat(day) + timedelta(days=1) for day in age))))[0][0]
        for age in ages
    ]  # fmt: skip
    assert stands.open == sql(f"SELECT COUNT(*) {open_cases}")[0][0] == 7
    running = "FROM requests_app_stay WHERE ended IS NULL AND"
    assert stands.unopened == sql(f"SELECT COUNT(*) {running} opened IS NULL")[0][0] == 6
    assert (
        stands.overdue
        == sql(f"SELECT COUNT(*) {running} due_at < %s", days(Span(date(2026, 11, 24), date.max))[0])[0][0]
    )
    pending = "SELECT COUNT(*) FROM requests_app_disposition WHERE confirmation = 'belum' AND recalled_at IS NULL"
    assert stands.unconfirmed == sql(pending)[0][0] == 1
    assert stands.unexplained == sql("SELECT COUNT(*) FROM requests_app_stay WHERE unexplained")[0][0]


# -- The page ----------------------------------------------------------------------------------------------------------

LINK = re.compile(r'<a href="(/permohonan/\?[^"]+)">(\d+)</a>')


def see(cast, who="sekretaris", path="/kinerja/", now=NOW):
    with time_machine.travel(now, tick=False):
        client = cast.client(who)
        with CaptureQueriesContext(connection) as queries:
            page = client.get(path)
    return page, [query["sql"] for query in queries]


def asked(period: Span) -> str:
    return f"/kinerja/?dari={period.begins}&sampai={period.last}"


@pytest.mark.parametrize("period", [PERIODS["oktober"], PERIODS["november"], PERIODS["lintas bulan"]], ids=str)
def test_every_number_leads_to_as_many_rows(cast, office, period):
    links = LINK.findall(see(cast, path=asked(period))[0].content.decode())
    assert len(links) > 30
    wrong = []
    for path, number in sorted(set(links)):
        pages = see(cast, path=unescape(path))[0].context["pages"]
        if not pages or pages.total != int(number):
            wrong.append((path, number, pages and pages.total))
    assert wrong == []


def test_six_statements_and_none_twice_kept_or_counted(cast, office):
    see(cast)  # revisions are read once per process
    counted = see(cast)[1]
    store.keep(NOW)
    kept = see(cast)[1]
    year = see(cast, path=asked(PERIODS["bertahun-tahun"]))[1]
    assert [len(found) for found in (counted, kept, year)] == [6, 6, 6]
    assert [len(set(found)) for found in (counted, kept, year)] == [6, 6, 6]


def test_a_list_of_cases_behind_a_figure_takes_as_few_statements_as_any(cast, office):
    statements = see(cast, path="/permohonan/?what=steps&at=7&begin=2026-11-01&end=2026-11-30&timing=late")[1]
    assert (len(statements), len(set(statements))) == (4, 4)


def test_a_list_behind_a_figure_says_which_step_took_how_long(cast, desk):
    case = desk.do(desk.case_at(7, at="08.00"), "review", at="09.30")
    rows = see(cast, path="/permohonan/?what=steps&timing=late")[0].context["rows"]
    assert [(row.case.pk, row.step) for row in rows] == [(case.pk, "7 · Mencermati surat")]
    assert (rows[0].status.words, rows[0].status.tone) == ("1 jam 29 menit dari 10 menit", "late")


def test_an_empty_office_says_so_and_divides_by_nothing(cast):
    page, _ = see(cast)
    html = page.content.decode()
    assert page.status_code == 200
    assert "Tidak ada kegiatan pada masa ini" in html
    assert "belum ada langkah yang selesai" in html
    assert "Belum ada permohonan dalam dua belas bulan ini." in html


def test_one_case_has_a_median_marked_as_little_data(cast, desk):
    desk.do(desk.case_at(4), "deliver")
    line = report(PERIODS["november"], NOW, 1).steps[3]
    assert (line.number, line.stays.value, line.median, line.ninetieth, line.share, line.is_few) == (
        4,
        1,
        1,
        1,
        100,
        True,
    )
    assert see(cast)[0].content.decode().count("sedikit data") == 4 + 1  # four steps, and the note on counting


def test_a_period_of_late_entries_alone_is_said_in_words(cast, office):
    html = see(cast, path="/kinerja/?dari=2026-11-11&sampai=2026-11-11")[0].content.decode()
    assert "dicatat susulan dari kertas" in html


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("dari=kemarin&sampai=2026-11-30", "Periksa sejak: tulis tanggal, misalnya 23/11/2026."),
        ("dari=2026-11-01", "Isi sampai."),
        ("dari=0026-11-01&sampai=2026-11-30", "Tahun 26? Tulis empat angka, misalnya 2026."),
    ],
)
def test_what_cannot_be_read_is_named_and_this_month_shown(cast, office, asked, message):
    page, _ = see(cast, path=f"/kinerja/?{asked}")
    html = page.content.decode()
    assert page.status_code == 422
    assert message in html
    assert "1 November 2026 – 30 November 2026" in html


def test_days_in_the_wrong_order_are_read_the_other_way_round(cast, office):
    html = see(cast, path="/kinerja/?dari=2026-11-30&sampai=2026-11-01")[0].content.decode()
    assert "1 November 2026 – 30 November 2026" in html


def test_who_does_not_watch_the_office_opens_the_page_but_takes_no_report(cast, office):
    page, _ = see(cast, who="kasubag2")
    assert page.status_code == 200
    assert "laporan.pdf" not in page.content.decode()
    assert see(cast, who="kasubag2", path="/kinerja/laporan.pdf")[0].status_code == 403


def test_figures_count_rahasia_cases_the_list_shows_them_where_they_passed(cast, desk):
    desk.letter(nature="rahasia")
    assert report(month_of(NOW.date()), NOW, 1).received.value == 1
    path = "/permohonan/?since=2026-11-01&until=2026-11-30"
    totals = [see(cast, who=who, path=path)[0].context["pages"] for who in ("pemeriksa", "ketua")]
    assert (totals[0], totals[1].total) == (None, 1)
