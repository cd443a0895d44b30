"""Typed figures: a figure that is not a reference must be declared in data/figures.toml, and one reckoned from a series is compared with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ..errors import ContentError, Fault
from ..expressions import reckon
from ..library import Library
from ..models import Id, Record, Text
from ..references import REFERENCE, Lookup, UnknownReferenceError

FILE = "data/figures.toml"


class TypedFigure(Record, kw_only=True):
    """Words that hold a figure: either `reckoned` from series, and compared, or not from a series for the reason `why`.

    A reckoned figure must equal the number in the words, to the decimals written, or lie from `at_least` to `at_most`.
    Without `records` it holds wherever the words stand.
    """

    words: Text
    records: list[Id] = []
    reckoned: str = ""
    at_least: float | None = None
    at_most: float | None = None
    why: str = ""


Texts = list[tuple[str, str, str, str]]  # file, record's label, record's id, text with its references taken out

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_MEASURE = r"(?:per cent|percent|billions?|millions?|barrels|warheads|roubles|terawatt-hours)"
_TYPED = [
    re.compile(pattern, re.I)
    for pattern in (
        r"(?<![\w.,/-])\d+(?:,\d{3})*\.\d+(?![\w/-])",  # a decimal
        rf"(?<![\w.,/-]){_NUMBER}(?=[\s-]{_MEASURE}\b)",  # a number of something measured
        rf"\b(?:about|around|roughly|nearly|almost|over|under|more than|less than) ({_NUMBER})(?=[.,;:)](?!\d)|$| (?:or|out|of|in|by|per|to)\b)",  # "just under 4 or"
        rf"\b(?:one(?: part)? in|out of) (?:about )?({_NUMBER})(?![\w-])",  # a share in words
    )
]
_LARGE = re.compile(r"(?<![\w.,/-])(?:\d{1,3}(?:,\d{3})+|\d{4,})(?![\w-]|\.\d)")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_NAMED = re.compile(r"(?:Resolutions?|Decree|Law|Directive)\s$")


def figure_faults(library: Library, texts: Texts, whole: bool = True) -> list[Fault]:
    """Return a fault for every figure in `texts` that is neither a reference nor declared, and for every declaration that does not hold.

    Whether declared words still stand somewhere is asked only if `texts` are the whole content.
    """
    try:
        declared = library._rows("figures", "figure", TypedFigure)
    except ContentError as error:
        return list(error.faults)
    values = _printed_values(library)
    found = [
        fault
        for number, entry in enumerate(declared, start=1)
        for fault in _declaration_faults(number, entry, texts if whole else None, library.table)
    ]
    for file, label, name, text in texts:
        spans = [
            span
            for entry in declared
            if not entry.records or name in entry.records
            for span in _spans(entry.words, text)
        ]
        found += [
            Fault(file, label, "", f"{number!r} is typed: {_advice(number, values)}")
            for number, start, end in _typed(text, values)
            if not any(first <= start and end <= last for first, last in spans)
        ]
    return list(dict.fromkeys(found))


def without_references(text: str) -> str:
    """Return `text` on one line with an ellipsis for each reference."""
    return REFERENCE.sub("\N{HORIZONTAL ELLIPSIS}", " ".join(text.split()))


def _printed_values(library: Library) -> dict[str, str]:
    """Every figure of every series as prose would write it, with the reference that writes it; the last of equals wins."""
    values: dict[str, str] = {}
    for name in library.series:
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
    for pattern in _TYPED:
        for found in pattern.finditer(text):
            group = 1 if pattern.groups else 0
            if not _YEAR.fullmatch(found[group]):
                yield found[group], *found.span(group)
    for found in _LARGE.finditer(text):
        if (
            found[0].replace(",", "") in values
            and not _YEAR.fullmatch(found[0])
            and not _NAMED.search(text[: found.start()])
        ):
            yield found[0], *found.span()


def _advice(number: str, values: dict[str, str]) -> str:
    digits = number.replace(",", "")
    reference = values.get(digits) if len(digits.strip("0").replace(".", "")) > 1 else None
    like = f"write a reference, perhaps {reference}" if reference else "write a reference if it is a series' figure"
    return f"{like}; or declare it in {FILE}, reckoned or with a reason"


def _spans(words: str, text: str) -> Iterator[tuple[int, int]]:
    if words not in text:
        return
    for found in re.finditer(rf"(?<![\w.,])(?<!\d-){re.escape(words)}(?!\w|[.,]\d)", text):
        yield found.span()


def _declaration_faults(number: int, entry: TypedFigure, texts: Texts | None, table_of: Lookup) -> Iterator[Fault]:
    def fault(field: str, says: str) -> Fault:
        return Fault(FILE, f"figure {number} ({entry.words})", field, says)

    if bool(entry.reckoned) == bool(entry.why):
        yield fault("reckoned", "a figure is either reckoned from series or has a reason why not")
    here = [(name, text) for _, _, name, text in texts or [] if not entry.records or name in entry.records]
    for record in entry.records or [""]:
        if texts is not None and not any(
            next(_spans(entry.words, text), None) for name, text in here if not record or name == record
        ):
            yield fault(
                "words", f"stand {'in no text of ' + record if record else 'nowhere'} any more; take them out here too"
            )
    if not entry.reckoned:
        return
    try:
        value = reckon(entry.reckoned, table_of)
    except UnknownReferenceError as trouble:
        yield fault("reckoned", str(trouble))
    except ContentError:
        return  # the series file's own fault is reported already
    else:
        if not _agrees(entry, value):
            yield fault(
                "words",
                f"the data now give {value:.4g}; let the prose{' of ' + ', '.join(entry.records) if entry.records else ''} follow",
            )


def _agrees(entry: TypedFigure, value: float) -> bool:
    if entry.at_least is not None or entry.at_most is not None:
        return (entry.at_least is None or value >= entry.at_least) and (entry.at_most is None or value <= entry.at_most)
    numbers = re.findall(_NUMBER, entry.words)
    if len(numbers) != 1:
        return False
    decimals = len(numbers[0].partition(".")[2])
    return abs(value - float(numbers[0].replace(",", ""))) <= 0.5 * 10**-decimals + 1e-9


def prose(
    file: str, rows: Iterable[tuple[str, str, Any]], texts_of: Callable[[Any], Iterable[tuple[str, str]]]
) -> Texts:
    """Return the texts of `rows` (label, id, record) in which a figure could stand."""
    return (
        []
        if file == _NO_FIGURES
        else [
            (file, label, name, without_references(text))
            for label, name, row in rows
            for field, text in texts_of(row)
            if not _NO_PROSE.search(field)
        ]
    )


# A source's title is what its publisher called it.
_NO_FIGURES = "data/sources.toml"
_NO_PROSE = re.compile(
    r"(?:^|\.| )(?:id|url|date|start|end|by|check|reference|vintage|bin|paragraphs?|sources|series|events|tests|sections|aliases|supports|doubts|reckoned)(?: \d+)?$"
)
