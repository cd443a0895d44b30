"""The records of the course: one frozen struct for each kind of table in data/."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

# Some ids are names of files, which no system lets be longer than 255 bytes.
LONGEST_ID = 100
ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*\Z"
Id = Annotated[str, msgspec.Meta(pattern=ID_PATTERN, max_length=LONGEST_ID)]
ColumnId = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9_]+\Z", max_length=LONGEST_ID)]
Text = Annotated[str, msgspec.Meta(min_length=1, pattern=r"\S")]
Date = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?\Z")]
Decimals = Annotated[int, msgspec.Meta(ge=0, le=6)]
Columns = Annotated[list[str], msgspec.Meta(min_length=1)]
Year = Annotated[int, msgspec.Meta(ge=1, le=9999)]

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
Verdict = Literal["accurate", "imprecise", "wrong", "contested", "forecast", "judgement", "not checkable"]
Materiality = Literal["matters not", "changes a detail", "bears on the argument"]
Thinking = Literal["recall", "inference", "application", "evaluation"]
SourceKind = Literal["primary", "scholarly", "press", "other"]
NodeKind = Literal["thesis", "premise", "evidence", "objection", "prescription"]


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of a data file: no field may be missing, misspelt or added."""


PLACES = ("first", "second", "third", "fourth")
"""The colours and signs of charts: the course's parties have the first ones."""
MOST_THEMES = 6
"""The timeline has colours for so many lanes."""

# --- the course ----------------------------------------------------------------------------------------------------


class Course(Record, frozen=True, kw_only=True):
    """What the course is called and how it speaks of its text.

    `id` keeps apart what two courses store in one browser or one program. `text` is as in "the article", `mark` stands
    before a paragraph's number. `groups` and `groups_and_others` head those columns of the argument's map in which all
    steps, or some, belong to a group.
    """

    id: Id
    name: Text
    subtitle: Text
    description: Text
    invitation: Text
    text: Text
    mark: Text
    rights: Text
    markers: list[str] = []
    common_words: str = ""
    parties: list[Id] = []
    groups: str = ""
    groups_and_others: str = ""

    @property
    def common(self) -> frozenset[str]:
        """Words of the course's every second sentence, which give no answer away."""
        return frozenset(self.common_words.split())

    @property
    def text_capitalised(self) -> str:
        """The word for the text at the beginning of a sentence."""
        return self.text[:1].upper() + self.text[1:]

    @property
    def text_noun(self) -> str:
        """The word for the text without its article: "article"."""
        return self.text.partition(" ")[2] or self.text


class CourseQuiz(Record, frozen=True, kw_only=True):
    """A quiz over the whole course; `before` is asked before reading, and does not come back in review.

    `again` names the quiz that this one asks again in other words, `judges` an item whose cards are claims of another
    text: its result is laid beside the votes on the claims of this one.
    """

    id: Id
    title: Text
    label: Text
    before: bool = False
    again: Id | None = None
    judges: Id | None = None


class Theme(Record, frozen=True, kw_only=True):
    """A lane of the timeline; the sign tells it without its colour."""

    id: Id
    label: Text
    sign: Text


class Period(Record, frozen=True, kw_only=True, rename={"start": "from", "end": "to"}):
    """Years that the timeline offers to show alone; without an end, to the last event."""

    start: Year
    end: Year | None = None


class PageSentence(Record, frozen=True, kw_only=True):
    """A sentence of the notebooks, and what a page without a kernel says instead: nothing, or this."""

    notebook: Text
    page: str


# --- the article ---------------------------------------------------------------------------------------------------


class Article(Record, frozen=True, kw_only=True):
    """The identity of the annotated article; `unverified` names the fields no opened page confirms."""

    title: Text
    author: Text
    journal: Text
    date: Date
    about_author: Text
    rights: Text
    unverified: dict[str, str] = {}
    sources: list[Id] = []


class Section(Record, frozen=True, kw_only=True):
    """A section of the article, taught by one lesson; the order in the file is the order of reading."""

    id: Id
    title: Text
    lesson: Text
    in_article: bool
    summary: Text


class Paragraph(Record, frozen=True, kw_only=True):
    """One paragraph: where it stands, what it does in the argument, what it says in our words."""

    id: Id
    number: int
    role: Role
    gist: Text


class ArgumentNode(Record, frozen=True, kw_only=True):
    """A step of the argument as we read it; `supports` names the nodes that lean on it, `doubts` those it attacks."""

    id: Id
    kind: NodeKind
    label: Text
    text: Text
    paragraphs: list[Id]
    group: str = ""
    supports: list[Id] = []
    doubts: list[Id] = []


# --- annotations ---------------------------------------------------------------------------------------------------


class Note(Record, frozen=True, kw_only=True):
    """An annotation on one paragraph."""

    paragraph: Id
    kind: NoteKind
    level: Level
    text: Text
    habit: Habit | None = None
    claim: Id | None = None
    sources: list[Id] = []


class Claim(Record, frozen=True, kw_only=True):
    """A claim of the article, paraphrased, with the verdict of the record on it.

    `materiality` says what hangs on the verdict for the argument, and `materiality_why` why, in one sentence.
    """

    id: Id
    check: Text
    paragraphs: list[Id]
    claim: Text
    verdict: Verdict
    why: Text
    evidence: Text
    best_case: str = ""
    materiality: Materiality | None = None
    materiality_why: str = ""
    unverified: str = ""
    sources: list[Id] = []
    series: list[Id] = []
    events: list[Id] = []


class Forecast(Record, frozen=True, kw_only=True):
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


class Source(Record, frozen=True, kw_only=True):
    """Something a reader can look up. `seen` says how far it was opened for this course.

    `kind` says who speaks: those who did the thing (a law, a treaty, a ministry, a statistical office) are primary;
    journals, books and institutes of research are scholarly.
    """

    id: Id
    title: Text
    publisher: Text
    author: str = ""
    date: str = ""
    url: str = ""
    seen: Literal["opened", "partly", "not opened"]
    kind: SourceKind | None = None
    note: str = ""


class Event(Record, frozen=True, kw_only=True):
    """Something that happened; `start` and `end` are written as precisely as the sources know them."""

    id: Id
    title: Text
    start: Date
    end: Date | None = None
    theme: Id
    what: Text
    in_article: Literal["named", "alluded", "background", "afterwards"]
    where: str = ""
    marker: str = ""
    sections: list[Id]
    paragraphs: list[Id] = []
    sources: list[Id]
    unverified: str = ""


class Person(Record, frozen=True, kw_only=True):
    """Somebody the article names or leans on."""

    id: Id
    name: Text
    then: Text
    later: str = ""
    paragraphs: list[Id]
    aliases: list[str] = []
    sources: list[Id] = []
    unverified: str = ""


class Term(Record, frozen=True, kw_only=True):
    """A word a reader may not know; `aliases` are the other forms in which our prose uses it."""

    id: Id
    term: Text
    meaning: Text
    aliases: list[str] = []
    sources: list[Id] = []


# --- figures -------------------------------------------------------------------------------------------------------


class Column(Record, frozen=True, kw_only=True):
    """One measured thing in a series file; empty cells are unknown, never zero."""

    id: ColumnId
    label: Text
    unit: Text
    decimals: Decimals = 1
    caveat: str = ""


class Share(Record, frozen=True, kw_only=True):
    """A column that is computed, not stored: 100 * sum(part) / sum(whole), unknown where a part is unknown."""

    id: ColumnId
    label: Text
    part: Columns
    whole: Columns
    of: Text
    decimals: Decimals = 2
    unit: str = "per cent"
    caveat: str = ""


class Sum(Record, frozen=True, kw_only=True):
    """A column that is the sum of others, unknown where one of them is unknown."""

    id: ColumnId
    label: Text
    of: Columns
    unit: Text
    decimals: Decimals = 1
    caveat: str = ""


class Series(Record, frozen=True, kw_only=True):
    """What a file in data/series measures and where it comes from."""

    id: Id
    title: Text
    about: Text
    date: Literal["year", "month", "day"] = "year"
    vintage: Text
    caveats: list[str] = []
    sources: list[Id]
    column: Annotated[list[Column], msgspec.Meta(min_length=1)]
    sum: list[Sum] = []
    share: list[Share] = []


class ChartLine(Record, frozen=True, kw_only=True):
    """One line of a chart: a column of a series under a short label.

    With `instead_of` it is drawn only where that column is unknown.
    """

    series: Id
    column: str
    label: Text
    panel: str = ""
    who: Id = "first"
    emphasis: bool = False
    style: Literal["line", "points", "bars"] = "line"
    instead_of: str = ""


class Panel(Record, frozen=True, kw_only=True):
    """A part of a chart with a scale of its own; a rank counts from the top."""

    id: Id
    title: Text
    unit: Text
    rank: bool = False


class Threshold(Record, frozen=True, kw_only=True):
    """A level that somebody claimed or set, drawn across a panel; `value` may be a {series:…} reference."""

    value: float | Text
    label: Text
    panel: str = ""


class Moment(Record, frozen=True, kw_only=True):
    """A date marked on a chart besides the article's own."""

    date: Date
    label: Text


class Guess(Record, frozen=True, kw_only=True):
    """What `predict=True` asks before the chart is shown; `reference` leads to the figure."""

    question: Text
    reference: Text
    unit: str = ""


View = Literal["share-both", "share-exports", "share-imports", "value-both", "value-exports", "value-imports"]
"""What of a partner's trade is drawn: the measure and the flow."""


class Partner(Record, frozen=True, kw_only=True):
    """A partner that a chart can be asked for; `columns` are those of its series that are known, by view."""

    id: Id
    label: Text
    series: Id
    columns: dict[View, str]
    who: Id = "first"


class Ask(Record, frozen=True, kw_only=True):
    """What a chart of trade can be asked: partners, in the units of each view; its claim is on `tests`, one of them.

    A value is divided by `divided_by`; the thresholds in the panel `panel` stand in views of shares that show `tests`.
    """

    partner: Annotated[list[Partner], msgspec.Meta(min_length=1)]
    units: dict[View, Text]
    tests: Id
    panel: str = ""
    divided_by: Annotated[int, msgspec.Meta(ge=1)] = 1


class Chart(Record, frozen=True, kw_only=True):
    """A chart: what it tests, what it shows (`finding`: in one line), what is drawn, divided by `divided_by`."""

    id: Id
    title: Text
    finding: str = ""
    tests: list[Id]
    claim: Text
    shows: Text
    unit: Text
    line: Annotated[list[ChartLine], msgspec.Meta(min_length=1)]
    panel: list[Panel] = []
    threshold: list[Threshold] = []
    moment: list[Moment] = []
    guess: Guess | None = None
    start: Date | None = None
    end: Date | None = None
    divided_by: Annotated[int, msgspec.Meta(ge=1)] = 1
    caution: str = ""
    ask: Ask | None = None


# --- quizzes -------------------------------------------------------------------------------------------------------


class Option(Record, frozen=True, kw_only=True):
    """An option of a choice: `why` is said to whoever chooses it."""

    id: Id
    text: Text
    why: Text


class RubricLevel(Record, frozen=True, kw_only=True):
    """What an answer worth this many points looks like."""

    points: Annotated[int, msgspec.Meta(ge=0)]
    text: Text


class Criterion(Record, frozen=True, kw_only=True):
    """One line of a rubric, from the poorest level to the best."""

    id: Id
    text: Text
    level: list[RubricLevel]


class Item(Record, frozen=True, kw_only=True, tag_field="kind"):
    """What every quiz item has.

    `again` is the item of another quiz that this one asks again in other words; a table then calls both `topic`.
    """

    id: Id
    thinking: Thinking
    paragraphs: list[Id]
    prompt: Text
    use: Literal["quiz", "before", "write"] = "quiz"
    habit: Habit | None = None
    again: Id | None = None
    topic: str = ""
    sources: list[Id] = []
