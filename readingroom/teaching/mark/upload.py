"""A file as it was handed in, and the check of its bytes before anything else sees them."""

from __future__ import annotations

import hashlib

import msgspec

LARGEST = 2_000_000  # bytes; a hand-in of thirty tasks has some twenty thousand
LONGEST_NAME = 500  # letters; of a longer name the end is shown, since that is what the course gave it
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OF_THE_SYSTEM = {".DS_Store", "Thumbs.db", "desktop.ini"}


class Upload(msgspec.Struct, frozen=True):
    """A file as it was handed in: its place below the folder, its text, or why it could not be read.

    `note` says of a file that was read what the teacher should know of how it came; `advice` what to do about one that
    could not be read, where that is not to ask its student.
    """

    name: str
    text: str
    problem: str = ""
    note: str = ""
    advice: str = ""


def upload_of(name: str, content: bytes) -> Upload:
    """Return a file with its text, or with why its bytes are none; `content` may be cut off behind LARGEST."""
    if len(content) > LARGEST:
        return too_large(name)
    if content.startswith(_ZIP):
        if name.lower().endswith(".zip"):
            return Upload(name, "", "it is a zip file", advice="Unpack it and lay what is in it beside the others.")
        return Upload(name, "", "it is a document or an archive, and no hand-in as the course makes it")
    try:
        return Upload(name, content.decode("utf-8"))
    except UnicodeDecodeError:
        return Upload(name, "", "it is not text in UTF-8")


def too_large(name: str) -> Upload:
    """Return a file that was not read for its size."""
    return Upload(name, "", f"it has more than {LARGEST:,} bytes, far more than a hand-in, and was not read")


def readable_name(name: str) -> str:
    r"""Return a file's name as every list can hold it: bytes that are no UTF-8 and control characters as \x1b."""
    is_plain = name.isascii() and name.isprintable()  # nearly all of them
    plain = name if is_plain else "".join(letter if _is_plain(letter) else _escaped(letter) for letter in name)
    if len(plain) <= LONGEST_NAME:
        return plain
    return f"\N{HORIZONTAL ELLIPSIS}{hashlib.sha256(plain.encode()).hexdigest()[:8]}{plain[-LONGEST_NAME + 9 :]}"


def is_passed_over(name: str) -> bool:
    """Say whether a file is one that operating systems leave in folders and zip files."""
    parts = name.split("/")
    return parts[-1] in _OF_THE_SYSTEM or parts[0] == "__MACOSX" or parts[-1].startswith("._")


def _is_plain(letter: str) -> bool:
    return letter >= " " and not "\x7f" <= letter <= "\x9f" and not "\ud800" <= letter <= "\udfff"


def _escaped(letter: str) -> str:
    # Python gives a byte of a name that is no UTF-8 as a surrogate from U+DC80 on.
    number = ord(letter) - 0xDC00 if "\udc80" <= letter <= "\udcff" else ord(letter)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"
