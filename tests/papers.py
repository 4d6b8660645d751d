"""Reads a PDF as its reader does: its words, its pages, what it says about itself."""

import io
import subprocess
from functools import lru_cache

from pypdf import PdfReader

from requests_app.models import InformationRequest, ReplyLetter
from requests_app.printing import PAPERS
from requests_app.printing.letters import latest_letter
from requests_app.printing.records import CaseRecords
from tests.cast import NOW


def printed(name: str, case: InformationRequest, now=NOW):
    """Print one of a case's papers, as its address does."""
    return PAPERS[name].printed(case, now)


def letter_to_print(case: InformationRequest) -> ReplyLetter:
    """Find the letter a case's address prints."""
    return latest_letter(CaseRecords(case, NOW))


def words(pdf: bytes) -> str:
    """Give the words of a PDF in reading order, white space drawn together."""
    return " ".join(text(pdf).split())


@lru_cache(maxsize=32)
def text(pdf: bytes) -> str:
    """Give the text of a PDF cell by cell, a form feed after each page."""
    command = ["pdftotext", "-raw", "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()


def pages(pdf: bytes) -> list[str]:
    """Give the words of each page."""
    return [" ".join(page.split()) for page in text(pdf).split("\f")[:-1]]


def claims(pdf: bytes) -> dict[str, object]:
    """Say what a PDF claims: language, title, tagged, the PDF/UA part it follows."""
    reader = PdfReader(io.BytesIO(pdf))
    xmp = reader.root_object["/Metadata"].get_object().get_data().decode()
    return {
        "lang": reader.root_object["/Lang"],
        "title": reader.metadata.title,
        "tagged": bool(reader.root_object["/MarkInfo"]["/Marked"]),
        "ua": "pdfuaid:part" in xmp,
        "title_shown": bool(reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"]),
    }


def fonts(pdf: bytes, path) -> set[tuple[str, str]]:
    """List each font's family and whether it is embedded."""
    path.write_bytes(pdf)
    listing = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in listing.splitlines()[2:]]
    return {(row[0].split("+")[-1].split("-")[0], row[-5]) for row in rows}
