"""How far two markers agree, by criterion, and the texts on which they differ: a page and a table."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import mean

import msgspec

from ...spreadsheets import writing
from ...webpage import page
from .entries import Entry
from .kappa import weighted_kappa

NAME = "agreement"
_FEW = 30  # texts
_HOW = (
    "Kappa is 1 where the two always agree and 0 where they agree as often as chance would have it; here it weighs a "
    "difference by its square (Cohen's weighted kappa). It says nothing where all texts got the same points, and "
    f"little on fewer than {_FEW} texts. The means show whether one of the two is stricter."
)


class Agreement(msgspec.Struct, frozen=True):
    """The points that two markers gave to the same texts by one criterion, in pairs."""

    task: str
    criterion: str
    pairs: list[tuple[float, float]]

    def row(self) -> list[str]:
        """Return texts, texts with the same points, both means and kappa, as cells."""
        same = sum(one == two for one, two in self.pairs)
        kappa = weighted_kappa(self.pairs)
        means = [f"{mean(points):.2f}" for points in zip(*self.pairs, strict=True)]
        return [str(len(self.pairs)), str(same), *means, "" if kappa is None else f"{kappa:.2f}"]


def write_agreement(
    folder: Path, names: Sequence[str], agreement: Sequence[Agreement], entries: Mapping[str, Sequence[Entry]]
) -> list[str]:
    """Write agreement.html and agreement.csv into `folder`; return what to say about them."""
    head = ["task", "criterion", "texts", "same points", *(f"mean of {name}" for name in names), "kappa"]
    rows = [[each.task, each.criterion, *each.row()] for each in agreement]
    writing(folder / f"{NAME}.csv", [head, *rows])
    shown = page("How far two markers agree", _body(head, rows, entries))
    (folder / f"{NAME}.html").write_text(shown, encoding="utf-8", newline="\n")
    kappas = "; ".join(f"{row[1]} {row[-1] or 'no kappa, all the same'}" for row in rows)
    return [f"{folder / NAME}.html: how far {' and '.join(names)} agree (weighted kappa: {kappas})."]


def _body(head: Sequence[str], rows: Sequence[Sequence[str]], entries: Mapping[str, Sequence[Entry]]) -> str:
    parts = ["<h1>How far two markers agree</h1>", f"<p>{_HOW}</p>"]
    for task in dict.fromkeys(row[0] for row in rows):
        differing = [entry for entry in entries[task] if entry.given]
        parts += [f"<h2>{html.escape(task)}</h2>", _table(head[1:], [row[1:] for row in rows if row[0] == task])]
        parts.append(f"<p>Texts on which the two differ: {len(differing) or 'none'}.</p>")
        parts += [_text(entry) for entry in differing]
    return "".join(parts)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    top = "".join(f"<th scope='col'>{html.escape(cell)}</th>" for cell in head)
    cells = ["".join(f"<td>{html.escape(cell) or 'none'}</td>" for cell in row) for row in rows]
    lines = "".join(f"<tr>{line}</tr>" for line in cells)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{lines}</tbody></table>"


def _text(entry: Entry) -> str:
    who = " \N{MIDDLE DOT} ".join(filter(None, (entry.code, entry.name or entry.student)))
    return (
        f"<section><h3>{html.escape(who)}</h3><p class='text'>{html.escape(entry.given)}</p>"
        f"<details><summary>The text</summary><p class='text'>{html.escape(entry.text)}</p></details></section>"
    )
