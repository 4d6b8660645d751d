"""A second edition, typed by hand: the rows of 2020 with one more after 7, so that all later ones have other numbers.

The test settings put it beside the product's own before the models are read; it is never the current one, and cases
are begun under it by name. It asks nothing new of the product, since its row more is one more `review`.
"""

from dataclasses import replace

from requests_app.sop import EDITIONS, Actor, Edition, Ending, Step, Task

OLD = EDITIONS["2020"]
NEXT = "uji-14"


def moved(slug: str, number: int, *then: int) -> Step:
    """Take a row over under another number."""
    return replace(OLD.row(slug), number=number, next=then)


def from_there_too(slug: str) -> Ending:
    """Let a case leave from the row more as well."""
    ending = OLD.ending(slug)
    return replace(ending, rows=(*ending.rows, "telaah-kedua"))


SECOND_REVIEW = Step(
    number=8,
    slug="telaah-kedua",
    title="Telaah kedua",
    heading="Menelaah sekali lagi surat permohonan tersebut.",
    tasks=(
        Task(
            slug="review",
            title="Surat ditelaah sekali lagi",
            button="Catat hasil telaah kedua",
            actors=(Actor.KASUBAG,),
            addressed=True,
        ),
    ),
    target_minutes=20,
    inputs=("Surat masuk", "Disposisi surat"),
    outputs=("Surat selesai ditelaah sekali lagi",),
    next=(9,),
    reentry="review",
)

EDITION_NEXT = Edition(
    slug=NEXT,
    number="Keputusan rekaan untuk uji",
    title="Edisi rekaan dengan empat belas langkah",
    signed="1 Desember 2026",
    note="Rekaan.",
    entries=(1, 5),
    rows=(
        moved("registrasi", 1, 2),
        moved("pertemuan-langsung", 2, 3),
        moved("disposisi-lisan", 3, 4),
        moved("tindak-lanjut", 4),
        moved("surat-masuk", 5, 6),
        moved("disposisi-surat", 6, 7),
        moved("mencermati-surat", 7, 8),
        SECOND_REVIEW,
        moved("identifikasi", 9, 10, 11, 13),
        moved("konsultasi-divisi", 10, 11, 13),
        moved("data-baku-tanpa-surat", 11, 12),
        moved("penyerahan-data", 12),
        moved("surat-balasan", 13, 14),
        moved("penyampaian-surat", 14),
    ),
    endings=tuple(
        from_there_too(ending.slug) if ending.slug in ("not_held", "not_documented") else ending
        for ending in OLD.endings
    ),
    sheet=replace(OLD.sheet, number="05", ratified="1 Desember 2026", signed="1 Desember 2026"),
)


def register() -> None:
    """Put the edition beside the product's own."""
    EDITIONS[NEXT] = EDITION_NEXT
