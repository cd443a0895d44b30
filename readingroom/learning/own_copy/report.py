"""Says in words how much of the text a copy holds."""

from __future__ import annotations

from .alignment import Alignment


def report(alignment: Alignment, mark: str) -> str:
    """Return in words how much of the text a copy holds; `mark` stands before a paragraph's number."""
    order = {name: number for number, name in enumerate(alignment.order, start=1)}
    cut = [p.paragraph for p in alignment.placed if not p.whole]
    parts = [f"All {len(order)} paragraphs were found."]
    if alignment.missing:
        lacking = _listed(order, alignment.missing, mark)
        parts = [f"{len(alignment.placed)} of {len(order)} paragraphs were found; your copy lacks {lacking}."]
    if cut:
        parts.append(f"Only a part was found of {_listed(order, cut, mark)}.")
    if alignment.missing or cut:
        parts.append("A page may be missing or badly read; you can give the course a better copy at any time.")
    return " ".join(parts)


def refusal(alignment: Alignment, name: str, text: str) -> str:
    """Return why the file `name` was not taken, where `text` is what the course calls its text."""
    seen = {0: "none", 1: "only one"}.get(len(alignment.placed), f"only {len(alignment.placed)}")
    return (
        f"{name} does not look like {text}: of its {len(alignment.order)} paragraphs {seen} was recognised. "
        f"Nothing was kept. If it is {text}, its words in the file may be too badly read; try another copy."
    )


def _listed(order: dict[str, int], names: list[str], mark: str) -> str:
    """Paragraph numbers as a reader writes them, in runs: §3, §7 to §9."""
    runs: list[list[int]] = []
    for number in sorted(order[name] for name in names):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{mark}{run[0]}" + (f" to {mark}{run[-1]}" if len(run) > 1 else "") for run in runs)
