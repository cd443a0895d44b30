"""A response and the right answer in words, for whoever reads a feedback page; all as HTML."""

from __future__ import annotations

import html
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from ...content.exercise import Key, Task
from ...content.library import Library
from ...content.prose import inline
from ...learning.ordering import opening_sentence
from ...learning.scoring import fraction

# The same lines and reasons stand on the page of every student who was asked the same.
_inline = lru_cache(maxsize=16384)(inline)

NOTHING = "<p class='faint'>No answer.</p>"


def given(library: Library, task: Task, response: Any) -> str:
    """Return a student's response to `task`, in the exercise's own names, as they would recognise it."""
    words = _words(library, task)
    match task.kind:
        case "choice" | "passage" | "choices":
            return _list(words.get(name, html.escape(str(name))) for name in _names(response)) or NOTHING
        case "order":
            return _list((words.get(name, html.escape(str(name))) for name in _names(response)), "ol") or NOTHING
        case "match" | "sort":
            placed = response if isinstance(response, dict) else {}
            return (
                _list(
                    f"{words.get(card, html.escape(card))} \N{RIGHTWARDS ARROW} <strong>{words.get(str(place), html.escape(str(place)))}</strong>"
                    for card, place in placed.items()
                    if place
                )
                or NOTHING
            )
        case "table":
            return _table(library, task, response)
    text = str(response or "").strip()
    unit = _unit(task) if text else ""
    return f"<p class='text'>{html.escape(text)}{unit}</p>" if text else NOTHING


def right(library: Library, task: Task, key: Key, answer: dict[str, Any]) -> str:
    """Return the right answer to `task`; of a written task there is none."""
    words = _words(library, task)
    match answer["kind"]:
        case "one" | "several":
            return _list(words[name] for name in answer["right"])
        case "order":
            return _list((words[name] for name in answer["right"]), "ol")
        case "place":
            return _list(
                f"{words[card]} \N{RIGHTWARDS ARROW} <strong>{words[place]}</strong>"
                for card, place in answer["right"].items()
            )
        case "number":
            return f"<p>{number(answer['right'], task.decimals, task.unit)}{_unit(task)}</p>"
        case "short":
            return f"<p>{html.escape(answer['right'][0])}</p>"
        case "table":
            return _table(
                library,
                task,
                {
                    row: {c.id: number(cells[c.id], c.decimals, c.unit) for c in task.column}
                    for row, cells in answer["right"].items()
                },
            )
    return ""


def reasons(library: Library, task: Task, key: Key, answer: dict[str, Any], response: Any) -> list[str]:
    """Return what the key says to this response: on each line chosen or misplaced, on a known wrong road, and to all."""
    whys = {option.id: option.why for option in key.option}
    touched = _touched(task, answer, response)
    words = _words(library, task)
    said = [
        f"<em>{words[name]}</em><br>{_inline(library, whys[name])}"
        for name in touched
        if name in whys and name in words
    ]
    said += [
        _inline(library, mistake.why)
        for mistake in key.mistake
        if _taken(library, task, answer, mistake.answers, response)
    ]
    return [*said, _inline(library, key.why)] if key.why.strip() else said


def number(value: float, decimals: int | None, unit: str = "") -> str:
    """Return a figure as prose writes it; a year has no thousands mark."""
    text = f"{value:,.{decimals}f}" if decimals is not None else f"{value:,g}"
    return (text.replace(",", "") if unit == "year" else text).replace("-", "\N{MINUS SIGN}")


def _unit(task: Task) -> str:
    return f" {html.escape(task.unit)}" if task.unit and task.unit != "year" else ""


def _words(library: Library, task: Task) -> dict[str, str]:
    lines = [*task.option, *task.left, *task.right, *task.card, *task.bin]
    return {line.id: _inline(library, line.text) for line in lines} | {
        p: _inline(library, opening_sentence(library, p)) for p in task.passage
    }


def _names(response: Any) -> list[Any]:
    return response if isinstance(response, list) else [response] if response not in (None, "") else []


def _touched(task: Task, answer: dict[str, Any], response: Any) -> list[str]:
    if task.kind in ("match", "sort"):
        placed = response if isinstance(response, dict) else {}
        return [card for card, place in answer["right"].items() if placed.get(card) != place]
    if task.kind == "order":
        said, want = _names(response), answer["right"]
        return [name for at, name in enumerate(want) if at >= len(said) or said[at] != name]
    if task.kind == "choices":
        chosen = set(map(str, _names(response)))
        return [
            name
            for name in dict.fromkeys((*map(str, _names(response)), *answer["right"]))
            if (name in chosen) != (name in answer["right"]) or name in chosen
        ]
    return [str(name) for name in _names(response)] if task.kind in ("choice", "passage") else []


def _taken(library: Library, task: Task, answer: dict[str, Any], answers: list[str], response: Any) -> bool:
    if task.kind == "short":
        return bool(fraction({"kind": "short", "right": answers}, response))
    if task.kind not in ("number", "table"):
        return False
    cells = (
        [response]
        if task.kind == "number"
        else [cell for row in (response or {}).values() if isinstance(row, dict) for cell in row.values()]
        if isinstance(response, dict)
        else []
    )
    decimals = task.decimals if task.kind == "number" else max((c.decimals for c in task.column), default=0)
    wanted = [round(library.reckoned(text), decimals if decimals is not None else 6) for text in answers]
    return any(
        fraction({"kind": "number", "right": value, "tolerance": answer["tolerance"]}, cell)
        for value in wanted
        for cell in cells
    )


def _list(lines: Iterable[str], tag: str = "ul") -> str:
    items = "".join(f"<li>{line}</li>" for line in lines)
    return f"<{tag}>{items}</{tag}>" if items else ""


def _table(library: Library, task: Task, cells: Any) -> str:
    def cell(row: str, column: str) -> str:
        said = cells.get(row) if isinstance(cells, dict) else None
        return html.escape(str(said.get(column, ""))) if isinstance(said, dict) else ""

    head = "".join(
        f"<th scope='col'>{html.escape(library.text(c.text))}{f' ({html.escape(c.unit)})' if c.unit else ''}</th>"
        for c in task.column
    )
    body = "".join(
        f"<tr><th scope='row'>{html.escape(library.text(row.text))}</th>{''.join(f'<td>{cell(row.id, c.id)}</td>' for c in task.column)}</tr>"
        for row in task.row
    )
    return f"<div class='scroll' tabindex='0' role='group' aria-label='A table'><table><thead><tr><td></td>{head}</tr></thead><tbody>{body}</tbody></table></div>"
