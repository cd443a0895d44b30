"""Names the entries that are kept although something about them cannot be right."""

from __future__ import annotations

from collections.abc import Iterable

from .lines import Entry
from .order import is_possible


def doubts(entries: Iterable[Entry], latest: str, halves: int) -> list[str]:
    """Return a sentence for impossible times and one for halves of characters, where there are any.

    `halves` says how many entries hold such halves.
    """
    impossible = [entry["at"] for entry in entries if not is_possible(entry["at"], latest)]
    return [*([_impossible_times(impossible)] if impossible else []), *([_halves(halves)] if halves else [])]


def _impossible_times(times: list[str]) -> str:
    one = f"an entry of your record has a time that cannot be right ({times[0]})"
    many = f"{len(times)} entries of your record have a time that cannot be right (one of them {times[0]})"
    return (
        f"{one if len(times) == 1 else many}: the clock of the computer was wrong. Nothing is lost, and what you did "
        "later counts as later; see that the clock is right now"
    )


def _halves(count: int) -> str:
    one, many = "an entry of your record holds", f"{count} entries of your record hold"
    return (
        f"{one if count == 1 else many} half a character, as of an emoji cut in two. It is kept as it is; "
        "\N{REPLACEMENT CHARACTER} is shown in its place"
    )
