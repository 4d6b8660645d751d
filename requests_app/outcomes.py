"""What follows from each outcome of a request: what is given, which notice and papers go with it, what books say.

Pure data, from LAW.md section 1. An ending names its outcome, a reply letter decides one; nothing else says what
either of them entails.
"""

from dataclasses import dataclass
from enum import StrEnum


class Data(StrEnum):
    """What of the information reached the petitioner."""

    WHOLE = "whole"
    PART = "part"
    SPOKEN = "spoken"
    NONE = "none"


class DayGiven(StrEnum):
    """Which day stands under "Tanggal pemberian"."""

    HANDED = "handed"
    MET = "met"
    NONE = "none"


class Notice(StrEnum):
    """What tells the petitioner in writing."""

    GIVEN = "PPID-D A"
    PARTLY = "PPID-D A 5"  # and PPID-E for the part kept back
    NOT_GIVEN = "PPID-D B"
    REFUSED = "PPID-E"
    INTERVIEW = "wawancara"  # its own wording: offered, held, with whom
    SHORTFALL = "kekurangan"  # what is missing in the file, and until when
    NONE = ""


# Lines of the recap and of the yearly report that several outcomes share.
GIVEN, PARTLY, WHOLLY = "Diberikan", "Diberikan sebagian", "Diberikan seluruhnya"
NOT_GIVEN, UNPROCESSED = "Tidak diberikan", "Tidak diproses atau ditarik"


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """One way a request is decided, or ends undecided."""

    slug: str
    decision: str  # the register's "Keputusan"
    data: Data = Data.NONE
    given_on: DayGiven = DayGiven.NONE
    notice: Notice = Notice.NONE
    papers: tuple[str, ...] = ()  # what it needs or leaves, by the papers' names
    holding: str = ""  # what it says of whether the office holds the information, if that is the point of it
    voids: bool = False  # no written notice is owed any more; else ending so is the notice, or goes with it
    recap: str = ""  # its column in the recap; none: not counted as a request
    yearly: str = ""  # its line in the yearly report; none: not counted as a request
    reason: str = ""  # said under a line it shares

    @property
    def gives_data(self) -> bool:
        """Tell whether data baku can be described, attached and handed over with it."""
        return self.data in (Data.WHOLE, Data.PART)

    @property
    def withholds(self) -> bool:
        """Tell whether it names an article of the law: something is refused."""
        return self.notice in (Notice.REFUSED, Notice.PARTLY)


_ALL = (
    Outcome(
        slug="given",
        decision="Diberikan",
        data=Data.WHOLE,
        given_on=DayGiven.HANDED,
        notice=Notice.GIVEN,
        papers=("letter", "notice", "handover"),
        recap=GIVEN,
        yearly=WHOLLY,
    ),
    Outcome(
        slug="partly_refused",
        decision="Diberikan sebagian",
        data=Data.PART,
        given_on=DayGiven.HANDED,
        notice=Notice.PARTLY,
        papers=("letter", "notice", "refusal", "handover"),
        recap=PARTLY,
        yearly=PARTLY,
    ),
    Outcome(
        slug="refused",
        decision="Ditolak",
        notice=Notice.REFUSED,
        papers=("letter", "refusal"),
        recap="Ditolak",
        yearly=NOT_GIVEN,
    ),
    Outcome(
        slug="not_held",
        decision="Tidak dikuasai",
        notice=Notice.NOT_GIVEN,
        papers=("letter", "notice"),
        holding="tidak",
        recap="Tidak dikuasai",
        yearly=NOT_GIVEN,
        reason="Tidak dikuasai",
    ),
    Outcome(
        slug="not_documented",
        decision="Belum didokumentasikan",
        notice=Notice.NOT_GIVEN,
        papers=("letter", "notice"),
        holding="belum",
        recap="Belum didokumentasikan",
        yearly=NOT_GIVEN,
        reason="Belum didokumentasikan",
    ),
    Outcome(
        slug="answered",
        decision="Diberikan (lisan)",
        data=Data.SPOKEN,
        given_on=DayGiven.MET,
        notice=Notice.GIVEN,
        papers=("notice",),
        recap=GIVEN,
        yearly=WHOLLY,
    ),
    Outcome(
        slug="interview",
        decision="Wawancara",
        data=Data.SPOKEN,
        notice=Notice.INTERVIEW,
        papers=("letter", "notice"),
        recap=GIVEN,
        yearly=WHOLLY,
    ),
    Outcome(slug="not_a_request", decision="Bukan permohonan", voids=True),
    Outcome(
        slug="withdrawn",
        decision="Ditarik",
        voids=True,
        recap=UNPROCESSED,
        yearly="Ditarik pemohon",
    ),
    Outcome(
        slug="duplicate",
        decision="Ganda",
        voids=True,
        recap=UNPROCESSED,
        yearly="Salah atau ganda daftar",
    ),
    Outcome(
        slug="not_collected",
        decision="Tidak diambil",
        notice=Notice.GIVEN,
        papers=("notice",),
        voids=True,
        recap=UNPROCESSED,
        yearly="Tidak diambil",
    ),
    Outcome(
        slug="incomplete",
        decision="Tidak dapat diproses",
        notice=Notice.SHORTFALL,
        voids=True,
        recap=UNPROCESSED,
        yearly=NOT_GIVEN,
        reason="Identitas tidak lengkap",
    ),
)
OUTCOMES = {outcome.slug: outcome for outcome in _ALL}
