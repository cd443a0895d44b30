"""What keeps a lesson from being a plain page, for the author who checks a course."""

from __future__ import annotations

from ..content.errors import CourseError, Fault
from ..content.lessons import lesson_files
from ..content.library import Library
from .pages import lesson_page


def page_faults(library: Library) -> list[Fault]:
    """Return a fault for each lesson that cannot be made into a page: the first thing that keeps it from that."""
    found = []
    for notebook in lesson_files(library.root):
        try:
            lesson_page(library, notebook)
        except CourseError as trouble:
            says = str(trouble).removeprefix(f"{notebook.name}, ")
            found.append(Fault(f"notebooks/{notebook.name}", "", "", says))
    return found
