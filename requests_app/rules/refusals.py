"""Named refusals: why an act is not done, each with one Indonesian sentence and the answer a browser gets."""

from collections.abc import Callable
from typing import Any


class Refusal(Exception):
    """An act that is not done. Nothing was written."""

    status = 409

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class NotPermitted(Refusal):
    """The person holds no post that may do this."""

    status = 403


class AlreadyDone(Refusal):
    """Another act moved the case first: "langkah ini sudah diselesaikan oleh … pukul …"."""


class NotNow(Refusal):
    """The act is not possible where the case stands."""


class TokenSpent(Refusal):
    """The form was already sent, with other content."""


class Incomplete(Refusal):
    """The step's outputs are missing: one message per field."""

    status = 422

    def __init__(self, errors: dict[str, str]) -> None:
        super().__init__(" ".join(errors.values()))
        self.errors = errors


def is_allowed(check: Callable[..., object], *args: Any) -> bool:
    """Tell whether a check refuses nothing: every `may_…` is its `check_…`, caught."""
    try:
        check(*args)
    except Refusal:
        return False
    return True
