"""The tags of a paper put right before it is written, for who hears it read: what the renderer leaves open.

The renderer tags every table as data. One that only sets things side by side has no header cell, so a reader would
be promised columns that mean nothing: it becomes plain divisions. A header cell says what it heads (ISO 14289-1, 7.5).
"""

from collections.abc import Iterator
from typing import Any

IN_TABLES = ("/TR", "/TD", "/THead", "/TBody", "/TFoot")


def put_right(document: Any, pdf: Any) -> None:
    """Finish a document's tags: WeasyPrint's `finisher`, called with its document and the PDF being made."""
    for table in list(_elements(pdf)):
        if table["S"] == "/Table":
            parts = list(_inside(table, pdf))
            heads = [part for part in parts if part["S"] == "/TH"]
            for head in heads:
                head["A"]["Scope"] = "/Column" if _is_above(head, pdf) else "/Row"
            if not heads:
                _divide(table, parts)


def _elements(pdf: Any) -> Iterator[Any]:
    return (made for made in pdf.objects if isinstance(made, dict) and made.get("Type") == "/StructElem")


def _inside(element: Any, pdf: Any) -> Iterator[Any]:
    """Give the elements of a table, those of tables within it left out."""
    for kid in element["K"]:
        found = _referred(kid, pdf)
        if found is not None and found["S"] != "/Table":
            yield found
            yield from _inside(found, pdf)


def _referred(kid: Any, pdf: Any) -> Any:
    """Follow a reference to an element; a number is content of the page, and not one."""
    found = pdf.objects[int(kid.split()[0])] if isinstance(kid, bytes) else None
    return found if isinstance(found, dict) and found.get("Type") == "/StructElem" else None


def _is_above(head: Any, pdf: Any) -> bool:
    row = _referred(head["P"], pdf)
    return bool(row) and _referred(row["P"], pdf)["S"] == "/THead"


def _divide(table: Any, parts: list[Any]) -> None:
    for part in (table, *parts):
        if part["S"] in ("/Table", *IN_TABLES):
            part["S"] = "/Div"
            part.pop("A", None)
