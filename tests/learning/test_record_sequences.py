"""Nothing called saved is lost in any sequence of entries, faults, damage and kernels that come and go."""

from __future__ import annotations

import os

import pytest
from record_sequences import Day

# READINGROOM_DAYS=2000 tries so many; it takes minutes.
DAYS = int(os.environ.get("READINGROOM_DAYS", "15"))


@pytest.mark.parametrize("seed", range(DAYS))
def test_a_random_day_loses_nothing(tmp_path, seed):
    day = Day(tmp_path, seed)

    day.live(20)

    day.check()
