"""What a call of a lesson asks of its reader, piece by piece: how long it takes, from which way on it stands, and what
shows in the record that it was done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import get_args

from ..content import models as m
from ..content.fingerprints import FILE, fingerprints
from ..content.kinds import kind_of
from ..content.lesson_cells import LessonCell
from ..content.library import Library, section_of
from .minutes import SECONDS, paragraph_seconds, reading_seconds

Act = tuple[str, str]
"""A place in the progress and a subject there, as ("votes", ID): there is something when it was done."""


@dataclass(frozen=True)
class Piece:
    """Something to read or to do; it stands from the way with the number `rank` on."""

    seconds: float
    rank: int = 0
    act: Act | None = None


def pieces(library: Library, cell: LessonCell) -> list[Piece]:
    """Return what a cell asks of its reader."""
    if cell.is_prose:
        return [Piece(reading_seconds(cell.text))]
    return list(_CALLS[cell.call](library, cell)) if cell.call in _CALLS else []


def rank_of_item(library: Library, quiz: str, item: m.Item) -> int:
    """Return the number of the first way on which an item stands; only a quiz has items that fold in."""
    rows = [row for row in library.way_items if row.quiz == quiz]
    if not rows or item.use != "quiz":
        return 0
    ranks = [_rank(library, row.way) for row in rows if item.id in row.items]
    return min(ranks, default=_longest(library))


def rank_of_claim(library: Library, claim: m.Claim) -> int:
    """Return the number of the first way on which a claim is voted on."""
    section = section_of(claim.paragraphs[0])
    named = {row.way: row.claims for row in library.way_claims if row.section == section}
    for rank, way in enumerate(library.ways.values()):
        if claim.id in named[way.id] if way.id in named else not way.claims or claim.materiality in way.claims:
            return rank
    return _longest(library)


def rank_of_level(library: Library, level: m.Level) -> int:
    """Return the number of the first way on which notes of a level stand."""
    levels = get_args(m.Level)
    for rank, way in enumerate(library.ways.values()):
        if way.notes and levels.index(level) <= levels.index(way.notes):
            return rank
    return _longest(library)


def _rank(library: Library, way: str) -> int:
    return list(library.ways).index(way) if way in library.ways else 0


def _longest(library: Library) -> int:
    return max(0, len(library.ways) - 1)


def _read(library: Library, cell: LessonCell) -> Iterator[Piece]:
    known = fingerprints(library.root) if (library.root / FILE).is_file() else []
    letters = {known_by.paragraph: known_by.letters for known_by in known}
    section = cell.section or ""
    for paragraph in library.of_section(section):
        seconds = (
            paragraph_seconds(letters[paragraph.id]) if paragraph.id in letters else reading_seconds(paragraph.gist)
        )
        yield Piece(seconds + SECONDS["mark"], 0, ("marks", paragraph.id))
    for note in library.notes(section):
        yield Piece(reading_seconds(note.text), rank_of_level(library, note.level))


def _claims(library: Library, cell: LessonCell) -> Iterator[Piece]:
    if not cell.section:  # all of them stand here once more, for looking up
        yield Piece(SECONDS["counts"])
        return
    for claim in library.section_claims(cell.section):
        texts = (claim.claim, claim.why, claim.evidence, claim.best_case, claim.unverified, claim.materiality_why)
        seconds = reading_seconds(*texts) + SECONDS["vote"] + SECONDS["weighing"]
        yield Piece(seconds, rank_of_claim(library, claim), ("votes", claim.id))


def _items(use: str) -> Callable[[Library, LessonCell], Iterator[Piece]]:
    def items(library: Library, cell: LessonCell) -> Iterator[Piece]:
        quiz = cell.section or cell.word
        for item in library.items(quiz):
            if item.use == use:
                yield Piece(item_seconds(item), rank_of_item(library, quiz, item), ("answers", item.id))

    return items


def item_seconds(item: m.Item) -> float:
    """Return how long an item takes: to read, to answer, and to read what is said to the answer."""
    kind = kind_of(item)
    offered = kind.offered(item)
    texts = [item.prompt, *kind.also_asked(item), *(text for _, group in offered for text in group)]
    if kind.marked_by_people:
        return reading_seconds(*texts) + SECONDS["writing"]
    said = [text for _, text, _ in kind.feedback(item)]
    act = "typing" if not offered else "choosing" if [name for name, _ in offered] == ["option"] else "moving"
    return reading_seconds(*texts, *said) + SECONDS[act]


def _chart(library: Library, cell: LessonCell) -> Iterator[Piece]:
    chart = library.charts.get(cell.word)
    if not chart:
        return
    act = ("guesses", chart.id) if cell.is_guess and chart.guess else None
    seconds = SECONDS["chart"] + reading_seconds(chart.title, chart.claim, chart.shows, chart.caution)
    if act and chart.guess:
        seconds += SECONDS["guess"] + reading_seconds(chart.guess.question)
    yield Piece(seconds, 0, act)


def _documents(library: Library, cell: LessonCell) -> Iterator[Piece]:
    for document in library.documents_on(cell.section) if cell.section else []:
        yield Piece(
            SECONDS["document"] + reading_seconds(document.about, document.look_for, document.question.prompt),
            0,
            ("answers", document.question.id),
        )


def _check(library: Library, cell: LessonCell) -> Iterator[Piece]:
    turn = library.turns.get(cell.word)
    if turn:
        yield Piece(
            SECONDS["turn"] + reading_seconds(turn.question.prompt, turn.shows), 0, ("answers", turn.question.id)
        )


def _forecasts(library: Library, cell: LessonCell) -> Iterator[Piece]:
    for forecast in library.forecasts.values():
        seconds = SECONDS["forecast"] + reading_seconds(forecast.forecast, forecast.how)
        yield Piece(seconds, 0, ("probabilities", forecast.id))


def _story(library: Library, cell: LessonCell) -> Iterator[Piece]:
    for stop in library.stops.values():
        chart = library.charts.get(stop.chart)
        shown = SECONDS["chart"] + reading_seconds(chart.title, chart.shows, chart.caution) if chart else 0
        told = SECONDS["stop"] + reading_seconds(stop.heading, stop.text, stop.unknown)
        yield Piece(told + shown + item_seconds(stop.question), 0, ("answers", stop.question.id))


def _fixed(name: str) -> Callable[[Library, LessonCell], Iterator[Piece]]:
    return lambda library, cell: iter([Piece(SECONDS[name])])


_CALLS: dict[str, Callable[[Library, LessonCell], Iterator[Piece]]] = {
    "read": _read,
    "claims": _claims,
    "before": _items("before"),
    "quiz": _items("quiz"),
    "write": _items("write"),
    "chart": _chart,
    "documents": _documents,
    "check": _check,
    "forecasts": _forecasts,
    "timeline": _fixed("timeline"),
    "story": _story,
    "map": _fixed("map"),
    "weighing": _fixed("counts"),
    "gain": _fixed("counts"),
    "copy": _fixed("copy"),
    "review": _fixed("review"),
}
"""What is looked up, such as the glossary or the record, takes no time of its own."""
