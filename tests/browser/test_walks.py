"""The walks through the decree in real Chromium, each role at its own window, every click counted."""

import re

import pytest

from requests_app.models import InformationRequest
from tests.browser.conftest import log_in

KASUBAG = "kasubag2"
ORAL = [
    ("helpdesk", "availability", ("2", "meet", "open")),
    ("helpdesk", "meet", ("3", "dispose", "open")),
    ("ketua", "dispose", ("4", "deliver", "open")),
    (KASUBAG, "deliver", ("", "", "ended")),
]
STUDIED = [
    ("ketua", "dispose", ("7", "review", "open")),
    (KASUBAG, "review", ("8", "identify", "open")),
]
DATA = [
    (KASUBAG, "prepare", ("11", "deliver", "open")),
    (KASUBAG, "deliver", ("", "", "ended")),
]
LETTER = [
    (KASUBAG, "draft", ("12", "approve", "open")),
    ("ketua", "approve", ("13", "deliver", "open")),
    (KASUBAG, "deliver", ("", "", "ended")),
]
RETURNED = [
    (KASUBAG, "draft", ("12", "approve", "open")),
    ("ketua", "return", ("12", "draft", "open")),
]
# Who does what, and where the case stands after it, typed by hand.
WALKS = {
    "1-2-3-4": ORAL,
    "5-6-7-8-10-11": [
        *STUDIED,
        (KASUBAG, "identify data", ("10", "assign", "open")),
        ("sekretaris", "assign", ("10", "prepare", "open")),
        *DATA,
    ],
    "5-6-7-8-9-10-11": [
        *STUDIED,
        (KASUBAG, "identify consult", ("9", "consult", "open")),
        (KASUBAG, "consult data", ("10", "prepare", "open")),
        *DATA,
    ],
    "5-6-7-8-12-13": [
        *STUDIED,
        (KASUBAG, "identify letter", ("12", "assign", "open")),
        ("sekretaris", "assign", ("12", "draft", "open")),
        *RETURNED,
        *LETTER,
    ],
    "5-6-7-8-9-12-13": [
        *STUDIED,
        (KASUBAG, "identify consult", ("9", "consult", "open")),
        (KASUBAG, "consult letter", ("12", "draft", "open")),
        *LETTER,
    ],
}


# -- What each form wants of a hand: only what is not filled in already ------------------------------------------------


def register(window, name="Yohanis Umbu"):
    """Fill in the four things asked of a visitor; Enter sends."""
    window.fill("phone", "0812 3456 7890")
    window.fill("name", name)
    window.choose("Ketua")
    window.fill("information", "Rekapitulasi DPT per kecamatan")
    return window.press_and_go("Enter")


def receive(window):
    """Fill in what the agenda wants; Enter sends."""
    window.fill("subject", "Permohonan data pemilih")
    window.fill("sender", "Universitas Timor Raya")
    return window.press_and_go("Enter")


def dispose(window):
    """Say what is wanted, chosen already where it is only said; naming the addressee sends."""
    if not window.count("[name=instructions]:checked"):
        window.choose("Tindak lanjuti")
    return window.follow("main button[name=addressee]:has-text('Kasubag Rendatin')")


def deliver(window):
    """Name the receiver; Enter sends."""
    window.fill("receiver_name", "Yohanis Umbu")
    return window.press_and_go("Enter")


def choose(*chips):
    """Tap chips, then the button."""

    def fill_in(window):
        for chip in chips:
            window.choose(chip)
        return window.send()

    return fill_in


def send_back(window):
    """Return a draft with a note."""
    window.fill("note", "Sebutkan nomor surat pemohon.")
    return window.send("Kembalikan dengan catatan")


HANDS = {
    "availability": choose(),
    "meet": choose(),
    "dispose": dispose,
    "deliver": deliver,
    "review": choose(),
    "identify data": choose("Data saja"),
    "identify letter": choose("Surat balasan"),
    "identify consult": choose("Perlu konsultasi divisi"),
    "consult data": choose("Rendatin", "Data saja"),
    "consult letter": choose("Rendatin", "Dengan surat balasan"),
    "assign": choose(),
    "prepare": choose(),
    "draft": choose(),
    "approve": choose(),
    "return": send_back,
}
TASKS = {"return": "approve"}


def act(window, pk, hand):
    """Go from the landing page by its button into the form, and do the act."""
    task = TASKS.get(hand, hand.split()[0])
    window.goto("/")
    assert window.follow(f'main a.btn[href="/permohonan/{pk}/{task}/"]') == 200
    assert HANDS[hand](window) == 200


def opened(window, walk):
    """Open a case at one of the two doors; give its key."""
    door, hand, after = ("1", register, "2") if walk.startswith("1") else ("5", receive, "6")
    window.goto("/")
    assert window.follow(f'main a[href="/mulai/{door}/"]') == 200
    assert hand(window) == 200
    assert window.standing()[0] == after
    return int(re.match(r"/permohonan/(\d+)/", window.path).group(1))


def walk_along(desks, walk, **options):
    """Take a case from its door to its end; give its key."""
    pk = opened(desks("helpdesk", **options), walk)
    for who, hand, after in WALKS[walk]:
        window = desks(who, **options)
        act(window, pk, hand)
        assert window.standing() == after
    return pk


def book_rows(window, pk):
    """Read this case's rows in the expedition book of this month."""
    window.goto("/buku/ekspedisi/")
    rows = window.look(
        "[...document.querySelectorAll('tbody tr')].map(row => [row.querySelector('a').pathname, row.innerText])"
    )
    return [text for path, text in rows if path == f"/permohonan/{pk}/"]


@pytest.mark.parametrize("walk", WALKS)
def test_a_walk_through_the_decree_ends_in_the_book(desks, walk):
    pk = walk_along(desks, walk)
    (row,) = book_rows(desks("helpdesk"), pk)
    assert "Yohanis Umbu" in row
    assert [desks(who).problems for who in ("helpdesk", "ketua", "sekretaris", KASUBAG)] == [[], [], [], []]


def test_a_walk_with_scripts_off(desks):
    pk = walk_along(desks, "5-6-7-8-12-13", java_script_enabled=False)
    (row,) = book_rows(desks("helpdesk"), pk)
    assert "Yohanis Umbu" in row


# -- What it costs -----------------------------------------------------------------------------------------------------


def test_a_visitor_is_four_fields_and_enter(desks):
    window = desks("helpdesk")
    window.goto("/mulai/1/")
    assert window.look("document.activeElement.name") == "phone"
    window.type("tidak ada")
    window.press("Tab")
    window.type("Marlince Banunaek")
    window.press("Tab", "Space", "Tab")
    window.type("Daftar calon tetap")
    assert window.press_and_go("Enter") == 200
    case = InformationRequest.objects.latest("pk")
    assert (case.petitioner.name, case.addressee.short_title) == ("Marlince Banunaek", "Ketua")
    assert case.number in window.text()
    assert window.look("document.activeElement.innerText") == "Cetak tanda bukti"
    assert window.look("document.activeElement.pathname") == f"/permohonan/{case.pk}/cetak/receipt/"


def to_be_disposed(desks, walk):
    """Bring a case to the Ketua's desk, and the Ketua to the landing page."""
    pk = opened(desks("helpdesk"), walk)
    for who, hand, (_, task, _) in WALKS[walk] if walk.startswith("1") else []:
        act(desks(who), pk, hand)
        if task == "dispose":
            break
    window = desks("ketua")
    window.goto("/")
    window.taps = 0
    window.follow(f'main a.btn[href="/permohonan/{pk}/dispose/"]')
    return window


@pytest.mark.parametrize(("walk", "taps"), [("1-2-3-4", 2), ("5-6-7-8-10-11", 3)], ids=["oral", "written"])
def test_a_disposition_is_a_few_taps_from_the_landing_page(desks, walk, taps):
    window = to_be_disposed(desks, walk)
    assert HANDS["dispose"](window) == 200
    assert window.standing()[1] in {"deliver", "review"}
    assert window.taps == taps


def test_enter_in_a_disposition_sends_to_nobody_and_the_addressee_is_kept(desks):
    window = to_be_disposed(desks, "5-6-7-8-10-11")
    window.tap("summary")
    window.look("document.querySelector('main [name=note]').focus()")
    window.type("Segera")
    window.press("Enter")
    assert window.standing()[1] == "dispose"
    assert window.follow("main button[name=addressee]:has-text('Kasubag Rendatin')") == 422
    assert window.text(".summary li") == "Pilih isi disposisi atau tulis catatannya."
    assert "Kasubag Rendatin" in window.text("button.picked")


def test_a_hand_over_is_a_name_and_enter(desks):
    pk = opened(desks("helpdesk"), "1-2-3-4")
    for who, hand, _ in ORAL[:-1]:
        act(desks(who), pk, hand)
    window = desks(KASUBAG)
    window.goto(f"/permohonan/{pk}/deliver/")
    assert window.look("document.activeElement.name") == "receiver_name"
    window.type("Yohanis Umbu")
    assert window.press_and_go("Enter") == 200
    assert (window.standing(), window.count(f'a[href="/permohonan/{pk}/cetak/handover/"]')) == (("", "", "ended"), 1)


# -- What must not happen twice ----------------------------------------------------------------------------------------


def test_a_double_click_registers_once(desks):
    window, before = desks("helpdesk"), InformationRequest.objects.count()
    window.goto("/mulai/1/")
    window.fill("phone", "tidak ada")
    window.fill("name", "Dua Kali")
    window.choose("Ketua")
    window.fill("information", "DPT")
    window.send_twice()
    window.goto("/permohonan/")
    assert InformationRequest.objects.count() == before + 1


AGAIN = "sent => fetch(location.href, {method: 'POST', body: new URLSearchParams(sent)}).then(answer => answer.url)"
TYPED = "[...new FormData(document.querySelector('main form[method=post]'))]"


def test_going_back_finds_the_act_done_and_the_same_submit_repeats_its_result(desks):
    window = desks("helpdesk")
    pk = opened(window, "1-2-3-4")
    window.goto(f"/permohonan/{pk}/availability/")
    sent = window.look(TYPED)
    assert window.send() == 200
    done = InformationRequest.objects.get(pk=pk)
    window.back()
    assert (window.text("h1"), window.count("main form")) == ("Sudah ada tindakan lain", 0)
    assert window.look(AGAIN, sent).endswith(f"/permohonan/{pk}/")
    again = InformationRequest.objects.get(pk=pk)
    assert (again.act, again.task) == (done.act, done.task)


def test_who_comes_second_reads_who_was_first_and_keeps_the_text(desks, opens):
    pk = opened(desks("helpdesk"), "5-6-7-8-10-11")
    act(desks("ketua"), pk, "dispose")
    first, second = desks(KASUBAG), log_in(opens(), KASUBAG)
    for window in (first, second):
        window.goto(f"/permohonan/{pk}/review/")
    second.fill("summary", "Minta data per kelurahan.")
    assert first.send() == 200
    assert second.send() == 409
    assert "sudah diselesaikan oleh" in second.text()
    assert "Minta data per kelurahan." in second.text()


def test_a_telephone_typed_first_finds_who_came_before(desks):
    window = desks("helpdesk")
    window.goto("/mulai/1/")
    register(window, name="Sudah Pernah Datang")
    window.goto("/mulai/1/")
    window.type("081234567890")
    window.tap("[data-fill]")
    assert window.look("document.querySelector('main [name=name]').value") == "Sudah Pernah Datang"
    assert window.look("document.activeElement.name") == "addressee"
    assert window.problems == []
