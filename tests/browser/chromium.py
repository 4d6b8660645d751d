"""A real Chromium, and the few things a person does in its window.

Playwright's sync API keeps an event loop running in its thread, where the ORM refuses to work. So the browser has a
thread of its own and every verb here crosses over; tests read the database from theirs, Django's guard left on.
"""

import os
import re
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import wraps
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, Request, expect, sync_playwright

EXECUTABLE = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PLACE = {"locale": "id-ID", "timezone_id": "Asia/Makassar"}
DESK = {"viewport": {"width": 1366, "height": 768}}
PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True, "device_scale_factor": 2}
WAIT = 15_000  # milliseconds
PRIMARY = "main form[method=post] .btn:not(.quiet)"


def launch(playwright: Any) -> Browser:
    """Start Chromium without a window."""
    return playwright.chromium.launch(executable_path=EXECUTABLE, args=FLAGS)


class Driver:
    """Chromium in a thread of its own."""

    def __init__(self) -> None:
        self.pool = ThreadPoolExecutor(1, thread_name_prefix="chromium")
        self.playwright = self.do(lambda: sync_playwright().start())
        self.browser: Browser = self.do(launch, self.playwright)

    def do(self, work: Callable, *args: Any, **kwargs: Any) -> Any:
        """Run something in the browser's thread and wait for it."""
        if threading.current_thread().name.startswith("chromium"):
            return work(*args, **kwargs)
        return self.pool.submit(work, *args, **kwargs).result()

    def close(self) -> None:
        """End Chromium and its thread."""
        self.do(self.browser.close)
        self.do(self.playwright.stop)
        self.pool.shutdown()

    def context(self, base_url: str, **options: Any) -> BrowserContext:
        """Open a fresh profile: no cookies, no cache."""
        context = self.do(self.browser.new_context, base_url=base_url, **{**PLACE, **DESK, **options})
        context.set_default_timeout(WAIT)
        return context


def crossing(verb: Callable) -> Callable:
    """Let a verb of a window run in the browser's thread."""

    @wraps(verb)
    def crossed(self: "Window", *args: Any, **kwargs: Any) -> Any:
        return self.driver.do(verb, self, *args, **kwargs)

    return crossed


class Window:
    """One page and what a person does on it. `taps` counts clicks, `problems` what the console complained of."""

    def __init__(self, driver: Driver, context: BrowserContext) -> None:
        self.driver, self.context = driver, context
        self.page: Page = driver.do(context.new_page)
        self.taps = 0
        self.problems: list[str] = []
        self.asked: list[Request] = []
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on("request", self._asking)

    def _heard(self, message: ConsoleMessage) -> None:
        # An answer such as 422 is reported as a failed load of the page itself.
        is_status = message.text.startswith("Failed to load resource") and "/static/" not in message.location["url"]
        if message.type in {"error", "warning"} and not is_status:
            self.problems.append(message.text)

    def _asking(self, request: Request) -> None:
        self.asked.append(request)

    # -- Going places --------------------------------------------------------------------------------------------------

    @crossing
    def goto(self, path: str) -> int:
        """Open an address; tell the status."""
        return self.page.goto(path).status

    @crossing
    def back(self) -> None:
        """Press the browser's back button."""
        self.page.go_back()

    @crossing
    def close(self) -> None:
        """Close the window and its profile."""
        self.context.close()

    def _go(self, act: Callable[[], None]) -> int:
        with self.page.expect_navigation() as arrived:
            act()
        return arrived.value.status

    # -- Hands ---------------------------------------------------------------------------------------------------------

    @crossing
    def follow(self, selector: str) -> int:
        """Click what leads to another page; tell its status."""
        self.taps += 1
        return self._go(self.page.locator(selector).first.click)

    @crossing
    def send(self, button: str = "") -> int:
        """Click the form's primary button, or another by its words; tell the answer's status."""
        self.taps += 1
        return self._go((self._button(button) if button else self.page.locator(PRIMARY)).click)

    @crossing
    def tap(self, selector: str) -> None:
        """Click what stays on the page, once it is there."""
        self.taps += 1
        self.page.locator(selector).first.click()

    @crossing
    def send_twice(self) -> None:
        """Double-click the form's primary button; the second submit may break off the first one's navigation."""
        self.page.locator(PRIMARY).dblclick(no_wait_after=True)
        expect(self.page).to_have_url(re.compile(r"/permohonan/\d+/"), timeout=20_000)
        self.page.wait_for_load_state("load")

    @crossing
    def choose(self, words: str, within: str = "") -> None:
        """Tap a chip by the words it begins with, in the group so named when several hold it."""
        self.taps += 1
        around = self.page.get_by_role("group", name=within) if within else self.page.locator("main")
        chips = around.get_by_role("radio", name=re.compile(rf"^{re.escape(words)}"))
        chips.or_(around.get_by_role("checkbox", name=re.compile(rf"^{re.escape(words)}"))).first.click()

    @crossing
    def fill(self, name: str, text: str) -> None:
        """Type into a field by its name."""
        self.page.locator(f"main [name={name}]").fill(text)

    @crossing
    def press(self, *keys: str) -> None:
        """Press keys on what has the focus."""
        for key in keys:
            self.page.keyboard.press(key)

    @crossing
    def type(self, text: str) -> None:
        """Type where the focus is."""
        self.page.keyboard.type(text)

    @crossing
    def press_and_go(self, key: str) -> int:
        """Press a key that leads to another page; tell its status."""
        return self._go(lambda: self.page.keyboard.press(key))

    @crossing
    def press_and_ask(self, key: str) -> str:
        """Press a key that asks for a file; tell its address."""
        with self.page.expect_request("**/cetak/**") as asked:
            self.page.keyboard.press(key)
        return asked.value.url

    @crossing
    def weigh(self, path: str) -> dict[str, int]:
        """Open an address and weigh what it takes to stand: bytes on the wire by address. The icon comes later."""
        self.page.goto(path)
        sizes = [(request.url, request.sizes()) for request in self.asked if request.method == "GET"]
        return {url: size["responseBodySize"] + size["responseHeadersSize"] for url, size in sizes}

    # -- Eyes ----------------------------------------------------------------------------------------------------------

    @crossing
    def look(self, script: str, argument: Any = None) -> Any:
        """Ask the page something."""
        return self.page.evaluate(script, argument)

    @crossing
    def wait(self, script: str) -> None:
        """Wait until the page says yes; the desk's policy lets nothing be evaluated inside it again and again."""
        for _ in range(WAIT // 50):
            if self.page.evaluate(script):
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"never true: {script}")

    @crossing
    def settle(self) -> None:
        """Wait until nothing is on its way."""
        self.page.wait_for_load_state("networkidle")

    @crossing
    def standing(self) -> tuple[str | None, ...]:
        """Read where the case of this page stands: step, task, state."""
        main = self.page.locator("main")
        return tuple(main.get_attribute(f"data-{name}") for name in ("step", "task", "state"))

    @crossing
    def text(self, selector: str = "main") -> str:
        """Read what stands in a part of the page."""
        return self.page.locator(selector).first.inner_text()

    @crossing
    def count(self, selector: str) -> int:
        """Count what matches."""
        return self.page.locator(selector).count()

    @crossing
    def resize(self, width: int, height: int = 768) -> None:
        """Make the window another size."""
        self.page.set_viewport_size({"width": width, "height": height})

    @crossing
    def darken(self, scheme: str) -> None:
        """Set the system's colours: light or dark."""
        self.page.emulate_media(color_scheme=scheme)

    @property
    def path(self) -> str:
        return re.sub(r"^https?://[^/]+", "", self.page.url)

    @property
    def title(self) -> str:
        return self.driver.do(self.page.title)

    def _button(self, words: str) -> Locator:
        return self.page.locator("main").get_by_role("button", name=words, exact=True)
