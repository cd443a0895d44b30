"""Parts of a lesson as plain HTML: what stands on the page until, and unless, a script makes it answer."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import Any


def reading(content: dict[str, Any]) -> str:
    """Return a section's paragraphs with their notes; read-back.js takes the content out of this again."""
    return f"<h3>{_said(content['title'])}</h3>\n" + "\n".join(
        _paragraph(p, content["words"]["mark"]) for p in content["paragraphs"]
    )


def _paragraph(about: dict[str, Any], mark: str) -> str:
    notes = "\n".join(_note(note) for note in about["notes"])
    return (
        f'<article class="rr-paragraph" id="rr-p-{about["id"]}" tabindex="-1">\n<div '
        f'class="rr-text"><h4><span class="rr-number">{_said(mark)}{about["number"]}</span> '
        f'<span class="rr-role">{_said(about["role"])}</span></h4>\n<p '
        f'class="rr-gist">{about["gist"]}</p></div>\n<div class="rr-notes">{notes}</div></article>'
    )


def _note(note: dict[str, Any]) -> str:
    habit = f' <span class="rr-habit">habit: {_said(note["habit"])}</span>' if note["habit"] else ""
    kind = _said(note["kind"])
    return (
        f'<aside class="rr-note" data-kind="{kind}" data-level="{_said(note["level"])}" '
        f'data-habit="{_said(note["habit"])}">'
        '<p class="rr-note-head"><span class="rr-kind" '
        f'data-kind="{kind}">{kind}</span>{habit}</p><p>{note["html"]}</p>{_sources(note["sources"])}</aside>'
    )


def _sources(sources: list[str]) -> str:
    if not sources:
        return ""
    many = "1 source" if len(sources) == 1 else f"{len(sources)} sources"
    rows = "".join(f"<li>{source}</li>" for source in sources)
    return f'<details class="rr-sources"><summary>{many}</summary><ul>{rows}</ul></details>'


def questions(content: dict[str, Any]) -> str:
    """Return the questions of a quiz with their options: to think about, not to answer."""
    items = "".join(f"<li>{item['prompt']}{_options(item)}</li>" for item in content["items"])
    return f"<h3>{_said(content['title'])}</h3>\n<ol>{items}</ol>"


def _options(item: dict[str, Any]) -> str:
    options = [option["html"] for option in item.get("options", item.get("cards", item.get("lefts", [])))]
    return "<ul>" + "".join(f"<li>{option}</li>" for option in options) + "</ul>" if options else ""


def dates(title: str, events: Iterable[dict[str, Any]], section: str | None) -> str:
    """Return the events of a section, or those that mark the time, with their dates."""
    wanted = [event for event in events if (section in event["sections"] if section else event["marker"])]
    return listed(title, (f"<strong>{_said(event['words'])}:</strong> {_said(event['title'])}" for event in wanted))


def figures(head: dict[str, Any], foot: dict[str, Any]) -> str:
    """Return what a chart tests and shows, with the file of its figures; a guess is asked before anything is told."""
    shows = f"<p>{head['guess']['question']}</p>" if head["guess"] else f"<p>{head['shows']}</p>"
    return (
        f"<h3>{_said(head['title'])}</h3>\n<p><strong>The claim it tests: </strong>{head['claim']}</p>{shows}"
        f'<p><a href="figures/{foot["file"]}" download>The figures as a table (CSV)</a></p>'
    )


def argument(content: dict[str, Any]) -> str:
    """Return the steps of the argument, what carries each below it."""

    def branch(at: dict[str, Any]) -> str:
        node = content["nodes"][at["id"]]
        below = f"<ul>{''.join(map(branch, at['under']))}</ul>" if at["under"] else ""
        return f"<li><strong>{_said(node['label'])}</strong> {node['text']}{below}</li>"

    return f"<h3>{_said(content['title'])}</h3>\n<ul>{''.join(branch(root) for root in content['tree'])}</ul>"


def listed(title: str, texts: Iterable[str]) -> str:
    """Return a list of HTML lines under a title."""
    return f"<h3>{_said(title)}</h3>\n<ul>{''.join(f'<li>{text}</li>' for text in texts)}</ul>"


def elsewhere(title: str, says: str) -> str:
    """Return a kind word about what a plain page cannot do."""
    return f"<h3>{_said(title)}</h3>\n<p>{_said(says)}</p>"


def _said(text: str) -> str:
    return html.escape(str(text))
