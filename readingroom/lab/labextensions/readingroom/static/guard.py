"""Run in the notebook's kernel before a lesson opens by itself; raises where more than the course could then run.

opening.js sends this text and calls the function, so it brings nothing with it and leaves nothing behind.
"""

# The kernel runs it in the reader's own namespace: all other names stand inside the function.


def _readingroom_guard(names: list[str]) -> None:
    """Raise an ImportError with the reason why the lesson, which gives `names`, must wait for its reader."""
    import os
    import sys

    path, here = list(sys.path), os.path.realpath(os.getcwd())

    def holds_code(entry: "os.DirEntry[str]") -> bool:
        if not entry.is_dir():
            return entry.name.endswith(endings)
        if not entry.name.isidentifier() or iskeyword(entry.name):
            return False  # no import can name it
        return entry.is_symlink() or any(
            name.endswith(endings) or os.path.islink(os.path.join(folder, name))
            for folder, folders, files in os.walk(entry)
            for name in (*folders, *files)
        )

    def is_the_learners(value: object) -> bool:
        return value is not None and not str(type(value).__module__).startswith("readingroom.")

    # A kernel looks for modules in the notebook's folder too, wherever that is: not for these.
    sys.path[:] = [folder for folder in path if folder not in ("", ".")]
    try:
        from importlib.machinery import all_suffixes
        from keyword import iskeyword

        endings = tuple(all_suffixes())
        # A folder that the environment itself names (a student's bundle, installed where it lies) is the course.
        if here not in map(os.path.realpath, sys.path):
            with os.scandir(here) as entries:
                found = sorted(entry.name for entry in entries if holds_code(entry))
            if found:
                raise ImportError(f"the notebook's folder has Python files of its own, as {found[0]}")

        from readingroom.content.paths import course_root

        if os.path.realpath(course_root()) not in (here, os.path.dirname(here)):
            raise ImportError("the notebook does not lie in a folder of the course")
        taken = [name for name in names if is_the_learners(globals().get(name))]
        if taken:
            raise ImportError(f"the name {taken[0]} is taken by something of your own")
    finally:
        sys.path[:] = path
