"""The plan for the next hour, on one page to print."""

from __future__ import annotations

import html
from pathlib import Path

from ....content.lessons import hand_in_name
from ....content.library import Library, find
from ....content.prose import inline
from ...mark.lessons.marks import LessonLine
from ...webpage import page
from .figures import Missed, Puzzle, Split, lesson_lines, missed, puzzles, splits
from .wording import (
    DO_PUZZLE,
    DO_SPLIT,
    DO_WRONG,
    FEW,
    NO_PUZZLE,
    NO_SPLIT,
    NO_WRONG,
    counted,
    plan,
    says_how_many,
    small_class,
)

MOST = 3  # of each, so that the page stays one
_STYLE = (
    "<style>main{max-width:52rem}.plan td:first-child{white-space:nowrap}"
    ".finding{margin:.5rem 0 .8rem}.finding p{margin:.1rem 0}"
    ".finding ul{margin:.1rem 0;padding-left:1.2rem}"
    "@media print{main{max-width:none}body{font-size:8.5pt;line-height:1.25}h1{font-size:13pt}"
    "h2{font-size:10.5pt;margin:.5rem 0 .1rem}p{margin:0 0 .2rem}.faint{font-size:8.5pt}"
    ".plan{font-size:8.5pt}.plan td{padding:.1rem .7rem .1rem 0}.label{margin:.3rem 0 0}"
    ".finding{break-inside:avoid;margin:.1rem 0 .3rem}.finding p,.finding ul{margin:0}"
    # The plan takes up the first of each; on paper all that can be said of the others would make a second page.
    ".finding~.finding .best,.finding~.finding~.finding>:not(:first-child){display:none}"
    "@page{margin:11mm 12mm}}</style>"
)


def lesson_report(root: Path, folder: Path, lesson: str, with_names: bool = False) -> str:
    """Return the page on the hand-ins of `lesson` that `mark` wrote into `folder`; it stands by itself."""
    library = Library(root)
    lesson = find({quiz: quiz for quiz in library.quizzes}, hand_in_name(library, lesson), "lesson")
    class_ = lesson_lines(folder, lesson)
    size = len(class_)
    puzzled = puzzles(library, lesson, class_)[:MOST]
    split = splits(library, lesson, class_)[:MOST]
    wrong = missed(library, lesson, class_)[:MOST]
    title = library.quiz_label(lesson)
    findings = [
        _section("What puzzled them", DO_PUZZLE, [_puzzle(library, each, size) for each in puzzled], NO_PUZZLE),
        _section("What split them", DO_SPLIT, [_split(library, each, size) for each in split], NO_SPLIT),
        _section("Sure and wrong", DO_WRONG, [_wrong(library, each, size) for each in wrong], NO_WRONG),
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


def _section(title: str, in_class: str, findings: list[str], none: str) -> str:
    """Return a section; what to do in class is said once, above what it is to be done with."""
    if not findings:
        return f"<section><h2>{title}</h2><p>{none}</p></section>"
    return f"<section><h2>{title}</h2><p class='faint'>In class, with each: {in_class}</p>{''.join(findings)}</section>"


def _finding(head: str, more: str = "") -> str:
    return f"<div class='finding'><p>{head}</p>{more}</div>"


def _puzzle(library: Library, each: Puzzle, size: int) -> str:
    label = library.paragraph_label(each.paragraph.id)
    count = counted(each.puzzled, each.marked, size, "who marked it")
    return _finding(f"<strong>{label}</strong>, {count}. {inline(library, each.paragraph.gist)}")


def _split(library: Library, each: Split, size: int) -> str:
    votes = ", ".join(f"{html.escape(vote)}{f' {count}' if size >= FEW else ''}" for vote, count in each.votes)
    best = inline(library, each.claim.best_case) if each.claim.best_case else ""
    return _finding(
        f"<strong>{inline(library, each.claim.claim)}</strong> Votes: {votes}.",
        f"<p>The ledger says <em>{html.escape(each.claim.verdict)}</em>: {inline(library, each.claim.why)}"
        f"{f'<span class=best> Best case of each side: {best}</span>' if best else ''}</p>",
    )


def _wrong(library: Library, each: Missed, size: int) -> str:
    count = counted(each.sure_and_wrong, each.wrong, size, "of these") if each.sure_and_wrong else "nobody"
    sure = f"; {count} very sure"
    chosen = "".join(
        f"<li>{misunderstood.chosen}{f' ({count})' if size >= FEW else ''}: {misunderstood.why}</li>"
        for misunderstood, count in each.misunderstood[:2]
    )
    return _finding(
        f"<strong>{inline(library, each.item.prompt)}</strong> Wrong: "
        f"{counted(each.wrong, each.answered, size, 'who answered')}{sure}.",
        f"<ul>{chosen}</ul>" if chosen else "",
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
