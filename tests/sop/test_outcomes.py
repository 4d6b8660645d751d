"""What follows from each outcome, against LAW.md section 1 as typed by hand; and every ending and letter has one."""

from requests_app.models.records import LetterOutcome
from requests_app.outcomes import OUTCOMES
from requests_app.sop import EDITIONS

# Data given, "Tanggal pemberian", notice, papers, the register's "Keputusan".
LAW = {
    "given": ("whole", "handed", "PPID-D A", ("letter", "notice", "handover"), "Diberikan"),
    "partly_refused": (
        "part", "handed", "PPID-D A 5", ("letter", "notice", "refusal", "handover"), "Diberikan sebagian",
    ),
    "refused": ("none", "none", "PPID-E", ("letter", "refusal"), "Ditolak"),
    "not_held": ("none", "none", "PPID-D B", ("letter", "notice"), "Tidak dikuasai"),
    "not_documented": ("none", "none", "PPID-D B", ("letter", "notice"), "Belum didokumentasikan"),
    "answered": ("spoken", "met", "PPID-D A", ("notice",), "Diberikan (lisan)"),
    "interview": ("spoken", "none", "wawancara", ("letter", "notice"), "Wawancara"),
    "not_a_request": ("none", "none", "", (), "Bukan permohonan"),
    "withdrawn": ("none", "none", "", (), "Ditarik"),
    "duplicate": ("none", "none", "", (), "Ganda"),
    "not_collected": ("none", "none", "PPID-D A", ("notice",), "Tidak diambil"),
    "incomplete": ("none", "none", "kekurangan", (), "Tidak dapat diproses"),
}  # fmt: skip
# The recap's column, the yearly report's line, the reason said under it.
COUNTED = {
    "given": ("Diberikan", "Diberikan seluruhnya", ""),
    "partly_refused": ("Diberikan sebagian", "Diberikan sebagian", ""),
    "refused": ("Ditolak", "Tidak diberikan", ""),
    "not_held": ("Tidak dikuasai", "Tidak diberikan", "Tidak dikuasai"),
    "not_documented": ("Belum didokumentasikan", "Tidak diberikan", "Belum didokumentasikan"),
    "answered": ("Diberikan", "Diberikan seluruhnya", ""),
    "interview": ("Diberikan", "Diberikan seluruhnya", ""),
    "not_a_request": ("", "", ""),
    "withdrawn": ("Tidak diproses atau ditarik", "Ditarik pemohon", ""),
    "duplicate": ("Tidak diproses atau ditarik", "Salah atau ganda daftar", ""),
    "not_collected": ("Tidak diproses atau ditarik", "Tidak diambil", ""),
    "incomplete": ("Tidak diproses atau ditarik", "Tidak diberikan", "Identitas tidak lengkap"),
}
ENDS_AS = {
    "given": ("given", ()),
    "replied": ("given", ("given", "interview")),
    "other_official": ("", ()),
    "appointment": ("", ()),
    "to_letter": ("", ()),
    "answered": ("answered", ()),
    "incomplete": ("incomplete", ()),
    "withdrawn": ("withdrawn", ()),
    "duplicate": ("duplicate", ()),
    "not_collected": ("not_collected", ()),
    "not_held": ("not_held", ("not_held",)),
    "not_documented": ("not_documented", ("not_documented",)),
    "interviewed": ("interview", ()),
    "refused": ("refused", ("refused",)),
    "partly_refused": ("partly_refused", ("partly_refused",)),
}


def test_the_table_is_the_laws():
    told = {
        slug: (str(one.data), str(one.given_on), str(one.notice), one.papers, one.decision)
        for slug, one in OUTCOMES.items()
    }
    assert told == LAW


def test_where_the_recap_and_the_yearly_report_count_each():
    assert {slug: (one.recap, one.yearly, one.reason) for slug, one in OUTCOMES.items()} == COUNTED


def test_what_voids_a_notice_what_gives_data_and_what_names_an_article():
    assert {slug for slug, one in OUTCOMES.items() if one.voids} == {
        "incomplete", "withdrawn", "duplicate", "not_collected", "not_a_request",
    }  # fmt: skip
    assert {slug for slug, one in OUTCOMES.items() if one.gives_data} == {"given", "partly_refused"}
    assert {slug for slug, one in OUTCOMES.items() if one.withholds} == {"refused", "partly_refused"}


def test_every_ending_names_its_outcome_and_every_letter_its_ending():
    endings = EDITIONS["2020"].endings
    assert {ending.slug: (ending.outcome, ending.letters) for ending in endings} == ENDS_AS
    assert sorted(LetterOutcome.values) == sorted(name for _, letters in ENDS_AS.values() for name in letters)
