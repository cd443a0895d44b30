"""What differs from student to student: the values that are put in, the lines that are drawn, the key that fits them."""

from __future__ import annotations

import pytest

from readingroom.content.exercise import Assignment
from readingroom.content.parameters import UnknownValueError, first_values, key_for, with_values
from readingroom.content.tasks import Exercise, Key, KeyCase, Task, TaskOption, Vary, VaryValue
from readingroom.content.variants import Variants, default_variant, to_original_names, variants

YEARS = Vary(name="year", value=[VaryValue(id="y98", text="1998"), VaryValue(id="y99", text="1999")])
CARDS = [TaskOption(id=f"card-{n}", text=f"Card {n}") for n in range(8)]
SORT = Task(
    id="sort",
    kind="sort",
    paragraphs=[],
    prompt="In {vary:year} ({vary:year.id}):",
    card=CARDS,
    bin=[TaskOption(id="yes", text="Yes"), TaskOption(id="no", text="No")],
    draw=3,
    vary=[YEARS],
)
NUMBER = Task(id="number", kind="number", paragraphs=[], prompt="How much in {vary:year}?", vary=[YEARS])
KEY = Key(
    task="number",
    points=1,
    why="It was so in {vary:year}.",
    answer="1",
    case=[KeyCase(when={"year": "y99"}, answer="2"), KeyCase(when={"year": "y98"}, answer="3", why="Then.")],
)
EXERCISE = Assignment(
    Exercise(id="e", title="E", tier="no code", minutes=1, aims=[], needs=[], paragraphs=[]),
    {"sort": SORT, "number": NUMBER},
)
STUDENTS = [f"student {n}" for n in range(60)]


def test_without_a_roster_the_first_value_and_the_first_lines_are_asked():
    variant = default_variant(SORT)

    assert first_values(SORT)["year"].id == "y98"
    assert variant.task.prompt == "In 1998 (y98):"
    assert [card.id for card in variant.task.card] == ["card-0", "card-1", "card-2"]


@pytest.mark.parametrize(
    "year, answer, why", [("y98", "3", "Then."), ("y99", "2", "It was so in 1999."), (None, "1", "{vary:year}")]
)
def test_the_key_takes_the_case_that_fits_what_was_asked(year, answer, why):
    if year is None:
        with pytest.raises(UnknownValueError):
            key_for(KEY, {})
        return
    fitting = key_for(KEY, {"year": next(value for value in YEARS.value if value.id == year)})
    assert (fitting.answer, fitting.why) == (answer, why)


def test_a_name_that_does_not_vary_is_an_error():
    with pytest.raises(UnknownValueError, match=r"task number: \{vary:year\} names nothing"):
        with_values(NUMBER, {"month": YEARS.value[0]})


def test_each_student_is_asked_about_one_value_in_all_tasks_and_all_values_occur():
    asked = [variants(EXERCISE, "seed", student) for student in STUDENTS]

    assert all(of["sort"].values == of["number"].values for of in asked)
    assert {of["number"].values["year"].id for of in asked} == {"y98", "y99"}


def test_every_card_is_drawn_for_somebody_and_nobody_gets_more_than_their_draw():
    drawn = [[card.id for card in variants(EXERCISE, "seed", student)["sort"].asked.card] for student in STUDENTS]

    assert {len(cards) for cards in drawn} == {3}
    assert {card for cards in drawn for card in cards} == {card.id for card in CARDS}


def test_a_response_is_translated_back_into_the_exercise_s_own_names():
    variant = variants(EXERCISE, "seed", "anna")["sort"]
    own = {name: new for new, name in variant.names.items()}
    response = {card.id: variant.task.bin[0].id for card in variant.task.card}

    back = to_original_names(variant, response)

    assert set(back) == {card.id for card in variant.asked.card}
    assert set(back.values()) == {variant.asked.bin[0].id}
    assert all(own[card] in response for card in back)
    assert to_original_names(variant, {"unknown": 3}) == {"unknown": 3}


def test_marking_takes_the_question_that_was_handed_out():
    of_anna = variants(EXERCISE, "seed", "anna")["sort"]

    question = Variants(EXERCISE, "seed").questions("anna")["sort"]

    assert (question.names, question.values) == (of_anna.names, of_anna.values)
    assert question.asked.card == of_anna.asked.card


def test_students_who_were_drawn_the_same_are_asked_the_same():
    questions = [Variants(EXERCISE, "seed").questions(student)["sort"] for student in STUDENTS]

    asked = {
        (question.drawn, question.asked.prompt, *(card.id for card in question.asked.card)) for question in questions
    }

    assert 1 < len({drawn for drawn, *_ in asked}) == len(asked)
