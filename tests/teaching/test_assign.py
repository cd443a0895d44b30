"""What students get: everything they need, nothing that knows an answer, and a variant that tells nothing without the seed."""

from __future__ import annotations

import csv
import functools
import io
import json
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections import Counter
from math import sqrt
from pathlib import Path
from statistics import mean, stdev

import pytest
from classroom import sentences

from readingroom.content.checks.exercises import every_choice
from readingroom.content.errors import CourseError
from readingroom.content.exercise import assignment, key, names
from readingroom.content.parameters import key_for
from readingroom.content.variants import Variant, assignment_for, to_original_names, variant_tag, variants
from readingroom.teaching.assign.assign import assign
from readingroom.teaching.assign.bundle import tasks_text

ROOT = Path(__file__).resolve().parents[2]
NAMES = names(ROOT)
SEED = "a seed that nobody knows"


def in_zip(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as packed:
        return {name.split("/", 1)[1]: packed.read(name) for name in packed.namelist()}


def bundle(tmp_path: Path, name: str, roster: bool = False) -> dict[str, bytes]:
    """The bundle of exercise `name`, or one student's own."""
    if not roster:
        assign(ROOT, name, tmp_path)
        return in_zip(tmp_path / f"{name}.zip")
    (tmp_path / "roster.csv").write_text("id,name\ns1,Anna\n")
    assign(ROOT, name, tmp_path / "out", tmp_path / "roster.csv", SEED)
    return in_zip(tmp_path / f"out/{name}--s1.zip")


@pytest.mark.slow
@pytest.mark.parametrize("roster", [False, True], ids=["for all", "a variant"])
@pytest.mark.parametrize("name", NAMES)
def test_a_bundle_holds_no_answer_no_key_no_rubric_and_no_seed(tmp_path, name, roster):
    files = bundle(tmp_path, name, roster)
    everything = {path: " ".join(content.decode("utf-8", errors="replace").split()) for path, content in files.items()}

    assert not [
        path
        for path in files
        if "key" in Path(path).parts
        or path.startswith(("readingroom/teaching", "readingroom/site", "data/quizzes", "data/claims", "my-record"))
    ]
    for entry in key(ROOT, name):
        for sentence in sentences(entry):
            assert not [path for path, text in everything.items() if sentence in text], f"{entry.task}: {sentence}"
    assert not [path for path, text in everything.items() if SEED in text]
    fields = {field for task in tomllib.loads(files[f"exercises/tasks/{name}.toml"].decode())["task"] for field in task}
    assert not fields & {"answer", "points", "tolerance", "place", "cell", "model", "criterion", "why"}


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_column_in_which_an_answer_could_be_looked_up_is_withheld(tmp_path, name):
    described = bundle(tmp_path, name)["data/series.toml"].decode()
    tasks = assignment(ROOT, name).tasks
    for entry in key(ROOT, name):
        for values in every_choice(tasks[entry.task]):
            for answer in [
                key_for(entry, values).answer,
                *(cell for row in key_for(entry, values).cell.values() for cell in row.values()),
            ]:
                if (
                    isinstance(answer, str)
                    and answer.startswith("{series:")
                    and answer.endswith("}")
                    and "share" in answer
                ):
                    assert f'id = "{answer.split(".")[1].split(":")[0]}"' not in described


def test_every_file_that_installing_a_bundle_needs_is_in_it(tmp_path):
    files = bundle(tmp_path, NAMES[0])
    project = tomllib.loads(files["pyproject.toml"].decode())["project"]

    assert {project["readme"], project["license"]["file"], "requirements.txt", "readingroom/__main__.py"} <= set(files)


@pytest.mark.slow
def test_where_a_line_stands_in_a_bundle_for_all_tells_nothing(tmp_path):
    """In the teacher's file the lines of a match often stand side by side, and right options before wrong ones."""
    same, pairs, first, options = 0, 0, 0, 0
    for name in NAMES:
        keys = {entry.task: entry for entry in key(ROOT, name)}
        for task in tomllib.loads(bundle(tmp_path, name)[f"exercises/tasks/{name}.toml"].decode())["task"]:
            if task["kind"] == "match":
                right = [line["id"] for line in task["right"]]
                same += sum(
                    keys[task["id"]].place[line["id"]] == right[at]
                    for at, line in enumerate(task["left"])
                    if at < len(right)
                )
                pairs += len(task["left"])
            if task["kind"] in ("choice", "choices"):
                answer = keys[task["id"]].answer
                first += task["option"][0]["id"] in ([answer] if isinstance(answer, str) else answer)
                options += 1
    assert same / pairs < 0.5 and 0.2 < first / options < 0.7


@pytest.mark.slow
def test_a_bundle_for_all_asks_what_is_marked(tmp_path):
    from readingroom.content.variants import default_variant

    for name in NAMES:
        for task in tomllib.loads(bundle(tmp_path, name)[f"exercises/tasks/{name}.toml"].decode())["task"]:
            asked = default_variant(assignment(ROOT, name).tasks[task["id"]]).task
            for field in ("option", "card"):
                shown = [line["id"] for line in task.get(field, [])][: task.get("draw")]
                assert sorted(shown) == sorted(line.id for line in getattr(asked, field)), f"{name}, {task['id']}"


@pytest.mark.door
@pytest.mark.parametrize("name", NAMES)
def test_every_cell_of_a_student_s_own_notebook_runs_in_the_bundle_alone(tmp_path, name):
    files = bundle(tmp_path, name, roster=True)
    for path, content in files.items():
        (tmp_path / "student" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "student" / path).write_bytes(content)
    cells = [cell["source"] for cell in json.loads(files[f"{name}.ipynb"])["cells"] if cell["cell_type"] == "code"]
    code = "\n".join("".join(cell) for cell in cells) + "\nimport readingroom; print(readingroom.__file__)"

    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path / "student", capture_output=True, text=True)

    assert done.returncode == 0, done.stderr
    assert str(tmp_path / "student/readingroom") in done.stdout


def test_the_same_seed_and_list_give_the_same_bytes(tmp_path):
    (tmp_path / "roster.csv").write_text("id\ns1\ns2\n")
    for out in ("one", "two"):
        assign(ROOT, NAMES[0], tmp_path / out, tmp_path / "roster.csv", SEED)

    for path in sorted((tmp_path / "one").iterdir()):
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_a_list_says_whose_bundle_is_which(tmp_path):
    (tmp_path / "roster.csv").write_text("id,name,email\nå 1,Åsa,a@x.org\n")
    assign(ROOT, NAMES[0], tmp_path / "out", tmp_path / "roster.csv", SEED)

    assert (
        next(iter(csv.DictReader(io.StringIO((tmp_path / "out/assigned.csv").read_text("utf-8-sig")))))["bundle"]
        == f"{NAMES[0]}--1.zip"
    )


@pytest.mark.parametrize(
    "roster, seed, says",
    [
        (None, SEED, "add --roster"),
        ("id\ns1\n", "short", "at least 12"),
        ("id\ns1\ns1\n", SEED, "rows 2, 3"),
        ("id\n\n", SEED, "no student"),
        ("name\nAnna\n", SEED, "no column"),
        ("id\na/b\na-b\n", SEED, "change one of them"),
        ("id\nAnna\nanna\n", SEED, "change one of them"),
    ],
)
def test_what_cannot_be_assigned_is_said(tmp_path, roster, seed, says):
    path = None
    if roster is not None:
        path = tmp_path / "roster.csv"
        path.write_text(roster)

    with pytest.raises(CourseError, match=says):
        assign(ROOT, NAMES[0], tmp_path / "out", path, seed)


def test_the_list_of_another_class_is_not_written_over_and_a_class_that_grew_is_assigned_again(tmp_path):
    roster, out = tmp_path / "roster.csv", tmp_path / "out"
    roster.write_text("id\nanna\n")
    assign(ROOT, NAMES[0], out, roster, SEED)
    before = (out / "assigned.csv").read_bytes()

    roster.write_text("id\nbert\n")
    with pytest.raises(CourseError, match=f"says whose {NAMES[0]}--anna are"):
        assign(ROOT, NAMES[0], out, roster, SEED)
    assert (out / "assigned.csv").read_bytes() == before

    roster.write_text("id\nanna\nbert\n")
    assert "2 bundles" in assign(ROOT, NAMES[0], out, roster, SEED)[0]


def test_work_in_a_folder_is_never_written_over(tmp_path):
    assign(ROOT, NAMES[0], tmp_path, unpacked=True)

    with pytest.raises(CourseError, match="perhaps somebody's work"):
        assign(ROOT, NAMES[0], tmp_path, unpacked=True)


# --- variants ------------------------------------------------------------------------------------------------------


def test_other_names_get_other_variants_under_the_same_seed():
    given = assignment(ROOT, "04-pillars")
    texts = [tasks_text(assignment_for(given, SEED, f"student {n}")) for n in range(50)]

    assert len(set(texts)) == 50
    years = Counter(variants(given, SEED, f"student {n}")["oil-gap"].values["year"].id for n in range(200))
    assert set(years) == {"2001", "2002", "2003", "2004"} and max(years.values()) < 90


def test_tasks_that_vary_by_the_same_list_ask_a_student_about_the_same_value():
    given = assignment(ROOT, "09-policy-memo")
    for n in range(20):
        found = variants(given, SEED, f"student {n}")
        assert found["the-situation"].values["reader"] == found["the-recommendation"].values["reader"]


def test_an_answer_comes_back_in_the_exercise_s_own_names():
    given = assignment(ROOT, "02-opening")
    found = variants(given, SEED, "anna")
    for variant in found.values():
        lines = [line.id for line in variant.task.option or variant.task.card]
        own = [line.id for line in variant.asked.option or variant.asked.card]
        if lines:
            response = dict.fromkeys(lines, "") if variant.task.kind == "sort" else lines
            assert list(to_original_names(variant, response)) == own


def guesses(task, tag: str) -> dict[str, str]:
    """What somebody without the seed might go by: place, name, length, and what the names share with the student's tag."""
    options = [option.id for option in task.option]
    return {
        "first": options[0],
        "middle": options[len(options) // 2],
        "last": options[-1],
        "smallest name": min(options),
        "largest name": max(options),
        "most like the tag": max(
            options, key=lambda name: (sum(a == b for a, b in zip(name, tag, strict=False)), name)
        ),
        "by the tag": options[int(tag[1:], 16) % len(options)],
        "by the sum of its digits": max(options, key=lambda name: (sum(map(ord, name)), name)),
    }


@functools.cache
def of_two_hundred(name: str) -> list[dict[str, Variant]]:
    """What each of two hundred students is asked in an exercise."""
    given = assignment(ROOT, name)
    return [variants(given, SEED, f"student {n}") for n in range(200)]


@pytest.mark.slow
def test_from_two_hundred_bundles_no_pattern_predicts_an_answer():
    hits, tries, learned = Counter(), Counter(), Counter()
    for name in NAMES:
        given, keys = assignment(ROOT, name), {entry.task: entry for entry in key(ROOT, name)}
        habit: dict[tuple[str, str], Counter] = {}
        for n in range(200):
            found = of_two_hundred(name)[n]
            tag = variant_tag(given, SEED, f"student {n}")
            for task, variant in found.items():
                if variant.task.kind != "choice":
                    continue
                right = next(
                    new for new, own in variant.names.items() if own == key_for(keys[task], variant.values).answer
                )
                for pattern, guess in guesses(variant.task, tag).items():
                    hits[pattern] += guess == right
                    tries[pattern] += 1
                # somebody who knows the answers of the first hundred learns places and first letters, and tries them on the others
                place = [option.id for option in variant.task.option].index(right)
                if n < 100:
                    habit.setdefault((task, "place"), Counter())[place] += 1
                    habit.setdefault((task, "letter"), Counter())[right[1]] += 1
                else:
                    learned["place"] += habit[task, "place"].most_common(1)[0][0] == place
                    letter = habit[task, "letter"].most_common(1)[0][0]
                    candidates = [option.id for option in variant.task.option if option.id[1] == letter] or [
                        variant.task.option[0].id
                    ]
                    learned["letter"] += candidates[0] == right
                    learned["tries"] += 1
    for pattern in hits:
        assert abs(hits[pattern] / tries[pattern] - 1 / 3) < 4 * sqrt(2 / 9 / tries[pattern]), pattern
    for pattern in ("place", "letter"):
        assert learned[pattern] / learned["tries"] - 1 / 3 < 4 * sqrt(2 / 9 / learned["tries"]), pattern


# What somebody without the seed might go by where lines are to be placed: how much of it would be right by chance is known.
def placed_by_place(variant, key_) -> tuple[float, float]:
    """Put the n-th card to the n-th place; by chance one in as many as there are places is right."""
    cards, places = (
        variant.task.left or variant.task.card,
        [place.id for place in variant.task.right or variant.task.bin],
    )
    right = [
        variant.names[places[at % len(places)]] == key_.place[variant.names[card.id]] for at, card in enumerate(cards)
    ]
    return sum(right) / len(right), 1 / len(places)


def placed_by_name(variant, key_) -> tuple[float, float]:
    """Put the cards in the order of their names to the places in the order of theirs."""
    cards = sorted(card.id for card in variant.task.left or variant.task.card)
    places = sorted(place.id for place in variant.task.right or variant.task.bin)
    right = [
        variant.names[places[at % len(places)]] == key_.place[variant.names[card]] for at, card in enumerate(cards)
    ]
    return sum(right) / len(right), 1 / len(places)


def ordered_as_shown(variant, key_) -> tuple[float, float]:
    """Leave the lines as they are; by chance half of the pairs are in order."""
    return pairs_in_order([variant.names[option.id] for option in variant.task.option], key_.answer), 1 / 2


def ordered_by_name(variant, key_) -> tuple[float, float]:
    """Put the lines in the order of their names."""
    return pairs_in_order(
        [variant.names[name] for name in sorted(option.id for option in variant.task.option)], key_.answer
    ), 1 / 2


def pairs_in_order(names_: list[str], answer: list[str]) -> float:
    pairs = [(a, b) for at, a in enumerate(names_) for b in names_[at + 1 :]]
    return sum(answer.index(a) < answer.index(b) for a, b in pairs) / len(pairs)


def first_half_chosen(variant, key_) -> tuple[float, float]:
    """Choose the first half of the options; by chance as many are right as there are right ones among all."""
    own = [variant.names[option.id] for option in variant.task.option]
    half = own[: len(own) // 2]
    return sum(name in key_.answer for name in half) / len(half), len(set(own) & set(key_.answer)) / len(own)


def lowest_names_chosen(variant, key_) -> tuple[float, float]:
    """Choose the half of the options whose names come first."""
    own = [variant.names[name] for name in sorted(option.id for option in variant.task.option)]
    half = own[: len(own) // 2]
    return sum(name in key_.answer for name in half) / len(half), len(set(own) & set(key_.answer)) / len(own)


GUESSES = {
    placed_by_place: ("match", "sort"),
    placed_by_name: ("match", "sort"),
    ordered_as_shown: ("order",),
    ordered_by_name: ("order",),
    first_half_chosen: ("choices",),
    lowest_names_chosen: ("choices",),
}


@pytest.mark.slow
@pytest.mark.parametrize("guess", GUESSES, ids=lambda guess: guess.__name__)
def test_from_two_hundred_bundles_no_place_and_no_name_predicts_where_a_line_belongs(guess):
    over = []
    for name in NAMES:
        keys = {entry.task: entry for entry in key(ROOT, name)}
        for n in range(200):
            for task, variant in of_two_hundred(name)[n].items():
                if variant.task.kind in GUESSES[guess]:
                    right, chance = guess(variant, key_for(keys[task], variant.values))
                    over.append(right - chance)

    assert abs(mean(over)) < 4 * stdev(over) / sqrt(len(over)) and len(over) >= 200


# --- the repository ------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_the_repository_s_student_archive_holds_nothing_of_a_key():
    made = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, capture_output=True)
    if made.returncode:
        pytest.skip("this copy of the course is no git repository, so no archive of it can be made")
    with tarfile.open(fileobj=io.BytesIO(made.stdout)) as archive:
        files = {
            entry.name: " ".join(archive.extractfile(entry).read().decode("utf-8", errors="replace").split())
            for entry in archive
            if entry.isfile()
        }

    assert (
        not [path for path in files if path.startswith("exercises/key")] and "exercises/tasks/02-opening.toml" in files
    )
    # What the lessons teach may be said in a key again; everything else in the archive must be silent.
    others = {path: text for path, text in files.items() if not path.startswith(("data/", "notebooks/"))}
    for name in NAMES:
        for entry in key(ROOT, name):
            for sentence in sentences(entry):
                assert not [path for path, text in others.items() if sentence in text], (
                    f"{name}, {entry.task}: {sentence}"
                )
