"""Reads policy.toml: every fault is named at once, with its line, its key and what to do."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import msgspec

from ....content.errors import CourseError
from ...roster import folded
from ..due_time import due_time
from .model import FORMS, NEEDED, RULES, Policy
from .toml_lines import TomlLines


class Known(msgspec.Struct, frozen=True):
    """The names that a policy may use: students (None where there is no list), and the tasks of each exercise.

    `also` has the ids of students by the other ways in which they may be named, folded.
    """

    students: Collection[str] | None
    tasks: Mapping[str, Collection[str]]
    also: Mapping[str, str] = {}


class Fault(msgspec.Struct, frozen=True):
    """A fault: its line, its key and what to do; an `unknown` name stops nobody, its rule is passed over."""

    line: int
    key: str
    says: str
    unknown: bool = False


def read_policy(path: Path, known: Known) -> tuple[Policy, list[str]]:
    """Return the rules in `path` and what to say of names that nobody has.

    CourseError names every other fault at once: marks without a rule that was meant would be wrong.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
        tables = tomllib.loads(text)
    except FileNotFoundError:
        raise CourseError(f"there is no {path}; `policy --out {path}` writes one to fill in.") from None
    except UnicodeDecodeError:
        raise CourseError(f"{path} is not text in UTF-8; save it as UTF-8, as editors for plain text do.") from None
    except tomllib.TOMLDecodeError as error:
        raise CourseError(
            f"{path} cannot be read: {error}. Names and times stand between quotation marks, numbers, true and false "
            "without them, a comment behind #."
        ) from None
    reader = _Reader(TomlLines(text), known)
    policy = reader.policy(tables)
    faults = sorted(reader.faults, key=lambda fault: fault.line)
    said = [f"line {fault.line}, {fault.key}: {fault.says}" for fault in faults]
    if any(not fault.unknown for fault in faults):
        raise CourseError(f"{path} has {_count(len(said))}:\n" + "\n".join(f"  {each}" for each in said))
    return policy, [f"{path.name}, {each}; this is passed over, all else holds" for each in said]


class _Reader:
    """Turns tables into rules and collects what is wrong with them."""

    def __init__(self, lines: TomlLines, known: Known):
        self._lines, self._known = lines, known
        self.faults: list[Fault] = []

    def policy(self, tables: Mapping[str, Any]) -> Policy:
        rules: dict[str, list[Any]] = {name: [] for name in FORMS}
        for name, found in tables.items():
            if name not in FORMS:
                hint = _near(name, FORMS) or f"it may hold {', '.join(FORMS)}"
                self._fault(name, 0, "", f"there is no such table; {hint}")
                continue
            rows = [found] if isinstance(found, dict) else found
            if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
                self._fault(name, 0, "", f"it is a table; write [[{name}]] on a line of its own and its keys below it")
                continue
            built = [self._rule(name, number, row) for number, row in enumerate(rows)]
            rules[name] = [rule for rule in built if rule is not None]
            self._once(name, rows)
        return Policy(**rules)

    def _once(self, table: str, rows: list[Mapping[str, Any]]) -> None:
        """Name rules that stand twice: which of the two was meant, nobody can say."""
        if table == "point":
            return  # points add up
        seen: dict[tuple[str, str], int] = {}
        for number, row in enumerate(rows):
            name = str(row.get("id", "")), str(row.get("exercise", ""))
            first = seen.setdefault(name, number)
            excused = "excuse" in row and "excuse" in rows[first]
            if first != number and not excused:
                line = self._lines.of(table, first)
                self._fault(table, number, "", f"{' '.join(name).strip() or table} stands in line {line} too; keep one")

    def _rule(self, table: str, number: int, row: Mapping[str, Any]) -> Any:
        before = len(self.faults)
        values = {key: self._value(table, number, key, value) for key, value in row.items()}
        for key in NEEDED[table]:
            if key not in row:
                self._fault(table, number, "", f"{key} is missing; add {key} = … below [[{table}]]")
        if len(self.faults) > before:
            return None
        self._together(table, number, values)
        values = self._named(table, number, values)
        return msgspec.convert(values, RULES[table]) if values else None

    def _value(self, table: str, number: int, key: str, value: Any) -> Any:
        forms = FORMS[table]
        if key not in forms:
            hint = _near(key, forms) or f"[[{table}]] may hold {', '.join(forms)}"
            self._fault(table, number, key, f"there is no such key; {hint}")
            return None
        ready = forms[key].ready(value)
        if ready is None:
            self._fault(table, number, key, f"{value!r} cannot stand here; {forms[key].says}")
        elif key == "due":
            try:
                due_time(ready, "due =")
            except CourseError as error:
                self._fault(table, number, key, str(error))
        return ready

    def _together(self, table: str, number: int, values: Mapping[str, Any]) -> None:
        """Name keys that say nothing together, or against one another."""
        if table == "student" and not {"due", "extra_days", "extra_hours"} & set(values):
            self._fault(table, number, "", "it gives no time; add due = …, extra_days = … or extra_hours = …")
        if table == "student" and "due" in values and {"extra_days", "extra_hours"} & set(values):
            self._fault(table, number, "due", "a date and extra time stand together; keep one of them")
        if table == "late" and "per_day" in values and "per_hour" in values:
            self._fault(table, number, "per_hour", "per_day and per_hour stand together; keep one of them")
        if table == "task":
            ways = [key for key in ("drop", "full", "excuse", "weight") if values.get(key) not in (None, False)]
            if len(ways) != 1 and set(ways) != {"excuse", "weight"}:
                says = f"{' and '.join(ways)} stand together; keep one" if ways else "it says nothing"
                self._fault(table, number, ways[-1] if ways else "", f"{says}: drop, full, excuse or weight")

    def _named(self, table: str, number: int, values: dict[str, Any]) -> dict[str, Any]:
        """Pass over names that nobody has; {} where nothing of the rule is left."""
        exercise = values.get("exercise", "")
        before = len(self.faults)
        if exercise and exercise not in self._known.tasks:
            self._unknown(table, number, "exercise", exercise, self._known.tasks, "exercise")
            return {}
        tasks = [*self._known.tasks.get(exercise, [])] or [t for own in self._known.tasks.values() for t in own]
        key = {"task": "id", "point": "task"}.get(table, "")
        if key in values and values[key] not in tasks:
            self._unknown(table, number, key, values[key], tasks, "task")
        key = {"student": "id", "point": "student"}.get(table, "")
        if key in values:
            self._student(table, number, key, values[key])
        if len(self.faults) > before:
            return {}
        if "excuse" in values:
            values["excuse"] = [each for each in values["excuse"] if self._student(table, number, "excuse", each)]
        return values if values.get("excuse", True) else {}

    def _student(self, table: str, number: int, key: str, name: str) -> bool:
        if self._known.students is None or name in self._known.students:
            return True
        if own := self._known.also.get(folded(name)):
            says = f"a student is named by the id on the list; write {own!r} for {name!r}"
            self.faults.append(Fault(self._lines.of(table, number, key), key, says, True))
        else:
            self._unknown(table, number, key, name, self._known.students, "student")
        return False

    def _unknown(self, table: str, number: int, key: str, name: str, names: Collection[str], what: str) -> None:
        hint = _near(name, names) or "compare it with the list" if what == "student" else _near(name, names)
        says = f"no {what} is called {name!r}; {hint or 'there are ' + ', '.join(names)}"
        self.faults.append(Fault(self._lines.of(table, number, key), key, says, True))

    def _fault(self, table: str, number: int, key: str, says: str) -> None:
        self.faults.append(Fault(self._lines.of(table, number, key), key or table, says))


def _near(name: str, names: Collection[str]) -> str:
    folded = {each.casefold(): each for each in names}
    near = difflib.get_close_matches(name.casefold(), folded, n=1, cutoff=0.5)
    return f"did you mean {folded[near[0]]!r}?" if near else ""


def _count(number: int) -> str:
    return "one fault" if number == 1 else f"{number} faults"
