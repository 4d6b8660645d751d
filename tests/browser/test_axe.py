"""Every page can be read and worked by everybody: axe, titles, error summaries, narrow screens, dark colours."""

import re

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.places import PLACES

EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What a narrow screen and dark colours can change; names, order and labels stay as they are.
LOOKS = {
    "type": "rule",
    "values": ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"],
}
FAULTS = """async wanted => {
  const found = await axe.run(document, {runOnly: wanted, resultTypes: ['violations']});
  return found.violations.flatMap(fault => fault.nodes.map(
    node => `${fault.id}: ${node.target.join(' ')} ${node.any.map(check => check.message)}`));
}"""
COUNTS = re.compile(r"^\([^)]*\) ")  # a landing page's title says what is late by now
OPEN_ALL = "for (const folded of document.querySelectorAll('details')) folded.open = true"
SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"
EMPTY = """() => {
  for (const field of document.querySelectorAll('main form[method=post] :is(input,textarea,select):not([type=hidden])'))
    if (['radio', 'checkbox'].includes(field.type)) field.checked = false; else field.value = '';
}"""
MESSAGES = "[...document.querySelectorAll('.summary li')].map(line => line.innerText)"
REACHED = """() => [...document.querySelectorAll('.summary a')].map(link => {
  link.click();
  return [link.hash.slice(1), document.activeElement.id];
})"""


def faults(window):
    """List what is wrong with a page: light at the desk, dark on a phone, everything folded open."""
    window.look(OPEN_ALL)
    window.look(AXE_SCRIPT)
    found = window.look(FAULTS, EVERYTHING)
    window.resize(320)
    found += [f"320 px: {over} px sideways" for over in [window.look(SIDEWAYS)] if over > 0]
    window.resize(360)
    found += [f"360 px: {over} px sideways" for over in [window.look(SIDEWAYS)] if over > 0]
    window.darken("dark")
    found += [f"dark, phone: {fault}" for fault in window.look(FAULTS, LOOKS)]
    window.resize(1366)
    window.darken("light")
    return found


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_a_page_is_readable_by_everybody(place, seats, world):
    window = seats(place.who)
    assert window.goto(place.path.format(**world)) == place.status
    assert COUNTS.sub("", window.title) == f"{place.title.format(**world)} · KPU Kota Kupang"
    assert faults(window) == []


@pytest.mark.parametrize("place", [place for place in PLACES if place.form], ids=str)
def test_a_refused_form_says_what_to_do(place, seats, world):
    window = seats(place.who)
    window.goto(place.path.format(**world))
    window.look(EMPTY)
    assert window.send(place.button) == 422
    assert window.title == f"Galat: {place.title.format(**world)} · KPU Kota Kupang"
    assert window.look("document.activeElement.className") == "summary"
    messages = window.look(MESSAGES)
    assert len(messages) == len({*messages}) > 0
    assert faults(window) == []
    assert [goal for goal, reached in window.look(REACHED) if goal != reached] == []


@pytest.mark.parametrize("who", ["helpdesk", "ketua", "kasubag2"])
def test_the_menu_of_a_phone_is_one_line_beside_its_counter(who, seats, world):
    window = seats(who)
    window.goto("/")
    window.resize(360)
    tops = window.look("[...document.querySelectorAll('nav.main a')].map(link => link.offsetTop)")
    assert (window.count("nav.main b"), len({*tops})) == (1, 1)
    window.resize(1366)
