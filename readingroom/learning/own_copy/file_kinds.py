"""What kind of file a copy is, by its first bytes and its name."""

from __future__ import annotations

import re
from typing import Literal

from .errors import CopyError

KINDS = "a PDF, a web page (.html) or plain text (.txt)"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_LOOKED_AT = 2_000
_HTML = (b"<!doctype", b"<html", b"<?xml", b"<head", b"<body")
_ARCHIVES = (b"pk\x03\x04", b"\xd0\xcf\x11\xe0")  # Word, EPUB; an old Word file


def kind_of(name: str, data: bytes) -> Literal["pdf", "html", "text"]:
    """Return how a file is to be read; CopyError if it is of a kind that cannot be."""
    start = data[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith(b"%pdf"):
        return "pdf"
    if start.startswith(_HTML) or re.search(r"\.x?html?$", name, re.IGNORECASE):
        return "html"
    if start.startswith(_ARCHIVES) or (b"\0" in data[:_LOOKED_AT] and not data.startswith(UTF_16)):
        raise CopyError(f"{name} is a file of a kind the course cannot read. Save the text as {KINDS}.")
    if name.lower().endswith(".pdf"):
        raise CopyError(
            f"{name} is called a PDF but is none. Download it again; some sites send a sign-in page instead."
        )
    return "text"
