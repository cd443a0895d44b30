"""Finding the paragraphs of an article in a copy by their fingerprints, and what the fingerprints give away.

The stand-in for the article is the course's own gists (copies.py). The article itself is tried only where the environment
variable READINGROOM_ARTICLE names a file of it in the format that `python3 -m readingroom fingerprints` reads.
"""

from __future__ import annotations

import json
import math
import os
import re
from pathlib import Path

import copies
import pytest

from readingroom.content.errors import CourseError
from readingroom.content.fingerprints import BITS, EDGE_BITS, fingerprints, make, to_json
from readingroom.learning.own_copy.alignment import align, recognised_paragraphs
from readingroom.learning.own_copy.columns import left_column_first
from readingroom.learning.own_copy.text_cleanup import clean_text

UNRELATED = {
    "a recipe": "Peel the onions and slice them thinly. Melt the butter over a low flame, add the onions with a pinch of salt, and let "
    "them soften for half an hour without browning. Stir in the flour, then the stock, a ladle at a time. " * 6,
    "a walk": "The path leaves the village by the mill and climbs through beech woods to an open ridge. From there one sees both "
    "lakes and, on a clear day, the snow of the far range. Keep left at the chapel and cross the brook twice. " * 6,
    "the same subject": "Relations between Washington and Moscow after the attacks of September 2001 were warmer than in the years "
    "before. Both governments spoke of a strategic partnership against terrorism and weapons of mass destruction; "
    "the Anti-Ballistic Missile Treaty lapsed without a crisis, and NATO took in seven new members in 2004. Trade "
    "stayed small, the Jackson-Vanik Amendment stayed in force, and the war in Iraq divided the Security Council. " * 4,
}


@pytest.fixture(scope="module")
def paragraphs(library):
    return copies.article(library)


@pytest.fixture(scope="module")
def prints(paragraphs):
    return make(copies.as_source(paragraphs))


def damaged(paragraphs):
    """Every kind of damage a copy may have, by name, with the share of its words that may end in a wrong paragraph."""
    pages = copies.printed(paragraphs)
    return {
        "plain text": (copies.plain(paragraphs), 0),
        "one line": (" ".join(paragraphs.values()), 0),
        "pages": (copies.paged(pages), 0),
        "pages that nothing parts": (copies.paged(pages, "\n"), 0.01),
        "pull quotes": (copies.paged(copies.printed(paragraphs, pull_quotes=True)), 0.01),
        "ligatures and curly quotes": (copies.typeset(copies.paged(pages)), 0),
        "columns side by side": (left_column_first(copies.side_by_side(copies.printed(paragraphs, lines=80))), 0.005),
    }


@pytest.mark.parametrize(
    "damage",
    [
        "plain text",
        "one line",
        "pages",
        "pages that nothing parts",
        "pull quotes",
        "ligatures and curly quotes",
        "columns side by side",
    ],
)
def test_every_paragraph_is_found_whole_in_a_damaged_copy(paragraphs, prints, damage):
    text, allowed = damaged(paragraphs)[damage]

    found = align(prints, clean_text(text))

    assert (found.missing, [p.paragraph for p in found.placed if not p.whole]) == ([], [])
    assert copies.misplaced(found, paragraphs) <= allowed * len(copies.plain(paragraphs).split())


@pytest.mark.parametrize("seed", range(20))
def test_every_paragraph_is_found_where_three_characters_in_a_hundred_are_misread(paragraphs, prints, seed):
    found = align(prints, clean_text(copies.misread(copies.plain(paragraphs), seed)))

    assert found.missing == []
    assert copies.misplaced(found, paragraphs) <= 0.03 * len(copies.plain(paragraphs).split())


def test_a_badly_read_copy_in_pages_with_pull_quotes_is_still_placed(paragraphs, prints):
    text = copies.misread(copies.paged(copies.printed(paragraphs, pull_quotes=True)), seed=1)

    assert align(prints, clean_text(text)).missing == []


def test_a_missing_page_is_told_by_its_paragraphs(paragraphs, prints):
    whole = copies.printed(paragraphs, lines=60)
    lost = copies.letters("".join(whole[2]))

    found = align(prints, clean_text(copies.paged(copies.printed(paragraphs, lines=60, without=frozenset({2})))))

    gone = [name for name, body in paragraphs.items() if copies.letters(body) in lost]
    assert gone and set(gone) <= set(found.missing)
    # Of the two paragraphs that the page's edges cut, what is left may be too little to know them by.
    assert len(found.missing) <= len(gone) + 2


def test_a_paragraph_cut_by_a_missing_page_is_said_to_be_a_part(paragraphs, prints):
    names = list(paragraphs)
    half = " ".join(paragraphs[names[4]].split()[:40])
    text = "\n\n".join([*(paragraphs[name] for name in names[:4]), half, *(paragraphs[name] for name in names[8:])])

    found = align(prints, clean_text(text))

    assert found.missing == names[5:8]
    assert [p.paragraph for p in found.placed if not p.whole] == [names[4]]


def test_words_before_and_after_the_article_belong_to_no_paragraph(paragraphs, prints):
    names = list(paragraphs)
    text = f"Download the app.\n\nSubscribe now to read on.\n\n{copies.plain(paragraphs)}\n\nAbout this site.\n\n{UNRELATED['a walk']}"

    found = align(prints, clean_text(text))

    assert (found.placed[0].words, found.placed[-1].words) == (paragraphs[names[0]], paragraphs[names[-1]])


@pytest.mark.parametrize("name", UNRELATED)
def test_another_text_is_not_the_article(prints, name):
    assert not align(prints, clean_text(UNRELATED[name])).is_recognised
    assert recognised_paragraphs(prints, UNRELATED[name]) == []


def test_an_empty_text_is_not_the_article(prints):
    assert not align(prints, "").is_recognised


# --- how a page is undone --------------------------------------------------------------------------------------------


def test_a_word_broken_at_a_line_end_is_whole_again():
    assert (
        clean_text("They co-\noperate in this. They cooperate still.")
        == "They cooperate in this. They cooperate still."
    )


def test_a_hyphen_of_the_words_own_stays():
    assert clean_text("A well-\nknown case, well-known to all.") == "A well-known case, well-known to all."


def test_a_word_torn_by_a_page_end_is_whole_again():
    assert clean_text("an agree\fment was made; the agreement held") == "an agreement was made; the agreement held"


def test_page_numbers_and_running_heads_are_left_out():
    pages = [
        f"THE MONTHLY REVIEW {n}\nline {word} of the text\nand {word} again\n{n}"
        for n, word in ((7, "one"), (8, "two"), (9, "three"))
    ]

    assert "REVIEW" not in clean_text("\f".join(pages))
    assert re.findall(r"\d", clean_text("\f".join(pages))) == []


def test_a_pull_quote_is_left_out_and_its_sentence_stays():
    sentence = "Every river that crosses a border becomes a question that two capitals have to answer"
    text = f"The first line opens. {sentence}\nand so it goes on for a while.\nEvery river that crosses a border\nbecomes a question that two\ncapitals have to answer\nThe last line closes."

    assert clean_text(text).count("river") == 1
    assert "opens. Every river" in clean_text(text)


# --- what the fingerprints give away ---------------------------------------------------------------------------------


def test_the_fingerprints_are_of_the_courses_paragraphs(library, root):
    assert [p.paragraph for p in fingerprints(root)] == list(library.paragraphs)


def test_the_fingerprints_hold_less_than_half_a_bit_for_each_character(root):
    prints = fingerprints(root)
    bits = sum(len(p.inside) * BITS - math.log2(math.factorial(len(p.inside))) + 6 * EDGE_BITS for p in prints)

    # A character of English, spaces counted, holds 0.6 to 1.3 bits (Shannon 1951); there are six to five letters.
    assert bits < 0.5 * 1.2 * sum(p.letters for p in prints)


def test_the_fingerprints_are_without_order_and_without_words(root):
    text = (root / "data/fingerprints.json").read_text(encoding="utf-8")

    assert all(p.inside == sorted(p.inside) for p in fingerprints(root))
    assert set(re.findall(r"[a-z]{3,}", text)) <= {"paragraph", "letters", "opens", "closes", "inside"} | set(
        re.findall(r"[a-z]{3,}", " ".join(p.paragraph for p in fingerprints(root)))
    )


def test_fingerprints_are_written_and_read_the_same(tmp_path, prints):
    (tmp_path / "data").mkdir()
    (tmp_path / "data/fingerprints.json").write_text(to_json(prints), encoding="utf-8")

    assert fingerprints(tmp_path) == prints


@pytest.mark.parametrize(
    ("text", "says"), [("No ids at all.", "no line like"), ("[a-1] (¶1)\nx\n\n[a-1] (¶2)\ny\n", "stands twice")]
)
def test_a_text_in_another_form_gives_no_fingerprints(text, says):
    with pytest.raises(CourseError, match=says):
        make(text)


def our_texts(root: Path) -> list[Path]:
    found = [root / "README.md", *root.glob("*.md")]
    for folder in ("data", "notebooks", "exercises", "readingroom", "tests"):
        found += [
            p
            for p in (root / folder).rglob("*")
            if p.suffix in {".toml", ".csv", ".ipynb", ".md", ".py", ".js", ".txt", ".html"}
        ]
    return sorted({p for p in found if p.is_file() and ".ipynb_checkpoints" not in p.parts})


@pytest.mark.slow
def test_no_text_of_the_course_reproduces_a_paragraph_of_the_article(root):
    prints = fingerprints(root)
    read = {path: path.read_text(encoding="utf-8", errors="replace").replace("\\n", "\n") for path in our_texts(root)}

    assert len(read) > 30
    assert {
        path.relative_to(root).as_posix(): found
        for path, text in read.items()
        if (found := recognised_paragraphs(prints, text))
    } == {}


def test_our_account_of_the_article_is_not_taken_for_it(library, root):
    own = (
        copies.plain(copies.article(library))
        + "\n\n"
        + "\n\n".join(n.text for s in library.sections for n in library.notes(s))
    )

    assert not align(fingerprints(root), clean_text(own)).is_recognised


# --- the article itself, where there is one --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def real():
    named = os.environ.get("READINGROOM_ARTICLE")
    if not named:
        pytest.skip(
            "READINGROOM_ARTICLE names no file: the article is not in this repository, so its alignment was not tried"
        )
    text = Path(named).read_text(encoding="utf-8")
    return text, {
        name: " ".join(body.split())
        for name, body in re.findall(r"^\[([a-z]+-\d+)\] \(¶\d+\)\n(.+)$", text, re.MULTILINE)
    }


def test_the_shipped_fingerprints_are_those_of_the_article(root, real):
    assert json.loads(to_json(make(real[0]))) == json.loads(
        (root / "data/fingerprints.json").read_text(encoding="utf-8")
    )


@pytest.mark.parametrize(
    "damage",
    [
        "plain text",
        "one line",
        "pages",
        "pages that nothing parts",
        "pull quotes",
        "ligatures and curly quotes",
        "columns side by side",
    ],
)
def test_every_paragraph_of_the_article_is_found(root, real, damage):
    text, allowed = damaged(real[1])[damage]

    found = align(fingerprints(root), clean_text(text))

    assert (found.missing, [p.paragraph for p in found.placed if not p.whole]) == ([], [])
    assert copies.misplaced(found, real[1]) <= allowed * len(copies.plain(real[1]).split())


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(20))
def test_every_paragraph_of_the_article_is_found_where_it_is_badly_read(root, real, seed):
    assert align(fingerprints(root), clean_text(copies.misread(copies.plain(real[1]), seed))).missing == []


@pytest.mark.slow
@pytest.mark.parametrize(("columns", "by_rows"), [(1, False), (2, False), (2, True)])
def test_every_paragraph_of_the_article_is_found_in_a_pdf(root, real, columns, by_rows, tmp_path):
    from readingroom.learning.own_copy.take import take_copy

    (tmp_path / "data").mkdir()
    (tmp_path / "data/fingerprints.json").write_bytes((root / "data/fingerprints.json").read_bytes())
    pages = copies.printed(real[1], lines=60 * columns)

    assert take_copy(tmp_path, "article.pdf", copies.pdf(pages, columns, by_rows)).missing == []
