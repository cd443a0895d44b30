"""What a lesson's page asks of its reader, part by part: what a learning system is told about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec

from ..content.kinds import kind_of
from ..content.library import Library
from ..parts.base.static_html import StaticPart
from .pages import Page, plain_texts

Content = Mapping[str, Any]
_ITEM = {"id", "kind", "prompt", "key"}
"""What every question of a part has: see parts/quiz/quiz.py."""


class Requirement(msgspec.Struct, frozen=True):
    """Something to do before the lesson is complete: `what` on one of `ids`, or where `all` on each of them."""

    what: str
    ids: tuple[str, ...]
    says: str
    all: bool = False


class Asked(msgspec.Struct, frozen=True):
    """What a part asks: by kind of entry the ids, the items, those that are scored, and what must be done."""

    subjects: Mapping[str, tuple[str, ...]]
    items: tuple[Content, ...] = ()
    scored: tuple[str, ...] = ()
    required: tuple[Requirement, ...] = ()
    enough: tuple[Requirement, ...] = ()  # required where the lesson requires nothing else


def asked_on(library: Library, page: Page) -> list[Asked]:
    """Return what the parts of `page` ask, in their order."""
    return [_ASKS.get(part.module, _questions)(library, _content(part)) for part in page.parts]


def subjects_of(asked: Iterable[Asked]) -> dict[str, list[str]]:
    """Return by kind of entry all ids that the parts ask about, each once."""
    found: dict[str, dict[str, None]] = {}
    for part in asked:
        for what, ids in part.subjects.items():
            found.setdefault(what, {}).update(dict.fromkeys(ids))
    return {what: list(ids) for what, ids in found.items()}


def requirements_of(asked: Iterable[Asked]) -> list[Requirement]:
    """Return what must be done; parts that ask for the same in the same words ask for it once."""
    parts = list(asked)
    required = [each for part in parts for each in part.required] or [each for part in parts for each in part.enough]
    by_words: dict[str, list[Requirement]] = {}
    for each in required:
        by_words.setdefault(each.says, []).append(each)
    return [
        Requirement(same[0].what, tuple(dict.fromkeys(id for each in same for id in each.ids)), says, same[0].all)
        for says, same in by_words.items()
    ]


def _content(part: StaticPart) -> Content:
    return {**part.shared_content, **part.content}


def _ids(rows: Iterable[Content]) -> tuple[str, ...]:
    return tuple(row["id"] for row in rows)


def _quiz(library: Library, content: Content) -> Asked:
    known = {item.id: item for item in library.items(content["quiz"])}
    by_machine = tuple(id for id in _ids(content["items"]) if not kind_of(known[id]).marked_by_people)
    many = "the question" if len(by_machine) == 1 else f"all {len(by_machine)} questions"
    title = f"\N{LEFT DOUBLE QUOTATION MARK}{content['title']}\N{RIGHT DOUBLE QUOTATION MARK}"
    required = (Requirement("answer", by_machine, f"answer {many} of {title}", all=True),) if by_machine else ()
    scored = tuple(id for id in by_machine if known[id].use == "quiz")
    return Asked({"answer": _ids(content["items"])}, tuple(content["items"]), scored, required)


def _reading(library: Library, content: Content) -> Asked:
    ids = tuple(paragraph.id for paragraph in library.of_section(content["section"]))
    required = Requirement("mark", ids, "mark at least one paragraph as clear or puzzling")
    return Asked({"mark": ids, "setting": ("notes",)}, required=(required,))


def _claims(library: Library, content: Content) -> Asked:
    ids = _ids(content["claims"])
    return Asked({"vote": ids}, required=(Requirement("vote", ids, "vote on at least one claim"),))


def _weighing(library: Library, content: Content) -> Asked:
    return Asked({"vote": _ids(content["claims"])})


def _chart(library: Library, content: Content) -> Asked:
    head = content["head"]
    if not head["guess"]:
        return Asked({})
    ids = (head["chart"],)
    return Asked({"guess": ids}, required=(Requirement("guess", ids, "make a guess at one chart at least"),))


def _forecasts(library: Library, content: Content) -> Asked:
    ids = _ids(content["forecasts"])
    says = "say how likely one forecast at least is"
    return Asked({"probability": ids}, required=(Requirement("probability", ids, says),))


def _argument(library: Library, content: Content) -> Asked:
    return Asked({"doubt": tuple(content["nodes"])})


def _turn(library: Library, content: Content) -> Asked:
    ids = (content["item"]["id"],)
    enough = Requirement("answer", ids, "answer the questions below the figures", all=True)
    return Asked({"answer": ids}, (content["item"],), enough=(enough,))


def _questions(library: Library, content: Content) -> Asked:
    """What any other part asks: the questions in it, wherever they stand. None of them is required."""
    items = tuple(_items_in(content))
    return Asked({"answer": _ids(items)} if items else {}, items)


def _items_in(value: Any) -> Iterable[Content]:
    if isinstance(value, Mapping) and value.keys() >= _ITEM:
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _items_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _items_in(inner)


def reported_item(item: Content) -> dict[str, Any]:
    """Return an item as a report names it: its question without tags, its lines and places by their ids, as shown."""
    lines = item.get("options", item.get("cards", item.get("lefts", [])))
    return {
        "prompt": plain_texts([item["prompt"]]),
        "key": item["key"]["kind"],
        "lines": list(_ids(lines)),
        "places": list(_ids(item.get("rights", item.get("bins", [])))),
    }


_ASKS: dict[str, Callable[[Library, Content], Asked]] = {
    "quiz/quiz.js": _quiz,
    "reader/reader.js": _reading,
    "claims/claims.js": _claims,
    "weighing/weighing.js": _weighing,
    "charts/chart.js": _chart,
    "forecasts/forecasts.js": _forecasts,
    "argument/argument.js": _argument,
    "turns/turns.js": _turn,
}
