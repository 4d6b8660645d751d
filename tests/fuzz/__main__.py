"""`python -m tests.fuzz 20000 [SEED]`: the fuzz test, with more requests than the suite has time for."""

import os
import sys

import pytest

count, seed = (sys.argv[1:] + ["2000", "1"][len(sys.argv) - 1 :])[:2]
os.environ |= {"FUZZ": count, "FUZZ_SEED": seed}
sys.exit(pytest.main(["-q", "-s", "-p", "no:cacheprovider", "--show-capture=no", "--tb=short", "tests/fuzz"]))
