"""What a lesson says of itself in a notebook: its repr, its help, tab completion, and the answer to a wrong name."""

from __future__ import annotations

import pydoc
import re

import pytest
from IPython.core.completer import provisionalcompleter
from IPython.core.formatters import DisplayFormatter
from IPython.core.interactiveshell import InteractiveShell

from readingroom.content.errors import CourseError
from readingroom.parts.exercise.exercise import OpenExercise
from readingroom.parts.lesson import SectionLesson, WholeCourse

OF_A_SECTION = [
    "before",
    "chart",
    "check",
    "claims",
    "data",
    "documents",
    "glossary",
    "hand_in",
    "quiz",
    "read",
    "record",
    "rows",
    "story",
    "timeline",
    "ways",
    "write",
]
OF_THE_COURSE = [
    "chart",
    "check",
    "claims",
    "copy",
    "data",
    "documents",
    "forecasts",
    "gain",
    "glossary",
    "go_on",
    "hand_in",
    "map",
    "people",
    "quiz",
    "record",
    "review",
    "rows",
    "story",
    "timeline",
    "ways",
    "weighing",
    "write",
]


@pytest.fixture
def lesson(library, record):
    return SectionLesson(library, record, "realism")


@pytest.fixture
def opened(library, record, lesson):
    """Everything that a notebook can open, with its calls."""
    return [
        (lesson, OF_A_SECTION),
        (WholeCourse(library, record), OF_THE_COURSE),
        (OpenExercise(library, record, "02-opening"), ["hand_in", "mark_my_work", "task"]),
    ]


@pytest.fixture(scope="module")
def shell():
    running = InteractiveShell.instance()
    yield running
    running.user_ns.pop("lesson", None)
    InteractiveShell.clear_instance()


def test_dir_lists_what_a_cell_may_call_and_nothing_else(opened):
    assert [dir(each) for each, _ in opened] == [calls for _, calls in opened]


def test_the_repr_has_the_title_and_a_line_for_each_call(opened, library):
    for each, calls in opened:
        title, *lines = repr(each).splitlines()
        assert title.endswith("Calls:")
        assert [re.match(r"  \.(\w+)\(", line)[1] for line in lines] == calls
        assert all(len(line) <= 120 and line[0:3] == "  ." and line.split(")", 1)[1].strip() for line in lines)
    assert library.sections["realism"].title in repr(opened[0][0])


def test_the_repr_shows_how_a_call_is_typed(lesson):
    assert re.search(r"^  \.chart\(name, predict=False, \*\*asked\)  +A chart", repr(lesson), re.MULTILINE)


def test_help_on_a_call_reads_well(lesson):
    page = pydoc.render_doc(lesson.chart, renderer=pydoc.plaintext)

    assert "chart(name: str, predict: bool = False, **asked: Any)" in page
    assert "predict=True it first asks for your guess" in page


@pytest.mark.parametrize("name, near", [("quizz", "quiz"), ("chrat", "chart"), ("timelines", "timeline")])
def test_a_misspelt_call_is_answered_with_the_nearest_and_all_the_others(lesson, name, near):
    with pytest.raises(AttributeError) as raised:
        getattr(lesson, name)

    calls = " ".join(f".{call}()" for call in OF_A_SECTION)
    assert str(raised.value) == f"no .{name}(); did you mean .{near}()? Calls: {calls}"


def test_something_unlike_any_call_is_answered_without_a_guess(lesson):
    with pytest.raises(AttributeError, match=r"^no \.zzz\(\)\. Calls: \.before\(\)"):
        lesson.zzz()


def test_a_misspelt_chart_and_series_are_answered_with_their_names(lesson):
    with pytest.raises(CourseError, match="did you mean 'trade-shares'"):
        lesson.chart("trade-share")
    with pytest.raises(CourseError, match="did you mean 'growth'"):
        lesson.data("growht")


def test_hasattr_is_false_for_what_is_not_there(lesson):
    assert not hasattr(lesson, "shape")


@pytest.mark.parametrize("name", ["_ipython_display_", "_repr_html_", "_repr_mimebundle_", "__array__", "__wrapped__"])
def test_what_ipython_and_numpy_look_for_gets_a_plain_attribute_error(lesson, name):
    with pytest.raises(AttributeError) as raised:
        getattr(lesson, name)

    assert not isinstance(raised.value, CourseError)
    assert "Calls:" not in str(raised.value)


def test_ipython_shows_a_lesson_as_its_repr_and_in_no_other_form(lesson):
    assert DisplayFormatter().format(lesson) == ({"text/plain": repr(lesson)}, {})


@pytest.mark.parametrize("jedi", [True, False])
def test_tab_completion_offers_the_calls_alone(shell, lesson, jedi):
    shell.user_ns["lesson"] = lesson
    shell.Completer.use_jedi = jedi

    with provisionalcompleter():
        offered = [found.text.lstrip(".") for found in shell.Completer.completions("lesson.", 7)]
        narrowed = [found.text.lstrip(".") for found in shell.Completer.completions("lesson.re", 9)]

    assert sorted(offered) == OF_A_SECTION
    assert sorted(narrowed) == ["read", "record"]


def test_in_a_notebook_a_misspelt_call_shows_as_its_sentence_alone(shell, lesson, capsys):
    shell.user_ns["lesson"] = lesson

    shell.run_cell("lesson.quizz()")

    shown = capsys.readouterr().out
    assert shown.strip().startswith("Reading Room: no .quizz(); did you mean .quiz()? Calls: .before() ")
    assert "Traceback" not in shown
