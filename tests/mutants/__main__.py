"""Try small wrong changes and print those that no test notices.

    python -m tests.mutants --measure                           once, and after the suite has changed much
    python -m tests.mutants requests_app/clock requests_app/documents.py --sample 100 --seed 1

Each change is tried on a copy with the tests that run its line, the narrowest first, until one fails. What changes
nothing anybody could notice stands in `tests/equivalent_mutants.toml` with the reason.
"""

import argparse
import json
import random
import sys
import time
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tests.mutants import reach
from tests.mutants.changes import Change, changes_of
from tests.mutants.trying import NOTICED, UNNOTICED, Bench, bench
from tests.repository import files, text

EQUIVALENT = Path("tests/equivalent_mutants.toml")
FIRST = 25  # tests tried first; what they let pass meets all others that run the line
MOST_SECONDS = 150.0  # of the suite's own time, for one change


@dataclass(frozen=True)
class Tried:
    """One change of one source, and what became of it."""

    path: Path
    change: Change
    answer: str = ""

    def __str__(self) -> str:
        return f"{self.path}:{self.change.line} {self.change}"


def sources(module: str) -> list[Path]:
    """List the sources of a module or a room."""
    wanted = Path(module)
    return [path for path in files(".py") if path == wanted or wanted in path.parents]


def equivalents() -> set[tuple[str, str, str]]:
    """Read which changes are known to change nothing, by source, line and change."""
    rows = tomllib.loads(text(EQUIVALENT)).get("equivalent", [])
    return {(row["file"], row["line"], row["change"]) for row in rows}


def sample(module: str, number: int, seed: int, kinds: set[str]) -> list[Tried]:
    """Draw changes of a module, always the same for a seed; those known to change nothing are not drawn."""
    known = equivalents()
    found = [Tried(path, change) for path in sources(module) for change in changes_of(text(path))]
    real = [one for one in found if (str(one.path), one.change.text, str(one.change)) not in known]
    wanted = [one for one in real if not kinds or one.change.kind in kinds]
    drawn = random.Random(seed).sample(wanted, min(number, len(wanted))) if number else wanted
    return sorted(drawn, key=lambda one: (one.path, one.change.start, one.change.after))


def attempt(one: Tried, place: Bench, known: reach.Reach) -> Tried:
    """Try one change with the tests that run its line."""
    source = text(one.path)
    tests = enough(known.tests_of(one.change.line, source), known)
    with place.changed(one.path, one.change.applied(source)):
        for some in (tests[:FIRST], tests[FIRST:]):
            limit = 60 + 10 * sum(known.times[test] for test in some)
            if some and place.run(some, limit) == NOTICED:
                return Tried(one.path, one.change, NOTICED)
    return Tried(one.path, one.change, UNNOTICED)


def enough(tests: list[str], known: reach.Reach) -> list[str]:
    """Keep as many tests as may be run for one change."""
    kept, seconds = [], 0.0
    for test in tests:
        seconds += known.times[test]
        if seconds > MOST_SECONDS:
            break
        kept.append(test)
    return kept


def judged(module: str, arguments: argparse.Namespace, place: Bench) -> list[Tried]:
    """Try a module's sample; print what nobody notices as it is found."""
    drawn = sample(module, arguments.sample, arguments.seed, set(arguments.kind))
    known = reach.read(sorted({one.path for one in drawn}))
    begun, done = time.monotonic(), []
    for one in drawn:
        done.append(attempt(one, place, known[one.path]))
        if done[-1].answer == UNNOTICED:
            print(f"  {done[-1]}", flush=True)
    noticed = sum(one.answer == NOTICED for one in done)
    rate = 100 * noticed / max(1, len(done))
    seconds = time.monotonic() - begun
    print(
        f"{module}: {noticed} of {len(done)} noticed, {rate:.1f} %, seed {arguments.seed}, {seconds:.0f} s", flush=True
    )
    return done


def keep(done: list[Tried], module: str, seed: int) -> None:
    """Keep the answers beside the measured run."""
    rows = [
        {"file": str(one.path), "line": one.change.text, "change": str(one.change), "answer": one.answer}
        for one in done
    ]
    name = module.replace("/", ".").removesuffix(".py")
    (reach.KEPT / f"{name}.{seed}.json").write_text(json.dumps(rows, indent=1, ensure_ascii=False))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__.split("\n")[0])
    parser.add_argument("module", nargs="*", help="a source or a folder of them")
    parser.add_argument("--sample", type=int, default=100, help="changes for each module; 0 tries all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--kind", action="append", default=[], help="only changes of this kind, as a survivor's line names it"
    )
    parser.add_argument("--measure", action="store_true", help="run the suite once and keep which test runs which line")
    parser.add_argument("--workers", type=int, default=2, help="processes of the measured run")
    arguments = parser.parse_args()
    if arguments.measure:
        reach.measure(arguments.workers)
    if not arguments.module:
        return
    with bench() as place:
        done = [one for module in arguments.module for one in judged_and_kept(module, arguments, place)]
    print(Counter(one.change.kind for one in done if one.answer == UNNOTICED).most_common())
    sys.exit(0)


def judged_and_kept(module: str, arguments: argparse.Namespace, place: Bench) -> list[Tried]:
    done = judged(module, arguments, place)
    keep(done, module, arguments.seed)
    return done


if __name__ == "__main__":
    main()
