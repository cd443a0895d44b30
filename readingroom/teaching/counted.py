"""A number of things in words."""

from __future__ import annotations


def counted(number: int, word: str) -> str:
    """Return `1 student`, `2 students`: the number and the word, in the plural where it is not one."""
    return f"{number} {word}{'' if number == 1 else 's'}"
