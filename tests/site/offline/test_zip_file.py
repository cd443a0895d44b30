"""The site as one file to hand round."""

from __future__ import annotations

import os
import shutil
import time
import zipfile
from pathlib import Path

import pytest

from readingroom.content.library import Library
from readingroom.site.offline.zip_file import OPEN_FIRST, write_zip

NOON = 1_795_953_600  # seconds: 29 November 2026
TINY = Path(__file__).resolve().parents[2] / "tiny"


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(TINY)


@pytest.mark.slow
def test_all_lies_in_one_folder_the_page_to_open_beside_the_pages(library, site, tmp_path):
    with zipfile.ZipFile(write_zip(library, site, tmp_path / "course.zip")) as packed:
        packed.extractall(tmp_path)

    folder = tmp_path / library.course.id
    assert sorted(path.name for path in folder.iterdir()) == [OPEN_FIRST, "pages"]
    pages = {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    inside = folder / "pages"
    assert {path.relative_to(inside): path.read_bytes() for path in inside.rglob("*") if path.is_file()} == pages


def test_the_first_page_is_led_on_by_a_script_in_the_folder_and_says_without_it_what_to_do(library, site, tmp_path):
    with zipfile.ZipFile(write_zip(library, site, tmp_path / "course.zip")) as packed:
        first = packed.read(f"{library.course.id}/{OPEN_FIRST}").decode()
        script = packed.read(f"{library.course.id}/pages/site/offline/lead-on.js").decode()

    assert '<script src="pages/site/offline/lead-on.js">' in first and "Extract all" in first
    assert 'location.replace("pages/index.html")' in script


@pytest.mark.slow
def test_the_same_pages_make_the_same_bytes(library, site, tmp_path):
    first, second = (write_zip(library, site, tmp_path / name).read_bytes() for name in ("a.zip", "b.zip"))

    assert first == second


@pytest.mark.slow
def test_a_server_can_tell_by_their_dates_the_unpacked_files_of_two_editions(library, site, tmp_path):
    edition = shutil.copytree(site, tmp_path / "site")
    for path in edition.rglob("*"):
        os.utime(path, (NOON, NOON))

    with zipfile.ZipFile(write_zip(library, edition, tmp_path / "course.zip")) as packed:
        dates = {entry.date_time for entry in packed.infolist()}

    assert dates == {time.localtime(NOON)[:6]}


@pytest.mark.slow
def test_a_zip_beside_the_pages_does_not_hold_its_older_self(library, site, tmp_path):
    to = site / "course.zip"
    try:
        first, second = (write_zip(library, site, to).read_bytes() for _ in range(2))
    finally:
        to.unlink()

    assert first == second
    assert not list(site.glob("*.writing"))
