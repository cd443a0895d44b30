"""What `check` says of generated faults of the content: python tests/bench_check.py [COUNT [SEED]]

Each mutation breaks one file of a copy of the course. Counted by kind are the faults named in the file that was broken, those
named elsewhere only, and the silent ones, which are listed to be judged: some mutations are edits that an author may make.
"""

from __future__ import annotations

import difflib
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from content_mutations import Mutation, mutations  # noqa: E402

from readingroom.content.checks.course import STOPPED, faults  # noqa: E402
from readingroom.content.library import Library  # noqa: E402
from readingroom.learning.guess_rates import rates  # noqa: E402


def main(count: int = 500, seed: int = 1) -> None:
    outcomes: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        course = Path(folder)
        for name in ("data", "exercises", "notebooks"):
            shutil.copytree(ROOT / name, course / name)
        for mutation in mutations(ROOT, count, seed):
            outcome = tried(course, mutation)
            outcomes[mutation.kind, outcome] += 1
            if outcome != "named":
                print(f"{outcome}: {mutation.kind}, {mutation.file}\n{difference(mutation)}")
    print(f"\n{'kind':28}{'named':>8}{'elsewhere':>11}{'silent':>8}{'stopped':>9}{'traceback':>11}")
    for kind in dict.fromkeys(kind for kind, _ in outcomes):
        counts = [outcomes[kind, outcome] for outcome in ("named", "elsewhere", "silent", "stopped", "traceback")]
        print(f"{kind:28}{counts[0]:8}{counts[1]:11}{counts[2]:8}{counts[3]:9}{counts[4]:11}")
    print("all".ljust(28), Counter(outcome for (_, outcome), n in outcomes.items() for _ in range(n)))


def tried(course: Path, mutation: Mutation) -> str:
    """How `check` answers to one mutation."""
    (course / mutation.file).write_bytes(mutation.after)
    try:
        library = Library(course)
        found = faults(library)
        if not found:
            rates(library)
    except Exception as error:
        print(f"{error!r}")
        return "traceback"
    finally:
        (course / mutation.file).write_bytes(mutation.before)
    if any(STOPPED in fault.says for fault in found):
        print(next(fault for fault in found if STOPPED in fault.says))
        return "stopped"
    if any(fault.file == mutation.file for fault in found):
        return "named"
    return "elsewhere" if found else "silent"


def difference(mutation: Mutation) -> str:
    before, after = (raw.decode("utf-8", "replace").splitlines() for raw in (mutation.before, mutation.after))
    lines = [line[:150] for line in difflib.unified_diff(before, after, lineterm="", n=0)]
    return "\n".join(f"    {line}" for line in lines[3:11])


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
