"""What teaching knows of the kinds, a module for each; the names of the modules are those of the kinds."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ...content.kinds import KINDS as CONTENT_KINDS
from .base import TeachingKind

KINDS: dict[str, TeachingKind[Any]] = {name: import_module(f"{__name__}.{name}").KIND for name in CONTENT_KINDS}
"""Every kind by the name it has in the files."""
