"""The parts of a page that was left are closed in its kernel, and no others."""

from __future__ import annotations

import ipywidgets
import pytest
from ipywidgets.widgets.widget import _instances

from readingroom.parts.base.box import Box
from readingroom.parts.base.widget import Widget, close_parts
from readingroom.parts.lesson import SectionLesson


class Part(Widget):
    """A part that shows nothing."""

    _esm = "export default { render() {} }"


def test_the_parts_that_were_left_are_closed_and_others_stay():
    left, shown = Part(), Part()

    close_parts([left.model_id])

    assert [each.comm is None for each in (left, left.layout, shown, shown.layout)] == [True, True, False, False]


def test_with_a_box_all_that_it_holds_is_closed_shown_and_hidden():
    head, output, spare, other = Part(), ipywidgets.Output(), Box([Part()]), Part()
    box = Box([head, output])
    box.hidden = [spare]

    close_parts([box.model_id])

    held = (box, head, output, spare, *spare.children)
    assert [each.comm is None and each.layout.comm is None for each in held] == [True] * len(held)
    assert other.comm is not None


@pytest.mark.parametrize(
    "call",
    ["before", "read", "timeline", "claims", "documents", "glossary", "quiz", "record", "hand_in", "ways", "story"],
)
def test_all_that_a_call_makes_in_its_kernel_goes_with_what_the_page_shows_of_it(library, record, call):
    lesson = SectionLesson(library, record, "realism")
    assert open_widgets_after(getattr(lesson, call)) == []


def test_all_that_a_chart_makes_in_its_kernel_goes_with_it(library, record):
    lesson = SectionLesson(library, record, "realism")
    assert open_widgets_after(lambda: lesson.chart("oil-price", predict=True)) == []


def test_the_charts_of_a_storys_other_stops_go_with_it(library, record):
    def walked():
        story = SectionLesson(library, record, "realism").story()
        for stop in range(3):
            story.children[0].stop = stop
        return story

    assert open_widgets_after(walked) == []


def open_widgets_after(make) -> list[str]:
    """The widgets that `make` leaves open once the page has closed what it shows."""
    before = set(_instances)
    shown = make()
    assert len(set(_instances) - before) > 1

    close_parts([shown.model_id])

    return [repr(type(_instances[name])) for name in set(_instances) - before]


def test_ids_that_no_part_has_are_passed_over():
    shown = Part()

    close_parts(["of a kernel before a restart", shown.model_id, shown.model_id])

    assert shown.comm is None
