"""How fast the course is, in figures and ratios of one run: python tests/bench.py

What is measured against what: each lesson's run-all against a kernel that only imports pandas, plotly.graph_objects and
ipywidgets; the first quiz against a bare kernel start; a course with ten times the content against this one. Nothing here fails.
"""

from __future__ import annotations

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import nbformat
from jupyter_client.manager import start_new_kernel

ROOT = Path(__file__).resolve().parent.parent
RUNS = 3
IMPORTS = "import pandas, plotly.graph_objects, ipywidgets"
QUIZ = "from readingroom.notebook import open_section\nopen_section('bureaucrats').quiz()"
LESSON = "from readingroom.notebook import open_section\nx = open_section('bureaucrats')\nx.read(); x.timeline(); x.claims(); x.quiz()"
WHOLE = """
import psutil, time
start = time.perf_counter()
from readingroom.notebook import open_course, open_section
course = open_course()
for section in course._library.sections:
    lesson = open_section(section)
    lesson.read(); lesson.timeline(); lesson.claims(); lesson.quiz()
print(time.perf_counter() - start, psutil.Process().memory_info().rss / 1e6)
"""


def main() -> None:
    bare = median(lambda: kernel_seconds(["pass"]))
    imports = median(lambda: kernel_seconds([IMPORTS]))
    print(f"bare kernel start               {bare:6.2f} s")
    print(f"kernel with the three imports   {imports:6.2f} s\n")
    print(f"{'lesson':32}{'run all':>8}{'against imports (aim: 1.3 or less)':>40}")
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        cells = [cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
        seconds = median(lambda cells=cells: kernel_seconds(cells))
        print(f"{path.stem:32}{seconds:6.2f} s{seconds / imports:40.2f}")
    first = median(lambda: kernel_seconds([QUIZ]))
    print(f"\nfirst quiz                      {first:6.2f} s   {first / bare:.2f} times a bare kernel start")
    ten_times()


def median(measure: Callable[[], float]) -> float:
    return statistics.median(measure() for _ in range(RUNS))


def kernel_seconds(cells: list[str], where: Path = ROOT / "notebooks") -> float:
    """Seconds from asking for a kernel until it has run all cells."""
    start = time.perf_counter()
    manager, client = start_new_kernel(kernel_name="python3", cwd=str(where), stderr=subprocess.DEVNULL)
    try:
        for cell in cells:
            reply = client.execute_interactive(cell, timeout=120, output_hook=lambda message: None)
            if reply["content"]["status"] != "ok":
                raise RuntimeError(f"{cell!r} failed: {reply['content']['evalue']}")
        return time.perf_counter() - start
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def ten_times() -> None:
    """Print time and memory of this course and of one with ten times its notes, items, claims, events and terms.

    A lesson is what a student waits for: a kernel, and one section's reading, timeline, claims and quiz. Everything is all six
    sections in one process that already runs, imports included: hardly anything but content.
    """
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder)
        shutil.copytree(ROOT / "data", large / "data")
        for path in [*(large / "data").glob("*/*.toml"), large / "data/events.toml", large / "data/glossary.toml"]:
            path.write_text(multiplied(path.read_text(encoding="utf-8"), 10), encoding="utf-8")
        small_lesson, large_lesson = (
            median(lambda where=where: kernel_seconds([LESSON], where)) for where in (ROOT, large)
        )
        small_run, large_run = (best_of(lambda where=where: whole(where)) for where in (ROOT, large))
    print(f"\n{'':32}{'this course':>12}{'ten times':>12}{'ratio (aim: below 3)':>24}")
    rows = [
        ("a lesson, time", "s", small_lesson, large_lesson),
        *zip(("everything, time", "everything, memory"), ("s", "MB"), small_run, large_run, strict=True),
    ]
    for name, unit, one, ten in rows:
        print(f"{name:32}{one:9.2f} {unit:2}{ten:9.2f} {unit:2}{ten / one:24.2f}")


def best_of(measure: Callable[[], tuple[float, float]]) -> tuple[float, float]:
    return tuple(statistics.median(found) for found in zip(*(measure() for _ in range(RUNS)), strict=True))


def whole(where: Path) -> tuple[float, float]:
    done = subprocess.run([sys.executable, "-c", WHOLE], cwd=where, capture_output=True, text=True, check=True)
    seconds, megabytes = map(float, done.stdout.split())
    return seconds, megabytes


def multiplied(text: str, times: int) -> str:
    """Repeat the records of a TOML file under new ids."""
    head, mark, body = text.partition("[[")
    record = re.compile(r'^(\[\[(?:item|claim|event|term)\]\]\nid = ".+)"$', re.MULTILINE)
    copies = [mark + body, *(record.sub(rf'\1-x{n}"', mark + body) for n in range(1, times))]
    return head + "\n".join(copies)


if __name__ == "__main__":
    main()
