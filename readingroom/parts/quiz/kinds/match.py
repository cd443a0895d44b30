"""A match item: left sides in order, right sides and decoys in a shuffle."""

from __future__ import annotations

from ....content.kinds.match import Match
from ....content.library import Library
from ....content.tasks import Task
from ....learning.ordering import shuffled
from ...base.prose import inline
from .base import Content, PartKind, with_html, with_text


class MatchPart(PartKind[Match]):
    """A match item: left sides in order, right sides and decoys in a shuffle."""

    def item_content(self, library: Library, item: Match) -> Content:
        rights: list[Content] = [{"id": pair.id, "text": library.text(pair.right)} for pair in item.pair]
        decoys: list[Content] = [
            {"id": d.id, "text": library.text(d.right), "why": inline(library, d.why), "decoy": True}
            for d in item.decoy
        ]
        lefts = [{"id": p.id, "html": inline(library, p.left), "why": inline(library, p.why)} for p in item.pair]
        return {"lefts": lefts, "rights": shuffled(item.id, rights + decoys)}

    def task_content(self, library: Library, task: Task) -> Content:
        return {"lefts": with_html(library, task.left), "rights": with_text(library, task.right)}


KIND = MatchPart()
