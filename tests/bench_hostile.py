"""Marks 2,000 hostile hand-ins beside 100 sound ones, from a folder and from a zip, then makes the report.

`.venv/bin/python tests/bench_hostile.py [HOSTILE] [SOUND] [SEED]` prints seconds and peak memory, and beside them those of
the sound ones alone. It ends with an error where a command failed, a bad file is not named, or a sound one not marked.
"""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import hostile

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    count, sound, seed = (int(word) for word in [*sys.argv[1:], *["2000", "100", "1"][len(sys.argv) - 1 :]])
    wrong = []
    print(f"{'':34}{'files':>9}{'seconds':>9}{'peak memory':>13}")
    for name, bad in (("sound alone", 0), ("hostile beside sound", count)):
        with tempfile.TemporaryDirectory() as made:
            folder = Path(made) / "in"
            folder.mkdir()
            hostile.fill(folder, bad, seed)
            for number in range(sound):
                file, text = hostile.sound(f"sound-{number}")
                (folder / file).write_text(text, encoding="utf-8")
            wrong += measured(f"{name}, folder", folder, Path(made) / "out", len(os.listdir(folder)), sound)
            files = packed(folder, Path(made) / "in.zip")
            wrong += measured(f"{name}, zip", Path(made) / "in.zip", Path(made) / "out-zip", files, sound)
    print("\n".join(wrong) or "every bad file named, every sound one marked, no traceback")
    sys.exit(bool(wrong))


def packed(folder: Path, to: Path) -> int:
    """Pack the plain files, their names as a server writes them; return how many there are."""
    plain = [entry for entry in os.scandir(folder) if entry.is_file(follow_symlinks=False)]
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as made:
        for entry in plain:
            made.writestr(entry.name.encode("utf-8", "replace").decode(), Path(entry.path).read_bytes())
    return len(plain)


def measured(what: str, where: Path, out: Path, files: int, sound: int) -> list[str]:
    """Mark and report in processes of their own, print what they took, and return what went wrong."""
    key = ROOT / f"exercises/key/{hostile.EXERCISE}.toml"
    start = time.perf_counter()
    said, megabytes = run("mark", where, "--key", key, "--out", out)
    reported, _ = run("report", out, "--exercise", hostile.EXERCISE, "--names", "--out", out / "report.html")
    print(f"{what:34}{files:9,}{time.perf_counter() - start:8.1f} s{megabytes:10.0f} MB", flush=True)
    return [f"{what}: {text[-500:]}" for text in (said, reported) if text] or faults(what, out, files, sound)


def run(*words: str | Path) -> tuple[str, float]:
    """Run a verb; return what it printed where it failed, and its peak memory in MB."""
    orders = [sys.executable, "-m", "readingroom", *map(str, words)]
    child = subprocess.Popen(orders, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert child.stdout
    said = child.stdout.read()
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = status
    return said if status or "Traceback" in said else "", used.ru_maxrss / 1024


def faults(what: str, out: Path, files: int, sound: int) -> list[str]:
    with (out / "files.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    with (out / "marks.csv").open(encoding="utf-8-sig", newline="") as lines:
        totals = [row["total"] for row in csv.DictReader(lines) if row["id"].startswith("sound-")]
    silent = [r["file"] for r in rows if "sound-" not in r["file"] and r["found"] in ("sound", "renamed")]
    silent += [row["file"] for row in rows if "not marked" in row["found"]]
    found = [f"{what}: not named: {', '.join(silent)}"] if silent else []
    found += [] if len(rows) == files else [f"{what}: {len(rows)} rows for {files} files"]
    return found + ([] if totals == ["6.33"] * sound else [f"{what}: sound ones got {totals}"])


if __name__ == "__main__":
    main()
