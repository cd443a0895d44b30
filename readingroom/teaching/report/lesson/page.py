"""The plan for the next hour, on one page to print."""

from __future__ import annotations

import html
from pathlib import Path

from ....content.library import Library, find
from ....content.prose import inline
from ...mark.lessons.marks import LessonLine
from ...webpage import page
from .figures import Missed, Puzzle, Split, lesson_lines, missed, puzzles, splits
from .wording import FEW, NO_PUZZLE, NO_SPLIT, NO_WRONG, counted, plan, says_how_many, small_class

MOST = 3  # of each, so that the page stays one
_STYLE = (
    "<style>main{max-width:52rem}.plan td:first-child{white-space:nowrap}"
    ".finding{margin:.5rem 0 .8rem}.finding p{margin:.1rem 0}"
    "@media print{body{font-size:9pt;line-height:1.3}h1{font-size:14pt}h2{font-size:11pt;margin:.6rem 0 .2rem}"
    ".finding{break-inside:avoid;margin:.2rem 0 .4rem}@page{margin:12mm}}</style>"
)


def lesson_report(root: Path, folder: Path, lesson: str, with_names: bool = False) -> str:
    """Return the page on the hand-ins of `lesson` that `mark` wrote into `folder`; it stands by itself."""
    library = Library(root)
    find({quiz: quiz for quiz in library.quizzes}, lesson, "lesson")
    class_ = lesson_lines(folder, lesson)
    size = len(class_)
    puzzled = puzzles(library, lesson, class_)[:MOST]
    split = splits(library, lesson, class_)[:MOST]
    wrong = missed(library, lesson, class_)[:MOST]
    title = library.quiz_label(lesson)
    findings = [
        _section("What puzzled them", [_puzzle(library, each, size) for each in puzzled], NO_PUZZLE),
        _section("What split them", [_split(library, each, size) for each in split], NO_SPLIT),
        _section("Sure and wrong", [_wrong(library, each, size) for each in wrong], NO_WRONG),
    ]
    parts = [
        _STYLE,
        f"<h1>The next hour: {html.escape(title)}</h1>",
        says_how_many(size, sum(line.state == "complete" for line in class_)),
        small_class(size),
        *([plan(bool(puzzled), bool(split), bool(wrong)), *findings] if size else []),
        _names(class_) if with_names else "",
    ]
    return page(f"The next hour: {title}", "".join(parts))


def _section(title: str, findings: list[str], none: str) -> str:
    return f"<h2>{title}</h2>{''.join(findings) or f'<p>{none}</p>'}"


def _puzzle(library: Library, each: Puzzle, size: int) -> str:
    label = library.paragraph_label(each.paragraph.id)
    count = counted(each.puzzled, each.marked, size, "who marked it")
    return (
        f"<div class='finding'><p><strong>{label}</strong>, {count}. {inline(library, each.paragraph.gist)}</p>"
        f"<p class='faint'>In class: one student says in a sentence what {label} adds; another asks what is still "
        "unclear; then read it together once more.</p></div>"
    )


def _split(library: Library, each: Split, size: int) -> str:
    votes = ", ".join(f"{html.escape(vote)}{f' {count}' if size >= FEW else ''}" for vote, count in each.votes)
    best = f" Best case of each side: {inline(library, each.claim.best_case)}" if each.claim.best_case else ""
    return (
        f"<div class='finding'><p><strong>{inline(library, each.claim.claim)}</strong> Votes: {votes}.</p>"
        f"<p>The ledger says <em>{html.escape(each.claim.verdict)}</em>: {inline(library, each.claim.why)}{best}</p>"
        "<p class='faint'>In class: one minute for the best case of each vote, then open the evidence, then vote again."
        "</p></div>"
    )


def _wrong(library: Library, each: Missed, size: int) -> str:
    count = counted(each.sure_and_wrong, each.wrong, size, "of these") if each.sure_and_wrong else "nobody"
    sure = f"; {count} very sure"
    chosen = "".join(
        f"<li>{misunderstood.chosen}{f' ({count})' if size >= FEW else ''}: {misunderstood.why}</li>"
        for misunderstood, count in each.misunderstood[:2]
    )
    return (
        f"<div class='finding'><p><strong>{inline(library, each.item.prompt)}</strong> Wrong: "
        f"{counted(each.wrong, each.answered, size, 'who answered')}{sure}.</p>{f'<ul>{chosen}</ul>' if chosen else ''}"
        "<p class='faint'>In class: ask it again by show of hands, let neighbours with different answers talk for two "
        "minutes, ask once more; only then say why.</p></div>"
    )


def _names(class_: list[LessonLine]) -> str:
    rows = "".join(
        f"<tr><th scope='row'>{html.escape(line.name or line.student)}</th><td>{html.escape(line.state)}"
        f"{', late' if line.late else ''}</td><td>{html.escape(', '.join(_puzzling(line)))}</td></tr>"
        for line in sorted(class_, key=lambda line: (line.name, line.student))
    )
    return (
        "<h2>Students</h2><table><thead><tr><th scope='col'>Student</th><th scope='col'>State</th>"
        f"<th scope='col'>Puzzling</th></tr></thead><tbody>{rows}</tbody></table>"
    )


def _puzzling(line: LessonLine) -> list[str]:
    return [paragraph for paragraph, mark in line.hand_in.marks.items() if mark == "puzzling"]
