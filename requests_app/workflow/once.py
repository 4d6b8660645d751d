"""What a form about no case asks for, done once however often the form is sent."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.db import transaction

from ..models.case import Submission
from ..rules.refusals import Refusal
from .core import Doing, same_content


def once(doing: Doing, do: Callable[[], Any]) -> bool:
    """Do it and spend the form's token in one transaction; the same submit again does nothing.

    Gives whether it was done now. What is refused spends nothing. Raises TokenSpent for other content.
    """
    with transaction.atomic():
        if is_first := take(doing):
            do()
    return is_first


def take(doing: Doing) -> bool:
    """Spend a token inside the caller's transaction; of the same submit twice at once the second waits for the first.

    Raises TokenSpent for other content.
    """
    if not doing.token:
        return True
    values = {"digest": doing.digest, "user": doing.acting.user, "created_at": doing.now}
    spent, is_first = Submission.objects.get_or_create(token=doing.token, defaults=values)
    if not is_first:
        same_content(spent, doing)
    return is_first


def once_drawn(doing: Doing, do: Callable[[Callable[[], Any]], Any]) -> bool:
    """Do once what draws a paper, and so may not run inside a transaction: `do` spends the token where it writes.

    Gives whether it was done now. Raises TokenSpent for other content.
    """
    if was_sent(doing):
        return False
    try:
        do(partial(take, doing))
    except Refusal:
        if was_sent(doing):  # the same submit at the same time was first
            return False
        raise
    return True


def was_sent(doing: Doing) -> bool:
    """Tell whether this very form was sent before and done. Raises TokenSpent for other content."""
    spent = Submission.objects.filter(token=doing.token).first() if doing.token else None
    if spent is not None:
        same_content(spent, doing)
    return spent is not None
