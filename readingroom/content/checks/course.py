"""Cross-checks of the whole content: every fault at once, each with file, record and field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, get_args

from .. import models as m
from ..errors import ContentError, Fault
from ..exercise import assignment, key, names
from ..library import Library, section_of
from ..references import REFERENCE, UnknownReferenceError
from .bank import bank_faults
from .exercises import key_faults, some_variant, task_faults
from .items import item_faults
from .typed_figures import Texts, figure_faults, prose

Rows = list[Any]


def faults(library: Library) -> list[Fault]:
    """Return every fault in data/ and exercises/, in the order of the files; an empty list means sound content."""
    return _Check(library).run()


def coverage(library: Library) -> str:
    """Return a table: for each paragraph its notes by kind, claims, events, charts and quiz items."""
    kinds = get_args(m.NoteKind)
    notes = Counter((n.paragraph, n.kind) for s in library.sections for n in library.notes(s))
    rows = [("paragraph", *kinds, "claims", "events", "charts", "items")]
    for p in library.paragraphs:
        rows.append(
            (
                p,
                *(str(notes[p, kind]) for kind in kinds),
                str(sum(p in c.paragraphs for c in library.claims.values())),
                str(sum(p in e.paragraphs for e in library.events.values())),
                str(sum(p in c.tests for c in library.charts.values())),
                str(sum(p in i.paragraphs for q in library.quizzes for i in library.items(q))),
            )
        )
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


class _Check:
    """One pass over the content. A file that cannot be read counts as empty, and its faults are kept."""

    def __init__(self, library: Library):
        self.library, self.found = library, []
        self.texts: Texts = []
        self.unread = False

    def run(self) -> list[Fault]:
        lib = self.library
        self.sections = self._read(lambda: lib.sections, {})
        self.paragraphs = self._read(lambda: lib.paragraphs, {})
        self.sources = self._read(lambda: lib.sources, {})
        self.events = self._read(lambda: lib.events, {})
        self.series = self._read(lambda: lib.series, {})
        self.charts = self._read(lambda: lib.charts, {})
        self.tables = {
            name: table for name in self.series if (table := self._read(lambda name=name: lib.table(name), None))
        }
        self.claims: dict[str, m.Claim] = {}
        self.claims_known = True
        self._article()
        self._shared_records()
        for section in self.sections:
            self._section(section)
        quizzes = [*self.sections, *(q for q in lib.quizzes if q not in self.sections)] if self.sections else []
        for quiz in quizzes:
            self._quiz(quiz)
        self.found += bank_faults(
            {quiz: self._read(lambda quiz=quiz: lib.items(quiz), []) for quiz in quizzes}, self._shown
        )
        self._forecasts()
        self._argument()
        self._series()
        self._charts()
        self._exercises()
        self._figures()
        return self.found

    # --- reading -----------------------------------------------------------------------------------------------------

    def _read(self, read: Callable[[], Any], otherwise: Any) -> Any:
        try:
            return read()
        except ContentError as error:
            self.found += [fault for fault in error.faults if fault not in self.found]
            self.unread = True
            return otherwise

    def _say(self, file: str, record: str, field: str, says: str) -> None:
        self.found.append(Fault(file, record, field, says))

    # --- what every record can have ----------------------------------------------------------------------------------

    def _known(self, file: str, record: str, field: str, named: Iterable[str], known: Iterable[str], what: str) -> None:
        known = set(known)
        for name in named:
            if name not in known:
                self._say(file, record, field, f"there is no {what} {name!r}")

    def _twice(self, file: str, what: str, ids: Iterable[str]) -> None:
        for name, count in Counter(ids).items():
            if count > 1:
                self._say(file, f"{what} {name}", "id", f"stands {count} times")

    def _prose(self, file: str, record: str, row: Any) -> None:
        name = next((value for field in ("id", "paragraph", "task") if (value := getattr(row, field, ""))), "")
        self.texts += prose(file, [(record, name, row)], texts)
        for field, text in texts(row):
            try:
                self.library.text(text)
            except UnknownReferenceError as fault:
                self._say(file, record, field, str(fault))
            except ContentError:
                pass  # the series file's own fault is reported already
            if "$" in text:
                self._say(file, record, field, "a dollar sign starts mathematics in a notebook; write US dollars")
            if "{series" in text and not _well_formed(text):
                self._say(file, record, field, "a reference is written {series:ID.COLUMN:DATE}")

    def _record(self, file: str, label: str, row: Any) -> None:
        """What holds for any record: its sources, paragraphs, claims, events and series exist, its prose is sound."""
        for field, known, what in (
            ("sources", self.sources, "source"),
            ("paragraphs", self.paragraphs, "paragraph"),
            ("tests", self.paragraphs, "paragraph"),
            ("events", self.events, "event"),
            ("series", self.series, "series"),
            ("sections", self.sections, "section"),
        ):
            named = getattr(row, field, None)
            if isinstance(named, list):
                self._known(file, label, field, named, known, what)
        self._prose(file, label, row)

    def _shown(self, text: str) -> str:
        """`text` with its figures filled in, or as it stands where that fails (which is reported with its record)."""
        try:
            return self.library.text(text)
        except (UnknownReferenceError, ContentError):
            return text

    # --- files -------------------------------------------------------------------------------------------------------

    def _article(self) -> None:
        file = "data/article.toml"
        article = self._read(lambda: self.library.article, None)
        if article:
            self._record(file, "article", article)
        for number, paragraph in enumerate(self.paragraphs.values(), start=1):
            label = f"paragraph {paragraph.id}"
            if section_of(paragraph.id) not in self.sections:
                self._say(file, label, "id", f"begins with no section: {', '.join(self.sections)}")
            if paragraph.number != number:
                self._say(file, label, "number", f"is {paragraph.number}, but the paragraph stands in place {number}")
            self._prose(file, label, paragraph)
        for section in self.sections:
            if not any(section_of(p) == section for p in self.paragraphs):
                self._say(file, f"section {section}", "paragraph", "has no paragraphs")
        rows = self._read(lambda: self.library._rows("article", "paragraph", m.Paragraph), [])
        self._twice(file, "paragraph", [p.id for p in rows])

    def _shared_records(self) -> None:
        lib = self.library
        for name, table, model in (
            ("sources", "source", m.Source),
            ("events", "event", m.Event),
            ("people", "person", m.Person),
            ("glossary", "term", m.Term),
        ):
            file = f"data/{name}.toml"
            rows = self._read(lambda n=name, t=table, k=model: lib._rows(n, t, k), [])
            self._twice(file, table, [row.id for row in rows])
            for row in rows:
                self._record(file, f"{table} {row.id}", row)
                if table == "source" and not row.url and not row.author:
                    self._say(
                        file, f"source {row.id}", "url", "has neither an address nor an author: nobody could find it"
                    )
                if table == "event":
                    self._event(file, row)
        marked = Counter(event.marker for event in self.events.values() if event.marker)
        for year in ("1991", "1993", "1998", "2003"):
            if self.events and not marked[year]:
                self._say("data/events.toml", "", "marker", f"no event carries the article's marker {year}")

    def _event(self, file: str, event: m.Event) -> None:
        label = f"event {event.id}"
        if event.end and event.end < event.start[: len(event.end)]:
            self._say(file, label, "end", f"{event.end} lies before the start, {event.start}")
        if not event.sources and not event.unverified:
            self._say(file, label, "sources", "has no source, and does not say that it is unverified")

    def _section(self, section: str) -> None:
        lib = self.library
        file = f"data/notes/{section}.toml"
        claims = self._read(lambda: lib.section_claims(section), None)
        self.claims_known &= (
            claims is not None
        )  # a file that cannot be read must not make every mention of its claims a fault
        for number, note in enumerate(self._read(lambda: lib.notes(section), []), start=1):
            label = f"note {number} ({note.paragraph})"
            self._known(
                file,
                label,
                "paragraph",
                [note.paragraph],
                (p for p in self.paragraphs if section_of(p) == section),
                f"paragraph of {section}",
            )
            if claims is not None:
                self._known(
                    file,
                    label,
                    "claim",
                    [note.claim] if note.claim else [],
                    (c.id for c in claims),
                    f"claim of {section}",
                )
            if note.kind == "fact-check" and not (note.sources or note.claim):
                self._say(
                    file, label, "sources", "a fact-check names its sources, or the claim that could not be verified"
                )
            self._record(file, label, note)
        file = f"data/claims/{section}.toml"
        self._twice(file, "claim", [c.id for c in claims or []])
        for claim in claims or []:
            if claim.id in self.claims:
                self._say(file, f"claim {claim.id}", "id", "stands in another section too")
            self.claims[claim.id] = claim
            self._record(file, f"claim {claim.id}", claim)

    def _quiz(self, quiz: str) -> None:
        file = f"data/quizzes/{quiz}.toml"
        items = self._read(lambda: self.library.items(quiz), [])
        seen = self.__dict__.setdefault("item_ids", set())
        for item in items:
            label = f"item {item.id}"
            if item.id in seen:
                self._say(file, label, "id", "stands twice")
            seen.add(item.id)
            self._record(file, label, item)
            if not item.paragraphs:
                self._say(file, label, "paragraphs", "names no paragraph to read again")
            for field, says in item_faults(item, self.paragraphs):
                self._say(file, label, field, says)
            for field, text in numbers(item):
                try:
                    self.library.number(text)
                except UnknownReferenceError as fault:
                    self._say(file, label, field, str(fault))
                except ContentError:
                    pass

    def _forecasts(self) -> None:
        for forecast in self._read(lambda: self.library.forecasts, {}).values():
            label = f"forecast {forecast.id}"
            self._record("data/forecasts.toml", label, forecast)
            if self.claims_known:
                self._known("data/forecasts.toml", label, "claim", [forecast.claim], self.claims, "claim")

    def _argument(self) -> None:
        file, nodes = "data/argument.toml", self._read(lambda: self.library.argument, {})
        for node in nodes.values():
            label = f"node {node.id}"
            self._record(file, label, node)
            self._known(file, label, "supports", node.supports, nodes, "node")
            self._known(file, label, "doubts", node.doubts, nodes, "node")
            if node.id in _reachable(nodes, node.id):
                self._say(file, label, "supports", "leads back to itself")

    def _series(self) -> None:
        for name, about in self.series.items():
            self._record("data/series.toml", f"series {name}", about)
            if not about.sources:
                self._say("data/series.toml", f"series {name}", "sources", "names no source")
            table = self.tables.get(name)
            for number, source in enumerate(table.row_sources if table else [], start=2):
                self._known(f"data/series/{name}.csv", f"row {number}", "source", [source], self.sources, "source")

    def _charts(self) -> None:
        file = "data/charts.toml"
        for chart in self.charts.values():
            label = f"chart {chart.id}"
            self._record(file, label, chart)
            for number, line in enumerate(chart.line, start=1):
                self._known(file, label, f"line {number} series", [line.series], self.series, "series")
                if line.series in self.tables:
                    self._known(
                        file, label, f"line {number} column", [line.column], self.tables[line.series].values, "column"
                    )
            if chart.guess:
                try:
                    self.library.number(chart.guess.reference)
                except (UnknownReferenceError, ContentError) as fault:
                    self._say(file, label, "guess.reference", str(fault))

    def _exercises(self) -> None:
        root = self.library.root
        for name in names(root):
            file = f"exercises/tasks/{name}.toml"
            given = self._read(lambda name=name: assignment(root, name), None)
            if given is None:
                continue
            self._record(file, "exercise", given.about)
            if given.about.id != name:
                self._say(file, "exercise", "id", f"is {given.about.id!r}; it must be the file's name")
            for task in given.tasks.values():
                self._record(file, f"task {task.id}", some_variant(task, task))
                for field, says in task_faults(task, self.paragraphs):
                    self._say(file, f"task {task.id}", field, says)
            if (root / f"exercises/key/{name}.toml").exists():
                self._key(name, given.tasks)

    def _key(self, name: str, tasks: dict[str, Any]) -> None:
        file = f"exercises/key/{name}.toml"
        keys = self._read(lambda: key(self.library.root, name), [])
        self._twice(file, "key", [k.task for k in keys])
        for missing in sorted(set(tasks) - {k.task for k in keys}) if keys else []:
            self._say(file, f"key {missing}", "task", "the task has no key")
        for entry in keys:
            label = f"key {entry.task}"
            self._known(file, label, "task", [entry.task], tasks, "task")
            task = tasks.get(entry.task)
            self._record(file, label, some_variant(task, entry) if task else entry)
            for field, says in key_faults(self.library, task, entry) if task else []:
                self._say(file, label, field, says)

    def _figures(self) -> None:
        self.found += figure_faults(self.library, self.texts, whole=not self.unread)


def texts(row: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield (field, text) for every text in a record, at any depth."""
    if isinstance(row, str):
        yield path, row
    elif isinstance(row, dict):
        for name, value in row.items():
            yield from texts(value, f"{path}.{name}".strip("."))
    elif isinstance(row, list):
        for number, value in enumerate(row, start=1):
            yield from texts(value, f"{path} {number}")
    elif hasattr(row, "__struct_fields__"):
        for name in row.__struct_fields__:
            yield from texts(getattr(row, name), f"{path}.{name}".strip("."))


def numbers(item: m.QuizItem) -> Iterator[tuple[str, str]]:
    """Yield (field, number as written) for the numbers an item is scored with."""
    if isinstance(item, m.Number):
        yield "answer", item.answer
        for number, mistake in enumerate(item.mistake, start=1):
            yield f"mistake {number} value", mistake.value


def _well_formed(text: str) -> bool:
    return text.count("{series") == len(REFERENCE.findall(text))


def _reachable(nodes: dict[str, m.ArgumentNode], start: str) -> set[str]:
    found: set[str] = set()
    ahead = list(nodes[start].supports)
    while ahead:
        name = ahead.pop()
        if name in nodes and name not in found:
            found.add(name)
            ahead += nodes[name].supports
    return found
