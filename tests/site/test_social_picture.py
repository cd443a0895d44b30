"""The picture of a page that somebody sends to a friend."""

from __future__ import annotations

import re

import pytest

from readingroom.site.social_picture import PICTURE, add_pictures

PAGE = '<head>\n<meta name="twitter:card" content="summary">\n</head>\n<body></body>'


@pytest.fixture
def pages(tmp_path):
    """Two written pages of a course that has a picture."""
    (tmp_path / PICTURE).parent.mkdir(parents=True)
    (tmp_path / PICTURE).write_bytes(b"PNG")
    out = tmp_path / "out"
    out.mkdir()
    for name in ("index.html", "01-one.html"):
        (out / name).write_text(PAGE, encoding="utf-8")
    return [out / "index.html", out / "01-one.html"]


def told(page) -> dict[str, str]:
    """What a page tells of itself."""
    return dict(re.findall(r'<meta property="(\S+)" content="(.*?)">', page.read_text(encoding="utf-8")))


@pytest.mark.parametrize("home", ["https://example.org/course", "https://example.org/course/"])
def test_each_page_names_its_address_and_the_picture_s(tmp_path, pages, home):
    add_pictures(tmp_path, pages, home, "A & B")

    assert [told(page)["og:url"] for page in pages] == [
        "https://example.org/course/",
        "https://example.org/course/01-one.html",
    ]
    assert {told(page)["og:image"] for page in pages} == {"https://example.org/course/lesson.png"}
    assert {told(page)["og:image:alt"] for page in pages} == {"A page of A &amp; B"}
    assert (pages[0].parent / "lesson.png").read_bytes() == b"PNG"


def test_pages_whose_address_nobody_knows_name_no_picture(tmp_path, pages):
    add_pictures(tmp_path, pages, "", "A")

    assert [page.read_text(encoding="utf-8") for page in pages] == [PAGE, PAGE]


def test_a_course_without_a_picture_names_none(tmp_path, pages):
    (tmp_path / PICTURE).unlink()

    add_pictures(tmp_path, pages, "https://example.org", "A")

    assert [page.read_text(encoding="utf-8") for page in pages] == [PAGE, PAGE]
