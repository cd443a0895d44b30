"""A real screen reader on a real browser: Orca over Firefox, on a screen that nobody sees, its words written to a file."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import browser
import webkit

VOICE = Path(__file__).with_name("voice")
PACKAGES = {
    "orca": "orca",
    "dbus-daemon": "dbus",
    "xdotool": "xdotool",
    "matchbox-window-manager": "matchbox-window-manager",
}
PREFERENCES = {
    "accessibility.force_disabled": -1,
    "browser.aboutwelcome.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "termsofuse.bypassNotification": True,
}
QUIET = 0.6
"""Seconds without a word after which Orca has said what it had to say."""

PATIENCE = 90
"""Seconds in which Orca must have said what is waited for; what it did not say is seen when the lines are compared."""


class Listener:
    """Somebody who listens, and presses keys that go through Orca to the page that has the focus."""

    def __init__(self, file: Path, environment: dict[str, str]):
        self._file, self._environment, self._read = file, environment, 0

    def send(self, *keys: str) -> None:
        """Press keys, each by xdotool's name."""
        subprocess.run(["xdotool", "key", "--delay", "150", *keys], env=self._environment, check=True)

    def hear(self, until: str = "", quiet: float = QUIET) -> list[str]:
        """What was said since, once `until` is among it and Orca is quiet."""
        size, since = -1, time.monotonic()
        while until and time.monotonic() - since < PATIENCE and not any(until in line for line in self._since()):
            time.sleep(0.05)
        since = time.monotonic()
        while time.monotonic() - since < quiet:
            if (now := self._file.stat().st_size) != size:
                size, since = now, time.monotonic()
            time.sleep(0.05)
        heard = self._since()
        self._read += len(heard)
        return heard

    def _since(self) -> list[str]:
        return self._file.read_text("utf-8").splitlines()[self._read :]


@contextmanager
def listening(playwright, folder: Path) -> Iterator[tuple[object, Listener]]:
    """Firefox and somebody who hears it through Orca; yields the browser and the listener."""
    path = browser.firefox()
    browser.installed("screen for Orca", "xvfb", "Xvfb")
    for program, package in PACKAGES.items():
        browser.installed("screen reader" if program == "orca" else program, package, program)
    file = folder / "heard.txt"
    file.touch()
    settings = folder / "orca"
    shutil.copytree(VOICE, settings)
    with ExitStack() as stack:
        environment = {
            **{name: value for name, value in os.environ.items() if name not in {"NO_AT_BRIDGE", "PYTHONPATH"}},
            "DISPLAY": stack.enter_context(webkit.screen()),
            "LANG": "C.UTF-8",
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "GNOME_ACCESSIBILITY": "1",
        }
        environment["DBUS_SESSION_BUS_ADDRESS"] = stack.enter_context(bus(environment))
        stack.enter_context(running(["matchbox-window-manager", "-use_titlebar", "no"], environment))
        orca = ["orca", "--disable", "main-window", "--user-prefs", str(settings)]
        stack.enter_context(running(orca, {**environment, "PYTHONPATH": str(settings), "HEARD": str(file)}))
        listener = Listener(file, environment)
        listener.hear("Screen reader on.")
        opened = playwright.firefox.launch(
            channel="moz-firefox",
            executable_path=path,
            headless=False,
            env=environment,
            firefox_user_prefs=PREFERENCES,
        )
        stack.callback(opened.close)
        yield opened, listener


@contextmanager
def bus(environment: dict[str, str]) -> Iterator[str]:
    """A message bus of a session's own; yields its address."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with running(command, environment, stdout=subprocess.PIPE) as daemon:
        yield daemon.stdout.readline().decode().strip()


@contextmanager
def running(command: list[str], environment: dict[str, str], stdout=subprocess.DEVNULL) -> Iterator[subprocess.Popen]:
    """A program that runs until the block ends."""
    with subprocess.Popen(command, env=environment, stdout=stdout, stderr=subprocess.DEVNULL) as program:
        try:
            yield program
        finally:
            program.kill()  # Orca takes its time to say good-bye
