"""The commands scripts drive the desk by: what they print, to the letter, and how they refuse."""

import io
import json
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from requests_app.management.commands import history, sop, timing, verify_timing
from requests_app.models import Stay
from requests_app.sop import EDITIONS
from tests import decree
from tests.repository import ROOT

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> str:
    out = io.StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


# -- sop ---------------------------------------------------------------------------------------------------------------


def test_the_table_as_json_is_exactly_the_contract():
    rows = json.loads(run("sop", "--json"))
    assert [list(row) for row in rows] == [
        ["number", "slug", "title", "heading", "tasks", "target_minutes", "inputs", "outputs", "remark", "next"]
    ] * 13
    assert rows[1] == {
        "number": 2,
        "slug": "pertemuan-langsung",
        "title": "Pertemuan langsung",
        "heading": "Menyampaikan permohonan informasi yang dibutuhkan secara langsung kepada Ketua, Sekretaris, "
        "atau divisi yang dituju.",
        "tasks": [{"slug": "availability", "actors": ["helpdesk"]}, {"slug": "meet", "actors": ["helpdesk"]}],
        "target_minutes": 10,
        "inputs": [],
        "outputs": ["Pemohon bertemu langsung dengan Ketua, Sekretaris, atau divisi yang dituju"],
        "remark": "Desk mengarahkan pemohon ke ruangan pejabat yang dituju setelah mengonfirmasi kesediaannya.",
        "next": [3],
    }


def test_the_json_agrees_with_the_decree_typed_by_hand():
    rows = json.loads(run("sop", "--json"))
    assert [(row["number"], row["target_minutes"], row["next"], row["tasks"]) for row in rows] == [
        (row.number, row.target_minutes, list(row.next), [task_as_json(*task) for task in row.tasks])
        for row in decree.ROWS
    ]


def task_as_json(slug: str, actors: tuple[str, ...]) -> dict:
    return {"slug": slug, "actors": list(actors)}


def test_the_table_for_people_names_every_row():
    printed = run("sop")
    assert [line for line in printed.splitlines() if line[:1].isdigit()] == [
        "1. Registrasi – 3 menit – Help Desk – berikutnya: 2",
        "2. Pertemuan langsung – 10 menit – Help Desk – berikutnya: 3",
        "3. Disposisi lisan – 5 menit – Ketua & Anggota KPU, Sekretaris – berikutnya: 4",
        "4. Tindak lanjut – 30 menit – Kasubag – berikutnya: selesai",
        "5. Surat masuk – 3 menit – Help Desk – berikutnya: 6",
        "6. Disposisi surat – 5 menit – Ketua & Anggota KPU, Sekretaris – berikutnya: 7",
        "7. Mencermati surat – 10 menit – Kasubag – berikutnya: 8",
        "8. Identifikasi – 10 menit – Kasubag – berikutnya: 9, 10 atau 12",
        "9. Konsultasi divisi – 1 jam – Kasubag – berikutnya: 10 atau 12",
        "10. Data baku tanpa surat – 60 menit – Sekretaris, Ketua & Anggota KPU, Kasubag – berikutnya: 11",
        "11. Penyerahan data – 10 menit – Kasubag – berikutnya: selesai",
        "12. Surat balasan – 1 hari – Sekretaris, Ketua & Anggota KPU, Kasubag – berikutnya: 13",
        "13. Penyampaian surat – 10 menit – Kasubag – berikutnya: selesai",
    ]


def test_the_readme_holds_the_table_of_today():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert readme == sop.with_table(readme, EDITIONS["2020"]), "type: manage.py sop --readme"


def test_rewriting_the_readme_touches_its_block_alone(settings, tmp_path):
    settings.BASE_DIR = tmp_path
    (tmp_path / "README.md").write_text("before\n<!-- sop:begin -->\nold\n<!-- sop:end -->\nafter\n")
    run("sop", "--readme")
    lines = (tmp_path / "README.md").read_text().splitlines()
    assert (lines[:2], len(lines), lines[-2:]) == (["before", "<!-- sop:begin -->"], 19, ["<!-- sop:end -->", "after"])


def test_a_readme_without_its_marks_is_refused(settings, tmp_path):
    settings.BASE_DIR = tmp_path
    (tmp_path / "README.md").write_text("no marks")
    with pytest.raises(CommandError) as refused:
        run("sop", "--readme")
    assert str(refused.value) == "README.md tidak memuat tanda <!-- sop:begin --> dan <!-- sop:end -->."


# -- timing and history ------------------------------------------------------------------------------------------------


@pytest.fixture
def walked(desk):
    """A visitor of Monday, registered from 11.40, met after the break, answered on Tuesday from 08.00 to 08.10."""
    began = desk.clock("11.40")
    case = desk.walkin("11.42", began=began)
    case = desk.do(case, "availability", at="11.50")
    case = desk.do(case, "meet", at="13.05")
    case = desk.do(case, "dispose", at="13.05")
    tuesday = desk.now + timedelta(days=1)
    return desk.do(case, "deliver", at=tuesday.replace(hour=8, minute=10), began=tuesday.replace(hour=8, minute=0))


def stay(step, task, holder, began, ended, working, waiting, target, verdict) -> dict:
    """Type one row of `timing --json`."""
    day = "2026-11-23T"
    place = {"step": step, "task": task, "holder": holder, "began": f"{day}{began}:00+08:00", "ended": ended}
    return {
        **place,
        "working_minutes": working,
        "waiting_minutes": waiting,
        "target_minutes": target,
        "verdict": verdict,
    }


def test_timing_as_counted_by_hand(walked):
    assert json.loads(run("timing", walked.number, "--json")) == [
        stay(1, "register", "Help Desk", "11:40", "2026-11-23T11:42:00+08:00", 2.0, 0.0, 3, "on_time"),
        stay(2, "availability", "Help Desk", "11:42", "2026-11-23T11:50:00+08:00", 8.0, 8.0, 10, "on_time"),
        # 11.50–12.00 and 13.00–13.05: the row has taken 23 minutes by then
        stay(2, "meet", "Help Desk", "11:50", "2026-11-23T13:05:00+08:00", 15.0, 15.0, 10, "late"),
        stay(3, "dispose", "Ketua KPU Kota Kupang", "13:05", "2026-11-23T13:05:00+08:00", 0.0, 0.0, 5, "on_time"),
        # 13.05–16.00 and 07.30–08.10, of which until 08.00 it waited to be opened
        stay(4, "deliver", "Kepala Subbagian Perencanaan, Data dan Informasi", "13:05", "2026-11-24T08:10:00+08:00",
             215.0, 205.0, 30, "late"),
    ]  # fmt: skip


def test_a_running_step_has_no_end_and_runs(desk):
    letter = desk.letter("09.00")
    last = json.loads(run("timing", letter.short_number, "--json"))[-1]
    assert (last["step"], last["task"], last["ended"], last["target_minutes"]) == (6, "dispose", None, 5)
    assert last["verdict"] in {"running", "running_late"}  # the command measures to the present


def test_timing_for_people(walked):
    assert run("timing", walked.short_number).splitlines()[0].split() == (
        "1 register 2026-11-23 11:40 – 2026-11-23 11:42 2.00 dari 3 menit tepat waktu Help Desk".split()
    )


def test_history_gives_the_raw_rows_of_the_case(walked):
    rows = json.loads(run("history", walked.short_number, "--json"))
    assert [(row["act"], row["step"], row["task"], row["happened_at"]) for row in rows] == [
        (1, 1, "register", "2026-11-23T11:40:00+08:00"),
        (2, 2, "availability", "2026-11-23T11:42:00+08:00"),
        (3, 2, "meet", "2026-11-23T11:50:00+08:00"),
        (4, 3, "dispose", "2026-11-23T13:05:00+08:00"),
        (5, 4, "deliver", "2026-11-23T13:05:00+08:00"),
        (6, None, "", "2026-11-24T08:10:00+08:00"),
    ]
    assert {row["model"] for row in rows} == {"informationrequest"}
    assert walked.petitioner.name not in json.dumps(rows)


def test_history_with_all_records(walked):
    rows = json.loads(run("history", walked.number, "--json", "--all"))
    assert [(row["act"], row["model"]) for row in rows if row["model"] != "informationrequest"] == [
        (2, "steprecord"),
        (3, "availabilitycheck"),
        (4, "meeting"),
        (5, "disposition"),
        (6, "rawdata"),
        (6, "expedition"),
    ]


def test_history_for_people(walked):
    first, *_, last = run("history", walked.number).splitlines()
    assert first == "  1  2026-11-23 11.42.00  informationrequest   Permohonan dibuka"
    assert last == "  6  2026-11-24 08.10.00  informationrequest   Diserahkan, ekspedisi 0001"


# -- verify_timing -----------------------------------------------------------------------------------------------------


def test_verify_timing_counts_the_cases(walked, desk):
    desk.letter()
    assert run("verify_timing") == "4 permohonan diperiksa, 0 selisih.\n"


def test_verify_timing_names_a_difference(walked, capsys):
    Stay.objects.filter(case=walked, task="deliver").update(working=timedelta(minutes=29))
    with pytest.raises(SystemExit) as left:
        verify_timing.Command().run_from_argv(["manage.py", "verify_timing", "--no-color"])
    printed = capsys.readouterr()
    assert left.value.code == 1
    assert printed.out == f"{walked.number} tindakan 5: working 0:29:00 ≠ 3:35:00\n"
    assert printed.err == "1 selisih antara kunjungan tersimpan dan riwayat.\n"


# -- Refusals ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [timing, history])
@pytest.mark.parametrize("number", ["9999", "0001/PPID/5371/XI/1999", "nol", "99999999999999999999", ""])
def test_an_unknown_number_is_one_sentence_and_exit_1(command, number, walked, capsys):
    name = command.__name__.rpartition(".")[2]
    with pytest.raises(SystemExit) as left:
        command.Command().run_from_argv(["manage.py", name, "--no-color", number])
    printed = capsys.readouterr()
    assert (left.value.code, printed.out) == (1, "")
    assert printed.err == f"Tidak ada permohonan bernomor “{number}”.\n"


def test_the_short_number_means_the_newest_year(desk):
    old = desk.walkin()
    new = desk.walkin(desk.now.replace(year=2027, month=1, day=4))
    assert (old.short_number, new.short_number) == ("0001", "0001")
    assert json.loads(run("history", "0001", "--json"))[0]["number"] == new.number
    assert json.loads(run("history", "1", "--json"))[0]["number"] == new.number
    assert json.loads(run("history", old.number, "--json"))[0]["number"] == old.number
