"""Figures that add up: those of a month are the sum of its days. Pure.

A figure is filed under its kind and up to three keys, and holds how many and, where time is meant, seconds:

    received  path, channel, "paper" or ""  requests registered; "paper": entered well after they arrived
    ended     path, channel, ending         requests ended
    step      step, "late" or "on_time"     stays in a step that ended; seconds: working time, all tasks and holders
    post      post ("" the Help Desk)       stays with a post that ended; seconds: until opened, and after
    hold      reason                        holds that ended; seconds: how long they lasted by the calendar
    reason    cause                         late stays a reason was given for, on the day the stay ended
    paper     step, "late" or "on_time"     stays in a step entered from paper afterwards: counted here, not under step
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import ceil
from typing import Any

RECEIVED, ENDED, STEP, POST, HOLD, PAPER, REASON = "received", "ended", "step", "post", "hold", "paper", "reason"
LATE, ON_TIME = "late", "on_time"
FROM_PAPER = "paper"
FEW = 5  # below it a median or a percentile is an anecdote, and the page says so

Key = tuple[str, str, str, str]  # kind and its keys


@dataclass(frozen=True)
class CountedLine:
    """One line as the database counted it; `minutes` is a step's length in whole working minutes."""

    key: Key
    number: int
    seconds: int = 0
    handling: int = 0
    minutes: int | None = None


@dataclass
class Figures:
    """The figures of some span of time; see `together` for those of several."""

    number: Counter[Key] = field(default_factory=Counter)
    seconds: Counter[Key] = field(default_factory=Counter)
    handling: Counter[Key] = field(default_factory=Counter)
    minutes: dict[str, Counter[int]] = field(default_factory=dict)  # by step

    def absorb(self, other: Figures) -> None:
        """Add those of another span to these."""
        self.number.update(other.number)
        self.seconds.update(other.seconds)
        self.handling.update(other.handling)
        for step, minutes in other.minutes.items():
            self.minutes.setdefault(step, Counter()).update(minutes)

    def take(self, row: CountedLine) -> None:
        """Add one counted line."""
        self.number[row.key] += row.number
        self.seconds[row.key] += row.seconds
        self.handling[row.key] += row.handling
        if row.minutes is not None:
            self.minutes.setdefault(row.key[1], Counter())[row.minutes] += row.number

    def total(self, kind: str, **keys: str) -> int:
        """Count what is filed under a kind, narrowed by its keys `a`, `b`, `c`."""
        return sum(number for key, number in self.number.items() if _matches(key, kind, keys))

    def by(self, kind: str, place: int) -> dict[str, int]:
        """Count a kind by one of its keys (1, 2 or 3)."""
        found: Counter[str] = Counter()
        for key, number in self.number.items():
            if key[0] == kind:
                found[key[place]] += number
        return dict(found)

    def spent(self, kind: str, a: str) -> int:
        """Sum the seconds filed under a kind and its first key."""
        return sum(seconds for key, seconds in self.seconds.items() if key[:2] == (kind, a))

    def handled(self, kind: str, a: str) -> int:
        """Sum the seconds after opening filed under a kind and its first key."""
        return sum(seconds for key, seconds in self.handling.items() if key[:2] == (kind, a))

    def as_stored(self) -> tuple[list[Any], dict[str, Any]]:
        """Write as plain values for a `Tally`: its `counts` and its `minutes`."""
        counts = [[*key, number, self.seconds[key], self.handling[key]] for key, number in sorted(self.number.items())]
        minutes = {step: sorted(found.items()) for step, found in sorted(self.minutes.items()) if found}
        return counts, {step: [list(pair) for pair in found] for step, found in minutes.items()}

    @classmethod
    def from_stored(cls, counts: list[Any], minutes: dict[str, Any] | None) -> Figures:
        """Read what `as_stored` wrote."""
        figures = cls()
        for kind, a, b, c, number, seconds, handling in counts:
            key = (kind, a, b, c)
            figures.number[key], figures.seconds[key], figures.handling[key] = number, seconds, handling
        figures.minutes = {step: Counter(dict(pairs)) for step, pairs in (minutes or {}).items()}
        return figures


def _matches(key: Key, kind: str, keys: dict[str, str]) -> bool:
    return key[0] == kind and all(key["abc".index(name) + 1] == value for name, value in keys.items())


def together(parts: Iterable[Figures]) -> Figures:
    """Add up some spans' figures."""
    total = Figures()
    for part in parts:
        total.absorb(part)
    return total


def percentile(minutes: Counter[int], share: float) -> int | None:
    """Find the least number of whole working minutes that at least that share of the stays did not exceed.

    This is the nearest-rank percentile: the value at place ceil(share × n) of the stays in ascending order, so it is
    always a time that was really taken, and the median of an even number is the lower of the two in the middle. A
    stay counts in whole minutes, rounded down as everywhere on screen. None without stays.
    """
    wanted = ceil(share * sum(minutes.values()) - 1e-9)
    reached = 0
    for value in sorted(minutes):
        reached += minutes[value]
        if reached >= max(wanted, 1):
            return value
    return None


def median(minutes: Counter[int]) -> int | None:
    """Find the median of whole working minutes by nearest rank; see `percentile`."""
    return percentile(minutes, 0.5)
