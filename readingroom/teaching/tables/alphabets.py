"""The letters of languages beyond a to z, by the 8-bit encoding in which spreadsheets save them.

Used to tell encodings apart in a file that does not say its own: bytes that make a word of some language in one
encoding mostly make none in another.
"""

from __future__ import annotations

import re
from itertools import pairwise

_WESTERN = (
    "àâæçéèêëîïôœùûüÿ",  # French
    "äöüß",  # German
    "áéíñóúüªº",  # Spanish, Irish
    "áâãàçéêíóôõúü",  # Portuguese
    "àèéìíîòóùú",  # Italian
    "àçèéíïòóúü",  # Catalan
    "åäöæøéü",  # Swedish, Danish, Norwegian
    "áðéíóúýþæö",  # Icelandic
    "áèéêëïíóöúü",  # Dutch
)
_CENTRAL = (
    "ąćęłńóśźż",  # Polish
    "áčďéěíňóřšťúůýž",  # Czech
    "áäčďéíĺľňóôŕšťúýž",  # Slovak
    "áéíóöőúüű",  # Hungarian
    "čćđšž",  # Croatian, Slovene
    "ăâîşţșț",  # Romanian
    "äöüß",
)
_CYRILLIC = (
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",  # Bulgarian, and the largest of the East Slavic ones
    "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",  # with ґ, є, і, ї
    "абвгдеёжзійклмнопрстуўфхцчшыьэюя",  # with ў
    "абвгдђежзијклљмнњопрстћуфхцчџш",  # Serbian
)
ALPHABETS = {"cp1252": _WESTERN, "cp1250": _CENTRAL, "cp1251": _CYRILLIC, "mac_roman": _WESTERN}
_SIGNS = set("‘’‚“”„–—…«»‹›•€£§©®°·¿¡½¼¾²³×\N{NO-BREAK SPACE}\N{NUMERO SIGN}")
_WORD = re.compile(r"[^\W\d_]+")
_FOREIGN = re.compile(r"[^\x00-\x7f]")


def plausibility(text: str, encoding: str) -> int:
    """Return how well `text` reads in `encoding`: 2 as one language, 1 as several, 0 as none."""
    strange = set(_FOREIGN.findall(text))
    if any(not letter.isalpha() and letter not in _SIGNS for letter in strange):
        return 0
    if any(_is_odd(word, encoding) for word in _WORD.findall(text)):
        return 0
    letters = {letter.lower() for letter in strange if letter.isalpha()} - {"ª", "º"}
    alphabets = [set(alphabet) for alphabet in ALPHABETS[encoding]]
    if any(letters <= alphabet for alphabet in alphabets):
        return 2
    return 1 if letters <= set().union(*alphabets) else 0


def _is_odd(word: str, encoding: str) -> bool:
    """Say whether a word changes its script, or has a foreign capital behind a small letter."""
    foreign = _FOREIGN.findall(word)
    if encoding == "cp1251" and foreign and len(foreign) < len(word):
        return True
    pairs = [(before, after) for before, after in pairwise(word) if before.islower() and after.isupper()]
    if encoding == "mac_roman":  # the rarest one: a capital behind any foreign letter speaks against it
        return any(before > "\x7f" or after > "\x7f" for before, after in pairs)
    return any(after > "\x7f" for _, after in pairs)
