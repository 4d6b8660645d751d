"""A verb of the door called with something else than it takes fails the type check."""

import os
import re
import subprocess
import sys
from collections import Counter

from tests.repository import ROOT

CALLS = "tests/house/wrong_calls.py"


def test_wrong_calls_of_the_door_fail_the_type_check_and_right_ones_pass(tmp_path):
    lines = (ROOT / CALLS).read_text().splitlines()
    marked = Counter(
        (number, code)
        for number, line in enumerate(lines, 1)
        if "# wrong:" in line
        for code in line.split("# wrong:")[1].split()
    )
    checked = subprocess.run(
        [sys.executable, "-m", "mypy", "--no-error-summary", "--show-error-codes", CALLS],
        cwd=ROOT, env=os.environ | {"DATA_DIR": str(tmp_path), "MYPY_FORCE_COLOR": "0"}, capture_output=True, text=True,
    )  # fmt: skip
    said = re.findall(rf"^{CALLS}:(\d+): error: .*\[([a-z-]+)\]$", checked.stdout, re.MULTILINE)
    assert (Counter((int(number), code) for number, code in said), checked.stderr) == (marked, "")
    assert sum(marked.values()) >= 13
