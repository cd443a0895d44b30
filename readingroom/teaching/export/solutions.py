"""The right answer to a question, with its reasons, as HTML."""

from __future__ import annotations

import html
from collections.abc import Iterable

from .questions import Decoy, Essay, Figure, Ordering, Pick, Placing, Shape, Words, plain_number


def solution(shape: Shape) -> str:
    """Return the right answer in full, then what is said to the wrong ones."""
    match shape:
        case Pick(options=options):
            return listed(
                "ul",
                (f"{_sign(o.weight)} {_told(o.text, o.why)}" for o in sorted(options, key=lambda o: o.weight <= 0)),
            )
        case Ordering(lines=lines):
            return listed("ol", (_told(line.text, line.why) for line in lines))
        case Placing(cards=cards, decoys=decoys):
            placed = (_told(f"{card.text} \N{RIGHTWARDS ARROW} {html.escape(card.place)}", card.why) for card in cards)
            return listed("ul", placed) + misplaced(decoys)
        case Figure():
            near = f" (right within {plain_number(shape.tolerance)})" if shape.tolerance else ""
            right = _told(f"{plain_number(shape.answer)} {shape.unit}{near}".strip(), shape.why)
            return f"<p>{right}</p>" + not_these(shape)
        case Words():
            return f"<p>{_told(html.escape('; or '.join(shape.forms)), shape.why)}</p>" + not_these(shape)
        case Essay():
            return f"<p><b>A model answer</b></p>{shape.model}" + rubric(shape)


def not_these(shape: Figure | Words) -> str:
    """Return what is said to wrong numbers or words that were foreseen."""
    if isinstance(shape, Figure):
        return _wrong(_told(f"{plain_number(wrong.value)}:", wrong.why) for wrong in shape.wrong)
    return _wrong(_told(f"{html.escape('; '.join(wrong.forms))}:", wrong.why) for wrong in shape.wrong)


def misplaced(decoys: Iterable[Decoy]) -> str:
    """Return what is said to whoever used a place where nothing belongs."""
    return _wrong(_told(html.escape(decoy.place), decoy.why) for decoy in decoys)


def rubric(essay: Essay) -> str:
    """Return the rubric: each criterion with the points of its levels."""
    return "".join(
        f"<p><b>{criterion.text}</b></p>" + listed("ul", (f"{points}: {text}" for points, text in criterion.levels))
        for criterion in essay.rubric
    )


def listed(tag: str, lines: Iterable[str]) -> str:
    """Return lines of HTML as a list."""
    return f"<{tag}>" + "".join(f"<li>{line}</li>" for line in lines) + f"</{tag}>"


def _wrong(lines: Iterable[str]) -> str:
    found = list(lines)
    return "<p>Not these:</p>" + listed("ul", found) if found else ""


def _told(what: str, why: str) -> str:
    return f"<b>{what}</b> {why}"


def _sign(weight: float) -> str:
    return "\N{CHECK MARK}" if weight > 0 else "\N{BALLOT X}"
