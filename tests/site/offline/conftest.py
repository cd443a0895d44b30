"""What the tests of pages without a server share."""

from __future__ import annotations

from pathlib import Path

import pytest

from readingroom.site.build import build

TINY = Path(__file__).resolve().parents[2] / "tiny"


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """The site of the small course; whoever writes into it takes a copy."""
    out = tmp_path_factory.mktemp("site")
    build(TINY, out)
    return out
