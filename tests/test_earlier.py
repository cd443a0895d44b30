"""What learners and teachers have on their disks, made by version 0.1.0 of readingroom, is read as it was then.

All in tests/earlier was written by that version, from a fixed seed and clock; only the styles of pages were taken out,
and notebooks end in .txt so that nothing runs them. The record is one of the large course, the exercise the tiny one's.
"""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import zipfile
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from readingroom.content.exercise import assignment
from readingroom.content.library import Library
from readingroom.learning.progress import certainty_marks, fold
from readingroom.learning.record import Record
from readingroom.learning.review.deck import Deck, deck
from readingroom.learning.review.schedule import plan
from readingroom.learning.submission.format import read
from readingroom.parts.exercise import submission as make_submission
from readingroom.parts.record.record import record_content, record_widget
from readingroom.teaching.assign.assign import assign
from readingroom.teaching.export.export import export
from readingroom.teaching.mark.mark import MarkingOptions, mark
from readingroom.teaching.report.report import report
from readingroom.teaching.tables.encoding import LETTERS

EARLIER = Path(__file__).parent / "earlier"
EXPECTED = json.loads((EARLIER / "expected.json").read_text(encoding="utf-8"))
EXERCISE, SEED, DUE = "01-count-and-read", "an old secret", "2026-12-01T12:00"
DOWNLOADED = (EARLIER / "downloaded-record.jsonl").read_text(encoding="utf-8")
# The words that the version said of every course; today a course says its own.
WORDS = {"id": "reading-room", "name": "Reading Room", "text": "the article", "mark": "\N{PILCROW SIGN}"}


def without_style(page: str) -> str:
    """A page without its style, and without what has been said since: until when the work was due."""
    page = re.sub(r"<p class='due'>.*?</p>", "", page)
    return re.sub(r"<style>.*?</style>", "<style></style>", page, flags=re.DOTALL)


def files(folder: Path) -> dict[str, str]:
    """The text of each file below a folder, of pages without their style; conditions.json came later."""
    found = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "conditions.json"]
    return {p.relative_to(folder).as_posix(): without_style(plain(p)) for p in found}


def plain(path: Path) -> str:
    """The text of a file; of a table without what has been added since, by which spreadsheets know its encoding."""
    text = path.read_bytes().decode("utf-8").removeprefix("\ufeff")
    if f",{LETTERS}\n" not in text:
        return text
    rows = [row[:-1] for row in csv.reader(io.StringIO(text, newline=""))]
    csv.writer(written := io.StringIO(), lineterminator="\n").writerows(rows)
    return written.getvalue()


def laid_out(name: str, to: Path) -> Path:
    """Copy a folder of tests/earlier, its notebooks under their own names."""
    shutil.copytree(EARLIER / name, to)
    for path in [*to.rglob("*.ipynb.txt")]:
        path.rename(path.with_suffix(""))
    return to


@pytest.fixture
def old_record(tmp_path) -> Record:
    laid_out("record", tmp_path / "my-record")
    return Record(tmp_path)


@pytest.fixture
def old_course(tmp_path) -> Path:
    """The teacher's course with the exercise as it was."""
    root = tmp_path / "course"
    shutil.copytree(Path(__file__).parent / "tiny/data", root / "data")
    about = (root / "data/course.toml").read_text(encoding="utf-8")
    for field, words in WORDS.items():
        about = re.sub(rf'^{field} = ".*?"', f'{field} = "{words}"', about, count=1, flags=re.MULTILINE)
    (root / "data/course.toml").write_text(about, encoding="utf-8")
    laid_out("exercises", root / "exercises")
    shutil.copy(EARLIER / f"handed-in/dora_{EXERCISE}.ipynb.txt", root / f"exercises/{EXERCISE}.ipynb")
    return root


def marked(course: Path, out: Path, **options) -> list[str]:
    """Mark the files handed in, as the teacher did then; return what is said of it."""
    handed_in = laid_out("handed-in", course / "handed-in")
    marking = MarkingOptions(EARLIER / "roster.csv", SEED, f"{DUE}Z", **options)  # without a zone it was UTC
    said = mark(course, handed_in, course / f"exercises/key/{EXERCISE}.toml", out, marking)
    return [line.replace(out.as_posix(), "OUT") for line in said if not line.startswith("Due: ")]


# --- a learner -----------------------------------------------------------------------------------------------------


def test_a_record_says_what_the_learner_did(old_record, library):
    progress = fold(old_record.entries)
    first = {item: answer.pop("first") for item, answer in progress["answers"].items()}  # told since then

    assert progress == EXPECTED["progress"] | {"weighings": {}}
    assert set(map(type, first.values())) <= {int, float}
    shown = record_content(library, old_record)
    assert shown.pop("claims") == {"all": len(library.claims), "voted": 7, "weighed": 0, "agreed": 0}  # told since then
    assert done(shown) == done(EXPECTED["record"])


def done(record):
    """What a record shows the learner did; how many questions the course has by now is another matter."""
    rows = [{field: value for field, value in row.items() if field != "items"} for row in record["rows"]]
    return {**record, "rows": [row for row in rows if row["paragraphs"] or row["answered"]]}


def test_answers_are_worth_what_they_were(old_record):
    answers = fold(old_record.entries)["answers"]
    worth = {item: certainty_marks(answer) for item, answer in answers.items() if "certainty" in answer}

    assert worth == EXPECTED["certainty marks"]


@pytest.mark.parametrize("planned", EXPECTED["plans"], ids=lambda planned: f"{planned['today']} {planned['hours']}")
def test_the_same_questions_are_due_on_the_same_days(old_record, library, planned):
    # Terms and dates come in between as the glossary and the events grow; the questions keep their order.
    zone = timezone(timedelta(hours=planned["hours"]))
    questions = Deck(deck(library).items, {}, {})
    today = plan(old_record.entries, questions, datetime.fromisoformat(planned["now"]), zone)
    due = [card for card in planned["due"] if card.startswith("item:")]

    assert (today.today.isoformat(), list(today.due)) == (planned["today"], due)


def test_a_record_with_a_damaged_and_a_torn_line_is_downloaded_letter_by_letter_as_before(old_record):
    assert old_record.export() == DOWNLOADED
    assert len([*(old_record.folder / "damaged").iterdir()]) == 1


def test_a_downloaded_record_is_restored_whole_and_once(library, record):
    widget = record_widget(library, record)
    said = []
    for upload in (DOWNLOADED, DOWNLOADED, DOWNLOADED[: len(DOWNLOADED) // 2] + "\n"):
        widget.upload = upload
        said.append(widget.says)

    assert said == EXPECTED["restored"]
    assert record.export() == DOWNLOADED


@pytest.mark.parametrize(
    "folder, hand_in",
    [("record", "made/01-trade-shares--*"), ("annas-bundle/record", "handed-in/*--anna--*")],
    ids=["in the course", "in a bundle"],
)
def test_a_hand_in_is_made_of_a_record_letter_by_letter_as_before(folder, hand_in, tmp_path, root, monkeypatch):
    before = next(EARLIER.glob(hand_in)).read_text(encoding="utf-8")
    old = read(before).submission

    class Clock(datetime):
        """Stands at the moment at which the hand-in was made."""

        @classmethod
        def now(cls, tz=None):
            return datetime.fromisoformat(old.made)

    monkeypatch.setattr(make_submission, "datetime", Clock)
    laid_out(folder, tmp_path / "my-record")
    given = assignment(root if folder == "record" else EARLIER / "annas-bundle", old.exercise)
    asked = {"student": f"  {old.student} ", "puzzling": list(old.puzzling)}

    assert make_submission.make(Record(tmp_path), given, asked, tmp_path)["text"] == before


# --- a teacher -----------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_the_same_list_and_seed_make_the_variants_that_were_given_out(old_course, tmp_path):
    assign(old_course, EXERCISE, tmp_path / "bundles", EARLIER / "roster.csv", SEED, unpacked=True)

    tasks = f"exercises/tasks/{EXERCISE}.toml"
    assert (tmp_path / f"bundles/{EXERCISE}--anna" / tasks).read_bytes() == (
        EARLIER / "annas-bundle" / tasks
    ).read_bytes()


def test_hand_ins_get_the_marks_that_they_got(old_course, tmp_path):
    """With the points and the decision that the teacher had typed, and nothing else of what was written before."""
    out = tmp_path / "marked"
    (out / "written").mkdir(parents=True)
    for typed in ("decisions.csv", "written/left-out.csv"):
        shutil.copy(EARLIER / "marked" / typed, out / typed)

    assert marked(old_course, out) == EXPECTED["mark"]
    assert files(out) == files(EARLIER / "marked")


def test_a_marked_folder_is_taken_up_again_as_it_stands(old_course, tmp_path):
    out = laid_out("marked", tmp_path / "marked")

    assert marked(old_course, out) == EXPECTED["mark"]
    assert files(out) == files(EARLIER / "marked")


def test_points_typed_into_a_notebook_count(old_course, tmp_path):
    out = laid_out("marked-in-a-notebook", tmp_path / "marked")
    (out / "marks.csv").unlink()
    marked(old_course, out, hide_names=True, solutions=False)

    assert plain(out / "marks.csv") == plain(EARLIER / "marked-in-a-notebook/marks.csv")


def test_the_gradebook_lists_the_late_hand_in(old_course, tmp_path):
    """And no total of what is not marked to its end, nor of the bare notebook."""
    out = laid_out("marked", tmp_path / "marked")
    marked(old_course, out)
    with (out / "gradebook-moodle.csv").open(encoding="utf-8-sig", newline="") as gradebook:
        rows = {student: (total, feedback) for student, _, total, feedback in csv.reader(gradebook)}

    assert rows["cleo"] == ("6.67", "Handed in late.")
    assert rows["dora"] == ("", "Nothing was handed in.")
    assert f"dora_{EXERCISE}.ipynb,,,,no,foreign," in (out / "files.csv").read_text(encoding="utf-8-sig")


def test_the_report_is_as_it_was(old_course, tmp_path):
    page = report(old_course, laid_out("marked", tmp_path / "marked"), EXERCISE)

    assert without_style(page) == (EARLIER / "report.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "graded", EXPECTED["nbgrader"], ids=lambda graded: re.findall(r"'([a-z-]+)'", graded["cell"])[0]
)
def test_a_cell_of_an_nbgrader_course_that_was_given_out_gives_its_points(graded, tmp_path, monkeypatch):
    laid_out("nbgrader", tmp_path / "hand-ins")
    monkeypatch.chdir(tmp_path)
    imported, call = graded["cell"].split("\n")
    names: dict = {}
    exec(imported, names)

    assert eval(call, names) == graded["points"]


@pytest.mark.parametrize("name", ["gift.gift", "moodle.xml", "qti.zip"])
def test_an_export_is_as_it_was(name, old_course, tmp_path):
    export(Library(old_course), name.split(".")[0], tmp_path / name, exercise=EXERCISE)

    assert content(tmp_path / name) == content(EARLIER / "exports" / name)


def test_a_paper_that_was_handed_out_asks_what_the_paper_of_today_asks(old_course, tmp_path):
    export(Library(old_course), "paper", tmp_path / "paper.html", exercise=EXERCISE)
    earlier, today = (
        re.findall(r"<(?:p|span)>([^<]{12,})</", file.read_text(encoding="utf-8"))
        for file in (EARLIER / "exports/paper.html", tmp_path / "paper.html")
    )

    forms = ("A number", "A few words", "One or more")  # today said by the field itself
    asked = [line for line in earlier if not line.startswith(forms)]
    assert sorted(asked) == sorted(line for line in today if line in asked) and len(asked) > 4


def content(path: Path) -> dict[str, str]:
    """What a file or a zip file holds; how a zip is compressed is the library's affair."""
    if path.suffix != ".zip":
        return {"": without_style(path.read_bytes().decode("utf-8"))}
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name).decode("utf-8") for name in packed.namelist()}
