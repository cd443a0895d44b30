"""A short item: what is said to foreseen mistakes."""

from __future__ import annotations

from ....content.kinds.short import Short
from ....content.library import Library
from ...base.prose import inline
from .base import Content, PartKind


class ShortPart(PartKind[Short]):
    """A short item: what is said to foreseen mistakes."""

    def item_content(self, library: Library, item: Short) -> Content:
        return {
            "why": inline(library, item.why),
            "otherwise": inline(library, item.otherwise),
            "mistakes": [{"answers": list(x.answers), "why": inline(library, x.why)} for x in item.mistake],
        }


KIND = ShortPart()
