"""The sentences of the plan for the next hour."""

from __future__ import annotations

FEW = 5  # with fewer hand-ins a count can point to a person
NO_PUZZLE = "Nobody marked a paragraph as puzzling."
NO_SPLIT = "On no claim did two students vote differently."
NO_WRONG = "Nobody gave a wrong answer."
DO_PUZZLE = (
    "one student says in a sentence what the paragraph adds; another asks what is still unclear; then read it together "
    "once more."
)
DO_SPLIT = (
    "one minute for the best case of each vote (both stand with the claim in the lesson), then open the evidence, then "
    "vote again."
)
DO_WRONG = (
    "ask it again by show of hands, let neighbours with different answers talk for two minutes, ask once more; only "
    "then say why."
)
_NEXT = "The next lesson: its question before reading; what else they want to ask."


def says_how_many(size: int, complete: int) -> str:
    """Return how many handed in, and how many have done enough."""
    if not size:
        return "<p>Nobody has handed in yet.</p>"
    return f"<p>{size} handed in; {complete} of them have done what your rule asks.</p>"


def counted(count: int, whole: int, size: int, of: str) -> str:
    """Return a count with its whole; in a small class, words that point to nobody."""
    if size < FEW:
        return "at least one"
    return f"{count} of {whole} {of}"


def small_class(size: int) -> str:
    """Return what to say of a class in which a count would point to a person."""
    if not 0 < size < FEW:
        return ""
    return (
        f"<p><strong>Only {size} handed in.</strong> So few answers say little about a class, and a count could "
        "point to one student. This page therefore gives subjects for the hour, and no numbers.</p>"
    )


def plan(puzzled: bool, split: bool, wrong: bool) -> str:
    """Return a plan for 45 minutes of what there is to speak about."""
    steps = [
        (10, "The first paragraph under <em>What puzzled them</em>, read together.", puzzled),
        (15, "The first claim under <em>What split them</em>: both best cases, the evidence, a second vote.", split),
        (12, "The first question under <em>Sure and wrong</em>, asked again.", wrong),
    ]
    there = [(minutes, what) for minutes, what, is_there in steps if is_there]
    rest = 45 - sum(minutes for minutes, _ in there)
    rows = "".join(
        f"<tr><td>{minutes} minutes</td><td>{what}</td></tr>"
        for minutes, what in [
            *there,
            (rest, _NEXT),
        ]
    )
    return f"<table class='plan'><caption class='label'>A plan for 45 minutes</caption><tbody>{rows}</tbody></table>"
