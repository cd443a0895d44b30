"""One page a class: what they could do and what not. No student's name stands in it unless asked for."""

from __future__ import annotations

import html
from collections.abc import Iterable
from math import ceil
from pathlib import Path

from ...content.errors import CourseError
from ...content.exercise import Assignment, assignment, names
from ...content.exercise import key as keys_of
from ...content.library import Library, find, section_of
from ..mark.gradebook import UNUSABLE
from ..mark.policy.conditions import Conditions, read_conditions
from ..webpage import page
from .bars import bars, share, two
from .changes_section import changes_part
from .claims_section import claims_part
from .class_records import class_records
from .figures import Scored, TaskFigures, of_task, puzzling, scored, sureness
from .task_section import task_part

SURE = {1: "Not very sure", 2: "Fairly sure", 3: "Very sure"}


def report(root: Path, folder: Path, exercise: str, with_names: bool = False, records: Path | None = None) -> str:
    """Return the report on the class that `mark` marked into `folder`, as a page that stands by itself.

    `records` is the folder of the records that students downloaded, for what they say of the claims.
    """
    find({known: known for known in names(root)}, exercise, "exercise")
    library, assigned = Library(root), assignment(root, exercise)
    keys = {key.task: key for key in keys_of(root, exercise)}
    everybody = scored(folder)
    class_ = [student for student in everybody if student.tasks]
    if class_ and not any(task in class_[0].tasks for task in assigned.tasks):
        raise CourseError(
            f"{folder} holds marks for another exercise than {exercise}: "
            f"there is none for {next(iter(assigned.tasks))}."
        )
    figures = [of_task(task, class_) for task in assigned.tasks]
    parts = [
        _head(assigned, everybody, class_),
        _conditions(read_conditions(folder)),
        changes_part(folder, with_names),
        _scores(class_),
        _tasks_table(figures),
        *(
            task_part(library, number, assigned.tasks[each.task], keys[each.task], each)
            for number, each in enumerate(figures, start=1)
        ),
        _puzzles(library, class_),
        _certainty(class_),
        claims_part(library, class_records(records), with_names) if records else "",
        _away(everybody, with_names),
        _students(class_, with_names),
        _how_to_read(),
    ]
    return page(f"Class report: {assigned.about.title}", "".join(parts))


def _head(assigned: Assignment, everybody: list[Scored], class_: list[Scored]) -> str:
    open_ = sum(student.state == "written open" for student in class_)
    says = f"<p>{len(class_)} of {len(everybody)} handed in; {sum(s.late for s in class_)} late.</p>"
    if open_:
        says += f"<p>The written tasks of {open_} are not marked yet, so totals are what they have so far.</p>"
    return (
        f"<h1>{html.escape(assigned.about.title)}</h1><p class='faint'>Class report, exercise "
        f"{html.escape(assigned.about.id)}</p>{says}"
    )


def _conditions(found: Conditions) -> str:
    due = f"<p>Due: {html.escape(found.due)}.</p>" if found.due else ""
    rules = "".join(f"<li>{html.escape(rule)}</li>" for rule in found.rules)
    return due + (f"<h2>The class's own rules</h2><ul>{rules}</ul>" if rules else "")


def _scores(class_: list[Scored]) -> str:
    if not class_:
        return "<p>Nobody has handed in yet.</p>"
    most = max(student.most for student in class_)
    # As in the gradebook: whoever is excused from a task has the same share of all points; from all tasks, no mark.
    totals = sorted(round(student.total * most / student.most, 2) for student in class_ if student.most)
    if not totals:
        return "<p>Everybody who handed in is excused.</p>"
    width = max(1, ceil(most / 10))
    bands = [(low, min(low + width, most)) for low in range(0, ceil(most), width)]
    rows = [
        (f"{low:g} to {high:g}", sum(low <= t < high or (high == most and t >= most) for t in totals))
        for low, high in bands
    ]
    middle = (
        totals[len(totals) // 2] if len(totals) % 2 else (totals[len(totals) // 2 - 1] + totals[len(totals) // 2]) / 2
    )
    return (
        f"<h2>Scores</h2><p>Of {most:g} points the middle student has {middle:g}; the mean is "
        f"{sum(totals) / len(totals):.1f}, "
        f"the range {totals[0]:g} to {totals[-1]:g}.</p>{bars(('Points', 'Students'), rows, len(class_))}"
    )


def _tasks_table(figures: Iterable[TaskFigures]) -> str:
    rows = "".join(
        f"<tr><th scope='row'><a href='#task-{number}'>Task {number}</a>{_says(each)}</th><td "
        f"class='number'>{each.answered}</td>"
        f"<td class='number'>{share(each.difficulty)}</td><td class='number'>{two(each.discrimination)}</td></tr>"
        for number, each in enumerate(figures, start=1)
    )
    return (
        "<h2>Tasks</h2><table class='tasks'><thead><tr><th scope='col'>Task, and what it "
        "says</th><th scope='col' class='number'>Answered</th>"
        "<th scope='col' class='number'>Mean mark</th><th scope='col' "
        "class='number'>Discrimi\u00adnation</th></tr></thead>"
        f"<tbody>{rows}</tbody></table>"
    )


def _says(each: TaskFigures) -> str:
    says = _reading(each)
    return f" <span class='says'>{says}</span>" if says else ""


def _reading(each: TaskFigures) -> str:
    if each.waiting:
        return f"{each.waiting} of {each.answered} texts are not marked yet."
    if each.difficulty is None:
        return ""
    says = (
        "Most of the class has it."
        if each.difficulty >= 0.8
        else "Hard for this class: go over it."
        if each.difficulty < 0.4
        else ""
    )
    if each.discrimination is not None and each.discrimination < -2 / each.marked**0.5:  # more than chance would do
        says += " Those who did well elsewhere did worse here: look at the task and at its key."
    elif each.discrimination is not None and each.discrimination < 0.1:
        says += " It hardly tells strong from weak."
    return says.strip()


def _puzzles(library: Library, class_: list[Scored]) -> str:
    rows = [
        (
            f"{library.paragraph_label(p)} ({html.escape(library.sections[section_of(p)].title)})",
            count,
        )
        for p, count in puzzling(class_)
        if p in library.paragraphs
    ]
    body = bars(("Paragraph", "Students"), rows, len(class_)) if rows else "<p>Nobody ticked a paragraph.</p>"
    return f"<h2>What puzzles them</h2>{body}"


def _certainty(class_: list[Scored]) -> str:
    levels = [each for each in sureness(class_) if each.answers]
    if not levels:
        return "<h2>Certainty and correctness</h2><p>Nobody said how sure they were.</p>"
    rows = [
        (f"{SURE[each.level]}: {each.right} of {each.answers} answers right", 100 * each.right / each.answers)
        for each in levels
    ]
    table = bars(("Certainty", "Per cent right"), [(name, round(share)) for name, share in rows], 100)
    return f"<h2>Certainty and correctness</h2>{table}"


def _away(everybody: list[Scored], with_names: bool) -> str:
    away = [student for student in everybody if student.state == "missing"]
    unusable = [student for student in everybody if student.state == UNUSABLE]
    says = _counted(away, everybody, with_names) if away else "<p>Everybody on the list has handed in.</p>"
    if unusable:
        says += f"<h3>Handed in no file that can be marked</h3>{_counted(unusable, everybody, with_names)}"
    return f"<h2>Not handed in</h2>{says}"


def _counted(some: list[Scored], everybody: list[Scored], with_names: bool) -> str:
    hint = "" if with_names else "; the command <code>report</code> lists them when asked with <code>--names</code>"
    listed = "".join(f"<li>{html.escape(s.name or s.student)}</li>" for s in some) if with_names else ""
    return f"<p>{len(some)} of {len(everybody)}{hint}.</p>{f'<ul>{listed}</ul>' if listed else ''}"


def _students(class_: list[Scored], with_names: bool) -> str:
    if not with_names:
        return ""
    rows = "".join(
        (
            f"<tr><th scope='row'>{html.escape(s.name or s.student)}</th><td "
            f"class='number'>{s.total:g}</td><td>{html.escape(s.state)}{', late' if s.late else ''}</td></tr>"
        )
        for s in sorted(class_, key=lambda s: (s.name, s.student))
    )
    return (
        "<h2>Students</h2><table><thead><tr><th scope='col'>Student</th><th scope='col' "
        "class='number'>Points</th><th "
        f"scope='col'>State</th></tr></thead><tbody>{rows}</tbody></table>"
    )


def _how_to_read() -> str:
    return (
        "<h2>How to read this</h2><p>The <strong>mean mark</strong> of a task is the part of its "
        "points that the class got: near 100 per cent it was easy, near nought hard. "
        "<strong>Discrimination</strong> is the correlation of a task with the marks on all the "
        "others: above 0.3 it tells strong from weak, near nought it does not, "
        "below nought something may be wrong with the task or its key. With fewer than about "
        "thirty students both move a good deal by chance.</p>"
    )
