"""What a lesson's calls put on a page.

The front end's module, its content, and the same as prose for a page without scripts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ..content.library import Library, find
from ..parts.argument.argument import argument_content
from ..parts.charts.content import foot_content, head_content
from ..parts.claims.claims import claims_content
from ..parts.forecasts.forecasts import forecasts_content
from ..parts.glossary.glossary import glossary_content, people_content
from ..parts.quiz.quiz import quiz_content
from ..parts.reader.reader import reader_content
from ..parts.timeline.timeline import timeline_content
from . import static_html as as_prose


@dataclass(frozen=True)
class Part:
    """A part of a page. What is `shared` stands in a file of its own, parts/SHARED.json, and is fetched when it comes
    near.
    """

    module: str
    content: dict[str, Any]
    prose: str
    css: tuple[str, ...] = ()
    shared: str = ""
    shared_content: dict[str, Any] = field(default_factory=dict)


def part(library: Library, section: str | None, name: str, *words: Any, **named: Any) -> Part:
    """Return what the call `name` shows; TypeError where it takes no such words, CourseError where they name none."""
    return CALLS[name](library, section, *words, **named)


def read(library: Library, section: str) -> Part:
    # The paragraphs are on the page as prose, and are read back from there: they need not come twice.
    content = reader_content(library, library.sections[section])
    rest = {name: value for name, value in content.items() if name != "paragraphs"}
    return Part("reader/reader.js", rest, as_prose.reading(content), ("own_copy/own_copy.css",))


def before(library: Library, section: str) -> Part:
    return _quiz(library, section, "Before you read", "before")


def quiz(library: Library, section: str | None, name: str | None = None) -> Part:
    if section:
        return _quiz(library, section, f"Quiz: {library.sections[section].title}", "quiz")
    quizzes = library.course_quizzes
    title = quizzes[name].title if name in quizzes else f"Quiz: {name}"
    return _quiz(library, name or "", title, "quiz")


def write(library: Library, section: str | None, name: str = "") -> Part:
    return _quiz(library, section or name or library.quizzes[-1], "Write", "write")


def _quiz(library: Library, name: str, title: str, use: str) -> Part:
    find({quiz: quiz for quiz in library.quizzes}, name, "quiz")
    content = quiz_content(library, name, title, [item for item in library.items(name) if item.use == use])
    return Part("quiz/quiz.js", content, as_prose.questions(content))


def timeline(library: Library, section: str | None) -> Part:
    content = timeline_content(library, section)
    own = {name: content.pop(name) for name in ("title", "section")}
    return Part(
        "timeline/timeline.js",
        own,
        as_prose.dates(own["title"], content["events"], section),
        ("timeline/timeline.css",),
        "timeline",
        content,
    )


def chart(library: Library, section: str | None, name: str, predict: bool = False) -> Part:
    about = find(library.charts, name, "chart")
    anchor = f"rr-table-{about.id}"
    head = head_content(library, about, predict and about.guess is not None, anchor)
    foot = foot_content(library, about, anchor)
    return Part(
        "charts/chart.js",
        {"head": head, "foot": foot, "figure": about.id},
        as_prose.figures(head, foot),
        ("charts/chart.css",),
    )


def claims(library: Library, section: str | None) -> Part:
    content = claims_content(library, section)
    prose = as_prose.listed(content["title"], (claim["claim"] for claim in content["claims"]))
    if section:
        return Part("claims/claims.js", content, prose, ("base/ledger.css",))
    return Part("claims/claims.js", {}, prose, ("base/ledger.css",), "claims", content)


def forecasts(library: Library, section: str | None) -> Part:
    content = forecasts_content(library)
    return Part(
        "forecasts/forecasts.js",
        content,
        as_prose.listed(content["title"], (f["forecast"] for f in content["forecasts"])),
        ("base/ledger.css",),
    )


def argument_map(library: Library, section: str | None) -> Part:
    content = argument_content(library)
    return Part("argument/argument.js", content, as_prose.argument(content), ("base/ledger.css",))


def glossary(library: Library, section: str | None) -> Part:
    content = glossary_content(library, section)
    return Part(
        "glossary/glossary.js",
        content,
        as_prose.listed(content["title"], (entry["name"] for entry in content["entries"])),
        ("base/ledger.css",),
    )


def people(library: Library, section: str | None) -> Part:
    content = people_content(library)
    return Part(
        "glossary/glossary.js",
        content,
        as_prose.listed(content["title"], (entry["name"] for entry in content["entries"])),
        ("base/ledger.css",),
    )


def record(library: Library, section: str | None) -> Part:
    return Part(
        "record/record.js",
        {},
        "<p>Your record is kept by this page's scripts, which this browser does not run.</p>",
        ("record/record.css",),
    )


def review(library: Library, section: str | None) -> Part:
    return Part(
        "",
        {},
        as_prose.elsewhere(
            "Review needs the course itself",
            "Which cards are due is reckoned by a program that a plain page does not have. What you "
            "answer here counts all the same: download "
            "your record below, restore it in the notebooks, and the first lesson there asks again "
            "what you are about to forget.",
        ),
    )


def copy(library: Library, section: str | None) -> Part:
    return Part(
        "",
        {},
        as_prose.elsewhere(
            "Your own copy needs the course itself",
            f"A plain page has no safe place for a copy of {library.course.text}, so it takes none. "
            "Read it beside this page: "
            f"the numbers after the sign {library.course.mark} are its paragraphs. In the notebooks, "
            "on your own machine, "
            "the course shows its words beside the notes.",
        ),
    )


CALLS: dict[str, Callable[..., Part]] = {
    "read": read,
    "before": before,
    "quiz": quiz,
    "write": write,
    "timeline": timeline,
    "chart": chart,
    "claims": claims,
    "forecasts": forecasts,
    "map": argument_map,
    "glossary": glossary,
    "people": people,
    "record": record,
    "review": review,
    "copy": copy,
}
