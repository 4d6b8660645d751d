"""The log names an error's place and kind, never its words."""

import logging
import sys

from kpu_desk.logs import PlainFormatter


def formatted(error: BaseException) -> str:
    """Format one caught error."""
    try:
        raise error
    except type(error):
        return PlainFormatter().formatException(sys.exc_info())


def test_an_error_is_logged_without_its_message():
    text = formatted(ValueError("Key (nik)=(5371010101900001) already exists"))
    assert text.endswith("\nValueError")
    assert "5371010101900001" not in text


def test_the_cause_is_logged_too():
    error = RuntimeError("outer")
    error.__cause__ = KeyError("inner")
    lines = formatted(error).splitlines()
    assert (lines[0], lines[-1]) == ("KeyError", "RuntimeError")


def test_a_whole_line_holds_no_message():
    record = logging.LogRecord("desk", logging.ERROR, "x.py", 1, "Galat %s", ("a",), None)
    name = "Siti Aminah"
    try:
        raise LookupError(name)
    except LookupError:
        record.exc_info = sys.exc_info()
    line = PlainFormatter("%(levelname)s %(message)s").format(record)
    assert line.splitlines()[0] == "ERROR Galat a"
    assert name not in line
