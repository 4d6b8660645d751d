"""Small real files for the demonstration, each marked as invented and judged as any upload is."""

import io
from datetime import date
from functools import lru_cache

from django.core.files.base import ContentFile

from ..documents import Upload, inspect

INVENTED = "Data rekaan untuk peragaan"
DISTRICTS = {"Alak": 3, "Maulafa": 5, "Oebobo": 6, "Kota Raja": 2, "Kelapa Lima": 4, "Kota Lama": 1}


def make(kind: str, topic: str, number: int) -> Upload:
    """Make a file: "scan" a PDF page, "shot" a PNG, "csv" a table, "pdf" a page of data."""
    name, content = MAKERS[kind](topic, number)
    return inspect(ContentFile(content, name=name))


def scan(topic: str, number: int) -> tuple[str, bytes]:
    return f"surat-{number:03}.pdf", page(("Pindaian surat", INVENTED, topic), "PDF")


def data_page(topic: str, number: int) -> tuple[str, bytes]:
    return f"data-{number:03}.pdf", page((topic, INVENTED), "PDF")


def shot(topic: str, number: int) -> tuple[str, bytes]:
    return f"tangkapan-{number:03}.png", page(("Tangkapan layar", INVENTED, "Mohon ditindaklanjuti"), "PNG")


def table(topic: str, number: int) -> tuple[str, bytes]:
    rows = [f"{name};{base * 1000 + number}" for name, base in DISTRICTS.items()]
    return f"data-{number:03}.csv", "\n".join([f"{INVENTED};", "Kecamatan;Jumlah", *rows, ""]).encode()


def sheet(lines: list[str], day: date) -> Upload:
    """Make the scan of a day's sheet: a line per row, a stroke of the pen beside each."""
    head = ("Lembar ekspedisi", f"{day:%d-%m-%Y}", INVENTED)
    return inspect(ContentFile(page((*head, *lines), "PDF"), name=f"lembar-{day}.pdf"))


@lru_cache(maxsize=200)
def page(lines: tuple[str, ...], kind: str) -> bytes:
    """Draw a page of text as an image, alone or in a PDF, as a scanner does."""
    from PIL import Image, ImageDraw

    image = Image.new("L", (420, 594), 255)
    pen = ImageDraw.Draw(image)
    for row, line in enumerate(lines):
        pen.text((30, 40 + row * 24), line[:60], fill=30)
    for row in range(8, 22):
        pen.line((30, row * 24, 390 - row % 4 * 30, row * 24), fill=170, width=4)
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()


MAKERS = {"scan": scan, "pdf": data_page, "shot": shot, "csv": table}
