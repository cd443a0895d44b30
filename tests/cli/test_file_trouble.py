"""On a full disk the folder that is full is named, and what to do."""

import errno
from pathlib import Path

from readingroom.cli.file_trouble import trouble_with_files


def test_a_full_disk_is_named_by_the_folder_that_was_to_be_written():
    copied = OSError(
        errno.ENOSPC, "No space left on device", "/elsewhere/plotly.min.js", None, "/small/site/plotly.min.js"
    )

    says = trouble_with_files(copied, "site", Path("/small/site"))

    assert "no room left on the disk of /small/site" in says
    assert "--out" in says and "plotly" not in says


def test_without_a_folder_of_its_own_it_is_the_one_of_the_file():
    written = OSError(errno.ENOSPC, "No space left on device", "/small/plan.html")

    assert "no room left on the disk of /small," in trouble_with_files(written, "report", None)


def test_any_other_trouble_names_the_file():
    assert (
        trouble_with_files(PermissionError(13, "Permission denied", "a.csv"), "mark", None)
        == "a.csv: Permission denied"
    )
