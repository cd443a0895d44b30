"""What was answered or met comes back when it is about to be forgotten, by the record alone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from fsrs import Rating

from readingroom.content.prose import TermFinder
from readingroom.learning.review.deck import Deck, Flashcard, deck
from readingroom.learning.review.schedule import NEW_A_DAY, plan, rating
from readingroom.parts.review.review import AT_A_TIME, review, review_content

TERM = Flashcard("term", "realism", "What does it mean?", "A view.", "", ())
ITEMS = {"a": ("opening", None), "b": ("check", None)}
SMALL = Deck(
    ITEMS, {"term:realism": TERM}, {("mark", "opening-1"): {"term:realism"}, ("answer", "a"): {"term:realism"}}
)


def at(day: int, hour: int = 12) -> str:
    return f"2026-03-{day:02d}T{hour:02d}:00:00.000Z"


def answer(item: str, day: int, fraction: float = 1.0, certainty: int = 2, hour: int = 12) -> dict:
    return {
        "id": f"{item}{day}{hour}",
        "at": at(day, hour),
        "what": "answer",
        "item": item,
        "response": "r",
        "fraction": fraction,
        "certainty": certainty,
    }


def rated(card: str, day: int, rating: int) -> dict:
    return {"id": f"{card}{day}", "at": at(day), "what": "review", "card": card, "rating": rating}


def marked(day: int, mark: str = "clear") -> dict:
    return {"id": f"m{day}{mark}", "at": at(day), "what": "mark", "paragraph": "opening-1", "mark": mark}


def planned(entries: list[dict], day: int, cards: Deck = SMALL, zone=UTC):
    return plan(entries, cards, datetime(2026, 3, day, 9, tzinfo=UTC), zone)


def comes_back(entries: list[dict], name: str = "item:a") -> int:
    """The day of March on which a card is due again."""
    return next(day for day in range(1, 32) if name in planned(entries, day).due)


BARE = Deck(ITEMS, {}, {})


@pytest.mark.parametrize(
    ("fraction", "certainty", "expected"),
    [
        (0.0, 3, Rating.Again),
        (0.5, 1, Rating.Again),
        (0.66, 3, Rating.Again),
        (2 / 3, 3, Rating.Hard),
        (0.9, 1, Rating.Hard),
        (1.0, 1, Rating.Hard),
        (1.0, 2, Rating.Good),
        (1.0, 3, Rating.Easy),
        (1.0, None, Rating.Good),
    ],
)
def test_an_answer_says_how_well_it_was_known(fraction, certainty, expected):
    assert rating({"fraction": fraction, "certainty": certainty}) == expected


def test_nothing_done_makes_nothing_due():
    assert planned([], 1).due == [] and planned([], 1).ahead == {}


def test_a_wrong_answer_comes_back_the_next_day_and_not_the_same():
    assert comes_back([answer("a", 5, fraction=0)]) == 6


def test_a_surer_right_answer_comes_back_later():
    days = [comes_back([answer("a", 5, certainty=level)]) for level in (1, 2, 3)]
    assert days == sorted(set(days)) and days[0] > 5


def test_an_answer_known_again_in_review_stays_away_longer():
    first = comes_back([answer("a", 2)])
    second = comes_back([answer("a", 2), answer("a", first)]) if first < 31 else 0
    assert second - first > first - 2


def test_a_card_forgotten_comes_back_the_next_day():
    assert comes_back([answer("a", 2, certainty=3), answer("a", 11, fraction=0)]) == 12


def test_what_is_overdue_stays_due():
    assert planned([answer("a", 2, fraction=0)], 30).due[0] == "item:a"


def test_days_count_and_not_hours():
    late = [answer("a", 5, fraction=0, hour=23)]
    assert "item:a" in plan(late, BARE, datetime(2026, 3, 6, 7, tzinfo=UTC), UTC).due


def test_a_day_is_the_readers_own_day():
    sydney = timezone(timedelta(hours=10))
    morning = [answer("a", 5, fraction=0, hour=22)]  # eight in the morning of the 6th
    assert plan(morning, BARE, datetime(2026, 3, 6, 12, tzinfo=UTC), sydney).due == []
    assert plan(morning, BARE, datetime(2026, 3, 6, 15, tzinfo=UTC), sydney).due == ["item:a"]


def test_the_same_record_gives_the_same_days():
    entries = [answer("a", 2), answer("b", 2, certainty=3), answer("a", 5), rated("term:realism", 6, 3)]
    assert len({str(planned(entries, 7)) for _ in range(5)}) == 1


def test_a_reset_quiz_comes_back_only_when_it_is_answered_again():
    reset = {"id": "r", "at": at(3), "what": "reset", "items": ["a"]}
    assert "item:a" not in planned([answer("a", 2, fraction=0), reset], 20, BARE).due


def test_an_item_no_longer_in_the_bank_is_passed_over():
    assert planned([answer("gone", 2)], 20).due == []


@pytest.mark.parametrize("wrong", ["2099-01-01T00:00:00.000Z", "8999-01-01T00:00:00.000Z"])
def test_an_answer_of_a_clock_that_was_wrong_comes_back_as_if_given_on_the_day_of_its_neighbour(wrong):
    late = {**answer("a", 2, fraction=0), "at": wrong}
    as_on_day_two = planned([answer("b", 2), answer("a", 2, fraction=0)], 3, BARE)

    assert planned([answer("b", 2), late], 3, BARE) == as_on_day_two
    assert planned([late, answer("b", 2)], 3, BARE) == as_on_day_two
    assert "item:a" in as_on_day_two.due


@pytest.mark.parametrize(
    "broken",
    [
        {"at": "yesterday", "item": "a", "fraction": 1.0},
        {"at": "9999-12-31T23:59:59Z", "item": "a", "fraction": 1.0},
        {"at": at(2), "item": "a"},
        {"at": at(2), "item": "a", "fraction": "1"},
        {"at": at(2), "item": ["a"], "fraction": 1.0},
    ],
)
def test_an_entry_that_makes_no_sense_is_passed_over(broken):
    assert planned([{"id": "x", "what": "answer", **broken}], 20, BARE).due == []


@pytest.mark.parametrize("rating", [0, 5, "4", None])
def test_a_rating_that_there_is_not_is_passed_over(rating):
    entry = {"id": "x", "at": at(2), "what": "review", "card": "term:realism", "rating": rating}

    assert planned([entry], 20).due == []


def test_a_term_never_met_is_not_asked():
    assert planned([answer("b", 2)], 30).due == ["item:b"]


def test_a_term_comes_the_day_after_its_paragraph_was_marked_as_read():
    assert comes_back([marked(5)], "term:realism") == 6


def test_a_term_comes_the_day_after_an_item_used_it():
    assert comes_back([answer("a", 5)], "term:realism") == 6


def test_a_mark_taken_off_is_no_meeting():
    assert planned([marked(5, mark="")], 20).due == []


def test_a_term_rated_easy_stays_away_longer_than_one_rated_again():
    again, easy = (comes_back([marked(2), rated("term:realism", 3, rating)], "term:realism") for rating in (1, 4))
    assert again == 4 and easy > 7


def many(count: int) -> Deck:
    names = {f"term:t{i}": TERM for i in range(count)}
    return Deck({}, names, {("mark", "opening-1"): set(names)})


def test_new_cards_come_a_few_a_day():
    found = planned([marked(5)], 6, many(2 * NEW_A_DAY + 3))
    assert len(found.due) == NEW_A_DAY
    assert found.ahead == {date(2026, 3, 7): NEW_A_DAY, date(2026, 3, 8): 3}


def test_new_cards_rated_today_use_up_todays_share():
    cards = many(2 * NEW_A_DAY)
    asked = planned([marked(5)], 6, cards).due
    after = [marked(5), *(rated(name, 6, 3) for name in asked)]
    assert planned(after, 6, cards).due == []


def test_days_missed_do_not_pile_new_cards_up():
    assert len(planned([marked(5)], 25, many(50)).due) == NEW_A_DAY


def test_what_was_asked_before_comes_before_what_is_new():
    items = {f"i{n}": ("opening", None) for n in range(8)}
    terms = {f"term:t{n}": TERM for n in range(8)}
    cards = Deck(items, terms, {("mark", "opening-1"): set(terms)})

    due = planned([*(answer(item, 4, fraction=0.0) for item in items), marked(4)], 5, cards).due

    assert {name.partition(":")[0] for name in due[:8]} == {"item"}
    assert len(due) == 16


def test_what_is_ahead_is_told_by_day():
    assert planned([answer("a", 5, fraction=0), answer("b", 5, fraction=0)], 5, BARE).ahead == {date(2026, 3, 6): 2}


# --- the course's own cards ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def cards(library):
    return deck(library)


def test_every_item_but_the_written_ones_can_come_back(library, cards):
    from readingroom.content.kinds import kind_name

    assert set(cards.items) == {
        item.id for quiz in library.quizzes for item in library.items(quiz) if kind_name(item) != "written"
    }


def test_every_term_and_every_named_event_has_a_card(library, cards):
    events = {f"date:{event.id}" for event in library.events.values() if event.in_article == "named"}
    assert set(cards.flashcards) == {f"term:{term}" for term in library.terms} | events


def test_a_term_is_met_in_a_note_an_item_and_a_claim(library, cards):
    finder = TermFinder(library.terms.values())
    notes = [note for section in library.sections for note in library.notes(section)]
    items = [item for _, item in cards.items.values()]
    for doing, texts in [
        *((("mark", note.paragraph), note.text) for note in notes),
        *((("answer", item.id), item.prompt) for item in items),
        *((("vote", claim.id), claim.evidence) for claim in library.claims.values()),
    ]:
        assert {f"term:{term}" for term in finder.used(texts)} <= cards.met_by[doing], doing


def test_every_date_is_met_by_reading_a_paragraph(cards):
    by_reading = set().union(*(names for (what, _), names in cards.met_by.items() if what == "mark"))
    assert {name for name in cards.flashcards if name.startswith("date:")} <= by_reading


def test_no_front_of_a_date_card_gives_its_year_away(cards):
    for name, card in cards.flashcards.items():
        if card.kind == "date":
            assert card.answer[-4:] not in card.front, name


def test_questions_before_reading_bring_no_dates_in(library, cards):
    for item in library.items("start"):
        assert not any(name.startswith("date:") for name in cards.met_by["answer", item.id])


def test_a_card_on_the_page_is_the_quizs_own_item(library, cards):
    from readingroom.parts.quiz.quiz import item_content

    item = next(item for item in library.items("opening") if item.id in cards.items)
    content = review_content(library, cards, planned([answer(item.id, 2, fraction=0)], 3, Deck(cards.items, {}, {})))
    assert content["cards"][0]["item"] == item_content(library, item) and content["cards"][0]["quiz"] == "opening"


def test_the_page_holds_a_few_cards_and_tells_how_many_there_are(library, cards):
    entries = [answer(item, 2, fraction=0) for item in list(cards.items)[:30]]
    content = review_content(library, cards, planned(entries, 20, Deck(cards.items, {}, {})))
    assert content["due"] == 30 and len(content["cards"]) == AT_A_TIME


def test_an_answer_given_anywhere_moves_the_open_review(library, cards, record):
    item = next(iter(cards.items))
    record.append([answer(item, 2, fraction=0)])
    widget = review(library, record, lambda: datetime(2026, 3, 3, 12, tzinfo=UTC))
    assert f"item:{item}" in [card["card"] for card in widget.content["cards"]]
    record.append([answer(item, 3, certainty=3)])
    assert f"item:{item}" not in [card["card"] for card in widget.content["cards"]]


def test_a_rating_from_the_page_is_kept_in_the_record(library, cards, record):
    widget = review(library, record)
    widget.outbox = [{"id": "one", "at": at(3), "what": "review", "card": "term:realism", "rating": 3}]
    assert widget.saved == ["one"] and record.entries[-1]["rating"] == 3
