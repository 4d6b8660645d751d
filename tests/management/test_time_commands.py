"""The two commands that answer for the clock, and how they refuse."""

import io
import json

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from requests_app.management.commands import duedate, worktime

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> str:
    out = io.StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


def test_worktime_as_json():
    assert json.loads(run("worktime", "2026-11-23T11:30", "2026-11-23T05:30:30+00:00", "--json")) == {
        "minutes": 60.5,
        "spans": [
            {"from": "2026-11-23T11:30:00", "to": "2026-11-23T12:00:00", "counted": True, "reason": "jam kerja"},
            {"from": "2026-11-23T12:00:00", "to": "2026-11-23T13:00:00", "counted": False, "reason": "istirahat"},
            {"from": "2026-11-23T13:00:00", "to": "2026-11-23T13:30:30", "counted": True, "reason": "jam kerja"},
        ],
    }


def test_worktime_for_people():
    assert run("worktime", "2026-11-23T11:30", "2026-11-23T13:10:30").splitlines() == [
        "11.30–12.00: 30 menit",
        "12.00–13.00: tidak dihitung, istirahat",
        "13.00–13.10.30: 10 menit 30 detik",
        "Jumlah 40 menit 30 detik",
    ]


def test_duedate_prints_one_date():
    assert run("duedate", "2026-03-09", "17") == "2026-04-09\n"


REFUSALS = [
    (worktime, ["2026-11-23T09:00", "2026-11-23T08:00"], "Waktu selesai mendahului waktu mulai."),
    (worktime, ["kemarin", "2026-11-23T08:00"], "“kemarin” bukan waktu ISO; tulis misalnya 2026-11-23T08:00."),
    (duedate, ["30-03-2026", "3"], "“30-03-2026” bukan tanggal ISO; tulis misalnya 2026-11-23."),
    (duedate, ["2026-03-30", "tiga"], "“tiga” bukan jumlah hari."),
    (duedate, ["2026-03-30", "-3"], "Jumlah hari kerja tidak boleh negatif."),
]


@pytest.mark.parametrize(("command", "arguments", "sentence"), REFUSALS)
def test_a_refusal_is_one_sentence_and_exit_1(command, arguments, sentence, capsys):
    name = command.__name__.rpartition(".")[2]
    with pytest.raises(CommandError) as refused:
        call_command(name, *arguments)
    assert str(refused.value) == sentence
    with pytest.raises(SystemExit) as left:
        command.Command().run_from_argv(["manage.py", name, "--no-color", *arguments])
    printed = capsys.readouterr()
    assert (left.value.code, printed.out, printed.err) == (1, "", f"{sentence}\n")
