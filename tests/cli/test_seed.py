"""Where the seed of a class comes from."""

from __future__ import annotations

import argparse

import pytest

from readingroom.cli.seed import VARIABLE, add_seed_arguments, seed_of
from readingroom.content.errors import CourseError


@pytest.fixture
def options(monkeypatch):
    """Reads words of the command line, with no seed in the environment."""
    monkeypatch.delenv(VARIABLE, raising=False)
    parser = argparse.ArgumentParser()
    parser.add_argument("--roster")
    add_seed_arguments(parser, "a seed")
    return lambda *words: parser.parse_args([str(word) for word in words])


def test_a_seed_is_taken_as_it_is_typed(options):
    assert seed_of(options("--seed", "a secret")) == "a secret"


@pytest.mark.parametrize("text", ["a secret", "a secret\n", "\ufeffa secret\r\n\r\n", "  a secret \n"])
def test_a_seed_is_read_from_a_file_of_one_line(options, tmp_path, text):
    (tmp_path / "seed.txt").write_bytes(text.encode())

    assert seed_of(options("--seed-file", tmp_path / "seed.txt")) == "a secret"


@pytest.mark.parametrize("content", [b"", b"\n \n", b"one\ntwo\n", b"\xff\xfe\x00a"])
def test_a_file_that_holds_no_seed_is_named(options, tmp_path, content):
    (tmp_path / "seed.txt").write_bytes(content)

    with pytest.raises(CourseError, match=r"seed\.txt: "):
        seed_of(options("--seed-file", tmp_path / "seed.txt"))


def test_a_file_that_is_not_there_is_named(options, tmp_path):
    with pytest.raises(CourseError, match="could not be read"):
        seed_of(options("--seed-file", tmp_path / "seed.txt"))


def test_two_seeds_are_one_too_many(options, tmp_path):
    with pytest.raises(CourseError, match="given twice"):
        seed_of(options("--seed", "a", "--seed-file", tmp_path / "seed.txt"))


def test_the_environment_s_seed_counts_for_a_roster_alone(options, monkeypatch):
    monkeypatch.setenv(VARIABLE, "a secret\n")

    assert (seed_of(options("--roster", "x")), seed_of(options())) == ("a secret", "")


def test_an_option_goes_before_the_environment(options, monkeypatch):
    monkeypatch.setenv(VARIABLE, "another")

    assert seed_of(options("--roster", "x", "--seed", "a secret")) == "a secret"
