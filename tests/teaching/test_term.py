"""A term of a class of 300 in six runs: every mark is reckoned again here, without the package's arithmetic, and every
change between two runs stands in the list of changes with its cause.
"""

from __future__ import annotations

import csv
import random
import shutil
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from math import ceil
from pathlib import Path

import pytest

from readingroom.learning.submission.format import Answer, Submission, file_name, read, serialize
from readingroom.teaching.mark.mark import MarkingOptions, mark
from readingroom.teaching.report.report import report

TINY = Path(__file__).resolve().parents[1] / "tiny"
EXERCISE, SIZE = "02-term", 300
DUE = datetime(2026, 10, 5, 10, tzinfo=UTC)  # noon in Berlin
NAMES = [
    "Áine Ní Bhriain",
    "Łukasz Żółć",
    "Nguyễn Thị Ánh",
    "王小明",
    "محمد العلي",
    "Ελένη Παππά",
    "Иван Щукин",
    "דוד כהן",
    "김민준",
    "佐藤 さくら",
    "O'Neill, Séan",
    "Þóra Jónsdóttir",
    "अनिता शर्मा",
    "ณัฐ ใจดี",
    "Zoë van 't Hoff",
    "Øyvind Åsen",
    "İpek Işık",
    "Գոհար Սարգսյան",
    "თამარ ბერიძე",
    "=Anna",
]
TASKS = """[exercise]
id = "02-term"
title = "A term"
tier = "no code"
minutes = 10
aims = ["a"]
needs = ["n"]
paragraphs = ["founding-1"]
[[task]]
id = "pick"
kind = "choice"
paragraphs = ["founding-1"]
prompt = "Which?"
option = [{ id = "a", text = "A" }, { id = "b", text = "B" }, { id = "c", text = "C" }]
[[task]]
id = "count"
kind = "number"
paragraphs = ["founding-1"]
prompt = "How many?"
decimals = 0
[[task]]
id = "pairs"
kind = "match"
paragraphs = ["founding-1"]
prompt = "Match."
left = [{ id = "l1", text = "1" }, { id = "l2", text = "2" }, { id = "l3", text = "3" }, { id = "l4", text = "4" }]
right = [{ id = "r1", text = "I" }, { id = "r2", text = "II" }, { id = "r3", text = "III" }, { id = "r4", text = "IV" }]
[[task]]
id = "essay"
kind = "written"
paragraphs = ["founding-1"]
prompt = "Why?"
"""
KEY = """[[key]]
task = "pick"
points = 2
answer = "a"
why = "w"
option = [{ id = "a", why = "w" }, { id = "b", why = "w" }, { id = "c", why = "w" }]
[[key]]
task = "count"
points = 1
answer = "12"
why = "w"
[[key]]
task = "pairs"
points = 2
place = { l1 = "r1", l2 = "r2", l3 = "r3", l4 = "r4" }
why = "w"
option = [{ id = "l1", why = "w" }, { id = "l2", why = "w" }, { id = "l3", why = "w" }, { id = "l4", why = "w" }]
[[key]]
task = "essay"
points = 3
why = "w"
model = "m"
marking = "n"
[[key.criterion]]
id = "names"
text = "Names it"
level = [{ points = 0, text = "no" }, { points = 1, text = "yes" }]
[[key.criterion]]
id = "reason"
text = "Says why"
level = [{ points = 0, text = "no" }, { points = 1, text = "half" }, { points = 2, text = "yes" }]
"""
LATE = "[[late]]\nper_day = 10\nlowest = 50\nnone_after_days = 14\n"


@dataclass
class Person:
    """A student, what they hand in, and what a teacher thinks of their text."""

    id: str
    name: str
    pick: str
    count: str
    right_pairs: int
    text: str
    points: tuple[int, int]
    made: datetime = DUE - timedelta(days=1)


@dataclass
class Week:
    """What holds in a week: the right option, who handed in, whose file is damaged, whose texts are marked, and the
    class's own rules.
    """

    right: str = "a"
    there: set[str] = field(default_factory=set)
    cut_off: set[str] = field(default_factory=set)
    marked: set[str] = field(default_factory=set)
    accepted: set[str] = field(default_factory=set)
    is_late_policy: bool = False
    extra: dict[str, int] = field(default_factory=dict)
    excused: set[str] = field(default_factory=set)
    on_total: set[str] = field(default_factory=set)
    dropped: bool = False


def expected(person: Person, week: Week) -> tuple[str, str, str] | None:
    """Reckon (state, total, most) by hand; None for who has nothing that can be read."""
    if person.id not in week.there:
        return None
    essay = sum(person.points) if person.id in week.marked and person.text else 0
    parts = {
        "pick": (Fraction(2 if person.pick == week.right else 0), 2),
        "count": (Fraction(1 if person.count == "12" else 0), 1),
        "pairs": (Fraction(person.right_pairs, 2), 2),
        "essay": (Fraction(essay), 3),
    }
    if week.dropped:
        del parts["count"]
    if person.id in week.excused:
        del parts["pairs"]
    total, most = sum(p for p, _ in parts.values()), sum(m for _, m in parts.values())
    behind = person.made - DUE - timedelta(days=week.extra.get(person.id, 0))
    late = behind > timedelta(0)
    if late and week.is_late_policy:
        days = ceil(behind / timedelta(days=1))
        left = max(total - days * Fraction(most, 10), min(total, Fraction(most, 2)))
        total = Fraction(0) if behind > timedelta(days=14) else left
    if person.id in week.on_total:
        total += 1
    state = "late" if late else "marked"
    if person.text and person.id not in week.marked:
        state = "written open"
    if person.id in week.cut_off - week.accepted:
        state = "provisional"
    return state, f"{float(total):g}", str(most)


class Term:
    """The class, its folders, and the run of each week."""

    def __init__(self, folder: Path):
        self.folder, self.out, self.markers = folder, folder / "out", ""
        self.course = folder / "course"
        shutil.copytree(TINY, self.course)
        (self.course / f"exercises/tasks/{EXERCISE}.toml").write_text(TASKS, encoding="utf-8")
        self.key(KEY)
        (folder / "in").mkdir()
        (folder / "colleague").mkdir()
        chance = random.Random(6)
        self.people = {
            f"s{n:03}": Person(
                f"s{n:03}",
                f"{NAMES[n % len(NAMES)]} {n}",
                chance.choice("abc"),
                chance.choice(["12", "13"]),
                chance.choice([0, 1, 2, 4]),
                "" if n % 9 == 0 else f"Because, says {n}.",
                (chance.randint(0, 1), chance.randint(0, 2)),
            )
            for n in range(SIZE)
        }
        with (folder / "class.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([["id", "name"], *([p.id, p.name] for p in self.people.values())])

    def key(self, text: str) -> None:
        (self.course / f"exercises/key/{EXERCISE}.toml").write_text(text, encoding="utf-8")

    def rules(self, text: str) -> None:
        (self.folder / "policy.toml").write_text(text, encoding="utf-8")

    def hand_in(self, person: Person, damage: str = "") -> None:
        lines = ["l1", "l2", "l3", "l4"]
        places = {line: f"r{line[1]}" if at < person.right_pairs else "" for at, line in enumerate(lines)}
        given = {"pick": person.pick, "count": person.count, "pairs": places, "essay": person.text}
        made = person.made.isoformat().replace("+00:00", "Z")
        submission = Submission(EXERCISE, person.id, made, {task: Answer(a) for task, a in given.items()}, (), "")
        text = serialize(submission)
        path = self.folder / "in" / file_name(submission, read(text).receipt)
        lines = text.splitlines(keepends=True)
        path.write_text("".join(lines[:-1]) if damage == "cut off" else text, encoding="utf-8", newline="\n")
        if damage == "unreadable":
            path.write_bytes(b"\xff\xfe\x00 no text")

    def mark_texts(self, sheet: Path, to: Path, whose: set[str], stricter: int = 0) -> None:
        """Type points as a marker does, into the rows of some students; `stricter` turns the first criterion round."""
        with sheet.open(encoding="utf-8-sig", newline="") as file:
            head, *rows = csv.reader(file)
        for row in rows:
            if row[head.index("student")] in whose:
                names, reason = self.people[row[head.index("student")]].points
                row[head.index("names")], row[head.index("reason")] = str(abs(names - stricter)), str(reason)
        with to.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([head, *rows])

    def run(self) -> tuple[dict[str, list[str]], list[dict[str, str]]]:
        """Mark, and return state, total and most by student, and the list of changes."""
        options = MarkingOptions(
            self.folder / "class.csv",
            due="2026-10-05T12:00 Europe/Berlin",
            written=self.folder / "colleague",
            markers=self.markers,
        )
        mark(self.course, self.folder / "in", self.course / f"exercises/key/{EXERCISE}.toml", self.out, options)
        marks = {row["id"]: [row["state"], row["total"], row["most"]] for row in table(self.out / "marks.csv")}
        changes = self.out / "changes.csv"
        return marks, table(changes) if changes.exists() else []


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def check(term: Term, before: Week | None, now: Week, causes: dict[str, set[str]]) -> None:
    """Hold a run against the reckoning; `causes` has who must be in the list for each cause."""
    marks, changes = term.run()
    for person in term.people.values():
        found = expected(person, now)
        if found is None:
            came = any((term.folder / "in").glob(f"*--{person.id}--*"))
            assert marks[person.id][0] == ("no usable file" if came else "missing"), person
        else:
            assert tuple(marks[person.id]) == found, person
    if before is None:
        assert changes == []
        return
    told = {row["id"]: row for row in changes if row["what"] == "total"}
    for person in term.people.values():
        old, new = (f"{e[1]} of {e[2]}" if e else "" for e in (expected(person, before), expected(person, now)))
        if old != new:
            assert (told[person.id]["before"], told[person.id]["now"]) == (old, new), person
    assert {cause: {name for name, row in told.items() if cause in row["why"]} for cause in causes} == causes
    assert set(told) == set().union(*causes.values()), "nobody is in the list without a cause"


@pytest.fixture
def term(tmp_path) -> Term:
    return Term(tmp_path)


@pytest.mark.slow
def test_a_term_of_300_students(term):
    people = list(term.people.values())
    ids = [person.id for person in people]
    early, later = people[:200], people[200:290]  # ten never hand in
    for n, person in enumerate(later):
        person.made = DUE + timedelta(hours=30 * n % 480 + 1)  # up to twenty days behind
    damage = {person.id: "unreadable" for person in early[:3]} | {person.id: "cut off" for person in early[3:9]}
    for person in early:
        term.hand_in(person, damage.get(person.id, ""))
    cut_off = {person.id for person in early[3:9]}
    first = Week(there={person.id for person in early[3:]}, cut_off=cut_off)
    check(term, None, first, {})

    # The second week: the late ones come, and those whose file was unreadable come again.
    for person in [*early[:3], *later]:
        term.hand_in(person)
    came = {person.id for person in [*early[:3], *later]}
    second = replace(first, there=first.there | came)
    again = {person.id for person in early[:3]}
    causes = {"handed in since then": came - again, "a file of theirs can be marked now": again}
    check(term, first, second, causes)

    # The third: two markers, each half of the texts; some texts stay open.
    sheet = term.out / "written/essay.csv"
    marked = {person.id for person in people[:280] if person.text}
    mine = {name for at, name in enumerate(sorted(marked)) if at % 2}
    term.mark_texts(sheet, term.folder / "colleague/essay.csv", marked - mine)
    term.mark_texts(sheet, sheet, mine)
    third = replace(second, marked=marked)
    check(term, second, third, {"text marked": marked})

    # The fourth: a late policy, and more time for some.
    extra = dict.fromkeys([person.id for person in later[:20]], 3)
    rules = LATE + "".join(f'[[student]]\nid = "{name}"\nextra_days = 3\n' for name in extra)
    term.rules(rules + '[[student]]\nid = "s0999"\nextra_days = 3\n')
    fourth = replace(third, is_late_policy=True, extra=extra)
    late = {p.id for p in later if p.made > DUE + timedelta(days=extra.get(p.id, 0))}
    in_time = {name for name in extra if name not in late}
    causes = {"came": late, "You had until": set(extra), "in time by the date that now holds": in_time}
    check(term, third, fourth, causes)

    # The fifth: the key is mended.
    term.key(KEY.replace('answer = "a"', 'answer = "b"'))
    fifth = replace(fourth, right="b")
    other = {p.id for p in people[:290] if p.pick in "ab"}
    check(term, fourth, fifth, {"key mended": other})

    # The sixth: a bad item dropped, another excused for some, points by hand, damaged files accepted.
    excused, by_hand = set(ids[20:30]), set(ids[50:55])
    names = ", ".join(f'"{name}"' for name in sorted(excused))
    rules += f'[[task]]\nid = "pairs"\nexcuse = [{names}]\nreason = "Not taught to them."\n'
    rules += '[[task]]\nid = "count"\ndrop = true\nreason = "A bad item."\n'
    rules += "".join(
        f'[[point]]\nstudent = "{name}"\nexercise = "{EXERCISE}"\npoints = 1\nreason = "Said in class."\n'
        for name in sorted(by_hand)
    )
    term.rules(rules)
    decisions = term.out / "decisions.csv"
    decisions.write_text(decisions.read_text(encoding="utf-8-sig").replace(",no", ",yes"), encoding="utf-8")
    sixth = replace(fifth, accepted=cut_off, excused=excused, on_total=by_hand, dropped=True)
    causes = {
        "A bad item": third.there,
        "Not taught to them": excused,
        "Said in class": by_hand,
        "the damaged file was accepted": cut_off,
    }
    check(term, fifth, sixth, causes)

    # And once more: nothing changed, and no list speaks of an earlier run.
    assert term.run()[1] == []
    page = report(term.course, term.out, EXERCISE)
    assert "Monday 5 October 2026, 12:00 (Europe/Berlin, UTC+02:00)" in page and "A bad item." in page
    feedback = (term.out / "feedback/s025.html").read_text(encoding="utf-8")
    assert "This task does not count for you: Not taught to them." in feedback
    gradebook = {row["ID number"]: row for row in table(term.out / "gradebook-moodle.csv")}
    excused_mark = expected(term.people["s025"], sixth)
    assert float(gradebook["s025"]["A term"]) == pytest.approx(7 * float(excused_mark[1]) / 5, abs=0.005)


@pytest.mark.slow
def test_a_term_in_which_two_people_mark_the_same_texts_and_one_decides(term):
    people = list(term.people.values())[:290]
    for person in people:
        term.hand_in(person)
    handed_in = Week(there={person.id for person in people})
    check(term, None, handed_in, {})

    # Sheets for both are laid out, which changes no mark.
    term.markers = "ada, ben"
    assert term.run()[1] == []

    # They agree on most texts; where they differ none of the two counts.
    marked = {person.id for person in people if person.text}
    split = {name for at, name in enumerate(sorted(marked)) if at % 5 == 0}
    ada, ben = (term.out / f"written/markers/{name}/essay.csv" for name in ("ada", "ben"))
    term.mark_texts(ada, ada, marked)
    term.mark_texts(ben, ben, marked - split)
    term.mark_texts(ben, ben, split, stricter=1)
    agreed = replace(handed_in, marked=marked - split)
    check(term, handed_in, agreed, {"text marked": marked - split})

    # One decides, and then the key is mended: the decisions stay.
    sheet = term.out / "written/essay.csv"
    term.mark_texts(sheet, sheet, split)
    decided = replace(handed_in, marked=marked)
    check(term, agreed, decided, {"text marked": split})
    term.key(KEY.replace('answer = "a"', 'answer = "b"'))
    check(term, decided, replace(decided, right="b"), {"key mended": {p.id for p in people if p.pick in "ab"}})
