"""What a feedback file is called so that Canvas and Moodle give it to the right student.

Both go by the name under which the student's own file was downloaded.

- Canvas (app/models/abstract_assignment.rb, infer_comment_context_from_filename) parts a name at its underscores,
  passes over LATE, and takes the first two parts that are numbers for the user and for the file handed in; of an
  anonymous assignment, the two parts behind "anon".
- Moodle (mod/assign/feedback/file/importziplib.php, is_valid_filename_for_import) looks for a folder or a file called
  NAME_NUMBER_assignsubmission_KIND_, where the rest is the name that the student sees.
"""

from __future__ import annotations

import re

PAGE = "feedback.html"
_CUT = "\N{HORIZONTAL ELLIPSIS}"  # a name that was too long for the lists begins so


def canvas_name(handed_in: str) -> str:
    """Return the name for Canvas; "" where the name of what was handed in is none of Canvas's."""
    parts = handed_in.rpartition("/")[2].split("_")
    if parts[0] == "anon" and len(parts) > 3:
        return "_".join([*parts[:3], PAGE])
    numbers = [place for place, part in enumerate(parts[:-1]) if re.fullmatch("[0-9]+", part)][:2]
    if len(numbers) < 2 or numbers[0] == 0 or handed_in.startswith(_CUT) or parts[-1].startswith("link"):
        return ""
    return "_".join([*parts[: numbers[1] + 1], PAGE])


def moodle_name(handed_in: str) -> str:
    """Return the name for Moodle, with its folder; "" where the name of what was handed in is none of Moodle's."""
    folders = handed_in.split("/")
    for place, folder in enumerate(folders):
        parts = folder.split("_", 4)
        if len(parts) < 4 or not re.fullmatch("[0-9]+", parts[1]) or parts[2] != "assignsubmission":
            continue
        if folder.startswith(_CUT):
            return ""
        is_folder = place < len(folders) - 1
        return f"{folder}/{PAGE}" if is_folder else "_".join([*parts[:4], PAGE])
    return ""


NAMES = {"canvas": canvas_name, "moodle": moodle_name}
