"""Acts on a letter beside its row: the Sekretaris's paraf, rounds kept and compared, a letter cancelled."""

import pytest
import time_machine

from requests_app import documents, printing
from requests_app.derived.stays import office_calendar, verify
from requests_app.models import Document, LetterDecision, ReplyLetter
from requests_app.rules.refusals import Incomplete, NotNow, NotPermitted
from tests.cast import NOW
from tests.papers import words
from tests.posting import sealed, url
from tests.printing.test_letters import BODY


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def waiting(desk, **data):
    """Walk a letter to its signer's desk."""
    return desk.do(desk.case_at(12, "draft"), "draft", **{"body": BODY, **data})


def letter_of(case, **which) -> ReplyLetter:
    return ReplyLetter.objects.filter(case=case, **which).latest("version")


def differences(case, desk) -> list[str]:
    return verify(case, office_calendar(), desk.now)


def now_at(case) -> tuple:
    case.refresh_from_db()
    return case.step, case.task, case.state


def titles(desk, who, case) -> list[str]:
    with time_machine.travel(desk.now):
        return [entry.title for entry in desk.cast.client(who).get(f"/permohonan/{case.pk}/").context["acts"]]


# -- Paraf -------------------------------------------------------------------------------------------------------------


def test_the_paraf_is_an_act_that_moves_nothing(desk):
    case = waiting(desk)
    before = now_at(case), case.act
    desk.act("paraf", case, "sekretaris", "Sudah sesuai")
    assert (now_at(case), case.act) == (before[0], before[1] + 1)
    row = LetterDecision.objects.get(case=case)
    assert (row.decision, row.letter, row.note, row.kind) == ("paraf", letter_of(case), "Sudah sesuai", "paraf")
    assert titles(desk, "ketua", case)[0] == "Konsep surat balasan ke-1 diparaf"
    assert differences(case, desk) == []


@pytest.mark.parametrize("who", ["ketua", "kasubag2", "helpdesk", "admin"])
def test_only_the_sekretaris_initials(desk, who):
    with pytest.raises(NotPermitted, match="Hanya Sekretaris"):
        desk.act("paraf", waiting(desk), who)


def test_a_version_is_initialled_once_and_only_while_it_waits(desk):
    case = waiting(desk)
    desk.act("paraf", case, "sekretaris")
    with pytest.raises(NotNow, match="sudah diparaf"):
        desk.act("paraf", case, "sekretaris")
    desk.do(case, "approve")
    with pytest.raises(NotNow, match="Tidak ada konsep surat yang menunggu"):
        desk.act("paraf", case, "sekretaris")


def test_the_sekretaris_does_not_initial_what_is_signed_by_the_same_hand(desk):
    case = waiting(desk, signer=desk.cast.post("sekretaris"))
    with pytest.raises(NotNow, match="tanda tangani sendiri"):
        desk.act("paraf", case, "sekretaris")


def test_the_letter_bears_the_paraf_of_its_own_version_beside_the_signers_office(desk):
    case = waiting(desk)
    assert "Paraf" not in words(printing.reply_letter(letter_of(case)).pdf)
    desk.act("paraf", case, "sekretaris")
    case.refresh_from_db()
    case = desk.do(case, "approve")
    assert "Paraf Sekretaris: ON, 23 November 2026" in words(printing.letter_bytes(letter_of(case), now=NOW))
    desk.act("cancel_letter", case, "sekretaris", "Salah lampiran")
    case.refresh_from_db()
    case = desk.do(case, "draft")
    assert "Paraf" not in printing.reply_letter(letter_of(case)).html


def test_approval_never_waits_for_a_paraf_nobody_asked_for(desk):
    case = waiting(desk)
    desk.do(case, "approve")
    assert letter_of(case).status == "terbit"


def test_a_paraf_asked_for_and_missing_is_said_once_and_can_be_passed_over(desk):
    case = waiting(desk, asks_paraf=True)
    with pytest.raises(Incomplete, match="meminta paraf Sekretaris dahulu"):
        desk.do(case, "approve")
    desk.do(case, "approve", without_paraf=True, note="Sekretaris dinas luar")
    assert LetterDecision.objects.get(case=case).note == "Disetujui tanpa paraf Sekretaris. Sekretaris dinas luar"


def test_a_paraf_given_lets_the_approval_pass_but_not_the_next_version(desk):
    case = waiting(desk, asks_paraf=True)
    desk.act("paraf", case, "sekretaris")
    desk.do(case, "approve", decision="kembalikan", note="Perbaiki")
    case.refresh_from_db()
    desk.do(case, "draft", asks_paraf=True)
    case.refresh_from_db()
    with pytest.raises(Incomplete, match="meminta paraf"):
        desk.do(case, "approve")
    desk.act("paraf", case, "sekretaris")
    desk.do(case, "approve")
    assert letter_of(case).version == 2


def test_the_signer_reads_who_initialled_and_is_asked_at_the_field(desk):
    case = waiting(desk, asks_paraf=True)
    client = desk.cast.client("ketua")
    with time_machine.travel(desk.now):
        page = client.get(url(case, "approve"))
        sent = {"decision": "setuju", "envelope": sealed(page)}
        refused = client.post(url(case, "approve"), sent)
        assert "menunggu paraf Sekretaris" in page.content.decode()
        assert (refused.status_code, list(refused.context["form"].errors)) == (422, ["without_paraf"])
        done = client.post(url(case, "approve"), {**sent, "without_paraf": "on"})
    assert (done.status_code, letter_of(case).status) == (302, "terbit")


def test_the_sekretaris_sees_at_home_what_waits_for_a_paraf(desk):
    asked, _ = waiting(desk, asks_paraf=True), waiting(desk)
    client = desk.cast.client("sekretaris")
    with time_machine.travel(desk.now):
        home = client.get("/")
        assert [item.number for item in home.context["paraf"]] == [asked.short_number]
        answer = client.post(url(asked, "paraf"), {"note": ""})
        assert answer.status_code == 302
        assert client.get("/").context["paraf"] == []


# -- Rounds ------------------------------------------------------------------------------------------------------------


def test_every_round_is_kept_and_the_last_one_compared(desk):
    case = waiting(desk, body="Satu.\n\nDua.\n\nTiga.", subject="Lama")
    for note, body in (("Perbaiki dua", "Satu.\n\nDua baru.\n\nTiga."), ("Hapus tiga", "Satu.\n\nDua baru.")):
        desk.do(case, "approve", decision="kembalikan", note=note)
        case.refresh_from_db()
        case = desk.do(case, "draft", body=body, subject="Baru")
    with time_machine.travel(desk.now):
        form = desk.cast.client("ketua").get(url(case, "approve")).context["form"]
    assert [(one.version, one.words, one.note) for one in form.rounds] == [
        (2, "Dikembalikan", "Hapus tiga"), (1, "Dikembalikan", "Perbaiki dua"),
    ]  # fmt: skip
    assert [(one.label, one.gone, one.new) for one in form.changes] == [("Isi", "Tiga.", "")]
    said = words(desk.cast.client("ketua").get(url(case, "cetak/letter") + "?konsep=1").content)
    assert ("Satu. Dua. Tiga." in said, "KONSEP" in said) == (True, True)


def test_changed_fields_are_named_in_words(desk):
    case = waiting(desk)
    desk.do(case, "approve", decision="kembalikan", note="Tolak")
    case.refresh_from_db()
    sekretaris, ketua = desk.cast.post("sekretaris"), desk.cast.post("ketua")
    case = desk.do(case, "draft", body=BODY, outcome="refused", excluded_article="17h", signer=sekretaris,
                   in_name_of=ketua)  # fmt: skip
    with time_machine.travel(desk.now):
        form = desk.cast.client("sekretaris").get(url(case, "approve")).context["form"]
    assert [(one.label, one.gone, one.new) for one in form.changes] == [
        ("Keputusan", "Diberikan seluruhnya", "Ditolak"),
        ("Pasal penolakan", "–", "Pasal 17 huruf h – rahasia pribadi"),
        ("Penandatangan", "Ketua KPU Kota Kupang", "Sekretaris KPU Kota Kupang"),
        ("A.n.", "–", "Ketua KPU Kota Kupang"),
    ]


def test_a_version_nobody_wrote_is_not_printed(desk):
    case = waiting(desk)
    assert desk.cast.client("ketua").get(url(case, "cetak/letter") + "?konsep=9").status_code == 404


# -- Cancelled ---------------------------------------------------------------------------------------------------------


def issued(desk, **data):
    case = waiting(desk, **data)
    desk.do(case, "approve")
    case.refresh_from_db()
    letter = letter_of(case)
    printing.issue_pdf(letter, now=desk.now)
    return case, letter


@pytest.mark.parametrize("who", ["ketua", "sekretaris"])
def test_a_cancelled_letter_keeps_number_and_bytes_and_is_drafted_anew(desk, who):
    case, letter = issued(desk)
    stored = documents.read(Document.objects.get(record=letter))
    desk.act("cancel_letter", case, who, "Salah alamat")
    cancelled = letter_of(case)
    assert (cancelled.status, cancelled.number) == ("batal", letter.number)
    assert now_at(case) == (12, "draft", "open")
    assert case.holder == desk.cast.post("kasubag2")
    assert documents.read(Document.objects.get(record=letter)) == stored
    assert differences(case, desk) == []
    desk.do(case, "draft")
    case.refresh_from_db()
    desk.do(case, "approve")
    assert letter_of(case).number_sequence == letter.number_sequence + 1


def test_the_paper_of_a_cancelled_letter_says_so_with_its_reason(desk):
    case, letter = issued(desk)
    desk.act("cancel_letter", case, "sekretaris", "Salah alamat")
    page = desk.cast.client("sekretaris").get(f"/permohonan/{case.pk}/")
    address = f"/permohonan/{case.pk}/cetak/letter/?konsep=1"
    assert (f"Surat {letter.number} (batal)", address) in page.context["papers"]
    said = words(desk.cast.client("sekretaris").get(address).content)
    assert "BATAL" in said
    assert "Surat ini dibatalkan pada 23 November 2026 oleh Sekretaris KPU Kota Kupang: Salah alamat" in said
    assert titles(desk, "ketua", case)[0] == f"Surat balasan nomor {letter.number} dibatalkan"


def test_after_cancelling_the_page_that_checks_letters_says_so(desk, client):
    case, letter = issued(desk)
    desk.act("cancel_letter", case, "sekretaris", "Salah alamat")
    page = client.get("/periksa/", {"nomor": letter.number, "kode": letter.code}).content.decode()
    assert ("Surat ini telah dibatalkan" in page, "Salah alamat" in page) == (True, False)


@pytest.mark.parametrize("who", ["kasubag2", "helpdesk", "anggota1", "admin"])
def test_only_signer_or_sekretaris_cancels(desk, who):
    case, _ = issued(desk)
    with pytest.raises(NotPermitted, match="penandatangannya atau Sekretaris"):
        desk.act("cancel_letter", case, who, "Salah")


def test_what_was_handed_over_is_cancelled_only_after_reopening(desk):
    case, letter = issued(desk)
    desk.do(case, "deliver")
    with pytest.raises(NotNow, match="buka kembali dahulu"):
        desk.act("cancel_letter", case, "sekretaris", "Salah")
    desk.act("reopen", case, "sekretaris", 13, "Suratnya keliru")
    desk.act("cancel_letter", case, "sekretaris", "Salah")
    assert (now_at(case), letter_of(case).status) == ((12, "draft", "open"), "batal")
    assert letter.expeditions.count() == 1


def test_a_case_reopened_elsewhere_stays_where_it_stands(desk):
    case, _ = issued(desk)
    desk.do(case, "deliver")
    desk.act("reopen", case, "sekretaris", 8, "Identifikasi keliru")
    desk.act("cancel_letter", case, "sekretaris", "Salah")
    assert now_at(case) == (8, "identify", "open")


def test_a_held_case_goes_on_when_its_letter_is_cancelled(desk):
    case, _ = issued(desk)
    desk.act("ready", case, "kasubag2", "telepon")
    desk.act("cancel_letter", case, "ketua", "Salah")
    assert now_at(case) == (12, "draft", "open")
    assert differences(case, desk) == []


def test_a_reason_and_an_issued_letter_are_needed(desk):
    case, _ = issued(desk)
    with pytest.raises(Incomplete, match="Tulis alasan pembatalan"):
        desk.act("cancel_letter", case, "ketua", "  ")
    with pytest.raises(NotNow, match="Tidak ada surat terbit"):
        desk.act("cancel_letter", waiting(desk), "sekretaris", "Salah")


def test_a_letter_that_gives_all_keeps_no_article_of_the_identification(desk):
    desk.do(desk.case_at(12, "draft"), "draft", outcome="given", excluded_article="17h", no_attachment=True)
    assert ReplyLetter.objects.latest("pk").excluded_article == ""
