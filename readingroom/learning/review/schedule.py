"""Which cards are due: the learner's record replayed through the FSRS scheduler, and nothing kept beside it.

Days are counted, not hours: what was learned on Monday evening may come on Tuesday morning. For that reason every entry
counts at the start of its day, and the scheduler has no steps of minutes: an answer just explained needs no asking today.
Chance plays no part (no fuzz), so the same record gives the same days.
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
from .deck import Deck

NEW_A_DAY = 10
"""At most so many terms and dates are asked for the first time on one day: a section read brings in some thirty."""

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
    known, met, begun = _replay(entries, deck, zone)
    days = {name: card.due.date() for name, card in known.items()}
    waiting = sorted((name for name in met if name not in known), key=lambda name: (met[name], _mixed(name)))
    days |= _first_days(waiting, met, today, Counter(begun.values())[today])
    due = sorted(
        (name for name, day in days.items() if day <= today),
        key=lambda name: (name not in known, days[name], _mixed(name)),
    )
    return Plan(today, due, dict(sorted(Counter(day for day in days.values() if day > today).items())))


def rating(answer: dict[str, Any]) -> Rating:
    """Return what an answered item says of memory, from how right it was and how sure its reader.

    Under two thirds right: Again, however sure; chance alone puts half the cards of two boxes right, and two thirds is
    where the course's own scale of certainty begins. Between that and fully right: Hard. Fully right: Hard when not sure,
    since one guess in three at three options succeeds and should come back soon; Good when fairly sure, or when nothing
    was asked about certainty; Easy when very sure.
    """
    if answer["fraction"] < 2 / 3:
        return Rating.Again
    if answer["fraction"] < 1:
        return Rating.Hard
    return {1: Rating.Hard, 2: Rating.Good, 3: Rating.Easy}.get(answer.get("certainty", 0), Rating.Good)


def _replay(
    entries: Iterable[Entry], deck: Deck, zone: tzinfo | None
) -> tuple[dict[str, Card], dict[str, date], dict[str, date]]:
    """Return the cards as the scheduler knows them, the day each flashcard was met, and the day it was first rated."""
    known: dict[str, Card] = {}
    met: dict[str, date] = {}
    begun: dict[str, date] = {}
    for entry in entries:
        day = _day(entry, zone)
        if day is None:
            continue
        for name in _met(entry, deck):
            met.setdefault(name, day)
        if entry["what"] == "reset":
            for item in entry.get("items", []):
                known.pop(f"item:{item}", None)
        elif asked := _asked(entry, deck):
            name, rated = asked
            if name in deck.flashcards:
                begun.setdefault(name, day)
            # A card's id and first due date are nothing to us, but left out they cost a millisecond and the clock's time.
            card = known.get(name) or Card(card_id=0, due=datetime.min.replace(tzinfo=UTC))
            known[name], _ = _SCHEDULER.review_card(card, rated, datetime.combine(day, time(), UTC))
    return known, met, begun


def _day(entry: Entry, zone: tzinfo | None) -> date | None:
    try:
        return datetime.fromisoformat(entry["at"]).astimezone(zone).date()
    except (ValueError, OverflowError):
        return None  # an entry without a time cannot be placed


def _met(entry: Entry, deck: Deck) -> set[str]:
    """The flashcards that stood before the reader when they did this."""
    undone = entry["what"] == "mark" and not entry.get("mark")
    subject = entry.get(_SUBJECT.get(entry["what"], ""))
    return deck.met_by.get((entry["what"], subject), set()) if isinstance(subject, str) and not undone else set()


def _asked(entry: Entry, deck: Deck) -> tuple[str, Rating] | None:
    """The card this entry answers or rates, and how well it was known; None for all else."""
    # Names are compared as text: a restored file may hold anything.
    if (
        entry["what"] == "answer"
        and str(entry.get("item")) in deck.items
        and isinstance(entry.get("fraction"), (int, float))
    ):
        return f"item:{entry['item']}", rating(entry)
    if entry["what"] == "review" and str(entry.get("card")) in deck.flashcards and entry.get("rating") in (1, 2, 3, 4):
        return entry["card"], Rating(entry["rating"])
    return None


def _first_days(waiting: list[str], met: dict[str, date], today: date, begun_today: int) -> dict[str, date]:
    """Spread cards never asked yet: from the day after they were met, so many a day, none in the past."""
    taken = Counter({today: begun_today})
    days = {}
    for name in waiting:
        day = max(today, met[name] + timedelta(days=1))
        while taken[day] >= NEW_A_DAY:
            day += timedelta(days=1)
        taken[day] += 1
        days[name] = day
    return days


def _mixed(name: str) -> str:
    """A fixed shuffle, so that items, terms and dates of all sections come mixed."""
    return hashlib.sha256(name.encode()).hexdigest()
