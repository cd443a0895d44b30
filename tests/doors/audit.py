"""What a reader who does not see, or sees little, or has no mouse, is given: asked of the browser, not of the source.

The checks themselves are in audit.js; what screen readers are told is read from Chromium's own tree of accessible things.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("audit.js").read_text(encoding="utf-8")
RULES = {"target-size": {"enabled": True}, "label-content-name-mismatch": {"enabled": True}}
"""Rules of axe's that are off unless asked for."""
AXE = """async ([scope, rules, only]) => {
  const found = await axe.run(scope ? { include: [[scope]] } : document, only ? { runOnly: only } : { rules });
  const of = (rule) => found.passes.find((each) => each.id === rule)?.nodes.length ?? 0;
  // A paragraph's sign is a symbol, which criterion 2.5.3 leaves out: who sees it says its number, and hears "paragraph 21".
  const isSign = ({ html }) => /aria-label="[^"]*\\bparagraph (\\d+)\\b[^"]*"[^>]*>\\s*\u00b6\\1\\s*</.test(html);
  const counts = (rule) => (node) => rule.id !== 'label-content-name-mismatch' || !isSign(node);
  return { coloured: of('color-contrast'), named: of('button-name'),
    violations: found.violations.flatMap((rule) => rule.nodes.filter(counts(rule)).map((node) => `${rule.id}: ${node.html.slice(0, 120)} ${node.any.map((each) => each.message).join(' ')}`)) };
}"""
WIDE_SET = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"
"""The text spacing of criterion 1.4.12."""
OURS = ".rr"
"""What the course draws in a notebook."""
IN_A_NOTEBOOK = ("heading-order", "color-contrast")
"""What axe is not asked of parts: a lesson's headings begin in its prose, which lies outside; colours are asked by themselves."""
# Panels that cut off what they do not show hide it from axe too, and with it every colour: the page is laid open, on its own paper.
_LAID_OPEN = """() => {
  const above = new Set([...document.querySelectorAll('.rr')].flatMap((part) => { const up = []; for (let each = part.parentElement; each; each = each.parentElement) up.push(each); return up; }));
  above.forEach((each) => each.style.removeProperty('background'));
  let paper = '';
  for (let each = document.querySelector('.rr'); each && !paper; each = each.parentElement) {
    const colour = getComputedStyle(each).backgroundColor;
    if (colour !== 'rgba(0, 0, 0, 0)') paper = colour;
  }
  for (const each of above) {
    // What no longer cuts off must still shrink, else a figure keeps its panel as wide as it was drawn.
    for (const [name, value] of [['overflow', 'visible'], ['min-width', '0'], ['contain', 'none'], ['content-visibility', 'visible'], ['background', 'transparent']]) each.style.setProperty(name, value, 'important');
  }
  document.documentElement.style.setProperty('background', paper, 'important');
  document.querySelectorAll('.rr details').forEach((each) => { each.open = true; });
  document.querySelectorAll('.rr :is(.rr-term, .rr-node-label)[aria-expanded=false]').forEach((each) => each.click());
}"""


def axe_script() -> str:
    """Return axe-core; skip the test, or fail where a browser is required, if it is not installed."""
    found = find_spec("axe_playwright_python")
    if found and found.submodule_search_locations:
        return (Path(found.submodule_search_locations[0]) / "axe.min.js").read_text(encoding="utf-8")
    says = "axe-playwright-python is not installed (it comes with the extra `test`): nothing was asked of axe"
    if os.environ.get("READINGROOM_BROWSER") == "required":
        pytest.fail(says)
    pytest.skip(says)


def begin(page, scope: str = "body") -> None:
    """Bring the checks into `page`; what fits `scope` is ours."""
    page.evaluate(SCRIPT)
    page.evaluate("(scope) => audit.of(scope)", scope)


def lay_open(page) -> None:
    """Unfold all that the course draws on a notebook's page, on its own paper and cut off by no panel."""
    page.evaluate(_LAID_OPEN)


def begin_on_parts(page) -> None:
    """Lay open what the course draws on a notebook's page, and bring in the checks for it alone."""
    lay_open(page)
    begin(page, OURS)


def change_theme(page, name: str) -> None:
    """Change the theme of a front end of JupyterLab's, and lay its page open again."""
    page.evaluate(
        "async (theme) => { await window.jupyterapp.commands.execute('apputils:change-theme', { theme }) }", name
    )
    # JupyterLab fetches a theme when it is first asked for, which took over fifteen seconds beside a hub of ten students.
    page.wait_for_function(
        "(light) => document.body.dataset.jpThemeLight === light",
        arg=str(name.endswith("Light")).lower(),
        timeout=60_000,
    )
    lay_open(page)


def faults(page, check: str, least: int = 1) -> list[str]:
    """Return what `check` finds wrong; it must have looked at `least` things, or its silence says nothing."""
    found = page.evaluate(f"() => audit.{check if '(' in check else check + '()'}")
    assert found["looked"] >= least, f"{check} looked at {found['looked']} things only"
    return found["faults"]


def axe(page, scope: str = "", only: list[str] | None = None, without: Iterable[str] = ()) -> dict:
    """Return what axe finds within `scope`, or on the whole page: by the rules `only`, if there are any, or by all but those `without`."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(axe_script())
    return page.evaluate(AXE, [scope, RULES | {rule: {"enabled": False} for rule in without}, only])


@contextmanager
def media(page, **emulated) -> Iterator[None]:
    """Look at the page as on paper, in forced colours, …, and then as before."""
    page.emulate_media(**emulated)
    try:
        yield
    finally:
        page.emulate_media(**dict.fromkeys(emulated, "null"))


@contextmanager
def style(page, css: str) -> Iterator[None]:
    """Give the page a reader's own style, and take it away again."""
    tag = page.add_style_tag(content=css)
    try:
        yield
    finally:
        tag.evaluate("(tag) => tag.remove()")


def in_other_ways(page) -> dict[str, list[str]]:
    """Return what is wrong for readers who narrow, enlarge, set wide, recolour, hold still or print what is ours; keys: how they read."""
    found = {"still": faults(page, "motion", 100)}
    size = page.viewport_size
    page.set_viewport_size({"width": 320, "height": 900})
    found["narrow"] = narrow_faults(page)
    page.set_viewport_size(size)
    page.wait_for_timeout(300)
    page.evaluate("() => audit.enlarge()")
    found["enlarged"] = faults(page, "clipped", 100)
    page.evaluate("() => audit.shrink()")
    with style(page, WIDE_SET):
        found["set wide"] = faults(page, "clipped", 100)
    with media(page, forced_colors="active", color_scheme="dark"):
        found["recoloured"] = [fault for check in ("states", "texts") for fault in faults(page, check, 10)]
    with media(page, media="print"):
        found["on paper"] = faults(page, "printed", 100)
    return {how: wrong for how, wrong in found.items() if wrong}


def narrow_faults(page) -> list[str]:
    """Return what is wrong in a narrow window once everything in it, figures too, had ten seconds to be drawn anew."""
    for _ in range(20):
        page.wait_for_timeout(500)
        wrong = [fault for check in ("reflow", "clipped", "targets") for fault in faults(page, check, 50)]
        if not wrong:
            break
    return wrong


def lost(page) -> tuple[list[str], int]:
    """Press one of each kind of control; return those that lost the focus, and how many were tried."""
    names, tried = [], 0
    while kind := page.evaluate("() => audit.next()"):
        tried += 1
        page.keyboard.press(kind["key"])
        if not kind["held"] or not page.evaluate("() => audit.held()"):
            names.append(kind["name"])
    return names, tried


_LIVE_REGIONS = """() => { const numbers = window.liveRegions ??= new Map();
    const live = [...document.querySelectorAll('[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]')];
    return live.filter((region) => region.checkVisibility() && !region.parentElement.closest('[aria-live], [role=status], [role=alert]'))
        .map((region) => { if (!numbers.has(region)) numbers.set(region, numbers.size);
            return [numbers.get(region), region.innerText.replace(/\\s+/g, ' ')]; }); }"""


class Ear:
    """What a screen reader is given to say, by the browser's tree of accessible things; by the page where the tree is not to be had."""

    def __init__(self, page, patience: float = 20):
        self.page, self.patience, self.devtools = page, patience, None
        if page.context.browser.browser_type.name == "chromium":
            self.devtools = page.context.new_cdp_session(page)

    def regions(self) -> dict[int, str]:
        """The live regions, each with the text below it."""
        if not self.devtools:
            return dict(self.page.evaluate(_LIVE_REGIONS))
        nodes = {node["nodeId"]: node for node in self.devtools.send("Accessibility.getFullAXTree")["nodes"]}
        return {
            node["backendDOMNodeId"]: _text(node, nodes)
            for node in nodes.values()
            if not node["ignored"] and _is_live(node)
        }

    def hears(self, act: Callable[[], object]) -> str:
        """Do something and return what regions that stood there before then say anew; if nothing does, that is a failure."""
        before = self.regions()
        act()
        end = time.monotonic() + self.patience
        while time.monotonic() < end:
            said = [
                text
                for region, text in self.regions().items()
                if region in before and text.strip() and text != before[region]
            ]
            if said:
                return "\n".join(said).strip()
            self.page.wait_for_timeout(100)
        raise AssertionError("nothing was said in a live region that stood there before")


def _is_live(node: dict) -> bool:
    values = {each["name"]: each["value"].get("value") for each in node.get("properties", [])}
    # A region within a region carries the property too; the outer one is enough.
    return (values.get("live") in ("polite", "assertive") and "root" not in values) or node.get("role", {}).get(
        "value"
    ) in ("status", "alert")


_APART = {"paragraph", "heading", "listitem", "cell", "row", "group", "note", "list", "table"}


def _text(node: dict, nodes: dict[str, dict]) -> str:
    role = node.get("role", {}).get("value")
    if role == "StaticText":
        return node["name"]["value"]
    inside = "".join(_text(nodes[child], nodes) for child in node.get("childIds", []) if child in nodes)
    return f"{inside} " if role in _APART else inside
