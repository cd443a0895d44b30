"""What a slow phone makes of the plain pages: run it by hand; it prints, and fails nothing.

The browser's own tools make the processor six times slower and the line one of 1.6 Mbit/s with 150 ms of delay. Of each
lesson it prints, in seconds: when the words stand, when the first question shows its feedback to whoever answers at
once, and the longest task while the page is scrolled from top to bottom with a turn of the wheel every fifth of a
second; then how far the layout shifted meanwhile, as the browser counts it (0.1 is felt).

    .venv/bin/python tests/bench_slow.py [--rounds 3] [--slower 6] [NAME-OF-A-LESSON ...]
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from readingroom.site.build import build  # noqa: E402
from readingroom.site.serve import server  # noqa: E402

LINE = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
ASKING = ("quiz/quiz", "story/story")
WATCH = """
    window.seen = { tasks: [], shifts: [], frames: [] };
    const nodeName = (node) => node ? node.nodeName + "." + (node.className?.baseVal ?? node.className) : "?";
    const moved = ({ node, previousRect, currentRect }) => nodeName(node) + " " + [previousRect, currentRect]
        .map(({ top, height }) => Math.round(top) + "+" + Math.round(height)).join(">");
    new PerformanceObserver((list) => list.getEntries().forEach(({ startTime, duration, scripts, styleAndLayoutStart }) =>
        seen.frames.push([Math.round(startTime), Math.round(duration), Math.round(startTime + duration - styleAndLayoutStart),
            scripts.map((each) => [each.sourceURL.split("/").at(-1), each.sourceFunctionName, each.invoker,
                Math.round(each.duration), Math.round(each.forcedStyleAndLayoutDuration)].join(" "))])))
        .observe({ type: "long-animation-frame", buffered: true });
    new PerformanceObserver((list) => list.getEntries().forEach(({ startTime, duration }) =>
        seen.tasks.push([Math.round(startTime), Math.round(duration)]))).observe({ type: "longtask", buffered: true });
    new PerformanceObserver((list) => list.getEntries().forEach(({ startTime, value, hadRecentInput, sources }) =>
        hadRecentInput || seen.shifts.push([Math.round(startTime), value, (sources ?? []).map(moved)])))
        .observe({ type: "layout-shift", buffered: true });
"""
ANSWER = """() => new Promise((done) => {
    const look = () => {
        const item = [...document.querySelectorAll('.rr-item')].find((each) =>
            each.querySelector('input[type=radio]') && each.querySelector('button.rr-main'));
        if (!item) return setTimeout(look, 30);
        const feedback = item.querySelector('[data-kind]');
        if (feedback) return done(performance.now());
        item.querySelectorAll('input[type=radio]')[0].click();
        for (const sure of item.querySelectorAll('.rr-sure input')) sure.click();
        item.querySelector('button.rr-main').click();
        setTimeout(look, 30);
    };
    look();
})"""


def main() -> None:
    """Measure what the command line names; all lessons, once, where it names none."""
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("lessons", nargs="*")
    given.add_argument("--rounds", type=int, default=1)
    given.add_argument("--slower", type=int, default=6)
    given.add_argument("--where", action="store_true", help="say where time and shifts went")
    asked = given.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pages = [page.name for page in build(ROOT, Path(folder)) if page.name[0].isdigit() and _asks(page)]
        pages = [name for name in pages if not asked.lessons or any(word in name for word in asked.lessons)]
        served = _serve(Path(folder))
        print(f"{'lesson':26}{'words':>8}{'answer':>8}{'longest':>9}{'shift':>8}")
        with sync_playwright() as player:
            browser = player.chromium.launch(executable_path=_chromium(), args=["--no-sandbox"])
            for name in pages:
                for _ in range(asked.rounds):
                    _print(name, *_measured(browser, f"{served}/{name}", asked.slower), asked.where)
            browser.close()


def _asks(page: Path) -> bool:
    """Tell whether a page is a lesson with a quiz or a story, whose first question can be answered."""
    return page.name[:2] != "00" and any(f'"{part}.js"' in page.read_text(encoding="utf-8") for part in ASKING)


def _measured(browser: Browser, address: str, slower: int) -> tuple[float, float, dict[str, list]]:
    """Return when the words and the first feedback stood, in seconds, and the tasks and shifts of the whole page."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.set_default_timeout(120_000)
    tools = context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.send("Network.emulateNetworkConditions", LINE)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.add_init_script(WATCH)
    page.goto(address, wait_until="commit")
    answer = page.evaluate(ANSWER) / 1000
    words = page.evaluate("() => performance.getEntriesByName('first-contentful-paint')[0].startTime") / 1000
    page.wait_for_function("() => document.documentElement.dataset.ready")
    _scroll(page)
    seen = page.evaluate("() => seen")
    context.close()
    return words, answer, seen


def _scroll(page: Page) -> None:
    """Scroll to the foot by steps of two thirds of the window, as a thumb does, then wait for what is on its way."""
    while True:
        page.wait_for_timeout(200)
        if page.evaluate(
            "() => { scrollBy({ top: 560, behavior: 'instant' });"
            " return scrollY + innerHeight >= document.documentElement.scrollHeight - 2; }"
        ):
            break
    page.wait_for_timeout(1500)


def _print(name: str, words: float, answer: float, seen: dict[str, list], where: bool) -> None:
    longest = max((task[1] for task in seen["tasks"]), default=0) / 1000
    shift = sum(each[1] for each in seen["shifts"])
    print(f"{name:26}{words:8.2f}{answer:8.2f}{longest:9.2f}{shift:8.3f}", flush=True)
    if where:
        for start, tall in sorted(seen["tasks"], key=lambda task: -task[1])[:6]:
            print(f"    task of {tall} ms at {start} ms")
        for start, tall, layout, scripts in sorted(seen["frames"], key=lambda frame: -frame[1])[:6]:
            print(f"    frame of {tall} ms at {start} ms, style and layout {layout}: {'; '.join(scripts)}")
        for start, value, nodes in sorted(seen["shifts"], key=lambda each: -each[1])[:8]:
            print(f"    shift of {value:.3f} at {start} ms: {', '.join(nodes)}")


def _serve(folder: Path) -> str:
    served = server(folder, 0)
    threading.Thread(target=served.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{served.server_port}"


def _chromium() -> str | None:
    names = ("chromium", "chromium-browser", "google-chrome", "chromium-headless-shell")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


if __name__ == "__main__":
    main()
