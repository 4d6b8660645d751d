"""A long book's page in real Chromium: how far it has come is said by itself, and the end brings the page anew."""

from requests_app.models import BookBuild

SAYS = "document.querySelector('[data-build-says]')?.textContent"
BAR = "document.querySelector('progress').value"


def test_the_page_follows_the_building_to_its_end(seats, world, address):
    running = BookBuild.objects.get(book="register", finished_at=None)
    window = seats("admin")
    window.goto("/buku/register/2026/susun/")
    assert (window.look(SAYS), window.look(BAR)) == ("Bagian 5 dari 11: Mei 2026", 4)
    BookBuild.objects.filter(pk=running.pk).update(saying="Bagian 6 dari 11: Juni 2026", done=5)
    window.wait(f"{SAYS} === 'Bagian 6 dari 11: Juni 2026'")
    assert window.look(BAR) == 5
    BookBuild.objects.filter(pk=running.pk).update(failure="Pustaka Pango belum terpasang.")
    window.driver.do(window.page.wait_for_selector, ".note.warning :text('Pustaka Pango belum terpasang.')")
    window.settle()
    assert [request.url for request in window.asked if request.is_navigation_request()] == [
        f"{address}/buku/register/2026/susun/"
    ] * 2
    assert window.problems == []
