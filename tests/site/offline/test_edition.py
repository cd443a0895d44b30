"""What a browser keeps of a site: every file that pages load, known by its digest."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from pathlib import Path

import pytest

from readingroom.content.library import Library
from readingroom.site.build import build
from readingroom.site.offline.edition import write_edition
from readingroom.site.scorm_page import write_scorm_page

TINY = Path(__file__).resolve().parents[2] / "tiny"


@pytest.fixture
def copy(site, tmp_path) -> Path:
    return Path(shutil.copytree(site, tmp_path / "site"))


def edition(site: Path) -> dict:
    said = re.match(r"globalThis\.edition=(.*);\n", (site / "worker.js").read_text(encoding="utf-8"))
    assert said
    return json.loads(said[1])


def test_every_file_that_pages_on_a_server_load_is_in_the_edition_with_its_digest(site):
    listed = edition(site)["core"] | edition(site)["late"]

    for name, digest in listed.items():
        assert hashlib.sha256((site / name).read_bytes()).hexdigest().startswith(digest)
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    left = {name for name in files - set(listed) if not name.endswith(".json.js")}
    assert left == {"worker.js", "manifest.json", "site/offline/lead-on.js"}


def test_what_a_reader_may_never_ask_for_is_not_fetched_before(site):
    late = edition(site)["late"]

    assert "site/plotly.min.js" in late
    assert {Path(name).suffix for name in late} <= {".js", ".csv", ".png"}


def test_another_word_on_a_page_is_another_edition_and_the_same_pages_are_the_same(copy):
    before = (copy / "worker.js").read_bytes()
    write_edition(Library(TINY), copy)
    again = (copy / "worker.js").read_bytes()
    page = copy / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("Contents", "Inside"), encoding="utf-8")
    write_edition(Library(TINY), copy)

    assert again == before != (copy / "worker.js").read_bytes()


def test_a_site_that_is_built_anew_lists_no_file_of_the_older_one(copy):
    (copy / "parts/old.js").write_text("", encoding="utf-8")
    build(TINY, copy)

    assert "parts/old.js" not in edition(copy)["core"]


def test_the_manifest_names_the_course_and_files_that_exist(site):
    manifest = json.loads((site / "manifest.json").read_text(encoding="utf-8"))

    assert manifest["short_name"] == Library(TINY).course.name
    assert (site / manifest["start_url"]).is_file() and (site / manifest["icons"][0]["src"]).is_file()


def test_a_page_names_its_worker_and_no_other_page_s_address_has_a_query(site):
    page = (site / "index.html").read_text(encoding="utf-8")

    assert 'data-worker="worker.js"' in page
    assert [found for found in re.findall(r'(?:src|href)="([^"]*)"', page) if "?" in found and "//" not in found] == []


def test_a_page_in_a_learning_system_has_no_worker(tmp_path):
    library = Library(TINY)
    lesson = next((TINY / "notebooks").glob("0*.ipynb")).stem
    page = write_scorm_page(library, lesson, "1.2", tmp_path)

    assert "data-worker" not in (tmp_path / page.address).read_text(encoding="utf-8")
    assert not (tmp_path / "worker.js").exists()
