"""Stores the learner's own copy of the text: reads a file, aligns it with the paragraphs, saves it on this machine.

It is saved in my-copy/ at the course's root: outside git (the folder has its own .gitignore), and outside my-record/,
which is what a learner downloads and passes on.
"""

from __future__ import annotations

import io
import json
import os
import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from ...content.errors import CourseError
from ...content.fingerprints import fingerprints
from ...content.library import Library
from .alignment import Alignment, align
from .text_cleanup import clean_text, left_column_first

FOLDER = "my-copy"
FILE = "words.json"
MOST_BYTES = 60_000_000
KINDS = "a PDF, a web page (.html) or plain text (.txt)"


class CopyError(CourseError):
    """The copy cannot be read, kept or recognised; the message says what to do."""


def take_copy(root: Path, name: str, data: bytes) -> Alignment:
    """Align the file `name` with the course below `root` and keep its words; CopyError if it is another text."""
    if len(data) > MOST_BYTES:
        limit = MOST_BYTES // 1_000_000
        raise CopyError(f"{name} has more than {limit} MB, too much for one text. Choose its own file.")
    alignment = _best(root, readings(name, data))
    if not alignment.is_recognised:
        raise CopyError(_refusal(root, name, alignment))
    _keep(root, {placed.paragraph: placed.words for placed in alignment.placed})
    return alignment


def words_of(root: Path) -> dict[str, str]:
    """Return the text's own words by paragraph id, from the copy kept below `root`; empty where there is none."""
    try:
        words = json.loads((root / FOLDER / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {k: v for k, v in words.items() if isinstance(v, str)} if isinstance(words, dict) else {}


def remove_copy(root: Path) -> None:
    """Delete the copy kept below `root`; nothing else is touched."""
    try:
        shutil.rmtree(root / FOLDER)
    except FileNotFoundError:
        pass
    except OSError as error:
        raise CopyError(
            f"the folder {root / FOLDER} could not be deleted ({error.strerror or error}). Delete it by hand."
        ) from None


def report(alignment: Alignment, mark: str) -> str:
    """Return in words how much of the text a copy holds; `mark` stands before a paragraph's number."""
    order = {name: number for number, name in enumerate(alignment.order, start=1)}
    cut = [p.paragraph for p in alignment.placed if not p.whole]
    parts = [f"All {len(order)} paragraphs were found."]
    if alignment.missing:
        lacking = _listed(order, alignment.missing, mark)
        parts = [f"{len(alignment.placed)} of {len(order)} paragraphs were found; your copy lacks {lacking}."]
    if cut:
        parts.append(f"Only a part was found of {_listed(order, cut, mark)}.")
    if alignment.missing or cut:
        parts.append("A page may be missing or badly read; you can give the course a better copy at any time.")
    return " ".join(parts)


def _listed(order: dict[str, int], names: list[str], mark: str) -> str:
    """Paragraph numbers as a reader writes them, in runs: §3, §7 to §9."""
    runs: list[list[int]] = []
    for number in sorted(order[name] for name in names):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{mark}{run[0]}" + (f" to {mark}{run[-1]}" if len(run) > 1 else "") for run in runs)


def _refusal(root: Path, name: str, alignment: Alignment) -> str:
    several = len(alignment.order)
    seen = {0: "none", 1: "only one"}.get(len(alignment.placed), f"only {len(alignment.placed)}")
    text = Library(root).course.text
    return (
        f"{name} does not look like {text}: of its {several} paragraphs {seen} was recognised. "
        f"Nothing was kept. If it is {text}, its words in the file may be too badly read; try another copy."
    )


def _best(root: Path, texts: Iterator[str]) -> Alignment:
    """The alignment of the reading that finds most; further readings are tried only while something is missing."""
    prints = fingerprints(root)
    best: Alignment | None = None
    for text in texts:
        alignment = align(prints, clean_text(text))
        if best is None or alignment.rank > best.rank:
            best = alignment
        if not best.missing and all(p.whole for p in best.placed):
            break
    return best if best is not None else align(prints, "")


def _keep(root: Path, words: dict[str, str]) -> None:
    folder = root / FOLDER
    try:
        folder.mkdir(exist_ok=True)
        # Git ignores this folder even where the course's own .gitignore was changed or lost.
        (folder / ".gitignore").write_text("*\n")
        unfinished = folder / (FILE + ".new")
        unfinished.write_text(json.dumps(words, ensure_ascii=False, indent=0), encoding="utf-8")
        os.replace(unfinished, folder / FILE)
    except OSError as error:
        raise CopyError(
            f"your copy could not be kept in {folder} ({error.strerror or error}). Make room or make the folder "
            "writable, then choose the file again."
        ) from None


# --- files to text ---------------------------------------------------------------------------------------------------


def readings(name: str, data: bytes) -> Iterator[str]:
    """Yield the text of a file in each way in which it may have to be read; form feeds separate its pages."""
    kind = _kind(name, data)
    texts = _pdf(data) if kind == "pdf" else iter([_html(data)] if kind == "html" else _plain(data))
    empty = True
    for text in texts:
        empty = empty and not text.strip()
        yield text
    if empty:
        raise CopyError(
            f"{name} holds pictures of pages and no text. Run text recognition (OCR) over it, or copy the text "
            "from elsewhere and paste it."
            if kind == "pdf"
            else f"{name} is empty. Choose another file."
        )


def _kind(name: str, data: bytes) -> str:
    start = data[:2000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith(b"%pdf"):
        return "pdf"
    if start.startswith((b"<!doctype", b"<html", b"<?xml", b"<head", b"<body")) or re.search(
        r"\.x?html?$", name, re.IGNORECASE
    ):
        return "html"
    # A zip archive (Word, EPUB), an old Word file, or any other file that is no text.
    if start.startswith((b"pk\x03\x04", b"\xd0\xcf\x11\xe0")) or (
        b"\0" in data[:2000] and not data.startswith((b"\xff\xfe", b"\xfe\xff"))
    ):
        raise CopyError(f"{name} is a file of a kind the course cannot read. Save the text as {KINDS}.")
    if name.lower().endswith(".pdf"):
        raise CopyError(
            f"{name} is called a PDF but is none. Download it again; some sites send a sign-in page instead."
        )
    return "text"


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _plain(data: bytes) -> Iterator[str]:
    text = _decoded(data)
    yield text
    yield left_column_first(text)


def _html(data: bytes) -> str:
    page = _Page()
    page.feed(_decoded(data))
    page.close()
    return "".join(page.parts)


def _pdf(data: bytes) -> Iterator[str]:
    """Yield a PDF's text in the order it was drawn in, then line by line with the columns taken apart."""
    import logging

    import pypdf

    # What pypdf says about a slightly wrong file is of no use to a learner.
    logging.getLogger("pypdf").setLevel(logging.ERROR)
    try:
        pages = pypdf.PdfReader(io.BytesIO(data)).pages
        yield "\f".join(page.extract_text() for page in pages)
        yield left_column_first("\f".join(page.extract_text(extraction_mode="layout") for page in pages))
    except pypdf.errors.FileNotDecryptedError:
        raise CopyError("this PDF asks for a password. Save it without one, or copy its text and paste it.") from None
    except pypdf.errors.DependencyError:
        raise CopyError(
            "this PDF is locked in a way the course cannot open. Print it to a new PDF, or copy its text and paste it."
        ) from None
    except (
        pypdf.errors.PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        IndexError,
        AttributeError,
        RecursionError,
    ) as error:
        raise CopyError(
            f"this PDF could not be read ({type(error).__name__}). "
            "Print it to a new PDF, or copy its text and paste it."
        ) from None


class _Page(HTMLParser):
    """The words of a web page: a block begins on a line of its own; menus, scripts and styles are left out."""

    SILENT = frozenset({"script", "style", "noscript", "template", "svg", "head", "nav", "button", "select", "form"})
    INLINE = frozenset(
        {"a", "abbr", "b", "bdi", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "mark", "q"}
        | {"s", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
    )

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.SILENT:
            self.silent.append(tag)
        self._breaks(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.silent:
            del self.silent[self.silent.index(tag) :]
        self._breaks(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._breaks(tag)

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(re.sub(r"\s+", " ", data))

    def _breaks(self, tag: str) -> None:
        if tag not in self.INLINE:
            self.parts.append("\n" if tag == "br" else "\n\n")
