"""What a reader is shown while answering, and told after it, on the plain pages."""

from __future__ import annotations

import re

import item_types as i
import pytest
from keyboard import one_of_each_kind
from test_browser_quiz import QUIZ
from test_browser_site import LESSON, reader, served  # noqa: F401

from readingroom.parts.quiz.quiz import item_content

pytestmark = pytest.mark.browser


@pytest.fixture
def told(reader, library):  # noqa: F811
    """Asks feedback.js for the right answer to an item that was answered wrongly."""
    page = reader.open("index.html")
    page.evaluate("async () => { window.feedback = await loadModule('parts/quiz/feedback.js'); }")
    return lambda item, response: page.evaluate(
        "([item, response]) => feedback.solution(item, response)", [item_content(library, item), response]
    )


def items(library, kind):
    return [item for quiz in library.quizzes for item in library.items(quiz) if isinstance(item, kind)]


def test_what_was_chosen_is_told_in_full_where_the_control_is_too_narrow_for_it(reader, library):  # noqa: F811
    page = reader.open(LESSON)
    item = one_of_each_kind(library, QUIZ)["match"]
    card = page.locator(f"#rr-item-{item.id} .rr-choosing").first
    longest = max((library.text(pair.right) for pair in item.pair), key=len)
    card.locator("select").select_option(label=longest)

    page.set_viewport_size({"width": 400, "height": 900})
    card.locator(".rr-chosen[data-length=long]").wait_for()
    assert (card.locator(".rr-chosen").inner_text(), card.locator(".rr-chosen").get_attribute("aria-hidden")) == (
        longest,
        "true",
    )
    page.set_viewport_size({"width": 3000, "height": 900})
    card.locator("select").select_option(label=min((library.text(pair.right) for pair in item.pair), key=len))
    assert card.locator(".rr-chosen:visible").count() == 0


def test_how_sure_a_reader_is_stands_on_one_line_or_on_three(reader):  # noqa: F811
    page = reader.open(LESSON)
    tops = "() => new Set([...document.querySelector('.rr-sure').querySelectorAll('label')].map((label) => label.offsetTop)).size"
    found = []
    for width in (1280, 400):
        page.set_viewport_size({"width": width, "height": 900})
        found.append(page.evaluate(tops))

    assert found == [1, 3]


def asked_for_the_rank(route) -> None:
    """The lesson as it is, but for one guess: it asks which place Russia has, and the answer is the second."""
    text, asks = (
        route.fetch().text(),
        r'("chart":"oil-rank".*?"guess":\{.*?"figure":)[^,]+(,"shown":")[^"]*(","rank":)false',
    )
    assert re.search(asks, text, re.DOTALL)
    route.fulfill(
        body=re.sub(asks, r"\g<1>2\g<2>2\g<3>true", text, count=1, flags=re.DOTALL),
        content_type="text/html; charset=utf-8",
    )


def test_a_guess_at_a_rank_is_told_in_places(reader):  # noqa: F811
    reader.context.route("**/03-pillars.html", asked_for_the_rank)
    page = reader.open("03-pillars.html")
    chart = page.locator("[data-chart='oil-rank']")
    chart.locator(".rr-guess input").fill("1")
    chart.get_by_role("button", name="Show guess and figure").click()

    said = chart.locator(".rr-guessed").inner_text()
    assert "That is 1 place lower than you guessed." in said and "times" not in said


def test_the_answer_does_not_praise_who_missed_it(told, library):
    praised = [
        item
        for item in items(library, i.Choice)
        if any(o.why.startswith("Yes. ") for o in item.option if o.id == item.answer)
    ]

    for item in praised[:3]:
        [line] = told(item, next(option.id for option in item.option if option.id != item.answer))
        assert line["html"] and not line["html"].startswith(("Yes", "Right")) and not line["html"][0].islower()


def test_either_of_two_things_is_answered_with_both(told, library):
    item = next(item for item in items(library, i.Short) if "either" in item.prompt)

    [line] = told(item, "Duma")

    assert line["about"] == "Supreme Soviet, or Congress of People's Deputies"


def test_the_answer_to_a_matching_item_repeats_neither_what_was_right_nor_what_was_said(told, library):
    item = items(library, i.Match)[0]
    one, two, *rest = [pair.id for pair in item.pair]

    lines = told(item, {one: two, two: one, **{pair: pair for pair in rest}})

    assert [line["html"] for line in lines] == ["", ""]
