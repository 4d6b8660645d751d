"""Time a reply letter against the renderer's own time for its page, and its reprint: `python -m tests.bench_letter`.

The renderer alone gets the letter's finished html; ours is everything from the record to the tagged PDF. Both are drawn
in turn, so that a busy machine slows both; said are medians of CPU time. A reprint is read from storage.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from typing import Any

RUNS = 25
MOST, REPRINT = 1.3, 5.0  # times the renderer's own; milliseconds


def milliseconds(do: Callable[[], Any]) -> float:
    """Measure this process's own work."""
    began = time.process_time()
    do()
    return (time.process_time() - began) * 1000


def issued() -> Any:
    """Walk a letter to its number in an office of its own."""
    from django.core.management import call_command

    from tests.cast import Desk, build
    from tests.papers import letter_to_print

    call_command("migrate", verbosity=0)
    desk = Desk(build(alone=True))
    case = desk.case_at(12, "draft")
    body = "Menindaklanjuti surat Saudara:\n\n1. Data **terlampir**.\n2. Sumbernya disebut.\n\nDemikian."
    desk.do(case, "draft", body=body, copies_to="Ketua KPU Provinsi\nArsip")
    case.refresh_from_db()
    return letter_to_print(desk.do(case, "approve"))


def measure(letter: Any) -> dict[str, float]:
    """Draw letter and bare page in turn, then reprint. Raises AssertionError when two reprints differ."""
    from weasyprint import HTML

    from requests_app import printing
    from requests_app.printing.render import BASE, _fetcher
    from tests.cast import NOW

    html = printing.reply_letter(letter).html

    def bare() -> bytes:
        return HTML(string=html, base_url=BASE, url_fetcher=_fetcher()).write_pdf(pdf_variant="pdf/ua-1")

    def ours() -> bytes:
        return printing.reply_letter(letter).pdf

    bare(), ours()  # what a process keeps is warm from here on
    times = [(milliseconds(bare), milliseconds(ours)) for _ in range(RUNS)]
    first = printing.letter_bytes(letter, now=NOW)
    again = [milliseconds(lambda: printing.letter_bytes(letter, now=NOW)) for _ in range(RUNS)]
    assert printing.letter_bytes(letter, now=NOW) == first
    floor, own = (statistics.median(column) for column in zip(*times, strict=True))
    return {"bare": floor, "own": own, "ratio": own / floor, "reprint": statistics.median(again)}


def main() -> None:
    """Measure and say it; end with 1 past the budgets."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(DATA_DIR=folder, HTTPS="0", DJANGO_SETTINGS_MODULE="kpu_desk.settings")
        os.environ.pop("DATABASE_URL", None)
        import django

        django.setup()
        found = measure(issued())
    print(
        f"letter {found['own']:.1f} ms, the renderer alone {found['bare']:.1f} ms: {found['ratio']:.2f} × (≤ {MOST})\n"
        f"reprint, byte-identical: {found['reprint']:.2f} ms (≤ {REPRINT})"
    )
    raise SystemExit(found["ratio"] > MOST or found["reprint"] > REPRINT)


if __name__ == "__main__":
    main()
