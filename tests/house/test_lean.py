"""What is served is what was written, less its comments."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.test import override_settings

from kpu_desk.lean import LeanStorage, lean

SCRIPT = """// Comfort only.
(() => {
  const place = "https://contoh.example/"; // stays
    // goes
  go(place);

})();
"""


def test_a_script_keeps_its_lines_and_loses_its_comments():
    assert lean("desk.js", SCRIPT) == '(() => {\nconst place = "https://contoh.example/"; // stays\ngo(place);\n})();\n'


def test_a_style_sheet_loses_its_comments():
    assert lean("desk.css", "/* Base\n */\na{color:red}\n\n@media print{\n  b{top:0}\n}\n") == (
        "a{color:red}\n@media print{\nb{top:0}\n}\n"
    )


@pytest.mark.parametrize(
    ("name", "kept"), [("desk.js", False), ("desk.0a1b2c.css", False), ("print.css", True), ("admin/desk.css", True)]
)
def test_only_our_own_are_made_lean(tmp_path, name, kept):
    text = "/* catatan */\na{color:red}\n" if name.endswith("css") else "// catatan\ngo();\n"
    with override_settings(STATIC_ROOT=tmp_path):
        storage = LeanStorage(location=tmp_path)
        storage._save(name, ContentFile(text.encode()))
    assert ("catatan" in (tmp_path / name).read_text()) is kept


@pytest.mark.parametrize("name", ["desk.js", "desk.css"])
def test_no_statement_of_ours_is_lost(name):
    text = (Path(settings.BASE_DIR) / "static" / name).read_text()
    code = [line.strip() for line in text.splitlines() if line.strip() and not line.strip().startswith(("//", "/*"))]
    assert lean(name, text).splitlines() == code


def test_a_file_read_before_is_saved_whole(tmp_path):
    with override_settings(STATIC_ROOT=tmp_path):
        content = ContentFile(b"go();\n")
        content.read()  # as the hash in a collected file's name is taken
        LeanStorage(location=tmp_path)._save("desk.0a1b2c.js", content)
    assert (tmp_path / "desk.0a1b2c.js").read_text() == "go();\n"
