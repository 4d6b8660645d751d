"""House rules a script can see: sizes, where step numbers live, what may stand at the top, no addresses."""

import ast
import re
from pathlib import Path

from tests.repository import files, text

TOP_LEVEL = set(
    """
    .ci .gitignore CHANGELOG.md Makefile README.md deploy fixtures kpu_desk manage.py
    pyproject.toml requests_app requirements static templates tests
    """.split()
)
CONFIGURATION = {".toml", ".lock", ".cfg"}
STEP_NUMBER = re.compile(r"\b(step|number)\s*(==|!=|in|not in)\s*[\[({]?\s*\d")
ADDRESS = re.compile(r"--(extra-)?index-url|--find-links|https?://(?!127\.0\.0\.1|localhost|\S*\bexample\.)")
COST = re.compile(r"\b(one|two|three|four|five|six|\d+) (query|queries|statements?)\b|\bmilliseconds?\b", re.IGNORECASE)
DOMAIN = {"sop", "clock", "models", "rules", "derived", "workflow"}
MACHINE_PATH = re.compile(r"(?<![\w.])/(root|home|work|Users)/\w")


def python_files() -> list[Path]:
    """List our Python, migrations aside: they are generated."""
    return [path for path in files(".py") if "migrations" not in path.parts]


def lines(path: Path) -> int:
    """Count a file's lines."""
    return text(path).count("\n")


def long_functions(path: Path) -> list[str]:
    """Name the functions of one file that run past 40 lines."""
    return [
        f"{path}:{node.lineno} {node.name}"
        for node in ast.walk(ast.parse(text(path)))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno - node.lineno >= 40
    ]


def test_functions_stay_within_40_lines():
    assert [name for path in python_files() for name in long_functions(path)] == []


def test_modules_stay_within_400_lines():
    assert [str(path) for path in python_files() if lines(path) > 400] == []


def test_templates_stay_within_80_lines():
    assert [str(path) for path in files(".html") if lines(path) > 80] == []


def test_a_template_is_not_short_because_its_lines_are_long():
    long = [
        f"{path}:{at}" for path in files(".html") for at, one in enumerate(text(path).split("\n"), 1) if len(one) > 120
    ]
    assert long == []


def test_step_numbers_live_in_the_table_alone():
    code = [
        path for path in python_files() if path.parts[0] == "requests_app" and path.parts[1] not in {"sop", "sop.py"}
    ]
    assert [
        f"{path}:{number} {line.strip()}"
        for path in code
        for number, line in enumerate(text(path).splitlines(), 1)
        if STEP_NUMBER.search(line)
    ] == []


def test_what_a_page_costs_is_said_where_pages_are_made():
    code = [path for path in python_files() if path.parts[0] == "requests_app" and path.parts[1] in DOMAIN]
    assert [str(path) for path in code if COST.search(text(path))] == []


def test_pins_and_configuration_hold_no_address():
    places = [
        path
        for path in files()
        if path.parts[0] in {"requirements", "deploy"}
        or path.suffix in CONFIGURATION
        or path.name in {"Makefile", "run"}
    ]
    assert [str(path) for path in places if ADDRESS.search(text(path))] == []


def test_no_file_names_a_path_of_one_machine():
    assert [str(path) for path in files() if MACHINE_PATH.search(text(path))] == []


def test_every_pin_has_a_hash():
    pins = [block for name in ("base", "postgres", "test") for block in pinned(name)]
    assert [block for block in pins if "--hash=sha256:" not in block] == []
    assert len(pins) > 50


def test_narrower_pins_are_part_of_wider_ones():
    base, postgres, test = (set(pinned(name)) for name in ("base", "postgres", "test"))
    assert (base - postgres, postgres - test) == (set(), set())


def pinned(name: str) -> list[str]:
    """Split one pin file into its packages."""
    blocks = re.split(r"\n(?=\S)", text(Path(f"requirements/{name}.txt")))
    return [block.strip() for block in blocks if block.strip() and not block.startswith("#")]


def test_the_top_level_holds_what_the_design_names():
    assert {path.parts[0] for path in files()} - TOP_LEVEL == set()


def test_templates_hold_no_inline_script_or_style():
    inline = re.compile(r"<style\b|<script(?![^>]*\bsrc=)|\sstyle=[\"']|\son[a-z]+=[\"']", re.IGNORECASE)
    screens = [path for path in files(".html") if "print" not in path.parts]
    assert [str(path) for path in screens if inline.search(text(path))] == []


def test_the_rules_see_a_breach():
    body = "def long():\n" + "    pass\n" * 40
    node = ast.parse(body).body[0]
    assert node.end_lineno - node.lineno >= 40
    assert STEP_NUMBER.search("if case.step == 3:")
    assert COST.search("Two statements then.")
    assert ADDRESS.search("--index-url x")
    assert MACHINE_PATH.search("see " + "/home/" + "someone")
