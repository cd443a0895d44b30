"""Schedules reviews: replays the learner's record through the FSRS scheduler; no other state is stored.

Days are counted, not hours: what was learned on Monday evening may come on Tuesday morning. For that reason every entry
counts at the start of its day, and the scheduler has no steps of minutes: an answer just explained is not asked again
on the same day. Intervals are not randomised (no fuzz), so the same record gives the same days.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

from fsrs import Card, Rating, Scheduler

from ..record import Entry
from .days import placed
from .deck import Deck

NEW_A_DAY = 10
"""At most so many terms and dates are asked for the first time on one day: reading a section adds about thirty."""

_SCHEDULER = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
_SUBJECT = {"mark": "paragraph", "answer": "item", "vote": "claim"}


@dataclass(frozen=True)
class Plan:
    """The cards due by `today`, in the order in which to ask, and how many come on each later day."""

    today: date
    due: list[str]
    ahead: dict[date, int]


def plan(entries: Iterable[Entry], deck: Deck, now: datetime, zone: tzinfo | None = None) -> Plan:
    """Return what `entries` make due at `now`; days are those of `zone`, by default this machine's."""
    today = now.astimezone(zone).date()
    cards, met, started = _replay(placed(entries, today, zone), deck)
    days = {name: card.due.date() for name, card in cards.items()}
    new = sorted((name for name in met if name not in cards), key=lambda name: (met[name], _shuffle_key(name)))
    days |= _first_days(new, met, today, Counter(started.values())[today])
    due = sorted(
        (name for name, day in days.items() if day <= today),
        key=lambda name: (name not in cards, days[name], _shuffle_key(name)),
    )
    return Plan(today, due, dict(sorted(Counter(day for day in days.values() if day > today).items())))


def rating(answer: dict[str, Any]) -> Rating:
    """Return the FSRS rating of an answered item, from how right it was and how certain the learner.

    Under two thirds right: Again, however certain; chance alone puts half the cards of two boxes right, and two thirds
    is where the course's own scale of certainty begins. Between that and fully right: Hard. Fully right: Hard when not
    sure, since one guess in three at three options succeeds and should come back soon; Good when fairly sure, or when
    certainty was not asked for; Easy when very sure.
    """
    if answer["fraction"] < 2 / 3:
        return Rating.Again
    if answer["fraction"] < 1:
        return Rating.Hard
    return {1: Rating.Hard, 2: Rating.Good, 3: Rating.Easy}.get(answer.get("certainty", 0), Rating.Good)


def _replay(
    entries: Iterable[tuple[Entry, date]], deck: Deck
) -> tuple[dict[str, Card], dict[str, date], dict[str, date]]:
    """Return the cards as the scheduler knows them, the day each flashcard was met, and the day it was first rated."""
    cards: dict[str, Card] = {}
    met: dict[str, date] = {}
    started: dict[str, date] = {}
    for entry, day in entries:
        for name in _met(entry, deck):
            met.setdefault(name, day)
        if entry["what"] == "reset":
            for item in entry.get("items", []):
                cards.pop(f"item:{item}", None)
        elif reviewed := _reviewed(entry, deck):
            name, its_rating = reviewed
            if name in deck.flashcards:
                started.setdefault(name, day)
            # The id and the first due date are not used, but their defaults cost a millisecond and read the clock.
            card = cards.get(name) or Card(card_id=0, due=datetime.min.replace(tzinfo=UTC))
            cards[name], _ = _SCHEDULER.review_card(card, its_rating, datetime.combine(day, time(), UTC))
    return cards, met, started


def _met(entry: Entry, deck: Deck) -> set[str]:
    """The flashcards whose content the learner saw when making this entry."""
    undone = entry["what"] == "mark" and not entry.get("mark")
    subject = entry.get(_SUBJECT.get(entry["what"], ""))
    return deck.met_by.get((entry["what"], subject), set()) if isinstance(subject, str) and not undone else set()


def _reviewed(entry: Entry, deck: Deck) -> tuple[str, Rating] | None:
    """The card that this entry answers or rates, and its rating; None for all other entries."""
    # Names are compared as text: a restored file may hold any JSON value.
    if (
        entry["what"] == "answer"
        and str(entry.get("item")) in deck.items
        and isinstance(entry.get("fraction"), (int, float))
    ):
        return f"item:{entry['item']}", rating(entry)
    if entry["what"] == "review" and str(entry.get("card")) in deck.flashcards and entry.get("rating") in (1, 2, 3, 4):
        return entry["card"], Rating(entry["rating"])
    return None


def _first_days(new: list[str], met: dict[str, date], today: date, started_today: int) -> dict[str, date]:
    """Spread new cards: from the day after they were met, at most NEW_A_DAY on each day, none in the past."""
    new_on = Counter({today: started_today})
    days = {}
    for name in new:
        day = max(today, met[name] + timedelta(days=1))
        while new_on[day] >= NEW_A_DAY:
            day += timedelta(days=1)
        new_on[day] += 1
        days[name] = day
    return days


def _shuffle_key(name: str) -> str:
    """A sort key that shuffles the same way each time, so that items, terms and dates of all sections come mixed."""
    return hashlib.sha256(name.encode()).hexdigest()
