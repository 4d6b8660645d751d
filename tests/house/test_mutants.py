"""The small wrong changes that `python -m tests.mutants` tries, and the list of those that change nothing."""

import tomllib
from pathlib import Path

import pytest

from tests.mutants.__main__ import EQUIVALENT, sample
from tests.mutants.changes import changes_of
from tests.mutants.reach import Reach, _moved
from tests.repository import text

SOURCE = '''
"""What a module says."""
__all__ = ["read"]


def read(case: str, *, most: int = 3) -> list[str]:
    """Say nothing of this."""
    found = rows.filter(case=case, open=True).order_by("-act")
    if not found or len(found) >= most:
        raise Refused("Tidak ada yang terbuka.")
    case.seen = True
    note(case, found)
    names = [row.name for row in found if row.name]
    return {"first": names[0], "all": names} if names else None
'''


def made(source: str) -> list[str]:
    return [str(change) for change in changes_of(source)]


def test_every_small_wrong_change_is_made_once():
    assert made(SOURCE) == [
        "number: 3 → 2",
        "number: 3 → 4",
        "link: without .filter(case=case, open=True)",
        "argument: without open=True",
        "argument: without case=case",
        "link: without .order_by('-act')",
        "truth: True → False",
        "name: \"-act\" → 'act'",
        "sign: not found → found",
        "condition: without not found",
        "and/or: not found or len(found) >= most → (not found and len(found) >= most)",
        "condition: without len(found) >= most",
        "never: not found or len(found) >= most → False",
        "always: not found or len(found) >= most → True",
        "comparison: len(found) >= most → (len(found) > most)",
        "exit: without raise Refused('Tidak ada yang terbuka.')",
        "statement: without case.seen = True",
        "truth: True → False",
        "swapped: note(case, found) → note(found, case)",
        "statement: without note(case, found)",
        "condition: without row.name",
        'return: return {"first": names[0], "all": names} if names else None → return None',
        "entry: without 'first'",
        "entry: without 'all'",
        'never: {"first": names[0], "all": names} if names else None → None',
        "always: {\"first\": names[0], \"all\": names} if names else None → {'first': names[0], 'all': names}",
        "name: \"first\" → 'first_'",
        "number: 0 → -1",
        "number: 0 → 1",
        "name: \"all\" → 'all_'",
    ]


@pytest.mark.parametrize(
    ("source", "changes"),
    [
        ("x = a < b", ["comparison: a < b → (a <= b)"]),
        ("x = a is None", ["comparison: a is None → (a is not None)"]),
        ("x = a + 1", ["arithmetic: a + 1 → (a - 1)", "number: 1 → 0", "number: 1 → 2"]),
        ("f(b, c)", ["swapped: f(b, c) → f(c, b)", "statement: without f(b, c)"]),
        ("x = min(a)", ["contrary: min(a) → max(a)"]),
        ("x = a.first()", ["contrary: a.first() → a.last()"]),
        ("x = a.astimezone(WITA)", ["link: without .astimezone(WITA)"]),
        ("x = a.select_related(b, c)", []),
        ("x = (a, b)", ["member: without b", "member: without a"]),
        ("x: int = True", ["truth: True → False"]),
        ("x = 'nama'", ["name: 'nama' → 'nama_'"]),
        ("x = 'Tidak ada.'", []),
        ("x = f'{a + 1} b'", []),
        ("@cached(1)\ndef f(a: int = 2): ...", ["number: 2 → 1", "number: 2 → 3"]),
    ],
)
def test_a_change_of_each_kind(source, changes):
    assert made(source) == changes


def test_a_changed_source_is_the_source_but_for_one_piece():
    source = 'né = "é" if a and b else c\n'
    assert [change.applied(source) for change in changes_of(source)] == [
        "né = 'é'\n",
        "né = c\n",
        'né = "é" if (a or b) else c\n',
        'né = "é" if a else c\n',
        'né = "é" if b else c\n',
    ]


def test_a_sample_is_the_same_for_a_seed():
    first, again, other = (sample("requests_app/clock", 10, seed, set()) for seed in (1, 1, 2))
    assert (first == again, first == other, len(first)) == (True, False, 10)


def test_a_changed_line_is_run_by_the_tests_of_its_statement():
    then = ["def f():", "    a = (", "        1,", "    )", "    return a"]
    now = ["# new", "def f():", "    a = (", "        2,", "    )", "    return a"]
    assert _moved(then, now) == {1: 2, 2: 3, 4: 5, 5: 6}
    reach = Reach(
        {"slow": 3.0, "wide": 0.1, "narrow": 0.1}, {3: {"wide", "narrow", "slow"}}, {"wide": 9, "narrow": 1, "slow": 1}
    )
    assert reach.tests_of(4, "\n".join(now)) == ["narrow", "wide", "slow"]


def test_what_changes_nothing_still_stands_in_the_code_with_its_reason():
    rows = tomllib.loads(text(EQUIVALENT)).get("equivalent", [])
    stands = [(change.text, str(change)) for row in rows for change in changes_of(text(Path(row["file"])))]
    assert [row for row in rows if (row["line"], row["change"]) not in stands or len(row["reason"]) < 20] == []
