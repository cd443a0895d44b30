"""The records of the course: one frozen struct for each kind of table in data/."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

Id = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, msgspec.Meta(min_length=1)]
Date = Annotated[str, msgspec.Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]

Role = Literal[
    "setting",
    "question",
    "thesis",
    "claim",
    "premise",
    "evidence",
    "definition",
    "concession",
    "objection",
    "forecast",
    "prescription",
    "summary",
]
NoteKind = Literal["context", "concept", "person", "fact-check", "hindsight", "question"]
Level = Literal["first read", "background", "argument", "sources"]
Habit = Literal["sourcing", "context", "corroboration", "close reading"]
Theme = Literal["diplomacy", "security", "military", "economic", "domestic", "terrorism"]
Verdict = Literal["accurate", "imprecise", "wrong", "contested", "forecast", "judgement", "not checkable"]
Thinking = Literal["recall", "inference", "application", "evaluation"]
NodeKind = Literal["thesis", "premise", "evidence", "objection", "prescription"]


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of a data file: no field may be missing, misspelt or added."""


# --- the article ---------------------------------------------------------------------------------------------------


class Article(Record, kw_only=True):
    """The identity of the annotated article; `unverified` names the fields no opened page confirms."""

    title: Text
    author: Text
    journal: Text
    date: Date
    about_author: Text
    rights: Text
    unverified: dict[str, str] = {}
    sources: list[Id] = []


class Section(Record, kw_only=True):
    """A section of the article, taught by one lesson; the order in the file is the order of reading."""

    id: Id
    title: Text
    lesson: Text
    in_article: bool
    summary: Text


class Paragraph(Record, kw_only=True):
    """One paragraph: where it stands, what it does in the argument, what it says in our words."""

    id: Id
    number: int
    role: Role
    gist: Text


class ArgumentNode(Record, kw_only=True):
    """A step of the argument as we read it; `supports` names the nodes that lean on it, `doubts` those it attacks."""

    id: Id
    kind: NodeKind
    label: Text
    text: Text
    paragraphs: list[Id]
    group: Literal["", "pillar", "reality"] = ""
    supports: list[Id] = []
    doubts: list[Id] = []


# --- annotations ---------------------------------------------------------------------------------------------------


class Note(Record, kw_only=True):
    """An annotation on one paragraph."""

    paragraph: Id
    kind: NoteKind
    level: Level
    text: Text
    habit: Habit | None = None
    claim: Id | None = None
    sources: list[Id] = []


class Claim(Record, kw_only=True):
    """A claim of the article, paraphrased, with the verdict of the record on it as of `judged`."""

    id: Id
    check: Text
    paragraphs: list[Id]
    claim: Text
    verdict: Verdict
    why: Text
    evidence: Text
    best_case: str = ""
    unverified: str = ""
    sources: list[Id] = []
    series: list[Id] = []
    events: list[Id] = []


class Forecast(Record, kw_only=True):
    """Something the article expected: by when, how it ended, and how its wording reads as a probability."""

    id: Id
    claim: Id
    paragraphs: list[Id]
    forecast: Text
    by: Date
    wording: Text
    probability: Annotated[float, msgspec.Meta(ge=0, le=1)]
    outcome: Literal["happened", "did not happen", "partly", "open"]
    how: Text
    sources: list[Id] = []


class Source(Record, kw_only=True):
    """Something a reader can look up. `seen` says how far it was opened for this course."""

    id: Id
    title: Text
    publisher: Text
    author: str = ""
    date: str = ""
    url: str = ""
    seen: Literal["opened", "partly", "not opened"]
    note: str = ""


class Event(Record, kw_only=True):
    """Something that happened; `start` and `end` are written as precisely as the sources know them."""

    id: Id
    title: Text
    start: Date
    end: Date | None = None
    theme: Theme
    what: Text
    in_article: Literal["named", "alluded", "background", "afterwards"]
    where: str = ""
    marker: str = ""
    sections: list[Id]
    paragraphs: list[Id] = []
    sources: list[Id]
    unverified: str = ""


class Person(Record, kw_only=True):
    """Somebody the article names or leans on."""

    id: Id
    name: Text
    then: Text
    later: str = ""
    paragraphs: list[Id]
    aliases: list[str] = []
    sources: list[Id] = []
    unverified: str = ""


class Term(Record, kw_only=True):
    """A word a reader may not know; `aliases` are the other forms in which our prose uses it."""

    id: Id
    term: Text
    meaning: Text
    aliases: list[str] = []
    sources: list[Id] = []


# --- figures -------------------------------------------------------------------------------------------------------


class Column(Record, kw_only=True):
    """One measured thing in a series file; empty cells are unknown, never nought."""

    id: Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9_]+$")]
    label: Text
    unit: Text
    decimals: int = 1
    caveat: str = ""


class Share(Record, kw_only=True):
    """A column that is reckoned, not stored: 100 * sum(part) / sum(whole), unknown where a part is unknown."""

    id: Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9_]+$")]
    label: Text
    part: list[str]
    whole: list[str]
    of: Text
    decimals: int = 2
    unit: str = "per cent"
    caveat: str = ""


class Sum(Record, kw_only=True):
    """A column that is reckoned by adding others, unknown where one of them is unknown."""

    id: Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9_]+$")]
    label: Text
    of: list[str]
    unit: Text
    decimals: int = 1
    caveat: str = ""


class Series(Record, kw_only=True):
    """What a file in data/series measures and where it comes from."""

    id: Id
    title: Text
    about: Text
    date: Literal["year", "month", "day"] = "year"
    vintage: Text
    caveats: list[str] = []
    sources: list[Id]
    column: list[Column]
    sum: list[Sum] = []
    share: list[Share] = []


class ChartLine(Record, kw_only=True):
    """One line of a chart: a column of a series under a short label; with `instead_of`, only where that column is unknown."""

    series: Id
    column: str
    label: Text
    panel: str = ""
    who: Literal["russia", "us", "third", "fourth"] = "russia"
    emphasis: bool = False
    style: Literal["line", "points", "bars"] = "line"
    instead_of: str = ""


class Panel(Record, kw_only=True):
    """A part of a chart with a scale of its own; a rank counts from the top."""

    id: Id
    title: Text
    unit: Text
    rank: bool = False


class Threshold(Record, kw_only=True):
    """A level that somebody claimed or set, drawn across a panel; `value` may be a {series:…} reference."""

    value: float | Text
    label: Text
    panel: str = ""


class Moment(Record, kw_only=True):
    """A date marked on a chart besides the article's own."""

    date: Date
    label: Text


class Guess(Record, kw_only=True):
    """What `predict=True` asks before the chart is shown; `reference` leads to the figure."""

    question: Text
    reference: Text
    unit: str = ""


class Chart(Record, kw_only=True):
    """A chart: what it tests, what it shows in one sentence, what is drawn; figures are drawn divided by `divided_by`."""

    id: Id
    title: Text
    tests: list[Id]
    claim: Text
    shows: Text
    unit: Text
    line: list[ChartLine]
    panel: list[Panel] = []
    threshold: list[Threshold] = []
    moment: list[Moment] = []
    guess: Guess | None = None
    start: Date | None = None
    end: Date | None = None
    divided_by: int = 1
    caution: str = ""


# --- quizzes -------------------------------------------------------------------------------------------------------


class Option(Record, kw_only=True):
    """An option of a choice: `why` is said to whoever chooses it."""

    id: Id
    text: Text
    why: Text


class Passage(Record, kw_only=True):
    """A paragraph offered as support; its text is its gist."""

    id: Id
    why: Text


class Pair(Record, kw_only=True):
    """A left side and the right side that belongs to it."""

    id: Id
    left: Text
    right: Text
    why: Text


class Decoy(Record, kw_only=True):
    """A right side that belongs to nothing."""

    id: Id
    right: Text
    why: Text


class Bin(Record, kw_only=True):
    """A box to sort into."""

    id: Id
    text: Text


class Card(Record, kw_only=True):
    """A card and the box it belongs in."""

    id: Id
    text: Text
    bin: Id
    why: Text


class NumberMistake(Record, kw_only=True):
    """A wrong number somebody reaches by a known road."""

    value: str
    why: Text
    tolerance: float = 0.0


class ShortMistake(Record, kw_only=True):
    """Wrong answers of one kind, and what to say to them."""

    answers: list[Text]
    why: Text


class RubricLevel(Record, kw_only=True):
    """What an answer worth this many points looks like."""

    points: int
    text: Text


class Criterion(Record, kw_only=True):
    """One line of a rubric, from the poorest level to the best."""

    id: Id
    text: Text
    level: list[RubricLevel]


class Item(Record, kw_only=True, tag_field="kind"):
    """What every quiz item has."""

    id: Id
    thinking: Thinking
    paragraphs: list[Id]
    prompt: Text
    use: Literal["quiz", "before", "write"] = "quiz"
    habit: Habit | None = None
    sources: list[Id] = []


class Choice(Item, kw_only=True, tag="choice"):
    """One right option."""

    option: list[Option]
    answer: Id


class Choices(Item, kw_only=True, tag="choices"):
    """Any number of right options."""

    option: list[Option]
    answer: list[Id]


class Order(Item, kw_only=True, tag="order"):
    """Options stand in the file in their right order."""

    option: list[Option]


class Match(Item, kw_only=True, tag="match"):
    """Each left side has one right side."""

    pair: list[Pair]
    decoy: list[Decoy] = []


class Sort(Item, kw_only=True, tag="sort"):
    """Each card goes into one box."""

    bin: list[Bin]
    card: list[Card]


class Number(Item, kw_only=True, tag="number"):
    """A number, right within `tolerance`; `answer` may be a {series:…} reference."""

    answer: str
    tolerance: float
    unit: str
    why: Text
    otherwise: Text
    mistake: list[NumberMistake] = []


class PassageItem(Item, kw_only=True, tag="passage"):
    """Which paragraph supports this? One or more are accepted."""

    option: list[Passage]
    answer: list[Id]


class Short(Item, kw_only=True, tag="short"):
    """A few words, compared without regard to case, accents and punctuation."""

    answer: list[Text]
    why: Text
    otherwise: Text
    mistake: list[ShortMistake] = []


class Written(Item, kw_only=True, tag="written"):
    """A text of one's own, marked by oneself against a rubric beside a model answer."""

    model: Text
    criterion: list[Criterion]


QuizItem = Choice | Choices | Order | Match | Sort | Number | PassageItem | Short | Written


def kind_of(item: QuizItem) -> str:
    """The kind an item is written as in its file."""
    return item.__struct_config__.tag
