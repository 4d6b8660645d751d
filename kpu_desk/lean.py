"""Static files as they are served: hashed, compressed, and our own without the comments that are for readers alone."""

import re

from django.core.files.base import ContentFile, File
from whitenoise.storage import CompressedManifestStaticFilesStorage

OWN = re.compile(r"desk(\.\w+)?\.(css|js)")
CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
JS_COMMENT = re.compile(r"^\s*//.*$", re.MULTILINE)  # whole lines: nothing inside a string can look like one


def lean(name: str, text: str) -> str:
    """Take comments, blank lines and indentation out of a style sheet or script; every statement keeps its line."""
    comments = CSS_COMMENT if name.endswith(".css") else JS_COMMENT
    lines = [line.strip() for line in comments.sub("", text).splitlines()]
    return "".join(f"{line}\n" for line in lines if line)


class LeanStorage(CompressedManifestStaticFilesStorage):
    """Save our own style sheet and script lean; everything else as it is."""

    def _save(self, name: str, content: File) -> str:
        if OWN.fullmatch(name):
            content.seek(0)  # a file about to be saved under its hash was read for it
            content = ContentFile(lean(name, content.read().decode()).encode())
        saved: str = super()._save(name, content)
        return saved
