"""How long the things of a lesson take: each figure once, with its reason. A test holds the ways to them."""

from __future__ import annotations

import math
import re

WORDS_A_MINUTE = 180
"""A slow and careful reader, as one who reads in a second language; readers at home in English take a fifth less."""
LETTERS_A_WORD = 5.2
"""The course holds how many letters each paragraph of the text has; English prose of its kind has so many a word."""
READINGS = 2
"""The paragraphs of the text are read twice: once without stopping, once with the notes."""

SECONDS = {
    "mark": 5,  # one press for each paragraph: clear, or puzzling
    "vote": 20,  # to weigh a claim of one sentence, choose among five answers, and press
    "weighing": 10,  # three answers, and the claim is known by then
    "choosing": 30,  # to think, choose among three or four options, say how sure one is, and check
    "moving": 60,  # the same with several cards, each of which has to find its place
    "typing": 60,  # the same with a figure or a word to find in the text or on a chart, and to type
    "writing": 900,  # half a page, and its points marked
    "chart": 40,  # title, axes, lines and the markers
    "guess": 20,  # a number to type before the chart is shown
    "timeline": 90,  # to find the dates that the sentence before it names
    "stop": 20,  # to find the days of a stop of the story on its strip
    "document": 240,  # to open another site, find the place in a long text, and answer
    "turn": 240,  # to read some lines, change one, run them, and try again
    "forecast": 45,  # to read a sentence, put a number on it, and see how it ended
    "map": 180,  # some twenty steps, and a doubt or two to set
    "counts": 60,  # a table to look at
    "copy": 60,  # to choose a file
    "review": 300,  # what the course asks of its readers: five minutes
}
_MARKUP = re.compile(r"\]\([^)]*\)|[*#>`_|\[\]]")


def words(*texts: str) -> int:
    """Return how many words some prose has; an address is none."""
    return sum(len(_MARKUP.sub(" ", text).split()) for text in texts)


def reading_seconds(*texts: str) -> float:
    """Return how long some prose takes to read once."""
    return 60 * words(*texts) / WORDS_A_MINUTE


def paragraph_seconds(letters: int) -> float:
    """Return how long a paragraph of the text takes, read as often as it is read."""
    return READINGS * 60 * letters / LETTERS_A_WORD / WORDS_A_MINUTE


def whole_minutes(seconds: float) -> int:
    """Return whole minutes, never fewer than it takes."""
    return math.ceil(seconds / 60)
