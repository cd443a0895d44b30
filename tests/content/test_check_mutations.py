"""`check` answers to generated faults of the content: it never stops, and it is silent only about an author's edits."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from content_mutations import HARMLESS, Mutation, files_of, mutations
from msgspec import structs

from readingroom.content.checks.course import STOPPED, faults
from readingroom.content.library import Library
from readingroom.content.models import Record

TINY = Path(__file__).resolve().parent.parent / "tiny"
# What an author may do, so that silence is an answer: leave out what is optional or what nothing mentions, call a record
# otherwise, change a letter of a text. A cut between two records looks like a shorter file.
EDITS = {"field deleted", "field emptied", "ids swapped", "record deleted", "cut off", "a bit flipped"}


def records_below(record: type[Record]) -> list[type[Record]]:
    return [record, *(below for each in record.__subclasses__() for below in records_below(each))]


OPTIONAL = {field.encode_name for r in records_below(Record) for field in structs.fields(r) if not field.required}


def changed_field(mutation: Mutation) -> str:
    """The field in whose line the file differs first."""
    lines = zip(mutation.before.decode().split("\n"), mutation.after.decode().split("\n"), strict=False)
    return next(before for before, after in lines if before != after).partition(" = ")[0]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    return shutil.copytree(TINY, tmp_path_factory.mktemp("tiny") / "course")


def found_in(course: Path, mutation: Mutation):
    (course / mutation.file).write_bytes(mutation.after)
    try:
        return faults(Library(course))
    finally:
        (course / mutation.file).write_bytes(mutation.before)


@pytest.mark.parametrize("mutation", mutations(TINY, 60, seed=4), ids=lambda m: f"{m.kind}, {m.file}")
def test_no_fault_is_silent_and_none_stops_the_check(tiny, mutation):
    found = found_in(tiny, mutation)

    assert [fault for fault in found if STOPPED in fault.says] == []
    if mutation.kind in ("field deleted", "field emptied"):
        assert found or changed_field(mutation) in OPTIONAL
    elif mutation.kind not in EDITS:
        assert any(fault.file == mutation.file for fault in found), f"named elsewhere: {found[:3]}"


def test_line_ends_of_another_system_are_no_fault(tiny):
    for edit in HARMLESS.values():
        for name in files_of(TINY):
            (tiny / name).write_bytes(edit((TINY / name).read_bytes(), None))
    found = faults(Library(tiny))
    for name in files_of(TINY):
        (tiny / name).write_bytes((TINY / name).read_bytes())

    assert found == []


def test_missing_files_and_folders_in_their_place_are_named(tmp_path):
    # Without these nobody knows which others there should be; a course may do without the last two.
    spared = (
        "data/course.toml",
        "data/article.toml",
        "data/series.toml",
        "data/pages.toml",
        "notebooks/",
        "exercises/01",
        "data/documents.toml",
        "data/turns.toml",
        "data/story.toml",
    )
    names = [name for name in files_of(TINY) if not name.startswith(spared)]
    course = Path(shutil.copytree(TINY, tmp_path / "course"))
    for name in names:
        (course / name).unlink()
    missing = {fault.file for fault in faults(Library(course))}
    for name in files_of(TINY):
        (course / name).unlink(missing_ok=True)
        (course / name).mkdir()
    folders = {fault.file for fault in faults(Library(course)) if "folder" in fault.says}

    assert set(names) <= missing
    assert set(spared[:4]) <= folders
    assert {name for name in folders if name.startswith("notebooks/")}


def test_each_fault_of_a_file_is_named_at_once(tiny):
    broken = {mutation.file: mutation for mutation in mutations(TINY, 200, seed=9) if mutation.kind not in EDITS}
    for mutation in broken.values():
        (tiny / mutation.file).write_bytes(mutation.after)
    found = faults(Library(tiny))
    for mutation in broken.values():
        (tiny / mutation.file).write_bytes(mutation.before)

    read = set(broken) - {fault.file for fault in found}
    assert [fault for fault in found if STOPPED in fault.says] == []
    # Where the course or the article cannot be read, nobody knows which files belong to it.
    assert {name for name in read if name.count("/") == 1} == set()
    assert [fault.file for fault in found] == sorted((fault.file for fault in found), key=[f.file for f in found].index)
