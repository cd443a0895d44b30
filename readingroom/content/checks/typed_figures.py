"""Typed figures: a figure in prose that is no reference must be declared in data/figures.toml.

A declaration either gives an expression, whose value is compared with the figure, or the reason why there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ..errors import ContentError, Fault
from ..expressions import evaluate
from ..library import Library
from ..models import Id, Record, Text
from ..references import REFERENCE, Lookup, UnknownReferenceError

FILE = "data/figures.toml"


class TypedFigure(Record, frozen=True, kw_only=True):
    """Words that hold a figure: either `reckoned`, an expression to compare it with, or `why` there is none.

    The expression must equal the number in the words, to the decimals written, or lie from `at_least` to `at_most`.
    Without `records` the declaration holds wherever the words stand.
    """

    words: Text
    records: list[Id] = []
    reckoned: str = ""
    at_least: float | None = None
    at_most: float | None = None
    why: str = ""


Texts = list[tuple[str, str, str, str]]
"""(file, label of the record, id of the record, text without its references)"""

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_MEASURE = r"(?:per cent|percent|billions?|millions?|barrels|warheads|roubles|terawatt-hours)"
_TYPED = [
    re.compile(pattern, re.I)
    for pattern in (
        r"(?<![\w.,/-])\d+(?:,\d{3})*\.\d+(?![\w/-])",  # a decimal
        rf"(?<![\w.,/-]){_NUMBER}(?=[\s-]{_MEASURE}\b)",  # a number of something measured
        rf"\b(?:about|around|roughly|nearly|almost|over|under|more than|less than) ({_NUMBER})"
        r"(?=[.,;:)](?!\d)|$| (?:or|out|of|in|by|per|to)\b)",  # "just under 4 or"
        rf"\b(?:one(?: part)? in|out of) (?:about )?({_NUMBER})(?![\w-])",  # a share in words
    )
]
_DIGIT = re.compile(r"\d")
_LARGE = re.compile(r"(?<![\w.,/-])(?:\d{1,3}(?:,\d{3})+|\d{4,})(?![\w-]|\.\d)")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_NAMED = re.compile(r"(?:Resolutions?|Decree|Law|Directive)\s$")


def figure_faults(library: Library, texts: Texts, whole: bool = True) -> list[Fault]:
    """Return a fault for every figure in `texts` that is not declared, and for every declaration that does not hold.

    Only if `texts` are the `whole` content is it checked that declared words still stand somewhere.
    """
    try:
        declarations, _ = library.sound_rows("figures", "figure", TypedFigure)
    except ContentError as error:
        return list(error.faults)
    values = _printed_values(library)
    places = _by_record(texts) if whole else None
    faults = [
        fault
        for number, entry in enumerate(declarations, start=1)
        for fault in _declaration_faults(number, entry, places, library.table)
    ]
    for file, label, name, text in texts:
        if not _DIGIT.search(text):
            continue
        spans = [
            span
            for entry in declarations
            if not entry.records or name in entry.records
            for span in _spans(entry.words, text)
        ]
        faults += [
            Fault(file, label, "", f"{number!r} is typed: {_advice(number, values)}")
            for number, start, end in _typed(text, values)
            if not any(first <= start and end <= last for first, last in spans)
        ]
    return list(dict.fromkeys(faults))


@lru_cache(maxsize=10_000)
def without_references(text: str) -> str:
    """Return `text` on one line with an ellipsis for each reference."""
    return REFERENCE.sub("\N{HORIZONTAL ELLIPSIS}", " ".join(text.split()))


def _by_record(texts: Texts) -> dict[str, list[str]]:
    """The texts of each record, by its id."""
    places: dict[str, list[str]] = {}
    for _, _, name, text in texts:
        places.setdefault(name, []).append(text)
    return places


def _printed_values(library: Library) -> dict[str, str]:
    """Every figure of every series as prose would write it, with the reference to it; the last of equals wins."""
    values: dict[str, str] = {}
    try:
        names = list(library.series)
    except ContentError:
        return values  # the series' own faults are reported already
    for name in names:
        try:
            table = library.table(name)
        except ContentError:
            continue
        for column in table.values:
            for date, value in table.points(column):
                reference = f"{{series:{name}.{column}:{date}}}"
                for decimals in (0, 1, 2):
                    values[f"{abs(value):.{decimals}f}"] = reference
                    if abs(value) >= 1000:
                        values.setdefault(f"{abs(value) / 1000:.{decimals}f}", reference.replace("}", "/1000}"))
    return values


def _typed(text: str, values: dict[str, str]) -> Iterator[tuple[str, int, int]]:
    """The typed figures of a text: (figure, where it starts, where it ends)."""
    yield from _measured(text)
    for match in _LARGE.finditer(text):
        of_a_series = match[0].replace(",", "") in values
        if of_a_series and not _YEAR.fullmatch(match[0]) and not _NAMED.search(text[: match.start()]):
            yield match[0], *match.span()


@lru_cache(maxsize=10_000)
def _measured(text: str) -> list[tuple[str, int, int]]:
    """The figures that their form or the words around them show to be measured."""
    return [
        (match[group], *match.span(group))
        for pattern in _TYPED
        for group in [1 if pattern.groups else 0]
        for match in pattern.finditer(text)
        if not _YEAR.fullmatch(match[group])
    ]


def _advice(number: str, values: dict[str, str]) -> str:
    digits = number.replace(",", "")
    reference = values.get(digits) if len(digits.strip("0").replace(".", "")) > 1 else None
    advice = f"write a reference, perhaps {reference}" if reference else "write a reference if it is a series' figure"
    return f"{advice}; or declare it in {FILE}, reckoned or with a reason"


def _spans(words: str, text: str) -> Iterator[tuple[int, int]]:
    if words not in text:
        return
    for match in re.finditer(rf"(?<![\w.,])(?<!\d-){re.escape(words)}(?!\w|[.,]\d)", text):
        yield match.span()


def _declaration_faults(
    number: int, entry: TypedFigure, places: dict[str, list[str]] | None, table_of: Lookup
) -> Iterator[Fault]:
    def fault(field: str, message: str) -> Fault:
        return Fault(FILE, f"figure {number} ({entry.words})", field, message)

    if bool(entry.reckoned) == bool(entry.why):
        yield fault("reckoned", "a figure is either reckoned from series or has a reason why not")
    for record in entry.records or [""]:
        if places is not None and not _stands(entry.words, places, record):
            place = f"in no text of {record}" if record else "nowhere"
            yield fault("words", f"stand {place} any more; take them out here too")
    if not entry.reckoned:
        return
    try:
        value = evaluate(entry.reckoned, table_of)
    except UnknownReferenceError as error:
        yield fault("reckoned", str(error))
    except ContentError:
        return  # the series file's own fault is reported already
    else:
        if not _agrees(entry, value):
            place = f" of {', '.join(entry.records)}" if entry.records else ""
            yield fault("words", f"the data now give {value:.4g}; let the prose{place} follow")


def _stands(words: str, places: dict[str, list[str]], record: str) -> bool:
    """Whether the words stand in a text of `record`, or without one in any text."""
    texts = places.get(record, []) if record else (text for of_record in places.values() for text in of_record)
    return any(next(_spans(words, text), None) for text in texts)


def _agrees(entry: TypedFigure, value: float) -> bool:
    if entry.at_least is not None or entry.at_most is not None:
        return (entry.at_least is None or value >= entry.at_least) and (entry.at_most is None or value <= entry.at_most)
    numbers = re.findall(_NUMBER, entry.words)
    if len(numbers) != 1:
        return False
    decimals = len(numbers[0].partition(".")[2])
    return bool(abs(value - float(numbers[0].replace(",", ""))) <= 0.5 * 10**-decimals + 1e-9)


def prose(file: str, label: str, name: str, fields: Iterable[tuple[str, str]]) -> Texts:
    """Return the texts of a record in which a figure could stand; `fields` are its (field, text)."""
    if file == _NO_FIGURES:
        return []
    return [(file, label, name, without_references(text)) for field, text in fields if _may_hold_figures(field)]


# A source's title is what its publisher called it.
_NO_FIGURES = "data/sources.toml"
_NO_PROSE = re.compile(
    r"(?:^|\.| )(?:id|url|address|date|start|end|by|check|reference|vintage|bin|paragraphs?|sources|series|events|tests"
    r"|sections|aliases|supports|doubts|reckoned)(?: \d+)?$"
)


@lru_cache(maxsize=10_000)
def _may_hold_figures(field: str) -> bool:
    return not _NO_PROSE.search(field)
