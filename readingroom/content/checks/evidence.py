"""What the course rests on: what was not looked up, and who speaks in its sources."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from typing import get_args
from urllib.parse import urlsplit

from .. import models as m
from ..library import Library
from .references import texts

REMARK = re.compile(r"general\s+knowledge|not\s+(?:checked|confirmed)", re.IGNORECASE)
# Their authors are unknown and their text changes: what they say is cited from the sources that they name.
OPEN_ENCYCLOPAEDIAS = (
    "alchetron.com",
    "calendarz.com",
    "dbpedia.org",
    "en-academic.com",
    "everipedia.org",
    "fandom.com",
    "infogalactic.com",
    "kiddle.co",
    "wiki2.org",
    "wikia.com",
    "wikimili.com",
    "wikipedia.org",
    "wikisource.org",
    "wikiwand.com",
)
_COUNTED = ("event", "claim")


def evidence(library: Library) -> str:
    """Return a line each on what was not looked up, the sources by kind, and the encyclopaedias among them."""
    events = [event.id for event in library.events.values() if event.unverified]
    claims = [claim.id for claim in library.claims.values() if claim.unverified]
    remarks = Counter(remarks_in_prose(library))
    kinds = Counter(source.kind for source in library.sources.values())
    return "\n".join(
        (
            f"unverified events: {_named(events)}",
            f"unverified claims: {_named(claims)}",
            f"remarks in prose that something is not checked: {_counted(remarks)}",
            f"sources: {', '.join(f'{kinds[kind]} {kind}' for kind in get_args(m.SourceKind))}",
            f"open encyclopaedias and their copies: {_named(encyclopaedias(library))}",
        )
    )


def remarks_in_prose(library: Library) -> Iterator[str]:
    """Yield the file of each text that says so; events and claims have a field for it and are counted by that."""
    for path in sorted((library.root / "data").rglob("*.toml")):
        for table, rows in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for field, text in texts(rows):
                has_field = table in _COUNTED and field.endswith(".unverified")
                if REMARK.search(text) and not has_field:
                    yield path.relative_to(library.root).as_posix()


def encyclopaedias(library: Library) -> list[str]:
    """Return the sources that stand on the page of an encyclopaedia which anybody edits, or of a copy."""
    return [source.id for source in library.sources.values() if _is_open_encyclopaedia(source.url)]


def _is_open_encyclopaedia(url: str) -> bool:
    host = f".{(urlsplit(url).hostname or '').rstrip('.')}"
    return host.endswith(tuple(f".{each}" for each in OPEN_ENCYCLOPAEDIAS))


def _named(names: list[str]) -> str:
    return f"{len(names)} ({', '.join(names)})" if names else "none"


def _counted(files: Counter[str]) -> str:
    named = ", ".join(f"{file} {many}" for file, many in sorted(files.items()))
    return f"{files.total()} ({named})" if files else "none"
