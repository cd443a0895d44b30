"""The lint over the quiz bank, and figures that must follow the data."""

from __future__ import annotations

import item_types as i
import msgspec
import pytest

from readingroom.content import models as m
from readingroom.content.checks.bank import bank_faults
from readingroom.content.checks.course import faults
from readingroom.content.checks.item_writing import lint
from readingroom.content.checks.typed_figures import evaluate, figure_faults, prose
from readingroom.content.library import Library
from readingroom.content.readability import content_stems, grade
from readingroom.content.references import UnknownReferenceError

RIGHT = {"id": "a", "text": "The tea grew cold on the sill.", "why": "Yes. It stood there for an hour before the bell."}
WRONG = {
    "id": "b",
    "text": "The cat drank it from the cup.",
    "why": "Cats do like milk, so it is a fair guess. But this one was out until noon.",
}
ALSO_WRONG = {
    "id": "c",
    "text": "The boy spilt it on the floor.",
    "why": "Boys spill things, and he was near. But the floor was dry when they came.",
}


def choice(
    prompt: str = "What became of the drink?", right: dict | None = None, wrong: dict | None = None, **more
) -> i.Choice:
    row = {
        "kind": "choice",
        "id": "tea",
        "thinking": "inference",
        "paragraphs": ["tea-1"],
        "prompt": prompt,
        "answer": "a",
        "option": [RIGHT | (right or {}), WRONG | (wrong or {}), ALSO_WRONG],
        **more,
    }
    return msgspec.convert(row, i.Choice)


def said(item: m.Item) -> list[str]:
    return [f"{field}: {says}" for field, says in lint(item, str)]


def test_a_sound_item_passes():
    assert said(choice()) == []


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (
            choice(right={"text": "The tea grew cold on the sill while everybody in the house was out."}),
            "alone the longest",
        ),
        (choice(right={"text": "It grew cold."}), "alone the shortest"),
        (
            choice(wrong={"text": "The cat drank it from the cup, or so the neighbour's children said later."}),
            "make them alike",
        ),
        (choice(right={"text": "The tea grew cold on the sill"}), "full stop"),
        (choice(right={"text": "the tea grew cold on the sill."}), "capital"),
        (
            choice(
                option=[
                    RIGHT,
                    WRONG | {"text": "Someone drank it from the cup."},
                    ALSO_WRONG | {"text": "Someone spilt it on the floor."},
                ]
            ),
            "does not begin with",
        ),
        (choice("What became of the cold drink?"), "repeats a word of the prompt (cold"),
        (choice("What became of the colds he had?"), "repeats a word of the prompt (cold"),
        (choice(wrong={"text": "All of the above."}), "refers to the other options"),
        (choice(wrong={"text": "None of these."}), "refers to the other options"),
        (choice("What did not become of the drink?"), "'not' is easily overlooked"),
        (choice("Which sip was never taken?"), "'never' is easily overlooked"),
        (choice("Which sip wasn't taken?"), '"wasn\'t" is easily overlooked'),
        (
            choice(
                "What constitutes the predominantly gravitational rationalisation underlying interdependent civilisational refrigeration?"
            ),
            "grade",
        ),
        (choice(wrong={"why": "Wrong."}), "0 words beyond the verdict"),
        (choice(wrong={"why": "No, that is not it, look at the paragraph again."}), "words beyond the verdict"),
        (
            choice(wrong={"why": "This is the answer of somebody who read the story about the cat next door"}),
            "one point only",
        ),
        (choice(wrong={"why": ALSO_WRONG["why"]}), "says the same as"),
        (choice(option=[RIGHT, WRONG, ALSO_WRONG, ALSO_WRONG | {"id": "d"}, ALSO_WRONG | {"id": "e"}]), "5 options"),
    ],
)
def test_a_fault_of_wording_is_named(item, words):
    assert any(words in says for says in said(item)), said(item)


@pytest.mark.parametrize(
    "prompt", ["What did *not* become of the drink?", 'He says: "It was not drunk." What became of the drink?']
)
def test_a_negative_may_stand_emphasised_or_in_a_quotation(prompt):
    assert said(choice(prompt)) == []


def test_the_years_of_an_order_may_not_stand_in_its_options():
    item = msgspec.convert(
        {
            "kind": "order",
            "id": "tea",
            "thinking": "recall",
            "paragraphs": ["tea-1"],
            "prompt": "Which came first?",
            "option": [
                {"id": "a", "text": "In 1991 tea came.", "why": "Tea came first of all the drinks in the house."},
                {"id": "b", "text": "In 1993 milk came.", "why": "Milk came second, when the cow had been bought."},
            ],
        },
        i.Order,
    )

    assert any("gives their order away" in says for says in said(item))


def test_feedback_copied_from_another_item_is_named():
    first, second = choice(), msgspec.structs.replace(choice(), id="coffee")

    found = [str(fault) for fault in bank_faults({"tea": [first], "coffee": [second]}, str)]

    assert any(
        "data/quizzes/coffee.toml, item coffee" in fault and "word for word what item tea says" in fault
        for fault in found
    )


def test_forms_of_a_word_count_as_the_word():
    assert content_stems("nations trade") == content_stems("a national trader") != content_stems("native traitors")


def test_long_words_in_long_sentences_need_more_schooling():
    assert (
        grade(["The cat sat."])
        < 3
        < 12
        < grade(["International organisations systematically institutionalise interdependence between governments."])
    )


# --- figures -----------------------------------------------------------------------------------------------------------


def typed(library: Library, text: str) -> list[str]:
    note = {"id": "n", "text": text}
    return [
        str(fault)
        for fault in figure_faults(library, prose("data/notes/x.toml", "note 1", "n", note.items()), whole=False)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Its share was 0.56 per cent.",
        "It stood at 0.56.",
        "Trade was worth 9.3 billion.",
        "It was about 180.",
        "One part in 86 came from there.",
        "Ceilings of 1,700 and more were set.",
        "There were 5518 of them.",
        "It held 6,000 warheads.",
        "Growth of 7 per cent is fast.",
    ],
)
def test_a_typed_figure_is_a_fault(library, text):
    assert any("is typed" in fault for fault in typed(library, text)), text


@pytest.mark.parametrize(
    "text",
    [
        "It was {series:us-goods-trade.share_russia:2003} per cent.",
        "On 19 August 1991 and in 2003.",
        "Resolution 1441 and Decree 1400.",
        "START I and the INF Treaty of 1987.",
        "By 15 votes to none.",
        "Some 800 people were held.",
        "See ¶25 to ¶27.",
        "Of about 2010.",
        "A 123 agreement.",
        "Write 120 to 180 words.",
    ],
)
def test_dates_counts_and_names_are_no_figures(library, text):
    assert typed(library, text) == []


def test_the_advice_names_the_reference_that_writes_the_figure(library):
    assert "{series:military-spending.us:2003}" in typed(library, "It was 612.2 billion.")[0]


@pytest.mark.slow
def test_every_declared_figure_is_reckoned_or_has_a_reason(course):
    file = course / "data/figures.toml"
    file.write_text(file.read_text(encoding="utf-8") + '\n[[figure]]\nwords = "5 per cent"\n', encoding="utf-8")

    assert any("either reckoned from series or has a reason" in str(fault) for fault in faults(Library(course)))


@pytest.mark.slow
def test_words_that_are_gone_must_be_taken_out_of_the_list(course):
    file = course / "data/quizzes/whole.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("one part in 86", "a small part"), encoding="utf-8")

    found = [str(fault) for fault in faults(Library(course))]

    assert len(found) == 1 and "one part in 86" in found[0] and "take them out" in found[0]


# (file, a row, what it becomes, words of the declared figure that no longer holds)
CHANGED = {
    "the rouble": ("rouble-1998.csv", "1998-09-09,21.0", "1998-09-09,24.0", "3.3"),
    "American trade": (
        "us-goods-trade.csv",
        "2003,724771.0,1257121.3,2447.2,8617.9",
        "2003,724771.0,1257121.3,2447.2,9917.9",
        "one part in 180",
    ),
    "Russian trade": ("russia-us-trade.csv", "2003,133655.69,57345.99", "2003,153655.69,57345.99", "out of 191"),
    "oil": ("brent.csv", "2008,96.94", "2008,56.94", "fourfold"),
    "spending": ("military-spending.csv", "2003,29.6,612.2", "2003,29.6,512.2", "20.7"),
    "investment": ("us-investment.csv", "2004,,4.2", "2004,,5.2", "almost a third"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", CHANGED)
def test_a_changed_figure_fails_until_the_prose_follows(course, name):
    file, before, after, words = CHANGED[name]
    text = (course / "data/series" / file).read_text(encoding="utf-8")
    assert before in text
    (course / "data/series" / file).write_text(text.replace(before, after), encoding="utf-8")

    found = [str(fault) for fault in faults(Library(course))]

    assert any("data/figures.toml" in fault and words in fault and "the data now give" in fault for fault in found), (
        found
    )


def test_an_expression_is_reckoned_from_the_data(library):
    table = library.table("rouble-1998")

    assert (
        evaluate("({series:rouble-1998.rate:1998-09-09} - 1) / min(2, 4)", library.table)
        == (table.value("rate", "1998-09-09") - 1) / 2
    )


@pytest.mark.parametrize(
    "expression", ["__import__('os')", "{series:rouble-1998.rate:1999-01-01}", "1 +", "1 / 0", "open", "2 ** 9"]
)
def test_nothing_but_a_reckoning_is_reckoned(library, expression):
    with pytest.raises(UnknownReferenceError):
        evaluate(expression, library.table)


# Sentences about a whole stretch of a series, which no single figure holds: (file, words, series, column, start, end, what must be so).
STRETCHES = [
    (
        "claims/bureaucrats",
        "passed 1 per cent only in 2008",
        "us-goods-trade",
        "share_russia",
        "1992",
        "2022",
        lambda v: {y for y in v if v[y] > 1} == {"2008", "2011", "2012"},
    ),
    (
        "claims/opening",
        "it peaked at",
        "us-goods-trade",
        "share_russia",
        "1992",
        "2022",
        lambda v: max(v, key=v.get) == "2011",
    ),
    (
        "claims/bureaucrats",
        "doubled, but America's share of Russia's trade",
        "russia-us-trade",
        "share_mirror",
        "2003",
        "2015",
        lambda v: max(v, key=v.get) == "2003",
    ),
    (
        "notes/check",
        "the trade of that year was the highest yet",
        "us-goods-trade",
        "total_russia",
        "1992",
        "2008",
        lambda v: max(v, key=v.get) == "2008",
    ),
    (
        "notes/realism",
        "grew in every year from 1999 to 2007",
        "growth",
        "russia",
        "1999",
        "2007",
        lambda v: min(v.values()) > 0,
    ),
    (
        "charts",
        "shrank in every year from 1991 to 1998 but one (1997",
        "growth",
        "russia",
        "1991",
        "1998",
        lambda v: {y for y in v if v[y] >= 0} == {"1997"},
    ),
    (
        "quizzes/whole",
        "met in most of the ten years that followed",
        "growth",
        "russia",
        "2004",
        "2013",
        lambda v: sum(x > 0 for x in v.values()) > 5,
    ),
    (
        "quizzes/opening",
        "growing strongly again in the year after the crash",
        "growth",
        "russia",
        "1999",
        "1999",
        lambda v: v["1999"] > 5,
    ),
    (
        "quizzes/opening",
        "the second full year and the peak of the recovery",
        "growth",
        "russia",
        "1998",
        "2003",
        lambda v: max(v, key=v.get) == "2000",
    ),
    (
        "notes/pillars",
        "only in 2001 did Russia climb back from third place to second",
        "oil-output",
        "russia_rank",
        "1992",
        "2001",
        lambda v: {v[y] for y in v if y < "2001"} == {3} and v["2001"] == 2,
    ),
    (
        "notes/pillars",
        "a line that had risen every year since 1998",
        "oil-output",
        "russia",
        "1998",
        "2003",
        lambda v: list(v.values()) == sorted(v.values()),
    ),
    (
        "claims/pillars",
        "Right by energy content",
        "oil-output",
        "russia_rank",
        "2003",
        "2003",
        lambda v: v["2003"] == 2,
    ),
    (
        "quizzes/check",
        "the low point of the three",
        "exports-to-gdp",
        "us",
        "1880",
        "2003",
        lambda v: min(v, key=v.get) == "1913",
    ),
]


@pytest.mark.parametrize("stretch", STRETCHES, ids=lambda stretch: stretch[1])
def test_a_sentence_about_a_stretch_of_years_holds(library, root, stretch):
    file, words, series, column, start, end, holds = stretch
    values = dict(library.table(series).points(column, start, end))

    assert words in " ".join((root / f"data/{file}.toml").read_text(encoding="utf-8").split())
    assert holds(values), values


def test_russia_stood_third_in_liquids_until_2003_and_second_in_2004(library, root):
    table = library.table("oil-liquids")
    rank = {
        date: sorted((table.value(c, date) for c in table.values), reverse=True).index(table.value("russia", date)) + 1
        for date in table.dates
    }

    assert "third in every year from 2000 to 2003 and second in 2004" in " ".join(
        (root / "data/claims/pillars.toml").read_text(encoding="utf-8").split()
    )
    assert rank == {"2000": 3, "2001": 3, "2002": 3, "2003": 3, "2004": 2}
