"""The desk by keyboard alone."""

import pytest

FOCUSED = "document.activeElement.matches('main form[method=post] .btn:not(.quiet)')"
LINKED = "document.activeElement.matches('main a.btn:not(.quiet)')"


def tab_to(window, goal, most=60):
    """Press Tab until the goal has the focus; tell whether it came."""
    for _ in range(most):
        if window.look(goal):
            return True
        window.press("Tab")
    return False


@pytest.mark.parametrize(("who", "key", "path"), [("helpdesk", "n", "/mulai/1/"), ("ketua", "d", "/dispose/")])
def test_a_letter_opens_the_next_work(seats, world, who, key, path):
    window = seats(who)
    window.goto("/")
    assert window.press_and_go(key) == 200
    assert window.path.endswith(path)


def test_p_prints(seats, world):
    window = seats("helpdesk")
    window.goto(f"/permohonan/{world['ask'].pk}/")
    assert window.press_and_ask("p").endswith(f"/permohonan/{world['ask'].pk}/cetak/receipt/")


def test_keys_rest_while_typing_and_can_be_switched_off(seats, world):
    window = seats("helpdesk")
    window.goto("/")
    window.press("/")
    assert window.look("document.activeElement.type") == "search"
    window.press("n", "d", "?")
    assert (window.path, window.look("document.activeElement.value")) == ("/", "nd?")
    window.look("document.activeElement.blur()")
    window.press("?")
    assert window.look("document.querySelector('#tombol').open")
    window.look("document.querySelector('#tombol input').click()")
    window.goto("/")
    window.press("n")
    assert window.path == "/"
    window.look("document.querySelector('#tombol input').click()")


def test_ctrl_enter_sends_from_a_text_of_many_lines(seats, world):
    window = seats("kasubag2")
    window.goto(f"/permohonan/{world['fresh'].pk}/review/")
    window.look("document.querySelector('main textarea').focus()")
    window.type("Diminta per kecamatan.")
    assert window.press_and_go("Control+Enter") == 200
    assert window.standing() == ("8", "identify", "open")


def test_the_first_tab_skips_to_the_content(seats):
    window = seats("helpdesk")
    window.goto("/")
    window.press("Tab")
    assert window.look("document.activeElement.innerText") == "Langsung ke isi"
    window.press("Enter")
    assert window.look("document.activeElement.id") == "isi"


def test_a_visitor_is_registered_by_keyboard_alone(seats):
    window = seats("helpdesk")
    window.goto("/")
    assert tab_to(window, LINKED)
    assert window.press_and_go("Enter") == 200
    window.type("tidak ada")
    window.press("Tab")
    window.type("Tanpa Tetikus")
    window.press("Tab", "ArrowDown", "Tab")
    window.type("Hasil rekapitulasi")
    assert tab_to(window, FOCUSED)
    assert window.press_and_go("Enter") == 200
    assert window.standing() == ("2", "availability", "open")


def test_a_written_disposition_by_keyboard_alone(seats, world):
    window = seats("ketua")
    window.goto(f"/permohonan/{world['written'].pk}/dispose/")
    assert tab_to(window, "document.activeElement.name === 'instructions'")
    window.press("Space")
    assert tab_to(window, "document.activeElement.name === 'addressee'")
    assert window.press_and_go("Enter") == 200
    assert window.standing() == ("7", "review", "open")
