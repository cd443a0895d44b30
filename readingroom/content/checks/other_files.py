"""Checks of files that no record names: those that belong to nothing, plans, and the fingerprints of the paragraphs."""

from __future__ import annotations

import os
from functools import partial

from ..copies import copied
from ..errors import CourseError
from ..files import read_text
from ..fingerprints import FILE, fingerprints
from .collector import Collector, Ids
from .layout import course_files


def check_strays(collector: Collector) -> None:
    """Check that each file of the content belongs to a section, a quiz or a series: any other is never read."""
    if collector.section_ids is None:
        return
    expected = {file.name for file in course_files(collector.section_ids, collector.quizzes)}
    expected |= {f"data/series/{name}.csv" for name in collector.known["series"] or ()}
    for folder, ending, owner in (
        ("data/notes", ".toml", "section"),
        ("data/claims", ".toml", "section"),
        ("data/quizzes", ".toml", "section"),
        ("data/series", ".csv", "series"),
    ):
        known = collector.quiz_ids if folder == "data/quizzes" else collector.known[owner]
        if known is None:
            continue
        for name in listed(collector, folder, ending):
            if f"{folder}/{name}{ending}" not in expected:
                collector.add(
                    f"{folder}/{name}{ending}", "", "", f"there is no {owner} {name!r}, so nothing reads this file"
                )


def listed(collector: Collector, folder: str, ending: str) -> list[str]:
    """Return the names, without their ending, of a folder's files but for copies of them; none without the folder."""
    try:
        found = os.listdir(collector.library.root / folder)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        collector.add(f"{folder}/", "", "", f"the folder cannot be read ({error.strerror})")
        return []
    names = sorted(name.removesuffix(ending) for name in found if name.endswith(ending) and not name.startswith("."))
    return [name for name in names if copied(name, names) is None]


def check_plans(collector: Collector, exercises: list[str]) -> None:
    """Check that, in a course with plans, each exercise has one in which something stands."""
    folder = "exercises/plans"
    if not (collector.library.root / folder).is_dir():
        return
    for name in exercises:
        file = f"{folder}/{name}.md"
        text = collector.read(partial(read_text, collector.library.root, file, lambda before: ("", "")), None)
        if text is not None and not text.strip():
            collector.add(file, "", "", "the file is empty")


def check_fingerprints(collector: Collector) -> None:
    """Check that the fingerprints, where a course has them, are those of its paragraphs."""
    root, known = collector.library.root, collector.known["paragraph"]
    if not (root / FILE).exists() and not (root / FILE).is_symlink():
        return
    try:
        found = [each.paragraph for each in fingerprints(root)]
    except CourseError as error:
        faults = getattr(error, "faults", [])
        collector.note(faults)
        return
    for number, name in enumerate(found, start=1):
        if found.index(name) + 1 < number:
            collector.add(FILE, f"fingerprint {number} ({name})", "paragraph", "stands twice")
    for name in sorted((known or frozenset()) - set(found)):
        collector.add(FILE, f"fingerprint {name}", "paragraph", "is missing; make the file again from the text")
    _check_known(collector, found, known)


def _check_known(collector: Collector, found: list[str], known: Ids) -> None:
    for number, name in enumerate(found, start=1):
        collector.unknown(FILE, f"fingerprint {number} ({name})", "paragraph", [name], known, "paragraph")
