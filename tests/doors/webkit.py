"""WebKit, Safari's engine, as Debian brings it: MiniBrowser driven by WebKitWebDriver through selenium, on a screen of its own."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import browser
import pytest

SCREEN = "1400x1000x24"
PATIENCE = 60
MINI_BROWSERS = "/usr/lib/*/webkit2gtk-4.*/MiniBrowser"


def mini_browser() -> str:
    """Return the path of WebKit's MiniBrowser; skip the test, or fail where browsers are required, if there is none."""
    browser.installed("WebKit", "webkit2gtk-driver", "WebKitWebDriver")
    browser.installed("screen for WebKit", "xvfb", "Xvfb")
    for path in sorted(Path("/").glob(MINI_BROWSERS.lstrip("/")), reverse=True):
        return str(path)
    return browser.installed("WebKit", "libwebkit2gtk-4.1-0", "MiniBrowser")


@contextmanager
def screen() -> Iterator[str]:
    """A screen that nobody sees; yields its name, as DISPLAY has it."""
    read, write = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", SCREEN, "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    ) as running:
        os.close(write)
        try:
            with os.fdopen(read) as told:
                yield f":{told.readline().strip()}"
        finally:
            running.terminate()


@contextmanager
def session(*arguments: str, **environment: str) -> Iterator[object]:
    """A WebKit with an empty profile, started with these arguments in this environment; yields selenium's driver."""
    path = mini_browser()
    from selenium.webdriver import WebKitGTK, WebKitGTKOptions
    from selenium.webdriver.webkitgtk.service import Service

    options = WebKitGTKOptions()
    options.binary_location = path
    for argument in ("--automation", *arguments):
        options.add_argument(argument)
    with screen() as display:
        # WebKit's own sandbox needs user namespaces, which a container or a root account often lacks.
        env = {**os.environ, **environment, "DISPLAY": display, "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
        driver = WebKitGTK(options=options, service=Service(executable_path="/usr/bin/WebKitWebDriver", env=env))
        try:
            driver.set_window_size(1280, 900)
            yield driver
        finally:
            driver.quit()


# Parts above may still grow, those that wait for an idle moment a second after the page stands, and WebKit does not keep
# what is looked at in its place: all are drawn first. An element is clicked once it has stood still for 15 frames: the
# process that moves the pointer learns of a scroll a little later than the page.
_BRING_AND_WAIT = """async (selector) => {
    const { dataset } = document.documentElement;
    if (dataset.ready && location.protocol === "http:") await (await loadModule("site/when-near.js")).everything();
    let stood = 0, last = NaN;
    while (stood < 15) {
        const element = document.querySelector(selector);
        element.scrollIntoView({ block: "center", behavior: "instant" });
        await new Promise(requestAnimationFrame);
        const { top } = element.getBoundingClientRect();
        stood = top === last ? stood + 1 : 0;
        last = top;
    }
}"""


class Keyboard:
    """Keys pressed where the focus is, named as Playwright names them."""

    def __init__(self, driver):
        self._driver = driver

    def press(self, name: str) -> None:
        """Press one key, or a chord such as `Control+k`."""
        *held, key = name.split("+")
        actions = self._actions()
        for each in held:
            actions.key_down(_key(each))
        actions.send_keys(_key(key))
        for each in reversed(held):
            actions.key_up(_key(each))
        actions.perform()

    def type(self, text: str) -> None:
        """Type text."""
        self._actions().send_keys(text).perform()

    def _actions(self):
        from selenium.webdriver import ActionChains

        return ActionChains(self._driver, duration=0)


def _key(name: str) -> str:
    from selenium.webdriver.common.keys import Keys

    return {"Space": " "}.get(name) or getattr(Keys, _upper(name), name)


def _upper(name: str) -> str:
    return {"ArrowDown": "ARROW_DOWN", "ArrowUp": "ARROW_UP"}.get(name, name.upper() if len(name) > 1 else "NO_KEY")


class Page:
    """What the tests ask of a page, by the names that Playwright gives it: `tests/doors/keyboard.py` works with both."""

    def __init__(self, driver, address: str):
        self.driver, self.address, self.keyboard = driver, address, Keyboard(driver)

    def open(self, name: str) -> None:
        """Open a page of the site and wait until its parts stand."""
        self.driver.get(self.address + name)
        self.wait_until_ready()

    def wait_until_ready(self) -> None:
        """Wait until the parts of the page that is looked at stand, be it in a frame, and open its folds."""
        self.wait("() => document.documentElement.dataset.ready")
        self.driver.execute_script(f"{browser.OPEN_FOLDS} openFolds();")

    def evaluate(self, function: str, argument: object = None) -> object:
        """Call a JavaScript function with `argument`; a promise is waited for."""
        return self.driver.execute_script(f"return ({function})(arguments[0])", argument)

    def wait(self, function: str, argument: object = None) -> object:
        """Wait until a JavaScript function answers with something true, and return it."""
        return until(lambda: self.evaluate(function, argument), function)

    def locator(self, selector: str) -> Locator:
        """What a CSS selector finds."""
        return Locator(self, selector)


class Locator:
    """The first element that a CSS selector finds; `count()` tells how many there are."""

    def __init__(self, page: Page, selector: str):
        self._page, self._selector = page, selector

    @property
    def first(self) -> Locator:
        """Itself: it stands for the first."""
        return self

    def count(self) -> int:
        """How many elements there are."""
        return self._page.evaluate("(selector) => document.querySelectorAll(selector).length", self._selector)

    def focus(self) -> None:
        """Give the element the focus."""
        self._on("focus()")

    def click(self) -> None:
        """Click in the middle of the element, with a pointer."""
        from selenium.webdriver import ActionChains

        self.wait_for_presence()
        self._page.evaluate(_BRING_AND_WAIT, self._selector)
        ActionChains(self._page.driver, duration=0).move_to_element(self.element()).click().perform()

    def inner_text(self) -> str:
        """The text that is seen."""
        return self._on("innerText")

    def value(self) -> str:
        """What a field holds."""
        return self._on("value")

    def scroll_into_view_if_needed(self) -> None:
        """Bring the element before the reader."""
        self._on("scrollIntoView({ block: 'center', behavior: 'instant' })")

    def wait_for(self) -> None:
        """Wait until there is such an element, and it is seen."""
        self._page.wait("(selector) => document.querySelector(selector)?.checkVisibility()", self._selector)

    def element(self):
        """Selenium's element."""
        from selenium.webdriver.common.by import By

        return self._page.driver.find_element(By.CSS_SELECTOR, self._selector)

    def _on(self, act: str):
        self.wait_for_presence()
        return self._page.evaluate(f"(selector) => document.querySelector(selector).{act}", self._selector)

    def wait_for_presence(self) -> None:
        """Wait until there is such an element."""
        self._page.wait("(selector) => !!document.querySelector(selector)", self._selector)


def until(ask: Callable[[], object], what: str) -> object:
    """Ask again and again until the answer is something true; fail after a minute."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if answer := ask():
            return answer
        time.sleep(0.05)
    pytest.fail(f"waited {PATIENCE} s in vain for {what}")
