"""Where a building's parts lie, and which cases' content a built book shows."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

from django.conf import settings

from ... import documents
from ...models.builds import BookBuild, BuildPart


def place(build: int, number: int) -> Path:
    """Say where a part drawn for a building lies."""
    return Path(settings.BUILDS_ROOT) / str(build) / f"{number:03}.pdf"


def keep(build: int, number: int, content: bytes) -> str:
    """Write a part, whole or not at all; give its SHA-256."""
    target = place(build, number)
    target.parent.mkdir(mode=0o750, parents=True, exist_ok=True)
    draft = target.with_suffix(".sebagian")
    with draft.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(target)
    return hashlib.sha256(content).hexdigest()


def part_bytes(part: BuildPart) -> bytes:
    """Read a part. Raises documents.Unreadable when it is gone or changed."""
    if part.closed:
        return documents.read(part.closed.file)
    try:
        content = place(part.build_id, part.number).read_bytes()
    except OSError as error:
        raise documents.Unreadable(f"Bagian “{part.title}” sudah tidak disimpan; susun bukunya sekali lagi.") from error
    if hashlib.sha256(content).hexdigest() != part.sha256:
        raise documents.Unreadable(f"Bagian “{part.title}” berubah sejak disimpan; susun bukunya sekali lagi.")
    return content


def is_whole(part: BuildPart) -> bool:
    """Tell whether a part can still be used."""
    try:
        return bool(part_bytes(part))
    except documents.Unreadable:
        return False


def drop_superseded(build: BookBuild) -> None:
    """Remove the drawn parts of earlier buildings of the same book; their joined files stay."""
    earlier = BookBuild.objects.filter(key=build.key, pk__lt=build.pk).values_list("pk", flat=True)
    for pk in earlier:
        shutil.rmtree(place(pk, 0).parent, ignore_errors=True)


def cases_shown(build: BookBuild) -> set[int]:
    """Name the cases whose content stands in what was built."""
    return {case for cases in build.parts.values_list("cases", flat=True) for case in cases}
