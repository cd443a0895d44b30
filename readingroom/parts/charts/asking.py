"""What a chart of trade can be asked: partners, flow, measure and years."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ...content import models as m
from ...content.errors import CourseError
from ...content.library import Library

FLOWS = ("both", "exports", "imports")
MEASURES = ("share", "value")


@dataclass(frozen=True)
class Question:
    """What is asked of a chart; None where that is left open."""

    partners: Any = None
    flow: Any = None
    since: Any = None
    until: Any = None
    measure: Any = None
    unknown: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether nothing is asked, so that the chart stands as it is."""
        return self == Question()


WORDS = ("partners", "flow", "since", "until", "measure")


def question_of(words: Mapping[str, Any]) -> Question:
    """Return the question that the named arguments of a call ask; a name that there is not waits for `asked_of`."""
    known = {name: value for name, value in words.items() if name in WORDS}
    return Question(**known, unknown=tuple(name for name in words if name not in WORDS))


@dataclass(frozen=True)
class Asked:
    """A sound question: ids of partners in the chart's order, and years."""

    partners: list[str]
    flow: str
    measure: str
    since: int
    until: int

    @property
    def view(self) -> str:
        """What of a partner's trade is drawn."""
        return f"{self.measure}-{self.flow}"


def asked_of(library: Library, about: m.Chart, question: Question) -> Asked:
    """Return what `question` asks of chart `about`; CourseError names all that is wrong with it at once."""
    ask = about.ask
    if not ask:
        raise CourseError(f"chart {about.id!r} shows one thing, and cannot be asked for partners, flow or years.")
    faults = [f"{name}=…: {_near(name, WORDS)}What can be asked: {', '.join(WORDS)}" for name in question.unknown]
    flow = _one_of("flow", question.flow or FLOWS[0], FLOWS, faults)
    measure = _one_of("measure", question.measure or MEASURES[0], MEASURES, faults)
    view = f"{measure}-{flow}"
    known = {partner.id: partner for partner in ask.partner}
    if question.partners is None:
        partners = [name for name, partner in known.items() if view in partner.columns]
    else:
        partners = _partners(question.partners, ask, faults)
        if flow and measure:
            faults += [_unknown_view(known[name], view) for name in partners if view not in known[name].columns]
    first, last = years_known(library, ask)
    since = _year("since", question.since, first, first, last, faults)
    until = _year("until", question.until, last, first, last, faults)
    if since >= until and not any(fault.startswith(("since", "until")) for fault in faults):
        faults.append(f"since={since} is not before until={until}")
    if faults:
        raise CourseError(
            f"chart {about.id!r} cannot be asked like this:\n" + "\n".join(f"  {fault}" for fault in faults)
        )
    return Asked([name for name in known if name in partners], flow, measure, since, until)


def years_known(library: Library, ask: m.Ask) -> tuple[int, int]:
    """Return the first and the last year of which anything is known."""
    dates = [
        date
        for partner in ask.partner
        for column in partner.columns.values()
        for date, _ in library.table(partner.series).points(column)
    ]
    return int(min(dates)), int(max(dates))


def _one_of(name: str, given: Any, known: Iterable[str], faults: list[str]) -> str:
    known = list(known)
    if given in known:
        return str(given)
    faults.append(f"{name}={given!r}: {_near(given, known)}{name} is one of {', '.join(known)}")
    return ""


def _near(given: Any, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(str(given).lower(), list(known), n=1, cutoff=0.5)
    return f"did you mean {near[0]!r}? " if near else ""


def _partners(given: Any, ask: m.Ask, faults: list[str]) -> list[str]:
    names = {key: p.id for p in ask.partner for key in (p.id, p.label.lower())}
    asked = [given] if isinstance(given, str) else list(given) if isinstance(given, list | tuple | set) else []
    if not asked:
        faults.append(
            'partners: name at least one, as in partners=["Germany"]'.replace("Germany", ask.partner[0].label)
        )
    labels = ", ".join(partner.label for partner in ask.partner)
    found = []
    for name in asked:
        if known := names.get(str(name).strip().lower()):
            found.append(known)
        else:
            near = difflib.get_close_matches(str(name).lower(), names, n=1, cutoff=0.5)
            label = next((p.label for p in ask.partner if near and p.id == names[near[0]]), "")
            hint = f"did you mean {label!r}? " if label else ""
            faults.append(f"partners: no figures for {name!r}; {hint}Here are {labels}")
    return found


def _unknown_view(partner: m.Partner, view: str) -> str:
    views = ", ".join(sorted(" of ".join(each.split("-")) for each in partner.columns))
    return f"partners: of {partner.label} the {' of '.join(view.split('-'))} is not known here, only {views}"


def _year(name: str, given: Any, default: int, first: int, last: int, faults: list[str]) -> int:
    if given is None:
        return default
    try:
        year = int(str(given))
    except ValueError:
        faults.append(f"{name}={given!r} is no year; write {name}={default}")
        return default
    if not first <= year <= last:
        faults.append(f"{name}={year} lies outside the figures, which go from {first} to {last}")
    return year
