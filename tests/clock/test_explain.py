"""Every duration explains itself: the lines add up to the figure, for the screen, the paper and the commands alike."""

import io
import json
import re
from datetime import datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from hypothesis import given
from hypothesis import strategies as st

from requests_app.clock import WITA, Pause, working_time
from requests_app.clock.explain import LONG, SHORT, account
from requests_app.derived import timesheet
from requests_app.forms.dossier import open_dossier
from requests_app.models import InformationRequest, Stay, TargetRevision
from requests_app.models.base import save_tracked
from requests_app.models.calendar import current_calendar
from requests_app.text import words
from requests_app.views import present
from tests.cast import NOW
from tests.clock.test_clock_oracle import instant, worlds
from tests.papers import claims
from tests.papers import printed as paper
from tests.papers import words as words_on
from tests.workflow.test_workflow import WALKS, walked


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=WITA)


# -- The lines add up --------------------------------------------------------------------------------------------------

PIECES = st.tuples(st.integers(0, 13 * 24 * 60), st.integers(0, 20_000_000_000))


@given(worlds, PIECES, st.sampled_from([1, 3, SHORT, LONG]))
def test_the_lines_add_up_to_the_working_time_whatever_the_calendar(world, piece, most):
    start, length = instant(piece[0]), timedelta(microseconds=piece[1] * 50)
    calendar, pauses = world.calendar(), world.stops()
    found = account(start, start + length, calendar, pauses, most)
    exact = working_time(start, start + length, calendar, pauses)
    assert sum((line.counted for line in found.lines), timedelta()) == found.total
    assert found.total == timedelta(seconds=exact // timedelta(seconds=1))
    assert words.lama(found.total) == words.lama(exact)


# What is explained, and how it reads: start, end, lines at most, the lines, the sum.
READ = [
    ("2026-11-23T08:01", "2026-11-23T08:20", 8, ["08.01–08.20: 19 menit"], "19 menit"),
    (
        "2026-11-23T11:58:50",
        "2026-11-23T13:00:30",
        8,
        ["11.58.50–12.00: 1 menit 10 detik", "12.00–13.00: tidak dihitung, istirahat", "13.00–13.00.30: 30 detik"],
        "1 menit 40 detik",
    ),
    (
        "2026-11-27T16:00",
        "2026-11-30T07:40",
        8,
        [
            "Jumat, 27 November 2026 16.00–16.30: 30 menit",
            "Jumat, 27 November 2026 16.30–24.00: tidak dihitung, di luar jam kerja",
            "Sabtu, 28 November 2026 – Minggu, 29 November 2026: tidak dihitung, akhir pekan",
            "Senin, 30 November 2026 00.00–07.30: tidak dihitung, di luar jam kerja",
            "Senin, 30 November 2026 07.30–07.40: 10 menit",
        ],
        "40 menit",
    ),
    (
        "2026-12-23T15:00",
        "2026-12-28T08:00",
        6,
        [
            "Rabu, 23 Desember 2026: 1 jam, tanpa di luar jam kerja",
            "Kamis, 24 Desember 2026: tidak dihitung, libur: Cuti Bersama Hari Raya Natal",
            "Jumat, 25 Desember 2026: tidak dihitung, libur: Hari Raya Natal",
            "Sabtu, 26 Desember 2026 – Minggu, 27 Desember 2026: tidak dihitung, akhir pekan",
            "Senin, 28 Desember 2026: 30 menit, tanpa di luar jam kerja",
        ],
        "1 jam 30 menit",
    ),
    (
        "2026-11-09T08:00",
        "2026-11-30T09:00",
        8,
        ["November 2026, 16 hari kerja: 113 jam 30 menit, tanpa akhir pekan, di luar jam kerja, istirahat"],
        "113 jam 30 menit, yaitu 15 hari 1 jam (1 hari = 7 jam 30 menit)",
    ),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("start", "end", "most", "lines", "total"), READ)
def test_how_it_reads(cast, start, end, most, lines, total):
    found = account(at(start), at(end), current_calendar(), (), most)
    assert ([str(line) for line in found.lines], found.sum_words) == (lines, total)


@pytest.mark.django_db
def test_three_weeks_are_read_by_the_day_on_the_page_of_times(cast):
    found = account(at("2026-11-09T08:00"), at("2026-11-30T09:00"), current_calendar())
    assert (len(found.lines), str(found.lines[0]), str(found.lines[5])) == (
        19,
        "Senin, 9 November 2026: 7 jam, tanpa di luar jam kerja, istirahat",
        "Sabtu, 14 November 2026 – Minggu, 15 November 2026: tidak dihitung, akhir pekan",
    )


@pytest.mark.django_db
def test_a_pause_is_named_by_its_reason_and_a_plenary_counts(cast):
    pauses = [
        Pause(at("2026-11-23T08:05"), at("2026-11-23T14:05"), "Menunggu pemohon: penjelasan", True),
        Pause(at("2026-11-23T14:06"), at("2026-11-23T14:20"), "Menunggu rapat pleno", False),
    ]
    found = account(at("2026-11-23T08:00"), at("2026-11-23T14:10"), current_calendar(), pauses)
    assert [str(line) for line in found.lines] == [
        "08.00–08.05: 5 menit",
        "08.05–14.05: tidak dihitung, menunggu pemohon: penjelasan",
        "14.05–14.10: 5 menit",
    ]
    assert found.notes == ["Menunggu rapat pleno, Senin, 23 November 2026 14.06–14.10: tetap dihitung."]


# -- Beside every figure of a case -------------------------------------------------------------------------------------


def halted(desk) -> InformationRequest:
    """Walk a letter through a hold, a redirect, a night and a plenary; the case stays open."""
    case = desk.act("hold", desk.case_at(7, at=NOW), "kasubag2", "penjelasan", "Tahun data", at="08.30")
    case = desk.act("resume", case, "kasubag2", at="11.50")
    case = desk.act("redirect", case, "kasubag2", desk.cast.post("kasubag3"), "Bidangnya", at="13.10")
    case = desk.do(case, "review", at=NOW + timedelta(days=1))
    return desk.act("hold", case, "kasubag3", "pleno", "Rapat")


CASES = {
    **{walk: lambda desk, walk=walk: walked(desk, walk) for walk in WALKS},
    "halted": halted,
    "held": lambda desk: desk.act("hold", desk.case_at(7, at=NOW), "kasubag2", "penjelasan", "Tahun", at="08.05"),
    "open": lambda desk: desk.case_at(12, "approve", at=NOW),
    "weeks": lambda desk: desk.do(desk.case_at(7, at=NOW), "review", at=NOW + timedelta(days=24, seconds=41)),
    "ended": lambda desk: desk.act("end", desk.case_at(3, at=NOW), "helpdesk", "withdrawn", {"statement": "Batal"}),
}
MINUTES = re.compile(r"(?:(\d+) jam)? ?(?:(\d+) menit)? ?(?:(\d+) detik)?$")


def seconds(said: str) -> int:
    """Read a length back from its words."""
    hours, minutes, rest = (int(part or 0) for part in MINUTES.match(said).groups())
    return hours * 3600 + minutes * 60 + rest


def counted_in(lines: list[str]) -> int:
    """Add up, from the words alone, what the lines of a panel count."""
    found = [line.rpartition(": ")[2].split(", ")[0] for line in lines if ": tidak dihitung" not in line]
    return sum(seconds(said) for said in found)


def split(panel: list[str]) -> tuple[list[str], str]:
    """Part the lines of a panel from its sum."""
    place = next(place for place, line in enumerate(panel) if line.startswith("Jumlah "))
    return [line for line in panel[:place] if "tetap dihitung" not in line], panel[place]


@pytest.mark.django_db
@pytest.mark.parametrize("name", CASES)
def test_every_panel_adds_up_to_the_figure_beside_it(desk, name):
    case = CASES[name](desk)
    later = desk.now + timedelta(minutes=3, seconds=20)
    page = present.case_page(open_dossier(case.pk, desk.cast.acting("sekretaris", later), later))
    panels = [(act.why, act.measured.split(" dari ")[0]) for act in page["acts"] if act.measured]
    assert len(panels) >= 2
    for panel, figure in panels:
        lines, summed = split(panel)
        total = counted_in(lines)
        assert summed.removeprefix("Jumlah ").startswith(words.rinci(timedelta(seconds=total)))
        said = words.lama(timedelta(seconds=total))
        assert figure in (said, said.removesuffix(" menit"), "0"), (panel, figure)
    if page["current"]:
        check_the_open_clock(page["current"], case)


def check_the_open_clock(current, case):
    """What counted and what is left make the target; what is over it too."""
    lines, summed = split(current.why)
    left = case.target * 60 - counted_in(lines)
    assert summed.endswith(f"sisa {words.rinci(timedelta(seconds=left))}" if left >= 0 else f"lewat {rest(-left)}")
    if current.clock.left is not None:
        assert current.clock.left == pytest.approx(left / 60, abs=0.01)


def rest(over: int) -> str:
    return words.rinci(timedelta(seconds=over))


@pytest.mark.django_db
@pytest.mark.parametrize("name", CASES)
def test_the_page_of_times_the_paper_and_the_timing_command_say_the_same(desk, name):
    case = CASES[name](desk)
    out = io.StringIO()
    with time_machine.travel(later := desk.now + timedelta(minutes=3, seconds=20), tick=False):
        call_command("timing", case.number, "--json", stdout=out)
        page = desk.cast.client("pemeriksa").get(f"/permohonan/{case.pk}/waktu/")
    stays = json.loads(out.getvalue())
    steps = timesheet.of_case(case, later)
    shares = [share for step in steps for share in step.shares]
    assert [seconds(share.took) for share in shares] == [int(stay["working_minutes"] * 60 + 0.5) for stay in stays]
    assert sum(step.account.total.total_seconds() for step in steps) == sum(seconds(share.took) for share in shares)
    assert page.context["steps"] == steps
    assert [step.is_late for step in steps] == [late for _, late in verdicts(stays)]


def verdicts(stays: list[dict]) -> list[tuple[int, bool]]:
    """Give, for each entry into a step, its row and whether the command calls its last stay late."""
    entries: list[tuple[int, bool]] = []
    for before, stay in zip([None, *stays], stays, strict=False):
        found = stay["step"], "late" in stay["verdict"]
        if before and before["step"] == stay["step"] and before["ended"] == stay["began"]:
            entries[-1] = found
        else:
            entries.append(found)
    return entries


# -- The target and where it comes from --------------------------------------------------------------------------------


def target_of(case, step: int, now: datetime) -> str:
    return next(row.target for row in timesheet.of_case(case, now) if row.title.startswith(f"Langkah {step} "))


@pytest.mark.django_db
def test_a_target_names_its_revision_by_the_decisions_number(desk):
    before = desk.do(desk.case_at(7, at=NOW), "review", at="08.05")
    row = TargetRevision(step=7, minutes=25, reason="Banjir", decree="12/PP.03/2026", valid_from=at("2026-11-23T09:00"))
    save_tracked(row, user=None, now=NOW, reason="Uji")
    after = desk.case_at(7, at="09.30")
    assert [target_of(case, 7, desk.now) for case in (before, after)] == [
        "Target 10 menit: SOP edisi 2020, langkah 7",
        "Target 25 menit: perubahan target, keputusan 12/PP.03/2026, sejak 23 November 2026 (Banjir)",
    ]


# -- Paper -------------------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_the_paper_says_what_the_page_says(desk):
    case = halted(desk)
    pdf = paper("timing", case, desk.now).pdf
    claim = claims(pdf)
    assert (claim["title"], claim["lang"], claim["ua"], claim["tagged"]) == (
        f"Rincian waktu {case.number}",
        "id",
        True,
        True,
    )
    text = words_on(pdf)
    for step in timesheet.of_case(case, desk.now):
        assert f"{step.title}: {step.figure}, {step.verdict}" in text
        assert step.target in text
    assert "menunggu pemohon: penjelasan" in text


@pytest.mark.django_db
def test_the_paper_is_printed_from_the_command_line(desk, tmp_path):
    case = desk.case_at(4, at=NOW)
    with time_machine.travel(desk.now, tick=False):
        call_command("print", "timing", case.number, "-o", str(tmp_path / "a.pdf"))
    assert claims((tmp_path / "a.pdf").read_bytes())["title"] == f"Rincian waktu {case.number}"


@pytest.mark.parametrize(
    ("total", "said"),
    [
        (timedelta(minutes=7, seconds=30), "sisa 2 menit 30 detik"),
        (timedelta(minutes=459, seconds=59), "lewat 7 jam 29 menit 59 detik"),
        (timedelta(minutes=460), "lewat 1 hari"),
        (timedelta(minutes=10 + 7 * 450 + 185, seconds=3), "lewat 7 hari 3 jam 5 menit"),
    ],
)
def test_a_verdict_is_said_in_the_units_of_its_sum(total, said):
    running = Stay(target=10)
    assert timesheet.verdict(total, running) == said
