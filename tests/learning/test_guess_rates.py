"""Whoever guesses by a rule scores no better than chance, in our bank and in none that gives its answers away."""

from __future__ import annotations

import pytest

from readingroom.learning.guess_rates import (
    BY_PLACE,
    BY_WORDING,
    Question,
    guessing_faults,
    middle,
    questions,
    rates,
    rates_of,
    table,
)


@pytest.fixture(scope="module")
def found(library):
    return rates(library)


@pytest.mark.parametrize("kind", ["choice", "choices", "passage", "all"])
def test_no_rule_of_guessing_beats_chance(found, kind):
    assert {rate.guesser: round(rate.right, 2) for rate in found if rate.kind == kind and rate.better_than_chance} == {}


def test_every_choice_has_three_options_or_four(library):
    items = [item for quiz in library.quizzes for item in library.items(quiz)]

    assert {len(question.options) for question in questions(library, items, True) if question.kind == "choice"} <= {
        3,
        4,
    }


def asked(
    right: int, options: tuple[str, ...] = ("One.", "Two of it.", "Three of them."), prompt: str = "What?"
) -> Question:
    return Question("choice", prompt, options, frozenset({right}))


def rate(name: str, group: list[Question]):
    return rates_of(name, {**BY_WORDING, **BY_PLACE}[name], group)[0]


def test_a_bank_whose_right_answer_is_always_the_longest_is_found():
    assert [
        fault.field
        for fault in guessing_faults([rate("the longest", [asked(2)] * 20), rate("the first", [asked(2)] * 20)])
    ] == ["the longest"]


def test_three_items_that_one_rule_gets_right_are_no_fault_of_a_young_course_and_eight_are():
    assert [rate("the longest", [asked(2)] * many).better_than_chance for many in (3, 7, 8)] == [False, False, True]


def test_a_bank_whose_right_answer_repeats_the_prompt_is_found():
    group = [asked(1, ("A cat slept.", "A parrot spoke.", "A dog barked."), "Whose parrot was it?")] * 20

    assert rate("most words of the prompt", group).better_than_chance


def test_who_cannot_decide_is_right_by_chance():
    tied = rate("the longest", [asked(0, ("One.", "Two.", "Six."))] * 9)

    assert tied.right == pytest.approx(tied.chance) == pytest.approx(1 / 3)


@pytest.mark.parametrize(("many", "places"), [(3, [1]), (4, [1, 2]), (5, [2])])
def test_the_middle_of_an_even_number_is_two(many, places):
    assert middle(asked(0, tuple("abcde"[:many]))) == places


def test_the_standard_error_is_that_of_blind_picks():
    assert rate("the first", [asked(0)] * 18).error == pytest.approx((1 / 3 * 2 / 3 / 18) ** 0.5)


def test_the_table_has_a_line_for_chance_and_one_for_each_rule(found):
    lines = table(found).splitlines()

    assert lines[1].startswith("(chance") and len(lines) == 2 + len(BY_WORDING) + 2 * len(BY_PLACE)


@pytest.mark.slow
def test_check_prints_the_rates(capsys):
    from readingroom.cli.main import main

    assert main(["check"]) == 0
    assert "the longest" in capsys.readouterr().out


def test_the_options_are_guessed_at_as_the_quiz_shows_them(library):
    from readingroom.parts.quiz.quiz import item_content

    items = [item for quiz in library.quizzes for item in library.items(quiz)]
    shown = [item_content(library, item) for item in items]
    right = [
        frozenset(place for place, option in enumerate(item["options"]) if option["id"] in item["key"]["right"])
        for item in shown
        if item["kind"] in ("choice", "choices", "passage")
    ]

    assert [question.right for question in questions(library, items, True)] == right
