"""What `check --coverage` says of what the course rests on, on courses of a few lines."""

from __future__ import annotations

import pytest

from readingroom.content.checks.evidence import encyclopaedias, evidence, remarks_in_prose
from readingroom.content.library import Library

SECTION = '[[section]]\nid = "a"\ntitle = "A"\nlesson = "01-a"\nin_article = true\nsummary = "x"\n'
EVENT = '[[event]]\nid = "e"\ntitle = "x"\nstart = "1990"\ntheme = "t"\nwhat = "x"\nin_article = "named"\nsections = ["a"]\n'
SOURCE = '[[source]]\nid = "s"\ntitle = "x"\npublisher = "x"\nseen = "opened"\n'


@pytest.fixture
def course(tmp_path):
    """A function that writes the files of data/ and opens the course."""

    def written(**files: str) -> Library:
        (tmp_path / "data/claims").mkdir(parents=True)
        tables = {"article": SECTION, "events": "", "sources": "", "claims/a": "", **files}
        for name, text in tables.items():
            (tmp_path / f"data/{name}.toml").write_text(text, encoding="utf-8")
        return Library(tmp_path)

    return written


def test_an_event_with_an_unverified_remark_is_named(course):
    library = course(events=EVENT + 'sources = []\nunverified = "The day."\n')

    assert "unverified events: 1 (e)\n" in evidence(library)


def test_a_remark_over_two_lines_is_found_with_its_file(course):
    library = course(people='[[person]]\nthen = """x (general\nknowledge)"""\nlater = "It was not confirmed."\n')

    assert list(remarks_in_prose(library)) == ["data/people.toml", "data/people.toml"]


def test_what_a_claim_says_in_its_own_field_is_no_remark_in_prose(course):
    library = course(**{"claims/a": '[[claim]]\nunverified = "General knowledge."\nfinding = "Not checked."\n'})

    assert list(remarks_in_prose(library)) == ["data/claims/a.toml"]


def test_sources_are_counted_by_kind(course):
    library = course(sources=SOURCE + 'kind = "press"\n' + SOURCE.replace('"s"', '"r"') + 'kind = "primary"\n')

    assert "sources: 1 primary, 0 scholarly, 1 press, 0 other\n" in evidence(library)


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://de.wikipedia.org/wiki/X", ["s"]),
        ("https://en.wikisource.org./wiki/X", ["s"]),
        ("https://history.FANDOM.com/X", ["s"]),
        ("https://notwikipedia.org/X", []),
        ("https://nato.int/?from=wikipedia.org", []),
        ("", []),
    ],
)
def test_an_encyclopaedia_is_known_by_its_host(course, url, found):
    assert encyclopaedias(course(sources=f'{SOURCE}url = "{url}"\n')) == found


def test_where_nothing_is_open_the_lines_say_none(course):
    assert evidence(course()).count(": none") == 4
