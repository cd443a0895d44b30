"""Each lesson in a learning system: npm's scorm-again is the run-time, and every visit has a browser without a record."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading

import pytest
from browser import ROOT

from readingroom.content.library import Library
from readingroom.site.scorm_page import page_html, write_scorm_page

pytestmark = pytest.mark.browser
RUNTIME = ROOT / ".ci/javascript/node_modules/scorm-again/dist"
VERSIONS = {
    "1.2": {
        "script": "scorm12.min.js",
        "name": "API",
        "make": "Scorm12API",
        "most": 4096,
        "finish": "LMSFinish",
        "learner": "core.student_id",
    },
    "2004": {
        "script": "scorm2004.min.js",
        "name": "API_1484_11",
        "make": "Scorm2004API",
        "most": 64000,
        "finish": "Terminate",
        "learner": "learner_id",
    },
}
LESSONS = [path.stem for path in sorted((ROOT / "notebooks").glob("[0-9][0-9]-*.ipynb"))]
HOST = """<!doctype html><title>A learning system</title><script src="scorm-again/{script}"></script>
<script>
window.terminated = [];
window.open_lesson = (kept, learner) => {{
  const api = window.{name} = new {make}({{ autocommit: false, logLevel: 5 }});
  if (kept) api.loadFromJSON(kept, "");
  else api.loadFromFlattenedJSON({{ [`cmi.{learner}`]: learner }}, "");
  api.on("{finish}", () => window.terminated.push(JSON.parse(JSON.stringify(api.cmi))));
  const frame = document.body.appendChild(document.createElement("iframe"));
  Object.assign(frame, {{ src: "{page}", width: 1200, height: 800, id: "lesson" }});
}};
</script><body></body>"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A file server, and no more."""

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """The address of all packages, unpacked, beside the run-time."""
    if not RUNTIME.is_dir():
        if os.environ.get("READINGROOM_NODE") == "required":
            pytest.fail(f"scorm-again is not in {RUNTIME.parent}: run npm ci in .ci/javascript")
        pytest.skip("scorm-again is not installed (npm ci in .ci/javascript): nothing was tried in a run-time")
    out = tmp_path_factory.mktemp("scorm")
    shutil.copytree(
        RUNTIME, out / "scorm-again", ignore=lambda _, names: [n for n in names if not n.endswith("min.js")]
    )
    library = Library(ROOT)
    for name in LESSONS:
        # What differs by version is the page and the manifest; the files around the page are the same.
        folder = out / name
        page = write_scorm_page(library, name, "1.2", folder)
        for version, about in VERSIONS.items():
            (folder / f"{version}.html").write_text(page_html(library, page, version), encoding="utf-8")
            (out / f"{name}-{version}.html").write_text(HOST.format(**about, page=f"{name}/{version}.html"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=out))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


class Visit:
    """A visit to a lesson with a browser that knows nothing; `troubles` and `outside` must stay empty."""

    def __init__(self, chrome, served, name, version, kept=None, before="", context=None):
        self.troubles, self.outside = [], []
        self.context = context or chrome.new_context(viewport={"width": 1280, "height": 900})
        self.context.set_default_timeout(60_000)
        self.context.route(lambda url: not url.startswith((served, "data:", "blob:")), self._refuse)
        # Charts are drawn elsewhere: here it is enough that they come.
        self.context.route(
            "**/plotly.min.js",
            lambda route: route.fulfill(
                body="globalThis.Plotly = { newPlot: async () => {} };", content_type="text/javascript"
            ),
        )
        self.page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.goto(f"{served}{name}-{version}.html")
        self.page.evaluate("([kept, learner]) => open_lesson(kept, learner)", [kept, "Åsa Łęcka 王"])
        if before:
            self.page.evaluate(before)
        self.lesson = self.page.frame_locator("#lesson")
        self.lesson.locator("html[data-ready]").wait_for()
        self.frame = next(frame for frame in self.page.frames if frame.name == "lesson" or frame.parent_frame)
        self.lesson.locator(".rr-lms-says").wait_for(state="attached")

    def _refuse(self, route):
        self.outside.append(route.request.url)
        route.abort()

    def scored(self) -> list[str]:
        """The questions that count."""
        return self.frame.evaluate("() => JSON.parse(document.getElementById('scorm').textContent).scored")

    def entries(self) -> list[dict]:
        """The record that the page has."""
        return self.frame.evaluate("async () => (await loadModule('site/page.js')).record.entries()")

    def keep(self, *entries: dict) -> None:
        """Let the page keep entries, as its parts do."""
        self.frame.evaluate(
            "async (entries) => { (await loadModule('site/page.js')).record.keep(entries); }", [*entries]
        )

    def panel(self) -> str:
        """What the page says of its learning system."""
        return self.lesson.locator("#lms").inner_text()

    def leave(self) -> dict:
        """Close the lesson as a learner does, and return what the run-time kept."""
        self.page.evaluate("() => document.getElementById('lesson').remove()")
        kept = self.page.evaluate("() => window.terminated")
        self.page.close()
        assert len(kept) == 1, "the page did not finish its session, or did so twice"
        return kept[0]


def answer_one(visit: Visit) -> str:
    """Answer a question that counts, or where none does the first below a table, and return its id."""
    for name in visit.scored():
        item = visit.lesson.locator(f"#rr-item-{name}")
        if item.locator(".rr-options input").count():
            item.locator(".rr-options input").first.check()
            item.locator(".rr-sure input").last.check()
            item.locator(".rr-main").click()
            return name
    visit.lesson.locator("[data-module='turns/turns.js']").first.scroll_into_view_if_needed()
    item = visit.lesson.locator("[id^='rr-item-']:has(.rr-typed input)").first
    item.locator(".rr-typed input").fill("1")
    item.locator(".rr-main").click()
    return item.get_attribute("id").removeprefix("rr-item-")


def reported(kept: dict, version: str) -> dict:
    """What both versions keep, under one name."""
    core = kept["core"] if version == "1.2" else kept
    return {
        "score": core["score"]["raw"],
        "status": core["lesson_status"] if version == "1.2" else core["completion_status"],
        "record": kept["suspend_data"],
        "answers": [answer["id"] for answer in kept["interactions"].values()],
    }


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_is_answered_closed_and_found_again_by_a_browser_without_a_record(chrome, served, name, version):
    first = Visit(chrome, served, name, version)
    item = answer_one(first)
    entry = next(entry for entry in first.entries() if entry["what"] == "answer")
    scored = first.scored()
    score = round(100 * entry["fraction"] / len(scored), 2) if scored else None
    kept = first.leave()
    again = Visit(chrome, served, name, version, kept)

    told = reported(kept, version)
    assert told["answers"] == [item]
    assert told["status"] == ("incomplete" if scored else "completed")
    assert told["score"] in ("", None) if score is None else float(told["score"]) == score
    assert 0 < len(told["record"]) <= VERSIONS[version]["most"]
    assert entry in again.entries()
    assert "Sent to your learning system" in again.panel()
    again.leave()
    assert (first.troubles, again.troubles, first.outside, again.outside) == ([], [], [], [])


def test_what_has_no_room_is_told_once_and_stays_in_the_browser_and_a_newer_note_wins(chrome, served):
    context = chrome.new_context()
    note = {"what": "note", "paragraph": "opening-1"}
    long = {**note, "id": "n1", "at": "2026-11-28T12:00:00.000Z", "text": "Горбачёв 王 " * 900}
    first = Visit(chrome, served, "01-opening", "1.2", context=context)
    first.keep(long, {**long, "id": "n2", "paragraph": "opening-2", "text": "kurz: Łódź, اسم"})
    first.lesson.locator(".rr-lms-left", has_text="Left out there: 1 note.").wait_for()
    kept = first.leave()
    elsewhere = Visit(chrome, served, "01-opening", "1.2", kept)
    elsewhere.keep({**note, "id": "n3", "at": "2026-11-28T13:00:00.000Z", "text": "newer"})
    newer = elsewhere.leave()
    back = Visit(chrome, served, "01-opening", "1.2", newer, context=context)

    notes = {entry["paragraph"]: entry["text"] for entry in back.entries() if entry["what"] == "note"}
    assert notes == {"opening-1": "newer", "opening-2": "kurz: Łódź, اسم"}
    assert long in back.entries()
    assert len(kept["suspend_data"]) <= 4096
    back.leave()
    assert first.troubles + back.troubles == []
