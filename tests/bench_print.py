"""How many sheets of A4 each lesson takes, printed by its own button. Not a test: it takes a minute of a browser.

python tests/bench_print.py
"""

from __future__ import annotations

import functools
import http.server
import io
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from pypdf import PdfReader

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests/doors")]

import browser  # noqa: E402

from readingroom.site.build import build  # noqa: E402


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder without a word."""

    def log_message(self, *words: object) -> None:
        """Say nothing."""


def sheets(page: Page, address: str) -> int:
    """Print the lesson at `address` and return its sheets."""
    page.goto(address)
    page.wait_for_function("() => document.documentElement.dataset.ready")
    page.evaluate("() => { print = () => { window.wasPrinted = true; }; document.getElementById('print').click(); }")
    page.wait_for_function("() => window.wasPrinted")
    return len(PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages)


def main() -> None:
    """Print a line for each lesson."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        pages = build(ROOT, Path(folder))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        chrome = playwright.chromium.launch(executable_path=browser.chromium(), args=["--no-sandbox"])
        for page in sorted(Path(page).name for page in pages if Path(page).name[:1].isdigit()):
            print(f"{page:32}{sheets(chrome.new_page(), f'http://127.0.0.1:{server.server_port}/{page}'):4}")
        chrome.close()


if __name__ == "__main__":
    main()
