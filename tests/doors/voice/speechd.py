"""What Orca speaks to in place of speech-dispatcher's client: each phrase becomes a line of the file HEARD, and is over at once."""

import html
import os
import re


class CallbackType:
    """What a speaker tells of a phrase."""

    INDEX_MARK, BEGIN, END, CANCEL, PAUSE, RESUME = "index_mark", "begin", "end", "cancel", "pause", "resume"


class PunctuationMode:
    """How much of the punctuation is named."""

    ALL, NONE, SOME, MOST = "all", "none", "some", "most"


class DataMode:
    """How a phrase is written."""

    SSML, TEXT = "ssml", "text"


class Priority:
    """Which phrases may interrupt which."""

    MESSAGE = "message"


class SSIPCommunicationError(Exception):
    """The speaker is gone: never, here."""


class SSIPCommandError(Exception):
    """The speaker refused: never, here."""


class SSIPClient:
    """A speaker with no voice; what else Orca asks of one is answered with nothing."""

    def __init__(self, *_names, **_more):
        """Nothing is connected to."""

    def __getattr__(self, _name):
        """Volume, rate, voices: of no weight."""
        return lambda *_words, **_more: ()

    def speak(self, text, callback=None, event_types=()):
        """Write a phrase down."""
        write(html.unescape(re.sub(r"<[^>]*>", "", text)))
        if callback and event_types:
            callback(CallbackType.BEGIN)
            callback(CallbackType.END)

    def char(self, character):
        """Write down a single character."""
        write(character)


def write(text):
    """Add a line to what was heard."""
    if line := " ".join(text.split()):
        with open(os.environ["HEARD"], "a", encoding="utf-8") as heard:
            heard.write(line + "\n")
