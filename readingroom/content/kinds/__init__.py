"""The kinds of items and tasks, each in a module of this folder: found by looking, so that no list needs an edit."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Union

from ..models import Item
from .base import ContentKind


def _find() -> dict[str, ContentKind[Any]]:
    modules = (import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__))
    return {module.KIND.name: module.KIND for module in modules if hasattr(module, "KIND")}


KINDS = _find()
"""Every kind by the name it has in the files."""
ITEM_TYPES = [kind.item for kind in KINDS.values() if kind.item]
# The union is made at run time, so that msgspec chooses the record by its tag; to a type checker every item is an Item.
ANY_ITEM: Any = Union[tuple(ITEM_TYPES)]  # noqa: UP007 - the members are known at run time only
if TYPE_CHECKING:
    AnyItem = Item
else:
    AnyItem = ANY_ITEM
"""The type of a record's field that holds an item of any kind."""


def kind_name(item: Item) -> str:
    """Return the name of an item's kind, as its file has it."""
    return str(type(item).__struct_config__.tag)


def kind_of(item: Item) -> ContentKind[Any]:
    """Return an item's kind."""
    return KINDS[kind_name(item)]


@cache
def kind_of_task(name: str) -> ContentKind[Any]:
    """Return the kind of tasks called `name`."""
    return KINDS[name]
