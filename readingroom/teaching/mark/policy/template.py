"""Writes a commented policy.toml for a teacher to fill in."""

from __future__ import annotations

from pathlib import Path

from ....content.errors import CourseError
from .model import FILE

TEMPLATE = """\
# The rules of your class. Put this file beside the class's list; `mark` reads it there.
# Nothing holds until you take the # away from a line. Give `mark` again after each change: marks, pages, gradebooks
# and the report follow, and changes.csv says for each student what changed and why.
#
# Names of tasks stand in exercises/tasks/EXERCISE.toml, behind `id =`, and at the top of the columns of marks.csv.
# Without `exercise =` a rule holds for every exercise; a rule for one exercise goes before one for all.


# --- Late hand-ins. Per cent are of the points possible, as in Canvas.

# [[late]]
# per_day = 10             # for each day begun; or per_hour = 1
# lowest = 50              # lateness alone takes no mark below so many per cent
# grace_minutes = 15       # so late is still in time
# none_after_days = 7      # what comes later than this gets no points; or none_after_hours


# --- More time, or another date, for one student. A reason here stays with you.

# [[student]]
# id = "anna"
# extra_days = 2           # or extra_hours = 12
# reason = "ill for two days"

# [[student]]
# id = "ben"
# exercise = "04-pillars"
# due = "2026-12-05T23:59" # your own time; or with a zone, "2026-12-05T23:59 Europe/Berlin"


# --- A task that was no good, or that should count otherwise. The reason stands on the student's page.

# [[task]]
# exercise = "04-pillars"
# id = "oil-gap"
# drop = true              # counts for nobody; the exercise then gives fewer points
# # full = true            # or: everybody who handed in gets its full points
# # excuse = ["anna"]      # or: does not count for these students
# # weight = 2             # or: counts twice
# reason = "Two of the figures could not be read in print."


# --- Points given by hand. They come last: with a task, up to what the task gives; without one, on top of the total.

# [[point]]
# student = "anna"
# exercise = "04-pillars"
# task = "oil-gap"
# points = 1               # -1 takes one off
# reason = "Right by another road, explained after class."


# --- When a lesson is complete: how much of it must be done, in per cent. These are the numbers without a rule.

# [[lesson]]
# paragraphs = 100         # marked clear or puzzling
# votes = 100              # claims voted on
# items = 60               # questions answered, rightly or not
# # id = "NAME"            # for this lesson alone, by its section or its notebook
"""


def write_template(out: Path) -> str:
    """Write the file, never over one that is there, and return what to say of it."""
    path = out / FILE if out.is_dir() else out
    if path.exists():
        raise CourseError(f"{path} is there already and stays as it is; give another name with --out.")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEMPLATE, encoding="utf-8", newline="\n")
    return f"{path}: fill it in, put it beside the class's list, and give mark again."
