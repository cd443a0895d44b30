"""The parts of a page that was left are closed in its kernel, and no others."""

from __future__ import annotations

from readingroom.parts.base.widget import Widget, close_parts


class Part(Widget):
    """A part that shows nothing."""

    _esm = "export default { render() {} }"


def test_the_parts_that_were_left_are_closed_and_others_stay():
    left, shown = Part(), Part()

    close_parts([left.model_id])

    assert [each.comm is None for each in (left, left.layout, shown, shown.layout)] == [True, True, False, False]


def test_ids_that_no_part_has_are_passed_over():
    shown = Part()

    close_parts(["of a kernel before a restart", shown.model_id, shown.model_id])

    assert shown.comm is None
