"""A learner with no mouse: the quizzes' controls reached with Tab and worked with keys alone."""

from __future__ import annotations

import item_types as i

from readingroom.content import models as m
from readingroom.content.kinds import kind_name

FOCUS_AMONG = """([id, selector]) => {
    const on = document.activeElement, item = on?.closest('.rr-item')?.id ?? '';
    return [Boolean(on?.matches(selector) && on.closest('#rr-item-' + id)), `${on?.tagName} ${on?.className} ${item}`];
}"""
KINDS = ["choice", "choices", "order", "match", "sort", "number", "passage", "short"]


def one_of_each_kind(library, quiz: str) -> dict[str, m.Item]:
    """The first item of each kind in `quiz`."""
    items = [item for item in library.items(quiz) if item.use == "quiz"]
    return {kind: next(item for item in items if kind_name(item) == kind) for kind in KINDS}


def tab_to(page, item_id: str, selector: str) -> None:
    """Press Tab until the focus is on a control of the item that fits `selector`."""
    stops = []
    for _ in range(400):
        is_there, stop = page.evaluate(FOCUS_AMONG, [item_id, selector])
        if is_there:
            return
        stops.append(stop)
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reached {selector} of {item_id}, but {stops[:12]} … {stops[-6:]}")


def focused(page, expression: str):
    """The value of a JavaScript expression about `on`, the element that has the focus."""
    return page.evaluate(f"() => {{ const on = document.activeElement; return {expression}; }}")


def walk_from_the_top(page) -> None:
    """Put the focus where the quiz begins."""
    page.locator(".rr-quiz-head button").first.focus()


def choose_radio(page, item_id: str, value: str, selector: str) -> None:
    """Choose `value` among the radio buttons that fit `selector`."""
    tab_to(page, item_id, selector)
    page.keyboard.press("Space")
    for _ in range(12):
        if focused(page, "on.value") == value:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"the arrow keys never reached {value}")


def answer(page, library, item) -> None:
    """Give the right answer to `item` by keyboard."""
    match item:
        case i.Choice():
            choose_radio(page, item.id, item.answer, ".rr-options input")
        case i.PassageItem():
            choose_radio(page, item.id, item.answer[0], ".rr-options input")
        case i.Choices():
            tab_to(page, item.id, ".rr-options input")
            for _ in item.option:
                if focused(page, "on.checked") != (focused(page, "on.value") in item.answer):
                    page.keyboard.press("Space")
                page.keyboard.press("Tab")
        case i.Order():
            sort_lines(page, item)
        case i.Match() | i.Sort():
            key = {p.id: p.id for p in item.pair} if isinstance(item, i.Match) else {c.id: c.bin for c in item.card}
            place_cards(page, item, key)
        case i.Number():
            tab_to(page, item.id, ".rr-typed input")
            page.keyboard.type(str(library.number(item.answer)))
        case i.Short():
            tab_to(page, item.id, ".rr-typed input")
            page.keyboard.type(item.answer[0])


def sort_lines(page, item) -> None:
    """Move each line up to its place, the first one first."""
    for place, option in enumerate(item.option):
        walk_from_the_top(page)
        tab_to(page, item.id, f"[data-id='{option.id}'] button:first-child")
        while focused(page, "[...on.closest('ol').children].indexOf(on.closest('li'))") > place:
            page.keyboard.press("Enter")


def place_cards(page, item, key: dict[str, str]) -> None:
    """Choose for each card the place that `key` gives it."""
    tab_to(page, item.id, "select")
    for _ in key:
        card = focused(page, "on.id").split("-", 1)[1].rpartition("-")[0]
        for _ in range(12):
            if focused(page, "on.value") == key[card]:
                break
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")


def in_its_cell(page) -> bool:
    """Whether the focus is in the notebook's active cell: a key that the notebook takes makes another cell active.

    The cells are not counted: the notebook takes those that are far from the window out of the page, and b and x end at the same number.
    """
    return focused(page, "!!on.closest('.jp-Cell.jp-mod-active .jp-OutputArea')")


def stays(page, *keys: str) -> bool:
    """Press keys on the control that has the focus; whether it was its own to the last, and no key went to the notebook."""
    own = []
    for key in keys:
        page.keyboard.press(key)
        own.append(in_its_cell(page))
    return all(own)


def ensure_open(page, item) -> None:
    """Try again where an earlier test has answered the item."""
    # What stands on the button, seen or not: of a cell that is not drawn yet an engine gives no inner text.
    button = "(id) => document.querySelector(`#rr-item-${id} .rr-main`).textContent"
    if page.evaluate(button, item.id) == "Try again":
        tab_to(page, item.id, ".rr-main")
        page.keyboard.press("Enter")
        walk_from_the_top(page)


def settle(page, library, item) -> None:
    """Give the right answer to `item`, say how sure, and have it checked, all by keyboard from where the quiz begins."""
    walk_from_the_top(page)
    ensure_open(page, item)
    answer(page, library, item)
    choose_radio(page, item.id, "2", ".rr-sure input")
    tab_to(page, item.id, ".rr-main")
    page.keyboard.press("Enter")


def answer_where_it_stands(page, library, item) -> None:
    """Give the right answer, say how sure, and have it checked, by keyboard from the item itself."""
    page.locator(f"#rr-item-{item.id}").focus()
    answer(page, library, item)
    page.locator(f"#rr-item-{item.id}").focus()
    choose_radio(page, item.id, "2", ".rr-sure input")
    tab_to(page, item.id, ".rr-main")
    page.keyboard.press("Enter")
