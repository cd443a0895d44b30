"""How much a file given as one's own copy may take: bytes, letters, seconds, memory; and what is said at each limit.

The text of an article has some 30,000 letters, a whole book a million.
"""

from __future__ import annotations

from .errors import CopyError

MOST_BYTES = 60_000_000
MOST_BYTES_HERE = 5_000_000  # where no second process can be ended: in a browser
MOST_LETTERS = 2_000_000
SECONDS = 18.0  # with the start of a process and the writing of the words, no file takes 20
MEMORY = 1_000_000_000
LONGEST_NAME = 100

_INSTEAD = (
    "Nothing was kept, and a copy that you gave before is as it was. Copy the text into a plain text file (.txt) and "
    "give that, or paste it."
)


def shown_name(name: str) -> str:
    """Return a file's name as a message can hold it; its end says the kind of file, so of a long name it stays."""
    plain = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in name)
    return plain if len(plain) <= LONGEST_NAME else f"\N{HORIZONTAL ELLIPSIS}{plain[1 - LONGEST_NAME :]}"


def check_bytes(name: str, size: int, most: int = MOST_BYTES) -> None:
    """Raise CopyError if a file has more than `most` bytes."""
    if size > most:
        where = " for this browser" if most == MOST_BYTES_HERE else ""
        raise CopyError(f"{name} has more than {most // 1_000_000} MB, too much{where} for one text. {_INSTEAD}")


def check_letters(name: str, letters: int) -> None:
    """Raise CopyError if a text is too long to be compared."""
    if letters > MOST_LETTERS:
        raise CopyError(
            f"{name} has more than {MOST_LETTERS // 1_000_000} million letters, as much as two books. {_INSTEAD}"
        )


def too_slow(name: str, seconds: float) -> CopyError:
    """Return the error of a file that takes too long."""
    return CopyError(f"{name} could not be read within {seconds:g} seconds, so reading was stopped. {_INSTEAD}")


def too_much_memory(name: str, memory: int = MEMORY) -> CopyError:
    """Return the error of a file that unfolds into more than the memory there is for it."""
    return CopyError(f"{name} needs more than {memory / 1e9:g} GB of memory to be read. {_INSTEAD}")


def broken(name: str, reason: str) -> CopyError:
    """Return the error of a file over which the program that reads it broke."""
    return CopyError(f"{name} could not be read: it breaks the program that reads it ({reason}). {_INSTEAD}")


def not_started(reason: str) -> CopyError:
    """Return the error of a machine that starts no second program."""
    return CopyError(
        f"the program that reads a copy could not be started ({reason}). Nothing was kept. Make room on the disk, "
        "close other programs, and give the file again."
    )
