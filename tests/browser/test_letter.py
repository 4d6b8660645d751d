"""Writing a letter in real Chromium: the buttons, the wording that follows the outcome, the copy kept meanwhile."""

from requests_app.models import ReplyLetter, SavedDraft

BODY = "document.querySelector('#id_body').value"
BUTTON = "form[method=post] p.acts .btn.quiet:text-is('{}')"


def open_draft(seats, world):
    window = seats("kasubag2")
    window.goto(f"/permohonan/{world['draft'].pk}/draft/")
    window.tap("#id_subject")
    window.wait("document.querySelector('#id_body').previousElementSibling.matches('p.acts')")
    return window


def test_the_wording_follows_the_outcome_until_somebody_types(seats, world):
    window = open_draft(seats, world)
    assert "dapat diberikan seluruhnya" in window.look(BODY)
    window.choose("Tidak dikuasai")
    window.wait(f"{BODY}.includes('tidak berada dalam penguasaan')")
    window.look("document.querySelector('#id_body').value = 'Tulisan saya.'")
    window.choose("Ditolak")
    window.settle()
    assert window.look(BODY) == "Tulisan saya."
    assert window.problems == []


def test_what_describes_data_is_there_only_for_a_decision_that_gives_some(seats, world):
    window = open_draft(seats, world)
    shown = "document.querySelector('#id_description').checkVisibility()"
    seen = [window.look(shown)]
    for decision in ("Ditolak", "Diberikan sebagian", "Undangan wawancara", "Diberikan seluruhnya"):
        window.choose(decision)
        seen.append(window.look(shown))
    assert seen == [True, False, True, False, True]


def test_the_buttons_write_the_markup(seats, world):
    window = open_draft(seats, world)
    window.look("document.querySelector('#id_body').value = ''")
    window.tap(BUTTON.format("Tebal"))
    assert window.look(BODY) == "**teks**"
    window.look("document.querySelector('#id_body').value = ''")
    window.tap(BUTTON.format("Nomor"))
    assert window.look(BODY) == "1. butir\n"
    window.tap(BUTTON.format("Tabel"))
    assert "| Uraian | Jumlah |\n|---|---|" in window.look(BODY)


def test_what_is_laid_aside_survives_a_closed_browser(seats, stays, world):
    window = open_draft(seats, world)
    window.look("document.querySelector('#id_body').value = 'Setengah jadi.'")
    assert window.send("Simpan konsep") == 200
    other = stays("kasubag2")
    other.goto(f"/permohonan/{world['draft'].pk}/draft/")
    assert other.look(BODY) == "Setengah jadi."
    other.close()
    assert (SavedDraft.objects.count(), ReplyLetter.objects.filter(case=world["draft"]).count()) == (1, 0)
