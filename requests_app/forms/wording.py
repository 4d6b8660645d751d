"""The office's wording of an outcome, filled from a case: where a letter's text begins."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from django import forms
from django.utils.html import format_html_join

from ..models.letters import PLACEHOLDERS, fill_placeholders, template_for
from ..models.people import Office
from ..models.records import Consultation, ExcludedArticle, Identification, IncomingLetter, RawData
from ..outcomes import OUTCOMES, Data
from ..text.words import hari_tanggal, jam, tanggal
from .base import in_a_sentence
from .task import Scene

LAW = "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik"


def worded(scene: Scene, outcome: str, typed: Mapping[str, str]) -> str:
    """Give the wording in force for an outcome, filled from the case and from what the form already holds."""
    office = scene.acting.office
    found = template_for(outcome, scene.now.date(), office.calendar_version) if office else None
    if not found or not office:
        return ""
    known = values(scene, office, typed)
    if OUTCOMES[outcome].data != Data.PART:
        return fill_placeholders(found.body, known)
    part = "" if known["data_baku"] == known["informasi"] else known["data_baku"]  # what was asked is the whole
    return fill_placeholders(
        found.body, known | {"data_baku": part}, PLACEHOLDERS | {"data_baku": "bagian yang diberikan"}
    )


def values(scene: Scene, office: Office, typed: Mapping[str, str]) -> dict[str, str]:
    """Collect what a case knows; what it does not know stays empty."""
    dossier, case = scene.known, scene.case
    found, talk, raw = dossier.last(Identification), dossier.last(Consultation), dossier.last(RawData)
    interview = talk.interview_at if talk else None
    return {
        "rujukan": reference(scene),
        "nama": case.petitioner.name if case.petitioner else "",
        "nomor_permohonan": case.number,
        "tanggal_permohonan": tanggal(case.received_at),
        "informasi": wanted(case.information),
        "data_baku": wanted(typed.get("description", "") or (raw.description if raw else case.information)),
        "pasal": article(typed.get("excluded_article", "")),
        "uji_konsekuensi": found.consequence_test if found else "",
        "waktu_wawancara": f"{hari_tanggal(interview)}, pukul {jam(interview)}" if interview else "",
        "divisi": str(talk.division) if talk else "",
        "tempat": ", ".join(part for part in (f"Kantor {office.short_name}", office.address) if part),
        "kantor": office.short_name,
    }


def wanted(information: str) -> str:
    """Say what is asked for inside a sentence: "Permohonan data pemilih" is "data pemilih"."""
    words = re.sub(r"^(permohonan|permintaan)\s+(?=\S)", "", information.strip(), flags=re.IGNORECASE)
    return in_a_sentence(words).rstrip(".")


def article(slug: str) -> str:
    """Name a ground of refusal as letters do: "Pasal 17 huruf h Undang-Undang …"."""
    return f"{ExcludedArticle(slug).label.split(' – ')[0]} {LAW}" if slug in ExcludedArticle.values else ""


def reference(scene: Scene) -> str:
    """Name what is answered: the letter, or the registration."""
    letter, case = scene.known.last(IncomingLetter), scene.case
    if letter is None:
        return f"permohonan informasi Saudara nomor {case.number} tanggal {tanggal(case.received_at)}"
    number = f" nomor {letter.letter_number}" if letter.letter_number else ""
    day = f" tanggal {tanggal(letter.letter_date)}" if letter.letter_date else ""
    return f"surat Saudara{number}{day} perihal {letter.subject}"


def mark(text: str) -> str:
    """Know a text again: while it bears the mark it was filled with, nobody has typed in it."""
    return hashlib.sha256("\n".join(text.split("\r\n")).strip().encode()).hexdigest()[:16]


class LetterTemplateForm(forms.ModelForm):
    """Says beside the wording what may stand between braces."""

    body = forms.CharField(
        label="Isi",
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 18, "cols": 100}),
        help_text=format_html_join("", "<code>{{{}}}</code> {}<br>", PLACEHOLDERS.items()),
    )
