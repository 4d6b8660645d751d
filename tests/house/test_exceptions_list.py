"""Whatever is skipped, ignored or excluded stands in one list with its reason."""

import re
import tomllib
from collections import Counter

from tests.repository import ROOT, files, text

# Split so that this file does not find itself.
MARKS = {
    "skip": r"pytest\.(?:mark\.)?(?:skip|importor" + r"skip)\w*\b",
    "xfail": r"pytest\.(?:mark\.)?x" + r"fail\b",
    "no-cover": r"#\s*pragma:\s*no " + r"(?:cover|branch)",
    "noqa": r"#\s*(?:ruff:\s*|flake8:\s*)?no" + r"qa\b",
    "type-ignore": r"#\s*type:\s*ig" + r"nore\b|#\s*mypy:\s*ig" + r"nore",
    "mypy": r"(?m)^(?:ignore_\w+|allow_\w+|implicit_\w+) = (?!false)|^follow_imports|"
    r"^(?:disallow_\w+|warn_\w+|check_\w+|strict\w*|no_implicit_\w+|extra_checks) = fa" + r"lse",
    "djlint": r"djlint:\s*o" + r"ff",
    "axe": r"axe" + r"-exclude\b|[\"']exc" + r"lude[\"']\s*:",
}


# What `mypy --strict` turns on, and unreachable code.
STRICT = {
    "check_untyped_defs", "disallow_any_generics", "disallow_incomplete_defs", "disallow_subclassing_any",
    "disallow_untyped_calls", "disallow_untyped_decorators", "disallow_untyped_defs", "extra_checks",
    "no_implicit_reexport", "strict_equality", "warn_redundant_casts", "warn_return_any", "warn_unreachable",
    "warn_unused_ignores",
}  # fmt: skip


def listed() -> list[dict]:
    """Read the list."""
    return tomllib.loads((ROOT / "tests/exceptions.toml").read_text()).get("exception", [])


def found() -> Counter:
    """Count the marks of every file."""
    marks = Counter()
    for path in files(".py", ".html", ".js", ".css", ".toml"):
        for kind, pattern in MARKS.items():
            count = len(re.findall(pattern, text(path)))
            if count:
                marks[str(path), kind] = count
    return marks


def test_every_exception_is_listed_and_every_line_is_true():
    assert Counter({(line["file"], line["kind"]): line["count"] for line in listed()}) == found()


def test_every_exception_has_a_reason():
    assert [line for line in listed() if len(line["reason"].split()) < 4] == []


def test_the_patterns_see_their_marks():
    samples = {
        "skip": "@pytest.mark.sk" + "ipif(True)",
        "xfail": "pytest.x" + "fail('no')",
        "no-cover": "# pragma: no " + "cover",
        "noqa": "# no" + "qa: E501",
        "type-ignore": "# type: ig" + "nore[attr-defined]",
        "mypy": "disallow_untyped_defs = fa" + "lse",
        "djlint": "{# djlint:o" + "ff #}",
        "axe": "{'exc" + "lude': ['#map']}",
    }
    assert {kind: bool(re.search(MARKS[kind], sample)) for kind, sample in samples.items()} == dict.fromkeys(
        MARKS, True
    )


def test_what_moves_a_case_is_checked_with_every_flag_of_strict():
    mypy = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["mypy"]
    (rooms,) = [override for override in mypy["overrides"] if "requests_app.workflow.*" in override["module"]]
    assert rooms.pop("module") == [
        "requests_app.clock.*", "requests_app.derived.*", "requests_app.outcomes", "requests_app.rules.*",
        "requests_app.sop.*", "requests_app.workflow.*",
    ]  # fmt: skip
    everywhere = {name for name, value in mypy.items() if value is True}
    assert {name for name, value in rooms.items() if value is True} | everywhere == STRICT
