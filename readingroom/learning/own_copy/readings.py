"""A file's text, in each way in which it may have to be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .columns import left_column_first
from .errors import CopyError
from .file_kinds import UTF_16, kind_of
from .limits import check_letters
from .pdf import pdf_texts
from .web_page import web_page_text

# Blanks are kept; a control character or half a letter is none that a page can show.
_NO_SIGNS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")


def readings(name: str, data: bytes) -> Iterator[str]:
    """Yield the text of a file in each way in which it may have to be read; form feeds separate its pages."""
    kind = kind_of(name, data)
    read: set[str] = set()
    for text in pdf_texts(name, data) if kind == "pdf" else _texts(name, data, kind):
        check_letters(name, len(text))
        shown = _NO_SIGNS.sub(" ", text)
        if shown.strip() and shown not in read:
            read.add(shown)
            yield shown
    if not read:
        raise CopyError(
            f"{name} holds pictures of pages and no text. Run text recognition (OCR) over it, or copy the text "
            "from elsewhere and paste it."
            if kind == "pdf"
            else f"{name} is empty. Choose another file."
        )


def _texts(name: str, data: bytes, kind: str) -> Iterator[str]:
    text = _decoded(data)
    if kind == "html":
        yield web_page_text(name, text)
        return
    check_letters(name, len(text))
    yield text
    yield left_column_first(text)


def _decoded(data: bytes) -> str:
    if data.startswith(UTF_16):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
