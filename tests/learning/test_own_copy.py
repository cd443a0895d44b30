"""Taking a learner's copy from a file, keeping its words on this machine, and giving them to the reader."""

from __future__ import annotations

import html
import subprocess

import copies
import pytest

from readingroom.content.fingerprints import make, to_json
from readingroom.content.library import Library
from readingroom.learning.own_copy.errors import CopyError
from readingroom.learning.own_copy.readings import readings
from readingroom.learning.own_copy.report import report
from readingroom.learning.own_copy.store import remove_copy, words_of
from readingroom.learning.own_copy.take import take_copy
from readingroom.learning.record import Record
from readingroom.parts.own_copy.own_copy import own_copy
from readingroom.parts.reader.reader import reader


@pytest.fixture(scope="module")
def paragraphs(library):
    return copies.article(library)


@pytest.fixture
def our_course(course, paragraphs):
    """A course whose article is the stand-in."""
    (course / "data/fingerprints.json").write_text(to_json(make(copies.as_source(paragraphs))), encoding="utf-8")
    return course


def web_page(paragraphs) -> bytes:
    body = "".join(f"<p>{html.escape(text)[:20]}<em>{html.escape(text[20:])}</em></p>" for text in paragraphs.values())
    return (
        f"<!doctype html><html><head><title>A page</title><style>p {{ color: red }}</style></head><body><nav><ul><li>Home</li></ul></nav>"
        f"<script>let words = 'of no use';</script><article>{body}</article></body></html>"
    ).encode()


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["text", "utf-16", "html", "pdf", "pdf in columns", "pdf in columns by rows"])
def test_a_file_of_every_kind_gives_all_its_paragraphs(our_course, paragraphs, kind):
    pages = copies.printed(paragraphs, lines=110)
    name, data = {
        "text": ("copy.txt", copies.plain(paragraphs).encode()),
        "utf-16": ("copy.txt", copies.plain(paragraphs).encode("utf-16")),
        "html": ("copy.html", web_page(paragraphs)),
        "pdf": ("copy.pdf", copies.pdf(copies.printed(paragraphs, width=90, lines=55))),
        "pdf in columns": ("copy.pdf", copies.pdf(pages, columns=2)),
        "pdf in columns by rows": ("copy.pdf", copies.pdf(pages, columns=2, by_rows=True)),
    }[kind]

    found = take_copy(our_course, name, data)

    assert report(found, "¶") == f"All {len(paragraphs)} paragraphs were found."
    assert copies.misplaced(found, paragraphs) <= 0.01 * len(copies.plain(paragraphs).split())


def test_an_old_windows_file_is_read_with_its_own_letters():
    text = "No: café \N{EN DASH} \N{LEFT DOUBLE QUOTATION MARK}so\N{RIGHT DOUBLE QUOTATION MARK}"

    assert next(readings("copy.txt", text.encode("cp1252"))) == text


def test_a_file_too_large_for_an_article_is_refused_before_it_is_read(our_course):
    with pytest.raises(CopyError, match=r"copy\.txt has more than 60 MB.*paste it"):
        take_copy(our_course, "copy.txt", bytes(60_000_001))


def test_the_words_are_kept_for_the_next_start(our_course, paragraphs):
    take_copy(our_course, "copy.txt", copies.plain(paragraphs).encode())

    assert words_of(our_course) == paragraphs


def test_a_course_without_a_copy_has_no_words(our_course):
    assert words_of(our_course) == {}


def test_a_damaged_store_counts_as_no_copy(our_course):
    (our_course / "my-copy").mkdir()
    (our_course / "my-copy/words.json").write_text("{ torn")

    assert words_of(our_course) == {}


def test_a_removed_copy_is_gone(our_course, paragraphs):
    take_copy(our_course, "copy.txt", copies.plain(paragraphs).encode())

    remove_copy(our_course)

    assert not (our_course / "my-copy").exists()


def test_the_report_names_what_is_missing(our_course, paragraphs):
    names = list(paragraphs)
    text = "\n\n".join(
        body for name, body in paragraphs.items() if name not in (names[2], names[6], names[7], names[8])
    )

    says = report(take_copy(our_course, "copy.txt", text.encode()), "¶")

    assert says.startswith(f"{len(names) - 4} of {len(names)} paragraphs were found; your copy lacks ¶3, ¶7 to ¶9.")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        (
            "walk.txt",
            b"The path leaves the village by the mill and climbs through beech woods. " * 40,
            "does not look like the article",
        ),
        ("empty.txt", b" \n ", "is empty"),
        ("scan.pdf", copies.pdf([[""]]), "pictures of pages"),
        ("broken.pdf", b"%PDF-1.4\nnothing more", "could not be read"),
        ("signin.pdf", b"Please sign in to read on.", "is called a PDF but is none"),
        ("article.docx", b"PK\x03\x04rest of a zip", "cannot read"),
        ("picture.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "cannot read"),
    ],
)
def test_what_is_not_the_article_is_refused_with_a_reason(our_course, name, data, says):
    with pytest.raises(CopyError, match=says):
        take_copy(our_course, name, data)

    assert words_of(our_course) == {}


@pytest.mark.slow
def test_a_refused_file_leaves_the_copy_there_was(our_course, paragraphs):
    take_copy(our_course, "copy.txt", copies.plain(paragraphs).encode())

    with pytest.raises(CopyError):
        take_copy(our_course, "walk.txt", b"The path leaves the village by the mill. " * 50)

    assert words_of(our_course) == paragraphs


def test_a_web_page_is_read_without_its_scripts_and_menus():
    [text] = readings(
        "page.html",
        b"<html><head><title>T</title></head><body><nav>Menu</nav><script>x()</script><p>One <b>t</b>wo</p><p>Three</p></body>",
    )

    assert text.split("\n\n")[-3:] != [] and " ".join(text.split()) == "One two Three"


def test_git_passes_the_copy_over_even_without_the_courses_gitignore(our_course, paragraphs):
    subprocess.run(["git", "init", "-q", our_course], check=True)
    take_copy(our_course, "copy.txt", copies.plain(paragraphs).encode())

    status = subprocess.run(
        ["git", "status", "--short", "-uall"], cwd=our_course, capture_output=True, text=True, check=True
    )

    assert "my-copy" not in status.stdout


@pytest.mark.slow
def test_the_copy_is_in_no_record(our_course, paragraphs):
    record = Record(our_course)
    widget = own_copy(Library(our_course), record)

    widget.set_trait("name", "copy.txt")
    widget.set_trait("upload", copies.plain(paragraphs).encode())

    assert words_of(our_course) == paragraphs
    assert record.export() == ""


def test_the_widget_says_what_came_of_a_file_and_keeps_none_of_it_in_its_state(our_course, paragraphs):
    widget = own_copy(Library(our_course), Record(our_course))

    widget.name = "copy.txt"
    widget.upload = copies.plain(paragraphs).encode()

    assert (widget.answer["says"], widget.answer["held"]) == (
        f"All {len(paragraphs)} paragraphs were found.",
        len(paragraphs),
    )
    assert paragraphs["opening-1"][:60] not in str(widget.get_state())


def test_the_widget_refuses_another_text_in_words(our_course):
    widget = own_copy(Library(our_course), Record(our_course))

    widget.name = "the pasted text"
    widget.upload = b"The path leaves the village by the mill. " * 50

    assert (widget.answer["kind"], widget.answer["held"]) == ("wrong", 0)
    assert widget.answer["says"].startswith("The pasted text does not look like the article")


def test_the_widget_removes_the_copy(our_course, paragraphs):
    take_copy(our_course, "copy.txt", copies.plain(paragraphs).encode())
    widget = own_copy(Library(our_course), Record(our_course))

    widget.removals = 1

    assert (widget.answer["held"], words_of(our_course)) == (0, {})


def test_the_reader_gets_the_words_by_message_and_never_in_its_state(our_course, monkeypatch):
    (our_course / "my-copy").mkdir()
    (our_course / "my-copy/words.json").write_text('{"opening-1": "Words of Zanzibar."}')
    library = Library(our_course)
    shown, sent = reader(library, Record(our_course), library.sections["opening"]), []
    monkeypatch.setattr(shown, "send", sent.append)

    shown._handle_custom_msg("words", [])

    assert sent == [{"words": {"opening-1": "Words of Zanzibar."}}]
    assert "Zanzibar" not in str(shown.get_state())
