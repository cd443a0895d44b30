"""Primary documents that the claims rest on, each with a question that only its reader can answer."""

from __future__ import annotations

from .kinds import AnyItem
from .models import Date, Id, Record, Text

FILE = "data/documents.toml"
QUIZ = "documents"
"""The quiz under whose name the record keeps the answers to the documents' questions."""


class Document(Record, frozen=True, kw_only=True):
    """A document in our own words: who made it, when and for whom, where it lies, what to look for in it.

    `archive` says whose keeping it is in, `address` leads there. `question` is an item like those of the quizzes; its
    paragraphs are those that the document bears on.
    """

    id: Id
    title: Text
    kind: Text
    author: Text
    date: Date
    audience: Text
    about: Text
    archive: Text
    address: Text
    look_for: Text
    claims: list[Id] = []
    sources: list[Id]
    question: AnyItem

    @property
    def paragraphs(self) -> list[Id]:
        """The paragraphs that the document bears on."""
        return self.question.paragraphs
