"""What a page costs on a first visit, and that it asks nothing of anybody else."""

import pytest

from tests.browser.places import PLACES

MOST = 14_000  # bytes on the wire, heads included: one round trip of a fresh connection
PUBLIC = 5_000
INLINE = "document.querySelectorAll('[style],style,script:not([src]),[onclick],[onsubmit],[onload]').length"


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_a_first_visit_is_light_and_keeps_to_the_desk(place, stays, world, address):
    window = stays(place.who)
    weighed = window.weigh(place.path.format(**world))
    inline = window.look(INLINE)
    window.close()
    assert {url for url in weighed if not url.startswith(address)} == set()
    assert window.problems == []
    assert inline == 0
    assert sum(weighed.values()) <= (PUBLIC if place.path.startswith(("/lacak", "/periksa")) else MOST)
